"""Films: as many frames as were added, whole or not there."""

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from studio.errors import AlreadyExists, StudioError
from studio.tasks.film import check_film, film


def frames(count: int) -> list[np.ndarray]:
    return [np.full((32, 32, 3), 20 * n, np.uint8) for n in range(count)]


def test_a_gif_has_all_frames_in_their_time(tmp_path: Path) -> None:
    path = tmp_path / "walk.gif"
    with film(path, 12.0) as made:
        for one in frames(9):
            made.add(one)
    with Image.open(path) as opened:
        assert opened.n_frames == 9
        total = 0
        for number in range(9):
            opened.seek(number)
            total += opened.info["duration"]
    assert total == 750


def test_an_mp4_has_all_frames_in_their_time(tmp_path: Path) -> None:
    path = tmp_path / "walk.mp4"
    with film(path, 24.0) as made:
        for one in frames(12):
            made.add(one)
    with av.open(str(path)) as opened:
        stream = opened.streams.video[0]
        pictures = [one.to_ndarray(format="rgb24") for one in opened.decode(stream)]
        assert float(stream.average_rate) == 24.0
    assert len(pictures) == 12
    assert abs(int(pictures[6].mean()) - 120) < 6


def test_an_mp4_is_fetched_with_its_index_first_and_has_even_sides(tmp_path: Path) -> None:
    path = tmp_path / "walk.mp4"
    with film(path, 10.0) as made:
        for level in (0, 100, 200):
            made.add(np.full((33, 47, 3), level, np.uint8))
    packed = path.read_bytes()
    assert packed.index(b"moov") < packed.index(b"mdat")
    with av.open(str(path)) as opened:
        stream = opened.streams.video[0]
        assert (stream.width, stream.height) == (46, 32)
        assert stream.codec_context.name == "h264"
        assert stream.pix_fmt == "yuv420p"
        assert not opened.streams.audio


def test_colours_come_back_from_an_mp4(tmp_path: Path) -> None:
    path = tmp_path / "walk.mp4"
    colours = ((200, 60, 40), (40, 160, 90), (30, 60, 200))
    with film(path, 10.0) as made:
        for colour in colours:
            made.add(np.full((32, 32, 3), colour, np.uint8))
    with av.open(str(path)) as opened:
        for colour, frame in zip(colours, opened.decode(video=0), strict=True):
            shown = frame.to_ndarray(format="rgb24", src_colorspace="ITU709")
            assert np.abs(shown.reshape(-1, 3).mean(0) - colour).max() < 6


@pytest.mark.parametrize("blocks", [1, 40])
def test_sound_is_as_long_as_the_pictures(tmp_path: Path, blocks: int) -> None:
    """Sound that ends too soon is followed by silence, what is too long is cut."""
    path = tmp_path / "walk.mp4"
    tone = np.sin(np.arange(12_000) * 0.05).astype(np.float32)
    sound = iter([np.stack([tone, tone], 1) * 0.5] * blocks)
    with film(path, 24.0, sound=sound) as made:
        for _ in range(36):
            made.add(np.zeros((32, 32, 3), np.uint8))
    with av.open(str(path)) as opened:
        video, audio = opened.streams.video[0], opened.streams.audio[0]
        assert float(video.duration * video.time_base) == pytest.approx(1.5)
        assert float(audio.duration * audio.time_base) == pytest.approx(1.5, abs=1 / 24)
        heard = np.concatenate([frame.to_ndarray() for frame in opened.decode(audio)], axis=1)
    assert np.abs(heard[:, 2000:10_000]).max() > 0.4
    assert (np.abs(heard[:, 20_000:70_000]).max() > 0.4) == (blocks > 1)


def test_a_sequence_is_a_folder_of_numbered_pictures(tmp_path: Path) -> None:
    path = tmp_path / "walk"
    with film(path, 12.0) as made:
        for one in frames(3):
            made.add(one)
    assert [one.name for one in sorted(path.iterdir())] == [
        "walk-0001.png",
        "walk-0002.png",
        "walk-0003.png",
    ]
    with Image.open(path / "walk-0003.png") as opened:
        assert np.array_equal(np.asarray(opened), frames(3)[2])


def test_a_sequence_takes_the_place_of_frames_and_of_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "walk"
    with film(path, 12.0) as made:
        for one in frames(3):
            made.add(one)
    (path / "notes.txt").write_text("mine")
    with pytest.raises(AlreadyExists):
        check_film(path, False)
    with film(path, 12.0, force=True) as made:
        made.add(frames(1)[0])
    assert [one.name for one in sorted(path.iterdir())] == ["notes.txt", "walk-0001.png"]


def test_a_gif_begins_again_for_ever_and_is_near_its_colours(tmp_path: Path) -> None:
    ramp = np.linspace(0, 255, 64).astype(np.uint8)
    picture = np.stack([np.tile(ramp, (64, 1)), np.tile(ramp[:, None], (1, 64))] * 2, 2)[..., :3]
    for loop in (True, False):
        with film(tmp_path / f"{loop}.gif", 12.0, loop=loop) as made:
            made.add(picture)
            made.add(picture[::-1])
        with Image.open(tmp_path / f"{loop}.gif") as opened:
            assert opened.info.get("loop") == (0 if loop else None)
            shown = np.asarray(opened.convert("RGB")).astype(int)
        assert np.abs(shown - picture).mean() < 8


@pytest.mark.parametrize("name", ["walk.gif", "walk.mp4", "walk"])
def test_a_film_that_breaks_off_leaves_nothing(tmp_path: Path, name: str) -> None:
    def broken() -> None:
        with film(tmp_path / name, 12.0) as made:
            made.add(frames(1)[0])
            raise StudioError("It broke off.")

    with pytest.raises(StudioError):
        broken()
    assert not list(tmp_path.iterdir())


def test_other_names_and_files_that_are_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="name of a film"):
        check_film(tmp_path / "walk.avi", False)
    (tmp_path / "walk.gif").touch()
    with pytest.raises(AlreadyExists):
        check_film(tmp_path / "walk.gif", False)
    check_film(tmp_path / "walk.gif", True)
    with pytest.raises(StudioError, match="no such folder"):
        check_film(tmp_path / "none" / "walk.gif", False)
    with pytest.raises(StudioError, match="120"):
        check_film(tmp_path / "other.gif", False, 500)
