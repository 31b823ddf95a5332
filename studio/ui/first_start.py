"""The first minute: a picture of the studio's own on the canvas and three things to try."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.image.picture_file import READABLE
from studio.paths import resources
from studio.ui.theme import metrics, set_role


def sample_picture() -> Path | None:
    """The first of the pictures that the studio painted for its first start."""
    folder = resources() / "samples"
    found = sorted(path for path in folder.glob("*") if path.suffix.casefold() in READABLE)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to try: a headline, a line, and the button that does it for you."""

    name: str
    title: str
    text: str
    button: str
    run: Callable[[], object]


class HintCard(QFrame):
    """A hint as a small card."""

    def __init__(self, number: int, hint: Hint, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setAccessibleName(f"{hint.title}. {hint.text}")
        sizes = metrics(self)
        self._title = QLabel(f"{number}   {hint.title}", self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        text = QLabel(hint.text, self)
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_role(text, "small")
        self._button = QPushButton(hint.button, self)
        set_role(self._button, "quiet")
        self._button.clicked.connect(hint.run)
        self._button.setAccessibleName(f"{hint.title}: {hint.button}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(14), sizes.px(10), sizes.px(8), sizes.px(6))
        layout.setSpacing(sizes.px(4))
        layout.addWidget(self._title)
        layout.addWidget(text, 1)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumHeight(sizes.px(98))
        self.setMaximumWidth(sizes.px(212))
        self.setMinimumWidth(sizes.px(120))

    def tick(self) -> None:
        """Mark the hint as done."""
        self._title.setText(f"✓   {self._title.text().split('   ', 1)[1]}")
        self._title.setStyleSheet("")
        set_role(self._title, "good")
        self._button.setEnabled(False)


class Hints(QWidget):
    """Three cards above the lower edge of the canvas; gone for good once done or dismissed."""

    finished = Signal()

    def __init__(self, hints: Sequence[Hint], canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setObjectName("hints")
        self.setAccessibleName(self.tr("Three things to try"))
        self._cards = {
            hint.name: HintCard(number, hint, self) for number, hint in enumerate(hints, 1)
        }
        self._left = set(self._cards)
        sizes = metrics(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(sizes.px(8))
        for card in self._cards.values():
            layout.addWidget(card)
        close = QToolButton(self)
        close.setText("×")
        close.setToolTip(self.tr("Put the hints away"))
        close.setAccessibleName(self.tr("Put the hints away"))
        close.clicked.connect(self.leave)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        canvas.installEventFilter(self)
        self._place()
        self.show()

    def tick(self, name: str) -> None:
        """Note that one of the things was tried; after the last one the hints leave."""
        if name not in self._left:
            return
        self._left.discard(name)
        self._cards[name].tick()
        if not self._left:
            self.leave()

    def leave(self) -> None:
        """Go away for good."""
        self.hide()
        self.finished.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay above the lower edge of the canvas when it changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        canvas = self._canvas
        sizes = metrics(self)
        margin = sizes.px(20)
        width = min(canvas.width() - 2 * margin, sizes.px(3 * 212 + 3 * 8 + 28))
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = (canvas.width() - width) // 2
        self.setGeometry(left, max(0, canvas.height() - height - margin), width, height)
