"""Small pictures of places, made one by one while nothing more urgent is to be looked up."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from studio.jobs import Job, State, Update
from studio.tasks.dreaming import Dream
from studio.tasks.latent_place import LatentPlace
from studio.ui.explore.exploring import Exploring
from studio.ui.pixels import to_image
from studio.ui.worker import QtWorker

MOST = 400
"""Dreams that are kept, the newest asked for."""
_AT_ONCE = 6  # places of one job
PATIENCE = 20  # ms until places are asked for, so that a pan asks for those at its end
REST = 250  # ms that a slider rests until places are asked for that are as it says
How = tuple[float, tuple[tuple[str, float], ...], float]


def picture(dream: Dream, side: int) -> QImage:
    """The picture of a dream; an empty image where it is a melody."""
    return QImage() if dream.pixels is None else to_image(dream.pixels)


class Thumbnails(QObject):
    """Keeps what stands at places; ``want`` says which are to be looked up, the first first.

    They are looked up live, so that they come while a painting runs, but none while they are
    held, or while truncation, directions or temperature change: a hand that drags never waits for
    them. ``draw`` makes the small picture of a dream.
    """

    arrived = Signal()
    rested = Signal()  # what changed all places has come to rest

    def __init__(
        self, exploring: Exploring, worker: QtWorker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.draw: Callable[[Dream, int], QImage] = picture
        self._exploring = exploring
        self._worker = worker
        self._dreams: OrderedDict[LatentPlace, Dream] = OrderedDict()
        self._images: dict[tuple[LatentPlace, int], QImage] = {}
        self._wanted: dict[str, tuple[LatentPlace, ...]] = {}
        self._refused: set[LatentPlace] = set()
        self._asked: tuple[LatentPlace, ...] = ()
        self._held = False
        self._of = ""
        self._how = how(exploring.place)
        self._made = exploring.made
        self._asked_made = exploring.made
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PATIENCE)
        self._soon.timeout.connect(self._ask)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._rested)
        worker.updated.connect(self._on_update)
        exploring.space_changed.connect(lambda _: self._renew())
        exploring.place_changed.connect(self._follow)
        exploring.dreamt.connect(lambda _: self._look_at_directions())

    def image(self, place: LatentPlace, side: int) -> QImage | None:
        """The small picture of a place, for this side in pixels; None until it is there."""
        place = plain(place)
        dream = self._dreams.get(place)
        if dream is None:
            return None
        if (place, side) not in self._images:
            if len(self._images) > 2 * MOST:
                self._images.clear()
            self._images[place, side] = self.draw(dream, side)
        return self._images[place, side]

    def dream(self, place: LatentPlace) -> Dream | None:
        """What stands at a place; None until it is there."""
        return self._dreams.get(plain(place))

    def redraw(self) -> None:
        """Draw all anew: ``draw`` is another, or what it knows."""
        self._images.clear()
        self.arrived.emit()

    def want(self, who: str, places: Sequence[LatentPlace]) -> None:
        """Let ``who`` wish for these places and no longer for those it wished for before."""
        self._wanted[who] = tuple(plain(place) for place in places)
        self._soon.start()

    def set_held(self, held: bool) -> None:
        """Look nothing up for as long as the hand moves."""
        self._held = held
        if held and self._job is not None:
            self._job.cancel()
        self._ask()

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self._soon.stop()
        self._rest.stop()
        self._worker.updated.disconnect(self._on_update)

    def _follow(self, place: LatentPlace) -> None:
        """Wait until what changes every place at once has come to rest."""
        if how(place) != self._how:
            self._how = how(place)
            if self._job is not None:
                self._job.cancel()
            self._rest.start()

    def _rested(self) -> None:
        self.rested.emit()
        self._ask()

    def _look_at_directions(self) -> None:
        """Forget what stands along directions that are others now under their names."""
        before, made = self._made, self._exploring.made
        if made is before:
            return
        self._made = made
        names = {name for name in {*before, *made} if before.get(name) is not made.get(name)}
        moved = {p for p in self._dreams if not names.isdisjoint(dict(p.amounts))}
        if self._job is not None:
            self._job.cancel()
        if moved:
            for place in moved:
                del self._dreams[place]
            self._images = {key: one for key, one in self._images.items() if key[0] not in moved}
            self.arrived.emit()
            self._soon.start()

    def _renew(self) -> None:
        """Another model, or other weights under its name."""
        space = self._exploring.space
        if space is not None and space.sha256 != self._of:
            self._of = space.sha256
            self._refused.clear()
            kept = [p for p in self._dreams if p.model != space.model]
            self._dreams = OrderedDict((p, self._dreams[p]) for p in kept)
            self._images.clear()
        self._ask()

    def _ask(self) -> None:
        """Look the next few up, once the model is there."""
        space = self._exploring.space
        if self._job is not None or self._held or space is None or self._rest.isActive():
            return
        self._look_at_directions()
        wished = self._wished()
        missing = [
            place
            for place in wished
            if place.model == space.model
            and place not in self._dreams
            and place not in self._refused
        ]
        if not missing:
            return
        self._asked = asked = tuple(missing[:_AT_ONCE])
        dreamer, made = self._exploring.dreamer, self._made
        self._job = Job(self.tr("Map"), lambda: dreamer.dream(asked, made, few=1), "map", live=True)
        self._asked_made = made
        self._worker.submit(self._job)

    def _wished(self) -> dict[LatentPlace, None]:
        return dict.fromkeys(place for places in self._wanted.values() for place in places)

    def _on_update(self, update: Update) -> None:
        if update.job is not self._job:
            return
        made = update.result if update.state is State.DONE else None
        if made is None and update.step is not None:
            made = update.step.so_far
        known = self._asked_made is self._exploring.made
        new = [
            dream
            for dream in made or ()
            if dream.place not in self._dreams and (known or not dream.place.amounts)
        ]
        for dream in new:
            self._dreams[dream.place] = dream
        if new:
            self._forget_the_oldest()
            self.arrived.emit()
        if update.state.final:
            self._job = None
            if update.state is State.FAILED:
                self._refused.update(self._asked)
            self._ask()

    def _forget_the_oldest(self) -> None:
        """Keep so many, and all that are wished for."""
        wished = self._wished()
        spare = len(self._dreams) - MOST
        for place in [one for one in self._dreams if one not in wished][: max(0, spare)]:
            del self._dreams[place]


def how(place: LatentPlace) -> How:
    """What decides a place beside where it is: truncation, ways along directions, temperature."""
    amounts = tuple((name, far) for name, far in place.amounts if far)
    return place.truncation, amounts, place.temperature


def plain(place: LatentPlace) -> LatentPlace:
    """The place without its wandering, and by the first name of what is there."""
    truncation, amounts, temperature = how(place)
    bare = replace(
        place,
        amounts=amounts, truncation=truncation, temperature=temperature, wander=0.0, turns=0.0,
    )  # fmt: skip
    if bare.told:
        return replace(bare, seed=0, x=0.0, y=0.0)
    if bare.y == 0 and bare.x == int(bare.x) and bare.seed + bare.x >= 0:
        return replace(bare, seed=bare.seed + int(bare.x), x=0.0)
    return bare
