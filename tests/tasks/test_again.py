"""Recipes found in files and pictures, and the photo they speak of."""

from pathlib import Path

import numpy as np
import pytest

from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.picture_file import Picture, read_picture, write_picture
from studio.tasks.again import changed_models, find_photo, read_recipe


def write_photo(path: Path, shade: int = 90) -> Picture:
    write_picture(path, np.full((8, 10, 3), shade, np.uint8))
    return read_picture(path)


def recipe_of(picture: Picture) -> Recipe:
    return Recipe("style", {}, photo_name=picture.name, photo_sha256=picture.sha256)


def test_a_recipe_file_and_a_picture_give_the_same_recipe(tmp_path: Path) -> None:
    recipe = Recipe("style", {"seed": 3}, photo_name="a.png")
    (tmp_path / "r.json").write_text(recipe.to_text(), encoding="utf-8")
    write_picture(tmp_path / "p.png", np.zeros((4, 4, 3), np.uint8), recipe=recipe.to_text())

    assert read_recipe(tmp_path / "r.json") == read_recipe(tmp_path / "p.png") == recipe


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b""),
        ("a.json", b"\xff\xfe{"),
        ("a.json", b'{"format": "klangbild-recipe", "version": 99}'),
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"a": "' + b"x" * 2**21 + b'"}'),
        ("a.txt", b"hello"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_what_is_no_recipe_is_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(StudioError):
        read_recipe(tmp_path / name)


def test_a_picture_without_a_recipe_and_a_missing_file_are_sentences(tmp_path: Path) -> None:
    write_photo(tmp_path / "plain.png")
    with pytest.raises(StudioError, match="no recipe"):
        read_recipe(tmp_path / "plain.png")
    with pytest.raises(StudioError, match="cannot be read"):
        read_recipe(tmp_path / "gone.json")
    with pytest.raises(StudioError):
        read_recipe(tmp_path)


def test_the_photo_is_found_beside_the_recipe_by_its_checksum(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    write_photo(tmp_path / "other" / "photo.png", shade=10)
    photo = write_photo(tmp_path / "photo.png")

    found = find_photo(recipe_of(photo), [tmp_path / "other", tmp_path])

    assert found.path == tmp_path / "photo.png"


def test_another_picture_of_the_same_name_is_not_taken(tmp_path: Path) -> None:
    recipe = recipe_of(write_photo(tmp_path / "photo.png"))
    (tmp_path / "photo.png").unlink()
    write_photo(tmp_path / "photo.png", shade=10)

    with pytest.raises(StudioError, match="is not the picture"):
        find_photo(recipe, [tmp_path])


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/secret.png", "..\\secret.png", "C:\\secret.png"]
)
def test_a_hostile_name_is_only_looked_for_beside_the_recipe(tmp_path: Path, name: str) -> None:
    secret = write_photo(tmp_path / "secret.png")
    (tmp_path / "inner").mkdir()
    recipe = Recipe("style", {}, photo_name=name, photo_sha256=secret.sha256)

    with pytest.raises(StudioError, match=r"“secret\.png” was not found"):
        find_photo(recipe, [tmp_path / "inner"])


@pytest.mark.parametrize("name", ["", "..", "/", "a\nb"])
def test_a_recipe_without_a_name_for_its_photo_asks_for_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(StudioError, match="--photo"):
        find_photo(Recipe("style", {}, photo_name=name), [tmp_path])


def test_models_that_changed_are_named() -> None:
    assert changed_models({"a": "1", "b": "2"}, [("a", "1"), ("b", "3"), ("c", "4")]) == ("b",)
