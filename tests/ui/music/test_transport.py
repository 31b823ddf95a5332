"""The transport shows what it is told and says what the hand wants."""

import pytest
from PySide6.QtCore import Qt

from studio.music.song import Loop, Song
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.ui.music.transport import Transport, grids
from tests.ui.conftest import show

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot):
    made = Transport()
    qtbot.addWidget(made)
    show(qtbot, made)
    return made


@pytest.mark.parametrize(
    ("button", "signal"),
    [("rewind", "rewind_wanted"), ("stop", "stop_wanted"), ("play", "play_wanted"),
     ("loop", "loop_toggled"), ("metronome", "metronome_toggled"), ("follow", "follow_toggled"),
     ("pencil", "tool_chosen"), ("select", "tool_chosen"), ("sound", "sound_wanted")],
)  # fmt: skip
def test_every_button_says_what_is_wanted(qtbot, bar, button, signal):
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(getattr(bar, button), LEFT)


def test_the_song_is_shown_as_it_is_at_the_place(bar):
    song = Song(
        tempos=TempoMap([Tempo(0, 96), Tempo(1920, 72.5)]),
        metres=MetreMap([Metre(0, 4, 4), Metre(1920, 6, 8)]),
        keys=(Key(2, "dorian"), Key(7, "major", 1920)),
        loop=Loop(0, 1920),
    )
    bar.show_song(song)
    assert (bar.tempo.text(), bar.metre.text(), bar.key.text()) == ("96 bpm", "4/4", "D dorian")
    assert bar.loop.isChecked()
    bar.show_song(song, 1920)
    assert (bar.tempo.value(), bar.metre.text(), bar.key.text()) == (72.5, "6/8", "G major")


def test_the_position_is_counted_as_musicians_do(bar):
    bar.show_position(Song(), 11 * 1920 + 2 * 480 + 240)

    assert bar.position.text().split() == ["12", ":", "3", ":", "240"]


def test_a_typed_tempo_is_taken(qtbot, bar):
    bar.tempo.setFocus()
    bar.tempo.selectAll()
    qtbot.keyClicks(bar.tempo, "88")
    with qtbot.waitSignal(bar.tempo_committed) as taken:
        qtbot.keyClick(bar.tempo, Qt.Key.Key_Return)
    assert taken.args == [88]


def test_menus_choose_metre_key_and_grid(qtbot, bar):
    with qtbot.waitSignal(bar.metre_chosen) as metre:
        next(one for one in bar.metre.menu().actions() if one.text() == "6/8").trigger()
    dorian = next(one for one in bar.key.menu().actions() if one.text() == "dorian").menu()
    with qtbot.waitSignal(bar.key_chosen) as key:
        next(one for one in dorian.actions() if one.text() == "D dorian").trigger()
    with qtbot.waitSignal(bar.grid_chosen) as grid:
        next(one for one in bar.grid.menu().actions() if one.text() == "1/8 T").trigger()
    assert metre.args == [6, 8]
    assert key.args == [Key(2, "dorian")]
    assert grid.args == [160]
    assert bar.grid.text() == "1/8 T"


def test_grids_are_straight_triplet_and_dotted():
    ticks = {one.name: one.ticks for one in grids()}

    assert (ticks["1/1"], ticks["1/64"], ticks["1/4 T"], ticks["1/8."]) == (1920, 30, 320, 360)
    assert len(ticks) == len(grids())


def test_without_a_keyboard_there_is_no_record_button(bar):
    bar.set_recordable(())
    assert not bar.record.isVisible()
    bar.set_recordable(("Keystation",))
    assert bar.record.isVisible()
    assert "Keystation" in bar.record.toolTip()


def test_why_there_is_no_sound_is_one_line(bar):
    bar.show_sound("No sound: install libfluidsynth3.", "")
    assert bar.sound.toolTip() == "No sound: install libfluidsynth3."
    assert not bar.level.isVisible()
    bar.show_sound("", "FluidR3 GM")
    assert "FluidR3 GM" in bar.sound.text()
    assert bar.level.isVisible()


def test_the_level_rises_at_once_and_falls_slowly(bar):
    bar.level.show_level(1.0, 0.0)
    assert not bar.level.resting
    for _ in range(40):
        bar.level.show_level(0.0, 0.0)
    assert bar.level.resting


def test_every_control_has_a_name(bar):
    for one in (bar.rewind, bar.play, bar.tempo, bar.metre, bar.key, bar.grid, bar.sound):
        assert one.accessibleName()
