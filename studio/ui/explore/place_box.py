"""Seed, x and y, dice and reset; how near to the middle, and how far it wanders."""

from random import SystemRandom
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from studio.tasks.latent_place import LatentPlace
from studio.ui.compose.form import column, stacked
from studio.ui.explore.exploring import Exploring
from studio.ui.icons import icon
from studio.ui.theme import metrics
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.parameter_slider import ParameterSlider

MOST_SEED = 1_000_000
"""Seeds that the dice throw; larger ones can be typed."""


class PlaceBox(QWidget):
    """Shows the place in numbers and moves it."""

    def __init__(self, exploring: Exploring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exploring = exploring
        self.seed = NumberField(self.tr("Seed"), limits=(0, 2**53 - 1), parent=self)
        self.seed.setToolTip(self.tr("The same seed is the same place · ↑ ↓ the next one"))
        self.seed.valueCommitted.connect(
            lambda n: exploring.move(self.tr("Change the seed"), seed=int(n), told=())
        )
        self.across = self._number(self.tr("Across"), "x")
        self.down = self._number(self.tr("Down"), "y")
        self.dice = self._tool("dice", self.tr("Throw the dice for a new seed"))
        self.dice.clicked.connect(self.throw_dice)
        self.back = self._tool("reset", self.tr("Back to the beginning: seed 0, no directions"))
        self.back.clicked.connect(self.reset)
        self.truncation = self._share(
            "truncation", self.tr("Truncation"), 1.0,
            self.tr("Nearer to the middle of the space: plainer, and safer"), most=1.5,
        )  # fmt: skip
        self.wander = self._share(
            "wander", self.tr("Wander"), 0.0,
            self.tr("How far it strays while it wanders"), most=1.0,
        )  # fmt: skip
        self.play = self._tool("play", self.tr("Let it wander"))
        self.play.setCheckable(True)
        self._lay_out()

    def show_place(self, place: LatentPlace) -> None:
        """Show a place; emits nothing."""
        for field, number in (
            (self.seed, place.seed),
            (self.across, round(place.x, 2)),
            (self.down, round(place.y, 2)),
            (self.truncation, place.truncation),
            (self.wander, place.wander),
        ):
            if field.value() != number:
                field.set_value(number)

    def throw_dice(self) -> None:
        """Go to another seed by chance."""
        seed = SystemRandom().randrange(MOST_SEED)
        self._exploring.move(self.tr("Throw a new seed"), seed=seed, x=0.0, y=0.0, told=())

    def reset(self) -> None:
        """Go back to where it begins, in the same model."""
        model = self._exploring.place.model
        free = self._exploring.usual_temperature(model)
        self._exploring.go(self.tr("Reset the place"), LatentPlace(model, temperature=free))

    def _number(self, name: str, field: str) -> NumberField:
        made = NumberField(name, decimals=2, limits=(-1e6, 1e6), step=0.1, parent=self)
        made.setToolTip(self.tr("Between whole numbers four neighbouring seeds are blended"))
        made.valueCommitted.connect(
            lambda n: self._move(self.tr("Move on the map"), False, field, float(n), told=())
        )
        return made

    def _move(self, label: str, gesture: bool, field: str, number: float, **others: object) -> None:
        changed: dict[str, Any] = {field: number, **others}
        self._exploring.move(label, gesture=gesture, **changed)

    def _tool(self, name: str, text: str) -> QToolButton:
        made = QToolButton(self)
        side = metrics(self).px(16)
        made.setIcon(icon(name, "muted"))
        made.setIconSize(QSize(side, side))
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setMaximumHeight(self.seed.sizeHint().height())
        return made

    def _share(
        self, field: str, name: str, value: float, tip: str, *, most: float
    ) -> ParameterSlider:
        limits = (0.0, 2.0 if field == "truncation" else 1.0)
        made = ParameterSlider(
            name, 0.0, most, value, factor=100, suffix=" %", limits=limits, tooltip=tip, parent=self
        )
        label = self.tr("Change {name}").format(name=name.lower())
        made.valueChanged.connect(lambda n: self._move(label, True, field, float(n)))
        made.valueCommitted.connect(lambda _: self._exploring.end_gesture())
        return made

    def _lay_out(self) -> None:
        sizes = metrics(self)
        numbers = QWidget(self)
        row = QHBoxLayout(numbers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(8))
        for field in (self.seed, self.across, self.down):
            field.setMinimumWidth(sizes.px(48))
        row.addWidget(stacked(self.tr("Seed"), self.seed, self.dice, parent=self), 5)
        row.addWidget(stacked(self.tr("Across"), self.across, parent=self), 3)
        row.addWidget(stacked(self.tr("Down"), self.down, self.back, parent=self), 4)
        wandering = QWidget(self)
        line = QHBoxLayout(wandering)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.px(8))
        line.addWidget(self.wander, 1)
        line.addWidget(self.play)
        column(self, numbers, self.truncation, wandering, spacing=12)
