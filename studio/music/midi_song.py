"""The tracks and channels of a MIDI file become a song.

A channel is an instrument: programs, controllers and pressure belong to it in whichever track of
the file they stand. So every track of the song is one channel of one track of the file, with the
notes of that track and the controls of the whole channel.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from studio.music import midi_events as midi
from studio.music.midi_channel import NOTHING, Channel, in_time, sound_of, take_loop
from studio.music.midi_chunks import Chunks, find_chunks
from studio.music.midi_events import Column, Damage, Events, Reader
from studio.music.midi_meta import Chart, text_of
from studio.music.midi_notes import Paired, paired
from studio.music.note import LAST_TICK, Notes
from studio.music.song import (
    KEY_PRESSURE,
    MOST_TRACKS,
    PITCH_BEND,
    PRESSURE,
    PROGRAM,
    Song,
    Track,
)
from studio.music.song_source import Fault, SongFile, count_of
from studio.music.timing import MetreMap, TempoMap

_MOST_SHARED: Final = 100_000
"""Controls of a channel; tracks that share it and begin at other ticks share more as they are."""
_NUMBERS: Final = {0xA: KEY_PRESSURE, 0xC: PROGRAM, 0xD: PRESSURE, 0xE: PITCH_BEND}


@dataclass(slots=True, eq=False)
class _Part:
    """What one track of the file holds."""

    name: str
    port: int
    notes: Paired
    channels: tuple[int, ...]


@dataclass(slots=True)
class _Read:
    """All that was read so far."""

    parts: list[_Part] = field(default_factory=list)
    controls: dict[Channel, list[NDArray[np.int64]]] = field(default_factory=dict)
    chart: Chart = field(default_factory=Chart)
    title: str = ""
    late: int = 0
    unended: int = 0


def song_of(data: bytes) -> SongFile:
    """Read the bytes of a MIDI file of format 0, 1 or 2; raises `Fault` for what is none."""
    warnings: list[str] = []
    chunks = find_chunks(data, warnings)
    reader, read = Reader(data), _Read()
    offset = 0
    for place, span in enumerate(chunks.spans):
        events = reader.events(*span)
        _take(read, events, chunks, offset, is_first=place == 0)
        offset += events.end if chunks.form == 2 else 0
    if chunks.form == 2 and len(chunks.spans) > 1:
        pieces = count_of(len(chunks.spans), "piece", "pieces")
        warnings.append(f"It holds {pieces}, which were laid one after another.")
    song = _song(read, warnings)
    return SongFile(song, (*warnings, *_mended(reader.damage, read), *read.chart.warnings()))


# -- one track of the file ---------------------------------------------------------------------


def _take(read: _Read, events: Events, chunks: Chunks, offset: int, *, is_first: bool) -> None:
    names = [text_of(meta.data) for meta in events.metas if meta.kind == midi.NAME]
    ports = [meta.data[0] for meta in events.metas if meta.kind == midi.PORT and meta.data]
    for meta in events.metas:
        if chunks.timed or meta.kind != midi.TEMPO:
            tick = _scaled(np.array([meta.tick + offset]), chunks)
            read.chart.add(int(tick[0]), meta.kind, meta.data)
    name = next(iter(names), "")
    if is_first and (chunks.form == 0 or not len(events.tick)):
        read.title, name = name, ""
    if not len(events.tick):
        return
    port = next(iter(ports), 0)
    tick = _scaled(events.tick + offset, chunks)
    last = min(int(_scaled(np.array([events.end + offset]), chunks)[0]), LAST_TICK)
    notes = _notes(read, events, tick, last)
    channels = np.flatnonzero(np.bincount(events.status & 0x0F, minlength=16)).tolist()
    read.parts.append(_Part(name, port, notes, tuple(channels)))
    if sum(1 for part in read.parts if len(part.notes.start)) > MOST_TRACKS:
        raise _too_many()
    for channel, table in _controls(read, events, tick):
        read.controls.setdefault(Channel(port, channel), []).append(table)


def _scaled(tick: Column, chunks: Chunks) -> Column:
    """Ticks of 480, rounded to the nearest, a half up."""
    up, down = chunks.up, chunks.down
    return tick if up == down else (tick * (2 * up) + down) // (2 * down)


def _notes(read: _Read, events: Events, tick: Column, last: int) -> Paired:
    kind = events.status >> 4
    ends = (kind == 8) | ((kind == 9) & (events.second == 0))
    late = (kind == 9) & ~ends & (tick >= LAST_TICK)
    chosen = (ends | (kind == 9)) & ~late
    notes = paired(
        np.minimum(tick[chosen], LAST_TICK),
        events.status[chosen],
        events.first[chosen],
        events.second[chosen],
        last,
    )
    read.late += int(late.sum())
    read.unended += notes.unended
    return notes


def _controls(read: _Read, events: Events, tick: Column) -> Iterable[tuple[int, NDArray[np.int64]]]:
    """For each channel its controls as rows of tick, number and value: (3, N)."""
    kind = events.status >> 4
    chosen = kind >= 0xA
    late = chosen & (tick > LAST_TICK)
    read.late += int(late.sum())
    chosen &= ~late
    if not chosen.any():
        return
    kind, channel = kind[chosen], events.status[chosen] & 0x0F
    first, second = (column[chosen].astype(np.int64) for column in (events.first, events.second))
    number, value = first.copy(), second.copy()
    for form, known in _NUMBERS.items():
        those = kind == form
        number[those] = known
        value[those] = first[those]
    value = np.where(kind == 0xA, first << 7 | second, value)
    value = np.where(kind == 0xE, (first | second << 7) - 8192, value)
    table = np.stack([tick[chosen], number, value])
    for one in np.flatnonzero(np.bincount(channel)).tolist():
        yield one, table[:, channel == one]


# -- the song ----------------------------------------------------------------------------------


def _song(read: _Read, warnings: list[str]) -> Song:
    tables = {
        channel: in_time(np.concatenate(tables, axis=1))
        for channel, tables in read.controls.items()
    }
    take_loop(read.chart, tables)
    tracks = _few_enough(_tracks(read.parts, tables), warnings)
    chart = read.chart
    song = Song(
        tracks=tuple(tracks),
        tempos=TempoMap(chart.tempos),
        metres=MetreMap(chart.metres),
        keys=tuple(chart.keys),
        markers=tuple(chart.markers),
        title=read.title,
        recipe=chart.recipe,
    )
    if song.is_empty:
        warnings.append("It holds no notes.")
    return replace(song, loop=chart.loop_until(song.length))


def _tracks(parts: Sequence[_Part], tables: dict[Channel, NDArray[np.int64]]) -> list[Track]:
    """A track for each channel of each part; one without notes only where its channel has none."""
    first_notes = _first_notes(parts)
    large = {channel for channel, table in tables.items() if table.shape[1] > _MOST_SHARED}
    sounds: dict[tuple[Channel, int | None], Track] = {}
    tracks: list[Track] = []
    silent: set[Channel] = set()
    for part in parts:
        for number in part.channels:
            channel = Channel(part.port, number)
            notes = part.notes.of(number)
            if notes.start == notes.stop and (channel in first_notes or channel in silent):
                continue  # what it says is in the track that has the notes
            silent.add(channel)
            first = first_notes.get(channel)
            if notes.start < notes.stop and channel not in large:
                first = int(part.notes.start[notes.start])
            if (channel, first) not in sounds:
                sounds[channel, first] = sound_of(tables.get(channel, NOTHING), first, number)
            sound = sounds[channel, first]
            tracks.append(replace(sound, name=part.name, notes=_columns(part.notes, notes)))
    return tracks


def _first_notes(parts: Iterable[_Part]) -> dict[Channel, int]:
    """When each channel is first heard."""
    first: dict[Channel, int] = {}
    for part in parts:
        for number in part.channels:
            notes = part.notes.of(number)
            if notes.start < notes.stop:
                channel, start = Channel(part.port, number), int(part.notes.start[notes.start])
                first[channel] = min(first.get(channel, start), start)
    return first


def _columns(notes: Paired, chosen: slice) -> Notes:
    """The notes of one channel, numbered in order; each lasts a tick at least."""
    start, end = notes.start[chosen], notes.end[chosen]
    ids = np.arange(1, len(start) + 1)
    return Notes.of_columns(
        start, np.maximum(end - start, 1), notes.pitch[chosen], notes.velocity[chosen], ids
    )


def _few_enough(tracks: list[Track], warnings: list[str]) -> list[Track]:
    if len(tracks) <= MOST_TRACKS:
        return tracks
    noted = [track for track in tracks if len(track.notes)]
    if len(noted) > MOST_TRACKS:
        raise _too_many()
    left = count_of(len(tracks) - len(noted), "track", "tracks")
    warnings.append(f"{left} without notes were left out, since there are more than {MOST_TRACKS}.")
    return noted


def _too_many() -> Fault:
    return Fault(f"has notes on more than the {MOST_TRACKS} tracks that a song can hold.")


def _mended(damage: Damage, read: _Read) -> list[str]:
    """A sentence for each kind of damage that was found."""
    tracks = ("track", "tracks")
    told = (
        (damage.cut, *tracks, "could not be read to the end; what comes before was kept."),
        (damage.unended, *tracks, "had no mark of the end."),
        (read.unended, "note", "notes", "had no end; each was ended by the next or by the track."),
        (damage.orphans, "event", "events", "said nothing of what they are and were left out."),
        (damage.stray, "event", "events", "had no place in a file and were left out."),
        (damage.broken, "event", "events", "had a value above 127, which was brought down."),
        (damage.metas, "text or change", "texts or changes", "were too many and were left out."),
        (read.late, "event", "events", "lay beyond the end of time and were left out."),
    )
    return [f"{count_of(many, one, more)} {what}" for many, one, more, what in told if many]
