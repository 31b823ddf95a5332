"""Shows that the samples can be opened, are large enough to work on, and stay small."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio import registry
from studio.document.recipe import Recipe
from studio.music.midi_file import read_midi
from studio.music.song import SUSTAIN
from studio.music.statistics import note_statistics
from studio.music.theory import parse_key

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "samples"
TUNE = FOLDER / "harbour-evening.mid"
PICTURES = sorted(FOLDER.glob("*.jpg"))


def test_the_pictures_of_the_first_start_are_there():
    assert {path.stem for path in PICTURES} == {"harbour-dusk", "still-life"}


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_sample_picture_opens_in_its_size(path):
    with Image.open(path) as picture:
        picture.load()

        assert picture.mode == "RGB"
        assert picture.size == (1536, 1024)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_sample_picture_carries_no_metadata_of_a_camera(path):
    with Image.open(path) as picture:
        assert not dict(picture.getexif())


def test_all_sample_pictures_together_stay_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 1_200_000


def test_the_sample_tune_opens_as_it_was_written():
    song = read_midi(TUNE).song

    assert [track.name for track in song.tracks] == ["Melody", "Chords", "Bass", "Drums"]
    assert [track.drums for track in song.tracks] == [False, False, False, True]
    assert song.title == "Harbour evening"
    assert song.tempos.at(0) == pytest.approx(96, abs=0.01)
    assert song.length == 32 * 4 * 480


def test_the_sample_tune_keeps_to_its_scale():
    for track in read_midi(TUNE).song.tracks[:3]:
        outside = set((track.notes.pitch % 12).tolist()) - parse_key("D dorian").pitch_classes
        assert not outside, track.name


def test_the_sample_tune_is_played_by_hand():
    song = read_midi(TUNE).song

    for track in song.tracks:
        assert len(np.unique(track.notes.velocity)) > 10
        assert (track.notes.start % 120 != 0).mean() > 0.3
    assert (song.tracks[1].controls.number == SUSTAIN).sum() == 64


@pytest.mark.parametrize(
    ("name", "models"),
    [("quay-at-dusk", {"lstm"}), ("winter-morning", {"lstm"}), ("lively-reel", set())],
)
def test_what_the_networks_wrote_says_how(name, models):
    """The reel's recipe is that of its accompaniment, which is drawn from patterns."""
    song = read_midi(FOLDER / f"{name}.mid").song
    recipe = Recipe.from_text(song.recipe)

    assert recipe.task == "compose"
    assert recipe.models.keys() == models
    assert all(sha256 == registry.music(key).sha256 for key, sha256 in recipe.models.items())
    assert song.title.lower().replace(" ", "-") == name
    assert {track.name for track in song.tracks} >= {"Melody", "Bass"}
    assert note_statistics(song.tracks[0].notes, song.metres).scale_consistency > 0.95
