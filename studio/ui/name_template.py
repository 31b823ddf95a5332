"""File names from a template: ``{photo}-{style}-{n}`` becomes ``harbour-great-wave-03``."""

import re
from collections.abc import Mapping
from pathlib import Path

FIELDS = ("photo", "style", "quality", "size", "seed", "n")
DEFAULT = "{photo}-{style}-{n}"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_DIGITS = 2
_MOST = 120
_RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10))}


def expand(template: str, values: Mapping[str, str], number: int) -> str:
    """Fill the fields in; what no file name may hold becomes a hyphen; never empty.

    Fields it does not know stay as they are typed, so that a slip is seen.
    """
    name = template
    for field in FIELDS:
        value = f"{number:0{_DIGITS}}" if field == "n" else values.get(field, "")
        name = name.replace("{" + field + "}", value)
    name = _FORBIDDEN.sub("-", name).strip(" .-")
    name = re.sub(r"-{2,}", "-", name)[:_MOST]
    if name.casefold() in _RESERVED:
        name = f"{name}-"
    return name or "picture"


def free_path(
    folder: Path, template: str, values: Mapping[str, str], suffix: str, taken: set[Path]
) -> Path:
    """The first path of the template that is neither on the disk nor in ``taken``.

    A template without ``{n}`` has one path only: it is returned even when it exists, and whoever
    writes asks.
    """
    number = 1
    while True:
        path = folder / f"{expand(template, values, number)}{suffix}"
        if "{n}" not in template and path not in taken:
            return path
        if path not in taken and not path.exists():
            return path
        number += 1
        if "{n}" not in template:
            template = f"{template}-{{n}}"
            number = 2


def slug(text: str) -> str:
    """A title as part of a file name: lower case, words joined by hyphens."""
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-_")


def literal(text: str) -> str:
    """A text that no field is found in: braces become parentheses."""
    return text.replace("{", "(").replace("}", ")")
