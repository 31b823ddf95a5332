"""Whatever comes in is put where it belongs."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from studio.image.picture_file import write_picture
from studio.image.style_card import own_folder
from studio.ui import style_settings
from studio.ui.pixels import to_image
from studio.ui.recipe_dialog import RecipeDialog
from tests.ui.conftest import make_picture, write_card
from tests.ui.events import drop, pixels


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def wait_photo(qtbot, window, name):
    qtbot.waitUntil(
        lambda: (
            window.editor.document.photo is not None and window.editor.document.photo.name == name
        )
    )


def test_a_picture_dropped_anywhere_becomes_the_photo(qtbot, window, photo_file):
    assert drop(window.workbench.canvas, files(photo_file))
    wait_photo(qtbot, window, "harbour.png")
    assert window.editor.undo_text == "Open harbour.png"
    window.editor.undo()
    assert window.editor.document.photo is None


def test_also_on_the_window_itself_and_on_the_well(qtbot, window, photo_file):
    assert drop(window, files(photo_file))
    wait_photo(qtbot, window, "harbour.png")
    window.editor.reset(window.editor.document.empty())
    assert drop(window.sources.well, files(photo_file))
    wait_photo(qtbot, window, "harbour.png")


def test_a_picture_from_a_browser(qtbot, window):
    mime = QMimeData()
    mime.setImageData(to_image(pixels(20, 10)))
    drop(window.workbench.canvas, mime)
    assert window.editor.document.photo.size == (20, 10)


def test_paste_takes_the_clipboard(qtbot, window):
    QGuiApplication.clipboard().setImage(to_image(pixels(12, 9)))
    window.registry["edit.paste"].trigger()
    assert window.editor.document.photo.size == (12, 9)


def test_several_photos_offer_a_batch(qtbot, window, tmp_path):
    window.choose_style("ink")
    paths = []
    for number in range(3):
        path = tmp_path / f"{number}.png"
        write_picture(path, make_picture(seed=number).pixels)
        paths.append(path)
    drop(window.workbench.canvas, files(*paths))
    wait_photo(qtbot, window, "0.png")
    row = next(one for one in window.messages.rows() if one.message.key == "batch")
    row.message.choices[0].run()
    dialog = window.findChild(QFileDialog)
    out = tmp_path / "out"
    out.mkdir()
    dialog.filesSelected.emit([str(out)])
    dialog.reject()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    assert sorted(path.name for path in out.iterdir()) == [f"{n}-ink-wash.png" for n in range(3)]
    assert "3 painted photos were written." in window.messages.texts()


def test_a_folder_is_looked_into(qtbot, window, photo_file):
    drop(window.workbench.canvas, files(photo_file.parent))
    wait_photo(qtbot, window, "harbour.png")


def test_what_cannot_be_used_is_said(window, tmp_path):
    path = tmp_path / "letter.docx"
    path.write_text("dear")
    drop(window.workbench.canvas, files(path))
    assert "letter.docx cannot be used" in window.messages.texts()[-1]


def test_a_damaged_picture_is_a_sentence(qtbot, window, tmp_path):
    path = tmp_path / "a.jpg"
    path.write_text("no picture")
    drop(window.workbench.canvas, files(path))
    qtbot.waitUntil(lambda: bool(window.messages.texts()))
    assert "a.jpg" in window.messages.texts()[-1]
    assert window.editor.document.photo is None


def test_words_are_answered_with_a_word(window):
    mime = QMimeData()
    mime.setText("just words")
    drop(window.workbench.canvas, mime)
    assert "no picture" in window.messages.texts()[-1]


def test_a_style_card_joins_the_styles(qtbot, window, tmp_path):
    path = write_card("fog", "Fog").rename(tmp_path / "fog.card.safetensors")
    with qtbot.waitSignal(window.shelf.made):
        drop(window.workbench.canvas, files(path))
    assert "fog" in window.shelf
    assert (own_folder() / "fog.card.safetensors").exists()
    assert style_settings.cards(window.editor.document) == ("fog",)


def test_a_damaged_card_is_a_sentence(qtbot, window, tmp_path):
    path = tmp_path / "bad.card.safetensors"
    path.write_bytes(b"\x80\x04pickle")
    drop(window.workbench.canvas, files(path))
    qtbot.waitUntil(lambda: bool(window.messages.texts()))
    assert "bad.card.safetensors" in window.messages.texts()[-1]


def test_a_project_is_opened(qtbot, ready, tmp_path):
    path = tmp_path / "a.studio"
    ready.editor._path = path
    with qtbot.waitSignal(ready.files.kept):
        ready.files.save()
    ready.editor.reset(ready.editor.document.empty())
    drop(ready.workbench.canvas, files(path))
    qtbot.waitUntil(lambda: ready.editor.path == path)
    assert ready.editor.document.photo.name == "harbour.png"


@pytest.fixture
def result_file(qtbot, window, photo_file):
    """A painting of the photo in a file of its own, with its recipe inside."""
    window.intake.take_paths([photo_file])
    wait_photo(qtbot, window, "harbour.png")
    window.choose_style("ink")
    window.editor.edit("Change", style_settings.with_values(window.editor.document, {"seed": 77}))
    with qtbot.waitSignal(window.jobs.painted, timeout=10_000):
        window.paint()
    layer = window.editor.document.shown_result
    path = photo_file.with_name("painted.png")
    write_picture(path, layer.pixels, recipe=layer.recipe.without_path().to_text())
    window.editor.reset(window.editor.document.empty())
    return path


def chooser(qtbot, window):
    qtbot.waitUntil(lambda: window.findChild(RecipeDialog) is not None)
    return window.findChild(RecipeDialog)


def test_a_result_drops_back_in_and_restores(qtbot, window, result_file):
    drop(window.workbench.canvas, files(result_file))
    dialog = chooser(qtbot, window)
    with qtbot.waitSignal(window.editor.changed):
        qtbot.mouseClick(dialog.buttons["restore"], Qt.MouseButton.LeftButton)
    document = window.editor.document
    assert document.photo.name == "harbour.png"
    assert document.shown_result.name == "painted"
    assert style_settings.values(document)["seed"] == 77
    assert style_settings.cards(document) == ("ink",)
    window.editor.undo()
    assert window.editor.document.photo is None


def test_a_photo_that_is_gone_is_said(qtbot, window, result_file, photo_file):
    photo_file.unlink()
    drop(window.workbench.canvas, files(result_file))
    dialog = chooser(qtbot, window)
    with qtbot.waitSignal(window.editor.changed):
        qtbot.mouseClick(dialog.buttons["restore"], Qt.MouseButton.LeftButton)
    assert window.editor.document.photo is None
    assert "harbour.png was not found" in window.messages.texts()[-1]


def test_settings_only(qtbot, window, result_file):
    drop(window.workbench.canvas, files(result_file))
    dialog = chooser(qtbot, window)
    qtbot.mouseClick(dialog.buttons["settings"], Qt.MouseButton.LeftButton)
    assert style_settings.values(window.editor.document)["seed"] == 77
    assert window.editor.document.photo is None


def test_use_as_photo(qtbot, window, result_file):
    drop(window.workbench.canvas, files(result_file))
    dialog = chooser(qtbot, window)
    qtbot.mouseClick(dialog.buttons["photo"], Qt.MouseButton.LeftButton)
    assert window.editor.document.photo.name == "painted.png"
    assert window.editor.document.results == ()


def test_a_hostile_recipe_is_a_picture_and_a_word(qtbot, window, tmp_path):
    path = tmp_path / "evil.png"
    text = '{"format": "klangbild-recipe", "version": 1, "task": "../../etc"}'
    write_picture(path, np.zeros((40, 40, 3), np.uint8), recipe=text)
    drop(window.workbench.canvas, files(path))
    wait_photo(qtbot, window, "evil.png")
    assert "recipe" in window.messages.texts()[-1]
