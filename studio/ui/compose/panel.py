"""The Compose panel: verbs on top, what was composed, the controls, and the big button below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studio.music.song import Song
from studio.registry import ModelSpec
from studio.ui.compose.asking import shows
from studio.ui.compose.band_box import BandBox
from studio.ui.compose.basics import Basics
from studio.ui.compose.compose_button import ComposeButton
from studio.ui.compose.finer_box import FinerBox
from studio.ui.compose.key_box import KeyBox
from studio.ui.compose.results import Results
from studio.ui.compose.rules_box import RulesBox
from studio.ui.compose.values import ComposeValues, PanelValues
from studio.ui.compose.verb_bar import VerbBar
from studio.ui.compose.words import verb_name
from studio.ui.panels import EscapeKey, panel_column, scroll_above
from studio.ui.theme import set_role


class ComposePanel(QWidget):
    """Shows the values and edits them; what is composed of them is the desk's matter."""

    escaped = Signal()

    def __init__(
        self,
        values: PanelValues,
        results: Callable[[QWidget], Results],
        models: Callable[[], Sequence[ModelSpec]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Compose"))
        self._values = values
        self.holds_escape: Callable[[], bool] = lambda: False
        """Whether Escape means something here just now."""
        EscapeKey(self, lambda: self.holds_escape()).pressed.connect(self.escaped)
        content = QWidget(self)
        self.verbs = VerbBar(content)
        self.verbs.chosen.connect(self._choose)
        self.where = QLabel(content)
        self.where.setWordWrap(True)
        set_role(self.where, "muted")
        self.results = results(content)
        self.results.left.connect(self._take_focus)
        self.basics = Basics(values, models, content)
        self.key = KeyBox(values, content)
        self.band = BandBox(values, content)
        self.rules = RulesBox(values, content)
        self.finer = FinerBox(values, content)
        self.button = ComposeButton(self)
        self._source = QVBoxLayout()
        self._source_widget: QWidget | None = None
        self._lay_out(content)

    def set_source_widget(self, widget: QWidget) -> None:
        """Show a widget from which a piece can be planned: a picture, or words."""
        self._source_widget = widget
        self._source.addWidget(widget)
        widget.setVisible(shows(self._values.value.verb, "source"))

    def show_values(
        self,
        values: ComposeValues,
        song: Song,
        tick: int,
        bars: int | None,
        where: str,
        follows: bool = False,
    ) -> None:
        """Show the values, and where the verb writes; emits nothing.

        What ``follows`` a picture or words has its key and its rules from there.
        """
        self.verbs.set_current(values.verb)
        self.where.setText(where)
        self.where.setVisible(bool(where))
        self.basics.show_values(values, bars)
        self.key.show_values(values, song, tick)
        self.band.show_values(values)
        self.rules.show_values(values)
        self.key.setVisible(not follows)
        self.rules.setVisible(shows(values.verb, "rules") and not follows)
        self.finer.show_values(values)
        if self._source_widget is not None:
            self._source_widget.setVisible(shows(values.verb, "source"))

    def _take_focus(self) -> None:
        self.button.button.setFocus()

    def _choose(self, verb: str) -> None:
        self._values.change(self.tr("Choose {verb}").format(verb=verb_name(verb)), verb=verb)

    def _lay_out(self, content: QWidget) -> None:
        inner = panel_column(content)
        for part in (self.verbs, self.where, self.results):
            inner.addWidget(part)
        inner.addLayout(self._source)
        for group in (self.basics, self.key, self.band, self.rules, self.finer):
            inner.addWidget(group)
        inner.addStretch(1)
        self.area = scroll_above(content, self.button, self)

    def showEvent(self, event: QShowEvent) -> None:
        """Models may have been trained meanwhile."""
        super().showEvent(event)
        self.basics.refresh_models()
