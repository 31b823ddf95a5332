"""What a MIDI file says beside its notes: tempo, metre, key, markers, the loop and the recipe."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from studio.errors import StudioError
from studio.music import midi_events as midi
from studio.music.note import LAST_TICK
from studio.music.song import Loop, Marker
from studio.music.song_source import count_of, plain_text
from studio.music.theory import Key, key_of_signature, parse_key
from studio.music.timing import FASTEST, SLOWEST, Metre, Tempo

MICROSECONDS: Final = 60_000_000  # a minute
RECIPE_MARK: Final = b"klangbild-recipe:"
KEY_MARK: Final = "Key: "
LOOP_START, LOOP_END = "loopStart", "loopEnd"
_LOOP_WORDS: Final = {LOOP_START.lower(): LOOP_START, LOOP_END.lower(): LOOP_END}
_MOST_RECIPE: Final = 1 << 20  # bytes
_MOST_NAME: Final = 200  # characters


@dataclass(slots=True)
class Chart:
    """The maps of a song as they are read; ``add`` them in the order of the file."""

    tempos: list[Tempo] = field(default_factory=list)
    metres: list[Metre] = field(default_factory=list)
    keys: list[Key] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    loop: dict[str, int] = field(default_factory=dict)
    recipe: str | None = None
    held: int = 0
    """Tempos that were held within the range."""
    refused: int = 0
    """Tempos, metres and keys that cannot be."""

    def add(self, tick: int, kind: int, data: bytes) -> None:
        """Take in one, whose ``tick`` is already of 480."""
        if tick > LAST_TICK:
            return
        if kind == midi.TEMPO:
            self._add_tempo(tick, data)
        elif kind == midi.METRE:
            self._add_metre(tick, data)
        elif kind == midi.KEY:
            self._add_key(tick, data)
        elif kind in (midi.TEXT, midi.MARKER, midi.CUE):
            self._add_text(tick, kind, data)

    def warnings(self) -> list[str]:
        """What was mended."""
        said = []
        if self.held:
            tempos = count_of(self.held, "tempo", "tempos")
            said.append(f"{tempos} beyond 4 to 1000 beats a minute were held within these.")
        if self.refused:
            those = count_of(self.refused, "tempo, metre or key", "tempos, metres or keys")
            said.append(f"{those} that cannot be were left out.")
        return said

    def loop_until(self, end: int) -> Loop | None:
        """The loop, which goes to ``end`` where only its start is marked."""
        start = self.loop.get(LOOP_START)
        stop = min(self.loop.get(LOOP_END, end), LAST_TICK)
        return Loop(start, stop) if start is not None and start < stop else None

    def _add_tempo(self, tick: int, data: bytes) -> None:
        pace = int.from_bytes(data) if len(data) == 3 else 0
        if not pace:
            self.refused += 1
            return
        bpm = MICROSECONDS / pace
        self.held += not SLOWEST <= bpm <= FASTEST
        self.tempos.append(Tempo(tick, min(max(bpm, SLOWEST), FASTEST)))

    def _add_metre(self, tick: int, data: bytes) -> None:
        if len(data) < 2 or not 1 <= data[0] <= 64 or data[1] > 6:
            self.refused += 1
            return
        self.metres.append(Metre(tick, data[0], 1 << data[1]))

    def _add_key(self, tick: int, data: bytes) -> None:
        fifths = int.from_bytes(data[:1], signed=True)
        if len(data) != 2 or not -7 <= fifths <= 7 or data[1] > 1:
            self.refused += 1
            return
        self.keys.append(key_of_signature(fifths, bool(data[1]), tick))

    def _add_named_key(self, tick: int, name: str) -> None:
        """A key in words takes the place of the signature beside it; words that are none, none."""
        with suppress(StudioError):
            self.keys.append(replace(parse_key(name), tick=tick))

    def _add_text(self, tick: int, kind: int, data: bytes) -> None:
        if kind == midi.TEXT and data.startswith(RECIPE_MARK):
            self.recipe = _recipe(data) or self.recipe
            return
        text = text_of(data)
        if kind == midi.TEXT and text.startswith(KEY_MARK):
            self._add_named_key(tick, text.removeprefix(KEY_MARK))
            return
        word = _LOOP_WORDS.get(text.replace(" ", "").replace("_", "").lower())
        if word:
            self.loop.setdefault(word, tick)
        elif text and kind != midi.TEXT:
            self.markers.append(Marker(tick, text))


def text_of(data: bytes) -> str:
    """Text in UTF-8 or else Latin-1 (MIDI does not say), on one line that is not too long."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    line = " ".join(text[: 4 * _MOST_NAME].strip("\0").split())
    return plain_text(line[:_MOST_NAME]).rstrip()


def _recipe(data: bytes) -> str | None:
    if len(data) > _MOST_RECIPE + len(RECIPE_MARK):
        return None
    try:
        return data.removeprefix(RECIPE_MARK).decode()
    except UnicodeDecodeError:
        return None
