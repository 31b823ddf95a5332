"""The lowest row of a training's dialog: what it costs, and how it is begun, held and ended."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from studio.jobs import State, Update
from studio.ui.theme import metrics, set_role
from studio.ui.training.jobs import TrainingJobs


class TrainingFoot(QHBoxLayout):
    """An estimate and the buttons; those of a training that runs act on it by themselves.

    ``go`` and ``give_up`` are for the dialog to connect, and other buttons for it to add.
    """

    def __init__(self, jobs: TrainingJobs, go: str, enough: str, dialog: QWidget) -> None:
        """``go`` and ``enough`` say what “Start” and “Stop early” would do."""
        super().__init__()
        self._dialog = dialog
        self.estimate = QLabel(dialog)
        self.estimate.setWordWrap(True)
        set_role(self.estimate, "small")
        self.go = self.button(self.tr("Start"), go, "primary")
        self.give_up = self.button(
            self.tr("Give up"), self.tr("Forget what was begun, and choose anew"), "quiet"
        )
        self.pause = self.button(self.tr("Pause"), self.tr("Rest here; nothing is lost"))
        self.enough = self.button(self.tr("Stop early"), enough)
        self.cancel = self.button(
            self.tr("Cancel"), self.tr("Stop; the training can go on later"), "danger"
        )
        self.pause.clicked.connect(jobs.toggle_pause)
        self.enough.clicked.connect(jobs.stop_early)
        self.cancel.clicked.connect(jobs.cancel)
        jobs.advanced.connect(self._show_held)
        jobs.ended.connect(self._show_held)
        self.setSpacing(metrics(dialog).px(8))
        self.addWidget(self.estimate, 1)
        for button in (self.give_up, self.cancel, self.enough, self.pause, self.go):
            self.addWidget(button)

    def button(self, text: str, tip: str, role: str = "") -> QPushButton:
        """Make a button, which is not in the row yet."""
        button = QPushButton(text, self._dialog)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        if role:
            set_role(button, role)
        return button

    def add(self, button: QPushButton) -> None:
        """Put one more button into the row, before the others."""
        self.insertWidget(1, button)

    def show_state(self, running: bool, estimate: str, *, resumable: bool = False) -> None:
        """Show what can be done: to one that runs, to one that was begun, or to none."""
        self.estimate.setText("" if running else estimate)
        self.go.setVisible(not running)
        self.give_up.setVisible(resumable and not running)
        for button in (self.pause, self.enough, self.cancel):
            button.setVisible(running)

    def _show_held(self, update: Update) -> None:
        held = update.state is State.PAUSED
        text = self.tr("Resume") if held else self.tr("Pause")
        if text != self.pause.text():
            self.pause.setText(text)
            self.pause.setAccessibleName(text)
