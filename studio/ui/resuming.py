"""Offers to go on with a painting that a quit or a crash interrupted."""

from pathlib import Path

from PySide6.QtCore import QObject

from studio.image.picture_file import Picture
from studio.ui import style_settings, unfinished
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, at_once
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import Choice, Message, MessageBar
from studio.ui.unfinished import Unfinished


class Resuming(QObject):
    """Asks about the newest unfinished painting; "Later" asks about it at the next start."""

    def __init__(
        self,
        root: Path,
        editor: DocumentEditor,
        jobs: StyleJobs,
        errands: Errands,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._root = root
        self._editor = editor
        self._jobs = jobs
        self._errands = errands
        self._messages = messages

    def offer(self) -> None:
        """Look for unfinished paintings and ask."""
        title = self.tr("Looking for unfinished paintings")
        work = lambda: at_once(lambda: unfinished.found(self._root))  # noqa: E731
        self._errands.run(title, work, self._ask, quiet=True)

    def _ask(self, found: tuple[Unfinished, ...]) -> None:
        if not found:
            return
        kept = found[0]
        text = self.tr("The painting of {name} was interrupted; it can go on where it was.")
        self._messages.show_message(
            Message(
                text.format(name=kept.name),
                "info",
                (
                    Choice(self.tr("Go on"), lambda: self._go_on(kept), primary=True),
                    Choice(self.tr("Later"), lambda: None),
                    Choice(self.tr("Discard"), lambda: self._discard(kept, found[1:])),
                ),
                key="resume",
            )
        )

    def _go_on(self, kept: Unfinished) -> None:
        title = self.tr("Reading {name}").format(name=kept.name)
        self._errands.run(
            title,
            lambda: at_once(lambda: kept.read_photo()),
            lambda photo: self._start(kept, photo),
        )

    def _start(self, kept: Unfinished, photo: Picture) -> None:
        document = self._editor.document
        present = document.photo
        if present is not None and present.path == photo.path and present.size == photo.size:
            photo = present
        else:
            document = document.with_photo(photo)
        values = style_settings.of_request(kept.request)
        document = style_settings.with_values(document, values)
        self._editor.edit(self.tr("Go on painting"), document)
        self._jobs.go_on(kept, photo)

    def _discard(self, kept: Unfinished, rest: tuple[Unfinished, ...]) -> None:
        self._errands.run(
            self.tr("Discarding the painting"),
            lambda: at_once(kept.discard),
            lambda _: self._ask(rest),
        )
