"""Fixtures for every test: a home of its own, and no thread left behind.

Hypothesis draws the same examples in every run, so that a run tells of the change and of nothing
else; ``HYPOTHESIS_PROFILE=search`` draws others each time, to look for what nobody thought of.
"""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True)
settings.register_profile("search")
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


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
