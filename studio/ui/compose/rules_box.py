"""The rules that fold away: range, density, leaps and rhythm."""

from PySide6.QtWidgets import QCheckBox, QWidget

from studio.ui.compose.form import beside, between
from studio.ui.compose.pitch_field import PitchField
from studio.ui.compose.values import ComposeValues, PanelValues
from studio.ui.translate import tr
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.section import Section

_MOST_NOTES = 99


class RulesBox(Section):
    """What new notes must keep; what is forbidden here cannot be written."""

    def __init__(self, values: PanelValues, parent: QWidget | None = None) -> None:
        super().__init__(tr("Rules"), expanded=False, parent=parent)
        self._values = values
        tip = self.tr(
            "A note such as C4, or its number · ↑ ↓ a semitone, Page Up and Down an octave"
        )
        self.lowest = PitchField(self.tr("Lowest note"), tip, self.body)
        self.highest = PitchField(self.tr("Highest note"), tip, self.body)
        label = self.tr("Change the range")
        self.lowest.committed.connect(lambda pitch: values.change(label, lowest=pitch))
        self.highest.committed.connect(lambda pitch: values.change(label, highest=pitch))
        self.fewest = self._number(
            self.tr("Fewest notes a bar"), self.tr("Change the density"), "fewest", _MOST_NOTES
        )
        self.most = self._number(
            self.tr("Most notes a bar"), self.tr("Change the density"), "most", _MOST_NOTES,
            self.tr("any"),
        )  # fmt: skip
        self.leap = self._number(
            self.tr("Largest leap in semitones"), self.tr("Change the largest leap"), "leap", 127,
            self.tr("free"),
        )  # fmt: skip
        self.rhythm = QCheckBox(self.tr("Keep the rhythm of the selection"), self.body)
        self.rhythm.setToolTip(
            self.tr(
                "Notes begin where the selected ones do, or those that are there, and only there"
            )
        )
        self.rhythm.clicked.connect(
            lambda on: values.change(self.tr("Lock the rhythm"), keep_rhythm=bool(on))
        )
        self.add(between(self.tr("Range"), self.lowest, self.highest, self.body))
        self.add(between(self.tr("Notes a bar"), self.fewest, self.most, self.body))
        self.add(beside(self.tr("Largest leap"), self.leap, self.body))
        self.add(self.rhythm)

    def show_values(self, values: ComposeValues) -> None:
        """Show the values; emits nothing."""
        self.lowest.set_pitch(values.lowest)
        self.highest.set_pitch(values.highest)
        self.fewest.set_value(values.fewest)
        self.most.set_value(values.most)
        self.leap.set_value(values.leap)
        self.rhythm.setChecked(values.keep_rhythm)

    def _number(self, name: str, label: str, field: str, most: int, zero: str = "") -> NumberField:
        made = NumberField(name, 0, limits=(0, most), zero=zero, parent=self.body)
        made.setToolTip(name)
        made.valueCommitted.connect(lambda value: self._values.change(label, **{field: int(value)}))
        return made
