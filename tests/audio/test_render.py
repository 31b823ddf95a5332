"""Songs as sound: the same each time, in tune, in time, as loud as they may be."""

import numpy as np
import pytest

from studio.audio.limiter import CEILING
from studio.audio.render import expected_frames
from studio.audio.synth import GRAIN, Do, Synth
from studio.errors import StudioError, UnreadableFile
from studio.music.note import LAST_TICK, Note
from studio.music.song import PROGRAM, SUSTAIN, Controls, Song, Track
from tests.audio.songs import BEAT, RATE, heard, loudness, pitch_of, quarters, song_of


def test_the_same_song_gives_the_same_samples(soundfont):
    song = song_of(*quarters(60, 64, 67, 72))

    assert np.array_equal(heard(song, soundfont), heard(song, soundfont))


def test_notes_are_in_tune_and_in_time(soundfont):
    out = heard(song_of(Note(480, 480, 69), Note(1440, 480, 57)), soundfont)

    first = int(np.flatnonzero(np.abs(out[:, 0]) > 1e-3)[0])
    assert first == pytest.approx(BEAT, abs=2 * GRAIN)
    assert pitch_of(out[BEAT : 2 * BEAT]) == pytest.approx(441, rel=0.002)
    assert pitch_of(out[3 * BEAT : 4 * BEAT]) == pytest.approx(220.5, rel=0.004)


def test_the_tempo_is_heard(soundfont):
    song = song_of(Note(480, 480, 69)).with_tempo(60)

    first = int(np.flatnonzero(np.abs(heard(song, soundfont)[:, 0]) > 1e-3)[0])

    assert first == pytest.approx(2 * BEAT, abs=2 * GRAIN)
    assert expected_frames(song, RATE) == 4 * BEAT


def test_a_louder_note_is_louder(soundfont):
    soft, loud = (loudness(heard(song_of(Note(0, 480, 69, v)), soundfont)) for v in (30, 120))

    assert loud > 3 * soft


def test_volume_and_pan_of_a_track_are_heard(soundfont):
    left = heard(song_of(Note(0, 480, 69), pan=0), soundfont)[:BEAT]
    quiet = heard(song_of(Note(0, 480, 69), pan=0, volume=40), soundfont)[:BEAT]

    assert loudness(left[:, :1]) > 5 * loudness(left[:, 1:])
    assert loudness(quiet) < 0.5 * loudness(left)


def test_the_pedal_holds_what_is_released(soundfont):
    plain = song_of(Note(0, 240, 69), Note(1920, 240, 30))
    held = song_of(*plain.tracks[0].notes, controls=Controls([0, 1900], [SUSTAIN] * 2, [127, 0]))
    after = slice(BEAT, 2 * BEAT)

    assert loudness(heard(plain, soundfont)[after]) < 0.1 * loudness(heard(held, soundfont)[after])


def test_many_tracks_sound_each_with_its_own_settings(soundfont):
    notes = song_of(Note(0, 480, 69)).tracks[0].notes
    one = Track(notes=notes, volume=60)
    silent = Track(notes=notes, volume=0)
    song = Song(tracks=(*(silent for _ in range(40)), one))

    both = heard(song, soundfont), heard(Song(tracks=(one,)), soundfont)

    assert loudness(both[0]) == pytest.approx(loudness(both[1]), rel=0.01)


def test_a_muted_song_is_silent(soundfont):
    assert loudness(heard(song_of(Note(0, 480, 69), muted=True), soundfont)) < 1e-6


def test_a_part_begins_with_the_notes_that_sound_there(soundfont):
    out = heard(song_of(Note(0, 1920, 69)), soundfont, begin=960, end=1440)

    assert loudness(out[BEAT // 4 : BEAT]) > 0.01
    assert len(out) < 2 * BEAT


def test_the_last_notes_ring_on_and_then_it_ends(soundfont):
    song = song_of(Note(0, 480, 69))

    out = heard(song, soundfont)
    cut = heard(song, soundfont, tail=0)

    assert BEAT < len(out) < BEAT + 5 * RATE
    assert len(cut) - BEAT < GRAIN
    assert np.abs(out[-100:]).max() < 1e-4


def test_nothing_clips(soundfont):
    chord = song_of(*(Note(0, 960, pitch, 127) for pitch in range(40, 90)), volume=127)

    assert np.abs(heard(chord, soundfont)).max() <= CEILING + 1e-6


def test_a_song_of_days_is_a_sentence(soundfont):
    song = song_of(Note(0, 10, 60), Note(LAST_TICK - 10, 10, 60))

    with pytest.raises(StudioError, match="hours"):
        heard(song, soundfont)


def test_a_soundfont_that_fluidsynth_cannot_read_is_a_sentence(soundfont, tmp_path, capfd):
    path = tmp_path / "bad.sf2"
    path.write_bytes(b"RIFF" + bytes(100))

    with pytest.raises(UnreadableFile, match=r"bad\.sf2"):
        Synth(path, RATE)

    assert capfd.readouterr() == ("", "")


def test_messages_beyond_midi_do_no_harm(soundfont):
    with Synth(soundfont.path, RATE) as synth:
        for do in Do:
            for value in (-1, 128, 2**40, -(2**20)):
                synth.send(do, 0, value, value)
                synth.send(do, 5000, value, value)

        assert np.isfinite(synth.render(1024)).all()


def test_instruments_that_a_soundfont_lacks_sound_all_the_same(soundfont):
    song = song_of(
        Note(0, 480, 69), program=77, bank=1024, controls=Controls([240], [PROGRAM], [9])
    )

    assert loudness(heard(song, soundfont)[:BEAT]) > 0.01
