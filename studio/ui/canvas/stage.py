"""Where on the canvas the photo and the result stand at one moment, and how that is painted."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from studio.ui import theme
from studio.ui.canvas import painting
from studio.ui.canvas.scene import Scene, Side
from studio.ui.canvas.view import View
from studio.ui.widgets.painting import pill

Compare = Literal["off", "split", "side", "hold"]
translate = QCoreApplication.translate
MODES: tuple[Compare, ...] = ("off", "split", "side", "hold")


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """All that decides the picture on the canvas; rectangles are in logical pixels.

    Side by side the canvas has two panes, which share one view; else it has one.
    """

    scene: Scene
    view: View
    size: tuple[int, int]
    ratio: float
    font: QFont
    mode: Compare
    swapped: bool
    holding: bool
    split: float
    labels: tuple[str, str]

    @property
    def comparing(self) -> bool:
        """Whether there are two pictures to compare."""
        scene = self.scene
        both = scene.photo is not None and scene.shown("result") is not scene.photo
        return both and scene.instead is None

    @property
    def sides(self) -> tuple[Side, Side]:
        """What stands on the left and on the right."""
        return ("result", "photo") if self.swapped else ("photo", "result")

    @property
    def front(self) -> Side:
        """What is seen when only one of the two is."""
        if not self.comparing:
            return "result"
        photo = self.mode == "off" and self.swapped
        photo = photo or (self.mode == "hold" and self.holding != self.swapped)
        return "photo" if photo else "result"

    @property
    def pane_size(self) -> tuple[int, int]:
        """The size of a pane in device pixels, which is the window of the view."""
        width, height = (max(1, round(side * self.ratio)) for side in self.size)
        if self._aside:
            width = max(1, (width - round(theme.metrics(self.font).px(4) * self.ratio)) // 2)
        return width, height

    @property
    def margin(self) -> int:
        """What a fitted picture leaves free on every side, in device pixels."""
        return round(theme.metrics(self.font).px(16) * self.ratio)

    @property
    def work_pane(self) -> QRectF:
        """The pane in which running work appears."""
        return self.pane(self.sides.index("result") if self._aside else 0)

    @property
    def split_x(self) -> float | None:
        """Where the split line is; None when there is none."""
        if self.mode != "split" or not self.comparing:
            return None
        area = self.visible(self.pane(0))
        return area.left() + self.split * area.width()

    @property
    def words(self) -> str:
        """What is shown, in words: "photo and Fine · Good, split, 400 by 300 pixels"."""
        photo, result = self.labels
        if self.mode == "off" or not self.comparing:
            plain = self.scene.instead is None and not self.comparing
            shown = photo if self.front == "photo" or plain else result
        else:
            pattern = {
                "split": translate("Canvas", "{left} and {right}, split"),
                "side": translate("Canvas", "{left} and {right}, side by side"),
                "hold": translate("Canvas", "{right}; hold Enter to see {left}"),
            }[self.mode]
            shown = pattern.format(left=photo, right=result)
        width, height = self.view.picture
        size = translate("Canvas", "{width} by {height} pixels")
        return f"{shown}, {size.format(width=width, height=height)}"

    def pane(self, index: int) -> QRectF:
        """The left or only pane, or the right one."""
        width, height = self.pane_size
        left = round(self.size[0] * self.ratio) - width if index == 1 else 0
        return QRectF(left / self.ratio, 0, width / self.ratio, height / self.ratio)

    def pane_at(self, point: QPointF) -> QRectF:
        """The pane under a point."""
        right = self._aside and self.pane(1).contains(point)
        return self.pane(1 if right else 0)

    def visible(self, pane: QRectF) -> QRectF:
        """The part of a pane that the picture covers."""
        x, y, width, height = (value / self.ratio for value in self.view.rect)
        return QRectF(pane.left() + x, pane.top() + y, width, height) & pane

    def paint(self, painter: QPainter, *, lively: bool) -> None:
        """Paint the pictures with their labels; ``lively`` swells the handle of the split."""
        x = self.split_x
        if x is not None:
            pane = self.pane(0)
            left, right = QRectF(pane), QRectF(pane)
            left.setRight(x)
            right.setLeft(x)
            self._paint_side(painter, self.sides[0], pane, left)
            self._paint_side(painter, self.sides[1], pane, right)
            area, em = self.visible(pane), theme.metrics(self.font)
            painting.split_line(painter, x, area, area.center().y(), em, lively)
        elif self._aside:
            for index, side in enumerate(self.sides):
                self._paint_side(painter, side, self.pane(index), self.pane(index))
        else:
            self._paint_side(painter, self.front, self.pane(0), self.pane(0))

    @property
    def _aside(self) -> bool:
        return self.mode == "side" and self.comparing

    def _paint_side(self, painter: QPainter, side: Side, pane: QRectF, clip: QRectF) -> None:
        ratio = self.ratio
        x, y, width, height = self.view.rect
        rect = QRectF(x + round(pane.left() * ratio), y + round(pane.top() * ratio), width, height)
        left, top = round(clip.left() * ratio), round(clip.top() * ratio)
        right, bottom = round(clip.right() * ratio), round(clip.bottom() * ratio)
        window = QRectF(left, top, right - left, bottom - top)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)  # from here on in device pixels
        for pyramid, opacity in self.scene.layers(side):
            place = painting.placed(pyramid.size, rect)
            painter.setOpacity(opacity)
            if pyramid.alpha:
                square = theme.metrics(self.font).px(8 * ratio)
                painting.checkerboard(painter, place, window, square)
            exact = pyramid.size == self.view.picture
            painting.picture(painter, pyramid, place, window, exact=exact)
        painter.restore()
        if self.comparing and (self.mode != "off" or self.swapped):
            self._paint_label(painter, side, pane, clip)

    def _paint_label(self, painter: QPainter, side: Side, pane: QRectF, clip: QRectF) -> None:
        em = theme.metrics(self.font)
        area, gap = self.visible(pane) & clip, em.px(10)
        if area.height() <= em.px(40):
            return
        right = self.mode == "split" and side == self.sides[1]
        corner = QPointF(area.right() - gap if right else area.left() + gap, area.top() + gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        text = self.labels[0 if side == "photo" else 1]
        pill(painter, text, theme.small_font(self.font), corner, right=right)
        painter.restore()
