"""Pictures are found in a space, and dreams are kept with the place they came from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from studio import registry
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.picture_file import read_picture
from studio.registry import ModelSpec
from studio.tasks.dream_recipe import dream_again, dream_recipe, place_of, resolved
from studio.tasks.dreaming import Dreamer
from studio.tasks.latent_encode import find_place
from studio.tasks.latent_kind import sounds
from studio.tasks.latent_place import LatentPlace
from tests.tasks.latent_networks import write_network
from tests.training.tiny_runs import ended


@pytest.mark.parametrize("deep", [False, True])
def test_an_encoder_finds_any_picture_at_once(tmp_path: Path, deep: bool) -> None:
    model = str(write_network(tmp_path, "vae"))
    picture = np.random.default_rng(3).integers(0, 255, (90, 140, 4 if deep else 3))
    pixels = (picture * 257).astype(np.uint16) if deep else picture.astype(np.uint8)
    start = LatentPlace(model, 5, 0.3, amounts=(("1", 2.0),), truncation=0.5, wander=0.2)
    place, _ = ended(find_place(pixels, start))
    assert len(place.told) == 6
    assert np.isfinite(place.told).all()
    assert (place.amounts, place.truncation, place.wander, place.seed) == ((), 1.0, 0.0, 5)


def test_a_search_shows_what_it_has_found(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "gan"))
    work = find_place(np.full((40, 30, 3), 90, np.uint8), LatentPlace(model))
    assert next(work).preview is None
    step = next(work)
    assert step.preview is not None
    assert step.preview().shape == (32, 32, 3)
    work.close()


def test_no_picture_is_found_among_melodies(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "music"))
    with pytest.raises(StudioError, match="melodies"):
        ended(find_place(np.zeros((9, 9, 3), np.uint8), LatentPlace(model)))


def test_the_recipe_of_a_dream_makes_it_again(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "vae"))
    place = LatentPlace(model, 3, 0.4, 0.1, amounts=(("1", 2.0),), truncation=0.8, wander=0.3)
    dreamer = Dreamer()
    space, _ = ended(dreamer.space(model))
    (dream,), _ = ended(dreamer.dream((place,)))
    recipe = Recipe.from_text(dream_recipe(dream, space.sha256, 64).to_text())
    assert recipe.models == {model: space.sha256}
    assert place_of(recipe) == resolved(dream)
    assert np.allclose(place_of(recipe).latent(6, {}), dream.latent, atol=1e-6)
    made, _ = ended(dream_again(recipe, tmp_path / "again.png"))
    picture = read_picture(made.path)
    assert picture.size == (64, 64)
    assert picture.recipe is not None
    assert made.models == recipe.models
    assert dream.pixels is not None
    assert np.abs(picture.pixels.mean((0, 1)) - dream.pixels.mean((0, 1))).max() < 3


def test_recipes_of_others_are_refused() -> None:
    with pytest.raises(StudioError, match="none of a dream"):
        place_of(Recipe("style", {}))
    with pytest.raises(StudioError):
        place_of(Recipe("explore", {"place": {"seed": "x"}}))
    with pytest.raises(StudioError, match="out of bounds"):
        ended(dream_again(Recipe("explore", {"place": {}, "side": 10**9}), Path("never.png")))


def test_the_kind_of_a_model_is_known_without_loading_it(tmp_path: Path) -> None:
    found = {
        kind: sounds(ModelSpec(kind, kind, str(write_network(tmp_path, kind)), False))
        for kind in ("vae", "gan", "music")
    }
    assert found == {"vae": False, "gan": False, "music": True}
    for text in (b"", b"nothing at all", (2**60).to_bytes(8, "little") + b"{}"):
        path = tmp_path / "bad.safetensors"
        path.write_bytes(text)
        assert not sounds(ModelSpec("bad", "bad", str(path), False))
    assert not sounds(registry.ModelSpec("gone", "gone", str(tmp_path / "gone"), False))
