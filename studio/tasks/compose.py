"""The composing verbs: what is asked for becomes variations, one after another, note by note.

Nothing here needs torch before the work begins, so the window may import it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeGuard, cast

import numpy as np

from studio import registry
from studio.errors import StudioError
from studio.music.note import Note, Notes
from studio.music.performing import perform
from studio.tasks.compose_accompany import accompany
from studio.tasks.compose_check import check_request, is_melody, staying
from studio.tasks.compose_harmony import chord_parts, composed_chords, harmonised
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.compose_vary import varied, write_variation
from studio.tasks.composition import Composition, Part, Variation
from studio.work import Step, Work

if TYPE_CHECKING:
    from studio.music.lstm import MelodyLstm
    from studio.music.transformer import Composer
    from studio.tasks.compose_melody import Written

Sketch = tuple[float, Variation]
"""How much of a variation is written, 0..1, and what there is of it."""
_OFTEN = 48  # notes up to which every one is told at once
_EVEN = 3.0  # a spread of velocities below which nothing is expressed by them


def compose(
    request: ComposeRequest,
    *,
    device: str = "cpu",
    networks: Mapping[str, MelodyLstm | Composer] | None = None,
) -> Work[Composition]:
    """Write the variations of a request; each step carries the composition so far.

    Equal requests give equal notes. ``networks`` stand in for those of the registry. The melody
    network runs on the CPU, the composer on ``device``. Raises StudioError for what cannot be done,
    if it can be seen before a network is loaded, and where nothing came out.
    """
    check_request(request)
    desk = _Desk(device, dict(networks or {}))
    done: tuple[Variation, ...] = ()
    count = request.variations
    for number in range(count):
        label = f"variation {number + 1}/{count}" if count > 1 else "composing"
        last: Variation | None = None
        for share, last in _VERBS[request.verb](desk, request, request.seed_of(number), done):
            part = (number + min(max(share, 0.0), 1.0)) / count
            so_far = Composition(request, (*done, last), dict(desk.models))
            yield Step(0, 1, label, fraction=part, so_far=so_far)
        if last is None or not last.count:
            raise StudioError(
                "Nothing was written there; take another seed, a higher temperature or more bars."
            )
        done = (*done, replace(last, finished=True))
    return Composition(request, done, dict(desk.models))


@dataclass(slots=True)
class _Desk:
    """Where the networks are, and what was used of them."""

    device: str
    networks: dict[str, MelodyLstm | Composer]
    models: dict[str, str] = field(default_factory=dict)

    def network(self, name: str) -> MelodyLstm | Composer:
        """The network of that name, loaded when it is first asked for."""
        if name not in self.networks:
            device = "cpu" if name == "lstm" else self.device
            loaded = registry.music(name, device)
            network = loaded.network
            if device != "cpu" and _is_lstm(network):
                network = registry.music(name, "cpu").network
            self.networks[name] = network
            self.models[name] = loaded.sha256
        return self.networks[name]

    def composer(self, name: str) -> Composer | None:
        """The network of that name if it is one that writes scores."""
        if name == "lstm":
            return None
        network = self.network(name)
        return None if _is_lstm(network) else cast("Composer", network)


def _is_lstm(network: MelodyLstm | Composer) -> TypeGuard[MelodyLstm]:
    from studio.music.lstm import MelodyLstm

    return isinstance(network, MelodyLstm)


def _writing(
    desk: _Desk, request: ComposeRequest, seed: int, done: tuple[Variation, ...]
) -> Iterator[Sketch]:
    """Generate, continue, fill and vary: notes on the track itself."""
    if request.verb == "vary" and request.change == 0:
        yield 1.0, Variation(seed, (Part(request.old, request.track),))
        return
    sketch = Variation(seed, finished=False)
    yield 0.0, sketch
    network = desk.network(request.model)
    request = _of_its_kind(request, network)
    kept, beside = Notes(), staying(request)
    if request.verb == "vary":
        what = varied(request, seed)
        kept = what.kept.added(what.beside)
        beside = beside.added(kept)
    told = 0
    notes: tuple[Note, ...] = ()
    for share, notes in _written(network, request, seed):
        if len(notes) < told or told < len(notes) <= _OFTEN or len(notes) > 1.05 * told:
            told = len(notes)
            new = _played(notes, request, seed, beside, 0.0)
            sketch = replace(sketch, parts=(Part(kept.added(new), request.track),))
        yield share, sketch
    new = _played(notes, request, seed, beside, request.human)
    if is_melody(request) and request.verb == "vary":
        new, kept = _cut_before(new, beside), _cut_before(what.kept, new).added(what.beside)
    yield 1.0, Variation(seed, (Part(kept.added(new), request.track),))


def _of_its_kind(request: ComposeRequest, network: MelodyLstm | Composer) -> ComposeRequest:
    """The request with the model that the network is like; raises what `check_request` does."""
    kind = "lstm" if _is_lstm(network) else "composer"
    if request.model == kind:
        return request
    found = replace(request, model=kind)
    check_request(found)
    return found


def _written(
    network: MelodyLstm | Composer, request: ComposeRequest, seed: int
) -> Iterator[Written]:
    if request.verb == "vary":
        return write_variation(network, request, seed)
    if _is_lstm(network):
        from studio.tasks.compose_melody import write_melody

        return write_melody(network, request, seed)
    from studio.tasks.compose_score import write_score

    return write_score(cast("Composer", network), request, seed)


def _played(
    written: tuple[Note, ...], request: ComposeRequest, seed: int, beside: Notes, amount: float
) -> Notes:
    """With the network's own loudness where it has one, else performed, as loud as the others."""
    notes = Notes(written)
    if len(notes) > 2 and float(notes.velocity.std()) >= _EVEN:
        return notes
    louder = float(np.clip(np.median(beside.velocity) - 80, -30, 30)) if len(beside) else 0.0
    return perform(
        notes,
        request.song.metres,
        amount,
        seed,
        still=request.rhythm is not None,
        begin=request.begin,
        beside=beside,
        firm=[chord.tick for chord in request.chords],
        louder=louder,
    )


def _cut_before(notes: Notes, others: Notes) -> Notes:
    """Notes of a melody, each ended where one of the others begins."""
    following = np.searchsorted(others.start, notes.start, side="right")
    starts = np.append(others.start, np.iinfo(np.int64).max)
    length = np.minimum(notes.length, starts[following] - notes.start)
    return notes.altered(np.ones(len(notes), np.bool_), length=length)


def _harmonise(
    desk: _Desk, request: ComposeRequest, seed: int, done: tuple[Variation, ...]
) -> Iterator[Sketch]:
    composer = desk.composer(request.model)
    if composer is None or request.chords:
        chords = harmonised(request, seed, [one.chords for one in done])
    else:
        for chords in composed_chords(composer, request, seed):
            share = (chords[-1].tick - request.begin) / (request.end - request.begin)
            parts = chord_parts(request, chords, seed)
            yield share, Variation(seed, parts, chords, finished=False)
    yield 1.0, Variation(seed, chord_parts(request, chords, seed), chords)


def _accompany(
    desk: _Desk, request: ComposeRequest, seed: int, done: tuple[Variation, ...]
) -> Iterator[Sketch]:
    wanted = "piano" in request.parts and not request.pattern
    composer = desk.composer(request.model) if wanted else None
    earlier = [one.chords for one in done]
    for share, parts, chords in accompany(request, seed, composer, earlier):
        yield share, Variation(seed, parts, chords, finished=False)


_VERBS = {
    "generate": _writing,
    "continue": _writing,
    "fill": _writing,
    "vary": _writing,
    "harmonise": _harmonise,
    "accompany": _accompany,
}
