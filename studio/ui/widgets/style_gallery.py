"""The styles as thumbnails to choose from: one, or up to five that are mixed."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.ui import icons, theme
from studio.ui.pixels import Pixels, to_image
from studio.ui.widgets.drop_target import DropTarget
from studio.ui.widgets.painting import ring
from studio.ui.widgets.tile import Tile
from studio.ui.widgets.tile_grid import TileGrid

MOST = 5  # styles that can be mixed


class StyleItem(Protocol):
    """What the gallery needs to know of a style; a CardInfo has all of it."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def artist(self) -> str: ...
    @property
    def year(self) -> str: ...
    @property
    def thumbnail(self) -> Pixels: ...
    @property
    def own(self) -> bool: ...


class StyleGallery(QWidget):
    """Tiles with a search field above; the last tile asks for a picture of the user's own.

    A click chooses one style; Ctrl+click, or the badge on a tile, adds it to the mix or takes it
    out; Shift+click takes all between. By keys: arrows, Space or Enter, and + for the mix.
    ``selectionChanged`` carries the ids in the order they were chosen. ``dropped`` hands over a
    QMimeData, valid until the slot returns.
    """

    selectionChanged = Signal(tuple)
    addRequested = Signal()
    removeRequested = Signal(str)
    trainRequested = Signal(str)
    dropped = Signal(object)
    mixFull = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Styles"))
        self._items: dict[str, StyleItem] = {}
        self._tiles: dict[str, Tile] = {}
        self._selected: tuple[str, ...] = ()
        self._anchor = ""
        self._faint: frozenset[str] = frozenset()
        self._why = ""
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search styles"))
        self.search.setAccessibleName(self.tr("Search styles"))
        self.search.setToolTip(self.tr("A title, a painter or a year"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self._nothing = QLabel(self)
        self._nothing.setWordWrap(True)
        theme.set_role(self._nothing, "muted")
        self._nothing.hide()
        self._grid = TileGrid(parent=self)
        self._add = self._add_tile()
        self._grid.set_tiles([self._add])
        inside = QWidget()
        inside.setProperty("scrolled", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self._grid)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._scroll.setMinimumHeight(theme.metrics(self).px(150))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.metrics(self).px(8))
        layout.addWidget(self.search)
        layout.addWidget(self._scroll, 1)
        self._veil = _Veil(self)
        target = DropTarget(self)
        target.hovered.connect(self._hovered)
        target.dropped.connect(self.dropped)

    def set_styles(self, items: Sequence[StyleItem]) -> None:
        """Show these styles, the user's own last; chosen ones that are gone are let go silently."""
        for tile in self._tiles.values():
            tile.hide()
            tile.deleteLater()
        ordered = sorted(items, key=lambda item: item.own)
        self._items = {item.id: item for item in ordered}
        self._tiles = {item.id: self._style_tile(item) for item in ordered}
        self._grid.set_tiles([*self._tiles.values(), self._add])
        self._selected = tuple(key for key in self._selected if key in self._items)
        self._mark()
        self._filter(self.search.text())

    def styles(self) -> tuple[StyleItem, ...]:
        """The styles in the order they are shown."""
        return tuple(self._items.values())

    def selected(self) -> tuple[str, ...]:
        """The ids of the chosen styles, in the order they were chosen."""
        return self._selected

    def set_selected(self, keys: Sequence[str]) -> None:
        """Choose styles; emits nothing. Unknown ids are left out, as are those beyond five."""
        known = dict.fromkeys(key for key in keys if key in self._items)
        self._selected = tuple(known)[:MOST]
        self._anchor = self._selected[-1] if self._selected else ""
        self._mark()

    def set_faint(self, keys: Iterable[str], why: str = "") -> None:
        """Let these styles stand back, and say ``why`` in their tooltips."""
        faint = frozenset(keys)
        if faint == self._faint:
            return
        self._faint, self._why = faint, why
        for key, tile in self._tiles.items():
            self._describe(tile, self._items[key])
            tile.update()

    def tile(self, key: str) -> Tile:
        """The tile of a style."""
        return self._tiles[key]

    def add_tile(self) -> Tile:
        """The tile that asks for a picture of the user's own."""
        return self._add

    def choose(self, key: str) -> None:
        """Choose this style alone, as a click does."""
        self._anchor = key
        self._change((key,))

    def toggle(self, key: str) -> None:
        """Add a style to the mix or take it out, as Ctrl+click does; the last one stays."""
        self._anchor = key
        if key in self._selected:
            rest = tuple(other for other in self._selected if other != key)
            self._change(rest or self._selected)
        elif len(self._selected) >= MOST:
            self.mixFull.emit()
        else:
            self._change((*self._selected, key))

    def _choose_between(self, key: str) -> None:
        shown = [k for k in self._tiles if not self._tiles[k].isHidden()]
        if self._anchor not in shown:
            self.choose(key)
            return
        first, last = shown.index(self._anchor), shown.index(key)
        step = 1 if first <= last else -1
        between = tuple(shown[i] for i in range(first, last + step, step))
        if len(between) > MOST:
            self.mixFull.emit()
        self._change(between[:MOST])

    def _change(self, keys: tuple[str, ...]) -> None:
        changed = keys != self._selected
        self._selected = keys
        self._mark()
        if changed:
            self.selectionChanged.emit(keys)

    def _mark(self) -> None:
        several = len(self._selected) > 1
        for key, tile in self._tiles.items():
            chosen = key in self._selected
            tile.setChecked(chosen)
            tile.badge = "" if chosen and not several else "bold-tick" if chosen else "bold-add"
            tile.badge_stays = chosen
            tile.update()

    def _style_tile(self, item: StyleItem) -> Tile:
        tile = Tile(to_image(item.thumbnail), item.title, parent=self._grid)
        tile.setCheckable(True)
        tile.setAccessibleName(_details(item))
        self._describe(tile, item)
        tile.clicked.connect(lambda _=False, key=item.id: self._clicked(key))
        tile.badgeClicked.connect(lambda key=item.id: self.toggle(key))
        tile.installEventFilter(self)
        tile.setProperty("styleId", item.id)
        tile.show()
        return tile

    def _describe(self, tile: Tile, item: StyleItem) -> None:
        tile.faint = item.id in self._faint
        way = self.tr("Click: use it · Ctrl+click or +: mix up to five")
        tile.setToolTip("\n".join([_details(item), way, *[self._why] * tile.faint]))

    def _add_tile(self) -> Tile:
        tile = Tile(None, self.tr("Your picture"), parent=self._grid)
        tile.empty_icon = "add"
        tile.setAccessibleName(self.tr("Add a style from your own picture"))
        tile.setToolTip(self.tr("Make a style of your own picture: click, or drop it here"))
        tile.clicked.connect(self.addRequested)
        tile.installEventFilter(self)
        return tile

    def _clicked(self, key: str) -> None:
        held = QApplication.keyboardModifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            self.toggle(key)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self._choose_between(key)
        else:
            self.choose(key)
        self._mark()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        found = 0
        for key, item in self._items.items():
            held = f"{item.title} {item.artist} {item.year}".casefold()
            fits = all(word in held for word in words)
            found += fits
            self._tiles[key].setVisible(fits)
        self._nothing.setVisible(bool(words) and not found)
        self._nothing.setText(self.tr("No style matches “{text}”.").format(text=text.strip()))
        self._grid.arrange()

    def _hovered(self, hanging: bool) -> None:
        self._veil.setVisible(hanging)
        if hanging:
            self._veil.setGeometry(self.rect())
            self._veil.raise_()

    def _menu(self, key: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Use this style"), lambda: self.choose(key))
        taken = key in self._selected
        words = self.tr("Take out of the mix") if taken else self.tr("Add to the mix")
        menu.addAction(words, lambda: self.toggle(key))
        menu.addAction(self.tr("Train for Fast…"), lambda: self.trainRequested.emit(key))
        if self._items[key].own:
            menu.addSeparator()
            menu.addAction(
                icons.icon("trash"),
                self.tr("Remove this style…"),
                lambda: self.removeRequested.emit(key),
            )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search:
            return self._search_key(event)
        if not isinstance(watched, Tile):
            return False
        key = watched.property("styleId")
        if isinstance(event, QContextMenuEvent) and key:
            self._menu(key, event.globalPos())
            return True
        if event.type() == QEvent.Type.FocusIn:
            self._scroll.ensureWidgetVisible(watched, 0, 8)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._tile_key(watched, key, event)
        return False

    def _tile_key(self, tile: Tile, key: Any, event: QKeyEvent) -> bool:
        pressed = event.key()
        if self._grid.move_focus(tile, event):
            return True
        if pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            tile.click()
            return True
        if key and pressed in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            if (pressed == Qt.Key.Key_Minus) == (key in self._selected):
                self.toggle(key)
            return True
        if key and pressed == Qt.Key.Key_Delete and self._items[key].own:
            self.removeRequested.emit(key)
            return True
        return False

    def _search_key(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            tiles = self._grid.visible_tiles()
            tiles[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        return False


def _details(item: StyleItem) -> str:
    return ", ".join(part for part in (item.title, item.artist, item.year) if part)


class _Veil(QWidget):
    """An accent ring over the gallery while something hangs above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, em = theme.tokens(), theme.metrics(self)
        wash = colours.colour("accent")
        wash.setAlpha(28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash)
        painter.drawRoundedRect(QRectF(self.rect()), em.px(8), em.px(8))
        ring(painter, QRectF(self.rect()), em.px(8), colours.colour("accent"), em.px(2))
