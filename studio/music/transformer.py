"""The composer's network: a decoder-only Transformer over words that knows where in time they lie.

Rotary attention (Su et al. 2021): half of the heads turn by the number of the word, half by its
musical time, so that “a bar ago” is one direction whatever the number of words. Norms before each
part, gated linear units (Shazeer 2020), and one table for words in and out.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.errors import UnreadableFile
from studio.music.tokenizer_words import LONGEST_BAR, VOCABULARY

KIND = "klangbild composer"
COLUMNS = 4
"""Of a row: word, musical time in units, place in the bar in units, bar in the phrase."""
PHRASE = 16
_SHORTEST, _LONGEST = 6.0, 6144.0  # units: the periods at which the heads of time turn


@dataclass(frozen=True, slots=True)
class ComposerConfig:
    """The sizes of the network."""

    width: int = 256
    layers: int = 5
    heads: int = 8
    feed: int = 512
    """The width between the two halves of a layer's second part."""
    context: int = 640
    """Words that it learned to look at together."""

    def to_json(self) -> str:
        """The text that builds the network again."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> ComposerConfig:
        """Read ``to_json``; raises UnreadableFile for anything else."""
        try:
            config = cls(**json.loads(text))
            sizes = list(asdict(config).values())
            sound = all(isinstance(n, int) and 1 <= n <= 8192 for n in sizes)
            if not sound or config.layers > 24 or config.width % (4 * config.heads):
                raise ValueError("sizes")
        except (ValueError, TypeError, RecursionError):
            raise UnreadableFile("The network's description is damaged.") from None
        return config


class Memory:
    """The keys and values of the words that a network has read, so that none is read twice.

    There is room for so many words at first; it grows where that is not enough.
    """

    def __init__(self, network: Composer, room: int) -> None:
        config = network.config
        size = (config.layers, 2, 1, config.heads, room, config.width // config.heads)
        self.kept = torch.zeros(size, device=network.words.weight.device)
        self.count = 0

    @property
    def room(self) -> int:
        """Words that it can hold."""
        return self.kept.shape[4]

    def grown(self, layer: int, key: Tensor, value: Tensor) -> tuple[Tensor, Tensor]:
        """Put in what is new (1, H, T, D) and give back all."""
        stop = self.count + key.shape[2]
        if stop > self.room:
            more = torch.zeros_like(self.kept[:, :, :, :, :1])
            more = more.expand(*self.kept.shape[:4], stop, self.kept.shape[5])
            self.kept = torch.cat([self.kept, more], 4)
        held = self.kept[layer]
        held[0, :, :, self.count : stop] = key
        held[1, :, :, self.count : stop] = value
        return held[0, :, :, :stop], held[1, :, :, :stop]


class Composer(nn.Module):
    """Rows (B, T, COLUMNS) in, how likely each word is after each of them out.

    ``drop`` is the share of numbers left out in training.
    """

    def __init__(self, config: ComposerConfig | None = None, drop: float = 0.1) -> None:
        super().__init__()
        self.config = config or ComposerConfig()
        width = self.config.width
        self.words = nn.Embedding(VOCABULARY, width)
        self.place = nn.Embedding(LONGEST_BAR, width)
        self.phrase = nn.Embedding(PHRASE, width)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(_Layer(self.config, drop) for _ in range(self.config.layers))
        self.norm = nn.LayerNorm(width, bias=False)
        self.bias = nn.Parameter(torch.zeros(VOCABULARY))
        for table in (self.words, self.place, self.phrase):
            nn.init.normal_(table.weight, std=0.02)
        half = width // self.config.heads // 2
        by_number = 10000.0 ** (-torch.arange(half) / half)
        span = torch.linspace(math.log(_SHORTEST), math.log(_LONGEST), half)
        by_time = 2 * math.pi / span.exp()
        turns = torch.stack([by_number, by_time])
        self.register_buffer("turns", turns, persistent=False)

    turns: Tensor

    @property
    def parameter_count(self) -> int:
        """How many numbers it has."""
        return sum(p.numel() for p in self.parameters())

    def read(self, rows: Tensor, memory: Memory | None = None) -> Tensor:
        """What it makes of rows (B, T, COLUMNS): (B, T, width); with a memory it reads on.

        With a memory B is 1, and the rows follow those that were read into it.
        """
        rows = rows.long()
        word, time, place, phrase = rows.unbind(-1)
        before = 0 if memory is None else memory.count
        count = rows.shape[1]
        angles = self._angles(time, before)
        hidden = self.words(word) + self.place(place) + self.phrase(phrase)
        hidden = self.drop(hidden * math.sqrt(self.config.width))
        mask = None
        if memory is not None and count > 1:
            mask = torch.ones(count, before + count, dtype=torch.bool, device=rows.device)
            mask = mask.tril(before)
        for number, layer in enumerate(self.layers):
            hidden = layer(hidden, angles, mask, memory, number)
        if memory is not None:
            memory.count += count
        out: Tensor = self.norm(hidden)
        return out

    def logits(self, out: Tensor) -> Tensor:
        """How likely each word is, unnormalised: (…, VOCABULARY) for (…, width)."""
        return F.linear(out, self.words.weight, self.bias)

    def _angles(self, time: Tensor, before: int) -> tuple[Tensor, Tensor]:
        """Cosine and sine for each head: (B, H, T, D / 2)."""
        heads = self.config.heads
        number = torch.arange(before, before + time.shape[1], device=time.device)
        by_number = number[None].expand_as(time)[..., None].float() * self.turns[0]
        by_time = time[..., None].float() * self.turns[1]
        late = heads // 2
        angles = torch.stack([by_number] * (heads - late) + [by_time] * late, 1)
        return angles.cos(), angles.sin()


class _Layer(nn.Module):
    def __init__(self, config: ComposerConfig, drop: float) -> None:
        super().__init__()
        width = config.width
        self.heads = config.heads
        self.before, self.between = nn.LayerNorm(width, bias=False), nn.LayerNorm(width, bias=False)
        self.attend = nn.Linear(width, 3 * width, bias=False)
        self.attended = nn.Linear(width, width, bias=False)
        self.gate = nn.Linear(width, 2 * config.feed, bias=False)
        self.feed = nn.Linear(config.feed, width, bias=False)
        self.drop = nn.Dropout(drop)
        for last in (self.attended, self.feed):
            nn.init.normal_(last.weight, std=0.02 / math.sqrt(2 * config.layers))

    def forward(
        self,
        hidden: Tensor,
        angles: tuple[Tensor, Tensor],
        mask: Tensor | None,
        memory: Memory | None,
        number: int,
    ) -> Tensor:
        batch, count, width = hidden.shape
        asked = self.attend(self.before(hidden)).view(batch, count, 3, self.heads, -1)
        asked = asked.permute(2, 0, 3, 1, 4)  # (3, B, H, T, D)
        query, key = _turned(asked[:2], angles)
        value = asked[2]
        if memory is not None:
            key, value = memory.grown(number, key, value)
        seen = F.scaled_dot_product_attention(
            query, key, value, attn_mask=mask, is_causal=memory is None
        )
        seen = seen.transpose(1, 2).reshape(batch, count, width)
        hidden = hidden + self.drop(self.attended(seen))
        gate, shape = self.gate(self.between(hidden)).chunk(2, -1)
        fed: Tensor = hidden + self.drop(self.feed(F.silu(gate) * shape))
        return fed


def _turned(values: Tensor, angles: tuple[Tensor, Tensor]) -> Tensor:
    """Turn pairs of numbers (…, B, H, T, D) by their angles."""
    cosine, sine = angles
    one, other = values.chunk(2, -1)
    return torch.cat([one * cosine - other * sine, one * sine + other * cosine], -1)


def composer_of(tensors: dict[str, Tensor], config: str) -> Composer:
    """The network of a weight file's tensors and description; raises UnreadableFile."""
    network = Composer(ComposerConfig.from_json(config), 0.0)
    try:
        network.load_state_dict({name: value.float() for name, value in tensors.items()})
    except RuntimeError as problem:
        raise UnreadableFile("The weights are not those of the composer.") from problem
    return network.eval().requires_grad_(False)
