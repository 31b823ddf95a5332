"""Numbers that runs measured: kept by name, held within bounds, forgotten when damaged."""

from pathlib import Path

import pytest

from studio.paths import state_dir
from studio.tasks.calibration import recall, remember


def test_numbers_are_kept_by_table_and_name() -> None:
    remember("speed", "studio", 0.5)
    remember("speed", "fast", 0.25)
    remember("memory", "studio", 1.25)

    assert recall("speed") == {"studio": 0.5, "fast": 0.25}
    assert recall("memory") == {"studio": 1.25}


def test_nothing_is_known_at_first() -> None:
    assert recall("speed") == recall("memory") == {}


@pytest.mark.parametrize(("value", "kept"), [(1e9, 3.0), (0.0, 0.5), (-4.0, 0.5)])
def test_a_number_is_held_within_bounds(value: float, kept: float) -> None:
    remember("memory", "studio", value)

    assert recall("memory") == {"studio": kept}


@pytest.mark.parametrize("text", ["", "[1]", "{}", '{"a": NaN}', '{"a": 99}', "[" * 100_000])
def test_a_damaged_table_is_forgotten(text: str) -> None:
    state_dir().mkdir(parents=True)
    (state_dir() / "memory.json").write_text(text)

    assert recall("memory") == {}


def test_a_number_that_cannot_be_kept_is_no_error(studio_home: Path) -> None:
    studio_home.write_bytes(b"a file where the folder would be")

    remember("memory", "studio", 1.5)

    assert recall("memory") == {}
