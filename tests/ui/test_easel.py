"""Paint, Refine, export and sheets beside a live picture, in the whole window."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from studio.tasks.style import StyleRequest
from studio.ui import style_settings
from studio.ui.easel import refined
from studio.ui.export_dialog import ExportDialog


@pytest.fixture
def playing(qtbot, ready):
    """The window with Instant's live picture on the canvas, at full size."""
    ready.editor.reset(style_settings.with_engine(ready.editor.document, "instant"))
    ready.live.wake()
    qtbot.waitUntil(lambda: ready.live.full is not None)
    return ready


def results(window):
    return window.editor.document.results


def test_paint_keeps_the_picture_that_is_seen_at_once(qtbot, playing):
    seen = playing.live.full
    qtbot.keyClick(playing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (layer,) = results(playing)
    assert layer.pixels is seen.pixels
    assert layer.recipe is seen.recipe
    assert playing.editor.document.shown_result is layer
    assert not playing.live.showing
    assert not playing.jobs.busy


def test_the_button_says_that_it_only_keeps(qtbot, playing):
    qtbot.waitUntil(lambda: playing.paint_button.button.text() == "Keep this picture")


def test_what_is_not_there_at_full_size_is_painted(qtbot, playing):
    document = style_settings.with_values(playing.editor.document, {"size": 900})
    playing.editor.edit("Size", document)
    playing.paint()
    qtbot.waitUntil(lambda: len(results(playing)) == 1, timeout=10_000)
    assert results(playing)[0].recipe.request["size"] == 900
    assert not playing.live.showing


def test_refine_goes_on_with_fine(qtbot, playing):
    qtbot.keyClick(playing, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: len(results(playing)) == 1, timeout=10_000)
    request = results(playing)[0].recipe.request
    assert (request["engine"], request["start"]) == ("fine", "instant")
    assert playing.editor.document.shown_result is results(playing)[0]
    assert style_settings.engine(playing.editor.document) == "instant"


def test_refine_starts_from_the_chosen_engine():
    assert refined(StyleRequest(engine="fast")).start == "fast"
    assert refined(StyleRequest(engine="adain")).start == "instant"


def test_refine_is_not_for_fine(ready):
    assert not ready.registry["picture.refine"].isEnabled()
    assert ready.paint_button.refine.isHidden()


def test_the_hand_comes_before_a_painting_that_runs(qtbot, playing):
    playing.refine()
    qtbot.waitUntil(lambda: not playing.live.showing)  # the painting shows itself
    document = style_settings.with_values(playing.editor.document, {"strength": 0.2})
    playing.editor.edit("Strength", document)
    qtbot.waitUntil(lambda: playing.live.showing)
    qtbot.waitUntil(lambda: len(results(playing)) == 1, timeout=10_000)
    assert playing.live.showing
    assert playing.editor.document.shown is None
    assert playing.messages.texts() == ["Ink wash is painted; it is in the history."]
    playing.messages.rows()[0].message.choices[0].run()
    assert playing.editor.document.shown_result is results(playing)[0]
    assert not playing.live.showing


def test_export_keeps_first(qtbot, playing):
    playing.registry["file.export"].trigger()
    dialog = playing.findChild(ExportDialog)
    assert len(results(playing)) == 1
    assert dialog is not None
    dialog.reject()


def test_export_waits_for_the_full_size(qtbot, playing):
    document = style_settings.with_values(playing.editor.document, {"size": 900})
    playing.editor.edit("Size", document)
    playing.registry["file.export"].trigger()
    assert playing.findChild(ExportDialog) is None
    qtbot.waitUntil(lambda: playing.findChild(ExportDialog) is not None, timeout=10_000)
    assert results(playing)[0].recipe.request["size"] == 900
    playing.findChild(ExportDialog).reject()


def test_a_drag_keeps_what_is_seen(playing):
    assert playing.easel.keep_now()
    assert len(results(playing)) == 1
    assert np.array_equal(playing.editor.document.shown_pixels(), results(playing)[0].pixels)


def test_show_the_photo_puts_the_live_picture_away(playing):
    playing.show_photo()
    assert not playing.live.showing


def test_the_canvas_names_the_engine_truly(qtbot, playing):
    assert playing.workbench._labels[1] == "Instant"
    playing.paint()
    assert playing.workbench._labels[1] == "Instant"
    playing.registry["picture.fine"].trigger()
    playing.paint()
    qtbot.waitUntil(lambda: len(results(playing)) == 2, timeout=10_000)
    assert playing.workbench._labels[1] == "Fine · Good"


def test_engines_are_chosen_by_keys(qtbot, playing):
    for key, engine in ((Qt.Key.Key_2, "fast"), (Qt.Key.Key_3, "fine"), (Qt.Key.Key_1, "instant")):
        qtbot.keyClick(playing, key, Qt.KeyboardModifier.AltModifier)
        assert style_settings.engine(playing.editor.document) == engine
        assert playing.registry[f"picture.{engine}"].isChecked()


def test_a_sheet_is_nine_results_and_their_sheet_in_one_undo_step(qtbot, playing):
    before = playing.editor.document
    playing.registry["picture.sheet_strengths"].trigger()
    qtbot.waitUntil(lambda: len(results(playing)) == 10, timeout=30_000)
    *pictures, sheet = results(playing)
    strengths = [one.recipe.request["strength"] for one in pictures]
    assert strengths == [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    assert sheet.name == "Nine strengths"
    assert sheet.size[0] > 100
    assert pictures[0].name == "Ink wash · 20%"
    playing.editor.undo()
    assert playing.editor.document.results == before.results


def test_a_sheet_without_a_photo_is_a_sentence(window):
    window.registry["picture.sheet_styles"].trigger()
    assert "photo" in window.messages.texts()[-1]


def test_an_instant_painting_goes_before_a_long_one(playing):
    assert playing.jobs.paint().live
    assert not playing.jobs.paint(refined).live
