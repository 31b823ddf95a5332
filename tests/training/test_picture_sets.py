"""Pictures cut to squares: what is kept, what is left out, and what a small set is told."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from studio.errors import StudioError
from studio.training import picture_sets
from studio.training.picture_files import advice
from studio.training.picture_sets import reading_squares
from tests.training.squares import pictures_folder, squares
from tests.training.tiny_runs import ended

_READ = """
import sys
from pathlib import Path
from studio.training.picture_sets import reading_squares
list(reading_squares((Path(sys.argv[1]),), 16, cache=Path(sys.argv[2])))
"""


def test_pictures_are_cut_to_their_middle(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 50)
    wide = np.zeros((20, 60, 3), np.uint8)
    wide[:, 20:40] = 200
    Image.fromarray(wide).save(folder / "a-wide.png")

    found = squares(folder)

    assert found.pixels.shape == (51, 16, 16, 3)
    assert found.names[0] == "a-wide.png"
    assert np.abs(found.pixels[0].astype(int) - 200).max() <= 30


def test_what_is_transparent_lies_on_white(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 50)
    Image.new("RGBA", (20, 20), (10, 20, 30, 0)).save(folder / "a-clear.png")
    assert (squares(folder).pixels[0] == 255).all()


def test_broken_files_are_left_out_and_named(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 50)
    (folder / "a-broken.png").write_bytes(b"\x89PNG\r\n\x1a\n nonsense")
    (folder / "z-empty.jpg").touch()
    (folder / "words.txt").write_text("no picture")

    found = squares(folder)

    assert found.unreadable == ("a-broken.png", "z-empty.jpg")
    assert len(found) == 50 == len(found.names)


def test_too_few_pictures_are_one_sentence(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 3)
    with pytest.raises(StudioError, match=r"only 3 readable pictures .* at least 48"):
        squares(folder)
    (tmp_path / "empty").mkdir()
    with pytest.raises(StudioError, match="no readable pictures"):
        squares(tmp_path / "empty")


def test_too_few_whole_pictures_among_broken_ones_are_too_few(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 5)
    for number in range(60):
        (folder / f"broken-{number}.png").write_bytes(b"nothing")
    with pytest.raises(StudioError, match="only 5 readable"):
        squares(folder)


def test_the_table_is_kept_and_made_anew_where_a_file_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pictures_folder(tmp_path / "discs", 50)
    squares(folder)
    monkeypatch.setattr(picture_sets, "cut", lambda path, size: pytest.fail("read again"))
    squares(folder)
    monkeypatch.undo()
    Image.new("RGB", (20, 20), (255, 0, 0)).save(folder / "disc-000.png")
    assert (squares(folder).pixels[0] == (255, 0, 0)).all()


def test_a_damaged_table_is_made_anew(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 50)
    before = np.array(squares(folder).pixels)
    for path in (tmp_path / "cache").glob("*.json"):
        path.write_text("{")
    assert np.array_equal(squares(folder).pixels, before)


def test_a_seed_draws_the_same_batch_from_what_is_learned(tmp_path: Path) -> None:
    found = squares(pictures_folder(tmp_path / "discs", 60), margin=4)
    first, again, other = (
        found.batch(12, torch.Generator().manual_seed(seed)) for seed in (1, 1, 2)
    )
    assert first.shape == (12, 3, 16, 16)
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert len(found.held) == 3
    assert not set(found.held) & set(found.learned)
    assert len(found.held) + len(found.learned) == 60
    assert found.views(found.held).shape == (3, 3, 16, 16)


def test_which_pictures_are_held_back_depends_on_their_names_alone(tmp_path: Path) -> None:
    one = squares(pictures_folder(tmp_path / "discs", 60))
    other = squares(pictures_folder(tmp_path / "more" / "discs", 60))
    assert [one.names[p] for p in one.held] == [other.names[p] for p in other.held]


def test_unseen_folders_are_measured_on_and_nothing_else_is(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 50)
    apart = tmp_path / "apart"
    apart.mkdir()
    for number in range(4):
        Image.new("RGB", (20, 20), (255, number, 0)).save(apart / f"a-{number}.png")

    found = squares(folder, unseen=(apart,))

    assert found.learned.tolist() == list(range(50))
    assert [found.pixels[place, 0, 0].tolist() for place in found.held] == [
        [255, number, 0] for number in range(4)
    ]
    assert found.counts == (50,)
    assert len(squares(folder).learned) == 48


def test_unseen_pictures_make_no_small_set_large_enough(tmp_path: Path) -> None:
    few, many = pictures_folder(tmp_path / "few", 5), pictures_folder(tmp_path / "many", 50)
    with pytest.raises(StudioError, match=r"only 5 readable pictures below “.*few”"):
        squares(few, unseen=(many,))
    (tmp_path / "empty").mkdir()
    with pytest.raises(StudioError, match=r"no readable pictures below “.*empty”"):
        squares(many, unseen=(tmp_path / "empty",))


def test_two_may_write_the_same_table_at_once(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 50)
    work = reading_squares((folder,), 16, cache=tmp_path / "cache")
    while next(work) != (8, 50):
        pass
    subprocess.run([sys.executable, "-c", _READ, folder, tmp_path / "cache"], check=True)
    found, _ = ended(work)
    assert (found.pixels.max((1, 2, 3)) > 0).all()
    assert not list((tmp_path / "cache").glob("*.part"))


def test_it_says_how_far_it_is(tmp_path: Path) -> None:
    folder = pictures_folder(tmp_path / "discs", 50)
    _, steps = ended(reading_squares((folder,), 16, cache=tmp_path / "cache"))
    assert [total for _, total in steps[-3:]] == [50] * 3
    assert steps[-1][0] > 40


@pytest.mark.parametrize("count", [3, 100, 1000, 10_000])
def test_the_advice_names_the_number(count: int) -> None:
    assert str(count) in advice(count)
