"""The bars of a composition in a row: a press takes one of them into the song."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from studio.ui import theme
from studio.ui.compose.audition import Audition
from studio.ui.compose.taking import Cell, Taking
from studio.ui.compose.words import ORIGINAL, letter

_COLUMNS = 8


class BarStrip(QWidget):
    """A button for each bar: its number, and the letter of the variation it was taken from."""

    wanted = Signal(int)  # the place of a cell

    def __init__(self, audition: Audition, taking: Taking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Bars"))
        self._audition = audition
        self._taking = taking
        self._cells: tuple[Cell, ...] = ()
        self._buttons: list[QPushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.metrics(self).px(3))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def button(self, place: int) -> QPushButton:
        """The button of a cell."""
        return self._buttons[place]

    def refresh(self) -> None:
        """Show the bars of what there is now."""
        cells = self._taking.cells()
        if cells != self._cells:
            self._cells = cells
            self._rebuild()
        ready = self._audition.ready
        number = self._audition.number
        for place, (cell, button) in enumerate(zip(cells, self._buttons, strict=True)):
            taken = self._taking.taken(place)
            button.setEnabled(ready)
            button.setText(cell.name if taken == ORIGINAL else f"{cell.name} {letter(taken)}")
            if button.isChecked() != (taken != ORIGINAL):
                button.setChecked(taken != ORIGINAL)
            if ready:
                tip = self.tr("Take bar {bar} of {name} into the song")
                tip = tip.format(bar=cell.name, name=letter(number))
            else:
                tip = self.tr("Choose a variation to take bar {bar} of it").format(bar=cell.name)
            button.setToolTip(tip)
            button.setAccessibleName(tip)

    def _rebuild(self) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for place in range(len(self._cells)):
            button = _BarButton(self)
            button.setCheckable(True)
            button.setProperty("segment", "line")
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, place=place: self.wanted.emit(place))
            self._grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            self._buttons.append(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
        }.get(Qt.Key(event.key()))
        here = next((n for n, one in enumerate(self._buttons) if one.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        place = min(len(self._buttons) - 1, max(0, here + step))
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)


class _BarButton(QPushButton):
    """A bar; the strip says which are down."""

    def nextCheckState(self) -> None:
        """Nothing: what is taken is down."""
