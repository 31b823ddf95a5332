"""Where a verb writes: which bars of which track, and which of their notes stay."""

from collections.abc import Collection
from dataclasses import dataclass

from studio.errors import StudioError
from studio.music.note import LAST_TICK, Notes
from studio.music.song import Song
from studio.ui.translate import tr

_NEED_NOTES = ("continue", "vary", "harmonise", "accompany")
_KEEP = ("fill", "vary")
_MELODY = ("harmonise", "accompany")


@dataclass(frozen=True, slots=True)
class Region:
    """The ticks ``begin`` to ``end`` (excluded), whole bars; ``given`` by selection or loop."""

    begin: int
    end: int
    kept: frozenset[int] = frozenset()
    """Notes of the bars that are not selected and therefore stay, in a fill or when varied."""
    given: bool = False


def region(
    verb: str, song: Song, place: int, selection: Collection[int], tick: int, bars: int
) -> Region:
    """Where a verb writes on the track at ``place``; StudioError says what is missing.

    The bars of the selected notes, else of the loop, else ``bars`` bars from the playhead's bar.
    Continue goes on after the last note; Vary and the accompanying verbs take the whole track
    where nothing is marked.
    """
    track = song.tracks[place]
    if track.drums and verb in _MELODY:
        raise StudioError(tr("This track holds drums; choose the track of a melody."))
    if verb in _NEED_NOTES and not len(track.notes):
        raise StudioError(
            tr("“{track}” has no notes yet; draw some or generate them.").format(track=track.name)
        )
    if verb == "continue":
        return _some(song, song.metres.whole_bars(track.notes.end), bars)
    marked = _marked(verb, song, track.notes, selection)
    if marked is not None:
        inside = _inside(track.notes, marked)
        if verb not in ("generate", "fill") and not len(inside):
            raise StudioError(tr("There are no notes in these bars of the track."))
        return marked
    if verb == "fill":
        raise StudioError(tr("Select the notes to write anew, or loop the bars."))
    if verb == "generate":
        return _some(song, song.metres.bar_start(tick), bars)
    return _bars_of(song, track.notes)


def where(song: Song, place: int, found: Region) -> str:
    """The region in words: "Bars 5–8 of Melody"."""
    first = song.metres.position(found.begin).bar
    last = song.metres.position(found.end - 1).bar
    name = song.tracks[place].name or tr("Track {n}").format(n=place + 1)
    if first == last:
        return tr("Bar {bar} of {track}").format(bar=first, track=name)
    return tr("Bars {first}–{last} of {track}").format(first=first, last=last, track=name)


def count(song: Song, found: Region) -> int:
    """How many bars it has."""
    return sum(1 for _ in song.metres.bars(found.begin, found.end))


def _marked(verb: str, song: Song, notes: Notes, selection: Collection[int]) -> Region | None:
    """The bars that the selection or the loop marks."""
    chosen = notes.chosen(selection)
    if len(chosen):
        made = _bars_of(song, chosen)
        if verb not in _KEEP:
            return Region(made.begin, made.end, given=True)
        inside = _inside(notes, made)
        rest = frozenset(inside.ids.tolist()) - frozenset(chosen.ids.tolist())
        return Region(made.begin, made.end, rest, given=True)
    loop = song.loop
    if loop is None or not loop.on:
        return None
    begin, end = song.metres.bar_start(loop.start), song.metres.whole_bars(loop.end)
    return Region(begin, min(end, LAST_TICK), given=True)


def _bars_of(song: Song, notes: Notes) -> Region:
    begin = song.metres.bar_start(int(notes.start.min()))
    last = int(notes.start.max())
    return Region(begin, song.metres.bar_end(last), given=True)


def _some(song: Song, begin: int, bars: int) -> Region:
    end = begin
    for _ in range(bars):
        end = song.metres.bar_end(end)
    return Region(begin, min(end, LAST_TICK))


def _inside(notes: Notes, found: Region) -> Notes:
    return notes.where((notes.start >= found.begin) & (notes.start < found.end))
