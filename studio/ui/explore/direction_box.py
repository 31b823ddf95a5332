"""Directions as sliders, ten deviations either way; each can be called what it does."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from studio.tasks.direction_book import LONGEST, DirectionBook
from studio.tasks.latent_place import FARTHEST
from studio.ui.explore.values import SLOTS
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.parameter_slider import ParameterSlider
from studio.ui.widgets.section import Section

FEW = 6
"""Principal directions that are shown at first."""


class NameField(QLineEdit):
    """A name that looks like a label until it is pointed at; Escape takes an edit back."""

    renamed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self.setMaxLength(LONGEST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_role(self, "number")
        self.setTextMargins(-metrics(self).px(6), 0, 0, 0)  # flush with the slider below
        self.editingFinished.connect(self._finish)

    def show_name(self, name: str) -> None:
        """Show a name; emits nothing, and leaves alone what is just being typed."""
        self._name = name
        if not (self.hasFocus() and self.isModified()):
            self.setText(name)
            self.setCursorPosition(0)
            self.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._name)
            self.setModified(False)
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.renamed.emit(self.text().strip())


class DirectionRow(QWidget):
    """One direction: its name, its number, its slider; a made one can be forgotten."""

    renamed = Signal(str, str)  # key, name
    moved = Signal(str, float)
    released = Signal()
    forgotten = Signal(str)

    def __init__(self, key: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.slider = ParameterSlider(
            title, -FARTHEST, FARTHEST, 0.0, suffix=" σ", decimals=1, limits=(-FARTHEST, FARTHEST),
            tooltip=self.tr("Move along this direction, in deviations"), parent=self,
        )  # fmt: skip
        self.name = NameField(self.slider)
        self.name.setToolTip(self.tr("Click to call it what it does; the name is kept"))
        self.name.renamed.connect(lambda name: self.renamed.emit(key, name))
        grid = self.slider.layout()
        assert isinstance(grid, QGridLayout)
        grid.replaceWidget(self.slider.label, self.name)
        self.slider.label.hide()
        self.slider.valueChanged.connect(lambda far: self.moved.emit(key, float(far)))
        self.slider.valueCommitted.connect(lambda _: self.released.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics(self).px(4))
        row.addWidget(self.slider, 1)
        self.forget: QToolButton | None = None
        if not key.isdigit():
            self.forget = QToolButton(self)
            self.forget.setIcon(icon("close", "faint"))
            self.forget.clicked.connect(lambda _=False: self.forgotten.emit(key))
            row.addWidget(self.forget)
        self.show_title(title)

    def show_title(self, title: str) -> None:
        """Show what it is called; emits nothing."""
        self.name.show_name(title)
        self.name.setAccessibleName(self.tr("Name of {name}").format(name=title))
        self.slider.setAccessibleName(title)
        self.slider.track.setAccessibleName(title)
        if self.forget is not None:
            text = self.tr("Forget {name}").format(name=title)
            self.forget.setAccessibleName(text)
            self.forget.setToolTip(text)


class DirectionBox(Section):
    """All directions of the model. ``make_wanted`` carries two slots, counted from 0."""

    moved = Signal(str, float)
    released = Signal()
    renamed = Signal(str, str)
    forgotten = Signal(str)
    make_wanted = Signal(int, int)
    share_wanted = Signal()
    take_in_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._title = self.tr("Directions")
        self.heading.setText(self._title)
        self.set_expanded(True)
        self.rows: dict[str, DirectionRow] = {}
        self._all = False
        self._principal = 0
        self._book: DirectionBook | None = None
        self._slots: tuple[tuple[float, ...], ...] = ()
        self._amounts: Mapping[str, float] = {}
        self.more = QPushButton(self.body)
        set_role(self.more, "quiet")
        self.more.clicked.connect(self._toggle_all)
        self.add(self.more)
        self.make = self._menu_button("add", self.tr("Make a direction of two slots"))
        self.make.menu().aboutToShow.connect(self._fill_make)
        self.others = self._menu_button("more", self.tr("Share directions"))
        menu = self.others.menu()
        menu.addAction(icon("export"), self.tr("Export directions…"), self.share_wanted.emit)
        menu.addAction(icon("import"), self.tr("Import directions…"), self.take_in_wanted.emit)

    def show_book(self, principal: int, book: DirectionBook | None) -> None:
        """Show so many principal directions and those of a book; emits nothing."""
        self._principal, self._book = principal, book
        shown = [str(n) for n in range(1, 1 + (principal if self._all else min(FEW, principal)))]
        keys = [*shown, *(() if book is None else book.made)]
        if keys != list(self.rows):
            self._rebuild(keys)
        for key, row in self.rows.items():
            row.show_title(self.title(key))
        self.more.setVisible(principal > FEW)
        self.more.setText(self.tr("Fewer") if self._all else self.tr("More directions"))
        self.show_amounts(self._amounts)

    def title(self, key: str) -> str:
        """What a direction is called."""
        name = "" if self._book is None else self._book.names.get(key, "")
        return name or self.tr("Direction {n}").format(n=key.removeprefix("own-"))

    def show_amounts(self, amounts: Mapping[str, float]) -> None:
        """Show how far one is along each; emits nothing."""
        self._amounts = amounts
        for key, row in self.rows.items():
            if row.slider.value() != amounts.get(key, 0.0):
                row.slider.set_value(amounts.get(key, 0.0))

    def show_slots(self, slots: tuple[tuple[float, ...], ...]) -> None:
        """Know which slots are filled."""
        self._slots = slots
        self.make.setEnabled(sum(map(bool, slots)) > 1)

    def begin_naming(self, key: str) -> None:
        """Put the cursor into the name of a direction."""
        row = self.rows.get(key)
        if row is not None:
            row.name.setFocus(Qt.FocusReason.OtherFocusReason)
            row.name.selectAll()

    def _rebuild(self, keys: list[str]) -> None:
        for key in [key for key in self.rows if key not in keys]:
            old = self.rows.pop(key)
            old.hide()
            old.deleteLater()
        rows = {}
        for place, key in enumerate(keys):
            row = self.rows.get(key)
            if row is None:
                row = DirectionRow(key, self.title(key), self.body)
                row.moved.connect(self.moved)
                row.released.connect(self.released)
                row.renamed.connect(self.renamed)
                row.forgotten.connect(self.forgotten)
            self._column.insertWidget(place, row)
            rows[key] = row
        self.rows = rows

    def _toggle_all(self) -> None:
        self._all = not self._all
        self.show_book(self._principal, self._book)

    def _fill_make(self) -> None:
        menu = self.make.menu()
        menu.clear()
        filled = [number for number, slot in enumerate(self._slots) if slot]
        for begin in filled:
            for end in filled:
                if begin != end:
                    text = self.tr("From {a} to {b}").format(a=SLOTS[begin], b=SLOTS[end])
                    menu.addAction(text, partial(self.make_wanted.emit, begin, end))

    def _menu_button(self, name: str, text: str) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(icon(name, "muted"))
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(QMenu(made))
        self.add_to_heading(made)
        return made
