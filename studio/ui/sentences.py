"""The sentences of errors in the user's language.

The core raises them in English and knows no Qt. Here the template that a sentence was made from,
``“%1” is damaged.``, is found again, translated, and filled with the same values. The list of the
templates is written by ``packaging/translate.py``; it is read when a sentence is first wanted.
"""

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from studio.errors import StudioError
from studio.paths import resources

SYSTEM = (
    QT_TRANSLATE_NOOP("Sentence", "Permission denied"),
    QT_TRANSLATE_NOOP("Sentence", "Operation not permitted"),
    QT_TRANSLATE_NOOP("Sentence", "No such file or directory"),
    QT_TRANSLATE_NOOP("Sentence", "File exists"),
    QT_TRANSLATE_NOOP("Sentence", "Is a directory"),
    QT_TRANSLATE_NOOP("Sentence", "Not a directory"),
    QT_TRANSLATE_NOOP("Sentence", "Directory not empty"),
    QT_TRANSLATE_NOOP("Sentence", "No space left on device"),
    QT_TRANSLATE_NOOP("Sentence", "Read-only file system"),
    QT_TRANSLATE_NOOP("Sentence", "Input/output error"),
    QT_TRANSLATE_NOOP("Sentence", "File name too long"),
    QT_TRANSLATE_NOOP("Sentence", "Device or resource busy"),
)
"""What the system says of files, as sentences hold it after a colon."""

NOUNS = (
    QT_TRANSLATE_NOOP("Sentence", "The size"),
    QT_TRANSLATE_NOOP("Sentence", "The seed"),
    QT_TRANSLATE_NOOP("Sentence", "A style's weight"),
    QT_TRANSLATE_NOOP("Sentence", "Studio encoder"),
    QT_TRANSLATE_NOOP("Sentence", "Instant decoder"),
    QT_TRANSLATE_NOOP("Sentence", "AdaIN decoder"),
    QT_TRANSLATE_NOOP("Sentence", "Fast network"),
    QT_TRANSLATE_NOOP("Sentence", "Melody network"),
    QT_TRANSLATE_NOOP("Sentence", "Composer"),
    QT_TRANSLATE_NOOP("Sentence", "engine"),
    QT_TRANSLATE_NOOP("Sentence", "quality"),
    QT_TRANSLATE_NOOP("Sentence", "encoder"),
    QT_TRANSLATE_NOOP("Sentence", "recipe"),
    QT_TRANSLATE_NOOP("Sentence", "project"),
    QT_TRANSLATE_NOOP("Sentence", "result"),
    QT_TRANSLATE_NOOP("Sentence", "card"),
    QT_TRANSLATE_NOOP("Sentence", "settings"),
    QT_TRANSLATE_NOOP("Sentence", "song"),
    QT_TRANSLATE_NOOP("Sentence", "track"),
    QT_TRANSLATE_NOOP("Sentence", "value"),
    QT_TRANSLATE_NOOP("Sentence", "a number"),
    QT_TRANSLATE_NOOP("Sentence", "a list"),
    QT_TRANSLATE_NOOP("Sentence", "a table"),
    QT_TRANSLATE_NOOP("Sentence", "text"),
    QT_TRANSLATE_NOOP("Sentence", "true or false"),
    QT_TRANSLATE_NOOP("Sentence", "it is not connected"),
)
"""Words that the code hands over to be put into a sentence."""

_ALWAYS = "Permission denied"  # stays as it is where no translation is installed
_PLACE = re.compile(r"%(\d+)")
_NAMED = "“", "” "  # “a file” is what follows


def told(error: BaseException | str) -> str:
    """The sentence of an error as the window shows it; one that nobody knows stays English."""
    text = error.sentence if isinstance(error, StudioError) else str(error)
    return text if _tr(_ALWAYS) == _ALWAYS or not text else _known(text) or text


def _known(text: str) -> str | None:
    """The translation of a sentence or a part of one; its first letter may be a small one."""
    for said in dict.fromkeys((text, text[:1].upper() + text[1:])):
        plain = _tr(said)
        if plain != said:
            return plain
        for template, pieces in _templates():
            values = _values(said, pieces)
            if values is not None and _tr(template) != template:
                return _filled(_tr(template), values, pieces)
    return _of_a_file(text)


def _filled(template: str, values: list[str], pieces: tuple[str, ...]) -> str:
    """A translated template with its values; what stands in quotation marks is a name and stays."""
    shown = [
        value if before.endswith("“") else _inside(value)
        for value, before in zip(values, pieces, strict=False)
    ]
    return _PLACE.sub(lambda place: shown[int(place[1]) - 1], template)


def _inside(value: str) -> str:
    """A value that may be a sentence itself, with its full stop or without."""
    return _known(value) or (_known(f"{value}.") or value).removesuffix("。")


def _of_a_file(text: str) -> str | None:
    """``“photo.png” is empty.``: the name as it is, what follows told."""
    begin, end = _NAMED
    name, middle, rest = text.partition(end)
    known = _known(rest) if middle and name.startswith(begin) else None
    return f"{name}{end}{known}" if known else None


def _values(text: str, pieces: tuple[str, ...]) -> list[str] | None:
    """What stands between the pieces of a template; None where the text was not made from it."""
    first, *middle, last = pieces
    at, end = len(first), len(text) - len(last)
    if at > end or not text.startswith(first) or not text.endswith(last):
        return None
    values = []
    for piece in middle:
        found = text.find(piece, at, end)
        if found < 0:
            return None
        values.append(text[at:found])
        at = found + len(piece)
    return [*values, text[at:end]]


@cache
def _templates() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every template that has values, and its text around them; the most text comes first."""
    lines = (resources() / "translations" / "sentences.txt").read_text("utf-8").splitlines()
    made = ((line, tuple(_PLACE.split(line)[::2])) for line in lines)
    return tuple(sorted(made, key=lambda one: -sum(map(len, one[1]))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sentence", text)
