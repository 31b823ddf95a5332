"""The LSTM of MusicVAE that writes melodies, step by step, as plain arithmetic.

A step of a network's own LSTM costs far more in calls than in sums. Here what each symbol, place
and plan say is multiplied out before, so that a melody of 16 bars is written while a hand moves.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.music.melody_grid import FIRST, HOLD, REST, SYMBOLS, Steps

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
_HALF = np.float32(0.5)
HIDDEN = SYMBOLS
"""Stands for a symbol that is not told, and for none before the first."""


class MelodyWriter:
    """Writes melodies (B, T), a bar or more for each plan.

    ``tensors`` are the weights of MusicVAE by their names; ``temperature`` 0 takes the likeliest
    symbols, and ``allowed`` (SYMBOLS,) forbids others than what is possible anyway.
    """

    def __init__(
        self,
        tensors: Mapping[str, Tensor],
        temperature: float,
        random: torch.Generator | None,
        allowed: Mask | None,
    ) -> None:
        named = {name: value.detach().cpu().float().numpy() for name, value in tensors.items()}
        into = named["write.weight_ih_l0"].T
        symbols, places = named["symbol.weight"], named["place.weight"]
        first, second = symbols.shape[1], symbols.shape[1] + places.shape[1]
        self._symbols = symbols @ into[:first]
        self._places = places @ into[first:second]
        self._places += named["write.bias_ih_l0"] + named["write.bias_hh_l0"]
        self._plan = into[second:]
        self._again = np.ascontiguousarray(named["write.weight_hh_l0"].T)
        self._say, self._said = named["say.weight"].T, named["say.bias"]
        self._temperature, self._random = temperature, random
        self._allowed = np.ones(SYMBOLS, np.bool_) if allowed is None else allowed.astype(np.bool_)

    def write(self, plans: Floats, states: Floats, steps: int) -> Steps:
        """Write ``steps`` symbols for each of the plans (B, N, P).

        ``states`` (B, N, 2W) are what the LSTM begins each plan with: hidden, then cell.
        """
        count, bars = plans.shape[:2]
        found = np.empty((count, bars * steps), np.int64)
        last = np.full(count, HIDDEN)
        sounding = np.zeros(count, np.bool_)
        for bar in range(bars):
            plan = plans[:, bar] @ self._plan
            hidden, cell = np.split(states[:, bar], 2, axis=1)
            for place in range(steps):
                gates = self._symbols[last] + self._places[place] + plan + hidden @ self._again
                hidden, cell = _next(gates, cell)
                at = bar * steps + place
                possible = self._possible(sounding, first=at == 0)
                last = self._chosen(hidden @ self._say + self._said, possible)
                sounding = np.where(last == HOLD, sounding, last >= FIRST)
                found[:, at] = last
        return found

    def _possible(self, sounding: Mask, *, first: bool) -> Mask:
        """Which symbols may follow, (B, SYMBOLS)."""
        possible = np.tile(self._allowed, (len(sounding), 1))
        possible[:, HOLD] = not first
        if not first:
            possible[:, REST] &= sounding
        possible[~possible.any(1), REST] = True
        return possible

    def _chosen(self, logits: Floats, possible: Mask) -> Steps:
        """One symbol each (B,), by the Gumbel trick where there is a temperature."""
        values = np.where(possible, logits, -np.inf)
        if self._temperature > 0:
            noise = torch.rand(values.shape, generator=self._random).clamp(1e-9, 1 - 1e-7).numpy()
            values = values / self._temperature - np.log(-np.log(noise))
        chosen: Steps = values.argmax(1)
        return chosen


def _next(gates: Floats, cell: Floats) -> tuple[Floats, Floats]:
    """Hidden and cell (B, W) after a step; gates (B, 4W) are in, forget, new and out."""
    width = cell.shape[1]
    halved = gates.copy()
    halved[:, : 2 * width] *= _HALF  # a sigmoid is a tanh of the half
    halved[:, 3 * width :] *= _HALF
    bent: Floats = np.tanh(halved)
    into, forget, new, out = (bent[:, n * width : (n + 1) * width] for n in range(4))
    cell = _HALF * ((1 + forget) * cell + (1 + into) * new)
    return _HALF * (1 + out) * np.tanh(cell), cell
