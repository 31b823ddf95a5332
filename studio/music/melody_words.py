"""A melody of the sixteenth grid as the composer's words, and what it costs the composer.

The composer knows more than the grid can say. Its figure is that of the composer held to the grid:
after each word only those count that a melody of the 38 symbols may go on with, and what the other
networks are told too (metre, bar lines that nothing can be before, where the first note begins) is
not charged for.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.composing_words import rows_of
from studio.music.melody_grid import HIGH, LOW, STEP, MelodyGrid
from studio.music.theory import SCALES
from studio.music.tokenizer_words import (
    BAR,
    END,
    LENGTH,
    LONGEST,
    LONGEST_BAR,
    METRE,
    METRES,
    MORE,
    PITCH,
    POSITION,
    PROGRAM,
    SCALE,
    START,
    TEMPO,
    TEMPOS,
    TONIC,
    TRACK,
    UNIT,
    VELOCITY,
    VOCABULARY,
)
from studio.music.transformer import Composer

GRID = STEP // UNIT
"""Units a step."""
_SCALES = tuple(SCALES)
_USUAL = (TEMPOS.index(120), 22)  # a tempo and a velocity, as words
_Mask = NDArray[np.bool_]


def melody_words(grid: MelodyGrid) -> NDArray[np.int64]:
    """The words of a melody, alone on a piano, from the bar of its first note: (T,)."""
    return np.array([word for word, _ in _charged(grid)], np.int64)


@torch.no_grad()
def nats_by_words(network: Composer, grid: MelodyGrid) -> float:
    """Nats for each sixteenth of a melody, in the key that its grid names as C.

    Melodies longer than the network's context are measured in parts that overlap by half of it.
    """
    shift = -grid.key.tonic if grid.key.tonic <= 6 else 12 - grid.key.tonic
    charged = _charged(grid)
    tokens = [word + shift if word in PITCH else word for word, _ in charged]
    tokens = [TONIC[0] if word in TONIC else word for word in tokens]
    rows = torch.from_numpy(rows_of(tokens)).to(network.words.weight.device)
    likely = _likelihoods(network, rows)
    cost = 0.0
    for place, (token, (_, mask)) in enumerate(zip(tokens, charged, strict=True)):
        if mask is None:
            continue
        allowed, counted = mask
        seen = _moved(allowed, shift)
        logits = likely[place - 1].double()
        among = torch.logsumexp(logits[torch.from_numpy(seen)], 0)
        if counted is None:
            cost += float(among - logits[token])
        else:
            cost += float(among - torch.logsumexp(logits[torch.from_numpy(counted)], 0))
    return cost / len(grid)


def _likelihoods(network: Composer, rows: torch.Tensor) -> torch.Tensor:
    """Logits after each word but the last, each with at least half a context before it."""
    size = network.config.context
    if len(rows) <= size:
        return network.logits(network.read(rows[None, :-1])[0]).cpu()
    parts = []
    for first in range(0, len(rows) - 1 - size // 2, size // 2):
        out = network.read(rows[None, first : min(first + size, len(rows) - 1)])[0]
        parts.append(network.logits(out[0 if not first else size // 2 :]).cpu())
    return torch.cat(parts)


def _moved(mask: _Mask, shift: int) -> _Mask:
    moved = mask.copy()
    moved[PITCH.all] = np.roll(mask[PITCH.all], shift)
    return moved


def _none() -> _Mask:
    return np.zeros(VOCABULARY, np.bool_)


_Charge = tuple[_Mask, _Mask | None]
"""What may come, and where only a part of what came is charged: all that would say the same."""


def _charged(grid: MelodyGrid) -> list[tuple[int, _Charge | None]]:
    """Each word, and what is charged for it (None: nothing); StudioError for bars too long."""
    if len(grid) and int(_sizes(grid).max()) * GRID > LONGEST_BAR:
        raise StudioError("The melody has longer bars than the composer can say.")
    key = grid.key
    found: list[tuple[int, _Charge | None]] = [
        (word, None) for word in (START, TRACK[0], PROGRAM[0])
    ]
    notes = grid.notes()
    onsets = (notes.start // STEP - grid.begin).tolist()
    lengths = (notes.length // STEP).tolist()
    pitches = notes.pitch.tolist()
    bars, places, sizes = grid.bar.tolist(), grid.place.tolist(), _sizes(grid).tolist()
    bar = bars[0] - 1 if bars else 0
    size = 0
    until = 0  # the step before which nothing new may begin
    for number, (onset, length, pitch) in enumerate(zip(onsets, lengths, pitches, strict=True)):
        while bar < bars[onset]:
            charge = None
            if number and bar >= bars[until]:
                silent = places[until] if bar == bars[until] else 0
                charge = (_places(silent, size) | _one(BAR), None)
            found.append((BAR, charge))
            bar += 1
            if (here := _size_of(bar, bars, sizes, size)) != size:
                found.append((METRE[_metre(here, grid, size)], None))
                if not size:
                    found += [(w, None) for w in (TONIC[key.tonic], *_scale(key.scale))]
                    found.append((TEMPO[_USUAL[0]], None))
                size = here
        silent = places[until] if bars[until] == bar else 0
        allowed = _places(silent, sizes[onset]) | _one(BAR)
        found.append((POSITION[places[onset] * GRID], (allowed, None) if number else None))
        found.append((TRACK[0], None))
        found.append((PITCH[pitch], (_pitches(), None)))
        last = number == len(onsets) - 1
        found += _length_words(length, last)
        found.append((VELOCITY[_USUAL[1]], None))
        until = onset + length
    return [*found, (END, None)]


def _length_words(steps: int, last: bool) -> list[tuple[int, _Charge | None]]:
    """The words of a length; of the last note's, only that it lasts at least as long."""
    most = LONGEST // GRID
    more, rest = divmod(steps - 1, most)
    found: list[tuple[int, _Charge | None]] = [(MORE, (_lengths(), None))] * more
    counted = None
    if last:
        counted = _lengths()
        counted[LENGTH.first : LENGTH.first + rest * GRID + GRID - 1] = False
    return [*found, (LENGTH[rest * GRID + GRID - 1], (_lengths(), counted))]


def _one(word: int) -> _Mask:
    mask = _none()
    mask[word] = True
    return mask


def _lengths() -> _Mask:
    mask = _one(MORE)
    mask[LENGTH.first + GRID - 1 : LENGTH.first + LENGTH.count : GRID] = True
    return mask


def _pitches() -> _Mask:
    mask = _none()
    mask[PITCH[LOW] : PITCH[HIGH] + 1] = True
    return mask


def _places(first: int, size: int) -> _Mask:
    """The steps of a bar from ``first`` on."""
    mask = _none()
    mask[POSITION.first + first * GRID : POSITION.first + size * GRID : GRID] = True
    return mask


def _scale(name: str) -> Sequence[int]:
    return (SCALE[_SCALES.index(name)],)


def _size_of(bar: int, bars: list[int], sizes: list[int], usual: int) -> int:
    """The steps of a bar; the usual where the melody is silent in all of it."""
    at = int(np.searchsorted(bars, bar))
    return sizes[at] if at < len(bars) and bars[at] == bar else usual


def _sizes(grid: MelodyGrid) -> NDArray[np.int64]:
    """Steps of the bar at each step: a bar that is not whole steps may reach one further."""
    bar = grid.bar - grid.bar.min(initial=0)
    reach = np.zeros(int(bar.max(initial=0)) + 1, np.int64)
    np.maximum.at(reach, bar, np.maximum(grid.size, grid.place + 1))
    found: NDArray[np.int64] = reach[bar]
    return found


def _metre(size: int, grid: MelodyGrid, before: int) -> int:
    """The word for a metre of so many steps."""
    if not before and grid.metre in METRES:
        return METRES.index(grid.metre)
    for metre in ((size // 4, 4), (size // 2, 8), (size, 16)):
        if metre in METRES and metre[0] * 16 // metre[1] == size:
            return METRES.index(metre)
    return METRES.index((16, 16))
