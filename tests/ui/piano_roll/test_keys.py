"""Everything by keys, from writing a phrase to looping it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.music.song import Loop
from studio.ui.piano_roll import clipboard
from tests.ui.piano_roll.conftest import ALT, CTRL, PLAIN, SHIFT

K = Qt.Key


def cursor(desk):
    """Where the next note is written."""
    return desk.roll.field.sheet.cursor


def test_arrows_move_the_selected_notes(desk):
    desk.roll.set_selection([1, 2])
    desk.key(K.Key_Up)
    desk.key(K.Key_Right)
    desk.key(K.Key_Up, SHIFT)
    assert {(120, 480, 73, 80), (600, 240, 77, 90)} <= set(desk.notes)
    desk.key(K.Key_Down, SHIFT)
    desk.key(K.Key_Down)
    desk.key(K.Key_Left)
    assert {(0, 480, 60, 80), (480, 240, 64, 90)} <= set(desk.notes)
    assert desk.roll.selection == {1, 2}


def test_steps_of_one_kind_go_together_in_the_undo(desk):
    desk.roll.set_selection([1])
    for key, merge in ((K.Key_Up, "transpose"), (K.Key_Right, "nudge")):
        desk.key(key)
        desk.key(key)
        assert [m for _, m in desk.edits[-2:]] == [merge, merge]


def test_shift_and_arrows_change_the_length(desk):
    desk.roll.set_selection([1])
    desk.key(K.Key_Right, SHIFT)
    assert (0, 600, 60, 80) in desk.notes
    for _ in range(9):
        desk.key(K.Key_Left, SHIFT)
    assert desk.notes[0][1] <= 120


def test_control_and_arrows_change_the_velocity(desk):
    desk.roll.set_selection([1])
    desk.key(K.Key_Up, CTRL)
    desk.key(K.Key_Down, CTRL | SHIFT)
    assert (0, 480, 60, 87) in desk.notes


def test_a_phrase_is_written_by_keys_alone(desk):
    desk.key(K.Key_A, CTRL)
    desk.key(K.Key_Delete)
    assert desk.notes == []
    desk.key(K.Key_Home)
    desk.key(K.Key_Right)
    desk.key(K.Key_Left)
    start, pitch = cursor(desk).tick, cursor(desk).pitch
    assert start == 0
    desk.key(K.Key_Return)
    desk.key(K.Key_Up)
    desk.key(K.Key_Up)
    desk.key(K.Key_Right, SHIFT)
    desk.key(K.Key_Insert)
    desk.key(K.Key_PageDown)
    desk.key(K.Key_Return)
    assert desk.notes == [
        (0, 120, pitch, 90),
        (120, 240, pitch + 2, 90),
        (1920, 240, pitch + 2, 90),
    ]
    assert desk.roll.selection == frozenset()


def test_the_cursor_is_heard_and_falls_silent(desk, qtbot):
    desk.key(K.Key_Up)
    pitch = cursor(desk).pitch
    assert desk.heard == [(pitch, 90, True)]
    qtbot.waitUntil(lambda: desk.heard[-1] == (pitch, 90, False), timeout=2000)


def test_enter_selects_the_note_below_the_cursor_and_escape_lets_go(desk):
    desk.key(K.Key_Right, CTRL)
    desk.key(K.Key_Escape)
    assert desk.roll.selection == frozenset()
    desk.key(K.Key_Return)
    assert desk.roll.selection == {1}
    assert len(desk.notes) == 4


def test_delete_takes_the_note_below_the_cursor(desk):
    desk.key(K.Key_Right, CTRL)
    desk.key(K.Key_Escape)
    desk.key(K.Key_Delete)
    assert len(desk.notes) == 3


def test_control_and_arrows_walk_from_note_to_note(desk):
    walked = []
    for key, held in ((K.Key_Right, CTRL),) * 3 + ((K.Key_Left, CTRL), (K.Key_Right, CTRL | SHIFT)):
        desk.key(key, held)
        walked.append(set(desk.roll.selection))
    assert walked == [{1}, {2}, {3}, {2}, {2, 3}]
    for _ in range(9):
        desk.key(K.Key_Right, CTRL)
    assert desk.roll.selection == {4}


def test_select_all_copy_cut_and_paste(desk):
    desk.roll.set_selection([2, 3])
    desk.key(K.Key_C, CTRL)
    desk.roll.set_playhead(3840)
    desk.key(K.Key_V, CTRL)
    assert {(3840, 240, 64, 90), (4320, 480, 67, 100)} <= set(desk.notes)
    assert len(desk.roll.selection) == 2
    desk.key(K.Key_X, CTRL)
    assert len(desk.notes) == 4
    desk.key(K.Key_A, CTRL)
    assert len(desk.roll.selection) == 4


def test_what_is_pasted_at_the_cursor_moves_it_on(desk):
    desk.roll.set_selection([1])
    desk.key(K.Key_C, CTRL)
    desk.key(K.Key_Escape)
    desk.key(K.Key_PageDown)
    desk.key(K.Key_PageDown)
    at = cursor(desk).tick
    desk.key(K.Key_V, CTRL)
    desk.key(K.Key_V, CTRL)
    starts = sorted(start for start, *_ in desk.notes if start >= at)
    assert starts == [at, at + 480]


@pytest.mark.parametrize(
    "packed",
    [
        *(b"", b"{", b"[1]", b'{"version":1,"ticks":0,"notes":[]}'),
        b'{"version":1,"ticks":480,"notes":[[0,1,999,1,0]]}',
    ],
)
def test_what_is_no_clip_is_not_pasted(desk, packed):
    data = QMimeData()
    data.setData(clipboard.MIME, packed)
    QGuiApplication.clipboard().setMimeData(data)
    desk.key(K.Key_V, CTRL)
    assert desk.edits == []


def test_duplicate_repeats_right_after(desk):
    desk.roll.set_selection([1, 2])
    desk.key(K.Key_D, CTRL)
    assert {(720, 480, 60, 80), (1200, 240, 64, 90)} <= set(desk.notes)
    desk.key(K.Key_D, CTRL)
    assert {(1440, 480, 60, 80), (1920, 240, 64, 90)} <= set(desk.notes)


def test_l_loops_the_bars_of_the_selection_and_again_no_more(desk):
    desk.roll.set_selection([4])
    desk.key(K.Key_L)
    desk.key(K.Key_L)
    assert desk.loops == [Loop(1920, 3840), None]


def test_wishes_for_others_are_passed_on(desk, qtbot):
    for key, signal in (
        (K.Key_Q, desk.roll.quantise_wanted),
        (K.Key_M, desk.roll.mute_wanted),
        (K.Key_S, desk.roll.solo_wanted),
    ):
        with qtbot.waitSignal(signal):
            desk.key(key)


def test_digits_take_the_tools(desk):
    tools = []
    desk.roll.tool_changed.connect(tools.append)
    desk.key(K.Key_2)
    desk.key(K.Key_1)
    assert tools == ["select", "pencil"]


def test_home_goes_to_the_start(desk):
    desk.roll.show_tick(1920 * 8)
    desk.key(K.Key_Home)
    assert desk.seeks == [0]
    assert desk.roll.visible_ticks()[0] == 0


def test_plus_and_minus_zoom(desk):
    sheet = desk.roll.field.sheet
    before = sheet.coordinates
    desk.key(K.Key_Plus)
    desk.key(K.Key_Plus, ALT)
    assert sheet.coordinates.zoom_x > before.zoom_x
    assert sheet.coordinates.zoom_y > before.zoom_y
    desk.key(K.Key_Minus)
    desk.key(K.Key_0, CTRL)
    assert desk.roll.visible_ticks()[1] >= desk.song.length


@pytest.mark.parametrize(
    ("key", "held", "mine"),
    [
        *((K.Key_C, CTRL, True), (K.Key_D, CTRL, True), (K.Key_M, PLAIN, True)),
        *((K.Key_1, PLAIN, True), (K.Key_L, PLAIN, True), (K.Key_Escape, PLAIN, False)),
        *((K.Key_Space, PLAIN, False), (K.Key_M, CTRL, False), (K.Key_Z, CTRL, False)),
        *((K.Key_S, CTRL, False), (K.Key_K, PLAIN, False), (K.Key_1, CTRL, False)),
    ],
)
def test_its_own_keys_win_over_the_shortcuts_of_the_window(desk, key, held, mine):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()
    QApplication.sendEvent(desk.roll.field, event)
    assert event.isAccepted() == mine


def test_a_picture_on_the_clipboard_is_left_to_the_window(desk):
    QGuiApplication.clipboard().setText("no notes")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, K.Key_V, CTRL)
    event.ignore()
    QApplication.sendEvent(desk.roll.field, event)
    assert not event.isAccepted()


def test_keys_work_after_a_click_on_any_part(desk, qtbot):
    roll = desk.roll
    for part in (roll.lane, roll.ruler, roll.keyboard, roll.minimap):
        qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
        assert roll.field.hasFocus()


def test_notes_at_the_edge_stop_there(desk):
    desk.song = replace(desk.song)
    desk.roll.set_selection([1, 4])
    for _ in range(9):
        desk.key(K.Key_Up, SHIFT)
    assert max(pitch for _, _, pitch, _ in desk.notes) <= 127
    desk.key(K.Key_Left)
    assert min(start for start, *_ in desk.notes) == 0
    QTest.keyClick(desk.roll.field, K.Key_Down)
