"""Which styles Fast has learned, told without torch."""

import subprocess
import sys
from pathlib import Path

import pytest

from studio import registry
from studio.image.style_card import list_cards
from studio.tasks.fast_styles import learned
from studio.tasks.style_sources import fast_network_path
from tests.tasks.networks import FAST_STYLES, write_networks


@pytest.fixture(autouse=True)
def networks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_networks(tmp_path / "networks")
    monkeypatch.setattr(registry, "models", lambda: folder)
    return folder


def test_it_is_what_the_network_holds() -> None:
    assert learned(list_cards()) == set(FAST_STYLES)


def test_a_style_with_a_network_of_its_own_counts() -> None:
    own = fast_network_path("sunflowers")
    own.parent.mkdir(parents=True)
    own.write_bytes(b"weights")

    assert "sunflowers" in learned(list_cards())


def test_without_a_network_nothing_is_learned(networks: Path) -> None:
    (networks / "fast.safetensors").unlink()

    assert learned(list_cards()) == frozenset()


def test_a_damaged_network_is_none(networks: Path) -> None:
    (networks / "fast.safetensors").write_bytes(b"\x08" + bytes(30))

    assert learned(list_cards()) == frozenset()


def test_torch_is_not_needed() -> None:
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from studio.image.style_card import list_cards\n"
        "from studio.tasks.fast_styles import learned\n"
        "learned(list_cards())"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120)
    assert ended.returncode == 0, ended.stderr
