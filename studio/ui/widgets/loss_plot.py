"""How a training's losses fall, as a plot in the colours of the theme."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui import theme

_PENS = (("accent", 1.5), ("cool", 1.5), ("text", 2.0))


class LossPlot(QWidget):
    """Lines of figures over the steps of a training; pyqtgraph is imported when it is made."""

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        """``names`` are words for up to three lines by their figures, the one that counts last."""
        super().__init__(parent)
        import pyqtgraph

        self._graph = pyqtgraph
        self._values: dict[str, tuple[list[float], list[float]]] = {}
        self._plot = pyqtgraph.PlotWidget(self, background=None)
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.addLegend(offset=(-1, 1))
        self._plot.getAxis("left").setWidth(theme.metrics(self).px(44))
        self._lines = {name: self._plot.plot([], [], name=text) for name, text in names.items()}
        self.setAccessibleName(", ".join(names.values()))
        self.setMinimumHeight(theme.metrics(self).px(150))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self._dress()

    def add(self, done: int, figures: Mapping[str, float]) -> None:
        """Draw on to the figures of a step."""
        for name, line in self._lines.items():
            if name not in figures:
                continue
            steps, values = self._values.setdefault(name, ([], []))
            if steps and steps[-1] >= done:
                continue
            steps.append(float(done))
            values.append(float(figures[name]))
            line.setData(steps, values)

    def drawn(self, name: str) -> int:
        """How many points a line has."""
        return len(self._values.get(name, ((), ()))[0])

    def clear(self) -> None:
        """Begin anew."""
        self._values.clear()
        for line in self._lines.values():
            line.setData([], [])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        dressed = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
        if event.type() in dressed and hasattr(self, "_lines"):
            self._dress()

    def _dress(self) -> None:
        colours = theme.tokens()
        pens = _PENS[-len(self._lines) :]
        for line, (shade, width) in zip(self._lines.values(), pens, strict=True):
            pen = QPen(colours.colour(shade), width)
            pen.setCosmetic(True)
            line.setPen(pen)
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setPen(colours.colour("line"))
            axis.setTextPen(colours.colour("muted"))
        legend = self._plot.plotItem.legend
        legend.setLabelTextColor(colours.colour("muted"))
        for _, label in legend.items:
            label.setText(label.text, color=colours.colour("muted"))
