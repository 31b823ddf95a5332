"""Finds the place of a picture: by the encoder, or by a search that the canvas shows."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.jobs import Job, State, Update
from studio.paths import cache_dir
from studio.tasks.latent_encode import find_place
from studio.ui import drops
from studio.ui.errands import Errands, raise_to_hook
from studio.ui.explore.exploring import Exploring
from studio.ui.intake import Intake
from studio.ui.messages import MessageBar
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.image.inversion import InversionPlan


class Finding(QObject):
    """One search at a time; whatever else moves the place ends it."""

    began = Signal(object)  # Picture
    previewed = Signal(object)  # Pixels: what is found until now
    progressed = Signal(object)  # float 0..1, None when nothing is searched for

    def __init__(
        self,
        exploring: Exploring,
        worker: QtWorker,
        intake: Intake,
        disk: Errands,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exploring = exploring
        self._worker = worker
        self._intake = intake
        self._disk = disk
        self._messages = messages
        self._job: Job | None = None
        self._name = ""
        self.plan: InversionPlan | None = None
        """How long is searched where the model has no encoder."""
        worker.updated.connect(self._on_update)
        exploring.place_changed.connect(lambda _: self.cancel())
        exploring.active_changed.connect(lambda on: None if on else self.cancel())

    @property
    def busy(self) -> bool:
        """Whether a picture is searched for."""
        return self._job is not None

    def find(self, picture: Picture) -> None:
        """Find a picture in the space that is explored."""
        self.cancel()
        exploring = self._exploring
        exploring.begin()
        place, pixels, plan = exploring.place, picture.pixels, self.plan
        self._name = picture.name
        title = self.tr("Finding {name}").format(name=picture.name)
        self._job = Job(title, lambda: find_place(pixels, place, plan), "find", live=True)
        self.began.emit(picture)
        self.progressed.emit(0.0)
        self._worker.submit(self._job)

    def find_file(self, path: Path) -> None:
        """Read a picture, then find it."""
        self._intake.read(path, self.find)

    def take(self, mime: QMimeData) -> None:
        """Find the picture that is dropped; whatever else it is goes where it always goes."""
        drop = drops.sort_mime(mime)
        if drop.pictures:
            self.find_file(drop.pictures[0])
        elif drop.image is not None:
            self.find(drops.picture_of(drop.image, self.tr("dropped picture")))
        elif drop.address:
            folder = cache_dir() / "dropped"
            title = self.tr("Loading the picture")
            self._disk.run(title, lambda: drops.fetch(drop.address, folder), self.find_file)
        else:
            self._intake.take_mime(mime)

    def cancel(self) -> None:
        """Search no further; one stays where one was."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.progressed.emit(None)

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self._worker.updated.disconnect(self._on_update)

    def _on_update(self, update: Update) -> None:
        if update.job is not self._job:
            return
        if update.preview is not None:
            self.previewed.emit(update.preview)
        if not update.state.final:
            if update.step is not None:
                self.progressed.emit(update.step.progress)
            return
        self._job = None
        self.progressed.emit(None)
        if update.state is State.DONE:
            label = self.tr("Find {name}").format(name=self._name)
            self._exploring.go(label, update.result)
        elif isinstance(update.error, StudioError):
            self._messages.error(update.error)
        elif update.error is not None:
            raise_to_hook(update.error)
