"""Folders are found, and a file is replaced whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from studio import paths
from studio.errors import AlreadyExists, StudioError, Unavailable
from studio.paths import made, replacing


def write(path: Path, text: str, *, force: bool = False) -> None:
    with replacing(path, force=force) as temporary:
        temporary.write_text(text)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "pictures")


# -- folders -----------------------------------------------------------------------------------


def test_the_shipped_folders_are_found_in_the_checkout():
    assert paths.resources().is_dir()
    assert paths.models().is_dir()


def test_the_shipped_folders_are_found_in_an_installed_package(tmp_path, monkeypatch):
    package = made(tmp_path / "studio")
    data = made(package / "_data" / "resources")
    monkeypatch.setattr(paths, "_PACKAGE", package)

    assert paths.resources() == data


def test_a_missing_shipped_folder_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "nowhere")

    with pytest.raises(Unavailable, match="install Klangbild again"):
        paths.models()


def test_own_folders_lie_below_the_home_that_is_set_and_apart(studio_home):
    own = [paths.config_dir(), paths.data_dir(), paths.cache_dir(), paths.state_dir()]

    assert len(set(own)) == 4
    assert {path.parent for path in own} == {studio_home}


def test_without_a_home_the_folders_are_the_system_s(monkeypatch):
    monkeypatch.delenv("KLANGBILD_HOME")

    assert paths.config_dir().is_absolute()
    assert "klangbild" in str(paths.data_dir()).casefold()


def test_a_folder_in_the_place_of_a_file_is_not_made(folder):
    (folder / "file").touch()

    with pytest.raises(StudioError, match="file"):
        made(folder / "file" / "below")


# -- replacing ---------------------------------------------------------------------------------


def test_the_file_appears_when_the_block_ends(folder):
    path = folder / "picture.png"

    with replacing(path) as temporary:
        assert temporary.parent == folder
        assert temporary.suffix == ".png"
        temporary.write_text("whole")
        assert not path.exists()

    assert path.read_text() == "whole"
    assert names(folder) == ["picture.png"]


def test_a_block_that_raises_leaves_the_old_file_and_nothing_else(folder):
    path = folder / "picture.png"
    path.write_text("old")

    def interrupted() -> None:
        with replacing(path, force=True) as temporary:
            temporary.write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        interrupted()

    assert path.read_text() == "old"
    assert names(folder) == ["picture.png"]


def test_a_generator_closed_within_the_block_leaves_nothing(folder):
    def work():
        with replacing(folder / "picture.png") as temporary:
            temporary.write_text("half")
            yield

    generator = work()
    next(generator)
    generator.close()

    assert names(folder) == []


def test_an_existing_file_is_not_replaced_unasked(folder):
    path = folder / "picture.png"
    path.write_text("old")

    with pytest.raises(AlreadyExists, match=r"picture\.png"):
        write(path, "new")

    assert path.read_text() == "old"
    assert names(folder) == ["picture.png"]


def test_the_block_does_not_begin_where_a_file_is_in_the_way(folder):
    path = folder / "picture.png"
    path.write_text("old")
    begun: list[Path] = []

    def attempt() -> None:
        with replacing(path) as temporary:
            begun.append(temporary)

    with pytest.raises(AlreadyExists):
        attempt()

    assert begun == []


def test_an_existing_file_is_replaced_when_allowed(folder):
    path = folder / "picture.png"
    path.write_text("old")

    write(path, "new", force=True)

    assert path.read_text() == "new"


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_comes_while_the_block_runs_is_kept(folder, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    path = folder / "picture.png"

    def overtaken() -> None:
        with replacing(path) as temporary:
            temporary.write_text("mine")
            path.write_text("theirs")

    with pytest.raises(AlreadyExists):
        overtaken()

    assert path.read_text() == "theirs"
    assert names(folder) == ["picture.png"]


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no links on this file system")


def test_a_file_system_without_hard_links_serves_too(folder, monkeypatch):
    monkeypatch.setattr(os, "link", no_links)

    write(folder / "picture.png", "whole")

    assert (folder / "picture.png").read_text() == "whole"
    assert names(folder) == ["picture.png"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_permissions_are_those_of_any_new_file_or_of_the_old_one(folder):
    path = folder / "picture.png"
    (folder / "plain").touch()
    write(path, "new")
    assert path.stat().st_mode == (folder / "plain").stat().st_mode

    path.chmod(0o640)
    write(path, "newer", force=True)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need a right on Windows")
def test_a_link_is_followed_and_stays(folder, tmp_path):
    real = made(tmp_path / "elsewhere") / "real.png"
    real.write_text("old")
    (folder / "link.png").symlink_to(real)

    write(folder / "link.png", "new", force=True)

    assert (folder / "link.png").is_symlink()
    assert real.read_text() == "new"


def test_content_is_synced_before_the_name_changes(folder, monkeypatch):
    events: list[str] = []
    sync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (events.append("sync"), sync(handle)))
    monkeypatch.setattr(os, "replace", lambda a, b: (events.append("rename"), replace(a, b)))

    write(folder / "picture.png", "whole", force=True)

    assert events[:2] == ["sync", "rename"]
    assert os.name != "posix" or events == ["sync", "rename", "sync"]


def test_the_longest_name_that_there_can_be_is_written(folder):
    path = folder / ("n" * 251 + ".png")

    write(path, "whole")

    assert path.read_text() == "whole"


# -- what cannot be written --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere/picture.png", "no such folder"),
        ("file/picture.png", "no such folder"),
        ("n" * 300 + ".png", "too long"),
        ("nul\0byte.png", "could not be written"),
    ],
)
def test_a_path_that_cannot_be_written_is_a_sentence_that_names_it(folder, name, words):
    (folder / "file").touch()

    with pytest.raises(StudioError, match=words) as caught:
        write(folder / name, "text")

    assert str(folder / name) in caught.value.sentence
    assert names(folder) == ["file"]


def test_a_folder_is_not_replaced_by_a_file(folder):
    with pytest.raises(StudioError, match="is a folder"):
        write(folder, "text", force=True)


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs Linux's /sys")
def test_a_protected_folder_is_a_sentence():
    with pytest.raises(StudioError, match="protected"):
        write(Path("/sys/kernel/picture.png"), "text")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_within_the_block_is_a_sentence(folder):
    with pytest.raises(StudioError, match="disk is full"), replacing(folder / "picture.png"):
        Path("/dev/full").write_text("text")

    assert names(folder) == []


FULL = """
import resource, signal, sys
from studio.errors import StudioError
from studio.paths import replacing
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with replacing(sys.argv[1], force=True) as temporary:
        temporary.write_bytes(bytes(5000))
except StudioError as error:
    sys.stdout.write(error.sentence)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_file_that_outgrows_its_limit_leaves_the_old_one(folder):
    path = folder / "picture.png"
    path.write_text("old")

    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True
    )

    assert "disk is full" in done.stdout
    assert path.read_text() == "old"
    assert names(folder) == ["picture.png"]


def test_a_sentence_for_every_other_trouble_too(folder):
    with pytest.raises(StudioError, match="encoder error"), replacing(folder / "picture.png"):
        raise OSError("encoder error -2")
