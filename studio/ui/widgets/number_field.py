"""A number that is typed: it shows its unit, takes any finite number and steps with the arrows."""

import math
import re

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from studio.ui import theme

_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?")


class NumberField(QLineEdit):
    """A line edit for one number, shown as ``value × factor`` with a suffix.

    ``plain`` makes it look like text until it is hovered or focused. ``limits`` hold what is typed;
    without them every finite number is taken. ``zero`` is a word shown, and understood, for 0.
    Up and Down step by ``step`` (in shown units), with Shift a tenth of it, Page Up and Down ten
    times; the wheel steps while the field has the focus; Escape takes an edit back.
    """

    valueCommitted = Signal(float)

    def __init__(
        self,
        name: str,
        value: float = 0.0,
        *,
        decimals: int = 0,
        suffix: str = "",
        factor: float = 1.0,
        limits: tuple[float | None, float | None] = (None, None),
        step: float = 1.0,
        plain: bool = False,
        zero: str = "",
        tooltip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = float(value)
        self._decimals = decimals
        self._suffix = suffix
        self._factor = factor
        self._limits = limits
        self._step = step
        self._zero = zero
        self.setAccessibleName(name)
        self.setToolTip(tooltip)
        if plain:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            theme.set_role(self, "number")
            self.setTextMargins(0, 0, -2, 0)  # flush with the slider below
        self._plain = plain
        self.editingFinished.connect(self._finish)
        self.textEdited.connect(lambda: self._mark(False))
        self._show()

    def value(self) -> float:
        """The number, in its own unit, not multiplied by the factor."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number; emits nothing."""
        self._value = self._held(value)
        self._show()

    def shown_text(self, value: float) -> str:
        """How a value reads here: "64 %", "1.4 ×", "off"."""
        if value == 0 and self._zero:
            return self._zero
        shown = value * self._factor
        text = f"{shown:.{self._decimals + 2}f}"
        whole, point, part = text.partition(".")
        while len(part) > self._decimals and part.endswith("0"):
            part = part[:-1]
        text = whole + (point + part if part else "")
        if float(text) == 0:
            text = text.removeprefix("-")
        return text.replace(".", QLocale().decimalPoint()) + self._suffix

    def sizeHint(self) -> QSize:
        if not self._plain:
            return super().sizeHint()
        em = theme.metrics(self)
        text = max(self.fontMetrics().horizontalAdvance(t) for t in (self.text(), "0000"))
        return QSize(text + em.px(10), self.fontMetrics().height() + em.px(5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._plain else super().minimumSizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def mouseDoubleClickEvent(self, event: QEvent) -> None:
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Up: 1.0,
            Qt.Key.Key_Down: -1.0,
            Qt.Key.Key_PageUp: 10.0,
            Qt.Key.Key_PageDown: -10.0,
        }.get(Qt.Key(key))
        if steps is not None:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._nudge(steps / 10 if fine else steps)
        elif key == Qt.Key.Key_Escape and self.isModified():
            self._show()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus() or event.angleDelta().y() == 0:
            event.ignore()
            return
        fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        notches = event.angleDelta().y() / 120
        self._nudge(notches / 10 if fine else notches)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _nudge(self, steps: float) -> None:
        typed = self._parsed()
        start = self._value if typed is None else typed
        self._take(start + steps * self._step / self._factor)

    def _finish(self) -> None:
        if not self.isModified():
            return
        typed = self._parsed()
        if typed is None:
            self._show()
        else:
            self._take(typed)

    def _take(self, value: float) -> None:
        value = self._held(value)
        changed = value != self._value
        self._value = value
        self._show()
        if changed:
            self.valueCommitted.emit(value)

    def _held(self, value: float) -> float:
        low, high = self._limits
        value = float(value) if math.isfinite(value) else self._value
        if low is not None:
            value = max(low, value)
        return value if high is None else min(high, value)

    def _parsed(self) -> float | None:
        if not self.isModified():
            return self._value
        text = self.text().strip().replace("−", "-")
        if self._zero and text.casefold() == self._zero.casefold():
            return 0.0
        match = _NUMBER.match(text)
        if match is None or text[match.end() :].strip() not in ("", self._suffix.strip()):
            return None
        number = float(match.group().replace(",", "."))
        return number / self._factor if math.isfinite(number) else None

    def _mark(self, invalid: bool) -> None:
        invalid = invalid or self._parsed() is None
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().unpolish(self)
            self.style().polish(self)

    def _show(self) -> None:
        self.setText(self.shown_text(self._value))
        self.setModified(False)
        self._mark(False)
        self.updateGeometry()
