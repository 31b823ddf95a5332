"""The values of the panel: the brush's map goes where its styles and its photo go."""

from dataclasses import replace

import pytest

from studio.document.document import Document
from studio.document.recipe import Recipe
from studio.document.storage import open_project, save_project
from studio.image.style_map import Dab, StyleMap
from studio.ui import style_settings
from studio.ui.restoring import with_recipe_settings
from tests.ui.conftest import make_picture

LEFT, RIGHT = Dab(0.2, 0.5, 0.15), Dab(0.8, 0.5, 0.15)


@pytest.fixture
def painted():
    """Ink on the left, moss on the right."""
    document = Document.empty().with_photo(make_picture(120, 80))
    document = style_settings.with_cards(document, ["ink", "moss"])
    style_map = style_settings.painted_map(document).painted(1, [LEFT]).painted(2, [RIGHT])
    return style_settings.with_painted(document, style_map)


def strongest(style_map, dab):
    """The plane that a place belongs to, None where it was never painted."""
    height, width = style_map.planes.shape[1:]
    cell = style_map.planes[:, int(dab.y * height), int(dab.x * width)]
    return int(cell.argmax()) if cell.max() > 127 else None


def test_the_map_goes_into_the_request(painted):
    asked = StyleMap.from_text(style_settings.request(painted).style_map)
    assert strongest(asked, LEFT) == 1
    assert strongest(asked, RIGHT) == 2


def test_paint_follows_its_style_when_the_order_changes(painted):
    turned = style_settings.painted_map(style_settings.with_cards(painted, ["wave", "moss", "ink"]))
    assert strongest(turned, LEFT) == 3
    assert strongest(turned, RIGHT) == 2


def test_paint_goes_with_a_style_that_is_taken_out(painted):
    left = style_settings.painted_map(style_settings.with_cards(painted, ["moss"]))
    assert strongest(left, LEFT) is None
    assert strongest(left, RIGHT) == 1


def test_a_painted_style_is_asked_for_even_without_a_part_in_the_mix(painted):
    asked = style_settings.request(style_settings.with_weights(painted, {"moss": 0}))
    assert [one.card for one in asked.styles] == ["ink", "moss"]
    assert asked.styles[1].weight < 1e-5


def test_planes_of_the_request_are_those_of_its_styles(painted):
    document = style_settings.with_cards(painted, ["wave", "ink", "moss"])
    asked = style_settings.request(style_settings.with_weights(document, {"wave": 0}))
    assert [one.card for one in asked.styles] == ["ink", "moss"]
    assert strongest(StyleMap.from_text(asked.style_map), RIGHT) == 2


def test_another_photo_stretches_the_map(painted):
    tall = style_settings.painted_map(painted.with_photo(make_picture(60, 90)))
    assert tall.size == (60, 90)
    assert strongest(tall, LEFT) == 1


def test_the_map_is_not_remembered_for_other_photos(painted):
    assert "style_map" not in style_settings.plain_values(painted)


def test_the_map_is_saved_with_the_project(painted, tmp_path):
    save_project(tmp_path / "a.studio", painted)
    opened = open_project(tmp_path / "a.studio")
    assert strongest(style_settings.painted_map(opened), RIGHT) == 2


def test_a_recipe_brings_the_map_back(painted):
    asked = replace(style_settings.request(painted), photo="a" * 64)
    recipe = Recipe.from_text(Recipe("style", asked.to_json()).to_text())
    restored = with_recipe_settings(Document.empty().with_photo(make_picture(120, 80)), recipe)
    assert style_settings.values(restored)["style_map"] == asked.style_map


def test_a_damaged_map_of_a_project_from_elsewhere_counts_as_none(painted):
    for odd in ("AAAA", 5, None, "x" * 2**17):
        document = painted.with_settings("style", {"style_map": odd})
        assert style_settings.values(document)["style_map"] == ""


def test_nothing_is_painted_on_a_new_project(window, painted):
    window.editor.reset(painted)
    window.files.new()
    assert style_settings.cards(window.editor.document) == ("ink", "moss")
    assert style_settings.values(window.editor.document)["style_map"] == ""
