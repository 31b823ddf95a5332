"""The bridge between a worker's thread and Qt: a job's news as one signal in the GUI thread."""

import threading
from collections import deque
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from studio.jobs import Job, State, Update, Worker


class QtWorker(QObject):
    """A `Worker` whose updates arrive as a signal, emitted in the thread of this object.

    News of a running job that the GUI has not yet had time for is replaced by newer news of it
    (a preview is carried over), so a busy window is never flooded; a change of state is never lost.
    """

    updated = Signal(object)  # Update
    _arrived = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._news: deque[Update] = deque()
        self._closing = False
        self._worker = Worker(name, self._receive)
        # Queued whoever emits: receivers of `updated` may be plain functions, which have no thread.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def name(self) -> str:
        """The name of the resource, also of the thread."""
        return self._worker.name

    def submit(self, job: Job) -> Job:
        """Put the job into the queue: see `Worker.submit`."""
        return self._worker.submit(job)

    def pending(self) -> tuple[Job, ...]:
        """All jobs that have not ended: see `Worker.pending`."""
        return self._worker.pending()

    def move(self, job: Job, index: int) -> None:
        """Put a pending job at another place of the queue: see `Worker.move`."""
        self._worker.move(job, index)

    def close(self, timeout: float | None = None) -> bool:
        """Cancel every job, wait for the thread and emit the last news; whether it ended in time.

        To be called in the thread of this object, before it is deleted. From then on news comes
        with the end of a call only: after one that ran out of time, with the next.
        """
        self._closing = True
        ended = self._worker.close(timeout)
        self._deliver()
        return ended

    def _receive(self, update: Update) -> None:
        """Take an update on the worker's thread."""
        with self._lock:
            idle = not self._news
            if not idle and _newer_of_same(self._news[-1], update):
                update = _merged(self._news.pop(), update)
            self._news.append(update)
        if idle and not self._closing:
            self._arrived.emit()

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            news, self._news = self._news, deque()
        for update in news:
            self.updated.emit(update)


def _newer_of_same(old: Update, new: Update) -> bool:
    return old.job is new.job and old.state is State.RUNNING and new.state is State.RUNNING


def _merged(old: Update, new: Update) -> Update:
    """The newer update, with what only the older one says."""
    return replace(
        new,
        preview=old.preview if new.preview is None else new.preview,
        error=old.error if new.error is None else new.error,
    )
