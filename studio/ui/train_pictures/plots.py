"""Two plots of a training on pictures: what counts for its kind, one above the other."""

import time
from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui.theme import metrics
from studio.ui.translate import tr
from studio.ui.widgets.loss_plot import LossPlot

_EVERY = 0.25  # seconds between two points: drawing shall not hold up the window


class Plots(QWidget):
    """Shows the figures of a kind of model over its steps; pyqtgraph is imported with it."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._last = 0.0
        self.plots = [LossPlot(names, self) for names in _lines(kind)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics(self).px(4))
        for plot in self.plots:
            column.addWidget(plot)

    def add(self, done: int, figures: Mapping[str, float]) -> None:
        """Draw on to the figures of a step, a few times a second."""
        now = time.monotonic()
        if now < self._last + _EVERY:
            return
        self._last = now
        for plot in self.plots:
            plot.add(done, figures)

    def drawn(self, name: str) -> int:
        """How many points the line of a figure has."""
        return max(plot.drawn(name) for plot in self.plots)


def _lines(kind: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    if kind == "vae":
        return (
            {"psnr": tr("learned from, dB"), "unseen psnr": tr("kept back, dB")},
            {"kl": tr("said of a picture, nats")},
        )
    return (
        {"generator": tr("loss of the generator"), "critic": tr("loss of the critic")},
        {"slope": tr("slope of the critic"), "diversity": tr("difference, yours is 1")},
    )
