"""The musical half of the window: panel, desk, files, recorder and sound settings, put together."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.paths import resources
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, at_once
from studio.ui.intake import Intake
from studio.ui.messages import MessageBar
from studio.ui.music.desk import MusicDesk
from studio.ui.music.music_files import MusicFiles
from studio.ui.music.music_panel import MusicPanel
from studio.ui.music.panel_memory import PanelMemory
from studio.ui.music.recorder import Recorder
from studio.ui.music.song_handle import SongHandle
from studio.ui.music.sound_dialog import SoundDialog
from studio.ui.stored_settings import StoredSettings
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.audio.player import Player
    from studio.music.song_file import SongFile


def sample_songs() -> tuple[Path, ...]:
    """The tunes that were made in the studio, by its rules and by its networks."""
    return tuple(sorted((resources() / "samples").glob("*.mid")))


def sample_song() -> Path | None:
    """The first of them, for the first start."""
    return next(iter(sample_songs()), None)


class Music(QObject):
    """Holds the parts and wires them to the window's intake and settings.

    ``audio`` is the worker that renders sound files.
    """

    def __init__(
        self,
        window: QWidget,
        editor: DocumentEditor,
        disk: Errands,
        audio: QtWorker,
        messages: MessageBar,
        settings: StoredSettings,
        intake: Intake,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._disk = disk
        self._settings = settings
        self._messages = messages
        self.audio = Errands(audio, messages, self)
        self.panel = MusicPanel(window)
        self.desk = MusicDesk(editor, self.panel, messages, settings, self)
        self.files = MusicFiles(window, editor, disk, self.audio, messages, settings)
        self.handle = SongHandle(self.files.file_to_drag, self.panel.tracks)
        self.handle.clicked.connect(self.files.export)
        self.panel.tracks.add_tool(self.handle)
        self.memory = PanelMemory(self.panel, settings)
        self.recorder = Recorder(self.desk, messages, settings, self)
        self.panel.transport.record_wanted.connect(self.recorder.toggle)
        self.panel.transport.sound_wanted.connect(self.open_sound)
        self.files.opened.connect(self.desk.show_opening)
        intake.song_came.connect(self.files.read)
        intake.sound_came.connect(self.files.read_sound)
        intake.soundfont_came.connect(self.use_soundfont)

    def wake(self, make_player: Callable[[], "Player"]) -> None:
        """Let there be sound, once the window is seen."""
        self.desk.wake(make_player)
        self.recorder.wake()

    def greet(self) -> None:
        """Let Space play at once, and put the sample tune where there is no song yet."""
        self.panel.roll.setFocus()
        sample = sample_song()
        first = not self._settings.value.first_start_done
        if not first or self._editor.document.song is not None or sample is None:
            return
        from studio.music.song_file import read_song

        def read(file: "SongFile") -> None:
            if self._editor.document.song is None:
                self._editor.give_song(file.song)

        self._disk.run(
            self.tr("Opening the sample tune"), lambda: at_once(lambda: read_song(sample)), read
        )

    def open_sound(self) -> None:
        """Show soundfont, device, rate and buffer."""
        SoundDialog(self._settings, self.desk, self.use_soundfont, self._window).open()

    def use_soundfont(self, path: Path | None) -> None:
        """Play with a soundfont of the user's, None for the best that is found."""
        from studio.audio.soundfont import best_soundfont, check_soundfont

        def checked() -> Path | None:
            if path is not None:
                check_soundfont(path)
            return path

        def sound(found: Path | None) -> None:
            self._settings.change(soundfont="" if found is None else str(found))
            font = best_soundfont(found)
            if self.desk.player is not None:
                self.desk.player.set_soundfont(font)
            self._messages.good(self.tr("The song is played with {name}.").format(name=font.name))

        name = "" if path is None else path.name
        title = self.tr("Looking into {name}").format(name=name)
        self._disk.run(title, lambda: at_once(checked), sound)

    def close(self) -> None:
        """Stop what plays and records."""
        self.recorder.close()
        self.desk.close()
