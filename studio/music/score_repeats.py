"""In which order the measures of a score are played: repeats, endings, da capo."""

import copy
from collections.abc import Sequence
from typing import Any, Final

from studio.music.score_parts import Part

_MOST_TIMES: Final = 4  # that one repeat is played
_MOST_PLAYED: Final = 20_000  # measures, and eight times those that are written

NOT_FOLLOWED: Final = (
    "Its repeats could not be followed; it was read once through, as it is written."
)


def played_order(parts: Sequence[Part], notes: list[str]) -> list[int] | None:
    """The numbers of the measures as they are played; None for once through from first to last.

    music21 works it out on measures that hold nothing but their bar lines. What it cannot follow
    is read once through, and ``notes`` say so.
    """
    from music21 import exceptions21

    part = next((p for p in parts if len(p.measures) > 1 and _has_repeats(p)), None)
    if part is None:
        return None
    count = len(part.measures)
    if any(len(other.measures) != count for other in parts):
        notes.append(NOT_FOLLOWED)
        return None
    try:
        order = _expanded(part)
    except (exceptions21.Music21Exception, LookupError, ValueError, TypeError, AttributeError):
        order = []
    if not order or len(order) > max(_MOST_PLAYED, count) or len(order) > 8 * count:
        notes.append(NOT_FOLLOWED)
        return None
    return None if order == list(range(count)) else order


def _has_repeats(part: Part) -> bool:
    from music21 import bar, repeat

    return any(
        isinstance(measure.leftBarline, bar.Repeat)
        or isinstance(measure.rightBarline, bar.Repeat)
        or measure.getElementsByClass(repeat.RepeatExpression)
        for measure in part.streams
    )


def _expanded(part: Part) -> list[int]:
    from music21 import note, repeat, spanner, stream

    bare = stream.Part()
    places: dict[int, Any] = {}
    for number, measure in enumerate(part.streams, 1):
        only = stream.Measure(number=number)
        only.append(note.Rest(quarterLength=1.0))
        only.leftBarline = _repeat(measure.leftBarline)
        only.rightBarline = _repeat(measure.rightBarline)
        for said in measure.getElementsByClass(repeat.RepeatExpression):
            only.insert(0, copy.deepcopy(said))
        places[id(measure)] = only
        bare.append(only)
    for bracket in _brackets(part):
        spanned = [places[id(m)] for m in bracket.getSpannedElements() if id(m) in places]
        if spanned:
            bare.insert(0, spanner.RepeatBracket(spanned, number=bracket.number))
    expander = repeat.Expander(bare)
    if not expander.isExpandable():
        return []
    return list(expander.measureMap())


def _brackets(part: Part) -> list[Any]:
    """The first and second endings above its measures."""
    from music21 import spanner

    found: dict[int, Any] = {}
    for measure in part.streams:
        for site in measure.getSpannerSites(spanner.RepeatBracket):
            found[id(site)] = site
    return list(found.values())


def _repeat(barline: Any) -> Any:
    from music21 import bar

    if not isinstance(barline, bar.Repeat):
        return None
    times = None if barline.times is None else min(max(barline.times, 1), _MOST_TIMES)
    if barline.direction == "start":
        return bar.Repeat(direction="start")
    return bar.Repeat(direction="end", times=times)
