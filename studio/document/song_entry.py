"""The song inside a project: its maps and tracks as a table, its notes as columns of numbers.

``song`` in project.json holds everything but the notes and controllers; those are
``song/0001.notes`` (six columns: start, length, pitch, velocity, id, locked) and
``song/0001.controls`` (three: tick, number, value), each a run of little-endian int32, column
after column. So nothing is rounded as in a MIDI file, and a million notes are read at once.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from studio.document.archive import Archive
from studio.document.fields import Fields
from studio.document.json_value import JSON, cleaned
from studio.document.recipe import MOST_BYTES
from studio.errors import StudioError
from studio.music.note import Notes
from studio.music.song import Controls, Loop, Marker, Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap

_MOST_COLUMNS = 2**29  # bytes of a track: 22 million notes
_NUMBER = np.dtype("<i4")
_NOTE_COLUMNS = ("start", "length", "pitch", "velocity", "ids", "locked")
_CONTROL_COLUMNS = ("tick", "number", "value")


def song_table(song: Song) -> Mapping[str, JSON]:
    """What stands about the song in project.json."""
    loop = song.loop
    recipe = song.recipe
    short = recipe is not None and len(recipe.encode(errors="replace")) <= MOST_BYTES
    return {
        "title": cleaned(song.title),
        "tempos": [[one.tick, one.bpm] for one in song.tempos.changes],
        "metres": [[one.tick, one.numerator, one.denominator] for one in song.metres.changes],
        "keys": [[one.tick, one.tonic, one.scale] for one in song.keys],
        "loop": [] if loop is None else [loop.start, loop.end, loop.on],
        "markers": [[one.tick, cleaned(one.text)] for one in song.markers],
        "recipe": recipe if short else None,
        "tracks": [_track_table(n, track) for n, track in enumerate(song.tracks, 1)],
    }


def song_parts(song: Song) -> dict[str, bytes]:
    """The notes and controllers by the name of their entry; tracks without any have none."""
    parts: dict[str, bytes] = {}
    for n, track in enumerate(song.tracks, 1):
        if len(track.notes):
            parts[_name(n, "notes")] = _packed(track.notes, _NOTE_COLUMNS)
        if len(track.controls):
            parts[_name(n, "controls")] = _packed(track.controls, _CONTROL_COLUMNS)
    return parts


def read_song(table: JSON, archive: Archive) -> Song:
    """The song of a project; StudioError where the table or a part makes no sense."""
    fields = Fields(table, "song")
    loop = fields.items("loop")
    try:
        return Song(
            tracks=tuple(
                _track(n, Fields(item, "track"), archive)
                for n, item in enumerate(fields.items("tracks"), 1)
            ),
            tempos=TempoMap([Tempo(_whole(t), float(bpm)) for t, bpm in _rows(fields, "tempos")]),
            metres=MetreMap([Metre(*map(_whole, row)) for row in _rows(fields, "metres")]),
            keys=tuple(
                Key(_whole(tonic), str(scale), _whole(tick))
                for tick, tonic, scale in _rows(fields, "keys")
            ),
            loop=None if not loop else Loop(_whole(loop[0]), _whole(loop[1]), bool(loop[2])),
            markers=tuple(
                Marker(_whole(tick), str(text)) for tick, text in _rows(fields, "markers")
            ),
            title=fields.text("title"),
            recipe=fields.optional_text("recipe"),
        )
    except (TypeError, ValueError, IndexError, OverflowError):
        raise StudioError("Its song holds values that make no sense.") from None


def _track_table(number: int, track: Track) -> Mapping[str, JSON]:
    return {
        "name": cleaned(track.name),
        "program": track.program,
        "bank": track.bank,
        "drums": track.drums,
        "volume": track.volume,
        "pan": track.pan,
        "colour": track.colour,
        "muted": track.muted,
        "solo": track.solo,
        "notes": _name(number, "notes") if len(track.notes) else None,
        "controls": _name(number, "controls") if len(track.controls) else None,
    }


def _track(number: int, fields: Fields, archive: Archive) -> Track:
    notes, controls = fields.optional_text("notes"), fields.optional_text("controls")
    start, length, pitch, velocity, ids, locked = _unpacked(archive, notes, 6)
    return Track(
        name=fields.text("name"),
        program=_whole(fields.number("program", 0)),
        bank=_whole(fields.number("bank", 0)),
        drums=fields.flag("drums"),
        notes=Notes.of_columns(start, length, pitch, velocity, ids, locked.astype(np.bool_)),
        controls=Controls(*_unpacked(archive, controls, 3)),
        volume=_whole(fields.number("volume", 100)),
        pan=_whole(fields.number("pan", 64)),
        colour=_whole(fields.number("colour", -1)),
        muted=fields.flag("muted"),
        solo=fields.flag("solo"),
    )


def _name(number: int, kind: str) -> str:
    return f"song/{number:04}.{kind}"


def _packed(columns: Any, names: tuple[str, ...]) -> bytes:
    return b"".join(getattr(columns, name).astype(_NUMBER).tobytes() for name in names)


def _unpacked(archive: Archive, name: str | None, columns: int) -> Any:
    """The columns of an entry as an array (columns, N); of nothing where there is no entry."""
    data = b"" if name is None else archive.read(name, _MOST_COLUMNS)
    if len(data) % (columns * _NUMBER.itemsize):
        raise StudioError(f"Its part {cleaned(str(name), 80)} is cut off.")
    return np.frombuffer(data, _NUMBER).reshape(columns, -1).astype(np.int64)


def _rows(fields: Fields, name: str) -> list[Any]:
    """A list of lists."""
    return [tuple(row) if not isinstance(row, str) else () for row in fields.items(name)]  # type: ignore[arg-type]


def _whole(value: Any) -> int:
    """A whole number; ValueError where it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or int(value) != value:
        raise ValueError("not a whole number")
    return int(value)
