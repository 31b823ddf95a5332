"""Keeps the names and made directions of the model that is explored; shares them as files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.tasks.direction_book import (
    DirectionBook,
    book_of,
    keep_book,
    read_book,
    write_book,
)
from studio.ui.errands import Errands, at_once
from studio.ui.explore.exploring import Exploring, Told
from studio.ui.messages import MessageBar


class Books(QObject):
    """The book of the present model; what is changed in it is kept at once, on the disk worker."""

    changed = Signal()

    def __init__(
        self,
        exploring: Exploring,
        disk: Errands,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exploring = exploring
        self._disk = disk
        self._messages = messages
        self.book: DirectionBook | None = None
        exploring.space_changed.connect(lambda _: self._open())

    def rename(self, key: str, name: str) -> None:
        """Call a direction by another name; an empty one takes it away."""
        if self.book is not None and self.book.names.get(key, "") != name.strip():
            self._take(self.book.named(key, name))

    def make(self, name: str, begin: Told, end: Told) -> str | None:
        """Make the direction from one latent to another; its key, None where there is none."""
        if self.book is None:
            return None
        try:
            way = np.array(end, np.float32) - np.array(begin, np.float32)
            book, key = self.book.with_made(name, way)
        except StudioError as error:
            self._messages.error(error)
            return None
        self._take(book)
        return key

    def forget(self, key: str) -> None:
        """Forget a made direction; the place no longer goes along it."""
        if self.book is None:
            return
        self._take(self.book.without(key))
        place = self._exploring.place
        if key in dict(place.amounts):
            amounts = tuple(one for one in place.amounts if one[0] != key)
            self._exploring.move(self.tr("Forget a direction"), amounts=amounts)

    def share(self, path: Path) -> None:
        """Write the names and directions to a file."""
        book = self.book
        if book is None:
            return
        done = self.tr("The directions are in {name}.").format(name=path.name)
        self._disk.run(
            self.tr("Writing the directions"),
            lambda: at_once(lambda: write_book(book, path, force=True)),
            lambda _: self._messages.good(done),
            keep=True,
        )

    def take_in(self, path: Path) -> None:
        """Add the names and directions of a file."""
        book = self.book
        if book is None:
            return

        def arrived(other: DirectionBook) -> None:
            try:
                if self.book is book:
                    self._take(book.joined(other))
            except StudioError as error:
                self._messages.error(error)

        self._run(lambda: book_of(path, book.sha256, book.size), arrived)

    def _open(self) -> None:
        space = self._exploring.space
        if space is None or (self.book is not None and self.book.sha256 == space.sha256):
            return
        self.book = DirectionBook(space.sha256, space.size)
        self._show()

        def arrived(book: DirectionBook) -> None:
            if self.book is not None and self.book.sha256 == book.sha256:
                self.book = book
                self._show()

        self._run(lambda: read_book(space.sha256, space.size), arrived)

    def _run(self, read: Callable[[], Any], done: Callable[[Any], object]) -> None:
        title = self.tr("Reading the directions")
        self._disk.run(title, lambda: at_once(read), done, quiet=True)

    def _take(self, book: DirectionBook) -> None:
        self.book = book
        self._show()
        self._disk.run(
            self.tr("Keeping the directions"),
            lambda: at_once(lambda: keep_book(book)),
            lambda _: None,
            keep=True,
            quiet=True,
        )

    def _show(self) -> None:
        self._exploring.set_made({} if self.book is None else self.book.made)
        self.changed.emit()
