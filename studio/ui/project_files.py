"""The project as a file: new, open, save, save as, recent ones, the question before leaving."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studio.document.document import Document
from studio.document.opening import open_project_steps
from studio.document.storage import save_project_steps
from studio.ui import style_settings
from studio.ui.dialogs import ask_to_save, choose_files, choose_target, project_filter
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, in_parts
from studio.ui.messages import MessageBar
from studio.ui.stored_settings import StoredSettings


class ProjectFiles(QObject):
    """Reads and writes the project on the disk worker and keeps the editor's path true.

    ``before_new`` runs where another document takes the place of this one.
    """

    kept = Signal()  # the work lies safely in a project file, or was given up on purpose

    def __init__(
        self,
        window: QWidget,
        editor: DocumentEditor,
        errands: Errands,
        messages: MessageBar,
        settings: StoredSettings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._errands = errands
        self._messages = messages
        self._settings = settings

    @property
    def name(self) -> str:
        """The name of the project, for titles and questions."""
        path = self._editor.path
        return self.tr("Untitled") if path is None else path.name

    def new(self) -> None:
        """Start an empty project that keeps the settings of the panel."""
        self.leave(self._start_new)

    def open(self, path: Path | None = None) -> None:
        """Open a project; without a path a dialog asks for it."""
        if path is not None:
            self.leave(lambda: self._read(path))
            return
        choose_files(
            self._window,
            self.tr("Open a project"),
            self._folder(),
            [project_filter()],
            lambda paths: self.open(paths[0]),
        )

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save to the file the project came from; ask for one when there is none."""
        if self._editor.path is None:
            self.save_as(then)
        else:
            self._write(self._editor.path, then)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a file and save there."""
        document, path = self._editor.document, self._editor.path
        stem = Path(document.photo.name).stem if document.photo is not None else ""
        name = path.name if path is not None else f"{stem or self.tr('Untitled')}.studio"
        folder = path.parent if path is not None else Path(self._folder())
        choose_target(
            self._window,
            self.tr("Save the project"),
            folder / name,
            project_filter(),
            ".studio",
            lambda paths: self._write(paths[0], then),
        )

    def leave(self, then: Callable[[], object], stay: Callable[[], object] | None = None) -> None:
        """Call ``then`` once nothing can be lost any more: at once, saved, or by choice."""
        if not self._editor.worth_keeping:
            then()
            return

        def discard() -> None:
            self.kept.emit()
            then()

        ask_to_save(
            self._window,
            self.name,
            save=lambda: self.save(then),
            leave=discard,
            cancel=stay or (lambda: None),
        )

    def _start_new(self) -> None:
        document = Document.empty()
        for task, values in self._editor.document.settings.items():
            document = document.with_settings(task, values)
        self._editor.reset(style_settings.unpainted(document))
        self.kept.emit()

    def _read(self, path: Path) -> None:
        def opened(document: Document) -> None:
            self._editor.reset(document, path)
            self._settings.add_recent(path)
            self._settings.change(project_folder=str(path.parent))
            self.kept.emit()

        def failed(error: BaseException) -> None:
            if not path.exists():
                self._settings.drop_recent(path)
            self._errands.fail(error)

        title = self.tr("Opening {name}").format(name=path.name)
        self._errands.run(title, lambda: in_parts(open_project_steps(path)), opened, failed=failed)

    def _write(self, path: Path, then: Callable[[], object] | None) -> None:
        document = self._editor.document

        def saved(_: object) -> None:
            self._editor.saved(path, document)
            self._settings.add_recent(path)
            self._settings.change(project_folder=str(path.parent))
            self._messages.good(self.tr("Saved {name}.").format(name=path.name), key="saved")
            if not self._editor.dirty:
                self.kept.emit()
            if then is not None:
                then()

        title = self.tr("Saving {name}").format(name=path.name)
        self._errands.run(
            title, lambda: in_parts(save_project_steps(path, document)), saved, keep=True
        )

    def _folder(self) -> str:
        return self._settings.value.project_folder or str(Path.home())
