"""The canvas: shows the photo, the result and the preview of running work, and compares them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui import theme
from studio.ui.canvas import painting
from studio.ui.canvas.gestures import BY_KEYS, Gestures
from studio.ui.canvas.scene import Scene
from studio.ui.canvas.stage import MODES, Compare, Stage
from studio.ui.canvas.view import View
from studio.ui.pixels import Pixels
from studio.ui.widgets.drop_target import DropTarget
from studio.ui.widgets.painting import pill, ring


class Canvas(QWidget):
    """A picture to zoom into, to pan, to compare, to drop on and to drag out of.

    Pictures are (H, W, 3|4) arrays of uint8 that nobody writes to again (uint16 is taken, at the
    cost of a conversion here). 100 % is one pixel of the document per pixel of the screen.

    Wheel: zoom at the pointer, on a touchpad two fingers pan. Middle button or held Space: pan.
    Double click: fit or 100 %. Keys: + −, Ctrl+0 fit, Ctrl+1 2 3 4 for 100, 200, 400, 800 %,
    arrows pan, M next way of comparing, C swap sides, Alt+← → move the split, Enter held shows the
    photo where the way is "hold".

    ``dropped`` hands over a QMimeData, valid until the slot returns. ``dragRequested`` asks the
    window to start a QDrag with the picture. ``openRequested``: the empty canvas was pressed.
    The setters that tell the canvas what to show emit nothing; those of zoom and comparison do.
    """

    zoomChanged = Signal(float)
    compareChanged = Signal(str)
    swappedChanged = Signal(bool)
    dropped = Signal(object)
    dragRequested = Signal()
    openRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._scene = Scene(self)
        self._scene.changed.connect(self.update)
        self._view = View((1, 1), (1, 1), fitted=True)
        self._before = self._view
        self._mode: Compare = "off"
        self._swapped = False
        self._holding = False
        self._hanging = False
        self._keyboard_focus = False
        self._split = 0.5
        self._progress: float | None = None
        self._labels = (self.tr("photo"), self.tr("result"))
        self._zoom_pill = QTimer(self)
        self._zoom_pill.setSingleShot(True)
        self._zoom_pill.setInterval(1200)
        self._zoom_pill.timeout.connect(self.update)
        self._gestures = Gestures(self)
        target = DropTarget(self)
        target.hovered.connect(self._hovered)
        target.dropped.connect(self.dropped)
        self.setAccessibleName(self.tr("Canvas"))
        self._describe()

    # What is shown

    def set_photo(self, pixels: Pixels | None) -> None:
        """Show another photo, fitted; None takes it away."""
        self._scene.set_photo(pixels)
        self._refer(fit=True)

    def set_result(self, pixels: Pixels | None) -> None:
        """Show another result in the place of the photo; None shows the photo again."""
        self._unswap()
        self._scene.set_result(pixels)
        self._refer()

    def set_preview(self, pixels: Pixels | None, *, at_once: bool = False) -> None:
        """Show running work above the result, stretched to the same place; None ends it.

        It is faded in where the last one is a while ago, unless it follows the hand ``at_once``.
        """
        if self._scene.preview is None:
            self._unswap()
        self._scene.set_preview(pixels, self._view.rect[2], at_once=at_once)
        self._refer()

    def set_instead(self, pixels: Pixels | None, side: int = 1) -> None:
        """Show a square picture instead of all others, fitted as if it had this side.

        None ends it: the others are seen as they were before.
        """
        there, begins = pixels is not None, self._scene.instead is None
        if there and begins:
            self._before = self._view
        self._scene.set_instead(pixels, side)
        if not there and not begins:
            self._view = self._before
            self.zoomChanged.emit(self._view.zoom)
        self._refer(fit=there and begins)

    def set_progress(self, fraction: float | None) -> None:
        """Draw how far the running work is as a fine line along the picture's foot."""
        self._progress = fraction
        self.update()

    def set_labels(self, photo: str, result: str) -> None:
        """Name the two sides of a comparison."""
        self._labels = (photo, result)
        self._describe()
        self.update()

    def is_empty(self) -> bool:
        """Whether there is nothing to show, so that the invitation shows."""
        return self._scene.shown("result") is None

    # Zoom

    def zoom(self) -> float:
        """Screen pixels a picture pixel."""
        return self._view.zoom

    def is_fitted(self) -> bool:
        """Whether the picture follows the size of the canvas."""
        return self._view.fitted

    def fit(self) -> None:
        """Show the whole picture as large as it goes, and keep it so."""
        self.set_view(self._view.fit(self._stage().margin))

    def zoom_to(self, factor: float) -> None:
        """Zoom to a factor, 1 being one picture pixel a screen pixel, about the middle."""
        self.set_view(self._view.zoomed_to(factor))

    def zoom_in(self) -> None:
        """Zoom in by a quarter."""
        self._zoom_by(1.25)

    def zoom_out(self) -> None:
        """Zoom out by a fifth."""
        self._zoom_by(0.8)

    def view(self) -> View:
        """The part of the picture that is seen, in device pixels."""
        return self._view

    def set_view(self, view: View) -> None:
        """See another part of the picture."""
        changed = view.zoom != self._view.zoom
        self._view = view
        if changed:
            self._zoom_pill.start()
            self.zoomChanged.emit(view.zoom)
        self._describe()
        self.update()

    # Comparison

    def compare(self) -> Compare:
        """The way in which photo and result are compared."""
        return self._mode

    def set_compare(self, mode: Compare) -> None:
        """Compare in a way: "off", "split", "side" by side, or "hold" to see the photo."""
        if mode not in MODES:
            raise ValueError(f"no comparison is called {mode!r}")
        if mode == self._mode:
            return
        self._mode = mode
        self._holding = False
        self._gestures.stop()
        self.compareChanged.emit(mode)
        self.set_view(self._resized())

    def cycle_compare(self) -> None:
        """Go on to the next way of comparing."""
        self.set_compare(MODES[(MODES.index(self._mode) + 1) % len(MODES)])

    def swap(self) -> None:
        """Let photo and result change sides; without a comparison show the one for the other."""
        self._set_swapped(not self._swapped)

    def swapped(self) -> bool:
        """Whether the sides have been changed."""
        return self._swapped

    def split(self) -> float:
        """Where the split is, 0 (left) to 1, of the visible part of the picture."""
        return self._split

    def set_split(self, fraction: float) -> None:
        """Move the split."""
        self._split = min(1.0, max(0.0, fraction))
        self.update()

    def can_compare(self) -> bool:
        """Whether there are two pictures to compare."""
        return self._stage().comparing

    def set_holding(self, holding: bool) -> None:
        """Show the photo for as long as something is held down."""
        if holding != self._holding:
            self._holding = holding
            self._describe()
            self.update()

    def split_x(self) -> float | None:
        """Where the split line is, in logical pixels; None when there is none."""
        return self._stage().split_x

    def split_area(self) -> QRectF:
        """The visible part of the picture, in logical pixels, that the split runs through."""
        stage = self._stage()
        return stage.visible(stage.pane(0))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens()
        painter.fillRect(self.rect(), colours.colour("ground"))
        if self.is_empty():
            lively = self._hanging or self._gestures.over
            ratio = self.devicePixelRatioF()
            painting.invitation(painter, QRectF(self.rect()), self.font(), ratio, lively)
        else:
            self._stage().paint(painter, lively=self._gestures.on_split)
        self._paint_over(painter)
        painter.end()

    def _paint_over(self, painter: QPainter) -> None:
        colours, em = theme.tokens(), theme.metrics(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._progress is not None and not self.is_empty():
            stage = self._stage()
            area = stage.visible(stage.work_pane)
            painting.progress(painter, area, self._progress, em.px(2))
        if self._zoom_pill.isActive() and not self.is_empty():
            font = theme.small_font(self.font())
            corner = QPointF(box.right() - em.px(12), box.bottom() - em.px(34))
            pill(painter, self.zoom_text(), font, corner, right=True)
        if self._hanging and not self.is_empty():
            ring(painter, box.adjusted(2, 2, -2, -2), em.px(8), colours.colour("accent"), em.px(3))
        elif self._keyboard_focus and self.hasFocus():
            ring(painter, box.adjusted(1, 1, -1, -1), em.px(6), colours.colour("focus"), em.px(2))

    def zoom_text(self) -> str:
        """The zoom to be read: "62 %"."""
        percent = self._view.zoom * 100
        return f"{percent:.0f} %" if percent >= 10 else f"{percent:.1f} %"

    # Geometry

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(880), em.px(600))

    def minimumSizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(260), em.px(200))

    def pane_at(self, point: QPointF) -> QRectF:
        """The pane under a point, in logical pixels: half of the canvas side by side, else all."""
        return self._stage().pane_at(point)

    def _stage(self) -> Stage:
        return Stage(
            scene=self._scene,
            view=self._view,
            size=(self.width(), self.height()),
            ratio=self.devicePixelRatioF(),
            font=self.font(),
            mode=self._mode,
            swapped=self._swapped,
            holding=self._holding,
            split=self._split,
            labels=self._labels,
        )

    # State

    def _resized(self) -> View:
        stage = self._stage()
        return self._view.resized(stage.pane_size, stage.margin)

    def _refer(self, *, fit: bool = False) -> None:
        """Let the view follow what is shown now."""
        size = self._scene.reference()
        if size is not None:
            before = self._view
            view = self._resized()
            if fit or before.picture == (1, 1):
                view = View(size, view.window).fit(self._stage().margin)
            elif size != view.picture:
                view = view.repictured(size)
                view = view.fit(self._stage().margin) if before.fitted else view
            self._view = view
            if view.zoom != before.zoom:
                self.zoomChanged.emit(view.zoom)
        self._describe()
        self.update()

    def _unswap(self) -> None:
        if self._mode == "off" and self._swapped:
            self._set_swapped(False)

    def _set_swapped(self, swapped: bool) -> None:
        self._swapped = swapped
        self._describe()
        self.update()
        self.swappedChanged.emit(swapped)

    def _zoom_by(self, factor: float) -> None:
        middle = (self._view.window[0] / 2, self._view.window[1] / 2)
        self.set_view(self._view.zoomed_by(factor, middle))

    def _hovered(self, hanging: bool) -> None:
        self._hanging = hanging
        self.update()

    def _describe(self) -> None:
        if self.is_empty():
            told = self.tr("Empty. Drop a photo here, or press Enter to open one.")
        else:
            told = f"{self._stage().words}, {self.zoom_text()}"
        self.setAccessibleDescription(told)

    # Events

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._gestures.native(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._refer()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self._view.zoom
        self._view = self._resized()
        if self._view.zoom != before and not self.is_empty():
            self.zoomChanged.emit(self._view.zoom)
            self._describe()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard_focus = event.reason() in BY_KEYS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._gestures.stop()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._gestures.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._gestures.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._gestures.key_press(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._gestures.key_release(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._gestures.enter()

    def leaveEvent(self, event: QEvent) -> None:
        self._gestures.leave()
