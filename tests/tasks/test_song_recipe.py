"""A sound file carries the song it was made of."""

import json

import numpy as np
import pytest

from studio.audio.export import write_sound
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.tasks.song_recipe import TASK, render_recipe, song_inside

SILENCE = np.zeros((100, 2), np.float32)


@pytest.fixture
def song() -> Song:
    notes = Notes([Note(n * 240, 240, 60 + n, 70 + n) for n in range(5)])
    return Song(tracks=(Track("Melody", 73, notes=notes),), title="Harbour")


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg"])
def test_the_song_comes_back_out_of_the_sound(tmp_path, song, suffix):
    path = tmp_path / f"a{suffix}"
    write_sound(path, [SILENCE], 44_100, recipe=render_recipe(song, "own", 44_100))

    found = song_inside(path).song

    assert found.tracks[0].notes == song.tracks[0].notes
    assert found.tracks[0].program == 73
    assert found.title == "Harbour"


def test_a_song_too_long_to_carry_is_named_only(tmp_path):
    many = Notes.of_columns(np.arange(60_000) * 7, [5] * 60_000, [60] * 60_000, [80] * 60_000)
    song = Song(tracks=(Track(notes=many),), title="Long")
    text = render_recipe(song, "own", 44_100)
    path = tmp_path / "a.wav"
    write_sound(path, [SILENCE], 44_100, recipe=text)

    assert json.loads(text)["request"]["title"] == "Long"
    with pytest.raises(StudioError, match="holds no song"):
        song_inside(path)


@pytest.mark.parametrize("packed", [None, "???", 5, "TVRoZA=="])
def test_a_recipe_with_nonsense_is_a_sentence(tmp_path, packed):
    path = tmp_path / "a.wav"
    recipe = Recipe(TASK, {"song": packed}).to_text()
    write_sound(path, [SILENCE], 44_100, recipe=recipe)

    with pytest.raises(StudioError, match=r"a\.wav"):
        song_inside(path)


def test_a_sound_of_another_program_carries_none(tmp_path):
    path = tmp_path / "a.wav"
    write_sound(path, [SILENCE], 44_100)

    with pytest.raises(StudioError, match="carries no song"):
        song_inside(path)
