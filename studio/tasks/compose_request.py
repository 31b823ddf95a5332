"""What is asked of the composing verbs, as one frozen value that decides the result."""

from __future__ import annotations

from dataclasses import dataclass

from studio.errors import StudioError
from studio.music.constraints import MOST_BARS
from studio.music.note import LAST_TICK, Notes
from studio.music.song import Song
from studio.music.theory import Key
from studio.music.timing import Metre
from studio.music.tokenizer_chords import Chord

VERBS = ("generate", "continue", "fill", "vary", "harmonise", "accompany")
PARTS = ("piano", "bass", "drums")
"""What an accompaniment is made of."""
MOST_VARIATIONS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeRequest:
    """All that decides a composition; equal requests give the same notes on every device.

    Time is in the song's ticks. What begins from ``begin`` to ``end`` (excluded) on ``track`` is
    written anew, but for locked notes and those in ``kept`` (ids). With "harmonise" and "accompany"
    the track is the melody that is followed, it stays as it is, and new tracks are written.
    Raises StudioError for values that no verb could use.
    """

    verb: str = "generate"
    song: Song
    track: int = 0
    begin: int = 0
    end: int
    kept: frozenset[int] = frozenset()
    """Notes of the track that stay though they are not locked: what is not selected, in a fill."""
    model: str = "lstm"
    """A name of ``registry.music_models``: "lstm", "composer", or a model that was trained here."""
    temperature: float = 0.95
    top_p: float = 1.0
    seed: int = 0
    """Of the first variation; each further one has the next number."""
    variations: int = 3
    key: Key | None = None
    """None: any pitch; the model is told the song's key. Else no note outside its scale."""
    chords: tuple[Chord, ...] = ()
    """The chord lane: which notes may begin on a beat; empty for free."""
    chords_everywhere: bool = False
    lowest: int = 0
    highest: int = 127
    fewest: int = 0
    """Notes that begin in a bar."""
    most: int | None = None
    leap: int | None = None
    """Semitones from one note of a melody to the next, at most."""
    rhythm: tuple[int, ...] | None = None
    """Where notes begin, and nowhere else: the rhythm lock."""
    change: float = 0.5
    """How much of what is there a variation changes, 0..1; for "vary"."""
    parts: tuple[str, ...] = ("piano",)
    """For "accompany": some of PARTS."""
    pattern: str = ""
    """How the piano plays: a name of ``chord_patterns``, or empty: the network writes it."""
    drumming: str = ""
    """A style of ``drum_patterns``, or empty for the one that suits tempo and metre."""
    human: float = 0.5
    """How much timing and velocity are humanised, 0..1."""
    source: str = ""
    """The words or the name of the picture that it was asked for with, for the record."""

    def __post_init__(self) -> None:
        if self.verb not in VERBS:
            raise StudioError(f"There is no verb “{self.verb}”; there are {', '.join(VERBS)}.")
        if not 0 <= self.track < len(self.song.tracks):
            raise StudioError("There is no track to compose for; add one first.")
        if not 0 <= self.begin < self.end <= LAST_TICK:
            raise StudioError("There is no room to compose in; choose at least one bar.")
        if not 1 <= self.variations <= MOST_VARIATIONS:
            raise StudioError(f"Between 1 and {MOST_VARIATIONS} variations can be composed.")
        if not 0 <= self.change <= 1 or not 0 <= self.human <= 1:
            raise StudioError("Change and humanising lie between 0 and 1.")
        if not self.parts or any(part not in PARTS for part in self.parts):
            raise StudioError(f"An accompaniment is made of {', '.join(PARTS)}.")
        if self.bars > MOST_BARS:
            raise StudioError(f"At most {MOST_BARS} bars can be composed at once.")

    @property
    def metre(self) -> Metre:
        """The metre where the writing begins."""
        return self.song.metres.at(self.begin)

    @property
    def bars(self) -> int:
        """Bars that are touched, of that metre."""
        return -(-(self.end - self.begin) // self.metre.bar)

    @property
    def spoken_key(self) -> Key:
        """The key that the model is told."""
        return self.key or self.song.key_at(self.begin)

    @property
    def old(self) -> Notes:
        """The notes that are replaced."""
        notes = self.song.tracks[self.track].notes
        inside = (notes.start >= self.begin) & (notes.start < self.end)
        return notes.where(inside & ~notes.locked & ~notes.mask(self.kept))

    def seed_of(self, variation: int) -> int:
        """The seed of a variation, 0 for the first."""
        return self.seed + variation
