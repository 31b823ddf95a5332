"""Lets the melody network write: events drawn one after another, by rules that cannot be broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.errors import StudioError, UnreadableFile
from studio.music.lstm import MelodyLstm, MelodyLstmConfig
from studio.music.melody_events import (
    LONGEST,
    LOWEST_KIND,
    MODES,
    UNKNOWN_MODE,
    MelodyHistory,
    allowed_kinds,
    events_of,
    kinds_in_range,
    shift_of,
)
from studio.music.melody_grid import FIRST, HOLD, REST, STEP, Steps
from studio.music.note import Notes
from studio.music.sampling import Sampling, draw
from studio.music.theory import Key

Mask = NDArray[np.bool_]


class MelodyEvent(NamedTuple):
    """A note, or a rest where ``pitch`` is None: its first step and how many it lasts."""

    begin: int
    length: int
    pitch: int | None


class Rule(Protocol):
    """What an artist forbids: what it leaves out is never drawn."""

    def kinds(self, history: MelodyHistory, pitches: NDArray[np.int64]) -> Mask | None:
        """Which kinds may follow, (KINDS,), or None for all.

        ``pitches`` (KINDS,) are MIDI's for the kinds that are notes, -1 for others.
        """

    def lengths(self, history: MelodyHistory, pitch: int | None) -> Mask | None:
        """Which lengths 1..LONGEST a note of ``pitch`` may have, or None for all.

        ``pitch`` is None for a rest, and for more of what sounds.
        """


def network_of(tensors: dict[str, Tensor], config: str) -> MelodyLstm:
    """The network of a weight file's tensors and description; raises UnreadableFile."""
    network = MelodyLstm(MelodyLstmConfig.from_json(config))
    try:
        network.load_state_dict({name: value.float() for name, value in tensors.items()})
    except RuntimeError as problem:
        raise UnreadableFile("The weights are not those of the melody network.") from problem
    return network.eval().requires_grad_(False)


@torch.no_grad()
def generate(
    network: MelodyLstm,
    place: Steps,
    bar: Steps,
    metre: tuple[int, int],
    key: Key | None,
    sampling: Sampling,
    random: torch.Generator,
    *,
    before: Steps | None = None,
    rules: Sequence[Rule] = (),
) -> Iterator[MelodyEvent]:
    """Write a melody that fills all the steps, event by event.

    ``place`` and ``bar`` (T,) say where each step lies (``melody_grid.places``). ``before`` are the
    grid's symbols of the first steps, which stay; the first event comes after them. Without a
    ``key`` it is as C, and any may come out. The same network, seed and request draw the same.
    Raises StudioError where the rules leave nothing.
    """
    shift = shift_of(key)
    mode = UNKNOWN_MODE if key is None else MODES.get(key.scale, UNKNOWN_MODE)
    history = MelodyHistory(place, bar, metre, mode)
    writer = _Writer(network, history, shift, rules)
    if before is not None and len(before):
        writer.read(*events_of(before, shift))
    pending: MelodyEvent | None = None
    while history.room > 0:
        begin = history.step
        kind, length = writer.write(sampling, random)
        if kind == HOLD and pending is not None:
            pending = pending._replace(length=pending.length + length)
        elif kind != HOLD:
            if pending is not None:
                yield pending
            pending = MelodyEvent(begin, length, writer.pitch(kind))
        if pending is not None and length < LONGEST:
            yield pending
            pending = None
    if pending is not None:
        yield pending


def notes_of_events(events: Sequence[MelodyEvent], begin: int = 0, velocity: int = 90) -> Notes:
    """The notes of events, whose first step is step ``begin`` of the song."""
    notes = [e for e in events if e.pitch is not None]
    return Notes.of_columns(
        [(begin + e.begin) * STEP for e in notes],
        [e.length * STEP for e in notes],
        [e.pitch for e in notes],
        [velocity] * len(notes),
    )


class _Writer:
    """The network with its state, at the end of a history."""

    def __init__(
        self, network: MelodyLstm, history: MelodyHistory, shift: int, rules: Sequence[Rule]
    ) -> None:
        self.network, self.history, self.rules = network, history, rules
        self.device = next(network.parameters()).device
        self.state: tuple[Tensor, Tensor] | None = None
        kinds = np.arange(len(kinds_in_range(shift)))
        self.pitches = np.where(kinds >= FIRST, kinds - FIRST + LOWEST_KIND + shift, -1)
        self.in_range = kinds_in_range(shift)

    def pitch(self, kind: int) -> int | None:
        return int(self.pitches[kind]) if kind >= FIRST else None

    def read(self, kinds: Steps, lengths: Steps) -> None:
        """Take in what is there already."""
        rows = []
        for kind, length in zip(kinds.tolist(), lengths.tolist(), strict=True):
            rows.append(self.history.row())
            if length > self.history.room:
                raise StudioError("What is to be continued is longer than the whole.")
            self.history.append(kind, length)
        _, self.state, _ = self.network.read(self._tensor(rows), self.state)

    def write(self, sampling: Sampling, random: torch.Generator) -> tuple[int, int]:
        """Draw the next event and put it into the history."""
        history = self.history
        rows = self._tensor([history.row()])
        out, self.state, told = self.network.read(rows, self.state)
        kind = draw(self.network.kinds(out, told)[0, 0], sampling, random, self._kinds())
        logits = self.network.lengths(out, rows, torch.tensor([[kind]], device=self.device))
        length = draw(logits[0, 0], sampling, random, self._lengths(kind)) + 1
        history.append(kind, length)
        return kind, length

    def _tensor(self, rows: list[list[int]]) -> Tensor:
        return torch.tensor([rows], device=self.device)

    def _kinds(self) -> Tensor:
        history = self.history
        allowed = self.in_range.copy()
        rest, hold = allowed_kinds(history.kind, history.length, history.silent)
        allowed[REST] &= rest
        allowed[HOLD] &= hold
        for rule in self.rules:
            found = rule.kinds(history, self.pitches)
            if found is not None:
                allowed &= found
        return torch.from_numpy(allowed)

    def _lengths(self, kind: int) -> Tensor:
        allowed = np.arange(1, LONGEST + 1) <= self.history.room
        for rule in self.rules:
            found = rule.lengths(self.history, self.pitch(kind))
            if found is not None:
                allowed &= found
        return torch.from_numpy(allowed)
