"""The limiter holds peaks down, and leaves what is below them as it is."""

import numpy as np
import pytest

from studio.audio.limiter import CEILING, limited
from studio.audio.synth import GRAIN, Frames


def noise(grains: int, seed: int = 1) -> Frames:
    """Quiet noise with bursts far beyond full scale."""
    rng = np.random.default_rng(seed)
    loud = np.repeat(rng.choice([0.1, 0.1, 0.1, 3.0], grains), GRAIN)[:, None]
    return (rng.standard_normal((grains * GRAIN, 2)) * loud).astype(np.float32)


def test_nothing_comes_out_beyond_the_ceiling():
    frames = noise(500)

    out = np.concatenate(list(limited([frames])))

    assert np.abs(frames).max() > 3
    assert len(out) == len(frames)
    assert np.abs(out).max() <= CEILING + 1e-6


def test_what_is_quiet_is_not_touched():
    frames = noise(100) * np.float32(0.05)

    assert np.array_equal(np.concatenate(list(limited([frames]))), frames)


@pytest.mark.parametrize("grains", [1, 3, 7, 100])
def test_it_does_not_matter_how_much_comes_at_once(grains):
    frames = noise(200)
    parts = [frames[at : at + grains * GRAIN] for at in range(0, len(frames), grains * GRAIN)]

    assert np.array_equal(
        np.concatenate(list(limited(parts))), np.concatenate(list(limited([frames])))
    )


def test_the_gain_changes_without_steps():
    tone = np.sin(np.arange(GRAIN * 200) / 50)[:, None] * np.ones(2)
    tone[GRAIN * 100 : GRAIN * 102] *= 4
    out = np.concatenate(list(limited([tone.astype(np.float32)])))

    before = out[GRAIN * 90 : GRAIN * 100, 0]

    assert np.abs(np.diff(before)).max() < 0.03
