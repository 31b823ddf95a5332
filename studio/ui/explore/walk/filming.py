"""A walk to a film on the worker: its line among the jobs, its frames on the canvas, its end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.jobs import Job, State, Update, Work
from studio.tasks.film_request import Filmed, FilmRequest
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import MessageBar
from studio.ui.worker import QtWorker


class Filming(QObject):
    """Writes one film at a time; it is cancelled like any other job."""

    framed = Signal(object)  # Pixels | None: the frame that is written, None when it has ended
    busy_changed = Signal(bool)
    exported = Signal(object)  # Path: the film that is there now

    def __init__(
        self,
        worker: QtWorker,
        jobs: StyleJobs,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self.job: Job | None = None
        self._worker = worker
        worker.updated.connect(self._on_update)

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self._worker.updated.disconnect(self._on_update)

    def start(self, request: FilmRequest) -> Job | None:
        """Queue a film; a sentence where one is written already."""
        if self.job is not None:
            self._messages.info(self.tr("A film is being written already; wait for its end."))
            return None
        self.job = self._jobs.run(
            self.tr("Film"), request.target.name, lambda: _film(request), self._end
        )
        self.busy_changed.emit(True)
        return self.job

    def _on_update(self, update: Update) -> None:
        if update.job is self.job and not update.state.final and update.preview is not None:
            self.framed.emit(update.preview)

    def _end(self, update: Update) -> None:
        self.job = None
        self.framed.emit(None)
        self.busy_changed.emit(False)
        if update.state is State.DONE:
            made: Filmed = update.result
            text = self.tr("{name} is written: {frames} frames, {seconds} s.")
            seconds = f"{made.seconds:.1f}"
            self._messages.good(
                text.format(name=made.target.name, frames=made.frames, seconds=seconds)
            )
            self.exported.emit(Path(made.target))
        elif isinstance(update.error, StudioError):
            self._messages.error(update.error)
        elif update.state is State.CANCELLED:
            self._messages.info(self.tr("The film was cancelled; nothing was written."))


def _film(request: FilmRequest) -> Work[Filmed]:
    from studio.tasks.walk_film import walk_film

    return (yield from walk_film(request))
