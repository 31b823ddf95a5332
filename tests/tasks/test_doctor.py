"""What the studio says about itself."""

import sys
from pathlib import Path

import pytest

from studio import __version__
from studio.tasks import doctor
from studio.tasks.doctor import Finding, examine


def by_name() -> dict[str, Finding]:
    return {finding.name: finding for finding in examine()}


def test_everything_that_a_bug_report_needs_is_found() -> None:
    findings = by_name()
    assert findings["Klangbild"].value.startswith(__version__)
    names = ("Python", "torch", "PySide6-Essentials", "device", "precision", "threads", "memory")
    assert all(findings[name].value for name in names)
    assert {"styles", "VGG-19", "settings folder", "state folder"} <= findings.keys()


def test_shipped_networks_are_those_of_their_cards() -> None:
    models = [f for f in examine() if f.name.startswith("model")]
    assert models
    assert all(finding.good for finding in models)


def test_a_network_that_is_not_its_cards_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.safetensors").write_bytes(b"changed")
    (tmp_path / "one.json").write_text('{"sha256": "00"}')
    (tmp_path / "two.safetensors").write_bytes(b"")
    monkeypatch.setattr(doctor.paths, "models", lambda: tmp_path)

    findings = by_name()

    assert findings["model one"].good is False
    assert "is not the file of its card" in findings["model one"].value
    assert findings["model two"].good is False


def test_a_damaged_style_card_is_named(studio_home: Path) -> None:
    folder = studio_home / "data" / "styles"
    folder.mkdir(parents=True)
    (folder / "broken.card.safetensors").write_bytes(b"broken")

    problems = [f for f in examine() if f.name == "style"]

    assert len(problems) == 1
    assert "broken.card.safetensors" in problems[0].value


def test_a_folder_that_may_not_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KLANGBILD_HOME", str(tmp_path / "file"))
    assert by_name()["data folder"].good is False


def test_qt_is_not_imported_to_know_its_version() -> None:
    before = "PySide6.QtWidgets" in sys.modules
    assert by_name()["PySide6-Essentials"].value[0].isdigit()
    assert ("PySide6.QtWidgets" in sys.modules) is before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looked at on Linux alone")
def test_without_a_display_the_command_line_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "command line" in by_name()["display"].value
    assert by_name()["display"].good is False
