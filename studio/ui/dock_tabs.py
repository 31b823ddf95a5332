"""Docks that lie behind one another: tabs above them take the place of their titles."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget

from studio.ui.docks import Dock, DockTitle


class DockTabs(QObject):
    """Watches docks that may be tabbed; a dock that stands alone has its title line again."""

    def __init__(self, window: QMainWindow, docks: Sequence[Dock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = tuple(docks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.settle)
        for dock in self._docks:
            for signal in (dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged):
                signal.connect(lambda _: self._soon.start())

    def settle(self) -> None:
        """Let titles stand where there are no tabs, and only there."""
        for dock in self._docks:
            title = dock.titleBarWidget()
            if isinstance(title, DockTitle):
                title.set_tabbed(self._is_tabbed(dock))
        for bar in self._window.findChildren(QTabBar):
            if bar.parent() is self._window:
                bar.setDrawBase(False)
                bar.setExpanding(False)
                bar.setAccessibleName(self.tr("Panels"))

    def _is_tabbed(self, dock: QDockWidget) -> bool:
        if dock.isFloating() or dock.isHidden():
            return False
        return any(not other.isHidden() for other in self._window.tabifiedDockWidgets(dock))
