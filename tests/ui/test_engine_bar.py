"""The engines on top of the panel: what each shows, and what Fast has yet to learn."""

import pytest
from PySide6.QtCore import Qt

from studio.document.document import Document
from studio.ui import style_settings


@pytest.fixture
def panel(ready):
    ready.editor.reset(style_settings.with_engine(ready.editor.document, "instant"))
    return ready.style_panel


@pytest.fixture
def fast(panel, ready):
    """Fast, which has learned moss alone."""
    ready.fast_styles._take(frozenset({"moss"}))
    panel.engine.choose("fast")
    return panel


def test_new_documents_begin_with_instant():
    assert style_settings.engine(Document.empty()) == "instant"


def test_a_click_chooses_an_engine_and_undo_takes_it_back(qtbot, panel, editor):
    qtbot.mouseClick(panel.engine.choice.button("fine"), Qt.MouseButton.LeftButton)
    assert style_settings.engine(editor.document) == "fine"
    assert editor.undo_text == "Paint with Fine"
    editor.undo()
    assert panel.engine.choice.current() == "instant"


def test_only_fine_shows_what_only_fine_uses(panel):
    own = (panel.quality, panel.slider("smoothness"), panel.seed, panel.dice)
    assert all(one.isHidden() for one in own)
    panel.engine.choose("fine")
    assert not any(one.isHidden() for one in own)
    assert panel.advanced.classic.isHidden()
    assert not panel.advanced.encoder.isHidden()


def test_classic_adain_is_a_form_of_instant(panel, editor):
    assert panel.advanced.encoder.isHidden()
    panel.advanced.classic.click()
    assert style_settings.engine(editor.document) == "adain"
    assert panel.engine.choice.current() == "instant"
    panel.advanced.classic.click()
    assert style_settings.engine(editor.document) == "instant"


def test_fast_says_what_it_has_not_learned_and_offers_instant(qtbot, fast, ready):
    assert fast.engine.notice.text() == "Fast has not learned “Ink wash” yet."
    assert not fast.engine.notice.isHidden()
    qtbot.mouseClick(fast.engine.instead, Qt.MouseButton.LeftButton)
    assert style_settings.engine(ready.editor.document) == "instant"
    assert fast.engine._offer.isHidden()


def test_training_is_offered_for_that_style(qtbot, fast):
    with qtbot.waitSignal(fast.engine.train_wanted) as wanted:
        qtbot.mouseClick(fast.engine.train, Qt.MouseButton.LeftButton)
    assert wanted.args == ["ink"]


def test_tiles_that_fast_does_not_know_stand_back_while_it_is_chosen(fast, ready):
    gallery = ready.sources.gallery
    assert gallery.tile("wave").faint
    assert "not learned" in gallery.tile("wave").toolTip()
    assert not gallery.tile("moss").faint
    fast.engine.choose("instant")
    assert not gallery.tile("wave").faint


def test_what_cannot_be_painted_is_not_played_live(qtbot, fast, ready):
    ready.live.wake()
    assert not ready.live.showing
    ready.choose_style("moss")
    qtbot.waitUntil(lambda: ready.live.showing)
    assert ready.messages.texts() == []


def test_a_style_that_is_learned_meanwhile_is_painted(qtbot, fast, ready):
    ready.live.wake()
    ready.fast_styles._take(frozenset({"moss", "ink"}))
    qtbot.waitUntil(lambda: ready.live.showing)
    assert fast.engine._offer.isHidden()
