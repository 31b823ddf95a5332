"""Fixtures for every test: a home of its own, so that no test reads or writes the user's."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def studio_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, data, cache and recovery files below a folder that goes with the test."""
    home = tmp_path / "studio-home"
    monkeypatch.setenv("KLANGBILD_HOME", str(home))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return home
