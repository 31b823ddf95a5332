"""Fast learns a style from a picture: its card, its row, its own network, and interruptions."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safetensors import safe_open

from studio import registry
from studio.device import choose
from studio.errors import AlreadyExists, StudioError, UnreadableFile
from studio.image.style_card import find_card, own_folder
from studio.jobs import Step, Work
from studio.paths import state_dir
from studio.tasks import style_card, train_style
from studio.tasks.style_sources import fast_embedding, fast_network_path
from studio.tasks.train_style import LearnedStyle, StylePlan, estimate_seconds
from tests.tasks.networks import write_networks
from tests.training.tiny_runs import ended


@pytest.fixture(autouse=True)
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tiny networks, small crops, and a small thumbnail."""
    folder = write_networks(tmp_path / "models")
    monkeypatch.setattr("studio.registry.models", lambda: folder)
    monkeypatch.setattr(train_style, "_SIDE", 64)
    monkeypatch.setattr(style_card, "THUMBNAIL", (48, 32))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(3).integers(0, 255, (90, 120, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "quiet-pond.png")
    return tmp_path / "quiet-pond.png"


def learned(plan: StylePlan) -> LearnedStyle:
    return ended(train_style.train_style(plan))[0]


def until_trained(work: Work[LearnedStyle], done: int) -> Step:
    """Go on until so many steps of the training itself are made."""
    while True:
        step = next(work)
        if step.figures is not None and step.done >= done:
            return step


def plan_of(picture: Path, **changes: object) -> StylePlan:
    values = {"name": "Quiet Pond", "steps": 3, "minutes": 0.0} | changes
    return StylePlan(str(picture), **values)  # type: ignore[arg-type]


def test_a_picture_becomes_a_style_that_fast_knows(picture: Path) -> None:
    work = train_style.train_style(plan_of(picture, artist="Nobody", year="1890"))
    result, steps = ended(work)

    assert (result.card.id, result.card.title, result.card.artist) == (
        "quiet-pond", "Quiet Pond", "Nobody",
    )  # fmt: skip
    found = fast_embedding(result.card, choose("cpu"))
    assert found is not None
    assert found[0] is registry.fast()
    fractions = [step.progress for step in steps]
    assert fractions == sorted(fractions)
    assert steps[-1].done == 3
    assert steps[-1].preview is not None
    assert steps[-1].preview().shape[1] > 2 * steps[-1].preview().shape[0]
    assert set(steps[-1].figures or {}) >= {"validation"}
    assert len(result.beginning) == 3


def test_a_known_style_is_trained_again_under_its_name(picture: Path) -> None:
    learned(plan_of(picture))
    before = find_card("quiet-pond")
    assert before is not None

    result = learned(StylePlan("quiet-pond", steps=2, minutes=0, seed=5))

    assert result.card.title == before.title
    assert result.card.sha256 != before.sha256
    assert len(list(own_folder().iterdir())) == 1


def test_a_network_of_its_own_is_kept_apart(picture: Path) -> None:
    result = learned(plan_of(picture, whole=True))

    path = fast_network_path("quiet-pond")
    assert result.network == path
    loaded = registry.fast("cpu", path)
    assert list(loaded.embeddings) == ["quiet-pond"]
    with safe_open(path, "pt") as file:
        assert json.loads(file.metadata()["styles"]) == ["quiet-pond"]
    found = fast_embedding(result.card, choose("cpu"))
    assert found is not None
    assert found[0] is loaded


def test_an_embedding_takes_the_place_of_the_own_network(picture: Path) -> None:
    learned(plan_of(picture, whole=True))

    result = learned(StylePlan("quiet-pond", steps=2, minutes=0))

    assert result.network is None
    assert not fast_network_path("quiet-pond").exists()


def test_a_bundled_card_stays_as_it_is() -> None:
    before = find_card("sunflowers")
    assert before is not None

    result = learned(StylePlan("sunflowers", steps=1, minutes=0))

    assert result.network == fast_network_path("sunflowers")
    assert result.card.sha256 == before.sha256
    assert fast_embedding(before, choose("cpu")) is not None


def test_an_interrupted_training_goes_on(picture: Path) -> None:
    plan = plan_of(picture, steps=4)
    work = train_style.train_style(plan)
    step = until_trained(work, 2)
    assert step.save is not None
    step.save()
    work.close()

    _, steps = ended(train_style.train_style(plan))

    assert [one.done for one in steps if one.figures] == [3, 4]
    assert not list((state_dir() / "checkpoints").glob("*.safetensors"))


def test_enough_ends_it_with_what_is_learned(picture: Path) -> None:
    work = train_style.train_style(plan_of(picture, steps=500), enough=lambda: True)

    result, _ = ended(work)

    assert result.steps == 1
    assert fast_embedding(result.card, choose("cpu")) is not None


def test_minutes_end_it(picture: Path) -> None:
    result = learned(plan_of(picture, steps=100_000, minutes=0.02))

    assert result.steps < 1000


def test_the_same_seed_learns_the_same(picture: Path) -> None:
    learned(plan_of(picture))
    sums = [learned(StylePlan("quiet-pond", steps=2, minutes=0)).card.sha256 for _ in range(2)]
    assert sums[0] == sums[1]


def test_the_users_photos_are_looked_at(picture: Path, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    for index in range(2):
        Image.new("RGB", (100, 80), (200, 40 * index, 0)).save(folder / f"{index}.png")

    _, steps = ended(train_style.train_style(plan_of(picture, photos=folder)))

    preview = steps[-1].preview
    assert preview is not None
    assert preview().shape == (192, 2 * 288, 3)


def test_a_name_that_is_taken_is_a_sentence(picture: Path) -> None:
    with pytest.raises(AlreadyExists, match="There is a style “The Starry Night” already"):
        learned(plan_of(picture, name="starry night"))


@pytest.mark.parametrize("name", ["gone.png", "no-such-style"])
def test_no_picture_is_a_sentence(name: str) -> None:
    with pytest.raises(UnreadableFile, match="There is no style"):
        learned(StylePlan(name))


def test_a_picture_too_small_is_a_sentence(tmp_path: Path) -> None:
    Image.new("RGB", (20, 200)).save(tmp_path / "thin.png")

    with pytest.raises(StudioError, match="too small"):
        learned(StylePlan(str(tmp_path / "thin.png")))


def test_a_file_that_is_no_picture_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.png").write_text("no picture")

    with pytest.raises(UnreadableFile):
        learned(StylePlan(str(tmp_path / "notes.png")))


def test_no_folder_of_photos_is_a_sentence(picture: Path) -> None:
    with pytest.raises(StudioError, match="not a folder"):
        learned(plan_of(picture, photos=picture))


@pytest.mark.parametrize("changes", [{"steps": -1}, {"steps": 10**7}, {"minutes": -1.0}])
def test_odd_numbers_are_a_sentence(picture: Path, changes: dict[str, int]) -> None:
    with pytest.raises(StudioError, match="up to"):
        plan_of(picture, **changes)


def test_the_estimate_is_held_within_the_minutes() -> None:
    plan = StylePlan("x", minutes=0)

    assert estimate_seconds(replace(plan, whole=True)) > estimate_seconds(plan) > 1
    assert estimate_seconds(replace(plan, minutes=0.1)) == 6
