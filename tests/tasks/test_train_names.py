"""A model of one's own is called by a name that a file can have and no other model has."""

from pathlib import Path

import pytest

from studio.errors import AlreadyExists, StudioError
from studio.tasks.train_names import checked


def test_a_name_may_be_as_long_as_is_said(tmp_path: Path) -> None:
    def named(name: str) -> str:
        return checked(name, 5, (), tmp_path.joinpath)

    assert named(" abcde ") == "abcde"
    with pytest.raises(StudioError, match="up to 5 letters"):
        named("abcdef")


def test_the_names_of_the_studios_models_are_taken_in_any_letters(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="a model of the studio"):
        checked("Faces", 40, {"faces"}, tmp_path.joinpath)


def test_a_model_that_is_there_is_replaced_by_force_only(tmp_path: Path) -> None:
    (tmp_path / "Mine").touch()

    with pytest.raises(AlreadyExists):
        checked("Mine", 40, (), tmp_path.joinpath)
    assert checked("Mine", 40, (), tmp_path.joinpath, force=True) == "Mine"
