"""What of a request can be told without a network: the rules in force, and what is impossible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from studio.errors import StudioError
from studio.music.constraints import MOST_BARS, Rules
from studio.music.constraints_mask import Limits, State
from studio.music.key_finding import key_of
from studio.music.melody_grid import HIGH, LOW, STEP
from studio.music.note import TICKS, Notes
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre
from studio.music.tokenizer_chords import Chord
from studio.music.tokenizer_words import UNIT
from studio.tasks.compose_request import ComposeRequest

COOLEST, WARMEST = 0.1, 1.5
_MOST_TICKS = MOST_BARS * 8 * TICKS
_AHEAD = 2  # bars after the last one in which the next note is still joined
_COMFORT, _SPREAD = 71.0, 7.0  # where the tunes lie that the melody network has learnt
# Instruments that play lower than a voice: the octaves by which they do.
_LOW_ONES = {42: 1, 43: 2, 57: 1, 58: 2, 70: 1, 67: 1, **dict.fromkeys(range(32, 40), 2)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one metre that is written at one go.

    From tick ``begin`` to ``end`` of the song; tick 0 of ``rules`` is ``origin``, the bar line at
    or before the beginning. ``before`` is the pitch of the last note before, if there is one.
    """

    begin: int
    end: int
    origin: int
    rules: Rules
    before: int | None = None


def check_request(request: ComposeRequest) -> None:
    """Raise StudioError for what no network could do; quick, and without torch."""
    if not COOLEST <= request.temperature <= WARMEST:
        raise StudioError("The temperature lies between 0.1 and 1.5.")
    if not 0 < request.top_p <= 1:
        raise StudioError("The share of the likeliest lies above 0 and goes up to 1.")
    if request.most == 0 and request.verb not in ("harmonise", "accompany"):
        raise StudioError("No note may begin in a bar by these rules; allow one at least.")
    if request.end - request.begin > _MOST_TICKS:
        raise StudioError("That is too long to be composed at once; choose fewer bars.")
    _CHECKS[request.verb](request)
    if request.verb in ("generate", "continue", "fill"):
        for stretch in stretches(request, melody=is_melody(request)):
            limits_of(request, stretch)


def limits_of(request: ComposeRequest, stretch: Stretch) -> None:
    """Raise StudioError where the rules of a stretch leave nothing for the model's grid."""
    if request.model == "composer":
        composer_limits(stretch.rules)
    elif request.model == "lstm":
        melody_limits_at(stretch.rules, octaves_of(request))


def composer_limits(rules: Rules) -> Limits:
    """The rules on the composer's grid; raises StudioError where they leave nothing."""
    locked = rules.locked
    start = (locked.start + UNIT // 2) // UNIT * UNIT
    end = (locked.start + locked.length + UNIT // 2) // UNIT * UNIT
    snapped = locked.altered(
        np.ones(len(locked), np.bool_), start=start, length=np.maximum(end - start, UNIT)
    )
    inside = snapped.start < rules.end
    return _with_room(Limits(replace(rules, locked=snapped.where(inside)), UNIT))


def melody_limits_at(rules: Rules, octaves: int) -> Limits:
    """The rules on the melody network's grid and in its range, so many octaves higher.

    Raises StudioError where they leave nothing.
    """
    lowest, highest = rules.lowest + 12 * octaves, rules.highest + 12 * octaves
    lowest, highest = max(lowest, LOW), min(highest, HIGH)
    if lowest > highest:
        raise StudioError("The range is too narrow for this model; widen it by some notes.")
    locked = _moved(rules.locked, octaves)
    return _with_room(Limits(replace(rules, lowest=lowest, highest=highest, locked=locked), STEP))


def _with_room(limits: Limits) -> Limits:
    """The limits, if a new note may begin anywhere by them."""
    _, begin = limits.ahead(State(), limits.slots)
    if not begin.any():
        raise StudioError(
            "There is no room for a new note there by these rules; loosen one of them or let "
            "fewer notes stay."
        )
    return limits


def joined(limits: Limits, before: int | None, slot: int = 0) -> State:
    """The state at a slot after a note of pitch ``before``.

    The note is passed over where the leap from it leaves nothing that could begin.
    """
    begin = State() if before is None else State(0, min(127, max(0, before)))
    found = limits.at(begin, slot)
    return found if limits.positions(found).any() else limits.at(State(), slot)


def octaves_of(request: ComposeRequest) -> int:
    """How many octaves higher the melody network writes than it sounds: where it is at home.

    It writes from C3 to B5; the range, the notes that are there and the instrument say where the
    track lies.
    """
    track = request.song.tracks[request.track]
    allowed = np.zeros(128, np.bool_)
    allowed[request.lowest : request.highest + 1] = True
    if request.key is not None:
        allowed &= np.isin(np.arange(128) % 12, list(request.key.pitch_classes))
    pitches = np.flatnonzero(allowed)
    wanted = _usual_octaves(track)

    def worth(octaves: int) -> tuple[float, int]:
        moved = pitches + 12 * octaves
        moved = moved[(moved >= LOW) & (moved <= HIGH)]
        home = np.exp(-(((moved - _COMFORT) / _SPREAD) ** 2)).sum()
        return round(float(home), 6), -abs(octaves - wanted)

    return max(range(-6, 7), key=worth)


def _usual_octaves(track: Track) -> int:
    if len(track.notes):
        return round((_COMFORT - 3 - float(np.median(track.notes.pitch))) / 12)
    return _LOW_ONES.get(track.program, 0)


def _moved(notes: Notes, octaves: int) -> Notes:
    if not octaves or not len(notes):
        return notes
    pitch = notes.pitch + 12 * octaves
    pitch = np.where(pitch > 127, 116 + (pitch - 116) % 12, np.where(pitch < 0, pitch % 12, pitch))
    return notes.altered(np.ones(len(notes), np.bool_), pitch=pitch)


def is_melody(request: ComposeRequest) -> bool:
    """Whether one note at a time is written: always by a melody network."""
    track = request.song.tracks[request.track]
    if request.model != "composer" or request.leap is not None:
        return True
    return not track.drums and is_single(track.notes)


def is_single(notes: Notes) -> bool:
    """Whether at most one note in ten begins while another sounds."""
    if len(notes) < 2:
        return True
    reach = np.maximum.accumulate(notes.start + notes.length)[:-1]
    return float((notes.start[1:] < reach - STEP // 2).mean()) <= 0.1


def told_key(request: ComposeRequest) -> Key:
    """The key that a model is told: the one that is asked for, the song's, or what is heard."""
    return request.key or key_of(request.song, request.begin)


def staying(request: ComposeRequest) -> Notes:
    """The notes of the track that are not replaced."""
    return request.song.tracks[request.track].notes.without(request.old.ids.tolist())


def cleared_song(request: ComposeRequest, kept: Notes | None = None) -> Song:
    """The song without what is replaced, what stays marked as locked, in the key that is told."""
    notes = staying(request) if kept is None else kept
    locked = notes.altered(np.ones(len(notes), np.bool_), locked=True)
    song = request.song.with_notes(request.track, locked)
    key, said = told_key(request), song.key_at(request.begin)
    if (key.tonic, key.scale) == (said.tonic, said.scale):
        return song
    return song.with_keys([replace(key, tick=0)])


def stretches(
    request: ComposeRequest,
    *,
    melody: bool = True,
    kept: Notes | None = None,
    rhythm: tuple[int, ...] | None = None,
) -> tuple[Stretch, ...]:
    """The parts between the changes of metre, each with its rules.

    ``kept`` are all notes of the track that stay, by default those that are not replaced;
    ``rhythm`` is for a request without one. Raises StudioError where no note could begin.
    """
    kept = staying(request) if kept is None else kept
    rhythm = request.rhythm if request.rhythm is not None else rhythm
    edges = [c.tick for c in request.song.metres.changes if request.begin < c.tick < request.end]
    found = []
    for begin, end in zip([request.begin, *edges], [*edges, request.end], strict=True):
        one = _stretch(request, begin, end, kept, rhythm, melody)
        if one is not None:
            found.append(one)
    if not found:
        if rhythm is not None and not any(request.begin <= t < request.end for t in rhythm):
            raise StudioError("The rhythm has no note in the bars that are to be written.")
        raise StudioError("Notes that stay sound all the time there; choose another stretch.")
    return tuple(found)


def _stretch(
    request: ComposeRequest,
    begin: int,
    end: int,
    kept: Notes,
    rhythm: tuple[int, ...] | None,
    melody: bool,
) -> Stretch | None:
    """The stretch, or None where nothing may begin in it."""
    metres = request.song.metres
    metre, origin = metres.at(begin), metres.bar_start(begin)
    first, tail = _around(kept, begin, metre) if melody else (None, begin)
    ticks = None if rhythm is None else tuple(t - origin for t in rhythm if tail <= t < end)
    if tail >= end or ticks == ():
        return None
    bars = -(-(end - origin) // metre.bar)
    if melody:
        bars = _with_next(kept, origin, end, bars, metre)
    inside = kept.where((kept.start >= origin) & (kept.start < origin + bars * metre.bar))
    rules = Rules(
        bars=min(bars, MOST_BARS),
        metre=Metre(0, metre.numerator, metre.denominator),
        key=request.key,
        chords=_shifted(request.chords, origin),
        chords_everywhere=request.chords_everywhere,
        lowest=request.lowest,
        highest=request.highest,
        fewest=request.fewest,
        most=request.most,
        rhythm=ticks,
        leap=request.leap if melody else None,
        locked=inside.altered(np.ones(len(inside), np.bool_), start=inside.start - origin),
        melody=melody,
        room=(tail - origin, end - origin),
    )
    return Stretch(begin, end, origin, rules, first)


def _around(kept: Notes, begin: int, metre: Metre) -> tuple[int | None, int]:
    """The pitch of the last note before, where it is near, and where it is over."""
    earlier = kept.where(kept.start < begin)
    if not len(earlier):
        return None, begin
    near = begin - int(earlier.start[-1]) <= 2 * metre.bar
    return int(earlier.pitch[-1]) if near else None, max(begin, earlier.end)


def _with_next(kept: Notes, origin: int, end: int, bars: int, metre: Metre) -> int:
    """So many bars that the next note that stays is among them, where it comes soon."""
    later = kept.start[kept.start >= end]
    if len(later) and int(later[0]) < end + _AHEAD * metre.bar:
        bars = max(bars, -(-(int(later[0]) + 1 - origin) // metre.bar))
    return bars


def _shifted(chords: Sequence[Chord], origin: int) -> tuple[Chord, ...]:
    """The chords from a bar line on; what holds there begins with it."""
    earlier = [chord for chord in chords if chord.tick <= origin]
    held = [replace(max(earlier, key=lambda chord: chord.tick), tick=0)] if earlier else []
    return (*held, *(replace(c, tick=c.tick - origin) for c in chords if c.tick > origin))


def _check_writing(request: ComposeRequest) -> None:
    track = request.song.tracks[request.track]
    if track.drums and request.model == "lstm":
        raise StudioError(
            "The melody network writes no drums; choose the composer, or Accompany with drums."
        )


def _check_continue(request: ComposeRequest) -> None:
    _check_writing(request)
    tracks = request.song.tracks
    heard = [tracks[request.track]] if request.model == "lstm" else tracks
    if not any(bool((track.notes.start < request.begin).any()) for track in heard):
        raise StudioError(
            "There is nothing before that place to go on from; choose a later one, or Generate."
        )


def _check_fill(request: ComposeRequest) -> None:
    _check_writing(request)
    others = request.model != "lstm" and not request.song.is_empty
    if not len(request.song.tracks[request.track].notes) and not others:
        raise StudioError("There is no note around to fill in between; use Generate instead.")


def _check_vary(request: ComposeRequest) -> None:
    _check_writing(request)
    if not len(request.old):
        raise StudioError("There is no note to vary; choose some that are not locked.")


def _check_under(request: ComposeRequest) -> None:
    track = request.song.tracks[request.track]
    if track.drums:
        raise StudioError("Drums have no melody; choose the track of the melody.")
    inside = (track.notes.start >= request.begin) & (track.notes.start < request.end)
    if not bool(inside.any()):
        raise StudioError("There is no melody in that stretch; choose its track and its bars.")


_CHECKS = {
    "generate": _check_writing,
    "continue": _check_continue,
    "fill": _check_fill,
    "vary": _check_vary,
    "harmonise": _check_under,
    "accompany": _check_under,
}
