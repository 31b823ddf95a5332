"""A place in a latent space: what stands there, and how it is kept."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from studio.errors import StudioError
from studio.image.latent import seeded
from studio.tasks.latent_place import LatentPlace

STEPS = {"1": np.eye(8, dtype=np.float32)[0], "own-1": np.eye(8, dtype=np.float32)[3]}


def test_a_whole_place_is_a_seed_of_its_own() -> None:
    assert np.array_equal(LatentPlace(seed=3, x=2.0).latent(8, STEPS), seeded(5, 8))


def test_directions_lead_away_by_deviations_and_unknown_ones_nowhere() -> None:
    plain = LatentPlace(seed=1).latent(8, STEPS)
    gone = LatentPlace(seed=1, amounts=(("own-1", 2.5), ("lost", 4.0))).latent(8, STEPS)
    assert np.allclose(gone - plain, 2.5 * STEPS["own-1"])


def test_truncation_brings_it_nearer_and_wandering_comes_round() -> None:
    plain = LatentPlace(seed=1).latent(8, {})
    assert np.allclose(LatentPlace(seed=1, truncation=0.5).latent(8, {}), plain / 2)
    ways = [LatentPlace(seed=1, wander=0.4, turns=t).latent(8, {}) for t in (0.0, 0.5, 1.0)]
    assert np.allclose(ways[0], ways[2], atol=1e-5)
    assert not np.allclose(ways[0], ways[1], atol=0.1)


def test_what_is_told_stands_there_whatever_the_seed() -> None:
    told = tuple(float(n) for n in seeded(7, 8))
    assert np.allclose(LatentPlace(seed=3, x=0.3, told=told).latent(8, {}), told)


def test_what_is_told_of_another_length_belongs_to_another_model() -> None:
    with pytest.raises(StudioError, match="another model"):
        LatentPlace(told=(1.0, 2.0)).latent(8, {})


def test_it_is_kept_as_it_is() -> None:
    place = LatentPlace("moon", 4, 0.25, -3.5, (0.5, 1.5), (("2", -4.0),), 0.7, 0.2, 0.1, 0.9)
    assert LatentPlace.from_json(json.loads(json.dumps(place.to_json()))) == place


@pytest.mark.parametrize(
    "wrong",
    [
        {"x": math.nan}, {"told": (math.inf,)}, {"seed": -1}, {"seed": 2**60}, {"y": 1e9},
        {"truncation": 3.0}, {"wander": 2.0}, {"temperature": 9.0}, {"amounts": (("1", 11.0),)},
        {"told": (0.0,) * 5000},
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(wrong: dict[str, object]) -> None:
    with pytest.raises(StudioError):
        LatentPlace(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "table", [{"told": 3}, {"amounts": [["1"]]}, {"seed": "three"}, {"x": None}, {"told": ["a"]}]
)
def test_a_damaged_table_is_one_sentence(table: dict[str, object]) -> None:
    with pytest.raises(StudioError):
        LatentPlace.from_json(table)
