"""How loud the song is now: two thin bars that fall slowly."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui.theme import metrics, tokens

_FLOOR = -48.0  # dB at the left end
_FALL = 1.6  # dB a frame


class LevelMeter(QWidget):
    """Left above right, from -48 dB to full scale; the last 3 dB are red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = (_FLOOR, _FLOOR)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Level"))

    def sizeHint(self) -> QSize:
        """A small bar beside the name of the sound."""
        sizes = metrics(self)
        return QSize(sizes.px(64), sizes.px(10))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def show_level(self, left: float, right: float) -> None:
        """Show peaks, 0..1 of full scale; bars rise at once and fall slowly."""
        new = tuple(
            max(_decibels(peak), before - _FALL, _FLOOR)
            for peak, before in zip((left, right), self._shown, strict=True)
        )
        if new != self._shown:
            self._shown = (new[0], new[1])
            self.update()

    @property
    def resting(self) -> bool:
        """Whether both bars have fallen to the left end."""
        return self._shown == (_FLOOR, _FLOOR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two bars."""
        colours = tokens()
        painter = QPainter(self)
        gap = metrics(self).px(2)
        height = (self.height() - 3 * gap) / 2
        for row, level in enumerate(self._shown):
            top = gap + row * (height + gap)
            painter.fillRect(QRectF(0, top, self.width(), height), colours.colour("track"))
            part = (level - _FLOOR) / -_FLOOR
            name = "bad" if level > -3 else "good"
            wide = self.width() * min(1.0, part)
            painter.fillRect(QRectF(0, top, wide, height), colours.colour(name))


def _decibels(peak: float) -> float:
    return 20 * math.log10(peak) if peak > 1e-6 else _FLOOR
