"""A score as music21 has it becomes a song: repeats followed, ties joined, loudness given."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from studio.errors import StudioError
from studio.music.note import LAST_TICK, Notes
from studio.music.score_parts import Mark, Measure, Part, read_part
from studio.music.score_repeats import played_order
from studio.music.score_sound import Sound
from studio.music.song import MOST_TRACKS, SUSTAIN, Controls, Marker, Song, Track
from studio.music.song_source import Fault, plain_text
from studio.music.theory import Key
from studio.music.timing import FASTEST, SLOWEST, Metre, MetreMap, Tempo, TempoMap

VELOCITY: Final = 80
"""Of notes of which the score does not say how loud they are."""
_MOST_NOTES: Final = 1_000_000


def song_of_score(score: Any, sounds: Sequence[Sound], notes: list[str]) -> Song:
    """Make a song of a music21 score: a track for each staff, in ticks of 480.

    Notes are at sounding pitch; a grace note sounds for a 32nd before its beat; chord symbols are
    not played. Dynamics become velocities, for all staves of a part together, until the next.
    """
    parts = [read_part(stream) for stream in score.parts]
    if not parts:
        raise Fault("holds no part that can be read.")
    order = played_order(parts, notes)
    return song_of_parts(parts, _players(parts), order, sounds, _title(score), notes)


def song_of_parts(
    parts: Sequence[Part],
    players: Sequence[int],
    order: Sequence[int] | None,
    sounds: Sequence[Sound],
    title: str,
    notes: list[str],
) -> Song:
    """Make a song of staves that were read.

    ``players`` says which staves belong together, ``order`` the numbers of the measures as they
    are played (None: once through), ``sounds`` how each player is to sound.
    """
    if len(parts) > MOST_TRACKS:
        raise Fault(f"has more than the {MOST_TRACKS} staves that a song can hold.")
    _align(parts)
    tracks = []
    for part, player in zip(parts, players, strict=True):
        together = [p for p, other in zip(parts, players, strict=True) if other == player]
        loudness = _of_all(together, order, "loudness")
        pedal = _of_all(together, order, "pedal")
        sound = sounds[player] if player < len(sounds) else Sound()
        tracks.append(_track(part, order, loudness, pedal, sound))
    song = Song(
        tracks=tuple(tracks),
        tempos=TempoMap(_tempos(parts, order)),
        metres=_metres(parts, order, notes),
        keys=tuple(_keys(parts, order)),
        markers=tuple(_markers(parts, order)),
        title=plain_text(" ".join(title.split()))[:200],
    )
    if song.is_empty:
        notes.append("It holds no notes.")
    return song


def _align(parts: Sequence[Part]) -> None:
    """Let a measure begin at the same tick in every part, as long as the longest of them."""
    if len({len(part.measures) for part in parts}) > 1:
        return
    start = 0
    for together in zip(*(part.measures for part in parts), strict=True):
        length = max(measure.length for measure in together)
        for measure in together:
            measure.start, measure.length = start, length
        start += length


def _played(part: Part, order: Sequence[int] | None) -> Iterable[tuple[int, int, Measure]]:
    """Number, first tick and content of the measures as they are played."""
    if order is None:
        for number, measure in enumerate(part.measures):
            yield number, measure.start, measure
        return
    start = 0
    for number in order:
        yield number, start, part.measures[number]
        start += part.measures[number].length


def _holding(part: Part, order: Sequence[int] | None, kind: str) -> list[Mark]:
    """The marks of one kind as they are played.

    After a jump back there holds again what held there; only changes are told.
    """
    before: list[Any] = []
    now: Any = None
    for measure in part.measures:
        before.append(now)
        for mark in getattr(measure, kind):
            now = mark.value
    told: list[Mark] = []
    now = None
    for number, start, measure in _played(part, order):
        marks = [Mark(0, before[number]), *sorted(getattr(measure, kind), key=lambda m: m.start)]
        for mark in marks:
            if mark.value is not None and mark.value != now:
                told.append(Mark(start + mark.start, mark.value))
                now = mark.value
    return told


# -- notes ---------------------------------------------------------------------------------------


def _players(parts: Sequence[Part]) -> list[int]:
    """To which part of the file each staff belongs, counted from 0.

    music21 calls the staves of one part P1-Staff1, P1-Staff2 and so on.
    """
    players: list[int] = []
    last = ""
    for part in parts:
        player, staff, _ = part.id.rpartition("-Staff")
        follows = bool(staff) and player == last
        players.append((players[-1] if players else -1) + (not follows))
        last = player
    return players


def _of_all(staves: Sequence[Part], order: Sequence[int] | None, kind: str) -> list[Mark]:
    """The marks of one kind in all staves of a player, who heeds them with both hands."""
    found = {mark: None for staff in staves for mark in _holding(staff, order, kind)}
    return sorted(found, key=lambda mark: mark.start)


def _track(
    part: Part,
    order: Sequence[int] | None,
    loudness: list[Mark],
    pedal: list[Mark],
    sound: Sound,
) -> Track:
    controls = Controls(
        [mark.start for mark in pedal],
        [SUSTAIN] * len(pedal),
        [127 if mark.value else 0 for mark in pedal],
    )
    track = Track(
        name=plain_text(" ".join(part.name.split()))[:200],
        program=part.program if sound.program is None else sound.program,
        drums=part.drums or sound.drums,
        notes=_joined(part, order, loudness),
        controls=controls,
    )
    said = {name: getattr(sound, name) for name in ("bank", "volume", "pan")}
    return replace(track, **{name: value for name, value in said.items() if value is not None})


def _joined(part: Part, order: Sequence[int] | None, loudness: list[Mark]) -> Notes:
    """The notes as they sound: those that are tied are one."""
    since = [mark.start for mark in loudness]
    values: list[list[int]] = []  # start, length, pitch, velocity
    tied: dict[int, list[int]] = {}  # by pitch the places of the notes that go on
    for _, begin, measure in _played(part, order):
        for row in sorted(measure.rows):
            start = max(0, begin + row.start)
            if start + row.length > LAST_TICK:
                raise Fault("goes on for longer than a song can.")
            place = _that_ends(values, tied.get(row.pitch, []), start) if row.went_on else None
            if place is None:
                velocity = row.velocity
                if velocity is None:
                    mark = bisect_right(since, start) - 1
                    velocity = loudness[mark].value if mark >= 0 else VELOCITY
                place = len(values)
                values.append([start, row.length, row.pitch, velocity])
            else:
                tied[row.pitch].remove(place)
                values[place][1] += row.length
            if row.goes_on:
                tied.setdefault(row.pitch, []).append(place)
        if len(values) > _MOST_NOTES:
            raise Fault(f"has more than {_MOST_NOTES:,} notes in a part.")
    values.sort(key=lambda value: (value[0], value[2], value))
    return Notes.of_columns(*zip(*values, strict=True)) if values else Notes()


def _that_ends(values: list[list[int]], places: list[int], tick: int) -> int | None:
    """Of the notes at ``places`` one that ends at ``tick``."""
    return next((place for place in places if sum(values[place][:2]) == tick), None)


# -- what holds for all parts --------------------------------------------------------------------


def _tempos(parts: Sequence[Part], order: Sequence[int] | None) -> list[Tempo]:
    """Of tempos that several parts have on one tick those of the first part."""
    found: dict[int, float] = {}
    for part in parts:
        for tick, bpm in _holding(part, order, "tempos"):
            found.setdefault(tick, min(max(bpm, SLOWEST), FASTEST))
    return [Tempo(tick, bpm) for tick, bpm in found.items()]


def _metres(parts: Sequence[Part], order: Sequence[int] | None, notes: list[str]) -> MetreMap:
    """The metres, and one more where a measure is not as long as it should be (an upbeat)."""
    part = next((p for p in parts if any(m.metres for m in p.measures)), parts[0])
    marks = _holding(part, order, "metres")
    begins = [start for _, start, _ in _played(part, order)] if len(part.measures) > 1 else []
    known: list[Metre] = []
    refused = 0
    at = 0
    value: tuple[int, int] = (4, 4)
    for start in sorted({*begins, *(mark.start for mark in marks)}):
        while at < len(marks) and marks[at].start <= start:
            value = marks[at].value
            at += 1
        try:
            metre = Metre(start, *value)
        except StudioError:
            refused += 1
            continue
        last = known[-1] if known else Metre(0)
        same = (last.numerator, last.denominator) == value
        if not same or (start - last.tick) % last.bar:
            known.append(metre)
    if refused:
        notes.append("It has a metre that cannot be counted; its measures were counted in others.")
    return MetreMap(known)


def _keys(parts: Sequence[Part], order: Sequence[int] | None) -> list[Key]:
    part = next((p for p in parts if any(m.keys for m in p.measures)), parts[0])
    return [replace(key, tick=tick) for tick, key in _holding(part, order, "keys")]


def _markers(parts: Sequence[Part], order: Sequence[int] | None) -> list[Marker]:
    """Rehearsal marks, which every part may repeat."""
    found = {
        Marker(start + mark.start, plain_text(" ".join(mark.value.split()))[:200])
        for part in parts
        for _, start, measure in _played(part, order)
        for mark in measure.markers
    }
    return sorted(found, key=lambda marker: (marker.tick, marker.text))


def _title(score: Any) -> str:
    data = score.metadata
    title = (data.bestTitle or data.movementName) if data is not None else None
    return str(title or "")
