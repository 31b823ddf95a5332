"""What lies between slots, and which cells of the map are in sight."""

import numpy as np
import pytest

from studio.ui.explore.grounds import mixed
from studio.ui.explore.pad_view import PadView

A, B, C, D = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (-1.0, 0.0, 0.0))


def test_the_corners_are_the_slots_themselves():
    for corner, told in (((0, 0), A), ((1, 0), B), ((0, 1), C), ((1, 1), D)):
        assert mixed((A, B, C, D), *corner) == told


def test_the_way_goes_round_the_centre():
    half = np.array(mixed((A, B, (), ()), 0.5, 0.7))
    assert np.allclose(half, [np.sqrt(0.5), np.sqrt(0.5), 0])
    assert np.linalg.norm(mixed((A, B, C, D), 0.3, 0.6)) == pytest.approx(1, abs=1e-5)


def test_with_two_slots_there_is_a_line_whichever_they_are():
    assert mixed(((), B, (), D), 0.2, 0.0) == B
    assert mixed((A, (), (), D), 0.9, 1.0) == D
    assert mixed(((), (), C, ()), 0.5, 0.5) == C
    assert mixed(((), (), (), ()), 0.5, 0.5) == ()


def test_the_cells_in_sight_begin_in_the_middle():
    cells = list(PadView(300, 5.0).cells())
    assert cells[0] == (0, 0)
    assert sorted(cells) == [(x, y) for x in range(-2, 3) for y in range(-2, 3)]
    shifted = list(PadView(300, 4.0, (0.25, 0.0)).cells())
    assert {x for x, _ in shifted} == {-2, -1, 0, 1, 2}


def test_points_and_places_are_each_others_way_back():
    view = PadView(300, 3.7, (12.0, -4.5)).panned(13, -7).zoomed(1.3, 40, 250)
    assert view.to_ground(*view.to_pad(11.2, -4.0)) == pytest.approx((11.2, -4.0))
    assert view.showing(90, 90).to_pad(90, 90)[0] < 300
