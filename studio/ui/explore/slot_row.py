"""The four slots: what is put by is gone back to with a click, or mixed on the pad."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from studio.tasks.latent_place import LatentPlace
from studio.ui import theme
from studio.ui.explore import pad_paint
from studio.ui.explore.thumbnails import Thumbnails
from studio.ui.explore.values import SLOTS
from studio.ui.icons import icon
from studio.ui.widgets.tile import Tile


class Slot(Tile):
    """One slot with its letter; × or Delete empties it."""

    emptied = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(None, parent=parent)
        self.aspect = 1.0
        self.badge = ""
        self._name = name
        self.filled = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.badgeClicked.connect(self.emptied)
        self.show_filled(False)

    def show_filled(self, filled: bool) -> None:
        """Be a place to go to, or one to put something by."""
        self.filled = filled
        self.badge = "close" if filled else ""
        self.empty_icon = ""
        if filled:
            tip = self.tr("Go to {name} · Delete: empty the slot").format(name=self._name)
            spoken = self.tr("Slot {name}, filled").format(name=self._name)
        else:
            tip = self.tr("Put what is seen by in {name}").format(name=self._name)
            spoken = self.tr("Slot {name}, empty").format(name=self._name)
        self.setToolTip(tip)
        self.setAccessibleName(spoken)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.filled and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.filled:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            empty = menu.addAction(icon("close"), self.tr("Empty slot {n}").format(n=self._name))
            empty.triggered.connect(lambda _=False: self.emptied.emit())
            menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        em = theme.metrics(self)
        if self.filled:
            pad_paint.letter(painter, self.rect().topLeft().toPointF(), self._name)
            return
        bright = self.underMouse() or self.hasFocus()
        painter.setPen(theme.tokens().colour("text" if bright else "muted"))
        painter.setFont(theme.large_font(self.font()))
        box = QRectF(self.rect()).adjusted(em.px(2), em.px(2), -em.px(2), -em.px(2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._name)


class SlotRow(QWidget):
    """The slots side by side. ``put`` and ``gone`` carry a number from 0, ``emptied`` too."""

    put = Signal(int)
    gone = Signal(int)
    emptied = Signal(int)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._places: tuple[LatentPlace | None, ...] = (None,) * len(SLOTS)
        self.slots = [Slot(name, self) for name in SLOTS]
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics(self).px(8))
        for number, slot in enumerate(self.slots):
            slot.clicked.connect(partial(self._clicked, number))
            slot.emptied.connect(partial(self.emptied.emit, number))
            row.addWidget(slot, 1)
        thumbnails.arrived.connect(self._show)

    def add_button(self, text: str, name: str) -> QPushButton:
        """A button as large as a slot, beside them."""
        made = QPushButton(text, self)
        made.setAccessibleName(name)
        made.setFont(theme.small_font(self.font()))
        theme.set_role(made, "slot")
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        made.setMinimumWidth(1)
        self._row.addWidget(made, 1)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all of them square, and of one height."""
        super().resizeEvent(event)
        count = self._row.count()
        side = (self.width() - (count - 1) * self._row.spacing()) // max(1, count)
        for place in range(count):
            item = self._row.itemAt(place)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.setFixedHeight(max(1, min(side, theme.metrics(self).px(96))))

    def show_slots(self, model: str, slots: tuple[tuple[float, ...], ...]) -> None:
        """Show what is put by; emits nothing."""
        self._places = tuple(LatentPlace(model, told=told) if told else None for told in slots)
        self._thumbnails.want("slots", [place for place in self._places if place is not None])
        self._show()

    def _show(self) -> None:
        side = round(self.slots[0].width() * self.devicePixelRatioF())
        for slot, place in zip(self.slots, self._places, strict=True):
            image = None if place is None else self._thumbnails.image(place, side)
            slot.set_image(image)
            if slot.filled != (place is not None):
                slot.show_filled(place is not None)

    def _clicked(self, number: int) -> None:
        (self.gone if self.slots[number].filled else self.put).emit(number)
