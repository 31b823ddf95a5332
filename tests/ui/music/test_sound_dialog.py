"""Sound settings count at once."""

import pytest

from studio.ui.music.sound_dialog import SoundDialog


@pytest.fixture
def asked():
    """The soundfonts that were chosen."""
    return []


@pytest.fixture
def dialog(qtbot, desk, settings, asked):
    made = SoundDialog(settings, desk, asked.append)
    qtbot.addWidget(made)
    return made


def test_rate_and_buffer_are_remembered(dialog, settings):
    for box, value in ((dialog.rate, 48_000), (dialog.buffer, 512)):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    assert (settings.value.sound_rate, settings.value.sound_buffer) == (48_000, 512)


def test_the_best_soundfont_can_be_asked_for_again(dialog, asked):
    dialog.soundfont.setCurrentIndex(0)
    dialog.soundfont.activated.emit(0)
    assert asked == [None]


def test_the_ways_of_quantising_are_remembered(dialog, settings):
    dialog.strength.valueCommitted.emit(0.75)
    dialog.swing.valueCommitted.emit(0.5)
    dialog.count_in.valueCommitted.emit(2.0)
    value = settings.value
    assert (value.quantise_strength, value.quantise_swing, value.count_in) == (0.75, 0.5, 2)


def test_every_control_has_a_name(dialog):
    for one in (dialog.soundfont, dialog.device, dialog.rate, dialog.buffer, dialog.strength):
        assert one.accessibleName()


def test_why_nothing_is_heard_is_told(qtbot, desk, dialog):
    qtbot.waitUntil(lambda: bool(desk.player.problem), timeout=5000)
    dialog._show_problem()
    assert dialog.problem.text() == desk.player.problem
