"""Dreams of places: pictures and melodies, few at a time, the same again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from studio.errors import StudioError
from studio.tasks.dreaming import Dreamer
from studio.tasks.latent_place import LatentPlace
from tests.tasks.latent_networks import write_network
from tests.training.tiny_runs import ended


@pytest.mark.parametrize("kind", ["vae", "gan"])
def test_a_space_tells_its_size_and_its_directions(tmp_path: Path, kind: str) -> None:
    model = str(write_network(tmp_path, kind))
    space, _ = ended(Dreamer().space(model))
    assert (space.model, space.side, space.sounds) == (model, 32, False)
    assert len(space.sha256) == 64
    assert list(space.steps)[:2] == ["1", "2"]
    assert all(step.shape == (space.size,) for step in space.steps.values())


def test_a_space_of_melodies_sounds(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "music"))
    dreamer = Dreamer()
    space, _ = ended(dreamer.space(model))
    assert space.sounds
    assert space.bars == 2
    ((dream,), _) = ended(dreamer.dream((LatentPlace(model, 2),), side=64))
    assert dream.melody is not None
    assert len(dream.melody) == 32
    assert dream.pixels is None
    assert dream.large is None


def test_pictures_come_few_at_a_time_and_the_same_again(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "vae"))
    places = [LatentPlace(model, seed) for seed in range(5)]
    dreams, steps = ended(Dreamer().dream(places, few=2))
    assert [dream.place for dream in dreams] == places
    assert [len(step.so_far or ()) for step in steps] == [0, 2, 4, 5]  # type: ignore[arg-type]
    again, _ = ended(Dreamer().dream(places[3:4]))
    assert again[0].pixels is not None
    assert dreams[3].pixels is not None
    assert np.array_equal(again[0].pixels, dreams[3].pixels)
    assert not again[0].pixels.flags.writeable


def test_for_the_canvas_it_is_enlarged_smoothly(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "vae"))
    (dream,), _ = ended(Dreamer().dream((LatentPlace(model),), side=100))
    assert dream.large is not None
    assert dream.large.shape == (100, 100, 3)
    assert dream.pixels is not None
    assert abs(dream.large.mean() - dream.pixels.mean()) < 2
    (small,), _ = ended(Dreamer().dream((LatentPlace(model),), side=4))
    assert small.large is not None
    assert small.large.shape == dream.pixels.shape  # never smaller than it is


def test_made_directions_count_beside_the_principal_ones(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "vae"))
    way = np.ones(6, np.float32)
    place = LatentPlace(model, amounts=(("own-1", 3.0), ("1", 1.0)))
    dreamer = Dreamer()
    space, _ = ended(dreamer.space(model))
    (dream,), _ = ended(dreamer.dream((place,), {"own-1": way}))
    plain = replace(place, amounts=()).latent(6, {})
    assert np.allclose(dream.latent, plain + 3 * way + space.steps["1"], atol=1e-5)


def test_a_place_of_another_model_is_one_sentence(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "vae"))
    with pytest.raises(StudioError, match="another model"):
        ended(Dreamer().dream((LatentPlace(model, told=(1.0,) * 9),)))
