"""How much each of several styles counts in the mix."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from studio.ui import icons, theme
from studio.ui.pixels import to_image
from studio.ui.widgets.parameter_slider import ParameterSlider
from studio.ui.widgets.style_gallery import StyleItem
from studio.ui.widgets.tile import Tile


class StyleWeights(QWidget):
    """One row with a weight, 0 to 1, for each chosen style; hidden while there is one or none.

    Both signals carry a dict of id to weight: ``weightsChanged`` while a slider moves,
    ``weightsCommitted`` once it is let go. ``removeRequested`` asks to take a style out.
    """

    weightsChanged = Signal(dict)
    weightsCommitted = Signal(dict)
    removeRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Mix"))
        self._rows: dict[str, ParameterSlider] = {}
        self._frames: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.metrics(self).px(8))
        self.hide()

    def set_styles(
        self, items: Sequence[StyleItem], weights: Mapping[str, float] | None = None
    ) -> None:
        """Show a row for each style; weights not given are kept, or 1. Emits nothing."""
        kept = self.weights() | dict(weights or {})
        if list(self._rows) != [item.id for item in items]:
            for frame in self._frames:
                frame.hide()
                frame.deleteLater()
            self._rows, self._frames = {}, []
            for item in items:
                self._add_row(item)
        self.set_weights({item.id: kept.get(item.id, 1.0) for item in items})
        self.setVisible(len(items) > 1)

    def weights(self) -> dict[str, float]:
        """The weight of each shown style."""
        return {key: row.value() for key, row in self._rows.items()}

    def set_weights(self, weights: Mapping[str, float]) -> None:
        """Show other weights; emits nothing."""
        for key, weight in weights.items():
            if key in self._rows:
                self._rows[key].set_value(weight)

    def slider(self, key: str) -> ParameterSlider:
        """The row of a style."""
        return self._rows[key]

    def _add_row(self, item: StyleItem) -> None:
        em = theme.metrics(self)
        frame = QWidget(self)
        image: QImage = to_image(item.thumbnail)
        thumb = Tile(image, parent=frame)
        thumb.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        thumb.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        thumb.setAccessibleName(item.title)
        thumb.setFixedSize(QSize(em.px(36), em.px(36)))
        slider = ParameterSlider(
            item.title,
            0.0,
            1.0,
            1.0,
            suffix=" %",
            factor=100.0,
            limits=(0.0, None),
            tooltip=self.tr("How much {title} counts in the mix").format(title=item.title),
            parent=frame,
        )
        remove = QToolButton(frame)
        remove.setIcon(icons.icon("close", "muted"))
        remove.setIconSize(QSize(em.px(14), em.px(14)))
        remove.setAccessibleName(self.tr("Take {title} out").format(title=item.title))
        remove.setToolTip(self.tr("Take {title} out of the mix").format(title=item.title))
        remove.clicked.connect(lambda: self.removeRequested.emit(item.id))
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em.px(8))
        row.addWidget(thumb)
        row.addWidget(slider, 1)
        row.addWidget(remove)
        slider.valueChanged.connect(lambda: self.weightsChanged.emit(self.weights()))
        slider.valueCommitted.connect(lambda: self.weightsCommitted.emit(self.weights()))
        self._layout.addWidget(frame)
        self._rows[item.id] = slider
        self._frames.append(frame)
