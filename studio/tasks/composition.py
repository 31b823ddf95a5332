"""What composing gives: variations to listen to, and how bars of them are put into the song."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from studio.music.note import Notes
from studio.music.song import Song, Track
from studio.music.tokenizer_chords import Chord
from studio.tasks.compose_request import ComposeRequest


@dataclass(frozen=True, slots=True)
class Part:
    """New notes for one track, in the song's ticks.

    ``track`` is its place in the song, or None for a new track that is like ``new``, which holds
    no notes itself.
    """

    notes: Notes
    track: int | None = None
    new: Track | None = None


@dataclass(frozen=True, slots=True)
class Variation:
    """One answer to a request. ``finished`` is false while it is being written."""

    seed: int
    parts: tuple[Part, ...] = ()
    chords: tuple[Chord, ...] = ()
    """The chords that were found or written, if the verb is about chords."""
    finished: bool = True

    @property
    def count(self) -> int:
        """Notes that were written."""
        return sum(len(part.notes) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Composition:
    """The answer to a request, complete or so far (``Step.so_far``)."""

    request: ComposeRequest
    variations: tuple[Variation, ...] = ()
    models: Mapping[str, str] = field(default_factory=dict)
    """Names and SHA-256 of the networks that wrote."""


def accepted(
    song: Song,
    request: ComposeRequest,
    variation: Variation,
    begin: int | None = None,
    end: int | None = None,
) -> Song:
    """The song with what a variation has from tick ``begin`` to ``end``, by default all of it.

    ``song`` may have changed since the request: locked notes and those that were to be kept stay,
    other tracks are left alone, and a track that an earlier bar brought is found again.
    """
    begin = request.begin if begin is None else max(begin, request.begin)
    end = request.end if end is None else min(end, request.end)
    for part in variation.parts:
        place = part.track
        if place is None:
            song, place = _with_track(song, part.new or Track(), len(request.song.tracks))
        if place >= len(song.tracks):
            continue
        notes = song.tracks[place].notes
        inside = (notes.start >= begin) & (notes.start < end) & ~notes.locked
        if part.track is not None:
            inside &= ~notes.mask(request.kept)
        new = part.notes.where((part.notes.start >= begin) & (part.notes.start < end))
        song = song.with_notes(place, notes.where(~inside).added(new))
    return song


def _with_track(song: Song, new: Track, first: int) -> tuple[Song, int]:
    """The song with a track like ``new`` from place ``first`` on, and its place."""
    for place in range(first, len(song.tracks)):
        there = song.tracks[place]
        if (there.name, there.program, there.drums) == (new.name, new.program, new.drums):
            return song, place
    return song.with_new_track(replace(new, notes=Notes())), len(song.tracks)
