"""What a piece is to follow: nothing, the picture on the canvas, or words."""

from collections.abc import Mapping as Values
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from studio.document.json_value import JSON
from studio.errors import StudioError
from studio.image.picture_mood import PictureTraits, compared, traits_of
from studio.ui.compose_mapping.traits_view import PaletteView, TraitBars
from studio.ui.errands import Errands, at_once
from studio.ui.icons import icon
from studio.ui.pixels import Pixels
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.section import Section
from studio.ui.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from studio.tasks.picture_music import Mapping, MusicPlan
    from studio.ui.compose_mapping.mapping_table import MappingTable

TYPING = 250  # ms of rest after which typed words are read
_MOST_WORDS = 500  # letters


class Inspiration(QWidget):
    """A switch, what was seen or understood, and the table from it to music.

    ``plan_changed`` gives the MusicPlan, or None where nothing is followed or nothing was
    understood; ``kept_changed`` says that ``mapping_value`` is another. Looking at the picture is
    done by ``errands``, never here.
    """

    plan_changed = Signal(object)
    kept_changed = Signal()

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._pixels: Pixels | None = None
        self._looked_at: Pixels | None = None  # the pixels of ``_traits``, or those being looked at
        self._traits: PictureTraits | None = None
        self._name = ""
        self._seen: Values[str, float] = {}
        self._plan: MusicPlan | None = None
        self._table: MappingTable | None = None
        self._value: JSON = None
        self.setAccessibleName(self.tr("Picture or words to follow"))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._typing.timeout.connect(self._refresh)
        self._make()
        self._lay_out()
        self._refresh()

    @property
    def plan(self) -> "MusicPlan | None":
        """What the piece is to be like."""
        return self._plan

    @property
    def source(self) -> str:
        """The words, or the picture's name; empty where nothing is followed."""
        if self._plan is None:
            return ""
        return self.words.text().strip() if self.kind.current() == "words" else self._name

    @property
    def table(self) -> "MappingTable":
        """The table, made when it is first wanted."""
        if self._table is None:
            from studio.ui.compose_mapping.mapping_table import MappingTable

            self._table = MappingTable(_mapping(self._value), self)
            self._table.changed.connect(self._table_changed)
            self.section.add(self._table)
        return self._table

    def set_picture(self, pixels: Pixels | None, name: str = "") -> None:
        """The picture that is on the canvas, (H, W, 3|4), which nobody writes again; or None."""
        if pixels is self._pixels and name == self._name:
            return
        self._pixels, self._name = pixels, name
        if self.kind.current() == "picture":
            self._refresh()

    def choose(self, kind: str) -> None:
        """Follow ``none``, the ``picture`` or ``words``, as if the switch were turned."""
        self.kind.set_current(kind)
        self._refresh()

    def set_words(self, text: str) -> None:
        """Follow these words, as if they were typed."""
        self.words.setText(text)
        self.choose("words")

    def mapping_value(self) -> JSON:
        """The table as JSON, to be remembered; None for the one that the studio came with."""
        return self._value

    def set_mapping_value(self, value: object) -> None:
        """Take a remembered table; one that is damaged is that of the studio. Emits no kept."""
        self._value = value if isinstance(value, dict) else None
        if self._table is not None:
            self._table.set_mapping(_mapping(self._value))
            self._put_plan()

    # -- building --------------------------------------------------------------------------------

    def _make(self) -> None:
        self.kind = SegmentedControl(
            [
                ("none", self.tr("None"), self.tr("The rules below decide alone")),
                ("picture", self.tr("Picture"), self.tr("Compose to the picture on the canvas")),
                ("words", self.tr("Words"), self.tr("Compose to words such as “calm”")),
            ],
            name=self.tr("Follow"),
            filled=False,
            parent=self,
        )
        self.kind.currentChanged.connect(lambda _: self._refresh())
        self.words = QLineEdit(self)
        self.words.setMaxLength(_MOST_WORDS)
        self.words.setPlaceholderText(self.tr("a calm winter morning"))
        self.words.setAccessibleName(self.tr("Words for the music"))
        self.words.setToolTip(self.tr("Moods, light, weather and seasons; in English or Chinese"))
        self.words.textEdited.connect(lambda _: self._typing.start())
        self.words.returnPressed.connect(self._refresh)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        set_role(self.told, "small")
        self.palette_view = PaletteView(self)
        self.bars = TraitBars(self)
        self.section = Section(self.tr("What follows"), parent=self)
        self.reset = QToolButton(self.section)
        self.reset.setIcon(icon("reset", "muted"))
        self.reset.setAccessibleName(self.tr("Reset the table"))
        self.reset.setToolTip(self.tr("Take the table that the studio came with"))
        self.reset.clicked.connect(lambda: self.table.reset())
        self.section.add_to_heading(self.reset)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics(self).px(8))
        for one in (self.kind, self.words, self.palette_view, self.told, self.bars, self.section):
            layout.addWidget(one)

    # -- what happens ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        self._typing.stop()
        kind = self.kind.current()
        self._seen = {}
        told = ""
        if kind == "picture":
            told = self._look()
        elif kind == "words":
            told = self._read()
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.words.setVisible(kind == "words")
        self.palette_view.setVisible(kind == "picture" and bool(self._seen))
        self.bars.setVisible(bool(self._seen))
        self.section.setVisible(bool(self._seen))
        self.bars.show_seen(self._seen)
        if self._seen:
            self.table.set_seen(self._seen)
        self._put_plan()

    def _look(self) -> str:
        """Take what was seen in the picture, or have it looked at; the sentence to show."""
        pixels = self._pixels
        if pixels is None:
            self._looked_at = self._traits = None
            return self.tr("There is no picture yet: open one, and its light and colours decide.")
        if pixels is self._looked_at:
            if self._traits is None:
                return self.tr("Looking at the picture …")
            self.palette_view.show_colours(self._traits.palette)
            self._seen = compared(self._traits)
            return self._name
        self._looked_at, self._traits = pixels, None

        def arrived(traits: PictureTraits) -> None:
            if pixels is self._looked_at:
                self._traits = traits
                self._refresh()

        self._errands.run(
            self.tr("Looking at the picture"),
            lambda: at_once(lambda: traits_of(pixels)),
            arrived,
            slot="traits",
            quiet=True,
        )
        return self.tr("Looking at the picture …")

    def _read(self) -> str:
        """Take what the words say; the sentence to show."""
        from studio.music.mood import read_mood
        from studio.tasks.picture_music import read_in

        text = self.words.text().strip()
        if not text:
            return self.tr("Type a mood, a season, a kind of light: several words together.")
        try:
            mood = read_mood(text)
        except StudioError:
            return self.tr("No mood is known for these words; try “calm”, “joyful” or “dark”.")
        self._seen = read_in(mood)
        said = self.tr("Understood: {words}.").format(words=", ".join(mood.known))
        if mood.unknown:
            unknown = ", ".join(mood.unknown[:5])
            said += " " + self.tr("Unknown: {words}.").format(words=unknown)
        return said

    def _table_changed(self, mapping: object) -> None:
        self._value = None if mapping == _mapping(None) else self.table.mapping.to_value()
        self._put_plan()
        self.kept_changed.emit()

    def _put_plan(self) -> None:
        plan = self.table.plan if self._seen else None
        if plan != self._plan:
            self._plan = plan
            self.plan_changed.emit(plan)


def _mapping(value: object) -> "Mapping":
    """The remembered table, or the one that the studio came with."""
    from studio.tasks.picture_music import Mapping

    try:
        return Mapping() if value is None else Mapping.from_value(value)
    except StudioError:
        return Mapping()
