"""Which part of a picture a window shows: zoom, centre, fitting and the magnet of round zooms."""

import math
from dataclasses import dataclass, replace

STOPS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0)
LEAST, MOST = 0.1, 20.0
_REACH = 0.059  # of a stop, as a logarithm: half a wheel notch, so that notches land on each stop


def magnetic(zoom: float) -> float:
    """The round zoom next to ``zoom`` where it is close enough to catch it, else itself."""
    for stop in STOPS:
        if abs(math.log(zoom / stop)) < _REACH:
            return stop
    return zoom


@dataclass(frozen=True, slots=True)
class View:
    """A window of ``window`` device pixels on a picture of ``picture`` pixels.

    ``centre`` is the point of the picture in the middle of the window. ``zoom`` is device pixels
    a picture pixel. ``free`` is the zoom that the wheel has reached before a stop caught it.
    A ``fitted`` view stays fitted when the window changes its size.
    """

    picture: tuple[int, int]
    window: tuple[int, int]
    zoom: float = 1.0
    centre: tuple[float, float] = (0.0, 0.0)
    free: float = 1.0
    fitted: bool = False

    @property
    def rect(self) -> tuple[float, float, float, float]:
        """The picture's place in the window as x, y, width, height; x and y are whole pixels."""
        width, height = (max(1.0, side * self.zoom) for side in self.picture)
        x = round(self.window[0] / 2 - self.centre[0] * self.zoom)
        y = round(self.window[1] / 2 - self.centre[1] * self.zoom)
        return x, y, width, height

    @property
    def least(self) -> float:
        """The smallest zoom: 10 %, or less where the whole picture would not be seen."""
        return min(LEAST, self._fitting(0))

    def fit(self, margin: int = 0) -> "View":
        """Show the whole picture as large as it goes, with a margin of device pixels."""
        zoom = min(MOST, max(1e-4, self._fitting(margin)))
        centre = (self.picture[0] / 2, self.picture[1] / 2)
        return replace(self, zoom=zoom, free=zoom, centre=centre, fitted=True)

    def zoomed_by(self, factor: float, at: tuple[float, float]) -> "View":
        """Zoom by a factor; the picture point under ``at`` (window pixels) keeps its place."""
        free = self._held(self.free * factor)
        return replace(self._zoomed(magnetic(free), at), free=free)

    def zoomed_to(self, zoom: float, at: tuple[float, float] | None = None) -> "View":
        """Zoom to an exact factor, about the middle of the window unless told where."""
        zoom = self._held(zoom)
        middle = (self.window[0] / 2, self.window[1] / 2)
        return replace(self._zoomed(zoom, at or middle), free=zoom)

    def panned(self, dx: float, dy: float) -> "View":
        """Move the picture by device pixels; some of it always stays in the window's middle."""
        x = self.centre[0] - dx / self.zoom
        y = self.centre[1] - dy / self.zoom
        return replace(self, centre=self._inside((x, y)), fitted=False)

    def resized(self, window: tuple[int, int], margin: int = 0) -> "View":
        """The same view in a window of another size."""
        changed = replace(self, window=window)
        return changed.fit(margin) if self.fitted else changed

    def repictured(self, picture: tuple[int, int]) -> "View":
        """The same place on the screen for a picture of another size."""
        across = self.picture[0] / picture[0]
        down = self.picture[1] / picture[1]
        zoom = self.zoom * across
        centre = (self.centre[0] / across, self.centre[1] / down)
        return replace(self, picture=picture, zoom=zoom, free=zoom, centre=centre)

    def to_picture(self, point: tuple[float, float]) -> tuple[float, float]:
        """The picture point under a window point."""
        x, y, _, _ = self.rect
        return (point[0] - x) / self.zoom, (point[1] - y) / self.zoom

    def _zoomed(self, zoom: float, at: tuple[float, float]) -> "View":
        middle = (self.window[0] / 2, self.window[1] / 2)
        pull = 1 / self.zoom - 1 / zoom
        x = self.centre[0] + (at[0] - middle[0]) * pull
        y = self.centre[1] + (at[1] - middle[1]) * pull
        return replace(self, zoom=zoom, centre=self._inside((x, y)), fitted=False)

    def _inside(self, centre: tuple[float, float]) -> tuple[float, float]:
        width, height = self.picture
        return min(width, max(0.0, centre[0])), min(height, max(0.0, centre[1]))

    def _held(self, zoom: float) -> float:
        return min(MOST, max(min(self.least, self.zoom), zoom))

    def _fitting(self, margin: int) -> float:
        width = max(1, self.window[0] - 2 * margin)
        height = max(1, self.window[1] - 2 * margin)
        return min(width / self.picture[0], height / self.picture[1])
