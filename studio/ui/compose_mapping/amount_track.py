"""A small slider from -1 to 1 whose fill begins in the middle: how much one thing decides."""

from PySide6.QtWidgets import QWidget

from studio.ui.widgets.track import Track


class AmountTrack(Track):
    """A track over -1 … 1; 0, where it has no say, lies in the middle."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.set_mark(0.5)
        self.set_origin(0.5)

    def amount(self) -> float:
        """Where the handle is, in hundredths."""
        return round(2 * self.fraction() - 1, 2)

    def set_amount(self, amount: float) -> None:
        """Put the handle there; emits nothing."""
        self.set_fraction((amount + 1) / 2)
