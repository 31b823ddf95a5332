"""Recording: absent without a keyboard, and one step to undo with one."""

import time

import pytest

from studio.audio.recording import Message, Take
from studio.ui.music import recorder as module
from studio.ui.music.recorder import Recorder


class FedKeyboard:
    """Stands where a keyboard is plugged in: the test plays on it."""

    last = None

    def __init__(self, name, tick_at, heard):
        self.name = name
        self.take = Take(tick_at)
        self.closed = False
        self._heard = heard
        FedKeyboard.last = self

    def strike(self, pitch, velocity=90):
        """Press or release a key now."""
        message = Message(time.perf_counter(), 0x90, pitch, velocity)
        self.take.receive(message)
        self._heard(message)

    def close(self):
        """Pulled out."""
        self.closed = True


@pytest.fixture
def recorder(desk, messages, settings):
    settings.change(count_in=0)
    made = Recorder(desk, messages, settings)
    yield made
    made.close()


def test_without_a_keyboard_there_is_nothing_to_press_and_a_word(desk, recorder, messages):
    recorder.wake()
    assert not desk.panel.transport.record.isVisible()
    recorder.toggle()
    assert not recorder.is_recording
    assert "Connect a MIDI keyboard" in messages.texts()[-1]


def test_what_is_played_becomes_notes_in_one_step(qtbot, desk, recorder, editor, monkeypatch):
    monkeypatch.setattr(module, "inputs", lambda: ("Keystation",))
    monkeypatch.setattr(module, "Recording", FedKeyboard)
    recorder.wake()
    assert desk.panel.transport.record.isVisible()
    before = desk.song

    recorder.toggle()
    assert recorder.is_recording
    qtbot.waitUntil(lambda: desk.tick > 60, timeout=5000)
    FedKeyboard.last.strike(70, 99)
    at = desk.tick
    qtbot.waitUntil(lambda: desk.tick > at + 120, timeout=5000)
    FedKeyboard.last.strike(70, 0)
    recorder.toggle()

    assert FedKeyboard.last.closed
    assert not recorder.is_recording
    new = [note for note in desk.song.tracks[0].notes if note.pitch == 70]
    assert len(new) == 1
    assert new[0].velocity == 99
    assert new[0].length >= 60
    assert abs(new[0].start - at) < 240
    editor.undo()
    assert desk.song == before


def test_playing_nothing_changes_nothing(qtbot, desk, recorder, editor, monkeypatch):
    monkeypatch.setattr(module, "inputs", lambda: ("Keystation",))
    monkeypatch.setattr(module, "Recording", FedKeyboard)
    recorder.toggle()
    qtbot.waitUntil(lambda: desk.is_playing)
    desk.stop()
    assert not recorder.is_recording
    assert editor.undo_text == ""
