"""What a weight file holds, told from its header alone."""

from pathlib import Path

import pytest

from studio.registry import ModelSpec
from studio.tasks.latent_kind import sounds, usual_temperature
from tests.tasks.latent_networks import write_network


def spec(path: Path) -> ModelSpec:
    return ModelSpec(path.stem, path.stem, str(path), False)


@pytest.mark.parametrize(("kind", "heard"), [("vae", False), ("gan", False), ("music", True)])
def test_pictures_and_melodies_are_told_apart(tmp_path: Path, kind: str, heard: bool) -> None:
    assert sounds(spec(write_network(tmp_path, kind))) is heard


def test_short_melodies_are_the_likeliest_and_pictures_have_no_chance(tmp_path: Path) -> None:
    assert [
        usual_temperature(spec(write_network(tmp_path, kind))) for kind in ("vae", "music")
    ] == [
        0.0,
        0.0,
    ]


def test_long_melodies_are_drawn_more_freely(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import save_file

    config = '{"music_vae": {"bars": 16, "latent": 4}}'
    save_file({"a": torch.zeros(1)}, tmp_path / "long.safetensors", {"config": config})
    assert usual_temperature(spec(tmp_path / "long.safetensors")) > 0


@pytest.mark.parametrize("content", [b"", b"\xff" * 64, b"\x02\0\0\0\0\0\0\0{}"])
def test_a_file_that_cannot_be_read_is_taken_for_pictures(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.safetensors"
    path.write_bytes(content)
    assert not sounds(spec(path))
    assert usual_temperature(spec(path)) == 0
    assert not sounds(spec(tmp_path / "missing.safetensors"))
