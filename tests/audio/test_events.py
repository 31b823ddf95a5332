"""What a synthesiser is told: notes, controllers, the state at a start, mute and solo."""

import time

import numpy as np
import pytest

from studio.audio.events import CLICKS, Events, Score, events_of
from studio.audio.synth import Do
from studio.music.note import Note, Notes
from studio.music.song import PITCH_BEND, PROGRAM, SUSTAIN, Controls, Song, Track
from studio.music.timing import Metre, MetreMap
from tests.audio.songs import quarters, song_of


def rows(events: Events, do: Do | None = None) -> list[tuple[int, ...]]:
    """The messages as (tick, channel, first, second), or (tick, do, …) for all."""
    columns = (events.tick, events.do, events.channel, events.first, events.second)
    found = [tuple(row) for row in zip(*(c.tolist() for c in columns), strict=True)]
    return found if do is None else [(t, *rest) for t, kind, *rest in found if kind == do]


def test_each_note_begins_and_ends_in_order():
    song = song_of(*quarters(60, 64), Note(0, 960, 40, 77))

    events = events_of(song)

    assert (np.diff(events.tick) >= 0).all()
    assert rows(events, Do.NOTE_ON) == [(0, 0, 40, 77), (0, 0, 60, 90), (480, 0, 64, 90)]
    assert rows(events, Do.NOTE_OFF) == [(240, 0, 60, 0), (720, 0, 64, 0), (960, 0, 40, 0)]


def test_on_one_tick_a_note_ends_before_the_next_begins():
    song = song_of(Note(0, 480, 60), Note(480, 480, 60))

    between = Score(song).between(0, 960)

    at_seam = [row[1] for row in rows(between) if row[0] == 480]
    assert at_seam == [Do.NOTE_OFF, Do.NOTE_ON]


def test_a_note_ends_where_another_of_its_pitch_begins():
    song = song_of(Note(0, 960, 60), Note(480, 960, 60))

    assert [row[0] for row in rows(events_of(song), Do.NOTE_OFF)] == [480, 1440]


def test_muted_tracks_are_silent_and_a_solo_silences_the_others():
    tracks = [Track(notes=Notes(quarters(pitch))) for pitch in (60, 62, 64)]
    tracks[1] = Track(notes=tracks[1].notes, muted=True)
    muted = Song(tracks=tuple(tracks))
    solo = muted.with_track(2, Track(notes=tracks[2].notes, solo=True))

    assert [row[2] for row in rows(events_of(muted), Do.NOTE_ON)] == [60, 64]
    assert [row[2] for row in rows(events_of(solo), Do.NOTE_ON)] == [64]


def test_every_track_has_its_own_channel_and_drums_are_a_kit():
    tracks = tuple(Track(drums=place == 20, notes=Notes(quarters(60))) for place in range(40))

    events = events_of(Song(tracks=tracks))

    assert len({channel for _, channel, _, _ in rows(events, Do.NOTE_ON)}) == 40
    kits = {channel for _, channel, first, _ in rows(events, Do.DRUMS) if first}
    assert kits == {20, CLICKS}


def test_a_start_in_the_middle_knows_what_was_set_before():
    controls = Controls(
        tick=[0, 100, 200, 300, 2000],
        number=[11, PROGRAM, 11, SUSTAIN, 11],
        value=[50, 40, 70, 127, 99],
    )
    song = song_of(Note(0, 2000, 60), Note(0, 100, 62), controls=controls, program=3)

    begun = Score(song).begun(1000)

    assert rows(begun, Do.PROGRAM)[1:] == [(1000, 0, 3, 0), (1000, 0, 40, 0)]
    assert (1000, 0, 11, 70) in rows(begun, Do.CONTROL)
    assert (1000, 0, 11, 50) not in rows(begun, Do.CONTROL)
    assert (1000, 0, SUSTAIN, 127) in rows(begun, Do.CONTROL)
    assert rows(begun, Do.NOTE_ON) == [(1000, 0, 60, 90)]


def test_what_says_which_parameter_is_set_stays_in_order():
    controls = Controls(
        tick=[0, 1, 2, 3, 4], number=[101, 100, 6, 101, 100], value=[0, 0, 12, 127, 127]
    )
    song = song_of(*quarters(60), controls=controls)

    given = [row[2:] for row in rows(Score(song).begun(100), Do.CONTROL)][3:]

    assert given == [(101, 0), (100, 0), (6, 12), (101, 127), (100, 127)]


def test_bends_are_messages_of_their_own():
    song = song_of(*quarters(60), controls=Controls([10], [PITCH_BEND], [-300]))

    assert rows(events_of(song), Do.BEND) == [(10, 0, -300, 0)]


def test_stretches_put_together_are_the_whole():
    rng = np.random.default_rng(5)
    notes = Notes.of_columns(
        rng.integers(0, 9000, 400), rng.integers(1, 900, 400), rng.integers(50, 70, 400), [90] * 400
    )
    score = Score(Song(tracks=(Track(notes=notes),)))

    parts = Events.joined([score.between(a, a + 700) for a in range(0, 10500, 700)], sort=False)

    assert rows(parts) == rows(score.between(0, 10500))


@pytest.mark.parametrize("tick", [0, 100, 480, 481, 960])
def test_every_note_that_sounds_is_ended(tick):
    score = Score(song_of(Note(0, 480, 60), Note(0, 481, 62), Note(480, 480, 64)))
    sounding: set[int] = set()
    for _, do, _, pitch, _ in rows(score.between(0, tick)) + rows(score.ended(tick)):
        if do == Do.NOTE_ON:
            sounding.add(pitch)
        else:
            sounding.discard(pitch)

    assert sounding == set()


def test_the_metronome_clicks_each_beat_and_accents_the_bar():
    song = Song(metres=MetreMap([Metre(0, 3, 4), Metre(1440, 6, 8)]))

    clicks = Score(song, metronome=True).clicks(0, 2880)

    ticks, pitches = clicks.tick.tolist(), clicks.first.tolist()
    assert ticks == [0, 480, 960, 1440, 1680, 1920, 2160, 2400, 2640]
    accents = [tick for tick, pitch in zip(ticks, pitches, strict=True) if pitch == pitches[0]]
    assert accents == [0, 1440]


def test_a_count_in_leads_up_to_its_start():
    score = Score(Song())

    assert score.count_in(-1920, 0, 0).tick.tolist() == [-1920, -1440, -960, -480]
    assert score.count_in(-1000, 0, 0).tick.tolist() == [-960, -480]
    assert score.count_in(-1920, -960, 0).tick.tolist() == [-1920, -1440]
    assert score.count_in(-1920, -1700, 0).tick.tolist() == [-1920]


def test_only_what_changed_is_prepared_again():
    song = Song(tracks=tuple(Track(notes=Notes(quarters(p))) for p in (60, 62)))
    before = Score(song)

    after = Score(song.with_notes(1, Notes(quarters(70))), before=before)

    assert after.parts[0] is before.parts[0]
    assert after.parts[1] is not before.parts[1]


def test_a_hundred_thousand_notes_are_quick():
    rng = np.random.default_rng(1)
    count = 100_000
    notes = Notes.of_columns(
        rng.integers(0, 2_000_000, count), rng.integers(1, 900, count),
        rng.integers(20, 100, count), rng.integers(1, 127, count),
    )  # fmt: skip
    song = Song(tracks=(Track(notes=notes),))

    began = time.perf_counter()
    events = events_of(song)

    assert len(events) > 2 * count
    assert time.perf_counter() - began < 2  # a twentieth of that on an idle machine
