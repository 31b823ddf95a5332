"""Sound settings: soundfont, device, rate and buffer. Every change counts at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QWidget

from studio.audio.soundfont import SUFFIXES, find_soundfonts
from studio.ui.dialogs import choose_files
from studio.ui.forms import lay_out_form
from studio.ui.music.desk import MusicDesk
from studio.ui.sentences import told
from studio.ui.stored_settings import StoredSettings
from studio.ui.theme import set_role
from studio.ui.widgets.number_field import NumberField

RATES = (0, 44_100, 48_000, 88_200, 96_000)
BUFFERS = (0, 64, 128, 256, 512, 1024, 2048)
_OTHER = "other"


class SoundDialog(QDialog):
    """What the song is played with, and through what."""

    def __init__(
        self,
        settings: StoredSettings,
        desk: MusicDesk,
        use_soundfont: Callable[[Path | None], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._desk = desk
        self._use_soundfont = use_soundfont
        self.setWindowTitle(self.tr("Sound settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.soundfont = QComboBox(self)
        self.device = QComboBox(self)
        self.rate = QComboBox(self)
        self.buffer = QComboBox(self)
        value = settings.value
        self.count_in = NumberField(
            self.tr("Bars of count-in"),
            value.count_in,
            limits=(0, 4),
            zero=self.tr("none"),
            tooltip=self.tr("Bars that the metronome clicks before a recording begins"),
            parent=self,
        )
        self.strength = NumberField(
            self.tr("Quantise strength"),
            value.quantise_strength,
            factor=100,
            suffix=" %",
            step=5,
            limits=(0, 1),
            tooltip=self.tr("How far notes are drawn to the grid"),
            parent=self,
        )
        self.swing = NumberField(
            self.tr("Quantise swing"),
            value.quantise_swing,
            factor=100,
            suffix=" %",
            step=5,
            limits=(0, 1),
            tooltip=self.tr("How late every second place of the grid is; all the way is a triplet"),
            parent=self,
        )
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        set_role(self.problem, "bad")
        self._fill()
        self._lay_out()
        self.soundfont.activated.connect(self._soundfont_chosen)
        for box in (self.device, self.rate, self.buffer):
            box.activated.connect(lambda _: self._device_chosen())
        self.count_in.valueCommitted.connect(lambda n: settings.change(count_in=round(n)))
        self.strength.valueCommitted.connect(lambda n: settings.change(quantise_strength=n))
        self.swing.valueCommitted.connect(lambda n: settings.change(quantise_swing=n))

    def _fill(self) -> None:
        value, player = self._settings.value, self._desk.player
        self.soundfont.addItem(self.tr("The best that is found"), None)
        chosen = Path(value.soundfont) if value.soundfont else None
        for font in find_soundfonts(chosen):
            self.soundfont.addItem(font.name, font.path)
            if font.path == chosen:
                self.soundfont.setCurrentIndex(self.soundfont.count() - 1)
        self.soundfont.addItem(self.tr("Another file…"), _OTHER)
        self.device.addItem(self.tr("As the system"), "")
        for name in player.devices() if player is not None else ():
            self.device.addItem(name, name)
        self.device.setCurrentIndex(max(0, self.device.findData(value.sound_device)))
        as_device = self.tr("As the device")
        for rate in RATES:
            self.rate.addItem(f"{rate / 1000:g} kHz" if rate else as_device, rate)
        self.rate.setCurrentIndex(max(0, self.rate.findData(value.sound_rate)))
        for frames in BUFFERS:
            text = self.tr("{n} frames").format(n=frames) if frames else as_device
            self.buffer.addItem(text, frames)
        self.buffer.setCurrentIndex(max(0, self.buffer.findData(value.sound_buffer)))
        self._show_problem()

    def _lay_out(self) -> None:
        lay_out_form(
            self,
            (
                (self.tr("Soundfont"), self.soundfont),
                (self.tr("Device"), self.device),
                (self.tr("Rate"), self.rate),
                (self.tr("Buffer"), self.buffer),
                (self.tr("Bars of count-in"), self.count_in),
                (self.tr("Quantise strength"), self.strength),
                (self.tr("Quantise swing"), self.swing),
            ),
            self.problem,
        )

    def _soundfont_chosen(self, _: int) -> None:
        chosen = self.soundfont.currentData()
        if chosen == _OTHER:
            kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
            choose_files(
                self,
                self.tr("Choose a soundfont"),
                str(Path.home()),
                [self.tr("Soundfonts") + f" ({kinds})"],
                lambda paths: self._use_soundfont(paths[0]),
            )
        else:
            self._use_soundfont(chosen)

    def _device_chosen(self) -> None:
        device, rate, buffer = (box.currentData() for box in (self.device, self.rate, self.buffer))
        self._settings.change(sound_device=device, sound_rate=rate, sound_buffer=buffer)
        if self._desk.player is not None:
            self._desk.player.choose(device or None, rate or None, buffer or None)
        self._show_problem()

    def _show_problem(self) -> None:
        player = self._desk.player
        problem = player.problem if player is not None else None
        self.problem.setText(told(problem or ""))
        self.problem.setVisible(bool(problem))
