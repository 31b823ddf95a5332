"""The message bar: a sentence, what can be done about it, and details to copy for an error."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.ui.sentences import told

Kind = Literal["info", "good", "error"]
MOST = 3
FADES_AFTER = 8_000  # ms; errors and questions stay


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a message."""

    text: str
    run: Callable[[], object]
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for the user; with choices it is a question and stays until answered.

    Messages with the same non-empty ``key`` replace one another.
    """

    text: str
    kind: Kind = "info"
    choices: tuple[Choice, ...] = ()
    details: str = ""
    key: str = ""
    stays: bool = False


class MessageRow(QFrame):
    """One message as it is shown."""

    def __init__(self, message: Message, parent: "MessageBar") -> None:
        super().__init__(parent)
        self.message = message
        self._bar = parent
        self.setObjectName("message")
        self.setProperty("kind", message.kind)
        self.setAccessibleName(message.text)
        mark = QFrame(self)
        mark.setObjectName("messageMark")
        mark.setProperty("kind", message.kind)
        mark.setFixedWidth(3)
        label = QLabel(message.text, self)
        label.setObjectName("messageText")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(8)
        layout.addWidget(mark)
        layout.addSpacing(4)
        layout.addWidget(label, 1)
        for choice in message.choices:
            layout.addWidget(self._button(choice.text, choice.run, choice.primary))
        if message.details:
            layout.addWidget(self._button(self.tr("Copy details"), self._copy, False, False))
        close = QToolButton(self)
        close.setObjectName("messageClose")
        close.setText("×")
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Dismiss"))
        close.setAccessibleName(self.tr("Dismiss the message"))
        close.clicked.connect(lambda: parent.dismiss(self))
        layout.addWidget(close)
        self.setMinimumHeight(round(self.fontMetrics().height() * 2.4))

    def _button(
        self, text: str, run: Callable[[], object], primary: bool, closes: bool = True
    ) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("messageButton")
        button.setProperty("primary", primary)
        button.setCursor(Qt.CursorShape.PointingHandCursor)

        def answer() -> None:
            if closes:
                self._bar.dismiss(self)
            run()

        button.clicked.connect(answer)
        return button

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.message.text}\n\n{self.message.details}")


class MessageBar(QWidget):
    """Shows the newest messages below one another; plain news fades, errors and questions stay."""

    changed = Signal()  # a message came or went

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAccessibleName(self.tr("Messages"))
        self._rows: list[MessageRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.hide()

    def show_message(self, message: Message) -> MessageRow:
        """Show a message; the oldest fading one makes room."""
        for row in list(self._rows):
            if (message.key and row.message.key == message.key) or row.message == message:
                self.dismiss(row)
        row = MessageRow(message, self)
        self._rows.append(row)
        self._layout.addWidget(row)
        row.show()
        self._make_room()
        if not _stays(message):
            timer = QTimer(row)
            timer.setSingleShot(True)
            timer.timeout.connect(lambda: self.dismiss(row))
            timer.start(FADES_AFTER)
        self.show()
        self.changed.emit()
        return row

    def info(self, text: str, *choices: Choice, key: str = "") -> None:
        """Tell something in passing."""
        self.show_message(Message(text, "info", choices, key=key))

    def good(self, text: str, *choices: Choice, key: str = "") -> None:
        """Tell that something has worked."""
        self.show_message(Message(text, "good", choices, key=key))

    def error(self, error: BaseException | str, *choices: Choice, details: str = "") -> None:
        """Tell what went wrong, as the sentence of a StudioError; stays until dismissed."""
        self.show_message(Message(told(error), "error", choices, details))

    def forget(self, key: str) -> None:
        """Take the messages with this key away."""
        for row in list(self._rows):
            if row.message.key == key:
                self.dismiss(row)

    def dismiss(self, row: MessageRow) -> None:
        """Take one message away."""
        if row in self._rows:
            self._rows.remove(row)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        if not self._rows:
            self.hide()
        self.changed.emit()

    def height_for(self, width: int) -> int:
        """The height that all messages need at this width, a new one included."""
        for row in self._rows:
            row.ensurePolished()
            row.updateGeometry()
        self._layout.invalidate()
        self._layout.activate()
        if self._layout.hasHeightForWidth():
            return self._layout.totalHeightForWidth(width)
        return self._layout.totalSizeHint().height()

    def texts(self) -> list[str]:
        """The sentences shown now."""
        return [row.message.text for row in self._rows]

    def rows(self) -> tuple[MessageRow, ...]:
        """The rows shown now, oldest first."""
        return tuple(self._rows)

    def _make_room(self) -> None:
        fading = [row for row in self._rows[:-1] if not _stays(row.message)]
        for row in fading[: max(0, len(self._rows) - MOST)]:
            self.dismiss(row)


def _stays(message: Message) -> bool:
    return message.stays or message.kind == "error" or bool(message.choices)
