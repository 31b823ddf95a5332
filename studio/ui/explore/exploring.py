"""Exploring under the hand: what stands at the place is on the canvas, or heard, as one moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.image.latent import Latent
from studio.jobs import Job, State, Update
from studio.tasks.dreaming import Dream, Dreamer, Space
from studio.tasks.latent_place import LatentPlace
from studio.ui.editor import DocumentEditor
from studio.ui.errands import raise_to_hook
from studio.ui.explore.values import ExploreValues, PanelValues
from studio.ui.messages import MessageBar
from studio.ui.stored_settings import StoredSettings
from studio.ui.worker import QtWorker

BEAT = 12  # ms between two requests


class Exploring(QObject):
    """Follows the place: each is looked up as it comes, the newest first, while one explores.

    A walk that is previewed shows places beside the document's: ``look``.
    """

    place_changed = Signal(object)  # LatentPlace of the document
    dreamt = Signal(object)  # Dream: what is seen or heard now
    space_changed = Signal(object)  # Space | None: another model is there, or none
    active_changed = Signal(bool)  # one explores, or no longer

    def __init__(
        self,
        editor: DocumentEditor,
        worker: QtWorker,
        messages: MessageBar,
        settings: StoredSettings,
        parent: QObject | None = None,
        *,
        dreamer: Callable[[], Dreamer] = Dreamer,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._messages = messages
        self.values = PanelValues(editor, settings, self)
        self.dreamer = dreamer()
        self.made: Mapping[str, Latent] = {}
        """Directions beside the principal ones, by name."""
        self._active = False
        self._place = self.values.value.place
        self._looked_at: LatentPlace | None = None
        self._space: Space | None = None
        self._dream: Dream | None = None
        self._job: Job | None = None
        self._loading: Job | None = None
        self._dirty = False
        self._beat = QTimer(self)
        self._beat.setSingleShot(True)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._pump)
        self.values.changed.connect(self._follow)
        worker.updated.connect(self._on_update)

    # -- what there is ---------------------------------------------------------------------------

    @property
    def place(self) -> LatentPlace:
        """Where one is."""
        return self._place

    @property
    def space(self) -> Space | None:
        """The space of the place's model; None until it is loaded, or where it cannot be."""
        return self._space if self._space and self._space.model == self._place.model else None

    @property
    def dream(self) -> Dream | None:
        """What was looked up last."""
        return self._dream

    @property
    def active(self) -> bool:
        """Whether one explores: what is found is shown."""
        return self._active

    # -- what the hand does ----------------------------------------------------------------------

    def begin(self) -> None:
        """Explore: load the model if it is not, and show what stands at the place."""
        if not self._active:
            self._active = True
            self.active_changed.emit(True)
        self._ask()

    def leave(self) -> None:
        """Explore no more: the canvas and the song are the document's."""
        if self._active:
            self._active = False
            self._looked_at = None
            self._beat.stop()
            self.active_changed.emit(False)

    def go(self, label: str, place: LatentPlace, *, gesture: bool = False) -> None:
        """Be at another place, as one step to undo; those of a gesture are one together."""
        self._looked_at = None
        self.values.change(label, gesture, place=place)
        self.begin()

    def move(self, label: str, *, gesture: bool = False, **changed: object) -> None:
        """As ``go``, to a place that differs in these fields only."""
        self.go(label, replace(self._place, **changed), gesture=gesture)  # type: ignore[arg-type]

    def end_gesture(self) -> None:
        """The hand has let go."""
        self.values.end_gesture()

    def look(self, place: LatentPlace | None) -> None:
        """Show a place without going there, such as one of a walk; None: back to one's own."""
        self._looked_at = place
        if self._active:
            self._ask()

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self._beat.stop()
        self._worker.updated.disconnect(self._on_update)

    # -- following -------------------------------------------------------------------------------

    def _follow(self, values: ExploreValues) -> None:
        if values.place == self._place:
            return
        self._place = values.place
        self.place_changed.emit(self._place)
        if self._active:
            self._ask()

    def _ask(self) -> None:
        self._dirty = True
        self._pump()

    def _pump(self) -> None:
        if not self._dirty or self._job is not None or self._beat.isActive() or not self._active:
            return
        self._dirty = False
        self._beat.start()
        place, made = self._looked_at or self._place, dict(self.made)
        if self.space is None and self._loading is None:
            self._load(self._place.model)
        self._job = Job(
            self.tr("Exploring"), lambda: self.dreamer.dream((place,), made), "explore", live=True
        )
        self._worker.submit(self._job)

    def _load(self, model: str) -> None:
        title = self.tr("Loading the model")
        self._loading = Job(title, lambda: self.dreamer.space(model), "explore-space", live=True)
        self._worker.submit(self._loading)

    # -- what the worker says --------------------------------------------------------------------

    def _on_update(self, update: Update) -> None:
        if not update.state.final:
            return
        if update.job is self._loading:
            self._loading = None
            if update.state is State.DONE:
                self._space = update.result
            else:
                self._fail(update)
            self.space_changed.emit(self.space)
        elif update.job is self._job:
            self._job = None
            if update.state is State.DONE:
                self._dream = update.result[0]
                if self._active:
                    self.dreamt.emit(self._dream)
            else:
                self._fail(update)
            self._pump()

    def _fail(self, update: Update) -> None:
        if isinstance(update.error, StudioError):
            self._messages.error(update.error)
        elif update.error is not None:
            raise_to_hook(update.error)
