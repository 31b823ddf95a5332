"""The brush in the window: its strokes are edits of the document."""

import pytest
from PySide6.QtCore import QPoint, Qt

from studio.ui import style_settings

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def brushing(ready, qtbot):
    """The window with two styles and the brush taken up by its key."""
    ready.editor.reset(style_settings.with_cards(ready.editor.document, ["ink", "moss"]))
    qtbot.keyClick(ready, Qt.Key.Key_B)
    assert ready.brushing.brush.active
    return ready.brushing


def stroke(qtbot, window, *parts):
    """Drag over the picture, from and to places in parts of its width at half its height."""
    canvas, brush = window.workbench.canvas, window.brushing.brush
    place = brush.place(canvas.pane_at(canvas.rect().center()))
    points = [
        QPoint(round(place.left() + part * place.width()), round(place.center().y()))
        for part in parts
    ]
    qtbot.mousePress(canvas, LEFT, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(canvas, point)
    qtbot.mouseRelease(canvas, LEFT, pos=points[-1])


def painted(window, part):
    """The plane that a place belongs to in the document."""
    planes = style_settings.painted_map(window.editor.document).planes
    cell = planes[:, planes.shape[1] // 2, int(part * planes.shape[2])]
    return int(cell.argmax()) if cell.max() > 127 else None


def test_a_stroke_is_one_undo_step(qtbot, ready, brushing):
    stroke(qtbot, ready, 0.2, 0.3, 0.4)
    assert painted(ready, 0.3) == 2
    assert ready.editor.undo_text == "Brush Moss"
    stroke(qtbot, ready, 0.8)
    ready.editor.undo()
    assert painted(ready, 0.8) is None
    assert painted(ready, 0.3) == 2
    ready.editor.undo()
    assert painted(ready, 0.3) is None
    assert brushing.brush.map.is_empty
    ready.editor.redo()
    assert painted(ready, 0.3) == 2
    assert not brushing.brush.map.is_empty


def test_the_document_follows_while_the_hand_drags(qtbot, ready, brushing):
    canvas = ready.workbench.canvas
    qtbot.mousePress(canvas, LEFT, pos=canvas.rect().center())
    assert painted(ready, 0.5) == 2
    qtbot.mouseRelease(canvas, LEFT, pos=canvas.rect().center())


def test_keys_change_the_size_and_the_eraser(qtbot, ready, brushing):
    brush = brushing.brush
    size = brush.size
    qtbot.keyClick(ready, Qt.Key.Key_BracketRight)
    assert brush.size > size
    qtbot.keyClick(ready, Qt.Key.Key_BracketLeft)
    assert brush.size == pytest.approx(size, rel=0.01)
    qtbot.keyClick(ready, Qt.Key.Key_X)
    assert brush.erasing
    qtbot.keyClick(ready, Qt.Key.Key_E)
    assert not brush.erasing
    qtbot.keyClick(ready, Qt.Key.Key_B)
    assert not brush.active
    assert not ready.registry["brush.erase"].isEnabled()


def test_keep_as_photo_is_one_of_the_styles(qtbot, ready, brushing):
    qtbot.mouseClick(brushing.bar.chips[0], LEFT)
    stroke(qtbot, ready, 0.5)
    assert painted(ready, 0.5) == 0
    assert ready.editor.undo_text == "Brush the photo back"


def test_clearing_takes_everything_away_and_can_be_undone(qtbot, ready, brushing):
    clear = ready.registry["brush.clear"]
    assert not clear.isEnabled()
    stroke(qtbot, ready, 0.5)
    assert clear.isEnabled()
    clear.trigger()
    assert painted(ready, 0.5) is None
    assert brushing.brush.map.is_empty
    ready.editor.undo()
    assert painted(ready, 0.5) == 2


def test_paint_follows_its_style_when_another_is_taken_out(qtbot, ready, brushing):
    stroke(qtbot, ready, 0.5)
    ready.sources.gallery.toggle("ink")
    assert len(brushing.bar.chips) == 2
    assert painted(ready, 0.5) == 1


def test_without_a_photo_the_brush_says_what_is_missing(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_B)
    assert not window.brushing.brush.active
    assert not window.registry["brush.toggle"].isChecked()
    assert "photo" in window.messages.texts()[0]


def test_the_tint_can_be_hidden(ready, brushing):
    ready.registry["brush.show"].trigger()
    assert not brushing.brush.showing


def test_closing_the_photo_lays_the_brush_down(ready, brushing):
    ready.editor.reset(ready.editor.document.with_photo(None))
    assert not brushing.brush.active
    assert brushing.brush.map is None
