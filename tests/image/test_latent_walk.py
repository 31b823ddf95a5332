"""A walk stands at its keyframes in time, and nonsense in its file is one sentence."""

import json
from pathlib import Path

import numpy as np
import pytest

from studio.errors import StudioError
from studio.image.latent import seeded
from studio.image.latent_walk import EASES, Keyframe, Walk, eased, read_walk

SIZE = 8
TWO = (Keyframe(0.0, 1), Keyframe(1.0, 2))


@pytest.mark.parametrize("ease", EASES)
def test_it_stands_at_its_keyframes(ease: str) -> None:
    walk = Walk((*TWO, Keyframe(3.0, latent=(0.5,) * SIZE)), rate=10, ease=ease)
    latents = walk.latents(SIZE)
    assert latents.shape == (31, SIZE)
    assert np.allclose(latents[0], seeded(1, SIZE), atol=1e-5)
    assert np.allclose(latents[10], seeded(2, SIZE), atol=1e-5)
    assert np.allclose(latents[-1], 0.5, atol=1e-5)
    assert np.array_equal(walk.latents(SIZE, 4, 9), latents[4:9])


def test_a_loop_goes_back_to_where_it_began() -> None:
    walk = Walk(TWO, rate=20, loop=True, ease="linear")
    latents = walk.latents(SIZE)
    assert walk.seconds == 2.0
    assert len(latents) == walk.frames == 40
    steps = np.linalg.norm(np.diff(latents, axis=0, append=latents[:1]), axis=1)
    assert steps[-1] < 2 * np.median(steps)


def test_a_loop_that_wanders_closes_too() -> None:
    latents = Walk(TWO, rate=30, loop=True, wander=0.3).latents(SIZE)
    steps = np.linalg.norm(np.diff(latents, axis=0, append=latents[:1]), axis=1)
    assert steps[-1] <= steps.max() + 1e-6
    assert steps.max() < 1.0


@pytest.mark.parametrize("ease", EASES)
def test_easing_begins_at_none_ends_at_all_and_never_goes_back(ease: str) -> None:
    shares = [eased(share, ease) for share in np.linspace(0, 1, 50)]
    assert shares[0] == 0
    assert shares[-1] == 1
    assert np.all(np.diff(shares) >= 0)


def test_a_latent_of_another_length_is_refused() -> None:
    walk = Walk((Keyframe(0.0), Keyframe(1.0, latent=(1.0, 2.0))))
    with pytest.raises(StudioError, match="2 numbers"):
        walk.latents(SIZE)


def test_a_file_says_the_walk(tmp_path: Path) -> None:
    path = tmp_path / "walk.json"
    rows = [{"time": 0, "seed": 1}, {"time": 1.5, "x": 0.5, "y": 2}, {"time": 2, "latent": [1, 2]}]
    path.write_text(json.dumps({"rate": 12, "ease": "linear", "loop": True, "keyframes": rows}))
    assert read_walk(path) == Walk(
        (Keyframe(0.0, 1), Keyframe(1.5, 0, 0.5, 2.0), Keyframe(2.0, latent=(1.0, 2.0))),
        12.0,
        "linear",
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "", "nonsense", "[]", "3", "{}", '{"keyframes": 3}', '{"keyframes": []}',
        '{"keyframes": [{"time": 0}]}', '{"keyframes": [1, 2]}',
        '{"keyframes": [{"time": 0}, {"time": 0}]}',
        '{"keyframes": [{"time": 2}, {"time": 1}]}',
        '{"keyframes": [{"time": -1}, {"time": 1}]}',
        '{"keyframes": [{"time": 0}, {"time": 1e300}]}',
        '{"keyframes": [{"time": 0}, {"time": NaN}]}',
        '{"keyframes": [{"time": 0}, {"time": "soon"}]}',
        '{"keyframes": [{"time": 0, "seed": 1.5}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "seed": -1}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "latent": "far"}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "latent": [null]}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "x": 1e8}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "moon": 1}, {"time": 1}]}',
        '{"moon": 1, "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"ease": "moon", "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"rate": 60, "keyframes": [{"time": 0}, {"time": 3000}]}',
        '{"rate": 0, "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"loop": 3, "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"wander": 9, "keyframes": [{"time": 0}, {"time": 1}]}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_nonsense_is_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "walk.json"
    path.write_text(text)
    with pytest.raises(StudioError) as refusal:
        read_walk(path)
    assert refusal.value.sentence.endswith(".")
    assert "\n" not in refusal.value.sentence


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="cannot be read"):
        read_walk(tmp_path / "none.json")
