"""The arithmetic of zoom and pan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ui.canvas.view import LEAST, MOST, STOPS, View, magnetic

VIEW = View((4032, 3024), (1000, 800)).fit(16)


def test_fitting_shows_the_whole_picture_with_a_margin():
    x, y, width, height = VIEW.rect
    assert (x, round(width)) == (16, 968)
    assert y + height / 2 == pytest.approx(400, abs=1)
    assert VIEW.fitted


def test_small_pictures_are_enlarged_to_fit():
    assert View((100, 100), (1000, 800)).fit().zoom == 8
    assert View((1, 1), (1000, 800)).fit().zoom == MOST


def test_a_strip_keeps_a_pixel():
    _, _, width, height = View((20_000, 10), (1000, 800)).fit().rect
    assert width == pytest.approx(1000)
    assert height >= 1


@given(
    x=st.floats(100, 900),
    y=st.floats(150, 650),
    notches=st.lists(st.sampled_from([120, -120, 15, -15, 60]), min_size=1, max_size=30),
)
def test_zooming_keeps_the_point_under_the_pointer(x, y, notches):
    view = VIEW
    under = view.to_picture((x, y))
    for delta in notches:
        view = view.zoomed_by(0.999**-delta, (x, y))
    now = view.to_picture((x, y))
    assert now[0] == pytest.approx(under[0], abs=1.0 / view.zoom + 1e-6)
    assert now[1] == pytest.approx(under[1], abs=1.0 / view.zoom + 1e-6)


def test_notches_land_on_every_stop():
    view, landed = VIEW.zoomed_to(0.2), set()
    for _ in range(80):
        view = view.zoomed_by(0.999**-120, (500, 400))
        landed.add(view.zoom)
    assert set(STOPS) <= landed
    assert max(landed) == MOST


def test_a_touchpad_leaves_a_stop_again():
    view = VIEW.zoomed_to(1.0)
    for _ in range(20):
        view = view.zoomed_by(1.01, (500, 400))
    assert view.zoom > 1.1


def test_zoom_has_bounds():
    out = VIEW
    for _ in range(100):
        out = out.zoomed_by(0.5, (500, 400))
    assert out.zoom == LEAST
    assert VIEW.zoomed_to(1000).zoom == MOST


def test_a_huge_picture_can_be_seen_whole():
    huge = View((30_000, 20_000), (1000, 800))
    assert huge.fit().zoom < LEAST
    assert huge.zoomed_to(0.0001).zoom == pytest.approx(huge.fit().zoom)


@given(dx=st.floats(-1e5, 1e5), dy=st.floats(-1e5, 1e5))
def test_some_of_the_picture_stays_in_the_middle(dx, dy):
    view = VIEW.zoomed_to(2.0).panned(dx, dy)
    x, y, width, height = view.rect
    assert x - 1 <= 500 <= x + width + 1
    assert y - 1 <= 400 <= y + height + 1


def test_panning_follows_the_hand():
    view = VIEW.zoomed_to(2.0)
    before, after = view.rect, view.panned(30, -20).rect
    assert (after[0] - before[0], after[1] - before[1]) == (30, -20)


def test_a_fitted_view_follows_its_window():
    wider = VIEW.resized((2000, 1600), 32)
    assert wider.zoom == pytest.approx(VIEW.zoom * 2)
    assert VIEW.zoomed_to(1.0).resized((2000, 1600)).zoom == 1.0


def test_a_picture_of_another_size_stays_in_its_place():
    view = VIEW.zoomed_to(1.0).panned(200, 100)
    small = view.repictured((504, 378))
    assert small.zoom == pytest.approx(8)
    assert small.rect == pytest.approx(view.rect, abs=1)


@pytest.mark.parametrize("stop", STOPS)
def test_stops_catch_what_is_close(stop):
    assert magnetic(stop * 1.03) == stop
    assert magnetic(stop * 1.08) != stop
