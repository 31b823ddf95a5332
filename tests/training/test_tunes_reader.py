"""A folder of own music is read: tunes, near copies, and files that are none."""

from collections.abc import Generator
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.music.midi_file import write_midi
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.training import tunes_reader
from studio.training.tunes_reader import Found, reading_tunes, told
from studio.training.tunes_set import TuneSet
from tests.tasks.tune_files import tunes_folder
from tests.training.tiny_runs import ended


def read(folder: Path) -> TuneSet:
    work: Generator[Found, None, TuneSet] = reading_tunes(folder)
    return ended(work)[0]


def midi(path: Path, pitches: list[int], *, drums: bool = False) -> None:
    notes = Notes([Note(n * 240, 240, pitch) for n, pitch in enumerate(pitches)])
    path.parent.mkdir(parents=True, exist_ok=True)
    write_midi(path, Song(tracks=(Track("One", drums=drums, notes=notes),)))


def test_midi_and_abc_are_read_from_all_folders(tmp_path: Path) -> None:
    folder = tunes_folder(tmp_path, 4)
    midi(folder / "deep" / "own.mid", [60, 62, 64, 65, 67, 69, 71, 72, 74])

    found = read(folder)

    assert len(found.tunes) == 5
    assert (found.files, found.read, found.left_out) == (2, 2, 0)
    assert found.notes == sum(tune.notes for tune in found.tunes)
    own = next(tune for tune in found.tunes if tune.name.endswith("own.mid"))
    assert own.keyless
    assert own.grid is not None
    assert own.words is not None


def test_broken_files_are_told_and_left_out(tmp_path: Path) -> None:
    folder = tunes_folder(tmp_path, 12)
    (folder / "broken.mid").write_bytes(b"MThd nothing")
    (folder / "empty.mid").touch()
    (folder / "words.xml").write_text("<recipe/>")
    midi(folder / "short.mid", [60, 62])

    found = read(folder)

    assert len(found.tunes) == 12
    assert found.left_out == 4
    assert any("empty" in fault for fault in found.faults)
    assert any("4 files were left out" in sentence for sentence in told(found))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: None, "not a folder"),
        (lambda folder: folder.mkdir(), "There is no MIDI"),
        (lambda folder: (folder.mkdir(), (folder / "a.mid").write_text("x")), "Nothing could"),
    ],
)
def test_a_folder_without_music_is_a_sentence(tmp_path: Path, make: object, said: str) -> None:
    make(tmp_path / "music")  # type: ignore[operator]

    with pytest.raises(StudioError, match=said):
        read(tmp_path / "music")


def test_of_very_many_files_some_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tunes_reader, "MOST_FILES", 5)
    for number in range(30):
        midi(tmp_path / "music" / f"{number}.mid", [60 + (n * number) % 11 for n in range(12)])

    found = read(tmp_path / "music")

    assert (found.files, found.read) == (30, 5)
    assert any("30 files" in sentence and "5 of them" in sentence for sentence in told(found))


def test_reading_ends_where_there_are_notes_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tunes_reader, "MOST_NOTES", 30)
    for number in range(9):
        midi(tmp_path / "music" / f"{number}.mid", list(range(60, 72)))

    assert read(tmp_path / "music").read == 3


def test_few_tunes_are_a_warning(tmp_path: Path) -> None:
    assert any("little" in sentence for sentence in told(read(tunes_folder(tmp_path, 9))))
    (tmp_path / "more").mkdir()
    assert len(told(read(tunes_folder(tmp_path / "more", 10)))) == 1


def test_what_is_tested_on_is_not_learned_and_copies_stay_together(tmp_path: Path) -> None:
    folder = tunes_folder(tmp_path, 20)
    (folder / "again.abc").write_text((folder / "some.abc").read_text())

    learned, back = read(folder).sides()

    def melodies(tunes: tuple) -> set[bytes]:
        return {tune.grid.symbols.tobytes() for tune in tunes}

    assert len(learned) + len(back) == 40
    assert 1 <= len(back) <= 8
    assert not melodies(learned) & melodies(back)
    assert [one.name for one in read(folder).sides()[1]] == [one.name for one in back]


@pytest.mark.parametrize(("count", "said"), [(1, "one tune"), (3, "near copies")])
def test_too_few_different_tunes_are_refused(tmp_path: Path, count: int, said: str) -> None:
    for number in range(count):
        midi(tmp_path / "music" / f"{number}.mid", [60, 62, 64, 65, 67, 69, 71, 72, 74, 72, 60, 61])

    with pytest.raises(StudioError, match=said):
        read(tmp_path / "music").sides()


def test_drums_have_no_melody_but_can_be_said(tmp_path: Path) -> None:
    for number in range(3):
        beat = [36, 42, 38, 42] * (4 + number)
        midi(tmp_path / "music" / f"{number}.mid", beat, drums=True)

    found = read(tmp_path / "music")

    assert not found.for_melodies().tunes
    assert len(found.for_pieces().sides()[0]) == 2


def test_a_very_long_melody_is_learned_to_a_point(tmp_path: Path) -> None:
    midi(tmp_path / "music" / "long.mid", [60 + n % 13 for n in range(5000)])

    grid = read(tmp_path / "music").tunes[0].grid

    assert grid is not None
    assert len(grid) == 4096
    assert len(grid.place) == len(grid.bar) == len(grid.size) == 4096
