"""A style map in Fine: each style in its place, the photo where it is kept, nothing for nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from studio.image.encoder import STYLE_TAPS
from studio.image.fine_guide import Guide, read_map
from studio.image.fine_plan import FineSettings, Stage
from studio.image.losses import gram, relative_distance
from studio.image.optimise import optimise
from studio.image.style_map import PLANES, StyleMap
from tests.image.tiny import picture, tiny_encoder

ENCODER = tiny_encoder()
STAGES = (Stage(34, 45, 6), Stage(48, 64, 6))


def statistics(seed: int) -> dict[str, Tensor]:
    return {t: gram(x) for t, x in ENCODER(picture(48, 48, seed=seed), STYLE_TAPS).items()}


STYLES = (statistics(9), statistics(21))


def mixed(mixtures: Sequence[Sequence[float]]):
    """Targets of the two styles for each of the mixtures."""

    def targets(_: float) -> Mapping[str, Tensor]:
        return {
            tap: torch.cat(
                [sum(w * s[tap] for w, s in zip(m, STYLES, strict=True)) for m in mixtures]
            )
            for tap in STYLE_TAPS
        }

    return targets


def painted(cells: Mapping[int, np.ndarray] | None = None, size: tuple[int, int] = (48, 64)):
    """A map whose planes are 255 where the given masks are true."""
    planes = np.zeros((PLANES, *size), np.uint8)
    for plane, mask in (cells or {}).items():
        planes[plane][mask] = 255
    return StyleMap(planes)


def left(size: tuple[int, int] = (48, 64)) -> np.ndarray:
    mask = np.zeros(size, bool)
    mask[:, : size[1] // 2] = True
    return mask


def run(
    style_map: StyleMap | None,
    settings: FineSettings,
    mixture: Sequence[float] = (0.5, 0.5),
    photo: Tensor | None = None,
    checkpoint: Path | None = None,
    stop: int | None = None,
) -> Tensor:
    guide, mixtures = (None, (mixture,)) if style_map is None else read_map(style_map, mixture)
    photo = picture(48, 64) if photo is None else photo
    work = optimise(photo, mixed(mixtures), ENCODER, settings, guide=guide, checkpoint=checkpoint)
    count = 0
    while True:
        try:
            at = next(work)
        except StopIteration as end:
            return end.value
        count += 1
        if count == stop:
            assert at.save is not None
            at.save()
            work.close()
            return at.picture()


def far(pixels: Tensor, style: int) -> float:
    seen = ENCODER(pixels, STYLE_TAPS)
    return sum(float(relative_distance(gram(seen[t]), STYLES[style][t])) for t in STYLE_TAPS)


def test_an_unpainted_map_gives_no_guide_and_the_pads_mixture() -> None:
    assert read_map(painted(), (0.3, 0.7)) == (None, ((0.3, 0.7),))


def test_an_unpainted_map_leaves_every_bit_as_it_was() -> None:
    settings = FineSettings(STAGES, seed=2)

    assert torch.equal(run(painted(), settings), run(None, settings))


def test_a_map_painted_all_over_with_the_only_style_changes_nothing() -> None:
    settings = FineSettings(STAGES)
    everywhere = painted({1: np.ones((48, 64), bool)})
    guide, mixtures = read_map(everywhere, (0.4,))

    assert guide is None
    assert mixtures == ((1.0,),)
    assert read_map(everywhere, (0.4, 0.6)) == (None, ((1.0, 0.0),))
    one = run(everywhere, settings)
    assert torch.equal(one, run(None, settings, (1.0, 0.0)))


def test_regions_and_mixtures_add_up_to_the_maps_weights() -> None:
    random = np.random.default_rng(1)
    planes = np.zeros((PLANES, 20, 30), np.uint8)
    planes[:3] = random.integers(0, 80, (3, 20, 30))
    style_map = StyleMap(planes)
    guide, mixtures = read_map(style_map, (0.25, 0.75))

    assert guide is not None
    assert guide.photo is not None
    total = torch.einsum("rhw,rs->shw", guide.regions.float() / 255, torch.tensor(mixtures))
    found = torch.cat([guide.photo.float() / 255, total])
    assert np.allclose(found.numpy(), style_map.weights((0.25, 0.75)), atol=1e-6)


def test_each_style_comes_where_it_was_painted() -> None:
    settings = FineSettings((Stage(48, 64, 80),), content_weight=0.02)
    result = run(painted({1: left(), 2: ~left()}), settings)
    west, east = result[..., :32], result[..., 32:]

    assert far(west, 0) < 0.7 * far(west, 1)
    assert far(east, 1) < 0.7 * far(east, 0)


def test_what_was_not_painted_takes_the_pads_mixture() -> None:
    settings = FineSettings((Stage(48, 64, 80),), content_weight=0.02)
    result = run(painted({1: left()}), settings, (0.01, 0.99))

    assert far(result[..., 32:], 1) < 0.7 * far(result[..., 32:], 0)


@pytest.mark.parametrize("tile", [640, 32])
def test_a_kept_photo_stays_to_the_bit_and_the_rest_is_painted(tile: int) -> None:
    photo = picture(112, 160)
    settings = FineSettings((Stage(79, 113, 6), Stage(112, 160, 6)), tile=tile, smoothness=0.5)
    result = run(painted({0: left((112, 160))}, (112, 160)), settings, photo=photo)

    assert torch.equal(result[..., :80], photo[..., :80])
    assert float((result[..., 80:] - photo[..., 80:]).abs().mean()) > 0.02


def test_a_photo_kept_all_over_comes_back() -> None:
    photo = picture(48, 64)

    result = run(painted({0: np.ones((48, 64), bool)}), FineSettings(STAGES), photo=photo)

    assert torch.equal(result, photo)


def test_a_soft_edge_lies_between_photo_and_painting() -> None:
    planes = np.zeros((PLANES, 48, 64), np.uint8)
    planes[0] = 128
    photo = picture(48, 64)
    half = run(StyleMap(planes), FineSettings(STAGES), photo=photo)
    whole = run(None, FineSettings(STAGES), photo=photo)

    change = float((half - photo).abs().mean())
    assert 0 < change < 0.8 * float((whole - photo).abs().mean())


def test_tiles_give_nearly_what_the_whole_gives_under_a_map() -> None:
    photo = picture(192, 224)
    mask = left((192, 224))
    plain = FineSettings((Stage(192, 224, 8),), noise=0.0, rate=0.005)
    style_map = painted({1: mask, 2: ~mask}, (192, 224))
    whole = run(style_map, plain, photo=photo)
    tiled = run(style_map, replace(plain, tile=96), photo=photo)

    assert float((whole - tiled).abs().mean()) < 2 / 255


@pytest.mark.parametrize(("tile", "stop"), [(640, 7), (32, 11)])
def test_an_interrupted_run_under_a_map_goes_on_exactly(
    tmp_path: Path, tile: int, stop: int
) -> None:
    settings = FineSettings((Stage(79, 113, 4), Stage(112, 160, 4)), tile=tile, style_share=0.7)
    photo = picture(112, 160)
    mask = left((112, 160))
    style_map = painted({0: mask & mask.cumsum(0).astype(bool), 2: ~mask}, (112, 160))
    straight = run(style_map, settings, photo=photo)
    file = tmp_path / "run.safetensors"
    run(style_map, settings, photo=photo, checkpoint=file, stop=stop)

    assert file.exists()
    assert torch.equal(run(style_map, settings, photo=photo, checkpoint=file), straight)


def test_another_maps_checkpoint_is_left_alone(tmp_path: Path) -> None:
    settings = FineSettings(STAGES)
    file = tmp_path / "run.safetensors"
    run(painted({1: left()}), settings, checkpoint=file, stop=5)

    beside = run(painted({1: ~left()}), settings, checkpoint=file)

    assert torch.equal(beside, run(painted({1: ~left()}), settings))


def test_a_speck_and_a_guide_of_another_size_are_no_trouble() -> None:
    speck = np.zeros((12, 16), bool)
    speck[3, 4] = True

    result = run(painted({1: speck}, (12, 16)), FineSettings(STAGES))

    assert bool(result.isfinite().all())


def test_a_guides_full_cells_stay_full_at_other_sizes() -> None:
    plane = torch.zeros(1, 40, 60, dtype=torch.uint8)
    plane[:, 10:30, 20:50] = 255
    guide = Guide(255 - plane, plane)

    for size in ((20, 30), (160, 240)):
        resized = guide.resized(size)
        assert resized.photo is not None
        middle = resized.photo[:, size[0] // 2, size[1] // 2]
        assert int(middle) == 255
