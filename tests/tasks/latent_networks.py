"""Untrained networks with a latent space as weight files."""

from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

from studio.image.gan import GanConfig, Generator
from studio.image.vae import Vae, VaeConfig
from studio.music.music_vae import MusicVae, MusicVaeConfig

VAE = VaeConfig(32, 6, (8, 8, 8), 1)
GAN = GanConfig(32, 5, (8, 8, 8), (6, 6, 6))
MUSIC = MusicVaeConfig(bars=2, latent=4, width=12, reader=8, conductor=8, symbol=8)


def write_network(folder: Path, kind: str) -> Path:
    """A file of the kind vae, gan or music."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(5)
        networks: dict[str, tuple[nn.Module, str]] = {
            "vae": (Vae(VAE), VAE.to_json()),
            "gan": (Generator(GAN), GAN.to_json()),
            "music": (MusicVae(MUSIC), MUSIC.to_json()),
        }
    network, config = networks[kind]
    path = folder / f"{kind}.safetensors"
    tensors = {name: value.contiguous() for name, value in network.state_dict().items()}
    save_file(tensors, path, {"config": config})
    return path
