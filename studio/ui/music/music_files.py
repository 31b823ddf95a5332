"""Songs in and out of the window: MIDI and scores, sound files, and what carries its recipe."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studio.audio.export import SOUND_SUFFIXES
from studio.audio.soundfont import best_soundfont
from studio.errors import StudioError
from studio.jobs import Work
from studio.music.midi_file import write_midi
from studio.music.song import Song
from studio.music.song_file import SongFile, reading, writing
from studio.paths import cache_dir, made
from studio.tasks.render import RenderRequest, render
from studio.tasks.song_recipe import song_inside
from studio.ui import name_template
from studio.ui.dialogs import choose_files, choose_target_of_kinds, song_filter
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, at_once, waiting
from studio.ui.messages import MessageBar
from studio.ui.outlets import DRAGGED
from studio.ui.sentences import told
from studio.ui.stored_settings import StoredSettings

_RATE = 44_100


class MusicFiles(QObject):
    """Reads songs on the disk worker and writes them; sound is rendered on the audio worker."""

    opened = Signal()  # a song of the user's own is in the roll

    def __init__(
        self,
        window: QWidget,
        editor: DocumentEditor,
        disk: Errands,
        audio: Errands,
        messages: MessageBar,
        settings: StoredSettings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._disk = disk
        self._audio = audio
        self._messages = messages
        self._settings = settings

    def open(self) -> None:
        """Ask for a song to open."""
        choose_files(
            self._window,
            self.tr("Open a song"),
            self._folder(),
            [song_filter()],
            lambda paths: self.read(paths[0]),
        )

    def read(self, path: Path) -> None:
        """Put the song of a file into the project; undo brings back the one before."""
        self._settings.change(music_folder=str(path.parent))
        title = self.tr("Reading {name}").format(name=path.name)
        self._disk.run(title, lambda: waiting(reading(path)), partial(self._use, path))

    def read_sound(self, path: Path) -> None:
        """Take the song out of a sound file that the studio wrote."""
        title = self.tr("Reading {name}").format(name=path.name)
        self._disk.run(title, lambda: at_once(partial(song_inside, path)), partial(self._use, path))

    def export(self) -> None:
        """Ask where and as what to write the song."""
        song = self._editor.document.song
        if song is None or song.is_empty:
            self._messages.info(self.tr("There is no song to export yet; draw a note first."))
            return
        kinds = [
            (self.tr("MIDI"), ".mid"),
            (self.tr("MusicXML"), ".musicxml"),
            (self.tr("WAV sound"), ".wav"),
            (self.tr("FLAC sound"), ".flac"),
            (self.tr("OGG sound"), ".ogg"),
        ]
        last = f".{self._settings.value.music_format}"
        kinds.sort(key=lambda kind: kind[1] != last)
        name = name_template.slug(song.title) or self._project_name()
        choose_target_of_kinds(
            self._window,
            self.tr("Export the song"),
            Path(self._folder()) / name,
            kinds,
            lambda paths: self.write(song, paths[0]),
        )

    def write(self, song: Song, path: Path) -> None:
        """Write the song to a file whose name says the kind; the dialog has asked about it."""
        self._settings.change(music_folder=str(path.parent), music_format=path.suffix.lstrip("."))
        title = self.tr("Exporting {name}").format(name=path.name)
        if path.suffix.casefold() in SOUND_SUFFIXES:
            self._audio.run(
                title, lambda: self._rendered(song, path), self._written, cancellable=True
            )
        else:
            self._disk.run(
                title,
                lambda: waiting(writing(path, song, force=True)),
                partial(self._scored, path),
                keep=True,
            )

    def file_to_drag(self) -> Path | None:
        """Write the song as MIDI where a drag takes it from; None, and why, where there is none."""
        song = self._editor.document.song
        if song is None or song.is_empty:
            self._messages.info(self.tr("There is no song to drag yet; draw a note first."))
            return None
        name = name_template.slug(song.title) or self._project_name()
        path = cache_dir() / DRAGGED / "song" / f"{name}.mid"
        try:
            made(path.parent)
            write_midi(path, song, force=True)
        except StudioError as error:
            self._messages.error(error)
            return None
        return path

    def _rendered(self, song: Song, path: Path) -> Work[Path]:
        value = self._settings.value
        chosen = Path(value.soundfont) if value.soundfont else None
        request = RenderRequest(
            song=song,
            target=path,
            soundfont=best_soundfont(chosen),
            rate=value.sound_rate or _RATE,
            force=True,
        )
        yield from render(request)
        return path

    def _scored(self, path: Path, notes: Sequence[str]) -> None:
        self._say(path, notes)
        self._written(path)

    def _written(self, path: Path) -> None:
        text = self.tr("Wrote {path}.").format(path=Path("…", *path.parts[-2:]))
        self._messages.good(text, key="export")

    def _use(self, path: Path, file: SongFile) -> None:
        document = self._editor.document.with_song(file.song)
        self._editor.edit(self.tr("Open {name}").format(name=path.name), document)
        self._say(path, file.notes)
        self.opened.emit()

    def _say(self, path: Path, notes: Sequence[str]) -> None:
        for note in notes[:2]:
            self._messages.info(f"{path.name}: {told(note)}")
        if len(notes) > 2:
            more = self.tr("{name}: {n} further things were mended.")
            self._messages.info(more.format(name=path.name, n=len(notes) - 2))

    def _project_name(self) -> str:
        path = self._editor.path
        return path.stem if path is not None else self.tr("song")

    def _folder(self) -> str:
        folder = self._settings.value.music_folder
        if folder and Path(folder).is_dir():
            return folder
        music = Path.home() / "Music"
        return str(music if music.is_dir() else Path.home())
