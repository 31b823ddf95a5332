"""A table of drum patterns by style, on sixteenths or on triplet eighths.

The beats are facts of common practice as R.-P. Bardet's "260 Drum Machine Patterns" notes them,
in the transcription of A. Montoya-Moraga (MIT); chosen, named and grouped anew, with openings,
rides, and metres of three of our own.
"""

from __future__ import annotations

from dataclasses import dataclass

KEYS = {
    "kick": 36, "snare": 38, "rim": 37, "closed": 42, "open": 46, "pedal": 44, "ride": 51,
    "crash": 49, "high": 50, "mid": 47, "low": 43, "bell": 56, "clap": 39, "shaker": 70,
}  # fmt: skip
"""What a row strikes, as keys of General MIDI's drum map."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A bar: a row of ``x`` (struck), ``X`` (accented), ``o`` (soft) and dots for each drum.

    A beat has four columns, or three where ``triplets``; rows are as long as ``beats`` ask.
    """

    rows: tuple[tuple[str, str], ...]
    beats: int = 4
    triplets: bool = False

    @property
    def columns(self) -> int:
        """Columns a beat."""
        return 3 if self.triplets else 4


@dataclass(frozen=True, slots=True)
class Style:
    """The bars ``main`` and ``other`` (every second), a ``fill``, and the usual tempo."""

    main: Beat
    other: Beat
    fill: Beat
    tempo: tuple[int, int]
    swing: float = 0.0


def _beat(text: str, *, triplets: bool = False) -> Beat:
    rows = tuple(tuple(line.split()) for line in text.strip().splitlines())
    beats = len(rows[0][1]) // (3 if triplets else 4)
    return Beat(tuple((name, row) for name, row in rows), beats, triplets)


def _style(
    main: str, other: str, fill: str, tempo: tuple[int, int], swing: float = 0.0,
    triplets: bool = False,
) -> Style:  # fmt: skip
    beats = [_beat(text, triplets=triplets) for text in (main, other, fill)]
    return Style(beats[0], beats[1], beats[2], tempo, swing)


STYLES: dict[str, Style] = {
    "rock": _style(
        "closed x...x...x...x...\nsnare ....X.......X...\nkick x.....x.x.......",
        "closed x...x...x...x...\nsnare ....X.......X...\nkick x.....x.x.x...x.",
        "closed x...............\nhigh ...xx..xx..x....\nsnare ..x...x...x.xxXX\n"
        "kick x...............",
        (112, 139),
    ),
    "hard rock": _style(
        "closed x.x.x.x.x.x.x.x.\nsnare ....X.......X...\nkick x.........x...x.",
        "closed x.x.x.x.x.x.x.x.\nsnare ....X.......X...\nkick x.......x.x.....",
        "snare XxxxX...........\nmid ....xxxx........\nlow ........Xxxx....\n"
        "crash ............x.x.\n"
        "kick x.x..x..x.x.x.x.",
        (110, 178),
    ),
    "pop": _style(
        "closed x.x.x.x.x.x.x.x.\nsnare ....X.x.....X...\nkick x.......x.....x.",
        "closed x.x.x.x.x.x.x.x.\nsnare ....X.....x.....\nkick x.....x.x.....x.",
        "closed x...............\nsnare ..x.x.x.x.xxX...\nlow ..x.x.x.x.......\n"
        "kick x...............",
        (97, 170),
    ),
    "ballad": _style(
        "closed x.o.x.o.x.o.x.o.\nsnare ....X.......X...\nkick x.....x.x.......",
        "closed x.o.x.o.x.o.x.o.\nsnare ....X.......X...\nkick x......xx.......",
        "closed x.o.............\nsnare ....x.xx........\nmid ........xxx.....\n"
        "low ............xxxX\n"
        "kick x...............",
        (60, 84),
    ),
    "funk": _style(
        "closed x.x.x.x.x.x.x.x.\nsnare ....X..o.o..X...\nkick x..x......x..x..",
        "closed x.x.x.x.x.x.x...\nopen ..............x.\nsnare ....X..o....X...\n"
        "kick xx.....x..x..x..",
        "closed x..x..x..x..x...\nsnare .xx.xx.xx.xx..XX\nkick x..x..x..x..x...",
        (80, 112),
    ),
    "soul": _style(
        "closed x.x.x.x.x.x.x.x.\nsnare ....X.......X..o\nkick x.x...x...x.....",
        "closed x.x.x.x.x.x.x.x.\nsnare ....X..o.o.x...o\nkick x.x.....x.xx....",
        "snare xx.x.xxx.x.xxxXX\nmid ..x.....x.......\nlow ....x.....x.....\nkick x...............",
        (78, 112),
    ),
    "disco": _style(
        "open ..x...x...x...x.\nclosed x..xx..xx..xx..x\nsnare ....X.......X...\n"
        "kick x...x...x...x...",
        "closed xx.xxx.xx.xxxx.x\nopen ..x...x..x....x.\nsnare ....X......xx...\n"
        "kick x...x...x...x...",
        "closed xxx.............\nsnare ...xx.x.x.x.xxX.\nkick x...x...x...x...",
        (98, 136),
    ),
    "reggae": _style(
        "closed xoxoxoxoxoxoxoxo\nrim ....x..x.x..x..x\nkick ....X.......X...",
        "closed xoxoxoxoxoxoxoxo\nrim ..xx..x...xx..x.\nkick ....X.......X...",
        "closed ..............x.\nmid ........x.x.....\nsnare ..x.x.x.....xx..\n"
        "kick ..............x.",
        (78, 94),
    ),
    "ska": _style(
        "closed x.X.x.X.x.X.x.X.\nsnare ....X.......X...\nkick x.......x.......",
        "closed x.X.x.X.x.X.x...\nopen ..............x.\nsnare ....X.......X...\n"
        "kick x...x...x...x...",
        "closed ............x...\nmid ....x.x.........\nsnare x.xx....x.x.X...\n"
        "kick x...............",
        (150, 180),
    ),
    "bossa nova": _style(
        "closed x.x.x.x.x.x.x.x.\nrim x.....x.....x...\nkick x.....x.x.....x.",
        "closed x.x.x.x.x.x.x.x.\nrim ....x.....x.....\nkick x.....x.x.....x.",
        "closed ..x.............\nrim x...............\nmid ........x.x.....\n"
        "low ............x...\n"
        "kick ..x.x.....x...x.",
        (100, 190),
    ),
    "samba": _style(
        "shaker xoxxxoxxxoxxxoxx\nmid ...x............\nlow .......x.......x\n"
        "snare ...........o....\nkick x..xx..xx..xx..x",
        "shaker xoxxxoxxxoxxxoxx\nbell x.x.xx.x.xx.xx.x\nmid ...........x....\n"
        "kick x..xx..xx..xx..x",
        "mid ......xxx.......\nlow ..........xxx...\nsnare x.xxx.........X.\nkick x...............",
        (80, 130),
    ),
    "cha-cha": _style(
        "bell x...x...x...x...\nclosed ....x.......x...\nhigh ..x...x.........\n"
        "low ............x.x.\nkick x.....x.x.....x.",
        "bell x...x...x...x...\nclosed ....x.......x...\nhigh ..xx......xx....\n"
        "low ......xx......x.\nkick x.....x.x.....x.",
        "high ..x.....x.......\nlow ....x.x.........\nsnare ............X...\n"
        "kick x...............",
        (112, 140),
    ),
    "swing": _style(
        "ride x..x.xx..x.x\npedal ...x.....x..\nkick o..o..o..o..",
        "ride x..x.xx..x.x\npedal ...x.....x..\nkick o..o.oo..o..\nsnare .....o......",
        "ride x..x........\nsnare ...x..xxxxxX\nkick x..x........",
        (106, 166),
        triplets=True,
    ),
    "shuffle": _style(
        "closed x.xx.xx.xx.x\nsnare ...X.....X..\nkick x....xx.....",
        "closed x.xx.xx.xx.x\nsnare ...X.....X..\nkick x....xx.x...",
        "closed x...........\nsnare ...x..x..Xxx\nkick x...xx.xx.xx",
        (100, 160),
        triplets=True,
    ),
    "blues": _style(
        "closed xooxooxooxoo\nsnare ...X.....X..\nkick x.x..xx.x.xx",
        "closed xooxooxooxoo\nsnare ...X.....X..\nkick x.x..xx.x.x.",
        "closed xxxxxxxxx...\nsnare oooxooxooXxX\nkick x..x..x.....",
        (58, 72),
        triplets=True,
    ),
    "waltz": _style(
        "closed ....x...x...\nsnare ....o...o...\nkick x...........",
        "closed ....x...x...\nsnare ....o...o...\nkick x.........x.",
        "closed x...........\nsnare ....x.x.....\nlow ........x.X.\nkick x...........",
        (90, 180),
    ),
    "march": _style(
        "snare x..xx.x.x.xxx.x.\nkick x.......x.......",
        "snare x..xx.x.xxxxX...\nkick x.......x.......",
        "snare xoxoxoxoXoxoXXXX\nkick x.......x.......",
        (96, 126),
    ),
}
"""The styles by name."""
