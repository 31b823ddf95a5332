"""Where ticks and pitches lie on the screen: zoom, scrolling and their bounds."""

from dataclasses import dataclass, replace
from typing import Any

from studio.music.note import HIGHEST, LAST_TICK, TICKS

KEYBOARD, RULER, ROW, QUARTER = 64, 32, 16, 48
"""Lengths of the design: the width of the keys, the height of ruler and row, a quarter note."""
DRUMS = 104
"""The width of the keys of a drum kit, which are named in words."""
LEAST, MOST = 0.15, 15.0
PITCHES = HIGHEST + 1


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A window of ``width`` × ``height`` logical pixels upon time and pitch.

    ``unit`` is a pixel of the design in logical pixels, ``ratio`` device pixels a logical one.
    ``left`` is the tick at the left edge, ``top`` the rows above the upper edge, ``length`` the
    ticks that can be scrolled over. Made by ``held`` or its other methods, nothing lies out of
    bounds. Rows are whole device pixels high, so that they all look alike.
    """

    width: float = 800.0
    height: float = 400.0
    unit: float = 1.0
    ratio: float = 1.0
    zoom_x: float = 1.0
    zoom_y: float = 1.0
    left: float = 0.0
    top: float = 50.0
    length: int = TICKS * 4 * 16

    # -- from music to the screen ----------------------------------------------------------------

    @property
    def pace(self) -> float:
        """Pixels a tick."""
        return QUARTER * self.unit * self.zoom_x / TICKS

    @property
    def row(self) -> float:
        """The height of a row in pixels."""
        return max(1.0, round(ROW * self.unit * self.zoom_y * self.ratio)) / self.ratio

    @property
    def offset(self) -> float:
        """Pixels, whole ones of the device, that the beginning lies left of the left edge."""
        return round(self.left * self.pace * self.ratio) / self.ratio

    def x(self, tick: Any) -> Any:
        """Where a tick is; also for an array of them."""
        return tick * self.pace - self.offset

    def y(self, pitch: Any) -> Any:
        """The upper edge of a pitch's row; also for an array of them."""
        return (HIGHEST - pitch) * self.row - round(self.top * self.row * self.ratio) / self.ratio

    # -- from the screen to music ----------------------------------------------------------------

    def tick(self, x: float) -> int:
        """The tick at ``x``, never before the beginning."""
        return max(0, min(LAST_TICK, round(self.time(x))))

    def time(self, x: float) -> float:
        """The ticks at ``x``, with their fraction, below 0 where it is left of the beginning."""
        return (x + self.offset) / self.pace

    def depth(self, y: float) -> float:
        """The rows above ``y``, with their fraction."""
        return (y - self.y(HIGHEST)) / self.row

    def pitch(self, y: float) -> int:
        """The pitch whose row is at ``y``, held within MIDI's range."""
        return max(0, min(HIGHEST, HIGHEST - int(self.depth(y) // 1)))

    @property
    def ticks(self) -> tuple[int, int]:
        """The first tick that is seen, and the one after the last."""
        return self.tick(0), self.tick(self.width) + 1

    @property
    def pitches(self) -> tuple[int, int]:
        """The lowest and the highest pitch that is seen."""
        return self.pitch(self.height - 0.01), self.pitch(0)

    # -- moving ----------------------------------------------------------------------------------

    def held(self) -> "Coordinates":
        """The same window within its bounds."""
        zoom_x = min(MOST, max(self.least_x, self.zoom_x))
        zoom_y = min(MOST, max(self.least_y, self.zoom_y))
        inner = replace(self, zoom_x=zoom_x, zoom_y=zoom_y)
        left = min(max(0.0, self.left), max(0.0, self.length - self.width / inner.pace))
        top = min(max(0.0, self.top), max(0.0, PITCHES - self.height / inner.row))
        return replace(inner, left=left, top=top)

    @property
    def least_x(self) -> float:
        """The smallest zoom across: 0.15, or less where the whole song would not be seen."""
        fitting = self.width / (QUARTER * self.unit) / max(1.0, self.length / TICKS)
        return min(LEAST, fitting)

    @property
    def least_y(self) -> float:
        """The smallest zoom up and down: 0.15, or more where the rows would not fill the height."""
        return min(1.0, max(LEAST, self.height / (PITCHES * ROW * self.unit)))

    def resized(self, width: float, height: float, unit: float, ratio: float) -> "Coordinates":
        """The same place in a window of another size; the middle pitch stays in the middle."""
        changed = replace(
            self, width=max(1.0, width), height=max(1.0, height), unit=unit, ratio=ratio
        )
        middle = self.top + self.height / self.row / 2
        return replace(changed, top=middle - changed.height / changed.row / 2).held()

    def scrolled(self, dx: float, dy: float) -> "Coordinates":
        """Move the window by pixels, to the right and down where they are above 0."""
        return replace(self, left=self.left + dx / self.pace, top=self.top + dy / self.row).held()

    def zoomed(self, across: float, down: float, at: tuple[float, float]) -> "Coordinates":
        """Zoom by factors; what is under ``at`` (pixels) keeps its place."""
        x, y = at
        zoom_x = min(MOST, max(self.least_x, self.zoom_x * across))
        zoom_y = min(MOST, max(self.least_y, self.zoom_y * down))
        changed = replace(self, zoom_x=zoom_x, zoom_y=zoom_y)
        left = self.left + x / self.pace - x / changed.pace
        top = self.top + y / self.row - y / changed.row
        return replace(changed, left=left, top=top).held()

    def fitted(self, begin: int, end: int, low: int, high: int) -> "Coordinates":
        """Show the ticks and pitches from ``begin`` to ``end`` and from ``low`` to ``high``.

        The rows are made no larger than twice their usual height, and a quarter no wider.
        """
        across = self.width / (max(1, end - begin) * QUARTER * self.unit / TICKS)
        down = self.height / ((high - low + 3) * ROW * self.unit)
        changed = replace(self, zoom_x=min(2.0, across), zoom_y=min(1.25, down), left=float(begin))
        changed = changed.held()
        middle = HIGHEST - (low + high) / 2 + 0.5
        return replace(changed, top=middle - changed.height / changed.row / 2).held()

    def showing(self, tick: int, pitch: int | None = None) -> "Coordinates":
        """Scroll as little as is needed to see a tick, and a pitch, with some room around them."""
        made = self
        x, room = self.x(tick), min(self.width / 4, QUARTER * self.unit)
        if x < room:
            made = made.scrolled(x - room, 0)
        elif x > self.width - room:
            made = made.scrolled(x - self.width + room, 0)
        if pitch is not None:
            y, room = self.y(pitch), min(self.height / 4, self.row)
            if y < room:
                made = made.scrolled(0, y - room)
            elif y + self.row > self.height - room:
                made = made.scrolled(0, y + self.row - self.height + room)
        return made

    def paged(self, tick: float, at: float = 0.1) -> "Coordinates":
        """Put a tick at a fraction of the width, as when a page is turned."""
        return replace(self, left=tick - at * self.width / self.pace).held()
