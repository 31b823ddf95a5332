"""Latent spaces from the command line: what is written, and what is refused in one sentence."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.cli import main
from studio.image.picture_file import read_picture
from studio.music.song_file import read_song
from tests.tasks.latent_networks import write_network


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
