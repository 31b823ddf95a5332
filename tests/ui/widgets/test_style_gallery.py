"""Choosing one style, or up to five."""

from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, Qt, QUrl

from studio.ui.widgets.style_gallery import StyleGallery
from tests.ui.events import drag_away, drag_over, drop, pixels

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class Style:
    id: str
    title: str
    artist: str = "Hokusai"
    year: str = "1831"
    own: bool = False
    thumbnail: NDArray[np.uint8] = field(default_factory=pixels)


STYLES = [
    Style("mine", "My ink wash", "", "", own=True),
    Style("wave", "Great Wave"),
    Style("night", "Starry Night", "van Gogh", "1889"),
    Style("kiss", "The Kiss", "Klimt", "1908"),
    Style("lilies", "Water Lilies", "Monet", "1906"),
    Style("udnie", "Udnie", "Picabia", "1913"),
    Style("irises", "Irises", "van Gogh", "1889"),
]


@pytest.fixture
def gallery(qtbot):
    made = StyleGallery()
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.set_styles(STYLES)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(qtbot, gallery, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(gallery.tile(key), Qt.MouseButton.LeftButton, modifier, pos=_middle(gallery))


def _middle(gallery):
    return gallery.tile("wave").rect().center()


def test_own_styles_come_last(gallery):
    assert [style.id for style in gallery.styles()][-1] == "mine"


def test_a_click_chooses_one(qtbot, gallery):
    with qtbot.waitSignal(gallery.selectionChanged) as caught:
        click(qtbot, gallery, "night")
    assert caught.args == [("night",)]
    click(qtbot, gallery, "kiss")
    assert gallery.selected() == ("kiss",)
    assert gallery.tile("kiss").isChecked()
    assert not gallery.tile("night").isChecked()


def test_a_second_click_keeps_it(qtbot, gallery):
    click(qtbot, gallery, "night")
    with qtbot.assertNotEmitted(gallery.selectionChanged):
        click(qtbot, gallery, "night")
    assert gallery.tile("night").isChecked()


def test_control_click_mixes_in_the_order_of_clicks(qtbot, gallery):
    click(qtbot, gallery, "night")
    click(qtbot, gallery, "wave", CONTROL)
    assert gallery.selected() == ("night", "wave")
    click(qtbot, gallery, "night", CONTROL)
    assert gallery.selected() == ("wave",)
    click(qtbot, gallery, "wave", CONTROL)
    assert gallery.selected() == ("wave",)


def test_shift_click_takes_all_between(qtbot, gallery):
    click(qtbot, gallery, "wave")
    click(qtbot, gallery, "kiss", SHIFT)
    assert gallery.selected() == ("wave", "night", "kiss")


def test_the_badge_mixes_without_a_key(qtbot, gallery):
    click(qtbot, gallery, "wave")
    tile = gallery.tile("night")
    tile.setFocus()
    qtbot.waitUntil(tile.hasFocus)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton, pos=tile.badge_box().center().toPoint())
    assert gallery.selected() == ("wave", "night")


def test_five_are_the_most(qtbot, gallery):
    for key in ("wave", "night", "kiss", "lilies", "udnie"):
        click(qtbot, gallery, key, CONTROL)
    with qtbot.waitSignal(gallery.mixFull):
        click(qtbot, gallery, "irises", CONTROL)
    assert len(gallery.selected()) == 5
    assert not gallery.tile("irises").isChecked()


def test_setting_the_choice_says_nothing_and_leaves_out_the_unknown(qtbot, gallery):
    with qtbot.assertNotEmitted(gallery.selectionChanged):
        gallery.set_selected(["kiss", "nobody", "wave", "kiss"])
    assert gallery.selected() == ("kiss", "wave")


def test_a_chosen_style_that_is_gone_is_let_go(gallery):
    gallery.set_selected(["wave", "kiss"])
    gallery.set_styles([style for style in STYLES if style.id != "wave"])
    assert gallery.selected() == ("kiss",)
    assert gallery.tile("kiss").isChecked()


@pytest.mark.parametrize(
    ("text", "found"), [("gogh", {"night", "irises"}), ("1908", {"kiss"}), ("zzz", set())]
)
def test_search_by_title_painter_or_year(qtbot, gallery, text, found):
    qtbot.keyClicks(gallery.search, text)
    shown = {s.id for s in STYLES if gallery.tile(s.id).isVisible()}
    assert shown == found
    qtbot.keyClick(gallery.search, Qt.Key.Key_Escape)
    assert all(gallery.tile(style.id).isVisible() for style in STYLES)


def test_a_hidden_style_stays_chosen(qtbot, gallery):
    click(qtbot, gallery, "wave")
    qtbot.keyClicks(gallery.search, "gogh")
    click(qtbot, gallery, "night", CONTROL)
    assert gallery.selected() == ("wave", "night")


def test_keys_do_all_of_it(qtbot, gallery):
    gallery.search.setFocus()
    qtbot.keyClick(gallery.search, Qt.Key.Key_Down)
    first = gallery.tile("wave")
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert gallery.selected() == ("wave",)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = gallery.tile("night")
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Plus)
    assert gallery.selected() == ("wave", "night")
    qtbot.keyClick(second, Qt.Key.Key_Minus)
    assert gallery.selected() == ("wave",)
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert gallery.selected() == ("night",)


def test_the_last_tile_asks_for_a_picture(qtbot, gallery):
    with qtbot.waitSignal(gallery.addRequested):
        qtbot.mouseClick(gallery.add_tile(), Qt.MouseButton.LeftButton)


def test_only_own_styles_can_be_removed(qtbot, gallery):
    with qtbot.waitSignal(gallery.removeRequested) as caught:
        qtbot.keyClick(gallery.tile("mine"), Qt.Key.Key_Delete)
    assert caught.args == ["mine"]
    with qtbot.assertNotEmitted(gallery.removeRequested):
        qtbot.keyClick(gallery.tile("wave"), Qt.Key.Key_Delete)


def test_a_picture_can_be_dropped(qtbot, gallery):
    data = QMimeData()
    data.setUrls([QUrl("file:///tmp/ink.png")])
    urls = []
    gallery.dropped.connect(lambda mime: urls.extend(mime.urls()))
    assert drop(gallery, data)
    assert urls == [QUrl("file:///tmp/ink.png")]


def test_nothing_is_no_drop(gallery):
    assert not drag_over(gallery, QMimeData())
    data = QMimeData()
    data.setText("x")
    assert drag_over(gallery, data)
    drag_away(gallery)


def test_tiles_fill_the_width_in_equal_columns(gallery):
    tops = [gallery.tile(s.id).y() for s in gallery.styles()]
    widths = {gallery.tile(s.id).width() for s in gallery.styles()}
    assert len(widths) == 1
    assert tops == sorted(tops)
    assert tops.count(tops[0]) >= 2


def test_names_for_those_who_listen(gallery):
    assert gallery.tile("night").accessibleName() == "Starry Night, van Gogh, 1889"
    assert gallery.tile("mine").accessibleName() == "My ink wash"
    assert gallery.search.accessibleName()


def test_it_is_painted(gallery):
    gallery.set_selected(["wave", "night"])
    assert not gallery.grab().isNull()
