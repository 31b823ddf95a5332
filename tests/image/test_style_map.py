"""The brush's value: it sums to a whole, survives its text and holds against hostile text."""

import base64
import bz2
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.image.style_map import MOST_SIDE, MOST_TEXT, Dab, Stroke, StyleMap

MIDDLE = Dab(0.5, 0.5, 0.25)

dabs = st.builds(
    Dab,
    st.floats(-0.2, 1.2),
    st.floats(-0.2, 1.2),
    st.floats(0, 0.7),
    st.floats(0, 1),
    st.floats(0, 1),
)
strokes = st.lists(
    st.tuples(st.none() | st.integers(0, 5), st.lists(dabs, min_size=1, max_size=3)), max_size=5
)


def fresh() -> StyleMap:
    return StyleMap.empty((90, 60))


def of(*strokes: tuple[int | None, list[Dab]]) -> StyleMap:
    style_map = fresh()
    for plane, touched in strokes:
        style_map = style_map.painted(plane, touched)
    return style_map


def test_a_map_has_the_photos_aspect_and_few_cells() -> None:
    assert StyleMap.empty((6000, 4000)).size == (512, 341)
    assert StyleMap.empty((90, 60)).size == (90, 60)
    assert StyleMap.empty((1, 100_000)).size == (1, 512)


@settings(max_examples=40, deadline=None)
@given(strokes)
def test_a_map_survives_its_text(painted: list[tuple[int | None, list[Dab]]]) -> None:
    style_map = of(*painted)

    text = style_map.to_text()
    again = StyleMap.from_text(text)

    assert (text == "") == style_map.is_empty
    if not style_map.is_empty:
        np.testing.assert_array_equal(again.planes, style_map.planes)


@settings(max_examples=40, deadline=None)
@given(strokes, st.lists(st.floats(0, 9), min_size=1, max_size=5))
def test_weights_sum_to_a_whole(
    painted: list[tuple[int | None, list[Dab]]], mixture: list[float]
) -> None:
    weights = of(*painted).weights(mixture)

    assert weights.dtype == np.float32
    assert weights.shape == (1 + len(mixture), 60, 90)
    assert weights.min() >= 0
    np.testing.assert_allclose(weights.sum(0), 1, atol=1e-6)


def test_what_was_never_painted_belongs_to_the_mixture() -> None:
    weights = fresh().weights([1, 3])

    np.testing.assert_allclose(weights[:, 0, 0], [0, 0.25, 0.75])
    np.testing.assert_allclose(
        fresh().weights([1, 3], strength_of_photo=0.5)[:, 0, 0], [0.5, 0.125, 0.375]
    )


def test_a_dab_is_whole_in_its_core_and_soft_to_its_edge() -> None:
    row = of((2, [MIDDLE])).planes[2, 30].astype(int)

    assert row[45] == 255
    assert 0 < row[45 + 17] < 255
    assert row[45 + 23] == 0
    assert (np.diff(row[45:]) <= 0).all()


def test_a_hard_dab_has_a_narrow_edge() -> None:
    row = of((1, [Dab(0.5, 0.5, 0.25, hardness=1.0)])).planes[1, 30]

    assert ((row > 0) & (row < 255)).sum() <= 4


def test_painting_over_replaces_and_erasing_takes_away() -> None:
    both = of((1, [MIDDLE]), (3, [MIDDLE]))

    assert both.planes[1, 30, 45] == 0
    assert both.planes[3, 30, 45] == 255
    assert both.painted(None, [Dab(0.5, 0.5, 2.0, hardness=1.0)]).is_empty


def test_dabs_of_one_stroke_do_not_add_up_but_strokes_do() -> None:
    faint = Dab(0.5, 0.5, 0.25, opacity=0.5)

    assert of((1, [faint] * 5)).planes[1, 30, 45] in (125, 130)
    assert of((1, [faint]), (1, [faint])).planes[1, 30, 45] > 180


def test_a_stroke_grows_to_what_painting_it_at_once_gives() -> None:
    stroke = Stroke(fresh(), 4)
    stroke.add([MIDDLE])
    grown = stroke.add([Dab(0.6, 0.5, 0.2)])

    at_once = of((4, [MIDDLE, Dab(0.6, 0.5, 0.2)]))
    np.testing.assert_array_equal(grown.planes, at_once.planes)


def test_dabs_are_round_on_a_photo_of_any_aspect() -> None:
    plane = StyleMap.empty((400, 100)).painted(1, [Dab(0.5, 0.5, 0.1, hardness=1)]).planes[1]

    assert abs(int((plane[50] > 127).sum()) - int((plane[:, 200] > 127).sum())) <= 1


def test_planes_follow_their_style() -> None:
    style_map = of((0, [Dab(0, 0, 0.1)]), (1, [MIDDLE]), (2, [Dab(1, 1, 0.2)]))

    moved = style_map.following(("a", "b"), ("c", "a"))

    np.testing.assert_array_equal(moved.planes[0], style_map.planes[0])
    np.testing.assert_array_equal(moved.planes[2], style_map.planes[1])
    assert not moved.planes[1].any()


def test_another_photos_aspect_stretches_the_map() -> None:
    style_map = of((1, [Dab(0.75, 0.5, 0.1)]))

    stretched = style_map.resized((60, 90))

    assert stretched.size == (60, 90)
    assert stretched.planes[1, 45, 45] > 200
    assert stretched.planes[1, 45, 15] == 0


def test_a_map_too_intricate_for_its_text_loses_cells_not_its_bounds() -> None:
    noise = np.random.default_rng(3).integers(0, 43, (6, MOST_SIDE, MOST_SIDE), dtype=np.uint8)

    text = StyleMap(noise).to_text()

    assert len(text) <= 56 * 2**10
    assert StyleMap.from_text(text).size == (128, 128)


def test_planes_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        of((1, [MIDDLE])).planes[1, 0, 0] = 3


def packed(magic: bytes, width: int, height: int, bits: int, cells: bytes) -> str:
    head = struct.pack(">4sHHB", magic, width, height, bits)
    return base64.b64encode(head + bz2.compress(cells)).decode()


HOSTILE = {
    "not base64": "§§§",
    "spaces": " " * 8,
    "too short": "AAAA",
    "too long": "A" * (MOST_TEXT + 4),
    "another magic": packed(b"NOPE", 2, 2, 1, bytes(4)),
    "no width": packed(b"KSM1", 0, 2, 1, b""),
    "too wide": packed(b"KSM1", 65535, 2, 1, bytes(9)),
    "no planes": packed(b"KSM1", 2, 2, 0, b""),
    "seven planes": packed(b"KSM1", 2, 2, 127, bytes(28)),
    "too few cells": packed(b"KSM1", 2, 2, 1, bytes(3)),
    "a bomb": packed(b"KSM1", 2, 2, 1, bytes(50_000_000)),
    "more than a whole": packed(b"KSM1", 1, 1, 3, bytes([255, 255])),
    "no stream": base64.b64encode(struct.pack(">4sHHB", b"KSM1", 2, 2, 1) + b"??").decode(),
    "cut": packed(b"KSM1", 9, 9, 1, bytes(range(81)))[:-8],
    "a number": 7,
    "nothing": None,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_a_sentence(text: str) -> None:
    with pytest.raises(StudioError, match="style map"):
        StyleMap.from_text(text)
