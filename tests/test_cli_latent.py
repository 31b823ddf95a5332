"""Latent spaces from the command line: what is written, and what is refused in one sentence."""

import json
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from studio.audio.fluid import library
from studio.audio.soundfont import best_soundfont
from studio.cli import main
from studio.errors import StudioError
from studio.image.picture_file import read_picture
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.song_file import read_song, write_song
from tests.tasks.latent_networks import write_network


def _sounds():
    try:
        library()
        best_soundfont()
    except StudioError:
        return False
    return True


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder with a model of each kind, a photo, and walks."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for kind in ("vae", "gan", "music"):
        write_network(folder, kind)
    Image.fromarray(np.zeros((40, 40, 3), np.uint8)).save(folder / "photo.png")
    rows = [{"time": 0, "seed": 1}, {"time": 0.5, "seed": 2}]
    (folder / "walk.json").write_text(json.dumps({"rate": 8, "keyframes": rows}))
    rows = [{"time": 0, "seed": 1}, {"time": 1, "latent": [1, 2]}]
    (folder / "told.json").write_text(json.dumps({"keyframes": rows}))
    notes = Notes([Note(start, 400, 60) for start in (0, 480, 1440)])
    write_song(folder / "song.mid", Song(tracks=(Track(notes=notes),)))
    write_song(folder / "silent.mid", Song(tracks=(Track(),)))
    (folder / "odd.json").write_text('{"keyframes": [{"time": "soon"}]}')
    return folder


def test_a_grid_becomes_a_picture(capsys):
    assert main(["explore", "gan.safetensors", "--grid", "2x3", "-o", "out.png"]) == 0
    assert "96 × 64" in capsys.readouterr().out
    assert read_picture("out.png").size == (96, 64)


def test_a_way_becomes_a_strip_or_a_film(capsys):
    words = ["explore", "vae.safetensors", "--between", "photo.png", "photo.png", "--steps", "3"]
    assert main([*words, "-o", "out.png", "--size", "48"]) == 0
    assert read_picture("out.png").size == (144, 48)
    capsys.readouterr()
    assert main([*words, "-o", "out.gif", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["frames"] == 3
    assert Path("out.gif").is_file()


def test_a_walk_becomes_a_film(capsys):
    words = ["explore", "vae.safetensors", "--walk", "walk.json", "-o", "out.gif", "--json"]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out) == {"film": "out.gif", "frames": 5, "rate": 8.0}
    with Image.open("out.gif") as film:
        assert film.size == (32, 32)


def test_a_walk_becomes_a_folder_of_pictures(capsys):
    words = ["explore", "vae.safetensors", "--walk", "walk.json", "-o", "frames", "--size", "48"]
    assert main(words) == 0
    assert "5 frames" in capsys.readouterr().out
    assert read_picture("frames/frames-0005.png").size == (48, 48)
    assert main(words) == 2  # they are there already
    assert main([*words, "--force", "--rate", "4"]) == 0
    assert len(list(Path("frames").iterdir())) == 3


def test_a_song_gives_the_rhythm(capsys):
    words = ["explore", "gan.safetensors", "--music", "song.mid", "--rate", "8", "--json"]
    for rhythm in ("notes", "bars"):
        assert main([*words, "--rhythm", rhythm, "-o", f"{rhythm}.gif"]) == 0
        assert json.loads(capsys.readouterr().out)["frames"] == 17  # a bar of two seconds
    walked = ["--walk", "walk.json", "--rhythm", "notes", "-o", "walked.gif"]
    assert main([*words, *walked]) == 0


@pytest.mark.skipif(not _sounds(), reason="there is no FluidSynth or no soundfont here")
def test_a_film_carries_the_music():
    words = ["explore", "vae.safetensors", "--walk", "walk.json", "--music", "song.mid"]
    assert main([*words, "-o", "out.mp4"]) == 0
    with av.open("out.mp4") as film:
        video, audio = film.streams.video[0], film.streams.audio[0]
        assert video.frames == 5
        assert float(audio.duration * audio.time_base) == pytest.approx(5 / 8, abs=1 / 8)
        heard = np.concatenate([one.to_ndarray() for one in film.decode(audio)], axis=1)
    assert np.abs(heard).max() > 0.01


def test_a_dream_is_painted():
    words = ["explore", "vae.safetensors", "--paint", "photo.png", "--size", "96", "-o", "out.png"]
    assert main(words) == 0
    picture = read_picture("out.png")
    assert picture.size == (96, 96)
    assert picture.recipe is not None


def test_a_film_is_painted_frame_by_frame_and_tells_how_long_that_takes(capsys):
    words = ["explore", "vae.safetensors", "--walk", "walk.json", "--paint", "photo.png"]
    assert main([*words, "--engine", "instant", "--size", "96", "-o", "frames"]) == 0
    assert "Painting 5 frames takes about" in capsys.readouterr().err
    assert len(list(Path("frames").glob("*.png"))) == 5
    assert main([*words, "--engine", "fine", "-o", "out.gif"]) == 2
    assert "Only Instant and Fast" in capsys.readouterr().err
    assert not Path("out.gif").exists()


def test_a_walk_becomes_as_many_melodies_as_are_asked_for(capsys):
    words = ["explore", "music.safetensors", "--walk", "walk.json", "--temperature", "1"]
    assert main([*words, "--steps", "3", "-o", "out.mid", "--json"]) == 0
    assert 0 < json.loads(capsys.readouterr().out)["seconds"] <= 12
    song = read_song(Path("out.mid")).song
    assert song.end <= 6 * 1920
    assert '"walk"' in song.recipe


def test_a_model_of_melodies_writes_midi():
    words = ["explore", "music.safetensors", "--grid", "1x2", "--temperature", "1"]
    assert main([*words, "-o", "out.mid"]) == 0
    assert len(read_song(Path("out.mid")).song.tracks) >= 1


@pytest.mark.parametrize(
    "words",
    [
        ["explore", "vae.safetensors", "-o", "out.mid"],
        ["explore", "music.safetensors", "-o", "out.png"],
        ["explore", "music.safetensors", "--walk", "walk.json", "-o", "out.gif"],
        ["explore", "none.safetensors", "-o", "out.png"],
        ["explore", "moon", "-o", "out.png"],
        ["explore", "photo.png", "-o", "out.png"],
        ["explore", "vae.safetensors", "-o", "out.txt"],
        ["explore", "vae.safetensors", "-o", "photo.png"],
        ["explore", "vae.safetensors", "--walk", "odd.json", "-o", "out.gif"],
        ["explore", "vae.safetensors", "--walk", "photo.png", "-o", "out.gif"],
        ["explore", "vae.safetensors", "--walk", "walk.json", "-o", "out.png"],
        ["explore", "vae.safetensors", "-o", "out.gif"],
        ["explore", "vae.safetensors", "--walk", "told.json", "-o", "out.gif"],
        ["explore", "vae.safetensors", "--walk", "told.json", "-o", "frames"],
        ["explore", "vae.safetensors", "--walk", "walk.json", "-o", "none/out.gif"],
        ["explore", "vae.safetensors", "--walk", "walk.json", "-o", "out.gif", "--rate", "500"],
        ["explore", "vae.safetensors", "--music", "song.mid", "-o", "out.mp4"],
        ["explore", "vae.safetensors", "--walk", "walk.json", "--rhythm", "bars", "-o", "o.gif"],
        ["explore", "vae.safetensors", "--music", "silent.mid", "--rhythm", "notes", "-o", "o.gif"],
        ["explore", "vae.safetensors", "--music", "photo.png", "--rhythm", "bars", "-o", "o.gif"],
        ["explore", "vae.safetensors", "--walk", "walk.json", "--music", "song.mid", "-o", "o.gif"],
        ["explore", "vae.safetensors", "--music", "song.mid", "-o", "out.png"],
        ["explore", "vae.safetensors", "--paint", "nobody", "-o", "out.png"],
        ["explore", "vae.safetensors", "--paint", "photo.png", "-o", "out.gif"],
        ["explore", "music.safetensors", "--paint", "photo.png", "-o", "out.mid"],
        ["explore", "vae.safetensors", "--grid", "many", "-o", "out.png"],
        ["explore", "vae.safetensors", "--grid", "2x2", "--walk", "walk.json", "-o", "out.gif"],
        ["explore", "vae.safetensors", "--between", "photo.png", "walk.json", "-o", "out.png"],
        ["explore", "vae.safetensors", "--truncation", "-3", "-o", "out.png"],
        ["train", "vae", "none", "-o", "new.safetensors"],
        ["train", "vae", ".", "-o", "new.safetensors"],
        ["train", "gan", ".", "-o", "new.txt"],
        ["train", "musicvae", "-o", "new.safetensors", "--data", "."],
    ],
)
def test_what_cannot_be_is_one_sentence(here, capsys, words):
    before = sorted(path.name for path in here.iterdir())
    assert main(words) == 2
    said = [line for line in capsys.readouterr().err.splitlines() if "%" not in line[:5]]
    assert len(said) == 1
    assert sorted(path.name for path in here.iterdir()) == before
