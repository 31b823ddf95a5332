"""Songs are values: what is heard, how long it lasts, and what they refuse."""

import pytest

from studio.errors import StudioError
from studio.music.instruments import FAMILIES, INSTRUMENTS, instrument_name
from studio.music.note import Note, Notes
from studio.music.song import MOST_TRACKS, Controls, Loop, Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap


def track(*starts: int, **values: object) -> Track:
    return Track(notes=Notes([Note(start, 100, 60) for start in starts]), **values)


def test_a_song_lasts_to_the_bar_line_after_its_last_note():
    song = Song(tracks=(track(0), track(1900)))

    assert song.end == 2000
    assert song.length == 3840
    assert Song().length == 1920
    assert Song(metres=MetreMap([Metre(0, 3, 4)])).length == 1440


def test_a_solo_silences_the_others_and_mute_only_itself():
    assert Song(tracks=(track(), track(muted=True))).audible == (True, False)
    assert Song(tracks=(track(), track(solo=True, muted=True))).audible == (False, True)


def test_a_change_leaves_the_song_before_alone():
    song = Song(tracks=(track(0), track(5)))
    other = song.with_notes(1, Notes())

    assert len(song.tracks[1].notes) == 1
    assert other.tracks[0] is song.tracks[0]
    assert song.with_notes(1, song.tracks[1].notes) is song


def test_equal_songs_are_equal():
    assert Song(tracks=(track(0, 5),)) == Song(tracks=(track(0, 5),))
    assert Song(tracks=(track(0, 5),)) != Song(tracks=(track(0, 6),))


def test_the_key_is_that_of_the_place():
    song = Song(keys=(Key(7, "major", 960), Key(2, "dorian")))

    assert song.key_at(959).tonic == 2
    assert song.key_at(960).tonic == 7
    assert Song(keys=(Key(7, "major", 960),)).key_at(0) == Key()


def test_nonsense_is_refused():
    for wrong in (
        lambda: Loop(10, 10),
        lambda: Track(program=128),
        lambda: Track(volume=-1),
        lambda: Song(tracks=(Track(),) * (MOST_TRACKS + 1)),
        lambda: Controls([-1], [0], [0]),
        lambda: Key(12),
    ):
        with pytest.raises(StudioError):
            wrong()


def test_controllers_of_one_tick_keep_their_order():
    controls = Controls([5, 0, 5], [64, 7, 64], [0, 100, 127])

    assert controls.tick.tolist() == [0, 5, 5]
    assert controls.value.tolist() == [100, 0, 127]


def test_general_midi_has_128_instruments_in_16_families():
    assert len(INSTRUMENTS) == len(set(INSTRUMENTS)) == 128
    assert all(len(names) == 8 for _, names in FAMILIES)
    assert instrument_name(Track(program=73)) == "Flute"
    assert instrument_name(Track(program=3, drums=True)) == "Standard kit"
