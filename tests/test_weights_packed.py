"""Weights in eight bits: nearly the same numbers in half of the room."""

from pathlib import Path

import pytest
import torch

from studio.errors import UnreadableFile
from studio.music.transformer import KIND, Composer, ComposerConfig, composer_of
from studio.training.model_card import ModelCard, write_model
from studio.weights import read_weights
from studio.weights_packed import SCALE, packed, unpacked


def test_every_number_is_kept_to_a_254th_of_the_largest_in_its_row() -> None:
    torch.manual_seed(0)
    table = torch.randn(80, 8, 9) * torch.logspace(-6, 3, 80)[:, None, None]

    found = unpacked(packed({"table": table}))["table"]

    largest = table.flatten(1).abs().amax(1)
    error = (found - table).flatten(1).abs().amax(1)
    assert bool((error <= largest / 254 * 1.001).all())
    assert torch.equal(found.flatten(1).abs().amax(1).log2().round(), largest.log2().round())


def test_a_row_of_zeros_and_small_tensors_stay_what_they_are() -> None:
    zeros, small = torch.zeros(64, 64), torch.tensor([0.5, -2.0])

    found = unpacked(packed({"zeros": zeros, "small": small}))

    assert torch.equal(found["zeros"], zeros)
    assert found["small"].tolist() == [0.5, -2.0]


@torch.no_grad()
def test_a_network_comes_back_from_a_file_of_half_the_size(tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = Composer(ComposerConfig(width=64, layers=2, heads=2, feed=64), 0.0).eval()
    card = ModelCard("small", KIND, "", {}, "", (), 0, 0)
    state, config = network.state_dict(), network.config.to_json()
    plain, half = tmp_path / "plain.safetensors", tmp_path / "half.safetensors"
    write_model(plain, state, config, card)
    write_model(half, state, config, card, eight_bits=True)

    again = composer_of(*_read(half))

    rows = torch.randint(1, 100, (1, 12, 4)).clamp_max(15)
    before, after = (one.logits(one.read(rows)) for one in (network, again))
    assert half.stat().st_size < 0.6 * plain.stat().st_size
    assert float((before - after).abs().max()) < 0.05 * float(before.abs().max())


def test_scales_that_do_not_fit_are_a_damaged_file(tmp_path: Path) -> None:
    tensors = packed({"table": torch.ones(80, 80)})
    tensors["table" + SCALE] = tensors["table" + SCALE][:3].clone()
    from safetensors.torch import save_file

    path = tmp_path / "odd.safetensors"
    save_file(tensors, path)

    with pytest.raises(UnreadableFile, match="damaged"):
        read_weights(path)


def _read(path: Path) -> tuple[dict[str, torch.Tensor], str]:
    tensors, metadata = read_weights(path)
    return tensors, metadata["config"]
