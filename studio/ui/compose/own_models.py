"""Models of the artist's own: trained on a folder of tunes, heard meanwhile, then chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.music.song import Loop, Song
from studio.ui.compose.composing import Composing
from studio.ui.errands import Errands
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import MessageBar
from studio.ui.music.desk import MusicDesk
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.ui.train_tunes.tunes_dialog import TunesDialog


class OwnModels(QObject):
    """Opens the dialog of the training, which is made when it is first wanted."""

    def __init__(
        self,
        composing: Composing,
        desk: MusicDesk,
        worker: QtWorker,
        jobs: StyleJobs,
        disk: Errands,
        messages: MessageBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._composing = composing
        self._desk = desk
        self._worker = worker
        self._jobs = jobs
        self._disk = disk
        self._messages = messages
        self._window = parent
        self._dialog: TunesDialog | None = None
        self._heard: Song | None = None
        composing.train_wanted.connect(self.open)

    @property
    def dialog(self) -> "TunesDialog":
        """The dialog."""
        if self._dialog is None:
            from studio.ui.train_tunes.tunes_dialog import TunesDialog
            from studio.ui.train_tunes.tunes_jobs import TunesJobs

            jobs = TunesJobs(self._worker, self._jobs, self._messages, self)
            jobs.learned.connect(lambda _: self._composing.panel.basics.refresh_models())
            self._dialog = TunesDialog(jobs, self._disk, self._window)
            self._dialog.hear.connect(self.hear)
            self._dialog.finished.connect(lambda _: self.hush())
        return self._dialog

    def open(self) -> None:
        """Show the dialog."""
        self.dialog.show_dialog()

    def hear(self, song: Song | None) -> None:
        """Play a tune in the place of the song, over and over; the same again: be silent."""
        if song is None or (song is self._heard and self._desk.is_playing):
            self.hush()
            return
        self._composing.audition.put_away()
        self._heard = song
        loop = Loop(0, song.length)
        self._desk.audition(song, loop)
        self._desk.play_within(loop)

    def hush(self) -> None:
        """Give the song its place back."""
        heard, self._heard = self._heard, None
        if heard is not None and self._desk.heard is heard:
            self._desk.stop()
            self._desk.audition(None)
