"""A picture at several sizes, so that a zoomed-out canvas paints few pixels, and well."""

import math
import threading

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage

from studio.ui.pixels import Pixels, eight_bits, to_image, wrap

AT_ONCE = 3_000_000  # pixels up to which a level is made while the painter waits
_STRIP = 1_500_000  # pixels that are reduced in one go, about 10 ms
_POLL = 15  # ms


class Pyramid(QObject):
    """Levels of halved size over a picture, each made when it is first wanted.

    The full size wraps the array, which nobody may change afterwards. Levels of big pictures are
    made in the thread pool; until one is there a rough one, or the next best, stands in for it,
    and ``improved`` tells when to paint again.
    """

    improved = Signal()

    def __init__(self, pixels: Pixels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.uint8] = eight_bits(pixels)
        self._levels: dict[int, QImage] = {0: self._base()}
        self._rough: dict[int, QImage] = {}
        self._made: dict[int, NDArray[np.uint8]] = {}
        self._pending: set[int] = set()
        self._given_up = threading.Event()
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._collect)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the full size."""
        return self._pixels.shape[1], self._pixels.shape[0]

    @property
    def alpha(self) -> bool:
        """Whether the picture may be seen through."""
        return self._pixels.shape[2] == 4

    def level(self, scale: float) -> int:
        """The level to paint at ``scale`` device pixels a picture pixel; level k is 1/2**k."""
        if scale >= 0.85:
            return 0
        smallest = max(0, int(math.log2(max(1, min(self.size)))))
        return max(0, min(smallest, math.floor(math.log2(1 / scale) + 0.25)))

    def ready(self, scale: float) -> bool:
        """Whether ``image`` can give its best for this scale at once."""
        level = self.level(scale)
        return level in self._levels or self._cheap(level)

    def image(self, scale: float) -> tuple[QImage, int]:
        """The best image there is for a scale, and its level; asks for a better one if needed."""
        wanted = self.level(scale)
        if wanted in self._levels:
            return self._levels[wanted], wanted
        if self._cheap(wanted):
            self._keep(wanted, self._reduced(wanted))
            return self._levels[wanted], wanted
        self._ask(wanted)
        finer = [k for k in self._levels if 0 < k < wanted]
        if finer:
            return self._levels[max(finer)], max(finer)
        coarser = [k for k in self._levels if wanted < k <= wanted + 2]
        if coarser:
            return self._levels[min(coarser)], min(coarser)
        if wanted not in self._rough:
            step = 2**wanted
            self._rough = {wanted: to_image(self._pixels[step // 2 :: step, step // 2 :: step])}
        return self._rough[wanted], wanted

    def close(self) -> None:
        """Let work in the thread pool end soon; the pyramid can still be painted."""
        self._given_up.set()
        self._poll.stop()

    def _base(self) -> QImage:
        if self._pixels[:, :, 0].size <= AT_ONCE:
            return to_image(self._pixels)
        return wrap(self._pixels)

    def _cheap(self, level: int) -> bool:
        start = self._start(level)
        if start == 0:
            return self._pixels.shape[0] * self._pixels.shape[1] <= AT_ONCE
        image = self._levels[start]
        return image.width() * image.height() <= AT_ONCE

    def _start(self, level: int) -> int:
        return max(k for k in self._levels if k < level)

    def _reduced(self, level: int) -> NDArray[np.uint8]:
        start = self._start(level)
        source = self._pixels if start == 0 else _pixels_of(self._levels[start])
        return reduced(source, 2 ** (level - start), premultiplied=start != 0, stop=None)

    def _ask(self, level: int) -> None:
        if level in self._pending or self._given_up.is_set():
            return
        self._pending.add(level)
        pixels, made, stop = self._pixels, self._made, self._given_up

        def work() -> None:
            done = reduced(pixels, 2**level, premultiplied=False, stop=stop)
            if not stop.is_set():
                made[level] = done

        QThreadPool.globalInstance().start(work)
        self._poll.start()

    def _collect(self) -> None:
        for level in list(self._made):
            self._keep(level, self._made.pop(level))
            self._pending.discard(level)
            self._rough = {}
            self.improved.emit()
        if not self._pending:
            self._poll.stop()

    def _keep(self, level: int, pixels: NDArray[np.uint8]) -> None:
        height, width, _ = pixels.shape
        alpha = QImage.Format.Format_RGBA8888_Premultiplied
        kind = alpha if self.alpha else QImage.Format.Format_RGBX8888
        fast = QImage.Format.Format_ARGB32_Premultiplied if self.alpha else _PLAIN
        self._levels[level] = QImage(pixels.data, width, height, width * 4, kind).convertToFormat(
            fast
        )


_PLAIN = QImage.Format.Format_RGB32


def reduced(
    pixels: NDArray[np.uint8],
    factor: int,
    *,
    premultiplied: bool,
    stop: threading.Event | None,
) -> NDArray[np.uint8]:
    """The mean of every ``factor × factor`` pixels, as (h, w, 4) with premultiplied alpha.

    Works in strips, so that other threads get their turn, and ends early once ``stop`` is set.
    Odd sides are rounded up: the last row and column are means of what is left.
    """
    from PIL import Image

    height, width, channels = pixels.shape
    result = np.full((-(-height // factor), -(-width // factor), 4), 255, np.uint8)
    rows = max(1, _STRIP // (width * factor)) * factor
    for top in range(0, height, rows):
        if stop is not None and stop.is_set():
            break
        strip = Image.fromarray(pixels[top : top + rows])
        if channels == 4:
            strip = strip if premultiplied else strip.convert("RGBa")
        small = np.asarray(strip.reduce(factor))
        at = top // factor
        result[at : at + small.shape[0], :, :channels] = small
    return result


def _pixels_of(image: QImage) -> NDArray[np.uint8]:
    """The pixels of a level, (h, w, 4), red first."""
    alpha = image.hasAlphaChannel()
    kind = QImage.Format.Format_RGBA8888_Premultiplied if alpha else QImage.Format.Format_RGBX8888
    plain = image.convertToFormat(kind)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return rows[:, : plain.width() * 4].reshape(plain.height(), plain.width(), 4).copy()
