"""The sentence in a training's dialog that says where it stands, or what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from studio.errors import StudioError
from studio.jobs import State, Update
from studio.ui import job_text
from studio.ui.sentences import told
from studio.ui.theme import set_role
from studio.ui.translate import tr


class TrainingLine(QLabel):
    """A sentence at a time, as plain text; ``said`` comes with each other one."""

    said = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, "muted")

    def say(self, text: str, *, bad: bool = False) -> None:
        """Say where it stands, or with ``bad`` what is wrong; no text hides the line."""
        role = "bad" if bad else "muted"
        self.setVisible(bool(text))
        if (text, role) == (self.text(), self.property("role")):
            return
        self.setText(text)
        if role != self.property("role"):
            set_role(self, role)
        self.said.emit()

    def say_interrupted(self, name: str) -> None:
        """Say that a training was begun before, and can go on."""
        text = self.tr("The training of {name} was interrupted; “Start” goes on where it was.")
        self.say(text.format(name=name))

    def say_stopped(self, update: Update, *, resumable: bool = True) -> None:
        """Say why a training ended too soon."""
        if isinstance(update.error, StudioError):
            self.say(told(update.error), bad=True)
        elif resumable:
            self.say(self.tr("Stopped; “Start” goes on where it was."))
        else:
            self.say(self.tr("Stopped."))


def rest_words(update: Update) -> tuple[str, ...]:
    """That it is paused, or how long it will still take, where that is known."""
    if update.state is State.PAUSED:
        return (tr("paused"),)
    if update.remaining is None:
        return ()
    return (tr("{time} left").format(time=job_text.clock(update.remaining)),)
