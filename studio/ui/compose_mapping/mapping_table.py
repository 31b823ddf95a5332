"""The editable table from what was seen to what is decided in the music."""

from collections.abc import Mapping as Values

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.tasks.picture_music import Link, Mapping, MusicPlan
from studio.ui.compose_mapping.decision_row import DecisionRow
from studio.ui.compose_mapping.names import decision_names, results
from studio.ui.theme import metrics

_NEW = 0.5  # the amount of a link that was just added


class MappingTable(QWidget):
    """A row a decision; every change by hand is told at once.

    ``changed`` comes from the user's hand only.
    """

    changed = Signal(object)  # Mapping

    def __init__(self, mapping: Mapping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping = mapping
        self._seen: Values[str, float] = {}
        self.rows: dict[str, DecisionRow] = {}
        self.setAccessibleName(self.tr("From what was seen to music"))
        self.rows = {name: DecisionRow(name, self) for name in decision_names()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics(self).px(4))
        for row in self.rows.values():
            row.by_hand.connect(self._fix)
            row.link_changed.connect(self._change)
            row.link_removed.connect(self._remove)
            row.link_added.connect(self._add)
            layout.addWidget(row)
        self._align()

    @property
    def mapping(self) -> Mapping:
        """The table as it stands."""
        return self._mapping

    @property
    def plan(self) -> MusicPlan | None:
        """What follows from what was seen, None where nothing was."""
        return self._mapping.plan(self._seen) if self._seen else None

    def set_mapping(self, mapping: Mapping) -> None:
        """Show another table; emits nothing."""
        self._mapping = mapping
        self._refresh()

    def set_seen(self, seen: Values[str, float]) -> None:
        """Show what follows from this; empty for nothing seen. Emits nothing."""
        self._seen = dict(seen)
        self._refresh()

    def reset(self) -> None:
        """Take the table that the studio came with."""
        self._put(Mapping())

    def _fix(self, decision: str, value: float | None) -> None:
        self._put(self._mapping.with_fixed(decision, value))

    def _change(self, place: int, link: Link) -> None:
        self._put(self._mapping.with_link(place, link))

    def _remove(self, place: int) -> None:
        self._put(self._mapping.without_link(place))

    def _add(self, seen: str, decision: str) -> None:
        amount = 1.0 if (seen, decision) == ("hue", "tonic") else _NEW
        self._put(self._mapping.with_link(len(self._mapping.links), Link(seen, decision, amount)))

    def _put(self, mapping: Mapping) -> None:
        if mapping == self._mapping:
            return
        self._mapping = mapping
        self._refresh()
        self.changed.emit(mapping)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.rows:
            self._align()

    def _align(self) -> None:
        width = max(row.heading.sizeHint().width() for row in self.rows.values())
        for row in self.rows.values():
            row.set_name_width(width)

    def _refresh(self) -> None:
        plan = self.plan
        if plan is None:
            return
        values, words = self._mapping.values(self._seen), results(plan)
        fixed = dict(self._mapping.fixed)
        for name, row in self.rows.items():
            links = [
                (place, link)
                for place, link in enumerate(self._mapping.links)
                if link.decides == name and link.seen in self._seen
            ]
            value = values[name]
            if name == "tonic" and name not in fixed:  # a hue chooses it past the sums
                value = plan.key.fifths / 8 + 0.5
            row.show_decision(value, words[name], fixed=name in fixed)
            row.show_links(links, self._seen, fixed=name in fixed)
