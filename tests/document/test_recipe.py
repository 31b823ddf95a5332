"""Recipes: round trips, and every hostile one a sentence."""

import json
from dataclasses import replace

import pytest

from studio.document.recipe import MOST_BYTES, RECIPE_VERSION, Recipe
from studio.errors import StudioError
from tests.document.samples import recipe


def table(**changes):
    return json.loads(recipe().to_text()) | changes


def test_a_recipe_comes_back_as_it_was():
    assert Recipe.from_text(recipe().to_text()) == recipe()


def test_equal_recipes_give_the_same_text():
    assert recipe().to_text() == recipe().to_text()


def test_the_request_cannot_be_changed():
    with pytest.raises(TypeError):
        recipe().request["seed"] = 8


def test_the_path_stays_at_home_when_the_recipe_is_given_away():
    shared = recipe().without_path()

    assert "/pictures" not in shared.to_text()
    assert shared == replace(recipe(), photo_path="")


def test_a_newer_recipe_has_its_own_sentence():
    with pytest.raises(StudioError, match=f"version 99.*version {RECIPE_VERSION}"):
        Recipe.from_text(json.dumps(table(version=99)))


def test_unknown_fields_are_ignored():
    assert Recipe.from_text(json.dumps(table(mood="blue"))) == recipe()


def test_paths_in_a_recipe_are_text_and_nothing_is_opened(tmp_path):
    trap = tmp_path / "trap"
    text = json.dumps(table(photo={"name": "../../etc/passwd", "path": str(trap)}))

    assert Recipe.from_text(text).photo_path == str(trap)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "other"},
        {"format": None},
        {"version": None},
        {"version": 0},
        {"version": -1},
        {"version": True},
        {"version": "1"},
        {"version": 1.0},
        {"version": 10**30},
        {"task": None},
        {"task": 3},
        {"task": ""},
        {"task": "../style"},
        {"task": "os.system('true')"},
        {"task": "x" * 65},
        {"request": []},
        {"request": "seed"},
        {"request": {"seed": 10**400}},
        {"request": {"text": "x" * (2**18 + 1)}},
        {"models": [1]},
        {"models": {"encoder": "abc"}},
        {"models": {"encoder": ["ab" * 32]}},
        {"models": {"encoder": "AB" * 32}},
        {"models": {"encoder": "../" * 21 + "a"}},
        {"models": {str(n): "ab" * 32 for n in range(65)}},
        {"app_version": 1},
        {"photo": "bridge.jpg"},
        {"photo": {"name": 1}},
        {"photo": {"path": ["/etc/passwd"]}},
        {"photo": {"sha256": "../../etc/passwd"}},
    ],
    ids=repr,
)
def test_a_recipe_of_wrong_types_or_sizes_is_refused(changes):
    with pytest.raises(StudioError):
        Recipe.from_text(json.dumps(table(**changes)))


@pytest.mark.parametrize("request_text", ["NaN", "1e999", "[" * 99 + "]" * 99, '"\\udc00"'])
def test_a_recipe_of_impossible_values_is_refused(request_text):
    text = json.dumps(table(request={"seed": "HERE"})).replace('"HERE"', request_text)

    with pytest.raises(StudioError):
        Recipe.from_text(text)


def test_a_huge_recipe_is_refused():
    with pytest.raises(StudioError, match="1 MiB"):
        Recipe.from_text(" " * MOST_BYTES + recipe().to_text())


def test_a_recipe_that_could_not_be_read_again_is_not_written():
    large = replace(recipe(), request={str(n): "x" * 4000 for n in range(300)})

    with pytest.raises(StudioError, match="1 MiB"):
        large.to_text()


@pytest.mark.parametrize(
    "changes", [{"request": {"x": float("nan")}}, {"request": {"x": {1}}}, {"task": ""}]
)
def test_a_recipe_that_cannot_be_stored_cannot_be_made(changes):
    with pytest.raises(StudioError):
        replace(recipe(), **changes)


def test_a_photo_with_a_name_that_is_not_unicode_can_be_written():
    text = replace(recipe(), photo_name="caf\udce9.jpg").to_text()

    assert Recipe.from_text(text).photo_name == "caf\ufffd.jpg"
