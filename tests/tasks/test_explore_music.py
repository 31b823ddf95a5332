"""Exploring melodies: songs are as long as asked for, and begin with what was told."""

from pathlib import Path

import numpy as np
import pytest

from studio import registry
from studio.errors import StudioError
from studio.image.latent_walk import Keyframe, Walk
from studio.music.melody_grid import FIRST, HOLD, REST, melody_grid
from studio.music.midi_file import write_midi
from studio.music.music_vae import valid
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.timing import MetreMap
from studio.tasks.explore_music import explore_music, melody_in, melody_of, of_melodies, song_of
from studio.tasks.explore_request import ExploreRequest
from tests.tasks.latent_networks import write_network
from tests.training.tiny_runs import ended

BAR = 1920


def scale(path: Path, first: int = 60, start: int = 0) -> Path:
    notes = Notes([Note(start + n * 240, 240, first + n % 8) for n in range(16)])
    write_midi(path, Song(tracks=(Track(notes=notes),)))
    return path


def test_a_song_has_a_melody_for_each_place(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "music"))
    song, steps = ended(explore_music(ExploreRequest(model, grid=(2, 3), temperature=1.0)))
    assert len(song.tracks) == 1
    assert song.end <= 12 * BAR
    assert steps[-1].done == 6
    again, _ = ended(explore_music(ExploreRequest(model, grid=(2, 3), temperature=1.0)))
    assert song == again


def test_a_way_between_two_songs(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "music"))
    files = (scale(tmp_path / "a.mid"), scale(tmp_path / "b.mid", 65))
    song, _ = ended(explore_music(ExploreRequest(model, between=files, steps=4, temperature=1.0)))
    assert song.end <= 8 * BAR


def test_a_walk_that_would_never_end_is_refused(tmp_path: Path) -> None:
    walk = Walk((Keyframe(0.0), Keyframe(1600.0)))
    with pytest.raises(StudioError, match="bars"):
        ended(explore_music(ExploreRequest(str(write_network(tmp_path, "music")), walk=walk)))


def test_a_melody_is_read_from_its_first_bar_line(tmp_path: Path) -> None:
    whole = melody_of(scale(tmp_path / "a.mid"), 32)
    assert whole[0] == 60 - 48 + FIRST
    upbeat = melody_of(scale(tmp_path / "b.mid", start=BAR - 480), 32)
    assert upbeat[0] == 62 - 48 + FIRST
    assert valid(whole)
    assert valid(upbeat)


def test_a_melody_of_chosen_bars() -> None:
    notes = Notes([Note(BAR, 480, 60), Note(BAR + 480, 480, 64)])
    silent = melody_in(notes, MetreMap(), 0, 32)
    assert silent[0] == REST
    assert silent[16] == 60 - 48 + FIRST
    assert melody_in(notes, MetreMap(), BAR, 16)[4] == 64 - 48 + FIRST
    with pytest.raises(StudioError, match="no notes"):
        melody_in(notes, MetreMap(), 4 * BAR, 16)


def test_melodies_stand_one_after_the_other() -> None:
    one = np.full(32, HOLD)
    one[0], one[8] = 20, 22
    song = song_of([one, one])
    assert song.tracks[0].notes.start.tolist() == [0, 960, 2 * BAR, 2 * BAR + 960]
    assert np.array_equal(melody_grid(song).symbols[:32], one)


def test_a_model_of_pictures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="pictures"):
        of_melodies(registry.latent(str(write_network(tmp_path, "vae"))).network)
