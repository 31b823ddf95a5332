"""A tiny encoder and tiny pictures, so that tests of the networks take milliseconds."""

import torch
from torch import Tensor

from studio.image.encoder import Encoder, EncoderConfig

TINY = EncoderConfig(((4, 4), (6, 6), (8, 8, 8, 8), (8, 8, 8, 8), (8,)))


def tiny_encoder(seed: int = 0) -> Encoder:
    """Random weights, always the same for a seed."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Encoder(TINY).eval().requires_grad_(False)


def picture(height: int, width: int, seed: int = 0) -> Tensor:
    """Smooth colours with some noise, (1, 3, H, W) in [0, 1]."""
    random = torch.Generator().manual_seed(seed)
    coarse = torch.rand(1, 3, 4, 4, generator=random)
    smooth = torch.nn.functional.interpolate(coarse, (height, width), mode="bilinear")
    noise = torch.rand(1, 3, height, width, generator=random)
    return 0.8 * smooth + 0.2 * noise
