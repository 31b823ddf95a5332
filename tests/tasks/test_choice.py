"""Styles as they are typed."""

from pathlib import Path

import numpy as np
import pytest

from studio.errors import StudioError
from studio.image.picture_file import write_picture
from studio.image.style_card import list_cards
from studio.tasks.choice import read_choices
from studio.tasks.style import StyleChoice


@pytest.fixture
def picture(tmp_path: Path) -> str:
    path = tmp_path / "mine.png"
    write_picture(path, np.zeros((40, 40, 3), np.uint8))
    return str(path)


def test_a_picture_has_the_weight_that_is_typed_after_it(picture: str) -> None:
    assert read_choices([picture, f"{picture}:0.25"]) == (
        StyleChoice(picture),
        StyleChoice(picture, 0.25),
    )


def test_a_card_is_known_by_its_name() -> None:
    name = list_cards()[0].id
    assert read_choices([f"{name}:2"]) == (StyleChoice(name, 2.0),)


def test_a_file_that_exists_wins_over_a_weight(tmp_path: Path) -> None:
    path = tmp_path / "odd:2"
    path.write_bytes(b"")
    assert read_choices([str(path)]) == (StyleChoice(str(path)),)


def test_the_colon_of_a_drive_is_no_weight() -> None:
    with pytest.raises(StudioError, match=r"no picture “C:\\pictures\\wave\.png”"):
        read_choices(["C:\\pictures\\wave.png"])
    with pytest.raises(StudioError, match=r"no picture “C:\\pictures\\wave\.png”"):
        read_choices(["C:\\pictures\\wave.png:2"])


@pytest.mark.parametrize("weight", ["0", "-1", "nan", "inf", "1e999"])
def test_a_weight_is_a_number_above_zero(picture: str, weight: str) -> None:
    with pytest.raises(StudioError, match="weight"):
        read_choices([f"{picture}:{weight}"])


def test_a_misspelt_style_is_told_its_neighbour() -> None:
    name = list_cards()[0].id
    with pytest.raises(StudioError, match=f"did you mean “{name}”"):
        read_choices([name[:-1]])


def test_an_unknown_style_is_a_sentence() -> None:
    with pytest.raises(StudioError, match="studio styles"):
        read_choices(["qqqqqqqq:3"])
