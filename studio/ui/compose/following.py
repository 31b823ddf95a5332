"""Generate by a picture or by words: the plan that was made of them, and what is asked by it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from studio.document.document import Document
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.style_live import LivePicture
from studio.ui.compose.asking import Marked, request_of
from studio.ui.compose.values import ComposeValues, PanelValues
from studio.ui.compose_mapping.inspiration import Inspiration
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands
from studio.ui.theme import metrics, set_role

if TYPE_CHECKING:
    from studio.tasks.picture_music import MusicPlan


class Following(QObject):
    """Holds the widget in which one chooses what to follow, and asks by the plan that it gives.

    A whole piece is a song of its own, with chords, bass and drums; else the plan's key, chords,
    range, density and leaps are rules for the marked bars.
    """

    changed = Signal()

    def __init__(
        self,
        editor: DocumentEditor,
        values: PanelValues,
        errands: Errands,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = values
        self.widget = QWidget(parent)
        self.inspiration = Inspiration(errands, self.widget)
        self.whole = QCheckBox(self.tr("A whole new piece"), self.widget)
        self.whole.setToolTip(
            self.tr(
                "With chords, bass and drums, in its own key and tempo; kept, it takes the place "
                "of the song. Otherwise the marked bars are written by its rules"
            )
        )
        self.whole.clicked.connect(
            lambda on: values.change(self.tr("Change what is planned"), whole=bool(on))
        )
        self._lay_out()
        self._show_values(values.value)
        values.changed.connect(self._show_values)
        self.inspiration.plan_changed.connect(lambda _: self._plan_changed())
        self.inspiration.kept_changed.connect(self._keep_table)
        self._document = editor.document
        self._live: LivePicture | None = None
        editor.changed.connect(self._follow)
        self._look()

    @property
    def plan(self) -> "MusicPlan | None":
        """The plan that Generate follows, if any."""
        return self.inspiration.plan if self._values.value.verb == "generate" else None

    @property
    def is_piece(self) -> bool:
        """Whether a whole new piece is asked for."""
        return self.plan is not None and self._values.value.whole

    def request(self, values: ComposeValues, marked: Marked) -> ComposeRequest:
        """What is asked for, by the plan if there is one; StudioError where it cannot be."""
        plan = self.plan
        if plan is None:
            return request_of(values, marked)
        return self._piece(plan, values) if values.whole else self._ruled(plan, values, marked)

    def where(self, values: ComposeValues) -> str:
        """A whole piece in words."""
        plan = self.plan
        assert plan is not None
        return self.tr("A new piece of {n} bars · {key} · {tempo} bpm").format(
            n=values.bars, key=plan.key.name, tempo=plan.tempo
        )

    def _piece(self, plan: "MusicPlan", values: ComposeValues) -> ComposeRequest:
        from studio.tasks.compose_planned import planned

        return planned(
            plan,
            values.bars,
            seed=values.seed,
            variations=values.variations,
            model=values.model,
            temperature=values.temperature,
            top_p=values.top_p,
            human=values.human,
            source=self.inspiration.source,
        )

    def _ruled(self, plan: "MusicPlan", values: ComposeValues, marked: Marked) -> ComposeRequest:
        asked = request_of(replace(values, chords="", lowest=0, highest=127), marked)
        rules = replace(plan, metre=replace(asked.metre, tick=0)).rules(asked.bars)
        shifted = (replace(chord, tick=chord.tick + asked.begin) for chord in rules.chords)
        share = asked.metre.bar / plan.metre.bar
        return replace(
            asked,
            key=plan.key,
            chords=tuple(chord for chord in shifted if chord.tick < asked.end),
            lowest=plan.lowest,
            highest=plan.highest,
            fewest=int(plan.fewest * share),
            most=max(1, round(plan.most * share)),
            leap=plan.leap,
            source=self.inspiration.source,
        )

    def _plan_changed(self) -> None:
        self.whole.setVisible(self.inspiration.plan is not None)
        self.changed.emit()

    def _keep_table(self) -> None:
        value = self.inspiration.mapping_value()
        self._values.change(self.tr("Change the table to music"), mapping=value)

    def _show_values(self, values: ComposeValues) -> None:
        self.whole.setChecked(values.whole)
        if self.inspiration.mapping_value() != values.mapping:
            self.inspiration.set_mapping_value(values.mapping)

    def show_live(self, picture: LivePicture | None) -> None:
        """A picture that is painted under the hand lies over the document, or no longer does."""
        self._live = picture
        self._look()

    def _follow(self, document: Document) -> None:
        self._document = document
        self._look()

    def _look(self) -> None:
        """The picture to follow is the one that is seen."""
        document, live = self._document, self._live
        shown = document.shown_result
        if live is not None:
            self.inspiration.set_picture(live.pixels, live.recipe.photo_name)
        elif shown is not None:
            self.inspiration.set_picture(shown.pixels, shown.name)
        elif document.photo is not None:
            self.inspiration.set_picture(document.photo.pixels, document.photo.name)
        else:
            self.inspiration.set_picture(None)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Follow"), self.widget)
        set_role(heading, "muted")
        self.whole.hide()
        layout = QVBoxLayout(self.widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics(self.widget).px(6))
        for one in (heading, self.inspiration, self.whole):
            layout.addWidget(one)
