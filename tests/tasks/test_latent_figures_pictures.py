"""Figures of latent spaces of pictures, by the command that prints them."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
import torch

from studio.cli import main
from studio.tasks.latent_figures_pictures import evenness
from tests.image.tiny import tiny_encoder
from tests.tasks.latent_networks import write_network
from tests.training.squares import pictures_folder


@pytest.mark.parametrize("kind", ["vae", "gan"])
def test_spaces_of_pictures_are_measured_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    model, folder = str(write_network(tmp_path, kind)), pictures_folder(tmp_path / "discs", 60)
    words = ["evaluate", "latent", model, "--data", str(folder), "--ways", "2", "--json"]
    assert main(words) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert ("unseen psnr" in figures) == (kind == "vae")
    assert figures["ways: length"] >= 1
    assert figures["ways: longest step"] >= 1 / 8
    assert figures["samples: diversity"] >= 0
    assert main(words[:-1]) == 0
    assert "ways, cross-faded: length" in capsys.readouterr().out


def test_a_jump_is_told_from_an_even_way() -> None:
    one, other = torch.rand((2, 1, 3, 32, 32), generator=torch.Generator().manual_seed(0))
    even = torch.cat([one.lerp(other, share) for share in np.linspace(0, 1, 9)])
    jump = torch.cat([one] * 5 + [other] * 4)
    encoder = tiny_encoder()
    assert evenness(encoder, jump) == pytest.approx((1.0, 1.0), abs=1e-5)
    length, longest = evenness(encoder, even)
    assert length >= 1
    assert longest < 0.5
    assert math.isnan(evenness(encoder, torch.cat([one] * 9))[0])
