"""The composer goes on from the artist's own pieces: what it learns, and what it writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from studio.music.composing import compose
from studio.music.composing_sheet import Wanted, with_written
from studio.music.composing_words import Rows
from studio.music.melody_grid import MelodyGrid
from studio.music.sampling import Sampling
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.music.tokenizer_score import Score
from studio.music.tokenizer_words import (
    METRE,
    METRES,
    SCALE,
    SCALE_NAMES,
    TEMPO,
    TEMPOS,
    TONIC,
    Words,
)
from studio.music.transformer import KIND, Composer
from studio.training.composer import ComposerTraining, nats_a_word, packed, train_composer, windows
from studio.training.composer_pieces import Chances, Material, in_its_key
from studio.training.progress import Progress
from studio.training.tunes_set import Tune

BARS = 4
"""Of a piece that is written to be heard."""
MOST_TRACKS = 3
TRAINING = ComposerTraining(
    steps=80, batch=4, rate=0.0003, warm=8, mean=0.95, check=8, patience=4,
    chances=Chances(dressed=0.0),
)  # fmt: skip
_LOOKS = 12  # windows of unseen pieces
_PLAIN = Chances(hidden_key=0.0, moved=0.0, dressed=0.0)
_SAMPLING = Sampling(0.95)


class PiecePupil:
    """Pieces made ready for the network; ``grids`` are the melodies of those that have one."""

    kind = KIND
    summary = "Composes for several tracks, after the artist's own tunes"

    def __init__(self, learned: Sequence[Tune], back: Sequence[Tune]) -> None:
        self.tunes = tuple(learned)
        self.grids: tuple[MelodyGrid, ...] = tuple(
            tune.grid for tune in (*learned, *back) if tune.grid is not None
        )
        self._back = tuple(back)
        self._learned: Material | None = None
        self._looks: list[Rows] = []

    def prepare(self, network: Composer) -> Generator[None, None, None]:
        """Bring the pieces into the network's form; yields after each."""
        words = []
        for tune in self.tunes:
            words.append(_keyed(tune))
            yield
        self._learned = Material(words, 1.0)
        kept = Material([_keyed(tune) for tune in self._back], 1.0)
        yield
        self._looks = windows(
            [kept], min(_LOOKS, 4 * len(self._back)), network.config.context, _PLAIN
        )

    def learn(
        self,
        start: Composer,
        training: ComposerTraining,
        checkpoint: Path,
        enough: Callable[[], bool],
    ) -> Generator[Progress, None, Composer]:
        """Train a copy of ``start``."""
        assert self._learned is not None
        return train_composer(
            [self._learned], self._looks, training, start=start, checkpoint=checkpoint,
            enough=enough,
        )  # fmt: skip

    @torch.no_grad()
    def _cost(self, network: Composer, rows: Rows) -> tuple[float, int]:
        cost, count = nats_a_word(network, packed([rows]))
        return float(cost), count

    def nats(self, network: Composer) -> Generator[None, None, float]:
        """Nats a word of the pieces that were kept back."""
        network.eval()
        total, words = 0.0, 0
        for rows in self._looks:
            cost, count = self._cost(network, rows)
            total, words = total + cost, words + count
            yield
        return total / max(1, words)

    def write(
        self, network: Composer, seed: int, *, like: int | None = None
    ) -> Generator[None, None, Song]:
        """Write a piece for the instruments of one of those that are learned, or of most."""
        tune = self.tunes[self._usual() if like is None else like % len(self.tunes)]
        song = _bare(tune)
        places = tuple(range(len(song.tracks)))
        wanted = Wanted(0, BARS * song.metres.bar_end(0), places)
        random = torch.Generator().manual_seed(seed)
        written = []
        for one in compose(network, Score(song), wanted, _SAMPLING, random):
            written.append(one)
            yield
        return with_written(Score(song), wanted, written).song

    def _usual(self) -> int:
        kinds = [tune.tracks for tune in self.tunes]
        return kinds.index(Counter(kinds).most_common(1)[0][0])


def _keyed(tune: Tune) -> NDArray[np.int64]:
    """The words with the key that they tell, or that the notes say."""
    assert tune.words is not None
    return in_its_key(tune.words) if tune.keyless else tune.words


def _bare(tune: Tune) -> Song:
    """The instruments, metre, key and tempo with which a piece begins, without its notes."""
    words = _keyed(tune).tolist()

    def first(kind: Words) -> int:
        return next((kind.value(word) for word in words if word in kind), 0)

    tracks = tune.tracks[:MOST_TRACKS] or (0,)
    return Song(
        tracks=tuple(Track(program=max(0, one), drums=one < 0) for one in tracks),
        metres=MetreMap([Metre(0, *METRES[first(METRE)])]),
        tempos=TempoMap([Tempo(0, TEMPOS[first(TEMPO)])]),
        keys=(Key(first(TONIC), SCALE_NAMES[first(SCALE)]),),
    )
