"""How soon music is written, and what the composer gains by remembering what it has read."""

from __future__ import annotations

import statistics
import time
from typing import NamedTuple

from studio.jobs import Step, Work
from studio.music.song import Song, Track
from studio.tasks.compose import compose
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Composition

_BAR = 1920
_BARS = 8
_TURNS = 4  # the first of which loads the network
_READ, _DRAWN = 496, 16  # words before, and words that are drawn


class Written(NamedTuple):
    """Seconds until the first note was there, and all bars; ``loading`` with the network's."""

    first: float
    all: float
    loading: float


class Cached(NamedTuple):
    """Milliseconds a word with the memory and without it, and whether the words were the same."""

    with_memory: float
    without: float
    same: bool


def writing() -> Work[Written]:
    """The median over melodies of eight bars, after one that loads the network."""
    first, whole = [], []
    for turn in range(_TURNS):
        song = Song(tracks=(Track(),))
        request = ComposeRequest(song=song, end=_BARS * _BAR, variations=1, seed=turn)
        began = time.perf_counter()
        heard = 0.0
        for step in compose(request):
            found = step.so_far
            written = isinstance(found, Composition) and any(v.count for v in found.variations)
            if written and not heard:
                heard = time.perf_counter() - began
            yield Step(turn, _TURNS, "composing")
        first.append(heard)
        whole.append(time.perf_counter() - began)
    return Written(statistics.median(first[1:]), statistics.median(whole[1:]), first[0])


def caching() -> Work[Cached]:
    """The composer at 512 words, as large as it ships; what it has learned does not matter."""
    import torch

    from studio.music.tokenizer_words import VOCABULARY
    from studio.music.transformer import Composer, Memory

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        network = Composer(drop=0.0).eval().requires_grad_(False)
        rows = torch.zeros(1, _READ + _DRAWN, 4, dtype=torch.long)
        rows[..., 0] = torch.randint(1, VOCABULARY, rows.shape[:2])
        rows[..., 1] = torch.arange(_READ + _DRAWN)
    spent, drawn = [], []
    for memory in (Memory(network, _READ + _DRAWN), None):
        table, words = rows.clone(), []
        if memory is not None:
            network.read(table[:, :_READ], memory)
        began = time.perf_counter()
        for at in range(_READ, _READ + _DRAWN):
            begin = 0 if memory is None else memory.count
            out = network.read(table[:, begin : at + 1], memory)
            words.append(int(network.logits(out[0, -1]).argmax()))
            if at + 1 < _READ + _DRAWN:
                table[0, at + 1, 0] = words[-1]
            yield Step(at - _READ, _DRAWN, "composer")
        spent.append(1000 * (time.perf_counter() - began) / _DRAWN)
        drawn.append(words)
    return Cached(spent[0], spent[1], drawn[0] == drawn[1])
