"""The Style panel: which engine paints, and what it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from random import SystemRandom
from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.document.document import Document
from studio.ui import style_settings
from studio.ui.advanced import Advanced
from studio.ui.editor import DocumentEditor
from studio.ui.engine_bar import EngineBar
from studio.ui.icons import icon
from studio.ui.panels import panel_column
from studio.ui.size_field import SizeField
from studio.ui.style_shelf import StyleShelf
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.mixing_pad import MixingPad
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.parameter_slider import ParameterSlider
from studio.ui.widgets.segmented_control import SegmentedControl

MOST_SEED = 2**31 - 1


class StylePanel(QWidget):
    """Shows the Style values of the document and edits them, one undo step a gesture."""

    def __init__(
        self,
        editor: DocumentEditor,
        shelf: StyleShelf,
        parent: QWidget | None = None,
        *,
        unlearned: Callable[[Sequence[str]], Sequence[str]] = lambda cards: (),
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shelf = shelf
        self._gesture = 0
        self.setAccessibleName(self.tr("Style"))
        normal = style_settings.defaults()
        self.engine = EngineBar(editor, shelf.title, unlearned, self)
        self.quality = SegmentedControl(
            [
                ("draft", self.tr("Draft"), self.tr("A quick look, a few seconds")),
                ("good", self.tr("Good"), self.tr("The balance of time and care")),
                ("print", self.tr("Print"), self.tr("Every step that still improves it")),
            ],
            name=self.tr("Quality"),
            filled=False,
            parent=self,
        )
        self.quality.currentChanged.connect(
            lambda value: self._change(self.tr("Change quality"), quality=value)
        )
        self._sliders = self._make_sliders(normal)
        self.method = QComboBox(self)
        self.method.setAccessibleName(self.tr("How the colours are kept"))
        self.method.setToolTip(
            self.tr(
                "By brightness: paint in the photo's colours · By palette: shift the style's "
                "palette · By histogram: match colour for colour"
            )
        )
        self.method.addItem(self.tr("by brightness"), "luminance")
        self.method.addItem(self.tr("by palette"), "linear")
        self.method.addItem(self.tr("by histogram"), "histogram")
        self.method.activated.connect(
            lambda _: self._change(
                self.tr("Change the colour method"), colour_method=self.method.currentData()
            )
        )
        self.weights = MixingPad(self)
        self.weights.weightsChanged.connect(self._weigh)
        self.weights.weightsCommitted.connect(lambda _: self._end_gesture())
        self.weights.removeRequested.connect(self._take_out)
        self.size_field = SizeField(int(normal["size"]), self)
        self.size_field.sizeChosen.connect(
            lambda size: self._change(self.tr("Change size"), size=size)
        )
        self.seed = NumberField(self.tr("Seed"), 0, limits=(0, MOST_SEED), parent=self)
        self.seed.setToolTip(self.tr("The same seed paints the same picture again"))
        self.seed.valueCommitted.connect(
            lambda value: self._change(self.tr("Change seed"), seed=int(value))
        )
        self.dice = QToolButton(self)
        self.dice.setIcon(icon("dice", "muted"))
        self.dice.setAccessibleName(self.tr("Throw the dice for a new seed"))
        self.dice.setToolTip(self.tr("A new seed"))
        self.dice.clicked.connect(self.throw_dice)
        self.advanced = Advanced(self._change, self)
        self._lay_out()
        editor.changed.connect(self.show_document)
        shelf.changed.connect(lambda: self.show_document(editor.document))
        self.show_document(editor.document)

    def throw_dice(self) -> None:
        """Take another seed by chance."""
        self._change(self.tr("Throw a new seed"), seed=SystemRandom().randrange(MOST_SEED))

    def show_document(self, document: Document) -> None:
        """Show the values of a document; emits nothing."""
        shown = style_settings.values(document)
        self.engine.show_document(document)
        fine = shown["engine"] == "fine"
        for one in (self.quality, self._sliders["smoothness"], *self._seed):
            one.setVisible(fine)
        self.quality.set_current(shown["quality"])
        for name, slider in self._sliders.items():
            slider.set_value(shown[name])
        self.method.setCurrentIndex(max(0, self.method.findData(shown["colour_method"])))
        if not self._sliders["keep_colours"].track.isSliderDown():  # no jumping under the hand
            self.method.setVisible(shown["keep_colours"] > 0)
        chosen = style_settings.choices(document)
        known = [card for one in chosen if (card := self._shelf.card(one["card"]))]
        self.weights.set_styles(known, {one["card"]: one["weight"] for one in chosen})
        self._mix.setVisible(len(known) > 1)
        self.size_field.show_size(int(shown["size"]))
        self.seed.set_value(int(shown["seed"]))
        self.advanced.show_values(shown)

    def slider(self, name: str) -> ParameterSlider:
        """The slider of a value: strength, style_size, keep_colours or smoothness."""
        return self._sliders[name]

    def _make_sliders(self, normal: Mapping[str, Any]) -> dict[str, ParameterSlider]:
        per_cent: dict[str, Any] = {"factor": 100, "suffix": " %", "limits": (0.0, 1.0)}
        strength, size = self.tr("Strength"), self.tr("Style size")
        colours, smooth = self.tr("Keep my colours"), self.tr("Smoothness")
        made = {
            "strength": ParameterSlider(
                strength, 0, 1, normal["strength"], **per_cent, parent=self,
                tooltip=self.tr("How far the painting may go from the photo"),
            ),
            "style_size": ParameterSlider(
                size, 0.25, 4, normal["style_size"], scale="log2", suffix=" ×", decimals=2,
                limits=(0.05, 20), parent=self,
                tooltip=self.tr("How large the strokes are, measured on the picture"),
            ),
            "keep_colours": ParameterSlider(
                colours, 0, 1, normal["keep_colours"], **per_cent, parent=self,
                tooltip=self.tr("Paint with the photo's colours instead of the style's"),
            ),
            "smoothness": ParameterSlider(
                smooth, 0.01, 1, normal["smoothness"], scale="log", **per_cent | {"limits": (0, 2)},
                parent=self, off=self.tr("off"),
                tooltip=self.tr("Calm the finest grain; off leaves all of it"),
            ),
        }  # fmt: skip
        labels = {
            "strength": self.tr("Change strength"),
            "style_size": self.tr("Change style size"),
            "keep_colours": self.tr("Change kept colours"),
            "smoothness": self.tr("Change smoothness"),
        }
        for name, slider in made.items():
            slider.valueChanged.connect(partial(self._slide, labels[name], name))
            slider.valueCommitted.connect(lambda _: self._end_gesture())
        return made

    def _lay_out(self) -> None:
        sizes = metrics(self)
        colours = QWidget(self)
        inside = QVBoxLayout(colours)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(sizes.px(4))
        inside.addWidget(self._sliders["keep_colours"])
        inside.addWidget(self.method)
        self._mix = QLabel(self.tr("Mix"), self)
        set_role(self._mix, "heading")
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.px(12))
        grid.setVerticalSpacing(sizes.px(4))
        labels = QLabel(self.tr("Size"), self), QLabel(self.tr("Seed"), self)
        for column, label in enumerate(labels):
            set_role(label, "muted")
            label.setBuddy((self.size_field, self.seed)[column])
            grid.addWidget(label, 0, column)
            grid.setColumnStretch(column, 1)
        self._seed = (labels[1], self.seed, self.dice)
        seed = QHBoxLayout()
        seed.setSpacing(sizes.px(4))
        seed.addWidget(self.seed, 1)
        seed.addWidget(self.dice)
        grid.addWidget(self.size_field, 1, 0)
        grid.addLayout(seed, 1, 1)
        layout = panel_column(self)
        layout.addWidget(self.engine)
        layout.addWidget(self.quality)
        layout.addWidget(self._sliders["strength"])
        layout.addWidget(self._sliders["style_size"])
        layout.addWidget(colours)
        layout.addWidget(self._sliders["smoothness"])
        layout.addWidget(self._mix)
        layout.addWidget(self.weights)
        layout.addLayout(grid)
        layout.addWidget(self.advanced)
        layout.addStretch(1)

    def _slide(self, label: str, name: str, value: float) -> None:
        self._change(label, f"{name}-{self._gesture}", **{name: value})

    def _weigh(self, weights: Mapping[str, float]) -> None:
        document = style_settings.with_weights(self._editor.document, weights)
        self._editor.edit(self.tr("Change the mix"), document, merge=f"mix-{self._gesture}")

    def _take_out(self, card: str) -> None:
        document = self._editor.document
        rest = [one for one in style_settings.cards(document) if one != card]
        label = self.tr("Take {title} out").format(title=self._shelf.title(card))
        self._editor.edit(label, style_settings.with_cards(document, rest))

    def _end_gesture(self) -> None:
        self._gesture += 1
        self.show_document(self._editor.document)

    def _change(self, label: str, merge: str | None = None, /, **changed: Any) -> None:
        document = style_settings.with_values(self._editor.document, changed)
        self._editor.edit(label, document, merge=merge)
