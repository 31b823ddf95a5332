"""Asks what a walk through melodies becomes: part of the song, MIDI or sound, and how long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.tasks.walk_tune import BAR, LEAST, MOST, TuneRequest, Voice, paced
from studio.ui.dialogs import choose_target
from studio.ui.explore.walk.values import IN_SONG
from studio.ui.explore.walk.walking import Walking
from studio.ui.sentences import told
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from studio.ui.explore.tunes.spot import Spot
    from studio.ui.explore.tunes.walk_keeping import KeepingWalk

MOST_BARS = 4096
_BAR_SECONDS = 2.0  # of a bar at the usual tempo


class TuneDialog(QDialog):
    """Shows the choices that lie in the document, and hands over what is to be written.

    ``bars`` is the length of the model's melodies, ``folder`` and ``name`` what is suggested.
    Without ``keeping`` there is no song to put it into. ``done`` is told the request, and the spot
    in the song where there is no file.
    """

    def __init__(
        self,
        walking: Walking,
        bars: int,
        folder: Path,
        name: str,
        keeping: KeepingWalk | None,
        done: Callable[[TuneRequest, Spot | None], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._walking = walking
        self._bars = bars
        self._folder = folder
        self._name = name
        self._keeping = keeping
        self._done = done
        self.setWindowTitle(self.tr("Export melodies"))
        self.setMinimumWidth(metrics(self).px(440))
        self.kind = SegmentedControl(self._kinds(), name=self.tr("Becomes"), parent=self)
        self.kind.set_current(self._kind)
        self.melodies = NumberField(
            self.tr("Melodies"),
            self.count,
            limits=(LEAST, min(MOST, MOST_BARS // max(1, bars))),
            tooltip=self.tr("How many melodies stand on the way, evenly from its beginning on"),
            parent=self,
        )
        self.track = SegmentedControl(
            [
                ("here", self.tr("This track"), self.tr("Notes there make way, locked ones stay")),
                ("new", self.tr("New track"), self.tr("A track of its own, which sounds alike")),
            ],
            name=self.tr("Track"),
            filled=False,
            parent=self,
        )
        self.track.set_current("new" if walking.values.apart else "here")
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.about, "small")
        self._lay_out()
        self.kind.currentChanged.connect(lambda kind: self._take(tune=kind))
        self.melodies.valueCommitted.connect(lambda n: self._take(melodies=round(n)))
        self.track.currentChanged.connect(lambda key: self._take(apart=key == "new"))
        self._refresh()

    @property
    def count(self) -> int:
        """How many melodies there will be: as chosen, or as many as the walk has time for."""
        most = min(MOST, MOST_BARS // max(1, self._bars))
        chosen = self._walking.values.melodies or self._usual()
        return max(LEAST, min(most, chosen))

    def request(self, target: Path | None) -> TuneRequest:
        """What is to be written there, or only found; StudioError where it cannot be."""
        walk = self._walking.walk
        if walk is None:
            raise StudioError(self.tr("Put two keyframes at least on the time line."))
        paced(walk, self.count)
        return TuneRequest(
            model=self._walking.model,
            walk=walk,
            melodies=self.count,
            temperature=self._walking.temperature,
            voice=self._voice,
            target=target,
            soundfont=None if self._keeping is None else self._keeping.soundfont,
            force=True,  # the dialog has asked
        )

    def accept(self) -> None:
        """Put it into the song, or ask where to; the work begins once that is known."""
        if self._kind == IN_SONG:
            assert self._keeping is not None
            self._begin(None, self._keeping.spot(self._walking.values.apart))
            return
        kind = f".{self._kind}"
        choose_target(
            self,
            self.tr("Export melodies"),
            self._folder / f"{self._name}{kind}",
            f"{self._kind_title()} (*{kind})",
            kind,
            lambda paths: self._begin(paths[0], None),
        )

    def _begin(self, target: Path | None, spot: Spot | None) -> None:
        try:
            request = self.request(target)
        except StudioError as error:
            self.about.setText(told(error))
            return
        self._done(request, spot)
        super().accept()

    @property
    def _kind(self) -> str:
        kind = self._walking.values.tune
        return "mid" if kind == IN_SONG and self._keeping is None else kind

    @property
    def _voice(self) -> Voice:
        return Voice() if self._keeping is None else self._keeping.voice

    def _usual(self) -> int:
        walking = self._walking
        shown = walking.values.keyframes if walking.walk is None else walking.walk.keyframes
        return max(len(shown), round(walking.seconds / (self._bars * _BAR_SECONDS)))

    def _take(self, **changed: Any) -> None:
        self._walking.change(self.tr("Change the export"), **changed)
        self._refresh()

    # -- showing ---------------------------------------------------------------------------------

    def _refresh(self) -> None:
        in_song = self._kind == IN_SONG
        self.melodies.set_value(self.count)
        self._form.setRowVisible(self.track, in_song)
        text = self.tr("Put into the song") if in_song else self.tr("Export")
        self.button.setText(text)
        self.button.setMinimumWidth(self._room(text))
        tip = self.tr("Choose where the melodies go, and begin")
        self.button.setToolTip(self.tr("Put the walk into the song") if in_song else tip)
        try:
            self.about.setText(self._told(self.count * self._bars))
        except StudioError as error:
            self.about.setText(told(error))
            self.button.setEnabled(False)
        else:
            self.button.setEnabled(True)
        self.adjustSize()

    def _told(self, bars: int) -> str:
        """How long it becomes, and where it goes."""
        where, seconds = "", bars * BAR / 4 * 60 / self._voice.tempo
        if self._kind == IN_SONG and self._keeping is not None:
            spot = self._keeping.spot(self._walking.values.apart)
            where, seconds = self._keeping.told(bars, spot)
        text = self.tr("{melodies} melodies of {each} bars: {bars} bars, {time}.").format(
            melodies=self.count, each=self._bars, bars=bars, time=_clock(seconds)
        )
        return f"{text} {where}." if where else text

    def _room(self, text: str) -> int:
        """How wide the button must be: that of a default button is bold, which Qt forgets."""
        sizes, font = metrics(self), self.button.font()
        font.setBold(True)
        return max(sizes.px(88), QFontMetrics(font).horizontalAdvance(text) + sizes.px(36))

    def _kinds(self) -> list[tuple[str, str, str]]:
        rendered = self.tr("Sound, played by the studio's instruments")
        kinds = [
            (IN_SONG, self.tr("Song"), self.tr("Part of the song of this project")),
            ("mid", "MIDI", self.tr("A file of notes for other programs")),
            ("wav", "WAV", rendered),
            ("flac", "FLAC", rendered),
            ("ogg", "OGG", rendered),
        ]
        return kinds if self._keeping is not None else kinds[1:]

    def _kind_title(self) -> str:
        return "MIDI" if self._kind == "mid" else self.tr("Sound")

    def _lay_out(self) -> None:
        sizes = metrics(self)
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(sizes.px(16))
        form.setVerticalSpacing(sizes.px(12))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Becomes"), self.kind),
            (self.tr("Melodies"), self.melodies),
            (self.tr("Track"), self.track),
        )
        for text, widget in rows:
            label = QLabel(text, self)
            label.setBuddy(widget)
            set_role(label, "muted")
            form.addRow(label, widget)
        buttons = QDialogButtonBox(self)
        self.button = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.px(20),) * 4)
        layout.setSpacing(sizes.px(16))
        layout.addLayout(form)
        layout.addWidget(self.about)
        layout.addWidget(buttons)


def _clock(seconds: float) -> str:
    """Seconds to be read: "8.0 s", "3:05 min"."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d} min"
