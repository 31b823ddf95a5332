"""Pictures to learn from: what is read, what is left out, and what is drawn from them."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from studio.errors import StudioError
from studio.training.pictures import PictureSet, read_folders


def save(path: Path, height: int, width: int, mode: str = "RGB") -> Path:
    """A picture of noise that is always the same for its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(sum(path.name.encode()))
    image = Image.fromarray(random.integers(0, 255, (height, width, 3), np.uint8))
    image.convert(mode).save(path)
    return path


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_every_picture_below_the_folders_is_read(tmp_path: Path) -> None:
    for name in ("a/1.png", "a/deep/er/2.JPG", "b/3.webp", "b/4.tif"):
        save(tmp_path / name, 130, 140)
    (tmp_path / "a/notes.txt").write_text("not a picture")

    found = read_folders((tmp_path / "a", tmp_path / "b"))

    assert [picture.shape for picture in found.pictures] == [(130, 140, 3)] * 4
    assert found.unreadable == ()


def test_grey_palette_and_alpha_become_rgb(tmp_path: Path) -> None:
    for mode in ("L", "P", "RGBA", "1"):
        save(tmp_path / f"{mode}.png", 128, 128, mode)

    assert {picture.shape for picture in read_folders((tmp_path,)).pictures} == {(128, 128, 3)}


def test_large_pictures_are_shrunk_and_small_ones_mirrored_out(tmp_path: Path) -> None:
    save(tmp_path / "1-large.png", 300, 900)
    small = save(tmp_path / "2-small.png", 5, 100)

    large, padded = read_folders((tmp_path,), smallest=64, largest=600).pictures

    assert large.shape == (200, 600, 3)
    assert padded.shape == (64, 100, 3)
    with Image.open(small) as opened:
        rows = np.asarray(opened)
    assert np.array_equal(padded[:5], rows)
    assert np.array_equal(padded[5:10], rows[::-1])


def test_named_pictures_are_left_out(tmp_path: Path) -> None:
    save(tmp_path / "keep.png", 128, 128)
    save(tmp_path / "judge.png", 128, 128)

    assert len(read_folders((tmp_path,), leave_out=("judge",)).pictures) == 1


def broken_png(good: bytes) -> bytes:
    """A picture whose data end in a chunk that has no name, which Pillow calls a syntax error."""
    at = good.index(b"IDAT") - 4
    (length,) = struct.unpack(">I", good[at : at + 4])
    half = good[at + 8 : at + 8 + length // 2]
    chunk = struct.pack(">I", len(half)) + b"IDAT" + half
    chunk += struct.pack(">I", zlib.crc32(chunk[4:]))
    return good[:at] + chunk + struct.pack(">I", 0) + b"\xdd\xa4\x9d[" + bytes(8)


def test_unreadable_pictures_are_left_out_and_listed(tmp_path: Path) -> None:
    good = save(tmp_path / "good.png", 128, 128)
    bad = {
        "empty.png": b"",
        "text.jpg": b"hello",
        "half.png": good.read_bytes()[:5000],
        "broken.png": broken_png(good.read_bytes()),
        "bomb.png": good.read_bytes()[:16]
        + struct.pack(">II", 30_000, 30_000)
        + good.read_bytes()[24:],
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder.png").mkdir()

    found = read_folders((tmp_path,))

    assert len(found.pictures) == 1
    assert sorted(path.name for path in found.unreadable) == sorted([*bad, "folder.png"])


def test_nothing_readable_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"")
    (tmp_path / "empty").mkdir()

    for folders in ((tmp_path,), (tmp_path / "empty",), (tmp_path / "gone",), ()):
        with pytest.raises(StudioError, match="No readable picture"):
            read_folders(folders)


def noise(height: int, width: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def test_crops_are_batches_in_range() -> None:
    crops = PictureSet((noise(70, 90), noise(64, 64, 1))).crops(12, 64, generator())

    assert crops.shape == (12, 3, 64, 64)
    assert crops.dtype == torch.float32
    assert float(crops.min()) >= 0
    assert float(crops.max()) <= 1
    assert crops.is_contiguous(memory_format=torch.channels_last)


def test_the_same_seed_draws_the_same_crops() -> None:
    pictures = PictureSet((noise(100, 90), noise(80, 200, 1)))

    one, again = (pictures.crops(8, 32, generator(3)) for _ in range(2))
    assert torch.equal(one, again)
    assert not torch.equal(one, pictures.crops(8, 32, generator(4)))


def test_no_global_random_numbers_are_used() -> None:
    state = torch.get_rng_state()

    PictureSet((noise(64, 64),)).crops(4, 32, generator())

    assert torch.equal(torch.get_rng_state(), state)


def test_a_crop_is_a_piece_of_the_picture_perhaps_mirrored() -> None:
    picture = noise(64, 64)

    crop = PictureSet((picture,)).crops(1, 64, generator())[0]

    pixels = (crop.permute(1, 2, 0) * 255).round().byte().numpy()
    assert np.array_equal(pixels, picture) or np.array_equal(pixels[:, ::-1], picture)


def test_some_crops_show_twice_as_much_at_half_scale() -> None:
    crops = PictureSet((noise(128, 128),)).crops(64, 64, generator())

    calm = crops.std((1, 2, 3)) < 0.2  # the mean of four noisy pixels is calmer than one
    assert 5 <= int(calm.sum()) <= 27
