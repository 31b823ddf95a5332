"""Where the docks of the window lie, and how large, before anybody moves them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from studio.ui.theme import metrics

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


def arrange(window: "MainWindow") -> None:
    """Put every dock in its place; Style lies before Explore and Compose."""
    sources, style, history, music, compose, explore = window.docks
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, sources)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, style)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, history)
    window.splitDockWidget(style, history, Qt.Orientation.Vertical)
    window.tabifyDockWidget(style, explore)
    window.tabifyDockWidget(explore, compose)
    style.raise_()
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, music)
    size_docks(window)


def size_docks(window: "MainWindow") -> None:
    """Give the docks the shares of the window that they begin with."""
    sources, style, history, music, *_ = window.docks
    sizes = metrics(window)
    widths = [sizes.px(278), sizes.px(360)]
    window.resizeDocks([sources, style], widths, Qt.Orientation.Horizontal)
    heights = [sizes.px(760), sizes.px(110)]
    window.resizeDocks([style, history], heights, Qt.Orientation.Vertical)
    window.resizeDocks([music], [sizes.px(380)], Qt.Orientation.Vertical)


def first_size(window: "MainWindow") -> QSize:
    """The size of a window that was never opened before."""
    sizes = metrics(window)
    wanted = QSize(sizes.px(1480), sizes.px(920))
    screen = window.screen()
    return wanted if screen is None else wanted.boundedTo(screen.availableSize() * 0.96)
