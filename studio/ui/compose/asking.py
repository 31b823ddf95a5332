"""The request that the panel's values, the song and what is marked in the roll make together."""

from dataclasses import dataclass

import numpy as np

from studio.errors import StudioError
from studio.music.song import Song
from studio.music.theory import Key, parse_key
from studio.tasks.compose_request import VERBS, ComposeRequest
from studio.ui.compose.chord_lane import lay, parse_lane
from studio.ui.compose.region import Region, region
from studio.ui.compose.values import ANY, SONG, ComposeValues
from studio.ui.translate import tr

MELODIC = ("generate", "continue", "fill", "vary")
"""The verbs that write the melody itself, and so by the artist's rules."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What the window shows: the song, the track that is edited, selected notes, the playhead."""

    song: Song
    place: int
    selection: frozenset[int]
    tick: int


def shows(verb: str, control: str) -> bool:
    """Whether a control of the panel matters for a verb."""
    return verb in _FOR.get(control, VERBS)


_FOR: dict[str, tuple[str, ...]] = {
    "bars": ("generate", "continue"),
    "key": MELODIC,
    "rules": MELODIC,
    "change": ("vary",),
    "parts": ("accompany",),
    "pattern": ("harmonise", "accompany"),
    "chords_everywhere": MELODIC,
    "source": ("generate",),
}


def region_of(values: ComposeValues, marked: Marked) -> Region:
    """Where the verb would write; StudioError says why it cannot."""
    return region(
        values.verb, marked.song, marked.place, marked.selection, marked.tick, values.bars
    )


def request_of(values: ComposeValues, marked: Marked, source: str = "") -> ComposeRequest:
    """What the panel asks for; StudioError with the sentence to show where it cannot be."""
    found = region_of(values, marked)
    verb, song = values.verb, marked.song
    rules = shows(verb, "rules")
    if rules and values.lowest > values.highest:
        raise StudioError(tr("The range ends below its beginning; swap the two notes."))
    if rules and 0 < values.most < values.fewest:
        raise StudioError(tr("The bars are to have fewer notes at most than at least; swap them."))
    lane = parse_lane(values.chords)
    return ComposeRequest(
        verb=verb,
        song=song,
        track=marked.place,
        begin=found.begin,
        end=found.end,
        kept=found.kept,
        model=values.model,
        temperature=values.temperature,
        top_p=values.top_p,
        seed=values.seed,
        variations=values.variations,
        key=key_of(values, song, found.begin) if shows(verb, "key") else None,
        chords=lay(lane, song, found.begin, found.end),
        chords_everywhere=values.chords_everywhere and rules,
        lowest=values.lowest if rules else 0,
        highest=values.highest if rules else 127,
        fewest=values.fewest if rules else 0,
        most=(values.most or None) if rules else None,
        leap=(values.leap or None) if rules else None,
        rhythm=_rhythm(marked, found) if rules and values.keep_rhythm else None,
        change=values.change,
        parts=values.parts,
        pattern=values.pattern,
        drumming=values.drumming,
        human=values.human,
        source=source,
    )


def key_of(values: ComposeValues, song: Song, tick: int) -> Key | None:
    """The key that the notes are held to; None for any."""
    if values.key == ANY:
        return None
    return song.key_at(tick) if values.key == SONG else parse_key(values.key)


def _rhythm(marked: Marked, found: Region) -> tuple[int, ...]:
    """Where notes begin: as in the selected ones, or those of the region, over and over."""
    notes = marked.song.tracks[marked.place].notes
    chosen = notes.chosen(marked.selection)
    if not len(chosen):
        chosen = notes.where((notes.start >= found.begin) & (notes.start < found.end))
    if not len(chosen):
        raise StudioError(tr("Select the notes whose rhythm is to be kept, or leave it free."))
    metres = marked.song.metres
    first = metres.bar_start(int(chosen.start.min()))
    period = metres.bar_end(int(chosen.start.max())) - first
    times = range((found.begin - first) // period, (found.end - first) // period + 1)
    ticks = np.unique(chosen.start)[None, :] + period * np.array(times)[:, None]
    inside = ticks[(ticks >= found.begin) & (ticks < found.end)]
    return tuple(inside.tolist())
