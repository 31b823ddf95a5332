"""A decision of the table: its name, where it lies, what follows; unfolded, the links behind it."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.tasks.picture_music import Link
from studio.ui.compose_mapping.link_row import LinkRow
from studio.ui.compose_mapping.names import decision_names, meanings, seen_names
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.section import Heading
from studio.ui.widgets.track import Track


class DecisionRow(QWidget):
    """``Mode``, a slider from 0 to 1, ``dorian``; moving the slider sets the decision by hand.

    ``by_hand`` gives the value, None when it is given back to the links.
    """

    by_hand = Signal(str, object)  # decision, float | None
    link_changed = Signal(int, object)  # place, Link
    link_removed = Signal(int)
    link_added = Signal(str, str)  # seen, decision

    def __init__(self, decision: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decision = decision
        self.rows: list[LinkRow] = []
        self._links: tuple[tuple[int, str], ...] = ()
        self._seen: Mapping[str, float] = {}
        self._result = ""
        name = decision_names()[decision]
        self._name = name
        self.heading = Heading(name, self)
        self.heading.clicked.connect(self._fold)
        self.track = Track(name, self)
        self.track.moved.connect(lambda value: self.by_hand.emit(decision, round(value, 3)))
        self.track.resetRequested.connect(lambda: self.by_hand.emit(decision, None))
        self.result = QLabel(self)
        self.result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.result.installEventFilter(self)
        self.back = QToolButton(self)
        self.back.setIcon(icon("reset", "ink"))
        back = self.tr("Give {name} back to what was seen").format(name=name)
        self.back.setAccessibleName(back)
        self.back.setToolTip(back)
        self.back.clicked.connect(lambda: self.by_hand.emit(decision, None))
        keep = self.back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keep)
        self.body = QWidget(self)
        self.body.hide()
        self._lay_out()
        self._describe()

    def show_decision(self, value: float, result: str, *, fixed: bool) -> None:
        """Show where the decision lies, 0..1, and what follows; emits nothing."""
        self._result = result
        if not self.track.isSliderDown():
            self.track.set_fraction(value)
        self.track.setAccessibleDescription(result)
        self.result.setToolTip(result)
        set_role(self.result, "position" if fixed else "")
        self.back.setVisible(fixed)
        self._elide()

    def show_links(
        self, links: Sequence[tuple[int, Link]], seen: Mapping[str, float], *, fixed: bool
    ) -> None:
        """Show the links of which the thing was seen; emits nothing."""
        self._seen = seen
        shape = tuple((place, link.seen) for place, link in links)
        if shape != self._links:
            self._links = shape
            self._rebuild(links)
        for row, (_, link) in zip(self.rows, links, strict=True):
            row.show_link(link, seen[link.seen], self._result)
            row.setEnabled(not fixed)
        self.add.setVisible(bool(self._missing()))

    def set_name_width(self, width: int) -> None:
        """Let the slider begin there, so that those of all rows stand below one another."""
        self.heading.setFixedWidth(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave out of the result what has no room."""
        if event.type() == QEvent.Type.Resize:
            self._elide()
        return False

    def _lay_out(self) -> None:
        sizes = metrics(self)
        self.add = QPushButton(self.tr("Add a link"), self.body)
        self.add.setIcon(icon("add", "muted"))
        self.add.setAutoDefault(False)
        set_role(self.add, "quiet")
        self.add.setAccessibleName(self.tr("Add a link to {name}").format(name=self._name))
        self.add.setToolTip(self.tr("Let something else that was seen have a say in it"))
        self.add.clicked.connect(self._open_menu)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.add)
        below.addStretch(1)
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(sizes.px(10), 0, 0, sizes.px(6))
        self._column.setSpacing(sizes.px(2))
        self._column.addLayout(below)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(sizes.px(8))
        layout.setVerticalSpacing(0)
        for column, one in enumerate((self.heading, self.track, self.result, self.back)):
            layout.addWidget(one, 0, column)
        layout.setColumnStretch(1, 2)
        layout.setColumnStretch(2, 3)
        layout.addWidget(self.body, 1, 0, 1, 4)

    def _rebuild(self, links: Sequence[tuple[int, Link]]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, link in links:
            row = LinkRow(place, link, self.body)
            row.changed.connect(self.link_changed)
            row.removed.connect(self.link_removed)
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)

    def _missing(self) -> list[str]:
        """What was seen and has no say in it yet."""
        linked = {seen for _, seen in self._links}
        return [name for name in seen_names() if name in self._seen and name not in linked]

    def menu(self) -> QMenu:
        """A menu of what could have a say in it too."""
        menu = QMenu(self)
        names = seen_names()
        for seen in self._missing():
            text = f"{names[seen]} {self._seen[seen]:.2f}"
            menu.addAction(text, partial(self.link_added.emit, seen, self.decision))
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _fold(self) -> None:
        self.body.setVisible(self.heading.isChecked())
        self._describe()

    def _describe(self) -> None:
        unfolded = self.heading.isChecked()
        state = self.tr("unfolded") if unfolded else self.tr("folded")
        self.heading.setAccessibleName(f"{self._name}, {state}")
        self.heading.setToolTip(
            self.tr("Hide what decides it") if unfolded else self.tr("Show what decides it")
        )
        way = self.tr("Move it to set it by hand · Double-click: back to what was seen")
        self.track.setToolTip(f"{meanings()[self.decision]}\n{way}")

    def _elide(self) -> None:
        sizes = QFontMetricsF(self.result.font())
        shown = sizes.elidedText(self._result, Qt.TextElideMode.ElideRight, self.result.width())
        self.result.setText(shown)
