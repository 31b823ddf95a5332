"""Walks in the rhythm of a song: keyframes fall where notes are heard and bars begin."""

import pytest

from studio.errors import StudioError
from studio.image.latent_walk import Keyframe, Walk
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.tasks.walk_rhythm import JOINED, Rhythm, in_rhythm, rhythm_times, through_seeds

MELODY = Track(notes=Notes([Note(start, 400, 60) for start in (480, 960, 1920, 2880)]))
CHORDS = Track(notes=Notes([Note(s, 400, p) for s in (0, 1920) for p in (48, 52, 55)]))
SLOWER = TempoMap([Tempo(0, 120.0), Tempo(1920, 60.0)])
SONG = Song(tracks=(MELODY, CHORDS), tempos=SLOWER)
WALK = Walk((Keyframe(0.0, 7), Keyframe(1.0, 8), Keyframe(2.0, 9)))


def test_notes_fall_where_the_tempo_map_lets_them_sound() -> None:
    found = rhythm_times(SONG, Rhythm("notes", 0))
    assert found.times == pytest.approx((0.5, 1.0, 2.0, 4.0))
    assert found.length == pytest.approx(6.0)  # two bars, the second half as fast


def test_a_chord_counts_once_and_what_is_nearly_together_too() -> None:
    assert rhythm_times(SONG, Rhythm("notes", 1)).times == pytest.approx((0.0, 2.0))
    spread = Track(notes=Notes([Note(tick, 400, 60) for tick in (0, 40, 80, 480, 500)]))
    found = rhythm_times(Song(tracks=(spread,)), Rhythm("notes", 0)).times
    assert found == pytest.approx((0.0, 0.5))
    assert found[1] - found[0] >= JOINED


def test_without_a_track_all_that_is_heard_counts() -> None:
    assert len(rhythm_times(SONG, Rhythm("notes")).times) == 5
    quiet = SONG.with_track(0, Track(notes=MELODY.notes, muted=True))
    assert len(rhythm_times(quiet, Rhythm("notes")).times) == 2


def test_bars_begin_where_metre_and_tempo_say() -> None:
    metres = MetreMap([Metre(0, 3, 4), Metre(1440, 4, 4)])
    song = Song(tracks=(MELODY,), tempos=SLOWER, metres=metres)
    found = rhythm_times(song, Rhythm("bars"))
    assert found.times == pytest.approx((0.0, 1.5))
    assert found.length == pytest.approx(2.0 + 3.0)


def test_a_part_of_the_song_counts_from_its_own_beginning() -> None:
    found = rhythm_times(SONG, Rhythm("notes", 0, 960, 2880))
    assert found.times == pytest.approx((0.0, 1.0))
    assert found.length == pytest.approx(3.0)
    assert rhythm_times(SONG, Rhythm("bars", begin=100, end=3840)).times == pytest.approx(
        ((1920 - 100) / 960,)
    )


def test_the_places_come_in_turn() -> None:
    walk = in_rhythm(WALK, rhythm_times(SONG, Rhythm("notes", 0)))
    assert [one.seed for one in walk.keyframes] == [7, 8, 9, 7, 8]
    assert [one.time for one in walk.keyframes] == pytest.approx([0.5, 1.0, 2.0, 4.0, 6.0])
    assert walk.seconds == pytest.approx(6.0)


def test_a_loop_has_the_last_stretch_for_its_way_back() -> None:
    walk = in_rhythm(Walk(WALK.keyframes, loop=True), rhythm_times(SONG, Rhythm("notes", 0)))
    assert [one.time for one in walk.keyframes] == pytest.approx([0.5, 1.0, 2.0, 4.0])
    assert walk.seconds == pytest.approx(6.0)


def test_seeds_count_on() -> None:
    walk = through_seeds(5, rhythm_times(SONG, Rhythm("bars")), WALK)
    assert [one.seed for one in walk.keyframes] == [5, 6, 7]


@pytest.mark.parametrize(
    ("song", "rhythm"),
    [
        (Song(), Rhythm("bars")),
        (Song(tracks=(Track(),)), Rhythm("notes")),
        (SONG, Rhythm("notes", 5)),
        (SONG, Rhythm("notes", 0, 2890, 3840)),
        (SONG, Rhythm("notes", 0, 100, 50)),
    ],
)
def test_no_rhythm_is_one_sentence(song: Song, rhythm: Rhythm) -> None:
    with pytest.raises(StudioError) as refusal:
        rhythm_times(song, rhythm)
    assert refusal.value.sentence.endswith(".")
