"""A models folder with the encoder that ships and untrained one-pass networks beside it."""

import json
from pathlib import Path

import torch
from safetensors.torch import save_file

from studio.image.feedforward import EMBEDDINGS, Fast, FastConfig, fresh_embeddings
from studio.image.instant import Instant, InstantConfig
from studio.registry import MODELS

FAST_STYLES = ("starry-night", "great-wave", "the-scream")
_FAST = FastConfig(quarter=8, eighth=8, half=8, blocks=1)


def write_networks(folder: Path) -> Path:
    """Fill the folder; Fast knows three of the bundled styles."""
    folder.mkdir(parents=True, exist_ok=True)
    encoder = MODELS["studio"].path
    for path in (encoder, encoder.with_suffix(".json")):
        (folder / path.name).symlink_to(path)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(3)
        for name, transform in (("instant", "monge"), ("adain", "adain")):
            config = InstantConfig(deep=1, code=8, transform=transform)
            tensors = Instant(config).state_dict()
            tensors["up.3.weight"] *= 0.05  # untrained, its colours would all be beyond the ends
            save_file(
                tensors,
                folder / f"{name}.safetensors",
                {"config": config.to_json()},
            )
        rows = fresh_embeddings(_FAST, len(FAST_STYLES) + 1)
        tensors = Fast(_FAST).state_dict() | {EMBEDDINGS: rows + torch.randn(rows.shape) * 0.3}
    words = {"config": _FAST.to_json(), "styles": json.dumps(FAST_STYLES)}
    save_file(tensors, folder / "fast.safetensors", words)
    return folder
