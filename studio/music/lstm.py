"""The melody network: an LSTM over events that knows place, metre and key, and looks back by bars.

Two layers of LSTM read one row before each event (see ``melody_events``): the last event, where
the next begins, and what stood at the same place 1, 2, 4, 8 and 16 bars before (after the lookback
of Waite 2016), and after the longest earlier agreement. Two heads say the kind of the next event,
and, given the kind, its length. Pitches are seen from the tonic.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.errors import UnreadableFile
from studio.music.melody_events import (
    HIGHEST_KIND,
    KIND_COLUMNS,
    KINDS,
    LAGS,
    LENGTH_COLUMNS,
    LONGEST,
    LOWEST_KIND,
    METRES,
    PHRASE,
    PLACES,
    RUN_COLUMNS,
    RUNS,
)
from studio.music.melody_grid import FIRST, HIGH, HOLD, LOW, REST

State = tuple[Tensor, Tensor]
"""Of the layers: hidden and cell, each (layers, B, width)."""
KIND = "klangbild melody lstm"
_MODES = 7
ANY_SHIFT = 127
"""Stands for no known tonic."""


@dataclass(frozen=True, slots=True)
class MelodyLstmConfig:
    """The sizes of the network."""

    width: int = 320
    layers: int = 2
    kind: int = 48
    """Numbers that stand for a kind, in and out."""
    small: int = 12
    """Numbers that stand for a length, a place and the like."""
    head: int = 128

    def to_json(self) -> str:
        """The text that builds the network again."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> MelodyLstmConfig:
        """Read ``to_json``; raises UnreadableFile for anything else."""
        try:
            config = cls(**json.loads(text))
            sizes = list(asdict(config).values())
            if not all(isinstance(n, int) and 1 <= n <= 4096 for n in sizes) or config.layers > 8:
                raise ValueError("sizes")
        except (ValueError, TypeError, RecursionError):
            raise UnreadableFile("The network's description is damaged.") from None
        return config


class MelodyLstm(nn.Module):
    """Rows (B, E, COLUMNS) of numbers in, what follows out.

    ``drop`` are the shares left out in training: of the inputs, between and after the layers.
    """

    def __init__(
        self, config: MelodyLstmConfig | None = None, drop: tuple[float, float] = (0.1, 0.3)
    ) -> None:
        super().__init__()
        self.config = config or MelodyLstmConfig()
        kind, small, width = self.config.kind, self.config.small, self.config.width
        self.kind = nn.Embedding(KINDS + 1, kind)
        self.length = nn.Embedding(LONGEST + 1, small)
        self.run = nn.Embedding(len(RUNS), small)
        self.place = nn.Embedding(PLACES * (len(METRES) + 1), 2 * small)
        self.phrase = nn.Embedding(PHRASE, small)
        self.metre = nn.Embedding(len(METRES) + 1, small)
        self.mode = nn.Embedding(_MODES, small)
        back = 2 + len(LAGS)
        wide = back * (kind + small) + (back - 1) * small + 5 * small
        self.lstm = nn.LSTM(
            wide,
            width,
            self.config.layers,
            batch_first=True,
            dropout=drop[1] if self.config.layers > 1 else 0.0,
        )
        self.drop_in, self.drop_out = nn.Dropout(drop[0]), nn.Dropout(drop[1])
        self.skip = nn.Linear(wide, kind)
        self.to_kind = nn.Linear(width, kind)
        self.kind_bias = nn.Parameter(torch.zeros(KINDS))
        self.to_length = nn.Linear(width + kind + 2 * small, self.config.head)
        self.length_out = nn.Linear(self.config.head, LONGEST)

    @property
    def parameter_count(self) -> int:
        """How many numbers it has."""
        return sum(p.numel() for p in self.parameters())

    def read(self, rows: Tensor, state: State | None = None) -> tuple[Tensor, State, Tensor]:
        """What it makes of rows (B, E, COLUMNS): (B, E, width), its state, and what it was told."""
        rows = rows.long()
        columns = rows.unbind(-1)
        place, phrase, metre, mode = columns[2:6]
        told = torch.cat(
            [
                self.kind(rows[..., list(KIND_COLUMNS)]).flatten(-2),
                self.length(rows[..., list(LENGTH_COLUMNS)]).flatten(-2),
                self.run(rows[..., list(RUN_COLUMNS)]).flatten(-2),
                self.place(metre * PLACES + place),
                self.phrase(phrase),
                self.metre(metre),
                self.mode(mode),
            ],
            -1,
        )
        told = self.drop_in(told)
        if rows.shape[1] == 1 and not self.training:
            return *self._one(told, state), told
        out, after = self.lstm(told, state)
        return self.drop_out(out), after, told

    def _one(self, told: Tensor, state: State | None) -> tuple[Tensor, State]:
        """A single event, six times as quick as the same by the layers made for many."""
        hidden = told[:, 0]
        if state is None:
            empty = hidden.new_zeros(self.config.layers, len(hidden), self.config.width)
            state = (empty, empty)
        before = zip(*state, strict=True)
        after = []
        for weights, (last, cell) in zip(self.lstm.all_weights, before, strict=True):
            after.append(torch.lstm_cell(hidden, (last, cell), *weights))
            hidden = after[-1][0]
        hiddens, cells = zip(*after, strict=True)
        return hidden[:, None], (torch.stack(hiddens), torch.stack(cells))

    def kinds(self, out: Tensor, told: Tensor) -> Tensor:
        """How likely each kind is, unnormalised: (B, E, KINDS)."""
        shape = self.to_kind(out) + self.skip(told)
        return F.linear(shape, self.kind.weight[:KINDS], self.kind_bias)

    def lengths(self, out: Tensor, rows: Tensor, kinds: Tensor) -> Tensor:
        """How likely each length 1..LONGEST is for these kinds (B, E): (B, E, LONGEST)."""
        rows = rows.long()
        place = self.place(rows[..., 4] * PLACES + rows[..., 2])
        hidden = self.to_length(torch.cat([out, self.kind(kinds), place], -1))
        logits: Tensor = self.length_out(F.silu(hidden))
        return logits


def forbidden(rows: Tensor, shift: Tensor) -> Tensor:
    """The kinds that cannot follow by the rules of events and range: bool (B, E, KINDS).

    ``shift`` (B,) are the semitones from C to the tonic, or 127 where any pitch may come. Whether
    it is silent cannot be seen in a row after ``HOLD``, where a rest may seem possible.
    """
    before, length = rows[..., 0].long(), rows[..., 1].long()
    mask = torch.zeros(*rows.shape[:-1], KINDS, dtype=torch.bool, device=rows.device)
    begin = before == KINDS
    mask[..., REST] = begin | (before == REST)
    mask[..., HOLD] = begin | (length != LONGEST)
    pitch = torch.arange(LOWEST_KIND, HIGHEST_KIND + 1, device=rows.device) + shift[:, None]
    outside = ((pitch < LOW) | (pitch > HIGH)) & (shift != ANY_SHIFT)[:, None]
    mask[..., FIRST:] |= outside[:, None]
    return mask


def nats_of(
    network: MelodyLstm, rows: Tensor, kinds: Tensor, lengths: Tensor, shift: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """−log p of each kind, and of each length, and of lasting at least as long: each (B, E).

    ``rows`` (B, E, COLUMNS), ``kinds`` 0.., ``lengths`` 1..LONGEST.
    """
    out, _, told = network.read(rows)
    logits = network.kinds(out, told).masked_fill(forbidden(rows, shift), -torch.inf)
    kind = -logits.log_softmax(-1).gather(-1, kinds[..., None])[..., 0]
    log_length = network.lengths(out, rows, kinds).log_softmax(-1)
    place = (lengths - 1)[..., None]
    length = -log_length.gather(-1, place)[..., 0]
    lasting = log_length.flip(-1).logcumsumexp(-1).flip(-1)
    return kind, length, -lasting.gather(-1, place)[..., 0]
