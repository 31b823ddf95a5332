"""Sound files: what was written is read again, with the recipe inside."""

import numpy as np
import pytest
import soundfile

from studio.audio.export import read_recipe, write_sound
from studio.audio.synth import Frames
from studio.document.recipe import Recipe
from studio.errors import AlreadyExists, StudioError

RATE = 44100


def tone(count: int = 20000, height: float = 0.5) -> Frames:
    """A tone on the left and another on the right."""
    turns = np.arange(count)[:, None] * np.array([440, 660]) / RATE
    return (np.sin(2 * np.pi * turns) * height).astype(np.float32)


def recipe(length: int = 10) -> str:
    return Recipe("compose", {"words": "ä" * length}).to_text()


@pytest.mark.parametrize(
    ("suffix", "subtype", "accuracy"),
    [(".wav", "PCM_24", 1e-6), (".flac", "PCM_24", 1e-6), (".ogg", "VORBIS", 0.05)],
)
def test_what_was_written_is_read_again(tmp_path, suffix, subtype, accuracy):
    path = tmp_path / f"tune{suffix}"

    count = write_sound(path, [tone()[:7000], tone()[7000:]], RATE)

    frames, rate = soundfile.read(path, dtype="float32")
    info = soundfile.info(path)
    assert (count, rate, info.channels, info.subtype) == (20000, RATE, 2, subtype)
    assert np.abs(frames - tone()).max() < accuracy


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg"])
@pytest.mark.parametrize("length", [10, 5_000, 100_000])
def test_the_recipe_travels(tmp_path, suffix, length):
    path = tmp_path / f"tune{suffix}"

    write_sound(path, [tone()], RATE, recipe=recipe(length), title="Über allem")

    assert read_recipe(path) == recipe(length)
    assert soundfile.info(path).frames == 20000


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg"])
def test_a_file_without_recipe_has_none(tmp_path, suffix):
    path = tmp_path / f"tune{suffix}"
    write_sound(path, [tone()], RATE, title="Tune")

    assert read_recipe(path) is None


def test_a_title_is_seen_by_others(tmp_path):
    for suffix in (".wav", ".flac", ".ogg"):
        path = tmp_path / f"tune{suffix}"
        write_sound(path, [tone()], RATE, title="Frère Jacques")
        with soundfile.SoundFile(path) as file:
            assert file.title == "Frère Jacques"


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\0\0\0\0WAVE" + b"\xff" * 99, b"fLaC123"])
def test_what_is_no_sound_file_has_no_recipe(tmp_path, content):
    path = tmp_path / "file.wav"
    path.write_bytes(content)

    assert read_recipe(path) is None
    assert read_recipe(tmp_path / "gone.wav") is None


def test_floats_stay_as_they_are(tmp_path):
    path = tmp_path / "tune.wav"
    write_sound(path, [tone(height=1.5)], RATE, floating=True)

    assert np.array_equal(soundfile.read(path, dtype="float32")[0], tone(height=1.5))


def test_what_is_too_loud_is_cut_and_not_turned_over(tmp_path):
    path = tmp_path / "tune.wav"
    write_sound(path, [tone(height=1.5)], RATE)

    frames = soundfile.read(path, dtype="float32")[0]

    assert np.abs(frames - np.clip(tone(height=1.5), -1, 1)).max() < 1e-5


def test_a_file_is_not_replaced_without_being_asked(tmp_path):
    path = tmp_path / "tune.wav"
    path.write_bytes(b"mine")

    with pytest.raises(AlreadyExists):
        write_sound(path, [tone()], RATE)
    assert path.read_bytes() == b"mine"
    write_sound(path, [tone()], RATE, force=True)
    assert soundfile.info(path).frames == 20000


def test_a_name_of_another_kind_is_a_sentence(tmp_path):
    with pytest.raises(StudioError, match=r"\.wav, \.flac or \.ogg"):
        write_sound(tmp_path / "tune.mp3", [tone()], RATE)


def test_an_export_that_breaks_off_leaves_nothing(tmp_path):
    def broken():
        yield tone()
        raise StudioError("enough")

    with pytest.raises(StudioError, match="enough"):
        write_sound(tmp_path / "tune.flac", broken(), RATE)

    assert list(tmp_path.glob("*.flac")) == []


def test_a_folder_that_lacks_is_a_sentence(tmp_path):
    with pytest.raises(StudioError, match="no such folder"):
        write_sound(tmp_path / "gone" / "tune.wav", [tone()], RATE)
