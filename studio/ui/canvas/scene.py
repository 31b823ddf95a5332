"""The pictures on the canvas: photo, result, the preview of running work, or one instead of all."""

import time
from typing import Literal

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from studio.ui.canvas.pyramid import Pyramid
from studio.ui.pixels import Pixels

Side = Literal["photo", "result"]
_FADE = 160  # ms
_SELDOM = 0.25  # s between previews from which they are faded into one another


class Scene(QObject):
    """Holds the pictures as pyramids and lets previews follow one another without a flicker.

    A preview that comes a while after the last one is faded in; one whose small levels must be
    made in the background waits, with the one before still shown, until they are there.
    ``changed`` asks to paint again. What stands ``instead`` takes the place of all of them while
    it is there, and has a size of its own.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.photo: Pyramid | None = None
        self.result: Pyramid | None = None
        self.preview: Pyramid | None = None
        self.instead: Pyramid | None = None
        self._instead_side = 1
        self._awaited: Pyramid | None = None
        self._previous: Pyramid | None = None
        self._scale = 1.0
        self._at_once = False
        self._last_preview = 0.0
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self.changed)
        self._fade.finished.connect(self._faded)

    def shown(self, side: Side) -> Pyramid | None:
        """The picture of a side: the photo; or the preview, else the result, else the photo."""
        if self.instead is not None:
            return self.instead
        if side == "photo":
            return self.photo
        return self.preview or self.result or self.photo

    def layers(self, side: Side) -> list[tuple[Pyramid, float]]:
        """What to paint for a side, from the bottom, each with its opacity."""
        top = self.shown(side)
        if top is None:
            return []
        if side == "result" and top is self.preview and self._previous is not None:
            return [(self._previous, 1.0), (top, float(self._fade.currentValue() or 0.0))]
        return [(top, 1.0)]

    def reference(self) -> tuple[int, int] | None:
        """The size of the document's picture, which previews are stretched to."""
        if self.instead is not None:
            return self._instead_side, self._instead_side
        source = self.result or self.photo or self.preview
        return source.size if source is not None else None

    def set_photo(self, pixels: Pixels | None) -> None:
        """Take another photo."""
        old, self.photo = self.photo, self._made(pixels)
        self._retire(old)

    def set_result(self, pixels: Pixels | None) -> None:
        """Take another result."""
        old, self.result = self.result, self._made(pixels)
        self._retire(old)

    def set_instead(self, pixels: Pixels | None, side: int) -> None:
        """Take a square picture instead of all others, as if it had this side; None ends it."""
        old, self.instead = self.instead, self._made(pixels)
        self._instead_side = side
        self._retire(old)
        self.changed.emit()

    def set_preview(self, pixels: Pixels | None, width: float, *, at_once: bool = False) -> None:
        """Take another preview, to be shown ``width`` screen pixels wide; None ends it.

        Nothing is faded where the preview follows the hand ``at_once``.
        """
        self._at_once = at_once
        self._retire(self._awaited)
        self._awaited = None
        arrived = self._made(pixels)
        if arrived is None:
            old, self.preview = self.preview, None
            self._faded()
            self._retire(old)
            return
        scale = self._scale = width / arrived.size[0]
        if self.shown("result") is None or arrived.ready(scale):
            self._take(arrived)
        else:
            self._awaited = arrived
            arrived.image(scale)

    def _take(self, arrived: Pyramid) -> None:
        now = time.monotonic()
        seldom, self._last_preview = now - self._last_preview > _SELDOM, now
        before = self.preview or self.result or self.photo
        self._faded()
        old, self.preview = self.preview, arrived
        if seldom and before is not None and not self._at_once:
            self._previous = before
            self._fade.start()
        elif old is not None:
            self._retire(old)
        self.changed.emit()

    def _made(self, pixels: Pixels | None) -> Pyramid | None:
        if pixels is None:
            return None
        made = Pyramid(pixels, self)
        made.improved.connect(self._improved)
        return made

    def _improved(self) -> None:
        awaited = self._awaited
        if awaited is not None and awaited.ready(self._scale):
            self._awaited = None
            self._take(awaited)
        self.changed.emit()

    def _faded(self) -> None:
        self._fade.stop()
        previous, self._previous = self._previous, None
        if previous not in (self.photo, self.result, self.preview):
            self._retire(previous)
        self.changed.emit()

    def _retire(self, pyramid: Pyramid | None) -> None:
        if pyramid is None:
            return
        if pyramid is self._previous:
            self._previous = None
        pyramid.close()
        pyramid.deleteLater()
