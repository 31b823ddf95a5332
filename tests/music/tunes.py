"""Small melodies for tests of the melody network and its measures."""

import numpy as np

from studio.music.melody_grid import FIRST, HOLD, LOW, MelodyGrid, Steps, places
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap


def tune(seed: int, bars: int = 8, *, key: Key | None = None, numerator: int = 4) -> MelodyGrid:
    """A melody that wanders along a scale in eighths and quarters, its second half as its first."""
    random = np.random.default_rng(seed)
    steps = numerator * 4 * bars
    symbols: list[int] = []
    degree = 5
    while len(symbols) < steps // 2:
        degree = int(np.clip(degree + random.integers(-2, 3), 0, 10))
        pitch = 60 + 12 * (degree // 7) + (0, 2, 4, 5, 7, 9, 11)[degree % 7]
        length = min(int(random.choice([2, 2, 4])), steps // 2 - len(symbols))
        symbols += [pitch - LOW + FIRST] + [HOLD] * (length - 1)
    return grid_of_symbols(np.array(symbols * 2), key=key, numerator=numerator)


def grid_of_symbols(
    symbols: Steps, *, key: Key | None = None, numerator: int = 4, begin: int = 0
) -> MelodyGrid:
    """A grid of these symbols in a metre of quarters."""
    metres = MetreMap([Metre(0, numerator, 4)])
    place, bar, size = places(metres, begin, len(symbols))
    return MelodyGrid(symbols.copy(), place, bar, size, (numerator, 4), key or Key(), begin)
