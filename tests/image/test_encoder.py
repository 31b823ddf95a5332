"""The encoder: what it returns, how deep it looks, and the files it is built from."""

import pytest
import torch
from torch import Tensor

from studio.errors import UnreadableFile
from studio.image.encoder import (
    TAPS,
    VGG19,
    Encoder,
    EncoderConfig,
    from_quarter_width,
    from_vgg19,
    mirror,
)
from tests.image.tiny import picture, tiny_encoder


def test_taps_halve_with_every_stage() -> None:
    features = tiny_encoder()(picture(64, 48))

    shapes = {tap: tuple(x.shape) for tap, x in features.items()}
    assert shapes == {
        "relu1_1": (1, 4, 64, 48),
        "relu2_1": (1, 6, 32, 24),
        "relu3_1": (1, 8, 16, 12),
        "relu4_1": (1, 8, 8, 6),
        "relu4_2": (1, 8, 8, 6),
        "relu5_1": (1, 8, 4, 3),
    }


def test_no_deeper_than_asked() -> None:
    seen: list[str] = []
    encoder = tiny_encoder()
    for name, convolution in encoder.convolutions.items():
        convolution.register_forward_hook(lambda *_, name=name: seen.append(name))

    encoder(picture(32, 32), ("relu2_1",))

    assert seen == ["1_1", "1_2", "2_1"]


def test_features_are_never_negative() -> None:
    assert all(float(x.min()) >= 0 for x in tiny_encoder()(picture(40, 40)).values())


def test_forced_features_flow_on() -> None:
    encoder = tiny_encoder()
    forced = {"relu3_1": torch.rand(1, 8, 8, 8)}

    one = encoder(picture(32, 32, seed=1), TAPS, forced)
    other = encoder(picture(32, 32, seed=2), TAPS, forced)

    assert not torch.equal(one["relu3_1"], other["relu3_1"])
    assert torch.equal(one["relu4_1"], other["relu4_1"])


@pytest.mark.parametrize("size", [(16, 16), (17, 33), (33, 250), (64, 16)])
def test_small_and_odd_pictures_pass(size: tuple[int, int]) -> None:
    assert set(tiny_encoder()(picture(*size))) == set(TAPS)


def test_a_constant_picture_has_no_rim() -> None:
    features = tiny_encoder()(torch.full((1, 3, 64, 64), 0.7))

    spread = [float((x - x.mean((2, 3), keepdim=True)).abs().max()) for x in features.values()]
    assert max(spread) < 1e-4


def test_mirror_repeats_the_edge_of_what_is_too_small() -> None:
    assert mirror(torch.ones(1, 1, 2, 2), 4).shape == (1, 1, 10, 10)
    assert torch.equal(mirror(torch.arange(3.0).reshape(1, 1, 1, 3), 0)[0, 0, 0], torch.arange(3.0))


def test_configuration_survives_its_json() -> None:
    config = tiny_encoder().config

    assert EncoderConfig.from_json(config.to_json()) == config


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        '{"stages": [[9999]]}',
        '{"stages": [[1e999]]}',
        "[" * 9999,
        "null",
        '{"stages": 3}',
    ],
)
def test_another_json_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        EncoderConfig.from_json(text)


def test_own_encoder_is_small_enough() -> None:
    assert Encoder().parameter_count <= 1_200_000


def quarter_width_file() -> dict[str, Tensor]:
    names = ["11", "12", "21", "22", "31", "32", "33", "34", "41", "42", "43", "44", "51"]
    weights, channels = (
        {"conv0.weight": torch.eye(3)[:, :, None, None], "conv0.bias": torch.zeros(3)},
        3,
    )
    for index, name in enumerate(names):
        width = 4 + index % 3
        weights[f"conv{name}.weight"] = torch.randn(width, channels, 3, 3)
        weights[f"conv{name}.bias"] = torch.randn(width)
        channels = width
    return weights


def test_teacher_is_read_as_its_file_says() -> None:
    weights = quarter_width_file()
    x = picture(32, 32)

    taps = from_quarter_width(weights)(x, ("relu1_1",))

    padded = torch.nn.functional.pad(x, (1, 1, 1, 1), mode="reflect")
    expected = torch.conv2d(padded, weights["conv11.weight"], weights["conv11.bias"]).relu()
    assert torch.allclose(taps["relu1_1"], expected, atol=1e-5)


def test_teacher_that_lacks_a_layer_is_refused() -> None:
    weights = quarter_width_file()
    del weights["conv44.bias"]

    with pytest.raises(UnreadableFile, match="conv0"):
        from_quarter_width(weights)


def test_vgg19_is_read_by_torchvisions_names() -> None:
    weights, channels, index = {}, 3, 0
    for stage in VGG19.stages:
        for width in stage:
            weights[f"features.{index}.weight"] = torch.zeros(width, channels, 3, 3)
            weights[f"features.{index}.bias"] = torch.full((width,), float(index))
            channels, index = width, index + 2
        index += 1

    encoder = from_vgg19(weights)

    assert encoder.convolutions["5_1"].bias[0].item() == 28.0
    with pytest.raises(UnreadableFile, match="VGG-19"):
        from_vgg19({})
