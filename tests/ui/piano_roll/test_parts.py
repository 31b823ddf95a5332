"""Ruler, keys, velocities and the strip of the whole song under the pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studio.music.song import Loop
from tests.ui.events import wheel
from tests.ui.piano_roll.conftest import ALT, CTRL, LEFT, PLAIN, SHIFT, send_move


def pull(widget, start, end, held=PLAIN, by=4):
    """A drag over a part of the roll."""
    QTest.mousePress(widget, LEFT, held, start)
    for step in range(1, by + 1):
        send_move(widget, start + (end - start) * step / by, held)
    QTest.mouseRelease(widget, LEFT, held, end)


# -- the ruler -----------------------------------------------------------------------------------


def on_ruler(desk, tick, y=20):
    return QPoint(round(desk.roll.field.sheet.coordinates.x(tick)), y)


def test_a_click_on_the_ruler_goes_there(desk):
    QTest.mouseClick(desk.roll.ruler, LEFT, PLAIN, on_ruler(desk, 965))
    assert desk.seeks == [960]
    QTest.mouseClick(desk.roll.ruler, LEFT, ALT, on_ruler(desk, 1010))
    assert desk.seeks[1] % 120 != 0


def test_a_drag_on_the_ruler_loops_and_a_double_click_loops_no_more(desk):
    pull(desk.roll.ruler, on_ruler(desk, 960), on_ruler(desk, 1920))
    assert desk.loops == [Loop(960, 1920)]
    QTest.mouseDClick(desk.roll.ruler, LEFT, PLAIN, on_ruler(desk, 1200))
    assert desk.loops[-1] is None
    assert desk.seeks == []


def test_a_drag_to_the_left_loops_as_well(desk):
    pull(desk.roll.ruler, on_ruler(desk, 1920), on_ruler(desk, 960))
    assert desk.loops == [Loop(960, 1920)]


def test_the_ends_of_the_loop_can_be_dragged(desk):
    pull(desk.roll.ruler, on_ruler(desk, 960), on_ruler(desk, 1920))
    pull(desk.roll.ruler, on_ruler(desk, 1920, 3), on_ruler(desk, 2880, 3))
    assert desk.loops[-1] == Loop(960, 2880)
    pull(desk.roll.ruler, on_ruler(desk, 960, 3), on_ruler(desk, 0, 3))
    assert desk.loops[-1] == Loop(0, 2880)


# -- the keys ------------------------------------------------------------------------------------


def on_key(desk, pitch, x=10):
    c = desk.roll.field.sheet.coordinates
    return QPoint(x, round(c.y(pitch) + c.row / 2))


def test_a_key_is_heard_as_long_as_it_is_held(desk):
    QTest.mousePress(desk.roll.keyboard, LEFT, PLAIN, on_key(desk, 60))
    assert [what[::2] for what in desk.heard] == [(60, True)]
    QTest.mouseRelease(desk.roll.keyboard, LEFT, PLAIN, on_key(desk, 60))
    assert desk.heard[-1][::2] == (60, False)


def test_a_drag_along_the_keys_is_a_glissando(desk):
    pull(desk.roll.keyboard, on_key(desk, 60, 50), on_key(desk, 64, 50), by=8)
    on = [pitch for pitch, _, sounds in desk.heard if sounds]
    assert on[0] == 60
    assert on[-1] == 64
    assert sum(sounds for *_, sounds in desk.heard) * 2 == len(desk.heard)


def test_a_key_is_louder_nearer_to_the_notes(desk):
    for x in (2, 55):
        QTest.mouseClick(desk.roll.keyboard, LEFT, PLAIN, on_key(desk, 60, x))
    soft, loud = (velocity for _, velocity, on in desk.heard if on)
    assert soft < loud


def test_control_selects_the_notes_of_a_key(desk):
    QTest.mouseClick(desk.roll.keyboard, LEFT, CTRL, on_key(desk, 64))
    assert desk.roll.selection == {2}


def test_sounding_keys_light_up(desk):
    dark = desk.roll.keyboard.grab().toImage()
    desk.roll.set_sounding({60, 64})
    assert desk.roll.keyboard.grab().toImage() != dark
    desk.roll.set_sounding(())
    assert desk.roll.keyboard.grab().toImage() == dark


# -- velocities ----------------------------------------------------------------------------------


def on_lane(desk, tick, velocity):
    lane = desk.roll.lane
    return QPoint(round(desk.roll.field.sheet.coordinates.x(tick)) + 2, round(lane.y(velocity)))


def velocities(desk):
    return [velocity for *_, velocity in desk.notes]


def test_a_press_sets_one_velocity(desk):
    QTest.mouseClick(desk.roll.lane, LEFT, PLAIN, on_lane(desk, 480, 40))
    assert velocities(desk) == [80, pytest.approx(40, abs=1), 100, 110]
    assert desk.edits == [("Velocity", None)]


def test_a_drag_is_a_ramp_in_one_step(desk):
    pull(desk.roll.lane, on_lane(desk, 0, 30), on_lane(desk, 1920, 120))
    assert len(desk.edits) == 1
    assert velocities(desk) == pytest.approx([30, 52.5, 75, 120], abs=2)


def test_a_ramp_to_the_left_is_the_same(desk):
    pull(desk.roll.lane, on_lane(desk, 1920, 120), on_lane(desk, 0, 30))
    assert velocities(desk) == pytest.approx([30, 52.5, 75, 120], abs=2)


def test_shift_draws_a_free_line(desk):
    lane = desk.roll.lane
    way = [on_lane(desk, 0, 20), on_lane(desk, 480, 100), on_lane(desk, 960, 20)]
    QTest.mousePress(lane, LEFT, SHIFT, way[0])
    for place in way[1:]:
        send_move(lane, place, SHIFT)
    QTest.mouseRelease(lane, LEFT, SHIFT, way[-1])
    assert velocities(desk)[:3] == pytest.approx([20, 100, 20], abs=2)


def test_where_a_selected_note_is_met_only_the_selected_change(desk):
    desk.roll.set_selection([1, 3])
    pull(desk.roll.lane, on_lane(desk, 0, 50), on_lane(desk, 1920, 50))
    assert velocities(desk) == [pytest.approx(50, abs=1), 90, pytest.approx(50, abs=1), 110]


def test_alt_is_finer(desk):
    start = on_lane(desk, 480, 90)
    pull(desk.roll.lane, start, start - QPoint(0, 40), ALT)
    full = desk.roll.lane.velocity(start.y() - 40) - desk.roll.lane.velocity(start.y())
    assert 0 < velocities(desk)[1] - 90 <= full / 3


def test_the_value_is_shown_beside_the_pointer(desk):
    plain = desk.roll.lane.grab().toImage()
    send_move(desk.roll.lane, on_lane(desk, 480, 60), button=Qt.MouseButton.NoButton)
    assert desk.roll.lane.grab().toImage() != plain


def test_nothing_is_asked_for_before_the_release_of_a_ramp(desk):
    QTest.mousePress(desk.roll.lane, LEFT, PLAIN, on_lane(desk, 0, 30))
    send_move(desk.roll.lane, on_lane(desk, 1920, 120))
    assert desk.edits == []
    QTest.mouseRelease(desk.roll.lane, LEFT, PLAIN, on_lane(desk, 1920, 120))
    assert len(desk.edits) == 1


# -- the whole song ------------------------------------------------------------------------------


def test_the_window_of_the_strip_is_dragged(desk):
    strip = desk.roll.minimap
    desk.roll.field.sheet.set_coordinates(
        desk.roll.field.sheet.coordinates.zoomed(4, 1, (0, 0)).scrolled(-1e6, 0)
    )
    middle = strip.window_box().center().toPoint()
    pull(strip, middle, middle + QPoint(200, 0))
    length = desk.roll.field.sheet.coordinates.length
    moved = 200 / strip.width() * length
    assert desk.roll.visible_ticks()[0] == pytest.approx(moved, rel=0.02)


def test_a_press_beside_the_window_goes_there(desk):
    strip = desk.roll.minimap
    QTest.mouseClick(strip, LEFT, PLAIN, QPoint(strip.width() - 60, 10))
    begin, end = desk.roll.visible_ticks()
    place = (strip.width() - 60) / strip.width() * desk.roll.field.sheet.coordinates.length
    assert begin <= place <= end


def test_an_end_of_the_window_zooms(desk):
    strip, sheet = desk.roll.minimap, desk.roll.field.sheet
    before = sheet.coordinates.zoom_x
    right = QPoint(round(strip.window_box().right()), 10)
    pull(strip, right, right - QPoint(60, 0))
    assert sheet.coordinates.zoom_x > before


def test_the_wheel_scrolls_in_time_beside_the_notes(desk):
    for part in (desk.roll.ruler, desk.roll.lane, desk.roll.minimap):
        before = desk.roll.visible_ticks()[0]
        wheel(part, -1)
        assert desk.roll.visible_ticks()[0] > before
