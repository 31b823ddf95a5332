"""The artist's own tunes as networks learn them, and which are kept back to be tested on."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.melody_grid import FIRST, MelodyGrid, melody_grid
from studio.music.tokenizer import encode
from studio.music.tokenizer_score import Score, snapped
from studio.training.music_data_families import families_of

BASES = ("lstm", "composer")
"""The networks that ship and can be gone on from."""
FEWEST, ENOUGH = 2, 10
"""Tunes without which nothing can be learned, and with which it is worth it."""
SHORTEST = 8
"""Notes of a tune, at least."""
LONGEST = 4096
"""Sixteenths of a melody that are learned."""
_KEPT_BACK = 0.15
_MOST_KEPT_BACK = 24
_SHOWN = 20
_Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Tune:
    """A tune: its name, its melody and all of it in words; None where there is no such thing.

    ``tracks`` are its programs, -1 for drums; ``keyless`` says that no key was told.
    """

    name: str
    grid: MelodyGrid | None
    words: _Ints | None
    notes: int
    tempo: float = 120.0
    tracks: tuple[int, ...] = (0,)
    keyless: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class TuneSet:
    """What a folder holds: tunes, how many files of music there are, read and faulty.

    ``faults`` are sentences on the first of those that were left out.
    """

    tunes: tuple[Tune, ...] = ()
    files: int = 0
    read: int = 0
    left_out: int = 0
    faults: tuple[str, ...] = ()

    @property
    def notes(self) -> int:
        """Notes of all tunes."""
        return sum(tune.notes for tune in self.tunes)

    @property
    def few(self) -> bool:
        """Whether so few tunes teach little."""
        return len(self.tunes) < ENOUGH

    def for_melodies(self) -> TuneSet:
        """Those with a melody."""
        return replace(self, tunes=tuple(one for one in self.tunes if one.grid is not None))

    def for_pieces(self) -> TuneSet:
        """Those that can be said in words."""
        return replace(self, tunes=tuple(one for one in self.tunes if one.words is not None))

    def sides(self) -> tuple[tuple[Tune, ...], tuple[Tune, ...]]:
        """Those to learn from, and those to be tested on; near copies are on one side.

        Raises StudioError where there are fewer than two that differ.
        """
        if len(self.tunes) < FEWEST:
            raise StudioError(
                "There is one tune to learn from, and two at least are needed: one is kept back "
                f"to test on. {ENOUGH} or more are better."
                if self.tunes
                else "There is no tune to learn from, and two at least are needed: one is kept "
                f"back to test on. {ENOUGH} or more are better."
            )
        family = _families(self.tunes)
        members = {head: np.flatnonzero(family == head).tolist() for head in np.unique(family)}
        if len(members) < FEWEST:
            raise StudioError(
                f"All {len(self.tunes)} tunes are near copies of one another; add some that differ."
            )
        wanted = min(_MOST_KEPT_BACK, max(1, round(_KEPT_BACK * len(self.tunes))))
        order = sorted(members, key=lambda head: zlib.crc32(self.tunes[head].name.encode()))
        back: list[int] = []
        for head in order:
            if len(back) + len(members[head]) <= wanted:
                back += members[head]
        if not back:
            back = members[min(order, key=lambda head: len(members[head]))]
        held = frozenset(back)
        learned = tuple(one for n, one in enumerate(self.tunes) if n not in held)
        return learned, tuple(self.tunes[n] for n in back)


def tune_of(score: Score, name: str, *, track: int | None = None, keyless: bool = False) -> Tune:
    """A score as a tune; raises StudioError for one that teaches nothing.

    ``track`` has the melody; without it, it is the highest. ``keyless``: its key says nothing.
    """
    song = score.song
    notes = sum(len(one.notes) for one in song.tracks)
    if notes < SHORTEST:
        few = "1 note" if notes == 1 else f"{notes} notes"
        raise StudioError(f"“{name}” has only {few}.")
    tempo = song.tempos.changes[0].bpm
    tracks = tuple(-1 if t.drums else t.program for t in song.tracks if len(t.notes))
    no_key = keyless and len(song.keys) == 1 and not song.keys[0].tonic
    return Tune(name, _melody(score, track), _words(score), notes, tempo, tracks, no_key)


def _melody(score: Score, track: int | None) -> MelodyGrid | None:
    try:
        grid = melody_grid(score.song, track)
    except StudioError:
        return None
    if int((grid.symbols >= FIRST).sum()) < SHORTEST:
        return None
    if len(grid) <= LONGEST:
        return grid
    columns = {n: getattr(grid, n)[:LONGEST].copy() for n in ("symbols", "place", "bar", "size")}
    return replace(grid, **columns)


def _words(score: Score) -> _Ints | None:
    try:
        return encode(snapped(score))
    except StudioError:
        return None


def with_fault(faults: tuple[str, ...], sentence: str) -> tuple[str, ...]:
    """One more sentence, as long as they can be shown."""
    return faults if len(faults) >= _SHOWN else (*faults, sentence)


def _families(tunes: tuple[Tune, ...]) -> _Ints:
    """Near copies by their melodies; without one, those of the very same words."""
    symbols = [one.grid.symbols if one.grid is not None else np.zeros(0, np.int64) for one in tunes]
    family = families_of(symbols)
    heads: dict[int, int] = {}
    for place, one in enumerate(tunes):
        if one.grid is None and one.words is not None:
            family[place] = heads.setdefault(zlib.crc32(one.words.tobytes()), place)
    return family
