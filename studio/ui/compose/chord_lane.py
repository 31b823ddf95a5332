"""The chord lane as a line of text: "Dm7 | G7 | C | C", a stroke for each bar line."""

from studio.errors import StudioError
from studio.music.chords import parse_chord
from studio.music.song import Song
from studio.music.tokenizer_chords import Chord
from studio.ui.translate import tr

_REST = ("N.C.", "NC", "n.c.", "-", "–")
_AGAIN = ("%", ".")


def parse_lane(text: str) -> tuple[tuple[Chord, ...], ...]:
    """The chords of each bar, all at tick 0; none for an empty line.

    Without a stroke every chord has a bar of its own. ``%`` repeats the chord before, ``N.C.`` or
    ``-`` is silence. Raises StudioError that names the word that is no chord.
    """
    text = text.replace("｜", "|").replace(",", " ").strip().strip("|").strip()
    if not text:
        return ()
    bars = text.split("|") if "|" in text else text.split()
    found: list[tuple[Chord, ...]] = []
    for bar in bars:
        words = bar.split() or ["%"]
        line: list[Chord] = []
        for word in words:
            before = line[-1] if line else (found[-1][-1] if found else None)
            line.append(_chord(word, before))
        found.append(tuple(line))
    return tuple(found)


def lay(lane: tuple[tuple[Chord, ...], ...], song: Song, begin: int, end: int) -> tuple[Chord, ...]:
    """The chords in the song's ticks from ``begin`` to ``end``, over and over as often as needed.

    The chords of a bar share it equally, by whole beats where it has enough of them.
    """
    if not lane:
        return ()
    found: list[Chord] = []
    for number, (_, start, metre) in enumerate(song.metres.bars(begin, end)):
        chords = lane[number % len(lane)]
        for place, chord in enumerate(chords):
            at = metre.bar * place // len(chords)
            if len(chords) <= metre.numerator:
                at = metre.numerator * place // len(chords) * metre.beat
            if not found or (chord.root, chord.quality) != (found[-1].root, found[-1].quality):
                found.append(Chord(start + at, chord.root, chord.quality))
    return tuple(found)


def spoken(lane: tuple[tuple[Chord, ...], ...]) -> str:
    """The line as the studio writes it."""
    return " | ".join(" ".join(chord.name for chord in bar) for bar in lane)


def _chord(word: str, before: Chord | None) -> Chord:
    if word in _REST:
        return Chord(0, None)
    if word in _AGAIN:
        if before is None:
            raise StudioError(tr("The chord lane begins with a repeat; begin it with a chord."))
        return before
    return parse_chord(word)
