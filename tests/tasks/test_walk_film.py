"""Walks as films: frames as many as the walk has, with its music, whole or not there."""

from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from studio.audio.fluid import library
from studio.errors import StudioError, Unavailable
from studio.image.latent_walk import Keyframe, Walk
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.timing import Tempo, TempoMap
from studio.tasks.film_request import FilmRequest
from studio.tasks.film_sound import FADE, FilmMusic, film_sound
from studio.tasks.walk_film import walk_film
from tests.audio.tiny_soundfont import write_tiny_soundfont
from tests.tasks.latent_networks import write_network
from tests.training.tiny_runs import ended

WALK = Walk((Keyframe(0.0, 1), Keyframe(1.0, 2)), rate=12)
SONG = Song(tracks=(Track(notes=Notes([Note(0, 1920, 60)])),))


@pytest.fixture
def music(tmp_path: Path) -> Callable[..., FilmMusic]:
    """Music by a soundfont that is made on the spot."""
    try:
        library()
    except Unavailable as missing:
        pytest.skip(missing.sentence)
    soundfont = write_tiny_soundfont(tmp_path / "tiny.sf2")
    return lambda song=SONG, **words: FilmMusic(song, soundfont=soundfont, **words)


def test_a_walk_becomes_a_film_with_its_music(
    tmp_path: Path, music: Callable[..., FilmMusic]
) -> None:
    model, target = str(write_network(tmp_path, "vae")), tmp_path / "walk.mp4"
    request = FilmRequest(model=model, walk=WALK, target=target, side=80, music=music())

    made, steps = ended(walk_film(request))

    assert made.frames == 13
    assert steps[-1].done == steps[-1].total == 13
    shown = steps[-1].preview
    assert shown is not None
    assert shown().shape == (80, 80, 3)
    with av.open(str(target)) as opened:
        video, audio = opened.streams.video[0], opened.streams.audio[0]
        seconds = float(video.duration * video.time_base)
        assert seconds == pytest.approx(13 / 12, abs=0.002)
        assert float(audio.duration * audio.time_base) == pytest.approx(seconds, abs=1 / 12)
        heard = np.concatenate([one.to_ndarray() for one in opened.decode(audio)], axis=1)
    with av.open(str(target)) as opened:
        pictures = [one.to_ndarray(format="rgb24") for one in opened.decode(video=0)]
    assert len(pictures) == 13
    assert pictures[0].shape == (80, 80, 3)
    assert np.abs(pictures[0].astype(int) - pictures[-1]).max() > 1
    assert np.abs(heard).max() > 0.01


@pytest.mark.parametrize("name", ["walk.mp4", "walk.gif", "walk"])
def test_what_is_cancelled_leaves_nothing(tmp_path: Path, name: str) -> None:
    model, folder = str(write_network(tmp_path, "vae")), tmp_path / "films"
    folder.mkdir()
    work = walk_film(FilmRequest(model=model, walk=WALK, target=folder / name))
    for _ in range(5):
        next(work)
    work.close()
    assert not list(folder.iterdir())


def test_a_keyframe_of_another_model_leaves_nothing(tmp_path: Path) -> None:
    model, folder = str(write_network(tmp_path, "vae")), tmp_path / "films"
    folder.mkdir()
    walk = Walk((Keyframe(0.0), Keyframe(1.0, latent=(1.0, 2.0))))
    with pytest.raises(StudioError, match="2 numbers"):
        ended(walk_film(FilmRequest(model=model, walk=walk, target=folder / "walk.gif")))
    assert not list(folder.iterdir())


def test_melodies_have_no_film_and_only_an_mp4_has_music(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "music"))
    with pytest.raises(StudioError, match="melodies"):
        ended(walk_film(FilmRequest(model=model, walk=WALK, target=tmp_path / "walk.gif")))
    with pytest.raises(StudioError, match="mp4"):
        FilmRequest(model=model, walk=WALK, target=tmp_path / "w.gif", music=FilmMusic(SONG))


@pytest.mark.parametrize("seconds", [0.4, 1.0, 5.3])
def test_sound_is_as_long_as_asked_and_fades(
    music: Callable[..., FilmMusic], seconds: float
) -> None:
    heard = np.concatenate(list(film_sound(music(), seconds)))
    assert heard.shape == (round(48_000 * seconds), 2)
    loud = np.abs(heard[: round(48_000 * 0.2)]).max()
    assert loud > 0.01
    assert np.abs(heard[-200:]).max() < 0.1 * loud
    before = len(heard) - round(48_000 * (FADE + 0.1))
    if seconds > 2:  # played again
        assert np.abs(heard[before - 4000 : before]).max() > 0.2 * loud


def test_music_begins_where_it_is_told(music: Callable[..., FilmMusic]) -> None:
    notes = Notes([Note(960, 960, 60), Note(2880, 960, 60)])
    song = Song(tracks=(Track(notes=notes),), tempos=TempoMap([Tempo(0, 120.0)]))

    def quiet(**words: object) -> int:
        """Samples until the first note."""
        heard = np.abs(np.concatenate(list(film_sound(music(song, **words), 3.0)))).max(1)
        return int((heard > 0.005).argmax())

    assert quiet() == pytest.approx(48_000, abs=4000)
    assert quiet(lead=0.5) == pytest.approx(24_000, abs=4000)
    assert quiet(begin=960) < 4000


def test_a_song_without_notes_is_refused() -> None:
    with pytest.raises(StudioError, match="no notes"):
        FilmMusic(Song())
    with pytest.raises(StudioError, match="before it begins"):
        FilmMusic(SONG, begin=1920, end=960)
