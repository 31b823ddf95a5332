"""The key of a melody as the melody network hears it, and what the melody costs without a key."""

from __future__ import annotations

import math

import torch

from studio.music.lstm import MelodyLstm, nats_of
from studio.music.melody_events import KIND_COLUMNS, KINDS, MODES, rows_of, shift_of
from studio.music.melody_grid import FIRST, MelodyGrid
from studio.music.theory import Key

SHARES = {"major": 0.81, "minor": 0.12, "mixolydian": 0.04, "dorian": 0.03}
"""How often the scales are those of a tune in the books; each tonic counts as likely."""
KEYS = tuple(Key(tonic, scale) for scale in SHARES for tonic in range(12))
_EACH = 12  # keys looked at in one go


@torch.no_grad()
def costs_by_key(network: MelodyLstm, grid: MelodyGrid) -> torch.Tensor:
    """Nats that the whole grid costs when it is in each of ``KEYS``: (48,)."""
    device = next(network.parameters()).device
    plain, kinds, lengths = (torch.from_numpy(one) for one in rows_of(grid, known_key=False))
    moving = (plain[:, list(KIND_COLUMNS)] >= FIRST) & (plain[:, list(KIND_COLUMNS)] < KINDS)
    costs = []
    for first in range(0, len(KEYS), _EACH):
        keys = KEYS[first : first + _EACH]
        shift = torch.tensor([shift_of(key) for key in keys])
        rows = plain.long().repeat(len(keys), 1, 1)
        rows[..., list(KIND_COLUMNS)] -= moving.long() * shift[:, None, None]
        rows[..., 5] = torch.tensor([MODES[key.scale] for key in keys])[:, None]
        said = kinds - (kinds >= FIRST).long() * shift[:, None]
        long = lengths.expand(len(keys), -1)
        batch = (one.to(device) for one in (rows, said, long, shift))
        kind, length, lasting = nats_of(network, *batch)
        cost = kind.sum(1) + length[:, :-1].sum(1) + lasting[:, -1]
        costs.append(cost.cpu().double())
    return torch.cat(costs)


def nats_without_key(costs: torch.Tensor, steps: int) -> float:
    """Nats a step where no key is told: the mean over all keys by their shares, no key chosen."""
    shares = torch.tensor([math.log(SHARES[key.scale] / 12) for key in KEYS], dtype=torch.float64)
    return float(-(shares - costs).logsumexp(0)) / steps


def likely_key(costs: torch.Tensor) -> Key:
    """The key in which the melody is likeliest."""
    shares = torch.tensor([math.log(SHARES[key.scale]) for key in KEYS], dtype=torch.float64)
    return KEYS[int((costs - shares).argmin())]
