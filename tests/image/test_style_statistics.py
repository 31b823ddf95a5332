"""A picture measured as a style: the ladder of sizes, targets in between, and the card on disk."""

import itertools
import math
from collections.abc import Mapping
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from studio.errors import AlreadyExists, StudioError, UnreadableFile
from studio.image.encoder import STYLE_TAPS
from studio.image.losses import gram
from studio.image.style_card import CARD_SUFFIX
from studio.image.style_statistics import (
    LARGEST,
    SMALLEST,
    StyleStatistics,
    blend,
    blend_regions,
    ladder,
    measure,
    read_card,
)
from tests.image.cards import (
    ENCODER_SHA256,
    WIDTHS,
    altered,
    card,
    hostile_pickle,
    statistics,
)
from tests.image.tiny import picture, tiny_encoder


def alike(one: Mapping[str, Tensor], other: Mapping[str, Tensor], rtol: float = 1e-5) -> bool:
    return one.keys() == other.keys() and all(
        torch.allclose(one[tap], other[tap], rtol=rtol, atol=1e-6) for tap in one
    )


@given(st.floats(32, 1e5))
def test_the_ladder_doubles_up_to_the_pictures_own_size(native: float) -> None:
    sizes = ladder(native)

    assert sizes[-1] == min(native, LARGEST)
    assert all(a < b < 2.3 * a for a, b in itertools.pairwise(sizes))
    assert sizes[0] == min(native, SMALLEST)


def test_a_picture_is_measured_at_every_size() -> None:
    seen = statistics()

    assert seen.sizes == (64.0, 128.0, math.sqrt(150 * 200))
    for grams, means in zip(seen.grams, seen.means, strict=True):
        for tap in STYLE_TAPS:
            assert grams[tap].shape == (1, WIDTHS[tap], WIDTHS[tap])
            assert means[tap].shape == (1, WIDTHS[tap])


def test_the_finest_size_is_the_picture_itself() -> None:
    own = tiny_encoder()(picture(150, 200), STYLE_TAPS)

    assert alike(statistics().grams[-1], {tap: gram(x) for tap, x in own.items()}, rtol=1e-4)


def test_colours_are_measured() -> None:
    flat = picture(150, 200).flatten(2)[0]

    assert torch.allclose(statistics().colour_mean, flat.mean(1))
    assert torch.allclose(statistics().colour_covariance, torch.cov(flat))


def test_measuring_tells_how_far_it_is() -> None:
    assert list(measure(picture(150, 200), tiny_encoder())) == [1, 2, 3]


@pytest.mark.parametrize("size", [(1, 1), (31, 500), (500, 31)])
def test_a_picture_too_small_to_have_a_texture_is_a_sentence(size: tuple[int, int]) -> None:
    with pytest.raises(StudioError, match=f"{size[1]} × {size[0]}"):
        next(measure(picture(*size), tiny_encoder()))


@pytest.mark.parametrize("size", [(32, 32), (32, 900), (63, 64)])
def test_small_and_narrow_pictures_are_measured(size: tuple[int, int]) -> None:
    seen = statistics(*size)

    assert all(bool(g.isfinite().all()) for grams in seen.grams for g in grams.values())


def test_targets_at_a_measured_size_are_the_measured_ones() -> None:
    seen = statistics()

    for size, grams in zip(seen.sizes, seen.grams, strict=True):
        assert alike(seen.targets(size), grams)


def test_targets_between_two_sizes_lie_between_in_the_logarithm() -> None:
    seen = statistics()
    middle = seen.targets(math.sqrt(64 * 128))

    expected = {tap: (seen.grams[0][tap] + seen.grams[1][tap]) / 2 for tap in STYLE_TAPS}
    assert alike(middle, expected)


def test_targets_change_without_a_jump() -> None:
    seen = statistics()
    sides = [60 * 1.01**n for n in range(120)]

    path = torch.stack([torch.cat([g.flatten() for g in seen.targets(s).values()]) for s in sides])
    whole = (path[-1] - path[0]).norm()
    assert float(path.diff(dim=0).norm(dim=1).max()) < 0.05 * float(whole)


@pytest.mark.parametrize(("side", "rung"), [(1.0, 0), (63.9, 0), (1e6, -1), (174.0, -1)])
def test_beyond_the_ends_the_nearest_serves(side: float, rung: int) -> None:
    assert alike(statistics().targets(side), statistics().grams[rung])


def test_a_blend_is_the_weighted_mean() -> None:
    one, other = statistics(), statistics(seed=5)
    side = 100.0

    mixed = blend([(one, 3.0), (other, 1.0)], side)

    expected = {t: 0.75 * g + 0.25 * other.targets(side)[t] for t, g in one.targets(side).items()}
    assert alike(mixed, expected)
    assert alike(blend([(one, 7.0)], side), one.targets(side))
    assert alike(blend([(one, 3e5), (other, 1e5)], side), mixed)


def test_each_region_has_a_blend_of_its_own() -> None:
    one, other = statistics(), statistics(seed=5)

    regions = blend_regions([one, other], [(1.0, 0.0), (0.25, 0.75)], 64.0)

    mixed = blend([(one, 0.25), (other, 0.75)], 64.0)
    for tap, matrix in regions.items():
        assert torch.equal(matrix[0], one.targets(64.0)[tap][0])
        assert torch.equal(matrix[1], mixed[tap][0])


def test_style_size_moves_along_the_ladder() -> None:
    seen = statistics()

    assert alike(blend([(seen, 1.0)], 256.0, 0.5), seen.targets(128.0))


def read(path: Path) -> StyleStatistics:
    return read_card(path, ENCODER_SHA256, WIDTHS)


def test_statistics_survive_their_card(tmp_path: Path) -> None:
    before, after = statistics(), read(card(tmp_path))

    assert after.sizes == before.sizes
    for mine, its in zip((*before.grams, *before.means), (*after.grams, *after.means), strict=True):
        assert alike(mine, its, rtol=2e-3)
    assert torch.equal(after.colour_mean, before.colour_mean)
    assert torch.equal(after.colour_covariance, before.colour_covariance)


def test_a_card_read_and_written_again_is_the_same(tmp_path: Path) -> None:
    path = card(tmp_path / "one")
    again = card(tmp_path / "two", statistics=read(path))

    assert again.read_bytes() == path.read_bytes()


def test_a_card_that_is_there_is_not_replaced_unless_forced(tmp_path: Path) -> None:
    path = card(tmp_path)
    before = path.read_bytes()

    with pytest.raises(AlreadyExists):
        card(tmp_path, statistics=statistics(seed=5))
    assert path.read_bytes() == before

    card(tmp_path, statistics=statistics(seed=5), force=True)
    assert path.read_bytes() != before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_another_encoders_card_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="made for another encoder"):
        read_card(card(tmp_path), "f" * 64, WIDTHS)


def test_tensors_of_other_engines_are_left_alone(tmp_path: Path) -> None:
    path = altered(
        card(tmp_path),
        lambda words: words.update(instant={"any": "thing"}),
        {"instant/embedding": torch.ones(7)},
    )

    assert read(path).sizes == statistics().sizes


GRAM, MEAN = "fine/1/relu3_1/gram", "fine/1/relu3_1/mean"
NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("name", "tensor"),
    [
        (GRAM, None),
        (MEAN, None),
        ("colour/mean", None),
        (GRAM, torch.ones(35)),
        (GRAM, torch.ones(37)),
        (GRAM, torch.ones(6, 6)),
        (GRAM, torch.tensor(1.0)),
        (GRAM, torch.full((36,), NAN)),
        (GRAM, torch.full((36,), INFINITE)),
        (MEAN, torch.ones(9)),
        (MEAN, torch.ones(1, 8)),
        (MEAN, torch.full((8,), NAN)),
        ("colour/mean", torch.ones(4)),
        ("colour/mean", torch.tensor([0.5, NAN, 0.5])),
        ("colour/covariance", torch.ones(9)),
        ("colour/covariance", torch.full((3, 3), INFINITE)),
    ],
)
def test_a_tensor_that_lacks_or_is_odd_is_a_sentence(
    tmp_path: Path, name: str, tensor: Tensor | None
) -> None:
    path = altered(card(tmp_path), tensors={name: tensor})

    with pytest.raises(UnreadableFile, match=r"“great-wave\.card\.safetensors” is damaged"):
        read(path)


@pytest.mark.parametrize(
    "fine",
    [
        None,
        [],
        {},
        {"encoder": ENCODER_SHA256},
        {"encoder": ENCODER_SHA256, "sizes": None},
        {"encoder": ENCODER_SHA256, "sizes": []},
        {"encoder": ENCODER_SHA256, "sizes": "64"},
        {"encoder": ENCODER_SHA256, "sizes": [[64]]},
        {"encoder": ENCODER_SHA256, "sizes": [128, 64]},
        {"encoder": ENCODER_SHA256, "sizes": [64, 64]},
        {"encoder": ENCODER_SHA256, "sizes": [NAN]},
        {"encoder": ENCODER_SHA256, "sizes": [64, NAN]},
        {"encoder": ENCODER_SHA256, "sizes": [0, 64]},
        {"encoder": ENCODER_SHA256, "sizes": [-64, 64]},
        {"encoder": ENCODER_SHA256, "sizes": [10**400]},
        {"encoder": ENCODER_SHA256, "sizes": [64, 10**400]},
        {"encoder": ENCODER_SHA256, "sizes": [64, INFINITE]},
        {"encoder": ENCODER_SHA256, "sizes": list(range(64, 1000))},
        {"encoder": ENCODER_SHA256, "sizes": [64, 128, 256, 512]},
    ],
    ids=lambda fine: str(fine).replace(ENCODER_SHA256, "e")[:40],
)
def test_odd_words_about_the_sizes_are_a_sentence(tmp_path: Path, fine: object) -> None:
    path = altered(card(tmp_path), lambda words: words.update(fine=fine))

    with pytest.raises(UnreadableFile, match="damaged"):
        read(path)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_a_truncated_card_is_a_sentence(tmp_path: Path, share: float) -> None:
    path = card(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])

    with pytest.raises(UnreadableFile, match=r"great-wave\.card"):
        read(path)


def test_a_pickle_is_not_executed(tmp_path: Path) -> None:
    path, made = tmp_path / f"evil{CARD_SUFFIX}", tmp_path / "executed"
    path.write_bytes(hostile_pickle(made))

    with pytest.raises(UnreadableFile, match="evil"):
        read(path)
    assert not made.exists()


def test_a_card_that_vanished_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read(tmp_path / f"gone{CARD_SUFFIX}")
