"""The themes: legible, complete, and followed by icons."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from studio.ui import icons, theme
from studio.ui.style_sheet import style_sheet

NAMES = ("dark", "light", "contrast")


@pytest.fixture(autouse=True)
def _leave_the_application_as_it_was(qapp: QApplication):
    font = qapp.font()
    yield
    qapp.setFont(font)
    qapp.setStyleSheet("")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["ground", "panel", "raised", "hover"])
@pytest.mark.parametrize("ink", ["text", "muted", "ink", "cool", "good", "bad"])
def test_text_is_legible_on_every_ground(name, ground, ink):
    colours = theme.THEMES[name]
    assert theme.contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_text_on_the_accent_is_legible(name):
    colours = theme.THEMES[name]
    for fill in (colours.accent, colours.accent_hover):
        assert theme.contrast(colours.on_accent, fill) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_the_focus_ring_and_the_handle_stand_out(name):
    colours = theme.THEMES[name]
    for ground in (colours.panel, colours.raised, colours.ground):
        assert theme.contrast(colours.focus, ground) >= 3
    assert theme.contrast(colours.accent, colours.track) >= 1.5


def test_contrast_is_that_of_the_standard():
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_applying_a_theme_dresses_the_application(qapp, name):
    colours = theme.apply(qapp, name)
    assert theme.current() == name
    assert theme.tokens() is colours
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == colours.panel
    assert qapp.styleSheet()


def test_an_unknown_theme_means_dark(qapp):
    theme.apply(qapp, "mauve")
    assert theme.current() == "dark"


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_leaves_no_placeholder(qapp, name):
    made = style_sheet(theme.THEMES[name], theme.metrics(qapp.font()), qapp.font())
    assert "@" not in made


def test_lengths_grow_with_the_font(qapp):
    font = QFont(qapp.font())
    font.setPointSizeF(10)
    twice = QFont(font)
    twice.setPointSizeF(20)
    small, large = theme.metrics(font).px(100), theme.metrics(twice).px(100)
    assert large == pytest.approx(2 * small, rel=0.06)


def test_three_sizes_of_type(qapp):
    font = qapp.font()
    sizes = [f.pointSizeF() for f in (theme.small_font(font), font, theme.large_font(font))]
    assert sizes == sorted(set(sizes))


def test_a_role_dresses_a_widget_at_once(qapp, qtbot):
    theme.apply(qapp, "dark")
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    theme.set_role(label, "muted")
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == "#969DA8"


def test_every_icon_can_be_drawn(qapp):
    names = icons.icon_names()
    assert {"photo", "add", "close", "search", "star", "paint", "fit", "swap"} <= set(names)
    for name in names:
        image = icons.pixmap(name, 24, 1.0).toImage()
        assert any(image.pixelColor(x, y).alpha() > 40 for x in range(24) for y in range(24)), name


def test_icons_follow_the_theme(qapp):
    def darkest(icon) -> int:
        image = icon.pixmap(QSize(24, 24)).toImage()
        spots = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        return max(spot.lightness() for spot in spots if spot.alpha() > 200)

    theme.apply(qapp, "dark")
    made = icons.icon("paint")
    bright = darkest(made)
    theme.apply(qapp, "light")
    assert bright > 200 > 80 > darkest(made)


def test_icons_are_sharp_at_twice_the_pixels(qapp):
    assert icons.pixmap("paint", 20, 2.0).size() == QSize(40, 40)


def test_an_unknown_icon_is_refused(qapp):
    with pytest.raises(KeyError):
        icons.icon("no such thing")


def test_the_application_has_a_mark(qapp):
    assert not icons.application_icon().pixmap(QSize(64, 64)).isNull()


def test_a_shared_icon_can_be_changed_without_touching_the_other(qapp):
    first = icons.icon("paint")
    second = QIcon(first)
    second.addPixmap(QPixmap(8, 8))
    del second
    gc.collect()
    assert not first.pixmap(QSize(24, 24)).isNull()
