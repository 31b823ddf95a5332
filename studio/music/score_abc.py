"""Tunes in ABC made plain for music21, which stumbles over what newer books are full of.

It reads comments, words, decorations and voices within a line as if they were notes. So all that
is not heard is taken out, and each voice is put together. After the ABC standard 2.1.
"""

import re
from typing import Final

from studio.music.song_source import Fault

_TUNE: Final = re.compile(r"^X:", re.MULTILINE)
_FIELD: Final = re.compile(r"([A-Za-z+]):\s*(.*)")
_INLINE: Final = re.compile(r"\[([A-Za-z]):\s*([^\]\n]*)\]")
_UNHEARD: Final = re.compile(
    r"![^!\n]*!|\+[a-zA-Z][^+\n]*\+|\"[^\"\n]*\"|`|\$|\\$|(?<![A-Za-z])y\d*"
)
_HEAD: Final = "XTMLQK"
_SANE: Final = {
    "M": re.compile(r"C\|?|none|([1-9]|[1-5]\d|6[0-4])/(1|2|4|8|16|32|64)"),
    "L": re.compile(r"1(/\d{1,3})?"),
    "Q": re.compile(r"[^\n]{0,60}"),
}
"""Fields for which others make music21 count for hours."""
_TOO_LONG: Final = re.compile(r"\d{4}")
_MOST_TUNE: Final = 1 << 17  # characters; music21 takes half a minute for as many
_HERE: Final = "MLQK"  # what may change within a tune


def first_tune(text: str, notes: list[str]) -> str:
    """Of a book of tunes its first, with what the book says before it; ``notes`` say so."""
    begins = [found.start() for found in _TUNE.finditer(text)]
    if len(begins) > 1:
        notes.append(f"It holds {len(begins):,} tunes; the first was read.")
        text = text[: begins[1]]
    if len(text) > _MOST_TUNE:
        raise Fault("holds a tune that is longer than any.")
    return text


def plain_tune(text: str) -> str:
    """One tune with only what is heard, each voice after ``V:`` on lines of its own."""
    head: list[str] = []
    voices: dict[str, list[str]] = {}
    voice = ""
    in_body = False
    for line in text.split("\n"):
        if in_body and voices and not line.strip():
            break  # a blank line ends a tune; what follows is prose
        line = _without_comment(line)
        for name, value in _parts(line):
            if not _is_sane(name, value):
                continue
            if name == "V":
                voice = value.split()[0] if value.split() else ""
                if in_body:
                    voices.setdefault(voice, [])
            elif not in_body:
                if name in _HEAD:
                    head.append(f"{name}:{value}")
                in_body = name == "K"
                voice = "" if in_body else voice
            elif name == "":
                if _TOO_LONG.search(value):
                    raise Fault("has a note that is longer than a piece of music.")
                voices.setdefault(voice, []).append(value)
            elif name in _HERE:
                voices.setdefault(voice, []).append(f"{name}:{value}")
    if len(voices) > 1 and not any(_has_notes(line) for line in voices.get("", ())):
        voices.pop("", None)
    lines = list(head)
    for number, music in enumerate(voices.values(), 1):
        lines += [f"V:{number}", *music] if len(voices) > 1 else music
    return "\n".join(lines) + "\n"


def _without_comment(line: str) -> str:
    return re.sub(r"(?<!\\)%.*", "", line).rstrip()


def _parts(line: str) -> list[tuple[str, str]]:
    """A line as fields and music, in order; the name of music is empty."""
    found = _FIELD.fullmatch(line)
    if found is not None and not line.startswith("|"):
        return [(found[1], found[2].strip())]
    parts = []
    at = 0
    for inline in _INLINE.finditer(line):
        parts += [("", line[at : inline.start()]), (inline[1], inline[2].strip())]
        at = inline.end()
    parts.append(("", line[at:]))
    heard = [(name, _UNHEARD.sub("", value) if not name else value) for name, value in parts]
    return [(name, value) for name, value in heard if name or value.strip()]


def _is_sane(name: str, value: str) -> bool:
    known = _SANE.get(name)
    return known is None or bool(known.fullmatch(value) and not _TOO_LONG.search(value))


def _has_notes(line: str) -> bool:
    return not _FIELD.fullmatch(line) and any(letter in "abcdefgABCDEFGzZ" for letter in line)
