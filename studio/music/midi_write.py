"""A song becomes the bytes of a MIDI file of format 1 with 480 ticks a quarter."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from studio.errors import WontFit
from studio.music import midi_events as midi
from studio.music.midi_channel import BANK, BANK_LOW, DRUMS, PAN, VOLUME, Channel
from studio.music.midi_meta import KEY_MARK, LOOP_END, LOOP_START, MICROSECONDS, RECIPE_MARK
from studio.music.note import LAST_TICK, TICKS
from studio.music.song import KEY_PRESSURE, PITCH_BEND, PRESSURE, PROGRAM, Song, Track
from studio.music.song_source import MOST_BYTES

_MOST_EVENTS: Final = MOST_BYTES // 4
_LONGEST: Final = 2**28 - 1  # ticks that one event can wait
_PORTS: Final = 128
_MELODIC: Final = tuple(channel for channel in range(16) if channel != DRUMS)
_END: Final = bytes((0, 0xFF, midi.END, 0))
_SETUP, _UP, _CONTROL, _DOWN = range(4)  # the order of events on one tick

Table = NDArray[np.int64]  # (5, N): tick, order on the tick, status, two bytes; -1 for no byte


def bytes_of(song: Song) -> bytes:
    """The song as a file; WontFit where it were larger than the largest that is read.

    Each track of the song is a track of the file with a channel of its own; where the channels
    are used up the next port begins. Drums play on channel 10. The first track of the file holds
    tempo, metre, keys and words. Of what MIDI cannot say (muted, solo, colours, locked notes,
    scales other than major and minor) nothing is written.
    """
    events = sum(2 * len(track.notes) + len(track.controls) for track in song.tracks)
    if events > _MOST_EVENTS:
        raise _too_large()
    channels = channels_of(song.tracks)
    chunks = [_chunk(_conductor(song))]
    for track, channel in zip(song.tracks, channels, strict=True):
        head = _meta(midi.NAME, track.name) if track.name else b""
        if any(one.port for one in channels):
            head += _meta(midi.PORT, bytes([channel.port]))
        chunks.append(_chunk(head + _channel_events(_table(track, channel.number))))
    header = b"".join(number.to_bytes(2) for number in (1, len(chunks), TICKS))
    data = b"MThd" + len(header).to_bytes(4) + header + b"".join(chunks)
    if len(data) > MOST_BYTES:
        raise _too_large()
    return data


def channels_of(tracks: Iterable[Track]) -> list[Channel]:
    """The channel of each track, in order: fifteen for instruments at each port, one for drums.

    Drums that sound alike and have no controls share one, all others have their own. Where a song
    has drums of more kinds than there are ports, these begin anew at the first port.
    """
    melodic = 0
    kits: dict[object, int] = {}
    channels = []
    for track in tracks:
        if track.drums:
            sound = (track.program, track.bank, track.volume, track.pan)
            kit = sound if len(track.notes) and not len(track.controls) else object()
            channels.append(Channel(kits.setdefault(kit, len(kits)) % _PORTS, DRUMS))
        else:
            port, place = divmod(melodic, len(_MELODIC))
            channels.append(Channel(port, _MELODIC[place]))
            melodic += 1
    return channels


def _too_large() -> WontFit:
    return WontFit(
        f"The song would be larger than {MOST_BYTES >> 20} MiB as MIDI; leave out some tracks."
    )


def _chunk(events: bytes) -> bytes:
    body = events + _END
    return b"MTrk" + len(body).to_bytes(4) + body


# -- tempo, metre, keys and words ----------------------------------------------------------------


def _conductor(song: Song) -> bytes:
    """All that belongs to no track, in the order of time."""
    events: list[tuple[int, bytes]] = []
    if song.title:
        events.append((0, _meta(midi.NAME, song.title)[1:]))
    if song.recipe is not None:
        recipe = RECIPE_MARK + song.recipe.encode(errors="replace")
        events.append((0, _meta(midi.TEXT, recipe)[1:]))
    for metre in song.metres.changes:
        power = metre.denominator.bit_length() - 1
        data = bytes((metre.numerator, power, max(1, 96 >> power), 8))
        events.append((metre.tick, _meta(midi.METRE, data)[1:]))
    for key in song.keys:
        data = key.fifths.to_bytes(1, signed=True) + bytes([key.is_minor])
        events.append((key.tick, _meta(midi.KEY, data)[1:]))
        if key.scale not in ("major", "minor"):  # which a signature cannot say
            events.append((key.tick, _meta(midi.TEXT, KEY_MARK + key.name)[1:]))
    for tempo in song.tempos.changes:
        pace = round(MICROSECONDS / tempo.bpm)
        events.append((tempo.tick, _meta(midi.TEMPO, pace.to_bytes(3))[1:]))
    words = [(marker.tick, marker.text) for marker in song.markers if marker.text]
    if song.loop is not None:
        words += [(song.loop.start, LOOP_START), (song.loop.end, LOOP_END)]
    events += [(tick, _meta(midi.MARKER, text)[1:]) for tick, text in words]
    return _in_time(events)


def _in_time(events: Sequence[tuple[int, bytes]]) -> bytes:
    parts = []
    now = 0
    for tick, data in sorted(events, key=lambda event: event[0]):
        wait = min(max(tick, 0), LAST_TICK) - now
        now += wait
        while wait > _LONGEST:
            parts.append(_number(_LONGEST) + bytes((0xFF, midi.TEXT, 0)))
            wait -= _LONGEST
        parts.append(_number(wait) + data)
    return b"".join(parts)


def _meta(kind: int, data: str | bytes) -> bytes:
    """A text or number that waits for no tick, its delta of 0 included."""
    body = data.encode(errors="replace") if isinstance(data, str) else data
    return bytes((0, 0xFF, kind)) + _number(len(body)) + body


def _number(value: int) -> bytes:
    """Seven bits a byte, the highest first; all but the last byte have the eighth bit set."""
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(value & 0x7F | 0x80)
    return bytes(reversed(parts))


# -- notes and controls --------------------------------------------------------------------------


def _table(track: Track, channel: int) -> Table:
    """All events of a track in the order of the file."""
    notes = track.notes
    setup = [(0xC0, track.program, -1), (0xB0, VOLUME, track.volume), (0xB0, PAN, track.pan)]
    if track.bank:
        setup[:0] = [(0xB0, BANK, track.bank >> 7), (0xB0, BANK_LOW, track.bank & 0x7F)]
    tables = [
        np.array([(0, _SETUP, *event) for event in setup], np.int64).T,
        _controls(track),
        _rows(np.minimum(notes.start + notes.length, LAST_TICK), _UP, 0x80, notes.pitch, 64),
        _rows(notes.start, _DOWN, 0x90, notes.pitch, notes.velocity),
    ]
    table = np.concatenate(tables, axis=1)
    table[2] |= channel
    return table[:, np.argsort(table[0] << 2 | table[1], kind="stable")]


def _controls(track: Track) -> Table:
    controls = track.controls
    number, value = controls.number, controls.value
    bend = np.clip(value + 8192, 0, 2**14 - 1)
    plain = np.clip(value, 0, 127)
    key = np.clip(value, 0, 2**14 - 1)
    kinds = [number == one for one in (PITCH_BEND, PRESSURE, PROGRAM, KEY_PRESSURE)]
    status = np.select(kinds, [0xE0, 0xD0, 0xC0, 0xA0], 0xB0)
    first = np.select(kinds, [bend & 0x7F, plain, plain, key >> 7], number)
    second = np.select(kinds, [bend >> 7, np.int64(-1), np.int64(-1), key & 0x7F], plain)
    return _rows(controls.tick, _CONTROL, status, first, second)[:, controls.tick <= LAST_TICK]


def _rows(tick: Table, *columns: Table | int) -> Table:
    return np.stack([tick, *(np.broadcast_to(np.int64(one), tick.shape) for one in columns)])


def _channel_events(table: Table) -> bytes:
    wait = np.diff(table[0], prepend=0)
    while len(far := np.flatnonzero(wait > _LONGEST)):
        # An empty text breaks a longer wait than the file can say.
        wait[far] -= _LONGEST
        wait = np.insert(wait, far, _LONGEST)
        filler = np.array([[0], [0], [0xFF], [midi.TEXT], [0]])
        table = np.insert(table, far, filler, axis=1)
    parts = [wait >> 21 | 0x80, wait >> 14 & 0x7F | 0x80, wait >> 7 & 0x7F | 0x80, wait & 0x7F]
    matrix = np.stack([*parts, *table[2:]], axis=1)
    present = matrix >= 0
    for column, least in enumerate((2**21, 2**14, 2**7)):
        present[:, column] = wait >= least
    return matrix[present].astype(np.uint8).tobytes()
