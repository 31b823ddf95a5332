"""Melodies of a latent space in a song: where they lie, what makes way, whence they came."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.document.fields import Fields
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.music.melody_grid import FIRST, HOLD, LOW, REST
from studio.music.note import LAST_TICK, Note, Notes
from studio.music.song import Song, Track
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.tasks.dreaming import Dream
from studio.tasks.explore_music import melody_in
from studio.tasks.kept_melody import Placed, check_metres, kept_recipe
from studio.tasks.latent_place import TASK, LatentPlace

BAR = 1920


def melody(*said: tuple[int, int], steps: int = 32) -> np.ndarray:
    found = np.full(steps, HOLD, np.int64)
    found[0] = REST
    for step, pitch in said:
        found[step] = pitch - LOW + FIRST if pitch else REST
    return found


TUNE = melody((0, 60), (4, 64), (8, 67), (12, 0), (16, 72))


def test_notes_lie_from_a_tick_on_by_sixteenths() -> None:
    notes = Placed(TUNE, 0, 777, octaves=-1).notes()
    assert notes.start.tolist() == [777, 777 + 480, 777 + 960, 777 + 1920]
    assert notes.length.tolist() == [480, 480, 480, 1920]
    assert notes.pitch.tolist() == [48, 52, 55, 60]


@pytest.mark.parametrize("metre", [(4, 4), (3, 4), (7, 8)])
def test_any_tempo_and_metre_takes_a_melody(metre: tuple[int, int]) -> None:
    song = Song(
        tracks=(Track("Melody"),),
        tempos=TempoMap([Tempo(0, 47.0), Tempo(1000, 203.0)]),
        metres=MetreMap([Metre(0, *metre)]),
    )
    placed = Placed(TUNE, 0, song.metres.tick(3))
    after = placed.within(song)
    assert after.tracks[0].notes == placed.notes()
    assert (after.tempos, after.metres) == (song.tempos, song.metres)


def test_notes_there_make_way_but_locked_ones_and_others_stay() -> None:
    before = Notes(
        [
            Note(0, 480, 50),
            Note(BAR, 480, 51),
            Note(BAR + 480, 480, 52, locked=True),
            Note(3 * BAR - 1, 480, 53),
            Note(3 * BAR, 480, 54),
        ]
    )
    song = Song(tracks=(Track("Melody", notes=before), Track("Bass", notes=before)))
    placed = Placed(TUNE, 0, BAR)
    after = placed.within(song)
    stay = before.without(placed.replaced(song))
    assert stay.pitch.tolist() == [50, 52, 54]
    pitches = sorted(after.tracks[0].notes.pitch.tolist())
    assert pitches == sorted([50, 52, 54, 60, 64, 67, 72])
    assert after.tracks[1] is song.tracks[1]


def test_a_new_track_holds_the_melody_alone() -> None:
    song = Song(tracks=(Track("Piano", notes=Notes([Note(0, 480, 50)])),))
    placed = Placed(TUNE, 0, 0)
    after = placed.beside(song, Track("Flute", 73, notes=Notes([Note(0, 480, 99)])))
    assert after.tracks[0] is song.tracks[0]
    assert (after.tracks[1].name, after.tracks[1].program) == ("Flute", 73)
    assert after.tracks[1].notes == placed.notes()
    assert Placed(TUNE, 5, 0).within(song).tracks[1].notes == placed.notes()


@given(
    st.lists(st.tuples(st.integers(0, 31), st.integers(50, 80)), min_size=1, max_size=32),
    st.integers(0, 40),
)
def test_a_melody_in_a_song_is_read_again(said: list[tuple[int, int]], bar: int) -> None:
    tune = melody(*said)
    song = Placed(tune, 0, bar * BAR).within(Song(tracks=(Track("Melody"),)))
    notes, metres = song.tracks[0].notes, song.metres
    assert np.array_equal(melody_in(notes, metres, bar * BAR, 32), tune)


def test_silence_puts_no_note_there() -> None:
    song = Song(tracks=(Track("Melody", notes=Notes([Note(0, 480, 50)])),))
    assert not len(Placed(melody(), 0, 0).within(song).tracks[0].notes)


def test_what_lies_beyond_all_bounds_is_refused() -> None:
    with pytest.raises(StudioError, match="octaves"):
        Placed(TUNE, 0, 0, octaves=9)
    with pytest.raises(StudioError, match="end of time"):
        Placed(TUNE, 0, LAST_TICK - 10)


def test_the_recipe_says_the_latent_and_the_model() -> None:
    place = LatentPlace("melody-2", seed=7, x=0.5, amounts=(("mine", 2.0),), temperature=0.25)
    dream = Dream(place, np.array([0.5, -1.0], np.float32), melody=TUNE)
    recipe = Recipe.from_text(kept_recipe(dream, "a" * 64))
    assert recipe.task == TASK
    again = LatentPlace.from_json(Fields(recipe.request, "recipe").table("place"))
    assert (again.model, again.seed, again.temperature) == ("melody-2", 7, 0.25)
    assert np.array_equal(again.latent(2, {}), dream.latent)
    assert recipe.models == {"melody-2": "a" * 64}


def test_the_metre_is_looked_at_in_every_bar() -> None:
    metres = MetreMap([Metre(0), Metre(BAR, 3, 4)])
    check_metres(metres, 0, 16)
    with pytest.raises(StudioError, match="Bar 2 is in 3/4"):
        check_metres(metres, 0, 17)
