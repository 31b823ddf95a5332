"""Pictures become style cards, with the words that belong to each from the line or from a table."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.errors import StudioError, UnreadableFile
from studio.image.picture_file import read_picture
from studio.image.style_card import CardInfo, identifier_for
from studio.jobs import Step, Work
from studio.tasks.style import make_card

_MOST_BYTES = 2**22


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a work."""

    title: str
    artist: str = ""
    year: str = ""


def words_for(
    pictures: Sequence[Path], title: str | None, artist: str, year: str, index: Path | None
) -> tuple[Words, ...]:
    """The words for each picture: those of the line, of the table, else the file's own name.

    ``index`` is a CSV file with the columns file, title, artist and year. Raises StudioError for
    a title that several pictures would share.
    """
    if title is not None and len(pictures) > 1:
        raise StudioError(
            "One title cannot name several pictures; give an --index, or one picture."
        )
    told = _read_index(index) if index is not None else {}
    words = []
    for path in pictures:
        found = told.get(path.name, Words(_plain_title(path)))
        words.append(Words(title or found.title, artist or found.artist, year or found.year))
    return tuple(words)


def _plain_title(path: Path) -> str:
    plain = path.stem.replace("-", " ").replace("_", " ").strip()
    return plain[:1].upper() + plain[1:] or path.name


def _read_index(path: Path) -> Mapping[str, Words]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            text = file.read(_MOST_BYTES)
    except OSError as problem:
        raise UnreadableFile(f"“{path}” cannot be read: {problem.strerror}.") from None
    except UnicodeDecodeError:
        raise UnreadableFile(f"“{path}” is not a CSV file in UTF-8.") from None
    try:
        rows = list(csv.DictReader(text.splitlines()))
        return {
            row["file"]: Words(
                row["title"] or row["file"], row.get("artist") or "", row.get("year") or ""
            )
            for row in rows
        }
    except (csv.Error, KeyError, TypeError):
        raise UnreadableFile(f"“{path}” lacks the columns file, title, artist and year.") from None


def make_cards(
    pictures: Sequence[Path], words: Sequence[Words], folder: Path | None, *, force: bool = False
) -> Work[tuple[CardInfo, ...]]:
    """Make a card of each picture; in a given ``folder`` it is called after the picture's file."""
    cards = []
    for index, (path, said) in enumerate(zip(pictures, words, strict=True)):
        work = make_card(
            read_picture(path),
            title=said.title,
            artist=said.artist,
            year=said.year,
            folder=folder,
            identifier=identifier_for(path.stem) if folder is not None else None,
            force=force,
        )
        while True:
            try:
                step = next(work)
            except StopIteration as end:
                cards.append(end.value)
                break
            yield _in_all(step, index, len(pictures), said.title)
    return tuple(cards)


def _in_all(step: Step, index: int, count: int, title: str) -> Step:
    if count == 1:
        return step
    label = f"{index + 1}/{count} · {title} · {step.label}"
    return replace(step, label=label, fraction=(index + step.progress) / count)
