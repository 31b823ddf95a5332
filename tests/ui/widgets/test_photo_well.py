"""The place of the photo."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from studio.ui import theme
from studio.ui.widgets.photo_well import PhotoWell
from tests.ui.events import drag_away, drag_over, drop, pixels


@pytest.fixture
def well(qtbot):
    made = PhotoWell()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_invites_while_it_is_empty(well):
    assert well.caption() == "Drop a photo"
    assert "Drop a photo" in well.accessibleName()


def test_it_tells_name_and_size(well):
    well.set_photo(pixels(40, 30), "harbour.jpg", (4032, 3024))
    assert well.caption() == "harbour.jpg · 4032 × 3024"
    assert "harbour.jpg" in well.accessibleName()
    well.set_photo(None)
    assert well.caption() == "Drop a photo"


def test_click_and_enter_open(qtbot, well):
    with qtbot.waitSignal(well.opened):
        qtbot.mouseClick(well, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(well.opened):
        qtbot.keyClick(well, Qt.Key.Key_Return)
    with qtbot.waitSignal(well.opened):
        qtbot.keyClick(well, Qt.Key.Key_Space)


def test_a_drop_is_handed_over(well):
    data = QMimeData()
    data.setUrls([QUrl("file:///tmp/a.jpg"), QUrl("file:///tmp/b.jpg")])
    urls = []
    well.dropped.connect(lambda mime: urls.extend(mime.urls()))
    assert drop(well, data)
    assert len(urls) == 2


def test_a_ring_shows_under_a_drag(well):
    data = QMimeData()
    data.setText("https://example.org/a.jpg")

    def edge() -> str:
        image = well.grab().toImage()
        return image.pixelColor(1, image.height() // 2).name().upper()

    assert edge() != theme.tokens().accent
    assert drag_over(well, data)
    assert edge() == theme.tokens().accent
    drag_away(well)
    assert edge() != theme.tokens().accent


def test_the_thumbnail_is_painted(well):
    well.set_photo(pixels(40, 30, (10, 200, 30)), "green.png", (40, 30))
    image = well.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 4).green() > 180
