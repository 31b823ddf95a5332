"""The top line of the window: the name, the menus, the search field, the project."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenuBar, QSizePolicy, QWidget

from studio.ui.theme import set_role


class SearchButton(QAbstractButton):
    """Looks like a search field; a click or its key opens the command palette."""

    def __init__(self, text: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._shortcut = shortcut
        self.setObjectName("searchButton")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        em = self.fontMetrics().height()
        self.setFixedHeight(round(em * 1.6))
        self.setMinimumWidth(em * 10)
        self.setMaximumWidth(em * 30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a rounded field with the hint on the left and the key on the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        raised = palette.color(QPalette.ColorRole.Button)
        border = palette.color(QPalette.ColorRole.Highlight) if self.hasFocus() else raised
        painter.setPen(border)
        painter.setBrush(raised.lighter(112) if self.underMouse() else raised)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        space = round(self.fontMetrics().height() * 0.9)
        inside = self.rect().adjusted(space, 0, -space, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, self._shortcut)
        width = inside.width() - self.fontMetrics().horizontalAdvance(self._shortcut) - space
        inside.setWidth(width)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, text)


class Header(QWidget):
    """One line instead of a menu bar and tool bars; ``menus`` is filled from the registry."""

    def __init__(self, open_palette: Callable[[], object], shortcut: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "panel")
        brand = QLabel("Klangbild", self)
        font = brand.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.12)
        brand.setFont(font)
        self.menus = QMenuBar(self)
        self.menus.setObjectName("headerMenus")
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.search = SearchButton(self.tr("Search commands, styles, projects …"), shortcut, self)
        self.search.setToolTip(
            self.tr("Search everything the studio can do  ({key})").format(key=shortcut)
        )
        self.search.clicked.connect(open_palette)
        self._project = QLabel(self)
        set_role(self._project, "muted")
        self._project.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        em = self.fontMetrics().height()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em, 0, em, 0)
        layout.setSpacing(em)
        layout.addWidget(brand)
        layout.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self.search, 4)
        layout.addStretch(1)
        layout.addWidget(self._project)
        self.setFixedHeight(round(em * 2.5))

    def show_project(self, name: str, dirty: bool) -> None:
        """Show the project's name, with a dot while it has unsaved work."""
        self._project.setText(f"{name} •" if dirty else name)
        tip = self.tr("{name} has unsaved work") if dirty else self.tr("{name}")
        self._project.setToolTip(tip.format(name=name))
