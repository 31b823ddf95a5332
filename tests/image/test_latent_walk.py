"""A walk stands at its keyframes in time, and nonsense in its file is one sentence."""

import numpy as np
import pytest

from studio.errors import StudioError
from studio.image.latent import seeded
from studio.image.latent_walk import EASES, Keyframe, Walk, eased

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


def test_with_a_length_it_stands_still_before_the_first_and_after_the_last() -> None:
    walk = Walk((Keyframe(1.0, 1), Keyframe(2.0, 2)), rate=10, length=4.0)
    latents = walk.latents(SIZE)
    assert walk.frames == 41
    assert np.allclose(latents[:11], seeded(1, SIZE), atol=1e-5)
    assert np.allclose(latents[20:], seeded(2, SIZE), atol=1e-5)
    assert not np.allclose(latents[15], latents[10], atol=1e-2)


def test_a_loop_with_a_length_takes_what_is_left_for_the_way_back() -> None:
    walk = Walk((Keyframe(1.0, 1), Keyframe(2.0, 2)), 10, "linear", True, length=5.0)
    latents = walk.latents(SIZE)
    assert walk.frames == len(latents) == 50
    assert np.allclose(latents[10], seeded(1, SIZE), atol=1e-5)
    assert np.allclose(latents[20], seeded(2, SIZE), atol=1e-5)
    assert not np.allclose(latents[0], latents[10], atol=1e-2)  # still on its way back
    steps = np.linalg.norm(np.diff(latents, axis=0, append=latents[:1]), axis=1)
    back = np.concatenate([steps[20:], steps[:10]])
    assert back.max() < 1.6 * back.min()  # evenly, past the end too


def test_a_length_that_leaves_a_keyframe_out_is_refused() -> None:
    with pytest.raises(StudioError, match="as long as"):
        Walk(TWO, length=0.5)
