"""From the button to ghosts, chips and sound, and bar by bar into the song."""

from PySide6.QtCore import Qt

from studio.document.document import Document
from studio.document.recipe import Recipe
from studio.music.song import Loop, Song, Track
from studio.tasks.compose_recipe import request_of, variation_of
from studio.ui.compose.words import ORIGINAL
from tests.ui.compose.conftest import BAR

LEFT = Qt.MouseButton.LeftButton
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def ghosts(window):
    """The pitches that lie as ghosts over the roll."""
    found = window.music.desk.panel.roll._sheet.ghosts
    return None if found is None else found[0].pitch.tolist()


def heard(window, place=0):
    """What the player has of a track in the two bars."""
    notes = window.music.desk.heard.tracks[place].notes
    return notes.pitch[(notes.start >= BAR) & (notes.start < 3 * BAR)].tolist()


def in_song(window, place=0):
    notes = window.editor.document.song.tracks[place].notes
    return notes.pitch[(notes.start >= BAR) & (notes.start < 3 * BAR)].tolist()


OLD = [64, 60, 61, 62, 63, 64, 60, 61]
A = [60, 60, 62, 63, 64, 65, 66, 67]  # the second note is locked
B = [61, 60, 63, 64, 65, 66, 67, 68]


def click(qtbot, window, number):
    qtbot.mouseClick(window.composing.panel.results.chips.chip(number), LEFT)


def test_notes_lie_over_the_roll_while_they_are_written(qtbot, window, composing):
    seen = set()
    composing.audition.changed.connect(lambda: seen.add(len(ghosts(window) or ())))
    with qtbot.waitSignal(composing.jobs.ended, timeout=10_000):
        qtbot.mouseClick(composing.panel.button.button, LEFT)
        qtbot.waitUntil(lambda: "composing" in composing.panel.button.button.text())
        qtbot.waitUntil(lambda: len(ghosts(window) or ()) > 1)
    assert len(seen) > 3
    assert not window.editor.dirty


def test_variations_are_chips_with_their_notes(qtbot, composed):
    chips = composed.composing.panel.results.chips
    qtbot.waitUntil(lambda: chips.chip(0).isChecked())
    assert [chips.chip(n).isHidden() for n in range(4)] == [False, False, False, True]
    assert "7 notes, seed 1" in chips.chip(1).toolTip()
    assert ghosts(composed) == [60, 62, 63, 64, 65, 66, 67]
    assert in_song(composed) == OLD


def test_a_chip_is_seen_and_heard_in_the_loop_and_the_song_stays(qtbot, composed):
    desk = composed.music.desk
    click(qtbot, composed, 1)
    assert heard(composed) == B
    assert in_song(composed) == OLD
    assert composed.editor.undo_text == "Loop"
    qtbot.waitUntil(lambda: desk.is_playing and desk.tick > BAR, timeout=5000)
    at = desk.tick
    click(qtbot, composed, 0)
    assert desk.is_playing
    assert desk.tick >= at
    assert heard(composed) == A
    assert desk.player._wish.song is desk.heard
    assert desk.player._wish.loop == Loop(BAR, 3 * BAR)


def test_the_chip_that_is_down_gives_the_original_back(qtbot, composed):
    click(qtbot, composed, 1)
    click(qtbot, composed, 1)
    assert composed.composing.audition.number == ORIGINAL
    assert heard(composed) == OLD
    assert ghosts(composed) is None
    assert composed.music.desk.is_playing


def test_keys_audition_too(qtbot, composed):
    qtbot.keyClick(composed, Qt.Key.Key_3, BOTH)
    assert composed.composing.audition.number == 2
    qtbot.keyClick(composed, Qt.Key.Key_0, BOTH)
    assert composed.composing.audition.number == ORIGINAL
    click(qtbot, composed, 0)
    qtbot.keyClick(composed.composing.panel.results.chips.chip(0), Qt.Key.Key_Right)
    assert composed.composing.panel.results.chips.chip(1).hasFocus()


def test_without_a_loop_the_written_bars_go_round(qtbot, window, composing):
    window.music.desk.seek(BAR + 100)
    composing.values.change("Bars", bars=1)
    with qtbot.waitSignal(composing.jobs.ended, timeout=10_000):
        composing.run()
    click(qtbot, window, 1)
    assert window.music.desk.player._wish.loop == Loop(BAR, 2 * BAR)
    assert window.editor.document.song.loop is None
    composing.discard()
    assert window.music.desk.player._wish.loop is None
    assert window.music.desk.is_playing


def test_keeping_takes_all_bars_as_one_step(qtbot, composed):
    click(qtbot, composed, 1)
    qtbot.mouseClick(composed.composing.panel.results.keep, LEFT)
    assert in_song(composed) == B
    assert composed.editor.undo_text == "Generate"
    assert ghosts(composed) is None
    assert composed.composing.panel.results.isHidden()
    composed.editor.undo()
    assert in_song(composed) == OLD
    assert heard(composed) == OLD


def test_a_kept_song_carries_the_recipe_that_writes_it_again(qtbot, composed):
    request = composed.composing.audition.request
    composed.composing.audition.choose(1)
    composed.composing.taking.keep()
    recipe = Recipe.from_text(composed.editor.document.song.recipe)
    assert variation_of(recipe) == 1
    again = request_of(recipe)
    assert (again.verb, again.seed, again.begin) == ("generate", request.seed, BAR)
    assert again.song.tracks[0].notes == request.song.tracks[0].notes


def test_bars_of_different_variations_are_mixed(qtbot, composed):
    strip = composed.composing.panel.results.bars
    qtbot.mouseClick(strip.button(0), LEFT)
    assert composed.editor.undo_text == "Generate bar 2"
    click(qtbot, composed, 1)
    qtbot.mouseClick(strip.button(1), LEFT)
    assert in_song(composed) == A[:4] + B[4:]
    assert (strip.button(0).text(), strip.button(1).text()) == ("2 A", "3 B")
    assert composed.composing.audition.number == 1
    composed.editor.undo()
    assert in_song(composed) == A[:4] + OLD[4:]


def test_the_song_may_change_meanwhile(qtbot, composed):
    desk = composed.music.desk
    click(qtbot, composed, 1)
    desk.panel.roll.set_selection({6})  # the locked note, moved by hand
    desk.edits.transpose(12)
    assert heard(composed) == [61, 72, 63, 64, 65, 66, 67, 68]
    composed.editor.undo()
    assert heard(composed) == B
    composed.composing.taking.keep()
    assert in_song(composed) == B


def test_escape_puts_away_and_history_brings_back(qtbot, composed):
    panel, audition = composed.composing.panel, composed.composing.audition
    panel.results.chips.chip(0).setFocus()
    qtbot.keyClick(panel.results.chips.chip(0), Qt.Key.Key_Escape)
    assert audition.request is None
    assert heard(composed) == OLD
    menu = panel.button.earlier.menu()
    menu.aboutToShow.emit()
    assert "Generate · Bars 2–3 of Melody · 3 variations" in menu.actions()[0].text()
    menu.actions()[0].trigger()
    assert audition.number == 0
    assert heard(composed) == A


def test_stopping_answers_at_once_and_keeps_what_is_written(qtbot, window, composing, monkeypatch):
    composing.values.change("More", variations=8, bars=16)
    composing.run()
    qtbot.waitUntil(lambda: composing.jobs.number >= 1, timeout=10_000)
    qtbot.mouseClick(composing.panel.button.button, LEFT)
    assert not composing.jobs.busy
    assert 2 <= len(composing.audition.variations) < 8
    assert composing.audition.ready
    qtbot.waitUntil(lambda: composing.panel.button.button.text() == "Generate 16 bars × 8")


def test_it_overtakes_a_painting(qtbot, window, composing, picture, monkeypatch):
    from studio.ui import style_settings

    monkeypatch.setattr("tests.ui.conftest.STEPS", 400)  # two seconds
    document = window.editor.document.with_photo(picture)
    document = style_settings.with_cards(style_settings.with_engine(document, "fine"), ["ink"])
    window.editor.edit("Photo", document)
    window.paint()
    qtbot.waitUntil(lambda: window.jobs.front is not None)
    painted = []
    window.jobs.painted.connect(lambda: painted.append(composing.jobs.busy))
    composing.values.change("Few", variations=1, bars=1)
    with qtbot.waitSignal(composing.jobs.ended, timeout=10_000):
        composing.run()
    assert painted == []
    qtbot.waitUntil(lambda: painted == [False], timeout=10_000)


def test_again_throws_another_seed_and_keeps_the_rest(qtbot, composed):
    before = composed.composing.audition.request
    with qtbot.waitSignal(composed.composing.jobs.ended, timeout=10_000):
        qtbot.mouseClick(composed.composing.panel.button.again, LEFT)
    after = composed.composing.audition.request
    assert after.seed != before.seed
    assert (after.begin, after.end, after.temperature) == (before.begin, before.end, 0.95)
    assert len(composed.composing.audition.kept) == 2


def test_an_error_is_a_sentence_and_nothing_is_left(qtbot, window, composing, messages):
    composing.values.change("Hot", temperature=1.5)
    with qtbot.waitSignal(composing.jobs.ended, timeout=10_000):
        composing.run()
    assert "The rules leave no note; loosen one of them." in window.messages.texts()
    assert composing.audition.request is None
    assert not composing.jobs.busy


def test_a_new_track_is_seen_heard_and_kept(qtbot, composed):
    composed.composing.choose_verb("harmonise")
    with qtbot.waitSignal(composed.composing.jobs.ended, timeout=10_000):
        composed.composing.run()
    assert len(ghosts(composed)) == 8
    assert len(composed.music.desk.song.tracks) == 2
    assert [track.name for track in composed.music.desk.heard.tracks][2:] == ["Chords"]
    strip = composed.composing.panel.results.bars
    qtbot.mouseClick(strip.button(1), LEFT)
    qtbot.mouseClick(strip.button(0), LEFT)
    song = composed.editor.document.song
    assert [track.name for track in song.tracks] == ["Melody", "Bass", "Chords"]
    assert len(song.tracks[2].notes) == 8
    assert in_song(composed) == OLD


def test_another_project_puts_everything_away(qtbot, composed):
    composed.editor.reset(Document.empty().with_song(Song(tracks=(Track("Other"),))))
    assert composed.composing.audition.request is None
    assert composed.composing.audition.kept == ()
    assert ghosts(composed) is None
    assert composed.music.desk.heard is composed.music.desk.song


def test_a_project_opened_while_composing_ends_it(qtbot, window, composing):
    composing.run()
    qtbot.waitUntil(lambda: bool(composing.audition.variations))
    window.editor.reset(Document.empty())
    assert not composing.jobs.busy
    assert composing.audition.request is None


def test_many_bars_are_taken_several_at_a_time(qtbot, window, composing):
    composing.values.change("Long", bars=130, variations=1)
    composing.audition.begin(composing.request())
    cells = composing.taking.cells()
    assert len(cells) <= 32
    assert cells[0].name == "1–5"
    assert (cells[0].begin, cells[-1].end) == (0, 130 * BAR)


def test_what_plays_moves_no_place_while_variations_are_there(qtbot, window, composing):
    composing.values.change("Few", bars=2)
    with qtbot.waitSignal(composing.jobs.ended, timeout=10_000):
        composing.run()
    window.music.desk.seek(BAR)
    composing.refresh()
    assert composing.panel.where.text() == "Bars 1–2 of Melody"
    window.music.desk.panel.roll.seeked.emit(2 * BAR)  # as by a press on the ruler
    qtbot.waitUntil(lambda: composing.panel.where.text() == "Bars 3–4 of Melody")


def test_discarding_by_the_mouse_leaves_the_panel_where_it_is(qtbot, composed):
    panel = composed.composing.panel
    qtbot.mouseClick(panel.results.discard, LEFT)
    assert panel.results.isHidden()
    assert panel.button.button.hasFocus()
    assert panel.area.verticalScrollBar().value() == 0
