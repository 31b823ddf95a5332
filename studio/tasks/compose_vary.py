"""Vary: some notes stay, the others are written anew, most of them in the old rhythm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from studio.errors import StudioError
from studio.music.melody_grid import STEP
from studio.music.note import Note, Notes
from studio.music.song import Song
from studio.music.tokenizer_words import UNIT
from studio.music.varying import changed_first, count_to_change, on_grid
from studio.tasks.compose_check import (
    Stretch,
    cleared_song,
    is_melody,
    octaves_of,
    staying,
    stretches,
    told_key,
)
from studio.tasks.compose_request import ComposeRequest

if TYPE_CHECKING:
    from studio.music.lstm import MelodyLstm
    from studio.music.transformer import Composer
    from studio.tasks.compose_melody import Written

_Write: TypeAlias = "Callable[..., Iterator[Written]]"
_SAME_RHYTHM = 0.7
"""Up to so much change the new notes begin where the old ones did."""


@dataclass(frozen=True, slots=True)
class Varied:
    """What stays of the old notes, as it is and on the grid, and the old places of the others.

    ``beside`` are old notes that sound under the melody and are not touched.
    """

    kept: Notes
    snapped: Notes
    gone: Notes
    beside: Notes
    melody: bool

    @property
    def unlike(self) -> tuple[tuple[int, int], ...]:
        """Tick and pitch of what is written anew."""
        return tuple(zip(self.gone.start.tolist(), self.gone.pitch.tolist(), strict=True))

    def as_long(self, notes: tuple[Note, ...]) -> tuple[Note, ...]:
        """New notes that last as long as the old ones in their places did."""
        if not self.melody:
            return notes
        old = dict(zip(self.gone.start.tolist(), self.gone.length.tolist(), strict=True))
        return tuple(replace(note, length=old.get(note.start, note.length)) for note in notes)

    @property
    def rhythm(self) -> tuple[int, ...]:
        """Where a note began."""
        starts = np.concatenate([self.gone.start, self.snapped.start])
        return tuple(np.unique(starts).tolist())


def varied(request: ComposeRequest, seed: int) -> Varied:
    """Choose what stays: ``1 - change`` of the notes, what breaks the key or the range last."""
    melody = is_melody(request)
    step = UNIT if request.model == "composer" else STEP
    old = request.old
    line = on_grid(old, step, melody=melody)
    line = line.where((line.start >= request.begin) & (line.start < request.end))
    order = changed_first(line, request.song.metres, seed)
    wrong = np.array([_breaks(note, request) for note in line], np.bool_)
    order = np.concatenate([order[wrong[order]], order[~wrong[order]]])
    count = count_to_change(len(line), request.change)
    gone = np.zeros(len(line), np.bool_)
    gone[order[:count]] = True
    kept = line.where(~gone)
    return Varied(
        old.chosen(set(kept.ids.tolist())),
        kept,
        line.where(gone),
        old.without(set(line.ids.tolist())),
        melody,
    )


def write_variation(
    network: MelodyLstm | Composer, request: ComposeRequest, seed: int
) -> Iterator[Written]:
    """Write the notes that change; what stays is not among them. StudioError where none can."""
    from studio.music.lstm import MelodyLstm

    what = varied(request, seed)
    keeping = staying(request).added(what.snapped)
    request = _narrowed(request)
    tries: list[tuple[int, ...] | None] = [what.rhythm, None]
    if request.change > _SAME_RHYTHM:
        tries = [None]
    write: _Write = _melody if isinstance(network, MelodyLstm) else _score
    for number, rhythm in enumerate(tries):
        try:
            parts = stretches(request, melody=what.melody, kept=keeping, rhythm=rhythm)
            notes: tuple[Note, ...] = ()
            for share, notes in write(network, request, seed, keeping, parts, what):
                old_rhythm = rhythm is not None and request.rhythm is None
                yield share, what.as_long(notes) if old_rhythm else notes
            if _differs(notes, what):
                return
        except StudioError:
            if number + 1 == len(tries):
                raise
    raise StudioError("The rules leave nothing to vary; loosen one of them or change more.")


def _narrowed(request: ComposeRequest) -> ComposeRequest:
    """The request for no more than the old notes take up."""
    old, metres = request.old, request.song.metres
    end = min(request.end, metres.whole_bars(old.end))
    begin = max(request.begin, metres.bar_start(int(old.start[0])))
    return replace(request, begin=begin, end=end)


def _melody(
    network: MelodyLstm,
    request: ComposeRequest,
    seed: int,
    keeping: Notes,
    parts: Sequence[Stretch],
    what: Varied,
) -> Iterator[Written]:
    from studio.music.sampling import Sampling, seeded
    from studio.tasks.compose_lstm import Melody, Writing
    from studio.tasks.compose_melody import with_new

    song: Song = cleared_song(request, keeping)
    random = seeded(seed)
    found: tuple[Note, ...] = ()
    for number, stretch in enumerate(parts):
        if found:
            stretch = replace(stretch, before=found[-1].pitch)
        writing = Writing(
            network=network,
            song=song,
            track=request.track,
            stretch=stretch,
            octaves=octaves_of(request),
            key=told_key(request),
            sampling=Sampling(request.temperature, request.top_p),
            unlike=what.unlike,
        )
        melody = Melody(writing)
        new: list[Note] = []
        for event in melody.events(random):
            note = melody.note(event)
            if note is not None:
                new.append(note)
            share = (event.begin - melody.offset) / melody.limits.slots
            yield (number + min(1.0, share)) / len(parts), (*found, *new)
        found = (*found, *new)
        song = with_new(song, request.track, new)
    yield 1.0, found


def _score(
    network: Composer,
    request: ComposeRequest,
    seed: int,
    keeping: Notes,
    parts: Sequence[Stretch],
    what: Varied,
) -> Iterator[Written]:
    from studio.tasks.compose_score import write_parts

    song = cleared_song(request, keeping)
    yield from write_parts(network, request, seed, song, tuple(parts), what.unlike)


def _breaks(note: Note, request: ComposeRequest) -> bool:
    inside = request.lowest <= note.pitch <= request.highest
    return not inside or (
        request.key is not None and note.pitch % 12 not in request.key.pitch_classes
    )


def _differs(notes: tuple[Note, ...], what: Varied) -> bool:
    """Whether anything else came out than was there."""
    return {(note.start, note.pitch) for note in notes} != set(what.unlike)
