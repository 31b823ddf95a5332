"""Divides a picture into tiles that overlap, so that a big one costs no more memory than a tile."""

from __future__ import annotations

from dataclasses import dataclass

GRID = 16
"""Tiles begin on multiples of this, so that the cells of the deepest features line up."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch [start, stop) with the part [inner_start, inner_stop) that counts."""

    start: int
    stop: int
    inner_start: int
    inner_stop: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A window on the picture; only its inner part counts, the rest are the surroundings."""

    rows: Span
    columns: Span

    @property
    def inner_area(self) -> int:
        """Pixels that count."""
        rows, columns = self.rows, self.columns
        return (rows.inner_stop - rows.inner_start) * (columns.inner_stop - columns.inner_start)


def divide(
    height: int, width: int, side: int, margin: int = 64, *, alike: bool = False
) -> tuple[Tile, ...]:
    """Cover the picture with tiles of about ``side`` pixels and ``margin`` pixels of surroundings.

    A picture that fits one tile is one tile without surroundings. ``alike`` gives all tiles one
    size, those at the edge by wider surroundings: a network keeps code for every size that it met.
    """
    rows, columns = _spans(height, side, margin), _spans(width, side, margin)
    if alike:
        rows, columns = _alike(rows, height, margin), _alike(columns, width, margin)
    return tuple(Tile(row, column) for row in rows for column in columns)


def _spans(length: int, side: int, margin: int) -> tuple[Span, ...]:
    if length <= side + margin:
        return (Span(0, length, 0, length),)
    count = -(-length // side)
    step = -(-length // (count * GRID)) * GRID
    spans = []
    for inner in range(0, length - GRID, step):
        end = min(inner + step, length)
        if length - end <= GRID:  # a rest smaller than a cell has no features of its own
            end = length
        spans.append(Span(max(0, inner - margin), min(length, end + margin), inner, end))
    return tuple(spans)


def _alike(spans: tuple[Span, ...], length: int, margin: int) -> tuple[Span, ...]:
    """The spans with as much around them as makes them equally long."""
    inner = max(span.inner_stop - span.inner_start for span in spans)
    whole = -(-inner // GRID) * GRID + 2 * margin + length % GRID
    last = length - whole  # a multiple of the grid, as every start
    if last <= 0:
        return tuple(Span(0, length, s.inner_start, s.inner_stop) for s in spans)
    starts = [min(max(0, span.inner_start - margin), last) for span in spans]
    return tuple(
        Span(start, start + whole, span.inner_start, span.inner_stop)
        for start, span in zip(starts, spans, strict=True)
    )
