"""A training on own tunes under way: the network, its looks, what it writes, and its end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator
from dataclasses import asdict, replace
from typing import Any

from studio import registry
from studio.jobs import Step, Work
from studio.music.melody_copies import KnownTunes
from studio.music.melody_grid import melody_grid
from studio.music.melody_tables import MelodyTables, tables_path, write_tables
from studio.music.ngram import MelodyNgrams
from studio.music.song import Song
from studio.paths import made
from studio.tasks.train_files import checkpoint_path
from studio.tasks.train_notes import delete_note
from studio.tasks.train_tunes import Copies, LearnedTunes, TunesCheck, TunesPlan
from studio.tasks.train_tunes_card import remember_plan
from studio.training import tunes_composer, tunes_lstm
from studio.training.model_card import DataSet, ModelCard, write_model
from studio.training.progress import Progress
from studio.training.tunes_set import TuneSet

_WRITTEN = 8
"""Tunes that are written for the copy check."""


class Run:
    """The state of a training: ``check`` is the last look, ``figures`` what it has reached."""

    def __init__(self, plan: TunesPlan, kind: str, tunes: TuneSet) -> None:
        self.plan, self.kind = plan, kind
        loaded = registry.music(plan.base)
        self.base: Any = loaded.network
        self.sha256 = loaded.sha256
        learned, back = tunes.sides()
        self.count = len(learned) + len(back)
        self.pupil: Any
        usual: Any
        if kind == "lstm":
            self.pupil, usual = tunes_lstm.MelodyPupil(learned, back), tunes_lstm.TRAINING
        else:
            self.pupil, usual = tunes_composer.PiecePupil(learned, back), tunes_composer.TRAINING
        self.training: Any = replace(usual, steps=plan.steps or usual.steps, seed=plan.seed)
        self.checkpoint = checkpoint_path(
            "tunes",
            [asdict(self.training) | {"steps": 0}, self.sha256, _digest(tunes), plan.name],
        )
        self.before = self.nats = 0.0
        self.done = 0
        self.network: Any = None
        self.check: TunesCheck | None = None
        self.figures: dict[str, float] = {}

    @property
    def label(self) -> str:
        """How far it is, in a few words."""
        return f"nats {self.check.nats:.3f}, before {self.before:.3f}" if self.check else "learning"

    def prepared(self) -> Work[None]:
        """Make the tunes ready and measure the network as it is."""
        total = self.training.steps
        for _ in self.pupil.prepare(self.base):
            yield Step(0, total, "getting ready", 0.0)
        self.before = yield from _waited(self.pupil.nats(self.base), total, "measuring")
        made(self.checkpoint.parent)
        remember_plan(self.plan, self.checkpoint)

    def learned(self, enough: Callable[[], bool]) -> Generator[Progress, None, None]:
        """Train; at each look a tune is written."""
        work = self.pupil.learn(self.base, self.training, self.checkpoint, enough)
        while True:
            try:
                progress: Progress = next(work)
            except StopIteration as end:
                self.network = end.value
                break
            self._note(progress)
            if self._looked(progress):
                yield from self._hear(progress)
            yield progress

    def copies(self) -> Work[Copies | None]:
        """Let it write some tunes, and look for runs that the artist's own have too."""
        total = self.training.steps
        if not self.pupil.grids:
            return None
        known = KnownTunes.of(grid.symbols for grid in self.pupil.grids)
        found = []
        for number in range(_WRITTEN):
            writing = self.pupil.write(self.network, self.plan.seed + number, like=number)
            song = yield from _waited(writing, total, "looking for copies", total, self.check)
            if any(len(track.notes) and not track.drums for track in song.tracks):
                found.append(known.longest(melody_grid(song)).bars)
            else:
                found.append(0.0)
        bars = tunes_lstm.BARS if self.kind == "lstm" else tunes_composer.BARS
        return Copies(len(found), bars, round(max(found), 2), round(sum(found) / len(found), 2))

    def written(self, copies: Copies | None, seconds: float, *, force: bool) -> LearnedTunes:
        """Write the network, its card and the tunes' hashes."""
        plan, network = self.plan, self.network
        after = float(self.figures.get("best", self.nats or self.before))
        card = ModelCard(
            name=plan.name,
            kind=self.pupil.kind,
            summary=self.pupil.summary,
            architecture=json.loads(network.config.to_json())
            | {"parameters": network.parameter_count},
            command=f"studio train tunes --base {plan.base} --name “{plan.name}”",
            data=(DataSet("the user's own tunes", self.count),),
            seed=plan.seed,
            steps=self.done,
            figures={
                "tunes kept back: nats": round(after, 4),
                "tunes kept back: nats before": round(self.before, 4),
                **({} if copies is None else asdict(copies)),
            },
            teacher={"name": plan.base, "sha256": self.sha256},
            licence="that of the tunes",
        )
        made(plan.output.parent)
        state = network.state_dict()
        sha256 = write_model(plan.output, state, network.config.to_json(), card, force=force)
        symbols = [grid.symbols for grid in self.pupil.grids]
        if symbols:
            tables = MelodyTables(MelodyNgrams.count(symbols), KnownTunes.of(symbols))
            write_tables(tables_path(plan.output), tables, force=True)
        song = self.check.song if self.check else None
        return LearnedTunes(
            plan.name, plan.output, sha256, seconds, self.done, self.count, self.before, after,
            copies, song,
        )  # fmt: skip

    def forget(self) -> None:
        """Delete the checkpoint."""
        delete_note(self.checkpoint)

    def _note(self, progress: Progress) -> None:
        self.done = progress.done
        self.figures = {n: v for n, v in progress.figures.items() if n != "steps"}
        if self.figures:
            self.figures["before"] = self.before
        self.nats = progress.figures.get("unseen", self.nats)

    def _looked(self, progress: Progress) -> bool:
        """Whether the network was just tested."""
        at_check = progress.done % self.training.check == 0 or progress.done == progress.total
        return progress.network is not None and at_check

    def _hear(self, progress: Progress) -> Generator[Progress, None, None]:
        """Write a tune, always by the same seed, so that what was learned is heard."""
        writing = self.pupil.write(progress.network, self.plan.seed)
        while True:
            try:
                next(writing)
            except StopIteration as end:
                song: Song = end.value
                break
            yield replace(progress, network=None)
        self.check = TunesCheck(progress.done, self.nats, self.before, song)


def _waited(
    work: Generator[None, None, Any], total: int, label: str, done: int = 0, check: object = None
) -> Work[Any]:
    """Work that yields nothing, as steps."""
    part = 0.0 if not done else 0.98
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
        yield Step(done, total, label, part, so_far=check)


def _digest(tunes: TuneSet) -> str:
    digest = hashlib.sha256()
    for tune in tunes.tunes:
        digest.update(tune.name.encode())
        if tune.words is not None:
            digest.update(tune.words.tobytes())
        if tune.grid is not None:
            digest.update(tune.grid.symbols.tobytes())
    return digest.hexdigest()
