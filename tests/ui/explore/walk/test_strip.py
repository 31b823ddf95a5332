"""Making a walk by hand: keyframes put down, moved, visited and taken away, each to be undone."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QDialog

from studio.document.document import Document
from studio.image.latent_walk import Keyframe, Walk
from studio.image.walk_file import read_walk, write_walk
from tests.ui.explore.walk.conftest import SONG


def seeds(strip):
    """The seeds of the values' keyframes."""
    return [one.seed for one in strip.walking.values.keyframes]


def times(strip):
    """Their times."""
    return [one.time for one in strip.walking.values.keyframes]


def at(strip, seconds):
    """A point of the time line beside the keyframes."""
    return QPoint(round(strip.line.scale.x(seconds)), round(strip.line.height() * 0.6))


def take_rhythm(strip, kind):
    """Open the menu and choose."""
    menu = strip.bar.rhythm_menu
    menu.popup(strip.mapToGlobal(QPoint(0, 0)))
    menu.kinds[kind].trigger()
    menu.hide()


def test_plus_puts_down_the_present_place(qtbot, strip, exploring):
    for seed in (4, 9):
        exploring.move("Go to a seed", seed=seed)
        qtbot.mouseClick(strip.bar.add, Qt.MouseButton.LeftButton)
    assert seeds(strip) == [4, 9]
    assert times(strip) == [0.0, 2.0]
    assert strip.bar.export.isEnabled()


def test_a_double_click_puts_it_down_there(qtbot, three):
    qtbot.mouseDClick(three.line, Qt.MouseButton.LeftButton, pos=at(three, 2.0))
    assert seeds(three) == [1, 2, 3, 3]
    assert times(three)[2] == pytest.approx(2.0, abs=0.02)


def test_a_place_that_no_seed_says_is_kept_as_its_latent(strip, exploring):
    exploring.move("Truncate", truncation=0.5)
    strip.add(0.0)
    told = strip.walking.values.keyframes[0].latent
    assert np.allclose(told, exploring.latent)
    assert len(told) == 6


def test_dragging_moves_a_keyframe_as_one_step(qtbot, three, editor):
    start = three.line.centre(1).toPoint()
    end = QPoint(round(three.line.scale.x(2.0)), start.y())
    qtbot.mousePress(three.line, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.6, 1.0):
        qtbot.mouseMove(three.line, start + (end - start) * share)
    qtbot.mouseRelease(three.line, Qt.MouseButton.LeftButton, pos=end)
    assert times(three) == pytest.approx([0.0, 2.0, 3.0], abs=0.06)
    editor.undo()
    assert times(three) == [0.0, 1.0, 3.0]


def test_a_click_goes_there(qtbot, three, exploring):
    qtbot.mouseClick(three.line, Qt.MouseButton.LeftButton, pos=three.line.centre(0).toPoint())
    assert exploring.place.seed == 1
    assert three.line.playhead == 0.0
    qtbot.mouseClick(three.line, Qt.MouseButton.LeftButton, pos=three.line.centre(1).toPoint())
    assert exploring.place.seed == 2
    assert three.line.playhead == 1.0


def test_delete_removes_and_undo_brings_back(qtbot, three, editor):
    qtbot.mouseClick(three.line, Qt.MouseButton.LeftButton, pos=three.line.centre(1).toPoint())
    qtbot.keyClick(three.line, Qt.Key.Key_Delete)
    assert seeds(three) == [1, 3]
    editor.undo()
    assert seeds(three) == [1, 2, 3]


def test_keys_choose_move_and_add(qtbot, three, exploring):
    three.line.choose(-1)
    qtbot.keyClick(three.line, Qt.Key.Key_Right)
    qtbot.keyClick(three.line, Qt.Key.Key_Right)
    qtbot.keyClick(three.line, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert times(three) == pytest.approx([0.0, 1.1, 3.0])
    qtbot.keyClick(three.line, Qt.Key.Key_Return)
    assert exploring.place.seed == 2
    exploring.move("Go to a seed", seed=8)
    qtbot.keyClick(three.line, Qt.Key.Key_End)
    qtbot.keyClick(three.line, Qt.Key.Key_Plus)
    assert seeds(three) == [1, 2, 3, 8]


def test_a_press_beside_them_shows_the_way_there(qtbot, three, exploring):
    with qtbot.waitSignal(exploring.dreamt):
        qtbot.mouseClick(three.line, Qt.MouseButton.LeftButton, pos=at(three, 2.0))
    expected = three.walking.walk.latents(6, 48, 49)[0]
    qtbot.waitUntil(lambda: np.allclose(exploring.dream.latent, expected, atol=0.15))
    assert exploring.place.seed == 3  # one only looks


def test_a_walk_stays_in_one_model(three, exploring, messages, monkeypatch):
    monkeypatch.setattr(type(exploring), "place", property(lambda _: _other(exploring)))
    three.add()
    assert seeds(three) == [1, 2, 3]
    assert "another model" in messages.texts()[-1]
    messages.rows()[-1].findChildren(type(three.bar.export))[0].click()
    assert seeds(three) == []


def _other(exploring):
    return exploring._place.__class__("other")


def test_length_loop_ease_and_wander_are_kept(qtbot, three, editor):
    field = three.bar.length
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "6")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert times(three) == pytest.approx([0.0, 2.0, 6.0])
    qtbot.mouseClick(three.bar.loop, Qt.MouseButton.LeftButton)
    assert three.walking.walk.loop
    assert three.walking.seconds == pytest.approx(10.0)
    three.bar.ease.setCurrentIndex(1)
    three.bar.ease.activated.emit(1)
    assert three.walking.walk.ease == "linear"
    kept = editor.document.settings["walk"]
    editor.reset(Document.empty())
    assert seeds(three) == []
    editor.reset(Document.empty().with_settings("walk", dict(kept)))
    assert three.walking.walk.ease == "linear"
    assert times(three) == pytest.approx([0.0, 2.0, 6.0])


def test_the_rhythm_is_that_of_the_song(three, editor):
    editor.edit("Open a song", editor.document.with_song(SONG))
    take_rhythm(three, "notes")
    shown = three.walking.walk.keyframes
    assert [one.time for one in shown] == pytest.approx([0.0, 0.5, 1.0, 2.0, 6.0])
    assert [one.seed for one in shown] == [1, 2, 3, 1, 2]
    assert [time for _, time in three.walking.bar_lines()] == pytest.approx([0.0, 2.0])
    take_rhythm(three, "bars")
    assert len(three.walking.walk.keyframes) == 3
    take_rhythm(three, "")
    assert times(three) == [0.0, 1.0, 3.0]


def test_a_rhythm_follows_the_song(three, editor):
    editor.edit("Open a song", editor.document.with_song(SONG))
    take_rhythm(three, "notes")
    editor.edit("Go slower", editor.document.with_song(SONG.with_tempo(60)))
    assert [one.time for one in three.walking.walk.keyframes][:3] == pytest.approx([0.0, 1.0, 2.0])


def test_without_a_song_there_is_no_rhythm(three):
    three.walking.change("Change the rhythm", rhythm="notes")
    assert three.walking.walk is None
    assert "no song" in three.bar.clock.text()
    assert not three.bar.export.isEnabled()


def test_a_walk_is_saved_and_opened(qtbot, three, tmp_path, model):
    path = tmp_path / "mine.walk.json"
    three.save_file(path)
    qtbot.waitUntil(path.exists)
    walk = read_walk(path)
    assert walk.model == model
    three.clear()
    assert seeds(three) == []
    three.open_file(path)
    qtbot.waitUntil(lambda: seeds(three) == [1, 2, 3])
    assert times(three) == [0.0, 1.0, 3.0]


def test_files_that_do_not_fit_are_one_sentence(qtbot, three, messages, tmp_path):
    (tmp_path / "odd.json").write_text("nonsense")
    three.open_file(tmp_path / "odd.json")
    qtbot.waitUntil(lambda: any("JSON" in text for text in messages.texts()))
    assert seeds(three) == [1, 2, 3]
    other = Walk((Keyframe(0.0), Keyframe(1.0)), model="moon")
    write_walk(tmp_path / "moon.json", other)
    three.open_file(tmp_path / "moon.json")
    qtbot.waitUntil(lambda: any("moon" in text for text in messages.texts()))
    told = Walk((Keyframe(0.0), Keyframe(1.0, latent=(1.0, 2.0))), model="vae")
    write_walk(tmp_path / "told.json", told)
    three.open_file(tmp_path / "told.json")
    qtbot.waitUntil(lambda: any("2 numbers" in text for text in messages.texts()))


def test_every_control_can_be_named_and_explained(three):
    bar = three.bar
    for control in (bar.play, bar.loop, bar.add, bar.rhythm, bar.more, bar.ease, bar.length,
                    bar.wander):  # fmt: skip
        assert control.accessibleName()
        assert control.toolTip()
    assert bar.export.toolTip()
    assert three.line.accessibleName()
    dialog = three.export()
    assert isinstance(dialog, QDialog)
    for control in (dialog.kind, dialog.side, dialog.rate):
        assert control.accessibleName()
    dialog.reject()


def test_pictures_of_crowded_keyframes_share_the_room(three):
    for number in range(40):
        three.walking.take(
            "Add a keyframe", three.walking.values.added(Keyframe(number / 20 + 0.01, number))
        )
    boxes = three.line._paint.boxes()
    assert all(one.right() <= other.left() + 0.01 for one, other in pairwise(boxes))
    assert QPointF(three.line.centre(0)).x() < three.line.centre(1).x()
