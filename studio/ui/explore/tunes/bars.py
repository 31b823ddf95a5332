"""Bars of the song in and out of a latent space: found, put by in a slot, kept, or a new track."""

from dataclasses import replace

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.jobs import Job, State, Update, Work
from studio.music.song import Song, Track
from studio.tasks.kept_melody import kept_recipe
from studio.ui.editor import DocumentEditor
from studio.ui.errands import raise_to_hook
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.tunes.listening import Listening
from studio.ui.explore.values import SLOTS
from studio.ui.messages import MessageBar
from studio.ui.music.desk import MusicDesk
from studio.ui.worker import QtWorker


class FindingBars(QObject):
    """Finds bars of the track in the space, by its encoder, on the worker."""

    def __init__(
        self,
        exploring: Exploring,
        listening: Listening,
        desk: MusicDesk,
        worker: QtWorker,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exploring = exploring
        self._listening = listening
        self._desk = desk
        self._worker = worker
        self._messages = messages
        self._job: Job | None = None
        self._model = ""
        self._slot: int | None = None
        worker.updated.connect(self._on_update)

    @property
    def busy(self) -> bool:
        """Whether bars are being found."""
        return self._job is not None

    def find(self) -> None:
        """Go to the place of the bars that are marked."""
        self._ask(None)

    def put(self, number: int) -> None:
        """Put the place of the bars that are marked by in a slot, counted from 0."""
        self._ask(number)

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self._worker.updated.disconnect(self._on_update)

    def _ask(self, slot: int | None) -> None:
        song, place = self._desk.song, self._desk.place
        if song.tracks[place].drums:
            self._messages.info(self.tr("This track holds drums; choose the track of a melody."))
            return
        model, notes, metres = self._exploring.place.model, song.tracks[place].notes, song.metres
        begin = self._listening.spot.begin

        def work() -> Work[object]:
            from studio.tasks.explore_music import find_melody

            return find_melody(model, notes, metres, begin)

        self._slot, self._model = slot, model
        self._job = Job(self.tr("Finding the bars"), work, "find-bars", live=True)
        self._worker.submit(self._job)

    def _on_update(self, update: Update) -> None:
        if update.job is not self._job or not update.state.final:
            return
        self._job = None
        if isinstance(update.error, StudioError):
            self._messages.error(update.error)
        elif update.error is not None:
            raise_to_hook(update.error)
        elif update.state is State.DONE and self._model == self._exploring.place.model:
            told = tuple(float(number) for number in update.result.latent)
            self._found(told, update.result.octaves)

    def _found(self, told: tuple[float, ...], octaves: int) -> None:
        if self._slot is not None:
            self._exploring.put_by(self._slot, told)
            text = self.tr("The bars are put by in {name}.").format(name=SLOTS[self._slot])
            self._messages.info(text)
            return
        self._listening.set_octaves(octaves)
        place = replace(
            self._exploring.place,
            told=told, amounts=(), truncation=1.0, wander=0.0, turns=0.0,
        )  # fmt: skip
        self._exploring.go(self.tr("Find the bars"), place)


class KeepingMelody(QObject):
    """Puts the melody that is heard into the song, as one step to undo."""

    def __init__(
        self,
        exploring: Exploring,
        listening: Listening,
        desk: MusicDesk,
        editor: DocumentEditor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exploring = exploring
        self._listening = listening
        self._desk = desk
        self._editor = editor

    def keep(self) -> bool:
        """Put it where it lies: notes there make way, locked ones stay."""
        placed = self._listening.placed
        if placed is None:
            return False
        return self._edit(self.tr("Keep a melody"), placed.within(self._desk.song), placed.track)

    def keep_apart(self) -> bool:
        """Put it on a new track, with the instrument of the one that is edited."""
        placed = self._listening.placed
        if placed is None:
            return False
        song = self._desk.song
        like = song.tracks[self._desk.place]
        program, bank = (0, 0) if like.drums else (like.program, like.bank)
        number = len(song.tracks) + 1
        name = self.tr("Melody {n}").format(n=number) if number > 1 else self.tr("Melody")
        song = placed.beside(song, Track(name, program, bank=bank))
        return self._edit(self.tr("Keep a melody on a new track"), song, number - 1)

    def _edit(self, label: str, song: Song, track: int) -> bool:
        dream, space = self._listening.dream, self._exploring.space
        if dream is not None and space is not None:
            song = replace(song, recipe=kept_recipe(dream, space.sha256))
        self._listening.put_away()
        self._editor.edit(label, self._editor.document.with_song(song))
        self._desk.panel.choose_track(track)
        self._desk.panel.roll.set_selection(())
        return True
