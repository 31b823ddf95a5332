"""The canvas under real wheels, drags, drops and keys."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication

from studio.ui import theme
from studio.ui.canvas.canvas import Canvas
from tests.ui.events import drag_away, drag_over, drop, pixels, wheel

RED, BLUE, GREEN = (200, 0, 0), (0, 0, 200), (0, 200, 0)
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def canvas(qtbot):
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def compared(canvas):
    canvas.set_photo(pixels(400, 300, RED))
    canvas.set_result(pixels(400, 300, BLUE))
    return canvas


def seen(canvas, x, y):
    image = canvas.grab().toImage()
    ratio = image.devicePixelRatio()
    colour = image.pixelColor(round(x * ratio), round(y * ratio))
    return colour.red(), colour.green(), colour.blue()


# Zoom and pan


def test_a_photo_is_fitted(canvas):
    canvas.set_photo(pixels(400, 300, RED))
    assert canvas.is_fitted()
    assert canvas.zoom() == pytest.approx(448 / 300, abs=0.02)
    assert seen(canvas, 320, 240) == RED
    assert seen(canvas, 4, 4) == QColor(theme.tokens().ground).toTuple()[:3]


def test_it_stays_fitted_when_the_window_grows(qtbot, canvas):
    canvas.set_photo(pixels(400, 300))
    before = canvas.zoom()
    with qtbot.waitSignal(canvas.zoomChanged):
        canvas.resize(1280, 960)
    assert canvas.zoom() > 1.9 * before


def test_the_wheel_zooms_at_the_pointer(qtbot, canvas):
    canvas.set_photo(pixels(400, 300))
    canvas.zoom_to(2.2)
    at = QPoint(500, 300)
    under = canvas.view().to_picture((500, 300))
    with qtbot.waitSignal(canvas.zoomChanged) as caught:
        assert wheel(canvas, 1, at)
    assert caught.args[0] == pytest.approx(2.2 * 0.999**-120)
    now = canvas.view().to_picture((500, 300))
    assert now == pytest.approx(under, abs=0.5)
    assert not canvas.is_fitted()


def test_the_wheel_catches_round_zooms(canvas):
    canvas.set_photo(pixels(400, 300))
    canvas.zoom_to(0.9)
    wheel(canvas, 1)
    assert canvas.zoom() == 1.0


def test_keys_zoom(qtbot, canvas):
    canvas.set_photo(pixels(400, 300))
    for key, zoom in ((Qt.Key.Key_1, 1), (Qt.Key.Key_2, 2), (Qt.Key.Key_3, 4), (Qt.Key.Key_4, 8)):
        qtbot.keyClick(canvas, key, CONTROL)
        assert canvas.zoom() == zoom
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom() == 10
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.zoom() == pytest.approx(8)
    qtbot.keyClick(canvas, Qt.Key.Key_0, CONTROL)
    assert canvas.is_fitted()


def test_a_double_click_shows_single_pixels_and_fits_again(qtbot, canvas):
    canvas.set_photo(pixels(4000, 3000))
    qtbot.mouseDClick(canvas, LEFT, pos=QPoint(200, 200))
    assert canvas.zoom() == 1.0
    qtbot.mouseDClick(canvas, LEFT, pos=QPoint(200, 200))
    assert canvas.is_fitted()


def test_the_middle_button_pans(qtbot, canvas):
    canvas.set_photo(pixels(400, 300))
    canvas.zoom_to(4)
    before = canvas.view().rect
    qtbot.mousePress(canvas, MIDDLE, pos=QPoint(300, 200))
    qtbot.mouseMove(canvas, QPoint(340, 170))
    qtbot.mouseRelease(canvas, MIDDLE, pos=QPoint(340, 170))
    after = canvas.view().rect
    assert (after[0] - before[0], after[1] - before[1]) == (40, -30)


def test_held_space_pans_with_the_left_button(qtbot, canvas):
    canvas.set_photo(pixels(400, 300))
    canvas.zoom_to(4)
    before = canvas.view().rect
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    qtbot.mousePress(canvas, LEFT, pos=QPoint(300, 200))
    assert canvas.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    with qtbot.assertNotEmitted(canvas.dragRequested):
        qtbot.mouseMove(canvas, QPoint(350, 200))
    qtbot.mouseRelease(canvas, LEFT)
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view().rect[0] - before[0] == 50
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_arrows_pan(qtbot, canvas):
    canvas.set_photo(pixels(400, 300))
    canvas.zoom_to(4)
    before = canvas.view().rect
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    after = canvas.view().rect
    assert after[0] < before[0]
    assert after[1] < before[1]


def test_pixels_are_squares_from_three_hundred_per_cent(canvas):
    checks = np.zeros((60, 80, 3), np.uint8)
    checks[::2, ::2] = checks[1::2, 1::2] = 255
    canvas.set_photo(checks)
    canvas.zoom_to(5)
    image = canvas.grab().toImage()
    tones = {image.pixelColor(x, 240).lightness() for x in range(200, 440)}
    assert tones == {0, 255}


def test_one_picture_pixel_is_one_screen_pixel_at_one_hundred_per_cent(canvas):
    noise = np.random.default_rng(0).integers(0, 256, (100, 120, 3), dtype=np.uint8)
    canvas.set_photo(noise)
    canvas.zoom_to(1)
    x, y, _, _ = (round(value) for value in canvas.view().rect)
    image = canvas.grab().toImage()
    for px, py in ((0, 0), (119, 99), (40, 71)):
        colour = image.pixelColor(x + px, y + py)
        assert (colour.red(), colour.green(), colour.blue()) == tuple(noise[py, px])


def test_a_result_of_another_size_stays_in_its_place(canvas):
    canvas.set_photo(pixels(4000, 3000, RED))
    canvas.zoom_to(0.4)
    before = canvas.view().rect
    canvas.set_result(pixels(400, 300, BLUE))
    assert canvas.view().rect == pytest.approx(before, abs=1)
    assert canvas.zoom() == pytest.approx(4.0)


@pytest.mark.parametrize("size", [(1, 1), (2000, 1), (1, 3000), (7, 5)])
def test_extreme_shapes_can_be_painted(canvas, size):
    canvas.set_photo(pixels(*size))
    canvas.set_result(pixels(*size, BLUE))
    for mode in ("off", "split", "side", "hold"):
        canvas.set_compare(mode)
        for zoom in (0.1, 1.0, 20.0):
            canvas.zoom_to(zoom)
            assert not canvas.grab().isNull()


# Comparison


def test_m_cycles_and_says_so(qtbot, compared):
    told = []
    compared.compareChanged.connect(told.append)
    for _ in range(4):
        qtbot.keyClick(compared, Qt.Key.Key_M)
    assert told == ["split", "side", "hold", "off"]


def test_split_shows_the_photo_on_the_left(compared):
    compared.set_compare("split")
    assert seen(compared, 150, 300) == RED
    assert seen(compared, 500, 300) == BLUE


def test_c_swaps_the_sides(qtbot, compared):
    compared.set_compare("split")
    with qtbot.waitSignal(compared.swappedChanged):
        qtbot.keyClick(compared, Qt.Key.Key_C)
    assert seen(compared, 150, 300) == BLUE
    assert seen(compared, 500, 300) == RED


def test_c_alone_shows_the_photo_for_the_result(qtbot, compared):
    assert seen(compared, 320, 300) == BLUE
    qtbot.keyClick(compared, Qt.Key.Key_C)
    assert seen(compared, 320, 300) == RED
    compared.set_result(pixels(400, 300, GREEN))
    assert seen(compared, 320, 300) == GREEN


def test_the_handle_is_dragged(qtbot, compared):
    compared.set_compare("split")
    qtbot.mousePress(compared, LEFT, pos=QPoint(320, 240))
    with qtbot.assertNotEmitted(compared.dragRequested):
        qtbot.mouseMove(compared, QPoint(520, 240))
    qtbot.mouseRelease(compared, LEFT, pos=QPoint(520, 240))
    assert compared.split_x() == pytest.approx(520, abs=1)
    assert seen(compared, 450, 300) == RED


def test_the_handle_stays_on_the_picture(qtbot, compared):
    compared.set_compare("split")
    qtbot.mousePress(compared, LEFT, pos=QPoint(320, 240))
    qtbot.mouseMove(compared, QPoint(-500, 240))
    qtbot.mouseRelease(compared, LEFT)
    assert compared.split() == 0.0


def test_alt_and_arrows_move_the_handle(qtbot, compared):
    compared.set_compare("split")
    qtbot.keyClick(compared, Qt.Key.Key_Left, ALT)
    assert compared.split() == pytest.approx(0.48)
    qtbot.keyClick(compared, Qt.Key.Key_Right, ALT)
    assert compared.split() == pytest.approx(0.5)


def test_the_pointer_tells_that_the_handle_can_be_moved(qtbot, compared):
    compared.set_compare("split")
    qtbot.mouseMove(compared, QPoint(320, 240))
    assert compared.cursor().shape() == Qt.CursorShape.SplitHCursor
    qtbot.mouseMove(compared, QPoint(200, 100))
    assert compared.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_side_by_side_moves_together(qtbot, compared):
    compared.set_compare("side")
    assert seen(compared, 160, 260) == RED
    assert seen(compared, 480, 260) == BLUE
    under = compared.view().to_picture((100, 240))
    wheel(compared, 3, QPoint(100 + 322, 240))
    assert compared.view().to_picture((100, 240)) == pytest.approx(under, abs=0.7)


def test_hold_shows_the_photo_while_it_is_pressed(qtbot, compared):
    compared.set_compare("hold")
    assert seen(compared, 320, 300) == BLUE
    qtbot.mousePress(compared, LEFT, pos=QPoint(320, 200))
    assert seen(compared, 320, 300) == RED
    with qtbot.assertNotEmitted(compared.dragRequested):
        qtbot.mouseMove(compared, QPoint(400, 300))
    qtbot.mouseRelease(compared, LEFT)
    assert seen(compared, 320, 300) == BLUE
    qtbot.keyPress(compared, Qt.Key.Key_Return)
    assert seen(compared, 320, 300) == RED
    qtbot.keyRelease(compared, Qt.Key.Key_Return)
    assert seen(compared, 320, 300) == BLUE


def test_nothing_to_compare_shows_the_photo(canvas):
    canvas.set_photo(pixels(400, 300, RED))
    for mode in ("split", "side", "hold"):
        canvas.set_compare(mode)
        assert seen(canvas, 320, 300) == RED
    assert not canvas.can_compare()


def test_an_unknown_comparison_is_refused(canvas):
    with pytest.raises(ValueError, match="wipe"):
        canvas.set_compare("wipe")


def test_sides_are_labelled(compared):
    compared.set_compare("split")
    compared.set_labels("photo", "Fine · Good")
    before = compared.grab().toImage()
    compared.set_labels("photo", "Fine · Print")
    assert compared.grab().toImage() != before


# Preview and transparency


def test_a_preview_covers_the_result_in_the_same_place(qtbot, compared):
    rect = compared.view().rect
    compared.set_preview(pixels(40, 30, GREEN))
    assert compared.view().rect == rect
    qtbot.waitUntil(lambda: seen(compared, 320, 300) == GREEN)
    compared.set_preview(None)
    assert seen(compared, 320, 300) == BLUE


def test_a_preview_is_compared_with_the_photo(qtbot, canvas):
    canvas.set_photo(pixels(400, 300, RED))
    canvas.set_compare("split")
    canvas.set_preview(pixels(40, 30, GREEN))
    assert seen(canvas, 150, 300) == RED
    qtbot.waitUntil(lambda: seen(canvas, 500, 300) == GREEN)


def test_the_result_takes_over_from_the_preview_in_one_painting(qtbot, compared):
    compared.set_preview(pixels(40, 30, GREEN))
    compared.set_result(pixels(400, 300, GREEN))
    compared.set_preview(None)
    assert seen(compared, 320, 300) == GREEN


def test_progress_is_a_line_at_the_foot(compared):
    x, y, width, height = (round(value) for value in compared.view().rect)
    compared.set_progress(0.5)
    assert seen(compared, x + width // 4, y + height - 1) != BLUE
    assert seen(compared, x + 3 * width // 4, y + height - 2) == BLUE
    compared.set_progress(None)
    assert seen(compared, x + width // 4, y + height - 2) == BLUE


def test_transparency_shows_the_checkerboard(canvas):
    canvas.set_photo(pixels(400, 300, (255, 0, 0, 0)))
    image = canvas.grab().toImage()
    tones = {image.pixelColor(x, 240).name().upper() for x in range(200, 440)}
    assert tones == set(theme.tokens().checker)


# In and out


def test_the_empty_canvas_invites(qtbot, canvas):
    assert canvas.is_empty()
    with qtbot.waitSignal(canvas.openRequested):
        qtbot.mouseClick(canvas, LEFT)
    with qtbot.waitSignal(canvas.openRequested):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert "Drop a photo" in canvas.accessibleDescription()
    canvas.set_photo(pixels())
    with qtbot.assertNotEmitted(canvas.openRequested):
        qtbot.mouseClick(canvas, LEFT)
    canvas.set_photo(None)
    assert canvas.is_empty()


def test_a_drop_is_handed_over(canvas):
    data = QMimeData()
    data.setUrls([QUrl("file:///tmp/harbour.jpg")])
    urls = []
    canvas.dropped.connect(lambda mime: urls.extend(mime.urls()))
    assert drop(canvas, data)
    assert urls == [QUrl("file:///tmp/harbour.jpg")]


def test_a_drag_above_it_is_shown(canvas):
    canvas.set_photo(pixels(400, 300))
    data = QMimeData()
    data.setText("https://example.org/a.jpg")
    before = canvas.grab().toImage()
    assert drag_over(canvas, data)
    assert canvas.grab().toImage() != before
    drag_away(canvas)
    assert not drag_over(canvas, QMimeData())


def test_the_picture_can_be_dragged_out(qtbot, compared):
    far = QApplication.startDragDistance() + 2
    qtbot.mousePress(compared, LEFT, pos=QPoint(300, 200))
    with qtbot.assertNotEmitted(compared.dragRequested):
        qtbot.mouseMove(compared, QPoint(301, 200))
    with qtbot.waitSignal(compared.dragRequested):
        qtbot.mouseMove(compared, QPoint(300 + far, 200))
    with qtbot.assertNotEmitted(compared.dragRequested):
        qtbot.mouseMove(compared, QPoint(300 + 3 * far, 200))
    qtbot.mouseRelease(compared, LEFT)


def test_it_tells_what_is_shown(compared):
    assert compared.accessibleName() == "Canvas"
    compared.set_labels("harbour", "Fine · Good")
    compared.set_compare("split")
    compared.zoom_to(2)
    told = compared.accessibleDescription()
    assert told == "harbour and Fine · Good, split, 400 by 300 pixels, 200 %"


def test_losing_the_focus_lets_go(qtbot, compared):
    compared.set_compare("hold")
    compared.setFocus()
    qtbot.waitUntil(compared.hasFocus)
    qtbot.keyPress(compared, Qt.Key.Key_Return)
    compared.clearFocus()
    assert seen(compared, 320, 300) == BLUE


def test_other_keys_are_left_to_the_window(qtbot, compared):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_E, CONTROL)
    QApplication.sendEvent(compared, event)
    assert not event.isAccepted()
