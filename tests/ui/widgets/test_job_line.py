"""The line about running work."""

import pytest
from PySide6.QtCore import Qt

from studio.ui.widgets.job_line import JobLine

LINE = "Fine · scale 3/4 · 1024 × 768 · 210/340 · 7.4 it/s · 0:18 left · 0.9 GB"


@pytest.fixture
def line(qtbot):
    made = JobLine()
    qtbot.addWidget(made)
    made.resize(700, 40)
    return made


def test_it_hides_while_nothing_runs(line):
    assert line.isHidden()
    line.set_job(LINE, 0.5)
    assert line.isVisible()
    line.clear()
    assert line.isHidden()


def test_it_tells_the_line_also_when_cut_short(line):
    line.set_job(LINE, 0.5)
    line.resize(260, 40)
    assert line.text() == LINE
    assert line.accessibleDescription() == LINE
    assert line._label.text().endswith("…")
    assert line._label.toolTip() == LINE


def test_pause_becomes_resume(qtbot, line):
    line.set_job(LINE, 0.5)
    with qtbot.waitSignal(line.pauseRequested):
        qtbot.mouseClick(line.pause_button, Qt.MouseButton.LeftButton)
    line.set_job(LINE, 0.5, paused=True)
    assert line.pause_button.text() == "Resume"
    with qtbot.waitSignal(line.resumeRequested):
        qtbot.mouseClick(line.pause_button, Qt.MouseButton.LeftButton)


def test_cancel(qtbot, line):
    line.set_job(LINE, 0.5)
    with qtbot.waitSignal(line.cancelRequested):
        qtbot.mouseClick(line.cancel_button, Qt.MouseButton.LeftButton)


def test_what_cannot_be_paused_offers_no_pause(line):
    line.set_job("Saving", None, pausable=False, cancellable=False)
    assert line.pause_button.isHidden()
    assert line.cancel_button.isHidden()


@pytest.mark.parametrize(("given", "held"), [(0.4, 0.4), (7, 1.0), (-1, 0.0), (None, None)])
def test_the_fraction_is_held_within_bounds(line, given, held):
    line.set_job(LINE, given)
    assert line.fraction() == held


def test_the_hairline_grows(qtbot, line):
    line.set_job(LINE, 0.1)
    before = line.grab().toImage()
    line.set_job(LINE, 0.9)
    qtbot.waitUntil(lambda: line._drawn == pytest.approx(0.9))
    assert line.grab().toImage() != before


def test_unknown_progress_is_painted(line):
    line.set_job("Opening", None)
    assert not line.grab().isNull()
