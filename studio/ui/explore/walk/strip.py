"""The strip below the canvas in which a walk is made, previewed, kept and filmed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.image.latent_walk import Keyframe, Walk
from studio.image.walk_file import SUFFIX, read_walk, write_walk
from studio.tasks.film_request import FilmRequest
from studio.tasks.latent_place import LatentPlace
from studio.ui.dialogs import choose_files, choose_target
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, at_once
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.thumbnails import Thumbnails
from studio.ui.explore.walk.film_dialog import FilmDialog
from studio.ui.explore.walk.filming import Filming
from studio.ui.explore.walk.playing import Playing
from studio.ui.explore.walk.strip_bar import StripBar
from studio.ui.explore.walk.time_line import TimeLine
from studio.ui.explore.walk.values import APART, MOST
from studio.ui.explore.walk.walking import Desk, Walking
from studio.ui.explore.walk.writing import Writing
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import Choice, MessageBar
from studio.ui.theme import metrics
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.tasks.walk_tune import TuneRequest
    from studio.ui.explore.tunes.spot import Spot
    from studio.ui.explore.tunes.walk_keeping import KeepingWalk
    from studio.ui.explore.walk.tune_dialog import TuneDialog


class WalkStrip(QWidget):
    """A time line with keyframes, its preview, and what it becomes; for `Workbench.add_below`.

    ``desk`` plays the song where there is one, see `walking.Desk`; ``disk`` reads and writes walks;
    ``jobs`` runs films on ``worker`` with a line of their own. ``thumbnails`` may be those of the
    explorer; without them the strip makes its own. ``keeping`` puts a walk through melodies into
    the song. ``folder`` says where dialogs begin.
    """

    framed = Signal(object)
    """Pixels | None: the frame of a film that is being written, for the canvas; None at its end."""
    playing_changed = Signal(bool)
    """The preview runs, or no longer."""
    exported = Signal(object)
    """Path: a film or a file of music was written."""

    def __init__(
        self,
        exploring: Exploring,
        editor: DocumentEditor,
        worker: QtWorker,
        desk: Desk | None,
        disk: Errands,
        messages: MessageBar,
        jobs: StyleJobs,
        parent: QWidget | None = None,
        *,
        thumbnails: Thumbnails | None = None,
        keeping: KeepingWalk | None = None,
        folder: Callable[[], Path] = Path.home,
    ) -> None:
        super().__init__(parent)
        self._exploring = exploring
        self._disk = disk
        self._messages = messages
        self._folder = folder
        self._keeping = keeping
        self._own = Thumbnails(exploring, worker, self) if thumbnails is None else None
        self._thumbnails = thumbnails or self._own
        assert self._thumbnails is not None
        self.setAccessibleName(self.tr("Walk"))
        self.walking = Walking(exploring, editor, desk, self)
        self.playing = Playing(exploring, self.walking, desk, self)
        self.filming = Filming(worker, jobs, messages, self)
        self.writing = Writing(jobs, messages, self)
        self.line = TimeLine(self.walking, self._thumbnails, self)
        self.bar = StripBar(self.walking, self)
        self._lay_out()
        self._connect()
        self.refresh()

    # -- what the hand does ----------------------------------------------------------------------

    def add(self, time: float = -1.0) -> None:
        """Put the present place on the time line; without a time at the playhead, or at the end."""
        values, exploring = self.walking.values, self._exploring
        model = exploring.place.model
        if values.keyframes and values.model not in ("", model):
            self._messages.info(
                self.tr("This walk goes through another model; a walk stays in one."),
                Choice(self.tr("Begin a new walk"), lambda: self._begin_anew(model)),
                key="walk-model",
            )
            return
        if len(values.keyframes) >= MOST:
            self._messages.info(self.tr("{most} keyframes are the most.").format(most=MOST))
            return
        keyframe = self._keyframe(exploring.place)
        if keyframe is None:
            self._messages.info(self.tr("The model is still being loaded; try again in a moment."))
            return
        when = self._free_time(time)
        after = replace(values.added(replace(keyframe, time=when)), model=model)
        self.walking.take(self.tr("Add a keyframe"), after)
        exploring.begin()
        if self.walking.times is None:
            self.playing.rest_at(when)
            self.line.choose([one.time for one in after.keyframes].index(when))

    def remove(self, place: int) -> None:
        """Take a keyframe off the time line."""
        turn = self.walking.turn_of(place)
        if turn >= 0:
            self.walking.take(self.tr("Remove a keyframe"), self.walking.values.removed(turn))

    def visit(self, place: int) -> None:
        """Go to where a keyframe is."""
        shown = self._shown()
        if 0 <= place < len(shown):
            self.playing.pause()
            self.playing.rest_at(shown[place].time)
            if self._may_walk():
                target = self.walking.place(shown[place])
                self._exploring.go(self.tr("Go to a keyframe"), target)

    def clear(self) -> None:
        """Begin a new walk."""
        self._begin_anew("")

    def play(self) -> None:
        """Preview the walk, or rest."""
        if self.playing.playing or self._may_play():
            self.playing.toggle()

    def open(self) -> None:
        """Ask for a walk that was saved."""
        kinds = [self.tr("Walks") + " (*.json)"]
        choose_files(
            self, self.tr("Open a walk"), str(self._folder()), kinds,
            lambda paths: self.open_file(paths[0]),
        )  # fmt: skip

    def open_file(self, path: Path) -> None:
        """Read a walk in place of this one, as a step to undo."""
        self._disk.run(
            self.tr("Opening the walk"), lambda: at_once(lambda: read_walk(path)), self._take_walk
        )

    def save(self) -> None:
        """Ask where the walk is to be kept."""
        if self.walking.walk is None:
            self._say_why()
            return
        suggestion = self._folder() / f"{self._name()}{SUFFIX}"
        kinds = self.tr("Walks") + f" (*{SUFFIX})"
        choose_target(
            self, self.tr("Save the walk"), suggestion, kinds, SUFFIX,
            lambda paths: self.save_file(paths[0]),
        )  # fmt: skip

    def save_file(self, path: Path) -> None:
        """Write the walk; the dialog has asked before a file is replaced."""
        walk = self.walking.walk
        if walk is not None:
            kept = replace(walk, model=self.walking.model)
            saved = self.tr("{name} is saved.").format(name=path.name)
            self._disk.run(
                self.tr("Saving the walk"),
                lambda: at_once(lambda: write_walk(path, kept, force=True)),
                lambda _: self._messages.good(saved),
                keep=True,
            )

    def export(self) -> FilmDialog | TuneDialog | None:
        """Open the dialog by which the walk becomes a film, or music."""
        if not self._may_play():
            return None
        space = self._exploring.space
        if space is None:
            self._messages.info(self.tr("The model is still being loaded; try again in a moment."))
            return None
        dialog = self._tune_dialog(space.bars) if space.sounds else self._film_dialog(space.side)
        dialog.open()
        return dialog

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self.playing.pause()
        self.filming.stop()
        if self._own is not None:
            self._own.stop()

    # -- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the walk as it is now."""
        places = dict.fromkeys(self.walking.place(one) for one in self._shown())
        assert self._thumbnails is not None
        self._thumbnails.want("walk", list(places))
        self.bar.refresh(self.playing.position)

    # -- parts -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        sizes = metrics(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, sizes.px(6), 0, sizes.px(10))
        layout.setSpacing(sizes.px(6))
        layout.addWidget(self.bar)
        layout.addWidget(self.line)

    def _connect(self) -> None:
        bar, line, playing = self.bar, self.line, self.playing
        bar.play.clicked.connect(self.play)
        bar.add.clicked.connect(lambda: self.add())
        bar.open_wanted.connect(self.open)
        bar.save_wanted.connect(self.save)
        bar.clear_wanted.connect(self.clear)
        bar.export.clicked.connect(lambda: self.export())
        line.play_wanted.connect(self.play)
        line.added.connect(self.add)
        line.removed.connect(self.remove)
        line.visited.connect(self.visit)
        line.moved.connect(self._move)
        line.let_go.connect(self.walking.end_gesture)
        line.seeked.connect(self._seek)
        playing.position_changed.connect(self._show_position)
        playing.playing_changed.connect(self._show_playing)
        self.filming.framed.connect(self._show_frame)
        self.filming.exported.connect(self.exported)
        self.writing.exported.connect(self.exported)
        for job in (self.filming, self.writing):
            job.busy_changed.connect(self._show_busy)
        self.walking.changed.connect(self.refresh)
        self._exploring.space_changed.connect(lambda _: self.refresh())
        assert self._thumbnails is not None
        self._thumbnails.rested.connect(self.refresh)

    def _shown(self) -> tuple[Keyframe, ...]:
        walk = self.walking.walk
        if self.walking.times is not None and walk is not None:
            return walk.keyframes
        return self.walking.values.keyframes

    def _keyframe(self, place: LatentPlace) -> Keyframe | None:
        """The place as a keyframe: by its seed where that says all, else by its latent."""
        exact = not (place.told or place.amounts or place.wander) and place.truncation == 1
        if exact:
            return Keyframe(0.0, place.seed, place.x, place.y)
        latent = self._exploring.latent
        return None if latent is None else Keyframe(0.0, latent=tuple(latent.tolist()))

    def _free_time(self, time: float) -> float:
        """That time, or else the playhead's; behind the last where that is taken."""
        values = self.walking.values
        if time >= 0:
            return time
        playhead = round(self.playing.position, 2)
        taken = any(abs(one.time - playhead) < APART for one in values.keyframes)
        beyond = self.walking.times is not None or not values.keyframes or taken
        return values.next_time() if beyond else playhead

    def _move(self, place: int, time: float) -> None:
        after = self.walking.values.moved(place, time)
        self.walking.take(self.tr("Move a keyframe"), after, gesture=f"move-{place}")

    def _seek(self, seconds: float) -> None:
        if self.walking.walk is None:
            self.playing.rest_at(seconds)
        elif self._may_walk():
            self.playing.seek(seconds)

    def _begin_anew(self, model: str) -> None:
        values = self.walking.values
        self.playing.pause()
        self.playing.rest_at(0.0)
        after = replace(values, model=model, keyframes=(), length=0.0, rhythm="")
        self.walking.take(self.tr("Begin a new walk"), after)

    def _take_walk(self, walk: Walk) -> None:
        self.playing.pause()
        self.playing.rest_at(0.0)
        model = walk.model or self._exploring.place.model
        after = replace(self.walking.values.of_walk(walk), model=model)
        self.walking.take(self.tr("Open a walk"), after)
        if self._may_walk():
            self._exploring.begin()

    def _may_play(self) -> bool:
        if self.walking.walk is None:
            self._say_why()
            return False
        return self._may_walk()

    def _may_walk(self) -> bool:
        """Be in the walk's model; a sentence where it is not here or does not fit."""
        exploring, model = self._exploring, self.walking.model
        if model != exploring.place.model:
            if model not in {spec.name for spec in exploring.models()}:
                text = self.tr("This walk goes through {model}, which is not here.")
                self._messages.error(text.format(model=model))
                return False
            exploring.choose(model)
        walk, space = self.walking.walk, exploring.space
        if walk is not None and space is not None and space.model == model:
            try:
                walk.check(space.size)
            except StudioError as error:
                self._messages.error(error)
                return False
        return True

    def _say_why(self) -> None:
        text = self.tr("Put two keyframes at least on the time line.")
        self._messages.info(self.walking.problem or text, key="walk")

    def _name(self) -> str:
        return f"{Path(self.walking.model).stem or 'walk'}-walk"

    def _film_dialog(self, side: int) -> FilmDialog:
        return FilmDialog(self.walking, side, self._folder(), self._name(), self._film, self)

    def _tune_dialog(self, bars: int) -> TuneDialog:
        from studio.ui.explore.walk.tune_dialog import TuneDialog

        name = self._name()
        return TuneDialog(
            self.walking, bars, self._folder(), name, self._keeping, self._write, self
        )

    def _film(self, request: FilmRequest) -> None:
        self.playing.pause()
        self.filming.start(request)

    def _write(self, request: TuneRequest, spot: Spot | None) -> None:
        self.playing.pause()
        keeping = self._keeping
        if spot is None or keeping is None:
            self.writing.start(request)
        else:
            self.writing.start(request, lambda tuned: keeping.keep(tuned, spot))

    def _show_busy(self, busy: bool) -> None:
        self.bar.busy = busy
        self.bar.refresh(self.playing.position)

    def _show_position(self, seconds: float) -> None:
        self.line.set_playhead(seconds)
        self.bar.show_position(seconds)

    def _show_playing(self, playing: bool) -> None:
        self.bar.show_playing(playing)
        self.playing_changed.emit(playing)

    def _show_frame(self, pixels: object) -> None:
        self.framed.emit(pixels)
        if pixels is None and self._exploring.active:
            self._exploring.look(None)
