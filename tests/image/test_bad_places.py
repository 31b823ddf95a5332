"""Bad places: absent, protected, full and odd ones are a sentence, and nothing is lost."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studio.errors import StudioError, UnreadableFile
from studio.image.picture_file import (
    read_picture,
    read_recipe_text,
    write_picture,
)
from tests.image.samples import small

posix = pytest.mark.skipif(os.name != "posix", reason="a matter of POSIX systems")


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Be somebody whom permissions bind, even where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that an ordinary user can look into."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.parametrize("read", [read_picture, read_recipe_text])
def test_absent_files_and_folders(read: object, tmp_path: Path) -> None:
    assert callable(read)
    for path, word in (
        (tmp_path / "gone.jpg", "is not there"),
        (tmp_path / "no" / "folder.jpg", "is not there"),
        (tmp_path, "is a folder"),
        (tmp_path / "a\0b.jpg", "not a name"),
        (tmp_path / ("long" * 100), "too long"),
    ):
        with pytest.raises(UnreadableFile, match=word) as caught:
            read(path)
        assert caught.value.sentence.isprintable()
        assert len(caught.value.sentence) < 200


@posix
def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    link = tmp_path / "link.jpg"
    link.symlink_to("/dev/zero")

    for path in (pipe, Path("/dev/zero"), Path("/dev/null"), link):
        with pytest.raises(UnreadableFile, match="device or a pipe"):
            read_picture(path)


@posix
def test_links_that_lead_in_a_circle_or_nowhere(tmp_path: Path) -> None:
    first, second, nowhere = (tmp_path / f"{name}.png" for name in ("first", "second", "nowhere"))
    first.symlink_to(second)
    second.symlink_to(first)
    nowhere.symlink_to(tmp_path / "gone.png")

    with pytest.raises(UnreadableFile, match="circle"):
        read_picture(first)
    with pytest.raises(UnreadableFile, match="is not there"):
        read_picture(nowhere)
    with pytest.raises(StudioError):
        write_picture(first, small())
    assert first.is_symlink()


@posix
def test_a_file_that_may_not_be_read(open_folder: Path) -> None:
    path = open_folder / "secret.png"
    write_picture(path, small())
    path.chmod(0)

    with ordinary_user(), pytest.raises(UnreadableFile, match="permissions"):
        read_picture(path)


@posix
def test_a_folder_that_may_not_be_written(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    try:
        with ordinary_user(), pytest.raises(StudioError, match="protected"):
            write_picture(open_folder / "a.png", small())
        assert list(open_folder.iterdir()) == []
    finally:
        open_folder.chmod(0o755)


@posix
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif"])
def test_no_room_for_the_file_leaves_the_old_one_and_nothing_else(
    suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"precious")
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, hard))
    try:
        with pytest.raises(StudioError, match="full"):
            write_picture(path, small(), force=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert path.read_bytes() == b"precious"
    assert [entry for entry in tmp_path.iterdir() if entry.is_file()] == [path]


def test_places_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "file").write_bytes(b"x")

    for path in (
        tmp_path / "folder.png",
        tmp_path / "no" / "such" / "a.png",
        tmp_path / "file" / "a.png",
        tmp_path / (("long" * 100) + ".png"),
    ):
        with pytest.raises(StudioError):
            write_picture(path, small(), force=True)
    left = sorted(entry.name for entry in tmp_path.iterdir() if "home" not in entry.name)
    assert left == ["file", "folder.png"]
