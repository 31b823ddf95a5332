"""A parameter: its name, an editable number, and a bounded slider below the two."""

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from studio.ui import theme
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.scale import Scale, ScaleName
from studio.ui.widgets.track import Track


class ParameterSlider(QWidget):
    """A slider with bounds and a number field without; only the user's hand makes it speak.

    ``valueChanged`` comes while the value moves, ``valueCommitted`` once it is let go (also after
    a key, a wheel notch, a typed number and a reset). The number is shown as ``value × factor``
    with ``decimals`` and ``suffix``. ``off`` names the left end of the slider, which then means
    0. ``limits`` hold the number field, which otherwise takes any finite number.
    A double click, or Delete, goes back to the default; Shift moves finely.
    """

    valueChanged = Signal(float)
    valueCommitted = Signal(float)

    def __init__(
        self,
        label: str,
        minimum: float,
        maximum: float,
        default: float,
        *,
        scale: ScaleName = "linear",
        suffix: str = "",
        decimals: int = 0,
        factor: float = 1.0,
        off: str = "",
        limits: tuple[float | None, float | None] = (None, None),
        tooltip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scale = Scale(minimum, maximum, scale, bool(off))
        self._default = float(default)
        self._value = float(default)
        self._decimals = decimals
        self._factor = factor
        way = self.tr("Double-click: back to the default · Shift: fine")
        hint = f"{tooltip}\n{way}" if tooltip else way
        self.label = QLabel(label, self)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.label.setToolTip(hint)
        self.track = Track(label, self)
        self.track.setToolTip(hint)
        self.field = NumberField(
            self.tr("{name}, number").format(name=label),
            default,
            decimals=decimals,
            suffix=suffix,
            factor=factor,
            limits=limits,
            step=10.0**-decimals,
            plain=True,
            zero=off,
            tooltip=self.tr("Type any number · ↑ ↓ step"),
            parent=self,
        )
        self.label.setBuddy(self.field)
        self.setFocusProxy(self.track)
        self.setAccessibleName(label)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.setHorizontalSpacing(theme.metrics(self).px(8))
        layout.addWidget(self.label, 0, 0)
        layout.addWidget(self.field, 0, 1)
        layout.addWidget(self.track, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.track.set_mark(self._scale.position(default))
        if minimum < 0 < maximum:
            self.track.set_origin(self._scale.position(0.0))
        self.track.moved.connect(self._moved)
        self.track.released.connect(lambda: self.valueCommitted.emit(self._value))
        self.track.resetRequested.connect(self.reset)
        self.field.valueCommitted.connect(self._typed)
        self._show()

    def value(self) -> float:
        """The value, which may lie beyond the slider's ends."""
        return self._value

    def default(self) -> float:
        """The value that a double click goes back to."""
        return self._default

    def set_value(self, value: float) -> None:
        """Show a value; emits nothing. A slider that is being dragged keeps the hand's value."""
        if self.track.isSliderDown():
            return
        self._value = float(value)
        self._show()

    def set_default(self, value: float) -> None:
        """Let a double click go back to another value."""
        self._default = float(value)
        self.track.set_mark(self._scale.position(value))

    def reset(self) -> None:
        """Go back to the default, as by a double click: both signals are emitted."""
        self._take(self._default)

    def _moved(self, fraction: float) -> None:
        shown = self._scale.value(fraction) * self._factor
        digits = self._decimals + (1 if self.track.is_fine() else 0)
        if self._scale.kind == "log" and shown > 0:
            digits = max(digits, 1 - math.floor(math.log10(shown)))
        self._value = round(shown, digits) / self._factor
        self.field.set_value(self._value)
        self._describe()
        self.valueChanged.emit(self._value)

    def _typed(self, value: float) -> None:
        self._take(value)

    def _take(self, value: float) -> None:
        changed = value != self._value or self.track.fraction() != self._scale.position(value)
        self._value = value
        self._show()
        if changed:
            self.valueChanged.emit(value)
            self.valueCommitted.emit(value)

    def _show(self) -> None:
        self.track.set_fraction(self._scale.position(self._value))
        self.field.set_value(self._value)
        self._describe()

    def _describe(self) -> None:
        self.track.setAccessibleDescription(self.field.text())
