"""A training under way in the window: what holds for every one of them."""

import threading

from PySide6.QtCore import QObject, Signal

from studio.jobs import Job, State, Update


class TrainingJobs(QObject):
    """One training at a time, that can be held, ended early and given up."""

    advanced = Signal(object)  # Update
    ended = Signal(object)  # Update

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._enough = threading.Event()

    @property
    def job(self) -> Job | None:
        """The training that waits, runs or is paused."""
        return self._job

    def toggle_pause(self) -> None:
        """Hold the training, or let it go on."""
        if self._job is not None:
            paused = self._job.state is State.PAUSED
            (self._job.resume if paused else self._job.pause)()

    def stop_early(self) -> None:
        """End it after the present step, with the best that was learned."""
        self._enough.set()
        if self._job is not None:
            self._job.resume()

    def cancel(self) -> None:
        """End it; it can be gone on with."""
        if self._job is not None:
            self._job.cancel()

    def _on_update(self, update: Update) -> None:
        if update.job is self._job and not update.state.final:
            self.advanced.emit(update)
