"""The Explore panel: the model, the pad, the slots, the place in numbers, directions, finding."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.image.latent import analogy
from studio.registry import ModelSpec
from studio.tasks.dreaming import PRINCIPAL
from studio.tasks.latent_place import LatentPlace
from studio.ui.explore.books import Books
from studio.ui.explore.direction_box import DirectionBox
from studio.ui.explore.exploring import Exploring, Told
from studio.ui.explore.find_box import FindBox
from studio.ui.explore.keep_bar import KeepBar
from studio.ui.explore.model_box import ModelBox
from studio.ui.explore.pad import Pad
from studio.ui.explore.place_box import PlaceBox
from studio.ui.explore.slot_row import SlotRow
from studio.ui.explore.thumbnails import Thumbnails
from studio.ui.explore.values import SLOTS
from studio.ui.explore.wandering import Wandering
from studio.ui.panels import EscapeKey, panel_column, scroll_above
from studio.ui.widgets.segmented_control import SegmentedControl


class ExplorePanel(QWidget):
    """Shows where one is and moves there; what is dreamt there is the canvas's matter.

    ``add_section`` is the place of what other parts put between the place and the directions.
    """

    escaped = Signal()

    def __init__(
        self,
        exploring: Exploring,
        thumbnails: Thumbnails,
        books: Books,
        models: Callable[[], Sequence[ModelSpec]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Explore"))
        self._exploring = exploring
        self._books = books
        content = QWidget(self)
        self.model = ModelBox(models, content)
        self.mode = SegmentedControl(
            [
                ("map", self.tr("Map"), self.tr("Seeds side by side, and all between them")),
                ("slots", self.tr("Slots"), self.tr("What is between the slots A to D")),
            ],
            name=self.tr("Pad"),
            filled=False,
            parent=content,
        )
        self.pad = Pad(thumbnails, content)
        self.slots = SlotRow(thumbnails, content)
        self.arithmetic = self.slots.add_button("A − B\n+ C", self.tr("A − B + C"))
        self.arithmetic.setToolTip(
            self.tr("What A is without what B is, but with what C is: fill the three slots first")
        )
        self.place = PlaceBox(exploring, content)
        self.wandering = Wandering(exploring, self.place.play)
        self.directions = DirectionBox(content)
        self.finder = FindBox(content)
        self.keep = KeepBar(self)
        self._sections = QVBoxLayout()
        self._lay_out(content)
        self._connect()
        self._show_space()

    def add_section(self, widget: QWidget) -> None:
        """Put a widget of another part above the directions."""
        self._sections.addWidget(widget)

    def refresh_models(self) -> None:
        """Look again which models are here."""
        self.model.refresh()
        self.model.show_model(self._exploring.place.model)

    # -- what the hand does ----------------------------------------------------------------------

    def _move(self, place: LatentPlace) -> None:
        self._exploring.go(self.tr("Move in the space"), place, gesture=True)

    def _put_by(self, number: int) -> None:
        latent = self._exploring.latent
        if latent is None:
            self._exploring.begin()  # it says why there is nothing yet
            return
        self._exploring.put_by(number, tuple(float(n) for n in latent))
        self._exploring.begin()

    def _go_to_slot(self, number: int) -> None:
        self._tell(self.tr("Go to slot {name}").format(name=SLOTS[number]), number)

    def _tell(self, label: str, number: int) -> None:
        self._go(label, self._exploring.slots[number])

    def _go(self, label: str, told: Told) -> None:
        here = self._exploring.place
        plain = replace(here, told=told, amounts=(), truncation=1.0, wander=0.0, turns=0.0)
        self._exploring.go(label, plain)

    def _reckon(self) -> None:
        one, without, instead = (np.array(s, np.float32) for s in self._exploring.slots[:3])
        found = analogy(one, without, instead)
        self._go(self.tr("Reckon A − B + C"), tuple(float(n) for n in found))

    def _along(self, key: str, far: float) -> None:
        amounts = dict(self._exploring.place.amounts)
        amounts[key] = round(far, 3)
        kept = tuple((key, far) for key, far in amounts.items() if far)
        title = self.directions.title(key)
        label = self.tr("Move along {name}").format(name=title)
        self._exploring.move(label, gesture=True, amounts=kept)

    def _make_direction(self, begin: int, end: int) -> None:
        slots = self._exploring.slots
        name = f"{SLOTS[end]} − {SLOTS[begin]}"
        key = self._books.make(name, slots[begin], slots[end])
        if key is not None:
            self.directions.begin_naming(key)

    # -- following -------------------------------------------------------------------------------

    def _show_place(self, place: LatentPlace) -> None:
        self.model.show_model(place.model)
        self.pad.show_place(place)
        self.place.show_place(place)
        self.directions.show_amounts(dict(place.amounts))

    def _show_slots(self) -> None:
        slots = self._exploring.slots
        self.slots.show_slots(self._exploring.place.model, slots)
        self.pad.set_slots(slots)
        self.directions.show_slots(slots)
        self.arithmetic.setEnabled(all(slots[:3]))

    def _show_space(self) -> None:
        space = self._exploring.space
        sounds = space is not None and space.sounds
        self.finder.setVisible(not sounds)
        self.keep.show_kind(sounds=sounds)
        self._show_directions()
        self._show_slots()
        self._show_place(self._exploring.place)

    def _show_directions(self) -> None:
        space = self._exploring.space
        known = PRINCIPAL if space is None else len(space.steps)
        self.directions.show_book(known, self._books.book if space is not None else None)
        self.directions.setEnabled(space is not None)

    def _connect(self) -> None:
        exploring = self._exploring
        self.model.chosen.connect(exploring.choose)
        self.mode.currentChanged.connect(self.pad.set_mode)
        self.pad.moved.connect(self._move)
        self.pad.released.connect(exploring.end_gesture)
        self.slots.put.connect(self._put_by)
        self.slots.gone.connect(self._go_to_slot)
        self.slots.emptied.connect(lambda number: exploring.put_by(number, ()))
        self.arithmetic.clicked.connect(self._reckon)
        self.directions.moved.connect(self._along)
        self.directions.released.connect(exploring.end_gesture)
        self.directions.renamed.connect(self._books.rename)
        self.directions.forgotten.connect(self._books.forget)
        self.directions.make_wanted.connect(self._make_direction)
        self._books.changed.connect(self._show_directions)
        exploring.place_changed.connect(self._show_place)
        exploring.space_changed.connect(lambda _: self._show_space())
        exploring.values.changed.connect(lambda _: self._show_slots())
        EscapeKey(self, lambda: exploring.active).pressed.connect(self.escaped)

    def _lay_out(self, content: QWidget) -> None:
        inner = panel_column(content, gap=12)
        for part in (self.model, self.mode, self.pad, self.slots, self.place):
            inner.addWidget(part)
        inner.addLayout(self._sections)
        inner.addWidget(self.directions)
        inner.addWidget(self.finder)
        inner.addStretch(1)
        self.area = scroll_above(content, self.keep, self)
