"""The Compose panel edits its values and says what it would write, or why it cannot."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from studio.document.document import Document
from studio.music.song import Loop, Song, Track
from studio.ui.main_window import MainWindow
from tests.ui.compose.conftest import BAR, quick_compose
from tests.ui.conftest import quick, show

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(composing):
    return composing.panel


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(qtbot, panel, verb):
    qtbot.mouseClick(panel.verbs.button(verb), LEFT)


def test_it_lies_behind_style_until_it_is_called(qtbot, window):
    window.reset_layout()
    assert window.docks[4] in window.tabifiedDockWidgets(window.docks[1])
    qtbot.waitUntil(lambda: window.style_panel.isVisible())
    assert window.composing.panel.visibleRegion().isEmpty()
    qtbot.keyClick(
        window,
        Qt.Key.Key_G,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: not window.composing.panel.visibleRegion().isEmpty())


def test_a_dock_alone_has_its_title_again(qtbot, window):
    title = window.docks[1].titleBarWidget()
    qtbot.waitUntil(lambda: not title._parts[0].isVisibleTo(title))
    for dock in window.docks[4:]:
        dock.hide()
    qtbot.waitUntil(lambda: title._parts[0].isVisibleTo(title))


def test_the_button_says_how_much_and_the_line_where(qtbot, panel):
    qtbot.waitUntil(lambda: panel.button.button.text() == "Generate 8 bars × 3")
    assert panel.where.text() == "Bars 1–8 of Melody"
    type_into(qtbot, panel.basics.bars, "1")
    type_into(qtbot, panel.basics.variations, "1")
    qtbot.waitUntil(lambda: panel.button.button.text() == "Generate 1 bar")
    assert panel.where.text() == "Bar 1 of Melody"


def test_the_selection_says_how_many_bars(qtbot, window, panel):
    window.music.desk.panel.roll.set_selection({6, 9})
    qtbot.waitUntil(lambda: panel.where.text() == "Bars 2–3 of Melody")
    assert panel.basics.bars.value() == 2
    assert not panel.basics.bars.isEnabled()
    assert panel.button.button.text() == "Generate 2 bars × 3"


def test_the_playhead_says_where(qtbot, window, panel):
    window.music.desk.seek(2 * BAR + 10)
    qtbot.waitUntil(lambda: panel.where.text() == "Bars 3–10 of Melody")


def test_a_verb_shows_its_own_controls(qtbot, panel, editor):
    assert panel.basics.change.isHidden()
    choose(qtbot, panel, "vary")
    qtbot.waitUntil(lambda: not panel.basics.change.isHidden())
    choose(qtbot, panel, "accompany")
    qtbot.waitUntil(lambda: not panel.band.isHidden())
    assert panel.rules.isHidden()
    qtbot.mouseClick(panel.band.parts["drums"], LEFT, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: not panel.band._drums.isHidden())
    editor.undo()
    editor.undo()
    qtbot.waitUntil(lambda: panel.verbs.button("vary").isChecked())


def test_one_part_at_least_plays(qtbot, panel, composing):
    choose(qtbot, panel, "accompany")
    qtbot.waitUntil(lambda: panel.band.parts["piano"].isVisible())
    qtbot.mouseClick(panel.band.parts["piano"], LEFT, pos=QPoint(8, 8))
    assert panel.band.parts["piano"].isChecked()
    assert composing.values.value.parts == ("piano",)


def test_a_drag_is_one_undo_step(qtbot, panel, composing, editor):
    track = panel.basics.temperature.track
    spots = [QPoint(round(track.width() * at), track.height() // 2) for at in (0.5, 0.6, 0.8)]
    qtbot.mousePress(track, LEFT, pos=spots[0])
    for spot in spots[1:]:
        qtbot.mouseMove(track, spot)
    qtbot.mouseRelease(track, LEFT, pos=spots[-1])
    assert composing.values.value.temperature > 1.1
    assert editor.undo_text == "Change temperature"
    editor.undo()
    assert composing.values.value.temperature == 0.95


def test_a_wrong_chord_is_said_at_once_and_disables_the_button(qtbot, panel, composing):
    panel.key.chords.setFocus()
    qtbot.keyClicks(panel.key.chords, "C | Hm")
    assert "“Hm” is no chord" in panel.key.wrong.text()
    qtbot.keyClick(panel.key.chords, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not panel.button.button.isEnabled())
    assert "“Hm” is no chord" in panel.button.why.text()
    type_into(qtbot, panel.key.chords, "C | G7")
    qtbot.waitUntil(panel.button.button.isEnabled)
    assert panel.key.wrong.isHidden()
    assert [chord.name for chord in composing.request().chords][:2] == ["C", "G7"]


def test_the_key_is_chosen_by_tonic_and_scale(qtbot, panel, composing):
    assert composing.values.value.key == "song"
    panel.key.scale.setFocus()
    qtbot.keyClicks(panel.key.scale, "dor")
    qtbot.waitUntil(lambda: composing.values.value.key == "C dorian")
    panel.key.tonic.setFocus()
    qtbot.keyClick(panel.key.tonic, Qt.Key.Key_Home)
    qtbot.keyClick(panel.key.tonic, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: composing.values.value.key == "any")
    qtbot.waitUntil(lambda: not panel.key.scale.isEnabled())


def test_the_range_is_typed_by_name_and_moved_by_arrows(qtbot, panel, composing):
    panel.rules.set_expanded(True)
    type_into(qtbot, panel.rules.lowest, "G3")
    assert composing.values.value.lowest == 55
    qtbot.keyClick(panel.rules.lowest, Qt.Key.Key_Up)
    assert panel.rules.lowest.text() == "G#3"
    type_into(qtbot, panel.rules.lowest, "X9")
    assert panel.rules.lowest.text() == "G#3"
    type_into(qtbot, panel.rules.highest, "40")
    qtbot.waitUntil(lambda: "range ends below" in panel.button.why.text())


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        ("fill", "Select the notes to write anew, or loop the bars."),
        ("continue", "“Bass” has no notes yet; draw some or generate them."),
        ("accompany", "“Bass” has no notes yet; draw some or generate them."),
    ],
)
def test_why_it_cannot_is_below_the_button(qtbot, window, panel, verb, sentence):
    window.music.desk.panel.choose_track(1)
    choose(qtbot, panel, verb)
    qtbot.waitUntil(lambda: panel.button.why.text() == sentence)
    assert not panel.button.button.isEnabled()


def test_without_a_song_generate_has_a_piano(qtbot, window, panel):
    window.editor.reset(Document.empty())
    qtbot.waitUntil(lambda: panel.where.text() == "Bars 1–8 of Piano")
    assert panel.button.button.isEnabled()


def test_values_are_remembered_for_the_next_window(
    qtbot, window, settings, editor, gpu, disk, recovery
):
    type_into(qtbot, window.composing.panel.basics.bars, "5")
    again = MainWindow(settings, editor, gpu, disk, recovery, stylize=quick, compose=quick_compose)
    qtbot.addWidget(again, before_close_func=lambda one: one.editor.reset(Document.empty()))
    show(qtbot, again)
    editor.reset(Document.empty())
    assert again.composing.values.value.bars == 5
    assert settings.value.compose["bars"] == 5


def test_the_loop_is_written_when_it_is_on(qtbot, window, panel):
    song = replace(window.music.desk.song, loop=Loop(BAR, 2 * BAR))
    window.editor.edit("Loop", window.editor.document.with_song(song))
    qtbot.waitUntil(lambda: panel.where.text() == "Bar 2 of Melody")
    drums = Song(tracks=(Track("Kit", drums=True),))
    window.editor.edit("Drums", window.editor.document.with_song(drums))
    qtbot.waitUntil(lambda: "drums" in panel.button.why.text())


def test_impossible_rules_are_said_before_they_are_asked_for(qtbot, panel, composing):
    type_into(qtbot, panel.key.chords, "C")
    composing.values.change("Rules", chords_everywhere=True, lowest=61, highest=63)
    qtbot.waitUntil(lambda: bool(panel.button.why.text()))
    assert not panel.button.button.isEnabled()
    composing.values.change("Rules", highest=72)
    qtbot.waitUntil(panel.button.button.isEnabled)
    assert panel.button.why.text() == ""


def test_a_model_that_is_gone_gives_way_to_the_first_that_is_here(qtbot, panel, composing):
    composing.values.change("Model", model="lost")
    qtbot.waitUntil(lambda: panel.basics.model.currentIndex() == 0)
    assert composing.request().model == panel.basics.model.currentData() == "lstm"


def test_without_a_network_the_button_says_so(qtbot, panel, composing):
    composing._models = lambda: ()
    composing.refresh()
    assert "no network that writes music" in panel.button.why.text()
    assert not panel.button.button.isEnabled()
