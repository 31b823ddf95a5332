"""Generate by words or by the picture on the canvas: a whole piece, or rules for marked bars."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.compose.conftest import BAR

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def following(qtbot, composing):
    """The widget after words were typed."""
    found = composing.following
    qtbot.mouseClick(found.inspiration.kind.button("words"), LEFT)
    qtbot.keyClicks(found.inspiration.words, "sad slow dark night")
    qtbot.waitUntil(lambda: found.plan is not None)
    return found


def test_words_plan_a_whole_piece_that_takes_the_songs_place(qtbot, window, composing, following):
    plan = following.plan
    qtbot.waitUntil(lambda: composing.panel.where.text().startswith("A new piece of 8 bars · "))
    assert plan.key.name in composing.panel.where.text()
    assert composing.panel.key.isHidden()
    with qtbot.waitSignal(composing.jobs.ended, timeout=10_000):
        qtbot.mouseClick(composing.panel.button.button, LEFT)
    assert composing.panel.results.bars.isHidden()
    heard = window.music.desk.heard
    assert heard.tempos.at(0) == plan.tempo
    assert len(window.music.desk.song.tracks) == 2
    qtbot.mouseClick(composing.panel.results.keep, LEFT)
    song = window.editor.document.song
    assert [track.name for track in song.tracks][:3] == ["Melody", "Chords", "Bass"]
    assert (song.key_at(0), song.tempos.at(0)) == (plan.key, plan.tempo)
    seen = window.music.panel.roll.visible_ticks()
    assert seen[0] == 0
    assert song.length <= seen[1] < 1.2 * song.length
    window.editor.undo()
    assert [track.name for track in window.editor.document.song.tracks] == ["Melody", "Bass"]


def test_a_piece_can_be_called_back(qtbot, window, composing, following):
    with qtbot.waitSignal(composing.jobs.ended, timeout=10_000):
        composing.run()
    composing.discard()
    composing.audition.call_back(composing.audition.kept[0])
    assert composing.audition.is_piece
    assert composing.taking.cells() == ()


def test_by_its_rules_only_the_marked_bars_are_written(qtbot, window, composing, following):
    plan = following.plan
    qtbot.mouseClick(following.whole, LEFT, pos=following.whole.rect().topLeft())
    if following.whole.isChecked():
        qtbot.keyClick(following.whole, Qt.Key.Key_Space)
    window.music.desk.seek(BAR)
    qtbot.waitUntil(lambda: composing.panel.where.text() == "Bars 2–9 of Melody")
    request = composing.request()
    assert request.song is window.music.desk.song
    assert (request.key, request.lowest, request.highest) == (plan.key, plan.lowest, plan.highest)
    assert request.chords[0].tick == BAR
    assert request.source == "sad slow dark night"


def test_other_verbs_follow_nothing(qtbot, composing, following):
    composing.choose_verb("vary")
    assert following.plan is None
    qtbot.waitUntil(lambda: following.widget.isHidden())
    assert composing.request().source == ""


def test_the_shown_picture_is_followed(qtbot, window, composing, picture):
    following = composing.following
    qtbot.mouseClick(following.inspiration.kind.button("picture"), LEFT)
    assert following.plan is None
    window.editor.edit("Photo", window.editor.document.with_photo(picture))
    qtbot.waitUntil(lambda: following.plan is not None)
    assert following.inspiration.source == picture.name


def test_what_is_painted_under_the_hand_is_followed(qtbot, window, composing, picture):
    window.live.wake()
    window.choose_style("ink")
    window.editor.edit("Photo", window.editor.document.with_photo(picture))
    qtbot.waitUntil(lambda: window.live.full is not None, timeout=10_000)
    assert composing.following.inspiration._pixels is window.live.full.pixels
    window.live.leave()
    assert composing.following.inspiration._pixels is picture.pixels


def test_a_changed_table_is_remembered_and_undone(qtbot, window, composing, following, settings):
    table = following.inspiration.table
    changed = table.mapping.with_fixed("tempo", 1.0)
    table.set_mapping(changed)
    table.changed.emit(changed)
    assert composing.values.value.mapping["fixed"] == {"tempo": 1.0}
    assert settings.value.compose["mapping"]["fixed"] == {"tempo": 1.0}
    window.editor.undo()
    assert following.inspiration.mapping_value() is None
