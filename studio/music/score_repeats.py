"""In which order the measures of a score are played: repeats, endings, da capo and dal segno.

music21 can tell too, but works for minutes on a score with a hundred repeats.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from studio.music.score_parts import Part

NOT_FOLLOWED: Final = (
    "Its repeats could not be followed; it was read once through, as it is written."
)
_MOST_TIMES: Final = 4  # that one repeat is played
_MOST: Final = 8  # times as many measures as are written


@dataclass(frozen=True, slots=True)
class Bar:
    """What the signs around one measure say."""

    begins: bool = False
    """Whether a repeat begins before it."""
    times: int = 0
    """How often what ends after it is played; 0 where no repeat ends."""
    endings: frozenset[int] = frozenset()
    """In which rounds it is played, where it stands below a bracket."""
    jump: str = ""
    """``start`` or ``segno`` where one goes there from its end."""
    fine: bool = False
    segno: bool = False
    coda: bool = False


def played_order(parts: Sequence[Part], notes: list[str]) -> list[int] | None:
    """The numbers of the measures as they are played; None for once through from first to last.

    The first part that has repeats says it for all. What cannot be followed is read once through,
    and ``notes`` say so.
    """
    for part in parts:
        bars = _bars(part.streams)
        if any(bar != Bar() for bar in bars):
            if any(len(other.measures) != len(bars) for other in parts):
                notes.append(NOT_FOLLOWED)
                return None
            return followed(bars, notes)
    return None


def followed(bars: Sequence[Bar], notes: list[str]) -> list[int] | None:
    """Play the measures by their signs, as `played_order` tells.

    After a jump back nothing is repeated, of several endings the last is played, and one stops at
    the fine or goes from the first coda sign to the second.
    """
    codas = [number for number, bar in enumerate(bars) if bar.coda]
    segno = next((number for number, bar in enumerate(bars) if bar.segno), None)
    last = _last_endings(bars)
    order: list[int] = []
    number, begin, turn, jumped = 0, 0, 1, False
    while number < len(bars) and len(order) <= _MOST * len(bars):
        bar = bars[number]
        if bar.begins or (number and bars[number - 1].endings and not bar.endings):
            begin, turn = (begin, turn) if begin == number else (number, 1)
        if bar.endings and (last[number] if jumped else turn) not in bar.endings:
            number += 1
            continue
        order.append(number)
        if jumped and (bar.fine or (bar.coda and number == codas[0] and len(codas) > 1)):
            if bar.fine:
                break
            number, jumped = codas[1], False
            begin, turn = number, 1
        elif bar.times and not jumped and turn < (last[number] or bar.times):
            number, turn = begin, turn + 1
        elif bar.jump and not jumped:
            target = 0 if bar.jump == "start" else segno
            if target is None:
                order.clear()
                break
            number, jumped = target, True
        else:
            number += 1
            if bar.times and not bar.endings:
                begin, turn = number, 1
    if not order or len(order) > _MOST * len(bars):
        notes.append(NOT_FOLLOWED)
        return None
    return None if order == list(range(len(bars))) else order


def _last_endings(bars: Sequence[Bar]) -> list[int]:
    """For every measure the highest number of the brackets around it, 0 where there are none."""
    last = [max(bar.endings, default=0) for bar in bars]
    for numbers in (range(len(bars) - 2, -1, -1), range(1, len(bars))):
        for number in numbers:
            beside = number + 1 if numbers.step < 0 else number - 1
            if last[number] and last[beside]:
                last[number] = max(last[number], last[beside])
    return last


def _bars(measures: Sequence[Any]) -> list[Bar]:
    """The signs around the measures of music21, whose brackets name their first and last one."""
    from music21 import spanner

    places = {id(measure): number for number, measure in enumerate(measures)}
    brackets = {
        id(bracket): bracket
        for measure in measures
        for bracket in measure.getSpannerSites(spanner.RepeatBracket)
    }
    endings: list[frozenset[int]] = [frozenset()] * len(measures)
    for bracket in brackets.values():
        found = [places[id(m)] for m in bracket.getSpannedElements() if id(m) in places]
        rounds = frozenset(n for n in bracket.numberRange if 0 < n <= _MOST_TIMES)
        for number in range(min(found), max(found) + 1):
            endings[number] |= rounds
    return [_bar(measure, one) for measure, one in zip(measures, endings, strict=True)]


def _bar(measure: Any, endings: frozenset[int]) -> Bar:
    from music21 import bar, repeat

    left, right = measure.leftBarline, measure.rightBarline
    said = list(measure.getElementsByClass(repeat.RepeatExpression))
    jump = ""
    if any(isinstance(one, _classes("DaCapo", "DaCapoAlFine", "DaCapoAlCoda")) for one in said):
        jump = "start"
    elif any(
        isinstance(one, _classes("DalSegno", "DalSegnoAlFine", "DalSegnoAlCoda", "AlSegno"))
        for one in said
    ):
        jump = "segno"
    times = 0
    if isinstance(right, bar.Repeat) and right.direction == "end":
        times = min(max(right.times or 2, 1), _MOST_TIMES)
    return Bar(
        begins=isinstance(left, bar.Repeat) and left.direction == "start",
        times=times,
        endings=endings,
        jump=jump,
        fine=any(isinstance(one, repeat.Fine) for one in said),
        segno=any(isinstance(one, repeat.Segno) for one in said),
        coda=any(isinstance(one, repeat.Coda) for one in said),
    )


def _classes(*names: str) -> tuple[type, ...]:
    from music21 import repeat

    return tuple(getattr(repeat, name) for name in names)
