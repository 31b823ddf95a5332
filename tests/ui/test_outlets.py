"""Export, copy and drag out."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from studio.document.layer import Layer
from studio.document.recipe import Recipe
from studio.image.picture_file import read_picture
from studio.ui.export_dialog import ExportDialog
from studio.ui.outlets import PictureFile
from tests.ui.events import pixels


@pytest.fixture
def painted(ready, settings, tmp_path):
    """The window with one result, exporting into a folder of the test."""
    request = {"styles": [{"card": "ink", "weight": 1.0}], "quality": "good", "seed": 4}
    recipe = Recipe(task="style", request=request, photo_path="/home/me/secret/harbour.png")
    layer = Layer(pixels=pixels(20, 16), name="Ink wash", recipe=recipe)
    ready.editor.edit("Paint", ready.editor.document.with_result(layer))
    settings.change(export_folder=str(tmp_path))
    return ready


def dialog_of(window):
    window.registry["file.export"].trigger()
    return window.findChild(ExportDialog)


def press_export(qtbot, dialog):
    qtbot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)


def test_export_writes_the_picture_with_its_recipe(qtbot, painted, tmp_path):
    dialog = dialog_of(painted)
    press_export(qtbot, dialog)
    path = tmp_path / "harbour-ink-wash-01.png"
    qtbot.waitUntil(lambda: any("Wrote" in text for text in painted.messages.texts()))
    written = read_picture(path)
    assert np.array_equal(written.pixels[..., :3], pixels(20, 16))
    assert Recipe.from_text(written.recipe).request["seed"] == 4
    assert "secret" not in written.recipe


def test_the_recipe_can_be_left_out(qtbot, painted, tmp_path):
    dialog = dialog_of(painted)
    dialog.recipe.click()
    press_export(qtbot, dialog)
    qtbot.waitUntil(lambda: any("Wrote" in text for text in painted.messages.texts()))
    assert read_picture(tmp_path / "harbour-ink-wash-01.png").recipe is None


def test_the_format_decides_suffix_and_quality(qtbot, painted):
    dialog = dialog_of(painted)
    assert dialog.quality.isHidden()
    qtbot.mouseClick(dialog.kind.button("jpg"), Qt.MouseButton.LeftButton)
    assert not dialog.quality.isHidden()
    assert dialog.plan().items[0].path.name == "harbour-ink-wash-01.jpg"
    dialog.reject()


def test_the_next_export_takes_the_next_number_and_what_was_wished(qtbot, painted, settings):
    dialog = dialog_of(painted)
    qtbot.mouseClick(dialog.kind.button("webp"), Qt.MouseButton.LeftButton)
    press_export(qtbot, dialog)
    qtbot.waitUntil(lambda: any("Wrote" in text for text in painted.messages.texts()))
    assert settings.value.export_format == "webp"
    dialog.deleteLater()
    again = list(painted.findChildren(ExportDialog))
    painted.registry["file.export"].trigger()
    fresh = next(one for one in painted.findChildren(ExportDialog) if one not in again)
    assert fresh.plan().items[0].path.name == "harbour-ink-wash-02.webp"
    fresh.reject()


@pytest.mark.parametrize(("answer", "replaced"), [("Replace", True), ("Keep both", False)])
def test_an_existing_file_is_asked_about(qtbot, painted, tmp_path, answer, replaced):
    path = tmp_path / "mine.png"
    path.write_bytes(b"old")
    dialog = dialog_of(painted)
    dialog.template.setText("mine")
    assert "asked" in dialog.preview.text()
    press_export(qtbot, dialog)
    box = painted.findChild(QMessageBox)
    button = next(one for one in box.buttons() if one.text() == answer)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("Wrote" in text for text in painted.messages.texts()))
    assert (path.read_bytes() != b"old") == replaced
    assert (tmp_path / "mine-01.png").exists() != replaced


def test_cancel_writes_nothing(qtbot, painted, tmp_path):
    path = tmp_path / "mine.png"
    path.write_bytes(b"old")
    dialog = dialog_of(painted)
    dialog.template.setText("mine")
    press_export(qtbot, dialog)
    box = painted.findChild(QMessageBox)
    button = next(one for one in box.buttons() if one.text() == "Cancel")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert path.read_bytes() == b"old"
    assert not painted.disk.writing


def test_all_results_go_under_names_of_their_own(qtbot, painted, tmp_path):
    layer = painted.editor.document.results[0]
    document = painted.editor.document.with_result(
        Layer(pixels=pixels(9, 9), name="Ink wash", recipe=layer.recipe)
    )
    painted.editor.edit("Paint", document)
    dialog = dialog_of(painted)
    qtbot.mouseClick(dialog.what.button("1"), Qt.MouseButton.LeftButton)
    press_export(qtbot, dialog)
    qtbot.waitUntil(lambda: any("Wrote 2" in text for text in painted.messages.texts()))
    names = sorted(path.name for path in tmp_path.glob("harbour*"))
    assert names == ["harbour-ink-wash-01.png", "harbour-ink-wash-02.png"]


def test_a_folder_that_is_gone_is_a_sentence(qtbot, painted, tmp_path):
    dialog = dialog_of(painted)
    dialog._folder = tmp_path / "gone"
    press_export(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(painted.messages.texts()))
    assert "gone" in painted.messages.texts()[-1]


def test_copy_puts_the_picture_on_the_clipboard(qtbot, painted):
    QGuiApplication.clipboard().clear()
    painted.registry["edit.copy"].trigger()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().image().width() == 20)


def test_a_press_on_the_canvas_gets_the_file_of_a_drag_ready(qtbot, painted):
    qtbot.mousePress(painted.workbench.canvas, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: painted.outlets._dragged is not None)
    path = painted.outlets._dragged
    assert path.name == "harbour-ink-wash.png"
    assert read_picture(path).recipe is not None
    qtbot.mouseRelease(painted.workbench.canvas, Qt.MouseButton.LeftButton)


def test_a_drop_that_is_faster_writes_the_file_itself(painted):
    mime = PictureFile(painted.outlets._file_to_drag)
    (address,) = mime.urls()
    assert read_picture(Path(address.toLocalFile())).size == (20, 16)


def test_another_picture_is_another_file(qtbot, painted):
    painted.outlets.prepare_drag()
    qtbot.waitUntil(lambda: painted.outlets._dragged is not None)
    painted.show_photo()
    assert painted.outlets._file_to_drag().name == "harbour-photo.png"
