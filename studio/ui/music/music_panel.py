"""What stands in the music dock: the transport above, below it the tracks and the piano roll."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.music.song import Song
from studio.ui.music.transport import Transport
from studio.ui.piano_roll.piano_roll import PianoRoll
from studio.ui.piano_roll.track_list import TrackList
from studio.ui.theme import set_role


class MusicPanel(QWidget):
    """Puts the parts together; what they mean is the desk's matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self.setAccessibleName(self.tr("Music"))
        self.transport = Transport(self)
        self.tracks = TrackList(self)
        self.roll = PianoRoll(self)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tracks)
        row.addWidget(self.roll, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.transport)
        layout.addLayout(row, 1)

    def show_song(self, song: Song) -> None:
        """Show a song; the track that is edited stays the same as far as there is one."""
        place = min(self.roll.track, max(0, len(song.tracks) - 1))
        self.roll.set_song(song)
        self.tracks.show_song(song)
        if place != self.roll.track:
            self.roll.set_track(place)
        self.tracks.show_chosen(place)

    def choose_track(self, place: int) -> None:
        """Edit another track."""
        self.roll.set_track(place)
        self.tracks.show_chosen(place)
