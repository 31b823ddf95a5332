"""Keeps title, header and actions true to the document and the running painting."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.ui.actions import plain

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


class WindowState(QObject):
    """Watches the editor and the jobs; shows what can be done and what is unsaved."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._progress: float | None = None
        window.editor.changed.connect(lambda _: self._enable())
        window.editor.state_changed.connect(self._show_state)
        window.jobs.progressed.connect(self._show_progress)
        window.jobs.advanced.connect(lambda _: self._enable())
        window.settings.changed.connect(lambda _: self._mark_theme())
        self._show_state()
        self._enable()

    def _show_state(self) -> None:
        window, editor = self._window, self._window.editor
        window.header.show_project(window.files.name, editor.worth_keeping)
        window.setWindowFilePath("" if editor.path is None else str(editor.path))
        self._show_title()
        for name, text, done in (
            ("edit.undo", self.tr("&Undo"), editor.undo_text),
            ("edit.redo", self.tr("&Redo"), editor.redo_text),
        ):
            action = window.registry[name]
            action.setEnabled(bool(done))
            action.setText(
                self.tr("{action}: {what}").format(action=text, what=done) if done else text
            )
            window.registry.describe(name, plain(action.text()))

    def _show_progress(self, progress: float | None) -> None:
        self._progress = progress
        self._show_title()

    def _show_title(self) -> None:
        window = self._window
        dot = " •" if window.editor.worth_keeping else ""
        title = f"{window.files.name}{dot} — Klangbild"
        if self._progress is not None:
            title = f"{self._progress * 100:.0f} % · {title}"
        window.setWindowTitle(title)

    def _mark_theme(self) -> None:
        self._window.registry[f"view.theme_{self._window.settings.value.theme}"].setChecked(True)

    def _enable(self) -> None:
        window = self._window
        document, busy = window.editor.document, window.jobs.front is not None
        shown = document.photo is not None or document.shown is not None
        for name, enabled in (
            ("file.export", shown),
            ("edit.copy", shown),
            ("picture.pause", busy),
            ("picture.cancel", busy),
            ("picture.show_photo", document.shown is not None),
            ("picture.previous", bool(document.results)),
            ("picture.next", bool(document.results)),
        ):
            window.registry[name].setEnabled(enabled)
