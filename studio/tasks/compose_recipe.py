"""The recipe of a composition: the whole request with its song, so that it can be written again."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from studio.document.fields import Fields
from studio.document.json_value import JSON
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.music.midi_file import midi_bytes, parse_midi
from studio.music.song import Song
from studio.music.theory import Key
from studio.music.timing import Tempo, TempoMap
from studio.music.tokenizer_chords import Chord
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Composition, accepted

TASK = "compose"
_MOST = 180_000  # bytes of MIDI: what one string of a recipe has room for
_TEXTS = ("verb", "model", "pattern", "drumming", "source")
_WHOLE = ("track", "begin", "end", "seed", "variations", "lowest", "highest", "fewest")
_SHARES = ("temperature", "top_p", "change", "human")
_PERHAPS = ("most", "leap")


def compose_recipe(composition: Composition, number: int = 0) -> str:
    """The text of the recipe of a variation, counted from 0.

    A song that takes more than 180 kB as MIDI is not held, and cannot be written again.
    """
    request = composition.request
    song = replace(request.song, recipe=None)
    midi = midi_bytes(song)
    values: dict[str, JSON] = {
        name: getattr(request, name) for name in (*_TEXTS, *_WHOLE, *_SHARES, *_PERHAPS)
    }
    values |= {
        "variation": number,
        "song": base64.b64encode(midi).decode() if len(midi) <= _MOST else None,
        "keys": [_key_value(key) for key in song.keys],
        "tempos": [[one.tick, one.bpm] for one in song.tempos.changes],
        "tracks": [_track_value(song, place) for place in range(len(song.tracks))],
        "kept": sorted(request.kept),
        "key": None if request.key is None else _key_value(request.key),
        "chords": [[chord.tick, chord.root, chord.quality] for chord in request.chords],
        "chords_everywhere": request.chords_everywhere,
        "rhythm": None if request.rhythm is None else list(request.rhythm),
        "parts": list(request.parts),
    }
    return Recipe(TASK, values, dict(composition.models)).to_text()


def composed_song(composition: Composition, number: int = 0) -> Song:
    """The request's song with a variation, counted from 0, and its recipe."""
    request = composition.request
    song = accepted(request.song, request, composition.variations[number])
    return replace(song, recipe=compose_recipe(composition, number))


def request_of(recipe: Recipe) -> ComposeRequest:
    """The request that a recipe was written for.

    What MIDI cannot say of the song but locked notes (muted tracks, colours) is lost. Raises
    StudioError for a recipe of another task, a damaged one, or one that does not hold its song.
    """
    if recipe.task != TASK:
        raise StudioError("The recipe is none of a composition.")
    fields = Fields(recipe.request, "recipe")
    song = _song(fields)
    values: dict[str, Any] = {name: fields.text(name) for name in _TEXTS}
    values |= {name: _whole(fields, name) for name in _WHOLE}
    values |= {name: fields.number(name, 0.5) for name in _SHARES}
    values |= {
        name: None if recipe.request.get(name) is None else _whole(fields, name)
        for name in _PERHAPS
    }
    rhythm = recipe.request.get("rhythm")
    key = recipe.request.get("key")
    try:
        values |= {
            "kept": frozenset(_wholes(fields.items("kept"))),
            "key": None if key is None else _key(key),
            "chords": tuple(_chord(one) for one in fields.items("chords")),
            "rhythm": None if rhythm is None else tuple(_wholes(fields.items("rhythm"))),
            "parts": tuple(str(part) for part in fields.items("parts")),
        }
    except (TypeError, ValueError):
        raise _damaged() from None
    everywhere = fields.flag("chords_everywhere")
    return ComposeRequest(song=song, chords_everywhere=everywhere, **values)


def variation_of(recipe: Recipe) -> int:
    """Which variation the recipe is of, counted from 0."""
    request = request_of(recipe)
    number = _whole(Fields(recipe.request, "recipe"), "variation")
    return min(max(0, number), request.variations - 1)


def _track_value(song: Song, place: int) -> JSON:
    """What MIDI does not say of a track's notes: which are locked, and ids that are no count."""
    notes = song.tracks[place].notes
    count = np.arange(1, len(notes) + 1)
    ids = None if np.array_equal(notes.ids, count) else notes.ids.tolist()
    return {"locked": np.flatnonzero(notes.locked).tolist(), "ids": ids}


def _song(fields: Fields) -> Song:
    packed = fields.text("song")
    if not packed:
        raise StudioError("The recipe holds no song, as that was too long; it cannot be run again.")
    try:
        song = parse_midi(base64.b64decode(packed, validate=True), "recipe").song
        song = replace(song.with_keys([_key(one) for one in fields.items("keys")]), recipe=None)
        tempos = [_tempo(one) for one in fields.items("tempos")]
        song = replace(song, tempos=TempoMap(tempos) if tempos else song.tempos)
        for place, value in enumerate(fields.items("tracks")):
            song = _with_track(song, place, value)
    except (binascii.Error, TypeError, ValueError, IndexError):
        raise _damaged() from None
    return song


def _with_track(song: Song, place: int, value: JSON) -> Song:
    fields = Fields(value, "recipe")
    notes = song.tracks[place].notes
    locked = np.zeros(len(notes), np.bool_)
    locked[_wholes(fields.items("locked"))] = True
    held = notes.altered(locked, locked=True)
    if isinstance(value, Mapping) and value.get("ids") is not None:
        ids = _wholes(fields.items("ids"))
        columns = (held.start, held.length, held.pitch, held.velocity)
        held = type(held).of_columns(*columns, ids, held.locked)
    return song.with_notes(place, held)


def _key_value(key: Key) -> JSON:
    return [key.tonic, key.scale, key.tick]


def _key(value: JSON) -> Key:
    tonic, scale, tick = _row(value)
    return Key(_int(tonic), str(scale), _int(tick))


def _chord(value: JSON) -> Chord:
    tick, root, quality = _row(value)
    return Chord(_int(tick), None if root is None else _int(root), str(quality))


def _tempo(value: JSON) -> Tempo:
    tick, bpm = _row(value, 2)
    if isinstance(bpm, bool) or not isinstance(bpm, int | float):
        raise _damaged()
    return Tempo(_int(tick), float(bpm))


def _row(value: JSON, count: int = 3) -> Sequence[JSON]:
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != count:
        raise _damaged()
    return value


def _whole(fields: Fields, name: str) -> int:
    return _int(fields.number(name, 0))


def _wholes(values: Sequence[JSON]) -> list[int]:
    return [_int(value) for value in values]


def _int(value: JSON) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        raise _damaged()
    return int(value)


def _damaged() -> StudioError:
    return StudioError("The composition in the recipe is damaged; write it anew.")
