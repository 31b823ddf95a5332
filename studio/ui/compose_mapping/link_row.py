"""A line of the table: what was seen, how much of it, and how much that says of a decision."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from studio.tasks.picture_music import Link
from studio.ui.compose_mapping.amount_track import AmountTrack
from studio.ui.compose_mapping.names import decision_names, seen_names
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.number_field import NumberField


class LinkRow(QWidget):
    """``Light 0.72 →``, a slider from -1 to 1, its number, and a button that takes the link out.

    ``changed`` comes while the slider moves; ``place`` is the link's in the mapping.
    """

    changed = Signal(int, object)  # place, Link
    removed = Signal(int)

    def __init__(self, place: int, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._link = place, link
        self._value = 0.0
        self.label = QLabel(self)
        set_role(self.label, "small")
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.track = AmountTrack("", self)
        self.field = NumberField(
            "", link.amount, decimals=2, limits=(-1.0, 1.0), step=0.05, plain=True,
            tooltip=self.tr("How much it says: -1 the other way round, 0 nothing, 1 most"),
            parent=self,
        )  # fmt: skip
        self.out = QToolButton(self)
        self.out.setIcon(icon("close", "muted"))
        self.out.clicked.connect(lambda: self.removed.emit(self._place))
        self.track.moved.connect(lambda _: self._take(self.track.amount()))
        self.track.resetRequested.connect(lambda: self._take(0.0))
        self.field.valueCommitted.connect(self._take)
        sizes = metrics(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(sizes.px(6))
        layout.addWidget(self.label, 5)
        layout.addWidget(self.track, 4)
        layout.addWidget(self.field)
        layout.addWidget(self.out)

    def show_link(self, link: Link, value: float, result: str) -> None:
        """Show how much there was of it and what follows; emits nothing."""
        self._link, self._value = link, value
        seen, decided = seen_names()[link.seen], decision_names()[link.decides]
        self.label.setText(f"{seen} {value:.2f} →")
        if not self.track.isSliderDown():
            self.track.set_amount(link.amount)
        self.field.set_value(link.amount)
        whole = f"{seen} {value:.2f} → {decided}: {result}"
        self.label.setToolTip(whole)
        self.track.setAccessibleName(whole)
        self.track.setAccessibleDescription(f"{link.amount:.2f}")
        way = self.tr("Double-click: no say · Shift: fine")
        self.track.setToolTip(f"{whole}\n{way}")
        self.field.setAccessibleName(self.tr("{link}, number").format(link=whole))
        out = self.tr("Take out: {seen} → {decided}").format(seen=seen, decided=decided)
        self.out.setAccessibleName(out)
        self.out.setToolTip(out)

    def _take(self, amount: float) -> None:
        if amount != self._link.amount:
            self.changed.emit(self._place, Link(self._link.seen, self._link.decides, amount))
