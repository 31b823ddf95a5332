"""A picture of what stands still in a widget, painted anew only where that has changed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from studio.ui import theme


class Still:
    """Keeps the picture; the playhead, a rubber band and notes in the hand go on top of it."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._picture = QPixmap()
        self._same: tuple[Any, ...] = ()
        self._equal: tuple[Any, ...] = ()

    def keep(
        self,
        same: tuple[Any, ...],
        equal: tuple[Any, ...],
        paint: Callable[[QPainter], None],
    ) -> None:
        """Paint anew where anything that it shows is another.

        Large things are compared by identity (``same``), others by value (``equal``); size, font
        and theme are seen to.
        """
        widget = self._widget
        size, ratio = widget.size(), widget.devicePixelRatioF()
        now = (*equal, theme.current(), widget.font(), size, ratio)
        kept = len(self._same) == len(same) and all(
            one is other for one, other in zip(self._same, same, strict=True)
        )
        if kept and now == self._equal:
            return
        self._same, self._equal = same, now
        device = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._picture.size() != device:
            self._picture = QPixmap(device)
        self._picture.setDevicePixelRatio(ratio)
        painter = QPainter(self._picture)
        paint(painter)
        painter.end()

    def draw(self, painter: QPainter, box: QRect) -> None:
        """Draw a part of the picture in its place."""
        ratio = self._picture.devicePixelRatio()
        source = QRectF(box.x() * ratio, box.y() * ratio, box.width() * ratio, box.height() * ratio)
        painter.drawPixmap(QRectF(box), self._picture, source)
