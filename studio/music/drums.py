"""Drums by rule: a style's pattern in any metre, with fills, swing and the unevenness of a hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from studio.errors import StudioError
from studio.music.constraints import MOST_BARS
from studio.music.drum_patterns import KEYS, STYLES, Beat, Style
from studio.music.note import TICKS, Note, Notes
from studio.music.timing import Metre

_LOUD = {"o": 46, "x": 84, "X": 108}
_PART = {"closed": -8, "pedal": -14, "ride": -6, "shaker": -18, "kick": 6, "crash": 10}
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Drumming:
    """How the drums play.

    ``style``: one of STYLES. ``fill_every`` bars the last is a fill; 0 for none. ``crash`` strikes
    a cymbal after each fill and at the beginning. ``swing`` 0..1 delays every second eighth of a
    straight style, by a third of a beat's half at 1 (a triplet); None is the style's own.
    ``humanise`` 0..1 is how uneven loudness (± 14) and time (± 8 ticks) become; ``density`` 0..1
    thins the soft strokes below 0.5 and adds soft ones on the snare above it.
    """

    style: str = "rock"
    fill_every: int = 4
    crash: bool = True
    swing: float | None = None
    humanise: float = 0.5
    density: float = 0.5

    def __post_init__(self) -> None:
        if self.style not in STYLES:
            raise StudioError(f"There is no drum style “{self.style}”; choose {', '.join(STYLES)}.")
        shares = (self.swing or 0.0, self.humanise, self.density)
        if any(not 0 <= share <= 1 for share in shares) or self.fill_every < 0:
            raise StudioError("Swing, unevenness and density lie between 0 and 1.")


def drum_notes(
    bars: int, metre: Metre, drumming: Drumming | None = None, *, seed: int = 0, begin: int = 0
) -> Notes:
    """Notes on General MIDI's drum keys for ``bars`` bars from the tick ``begin``.

    In a metre of another number of beats the pattern is led on or cut, so that a bar begins with
    its first beat; in 6/8, 9/8 and 12/8 a beat is three eighths and has the triplet form. The
    same seed plays the same. Raises StudioError for too many bars.
    """
    if not 1 <= bars <= MOST_BARS:
        raise StudioError(f"Between 1 and {MOST_BARS} bars can be written at once.")
    drumming = drumming or Drumming()
    style = STYLES[drumming.style]
    random = np.random.default_rng(seed)
    found: list[Note] = []
    filled = True
    for bar in range(bars):
        fill = drumming.fill_every > 0 and (bar + 1) % drumming.fill_every == 0
        beat = style.fill if fill else (style.main, style.other)[bar % 2]
        strokes = _strokes(beat, metre, drumming, random)
        if filled and drumming.crash:
            strokes = [s for s in strokes if s[0] or s[1] not in ("closed", "ride", "open")]
            strokes.append((0, "crash", "x"))
        filled = fill
        line = begin + bar * metre.bar
        found += [_played(line, s, style, drumming, metre, random) for s in strokes]
    return _apart(found, begin + bars * metre.bar)


def _strokes(
    beat: Beat, metre: Metre, drumming: Drumming, random: np.random.Generator
) -> list[tuple[int, str, str]]:
    """Tick within the bar, drum and strength of each stroke."""
    compound = _compound(metre)
    unit = metre.beat * 3 if compound else metre.beat
    found = []
    for number in range(-(-metre.bar // unit)):
        source = _source(number, beat.beats, -(-metre.bar // unit))
        for name, row in beat.rows:
            cells = row[source * beat.columns : (source + 1) * beat.columns]
            cells = _in_three(cells) if compound and not beat.triplets else cells
            for column, cell in enumerate(cells):
                tick = number * unit + column * unit // len(cells)
                if cell != "." and tick < metre.bar:
                    found.append((tick, name, cell))
    return _thinned(found, drumming.density, unit, metre, random)


def _compound(metre: Metre) -> bool:
    return metre.denominator >= 8 and metre.numerator % 3 == 0 and metre.numerator > 3


def _source(number: int, have: int, wanted: int) -> int:
    """Which beat of the pattern is played: the first ones; further ones from its middle on."""
    if number < have:
        return number
    half = max(1, have // 2)
    return half + (number - have) % max(1, have - half) if wanted > have else number % have


def _in_three(cells: str) -> str:
    """Four sixteenths as three eighths: the first, what was in the middle, and the last."""
    middle = cells[1] if cells[1] != "." else "."
    last = next((cell for cell in (cells[2], cells[3]) if cell != "."), ".")
    return cells[0] + middle + last


def _thinned(
    strokes: list[tuple[int, str, str]],
    density: float,
    unit: int,
    metre: Metre,
    random: np.random.Generator,
) -> list[tuple[int, str, str]]:
    """Fewer of the weak strokes, or more soft ones; of a bar at least its first stroke stays."""
    less, more = max(0.0, 1 - 2 * density), max(0.0, 2 * density - 1)
    kept = []
    for stroke in strokes:
        tick, _, cell = stroke
        weak = tick % unit != 0 or cell == "o"
        if not (weak and cell != "X" and random.random() < less):
            kept.append(stroke)
    kept = kept or strokes[:1]
    taken = {tick for tick, name, _ in kept if name in ("snare", "rim")}
    for tick in range(unit // 4, metre.bar, max(1, unit // 2)):
        if tick not in taken and random.random() < 0.5 * more:
            kept.append((tick, "snare", "o"))
    return kept


def _played(
    line: int,
    stroke: tuple[int, str, str],
    style: Style,
    drumming: Drumming,
    metre: Metre,
    random: np.random.Generator,
) -> Note:
    tick, name, cell = stroke
    swing = style.swing if drumming.swing is None else drumming.swing
    if not style.main.triplets and not _compound(metre):
        tick = _swung(tick, metre.beat, swing)
    drift, loud = (float(value) for value in random.normal(0.0, 1.0, 2))
    loud = _LOUD[cell] + _PART.get(name, 0) + np.clip(loud, -2, 2) * 7 * drumming.humanise
    first = 4 if tick == 0 else 0
    drift = np.clip(drift, -2, 2) * 4 * drumming.humanise
    start = max(line, line + tick + round(drift))
    start = min(start, line + metre.bar - 1)
    return Note(start, _SHORT, KEYS[name], int(np.clip(round(loud) + first, 1, 127)))


def _swung(tick: int, beat: int, swing: float) -> int:
    """Later by up to a sixth of the beat at its half, and by less around it."""
    into = tick % beat
    half = beat / 2
    delay = swing * beat / 6
    moved = into * (half + delay) / half if into <= half else (
        half + delay + (into - half) * (half - delay) / half
    )  # fmt: skip
    return tick - into + round(moved)


def _apart(notes: list[Note], end: int) -> Notes:
    """No two on one key at one tick, none longer than to its next stroke or the end."""
    by_key: dict[int, dict[int, Note]] = {}
    for note in notes:
        row = by_key.setdefault(note.pitch, {})
        if note.start not in row or row[note.start].velocity < note.velocity:
            row[note.start] = note
    found = []
    for key, row in by_key.items():
        starts = sorted(row)
        for start, following in zip(starts, [*starts[1:], end], strict=True):
            length = max(1, min(_SHORT, following - start))
            found.append(Note(start, length, key, row[start].velocity))
    return Notes(found)


def style_for(tempo: float, metre: Metre, energy: float) -> str:
    """A style that suits tempo, metre and energy 0..1: what is nearest of a few plain ones."""
    if metre.numerator == 3:
        return "waltz"
    if _compound(metre):
        return "blues" if tempo < TICKS / 5 else "shuffle"
    plain = {"ballad": 0.15, "bossa nova": 0.3, "soul": 0.45, "pop": 0.6, "rock": 0.75,
             "disco": 0.8, "hard rock": 0.95}  # fmt: skip

    def far(name: str) -> float:
        low, high = STYLES[name].tempo
        off = max(low - tempo, tempo - high, 0.0) / 60
        return off + abs(plain[name] - energy)

    return min(plain, key=far)
