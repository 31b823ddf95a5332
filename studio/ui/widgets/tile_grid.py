"""Lays tiles out in as many equal columns as fit, and moves the focus among them by arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui import theme
from studio.ui.widgets.tile import Tile


class TileGrid(QWidget):
    """A grid that fills its width and is as high as its tiles need."""

    def __init__(self, narrowest: int = 68, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("scrolled", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._narrowest = narrowest
        self._tiles: tuple[Tile, ...] = ()

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles in this order; hidden ones take no room."""
        self._tiles = tuple(tiles)
        for before, after in zip(self._tiles, self._tiles[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self.arrange()

    def visible_tiles(self) -> tuple[Tile, ...]:
        """The tiles that are not hidden, in order."""
        return tuple(tile for tile in self._tiles if not tile.isHidden())

    def columns(self) -> int:
        """How many tiles stand side by side."""
        em = theme.metrics(self)
        gap, least = em.px(6), em.px(self._narrowest)
        return max(1, (self.width() + gap) // (least + gap))

    def arrange(self) -> None:
        """Put every visible tile in its place."""
        tiles = self.visible_tiles()
        em, columns = theme.metrics(self), self.columns()
        gap = em.px(6)
        width = max(1, (self.width() - gap * (columns - 1)) // columns)
        top = 0
        for start in range(0, len(tiles), columns):
            row = tiles[start : start + columns]
            height = max(tile.height_for(width) for tile in row)
            for index, tile in enumerate(row):
                tile.setGeometry(index * (width + gap), top, width, tile.height_for(width))
            top += height + gap
        self.setMinimumHeight(max(0, top - gap) + em.px(4))

    def move_focus(self, tile: Tile, event: QKeyEvent) -> bool:
        """Move the focus from a tile by an arrow key, Home or End; says whether it was one."""
        tiles = self.visible_tiles()
        if tile not in tiles:
            return False
        index = tiles.index(tile)
        to = {
            Qt.Key.Key_Left: index - 1,
            Qt.Key.Key_Right: index + 1,
            Qt.Key.Key_Up: index - self.columns(),
            Qt.Key.Key_Down: index + self.columns(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(tiles) - 1,
        }.get(Qt.Key(event.key()))
        if to is None:
            return False
        tiles[min(len(tiles) - 1, max(0, to))].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def sizeHint(self) -> QSize:
        return QSize(theme.metrics(self).px(220), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.arrange()
