"""From a result that carries its recipe back to what it came from."""

import numpy as np
import pytest

from studio.document.document import Document
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.tasks.latent_place import TASK, LatentPlace
from studio.ui.explore.values import ExploreValues
from studio.ui.restoring import restore, with_recipe_settings

PLACE = LatentPlace("faces", 3, told=(0.5, -1.0, 2.0))
DREAM = Recipe(TASK, {"place": PLACE.to_json(), "side": 1024}, {"faces": "0" * 64})


@pytest.fixture
def picture() -> Picture:
    return Picture(np.full((32, 32, 3), 90, np.uint8), "dream.png")


def place_in(document: Document) -> LatentPlace:
    return LatentPlace.from_json(dict(document.settings[TASK]["place"]))


def test_a_dream_is_restored_with_its_place(picture: Picture) -> None:
    photo = Picture(np.zeros((8, 8, 3), np.uint8), "photo.png")
    restored = restore(Document(photo=photo), picture, DREAM, [])
    assert place_in(restored.document) == PLACE
    assert not restored.photo_missing
    assert restored.document.photo is photo
    assert restored.document.shown_result.recipe == DREAM
    assert np.array_equal(restored.document.shown_result.pixels, picture.pixels)


def test_the_settings_of_a_dream_leave_the_slots_alone() -> None:
    slots = ((1.0, 2.0, 3.0), (), (), ())
    values = ExploreValues(slots=slots, slots_of="faces")
    before = Document().with_settings(TASK, values.to_json())
    after = with_recipe_settings(before, DREAM)
    assert place_in(after) == PLACE
    assert after.settings[TASK]["slots"] == before.settings[TASK]["slots"]


def test_a_damaged_place_is_a_sentence() -> None:
    broken = Recipe(TASK, {"place": {"told": ["x"]}}, {})
    with pytest.raises(StudioError, match="damaged"):
        with_recipe_settings(Document(), broken)
