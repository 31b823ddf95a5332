"""MusicVAE: melodies of 2 or of 16 bars, down to a few numbers and back.

Roberts et al. 2018: a bidirectional encoder; 2 bars are written by one LSTM, 16 by a conductor that
gives each bar its plan, and an LSTM that writes the bar. Departures: of 16 bars the encoder reads
each bar by itself and then the row of bars, which is as good and many times as fast here; the words
know their place in the bar; what was written last is hidden in part while learning. A melody is on
the grid of sixteenths, 16 a bar (see ``melody_grid``).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

import numpy as np
import torch
from torch import Tensor, nn

from studio.errors import UnreadableFile
from studio.music.melody_grid import FIRST, HOLD, REST, SYMBOLS, Steps, notes_of_symbols
from studio.music.melody_writer import HIDDEN, Mask, MelodyWriter
from studio.music.note import Notes

KIND = "klangbild music vae"
BAR = 16
"""Steps of a bar."""
_FLAT = 2  # bars up to which there is no conductor


@dataclass(frozen=True, slots=True)
class MusicVaeConfig:
    """The sizes of the network."""

    bars: int = 2
    latent: int = 96
    width: int = 224
    """Of the LSTM that writes."""
    reader: int = 160
    """Of the LSTM that reads, each way."""
    conductor: int = 192
    symbol: int = 32
    """Numbers that stand for a symbol."""

    def to_json(self) -> str:
        """The text that builds the network again."""
        return json.dumps({"music_vae": asdict(self)})

    @classmethod
    def from_json(cls, text: str) -> MusicVaeConfig:
        """Read ``to_json``; raises UnreadableFile for anything else."""
        try:
            config = cls(**json.loads(text)["music_vae"])
            sizes = list(asdict(config).values())
            if not all(isinstance(n, int) and 1 <= n <= 2048 for n in sizes) or config.bars > 64:
                raise ValueError("sizes")
        except (ValueError, TypeError, KeyError, RecursionError):
            raise UnreadableFile("The network's description is damaged.") from None
        return config

    @property
    def steps(self) -> int:
        """Sixteenths of a melody."""
        return self.bars * BAR

    @property
    def flat(self) -> bool:
        """Whether one LSTM reads, and one writes, all of it."""
        return self.bars <= _FLAT


class MusicVae(nn.Module):
    """Melodies (B, T) of symbols to latents (B, L) and back; T is ``config.steps``."""

    def __init__(self, config: MusicVaeConfig | None = None) -> None:
        super().__init__()
        self.config = c = config or MusicVaeConfig()
        small = max(4, c.symbol // 4)
        self.symbol = nn.Embedding(SYMBOLS + 1, c.symbol)
        self.place = nn.Embedding(BAR * (c.bars if c.flat else 1), small)
        self.read = nn.LSTM(c.symbol + small, c.reader, batch_first=True, bidirectional=True)
        plan = c.latent
        if not c.flat:
            self.read_bars = nn.LSTM(2 * c.reader, c.reader, batch_first=True, bidirectional=True)
            self.begin = nn.Linear(c.latent, 2 * c.conductor)
            self.conduct = nn.LSTM(c.latent, c.conductor, batch_first=True)
            plan = c.conductor
        self.seen = nn.Linear(2 * c.reader, 2 * c.latent)
        self.start = nn.Linear(plan, 2 * c.width)
        self.write = nn.LSTM(c.symbol + small + plan, c.width, batch_first=True)
        self.say = nn.Linear(c.width, SYMBOLS)
        self.register_buffer("centre", torch.zeros(c.latent))
        self.register_buffer("spread", torch.eye(c.latent))

    centre: Tensor
    spread: Tensor

    def encode(self, melodies: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and log variance (B, L) of the network's own latents."""
        count, bars = len(melodies), 1 if self.config.flat else self.config.bars
        rows = melodies.reshape(count * bars, -1)
        ends = self.read(self._words(rows))[1][0]
        found = torch.cat([ends[0], ends[1]], 1)
        if not self.config.flat:
            ends = self.read_bars(found.view(count, bars, -1))[1][0]
            found = torch.cat([ends[0], ends[1]], 1)
        mean, log_variance = self.seen(found).chunk(2, 1)
        return mean, log_variance.clamp(-12.0, 4.0)

    def logits(self, own: Tensor, before: Tensor) -> Tensor:
        """What may be at each step (B, T, SYMBOLS), where ``before`` (B, T) stood just before it.

        The symbols of ``before`` may be HIDDEN. ``own`` are the network's own latents.
        """
        plans = self._plans(own)
        count, bars = plans.shape[:2]
        rows = before.reshape(count * bars, -1)
        plan = plans.reshape(count * bars, -1)
        steps = torch.cat([self._words(rows), plan[:, None].expand(-1, rows.shape[1], -1)], 2)
        written = self.write(steps, self._state(plan))[0]
        said: Tensor = self.say(written).view(count, -1, SYMBOLS)
        return said

    @torch.no_grad()
    def find(self, melodies: Tensor) -> Tensor:
        """The latents (B, L) of melodies: what ``decode`` takes."""
        away = self.encode(melodies)[0] - self.centre
        found: Tensor = torch.linalg.solve(self.spread, away, left=False)
        return found

    def decode(
        self,
        latents: Tensor,
        *,
        temperature: float = 0.0,
        random: torch.Generator | None = None,
        allowed: Mask | None = None,
    ) -> Steps:
        """Melodies (B, T) of latents (B, L): the likeliest symbols, or drawn by a temperature.

        What cannot be is never written: to hold or end what does not sound. ``allowed`` (SYMBOLS,)
        forbids more; where it leaves nothing, what sounds goes on.
        """
        return self.decode_own(
            self.centre + latents @ self.spread, temperature, random=random, allowed=allowed
        )

    @torch.no_grad()
    def decode_own(
        self,
        own: Tensor,
        temperature: float = 0.0,
        *,
        random: torch.Generator | None = None,
        allowed: Mask | None = None,
    ) -> Steps:
        """As ``decode``, of the network's own latents."""
        plans = self._plans(own)
        count, bars = plans.shape[:2]
        states = self.start(plans.flatten(0, 1)).tanh().view(count, bars, -1)
        writer = MelodyWriter(dict(self.named_parameters()), temperature, random, allowed)
        return writer.write(plans.cpu().numpy(), states.cpu().numpy(), self.config.steps // bars)

    def _words(self, rows: Tensor) -> Tensor:
        """Symbols (B, T) and where they stand, as numbers (B, T, …)."""
        places = torch.arange(rows.shape[1], device=rows.device)
        return torch.cat([self.symbol(rows), self.place(places).expand(len(rows), -1, -1)], 2)

    def _plans(self, own: Tensor) -> Tensor:
        """What each bar (or the whole) shall be: (B, bars or 1, …)."""
        if self.config.flat:
            return own[:, None]
        hidden, cell = self.begin(own).tanh().chunk(2, 1)
        steps = own[:, None].expand(-1, self.config.bars, -1)
        state = (hidden[None].contiguous(), cell[None].contiguous())
        plans: Tensor = self.conduct(steps, state)[0]
        return plans

    def _state(self, plan: Tensor) -> tuple[Tensor, Tensor]:
        hidden, cell = self.start(plan).tanh().chunk(2, 1)
        return hidden[None].contiguous(), cell[None].contiguous()

    @property
    def parameter_count(self) -> int:
        """How many numbers it has."""
        return sum(p.numel() for p in self.parameters())


def before(melodies: Tensor) -> Tensor:
    """What stands before each step of melodies (B, T): HIDDEN before the first."""
    first = torch.full_like(melodies[:, :1], HIDDEN)
    return torch.cat([first, melodies[:, :-1]], 1)


def window(symbols: Steps, first: int, count: int) -> Steps:
    """So many symbols of a melody from ``first``, whole in itself; its end is held on.

    A note that sounds as it begins is begun there; silence is said.
    """
    cut = symbols[first : first + count]
    found = np.full(count, HOLD, np.int64)
    found[: len(cut)] = cut
    if found[0] == HOLD:
        told = symbols[:first][symbols[:first] != HOLD]
        found[0] = told[-1] if len(told) and told[-1] >= FIRST else REST
    return plain(found)


def plain(symbols: Steps) -> Steps:
    """The same melody, in which silence is said once and then held."""
    found = symbols.copy()
    said = np.flatnonzero(found != HOLD)
    again = said[1:][(found[said[1:]] == REST) & (found[said[:-1]] == REST)]
    found[again] = HOLD
    return found


def valid(symbols: Steps) -> bool:
    """Whether each symbol means something: nothing is held or ended that was not begun."""
    said = symbols[symbols != HOLD]
    known = bool(((symbols >= 0) & (symbols < SYMBOLS)).all())
    return (
        known and symbols[0] != HOLD and not bool(((said[1:] == REST) & (said[:-1] == REST)).any())
    )


def notes_of(symbols: Steps, bar: int = 0, velocity: int = 90) -> Notes:
    """The notes of a melody that begins with the bar of this number, from 0, in 4/4."""
    return notes_of_symbols(symbols, bar * BAR, velocity)
