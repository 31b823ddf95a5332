"""A pointer that rests on the map for a while, and one that only passes."""

from PySide6.QtCore import QObject, QTimer, Signal

from studio.tasks.latent_place import LatentPlace

HOVER = 200  # ms that the pointer rests on a place until that counts
LEAVE = 90  # ms until it has left, so that one may go from picture to picture


class Hovering(QObject):
    """Says where the pointer rests, each place once, and when it has left them all."""

    rested = Signal(object)  # LatentPlace
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._next: LatentPlace | None = None
        self._place: LatentPlace | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._waited)

    @property
    def place(self) -> LatentPlace | None:
        """Where it rests."""
        return self._place

    @property
    def waiting(self) -> bool:
        """Whether it may rest or leave in a moment."""
        return self._wait.isActive()

    def follow(self, place: LatentPlace | None) -> None:
        """The pointer is on another place, or on none."""
        self._next = place
        self._wait.start(HOVER if place is not None else LEAVE)

    def leave(self) -> None:
        """Have left at once."""
        if self.forget():
            self.left.emit()

    def forget(self) -> bool:
        """Rest nowhere any more and say nothing of it; whether it did rest."""
        self._wait.stop()
        rested = self._place is not None
        self._next = self._place = None
        return rested

    def _waited(self) -> None:
        place, self._next = self._next, None
        if place is None:
            self.leave()
        else:
            self._place = place
            self.rested.emit(place)
