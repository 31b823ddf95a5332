"""Pieces for the composer to learn from: windows of bars, in C or moved, some with gaps to fill."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from studio.music.composing_words import (
    HEADS,
    Bar,
    Event,
    Parted,
    Rows,
    Tokens,
    head_of,
    parted,
    rearranged,
    rows_of,
)
from studio.music.theory import SCALES
from studio.music.tokenizer import transposed
from studio.music.tokenizer_words import (
    BAR,
    LENGTH,
    MORE,
    PITCH,
    PROGRAM,
    SCALE,
    TEMPO,
    TONIC,
    VELOCITIES,
    VELOCITY,
    Words,
)

_MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
_BEAT = 24
_SCALE_NAMES = tuple(SCALES)
_FROM_THE_START = 0.15  # of the windows of long pieces
Number = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Chances:
    """How examples are drawn."""

    gaps: float = 0.35
    """The share of windows in which something is to be filled."""
    hidden_key: float = 0.08
    """The share in any key, which is not said."""
    moved: float = 0.12
    """The share in any key, which is said; all others are in C."""
    dressed: float = 0.25
    """The share with other instruments and another tempo than its own."""


class Material:
    """The pieces of a set as words, with the places of their bars; ``share`` of all examples.

    Where ``known_keys`` is false the keys are found from the notes, whatever the words say.
    """

    def __init__(self, pieces: Iterable[Tokens], share: float, *, known_keys: bool = True) -> None:
        self.share = share
        kept = [one for one in pieces if int((one == BAR).sum())]
        self.pieces = [one if known_keys else in_its_key(one) for one in kept]
        self.bars = [np.flatnonzero(one == BAR) for one in self.pieces]
        sizes = np.array([len(one) for one in self.pieces], np.float64)
        self.reach = np.cumsum(np.maximum(sizes, 200.0) ** 0.8)

    def __len__(self) -> int:
        return len(self.pieces)

    def piece(self, at: float) -> int:
        """The place of the piece that a number 0..1 means; longer ones have more room."""
        found = int(np.searchsorted(self.reach, at * self.reach[-1], side="right"))
        return min(found, len(self.pieces) - 1)

    def window(self, piece: int, first: int, room: int) -> Parted:
        """The bars from ``first`` on that fill ``room`` words, at least one."""
        tokens, bars = self.pieces[piece], self.bars[piece]
        header = tokens[: bars[0]].tolist()
        edges = np.append(bars, len(tokens))
        limit = int(bars[first]) + room - len(header) - len(HEADS) - 2
        stop = max(first + 1, int(np.searchsorted(edges, limit, side="right")) - 1)
        found = parted([*header, *tokens[bars[first] : edges[stop]].tolist()], first)
        if not first:
            return found
        before = tokens[: bars[first]]
        places = [np.flatnonzero(_among(before, words)) for words in HEADS]
        said = Bar(tuple(int(before[at[-1]]) for at in places if len(at)))
        begin = replace(found.bars[0], head=head_of((said, found.bars[0])))
        return replace(found, bars=(begin, *found.bars[1:]))


def drawn(sets: Sequence[Material], chances: Chances, room: int, random: torch.Generator) -> Rows:
    """One example as rows (T, COLUMNS), some ``room`` words long at most."""

    def number() -> float:
        return float(torch.rand((), generator=random))

    shares = np.cumsum([one.share for one in sets])
    chosen = sets[int(np.searchsorted(shares, number() * shares[-1], side="right"))]
    piece = chosen.piece(number())
    gap = number() < chances.gaps
    bars = chosen.bars[piece]
    first = 0
    if len(chosen.pieces[piece]) > room and number() > _FROM_THE_START:
        first = int(number() * len(bars))
    window = chosen.window(piece, first, int(room * 0.8) if gap else room)
    tokens = _with_gaps(window, number) if gap else window.tokens
    moved = _moved(np.array(tokens[: room + room // 4], np.int64), chances, number)
    if number() < chances.dressed:
        moved = _dressed(moved, number)
    return accented(rows_of(moved.tolist(), window.first), random)


def _with_gaps(window: Parted, number: Number) -> list[int]:
    count = len(window.bars)
    held = sorted({event.track for bar in window.bars for event in bar.events})
    if not held:
        return window.tokens
    one = held[int(number() * len(held))]
    kind = number()
    if kind < 0.3 and len(held) > 1:  # a whole part, such as an accompaniment or the chords
        rest, answer = rearranged(window, 0, count, [one])
        return rest + answer
    span = max(1, round(count * (0.08 + 0.5 * number() ** 2)))
    first = int(number() * (count - span + 1))
    asked = held if kind < 0.65 else [one]
    keep = 0.0 if number() < 0.65 else number()

    def taken(event: Event) -> bool:
        return keep == 0.0 or number() >= keep

    rest, answer = rearranged(window, first, first + span, asked, taken)
    return rest + answer


def _moved(tokens: Tokens, chances: Chances, number: Number) -> Tokens:
    at = np.flatnonzero(_among(tokens, TONIC))
    tonic = int(tokens[at[0]]) - TONIC.first if len(at) else 0
    kind = number()
    shift = -tonic if tonic <= 6 else 12 - tonic
    if kind < chances.hidden_key + chances.moved:
        shift = int(number() * 12) - 6
    found = transposed(tokens, shift)
    found = tokens if found is None else found
    if kind < chances.hidden_key:
        found = found[~_among(found, TONIC) & ~_among(found, SCALE)]
    return found


def _dressed(tokens: Tokens, number: Number) -> Tokens:
    """The same notes by other instruments, faster or slower: what is asked for may be any."""
    found = tokens.copy()
    for at in np.flatnonzero(_among(tokens, PROGRAM)).tolist():
        found[at] = PROGRAM[int(number() * PROGRAM.count)]
    tempo = _among(tokens, TEMPO)
    faster = int(number() * 41) - 20
    found[tempo] = TEMPO.first + np.clip(tokens[tempo] - TEMPO.first + faster, 0, TEMPO.count - 1)
    return found


def accented(rows: Rows, random: torch.Generator) -> Rows:
    """Give notes of one velocity throughout those of a player: beats, arcs of four bars, chance."""
    loud = np.flatnonzero(_among(rows[:, 0], VELOCITY))
    if len(loud) < 2 or len(np.unique(rows[loud, 0])) > 1:
        return rows
    noise = torch.randn(len(loud), generator=random).numpy()
    level = 76 + 8 * float(torch.randn((), generator=random))
    place, bar = rows[loud, 2], rows[loud, 3]
    accent = np.where(place == 0, 8.0, np.where(place % _BEAT == 0, 4.0, -2.0))
    arc = 5 * np.sin(math.pi * (bar % 4 + np.minimum(place / 96, 1.0)) / 4)
    values = np.clip(level + accent + arc + 2 * noise, 20, 122)
    found = rows.copy()
    found[loud, 0] = VELOCITY.first + np.clip((values / 4).astype(np.int64), 0, len(VELOCITIES) - 1)
    return found


def in_its_key(tokens: Tokens) -> Tokens:
    """The same words with one key, found from the notes (Krumhansl & Kessler 1982), at the start.

    Drums alone stay as they are.
    """
    at = np.flatnonzero(_among(tokens, PITCH))
    if not len(at):
        return tokens
    following = tokens[np.minimum(at + 1, len(tokens) - 1)]
    length = np.where(following == MORE, LENGTH.count, following - LENGTH.first + 1)
    weight = np.bincount((tokens[at] - PITCH.first) % 12, np.minimum(length, 96), 12)
    profiles = [np.roll(mode, tonic) for mode in (_MAJOR, _MINOR) for tonic in range(12)]
    likeness = [float(np.corrcoef(weight, profile)[0, 1]) for profile in profiles]
    mode, tonic = divmod(int(np.nanargmax(likeness)), 12)
    words = [TONIC[tonic], SCALE[_SCALE_NAMES.index("minor" if mode else "major")]]
    plain = tokens[~_among(tokens, TONIC) & ~_among(tokens, SCALE)]
    first = int(np.flatnonzero(plain == BAR)[0]) + 2  # after the bar and its metre
    return np.concatenate([plain[:first], np.array(words, np.int64), plain[first:]])


def _among(tokens: NDArray[Any], words: Words) -> NDArray[np.bool_]:
    return (tokens >= words.first) & (tokens < words.first + words.count)
