"""The figures of latent spaces are what they say."""

from pathlib import Path

import numpy as np
import pytest
import torch

from studio.tasks import latent_figures
from studio.tasks.latent_figures import components, frechet, nearest, sheet, variety
from studio.tasks.train_musicvae import in_scale, smoothness
from studio.training.picture_sets import SquareSet
from tests.training.squares import pictures_folder, squares
from tests.training.tiny_runs import ended


@pytest.fixture
def discs(tmp_path: Path) -> SquareSet:
    return squares(pictures_folder(tmp_path / "discs", 60), 32)


def test_more_components_bring_pictures_back_better(discs: SquareSet) -> None:
    few, many = (
        ended(latent_figures.decibels(components(discs, n).back, discs))[0] for n in (2, 20)
    )
    assert many > few > 5


def test_components_of_learned_pictures_give_them_back(discs: SquareSet) -> None:
    views = discs.views(discs.learned[:3])
    back = components(discs, len(discs.learned) - 1).back(views)
    assert float((back - views).abs().max()) < 0.02


def test_the_distance_of_a_set_to_itself_is_none() -> None:
    rows = np.random.default_rng(0).standard_normal((500, 6))
    assert abs(frechet(rows, rows)) < 1e-9
    assert frechet(rows, rows + 2) == pytest.approx(24, abs=1e-6)
    assert frechet(rows, 3 * rows) > 5


def test_a_copy_is_found_even_mirrored(discs: SquareSet) -> None:
    copies = discs.views(discs.learned[[4, 9]])
    copies[1] = copies[1].flip(2)
    far, usual, places = ended(nearest(copies, discs))[0]
    assert far < 1e-4 < usual
    assert places.tolist() == discs.learned[[4, 9]].tolist()


def test_pictures_that_are_all_the_same_have_no_variety(discs: SquareSet) -> None:
    views = discs.views(discs.learned)
    assert variety(views, discs) == pytest.approx(1, abs=0.05)
    assert variety(views[:1].repeat(8, 1, 1, 1), discs) < 0.02


def test_the_sheet_shows_rows_of_twelve(discs: SquareSet) -> None:
    made = torch.rand(60, 3, 32, 32)
    pixels = sheet(made, discs.learned[:20], discs, lambda few: few)
    assert pixels.shape == (7 * 32, 12 * 32, 3)


def test_a_way_that_goes_on_is_smooth_and_one_that_jumps_is_not() -> None:
    ends = np.full((2, 16), 1)
    ends[0, ::4], ends[1, ::4] = 20, 30
    steady = np.stack([np.where(np.arange(16) < n * 4, ends[1], ends[0]) for n in range(5)])
    jumping = steady[[0, 3, 1, 3, 4]]
    assert smoothness([steady])["ways: steps that lead onward"] == 1.0
    assert smoothness([jumping])["ways: steps that lead onward"] < 1.0
    assert smoothness([]) == {}


def test_a_scale_holds_its_own_notes() -> None:
    c_major = np.array([0, 2, 4, 5, 7, 9, 11]) + 14
    assert in_scale(c_major) == 1.0
    assert in_scale(np.arange(12) + 14) == pytest.approx(7 / 12)
    assert in_scale(np.array([1, 0, 1])) == 1.0
