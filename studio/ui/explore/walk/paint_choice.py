"""By which style, and how, each frame of a film is painted: two rows of the dialog for films."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from studio.errors import StudioError
from studio.image.style_card import list_cards
from studio.tasks.fast_styles import learned
from studio.tasks.film_paint import FilmPaint
from studio.tasks.style_request import StyleChoice
from studio.ui.compose.form import choice, show_choice
from studio.ui.widgets.segmented_control import SegmentedControl


class PaintChoice(QObject):
    """A list of the styles that are there, with none before them, and the engines for films."""

    chosen = Signal(str)  # the id of a card, or empty
    engine_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        cards = list_cards()
        self._learned = learned(cards)
        titles = {card.id: card.title for card in cards}
        self.style: QComboBox = choice(
            self.tr("Painted by"),
            self.tr("A style in which every frame is painted"),
            {"": self.tr("Nobody: as it is dreamt"), **titles},
            parent,
        )
        self.engine = SegmentedControl(
            [
                ("instant", self.tr("Instant"), self.tr("Any style, at once")),
                ("fast", self.tr("Fast"), self.tr("Styles that it has learned, with more stroke")),
            ],
            name=self.tr("Engine"),
            filled=False,
            parent=parent,
        )
        self.style.activated.connect(lambda _: self.chosen.emit(self.style.currentData()))
        self.engine.currentChanged.connect(self.engine_chosen)

    def show_choice(self, card: str, engine: str) -> None:
        """Show a style and an engine; emits nothing. A style that is not here shows as none."""
        if not show_choice(self.style, card):
            self.style.setCurrentIndex(0)
        known = self.style.currentData() in self._learned
        tip = None if known else self.tr("Fast has not learned this style yet")
        self.engine.set_option_enabled("fast", known, tip)
        self.engine.set_current(engine if known else "instant")

    @property
    def paint(self) -> FilmPaint | None:
        """What paints the film; None for nobody."""
        card = self.style.currentData()
        return FilmPaint((StyleChoice(card),), self.engine.current()) if card else None

    def seconds(self, frames: int, side: int) -> float:
        """How long painting takes; 0 where nobody paints, or that size cannot be painted."""
        try:
            return 0.0 if self.paint is None else self.paint.seconds(frames, side)
        except StudioError:
            return 0.0
