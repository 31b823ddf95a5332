"""Model, bars, variations, seed, temperature, and how much is changed."""

from collections.abc import Callable, Sequence
from random import SystemRandom
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from studio.music.constraints import MOST_BARS
from studio.registry import ModelSpec
from studio.tasks.compose_request import MOST_VARIATIONS
from studio.ui.compose.asking import shows
from studio.ui.compose.form import choice, column, show_choice, stacked
from studio.ui.compose.values import MOST_SEED, ComposeValues, PanelValues
from studio.ui.compose.words import model_title
from studio.ui.icons import icon
from studio.ui.theme import metrics
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.parameter_slider import ParameterSlider


class Basics(QWidget):
    """Shows the values that every artist looks at; ``models`` lists the networks that are here."""

    train_wanted = Signal()

    def __init__(
        self,
        values: PanelValues,
        models: Callable[[], Sequence[ModelSpec]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = values
        self._models = models
        plain = ComposeValues()
        tip = self.tr("Which network writes; your own models stand below those of the studio")
        self.model = choice(self.tr("Model"), tip, {}, self)
        self.model.activated.connect(
            lambda _: values.change(self.tr("Change the model"), model=self.model.currentData())
        )
        self.train = self._tool("add", self.tr("Train on my tunes…"))
        self.train.setToolTip(self.tr("Let a copy of a model learn a folder of your own tunes"))
        self.train.clicked.connect(self.train_wanted)
        self.bars = self._number(self.tr("Bars"), plain.bars, MOST_BARS, "bars")
        self.variations = self._number(
            self.tr("Variations"), plain.variations, MOST_VARIATIONS, "variations"
        )
        self.variations.setToolTip(self.tr("How many answers to choose from, 1 to 8"))
        self.seed = self._number(self.tr("Seed"), plain.seed, MOST_SEED, "seed", least=0)
        self.seed.setToolTip(self.tr("The same seed writes the same notes again"))
        self.dice = self._tool("dice", self.tr("Throw the dice for a new seed"))
        self.dice.setToolTip(self.tr("A new seed"))
        self.dice.clicked.connect(self.throw_dice)
        self.temperature = self._slider(
            "temperature", self.tr("Temperature"), (0.1, 1.5), plain.temperature,
            self.tr("How daring: low keeps to the likely notes, high surprises"),
            limits=(0.1, 1.5), decimals=2,
        )  # fmt: skip
        self.change = self._slider(
            "change", self.tr("Change"), (0.0, 1.0), plain.change,
            self.tr("How much of the melody a variation changes"),
            limits=(0.0, 1.0), factor=100, suffix=" %",
        )  # fmt: skip
        self._lay_out()
        self.refresh_models()

    def throw_dice(self) -> None:
        """Take another seed by chance."""
        self._values.change(self.tr("Throw a new seed"), seed=SystemRandom().randrange(MOST_SEED))

    def refresh_models(self) -> None:
        """Look again which networks are here."""
        self.model.clear()
        for spec in self._models():
            self.model.addItem(model_title(spec), spec.name)
        self.show_values(self._values.value)

    def show_values(self, values: ComposeValues, bars: int | None = None) -> None:
        """Show the values; ``bars`` that are marked elsewhere take the place of the panel's."""
        if not show_choice(self.model, values.model):
            self.model.setCurrentIndex(0)
        self.bars.set_value(values.bars if bars is None else bars)
        self.bars.setEnabled(bars is None)
        self.bars.setToolTip(
            self.tr("How many bars are written, 1 to {n}").format(n=MOST_BARS)
            if bars is None
            else self.tr("The selection or the loop says which bars are written")
        )
        self._bars_row.setVisible(shows(values.verb, "bars"))
        self.variations.set_value(values.variations)
        self.seed.set_value(values.seed)
        self.temperature.set_value(values.temperature)
        self.change.set_value(values.change)
        self.change.setVisible(shows(values.verb, "change"))

    def _number(
        self, name: str, value: int, most: int, field: str, *, least: int = 1
    ) -> NumberField:
        made = NumberField(name, value, limits=(least, most), parent=self)
        made.setMinimumWidth(metrics(self).px(40))
        label = self.tr("Change {name}").format(name=name.lower())
        made.valueCommitted.connect(
            lambda number: self._values.change(label, **{field: int(number)})
        )
        return made

    def _tool(self, name: str, text: str) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(icon(name, "muted"))
        made.setAccessibleName(text)
        made.setMaximumHeight(self.model.sizeHint().height())
        return made

    def _slider(
        self,
        field: str,
        name: str,
        ends: tuple[float, float],
        value: float,
        tip: str,
        **how: Any,
    ) -> ParameterSlider:
        made = ParameterSlider(name, *ends, value, tooltip=tip, parent=self, **how)
        label = self.tr("Change {name}").format(name=name.lower())
        made.valueChanged.connect(
            lambda number: self._values.change(label, True, **{field: float(number)})
        )
        made.valueCommitted.connect(lambda _: self._values.end_gesture())
        return made

    def _lay_out(self) -> None:
        model = stacked(self.tr("Model"), self.model, self.train, parent=self)
        self._bars_row = stacked(self.tr("Bars"), self.bars, parent=self)
        numbers = QWidget(self)
        row = QHBoxLayout(numbers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics(self).px(12))
        row.addWidget(self._bars_row, 2)
        row.addWidget(stacked(self.tr("Variations"), self.variations, parent=self), 2)
        row.addWidget(stacked(self.tr("Seed"), self.seed, self.dice, parent=self), 3)
        column(self, model, numbers, self.temperature, self.change, spacing=12)
