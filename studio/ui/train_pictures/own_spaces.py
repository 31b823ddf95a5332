"""Latent spaces of the artist's own: trained on a folder of pictures, seen meanwhile, then used."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studio.ui.errands import Errands
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import MessageBar
from studio.ui.train_pictures.pictures_jobs import PicturesJobs
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.ui.train_pictures.pictures_dialog import PicturesDialog


class OwnSpaces(QObject):
    """Opens the dialog of the training, which is made when it is first wanted.

    ``learned`` gives the name of a new model, which ``registry.latent_models`` lists by then;
    ``changed`` says that own models were deleted or have other names. ``grown`` gives what a
    training makes by now (square Pixels) to be shown on the canvas while the dialog is open, and
    None where the canvas is free again.
    """

    learned = Signal(str)
    changed = Signal()
    grown = Signal(object)  # Pixels | None

    def __init__(
        self,
        worker: QtWorker,
        jobs: StyleJobs,
        disk: Errands,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._disk = disk
        self._gpu = Errands(worker, messages, self)
        self._window = window
        self._shown = False
        self._dialog: PicturesDialog | None = None
        self.jobs = PicturesJobs(worker, jobs, messages, self)
        self.jobs.learned.connect(self.learned)
        self.jobs.grown.connect(self._grow)
        self.jobs.ended.connect(lambda _: self._clear())

    @property
    def dialog(self) -> "PicturesDialog":
        """The dialog."""
        if self._dialog is None:
            from studio.ui.train_pictures.pictures_dialog import PicturesDialog

            self._dialog = PicturesDialog(self.jobs, self._disk, self._gpu, self._window)
            self._dialog.finished.connect(lambda _: self._clear())
            self._dialog.models.changed.connect(self.changed)
        return self._dialog

    @property
    def seen(self) -> bool:
        """Whether the dialog is open."""
        return self._dialog is not None and self._dialog.isVisible()

    def open(self) -> None:
        """Show the dialog, with a training that runs or was interrupted where there is one."""
        self.dialog.show_dialog()

    def _grow(self, pixels: object) -> None:
        if self.seen:
            self._shown = True
            self.grown.emit(pixels)

    def _clear(self) -> None:
        if self._shown:
            self._shown = False
            self.grown.emit(None)
