"""From a picture or from words to the plan of a piece, by a table that the artist may edit.

A row of the table links something seen (or read) with something in the music. What several rows
say of one thing is added up around the middle; no network and no chance is in it.
"""

from __future__ import annotations

from collections.abc import Mapping as Values
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from studio.document.json_value import JSON
from studio.errors import StudioError
from studio.image.convert import Pixels
from studio.image.picture_mood import compared, traits_of
from studio.music.chord_patterns import bass_notes, chord_notes
from studio.music.chords import triads
from studio.music.constraints import Rules
from studio.music.drums import Drumming, drum_notes, style_for
from studio.music.instruments import INSTRUMENTS
from studio.music.mood import Feeling, Mood
from studio.music.mood_music import (
    Progression,
    density_of,
    key_of,
    mode_of,
    progression_of,
    register_of,
    tempo_of,
)
from studio.music.note import Notes
from studio.music.song import Song, Track
from studio.music.theory import Key, pitch_name
from studio.music.timing import Metre, Tempo, TempoMap
from studio.music.tokenizer_chords import Chord

SEEN = {
    "light": "Light", "contrast": "Contrast", "saturation": "Saturation", "warmth": "Warmth",
    "hue": "Hue", "variety": "Variety of colours", "fine": "Fine texture",
    "coarse": "Coarse texture", "upright": "Upright edges", "diagonal": "Slanting edges",
    "order": "Order of the edges", "symmetry": "Symmetry", "height": "Light from above",
    "gladness": "Gladness", "energy": "Energy", "brightness": "Brightness",
}  # fmt: skip
"""What is seen in a picture, and what words say (the last three), by name."""
DECISIONS = {
    "mode": "Mode", "tonic": "Key", "tempo": "Tempo", "metre": "Metre", "register": "Register",
    "density": "Density", "leaps": "Leaps", "chords": "Chords", "motion": "Accompaniment",
    "instruments": "Instruments", "drums": "Drums",
}  # fmt: skip
"""What is decided in the music, by name."""
METRES = ((4, 4), (3, 4), (6, 8))
_METRE_EDGES = (0.68, 0.85)
_LEAPS = (4, 5, 7, 9, 12)
_PATTERNS = ("pad", "block", "broken", "alberti", "offbeat")
_BASSES = ("root", "root", "root", "fifths", "walking")
# Melody, chords and bass, from cool and clear to warm and full.
ENSEMBLES = ((11, 94, 35), (73, 46, 43), (71, 4, 32), (40, 0, 42), (42, 48, 43), (69, 24, 32))
# Scriabin's keys by colour on the circle of fifths (Sabaneev 1911): the hue in OKLab, and fifths
# above C: red C, orange G, yellow D, green A, sky blue E, blue F sharp, violet D flat, purple A
# flat, rose B flat, deep red F.
_HUES = (0.0, 0.08, 0.16, 0.305, 0.395, 0.54, 0.65, 0.733, 0.82, 0.87, 0.91, 0.95, 1.0)
_FIFTHS = (-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)


@dataclass(frozen=True, slots=True)
class Link:
    """What is seen decides something by so much: -1 (the other way round) to 1."""

    seen: str
    decides: str
    amount: float = 1.0

    def __post_init__(self) -> None:
        if self.seen not in SEEN or self.decides not in DECISIONS:
            raise StudioError("The table names something that can be neither seen nor decided.")
        if not -1 <= self.amount <= 1:
            raise StudioError("How much something decides lies between -1 and 1.")


class Row(NamedTuple):
    """A line of the table: what was seen and how much of it (None: set by hand), what follows."""

    seen: str
    value: float | None
    decides: str
    amount: float
    result: str


@dataclass(frozen=True, slots=True)
class MusicPlan:
    """What a piece is to be like; ``replace`` changes single values.

    ``melody``, ``accompaniment`` and ``bass`` are programs, ``pattern`` and ``bass_pattern`` ways
    to play, ``numerals`` the chords, one a bar, ``drums`` a style or None.
    """

    key: Key = field(default_factory=Key)
    tempo: int = 100
    metre: Metre = field(default_factory=lambda: Metre(0))
    lowest: int = 56
    highest: int = 78
    fewest: int = 2
    most: int = 10
    leap: int = 7
    numerals: str = "I V vi IV"
    pattern: str = "broken"
    bass_pattern: str = "root"
    melody: int = 73
    accompaniment: int = 0
    bass: int = 32
    drums: str | None = None

    def chords(self, bars: int) -> tuple[Chord, ...]:
        """The chords over so many bars, the last of which comes home to the key's own chord."""
        found = self.round(bars)
        if bars < 2:
            return found
        last = (bars - 1) * self.metre.bar
        home = replace(triads(self.key)[0], tick=last)
        before = tuple(chord for chord in found if chord.tick < last)
        return before if before and replace(before[-1], tick=last) == home else (*before, home)

    def round(self, bars: int) -> tuple[Chord, ...]:
        """The chords of ``numerals``, one a bar and again from the first."""
        return Progression(self.key.scale, self.numerals, "").chords(self.key, self.metre.bar, bars)

    def rules(self, bars: int, locked: Notes | None = None) -> Rules:
        """What a melody to the plan must keep."""
        return Rules(
            bars=bars,
            metre=self.metre,
            key=self.key,
            chords=tuple(c for c in self.chords(bars) if c.pitch_classes & self.key.pitch_classes),
            lowest=self.lowest,
            highest=self.highest,
            fewest=self.fewest,
            most=self.most,
            leap=self.leap,
            locked=locked or Notes(),
        )


def seen_in(pixels: Pixels) -> dict[str, float]:
    """What is seen in (H, W, 3|4) pixels, each 0..1 beside usual pictures."""
    return compared(traits_of(pixels))


def read_in(mood: Mood) -> dict[str, float]:
    """What words say, each 0..1."""
    feeling = mood.feeling
    return {
        "gladness": feeling.valence,
        "energy": feeling.energy,
        "brightness": 1 - feeling.darkness,
    }


_PICTURE = (
    Link("light", "mode", 0.8), Link("warmth", "mode", 0.4), Link("hue", "tonic"),
    Link("saturation", "tempo", 0.7), Link("contrast", "tempo", 0.4),
    Link("diagonal", "metre", 0.7), Link("symmetry", "metre", -0.4),
    Link("light", "register", 0.7), Link("height", "register", 0.4),
    Link("fine", "density", 0.8), Link("coarse", "density", 0.3),
    Link("upright", "leaps", 0.6), Link("contrast", "leaps", 0.4),
    Link("light", "chords", 0.6), Link("warmth", "chords", 0.4),
    Link("fine", "motion", 0.5), Link("diagonal", "motion", 0.4), Link("order", "motion", -0.2),
    Link("warmth", "instruments", 0.9), Link("variety", "instruments", 0.2),
    Link("saturation", "drums", 0.6), Link("contrast", "drums", 0.5),
)  # fmt: skip
_WORDS = (
    Link("gladness", "mode", 0.9), Link("brightness", "mode", 0.3),
    Link("brightness", "tonic", 0.9), Link("energy", "tempo", 1.0),
    Link("brightness", "register", 0.9), Link("energy", "density", 0.8),
    Link("energy", "leaps", 0.7), Link("gladness", "chords", 1.0), Link("energy", "motion", 0.8),
    Link("gladness", "instruments", 0.4), Link("energy", "instruments", -0.4),
    Link("energy", "drums", 1.0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mapping:
    """The table: links, and what the artist has set by hand (0..1 for a decision)."""

    links: tuple[Link, ...] = (*_PICTURE, *_WORDS)
    fixed: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        for name, value in self.fixed:
            if name not in DECISIONS or not 0 <= value <= 1:
                raise StudioError("A decision that is set by hand lies between 0 and 1.")

    def with_link(self, place: int, link: Link) -> Mapping:
        """Another link in the place of one; one that is beyond the last is new."""
        links = list(self.links)
        links[place : place + 1] = [link]
        return replace(self, links=tuple(links))

    def without_link(self, place: int) -> Mapping:
        """Without that link."""
        return replace(self, links=self.links[:place] + self.links[place + 1 :])

    def with_fixed(self, decision: str, value: float | None) -> Mapping:
        """A decision set by hand, or (None) left to the links again."""
        kept = tuple(one for one in self.fixed if one[0] != decision)
        return replace(self, fixed=kept if value is None else (*kept, (decision, value)))

    def to_value(self) -> dict[str, JSON]:
        """The table as JSON, for a recipe."""
        return {
            "links": [[link.seen, link.decides, link.amount] for link in self.links],
            "fixed": dict(self.fixed),
        }

    @classmethod
    def from_value(cls, value: object) -> Mapping:
        """The table that ``to_value`` gave; raises StudioError for anything else."""
        try:
            links = tuple(Link(seen, decides, float(n)) for seen, decides, n in value["links"])  # type: ignore[index]
            fixed = tuple((name, float(n)) for name, n in value["fixed"].items())  # type: ignore[index]
            return cls(links, fixed)
        except (TypeError, KeyError, ValueError, AttributeError) as problem:
            raise StudioError("The table from picture to music is damaged.") from problem

    def values(self, seen: Values[str, float]) -> dict[str, float]:
        """What the table says of each decision, 0..1; of the tonic by its place on the circle."""
        found = dict.fromkeys(DECISIONS, 0.5)
        for link in self.links:
            if link.seen in seen and link.seen != "hue":
                found[link.decides] += link.amount * (seen[link.seen] - 0.5)
        found.update(self.fixed)
        return {name: min(1.0, max(0.0, value)) for name, value in found.items()}

    def plan(self, seen: Values[str, float]) -> MusicPlan:
        """The plan of a piece for what was seen, read, or both."""
        values = self.values(seen)
        scale = mode_of(values["mode"])
        metre = METRES[sum(values["metre"] > edge for edge in _METRE_EDGES)]
        tempo = tempo_of(values["tempo"])
        lowest, highest = register_of(values["register"])
        quarters = 4 * metre[0] / metre[1]
        fewest, most = density_of(values["density"], quarters)
        feeling = Feeling(values["chords"], values["tempo"], 1 - values["mode"])
        motion = _place(values["motion"], len(_PATTERNS))
        waltz = metre == (3, 4) and motion == 1
        melody, accompaniment, bass = ENSEMBLES[_place(values["instruments"], len(ENSEMBLES))]
        drums = style_for(tempo, Metre(0, *metre), values["drums"])
        return MusicPlan(
            key=self._key(scale, seen, values["tonic"]),
            tempo=tempo,
            metre=Metre(0, *metre),
            lowest=lowest,
            highest=highest,
            fewest=fewest,
            most=most,
            leap=_LEAPS[_place(values["leaps"], len(_LEAPS))],
            numerals=progression_of(scale, feeling).numerals,
            pattern="waltz" if waltz else _PATTERNS[motion],
            bass_pattern=_BASSES[motion],
            melody=melody,
            accompaniment=accompaniment,
            bass=bass,
            drums=drums if values["drums"] > 0.45 else None,
        )

    def rows(self, seen: Values[str, float]) -> tuple[Row, ...]:
        """The table to show: a row for each link whose trait was seen, and for what is set."""
        results = _results(self.plan(seen))
        fixed = dict(self.fixed)
        rows = [
            Row(link.seen, round(seen[link.seen], 3), link.decides, link.amount,
                results[link.decides])
            for link in self.links
            if link.seen in seen and link.decides not in fixed
        ]  # fmt: skip
        return (*rows, *(Row("", None, name, 1.0, results[name]) for name in fixed))

    def _key(self, scale: str, seen: Values[str, float], colour: float) -> Key:
        by_hue = any(link.seen == "hue" and link.decides == "tonic" for link in self.links)
        if not by_hue or "hue" not in seen or "tonic" in dict(self.fixed):
            return key_of(scale, colour)
        fifths = round(float(np.interp(seen["hue"], _HUES, _FIFTHS)))
        return Key(fifths * 7 % 12, scale)


def backing(plan: MusicPlan, bars: int, *, seed: int = 0) -> Song:
    """The plan as a song: chords, bass and drums by rule, and an empty track for the melody."""
    end = bars * plan.metre.bar
    chords = plan.chords(bars)
    tracks = [
        Track("Melody", plan.melody),
        Track(
            "Chords", plan.accompaniment, notes=chord_notes(chords, plan.metre, end, plan.pattern)
        ),
        Track("Bass", plan.bass, notes=bass_notes(chords, plan.metre, end, plan.bass_pattern)),
    ]
    if plan.drums is not None:
        notes = drum_notes(bars, plan.metre, Drumming(plan.drums), seed=seed)
        tracks.append(Track("Drums", drums=True, notes=notes))
    song = Song(tracks=tuple(tracks), keys=(plan.key,), tempos=TempoMap([Tempo(0, plan.tempo)]))
    return song.with_metre(plan.metre.numerator, plan.metre.denominator)


def _place(value: float, count: int) -> int:
    return min(count - 1, int(value * count))


def _results(plan: MusicPlan) -> dict[str, str]:
    """Every decision in words."""
    chords = " ".join(chord.name for chord in plan.round(len(plan.numerals.split())))
    players = (plan.melody, plan.accompaniment, plan.bass)
    return {
        "mode": plan.key.scale,
        "tonic": plan.key.name,
        "tempo": f"{plan.tempo}",
        "metre": f"{plan.metre.numerator}/{plan.metre.denominator}",
        "register": f"{pitch_name(plan.lowest)} – {pitch_name(plan.highest)}",
        "density": f"{plan.fewest} – {plan.most}",
        "leaps": f"{plan.leap}",
        "chords": chords,
        "motion": plan.pattern,
        "instruments": ", ".join(INSTRUMENTS[program] for program in players),
        "drums": plan.drums or "–",
    }
