"""VGG-19, which does not ship: fetched when it is asked for, or taken from a file."""

from __future__ import annotations

import re
from pathlib import Path

from studio.errors import Unavailable, UnreadableFile
from studio.paths import data_dir, made, replacing
from studio.registry import MODELS
from studio.weights import read_weights, readable_sha256

VGG19_HASH = "dcbb9e9d"
"""How the SHA-256 of torchvision's file begins; it is part of the file's name."""


def add_vgg19(source: Path) -> Path:
    """Take VGG-19 from a file of the user's: checked, and kept as safetensors; returns where.

    A file that carries torchvision's checksum in its name must have it.
    """
    from safetensors.torch import save_file

    from studio.image.encoder import from_vgg19

    if not source.is_file():
        raise UnreadableFile(f"There is no file “{source}”.")
    stated = re.fullmatch(r".*-([0-9a-f]{8})", source.stem)
    if stated and not readable_sha256(source).startswith(stated[1]):
        raise UnreadableFile(
            f"“{source.name}” is damaged: its checksum is not the one in its name."
        )
    network = from_vgg19(read_weights(source)[0])
    path = MODELS["vgg19"].path
    made(path.parent)
    with replacing(path, force=True) as temporary:
        save_file({k: v.contiguous() for k, v in network.state_dict().items()}, temporary)
    return path


def fetch_vgg19() -> Path:
    """Fetch torchvision's VGG-19 (548 MB), checked by SHA-256; offline it says so."""
    import torch
    from torchvision.models import VGG19_Weights

    address = VGG19_Weights.IMAGENET1K_V1.url
    partial = made(data_dir() / "models") / f"vgg19-{VGG19_HASH}.pth"
    try:
        torch.hub.download_url_to_file(address, str(partial), VGG19_HASH, progress=False)
        return add_vgg19(partial)
    except (OSError, RuntimeError) as problem:
        raise Unavailable(
            "VGG-19 could not be fetched: the network does not answer. The studio's own encoder "
            "works without it; or name a file with “studio add vgg19 FILE”."
        ) from problem
    finally:
        partial.unlink(missing_ok=True)
