"""The request: it survives its JSON and holds its bounds against whatever a recipe says."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.style_map import Dab, StyleMap
from studio.tasks.style_request import (
    COLOUR_METHODS,
    QUALITIES,
    StyleChoice,
    StyleRequest,
    recipe_request,
)

HUGE = 10**400
NAN, INFINITE = float("nan"), float("inf")
FULL = StyleRequest(
    photo="0123456789abcdef" * 4,
    styles=(StyleChoice("great-wave", 0.25), StyleChoice("/pictures/波 §.png")),
    quality="print",
    strength=1.0,
    style_size=0.5,
    keep_colours=0.3,
    colour_method="histogram",
    smoothness=0.0,
    size=4096,
    seed=2**63 - 1,
    encoder="vgg19",
    content_weight=0.0,
    style_weight=12.5,
)

numbers = st.floats(0, 1)
choices = st.builds(
    StyleChoice,
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1),
    st.floats(1e-3, 1e6),
)
requests = st.builds(
    StyleRequest,
    photo=st.sampled_from(["", "a" * 64]),
    styles=st.lists(choices, max_size=5).map(tuple),
    quality=st.sampled_from(QUALITIES),
    strength=numbers,
    style_size=st.floats(0.05, 20),
    keep_colours=numbers,
    colour_method=st.sampled_from(COLOUR_METHODS),
    smoothness=st.floats(0, 2),
    size=st.integers(64, 4096),
    seed=st.integers(0, 2**63 - 1),
    encoder=st.sampled_from(["studio", "vgg19"]),
    content_weight=st.none() | st.floats(0, 1e9),
    style_weight=st.none() | st.floats(0, 1e9),
)


@given(requests)
def test_a_request_survives_its_json(request_: StyleRequest) -> None:
    assert StyleRequest.from_json(json.loads(json.dumps(request_.to_json()))) == request_


def recipe_of(request: dict[str, Any]) -> Recipe:
    return Recipe("style", request)


@pytest.mark.parametrize("asked", [StyleRequest(), FULL])
def test_a_request_survives_a_recipe_and_its_text(asked: StyleRequest) -> None:
    recipe = Recipe.from_text(recipe_of(asked.to_json()).to_text())

    assert recipe_request(recipe) == asked


def test_every_field_is_in_the_json() -> None:
    assert set(FULL.to_json()) == {field.name for field in fields(StyleRequest)}


def test_what_a_recipe_leaves_out_has_its_default() -> None:
    assert StyleRequest.from_json({}) == StyleRequest()
    assert StyleRequest.from_json({"styles": [{"card": "a"}]}).styles == (StyleChoice("a", 1.0),)


def test_a_whole_number_serves_where_a_fraction_may_stand() -> None:
    assert StyleRequest.from_json({"strength": 1, "style_weight": 3}) == StyleRequest(
        strength=1.0, style_weight=3.0
    )


def test_another_tasks_recipe_is_a_sentence() -> None:
    with pytest.raises(StudioError, match="“compose”"):
        recipe_request(Recipe("compose", {}))


FLOATS = ("strength", "style_size", "keep_colours", "smoothness", "content_weight", "style_weight")
ODD_NUMBERS = (NAN, INFINITE, -INFINITE, HUGE, -HUGE, "1", "", True, [], {}, [1.0], -0.001, 1e10)
ODD_WHOLES = (NAN, HUGE, -HUGE, -1, 0.5, 512.0, "512", None, True, [], {}, 2**63)
ODD_WORDS = ("", "FINE", "fine ", None, 1, NAN, True, [], ["good"], {}, HUGE, "x" * 10**6)


@pytest.mark.parametrize("value", ODD_NUMBERS, ids=lambda value: repr(value)[:12])
@pytest.mark.parametrize("name", FLOATS)
def test_an_odd_number_is_a_sentence(name: str, value: object) -> None:
    with pytest.raises(StudioError, match="should be"):
        StyleRequest.from_json({name: value})


@pytest.mark.parametrize("name", ["strength", "style_size", "keep_colours", "smoothness"])
def test_only_raw_weights_may_be_left_open(name: str) -> None:
    with pytest.raises(StudioError, match="should be a number"):
        StyleRequest.from_json({name: None})
    assert StyleRequest.from_json({"content_weight": None}).content_weight is None


@pytest.mark.parametrize("value", ODD_WHOLES, ids=lambda value: repr(value)[:12])
@pytest.mark.parametrize("name", ["size", "seed"])
def test_an_odd_whole_number_is_a_sentence(name: str, value: object) -> None:
    with pytest.raises(StudioError, match="should be"):
        StyleRequest.from_json({name: value})


@pytest.mark.parametrize("size", [63, 4097])
def test_the_size_has_its_bounds(size: int) -> None:
    with pytest.raises(StudioError, match="between 64 and 4096"):
        StyleRequest(size=size)


@pytest.mark.parametrize("value", ODD_WORDS, ids=lambda value: repr(value)[:12])
@pytest.mark.parametrize("name", ["engine", "quality", "colour_method", "encoder"])
def test_an_unknown_word_is_a_short_sentence(name: str, value: object) -> None:
    with pytest.raises(StudioError, match="there are") as caught:
        StyleRequest.from_json({name: value})
    assert len(caught.value.sentence) < 200


@pytest.mark.parametrize(
    "value", ["a" * 63, "a" * 65, "A" * 64, "../" + "a" * 61, None, 7, [], "a" * 64 + "\n"]
)
def test_the_photo_is_a_checksum(value: object) -> None:
    with pytest.raises(StudioError, match="SHA-256"):
        StyleRequest.from_json({"photo": value})


@pytest.mark.parametrize(
    "styles",
    [
        None,
        "great-wave",
        7,
        {},
        [None],
        ["great-wave"],
        [[]],
        [{}],
        [{"weight": 1.0}],
        [{"card": "a", "weight": 1.0, "run": "rm"}],
        [{"card": ""}],
        [{"card": None}],
        [{"card": 7}],
        [{"card": ["a"]}],
        [{"card": "a\0b"}],
        [{"card": "a" * 4097}],
        [{"card": "a", "weight": 0}],
        [{"card": "a", "weight": -1}],
        [{"card": "a", "weight": None}],
        [{"card": "a", "weight": "1"}],
        [{"card": "a", "weight": True}],
        [{"card": "a", "weight": NAN}],
        [{"card": "a", "weight": INFINITE}],
        [{"card": "a", "weight": HUGE}],
        [{"card": "a", "weight": 1e7}],
        [{"card": "a"}] * 6,
        [{"card": "a"}] * 100_000,
    ],
    ids=lambda styles: repr(styles)[:40],
)
def test_odd_styles_are_a_sentence(styles: object) -> None:
    with pytest.raises(StudioError, match=r"[Ss]tyle"):
        StyleRequest.from_json({"styles": styles})


def test_at_most_five_styles() -> None:
    five = (StyleChoice("a"),) * 5

    assert len(StyleRequest(styles=five).styles) == 5
    with pytest.raises(StudioError, match="At most 5"):
        StyleRequest(styles=(*five, StyleChoice("a")))


@pytest.mark.parametrize("name", ["command", "__class__", "Strength", "", "x" * 10**5])
def test_an_unknown_field_is_a_short_sentence(name: str) -> None:
    with pytest.raises(StudioError, match="this studio has not") as caught:
        StyleRequest.from_json({name: 1})
    assert len(caught.value.sentence) < 120


@pytest.mark.parametrize("card", ["\\\\host\\share\\a.png", "//host/share/a.png"])
def test_a_recipe_does_not_reach_for_another_machine(card: str) -> None:
    with pytest.raises(StudioError, match="another machine"):
        recipe_request(recipe_of({"styles": [{"card": card}]}))


def test_requests_compare_by_all_that_decides_the_result() -> None:
    assert replace(FULL) == FULL
    assert replace(FULL, seed=1) != FULL
    assert hash(replace(FULL)) == hash(FULL)


@pytest.mark.parametrize("text", ["AAAA", "§", "A" * 10**6, 7, None, [], {}])
def test_an_odd_style_map_is_a_sentence(text: object) -> None:
    with pytest.raises(StudioError, match="style map"):
        StyleRequest.from_json({"style_map": text})


def test_a_style_map_survives_a_recipe() -> None:
    painted = StyleMap.empty((60, 40)).painted(1, [Dab(0.5, 0.5, 0.2)])
    asked = StyleRequest(style_map=painted.to_text())

    assert recipe_request(Recipe.from_text(recipe_of(asked.to_json()).to_text())) == asked
