"""The brush on the canvas under real drags, wheels and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from studio.image.style_map import StyleMap
from studio.ui.canvas.brush import Brush
from studio.ui.canvas.brush_bar import BrushBar
from studio.ui.canvas.brush_overlay import BrushOverlay, tinted
from studio.ui.canvas.canvas import Canvas
from studio.ui.pixels import to_image
from tests.ui.events import pixels, wheel

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MIDDLE = QPoint(320, 240)


@pytest.fixture
def canvas(qtbot):
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(640, 480)
    with qtbot.waitExposed(made):
        made.show()
    made.set_photo(pixels(300, 200, (90, 90, 90)))
    return made


@pytest.fixture
def brush(canvas):
    """A brush in the hand, over a photo with two styles."""
    made = Brush(canvas)
    made.set_map(StyleMap.empty((300, 200)))
    made.set_planes(3)
    made.set_active(True)
    return made


def strongest(style_map, x, y):
    """The plane a place belongs to (in parts), None where it was never painted."""
    width, height = style_map.size
    cell = style_map.planes[:, int(y * height), int(x * width)]
    return int(cell.argmax()) if cell.max() > 127 else None


def stroke(qtbot, canvas, *places, button=LEFT):
    qtbot.mousePress(canvas, button, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(canvas, place)
    qtbot.mouseRelease(canvas, button, pos=places[-1])


def test_a_drag_paints_a_line_of_the_chosen_plane(qtbot, canvas, brush):
    brush.choose(1)
    with qtbot.waitSignal(brush.ended) as caught:
        stroke(qtbot, canvas, QPoint(160, 240), QPoint(480, 240))
    painted = caught.args[0]
    assert painted is brush.map
    for x in (0.3, 0.5, 0.7):
        assert strongest(painted, x, 0.5) == 1
    assert strongest(painted, 0.5, 0.1) is None


def test_a_stroke_is_told_while_it_grows(qtbot, canvas, brush):
    grown = []
    brush.grew.connect(grown.append)
    qtbot.mousePress(canvas, LEFT, pos=MIDDLE)
    assert strongest(grown[-1], 0.5, 0.5) == 2
    qtbot.mouseMove(canvas, QPoint(480, 240))
    qtbot.waitUntil(lambda: strongest(grown[-1], 0.7, 0.5) == 2)
    assert brush.stroking
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(480, 240))
    assert not brush.stroking


def test_the_right_button_and_the_eraser_erase(qtbot, canvas, brush):
    stroke(qtbot, canvas, QPoint(160, 240), QPoint(480, 240))
    stroke(qtbot, canvas, QPoint(200, 240), button=RIGHT)
    assert strongest(brush.map, 0.3, 0.5) is None
    brush.set_erasing(True)
    stroke(qtbot, canvas, QPoint(480, 240))
    assert strongest(brush.map, 0.76, 0.5) is None
    assert strongest(brush.map, 0.5, 0.5) == 2


def test_choosing_a_plane_ends_erasing(brush):
    brush.set_erasing(True)
    brush.choose(1)
    assert not brush.erasing
    brush.choose(7)
    assert brush.plane == 1


def test_the_wheel_with_control_or_alt_changes_the_size(canvas, brush):
    zoom, size = canvas.zoom(), brush.size
    wheel(canvas, 1, modifiers=CONTROL)
    wheel(canvas, 1, modifiers=ALT)
    assert brush.size == pytest.approx(size * 1.15**2, rel=0.01)
    assert canvas.zoom() == zoom
    wheel(canvas, 1)
    assert canvas.zoom() > zoom


def test_digits_choose_what_to_paint_with(qtbot, canvas, brush):
    qtbot.keyClick(canvas, Qt.Key.Key_1)
    assert brush.plane == 1
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert brush.plane == 0
    qtbot.keyClick(canvas, Qt.Key.Key_5)
    assert brush.plane == 0


def test_held_space_and_the_middle_button_still_pan(qtbot, canvas, brush):
    canvas.zoom_to(4)
    before = canvas.view().centre
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    stroke(qtbot, canvas, MIDDLE, MIDDLE + QPoint(50, 0))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    stroke(qtbot, canvas, MIDDLE, MIDDLE + QPoint(50, 0), button=Qt.MouseButton.MiddleButton)
    assert canvas.view().centre[0] < before[0] - 20
    assert brush.map.is_empty


def test_the_split_can_still_be_moved(qtbot, canvas, brush):
    canvas.set_result(pixels(300, 200))
    canvas.set_compare("split")
    x = round(canvas.split_x())
    stroke(qtbot, canvas, QPoint(x, 240), QPoint(x + 100, 240))
    assert canvas.split() > 0.6
    assert brush.map.is_empty


def test_zoomed_in_it_paints_where_the_pointer_is(qtbot, canvas, brush):
    canvas.zoom_to(8)
    stroke(qtbot, canvas, QPoint(10, 240))
    x, y = canvas.view().to_picture((10, 240))
    assert strongest(brush.map, x / 300, y / 200) == 2
    assert brush.map.planes[2].sum() > 0


def test_side_by_side_both_panes_take_paint(qtbot, canvas, brush):
    canvas.set_result(pixels(300, 200))
    canvas.set_compare("side")
    for x in (160, 480):
        brush.set_map(StyleMap.empty((300, 200)))
        stroke(qtbot, canvas, QPoint(x, 240))
        assert strongest(brush.map, 0.5, 0.5) == 2


def test_a_brush_that_is_laid_down_leaves_the_canvas_alone(qtbot, canvas, brush):
    brush.set_active(False)
    stroke(qtbot, canvas, MIDDLE)
    assert brush.map.is_empty


def test_the_documents_map_waits_for_the_hand(qtbot, canvas, brush):
    qtbot.mousePress(canvas, LEFT, pos=MIDDLE)
    brush.set_map(StyleMap.empty((300, 200)))
    assert strongest(brush.map, 0.5, 0.5) == 2
    qtbot.mouseRelease(canvas, LEFT, pos=MIDDLE)


def test_leaving_the_canvas_ends_the_stroke(qtbot, canvas, brush):
    qtbot.mousePress(canvas, LEFT, pos=MIDDLE)
    with qtbot.waitSignal(brush.ended):
        brush.set_active(False)


def test_hardness_and_opacity_shape_the_stroke(qtbot, canvas, brush):
    brush.set_opacity(0.5)
    brush.set_hardness(1.0)
    stroke(qtbot, canvas, MIDDLE)
    assert brush.map.planes[2].max() in (125, 130)


def test_the_overlay_tints_what_is_painted_and_can_be_hidden(qtbot, canvas, brush):
    overlay = BrushOverlay(canvas, brush)
    brush.set_size(0.3)
    stroke(qtbot, canvas, MIDDLE)
    qtbot.mouseMove(canvas, QPoint(30, 30))

    def seen():
        return canvas.grab().toImage().pixelColor(MIDDLE)

    assert overlay.isVisible()
    assert seen().blue() > seen().red() > 60  # the blue of the second style over the grey photo
    brush.set_showing(False)
    assert seen().red() == seen().blue() == 90
    brush.set_active(False)
    assert overlay.isHidden()


def test_nothing_painted_is_transparent():
    assert tinted(StyleMap.empty((30, 20))).pixelColor(3, 3).alpha() == 0


@pytest.fixture
def bar(canvas, brush):
    made = BrushBar(canvas, brush)
    image = to_image(pixels())
    made.set_choices([("Keep as photo", image), ("Ink", image), ("Moss", image)])
    return made


def test_the_bar_floats_on_the_canvas_while_the_brush_is_held(canvas, brush, bar):
    assert bar.isVisible()
    assert canvas.rect().contains(bar.geometry())
    canvas.resize(360, 480)
    assert canvas.rect().contains(bar.geometry())
    brush.set_active(False)
    assert bar.isHidden()


def test_a_chip_chooses_and_shows_what_is_chosen(qtbot, brush, bar):
    qtbot.mouseClick(bar.chips[1], LEFT)
    assert brush.plane == 1
    assert [chip.isChecked() for chip in bar.chips] == [False, True, False]
    qtbot.mouseClick(bar.chips[1], LEFT)
    assert bar.chips[1].isChecked()
    brush.set_erasing(True)
    assert not any(chip.isChecked() for chip in bar.chips)


def test_a_press_on_the_bar_paints_nothing(qtbot, brush, bar):
    qtbot.mouseClick(bar, LEFT, pos=QPoint(3, 3))
    assert brush.map.is_empty


def test_the_sliders_and_the_brush_follow_one_another(qtbot, brush, bar):
    brush.set_size(0.2)
    assert bar.size_slider.value() == pytest.approx(0.2)
    qtbot.keyClick(bar.opacity_slider.track, Qt.Key.Key_Home)
    assert brush.opacity == pytest.approx(0.05)
