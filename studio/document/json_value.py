"""Plain values as they stand in recipes and projects: frozen, finite, and read without trust."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NoReturn, TypeAlias

from studio.errors import StudioError

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

MOST_DEPTH = 32  # a request is four deep; the parser itself would bear about a thousand
_FILE_DEPTH = MOST_DEPTH + 8  # a file wraps such values in tables of its own
MOST_CHARACTERS = 4096  # of a name
MOST_TEXT = 2**18  # characters of one string: the style map of a request is the longest there is
MOST_INTEGER = 2**64  # seeds are 64 bits wide
_SURROGATES = re.compile("[\ud800-\udfff]")


def frozen(value: object, what: str = "value", *, depth: int = MOST_DEPTH) -> JSON:
    """Copy ``value`` into what nobody can change: tuples and read-only mappings.

    ``what`` names the value in a sentence. Raises StudioError for what JSON cannot say (a set,
    a NaN, a key that is no string) and for what no honest file holds: nesting beyond ``depth``,
    integers beyond 64 bits, strings beyond 2^18 characters, halves of surrogate pairs.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value, what)
    if isinstance(value, int):
        if abs(value) > MOST_INTEGER:
            raise StudioError(f"The {what} holds a number of more than 64 bits.")
        return int(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise StudioError(f"The {what} holds a number that is not finite.")
        return float(value)
    if depth <= 0:
        raise StudioError(f"The {what} is nested too deeply.")
    if isinstance(value, Mapping):
        return frozen_mapping(value, what, depth=depth)
    if isinstance(value, list | tuple):
        return tuple(frozen(item, what, depth=depth - 1) for item in value)
    raise StudioError(f"The {what} holds a {type(value).__name__}, which cannot be stored.")


def frozen_mapping(
    value: object, what: str = "value", *, depth: int = MOST_DEPTH
) -> Mapping[str, JSON]:
    """Copy a mapping into a read-only one, as ``frozen`` does; StudioError if it is none."""
    if not isinstance(value, Mapping):
        raise StudioError(f"The {what} should be a table of names and values.")
    items = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise StudioError(f"The {what} has a name that is not text.")
        items[_text(key, what, MOST_CHARACTERS)] = frozen(item, what, depth=depth - 1)
    return MappingProxyType(items)


def _text(value: str, what: str, most: int = MOST_TEXT) -> str:
    if len(value) > most:
        raise StudioError(f"The {what} holds a text of more than {most} characters.")
    if _SURROGATES.search(value):
        raise StudioError(f"The {what} holds text that is not valid Unicode.")
    return str(value)


def cleaned(text: str, most: int = MOST_CHARACTERS) -> str:
    """Make any string storable: halves of surrogate pairs become �, and the length is held.

    Names of files that are not valid Unicode reach Python with such halves in them.
    """
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)[:most]


def to_json(value: JSON) -> str:
    """Write a frozen value as JSON text, always the same for equal values in equal order."""
    return json.dumps(_thawed(value), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _thawed(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _thawed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_thawed(item) for item in value]
    return value


def from_json(text: str | bytes, what: str, *, most: int) -> Mapping[str, JSON]:
    """Read JSON text of at most ``most`` bytes whose outermost value is a table.

    Raises StudioError, naming ``what``, for anything else; text is never executed and the
    limits of ``frozen`` hold for all of it.
    """
    if len(text) > most:
        raise StudioError(f"The {what} is larger than {most // 2**20} MiB, so it was not read.")
    try:
        plain = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        value = json.loads(plain, parse_constant=_refuse_constant)
    except RecursionError:
        raise StudioError(f"The {what} is nested too deeply.") from None
    except ValueError:  # not JSON, not UTF-8, an integer of thousands of digits
        raise StudioError(f"The {what} is damaged: it is not valid JSON.") from None
    return frozen_mapping(value, what, depth=_FILE_DEPTH)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
