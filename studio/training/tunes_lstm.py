"""The melody network goes on from the artist's own tunes: what it learns, and what it writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path

import torch

from studio.music.lstm import KIND, MelodyLstm
from studio.music.melody_generate import generate, notes_of_events
from studio.music.melody_grid import STEP, MelodyGrid, places
from studio.music.sampling import Sampling
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.music.tokenizer_words import SCALE, SCALE_NAMES, TONIC
from studio.training.composer_pieces import in_its_key
from studio.training.lstm import LstmTraining, TuneRows, nats_a_step, train_lstm
from studio.training.progress import Progress
from studio.training.tunes_set import Tune

BARS = 8
"""Of a tune that is written to be heard."""
TRAINING = LstmTraining(
    steps=160, batch=8, parts=4, rate=0.00015, warm=16, mean=0.98, check=16, patience=4,
    hidden_key=0.05,
)  # fmt: skip
"""Few steps at a low rate: forty tunes are best known after some sixty, and then by heart."""
_SAMPLING = Sampling(0.95)


class MelodyPupil:
    """Melodies made ready for the network; ``grids`` are all of them, in their keys."""

    kind = KIND
    summary = "Writes melodies note by note, after the artist's own tunes"

    def __init__(self, learned: Sequence[Tune], back: Sequence[Tune]) -> None:
        self.tunes = tuple(learned)
        keyed = [_keyed(tune) for tune in (*learned, *back)]
        self.grids: tuple[MelodyGrid, ...] = tuple(keyed)
        self._count = len(learned)
        self._rows: list[TuneRows] = []

    def prepare(self, network: MelodyLstm) -> Generator[None, None, None]:
        """Bring the tunes into the network's form; yields after each."""
        for grid in self.grids:
            self._rows.append(TuneRows.of(grid))
            yield

    def learn(
        self,
        start: MelodyLstm,
        training: LstmTraining,
        checkpoint: Path,
        enough: Callable[[], bool],
    ) -> Generator[Progress, None, MelodyLstm]:
        """Train a copy of ``start``."""
        learned, back = self._rows[: self._count], self._rows[self._count :]
        return train_lstm(
            learned, back, training, start=start, checkpoint=checkpoint, enough=enough
        )

    def nats(self, network: MelodyLstm) -> Generator[None, None, float]:
        """Nats a sixteenth of the tunes that were kept back."""
        cost = steps = 0.0
        for rows in self._rows[self._count :]:
            cost += float(nats_a_step(network, [rows])[0]) * rows.steps
            steps += rows.steps
            yield
        return cost / steps

    def write(
        self, network: MelodyLstm, seed: int, *, like: int | None = None
    ) -> Generator[None, None, Song]:
        """Write a tune like one of those that are learned, or as most of them are; by the seed."""
        place = self._usual() if like is None else like % self._count
        grid, tempo = self.grids[place], self.tunes[place].tempo
        metre = Metre(0, *grid.metre)
        metres = MetreMap([metre])
        steps, bars, _ = places(metres, 0, BARS * max(1, metre.bar // STEP))
        random = torch.Generator().manual_seed(seed)
        events = []
        for event in generate(network, steps, bars, grid.metre, grid.key, _SAMPLING, random):
            events.append(event)
            yield
        return Song(
            tracks=(Track("Melody", notes=notes_of_events(events)),),
            metres=metres,
            tempos=TempoMap([Tempo(0, tempo)]),
            keys=(replace(grid.key, tick=0),),
        )

    def _usual(self) -> int:
        """The place of the first tune in the metre and scale that most of them have."""
        kinds = [(grid.metre, grid.key.scale) for grid in self.grids[: self._count]]
        return kinds.index(Counter(kinds).most_common(1)[0][0])


def _keyed(tune: Tune) -> MelodyGrid:
    """The melody in the key that it tells, or, where it tells none, the one that its notes say."""
    assert tune.grid is not None
    if not tune.keyless or tune.words is None:
        return tune.grid
    words = in_its_key(tune.words)
    tonic = next((word for word in words.tolist() if word in TONIC), None)
    scale = next((word for word in words.tolist() if word in SCALE), None)
    if tonic is None or scale is None:
        return tune.grid
    return replace(tune.grid, key=Key(TONIC.value(tonic), SCALE_NAMES[SCALE.value(scale)]))
