"""The user's own picture becomes a card, is listed, and paints."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from studio import registry
from studio.errors import AlreadyExists, StudioError
from studio.image.picture_file import Picture
from studio.image.style_card import (
    CARD_SUFFIX,
    CardInfo,
    bundled_folder,
    card_problems,
    find_card,
    list_cards,
    own_folder,
    read_info,
)
from studio.image.style_statistics import read_card
from studio.jobs import Step
from studio.tasks import style_card
from studio.tasks.style import StyleChoice, StyleRequest, make_card, stylize
from tests.image.cards import result_of
from tests.image.samples import photograph, small


@pytest.fixture(autouse=True)
def tiny_thumbnail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thumbnail of a few pixels, which is painted in tenths of a second."""
    monkeypatch.setattr(style_card, "THUMBNAIL", (32, 32))


def picture() -> Picture:
    pixels = np.ascontiguousarray(photograph("coffee.png")[40:296:2, 100:484:2])
    pixels.flags.writeable = False
    return Picture(pixels, "coffee.png")


def make(title: str = "My café", **changes: Any) -> CardInfo:
    return result_of(make_card(changes.pop("picture", picture()), title=title, **changes))


def test_a_picture_becomes_one_of_the_users_styles() -> None:
    info = make(artist="Me", year="2024")

    assert (info.id, info.title, info.artist, info.year) == ("my-cafe", "My café", "Me", "2024")
    assert info.own
    assert info.path == own_folder() / f"my-cafe{CARD_SUFFIX}"
    assert info.thumbnail.shape == (32, 32, 3)
    assert list_cards()[-1] == info == find_card("my-cafe")
    assert card_problems() == ()


def test_the_card_holds_statistics_and_not_the_picture() -> None:
    info = make()

    loaded = registry.encoder("studio")
    widths = {f"relu{name}": width for name, width in loaded.network.config.layers}
    statistics = read_card(info.path, loaded.sha256, widths)
    assert statistics.sizes[-1] == pytest.approx((128 * 192) ** 0.5)
    assert info.path.stat().st_size < 400_000


def test_the_same_picture_makes_the_same_card(tmp_path: Path) -> None:
    one = make(folder=tmp_path / "one")
    two = make(folder=tmp_path / "two")

    assert one.sha256 == two.sha256


def test_steps_rise_to_the_end_and_show_the_thumbnail() -> None:
    steps = steps_of(make_card(picture(), title="a"))

    fractions = [step.progress for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == pytest.approx(1.0)
    assert {step.label for step in steps} == {"measuring the style", "painting its thumbnail"}
    look = steps[-1].preview
    assert look is not None
    assert look().shape == (32, 32, 3)


def steps_of(work: Generator[Step, None, CardInfo]) -> list[Step]:
    return list(work)


def test_the_card_paints_by_its_id_like_its_picture() -> None:
    info = make()
    photo = Picture(small(), "astronaut.png")
    request = StyleRequest(quality="draft", size=64, styles=(StyleChoice(info.id),))

    by_id = result_of(stylize(request, photo)).pixels
    wave = replace(request, styles=(StyleChoice("great-wave"),))
    by_wave = result_of(stylize(wave, photo)).pixels

    assert by_id.shape == (48, 64, 3)
    assert not np.array_equal(by_id, by_wave)


def test_the_same_title_twice_makes_two_cards() -> None:
    assert [make().id, make().id] == ["my-cafe", "my-cafe-2"]


def test_a_bundled_id_is_not_taken() -> None:
    taken = next(info for info in list_cards() if info.id == "great-wave")

    assert make("Great wave").id == "great-wave-2"
    assert find_card("great-wave") == taken


def test_a_damaged_card_of_that_name_is_left_where_it_is() -> None:
    own_folder().mkdir(parents=True)
    broken = own_folder() / f"my-cafe{CARD_SUFFIX}"
    broken.write_bytes(b"nothing")

    assert make().id == "my-cafe-2"
    assert broken.read_bytes() == b"nothing"


def test_a_card_goes_into_a_given_folder_and_replaces_only_by_force(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    first = make(folder=folder, identifier="cup")

    with pytest.raises(AlreadyExists):
        make("Another", folder=folder, identifier="cup")
    assert read_info(folder / f"cup{CARD_SUFFIX}").title == "My café"

    assert make("Another", folder=folder, identifier="cup", force=True).title == "Another"
    assert first.path == folder / f"cup{CARD_SUFFIX}"
    assert find_card("cup") is None
    assert bundled_folder() not in first.path.parents


def test_long_words_are_cut() -> None:
    info = make("x" * 5000, artist="y" * 5000, year="z" * 5000)

    assert (len(info.title), len(info.artist), len(info.year)) == (200, 200, 40)


@pytest.mark.parametrize("title", ["", "   ", "\n"])
def test_a_card_needs_a_title_before_anything_is_done(title: str) -> None:
    with pytest.raises(StudioError, match="title"):
        next(make_card(picture(), title=title))


def test_a_title_of_bytes_that_are_no_text_is_borne() -> None:
    assert make("\udcff").id.startswith("style-")


@pytest.mark.parametrize("shape", [(1, 1, 3), (31, 400, 3), (20_000, 10, 3)])
def test_a_picture_too_small_for_a_texture_is_a_sentence(shape: tuple[int, ...]) -> None:
    with pytest.raises(StudioError, match="style picture is too small"):
        make(picture=Picture(np.zeros(shape, np.uint8), "a.png"))
    assert list_cards()[-1].own is False


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_flat_deep_and_transparent_pictures_become_cards(depth: type[np.uint8 | np.uint16]) -> None:
    pixels = np.full((40, 60, 4), np.iinfo(depth).max, depth)

    assert make(picture=Picture(pixels, "white.png")).thumbnail.shape == (32, 32, 3)
