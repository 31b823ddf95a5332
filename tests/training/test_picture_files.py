"""Folders of pictures are listed without haste, and drawn from where they are too many."""

import os
from pathlib import Path

import pytest
from PIL import Image

from studio.errors import StudioError, UnreadableFile
from studio.training import picture_sets
from studio.training.picture_files import drawn, listing
from studio.training.picture_survey import COLUMNS, TILE, surveying
from tests.training.squares import pictures_folder, squares
from tests.training.tiny_runs import ended


def many_files(folder: Path, count: int) -> Path:
    """One small picture under many names."""
    folder.mkdir()
    Image.new("RGB", (20, 20), (200, 30, 30)).save(folder / "0.png")
    for number in range(1, count):
        os.link(folder / "0.png", folder / f"{number}.png")
    return folder


def test_pictures_of_folders_within_are_found_in_order(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 3)
    pictures_folder(folder / "within" / "deeper", 2)
    (folder / "words.txt").write_text("no picture")

    found, _ = ended(listing(folder, leave_out=["disc-001"]))

    assert found.names == (
        "disc-000.png", "disc-002.png", "within/deeper/disc-000.png",
    )  # fmt: skip


def test_a_large_folder_is_listed_a_few_files_at_a_time(tmp_path: Path) -> None:
    found, steps = ended(listing(many_files(tmp_path / "many", 3000)))
    assert len(found) == 3000
    assert len(steps) == 6
    assert steps == sorted(steps)


def test_what_is_no_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read: No such file"):
        ended(listing(tmp_path / "none"))
    (tmp_path / "file").touch()
    with pytest.raises(UnreadableFile, match="cannot be read: Not a directory"):
        ended(listing(tmp_path / "file"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_may_not_be_read_is_a_sentence(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 3)
    folder.chmod(0)
    try:
        with pytest.raises(UnreadableFile, match="Permission denied"):
            ended(listing(folder))
    finally:
        folder.chmod(0o700)


def test_the_same_are_drawn_every_time_from_all_over() -> None:
    places = drawn(10_000, 100)
    assert places == drawn(10_000, 100) == sorted(set(places))
    assert len(places) == 100
    assert places[0] < 1000
    assert places[-1] > 9000
    assert drawn(7, 100) == list(range(7))


def test_of_too_many_pictures_some_are_read(tmp_path: Path) -> None:
    found = squares(many_files(tmp_path / "many", 300), most=60)
    assert len(found) == 60
    assert found.there == 300
    assert found.counts == (60,)


def test_fewer_are_read_where_the_disk_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = many_files(tmp_path / "many", 200)
    free = 16 * 16 * 3 * 120 + 2**28

    class Usage:
        free = 0

    Usage.free = free
    monkeypatch.setattr(picture_sets.shutil, "disk_usage", lambda path: Usage)
    assert len(squares(folder)) == 100

    Usage.free = 2**28
    with pytest.raises(StudioError, match="no room for 48 pictures"):
        squares(folder, margin=2)


def test_a_survey_counts_looks_and_shows(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 60)
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n nonsense")

    found, steps = ended(surveying(folder))

    assert (found.there, found.looked, found.readable) == (61, 61, 60)
    assert found.whole
    assert found.unreadable == ("broken.png",)
    assert found.mosaic is not None
    assert found.mosaic.shape == (COLUMNS * TILE, COLUMNS * TILE, 3)
    assert found.mosaic[-TILE:, -TILE:].any()
    assert [step.looked for step in steps] == sorted(step.looked for step in steps)


def test_a_survey_of_many_opens_only_some(tmp_path: Path) -> None:
    found, _ = ended(surveying(many_files(tmp_path / "many", 300), most=50))
    assert (found.there, found.looked, found.readable) == (300, 50, 300)
    assert not found.whole


def test_three_pictures_are_refused_before_one_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pictures_folder(tmp_path / "discs", 3)
    monkeypatch.setattr("studio.training.picture_survey.cut", lambda *_: pytest.fail("opened"))
    with pytest.raises(StudioError, match="only 3 readable pictures"):
        ended(surveying(folder))


def test_whole_pictures_among_broken_ones_can_be_too_few(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 20)
    for number in range(60):
        (folder / f"broken-{number}.jpg").write_bytes(b"nothing")
    with pytest.raises(StudioError, match="only 20 readable pictures"):
        ended(surveying(folder))


def test_a_folder_of_films_is_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.mp4").write_bytes(b"film")
    with pytest.raises(StudioError, match=r"films .* export single frames"):
        ended(surveying(folder))
