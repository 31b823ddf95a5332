"""Songs, small networks and a loop for the tests of the composing verbs."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import torch

from studio.music.constraints import Violation, check
from studio.music.lstm import MelodyLstm
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.timing import Metre, MetreMap
from studio.music.transformer import Composer
from studio.tasks.compose import compose
from studio.tasks.compose_check import is_melody, staying, stretches
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Composition, Variation
from studio.work import Step
from tests.music.test_composing import network as _composer
from tests.music.test_lstm import TINY

BAR = 1920
T = TypeVar("T")


@cache
def networks() -> dict[str, MelodyLstm | Composer]:
    """Both networks, tiny and untrained."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        lstm = MelodyLstm(TINY).eval().requires_grad_(False)
    return {"lstm": lstm, "composer": _composer()}


def tune(bars: int = 4, metre: Metre | None = None) -> Notes:
    """A melody in C major, quarters with an eighth pair, a long note at the end of each bar."""
    size = (metre or Metre(0)).bar
    steps = (0, 2, 4, 5, 7, 4, 2)
    notes = []
    for bar in range(bars):
        for place, tick in enumerate(range(0, size, 480)):
            pitch = 60 + steps[(bar + place) % 7] + (bar % 2) * 2
            notes.append(Note(bar * size + tick, min(480, size - tick), pitch))
    return Notes(notes)


def song(notes: Notes | None = None, *, metre: tuple[int, int] = (4, 4)) -> Song:
    """A song with a melody and an empty bass."""
    melody = Track("Melody", 73, notes=Notes() if notes is None else notes)
    return Song(tracks=(melody, Track("Bass", 32)), metres=MetreMap([Metre(0, *metre)]))


def asked(**values: Any) -> ComposeRequest:
    """A request with one variation of four bars, but for what is said."""
    plain = {"song": song(), "end": 4 * BAR, "variations": 1}
    return ComposeRequest(**(plain | values))


def finished(work: Generator[Any, None, T]) -> T:
    """The result of work."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result


def composed(request: ComposeRequest, *, tiny: bool = True) -> Composition:
    """The composition, by the tiny networks or the shipped ones."""
    return finished(compose(request, networks=networks() if tiny else None))


def steps(request: ComposeRequest) -> list[Step]:
    """What is told on the way."""
    return list(compose(request, networks=networks()))


def new_notes(variation: Variation) -> Notes:
    """The notes of the first part."""
    return variation.parts[0].notes


def broken(request: ComposeRequest, variation: Variation) -> list[Violation]:
    """The rules that a variation breaks together with the notes that stay."""
    found: list[Violation] = []
    for stretch in stretches(request, melody=is_melody(request)):
        inside = [
            replace(note, start=note.start - stretch.origin, id=0)
            for note in new_notes(variation)
            if stretch.begin <= note.start < stretch.end
        ]
        found += check(stretch.rules.locked.added(inside), stretch.rules)
    kept = staying(request)
    assert all(kept.get(note.id) == note for note in kept)
    return found
