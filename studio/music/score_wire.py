"""A song as text, for the way between the studio and the process that reads and writes scores."""

import json
from typing import Any

from studio.music.note import Notes
from studio.music.song import Marker, Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap

_COLUMNS = ("start", "length", "pitch", "velocity")


def song_text(song: Song) -> str:
    """The song as JSON: all that a score can say of it. Controllers and locks stay behind."""
    return json.dumps(
        {
            "tracks": [_track_table(track) for track in song.tracks],
            "tempos": [(one.tick, one.bpm) for one in song.tempos.changes],
            "metres": [(one.tick, one.numerator, one.denominator) for one in song.metres.changes],
            "keys": [(key.tonic, key.scale, key.tick) for key in song.keys],
            "markers": [(marker.tick, marker.text) for marker in song.markers],
            "title": song.title,
            "recipe": song.recipe,
        }
    )


def text_song(text: str) -> Song:
    """The song of ``song_text``; StudioError where a value is none that a song can have."""
    table = json.loads(text)
    return Song(
        tracks=tuple(_track(one) for one in table["tracks"]),
        tempos=TempoMap([Tempo(*one) for one in table["tempos"]]),
        metres=MetreMap([Metre(*one) for one in table["metres"]]),
        keys=tuple(Key(*one) for one in table["keys"]),
        markers=tuple(Marker(*one) for one in table["markers"]),
        title=table["title"],
        recipe=table["recipe"],
    )


def _track_table(track: Track) -> dict[str, Any]:
    return {
        "name": track.name,
        "program": track.program,
        "bank": track.bank,
        "drums": track.drums,
        "volume": track.volume,
        "pan": track.pan,
        "notes": [getattr(track.notes, name).tolist() for name in _COLUMNS],
    }


def _track(table: dict[str, Any]) -> Track:
    notes = Notes.of_columns(*table.pop("notes"))
    return Track(notes=notes, **table)
