"""Exploring pictures: maps, ways and walks are as large as asked for, and the same again."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from studio import registry
from studio.errors import StudioError, UnreadableFile
from studio.image.latent_walk import Keyframe, Walk
from studio.tasks.explore import decoded, directions, explore, of_pictures, place_of
from studio.tasks.explore_request import ExploreRequest, read_grid
from tests.tasks.latent_networks import write_network
from tests.training.tiny_runs import ended


def photo(path: Path, seed: int = 0) -> Path:
    Image.fromarray(np.random.default_rng(seed).integers(0, 255, (40, 50, 3), np.uint8)).save(path)
    return path


@pytest.mark.parametrize("kind", ["vae", "gan"])
def test_a_map_is_rows_and_columns_of_pictures(tmp_path: Path, kind: str) -> None:
    request = ExploreRequest(str(write_network(tmp_path, kind)), seed=3, grid=(2, 3))
    pixels, steps = ended(explore(request))
    assert pixels.shape == (64, 96, 3)
    assert steps[-1].done == steps[-1].total == 6
    assert np.array_equal(ended(explore(request))[0], pixels)
    moved, _ = ended(explore(ExploreRequest(request.model, seed=4)))
    assert np.abs(moved.astype(int) - pixels[:32, 32:64]).max() <= 1  # its neighbour to the right


def test_pictures_can_be_larger(tmp_path: Path) -> None:
    request = ExploreRequest(str(write_network(tmp_path, "vae")), side=80)
    assert ended(explore(request))[0].shape == (80, 80, 3)


def test_a_way_leads_from_one_picture_to_another(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "vae"))
    one, other = photo(tmp_path / "one.png"), photo(tmp_path / "other.png", 1)
    request = ExploreRequest(model, between=(one, other), steps=5)

    pixels, _ = ended(explore(request))

    assert pixels.shape == (32, 160, 3)
    network = of_pictures(registry.latent(model).network)
    end, _ = ended(place_of(network, other))
    expected = (decoded(network, end[None])[0].permute(1, 2, 0) * 255).round().numpy()
    assert np.abs(pixels[:, -32:].astype(int) - expected).max() <= 1


def test_a_generator_searches_for_the_picture_and_shows_it(tmp_path: Path) -> None:
    network = of_pictures(registry.latent(str(write_network(tmp_path, "gan"))).network)
    work = place_of(network, photo(tmp_path / "one.png"))
    step = next(work)
    assert step.label == "searching for the picture"
    assert step.preview is not None
    assert step.preview().shape == (32, 32, 3)
    assert np.asarray(step.so_far).shape == (5,)
    work.close()


def test_a_walk_is_told_frame_by_frame(tmp_path: Path) -> None:
    walk = Walk((Keyframe(0.0, 1), Keyframe(1.0, 2)), rate=6)
    frames: list[np.ndarray] = []
    request = ExploreRequest(str(write_network(tmp_path, "vae")), walk=walk)
    last, _ = ended(explore(request, tell=frames.append, sheet=False))
    assert len(frames) == 7
    assert np.array_equal(last, frames[-1])
    assert not np.array_equal(frames[0], frames[-1])


def test_no_truncation_at_all_is_the_middle_wherever_it_stands(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "vae"))
    one, other = (ended(explore(ExploreRequest(model, s, truncation=0.0)))[0] for s in (1, 2))
    assert np.array_equal(one, other)


@pytest.mark.parametrize("kind", ["vae", "gan", "music"])
def test_every_network_has_directions(tmp_path: Path, kind: str) -> None:
    found = directions(registry.latent(str(write_network(tmp_path, kind))).network, 3)
    assert len(found) == 3
    assert np.isfinite(found.steps).all()
    assert found.shares[0] >= found.shares[-1] > 0


@pytest.mark.parametrize(
    "wrong",
    [{"grid": (0, 3)}, {"grid": (100, 100)}, {"steps": 1}, {"truncation": -1.0},
     {"temperature": 9.0}, {"side": 3}, {"seed": -1}, {"x": 1e9},
     {"grid": (1, 2), "between": (Path("a"), Path("b"))}],
)  # fmt: skip
def test_what_cannot_be_asked_for_is_one_sentence(wrong: dict[str, object]) -> None:
    with pytest.raises(StudioError):
        ExploreRequest("faces", **wrong)  # type: ignore[arg-type]


def test_a_grid_is_read() -> None:
    assert read_grid("3x4") == (3, 4)
    for text in ("3", "x", "3x", "-1x2", "three", "1e9x1"):
        with pytest.raises(StudioError, match="3x4"):
            read_grid(text)


def test_models_of_other_kinds_and_shapes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="melodies"):
        ended(explore(ExploreRequest(str(write_network(tmp_path, "music")))))
    with pytest.raises(StudioError, match="no model"):
        ended(explore(ExploreRequest(str(tmp_path / "none.safetensors"))))
    with pytest.raises(StudioError, match="no model “moon”"):
        ended(explore(ExploreRequest("moon")))
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"nothing")
    encoder = registry.MODELS["studio"].path
    for path in (broken, encoder):
        with pytest.raises(UnreadableFile):
            ended(explore(ExploreRequest(str(path))))


def test_the_users_own_models_are_found(studio_home: Path) -> None:
    folder = studio_home / "data" / "models" / registry.OWN_LATENT
    folder.mkdir(parents=True)
    write_network(folder, "vae")
    assert [spec.name for spec in registry.latent_models() if not spec.bundled] == ["vae"]
    assert isinstance(ended(explore(ExploreRequest("vae")))[0], np.ndarray)
    assert torch.is_grad_enabled()
