"""A walk to music on the worker: its line among the jobs, and its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.jobs import Job, State, Update, Work
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import MessageBar

if TYPE_CHECKING:
    from studio.tasks.walk_tune import Tuned, TuneRequest


class Writing(QObject):
    """Writes the melodies of one walk at a time; it is cancelled like any other job."""

    busy_changed = Signal(bool)
    exported = Signal(object)  # Path: the file that is there now

    def __init__(
        self, jobs: StyleJobs, messages: MessageBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._found: Callable[[Tuned], object] | None = None
        self.job: Job | None = None

    def start(
        self, request: TuneRequest, found: Callable[[Tuned], object] | None = None
    ) -> Job | None:
        """Queue a walk; ``found`` is told what it became where no file is wanted."""
        if self.job is not None:
            self._messages.info(self.tr("A walk is being written already; wait for its end."))
            return None
        name = self.tr("Song") if request.target is None else request.target.name
        self._found = found
        self.job = self._jobs.run(self.tr("Melodies"), name, lambda: _tune(request), self._end)
        self.busy_changed.emit(True)
        return self.job

    def _end(self, update: Update) -> None:
        self.job = None
        self.busy_changed.emit(False)
        if update.state is State.DONE:
            self._done(update.result)
        elif isinstance(update.error, StudioError):
            self._messages.error(update.error)
        elif update.state is State.CANCELLED:
            self._messages.info(self.tr("The walk was cancelled; nothing was written."))

    def _done(self, made: Tuned) -> None:
        if made.target is None:
            try:
                if self._found is not None:
                    self._found(made)
            except StudioError as error:
                self._messages.error(error)
            return
        text = self.tr("{name} is written: {bars} bars, {seconds} s.")
        seconds = f"{made.seconds:.1f}"
        self._messages.good(text.format(name=made.target.name, bars=made.bars, seconds=seconds))
        self.exported.emit(Path(made.target))


def _tune(request: TuneRequest) -> Work[Tuned]:
    from studio.tasks.walk_tune import walk_tune

    return (yield from walk_tune(request))
