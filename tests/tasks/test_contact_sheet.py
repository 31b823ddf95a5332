"""Nine pictures of one photo on one sheet."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from studio import registry
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.tasks import style_cost
from studio.tasks.contact_sheet import KINDS, Sheet, cells, draw, paint_sheet
from studio.tasks.style import StyleChoice, StyleRequest
from tests.image.samples import small
from tests.tasks.networks import write_networks

REQUEST = StyleRequest(engine="instant", styles=(StyleChoice("starry-night"),), size=2048)
GALLERY = [f"style-{number}" for number in range(6)] + ["starry-night", "last"]


def test_nine_strengths_up_to_the_whole() -> None:
    made = cells("strengths", REQUEST)

    assert [cell.caption for cell in made][::4] == ["20%", "60%", "100%"]
    assert len({cell.request for cell in made}) == 9
    assert {replace(cell.request, strength=0.5) for cell in made} == {
        replace(made[0].request, strength=0.5)
    }


def test_nine_sizes_from_a_quarter_to_four() -> None:
    made = cells("sizes", REQUEST)

    assert [cell.request.style_size for cell in made][::4] == [0.25, 1.0, 4.0]
    assert made[-1].caption == "4 ×"


def test_the_chosen_style_and_those_that_follow_it() -> None:
    made = cells("styles", REQUEST, GALLERY, str.upper)

    names = [cell.request.styles[0].card for cell in made]
    assert names == ["starry-night", "last", *GALLERY[:6]]
    assert made[1].caption == "LAST"
    assert not any(cell.request.style_map for cell in made)


def test_a_style_outside_the_gallery_comes_first() -> None:
    mine = replace(REQUEST, styles=(StyleChoice("mine.png"),))

    assert len(cells("styles", mine, [f"s{number}" for number in range(20)])) == 9


def test_pictures_to_choose_from_are_quick() -> None:
    assert cells("sizes", REQUEST)[0].request.size == 1024
    fine = cells("sizes", replace(REQUEST, engine="fine"))[0].request
    assert (fine.size, fine.quality) == (512, "draft")


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_style_it_is_a_sentence(kind: str) -> None:
    with pytest.raises(StudioError, match="Choose a style"):
        cells(kind, StyleRequest(engine="instant"))


def test_another_kind_is_a_sentence() -> None:
    with pytest.raises(StudioError, match="no sheet of “seeds”"):
        cells("seeds", REQUEST)


def test_the_sheet_shows_every_picture_with_a_caption() -> None:
    colours = [(25 * number + 30, 90, 200 - 20 * number) for number in range(9)]
    pictures = [np.full((64, 96, 3), colour, np.uint8) for colour in colours]

    sheet = draw(pictures, ["a very long caption that has no room at all"] * 9)

    found = {tuple(int(value) for value in pixel) for pixel in sheet.reshape(-1, 3)}
    assert set(colours) <= found
    assert (sheet > 220).all(axis=-1).any()


def test_upright_pictures_of_sixteen_bits_fit_too() -> None:
    sheet = draw([np.full((900, 300, 4), 40_000, np.uint16)] * 4, list("abcd"))

    assert sheet.shape[0] > sheet.shape[1]
    assert sheet.dtype == np.uint8


def test_nine_pictures_are_painted_for_a_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_networks(tmp_path / "networks")
    monkeypatch.setattr(registry, "models", lambda: folder)
    monkeypatch.setattr(style_cost, "memory_available", lambda: 2**36)
    work = paint_sheet(cells("strengths", replace(REQUEST, size=64)), Picture(small(), "a.png"))
    progress = []
    while True:
        try:
            progress.append(next(work).progress)
        except StopIteration as end:
            sheet: Sheet = end.value
            break

    assert len(sheet.results) == 9
    strengths = [one.recipe.request["strength"] for one in sheet.results]
    assert strengths == sorted(strengths)
    assert progress == sorted(progress)
