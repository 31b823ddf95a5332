"""A style as it is typed: the name of a card or a picture's path, and perhaps a weight."""

import math
import os
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import Path

from studio.errors import StudioError
from studio.image.picture_file import READABLE
from studio.image.style_card import list_cards
from studio.tasks.style import StyleChoice


def read_choices(texts: Sequence[str]) -> tuple[StyleChoice, ...]:
    """Read ``great-wave``, ``great-wave:0.7`` or ``C:\\pictures\\mine.png:2`` for each style.

    What exists as a file is one, whatever colons it has. Raises StudioError for a style that is
    neither a card nor a file, before anything slow begins.
    """
    known = {card.id for card in list_cards()}
    choices = tuple(_read(text, known) for text in texts)
    for choice in choices:
        if choice.card not in known and not Path(choice.card).is_file():
            raise StudioError(_unknown(choice.card, known))
    return choices


def _read(text: str, known: Collection[str]) -> StyleChoice:
    if Path(text).is_file():
        # A bare name would mean the card of that name again.
        return StyleChoice(os.path.join(os.curdir, text) if text in known else text)
    name, colon, tail = text.rpartition(":")
    if not colon or not name:
        return StyleChoice(text)
    try:
        weight = float(tail)
    except ValueError:  # the colon of a drive, or of an odd name
        return StyleChoice(text)
    if not math.isfinite(weight) or weight <= 0:
        raise StudioError(f"The weight of “{name}” should be a number above 0, not {tail}.")
    return StyleChoice(name, weight)


def _unknown(name: str, known: Collection[str]) -> str:
    if "/" in name or "\\" in name or Path(name).suffix.lower() in READABLE:
        return f"There is no picture “{name}”."
    near = get_close_matches(name, known, 1)
    if near:
        return f"There is no style “{name}”; did you mean “{near[0]}”? “studio styles” lists them."
    return f"There is no style “{name}”; “studio styles” lists them."
