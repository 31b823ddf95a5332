"""Fixtures for every test: a home of its own, and no thread left behind."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def studio_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, data, cache and recovery files below a folder that goes with the test."""
    home = tmp_path / "studio-home"
    monkeypatch.setenv("KLANGBILD_HOME", str(home))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return home


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread running, which would keep the studio from ending."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 2
    while left := [t for t in threading.enumerate() if not t.daemon and t not in before]:
        if time.monotonic() > deadline:
            pytest.fail("left running: " + ", ".join(t.name for t in left))
        time.sleep(0.01)
