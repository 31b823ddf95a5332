"""The values of the Compose panel as they lie in the document and are remembered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from studio.document.json_value import JSON
from studio.errors import StudioError
from studio.music.chord_patterns import PATTERNS
from studio.music.constraints import MOST_BARS
from studio.music.drum_patterns import STYLES
from studio.music.theory import parse_key
from studio.tasks.compose_request import MOST_VARIATIONS, PARTS, VERBS
from studio.ui import panel_values

TASK = "compose"
MOST_SEED = 2**31 - 1
SONG, ANY = "song", "any"
_MOST_CHARACTERS = 4_000


@dataclass(frozen=True, slots=True)
class ComposeValues:
    """What the panel shows; 0 for ``most`` and ``leap`` is no bound."""

    verb: str = "generate"
    model: str = "lstm"
    temperature: float = 0.95
    top_p: float = 1.0
    human: float = 0.5
    seed: int = 0
    bars: int = 8
    variations: int = 3
    key: str = SONG
    """SONG for the song's own, ANY for no bound, or a key as ``parse_key`` reads it."""
    chords: str = ""
    chords_everywhere: bool = False
    lowest: int = 48
    highest: int = 84
    fewest: int = 0
    most: int = 0
    leap: int = 0
    keep_rhythm: bool = False
    change: float = 0.5
    parts: tuple[str, ...] = ("piano",)
    pattern: str = ""
    drumming: str = ""
    whole: bool = True
    """Whether a picture or words give a whole new piece, or rules for the marked bars."""
    mapping: Mapping[str, JSON] | None = None
    """The table from picture and words to music, where it was changed."""

    def to_json(self) -> dict[str, JSON]:
        """The values as they are kept."""
        table = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**table, "parts": list(self.parts)}

    @classmethod
    def from_json(cls, table: Mapping[str, Any]) -> "ComposeValues":
        """The values of a table; what no panel could have put there is left at its default."""
        values = cls()
        for field in fields(cls):
            value = table.get(field.name)
            if field.name == "parts" and isinstance(value, list):
                value = tuple(value)
            if field.type is float and type(value) is int:
                value = float(value)
            if field.name == "mapping" and isinstance(value, dict):
                values = replace(values, mapping=value)
                continue
            same = type(value) is type(getattr(values, field.name))
            if same and _SOUND.get(field.name, _is_flag)(value):
                changed: dict[str, Any] = {field.name: value}
                values = replace(values, **changed)
        return values


def _between(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: low <= value <= high


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_key(value: str) -> bool:
    if value in (SONG, ANY):
        return True
    try:
        parse_key(value)
    except StudioError:
        return False
    return True


def _are_parts(value: tuple[Any, ...]) -> bool:
    return 0 < len(value) == len(set(value)) and all(part in PARTS for part in value)


_SOUND: Mapping[str, Callable[[Any], bool]] = {
    "verb": lambda value: value in VERBS,
    "model": lambda value: 0 < len(value) < 256,
    "temperature": _between(0.1, 1.5),
    "top_p": _between(0.01, 1),
    "human": _between(0, 1),
    "seed": _between(0, MOST_SEED),
    "bars": _between(1, MOST_BARS),
    "variations": _between(1, MOST_VARIATIONS),
    "key": _is_key,
    "chords": lambda value: len(value) <= _MOST_CHARACTERS,
    "lowest": _between(0, 127),
    "highest": _between(0, 127),
    "fewest": _between(0, 99),
    "most": _between(0, 99),
    "leap": _between(0, 127),
    "change": _between(0, 1),
    "parts": _are_parts,
    "pattern": lambda value: value == "" or value in PATTERNS,
    "drumming": lambda value: value == "" or value in STYLES,
}


class PanelValues(panel_values.PanelValues[ComposeValues]):
    """Those of the Compose panel."""

    task = TASK
    kind = ComposeValues
