"""Films: as many frames as were added, whole or not there."""

from pathlib import Path

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
    av = pytest.importorskip("av")
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


def test_a_film_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> None:
        with film(tmp_path / "walk.gif", 12.0) as made:
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
