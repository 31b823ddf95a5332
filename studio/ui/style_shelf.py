"""The styles there are: bundled cards and the user's own, read on the disk worker."""

import os
import shutil
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.image.style_card import (
    CARD_SUFFIX,
    CardInfo,
    card_problems,
    find_card,
    list_cards,
    own_folder,
    read_info,
)
from studio.jobs import Job, State, Update
from studio.paths import made, replacing
from studio.tasks.style import make_card
from studio.ui.errands import Errands, at_once
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import Choice, MessageBar


class StyleShelf(QObject):
    """Knows the cards by id; ``refresh`` reads them anew."""

    changed = Signal()
    made = Signal(str)  # the id of a card that was made of the user's picture

    def __init__(
        self, disk: Errands, jobs: StyleJobs, messages: MessageBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._disk = disk
        self._jobs = jobs
        self._messages = messages
        self._cards: dict[str, CardInfo] = {}

    @property
    def cards(self) -> tuple[CardInfo, ...]:
        """All cards, bundled ones first."""
        return tuple(self._cards.values())

    def card(self, card: str) -> CardInfo | None:
        """The card of an id, None while it is unknown."""
        return self._cards.get(card)

    def title(self, card: str) -> str:
        """The title of a card; its id while it is unknown."""
        known = self._cards.get(card)
        return Path(card).stem if known is None else known.title

    def __contains__(self, card: object) -> bool:
        return card in self._cards

    def refresh(self) -> None:
        """Read the folders of cards again."""
        work = lambda: at_once(lambda: (list_cards(), card_problems()))  # noqa: E731
        self._disk.run(self.tr("Reading the styles"), work, self._take, slot="cards", quiet=True)

    def make(self, picture: Picture) -> Job:
        """Make a style of the user's own picture, with a line in the job bar."""
        title = _title_of(picture.name) or self.tr("My style")

        def ended(update: Update) -> None:
            if update.state is State.DONE:
                self._made(update.result)
            elif isinstance(update.error, StudioError):
                self._messages.error(update.error)

        label = self.tr("Learning {name}").format(name=title)
        return self._jobs.run(label, title, lambda: make_card(picture, title=title), ended)

    def add(self, card: CardInfo) -> None:
        """Take in a card that was made or changed elsewhere, and choose it."""
        self._cards[card.id] = card
        self.changed.emit()
        self.made.emit(card.id)

    def install(self, path: Path) -> None:
        """Take a style card from elsewhere in among the user's own."""
        self._disk.run(
            self.tr("Reading {name}").format(name=path.name),
            lambda: at_once(lambda: _install(path)),
            self._made,
        )

    def remove(self, card: str) -> None:
        """Take one of the user's own styles away; its file is kept under another name."""
        known = self._cards.get(card)
        if known is None or not known.own:
            return
        self._disk.run(
            self.tr("Removing {title}").format(title=known.title),
            lambda: at_once(lambda: _set_aside(known.path)),
            lambda _: self._removed(known),
        )

    def _removed(self, card: CardInfo) -> None:
        def bring_back() -> None:
            self._disk.run(
                self.tr("Bringing {title} back").format(title=card.title),
                lambda: at_once(lambda: _bring_back(card.path)),
                lambda _: self.refresh(),
            )

        self.refresh()
        self._messages.info(
            self.tr("{title} is no longer among your styles.").format(title=card.title),
            Choice(self.tr("Bring it back"), bring_back),
        )

    def _take(self, read: tuple[tuple[CardInfo, ...], tuple[str, ...]]) -> None:
        cards, problems = read
        self._cards = {card.id: card for card in cards}
        for problem in problems:
            self._messages.error(problem)
        self.changed.emit()

    def _made(self, card: CardInfo) -> None:
        self.add(card)
        self._messages.good(self.tr("{title} is among your styles.").format(title=card.title))


def _title_of(name: str) -> str:
    words = Path(name).stem.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def _install(path: Path) -> CardInfo:
    """Copy a sound card in under its own id; one that is there already stays as it is."""
    info = read_info(path)
    if find_card(info.id) is None:
        with replacing(made(own_folder()) / f"{info.id}{CARD_SUFFIX}") as temporary:
            shutil.copyfile(path, temporary)
    return info


def _set_aside(path: Path) -> None:
    _rename(path, path.with_suffix(".removed"))


def _bring_back(path: Path) -> None:
    _rename(path.with_suffix(".removed"), path)


def _rename(source: Path, target: Path) -> None:
    try:
        os.replace(source, target)
    except OSError as error:
        reason = error.strerror or error
        raise StudioError(f"“{source.name}” could not be moved: {reason}.") from error
