"""The desk: what the hand wants becomes an edit of the document, and the document is played."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from studio.music import edit
from studio.music.note import Note, Notes
from studio.music.song import Loop, Song, Track
from studio.music.theory import Key
from studio.ui.music.desk import MusicDesk
from studio.ui.music.music_panel import MusicPanel

LEFT = Qt.MouseButton.LeftButton


def pitches(desk, place=0):
    return desk.song.tracks[place].notes.pitch.tolist()


def test_without_a_song_there_is_a_piano_to_draw_on(qtbot, editor, messages, settings):
    panel = MusicPanel()
    qtbot.addWidget(panel)
    desk = MusicDesk(editor, panel, messages, settings)
    assert [track.name for track in desk.song.tracks] == ["Piano"]
    assert editor.document.song is None

    desk.edits.change_notes("Draw", Notes([Note(0, 480, 60)]))

    assert len(editor.document.song.tracks[0].notes) == 1
    editor.undo()
    assert editor.document.song is None
    assert len(desk.song.tracks[0].notes) == 0


def test_playing_moves_the_playhead_and_holding_keeps_it(qtbot, desk):
    bar = desk.panel.transport
    qtbot.mouseClick(bar.play, LEFT)
    qtbot.waitUntil(lambda: desk.tick > 100, timeout=5000)
    assert bar.play.isChecked()
    qtbot.mouseClick(bar.play, LEFT)
    held = desk.tick
    assert held > 100
    assert not desk.is_playing
    qtbot.mouseClick(bar.stop, LEFT)
    assert desk.tick == 0


def test_the_song_ends_by_itself(qtbot, desk):
    desk.seek(3 * 480 + 300)
    with qtbot.waitSignal(desk.playing_changed, check_params_cb=lambda on: not on, timeout=8000):
        desk.toggle()
    assert not desk.panel.transport.play.isChecked()


def test_stopping_in_a_loop_goes_back_to_its_beginning(qtbot, desk, editor):
    editor.edit("Loop", editor.document.with_song(replace(desk.song, loop=Loop(480, 1920))))
    desk.seek(960)
    desk.toggle()
    desk.stop()
    assert desk.tick == 480


def test_edits_go_through_the_document_and_back(desk, editor):
    desk.panel.roll.set_selection({1, 2})
    desk.edits.transpose(12)
    assert pitches(desk) == [72, 74, 64, 66]
    assert editor.undo_text == "Transpose"
    editor.undo()
    assert pitches(desk) == [60, 62, 64, 66]
    assert pitches(desk, 1) == [60, 62, 64, 66]


def test_without_a_selection_the_whole_track_is_meant(desk):
    desk.edits.transpose(1)
    assert pitches(desk) == [61, 63, 65, 67]


@pytest.mark.parametrize(
    ("act", "after"),
    [
        (lambda desk: desk.edits.transpose_in_scale(1), [62, 64, 65, 68]),
        (lambda desk: desk.edits.invert(), [60, 59, 57, 54]),
        (lambda desk: desk.edits.apply("Retrograde", edit.retrograde), [66, 64, 62, 60]),
    ],
)
def test_the_menu_shapes_the_notes(desk, act, after):
    act(desk)
    assert pitches(desk) == after


def test_quantise_follows_the_settings(desk, settings):
    settings.change(quantise_strength=0.5)
    notes = Notes([Note(100, 200, 60)])
    desk.edits.change_notes("Draw", notes)
    desk.panel.roll.set_grid(120)
    desk.edits.quantise()
    assert desk.song.tracks[0].notes.start.tolist() == [110]


def test_an_empty_track_is_a_sentence(desk, messages):
    desk.panel.choose_track(1)
    desk.edits.change_notes("Clear", Notes())
    desk.edits.humanise()
    assert "draw one first" in messages.texts()[-1]


def test_locking_twice_frees(desk):
    desk.panel.roll.set_selection({2})
    desk.edits.toggle_lock()
    assert desk.song.tracks[0].notes.locked.tolist() == [False, True, False, False]
    desk.edits.toggle_lock()
    assert not desk.song.tracks[0].notes.locked.any()


def test_tempo_metre_and_key_are_edits(desk, editor):
    desk.edits.set_tempo(90)
    desk.edits.set_metre(3, 4)
    desk.edits.set_key(Key(2, "dorian"))
    song = editor.document.song
    assert song.tempos.at(0) == 90
    assert song.metres.at(0).numerator == 3
    assert desk.panel.transport.key.text() == "D dorian"
    assert [editor.undo() or desk.song.key_at(0) for _ in range(3)] == [Key()] * 3
    assert desk.song.tempos.at(0) == 120


def test_tracks_come_and_go_and_undo_brings_them_back(desk, editor):
    desk.edits.add_track()
    assert desk.place == 2
    desk.edits.remove_track(0)
    assert [track.name for track in desk.song.tracks] == ["Bass", "Track 3"]
    assert desk.place == 1
    editor.undo()
    assert desk.song.tracks[0].name == "Melody"


def test_the_last_track_makes_room_for_an_empty_one(desk):
    desk.edits.remove_track(0)
    desk.edits.remove_track(0)
    assert [len(track.notes) for track in desk.song.tracks] == [0]


def test_mute_and_solo_belong_to_the_track_that_is_edited(desk):
    desk.panel.choose_track(1)
    desk.edits.toggle_mute()
    desk.edits.toggle_solo()
    assert (desk.song.tracks[1].muted, desk.song.tracks[1].solo) == (True, True)
    assert desk.song.audible == (False, True)


def test_the_loop_goes_around_the_bars_of_the_selection(desk, editor):
    desk.panel.roll.set_selection({2})
    desk.edits.loop_selection()
    assert editor.document.song.loop == Loop(0, 1920)
    desk.edits.toggle_loop()
    assert not editor.document.song.loop.on
    assert not desk.panel.transport.loop.isChecked()


def test_the_metronome_is_remembered(qtbot, desk, settings):
    qtbot.mouseClick(desk.panel.transport.metronome, LEFT)
    assert settings.value.metronome
    desk.toggle_metronome()
    assert not desk.panel.transport.metronome.isChecked()


def test_an_edit_while_it_plays_does_not_stop_it(qtbot, desk):
    desk.toggle()
    qtbot.waitUntil(lambda: desk.tick > 50, timeout=5000)
    desk.edits.transpose(2)
    before = desk.tick
    qtbot.waitUntil(lambda: desk.tick > before, timeout=5000)
    assert desk.is_playing


def test_another_document_takes_the_place_of_the_song(desk, editor):
    editor.reset(editor.document.with_song(Song(tracks=(Track("Alone"),))))
    assert [track.name for track in desk.song.tracks] == ["Alone"]
    editor.reset(editor.document.with_song(None))
    assert [track.name for track in desk.song.tracks] == ["Piano"]


def test_why_nothing_is_heard_is_shown(qtbot, desk):
    qtbot.waitUntil(lambda: bool(desk.player.problem), timeout=5000)
    desk._look_at_sound()
    assert desk.panel.transport.sound.toolTip() == desk.player.problem


def test_drawing_in_the_roll_is_an_edit(qtbot, desk, editor):
    roll = desk.panel.roll
    roll.set_tool("pencil")
    field = roll.field
    before = len(desk.song.tracks[0].notes)
    spot = field.rect().center()
    qtbot.mouseClick(field, LEFT, pos=spot)
    assert len(editor.document.song.tracks[0].notes) == before + 1


def test_tab_goes_from_the_tracks_to_the_roll(qtbot, desk):
    rows = desk.panel.tracks.rows
    field = desk.panel.roll.field
    field.setFocus()
    seen = []
    for _ in range(12):
        qtbot.keyClick(desk.panel.focusWidget(), Qt.Key.Key_Backtab)
        seen.append(desk.panel.focusWidget())
        if seen[-1] is rows[0]:
            break
    assert seen.index(rows[1]) < seen.index(rows[0])
    assert desk.panel.tracks.fold not in seen
