"""Where a melody goes in the song: which track, and from which bar on."""

from dataclasses import dataclass

from studio.music.song import Song
from studio.tasks.kept_melody import Placed
from studio.ui.compose.region import Region, where
from studio.ui.music.desk import MusicDesk
from studio.ui.translate import tr


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a track, which may be one after the last, and the tick of a bar line."""

    track: int
    begin: int


def spot(desk: MusicDesk, tick: int) -> Spot:
    """The bar of the selected notes, else of the loop, else that of a tick.

    It is on the track that is edited, or on a new one where that holds drums.
    """
    song, place = desk.song, desk.place
    track = song.tracks[place]
    chosen = track.notes.chosen(desk.panel.roll.selection)
    if len(chosen):
        tick = int(chosen.start.min())
    elif song.loop is not None and song.loop.on:
        tick = song.loop.start
    return Spot(len(song.tracks) if track.drums else place, song.metres.bar_start(tick))


def in_words(song: Song, placed: Placed) -> str:
    """Where a melody lies: "Bars 5–6 of Melody"."""
    new = placed.track >= len(song.tracks)
    text = where(song, 0 if new else placed.track, Region(placed.begin, placed.end))
    if not new:
        return text
    first, last = (song.metres.position(tick).bar for tick in (placed.begin, placed.end - 1))
    return tr("Bars {first}–{last} of a new track").format(first=first, last=last)
