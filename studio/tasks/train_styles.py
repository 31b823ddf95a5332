"""Styles to train with, from folders of paintings and of style cards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import StudioError
from studio.image.style_card import CARD_SUFFIX, CardInfo, read_info
from studio.image.style_statistics import StyleStatistics, read_card
from studio.registry import Loaded
from studio.training.picture_files import SUFFIXES
from studio.training.pictures import PictureSet, read_folders
from studio.training.styles import MeasuredStyle

if TYPE_CHECKING:
    from studio.image.encoder import Encoder

SIDE = 512.0
"""The square root of area at which a card's style is learned: that of a preview."""
_SIDES = (512.0, 360.0, 256.0)


def cards_in(
    folders: Sequence[Path], leave_out: Sequence[str] = ()
) -> tuple[tuple[CardInfo, Path], ...]:
    """The style cards right in the folders, by id, each with the folder it is from."""
    found = {}
    for folder in folders:
        for path in sorted(folder.glob(f"*{CARD_SUFFIX}")):
            info = read_info(path)
            if info.id not in leave_out:
                found[info.id] = (info, folder)
    return tuple(found[name] for name in sorted(found))


def statistics_of(info: CardInfo, encoder: Loaded[Encoder]) -> StyleStatistics:
    """What a card holds for the studio's encoder."""
    widths = {f"relu{name}": width for name, width in encoder.network.config.layers}
    return read_card(info.path, encoder.sha256, widths)


def read_styles(
    folders: Sequence[Path], encoder: Loaded[Encoder], leave_out: Sequence[str] = ()
) -> tuple[PictureSet | None, tuple[MeasuredStyle, ...]]:
    """The paintings below the folders, and the moments of the cards in them at a few sizes.

    Raises StudioError where there is neither.
    """
    cards = [
        _measured(statistics_of(info, encoder), side)
        for info, _ in cards_in(folders, leave_out)
        for side in _SIDES
    ]
    painted = [f for f in folders if any(p.suffix.lower() in SUFFIXES for p in f.rglob("*"))]
    if not cards and not painted:
        names = ", ".join(str(folder) for folder in folders)
        raise StudioError(f"No painting and no style card was found below {names}.")
    pictures = read_folders(painted, leave_out=leave_out) if painted else None
    return pictures, tuple(cards)


def _measured(statistics: StyleStatistics, side: float) -> MeasuredStyle:
    moments = statistics.moments(side)
    return MeasuredStyle(
        {tap: gram[0].half() for tap, (gram, _) in moments.items()},
        {tap: mean[0].half() for tap, (_, mean) in moments.items()},
    )
