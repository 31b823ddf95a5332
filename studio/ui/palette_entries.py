"""What the command palette lists: actions, styles, recent projects."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QIcon, QKeySequence, QPixmap

from studio.image.style_card import CardInfo
from studio.ui.actions import Actions, plain
from studio.ui.command_palette import PaletteEntry
from studio.ui.icons import icon
from studio.ui.pixels import to_image
from studio.ui.translate import tr


def actions(registry: Actions) -> list[PaletteEntry]:
    """All actions that can be used now, with their keys."""
    entries = []
    for entry in registry.entries():
        action = entry.action
        if not action.isEnabled() or entry.name == "view.palette":
            continue
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        menu = plain(entry.menu)
        title = plain(action.text())
        entries.append(
            PaletteEntry(title, action.trigger, keys or menu, action.icon(), f"{menu} {entry.name}")
        )
    return entries


def styles(cards: tuple[CardInfo, ...], choose: Callable[[str], object]) -> list[PaletteEntry]:
    """All styles; Enter chooses one."""
    word = tr("Style")
    return [
        PaletteEntry(
            card.title,
            partial(choose, card.id),
            card.artist or word,
            QIcon(QPixmap.fromImage(to_image(card.thumbnail))),
            f"{word} {card.artist} {card.year}",
        )
        for card in cards
    ]


def projects(paths: tuple[str, ...], open_one: Callable[[Path], object]) -> list[PaletteEntry]:
    """The recent projects; Enter opens one."""
    word = tr("Project")
    return [
        PaletteEntry(Path(text).name, partial(open_one, Path(text)), word, icon("folder"), word)
        for text in paths
    ]
