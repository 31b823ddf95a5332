"""Docks with a slim title: they move, float and collapse without heavy frames."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role


class DockTitle(QWidget):
    """The title line of a dock: drag it to move the dock, double-click to float it."""

    def __init__(self, dock: "Dock") -> None:
        super().__init__(dock)
        sizes = metrics(self)
        set_role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        label = QLabel(dock.windowTitle(), self)
        set_role(label, "heading")
        hide = QToolButton(self)
        hide.setIcon(icon("close", "faint"))
        hide.setIconSize(QSize(sizes.px(12), sizes.px(12)))
        hide.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        hide.setToolTip(
            self.tr("Hide {title}; the View menu brings it back").format(title=dock.windowTitle())
        )
        hide.setAccessibleName(self.tr("Hide {title}").format(title=dock.windowTitle()))
        hide.clicked.connect(dock.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(sizes.px(16), sizes.px(8), sizes.px(8), sizes.px(4))
        layout.addWidget(label)
        layout.addStretch(1)
        layout.addWidget(hide)
        self._parts = (label, hide)
        self._margins = layout.contentsMargins()

    def set_tabbed(self, tabbed: bool) -> None:
        """Give way to a tab that says the same, or stand again."""
        layout = self.layout()
        assert layout is not None
        for part in self._parts:
            part.setVisible(not tabbed)
        if tabbed:
            layout.setContentsMargins(0, metrics(self).px(6), 0, 0)
        else:
            layout.setContentsMargins(self._margins)


class Dock(QDockWidget):
    """A dock with a name for the saved layout.

    A ``bare`` one has no title line: its content begins with a bar of its own, and the View menu
    hides and shows it.
    """

    def __init__(
        self, name: str, title: str, content: QWidget, parent: QWidget, *, bare: bool = False
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setTitleBarWidget(QWidget(self) if bare else DockTitle(self))
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.setWidget(content)

    @staticmethod
    def scrolling(content: QWidget) -> QScrollArea:
        """A frame in which ``content`` scrolls when it is too tall."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setProperty("scrolled", True)
        area.setWidget(content)
        return area
