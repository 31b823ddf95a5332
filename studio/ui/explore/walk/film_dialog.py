"""Asks what kind of film a walk becomes, how large, how fast, with music or not, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.image.latent_walk import FASTEST, Walk
from studio.tasks.film_request import FilmRequest
from studio.ui import name_template
from studio.ui.dialogs import choose_folder, choose_target
from studio.ui.explore.walk.paint_choice import PaintChoice
from studio.ui.explore.walk.values import SIDES
from studio.ui.explore.walk.walking import Walking
from studio.ui.sentences import told
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.segmented_control import SegmentedControl


class FilmDialog(QDialog):
    """Shows the choices that lie in the document, and hands over what is to be written.

    ``side`` is that of the model's pictures, ``folder`` and ``name`` what is suggested.
    """

    def __init__(
        self,
        walking: Walking,
        side: int,
        folder: Path,
        name: str,
        done: Callable[[FilmRequest], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._walking = walking
        self._own = side
        self._folder = folder
        self._name = name
        self._done = done
        values = walking.values
        self.setWindowTitle(self.tr("Export film"))
        self.setMinimumWidth(metrics(self).px(440))
        self.kind = SegmentedControl(
            [
                ("mp4", "MP4", self.tr("Plays everywhere, and can carry the music")),
                ("gif", "GIF", self.tr("For the web: 256 colours a frame, no sound")),
                ("png", self.tr("Pictures"), self.tr("A folder with a PNG for every frame")),
            ],
            name=self.tr("Format"),
            parent=self,
        )
        self.kind.set_current(values.kind)
        self.side = SegmentedControl(
            [(str(one), f"{one or side}", self._side_tip(one)) for one in SIDES],
            name=self.tr("Side"),
            filled=False,
            parent=self,
        )
        self.side.set_current(str(values.side))
        self.rate = NumberField(
            self.tr("Frames a second"),
            values.rate,
            suffix=self.tr(" a second"),
            limits=(1, FASTEST),
            tooltip=self.tr("How many frames are seen in a second, 1 to 120"),
            parent=self,
        )
        self.music = QCheckBox(self.tr("With the song of the project"), self)
        self.music.setChecked(values.music)
        self.paint = PaintChoice(self)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.about, "small")
        self._lay_out()
        self.kind.currentChanged.connect(lambda kind: self._take(kind=kind))
        self.side.currentChanged.connect(lambda one: self._take(side=int(one)))
        self.rate.valueCommitted.connect(lambda rate: self._take(rate=rate))
        self.music.clicked.connect(lambda on: self._take(music=bool(on)))
        self.paint.chosen.connect(lambda card: self._take(paint=card))
        self.paint.engine_chosen.connect(lambda engine: self._take(engine=engine))
        self._refresh()

    def request(self, target: Path) -> FilmRequest:
        """What is to be written there; StudioError where it cannot be."""
        values, walk = self._walking.values, self._rated()
        music = self._walking.music if values.kind == "mp4" else None
        return FilmRequest(
            model=self._walking.model,
            walk=walk,
            target=target,
            side=values.side or (self._own if self.paint.paint is not None else 0),
            music=music,
            paint=self.paint.paint,
            force=True,  # the dialog has asked
        )

    def accept(self) -> None:
        """Ask where to; the film begins once that is known."""
        kind = self._walking.values.kind
        if kind == "png":
            choose_folder(
                self, self.tr("A folder for the pictures"), str(self._folder), self._into_folder
            )
            return
        title = self.tr("Films") if kind == "mp4" else self.tr("Animations")
        name = self._folder / f"{self._name}.{kind}"
        choose_target(
            self, self.tr("Export film"), name, f"{title} (*.{kind})", f".{kind}", self._chosen
        )

    def _into_folder(self, paths: list[Path]) -> None:
        template = name_template.literal(self._name) + "-{n}"
        free = name_template.free_path(paths[0], template, {}, "", set())
        self._chosen([free])

    def _chosen(self, paths: list[Path]) -> None:
        try:
            request = self.request(paths[0])
        except StudioError as error:
            self._say(told(error))
            return
        self._done(request)
        super().accept()

    def _rated(self) -> Walk:
        walk = self._walking.walk
        if walk is None:
            raise StudioError(self.tr("Put two keyframes at least on the time line."))
        return walk

    def _take(self, **changed: Any) -> None:
        try:
            if "rate" in changed:
                replace(self._rated(), rate=changed["rate"])
        except StudioError as error:
            self._say(told(error))
            self.rate.set_value(self._walking.values.rate)
            return
        self._walking.change(self.tr("Change the film"), **changed)
        self._refresh()

    # -- showing ---------------------------------------------------------------------------------

    def _refresh(self) -> None:
        values, walk = self._walking.values, self._walking.walk
        mp4, song = values.kind == "mp4", self._walking.song
        self.music.setEnabled(mp4 and song is not None)
        self.music.setChecked(values.music and mp4 and song is not None)
        tip = self.tr("The song is played by the studio's instruments, as long as the film")
        if song is None:
            tip = self.tr("There is no song in this project yet")
        elif not mp4:
            tip = self.tr("Only an MP4 carries music")
        self.music.setToolTip(tip)
        self.paint.show_choice(values.paint, values.engine)
        painted = self.paint.paint is not None
        self._form.setRowVisible(self.paint.engine, painted)
        if walk is None:
            return
        side = values.side or self._own
        text = self.tr("{frames} frames of {side} × {side}, {seconds} s.")
        seconds = f"{walk.frames / walk.rate:.1f}"
        words = [text.format(frames=walk.frames, side=side, seconds=seconds)]
        if values.kind == "gif" and walk.rate > 50:
            words.append(self.tr("A GIF shows 50 frames a second at most."))
        if painted:
            spent = time_in_words(self.paint.seconds(walk.frames, side))
            words.append(self.tr("Painting them takes about {time}.").format(time=spent))
        if side > self._own:
            words.append(self.tr("The model paints {own} × {own}.").format(own=self._own))
        self._say(" ".join(words))

    def _say(self, text: str) -> None:
        self.about.setText(text)
        self.adjustSize()

    def _side_tip(self, side: int) -> str:
        if not side:
            return self.tr("As large as the model paints")
        return self.tr("Enlarged to {side} pixels").format(side=side)

    def _lay_out(self) -> None:
        sizes = metrics(self)
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(sizes.px(16))
        form.setVerticalSpacing(sizes.px(12))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Format"), self.kind),
            (self.tr("Side in pixels"), self.side),
            (self.tr("Frames"), self.rate),
            (self.tr("Music"), self.music),
            (self.tr("Painted by"), self.paint.style),
            (self.tr("Engine"), self.paint.engine),
        )
        for text, widget in rows:
            label = QLabel(text, self)
            label.setBuddy(widget)
            set_role(label, "muted")
            form.addRow(label, widget)
        buttons = QDialogButtonBox(self)
        self.button = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setDefault(True)
        self.button.setMinimumWidth(sizes.px(88))
        self.button.setToolTip(self.tr("Choose where the film goes, and begin"))
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.px(20),) * 4)
        layout.setSpacing(sizes.px(16))
        layout.addLayout(form)
        layout.addWidget(self.about)
        layout.addWidget(buttons)


def time_in_words(seconds: float) -> str:
    """Seconds to be read: "8 s", "3:05 min"."""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    return f"{minutes}:{rest:02d} min" if minutes else f"{rest} s"
