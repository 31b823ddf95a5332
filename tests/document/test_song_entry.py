"""The song inside a project comes back note for note, and nonsense in it is a sentence."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from studio.document.document import Document
from studio.document.opening import open_project
from studio.document.storage import save_project
from studio.errors import StudioError
from studio.music.note import Note, Notes
from studio.music.song import SUSTAIN, Controls, Loop, Marker, Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap


@pytest.fixture
def song() -> Song:
    melody = Track(
        "Melody",
        program=73,
        notes=Notes([Note(0, 480, 62), Note(480, 239, 65, 101, id=40, locked=True)]),
        controls=Controls([0, 480], [SUSTAIN, SUSTAIN], [127, 0]),
        volume=90,
        pan=30,
        colour=3,
        solo=True,
    )
    return Song(
        tracks=(melody, Track("Drums", drums=True, muted=True)),
        tempos=TempoMap([Tempo(0, 96.5), Tempo(1920, 61.125)]),
        metres=MetreMap([Metre(0, 3, 4), Metre(1440, 7, 8)]),
        keys=(Key(2, "dorian"), Key(9, "harmonic minor", 1440)),
        loop=Loop(480, 1440, on=False),
        markers=(Marker(480, "Überleitung 音"),),
        title="Harbour",
        recipe='{"seed": 1}',
    )


def test_a_song_comes_back_as_it_was(tmp_path: Path, song: Song) -> None:
    save_project(tmp_path / "a.studio", Document(song=song))

    assert open_project(tmp_path / "a.studio").song == song


def test_a_project_without_a_song_has_none(tmp_path: Path) -> None:
    save_project(tmp_path / "a.studio", Document())

    assert open_project(tmp_path / "a.studio").song is None
    assert table_of(tmp_path / "a.studio")["version"] == 1


def test_a_hundred_thousand_equal_notes_come_back(tmp_path: Path) -> None:
    start = np.arange(100_000) * 10
    many = Notes.of_columns(start, np.full(100_000, 10), np.full(100_000, 60), [90] * 100_000)
    song = Song(tracks=(Track(notes=many),))
    save_project(tmp_path / "a.studio", Document(song=song))

    assert open_project(tmp_path / "a.studio").song == song


def test_the_same_song_gives_the_same_bytes(tmp_path: Path, song: Song) -> None:
    save_project(tmp_path / "a.studio", Document(song=song))
    save_project(tmp_path / "b.studio", Document(song=replace(song)))

    assert (tmp_path / "a.studio").read_bytes() == (tmp_path / "b.studio").read_bytes()


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("tempos",), [[0]]),
        (("tempos",), [[0, 0]]),
        (("tempos",), ["ab"]),
        (("tempos",), 3),
        (("metres",), [[0, 4, 3]]),
        (("metres",), [[0, "x", 4]]),
        (("keys",), [[0, 99, "major"]]),
        (("keys",), [[0, 0, None]]),
        (("loop",), [5, 5, True]),
        (("loop",), [5]),
        (("markers",), [[None, "x"]]),
        (("tracks",), [3]),
        (("tracks",), [{}] * 600),
        (("tracks", 0, "program"), 128),
        (("tracks", 0, "program"), 1.5),
        (("tracks", 0, "notes"), "song/none.notes"),
        ((), 7),
    ],
)
def test_a_song_that_makes_no_sense_is_refused(
    tmp_path: Path, song: Song, place: tuple[Any, ...], value: object
) -> None:
    path = tmp_path / "a.studio"
    save_project(path, Document(song=song))
    put(path, ("song", *place), value)

    with pytest.raises(StudioError, match=r"“a\.studio”"):
        open_project(path)


def test_notes_that_are_cut_off_are_refused(tmp_path: Path, song: Song) -> None:
    path = tmp_path / "a.studio"
    save_project(path, Document(song=song))
    parts = parts_of(path)
    parts["song/0001.notes"] = parts["song/0001.notes"][:-3]
    write(path, parts)

    with pytest.raises(StudioError, match="cut off"):
        open_project(path)


def table_of(path: Path) -> dict[str, Any]:
    return json.loads(parts_of(path)["project.json"])


def put(path: Path, place: tuple[Any, ...], value: object) -> None:
    parts = parts_of(path)
    table = json.loads(parts["project.json"])
    inner = table
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    parts["project.json"] = json.dumps(table).encode()
    write(path, parts)


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
