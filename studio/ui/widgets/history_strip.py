"""The results so far as a strip of thumbnails, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from studio.ui import icons, theme
from studio.ui.pixels import Pixels, to_image
from studio.ui.widgets.painting import pill
from studio.ui.widgets.tile import Tile


@dataclass(frozen=True, slots=True, eq=False)
class HistoryItem:
    """A result as the strip shows it; ``thumbnail`` is small pixels, ``details`` a tooltip."""

    id: str
    title: str
    thumbnail: Pixels
    starred: bool = False
    partial: bool = False
    details: str = ""


class HistoryStrip(QWidget):
    """Press a thumbnail to show its result; all else is in its menu and on keys.

    Keys: arrows move, Enter or Space shows, S stars, Delete removes, Menu opens the menu.
    Each signal carries the id of a result; the strip itself changes nothing.
    """

    showRequested = Signal(str)
    settingsRequested = Signal(str)
    compareRequested = Signal(str)
    starToggled = Signal(str, bool)
    exportRequested = Signal(str)
    removeRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("History"))
        self._items: dict[str, HistoryItem] = {}
        self._tiles: dict[str, Tile] = {}
        self._shown: str | None = None
        em = theme.metrics(self)
        self._empty = QLabel(self.tr("What you paint is kept here."), self)
        self._empty.setWordWrap(True)
        theme.set_role(self._empty, "small")
        self._row = QWidget()
        self._row.setProperty("scrolled", True)
        self._line = QHBoxLayout(self._row)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(em.px(6))
        self._line.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._row)
        self._scroll.setFixedHeight(self._side() + em.px(14))
        self._scroll.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self._scroll)
        self._scroll.hide()

    def set_items(self, items: Sequence[HistoryItem]) -> None:
        """Show these results, given oldest first; the strip begins with the newest."""
        known = {key: tile for key, tile in self._tiles.items() if self._same(key, items)}
        for key, tile in self._tiles.items():
            self._line.removeWidget(tile)
            if key not in known:
                tile.hide()
                tile.deleteLater()
        newest_first = list(reversed(items))
        self._items = {item.id: item for item in newest_first}
        self._tiles = {item.id: known.get(item.id) or self._tile(item) for item in newest_first}
        for index, tile in enumerate(self._tiles.values()):
            self._line.insertWidget(index, tile)
        self._empty.setVisible(not items)
        self._scroll.setVisible(bool(items))
        self._mark()

    def set_shown(self, key: str | None) -> None:
        """Mark the result that the canvas shows; None marks none."""
        self._shown = key
        self._mark()
        if key in self._tiles:
            self._scroll.ensureWidgetVisible(self._tiles[key], 8, 0)

    def tile(self, key: str) -> Tile:
        """The thumbnail of a result."""
        return self._tiles[key]

    def menu(self, key: str) -> QMenu:
        """The menu of a result, not yet open."""
        item = self._items[key]
        menu = QMenu(self)
        for icon, words, signal in (
            ("photo", self.tr("Show"), self.showRequested),
            ("compare-split", self.tr("Compare with the photo"), self.compareRequested),
            ("settings", self.tr("Use these settings"), self.settingsRequested),
        ):
            menu.addAction(icons.icon(icon), words, lambda signal=signal: signal.emit(key))
        words = self.tr("Take the star off") if item.starred else self.tr("Star")
        star = "star" if item.starred else "star-filled"
        menu.addAction(icons.icon(star), words, lambda: self._star(key))
        menu.addSeparator()
        menu.addAction(
            icons.icon("export"), self.tr("Export…"), lambda: self.exportRequested.emit(key)
        )
        menu.addAction(
            icons.icon("trash"), self.tr("Remove"), lambda: self.removeRequested.emit(key)
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and watched is self._scroll.viewport():
            bar = self._scroll.horizontalScrollBar()
            delta = event.angleDelta().y() or event.angleDelta().x()
            bar.setValue(bar.value() - delta // 2)
            return True
        if not isinstance(watched, Tile):
            return False
        key = str(watched.property("resultId"))
        if isinstance(event, QContextMenuEvent):
            self._open_menu(key, event.globalPos())
            return True
        if event.type() == QEvent.Type.FocusIn:
            self._scroll.ensureWidgetVisible(watched, 8, 0)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(key, event)
        return False

    def _key(self, key: str, event: QKeyEvent) -> bool:
        keys = list(self._tiles)
        index = keys.index(key)
        to = {
            Qt.Key.Key_Left: index - 1,
            Qt.Key.Key_Right: index + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(keys) - 1,
        }.get(Qt.Key(event.key()))
        if to is not None:
            target = self._tiles[keys[min(len(keys) - 1, max(0, to))]]
            target.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showRequested.emit(key)
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self._star(key)
        elif event.key() == Qt.Key.Key_Delete:
            self.removeRequested.emit(key)
        else:
            return False
        return True

    def _star(self, key: str) -> None:
        self.starToggled.emit(key, not self._items[key].starred)

    def _open_menu(self, key: str, at: QPoint) -> None:
        self.menu(key).popup(at)

    def _same(self, key: str, items: Sequence[HistoryItem]) -> bool:
        old = self._items[key]
        return any(
            new.id == key
            and new.thumbnail is old.thumbnail
            and (new.title, new.starred, new.partial, new.details)
            == (old.title, old.starred, old.partial, old.details)
            for new in items
        )

    def _mark(self) -> None:
        for key, tile in self._tiles.items():
            tile.setChecked(key == self._shown)

    def _tile(self, item: HistoryItem) -> Tile:
        tile = _ResultTile(item, self._row)
        tile.setFixedSize(QSize(self._side(), self._side()))
        said = [item.title]
        if item.starred:
            said.append(self.tr("starred"))
        if item.partial:
            said.append(self.tr("unfinished"))
        tile.setAccessibleName(", ".join(said))
        way = self.tr("Click: show · S: star · right click: more")
        tile.setToolTip("\n".join(part for part in (", ".join(said), item.details, way) if part))
        tile.setProperty("resultId", item.id)
        tile.clicked.connect(lambda: self._pressed(item.id))
        tile.badgeClicked.connect(lambda: self._star(item.id))
        tile.installEventFilter(self)
        return tile

    def _pressed(self, key: str) -> None:
        self._mark()  # the press toggled the tile; only the document says what is shown
        self.showRequested.emit(key)

    def _side(self) -> int:
        return theme.metrics(self).px(52)


class _ResultTile(Tile):
    """A square thumbnail with a star, and a dashed line when the result is unfinished."""

    def __init__(self, item: HistoryItem, parent: QWidget) -> None:
        super().__init__(to_image(item.thumbnail), parent=parent)
        self.setCheckable(True)
        self.chosen_colour = "text"
        self.aspect = 1.0
        self.badge = "star-filled" if item.starred else "star"
        self.badge_stays = item.starred
        self._partial = item.partial

    def badge_box(self) -> QRectF:
        em = theme.metrics(self)
        side, edge = em.px(16), em.px(3)
        return QRectF(self.width() - side - edge, edge, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._partial:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            em = theme.metrics(self)
            font = theme.small_font(self.font())
            pill(painter, "…", font, QPointF(em.px(3), self.height() - em.px(22)))
