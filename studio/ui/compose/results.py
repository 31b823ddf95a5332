"""What was composed: chips to hear, bars to take, and keeping or putting away the whole."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from studio.ui.compose.audition import Audition
from studio.ui.compose.bar_strip import BarStrip
from studio.ui.compose.chips import Chips
from studio.ui.compose.taking import Taking
from studio.ui.compose.words import ORIGINAL, history_line, letter
from studio.ui.icons import icon
from studio.ui.music.desk import MusicDesk
from studio.ui.theme import metrics, set_role
from studio.ui.translate import tr


class Results(QWidget):
    """Shows the audition while there is one; hidden otherwise."""

    discard_wanted = Signal()
    left = Signal()  # it goes away, and with it what has the focus

    def __init__(
        self,
        audition: Audition,
        taking: Taking,
        desk: MusicDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._audition = audition
        self._taking = taking
        self._desk = desk
        self.chips = Chips(audition, self)
        self.chips.chosen.connect(audition.choose)
        self.bars = BarStrip(audition, taking, self)
        self.bars.wanted.connect(taking.take)
        self.bars_label = QLabel(self.tr("Bar by bar"), self)
        set_role(self.bars_label, "muted")
        self.keep = QPushButton(self.tr("Keep"), self)
        self.keep.clicked.connect(taking.keep)
        self.discard = QPushButton(self.tr("Discard"), self)
        set_role(self.discard, "quiet")
        self.discard.setAccessibleName(self.tr("Put the variations away"))
        self.discard.setToolTip(
            self.tr("Put the variations away; “Earlier” brings them back  (Escape)")
        )
        self.discard.clicked.connect(self.discard_wanted)
        self._lay_out()
        audition.changed.connect(self.refresh)
        taking.changed.connect(self.refresh)
        desk.song_shown.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        audition = self._audition
        shown = audition.request is not None
        if shown:
            self.chips.refresh(self._desk.song)
            self.bars.refresh()
            for one in (self.bars, self.bars_label):
                one.setVisible(not audition.is_piece)
            ready = audition.ready
            text = self.tr("Keep {name}").format(name=letter(audition.number)) if ready else ""
            self.keep.setText(text or self.tr("Keep"))
            self.keep.setAccessibleName(self.keep.text())
            self.keep.setEnabled(ready)
            self.keep.setToolTip(
                self.tr("Take all bars of it into the song  (Ctrl+Alt+K)")
                if audition.number != ORIGINAL
                else self.tr("Choose a variation first")
            )
        if self.isHidden() == shown:
            focus = self.focusWidget()
            if not shown and focus is not None and focus.hasFocus():
                self.left.emit()
            self.setVisible(shown)

    def _lay_out(self) -> None:
        sizes = metrics(self)
        row = QHBoxLayout()
        row.setSpacing(sizes.px(6))
        row.addWidget(self.keep, 1)
        row.addWidget(self.discard)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(sizes.px(8))
        layout.addWidget(self.chips)
        layout.addLayout(row)
        layout.addWidget(self.bars_label)
        layout.addWidget(self.bars)


def fill_history(menu: QMenu, audition: Audition) -> None:
    """Write the compositions of the sitting into a menu; each brings itself back."""
    menu.clear()
    for kept in audition.kept:
        line = history_line(kept.composition, kept.at)
        menu.addAction(icon("history"), line, partial(audition.call_back, kept))
    if not audition.kept:
        menu.addAction(tr("Nothing has been composed yet")).setEnabled(False)
