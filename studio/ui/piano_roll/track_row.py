"""One track in the list: its colour, name, instrument, mute, solo, and its volume when chosen."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.music.song import Track
from studio.ui import theme
from studio.ui.icons import icon
from studio.ui.instrument_words import track_instrument
from studio.ui.piano_roll import colours
from studio.ui.piano_roll.instrument_menu import InstrumentMenu
from studio.ui.widgets import track as slider
from studio.ui.widgets.painting import ring

_LOUD, _USUAL = 127, 100
_UNBOUND = 16_777_215  # Qt's own limit


class Toggle(QAbstractButton):
    """A letter in a small box that is filled while it is on."""

    def __init__(self, letter: str, name: str, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(letter)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  ({letter})")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._colour = colour

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(20), em.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, em = theme.tokens(), theme.metrics(self)
        box = QRectF(self.rect())
        fill = tokens.colour("line" if self.underMouse() else "hover")
        if self.isChecked():
            fill = tokens.colour(self._colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, em.px(4), em.px(4))
        if tokens.border and not self.isChecked():
            ring(painter, box, em.px(4), tokens.colour("line"), 1)
        if self.hasFocus():
            ring(painter, box, em.px(4), tokens.colour("focus"), em.px(2))
        font = theme.small_font(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colours.ink(fill) if self.isChecked() else tokens.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class TrackRow(QWidget):
    """Press chooses the track; keys: ↑↓ the next, Enter its instrument, F2 its name, M, S, Del.

    It changes nothing itself: ``edited`` says what the track should be.
    """

    chosen = Signal()
    edited = Signal(str, object)  # label, Track
    remove_wanted = Signal()
    duplicate_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.track = Track()
        self._place = 0
        self._chosen = False
        self._folded = False
        self._menu: InstrumentMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the track"))
        self.name.editingFinished.connect(self._renamed)
        self.name.installEventFilter(self)
        self.name.hide()
        self.title = QLabel(self)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.instrument = QPushButton(self)
        theme.set_role(self.instrument, "quiet")
        self.instrument.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.instrument.setFont(theme.small_font(self.font()))
        self.instrument.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.instrument.clicked.connect(self.open_instruments)
        self.mute = Toggle("M", self.tr("Mute"), "bad", self)
        self.solo = Toggle("S", self.tr("Solo"), "good", self)
        self.mute.clicked.connect(lambda on: self._edit(self.tr("Mute"), muted=on))
        self.solo.clicked.connect(lambda on: self._edit(self.tr("Solo"), solo=on))
        self.volume = slider.Track(self.tr("Volume"), self)
        self.volume.setToolTip(self.tr("Volume · double-click: back to {n}").format(n=_USUAL))
        self.volume.set_mark(_USUAL / _LOUD)
        self.volume.moved.connect(self._set_volume)
        self.volume.resetRequested.connect(lambda: self._set_volume(_USUAL / _LOUD))
        self.more = QToolButton(self)
        self.more.setIcon(icon("more", "muted"))
        self.more.setAccessibleName(self.tr("More of this track"))
        self.more.setToolTip(self.tr("Rename, colour, duplicate, remove"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self._open_more)
        self._lay_out()

    def _lay_out(self) -> None:
        sizes = theme.metrics(self)
        side = sizes.px(14)
        self.more.setIconSize(QSize(side, side))
        self.more.setFixedSize(sizes.px(20), sizes.px(18))
        self.more.setStyleSheet("padding: 0")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(26), sizes.px(5), sizes.px(8), sizes.px(5))
        layout.setSpacing(0)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(sizes.px(3))
        first.addWidget(self.title, 1)
        first.addWidget(self.name, 1)
        first.addWidget(self.mute)
        first.addWidget(self.solo)
        second.addWidget(self.instrument, 1)
        second.addWidget(self.more)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.volume)
        self.instrument.setStyleSheet(
            f"text-align: left; padding: {sizes.px(1)}px {sizes.px(4)}px; "
            f"margin-left: -{sizes.px(5)}px; min-height: {sizes.px(15)}px"
        )

    # -- being told ------------------------------------------------------------------------------

    def show_track(self, place: int, track: Track) -> None:
        """Show a track that stands in a place of the song."""
        self._place, self.track = place, track
        self.title.setText(track.name or self.tr("Track {n}").format(n=place + 1))
        name = track_instrument(track)
        self.instrument.setText(name)
        self.instrument.setAccessibleName(self.tr("Instrument: {name}").format(name=name))
        self.instrument.setToolTip(self.tr("{name}  (Enter)").format(name=name))
        self.mute.setChecked(track.muted)
        self.solo.setChecked(track.solo)
        if not self.volume.isSliderDown():
            self.volume.set_fraction(track.volume / _LOUD)
        self._describe()
        self.update()

    def show_chosen(self, chosen: bool) -> None:
        """Mark the track that is edited; it alone shows its volume."""
        self._chosen = chosen
        for widget in (self.volume, self.more):
            widget.setVisible(chosen and not self._folded)
        font = self.title.font()
        font.setBold(chosen)
        self.title.setFont(font)
        self._describe()
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the colour alone, or all."""
        self._folded = folded
        self.name.hide()
        for widget in (self.title, self.instrument, self.mute, self.solo):
            widget.setVisible(not folded)
        high = theme.metrics(self).px(26)
        self.setMinimumHeight(high if folded else 0)
        self.setMaximumHeight(high if folded else _UNBOUND)

    def _describe(self) -> None:
        words = [self.title.text(), track_instrument(self.track)]
        words += [self.tr("muted")] if self.track.muted else []
        words += [self.tr("solo")] if self.track.solo else []
        words += [self.tr("edited")] if self._chosen else []
        self.setAccessibleName(", ".join(words))
        hint = self.tr("Press: edit · double-click or F2: rename")
        self.setToolTip(f"{self.title.text()}\n{hint}")

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, em = theme.tokens(), theme.metrics(self)
        box = QRectF(self.rect()).adjusted(em.px(4), 1, -em.px(4), -1)
        colour = colours.track_colour(self._place, self.track)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._chosen or self.underMouse():
            painter.setBrush(tokens.colour("raised") if self._chosen else tokens.colour("hover"))
            painter.drawRoundedRect(box, em.radius, em.radius)
            if self._chosen and tokens.border:
                ring(painter, box, em.radius, tokens.colour("line"), 1)
        silent = self.track.muted and not self.track.solo
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.faded(colour, 0.35) if silent else colour)
        painter.drawEllipse(self._dot())
        if self.hasFocus():
            ring(painter, box, em.radius, tokens.colour("focus"), em.px(2))
        painter.end()

    def _dot(self) -> QRectF:
        em = theme.metrics(self)
        box = QRectF(0, 0, em.px(9), em.px(9))
        middle = self.height() / 2 if self._folded else self.title.geometry().center().y() + 0.5
        box.moveCenter(QPointF(em.px(17), middle))
        return box

    # -- hands -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self._open_more(self.mapFromGlobal(event.globalPosition().toPoint()))
            return
        grown = self._dot().adjusted(-6, -6, 6, 6)
        self.chosen.emit()
        if grown.contains(event.position()):
            self._colours_menu().popup(self.mapToGlobal(self._dot().bottomLeft().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.rename()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in _KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or key not in _KEYS:
            event.ignore()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_F2:
            self.rename()
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif key == Qt.Key.Key_M:
            self._edit(self.tr("Mute"), muted=not self.track.muted)
        elif key == Qt.Key.Key_S:
            self._edit(self.tr("Solo"), solo=not self.track.solo)
        else:
            self.open_instruments()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the name leaves it as it was; Enter ends it, and does no more."""
        keys = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if not isinstance(event, QKeyEvent) or event.type() not in keys:
            return super().eventFilter(watched, event)
        if event.key() not in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.name.setText(self.track.name)
            self._renamed()
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def rename(self) -> None:
        """Let the name be typed."""
        self.name.setText(self.track.name)
        self.title.hide()
        self.name.show()
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_instruments(self) -> None:
        """Let an instrument be chosen."""
        if self._menu is None:
            self._menu = InstrumentMenu(self)
            self._menu.chosen.connect(self._play_on)
        place = self.instrument.mapToGlobal(QPoint(0, self.instrument.height()))
        self._menu.open_at(place, self.track.program, self.track.drums)

    def _play_on(self, program: int, drums: bool) -> None:
        self._edit(self.tr("Instrument"), program=program, drums=drums, bank=0)

    def _renamed(self) -> None:
        if self.name.isHidden():
            return
        self.name.hide()
        self.title.show()
        text = self.name.text().strip()
        if text and text != self.track.name:
            self._edit(self.tr("Rename the track"), name=text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_volume(self, fraction: float) -> None:
        self._edit(self.tr("Volume"), volume=round(fraction * _LOUD))

    def _edit(self, label: str, **changes: object) -> None:
        made = replace(self.track, **changes)  # type: ignore[arg-type]
        if made is not self.track and made != self.track:
            self.edited.emit(label, made)
        self.show_track(self._place, self.track)

    def _open_more(self, at: QPoint | bool = False) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename"), self.rename).setShortcut(Qt.Key.Key_F2)
        menu.addAction(self.tr("Instrument…"), self.open_instruments)
        menu.addMenu(self._colours_menu(menu))
        menu.addAction(icon("copy"), self.tr("Duplicate"), self.duplicate_wanted.emit)
        menu.addSeparator()
        remove = menu.addAction(icon("trash"), self.tr("Remove"), self.remove_wanted.emit)
        remove.setShortcut(Qt.Key.Key_Delete)
        below = self.more.geometry().bottomLeft()
        menu.popup(self.mapToGlobal(at if isinstance(at, QPoint) else below))

    def _colours_menu(self, parent: QWidget | None = None) -> QMenu:
        menu = QMenu(self.tr("Colour"), parent or self)
        if parent is None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = (
            *(self.tr("Orange"), self.tr("Blue"), self.tr("Green"), self.tr("Pink")),
            *(self.tr("Violet"), self.tr("Yellow"), self.tr("Teal"), self.tr("Red")),
        )
        for place, name in enumerate(names):
            dot = QPixmap(32, 32)
            dot.fill(Qt.GlobalColor.transparent)
            painter = QPainter(dot)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.track_colour(place))
            painter.drawEllipse(4, 4, 24, 24)
            painter.end()
            chosen = partial(self._edit, self.tr("Colour of the track"), colour=place)
            menu.addAction(QIcon(dot), name, chosen)
        return menu


_KEYS = frozenset(
    (
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_Delete),
        *(Qt.Key.Key_M, Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter),
    )
)
