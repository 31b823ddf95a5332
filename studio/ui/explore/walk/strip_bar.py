"""The row of controls above the time line of a walk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from studio.errors import StudioError
from studio.image.latent_walk import LONGEST
from studio.ui.compose.form import choice, show_choice
from studio.ui.explore.walk.rhythm_menu import RhythmMenu
from studio.ui.explore.walk.walking import Walking
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.number_field import NumberField

_LEAST, _WHOLE, _NAMED = 360, 580, 680  # pixels of the design from which on more is shown


class StripBar(QWidget):
    """Play, loop and add on the left; how one walks, the rhythm, the file and the film right."""

    open_wanted = Signal()
    save_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, walking: Walking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walking = walking
        self._position = 0.0
        self.play = self._button("play", self.tr("Preview the walk"), self.tr("Space"))
        self.loop = self._button("loop", self.tr("Walk round and round"))
        self.loop.setCheckable(True)
        self.add = self._button("add", self.tr("Put the present place on the time line"), "+")
        self.clock = QLabel(self)
        set_role(self.clock, "small")
        self.ease = choice(
            self.tr("How it goes"),
            self.tr("How it goes from one keyframe to the next"),
            {
                "smooth": self.tr("Smooth"),
                "linear": self.tr("Even"),
                "steps": self.tr("In steps"),
            },
            self,
        )
        self.length = NumberField(
            self.tr("Length"), decimals=1, suffix=" s", limits=(0, LONGEST), plain=True, zero="–",
            tooltip=self.tr("How long the walk lasts; faster or slower as a whole"), parent=self,
        )  # fmt: skip
        self.wander = NumberField(
            self.tr("Wander"), suffix=" %", factor=100, limits=(0, 1), step=5, plain=True,
            zero=self.tr("off"), tooltip=self.tr("How far it strays on its way"), parent=self,
        )  # fmt: skip
        self.rhythm_menu = RhythmMenu(walking, self)
        self.rhythm = self._menu_button(
            "note", self.tr("Rhythm from the piano roll"), self.rhythm_menu
        )
        self.more = self._menu_button("more", self.tr("Open, save, new walk"), self._more_menu())
        self.busy = False
        """Whether a walk is being written, so that no other can be."""
        self.export = QPushButton(self.tr("Export film…"), self)
        self.export.setAutoDefault(False)
        self._labels: list[QLabel] = []
        self._lay_out()
        self._connect()

    def refresh(self, position: float) -> None:
        """Show the walk; emits nothing."""
        walking, values = self._walking, self._walking.values
        show_choice(self.ease, values.ease)
        self.loop.setChecked(values.loop)
        self.loop.setIcon(icon("loop", "accent" if values.loop else "muted"))
        self.length.set_value(round(walking.seconds, 1))
        self.length.setEnabled(not values.rhythm and walking.seconds > 0)
        self.wander.set_value(values.wander)
        self.rhythm.setIcon(icon("note", "accent" if values.rhythm else "muted"))
        ready = walking.walk is not None
        self.play.setEnabled(ready)
        self.export.setEnabled(ready and not self.busy)
        sounds = walking.sounds
        self.export.setText(self.tr("Export melodies…") if sounds else self.tr("Export film…"))
        notes = self.tr("Put the walk into the song, or write it as MIDI or sound")
        film = self.tr("Write the walk as MP4, GIF or pictures")
        self.export.setToolTip(notes if sounds else film)
        self.show_position(position)

    def show_position(self, seconds: float) -> None:
        """Say where the walk is."""
        self._position = seconds
        walking = self._walking
        if walking.problem:
            self.clock.setText(walking.problem)
            self.clock.setToolTip(walking.problem)
            return
        self.clock.setToolTip("")
        place, whole = (f"{int(s // 60)}:{s % 60:04.1f}" for s in (seconds, walking.seconds))
        self.clock.setText(f"{place} / {whole}" if walking.seconds else "")

    def show_playing(self, playing: bool) -> None:
        """Show that it runs."""
        self.play.setIcon(icon("pause" if playing else "play", "accent" if playing else "text"))
        text = self.tr("Rest") if playing else self.tr("Preview the walk")
        self.play.setAccessibleName(text)
        self.play.setToolTip(f"{text}  ({self.tr('Space')})")

    def minimumSizeHint(self) -> QSize:
        """As narrow as what is always there; the rest gives way."""
        return QSize(metrics(self).px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = metrics(self)
        for label in self._labels:
            label.setVisible(self.width() >= em.px(_NAMED))
        for field in (self.ease, self.length, self.wander):
            field.setVisible(self.width() >= em.px(_WHOLE))

    def _connect(self) -> None:
        walking = self._walking
        self.loop.clicked.connect(
            lambda on: walking.change(self.tr("Loop the walk"), loop=bool(on))
        )
        self.ease.activated.connect(
            lambda _: walking.change(
                self.tr("Change how the walk goes"), ease=self.ease.currentData()
            )
        )
        self.length.valueCommitted.connect(self._take_length)
        self.wander.valueCommitted.connect(
            lambda far: walking.change(self.tr("Change wandering"), wander=far)
        )

    def _take_length(self, seconds: float) -> None:
        walking = self._walking
        after = walking.values.lasting(seconds)
        try:
            after.walk()
        except StudioError:
            after = replace(walking.values)
        walking.take(self.tr("Change the length of the walk"), after)
        self.refresh(self._position)

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(icon("folder"), self.tr("Open a walk…"), self.open_wanted.emit)
        menu.addAction(icon("save"), self.tr("Save the walk…"), self.save_wanted.emit)
        menu.addSeparator()
        menu.addAction(icon("new"), self.tr("New walk"), self.clear_wanted.emit)
        return menu

    def _lay_out(self) -> None:
        sizes = metrics(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(4))
        for button in (self.play, self.loop, self.add):
            row.addWidget(button)
        row.addSpacing(sizes.px(4))
        row.addWidget(self.clock, 1)
        self.ease.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ease.setMinimumWidth(self.ease.sizeHint().width())
        self.clock.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.ease)
        for text, field in (
            (self.tr("Length"), self.length),
            (self.tr("Wander"), self.wander),
        ):
            label = QLabel(text, self)
            set_role(label, "muted")
            label.setBuddy(field)
            self._labels.append(label)
            row.addSpacing(sizes.px(8))
            row.addWidget(label)
            row.addWidget(field)
        row.addSpacing(sizes.px(8))
        row.addWidget(self.rhythm)
        row.addWidget(self.more)
        row.addSpacing(sizes.px(4))
        row.addWidget(self.export)

    def _button(self, name: str, text: str, keys: str = "") -> QToolButton:
        sizes = metrics(self)
        button = QToolButton(self)
        button.setIcon(icon(name, "text" if name == "play" else "muted"))
        button.setIconSize(QSize(sizes.px(16), sizes.px(16)))
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  ({keys})" if keys else text)
        return button

    def _menu_button(self, name: str, text: str, menu: QMenu) -> QToolButton:
        button = self._button(name, text)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button
