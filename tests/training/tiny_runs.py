"""Tiny trainings of Instant and Fast for tests: networks of a few hundred weights."""

from collections.abc import Generator
from functools import cache
from typing import Any, TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from studio.image.feedforward import Fast, FastConfig, fresh_embeddings
from studio.training.fast import FastModel
from studio.training.perceptual import Grams
from studio.training.pictures import PictureSet
from studio.training.progress import Progress
from studio.training.styles import StyleSet, measure_styles
from tests.image.tiny import picture, tiny_encoder

T = TypeVar("T")
FAST = FastConfig(quarter=6, eighth=6, half=6, blocks=1)


@cache
def photos() -> PictureSet:
    """Smooth colours with noise, 80 × 80."""
    tensors = [picture(80, 80, seed)[0].permute(1, 2, 0) * 255 for seed in range(3)]
    return PictureSet(tuple(one.round().numpy().astype(np.uint8) for one in tensors))


@cache
def styles() -> StyleSet:
    """What the tiny encoder sees in three other pictures."""
    tensors = [picture(90, 90, seed)[0].permute(1, 2, 0) * 255 for seed in (7, 8, 9)]
    pictures = PictureSet(tuple(one.round().numpy().astype(np.uint8) for one in tensors))
    return ended(measure_styles(pictures, tiny_encoder()))[0]


def grams(count: int) -> list[Grams]:
    """The Gram matrices of the first few styles."""
    return [
        {tap: gram[None].float() for tap, gram in style.grams.items()}
        for style in styles().styles[:count]
    ]


def tiny_fast(count: int) -> FastModel:
    """An untrained network with rows for the photo and ``count`` styles."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(4)
        rows = fresh_embeddings(FAST, count + 1)
        return FastModel(Fast(FAST), rows + torch.randn(rows.shape) * 0.1)


def ended(work: Generator[Any, None, T]) -> tuple[T, list[Any]]:
    """Drive work to its end: what it returned and all that it yielded."""
    steps: list[Any] = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return end.value, steps


def stopped(work: Generator[Progress, None, Any], after: int) -> None:
    """Make so many steps, save, and close."""
    for _ in range(after):
        step = next(work)
    assert step.save is not None
    step.save()
    work.close()


def weights(network: nn.Module) -> dict[str, Tensor]:
    """A copy of a network's weights."""
    return {name: value.clone() for name, value in network.state_dict().items()}


def equal(one: dict[str, Tensor], other: dict[str, Tensor]) -> bool:
    """Whether two tables of tensors hold the same bits."""
    return one.keys() == other.keys() and all(torch.equal(v, other[k]) for k, v in one.items())
