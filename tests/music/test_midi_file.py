"""MIDI in and out: what is read and written comes back as it was."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from studio.errors import AlreadyExists, StudioError, WontFit
from studio.music.midi_file import midi_bytes, parse_midi, read_midi, write_midi
from studio.music.midi_write import channels_of
from studio.music.note import LAST_TICK, Note, Notes
from studio.music.song import (
    KEY_PRESSURE,
    PITCH_BEND,
    PRESSURE,
    PROGRAM,
    SUSTAIN,
    Controls,
    Loop,
    Marker,
    Song,
    Track,
)
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from tests.music.midi_bytes import END, NOTE, midi, notes, number, track


def song_with_everything() -> Song:
    """A song of which MIDI can say all."""
    melody = Notes([Note(0, 480, 60, 90), Note(480, 240, 64, 70), Note(480, 960, 67, 1)])
    controls = Controls(
        [10, 20, 30, 40, 50, 60, 60],
        [SUSTAIN, PITCH_BEND, PITCH_BEND, PRESSURE, PROGRAM, KEY_PRESSURE, 0],
        [127, -8192, 8191, 99, 41, 60 * 128 + 5, 3],
    )
    return Song(
        tracks=(
            Track("Flute", 73, notes=melody, controls=controls, volume=90, pan=3, bank=130),
            Track("Kit", 8, drums=True, notes=Notes([Note(0, 1, 36, 127)])),
            Track("Silent", 19),
        ),
        tempos=TempoMap([Tempo(0, 96.0), Tempo(960, 133.7)]),
        metres=MetreMap([Metre(0, 3, 4), Metre(1440, 6, 8)]),
        keys=(Key(2, "dorian"), Key(10, "major", 1440), Key(4, "harmonic minor", 2880)),
        loop=Loop(480, 1440),
        markers=(Marker(0, "Début"), Marker(1440, "B")),
        title="Wind — 风",
        recipe='{"task": "compose"}',
    )


def again(song: Song) -> Song:
    """The song written and read."""
    file = parse_midi(midi_bytes(song), "again.mid")
    assert file.notes == ()
    return file.song


def test_a_song_with_everything_comes_back() -> None:
    song = song_with_everything()
    back = again(song)
    tempos = [round(60_000_000 / tempo.bpm) for tempo in back.tempos.changes]
    assert tempos == [625_000, round(60_000_000 / 133.7)]
    assert replace(back, tempos=song.tempos) == song
    assert again(back) == back


def test_twenty_tracks_have_ports_and_all_come_back() -> None:
    tracks = [Track(f"T{n}", n, notes=Notes([Note(0, 10, 40 + n, 90)])) for n in range(40)]
    tracks[7] = replace(tracks[7], drums=True)
    song = Song(tracks=tuple(tracks))
    channels = channels_of(song.tracks)
    assert len(set(channels)) == 40
    assert all(
        (channel.number == 9) == one.drums for channel, one in zip(channels, tracks, strict=True)
    )
    assert again(song) == song


def test_unisons_that_overlap_keep_their_lengths() -> None:
    values = [Note(0, 100, 60, 50), Note(0, 200, 60, 60), Note(50, 500, 60, 70)]
    song = Song(tracks=(Track(notes=Notes(values)),))
    assert again(song).tracks[0].notes == song.tracks[0].notes


def test_the_last_tick_can_be_written_and_read() -> None:
    song = Song(
        tracks=(Track(notes=Notes([Note(0, 5, 1), Note(LAST_TICK - 1, 1, 127)])),),
        tempos=TempoMap([Tempo(0, 4.0), Tempo(LAST_TICK, 1000.0)]),
    )
    assert again(song) == song


@pytest.mark.parametrize("division", [1, 96, 100, 384, 1024, 32767])
def test_any_division_is_rounded_to_the_nearest_tick(division: int) -> None:
    raw = [0, 1, 7, 50, 333, 5000]
    events = b"".join(
        number(after - before) + b"\x90\x3c\x40\0\x80\x3c\0"
        for before, after in zip([0, *raw], raw, strict=False)
    )
    song = parse_midi(midi(track(events + END), division=division), "a.mid").song
    expected = [int(tick * 480 / division + 0.5) for tick in raw]
    assert song.tracks[0].notes.start.tolist() == expected
    assert (song.tracks[0].notes.length == 1).all()


def test_format_0_is_split_by_channel() -> None:
    events = b"\0\xff\x03\x05Piece" + b"\0\xc0\x05\0\xc3\x20"
    events += notes(60, 62) + notes(40, channel=3) + notes(36, channel=9)
    song = parse_midi(midi(track(events + END), form=0), "a.mid").song
    assert song.title == "Piece"
    assert [(one.program, one.drums, len(one.notes)) for one in song.tracks] == [
        (5, False, 2),
        (32, False, 1),
        (0, True, 1),
    ]


def test_controls_of_a_channel_count_for_every_track_on_it() -> None:
    setup = track(b"\0\xc0\x28\0\xb0\x07\x50" + b"\x60\xb0\x40\x7f" + END)
    file = midi(setup, track(notes(60) + END), track(notes(48) + END))
    right, left = parse_midi(file, "a.mid").song.tracks
    assert (right.program, right.volume) == (left.program, left.volume) == (40, 80)
    assert right.controls == left.controls == Controls([96], [SUSTAIN], [127])


def test_a_bank_counts_for_the_program_after_it() -> None:
    events = b"\0\xb0\0\1\0\xb0\x20\2\0\xc0\7\0\xb0\0\5" + notes(60) + END
    one = parse_midi(midi(track(events)), "a.mid").song.tracks[0]
    assert (one.program, one.bank) == (7, 130)
    assert one.controls == Controls([0], [0], [5])


def test_running_status_goes_on_over_texts_and_one_byte_events() -> None:
    events = b"\0\x90\x3c\x40\0\xff\x01\x01a\0\x3e\x40\0\xd0\x10\0\x11\0\xf0\x01\xf7\0\x12"
    events += b"\x60\x80\x3c\0\0\x3e\0" + END
    file = parse_midi(midi(track(events)), "a.mid")
    assert file.notes == ()
    assert file.song.tracks[0].notes.pitch.tolist() == [60, 62]
    assert file.song.tracks[0].controls.value.tolist() == [16, 17, 18]


def test_a_long_text_between_notes_is_passed_over() -> None:
    events = NOTE + b"\0\xff\x01" + number(70_000) + b"x" * 70_000 + NOTE + END
    file = parse_midi(midi(track(events)), "a.mid")
    assert (len(file.song.tracks[0].notes), file.notes) == (2, ())


def test_the_loop_of_a_game_begins_at_controller_111() -> None:
    events = notes(60) + b"\0\xb0\x6f\0" + notes(62) + END
    song = parse_midi(midi(track(events)), "a.mid").song
    assert song.loop == Loop(480, song.length)
    assert len(song.tracks[0].controls) == 0


def test_names_in_latin_1_are_read() -> None:
    events = b"\0\xff\x03\x04Fl\xf6t" + NOTE + END
    assert parse_midi(midi(track(events)), "a.mid").song.tracks[0].name == "Flöt"


def test_two_hundred_thousand_notes_come_back() -> None:
    count = 200_000
    start = np.arange(count) * 10
    values = Notes.of_columns(start, np.full(count, 9), 40 + start % 7, np.full(count, 80))
    song = Song(tracks=(Track(notes=values),))
    assert again(song) == song


def test_a_song_too_large_for_a_file_is_told() -> None:
    many = Controls(np.zeros(100_000), np.ones(100_000), np.ones(100_000))
    with pytest.raises(WontFit, match="32 MiB"):
        midi_bytes(Song(tracks=(Track(controls=many),) * 90))


def test_a_file_is_written_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "song.mid"
    song = again(song_with_everything())
    write_midi(path, song)
    assert read_midi(path).song == song
    with pytest.raises(AlreadyExists):
        write_midi(path, Song())
    write_midi(path, Song(), force=True)
    assert read_midi(path).notes == ("It holds no notes.",)


def test_places_that_hold_no_song_are_sentences(tmp_path: Path) -> None:
    (tmp_path / "empty.mid").touch()
    for path, words in (("empty.mid", "is empty"), (".", "folder"), ("none.mid", "is not there")):
        with pytest.raises(StudioError, match=words):
            read_midi(tmp_path / path)
