"""The folder that shall be learned from: chosen or dropped, and looked at before it is begun."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QDialog

from studio.errors import StudioError
from studio.jobs import Job, Work
from studio.ui.dialogs import choose_folder
from studio.ui.errands import Errands
from studio.ui.sentences import told
from studio.ui.training.jobs import TrainingJobs
from studio.ui.widgets.drop_target import DropTarget


@dataclass(frozen=True, slots=True)
class LookWords:
    """What is said about the folder."""

    choose: str
    """Over the question for it."""
    looking: str
    """While it is looked at."""
    no_folder: str
    """To a drop without one."""


class FolderLook(QObject):
    """Takes folders while no training runs, and looks at one of them at a time.

    ``wanted`` gives a folder from the user's hand, for which `begin` is to be called. ``failed``
    gives a sentence. ``ended`` comes with the end of a look; then ``result`` is what was found, or
    None after a fault.
    """

    wanted = Signal(object)  # Path
    failed = Signal(str)
    ended = Signal()

    def __init__(
        self,
        dialog: QDialog,
        jobs: TrainingJobs,
        errands: Errands,
        look: Callable[[Path], Work[Any]],
        words: LookWords,
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._jobs, self._errands = dialog, jobs, errands
        self._look, self._words = look, words
        self._job: Job | None = None
        self.result: Any = None
        self.target = DropTarget(dialog)
        self.target.dropped.connect(self._drop)

    @property
    def busy(self) -> bool:
        """Whether a folder is being looked at."""
        return self._job is not None

    def ask(self) -> None:
        """Let the user choose a folder."""
        choose_folder(
            self._dialog, self._words.choose, "", lambda folders: self.wanted.emit(folders[0])
        )

    def begin(self, folder: Path) -> None:
        """Look at a folder, and no longer at the last one."""
        self.result = None
        if self._job is not None:
            self._job.cancel()
        self._job = self._errands.run(
            self._words.looking,
            lambda: self._look(folder),
            self._done,
            failed=self._fail,
            quiet=True,
        )

    def _drop(self, data: QMimeData) -> None:
        if self._jobs.job is not None:
            return
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.wanted.emit(paths[0] if paths[0].is_dir() else paths[0].parent)
        else:
            self.failed.emit(self._words.no_folder)

    def _done(self, result: Any) -> None:
        self._job, self.result = None, result
        self.ended.emit()

    def _fail(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, StudioError):
            self._errands.fail(error)
            return
        self.failed.emit(told(error))
        self.ended.emit()
