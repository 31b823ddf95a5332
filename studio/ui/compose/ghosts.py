"""Which notes of a variation lie over the roll, and which of the song stand back for them."""

from studio.music.note import Notes
from studio.music.song import Song
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Variation


def all_notes(variation: Variation) -> Notes:
    """The notes of all parts together."""
    notes = Notes()
    for part in variation.parts:
        notes = notes.added(part.notes)
    return notes


def piece_notes(song: Song, variation: Variation) -> Notes:
    """The notes of a whole piece: of a variation, and of what plays under it."""
    notes = all_notes(variation)
    for track in song.tracks:
        notes = notes.added(track.notes)
    return notes


def pitches_around(request: ComposeRequest) -> tuple[int, int]:
    """Where notes are likely to come: around those that are there, within the range."""
    notes = request.song.tracks[request.track].notes
    if not len(notes):
        return max(request.lowest, 55), max(request.lowest, 55, min(request.highest, 79))
    near = notes.where((notes.start >= request.begin) & (notes.start < request.end))
    near = near if len(near) else notes
    return int(near.pitch.min()), int(near.pitch.max())


def replaced(song: Song, request: ComposeRequest, variation: Variation) -> frozenset[int]:
    """The notes of the request's track whose place the variation would take, by their ids."""
    writes = any(part.track == request.track for part in variation.parts)
    if not writes or request.track >= len(song.tracks):
        return frozenset()
    notes = song.tracks[request.track].notes
    inside = (notes.start >= request.begin) & (notes.start < request.end) & ~notes.locked
    return frozenset(notes.ids[inside & ~notes.mask(request.kept)].tolist())
