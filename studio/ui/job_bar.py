"""The line below the canvas while something is painted, and the queue behind it."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.device import memory_used
from studio.jobs import Job, State, Update
from studio.ui import job_text
from studio.ui.icons import icon
from studio.ui.job_controller import StyleJobs
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.job_line import JobLine
from studio.ui.worker import QtWorker


class JobBar(QWidget):
    """Shows the painting in front and how many wait behind it; a button opens the queue."""

    def __init__(self, jobs: StyleJobs, worker: QtWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._worker = worker
        self.line = JobLine(self)
        self.line.pauseRequested.connect(jobs.toggle_pause)
        self.line.resumeRequested.connect(jobs.toggle_pause)
        self.line.cancelRequested.connect(jobs.cancel)
        self.waiting = QPushButton(self)
        set_role(self.waiting, "quiet")
        self.waiting.setAccessibleName(self.tr("Waiting paintings"))
        self.waiting.setToolTip(self.tr("The queue: change the order, take something out"))
        self.waiting.clicked.connect(self._open_queue)
        self.waiting.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, metrics(self).px(12))
        layout.setSpacing(metrics(self).px(8))
        layout.addWidget(self.line, 1)
        layout.addWidget(self.waiting)
        jobs.advanced.connect(self._show)
        self.hide()

    def _show(self, update: Update) -> None:
        front = self._jobs.front
        queue = self._jobs.waiting()
        self.waiting.setText(self.tr("{n} waiting").format(n=len(queue)))
        self.waiting.setVisible(bool(queue))
        if update.job is front:
            progress = update.step.progress if update.step is not None else None
            self.line.set_job(
                job_text.line(update, memory_used()),
                progress,
                paused=update.state is State.PAUSED,
            )
        elif front is None:
            self.line.clear()
        self.setVisible(front is not None or bool(queue))

    def _open_queue(self) -> None:
        QueuePopup(self._jobs, self._worker, self.waiting).open_above(self.waiting)


class QueuePopup(QFrame):
    """The paintings that wait, with buttons to move them up and to take them out."""

    def __init__(self, jobs: StyleJobs, worker: QtWorker, parent: QWidget) -> None:
        from PySide6.QtCore import Qt

        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Queue"))
        set_role(self, "card")
        self._jobs = jobs
        self._worker = worker
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(metrics(self).px(4))
        self._rows: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._refresh)
        self._timer.start()
        self._shown: tuple[Job, ...] | None = None
        self._refresh()

    def open_above(self, button: QWidget) -> None:
        """Show the popup with its lower right corner at the button's upper right one."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width(), 0))
        self.move(corner.x() - self.width(), corner.y() - self.height() - 4)
        self.show()

    def _refresh(self) -> None:
        queue = self._jobs.waiting()
        if queue == self._shown:
            return
        self._shown = queue
        for row in self._rows:
            row.deleteLater()
        self._rows = [self._row(job, index) for index, job in enumerate(queue)]
        for row in self._rows:
            self._layout.addWidget(row)
        if not queue:
            self.close()
        self.adjustSize()

    def _row(self, job: Job, index: int) -> QWidget:
        row = QWidget(self)
        label = QLabel(self._jobs.describe(job), row)
        up = QToolButton(row)
        up.setIcon(icon("up"))
        up.setEnabled(index > 0)
        up.setToolTip(self.tr("Paint this one earlier"))
        up.setAccessibleName(self.tr("Move {name} up").format(name=label.text()))
        up.clicked.connect(lambda: self._move_up(job))
        out = QToolButton(row)
        out.setIcon(icon("close"))
        out.setToolTip(self.tr("Take this one out of the queue"))
        out.setAccessibleName(self.tr("Take {name} out").format(name=label.text()))
        out.clicked.connect(job.cancel)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label, 1)
        layout.addWidget(up)
        layout.addWidget(out)
        return row

    def _move_up(self, job: Job) -> None:
        pending = self._worker.pending()
        queue = self._jobs.waiting()
        before = queue[queue.index(job) - 1] if job in queue[1:] else None
        if before is not None:
            self._worker.move(job, pending.index(before))
        self._refresh()
