"""The one place where the document changes: an undo stack of frozen documents."""

import zlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from studio.document.document import Document
from studio.music.song import Song

UNDO_LIMIT = 200


class Change(QUndoCommand):
    """The document before and after; the only kind of undo command there is."""

    def __init__(
        self,
        editor: "DocumentEditor",
        label: str,
        after: Document,
        merge: str | None,
    ) -> None:
        super().__init__(label)
        self._editor = editor
        self._before = editor.document
        self._after = after
        self._merge = merge

    def id(self) -> int:
        """Changes with the same number may become one; -1 never does."""
        if self._merge is None:
            return -1
        return zlib.crc32(self._merge.encode()) & 0x7FFF_FFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the newer state when both belong to one gesture."""
        if not isinstance(other, Change) or other._merge != self._merge:
            return False
        self._after = other._after
        return True

    def undo(self) -> None:
        """Show the document as it was before."""
        self._editor._put(self._before)

    def redo(self) -> None:
        """Show the document as it became."""
        self._editor._put(self._after)


class DocumentEditor(QObject):
    """Holds the document that is open and tells the views when another value took its place.

    Every change is ``edit("Imperative label", document)``. GUI thread only; a job keeps a
    snapshot by keeping a reference to ``document``.
    """

    changed = Signal(object)  # the Document
    replaced = Signal()  # after that: it is another one, with nothing to undo
    state_changed = Signal()  # dirty, path or the undo texts are others now

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._path: Path | None = None
        self._recovered = False
        self._given = document.song
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(UNDO_LIMIT)
        self._stack.indexChanged.connect(self._announce)
        self._stack.cleanChanged.connect(self._announce)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._document

    @property
    def path(self) -> Path | None:
        """The project file this document belongs to, None while it was never saved."""
        return self._path

    @property
    def dirty(self) -> bool:
        """Whether the document differs from what the project file holds."""
        return self._recovered or not self._stack.isClean()

    @property
    def worth_keeping(self) -> bool:
        """Whether closing now would lose something a user made: a result, a song, a change.

        Moving a slider in a project that was never saved is not work to be asked about, nor is a
        song that is as it came.
        """
        made = bool(self._document.results) or self._document.song is not self._given
        return self.dirty and (self._path is not None or made)

    def give_song(self, song: Song) -> None:
        """Put a song there that is nobody's work, such as the sample: nothing to undo or save."""
        self._given = song
        self._document = self._document.with_song(song)
        self.changed.emit(self._document)
        self.replaced.emit()

    def edit(self, label: str, document: Document, *, merge: str | None = None) -> None:
        """Put ``document`` in place; changes with the same ``merge`` key become one undo step."""
        if document is self._document:
            return
        self._stack.push(Change(self, label, document, merge))

    def reset(
        self, document: Document, path: Path | None = None, *, recovered: bool = False
    ) -> None:
        """Start anew with another document: nothing to undo; ``recovered`` work is dirty."""
        self._path = path
        self._recovered = recovered
        self._document = document
        self._given = None if recovered else document.song
        self._stack.clear()
        self._announce()
        self.changed.emit(document)
        self.replaced.emit()

    def saved(self, path: Path, document: Document) -> None:
        """Note that ``document`` now lies in ``path``; later changes stay unsaved."""
        self._path = path
        if document is self._document:
            self._recovered = False
            self._stack.setClean()
        self._announce()

    def undo(self) -> None:
        """Go one change back."""
        self._stack.undo()

    def redo(self) -> None:
        """Go one change forward again."""
        self._stack.redo()

    @property
    def undo_text(self) -> str:
        """What undo would take back, empty when there is nothing."""
        return self._stack.undoText() if self._stack.canUndo() else ""

    @property
    def redo_text(self) -> str:
        """What redo would do again, empty when there is nothing."""
        return self._stack.redoText() if self._stack.canRedo() else ""

    def _put(self, document: Document) -> None:
        self._document = document
        self.changed.emit(document)

    def _announce(self, *_: object) -> None:
        self.state_changed.emit()
