"""Keeps in mind which styles Fast has learned, as the shelf changes."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from studio.tasks.fast_styles import learned
from studio.ui.errands import Errands, at_once
from studio.ui.style_shelf import StyleShelf


class FastStyles(QObject):
    """Looks into the cards on the disk worker; until it knows, every style counts as learned."""

    changed = Signal()

    def __init__(self, shelf: StyleShelf, disk: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._disk = disk
        self._learned: frozenset[str] | None = None
        shelf.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Look anew."""
        cards = self._shelf.cards
        work = lambda: at_once(lambda: learned(cards))  # noqa: E731
        title = self.tr("Looking for what Fast has learned")
        self._disk.run(title, work, self._take, slot="fast-styles", quiet=True)

    def unlearned(self, cards: Iterable[str]) -> tuple[str, ...]:
        """Those of the cards that Fast cannot paint yet."""
        if self._learned is None:
            return ()
        return tuple(card for card in cards if card not in self._learned)

    def _take(self, found: frozenset[str]) -> None:
        if found != self._learned:
            self._learned = found
            self.changed.emit()
