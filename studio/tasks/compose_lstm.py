"""The melody network at work for the composing verbs: its context, its rules and its endings.

It always runs on the CPU and in one thread: single events are several times as quick so, and the
notes are the same on every device and for every number of threads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch

from studio.errors import StudioError
from studio.music.constraints import Rules
from studio.music.constraints_mask import Limits, Mask, State
from studio.music.constraints_models import MelodyRule
from studio.music.lstm import MelodyLstm, nats_of
from studio.music.melody_events import MelodyHistory, rows_of, shift_of
from studio.music.melody_generate import MelodyEvent, generate
from studio.music.melody_grid import FIRST, HOLD, LOW, REST, STEP, Steps, grid_of_notes, places
from studio.music.note import Note, Notes
from studio.music.sampling import Sampling
from studio.music.song import Song
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap
from studio.tasks.compose_check import Stretch, joined, melody_limits_at
from studio.tasks.single_thread import one_thread, single_thread

_CONTEXT = 32  # bars that are read before the first that is written
_WIDEST = 12
_FOLLOWING = 8  # notes after the last that is written by which endings are compared


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written: a stretch of a track of ``song``, from which old notes are gone.

    ``unlike`` are old notes by their tick of the song: no new one has the pitch of the old one in
    its place, where the rules leave another. With ``fresh`` nothing that comes before is read.
    """

    network: MelodyLstm
    song: Song
    track: int
    stretch: Stretch
    octaves: int
    key: Key
    sampling: Sampling
    unlike: tuple[tuple[int, int], ...] = ()
    fresh: bool = False


class Melody:
    """A stretch made ready for the network; ``events`` writes it, or the rest of it."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        stretch, song = writing.stretch, writing.song
        self.limits = _limits(stretch.rules, writing.octaves)
        notes = song.tracks[writing.track].notes
        context = notes.where(notes.start < stretch.begin)
        self.zero = stretch.origin if writing.fresh else _context_start(context, song, stretch)
        self.offset = (stretch.origin - self.zero) // STEP
        self.metres = _from_tick(song.metres, self.zero)
        opened = stretch.rules.room[0] if stretch.rules.room else 0
        before = None if stretch.before is None else stretch.before + 12 * writing.octaves
        self.state = joined(self.limits, before, -(-opened // STEP))
        # A note that stays may reach over the first place, so the state may be beyond it.
        tick = stretch.origin + self.state.slot * STEP
        heard = notes.where((notes.start >= self.zero) & (notes.start < max(stretch.begin, tick)))
        steps = self.offset + self.state.slot
        symbols = _symbols(heard, self.zero, self.metres, steps, writing.octaves)
        self.before = self._opened(symbols, self.state)

    def _opened(self, symbols: Steps, state: State) -> Steps:
        """With silence up to the first place for a note, where it is silent already."""
        edges = np.flatnonzero(symbols != HOLD)
        if len(edges) and symbols[edges[-1]] != REST:
            return symbols
        slots = np.flatnonzero(self.limits.positions(state))
        wait = int(slots[0]) - state.slot if len(slots) else 0
        silence = np.full(wait, HOLD, np.int64)
        if wait and not len(edges):
            silence[0] = REST
        return np.concatenate([symbols, silence])

    def events(
        self,
        random: torch.Generator,
        done: Iterable[MelodyEvent] = (),
        closing: tuple[int, int] | None = None,
    ) -> Iterator[MelodyEvent]:
        """Write all that comes after what is ``done`` already.

        ``closing`` are a tick and a pitch class: notes from there on are of it, where they may be.
        """
        writing, done = self.writing, tuple(done)
        state, before = self.state, self.before
        for event in done:
            state = self._after(state, event)
        if done:
            # A silence before the first note is in ``before`` and no event.
            before = np.concatenate([before, _symbols_of(done)])
        metre = writing.stretch.rules.metre
        place, bar, _ = places(self.metres, 0, self.offset + self.limits.slots)
        if len(before) >= len(place):
            return
        begin = self.limits.at(state, len(before) - self.offset)
        rule = _Rule(self.limits, begin, self.offset, self._unlike())
        if closing is not None:
            rule.closing = (closing[0] - writing.stretch.origin) // STEP, closing[1]
        work = generate(
            writing.network, place, bar, (metre.numerator, metre.denominator), writing.key,
            writing.sampling, random, before=before, rules=[rule],
        )  # fmt: skip
        yield from one_thread(work)

    def note(self, event: MelodyEvent) -> Note | None:
        """The note of an event in the song's ticks; None for a rest and what stays anyway."""
        stretch = self.writing.stretch
        tick = self.zero + event.begin * STEP
        state = State(event.begin - self.offset)
        if event.pitch is None or self.limits.forced(state) or tick >= stretch.end:
            return None
        end = min(tick + event.length * STEP, stretch.end)
        return Note(tick, end - tick, event.pitch - 12 * self.writing.octaves)

    def _after(self, state: State, event: MelodyEvent) -> State:
        state = self.limits.at(state, event.begin - self.offset)
        if event.pitch is None:
            return self.limits.moved(state, event.length)
        return self.limits.noted(state, event.pitch, event.length)

    def _unlike(self) -> dict[int, int]:
        writing = self.writing
        return {
            (tick - writing.stretch.origin) // STEP: pitch + 12 * writing.octaves
            for tick, pitch in writing.unlike
        }


def _limits(rules: Rules, octaves: int) -> Limits:
    """The rules; where none is about leaps, none is wider than an octave if that is possible."""
    if rules.leap is None:
        try:
            return melody_limits_at(replace(rules, leap=_WIDEST), octaves)
        except StudioError:
            pass
    return melody_limits_at(rules, octaves)


class _Rule(MelodyRule):
    """The rules, and pitches that are preferred or avoided where another is allowed."""

    def __init__(
        self, limits: Limits, begin: State | None, offset: int, unlike: dict[int, int]
    ) -> None:
        super().__init__(limits, begin, offset)
        self._unlike = unlike
        self.closing: tuple[int, int] | None = None

    def kinds(self, history: MelodyHistory, pitches: Steps) -> Mask:
        """As the rules say, but not the old pitch if there is another way."""
        found = super().kinds(history, pitches)
        slot = history.step - self.offset
        other = found & (pitches != self._unlike.get(slot, 128))
        if self.closing is not None and slot >= self.closing[0]:
            other &= (pitches < 0) | (pitches % 12 == self.closing[1])
        # A silence may be impossible to the network, so it is no other way.
        return other if other[pitches >= 0].any() else found


def cost_of_following(
    network: MelodyLstm, song: Song, track: int, key: Key, begin: int, end: int
) -> float:
    """Nats that the notes of a track after ``end`` cost after what is before; 0 without any.

    ``begin`` is a bar line from which the network reads.
    """
    metres = _from_tick(song.metres, begin)
    notes = _moved_back(song.tracks[track].notes, begin)
    after = notes.start[notes.start >= end - begin][:_FOLLOWING]
    if not len(after):
        return 0.0
    heard = notes.where(notes.start <= int(after[-1]))
    grid = replace(grid_of_notes(heard, metres, key), key=key)
    rows, kinds, lengths = rows_of(grid)
    first = np.searchsorted(np.cumsum(lengths) - lengths, (end - begin) // STEP - grid.begin)
    with single_thread(), torch.no_grad():
        told, said, long = (torch.from_numpy(one)[None] for one in (rows, kinds, lengths))
        kind, length, _ = nats_of(network, told, said, long, torch.tensor([shift_of(key)]))
        return round(float((kind + length)[0, int(first) :].double().sum()), 4)


def _context_start(context: Notes, song: Song, stretch: Stretch) -> int:
    """The bar line from which what comes before is read; whole steps away from the origin."""
    if not len(context):
        return stretch.origin
    far = stretch.origin - _CONTEXT * stretch.rules.metre.bar
    first = song.metres.bar_start(max(0, far, int(context.start[0])))
    for _, tick, _ in song.metres.bars(first, stretch.origin):
        if (stretch.origin - tick) % STEP == 0 and tick <= stretch.origin:
            return tick
    return stretch.origin


def _from_tick(metres: MetreMap, tick: int) -> MetreMap:
    """The metres as they are from a bar line on."""
    return MetreMap(
        [Metre(max(0, c.tick - tick), c.numerator, c.denominator) for c in metres.changes]
    )


def _moved_back(notes: Notes, tick: int) -> Notes:
    kept = notes.where(notes.start >= tick)
    return kept.altered(np.ones(len(kept), np.bool_), start=kept.start - tick)


def _symbols(heard: Notes, zero: int, metres: MetreMap, steps: int, octaves: int) -> Steps:
    """What was heard as so many symbols of the grid; none where nothing was."""
    found = np.full(steps, HOLD, np.int64)
    if not steps:
        return found
    found[0] = REST
    if not len(heard):
        return found
    notes = _moved_back(heard, zero)
    pitch = np.clip(notes.pitch + 12 * octaves, 0, 127)
    grid = grid_of_notes(notes.altered(np.ones(len(notes), np.bool_), pitch=pitch), metres)
    stop = min(steps, grid.begin + len(grid))
    found[grid.begin : stop] = grid.symbols[: max(0, stop - grid.begin)]
    if grid.begin + len(grid) < steps:
        found[stop] = REST
    return found


def _symbols_of(events: tuple[MelodyEvent, ...]) -> Steps:
    found: list[int] = []
    for event in events:
        found.append(REST if event.pitch is None else event.pitch - LOW + FIRST)
        found += [HOLD] * (event.length - 1)
    return np.array(found, np.int64)
