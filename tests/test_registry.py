"""The networks by name: loaded once, checked against their card, and nothing in them executed."""

import hashlib
import io
import json
import os
import urllib.error
from collections.abc import Mapping
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from studio import registry
from studio.errors import StudioError, Unavailable, UnreadableFile
from studio.image.encoder import Encoder, EncoderConfig
from studio.paths import data_dir
from studio.registry import MODELS, ModelSpec, encoder
from studio.vgg19 import add_vgg19, fetch_vgg19
from studio.weights import read_weights
from tests.image.cards import hostile_pickle
from tests.image.tiny import TINY, tiny_encoder


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the models that ship."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setattr(registry, "models", lambda: folder)
    return folder


def write(
    folder: Path,
    *,
    weights: Mapping[str, Tensor] | None = None,
    config: str | None = None,
    card: str | None = None,
) -> Path:
    """Write an encoder, and beside it a card that says its checksum or the text given."""
    path = folder / "encoder.safetensors"
    save_file(
        dict(weights or tiny_encoder().state_dict()), path, {"config": config or TINY.to_json()}
    )
    told = json.dumps({"sha256": hashlib.sha256(path.read_bytes()).hexdigest()})
    path.with_suffix(".json").write_text(told if card is None else card, encoding="utf-8")
    return path


def test_the_encoder_that_ships_is_the_file_of_its_card() -> None:
    loaded = encoder("studio")

    card = json.loads(MODELS["studio"].path.with_suffix(".json").read_text(encoding="utf-8"))
    assert loaded.sha256 == card["sha256"]
    assert loaded.network.parameter_count == card["architecture"]["parameters"]
    assert not loaded.network.training
    assert not any(parameter.requires_grad for parameter in loaded.network.parameters())


def test_an_encoder_is_loaded_once() -> None:
    assert encoder("studio") is encoder("studio")


def test_weights_come_back_as_they_were_written(models: Path) -> None:
    path = write(models)

    loaded = encoder("studio")

    assert loaded.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert loaded.network.config == TINY
    written = tiny_encoder().state_dict()
    assert all(torch.equal(v, written[k]) for k, v in loaded.network.state_dict().items())


def test_a_file_that_changed_is_loaded_anew(models: Path) -> None:
    before = encoder_of(write(models))
    os.utime(write(models, weights=tiny_encoder(1).state_dict()), ns=(1, 1))

    assert encoder("studio").sha256 != before.sha256


def encoder_of(path: Path) -> registry.Loaded[Encoder]:
    os.utime(path, ns=(0, 0))
    return encoder("studio")


def test_half_precision_becomes_whole(models: Path) -> None:
    write(models, weights={k: v.half() for k, v in tiny_encoder().state_dict().items()})

    assert {p.dtype for p in encoder("studio").network.parameters()} == {torch.float32}


def test_missing_weights_say_what_to_do(models: Path) -> None:
    with pytest.raises(Unavailable, match=r"encoder\.safetensors.*install anew"):
        encoder("studio")
    with pytest.raises(Unavailable, match="studio add vgg19"):
        encoder("vgg19")


@pytest.mark.parametrize(
    "card",
    [
        json.dumps({"sha256": "0" * 64}),
        json.dumps({"sha256": None}),
        json.dumps({"name": "encoder"}),
        "[]",
        "null",
        "7",
        "not JSON",
        "",
        "[" * 100_000,
    ],
    ids=lambda text: text[:30],
)
def test_a_card_that_does_not_fit_the_weights_is_a_sentence(models: Path, card: str) -> None:
    write(models, card=card)

    with pytest.raises(UnreadableFile, match="are damaged: install anew"):
        encoder("studio")


def test_one_altered_byte_is_found(models: Path) -> None:
    path = write(models)
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)

    with pytest.raises(UnreadableFile, match="damaged"):
        encoder("studio")


@pytest.mark.parametrize(
    "config",
    [
        "not JSON",
        "{}",
        "null",
        json.dumps({"stages": [[4]] * 5, "padding": "stage", "mean": [0] * 3, "std": [1] * 3}),
        TINY.to_json().replace("[4, 4]", "[4, 1e999]"),
        TINY.to_json().replace("[4, 4]", "[4, 1000000]"),
        TINY.to_json().replace("0.45", "1" + "0" * 400),
        TINY.to_json().replace("0.25, 0.25, 0.25", "0.25, 0.25"),
        TINY.to_json().replace('"stage"', '"none"'),
        "[" * 100_000,
    ],
    ids=lambda text: text[:30],
)
def test_an_odd_configuration_is_a_sentence(models: Path, config: str) -> None:
    write(models, config=config)

    with pytest.raises(UnreadableFile, match="damaged"):
        encoder("studio")


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_no_numbers_are_a_sentence(models: Path, value: float) -> None:
    weights = dict(tiny_encoder().state_dict())
    weights["convolutions.3_1.bias"] = torch.full((8,), value)
    write(models, weights=weights)

    with pytest.raises(UnreadableFile, match="damaged"):
        encoder("studio")


def test_weights_of_another_network_are_a_sentence(models: Path) -> None:
    write(models, weights={"conv1.weight": torch.ones(3)})

    with pytest.raises(UnreadableFile, match="damaged"):
        encoder("studio")


@pytest.mark.parametrize("size", [0, 7, 100, 5000])
def test_truncated_weights_without_a_card_are_a_sentence(models: Path, size: int) -> None:
    path = write(models)
    path.with_suffix(".json").unlink()
    path.write_bytes(path.read_bytes()[:size])

    with pytest.raises(UnreadableFile, match="damaged"):
        encoder("studio")


@pytest.mark.skipif(not Path("/proc/self/mem").is_file(), reason="no file here that fails to read")
def test_weights_that_the_disk_does_not_give_are_a_sentence(models: Path) -> None:
    (models / "encoder.safetensors").symlink_to("/proc/self/mem")  # not even root can read it at 0

    with pytest.raises(UnreadableFile, match="cannot be read"):
        encoder("studio")


@pytest.mark.parametrize("name", ["encoder.safetensors", "weights.pth", "weights.pt", "weights"])
def test_a_pickle_is_not_executed(tmp_path: Path, name: str) -> None:
    made = tmp_path / "executed"
    (tmp_path / name).write_bytes(hostile_pickle(made))

    with pytest.raises(UnreadableFile, match="damaged or no weight file"):
        read_weights(tmp_path / name)
    assert not made.exists()


def torch_file(content: object, *, legacy: bool = False) -> bytes:
    file = io.BytesIO()
    torch.save(content, file, _use_new_zipfile_serialization=not legacy)
    return file.getvalue()


TABLE = {"one": torch.arange(6.0).reshape(2, 3), "two.bias": torch.ones(2).half()}


@pytest.mark.parametrize("legacy", [False, True])
def test_a_file_of_torchs_is_read(tmp_path: Path, legacy: bool) -> None:
    path = tmp_path / "weights.pth"
    path.write_bytes(torch_file(TABLE, legacy=legacy))

    weights, notes = read_weights(path)

    assert notes == {}
    assert weights.keys() == TABLE.keys()
    assert all(torch.equal(weights[name], TABLE[name]) for name in TABLE)


def test_safetensors_come_with_their_notes(tmp_path: Path) -> None:
    save_file(TABLE, tmp_path / "a.safetensors", {"config": "7"})
    save_file(TABLE, tmp_path / "b.SAFETENSORS")

    assert read_weights(tmp_path / "a.safetensors")[1] == {"config": "7"}
    weights, notes = read_weights(tmp_path / "b.SAFETENSORS")
    assert (weights.keys(), notes) == (TABLE.keys(), {})


@pytest.mark.parametrize("legacy", [False, True])
def test_every_truncation_is_a_sentence(tmp_path: Path, legacy: bool) -> None:
    path = tmp_path / "weights.pth"
    data = torch_file(TABLE, legacy=legacy)

    for size in range(0, len(data), max(1, len(data) // 80)):
        path.write_bytes(data[:size])
        with pytest.raises(UnreadableFile, match=r"weights\.pth"):
            read_weights(path)


@pytest.mark.filterwarnings("ignore::UserWarning")  # torch's own, about a protocol that is not
def test_altered_bytes_are_a_sentence_or_other_numbers(tmp_path: Path) -> None:
    path = tmp_path / "weights.pth"
    data = torch_file(TABLE, legacy=True)

    for at in range(0, len(data), 5):
        for value in (0, ord("q")):
            path.write_bytes(data[:at] + bytes([value]) + data[at + 1 :])
            try:
                weights, _ = read_weights(path)
            except UnreadableFile:
                continue
            assert all(isinstance(tensor, Tensor) for tensor in weights.values())


@pytest.mark.parametrize(
    "content", [[torch.ones(2)], {"model": TABLE}, {"epoch": 3}, torch.ones(2)]
)
def test_anything_but_a_table_of_tensors_is_a_sentence(tmp_path: Path, content: object) -> None:
    path = tmp_path / "weights.pth"
    path.write_bytes(torch_file(content))

    with pytest.raises(UnreadableFile, match="no table of weights"):
        read_weights(path)


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_a_folder_and_no_file_are_a_sentence(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"folder{suffix}").mkdir()

    for name in ("folder", "gone"):
        with pytest.raises(UnreadableFile, match=name):
            read_weights(tmp_path / f"{name}{suffix}")


NARROW = EncoderConfig(((2, 2), (3, 3), (4,) * 4, (4,) * 4, (5,)), "layer")


def test_vgg19_is_taken_from_a_file_and_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.image.encoder.VGG19", NARROW)  # the real one has 13 million weights
    weights, channels, index = {}, 3, 0
    for stage in NARROW.stages:
        for width in stage:
            weights[f"features.{index}.weight"] = torch.full((width, channels, 3, 3), 1e-3)
            weights[f"features.{index}.bias"] = torch.full((width,), float(index))
            channels, index = width, index + 2
        index += 1
    torch.save(weights, tmp_path / "mine.pth")

    path = add_vgg19(tmp_path / "mine.pth")

    assert path == data_dir() / "models" / "vgg19.safetensors"
    loaded = encoder("vgg19")
    assert loaded.network.config == NARROW
    assert loaded.network.convolutions["5_1"].get_parameter("bias")[0].item() == 28.0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("vgg19-dcbb9e9d.pth", torch_file(TABLE), "checksum"),
        ("other.pth", torch_file(TABLE), "torchvision's VGG-19"),
        ("other.pth", b"", "damaged"),
        ("other.pth", torch_file([1]), "no table"),
    ],
)
def test_another_file_does_not_become_vgg19(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UnreadableFile, match=words):
        add_vgg19(tmp_path / name)
    assert not MODELS["vgg19"].path.exists()


def test_a_pickle_does_not_become_vgg19(tmp_path: Path) -> None:
    made = tmp_path / "executed"
    (tmp_path / "vgg19.pth").write_bytes(hostile_pickle(made))

    with pytest.raises(UnreadableFile):
        add_vgg19(tmp_path / "vgg19.pth")
    assert not made.exists()


def test_no_file_does_not_become_vgg19(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.pth"):
        with pytest.raises(UnreadableFile, match="There is no file"):
            add_vgg19(path)


def test_damaged_vgg19_says_to_add_it_again() -> None:
    path = MODELS["vgg19"].path
    path.parent.mkdir(parents=True)
    save_file(dict(Encoder(TINY).state_dict()), path)

    with pytest.raises(UnreadableFile, match="remove it and add it again"):
        encoder("vgg19")


@pytest.mark.slow  # the import of torchvision
def test_without_a_network_vgg19_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(address: str, target: str, *_: object, **__: object) -> None:
        assert address.startswith("https://")
        Path(target).write_bytes(b"the first half")
        raise urllib.error.URLError("offline")

    monkeypatch.setattr(torch.hub, "download_url_to_file", offline)

    with pytest.raises(Unavailable, match="works without it"):
        fetch_vgg19()
    assert list((data_dir() / "models").iterdir()) == []


def test_names_are_known_or_a_sentence() -> None:
    assert registry.known("vgg19") == "vgg19"
    with pytest.raises(StudioError, match="studio, vgg19"):
        registry.known("resnet")


def test_bundled_and_added_models_lie_apart(studio_home: Path) -> None:
    assert (
        ModelSpec("a", "A", "a.safetensors", False).path
        == studio_home / "data/models/a.safetensors"
    )
    assert MODELS["studio"].path.is_file()
