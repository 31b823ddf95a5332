"""The job line and the queue behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from studio.ui import job_text, style_settings
from studio.ui.job_bar import QueuePopup


def named(popup, start):
    return [
        one for one in popup.findChildren(QToolButton) if one.accessibleName().startswith(start)
    ]


def seeds(window):
    return [window.jobs._paintings[id(job)][1].request.seed for job in window.jobs.waiting()]


def test_the_queue_is_reordered_and_thinned(qtbot, ready):
    for seed in range(4):
        document = style_settings.with_values(ready.editor.document, {"seed": seed})
        ready.editor.edit("Change", document)
        ready.paint()
    qtbot.waitUntil(lambda: ready.job_bar.waiting.text() == "3 waiting")
    assert seeds(ready) == [1, 2, 3]
    qtbot.mouseClick(ready.job_bar.waiting, Qt.MouseButton.LeftButton)
    popup = ready.job_bar.waiting.findChild(QueuePopup)
    qtbot.mouseClick(named(popup, "Move")[2], Qt.MouseButton.LeftButton)
    assert seeds(ready) == [1, 3, 2]
    qtbot.mouseClick(named(popup, "Take")[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: seeds(ready) == [3, 2])
    popup.close()
    for job in (*ready.jobs.waiting(), ready.jobs.front):
        job.cancel()
    qtbot.waitUntil(lambda: not ready.jobs.busy)
    assert ready.job_bar.isHidden()


def test_durations_and_memory_read_well():
    assert job_text.clock(45.2) == "0:46"
    assert job_text.clock(3729) == "1:02:09"
    assert job_text.clock(0) == "0:00"
    assert job_text.memory(1_100_000_000) == "1.1 GB"
    assert job_text.memory(340_000_000) == "340 MB"


def test_the_stages_of_the_engine_are_said_in_the_users_words():
    assert job_text.stage("scale 3/4 · 724×543") == "scale 3/4 · 724×543"
    assert job_text.stage("measuring the style") == "measuring the style"
    assert job_text.stage("of a later engine") == "of a later engine"
