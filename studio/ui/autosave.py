"""Keeps the work of the moment in the recovery folder and offers what a crash left behind."""

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer

from studio.document.document import Document
from studio.document.opening import open_project_steps
from studio.document.recovery import Recovery, RecoveryFile
from studio.errors import StudioError
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, at_once, in_parts
from studio.ui.messages import Choice, Message, MessageBar
from studio.ui.project_files import ProjectFiles
from studio.ui.sentences import told

EVERY = 30_000  # ms


class Autosave(QObject):
    """Writes every 30 s when something changed, on the disk worker; never deletes a crash's file.

    A restored file is set aside, not deleted, once its work lies in a project.
    """

    def __init__(
        self,
        recovery: Recovery,
        editor: DocumentEditor,
        files: ProjectFiles,
        errands: Errands,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._recovery = recovery
        self._editor = editor
        self._files = files
        self._errands = errands
        self._messages = messages
        self._written: Document | None = None
        self._restored: RecoveryFile | None = None
        self._complained = False
        files.kept.connect(self.clear)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.write)
        self._timer.start()

    def write(self) -> None:
        """Write the document unless this very one was written or lies in a project already."""
        document = self._editor.document
        if not self._editor.worth_keeping or document is self._written:
            return
        path, name = self._editor.path, self._files.name

        def written(_: object) -> None:
            self._written = document
            self._complained = False

        self._errands.run(
            self.tr("Keeping a copy for recovery"),
            lambda: in_parts(self._recovery.write_steps(document, path, name)),
            written,
            failed=self._complain,
            slot="autosave",
            quiet=True,
        )

    def write_now(self) -> str:
        """Write in this thread, for the crash hook; returns the sentence to show."""
        if not self._editor.worth_keeping:
            return self.tr("There was no unsaved work.")
        self._recovery.write(self._editor.document, self._editor.path, self._files.name)
        return self.tr("Your work is kept and will be offered when the studio starts again.")

    def clear(self) -> None:
        """The work is saved or was given up on purpose: this process's own file goes."""
        self._recovery.clear()
        self._written = None
        if self._restored is not None and not self._editor.dirty:
            file, self._restored = self._restored, None
            self._errands.run(
                self.tr("Tidying up"),
                lambda: at_once(lambda: self._recovery.set_aside(file)),
                lambda _: None,
                quiet=True,
            )

    def offer(self) -> None:
        """Look for what a crash left behind and ask about the newest of it."""
        self._errands.run(
            self.tr("Looking for lost work"),
            lambda: at_once(self._recovery.found),
            self._ask,
            quiet=True,
        )

    def _ask(self, found: list[RecoveryFile]) -> None:
        if not found:
            return
        file = found[0]
        moment = QDateTime.fromSecsSinceEpoch(round(file.saved.timestamp()))
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        text = self.tr("The studio did not end well: {name} of {when} can be restored.").format(
            name=file.name, when=when
        )
        if file.problem is not None:
            text = self.tr("{name} was left by a crash but is damaged: {problem}").format(
                name=file.name, problem=told(file.problem)
            )
        discard = Choice(self.tr("Discard"), lambda: self._discard(file, found[1:]))
        later = Choice(self.tr("Later"), lambda: self._ask(found[1:]))
        choices: tuple[Choice, ...] = (later, discard)
        if file.problem is None:
            restore = Choice(self.tr("Restore"), lambda: self._restore(file), primary=True)
            choices = (restore, later, discard)
        self._messages.show_message(Message(text, "info", choices, key="recovery"))

    def _restore(self, file: RecoveryFile) -> None:
        def opened(document: Document) -> None:
            self._restored = file
            self._editor.reset(document, file.original, recovered=True)
            self._messages.good(
                self.tr("{name} is back; save it to keep it.").format(name=file.name)
            )

        def read() -> None:
            self._errands.run(
                self.tr("Restoring {name}").format(name=file.name),
                lambda: in_parts(open_project_steps(file.path)),
                opened,
            )

        self._files.leave(read)

    def _discard(self, file: RecoveryFile, rest: list[RecoveryFile]) -> None:
        after: Callable[[object], None] = lambda _: self._ask(rest)  # noqa: E731
        self._errands.run(
            self.tr("Discarding {name}").format(name=file.name),
            lambda: at_once(lambda: self._recovery.discard(file)),
            after,
        )

    def _complain(self, error: BaseException) -> None:
        if self._complained and isinstance(error, StudioError):
            return  # once is enough while the disk stays full
        self._complained = True
        self._errands.fail(error)
