"""What happens when there is a bug: the work is saved and one dialog shows what to report."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio import __version__
from studio.ui.theme import set_role

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def versions() -> str:
    """The versions of what the studio runs on, in one line."""
    return (
        f"Klangbild {__version__} · Python {platform.python_version()} · Qt {qVersion()} "
        f"(PySide6 {pyside_version}) · {platform.platform()}"
    )


def describe(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return versions and traceback, ready to be pasted into a bug report."""
    return f"{versions()}\n\n{''.join(traceback.format_exception(kind, error, trace))}"


class CrashDialog(QDialog):
    """Says that something went wrong, that the work is safe, and offers the details."""

    def __init__(self, details: str, kept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = kept
        self.setWindowTitle(self.tr("Klangbild: something went wrong"))
        em = self.fontMetrics().height()
        self.resize(em * 38, em * 22)
        headline = QLabel(self.tr("Something went wrong inside the studio."), self)
        set_role(headline, "title")
        safe = QLabel(kept, self)
        safe.setWordWrap(True)
        self._details = QPlainTextEdit(details, self)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details of the error"))
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(self)
        copy = QPushButton(self.tr("Copy details"), self)
        copy.setToolTip(self.tr("Copy versions and traceback for a bug report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        go_on = buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        leave = buttons.addButton(self.tr("Quit"), QDialogButtonBox.ButtonRole.RejectRole)
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (headline, safe, self._details, buttons):
            layout.addWidget(widget)


class CrashHooks(QObject):
    """Catches what nobody else caught, in any thread, and shows it in the GUI thread.

    ``save`` writes the work to the recovery folder and returns a sentence that says so.
    """

    _caught = Signal(str)

    def __init__(self, save: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._open: CrashDialog | None = None
        self.pending = 0
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python, its threads and Qt."""
        sys.excepthook = self.caught
        threading.excepthook = self.caught_in_thread
        qInstallMessageHandler(_log_qt)

    def remove(self) -> None:
        """Give the hooks back, at shutdown."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the error and show it; Ctrl+C in the terminal quits quietly."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        log.critical("unhandled error", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        self.pending += 1
        self._caught.emit(describe(kind, error, trace))

    def caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        """Take what a thread did not catch."""
        error = arguments.exc_value or arguments.exc_type()
        self.caught(arguments.exc_type, error, arguments.exc_traceback)

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog that is open, None when there is none."""
        return self._open

    def _show(self, details: str) -> None:
        self.pending -= 1
        if self._open is not None:
            return
        try:
            kept = self._save()
        except Exception as error:  # the last line of defence must not fall
            log.critical("the work could not be saved", exc_info=error)
            kept = self.tr("The work could not be saved: {reason}").format(reason=error)
        self._open = CrashDialog(details, kept)
        self._open.finished.connect(self._closed)
        self._open.open()

    def _closed(self, result: int) -> None:
        if self._open is not None:
            self._open.deleteLater()
            self._open = None
        if result == QDialog.DialogCode.Rejected:
            QGuiApplication.exit(1)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logger = logging.getLogger(f"qt.{context.category or 'default'}")
    logger.log(_LEVELS.get(kind, logging.WARNING), "%s", text)
