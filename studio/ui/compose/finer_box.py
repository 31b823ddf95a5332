"""The Advanced section: what is cut off the unlikely, how human it is played, chords everywhere."""

from PySide6.QtWidgets import QCheckBox, QWidget

from studio.ui.compose.asking import shows
from studio.ui.compose.values import ComposeValues, PanelValues
from studio.ui.translate import tr
from studio.ui.widgets.parameter_slider import ParameterSlider
from studio.ui.widgets.section import Section


class FinerBox(Section):
    """Controls that the first look does not need."""

    def __init__(self, values: PanelValues, parent: QWidget | None = None) -> None:
        super().__init__(tr("Advanced"), expanded=False, parent=parent)
        self._values = values
        self.top_p = self._share(
            "top_p", self.tr("Top-p"), 0.05, 1.0,
            self.tr("Draw only from the likeliest notes that have this share together"),
        )  # fmt: skip
        self.human = self._share(
            "human", self.tr("Human"), 0.0, 0.5,
            self.tr("How uneven loudness and time are, as a hand plays"),
        )  # fmt: skip
        self.everywhere = QCheckBox(self.tr("Chords hold off the beats too"), self.body)
        self.everywhere.setToolTip(
            self.tr("Every note belongs to the chord, not only on the beats")
        )
        self.everywhere.clicked.connect(
            lambda on: values.change(self.tr("Change the chord rule"), chords_everywhere=bool(on))
        )
        for one in (self.top_p, self.human, self.everywhere):
            self.add(one)

    def show_values(self, values: ComposeValues) -> None:
        """Show the values; emits nothing."""
        self.top_p.set_value(values.top_p)
        self.human.set_value(values.human)
        self.everywhere.setChecked(values.chords_everywhere)
        self.everywhere.setVisible(shows(values.verb, "chords_everywhere"))

    def _share(
        self, field: str, name: str, least: float, value: float, tip: str
    ) -> ParameterSlider:
        made = ParameterSlider(
            name, least, 1.0, value, factor=100, suffix=" %", limits=(max(0.01, least), 1.0)
            if least else (0.0, 1.0), tooltip=tip, parent=self.body,
        )  # fmt: skip
        label = self.tr("Change {name}").format(name=name)
        made.valueChanged.connect(
            lambda number: self._values.change(label, True, **{field: float(number)})
        )
        made.valueCommitted.connect(lambda _: self._values.end_gesture())
        return made
