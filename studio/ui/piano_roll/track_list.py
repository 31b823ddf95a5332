"""The tracks of the song in a column left of the roll, which folds to a strip of dots."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.music.song import Song
from studio.ui import theme
from studio.ui.icons import icon
from studio.ui.piano_roll.coordinates import RULER
from studio.ui.piano_roll.track_row import TrackRow

_TAB = Qt.FocusPolicy.TabFocus
_WIDE, _NARROW = 196, 34  # pixels of the design, open and folded


class TrackList(QWidget):
    """Shows the tracks and says what should become of them; it holds no song of its own.

    ``track_added`` carries the Track to append, None for a new one. Folded it shows the colours
    only; the arrow beside the heading folds it.
    """

    chosen = Signal(int)
    track_edited = Signal(str, int, object)  # label, place, Track
    track_added = Signal(object)  # Track | None
    track_removed = Signal(int)
    folded_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self.setAccessibleName(self.tr("Tracks"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._song = Song()
        self._place = 0
        self._folded = False
        self._tools: list[QWidget] = []
        self.rows: list[TrackRow] = []
        self.heading = QLabel(self.tr("Tracks"), self)
        theme.set_role(self.heading, "heading")
        self.add = self._button("add", self.tr("New track"), "Ctrl+Shift+T")
        self.add.clicked.connect(lambda: self.track_added.emit(None))
        self.fold = self._button("chevron-left", self.tr("Fold the tracks"), "")
        self.fold.clicked.connect(self._toggle_fold)
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, theme.metrics(self).px(4), 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setProperty("scrolled", True)
        self._area.setWidget(self._body)
        self._lay_out()
        self.set_folded(False)

    def _button(self, name: str, text: str, keys: str) -> QToolButton:
        sizes = theme.metrics(self)
        button = QToolButton(self)
        button.setIcon(icon(name, "muted"))
        button.setIconSize(QSize(sizes.px(14), sizes.px(14)))
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  ({keys})" if keys else text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        sizes = theme.metrics(self)
        self._head = QWidget(self)
        self._head.setFixedHeight(sizes.px(RULER))
        row = QHBoxLayout(self._head)
        row.setContentsMargins(sizes.px(12), 0, sizes.px(6), 0)
        row.setSpacing(0)
        row.addWidget(self.heading, 1)
        row.addWidget(self.add)
        row.addWidget(self.fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._area, 1)

    def sizeHint(self) -> QSize:
        sizes = theme.metrics(self)
        return QSize(sizes.px(_NARROW if self._folded else _WIDE), sizes.px(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), theme.metrics(self).px(60))

    @property
    def is_folded(self) -> bool:
        """Whether only the colours are seen."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold to a strip, or unfold."""
        self._folded = folded
        for widget in (self.heading, self.add, *self._tools):
            widget.setVisible(not folded)
        self.fold.setIcon(icon("chevron-right" if folded else "chevron-left", "muted"))
        text = self.tr("Unfold the tracks") if folded else self.tr("Fold the tracks")
        self.fold.setAccessibleName(text)
        self.fold.setToolTip(text)
        self.setFixedWidth(self.sizeHint().width())
        for place, row in enumerate(self.rows):
            row.set_folded(folded)
            row.show_chosen(place == self._place)

    def add_tool(self, tool: QWidget) -> None:
        """Put another button into the heading."""
        row = self._head.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self.add), tool)
        tool.setVisible(not self._folded)
        self._tools.append(tool)

    def _toggle_fold(self) -> None:
        self.set_folded(not self._folded)
        self.folded_changed.emit(self._folded)

    def show_song(self, song: Song) -> None:
        """Show the tracks of a song."""
        self._song = song
        while len(self.rows) > len(song.tracks):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(song.tracks):
            self._add_row()
        for place, (row, track) in enumerate(zip(self.rows, song.tracks, strict=True)):
            if row.track is not track:
                row.show_track(place, track)
        self.show_chosen(self._place)

    def show_chosen(self, place: int) -> None:
        """Mark the track that is edited."""
        self._place = place
        for number, row in enumerate(self.rows):
            row.show_chosen(number == place)
        if 0 <= place < len(self.rows):
            self._area.ensureWidgetVisible(self.rows[place], 0, 4)

    def _add_row(self) -> None:
        place = len(self.rows)
        row = TrackRow(self._body)
        row.set_folded(self._folded)
        row.chosen.connect(partial(self.chosen.emit, place))
        row.edited.connect(lambda label, track: self.track_edited.emit(label, place, track))
        row.remove_wanted.connect(partial(self.track_removed.emit, place))
        row.duplicate_wanted.connect(partial(self._duplicate, place))
        row.step_wanted.connect(partial(self._step, place))
        self._column.insertWidget(place, row)
        before = _stops(self.rows[-1])[-1] if self.rows else self.fold
        for stop in _stops(row):  # Tab comes here before the roll, which was made earlier
            QWidget.setTabOrder(before, stop)
            before = stop
        self.rows.append(row)

    def _duplicate(self, place: int) -> None:
        track = self._song.tracks[place]
        name = self.tr("{name} 2").format(name=track.name) if track.name else ""
        self.track_added.emit(replace(track, name=name, solo=False))

    def _step(self, place: int, by: int) -> None:
        target = place + by
        if 0 <= target < len(self.rows):
            self.chosen.emit(target)
            self.rows[target].setFocus(Qt.FocusReason.TabFocusReason)


def _stops(row: TrackRow) -> list[QWidget]:
    """Where Tab halts in a row, in order."""
    inside = [one for one in row.findChildren(QWidget) if one.focusPolicy() & _TAB]
    return [row, *inside]
