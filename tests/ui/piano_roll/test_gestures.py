"""Every gesture on the notes, with real presses and moves."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.events import wheel
from tests.ui.piano_roll.conftest import ALT, CTRL, LEFT, PLAIN, RIGHT, SHIFT

FIRST, SECOND, THIRD, FOURTH = (
    (0, 480, 60, 80),
    (480, 240, 64, 90),
    (960, 480, 67, 100),
    (1920, 960, 61, 110),
)


def test_a_press_draws_a_note_on_the_grid_and_a_drag_draws_it_out(desk):
    desk.drag(desk.at(1500, 65), desk.at(1790, 65))
    assert (1440, 360, 65, 90) in desk.notes
    assert desk.edits == [("Draw a note", None)]
    assert len(desk.roll.selection) == 1


def test_nothing_is_asked_for_before_the_release(desk):
    desk.press(desk.at(1500, 65))
    desk.move(desk.at(1700, 65))
    assert desk.edits == []
    assert len(desk.notes) == 4
    desk.release(desk.at(1700, 65))
    assert len(desk.edits) == 1


def test_the_last_length_and_velocity_are_remembered(desk):
    QTest.mouseClick(desk.roll.field, LEFT, PLAIN, desk.at(1000, 67, 8))
    QTest.mouseClick(desk.roll.field, LEFT, PLAIN, desk.at(2880, 70))
    assert (2880, 480, 70, 100) in desk.notes


def test_alt_draws_beside_the_grid(desk):
    desk.drag(desk.at(1500, 65, 0), desk.at(1740, 65, 0), ALT)
    start, length, *_ = next(n for n in desk.notes if n[2] == 65)
    assert start % 120 != 0
    assert abs(start - 1500) <= 10
    assert abs(length - 240) <= 15


def test_drawing_is_heard_at_every_pitch_and_ends(desk):
    desk.press(desk.at(1500, 65))
    desk.move(desk.at(1500, 67))
    desk.release(desk.at(1500, 67))
    assert desk.heard == [(65, 90, True), (65, 90, False), (67, 90, True), (67, 90, False)]
    assert any(note[2] == 67 for note in desk.notes[-3:])


def test_a_drag_moves_a_note_by_the_grid(desk):
    desk.drag(desk.at(200, 60), desk.at(440, 62))
    assert (240, 480, 62, 80) in desk.notes
    assert desk.edits == [("Move notes", None)]


def test_all_selected_notes_move_together(desk):
    desk.roll.set_selection([1, 2])
    desk.drag(desk.at(200, 60), desk.at(320, 61))
    assert (120, 480, 61, 80) in desk.notes
    assert (600, 240, 65, 90) in desk.notes
    assert desk.roll.selection == {1, 2}


def test_alt_moves_beside_the_grid(desk):
    desk.drag(desk.at(200, 60, 0), desk.at(260, 60, 0), ALT)
    start = next(n[0] for n in desk.notes if n[3] == 80)
    assert 50 <= start <= 70


def test_a_note_beside_the_grid_can_change_its_pitch_alone(desk):
    desk.drag(desk.at(200, 60, 0), desk.at(260, 60, 0), ALT)
    start = next(n[0] for n in desk.notes if n[3] == 80)
    desk.drag(desk.at(300, 60), desk.at(300, 63))
    assert (start, 480, 63, 80) in desk.notes


def test_shift_drags_a_copy(desk):
    desk.drag(desk.at(200, 60), desk.at(440, 62), SHIFT)
    assert {(0, 480, 60, 80), (240, 480, 62, 80)} <= set(desk.notes)
    assert desk.edits == [("Copy notes", None)]
    assert len(desk.roll.selection) == 1


def test_the_right_edge_makes_longer_and_the_left_edge_shorter(desk):
    desk.drag(desk.at(480, 60, -3), desk.at(720, 60, -3))
    assert (0, 720, 60, 80) in desk.notes
    desk.drag(desk.at(1920, 61, 2), desk.at(2160, 61, 2))
    assert (2160, 720, 61, 110) in desk.notes
    assert [label for label, _ in desk.edits] == ["Resize notes"] * 2


def test_no_note_becomes_shorter_than_a_step(desk):
    desk.drag(desk.at(480, 60, -3), desk.at(0, 60))
    assert (0, 120, 60, 80) in desk.notes


def test_control_drags_a_box_with_the_pencil(desk):
    desk.drag(desk.at(20, 69), desk.at(1200, 59), CTRL)
    assert desk.roll.selection == {1, 2, 3}
    desk.drag(desk.at(1800, 63), desk.at(2500, 60), CTRL)
    assert desk.roll.selection == {1, 2, 3, 4}
    assert desk.edits == []


def test_the_select_tool_boxes_and_a_click_lets_go(desk):
    desk.roll.set_tool("select")
    desk.drag(desk.at(400, 69), desk.at(1200, 63))
    assert desk.roll.selection == {2, 3}
    QTest.mouseClick(desk.roll.field, LEFT, PLAIN, desk.at(3000, 70))
    assert desk.roll.selection == frozenset()
    assert len(desk.notes) == 4


def test_clicks_select_one_control_and_shift_more(desk):
    click = QTest.mouseClick
    click(desk.roll.field, LEFT, PLAIN, desk.at(200, 60))
    assert desk.roll.selection == {1}
    click(desk.roll.field, LEFT, CTRL, desk.at(560, 64))
    assert desk.roll.selection == {1, 2}
    click(desk.roll.field, LEFT, SHIFT, desk.at(1200, 67))
    assert desk.roll.selection == {1, 2, 3}
    click(desk.roll.field, LEFT, CTRL, desk.at(200, 60))
    assert desk.roll.selection == {2, 3}
    click(desk.roll.field, LEFT, PLAIN, desk.at(560, 64))
    assert desk.roll.selection == {2}


def test_the_right_button_erases_all_that_it_crosses_in_one_step(desk):
    desk.drag(desk.at(200, 60), desk.at(1200, 67), button=RIGHT)
    assert desk.edits == [("Erase notes", None)]
    assert FIRST not in desk.notes
    assert THIRD not in desk.notes
    assert FOURTH in desk.notes


def test_a_double_click_removes_a_note_but_not_one_it_drew(desk):
    desk.double_click(desk.at(200, 60))
    assert FIRST not in desk.notes
    desk.double_click(desk.at(3000, 70))
    assert len(desk.notes) == 4


def test_a_double_click_draws_with_the_select_tool(desk):
    desk.roll.set_tool("select")
    desk.double_click(desk.at(2880, 70))
    assert any(note[:1] + note[2:3] == (2880, 70) for note in desk.notes)


def test_escape_takes_a_drag_back(desk):
    desk.press(desk.at(200, 60))
    desk.move(desk.at(900, 65))
    desk.key(Qt.Key.Key_Escape)
    desk.release(desk.at(900, 65))
    assert desk.edits == []
    assert FIRST in desk.notes


@pytest.mark.parametrize("held", [PLAIN, SHIFT, ALT])
def test_a_click_on_a_note_changes_nothing(desk, held):
    QTest.mouseClick(desk.roll.field, LEFT, held, desk.at(200, 60))
    assert desk.edits == []


def test_the_middle_button_pans(desk):
    before = desk.roll.visible_ticks()
    desk.drag(desk.at(1000, 66), desk.at(500, 60), button=Qt.MouseButton.MiddleButton)
    assert desk.roll.visible_ticks()[0] - before[0] == pytest.approx(500, abs=20)


def test_a_drag_beyond_the_edge_scrolls_on(desk, qtbot):
    desk.press(desk.at(200, 60))
    far = QPoint(desk.roll.field.width() + 80, desk.at(0, 60).y())
    desk.move(far)
    qtbot.waitUntil(lambda: desk.roll.visible_ticks()[0] > 400, timeout=2000)
    desk.release(far)
    assert max(start for start, *_ in desk.notes) > 9_000
    first = desk.roll.visible_ticks()[0]
    qtbot.waitUntil(lambda: desk.roll.visible_ticks()[0] == first, timeout=500)


def test_the_wheel_scrolls_and_zooms_at_the_pointer(desk):
    field, sheet = desk.roll.field, desk.roll.field._sheet
    top, left = sheet.coordinates.top, sheet.coordinates.left
    wheel(field, -1)
    assert sheet.coordinates.top == pytest.approx(top + 3)
    wheel(field, -1, modifiers=SHIFT)
    assert sheet.coordinates.left > left
    at = QPoint(300, 100)
    tick, pitch = sheet.coordinates.time(300), sheet.coordinates.pitch(100)
    wheel(field, 3, at, CTRL)
    assert sheet.coordinates.zoom_x > 1.4
    assert sheet.coordinates.time(300) == pytest.approx(tick, abs=10)
    wheel(field, 3, at, CTRL | SHIFT)
    assert sheet.coordinates.zoom_y > 1.4
    assert sheet.coordinates.pitch(100) == pitch


def test_zoom_stays_within_its_bounds(desk):
    sheet = desk.roll.field._sheet
    for notches, bound in ((60, 15), (-120, 0.15)):
        for _ in range(4):
            wheel(desk.roll.field, notches, modifiers=CTRL)
            wheel(desk.roll.field, notches, modifiers=CTRL | SHIFT)
        assert sheet.coordinates.zoom_x == pytest.approx(bound)
    assert sheet.coordinates.left == 0
    assert sheet.coordinates.row * 128 >= sheet.coordinates.height


def test_an_undo_in_the_middle_of_a_drag_ends_it(desk):
    desk.press(desk.at(200, 60))
    desk.move(desk.at(900, 65))
    desk.roll.set_song(desk.song.with_notes(0, desk.song.tracks[0].notes.without({2})))
    desk.release(desk.at(900, 65))
    assert desk.edits == []
