"""The key that new notes are held to, and the chord lane."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from studio.errors import StudioError
from studio.music.song import Song
from studio.music.theory import Key, parse_key
from studio.ui.compose.asking import shows
from studio.ui.compose.chord_lane import parse_lane
from studio.ui.compose.form import choice, column, show_choice, stacked
from studio.ui.compose.names import scale_names
from studio.ui.compose.values import ANY, SONG, ComposeValues, PanelValues
from studio.ui.sentences import told
from studio.ui.theme import metrics, set_role

_TONICS = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")


class KeyBox(QWidget):
    """A tonic and a scale, or the song's key, or any; below it a line of chords."""

    def __init__(self, values: PanelValues, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
        self._song_key = Key()
        tonics = {SONG: self.tr("the song's"), ANY: self.tr("any note")}
        tip = self.tr("No note outside of the key is written; “any note” lets all be")
        self.tonic = choice(self.tr("Key"), tip, tonics | {t: t for t in _TONICS}, self)
        self.scale = choice(
            self.tr("Scale"), self.tr("The scale upon the key's first note"), scale_names(), self
        )
        self.tonic.activated.connect(lambda _: self._choose_tonic())
        self.scale.activated.connect(lambda _: self._choose_scale())
        self.chords = QLineEdit(self)
        self.chords.setAccessibleName(self.tr("Chord lane"))
        self.chords.setPlaceholderText("Dm7 | G7 | C | C")
        self.chords.setToolTip(
            self.tr(
                "Chords for each bar, from first to last and again from the first; notes on the "
                "beats belong to them. Empty for none"
            )
        )
        self.chords.textEdited.connect(lambda _: self._judge())
        self.chords.editingFinished.connect(self._commit_chords)
        self.wrong = QLabel(self)
        self.wrong.setWordWrap(True)
        set_role(self.wrong, "bad")
        self._lay_out()
        self.show_values(values.value, Song())

    def show_values(self, values: ComposeValues, song: Song, tick: int = 0) -> None:
        """Show key and chords for a song, whose key is the one at ``tick``."""
        self._song_key = song.key_at(tick)
        key = self._key(values.key)
        show_choice(self.tonic, values.key if key is None else _TONICS[key.tonic])
        show_choice(self.scale, (key or self._song_key).scale)
        self.tonic.setItemText(
            0, self.tr("the song's: {key}").format(key=_TONICS[self._song_key.tonic])
        )
        self.scale.setEnabled(values.key != ANY)
        if not (self.chords.hasFocus() and self.chords.isModified()):
            self.chords.setText(values.chords)
        self._judge()
        self._keys.setVisible(shows(values.verb, "key"))

    def _key(self, text: str) -> Key | None:
        return None if text in (SONG, ANY) else parse_key(text)

    def _choose_tonic(self) -> None:
        chosen = self.tonic.currentData()
        scale = self.scale.currentData()
        self._take(chosen if chosen in (SONG, ANY) else f"{chosen} {scale}")

    def _choose_scale(self) -> None:
        tonic = self.tonic.currentData()
        if tonic == SONG:
            tonic = _TONICS[self._song_key.tonic]
        self._take(f"{tonic} {self.scale.currentData()}")

    def _take(self, key: str) -> None:
        self._values.change(self.tr("Change the key of new notes"), key=key)

    def _commit_chords(self) -> None:
        if self.chords.isModified():
            self.chords.setModified(False)
            text = self.chords.text().strip()
            self._values.change(self.tr("Change the chord lane"), chords=text)

    def _judge(self) -> None:
        """Say what is wrong with the chords."""
        sentence = ""
        try:
            parse_lane(self.chords.text())
        except StudioError as error:
            sentence = told(error)
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        if bool(self.chords.property("invalid")) != bool(sentence):
            self.chords.setProperty("invalid", bool(sentence))
            self.chords.style().unpolish(self.chords)
            self.chords.style().polish(self.chords)

    def _lay_out(self) -> None:
        self._keys = QWidget(self)
        row = QHBoxLayout(self._keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics(self).px(12))
        row.addWidget(stacked(self.tr("Key"), self.tonic, parent=self), 1)
        row.addWidget(stacked(self.tr("Scale"), self.scale, parent=self), 1)
        self._lane = QWidget(self)
        lane = stacked(self.tr("Chords"), self.chords, parent=self._lane)
        column(self._lane, lane, self.wrong, spacing=4)
        column(self, self._keys, self._lane, spacing=12)
