"""Builds settings, workers, editor and window, runs them, and takes them down in order."""

import gc
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from studio import __version__, settings
from studio.audio.player import Player
from studio.audio.soundfont import find_soundfonts
from studio.device import set_threads
from studio.document.document import Document
from studio.document.recovery import Recovery
from studio.errors import StudioError
from studio.jobs import Job, Step, Work
from studio.paths import made, resources, state_dir
from studio.settings import Settings
from studio.ui import style_settings, theme
from studio.ui.crash import CrashHooks
from studio.ui.editor import DocumentEditor
from studio.ui.icons import application_icon
from studio.ui.main_window import MainWindow
from studio.ui.stored_settings import StoredSettings
from studio.ui.worker import QtWorker

log = logging.getLogger(__name__)

NO_DISPLAY = (
    "There is no display to open the window on; "
    "to paint without one: studio stylize PHOTO --style STYLE -o OUT.png"
)
CALM = 300  # ms after the first paint until torch is imported, which slows all else down
PATIENCE = 20.0  # seconds that a worker may take to end its last step


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown; asked before Qt, which would abort the process."""
    if not platform.startswith(("linux", "freebsd", "openbsd")):
        return True
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return any(environment.get(name) for name in names)


def run(paths: Sequence[Path] = ()) -> int:
    """Open the window, and the files in it; returns when it is closed, with the exit code."""
    if not has_display(os.environ, sys.platform):
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return 2
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    studio = Studio(app)
    studio.open(paths)
    try:
        return app.exec()
    finally:
        studio.close()


def probe(what: str) -> int:
    """Open the window to be measured, in a process of its own: start, slider or drag."""
    from studio.ui.probe import FirstPaint, drag_the_map, move_a_slider

    app = QApplication(["studio"])
    studio = Studio(app)
    studio.open()
    if what == "slider":
        move_a_slider(app, studio.window)
    if what == "drag":
        drag_the_map(app, studio.window)
    watch = FirstPaint(studio.window)
    status = app.exec()
    watch.deleteLater()
    return status


class Studio(QObject):
    """The parts of the running program; ``close`` ends them in the order that loses nothing."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        app.setApplicationName("Klangbild")
        app.setApplicationVersion(__version__)
        app.setDesktopFileName("klangbild")
        app.setWindowIcon(application_icon())
        _log_to_file()
        self._app = app
        self._closed = False
        self.settings = StoredSettings(settings.load(), self)
        theme.apply(app, self.settings.value.theme)
        self._translators = _translate(app, self.settings.value.language)
        self.gpu = QtWorker("gpu", self)
        self.disk = QtWorker("disk", self)
        self.audio = QtWorker("audio", self)
        self.recovery = Recovery(state_dir() / "recovery")
        self.editor = DocumentEditor(first_document(self.settings.value), self)
        self.window = MainWindow(
            self.settings, self.editor, self.gpu, self.disk, self.recovery, audio=self.audio
        )
        self.hooks = CrashHooks(self.window.autosave.write_now, self)
        self.hooks.install()
        self.settings.changed.connect(self._settings_changed)

    def open(self, paths: Sequence[Path] = ()) -> None:
        """Show the window; what is slow begins once it is painted."""
        self.window.show()
        self._paths = tuple(paths)
        self.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After the first paint: read styles, look for lost work, and warm torch up."""
        if event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def close(self) -> None:
        """Cancel and join the workers, write the settings, tidy up after work that is safe."""
        if self._closed:
            return
        self._closed = True
        self.settings.change(style=style_settings.plain_values(self.editor.document))
        safe = self.window.gave_up or not self.editor.worth_keeping
        self.window.live.stop()
        self.window.explorer.stop()
        self.window.jobs.stop()
        self.window.jobs.forget_cancelled()
        self.window.music.close()
        for worker in (self.gpu, self.disk, self.audio):
            if not worker.close(PATIENCE):
                log.warning("worker %s did not end in %s s", worker.name, PATIENCE)
        try:
            self.settings.write()
        except StudioError as error:
            log.warning("the settings were not written: %s", error)
        if safe:
            self.recovery.clear()
        self.hooks.remove()

    def _painted(self) -> None:
        gc.enable()
        self.window.greet()
        if self._paths:
            self.window.open_paths(self._paths)
        QTimer.singleShot(0, self, self._sound)
        threads = self.settings.value.threads
        warm_up = Job("Warm up", lambda: _warm_up(threads))
        QTimer.singleShot(CALM, self, lambda: self._warm(warm_up))

    def _sound(self) -> None:
        """Let there be sound: the player finds soundfont and device on a thread of its own."""
        if not self._closed:
            self.window.music.wake(lambda: player_of(self.settings.value))

    def _warm(self, warm_up: Job) -> None:
        """Let torch be imported, and from then on pictures be painted under the hand."""
        if not self._closed:
            self.gpu.submit(warm_up)
            self.window.live.wake()

    def _settings_changed(self, value: Settings) -> None:
        if value.theme != theme.current():
            theme.apply(self._app, value.theme)


def first_document(value: Settings) -> Document:
    """An empty document with the values that the panel had last time, as far as they make sense."""
    try:
        document = Document.empty().with_settings(style_settings.TASK, dict(value.style))
        sound = style_settings.plain_values(document)
        return Document.empty().with_settings(style_settings.TASK, sound)
    except StudioError as error:
        log.info("the last values of the panel were left out: %s", error)
        return Document.empty()


def player_of(value: Settings) -> Player:
    """The player with the soundfont and the device that the settings name."""
    chosen = Path(value.soundfont) if value.soundfont else None
    found = find_soundfonts(chosen)
    return Player(
        found[0] if found else None,
        value.sound_device or None,
        value.sound_rate or None,
        value.sound_buffer or None,
    )


def _warm_up(threads: int) -> Work[None]:
    """Import torch on the worker, so that the first painting begins at once.

    What is imported stays for good: taking it out of the garbage collector's sight spares every
    thread, the one that feeds the sound device too, pauses of a tenth of a second and more.
    """
    yield Step(0, 1)
    set_threads(threads)
    gc.freeze()


def _translate(app: QApplication, language: str) -> list[QTranslator]:
    """Install Qt's and the studio's translations where there are any."""
    locale = QLocale(language) if language else QLocale.system()
    folders = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("klangbild", str(resources() / "translations")),
    )
    installed = []
    for name, folder in folders:
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
            installed.append(translator)
    return installed


def _log_to_file() -> None:
    """Keep a small log beside the recovery files; nothing is written to the terminal."""
    try:
        folder = made(state_dir() / "logs")
        handler = RotatingFileHandler(
            folder / "klangbild.log", maxBytes=1 << 20, backupCount=2, encoding="utf-8"
        )
    except (OSError, StudioError):
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
