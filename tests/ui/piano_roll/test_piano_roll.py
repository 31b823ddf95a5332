"""The roll as a whole: a pure view that follows what it is told."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor

from studio.music.note import Note, Notes
from studio.music.song import Loop, Marker, Song, Track
from studio.music.theory import parse_key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.ui import theme
from studio.ui.piano_roll import colours
from studio.ui.piano_roll.note_painting import DENSE
from tests.ui.piano_roll.conftest import BAR


def pixels(widget):
    return widget.grab().toImage()


def test_a_song_without_tracks_is_shown(desk):
    desk.roll.set_song(Song())
    assert desk.roll.track == 0
    pixels(desk.roll)
    desk.roll.zoom_to_fit()
    pixels(desk.roll)


def test_every_sign_of_a_song_is_painted(desk, qapp):
    song = replace(
        desk.song,
        keys=(parse_key("D dorian"), replace(parse_key("Bb"), tick=BAR * 2)),
        metres=MetreMap([Metre(0, 7, 8), Metre(1680 * 2, 3, 4)]),
        tempos=TempoMap([Tempo(0, 90), Tempo(BAR, 120)]),
        markers=(Marker(0, "Verse"), Marker(BAR, "Chorus")),
        loop=Loop(480, 1440),
    )
    for name in ("dark", "light", "contrast"):
        theme.apply(qapp, name)
        before = pixels(desk.roll)
        desk.roll.set_song(song)
        assert pixels(desk.roll) != before
        desk.roll.set_song(desk.song)
    theme.apply(qapp, "dark")


def test_the_same_song_paints_the_same_picture(desk):
    first = pixels(desk.roll)
    desk.roll.set_selection([1])
    desk.roll.set_playhead(480)
    desk.roll.set_ghosts(Notes([Note(0, 480, 65)]), QColor("red"))
    assert pixels(desk.roll) != first
    desk.roll.set_selection(())
    desk.roll.set_playhead(None)
    desk.roll.set_ghosts(None)
    assert pixels(desk.roll) == first


def test_a_note_lies_where_its_coordinates_say(desk):
    image = pixels(desk.roll.field)
    place = desk.at(2400, 61)
    other = desk.at(2400, 62)
    assert QColor(image.pixel(place)).hsvSaturation() > 60
    assert QColor(image.pixel(other)).hsvSaturation() < 60


def test_the_selection_stays_as_far_as_the_notes_do(desk):
    desk.roll.set_selection([1, 2, 99])
    assert desk.roll.selection == {1, 2}
    desk.roll.set_song(desk.song.with_notes(0, desk.song.tracks[0].notes.without({1})))
    assert desk.roll.selection == {2}


def test_another_track_begins_without_a_selection(desk, qtbot):
    desk.roll.set_selection([1])
    with qtbot.waitSignal(desk.roll.track_changed) as changed:
        desk.roll.set_track(1)
    assert changed.args == [1]
    assert desk.roll.selection == frozenset()
    assert len(desk.notes) == 3


def test_a_song_with_fewer_tracks_shows_the_last(desk):
    desk.roll.set_track(1)
    desk.roll.set_song(desk.song.without_track(1))
    assert desk.roll.track == 0


def test_the_paper_follows_at_nine_tenths(desk):
    width = desk.roll.visible_ticks()[1] - desk.roll.visible_ticks()[0]
    desk.roll.set_playhead(round(width * 0.85))
    assert desk.roll.visible_ticks()[0] == 0
    desk.roll.set_playhead(round(width * 0.92))
    begin = desk.roll.visible_ticks()[0]
    assert begin == pytest.approx(width * 0.82, rel=0.02)
    desk.roll.set_follow(False)
    desk.roll.set_playhead(width * 4)
    assert desk.roll.visible_ticks()[0] == begin


def test_the_paper_follows_back_to_the_start(desk):
    desk.roll.set_playhead(BAR * 8)
    desk.roll.set_playhead(0)
    assert desk.roll.visible_ticks()[0] == 0


def test_a_hand_that_scrolls_away_while_it_plays_is_left_there(desk):
    for tick in range(0, 400, 20):
        desk.roll.set_playhead(tick)
    desk.roll.show_tick(BAR * 7)
    begin = desk.roll.visible_ticks()[0]
    for tick in range(400, 800, 20):
        desk.roll.set_playhead(tick)
    assert desk.roll.visible_ticks()[0] == begin > 0
    desk.roll.field.sheet.set_coordinates(replace(desk.roll.field.sheet.coordinates, left=0.0))
    width = desk.roll.visible_ticks()[1]
    desk.roll.set_playhead(round(width * 0.88))
    desk.roll.set_playhead(round(width * 0.93))
    assert desk.roll.visible_ticks()[0] > 0


def test_a_playhead_far_beyond_any_screen_is_no_harm(desk):
    desk.roll.set_follow(False)
    desk.roll.set_playhead(2**31 - 1)
    desk.roll.set_playhead(0)


def test_an_edit_that_is_refused_selects_nothing(desk):
    desk.roll.edited.disconnect()
    desk.drag(desk.at(1500, 65), desk.at(1790, 65))
    assert desk.roll.selection == frozenset()
    assert len(desk.roll.song.tracks[0].notes) == 4


def test_a_playhead_at_rest_leaves_a_scrolling_hand_alone(desk):
    desk.roll.set_playhead(100)
    desk.roll.show_tick(BAR * 7)
    begin = desk.roll.visible_ticks()[0]
    desk.roll.set_playhead(100)
    assert desk.roll.visible_ticks()[0] == begin > 0


def test_zoom_to_fit_shows_all_of_it(desk):
    song = desk.song.with_notes(0, desk.song.tracks[0].notes.added([Note(BAR * 40, 480, 90)]))
    desk.roll.set_song(song)
    desk.roll.zoom_to_fit()
    begin, end = desk.roll.visible_ticks()
    assert begin == 0
    assert end >= song.end


def test_an_unknown_tool_is_refused(desk):
    with pytest.raises(ValueError, match="hammer"):
        desk.roll.set_tool("hammer")


def test_the_grid_can_go_by_the_zoom(desk):
    desk.roll.set_grid(0)
    coarse = desk.roll.grid_ticks()
    sheet = desk.roll.field.sheet
    sheet.set_coordinates(sheet.coordinates.zoomed(8, 1, (0, 0)))
    assert desk.roll.grid_ticks() < coarse


def test_very_many_notes_are_painted_as_an_image_in_the_same_places(desk):
    random = np.random.default_rng(1)
    count = DENSE * 2
    start = np.sort(random.integers(0, BAR * 8, count))
    notes = Notes.of_columns(
        start, np.full(count, 60), random.integers(56, 70, count), np.full(count, 90)
    )
    few = notes.where(np.arange(count) % 4 == 0)
    sheet = desk.roll.field.sheet
    sheet.set_coordinates(sheet.coordinates.showing(0, 62))
    desk.roll.set_song(Song(tracks=(Track(notes=few),)))
    for image in (pixels(desk.roll.field),):
        for note in (few[3], few[40]):
            colour = QColor(image.pixel(desk.at(note.start, note.pitch, 1)))
            assert colour.hsvSaturation() > 60
    desk.roll.set_song(Song(tracks=(Track(notes=notes),)))
    desk.roll.set_selection(notes.ids[:100].tolist())
    image = pixels(desk.roll.field)
    for place in (500, 3000):
        colour = QColor(image.pixel(desk.at(int(notes.start[place]), int(notes.pitch[place]), 1)))
        assert colour.hsvSaturation() > 60


@pytest.mark.parametrize("name", ["dark", "light", "contrast"])
def test_notes_can_be_told_from_the_paper_in_every_theme(qapp, name):
    theme.apply(qapp, name)
    for place in range(8):
        loud = colours.shade(colours.track_colour(place), colours.SHADES - 1)
        for ground in (colours.row_fill(True, False), colours.row_fill(False, False)):
            assert theme.contrast(loud.name(), ground.name()) >= 2
        for level in range(colours.SHADES):
            fill = colours.shade(colours.track_colour(place), level)
            assert theme.contrast(colours.ink(fill).name(), fill.name()) >= 4.5
    theme.apply(qapp, "dark")
