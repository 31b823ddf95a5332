"""Ticks and pitches on the screen: round trips, zoom at the pointer, bounds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from studio.ui.piano_roll.coordinates import Coordinates

few = settings(max_examples=40, deadline=None)
windows = some.builds(
    Coordinates,
    width=some.floats(50, 4000),
    height=some.floats(20, 2000),
    unit=some.floats(0.8, 3),
    ratio=some.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]),
    zoom_x=some.floats(0.01, 40),
    zoom_y=some.floats(0.01, 40),
    left=some.floats(-1e4, 1e7),
    top=some.floats(-50, 500),
    length=some.integers(1920, 2**31 - 1),
).map(Coordinates.held)


def test_the_design_is_kept():
    c = Coordinates()
    assert c.x(480) - c.x(0) == 48
    assert c.row == 16


@few
@given(windows, some.floats(0, 1))
def test_a_tick_comes_back_from_its_place(c, share):
    tick = round(c.left + share * c.width / c.pace)
    assert abs(c.time(c.x(tick)) - tick) < 1e-3
    assert abs(c.tick(c.x(tick)) - min(tick, 2**31 - 1)) <= 1


@few
@given(windows, some.integers(0, 127))
def test_a_pitch_comes_back_from_its_row(c, pitch):
    assert c.pitch(c.y(pitch) + c.row / 2) == pitch


@few
@given(windows)
def test_nothing_lies_out_of_bounds(c):
    assert c.left >= 0
    assert c.top >= 0
    assert c.zoom_x <= 15
    assert c.zoom_y <= 15
    assert c.left * c.pace + c.width <= max(c.width, c.length * c.pace) + 1
    assert c.zoom_y <= 1 or c.row * 128 >= c.height - 128


@few
@given(windows, some.floats(0.2, 5), some.floats(0, 1))
def test_zoom_keeps_what_is_under_the_pointer(c, factor, share):
    x = share * c.width
    zoomed = c.zoomed(factor, 1.0, (x, 0))
    room = zoomed.length - zoomed.width / zoomed.pace
    if 0 < zoomed.left < room:
        assert zoomed.time(x) == pytest.approx(c.time(x), abs=2 / min(c.pace, zoomed.pace))


@few
@given(windows, some.floats(-5000, 5000), some.floats(-5000, 5000))
def test_scrolling_there_and_back_stays_within_bounds(c, dx, dy):
    moved = c.scrolled(dx, dy)
    assert moved == moved.held()
    assert moved.zoom_x == c.zoom_x


@few
@given(windows, some.integers(0, 10**6), some.integers(0, 127))
def test_what_is_to_be_shown_is_seen(c, tick, pitch):
    tick = min(tick, c.length)
    shown = c.showing(tick, pitch)
    assert -2 <= shown.x(tick) <= shown.width + 2
    assert -shown.row <= shown.y(pitch) <= shown.height


def test_a_whole_song_is_shown():
    c = Coordinates(width=900, height=300, length=1920 * 100).held()
    fitted = c.fitted(0, 1920 * 90, 40, 80)
    assert fitted.ticks[0] == 0
    assert fitted.ticks[1] >= 1920 * 90
    low, high = fitted.pitches
    assert low <= 40
    assert high >= 80
