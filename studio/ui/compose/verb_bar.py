"""The six verbs, in two rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from studio.tasks.compose_request import VERBS
from studio.ui import theme
from studio.ui.compose.words import verb_name, verb_tip

_COLUMNS = 3


class VerbBar(QWidget):
    """Buttons of which exactly one is down; the arrow keys move along them.

    ``chosen`` comes from the user's hand only.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Verb"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.metrics(self).px(3))
        for place, verb in enumerate(VERBS):
            button = QPushButton(verb_name(verb), self)
            button.setProperty("segment", "true")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setToolTip(verb_tip(verb))
            button.setAccessibleName(self.tr("Verb: {name}").format(name=verb_name(verb)))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()))
            button.clicked.connect(lambda _=False, verb=verb: self.chosen.emit(verb))
            self._group.addButton(button)
            self._buttons[verb] = button
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            grid.setColumnStretch(place % _COLUMNS, 1)
        self._buttons[VERBS[0]].setChecked(True)

    def set_current(self, verb: str) -> None:
        """Show which verb is chosen; emits nothing."""
        self._buttons[verb].setChecked(True)

    def button(self, verb: str) -> QPushButton:
        """The button of a verb."""
        return self._buttons[verb]
