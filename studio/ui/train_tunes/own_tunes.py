"""The training on own tunes in a window: its jobs, its dialog, and the tune that is heard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.music.song import Loop, Song
from studio.tasks.train_tunes_card import discard, unfinished
from studio.ui.messages import Choice, Message
from studio.ui.train_tunes.tunes_jobs import TunesJobs
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow
    from studio.ui.train_tunes.tunes_dialog import TunesDialog


class OwnTunes(QObject):
    """Opens the dialog, plays what it asks to be heard, and offers what was interrupted.

    ``learned`` gives the name of a new model, which ``registry.music_models`` lists by then.
    """

    learned = Signal(str)

    def __init__(self, window: "MainWindow", worker: QtWorker) -> None:
        super().__init__(window)
        self._window = window
        self.jobs = TunesJobs(worker, window.jobs, window.messages, self)
        self.jobs.learned.connect(self.learned)
        self._dialog: TunesDialog | None = None
        self._heard: Song | None = None

    @property
    def dialog(self) -> "TunesDialog":
        """The dialog, made when it is first wanted."""
        if self._dialog is None:
            from studio.ui.train_tunes.tunes_dialog import TunesDialog

            self._dialog = TunesDialog(self.jobs, self._window.disk, self._window)
            self._dialog.hear.connect(self.hear)
            self._dialog.finished.connect(lambda _: self.hush())
        return self._dialog

    def open(self) -> None:
        """Show the dialog."""
        self.dialog.show_dialog()

    def hear(self, song: Song) -> None:
        """Play a tune, again and again, until the dialog is closed or another is heard."""
        desk = self._window.music.desk
        desk.stop()
        self._heard = song
        loop = Loop(0, max(1, song.length))
        desk.audition(song, loop)
        desk.seek(0)
        desk.play_within(loop)

    def hush(self) -> None:
        """End what is heard of here; what else plays goes on."""
        desk = self._window.music.desk
        if self._heard is not None and desk.heard is self._heard:
            desk.stop()
            desk.audition(None)
        self._heard = None

    def offer(self) -> None:
        """Ask about the newest training that a quit or a crash interrupted."""
        found = unfinished()
        if not found or self.jobs.job is not None:
            return
        plan = found[0]
        text = self.tr("The training of {name} on your tunes was interrupted; it can go on.")
        choices = (
            Choice(self.tr("Go on"), lambda: self.jobs.start(plan), primary=True),
            Choice(self.tr("Later"), lambda: None),
            Choice(self.tr("Discard"), lambda: discard(plan)),
        )
        message = Message(text.format(name=plan.name), "info", choices, key="resume tunes")
        self._window.messages.show_message(message)
