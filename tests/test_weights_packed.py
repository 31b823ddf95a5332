"""Weights in eight and six bits: nearly the same numbers in half of the room or less."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from studio import registry
from studio.errors import UnreadableFile
from studio.image.gan import GanConfig, Generator
from studio.image.vae import Vae, VaeConfig
from studio.music.transformer import KIND, Composer, ComposerConfig, composer_of
from studio.training.model_card import ModelCard, write_model
from studio.training.vae import psnr
from studio.weights import read_weights
from studio.weights_packed import BITS, SCALE, SHAPE, packed, unpacked

Latent = Vae | Generator


def small_vae() -> Vae:
    """A network without training, whose map of latents is no plain one."""
    torch.manual_seed(0)
    network = Vae(VaeConfig(32, 72, (48, 40, 32))).eval()
    network.spread.copy_(torch.randn(72, 72) / 72**0.5)
    network.centre.normal_()
    return network


def small_generator() -> Generator:
    """A network without training, whose batch norms have seen something."""
    torch.manual_seed(0)
    network = Generator(GanConfig(32, 64, (48, 40, 32), (8, 8, 8))).eval()
    for norm in (network.entered, *network.norms):
        norm.running_mean.normal_()
        norm.running_var.uniform_(0.3, 3.0)
    return network


@pytest.mark.parametrize(("bits", "part"), [(8, 254), (6, 62)])
def test_every_number_is_kept_to_a_part_of_the_largest_in_its_row(bits: int, part: int) -> None:
    torch.manual_seed(0)
    table = torch.randn(80, 7, 9) * torch.logspace(-6, 3, 80)[:, None, None]

    found = unpacked(packed({"table": table}, bits))["table"]

    largest = table.flatten(1).abs().amax(1)
    error = (found - table).flatten(1).abs().amax(1)
    assert found.shape == table.shape
    assert bool((error <= largest / part * 1.001).all())
    torch.testing.assert_close(found.flatten(1).abs().amax(1), largest)


@pytest.mark.parametrize("width", [64, 65, 66, 67])
def test_six_bits_come_back_exactly_whatever_the_length_of_a_row(width: int) -> None:
    whole = torch.randint(-31, 32, (70, width), generator=torch.Generator().manual_seed(width))
    whole[:, 0] = 31

    tensors = packed({"table": whole.float()}, 6)

    assert tensors["table"].shape == (70, -(-width // 4) * 3)
    assert tensors["table"].dtype == torch.uint8
    assert torch.equal(unpacked(tensors)["table"], whole.float())


@pytest.mark.parametrize("bits", BITS)
def test_a_row_of_zeros_and_small_tensors_stay_what_they_are(bits: int) -> None:
    zeros, small = torch.zeros(64, 64), torch.tensor([0.5, -2.0])

    found = unpacked(packed({"zeros": zeros, "small": small}, bits))

    assert torch.equal(found["zeros"], zeros)
    assert found["small"].tolist() == [0.5, -2.0]


@pytest.mark.parametrize("bits", BITS)
def test_the_map_before_a_network_and_counts_are_not_rounded(bits: int) -> None:
    spread = torch.randn(96, 96, generator=torch.Generator().manual_seed(0)).half()
    counted = torch.tensor(100_000)

    found = unpacked(packed({"spread": spread.float(), "norm.counted": counted}, bits))

    assert torch.equal(found["spread"], spread)
    assert found["norm.counted"] == 100_000


@torch.no_grad()
@pytest.mark.parametrize(("bits", "decibels", "share"), [(8, 45, 0.6), (6, 33, 0.5)])
@pytest.mark.parametrize("made", [small_vae, small_generator])
def test_pictures_of_a_latent_space_stay_nearly_the_same(
    tmp_path: Path, made: Callable[[], Latent], bits: int, decibels: float, share: float
) -> None:
    network = made()
    card = ModelCard("small", "", "", {}, "", (), 0, 0)
    files = [tmp_path / f"{number}.safetensors" for number in (16, bits)]
    for path, fewer in zip(files, (None, bits), strict=True):
        write_model(path, network.state_dict(), network.config.to_json(), card, bits=fewer)

    again = registry.latent(str(files[1])).network

    latents = torch.randn((8, network.config.latent), generator=torch.Generator().manual_seed(1))
    before, after = network.decode(latents), again.decode(latents)
    assert isinstance(after, torch.Tensor)
    assert float(psnr(after, before).mean()) > decibels
    assert files[1].stat().st_size < share * files[0].stat().st_size


def test_a_long_training_of_batch_norms_can_be_written(tmp_path: Path) -> None:
    network = small_generator()
    network.entered.num_batches_tracked.fill_(100_000)
    card = ModelCard("small", "", "", {}, "", (), 0, 0)

    write_model(tmp_path / "one.safetensors", network.state_dict(), network.config.to_json(), card)

    found = registry.latent(str(tmp_path / "one.safetensors")).network
    assert found.state_dict()["entered.num_batches_tracked"] == 100_000


def test_what_ships_in_eight_bits_is_read() -> None:
    tensors, _ = read_weights(registry.MUSIC_MODELS["composer"].path)
    assert not [name for name in tensors if name.endswith((SCALE, SHAPE))]
    assert all(tensor.is_floating_point() for tensor in tensors.values())


@torch.no_grad()
def test_a_network_comes_back_from_a_file_of_half_the_size(tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = Composer(ComposerConfig(width=64, layers=2, heads=2, feed=64), 0.0).eval()
    card = ModelCard("small", KIND, "", {}, "", (), 0, 0)
    state, config = network.state_dict(), network.config.to_json()
    plain, half = tmp_path / "plain.safetensors", tmp_path / "half.safetensors"
    write_model(plain, state, config, card)
    write_model(half, state, config, card, bits=8)

    again = composer_of(*_read(half))

    rows = torch.randint(1, 100, (1, 12, 4)).clamp_max(15)
    before, after = (one.logits(one.read(rows)) for one in (network, again))
    assert half.stat().st_size < 0.6 * plain.stat().st_size
    assert float((before - after).abs().max()) < 0.05 * float(before.abs().max())


def test_scales_that_do_not_fit_are_a_damaged_file(tmp_path: Path) -> None:
    tensors = packed({"table": torch.ones(80, 80)})
    tensors["table" + SCALE] = tensors["table" + SCALE][:3].clone()
    path = tmp_path / "odd.safetensors"
    save_file(tensors, path)

    with pytest.raises(UnreadableFile, match="damaged"):
        read_weights(path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("table", torch.zeros((80, 7), dtype=torch.uint8)),
        ("table", torch.zeros((80, 60), dtype=torch.int8)),
        ("table" + SHAPE, torch.tensor([80, 2**31 - 1], dtype=torch.int32)),
        ("table" + SHAPE, torch.tensor([80, -80], dtype=torch.int32)),
        ("table" + SHAPE, torch.tensor([80] + [1] * 20, dtype=torch.int32)),
        ("table" + SHAPE, torch.tensor([80.0, 80.0])),
        ("table" + SHAPE, torch.tensor(6400, dtype=torch.int32)),
        ("table" + SCALE, torch.ones(79)),
        ("table" + SCALE, torch.ones(80, 2)),
    ],
)
def test_six_bits_that_do_not_fit_are_a_damaged_file(
    tmp_path: Path, name: str, value: torch.Tensor
) -> None:
    tensors = packed({"table": torch.ones(80, 80)}, 6) | {name: value}
    path = tmp_path / "odd.safetensors"
    save_file(tensors, path)

    with pytest.raises(UnreadableFile, match="damaged"):
        read_weights(path)


def _read(path: Path) -> tuple[dict[str, torch.Tensor], str]:
    tensors, metadata = read_weights(path)
    return tensors, metadata["config"]
