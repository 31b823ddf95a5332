"""A score made ready to be composed into: bars of words with what may change taken out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from studio.errors import StudioError
from studio.music.composing_words import CHORDS, Bar, Event, Parted, parted, rearranged
from studio.music.note import LAST_TICK, Mask, Note, Notes
from studio.music.song import Track
from studio.music.tokenizer import encode
from studio.music.tokenizer_chords import Chord
from studio.music.tokenizer_score import Score, snapped
from studio.music.tokenizer_words import MOST_TRACKS, UNIT


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: in ticks ``begin`` to ``end`` (excluded), for ``tracks`` of the song.

    With ``chords`` the chords there are written too. What is there already and begins there is
    replaced, but for locked notes.
    """

    begin: int
    end: int
    tracks: tuple[int, ...] = (0,)
    chords: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end <= LAST_TICK:
            raise StudioError("There is no room to compose in; choose at least one bar.")
        if not self.tracks and not self.chords:
            raise StudioError("Choose a track to compose for.")


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note that was written, and the track of the song that it is for."""

    track: int
    note: Note


Composed = PlacedNote | Chord


def cleared(score: Score, wanted: Wanted) -> Score:
    """The score without what is replaced."""
    song = score.song
    for place in wanted.tracks:
        if not 0 <= place < len(song.tracks):
            raise StudioError("There is no such track to compose for.")
        notes = song.tracks[place].notes
        song = song.with_notes(place, notes.where(~_within(notes, wanted) | notes.locked))
    chords = score.chords
    if wanted.chords:
        chords = tuple(c for c in chords if not wanted.begin <= c.tick < wanted.end)
    return Score(song, chords)


def with_written(score: Score, wanted: Wanted, written: Iterable[Composed]) -> Score:
    """The score with what was written in the place of what is replaced."""
    found = cleared(score, wanted)
    song, chords = found.song, list(found.chords)
    notes: dict[int, list[Note]] = {}
    for one in written:
        if isinstance(one, Chord):
            chords.append(one)
        else:
            notes.setdefault(one.track, []).append(one.note)
    for place, new in notes.items():
        song = song.with_notes(place, song.tracks[place].notes.added(new))
    return Score(song, tuple(sorted(chords, key=lambda chord: chord.tick)))


def _within(notes: Notes, wanted: Wanted) -> Mask:
    inside: Mask = (notes.start >= wanted.begin) & (notes.start < wanted.end)
    return inside


class Sheet:
    """A score as bars of words on which is written.

    ``lines`` are the ticks of the bar lines, one more than there are bars; ``places`` the song's
    track of each track of the words; ``asked`` those of the words that are written for.
    """

    def __init__(self, score: Score, wanted: Wanted) -> None:
        """Take out what is replaced, and put the rest on the composer's grid."""
        score = cleared(score, wanted)
        song = score.song
        held = [place for place, track in enumerate(song.tracks) if len(track.notes)]
        fresh = [place for place in wanted.tracks if place not in held]
        if len(wanted.tracks) > MOST_TRACKS:
            raise StudioError(f"The composer writes for {MOST_TRACKS} tracks at most.")
        room = MOST_TRACKS - len(fresh)
        first = sorted(held, key=lambda place: (place not in wanted.tracks, place))[:room]
        self.places = [*sorted(first), *fresh]
        grid = snapped(replace(score, song=replace(song, tracks=_tracks(song.tracks, first))))
        tracks = grid.song.tracks if first else ()
        empty = [replace(song.tracks[place], notes=Notes()) for place in fresh]
        whole = replace(grid.song, tracks=(*tracks, *empty) or (Track(),))
        self.key = song.key_at(wanted.begin)
        self.wanted = wanted
        self.asked = sorted(self.places.index(place) for place in set(wanted.tracks))
        if wanted.chords:
            self.asked = [CHORDS, *self.asked]
        piece = _said(Score(whole, grid.chords))
        self.drums = [track.drums for track in whole.tracks]
        end = max(wanted.end, whole.end, 1)
        self.lines = [tick for _, tick, _ in whole.metres.bars(0, end)]
        self.lines.append(whole.metres.bar_end(self.lines[-1]))
        self.header = piece.header
        self.bars = list(piece.bars)[: len(self.lines) - 1]
        while len(self.bars) < len(self.lines) - 1:
            self.bars.append(Bar(()))
        self.first = self._bar(wanted.begin)
        self.stop = self._bar(wanted.end - 1) + 1

    def _bar(self, tick: int) -> int:
        return int(np.searchsorted(self.lines, tick, side="right")) - 1

    @property
    def is_last(self) -> bool:
        """Whether nothing that sounds comes with or after what is written: it can just go on."""
        own = set(self.asked)
        others = any(event.track not in own for bar in self.bars for event in bar.events)
        after = any(
            self.lines[number] + event.place * UNIT >= self.wanted.begin
            for number in range(self.first, len(self.bars))
            for event in self.bars[number].events
        )
        return not others and not after

    def size(self, bar: int) -> int:
        """Units of a bar."""
        return (self.lines[bar + 1] - self.lines[bar]) // UNIT

    def write(self, bar: int, events: Iterable[Event]) -> None:
        """Put events into a bar."""
        there = self.bars[bar]
        self.bars[bar] = replace(there, events=(*there.events, *events))

    def before(self, at: int, room: int) -> list[int]:
        """The words up to bar ``at``: as many bars before it as ``room`` words hold."""
        first, words = at, 0
        while first > 0 and words < room:
            first -= 1
            words += _cost(self.bars[first])
        piece = Parted(self.header, tuple(self.bars), ended=False).part(first, len(self.bars))
        return replace(piece, bars=piece.bars[: at - first]).tokens

    def around(self, at: int, room: int) -> tuple[list[int], int, int]:
        """The words with gaps from bar ``at`` on, the first bar in them, and where they stop."""
        first, stop, words = at, at + 1, _cost(self.bars[at])
        while words < room and (first > 0 or stop < len(self.bars)):
            if first > 0 and (stop >= len(self.bars) or at - first < 2 * (stop - at)):
                first -= 1
                words += _cost(self.bars[first])
            else:
                words += _cost(self.bars[stop])
                stop += 1
        piece = Parted(self.header, tuple(self.bars), ended=False).part(first, stop)
        last = min(stop, self.stop)
        rest, answer = rearranged(piece, at - first, last - first, self.asked, lambda event: False)
        asking = answer[: 1 + len(self.asked)]
        return rest + asking, first, last


def _tracks(tracks: tuple[Track, ...], chosen: list[int]) -> tuple[Track, ...]:
    return tuple(tracks[place] for place in sorted(chosen)) or (Track(),)


def _said(score: Score) -> Parted:
    """The bars of a score, at least one also where nothing sounds."""
    if score.chords or not score.song.is_empty:
        return parted(encode(score).tolist())
    piece = parted(encode(Score(score.song, (Chord(0, None),))).tolist())
    return replace(piece, bars=tuple(replace(bar, events=()) for bar in piece.bars))


def _cost(bar: Bar) -> int:
    return 2 + sum(2 + len(event.words) for event in bar.events)
