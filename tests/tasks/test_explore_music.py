"""Exploring melodies: songs are as long as asked for, and begin with what was told."""

from pathlib import Path

import numpy as np
import pytest
import torch

from studio import registry
from studio.errors import StudioError
from studio.image.latent_walk import Keyframe, Walk
from studio.music.melody_grid import FIRST, HOLD, REST, melody_grid
from studio.music.midi_file import write_midi
from studio.music.music_vae import valid
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.song_file import read_song
from studio.music.timing import Metre, MetreMap
from studio.tasks.explore_music import (
    explore_music,
    find_melody,
    melody_in,
    melody_of,
    of_melodies,
    song_of,
)
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


@pytest.mark.parametrize(("over", "under"), [(3, 4), (7, 8), (6, 8), (5, 4)])
def test_bars_of_other_metres_are_refused_in_a_sentence(over: int, under: int) -> None:
    notes = Notes([Note(0, 480, 60), Note(2880, 480, 64)])
    with pytest.raises(StudioError, match=f"Bar 1 is in {over}/{under}, but .* know 4/4 and 2/4"):
        melody_in(notes, MetreMap([Metre(0, over, under)]), 0, 32)


def test_only_the_metre_of_the_chosen_bars_counts() -> None:
    notes = Notes([Note(n * 480, 480, 60) for n in range(20)])
    metres = MetreMap([Metre(0, 3, 4), Metre(1440, 2, 4), Metre(1440 + 3840, 7, 8)])
    assert (melody_in(notes, metres, 1440, 32) >= FIRST).sum() == 8
    with pytest.raises(StudioError, match="Bar 6 is in 7/8"):
        melody_in(notes, metres, 1440 + 960, 32)


def test_a_song_in_another_metre_is_refused_by_its_name(tmp_path: Path) -> None:
    song = read_song(scale(tmp_path / "a.mid")).song.with_metre(3, 4)
    write_midi(tmp_path / "waltz.mid", song)
    with pytest.raises(StudioError, match=r"“waltz\.mid” is in 3/4"):
        melody_of(tmp_path / "waltz.mid", 32)


def test_bars_are_found_where_the_network_has_them(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "music"))
    notes = Notes([Note(BAR + n * 240, 240, 60 + n % 8) for n in range(16)])
    found, _ = ended(find_melody(model, notes, MetreMap(), BAR))
    melody = melody_in(notes, MetreMap(), BAR, 32)
    network = of_melodies(registry.latent(model).network)
    assert np.array_equal(found.latent, network.find(torch.from_numpy(melody)[None])[0].numpy())
    assert found.octaves == 0


def test_a_bass_says_by_how_many_octaves_it_was_moved(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "music"))
    notes = Notes([Note(n * 480, 480, 36 + n % 5) for n in range(8)])
    found, _ = ended(find_melody(model, notes, MetreMap(), 0))
    melody = melody_in(notes, MetreMap(), 0, 32)
    assert melody[0] - FIRST + 48 + 12 * found.octaves == 36


def test_what_stands_elsewhere_in_the_track_has_no_part() -> None:
    near = [Note(BAR + n * 480, 480, 60 + n) for n in range(8)]
    far = [Note(n * 480, 480, 24) for n in range(4)] + [Note(40 * BAR, 480, 110)]
    alone = melody_in(Notes(near), MetreMap(), BAR, 32)
    assert np.array_equal(melody_in(Notes(near + far), MetreMap(), BAR, 32), alone)


def test_melodies_stand_one_after_the_other() -> None:
    one = np.full(32, HOLD)
    one[0], one[8] = 20, 22
    song = song_of([one, one])
    assert song.tracks[0].notes.start.tolist() == [0, 960, 2 * BAR, 2 * BAR + 960]
    assert np.array_equal(melody_grid(song).symbols[:32], one)


def test_a_model_of_pictures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="pictures"):
        of_melodies(registry.latent(str(write_network(tmp_path, "vae"))).network)
