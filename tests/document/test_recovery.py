"""Recovery: kept while working, offered after a crash, never deleted by itself."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studio.document.document import Document
from studio.document.process_lock import ProcessLock, is_locked
from studio.document.recovery import Recovery
from studio.document.storage import open_project, save_project
from studio.errors import StudioError
from tests.document.samples import document, layer, noise
from tests.document.test_storage import assert_same

WORKING = """
import sys, time
from pathlib import Path
from studio.document.recovery import Recovery
from tests.document.samples import document
recovery = Recovery(Path(sys.argv[1]))
recovery.write(document(), Path(sys.argv[2]) if sys.argv[2] else None, "Brücke 橋")
sys.stdout.write("written\\n")
sys.stdout.flush()
sys.stdin.read()
"""


@contextmanager
def another_process(folder: Path, original: str = ""):
    """A second instance of the studio that has kept its work and goes on."""
    with subprocess.Popen(
        [sys.executable, "-c", WORKING, str(folder), original],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    ) as process:
        try:
            assert process.stdout.readline() == b"written\n"
            yield process
        finally:
            process.kill()


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "recovery"


def test_a_crash_leaves_its_work_to_the_next_start(folder, tmp_path):
    before = datetime.now(UTC) - timedelta(seconds=2)
    original = tmp_path / "bridge.studio"
    with another_process(folder, str(original)) as process:
        process.kill()

    (file,) = Recovery(folder).found()

    assert file.name == "Brücke 橋"
    assert file.original == original
    assert before <= file.saved <= datetime.now(UTC)
    assert file.problem is None
    assert file.size == file.path.stat().st_size
    assert_same(open_project(file.path), document())


def test_a_living_process_keeps_its_work_to_itself(folder):
    with another_process(folder) as process:
        assert Recovery(folder).found() == []
        process.kill()
        process.wait()
        assert len(Recovery(folder).found()) == 1


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be removed there")
def test_a_living_process_is_known_without_its_lock(folder):
    with another_process(folder):
        for lock in folder.glob("*.lock"):
            lock.unlink()

        assert Recovery(folder).found() == []


def test_a_living_process_is_known_by_its_lock_alone(folder):
    """As in another container, where process numbers mean nothing."""
    save_project(make(folder) / "123-456-0badcafe.studio", document())
    lock = ProcessLock(folder / "123-456-0badcafe.lock")

    assert Recovery(folder).found() == []

    lock.release()
    assert len(Recovery(folder).found()) == 1


@pytest.mark.skipif(os.name != "posix", reason="needs a stopped process")
def test_a_process_that_hangs_still_lives(folder):
    with another_process(folder) as process:
        process.send_signal(signal.SIGSTOP)

        assert Recovery(folder).found() == []


def test_a_number_that_was_given_to_another_process_is_no_life(folder):
    save_project(make(folder) / f"{os.getpid()}-1000000-0badcafe.studio", document())

    assert len(Recovery(folder).found()) == 1


def test_looking_deletes_nothing(folder):
    with another_process(folder) as process:
        process.kill()
    damaged = folder / "7-7-0badcafe.studio"
    damaged.write_bytes(b"half a fi")
    names = sorted(path.name for path in folder.iterdir())

    for _ in range(3):
        assert len(Recovery(folder).found()) == 2

    assert sorted(path.name for path in folder.iterdir()) == names


def test_this_process_is_not_offered_its_own_work(folder):
    recovery = Recovery(folder)
    recovery.write(document(), None, "")

    assert recovery.found() == []
    assert Recovery(folder).found() == []


def test_the_newest_work_takes_the_place_of_the_older(folder):
    recovery = Recovery(folder)
    recovery.write(document(), None, "one")

    recovery.write(Document.empty().with_result(layer()), None, "two")

    assert list(folder.glob("*.studio")) == [recovery.path]
    assert len(open_project(recovery.path).results) == 1


def test_clearing_removes_this_process_own_file_only(folder):
    with another_process(folder) as process:
        process.kill()
    recovery = Recovery(folder)
    recovery.write(document(), None, "")

    recovery.clear()
    recovery.clear()

    assert len(list(folder.glob("*.studio"))) == 1
    assert len(recovery.found()) == 1
    assert not recovery.path.exists()


def test_work_goes_on_after_clearing(folder):
    recovery = Recovery(folder)
    recovery.write(document(), None, "")
    recovery.clear()

    recovery.write(document(), None, "")

    assert recovery.path.exists()
    assert is_locked(recovery.path.with_suffix(".lock"))


def test_what_is_being_written_while_cleared_does_not_come_back(folder):
    recovery = Recovery(folder)
    big = Document.empty().with_result(layer(pixels=noise(2000, 800)))
    steps = recovery.write_steps(big, None, "")
    next(steps)

    threading.Thread(target=recovery.clear).start()
    for _ in steps:
        pass

    recovery.clear()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"half a file", b"PK\x03\x04" * 9])
def test_a_damaged_file_is_listed_with_its_sentence(folder, content):
    path = make(folder) / "7-7-0badcafe.studio"
    path.write_bytes(content)

    (file,) = Recovery(folder).found()

    assert "7-7-0badcafe.studio" in file.problem
    assert path.read_bytes() == content


def test_half_written_files_and_strangers_are_not_offered(folder):
    make(folder)
    (folder / ".klangbild-abc.studio").write_bytes(b"half")
    (folder / "notes.txt").write_text("mine")
    (folder / "1-1-00000000.lock").write_bytes(b"")

    assert Recovery(folder).found() == []


def test_the_newest_is_offered_first(folder):
    make(folder)
    for n, name in enumerate(["3-1-00000000", "1-1-00000000", "2-1-00000000"]):
        save_project(folder / f"{name}.studio", Document.empty())
        os.utime(folder / f"{name}.studio", (1_000_000 + n, 1_000_000 + n))

    assert [file.path.name[0] for file in Recovery(folder).found()] == ["2", "1", "3"]


def test_work_set_aside_is_kept_but_not_offered(folder):
    with another_process(folder) as process:
        process.kill()
    recovery = Recovery(folder)
    (file,) = recovery.found()

    kept = recovery.set_aside(file)

    assert recovery.found() == []
    assert_same(open_project(kept), document())
    assert [path.name for path in folder.iterdir()] == ["kept"]


def test_work_is_deleted_when_the_user_says_so(folder):
    with another_process(folder) as process:
        process.kill()
    recovery = Recovery(folder)
    (file,) = recovery.found()

    recovery.discard(file)

    assert list(folder.iterdir()) == []
    recovery.discard(file)
    with pytest.raises(StudioError, match="could not be moved"):
        recovery.set_aside(file)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StudioError, match="file"):
        Recovery(tmp_path / "file" / "recovery").write(document(), None, "")
    assert Recovery(tmp_path / "nowhere").found() == []


def make(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder
