"""Damaged and hostile MIDI: what can be kept is kept and told, all else is one sentence."""

import random
import time

import pytest

from studio.errors import UnreadableFile
from studio.music.midi_file import midi_bytes, parse_midi
from studio.music.note import Note, Notes
from studio.music.song import MOST_TRACKS, SUSTAIN, Controls, Song, Track
from studio.music.song_source import MOST_BYTES, SongFile
from tests.music.midi_bytes import END, NOTE, midi, notes, number, track


def read(data: bytes, *words: str) -> SongFile:
    """The song, whose notes hold each of the words."""
    file = parse_midi(data, "a.mid")
    assert len(file.notes) == len(words), file.notes
    for note, word in zip(file.notes, words, strict=True):
        assert word in note
        assert note.endswith(".")
    return file


def pitches(file: SongFile) -> list[int]:
    return [pitch for one in file.song.tracks for pitch in one.notes.pitch.tolist()]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (bytes(100), "damaged"),
        (b"RIFF1234WAVEfmt ", "no MIDI file"),
        (b"MThd\0\0\0\6\0\1", "cut off"),
        (midi(claimed=3), "no tracks"),
        (midi(track(NOTE + END), division=0xFF00), "frames of an unknown kind"),
        (midi(*[track(END)] * 5000), "more than 4,096 tracks"),
        (midi(*[track(NOTE + END)] * (MOST_TRACKS + 1)), "512 tracks"),
        (bytes(MOST_BYTES + 1), "larger than"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as caught:
        parse_midi(data, "a.mid")
    assert caught.value.sentence.startswith("“a.mid” ")
    assert caught.value.sentence.endswith(".")


def test_a_file_that_is_cut_off_keeps_what_is_there() -> None:
    data = midi(track(notes(60, 62, 64, 65) + END))
    file = read(data[:-15], "length of 1", "read to the end", "1 note had no end")
    assert pitches(file) == [60, 62, 64]


def test_every_place_to_cut_a_file_is_survived() -> None:
    data = midi(track(b"\0\xff\x51\3\7\xa1\x20" + notes(60, 62) + END), track(notes(64) + END))
    for length in range(len(data)):
        try:
            file = parse_midi(data[:length], "a.mid")
        except UnreadableFile:
            continue
        assert file.notes
        assert set(pitches(file)) <= {60, 62, 64}


def test_wrong_lengths_and_counts_are_mended() -> None:
    tracks = track(notes(60) + END, length=5), track(notes(62) + END, length=9999)
    file = read(midi(*tracks, claimed=7), "length of 2 tracks", "7 tracks; 2 tracks were found")
    assert pitches(file) == [60, 62]


def test_garbage_around_the_tracks_is_passed_over() -> None:
    data = b"junk" + midi(track(notes(60) + END)) + b"more junk"
    assert pitches(read(data, "first 4 bytes", "9 bytes")) == [60]


def test_a_file_in_a_riff_wrapper_is_read() -> None:
    inside = midi(track(notes(60) + END))
    data = b"RIFF\0\0\0\0RMIDdata" + len(inside).to_bytes(4, "little") + inside + b"LIST\0\0\0\0"
    assert pitches(read(data)) == [60]


def test_a_missing_end_is_told() -> None:
    assert pitches(read(midi(track(notes(60))), "no mark of the end")) == [60]


def test_notes_without_an_end_go_to_the_next_or_to_the_end_of_the_track() -> None:
    events = (
        b"\0\x90\x3c\x40" + b"\x60\x90\x3c\x40" + b"\x60\x90\x40\x40" + number(480) + b"\x80\x40\0"
    )
    file = read(midi(track(events + END)), "2 notes had no end")
    assert [(n.start, n.length, n.pitch) for n in file.song.tracks[0].notes] == [
        (0, 96, 60),
        (96, 576, 60),
        (192, 480, 64),
    ]


def test_ends_without_a_note_are_nothing() -> None:
    assert pitches(read(midi(track(b"\0\x80\x3c\0\0\x90\x3d\0" + notes(60) + END)))) == [60]


def test_events_that_are_none_are_left_out() -> None:
    events = b"\0\x3c\x40" + b"\0\xf8" + b"\0\x90\xbc\x40" + b"\x60\x80\x3c\0" + END
    file = read(midi(track(events)), "said nothing", "no place in a file", "above 127")
    assert pitches(file) == [60]


def test_a_number_of_five_bytes_ends_the_track() -> None:
    data = midi(track(NOTE + b"\xff\xff\xff\xff\x7f\x90\x3c\x40" + END))
    assert pitches(read(data, "could not be read to the end")) == [60]


def test_texts_that_claim_to_be_giants_end_the_track() -> None:
    for giant in (
        b"\0\xff\1\xff\xff\xff\x7f",
        b"\0\xf0\xff\xff\xff\x7f",
        b"\0\xff\1\x80\x80\x80\x80",
    ):
        file = parse_midi(midi(track(NOTE + giant)), "a.mid")
        assert pitches(file) == [60]
        assert "could not be read to the end" in file.notes[0]


def test_deltas_beyond_the_end_of_time_are_left_out() -> None:
    data = midi(track((number(2**28 - 1) + NOTE[1:]) * 12 + END))
    file = read(data, "5 events lay beyond")
    assert len(pitches(file)) == 7
    assert midi_bytes(file.song)


def test_tempos_metres_and_keys_that_cannot_be() -> None:
    metas = b"\0\xff\x51\3\0\0\0" + b"\0\xff\x58\4\0\2\x18\x08" + b"\0\xff\x58\4\4\x40\x18\x08"
    metas += b"\0\xff\x59\2\x40\0" + b"\0\xff\x51\1\0"
    file = read(midi(track(metas + NOTE + END)), "5 tempos, metres or keys")
    assert file.song.tempos.at(0) == 120
    slow = read(midi(track(b"\0\xff\x51\3\xff\xff\xff" + NOTE + END)), "1 tempo beyond 4 to 1000")
    assert slow.song.tempos.at(0) == 4


def test_a_division_of_nothing_and_one_of_frames() -> None:
    assert pitches(read(midi(track(notes(60) + END), division=0), "480 were assumed")) == [60]
    frames = midi(
        track(b"\x0a" + NOTE[1:] + END), division=0xE728
    )  # 25 frames of 40: a millisecond
    assert read(frames, "film frames").song.tempos.seconds(
        parse_midi(frames, "a.mid").song.tracks[0].notes.start[0]
    ) == pytest.approx(0.010, abs=0.001)


def test_pieces_of_format_2_follow_one_another() -> None:
    data = midi(track(notes(60) + END), track(notes(62) + END), form=2)
    file = read(data, "one after another")
    assert [one.notes.start.tolist() for one in file.song.tracks] == [[0], [480]]
    assert pitches(read(midi(track(notes(60) + END), form=9), "unknown format 9")) == [60]


def test_hostile_files_are_done_with_soon() -> None:
    count = 50_000
    for body in (
        b"\0\xf8" * count,
        b"\0\xff\6\1a" * count,
        b"\1\xff\x51\3\7\xa1\x20" * count,
        b"\0\xc0\1\0\x90\1\1" * count,
        b"\xff" * count,
        b"MTrk" * count,
        b"\0\xb0\1\1" * count + NOTE,
    ):
        began = time.process_time()
        parse_midi(midi(track(body + END)), "a.mid")
        assert time.process_time() - began < 5


def test_any_change_of_bytes_is_a_song_or_a_sentence() -> None:
    """A fixed run of the fuzzer: what is read can be written, and then is read without damage."""
    chance = random.Random(4)
    controls = Controls([0, 9, 30], [SUSTAIN, 130, 128], [127, 3, -5])
    one = Track("A", 4, notes=Notes([Note(n * 7, 9, 50 + n % 5) for n in range(40)]))
    seed = midi_bytes(Song(tracks=(one, Track("B", drums=True), Track("C", controls=controls))))
    for _ in range(100):
        data = bytearray(seed)
        for _ in range(chance.choice((1, 2, 8))):
            place = chance.randrange(len(data))
            if chance.random() < 0.5:
                data[place] = chance.randrange(256)
            else:
                data[place : place + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
        try:
            file = parse_midi(bytes(data), "a.mid")
        except UnreadableFile:
            continue
        again = parse_midi(midi_bytes(file.song), "a.mid")
        assert again.song == file.song
        assert set(again.notes) <= {"It holds no notes."}
