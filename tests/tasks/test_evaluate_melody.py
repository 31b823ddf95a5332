"""Melodies of files measured: by networks, by counted runs, and against known tunes."""

import shutil
from pathlib import Path

import pytest

from studio.errors import StudioError, Unavailable
from studio.music.melody_tables import tables_path
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.song_file import write_song
from studio.music.transformer import KIND, Composer, ComposerConfig
from studio.tasks.evaluate_melody import MelodyRequest, evaluate_melody, melody_networks, overall
from studio.tasks.train_lstm import LstmPlan, train_lstm
from studio.training.lstm import LstmTraining
from studio.training.model_card import ModelCard, write_model
from tests.tasks.test_train_lstm import TINY
from tests.tasks.tune_files import tunes_folder
from tests.training.tiny_runs import ended


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KLANGBILD_HOME", str(folder / "home"))
        plan = LstmPlan(
            folder / "own.safetensors", tunes_folder(folder), LstmTraining(steps=2, batch=4), TINY
        )
        return ended(train_lstm(plan))[0].path


@pytest.fixture
def network(trained: Path, tmp_path: Path) -> Path:
    """A copy beside a few of the tunes that it knows."""
    few = tunes_folder(tmp_path, 6)
    assert few.is_dir()
    for file in trained.parent.glob("own.*"):
        shutil.copy(file, tmp_path)
    return tmp_path / trained.name


def test_every_tune_of_an_abc_file_is_measured(network: Path, tmp_path: Path) -> None:
    file = tunes_folder(tmp_path) / "some.abc"

    found, steps = ended(evaluate_melody(MelodyRequest((file,), (network,))))

    assert len(found) == 6
    assert found[3].title == "Tune 3"
    assert (found[3].key, found[3].steps, found[3].bars, found[3].exact) == (
        "G major", 64, 4.0, True,
    )  # fmt: skip
    assert set(found[3].nats) == {"own", "own, key unknown", *(f"{n}-gram" for n in range(1, 7))}
    assert overall(found)["1-gram"] > overall(found)["6-gram"] > 0
    assert steps[-1].progress == 1.0
    # Most tunes were learned from, and are known from their first note to their last.
    assert sum(one.copied.bars == 4.0 for one in found) > 3


def test_midi_is_measured_as_the_same_tune_in_abc_is(network: Path, tmp_path: Path) -> None:
    pitches = [67, 69, 71, 72, 74, 72, 71, 69]
    notes = Notes(Note(i * 240, 240, pitch) for i, pitch in enumerate(pitches))
    write_song(tmp_path / "a.mid", Song(tracks=(Track(notes=notes),)))
    (tmp_path / "a.abc").write_text("X:1\nM:4/4\nL:1/8\nK:C\nGABcdcBA|]\n")

    files = (tmp_path / "a.mid", tmp_path / "a.abc")
    midi, abc = ended(evaluate_melody(MelodyRequest(files, (network,))))[0]

    assert midi.nats == abc.nats


def test_without_tables_the_networks_are_measured_alone(network: Path, tmp_path: Path) -> None:
    tables_path(network).unlink()
    file = tunes_folder(tmp_path) / "some.abc"

    found, _ = ended(evaluate_melody(MelodyRequest((file,), (network,))))

    assert set(found[0].nats) == {"own", "own, key unknown"}
    assert found[0].copied.bars == 0


def test_bad_files_are_said_or_left_out(
    network: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bad = tmp_path / "bad.abc"
    bad.write_text("nothing")
    with pytest.raises(StudioError, match="no tune"):
        ended(evaluate_melody(MelodyRequest((bad,), (network,))))
    with pytest.raises(StudioError, match="not there"):
        ended(evaluate_melody(MelodyRequest((tmp_path / "none.mid",), (network,))))
    with pytest.raises(StudioError):
        ended(evaluate_melody(MelodyRequest((), (network,))))

    both = (bad, tunes_folder(tmp_path) / "some.abc")
    assert len(ended(evaluate_melody(MelodyRequest(both, (network,))))[0]) == 6
    assert "left out" in caplog.text


def test_networks_that_ship_are_found(
    network: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.tasks.evaluate_melody.models", lambda: network.parent)
    assert melody_networks() == (network,)
    monkeypatch.setattr("studio.tasks.evaluate_melody.models", lambda: tmp_path / "tunes")
    with pytest.raises(Unavailable):
        melody_networks()


def test_the_composer_measures_what_it_has_words_for(network: Path, tmp_path: Path) -> None:
    small = Composer(ComposerConfig(width=16, layers=1, heads=2, feed=16), 0.0)
    card = ModelCard("small", KIND, "", {}, "", (), 0, 0)
    path = tmp_path / "small.safetensors"
    write_model(path, small.state_dict(), small.config.to_json(), card)
    tune = Song(tracks=(Track(notes=Notes([Note(0, 480, 60), Note(480, 960, 67)])),))
    usual, endless = tmp_path / "usual.mid", tmp_path / "endless.mid"
    write_song(usual, tune)
    write_song(endless, tune.with_metre(32, 4))

    found, _ = ended(evaluate_melody(MelodyRequest((usual, endless), (network, path))))

    assert 0 < found[0].nats["small"] < 10
    assert "small" not in found[1].nats
    assert overall(found)["small"] == found[0].nats["small"]
    assert overall(found)["own"] > 0
