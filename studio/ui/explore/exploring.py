"""Exploring under the hand: what stands at the place is on the canvas, or heard, as one moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.image.latent import Latent
from studio.jobs import Job, State, Update
from studio.registry import ModelSpec, latent_models
from studio.tasks.dreaming import Dream, Dreamer, Space
from studio.tasks.latent_kind import usual_temperature
from studio.tasks.latent_place import LatentPlace
from studio.ui.editor import DocumentEditor
from studio.ui.errands import raise_to_hook
from studio.ui.explore.values import SLOTS, ExploreValues, PanelValues
from studio.ui.messages import MessageBar
from studio.ui.stored_settings import StoredSettings
from studio.ui.worker import QtWorker

BEAT = 12  # ms between two requests
REST = 300  # ms without a move until a gesture that goes on is put into the document
SIDE = 512  # of what is dreamt for the canvas where nobody says how large that is
Told = tuple[float, ...]


class Exploring(QObject):
    """Follows the place: each is looked up as it comes, the newest first, while one explores.

    A walk that is previewed shows places beside the document's: ``look``. A place whose model is
    not here is one of the first model that is.
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
        models: Callable[[], Sequence[ModelSpec]] = latent_models,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._messages = messages
        self.values = PanelValues(editor, settings, self)
        self.dreamer = dreamer()
        self.made: Mapping[str, Latent] = {}
        """Directions beside the principal ones, by name."""
        self.side: Callable[[], int] = lambda: SIDE
        """How large a picture is shown, in pixels of the screen."""
        self.models = models
        self._active = False
        self._place = self._present(self.values.value.place)
        self._looked_at: LatentPlace | None = None
        self._space: Space | None = None
        self._dream: Dream | None = None
        self._job: Job | None = None
        self._loading: Job | None = None
        self._dirty = False
        self._told = ""
        self._broken = ""
        self._beat = QTimer(self)
        self._beat.setSingleShot(True)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._pump)
        self._gesture = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.settle)
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

    @property
    def latent(self) -> Latent | None:
        """The latent of the place; None until the space is loaded, or where it has none."""
        space = self.space
        try:
            return None if space is None else self._place.latent(space.size, self.ways)
        except StudioError:
            return None

    @property
    def ways(self) -> Mapping[str, Latent]:
        """All directions by their keys: the principal ones and those made."""
        return {**(self._space.steps if self._space else {}), **self.made}

    @property
    def slots(self) -> tuple[Told, ...]:
        """What is put by in the slots for this model; an empty one is ()."""
        values, space = self.values.value, self.space
        if values.slots_of != self._place.model:
            return ((),) * len(SLOTS)
        sizes = {0, len(max(values.slots, key=len)) if space is None else space.size}
        return tuple(slot if len(slot) in sizes else () for slot in values.slots)

    # -- what the hand does ----------------------------------------------------------------------

    def begin(self) -> None:
        """Explore: load the model if it is not, and show what stands at the place."""
        if not self._active:
            self._active = True
            self._broken = ""
            self.active_changed.emit(True)
        self._ask()

    def prepare(self) -> None:
        """Load the model, so that its map can be shown, without exploring yet."""
        if self.space is None and self._loading is None:
            self._broken = ""
            self._load(self._place.model)

    def leave(self) -> None:
        """Explore no more: the canvas and the song are the document's."""
        if self._active:
            self._active = False
            self._looked_at = None
            self._beat.stop()
            self.active_changed.emit(False)

    def go(self, label: str, place: LatentPlace, *, gesture: bool = False) -> None:
        """Be at another place, as one step to undo; those of a gesture are one together.

        The document has a gesture's place when the hand rests or lets go, since all panels look at
        the document when it changes.
        """
        self._looked_at = None
        if gesture:
            self._gesture = label
            self._rest.start()
            self._be_at(place)
        else:
            self.settle()
            self.values.change(label, place=place)
        self.begin()

    def move(self, label: str, *, gesture: bool = False, **changed: object) -> None:
        """As ``go``, to a place that differs in these fields only."""
        self.go(label, replace(self._place, **changed), gesture=gesture)  # type: ignore[arg-type]

    def choose(self, model: str) -> None:
        """Go to the same place of another model, where only seeds mean anything."""
        if model != self._place.model:
            self._broken = ""
            free = self.usual_temperature(model)
            label = self.tr("Choose a model")
            self.move(label, model=model, told=(), amounts=(), temperature=free)

    def usual_temperature(self, model: str) -> float:
        """How freely the melodies of a model are drawn until one says otherwise."""
        return next((usual_temperature(one) for one in self.models() if one.name == model), 0.0)

    def put_by(self, number: int, told: Told) -> None:
        """Put a latent by in a slot, counted from 0; () empties it."""
        self.settle()
        slots = list(self.slots)
        slots[number] = told
        label = self.tr("Fill slot {name}") if told else self.tr("Empty slot {name}")
        self.values.change(
            label.format(name=SLOTS[number]), slots=tuple(slots), slots_of=self._place.model
        )

    def end_gesture(self) -> None:
        """The hand has let go."""
        self.settle()
        self.values.end_gesture()

    def settle(self) -> None:
        """Put the place into the document that a gesture has led to until now."""
        label, self._gesture = self._gesture, ""
        self._rest.stop()
        if label:
            self.values.change(label, True, place=self._place)

    def set_made(self, made: Mapping[str, Latent]) -> None:
        """Know other directions beside the principal ones; a place along one of them moves."""
        before, self.made = self.made, dict(made)
        gone_along = {key for key, _ in self._place.amounts}
        if self._active and any(before.get(key) is not made.get(key) for key in gone_along):
            self._ask()

    def look(self, place: LatentPlace | None) -> None:
        """Show a place without going there, such as one of a walk; None: back to one's own."""
        self._looked_at = place
        if self._active:
            self._ask()

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self.settle()
        self._beat.stop()
        self._worker.updated.disconnect(self._on_update)

    # -- following -------------------------------------------------------------------------------

    def _follow(self, values: ExploreValues) -> None:
        self._gesture = ""
        self._be_at(self._present(values.place))

    def _be_at(self, place: LatentPlace) -> None:
        if place == self._place:
            return
        self._place = place
        self.place_changed.emit(place)
        if self._active:
            self._ask()

    def _present(self, place: LatentPlace) -> LatentPlace:
        """The place, in a model that is here if there is any."""
        if place.model.endswith(".safetensors"):
            return place
        names = [spec.name for spec in self.models()]
        if not names or place.model in names:
            return place
        return replace(place, model=names[0], told=(), amounts=())

    def _ask(self) -> None:
        self._dirty = True
        self._pump()

    def _pump(self) -> None:
        if not self._dirty or self._job is not None or self._beat.isActive() or not self._active:
            return
        self._dirty = False
        self._beat.start()
        place, made, side = self._looked_at or self._place, dict(self.made), self.side()
        if self._broken == place.model:
            return
        if self.space is None and self._loading is None:
            self._load(self._place.model)
        self._job = Job(
            self.tr("Exploring"),
            lambda: self.dreamer.dream((place,), made, side=side),
            "explore",
            live=True,
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
            elif update.state is State.FAILED:
                self._broken = self._place.model
                self._fail(update)
                self.leave()
            self.space_changed.emit(self.space)
        elif update.job is self._job:
            self._job = None
            if update.state is State.DONE:
                self._dream = update.result[0]
                self._told = ""
                if self._active:
                    self.dreamt.emit(self._dream)
            else:
                self._fail(update)
            self._pump()

    def _fail(self, update: Update) -> None:
        if isinstance(update.error, StudioError):
            if update.error.sentence != self._told:
                self._told = update.error.sentence
                self._messages.error(update.error)
        elif update.error is not None:
            raise_to_hook(update.error)
