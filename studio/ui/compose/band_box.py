"""Who accompanies, and how they play."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from studio.tasks.compose_request import PARTS
from studio.ui.compose.asking import shows
from studio.ui.compose.form import choice, column, show_choice, stacked
from studio.ui.compose.names import drum_names, pattern_names
from studio.ui.compose.values import ComposeValues, PanelValues
from studio.ui.theme import metrics


class BandBox(QWidget):
    """Parts, the pattern of the chords and the style of the drums."""

    def __init__(self, values: PanelValues, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
        names = {"piano": self.tr("Piano"), "bass": self.tr("Bass"), "drums": self.tr("Drums")}
        self.parts = {part: QCheckBox(names[part], self) for part in PARTS}
        for part, box in self.parts.items():
            tip = self.tr("Write a part for {name} under the melody").format(name=names[part])
            box.setToolTip(tip)
            box.clicked.connect(lambda on, part=part: self._take_part(part, bool(on)))
        own = {"": self.tr("as it suits")}
        self.pattern = choice(
            self.tr("Pattern"), self.tr("How the chords are played"), own | pattern_names(), self
        )
        self.pattern.activated.connect(
            lambda _: values.change(
                self.tr("Change the pattern"), pattern=self.pattern.currentData()
            )
        )
        suits = {"": self.tr("as tempo and metre suggest")}
        self.drumming = choice(
            self.tr("Drum style"), self.tr("What the drums play"), suits | drum_names(), self
        )
        self.drumming.activated.connect(
            lambda _: values.change(
                self.tr("Change the drum style"), drumming=self.drumming.currentData()
            )
        )
        self._lay_out()

    def show_values(self, values: ComposeValues) -> None:
        """Show what matters for the verb; emits nothing."""
        band = shows(values.verb, "parts")
        for part, box in self.parts.items():
            box.setChecked(part in values.parts)
        show_choice(self.pattern, values.pattern)
        show_choice(self.drumming, values.drumming)
        self._row.setVisible(band)
        self._pattern.setVisible(values.verb == "harmonise" or "piano" in values.parts)
        self._drums.setVisible(band and "drums" in values.parts)
        self.setVisible(shows(values.verb, "pattern"))
        network = band and values.model != "lstm"  # which writes melodies only
        first = self.tr("as the network writes") if network else self.tr("as it suits")
        self.pattern.setItemText(0, first)

    def _take_part(self, part: str, on: bool) -> None:
        chosen = (
            set(self._values.value.parts) | {part}
            if on
            else (set(self._values.value.parts) - {part})
        )
        if not chosen:  # one at least plays
            self.parts[part].setChecked(True)
            return
        label = self.tr("Change who accompanies")
        self._values.change(label, parts=tuple(one for one in PARTS if one in chosen))

    def _lay_out(self) -> None:
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics(self).px(16))
        for box in self.parts.values():
            row.addWidget(box)
        row.addStretch(1)
        self._pattern = stacked(self.tr("Pattern"), self.pattern, parent=self)
        self._drums = stacked(self.tr("Drum style"), self.drumming, parent=self)
        column(self, self._row, self._pattern, self._drums, spacing=12)
