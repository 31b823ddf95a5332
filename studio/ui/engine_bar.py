"""The engines on top of the Style panel, and a word where one cannot paint what is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.document.document import Document
from studio.ui import engines, style_settings
from studio.ui.editor import DocumentEditor
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.segmented_control import SegmentedControl

KEYS = {"instant": "Alt+1", "fast": "Alt+2", "fine": "Alt+3"}


class EngineBar(QWidget):
    """Chooses Instant, Fast or Fine; says which of the styles Fast has yet to learn.

    ``unlearned(cards)`` tells those; ``title(card)`` names one.
    """

    train_wanted = Signal(str)  # the id of the style that Fast should learn

    def __init__(
        self,
        editor: DocumentEditor,
        title: Callable[[str], str],
        unlearned: Callable[[Sequence[str]], Sequence[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._title = title
        self._unlearned = unlearned
        self._missing = ""
        tips = {
            "instant": self.tr("Any style at once: the picture follows your hand"),
            "fast": self.tr("Styles it has learned, at once and in more detail; train your own"),
            "fine": self.tr("Patient and the most faithful: painted from broad strokes to fine"),
        }
        self.choice = SegmentedControl(
            [(key, engines.name(key), f"{tips[key]}  ({KEYS[key]})") for key in engines.ENGINES],
            name=self.tr("Engine"),
            parent=self,
        )
        self.choice.currentChanged.connect(self.choose)
        self.notice = QLabel(self)
        self.notice.setWordWrap(True)
        set_role(self.notice, "small")
        self.train = QPushButton(self.tr("Train…"), self)
        self.train.setToolTip(self.tr("Teach Fast this style, in minutes"))
        self.train.clicked.connect(lambda: self.train_wanted.emit(self._missing))
        self.instead = QPushButton(self.tr("Use Instant"), self)
        self.instead.setToolTip(self.tr("Paint with Instant, which needs no training"))
        self.instead.clicked.connect(lambda: self.choose("instant"))
        self._offer = QWidget(self)
        self._lay_out()
        self.show_document(editor.document)

    def choose(self, name: str) -> None:
        """Paint with another engine."""
        label = self.tr("Paint with {engine}").format(engine=engines.name(name))
        self._editor.edit(label, style_settings.with_engine(self._editor.document, name))

    def show_document(self, document: Document) -> None:
        """Show the engine of a document; emits nothing."""
        chosen = engines.family(style_settings.engine(document))
        self.choice.set_current(chosen)
        missing = self._unlearned(style_settings.cards(document)) if chosen == "fast" else ()
        self._missing = missing[0] if missing else ""
        self._offer.setVisible(bool(missing))
        if missing:
            names = ", ".join(f"“{self._title(card)}”" for card in missing)
            text = self.tr("Fast has not learned {titles} yet.").format(titles=names)
            self.notice.setText(text)

    def _lay_out(self) -> None:
        sizes = metrics(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.px(6))
        for button in (self.train, self.instead):
            button.setAccessibleName(button.text())
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._offer)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(sizes.px(6))
        inside.addWidget(self.notice)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(sizes.px(8))
        layout.addWidget(self.choice)
        layout.addWidget(self._offer)
