"""Networks of music are taught from the command line, and what cannot be is one sentence."""

import json

import pytest

from studio.cli import main
from tests.tasks.tune_files import tunes_folder


@pytest.mark.parametrize(
    "words",
    [["train", "lstm", "-o", "a.txt"],
     ["train", "lstm", "-o", "a.safetensors", "--data", "none"],
     ["train", "composer", "-o", "a.txt"], ["train", "tunes", "none", "--name", "a"],
     ["train", "tunes", ".", "--name", "a"], ["train", "tunes", ".", "--name", "a/b"],
     ["train", "tunes", ".", "--name", "lstm"],
     ["train", "tunes", ".", "--name", "a", "--base", "nobody"],
     ["train", "tunes", ".", "--name", "a", "--steps", "999999"]],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    status = main(words)
    said = [line for line in capsys.readouterr().err.splitlines() if "%" not in line]
    assert status == 2
    assert len(said) == 1
    assert not list(tmp_path.iterdir())


def test_own_tunes_are_told_before_they_are_learned(tmp_path, capsys):
    folder = tunes_folder(tmp_path, 1)
    (folder / "broken.mid").write_text("no music")
    assert main(["train", "tunes", str(folder), "--name", "a", "--json"]) == 2
    told = json.loads(capsys.readouterr().out)["error"]
    assert "one tune" in told
