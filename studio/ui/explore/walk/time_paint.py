"""How the time line of a walk looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPixmap, QPolygonF

from studio.image.latent_walk import Keyframe
from studio.tasks.latent_place import LatentPlace
from studio.ui import theme
from studio.ui.explore.thumbnails import Thumbnails
from studio.ui.explore.walk import scale
from studio.ui.explore.walk.walking import Walking
from studio.ui.widgets.painting import cover, ring, rounded

if TYPE_CHECKING:
    from studio.ui.explore.walk.time_line import TimeLine

RULER = 20  # pixels of the design
_MARGIN = 6


class TimePaint:
    """Paints ruler, bar lines, pictures and playhead onto a time line."""

    def __init__(self, line: TimeLine, walking: Walking, thumbnails: Thumbnails) -> None:
        self._line = line
        self._walking = walking
        self._thumbnails = thumbnails
        self._covers: dict[tuple[LatentPlace, int, float], QPixmap] = {}

    def keyframes(self) -> tuple[Keyframe, ...]:
        """The keyframes that are shown: those of the walk, or the first of one to come."""
        walk = self._walking.walk
        if self._walking.times is None:
            return self._walking.values.keyframes
        return walk.keyframes if walk is not None else ()

    def boxes(self) -> list[QRectF]:
        """Where their pictures lie."""
        em, where = theme.metrics(self._line), self._line.scale
        top = em.px(RULER) + em.px(_MARGIN)
        side = self._line.height() - top - em.px(_MARGIN)
        centres = [where.x(one.time) for one in self.keyframes()]
        return scale.boxes(centres, side, top, em.px(2))

    def forget(self) -> None:
        """The pictures may be others now."""
        self._covers.clear()

    def paint(self, seen: QRect) -> None:
        """Paint everything within ``seen``."""
        line, tokens, em = self._line, theme.tokens(), theme.metrics(self._line)
        painter = QPainter(line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(line.rect())
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), em.radius, em.radius)
        painter.fillPath(path, tokens.colour("raised"))
        if tokens.border:
            painter.setPen(tokens.colour("line"))
            painter.drawPath(path)
        self._ruler(painter, seen)
        self._way(painter)
        self._pictures(painter, QRectF(seen))
        if not self.keyframes():
            self._invite(painter)
        else:
            self._playhead(painter)
        if line.hasFocus():
            ring(painter, box, em.radius, tokens.colour("focus"), em.px(1))
        painter.end()

    def _ruler(self, painter: QPainter, seen: QRect) -> None:
        line, tokens, em = self._line, theme.tokens(), theme.metrics(self._line)
        font = theme.small_font(line.font())
        letters = QFontMetricsF(font)
        painter.setFont(font)
        height, where = em.px(RULER), line.scale
        room = letters.horizontalAdvance("00:00.0") + em.px(16)
        for seconds, written in where.marks(room):
            x = round(where.x(seconds)) + 0.5
            if not seen.left() - room < x < seen.right() + room:
                continue
            painter.setPen(tokens.colour("faint" if written else "line"))
            painter.drawLine(QPointF(x, height - em.px(5 if written else 3)), QPointF(x, height))
            if written:
                text = scale.clock(seconds)
                wide = letters.horizontalAdvance(text)
                painter.setPen(tokens.colour("muted"))
                painter.drawText(QPointF(x - wide / 2, height - em.px(7)), text)
        painter.setPen(tokens.colour("line"))
        painter.drawLine(QPointF(1, height + 0.5), QPointF(line.width() - 1, height + 0.5))

    def _way(self, painter: QPainter) -> None:
        """From the first frame to the last, and the bar lines of the song."""
        line, tokens, em = self._line, theme.tokens(), theme.metrics(self._line)
        where, seconds = line.scale, self._walking.seconds
        if not seconds:
            return
        top, bottom = em.px(RULER) + 1, line.height() - 1
        painter.setPen(tokens.colour("faint"))
        for _, bar in self._walking.bar_lines():
            x = round(where.x(bar)) + 0.5
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        middle = (top + bottom) / 2
        way = QRectF(where.x(0), middle - em.px(1), where.x(seconds) - where.x(0), em.px(2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("faint"))
        painter.drawRoundedRect(way, em.px(1), em.px(1))
        end = where.x(seconds)
        painter.drawRoundedRect(
            QRectF(end - em.px(1), middle - em.px(6), em.px(2), em.px(12)), em.px(1), em.px(1)
        )

    def _pictures(self, painter: QPainter, seen: QRectF) -> None:
        line, tokens, em = self._line, theme.tokens(), theme.metrics(self._line)
        boxes = self.boxes()
        for number, (one, box) in enumerate(zip(self.keyframes(), boxes, strict=True)):
            if not box.adjusted(-2, -2, 2, 2).intersects(seen):
                continue
            radius = min(em.px(4), box.width() / 2)
            self._picture(painter, one, box, radius)
            if number in (line.chosen, line.hovered):
                colour = tokens.colour("accent" if number == line.chosen else "muted")
                wide = em.px(2) if number == line.chosen else em.px(1)
                ring(painter, box.adjusted(-1, -1, 1, 1), radius + 1, colour, wide)

    def _picture(self, painter: QPainter, one: Keyframe, box: QRectF, radius: float) -> None:
        side, ratio = round(box.height()), self._line.devicePixelRatioF()
        place = self._walking.place(one)
        key = place, side, ratio
        if key not in self._covers:
            image = self._thumbnails.image(place, side)
            if image is None or image.isNull():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.tokens().colour("hover"))
                painter.drawRoundedRect(box, radius, radius)
                return
            self._covers[key] = cover(image, side, side, ratio)
        whole = self._covers[key]
        width = min(side, round(box.width()))
        if width < side:
            left = round((side - width) / 2 * ratio)
            whole = whole.copy(left, 0, round(width * ratio), whole.height())
        rounded(painter, QRectF(box.x(), box.y(), width, side), radius, whole)

    def _playhead(self, painter: QPainter) -> None:
        line, em = self._line, theme.metrics(self._line)
        x = round(line.scale.x(line.playhead)) + 0.5
        colour = theme.tokens().colour("accent")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        top, half = em.px(RULER - 7), em.px(5)
        painter.drawPolygon(
            QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + em.px(7))])
        )
        painter.drawRect(QRectF(x - 0.75, top + em.px(5), 1.5, line.height() - top - em.px(6)))

    def _invite(self, painter: QPainter) -> None:
        """Say what is to be done where there is nothing yet."""
        line, em = self._line, theme.metrics(self._line)
        painter.setFont(line.font())
        painter.setPen(theme.tokens().colour("muted"))
        text = self._walking.problem or line.tr(
            "Double-click here, or press +, to put the present place on the time line."
        )
        room = line.rect().adjusted(em.px(16), em.px(RULER), -em.px(16), 0)
        words = line.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
