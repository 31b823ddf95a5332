"""Ctrl+P: type a few letters, press Enter; over actions, styles and recent projects."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studio.ui.fuzzy import best_first
from studio.ui.theme import set_role

ROWS = 11
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One line of the palette: what it is called, a word on the right, what Enter does."""

    title: str
    run: Callable[[], object]
    detail: str = ""
    icon: QIcon | None = None
    keywords: str = ""

    @property
    def searched(self) -> str:
        """The text that typing is held against."""
        return f"{self.title} {self.keywords}".strip()


class _Row(QStyledItemDelegate):
    """Paints a title on the left and its detail, fainter, on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * 2.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        entry: PaletteEntry = index.data(_ENTRY)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        metrics, palette = option.fontMetrics, option.palette
        space = round(metrics.height() * 0.7)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Button))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)
        inside = option.rect.adjusted(space, 0, -space, 0)
        side = round(metrics.height() * 1.3)
        if entry.icon is not None and not entry.icon.isNull():
            box = QRect(inside.left(), inside.center().y() - side // 2, side, side)
            entry.icon.paint(painter, box)
        inside.setLeft(inside.left() + side + space)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(inside, right, entry.detail)
        inside.setRight(inside.right() - metrics.horizontalAdvance(entry.detail) - space)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, inside.width())
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, left, title)
        painter.restore()


class CommandPalette(QFrame):
    """A search field over everything the window can do, laid over the window's top.

    ``entries`` is asked each time it opens, so the list is never stale.
    """

    def __init__(self, window: QWidget, entries: Callable[[], Sequence[PaletteEntry]]) -> None:
        super().__init__(window)
        self._window = window
        self._ask = entries
        self._entries: Sequence[PaletteEntry] = ()
        self.setObjectName("commandPalette")
        self.setAccessibleName(self.tr("Command palette"))
        set_role(self, "card")
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Search commands, styles, projects …"))
        self._field.setAccessibleName(self.tr("Search commands, styles and projects"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setObjectName("commandPaletteList")
        self._list.setAccessibleName(self.tr("Found commands"))
        self._list.setItemDelegate(_Row(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda _item: self._run())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the palette with an empty field and the keyboard in it."""
        self._entries = tuple(self._ask())
        self._field.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def titles(self) -> list[str]:
        """The titles found now, in order."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return [item.data(_ENTRY).title for item in items]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list in step with the keys typed in the field, and the place with the window."""
        if watched is self._field and isinstance(event, QKeyEvent):
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
                return self._key(event)
        elif watched is self._field and event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        moves = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: ROWS,
            Qt.Key.Key_PageUp: -ROWS,
        }
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter or event.key() in moves or event.key() == Qt.Key.Key_Escape):
            return False
        event.accept()
        if event.type() == QEvent.Type.ShortcutOverride:
            return True
        if enter:
            self._run()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._window.setFocus()
        else:
            row = self._list.currentRow() + moves[Qt.Key(event.key())]
            self._list.setCurrentRow(max(0, min(self._list.count() - 1, row)))
        return True

    def _search(self, typed: str) -> None:
        self._list.clear()
        for entry in best_first(typed, self._entries, lambda one: one.searched):
            item = QListWidgetItem(entry.title, self._list)
            item.setData(_ENTRY, entry)
        self._list.setCurrentRow(0)

    def _run(self) -> None:
        item = self._list.currentItem()
        self.hide()
        self._window.setFocus()
        if item is not None:
            item.data(_ENTRY).run()

    def _place(self) -> None:
        window = self._window
        em = self.fontMetrics().height()
        width = min(em * 36, window.width() - 2 * em)
        height = min(round(em * (2.1 * ROWS + 3.6)), window.height() - 2 * em)
        self.setGeometry((window.width() - width) // 2, round(em * 2.6), width, height)
