"""The variations that are there: seen and heard one at a time, taken into the song, or put away."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from studio.music.song import Loop, Song
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Composition, Variation, accepted
from studio.ui import theme
from studio.ui.compose.ghosts import all_notes, piece_notes, pitches_around, replaced
from studio.ui.compose.words import ORIGINAL
from studio.ui.editor import DocumentEditor
from studio.ui.music.desk import MusicDesk

MOST_KEPT = 24
BEAT = 50  # ms between two looks at the notes that are being sampled


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A composition of this sitting, when it was made, and whether it is a song of its own."""

    composition: Composition
    at: datetime
    piece: bool


class Audition(QObject):
    """Holds a composition beside the document, which it never touches.

    The variation that is shown lies as ghosts over the roll, and the player plays the song with
    it from where it stands. ORIGINAL shows and plays the song as it is. While notes are being
    written they are seen, and not heard.
    """

    changed = Signal()  # the composition, or which of its variations is shown
    ended = Signal()  # it was put away

    def __init__(
        self, editor: DocumentEditor, desk: MusicDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._request: ComposeRequest | None = None
        self._composition: Composition | None = None
        self._running = False
        self._following = False
        self._number = ORIGINAL
        self._piece = False
        self._kept: list[Kept] = []
        self._beat = QTimer(self)
        self._beat.setSingleShot(True)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._show)
        desk.song_shown.connect(lambda _: self._song_changed())
        editor.replaced.connect(self._forget)

    # -- what there is ---------------------------------------------------------------------------

    @property
    def request(self) -> ComposeRequest | None:
        """What was asked for, None where nothing was or it is put away."""
        return self._request

    @property
    def composition(self) -> Composition | None:
        """What was composed, or what of it there is so far."""
        return self._composition

    @property
    def variations(self) -> tuple[Variation, ...]:
        """The variations, A first."""
        return () if self._composition is None else self._composition.variations

    @property
    def is_piece(self) -> bool:
        """Whether the variations are songs of their own, which take the place of the document's."""
        return self._piece

    @property
    def ground(self) -> Song:
        """The song that variations are put into: the document's, unless they are whole pieces."""
        request = self._request
        return request.song if self._piece and request is not None else self._desk.song

    @property
    def running(self) -> bool:
        """Whether the last of them is still being written."""
        return self._running

    @property
    def number(self) -> int:
        """Which of them is shown, ORIGINAL for none."""
        last = len(self.variations) - 1
        return last if self._following else min(self._number, last)

    @property
    def variation(self) -> Variation | None:
        """The one that is shown."""
        return None if self.number == ORIGINAL else self.variations[self.number]

    @property
    def ready(self) -> bool:
        """Whether one is shown that is not being written any more."""
        last = len(self.variations) - 1
        return self.variation is not None and not (self._running and self.number == last)

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The compositions of this sitting, the last one first."""
        return tuple(self._kept)

    # -- being told ------------------------------------------------------------------------------

    def begin(self, request: ComposeRequest, *, piece: bool = False) -> None:
        """What is asked for now takes the place of what there is."""
        self._request, self._composition, self._piece = request, None, piece
        self._running = self._following = True
        self._number = ORIGINAL
        low, high = pitches_around(request)
        self._desk.panel.roll.show_span(request.begin, request.end, low, high)
        self._show()

    def follow(self, composition: Composition) -> None:
        """Show what is being written: the newest variation, until another is chosen by hand."""
        if self._request is not None:
            self._composition = composition
            if not self._beat.isActive():
                self._beat.start()

    def finish(self, composition: Composition | None) -> None:
        """Nothing more is written: show the first variation, unless one was chosen by hand."""
        if self._request is None:
            return
        if composition is None:
            self.put_away()
            return
        if self._following:
            self._number = 0
        self._running = self._following = False
        self._composition = composition
        self._kept.insert(0, Kept(composition, datetime.now(), self._piece))
        del self._kept[MOST_KEPT:]
        self._show()

    def call_back(self, kept: Kept) -> None:
        """Show one again that was put away."""
        self._request, self._composition = kept.composition.request, kept.composition
        self._piece = kept.piece
        self._running = self._following = False
        self._number = 0
        self._show()

    def choose(self, number: int) -> None:
        """Show and play a variation, or ORIGINAL; the one that is shown gives way to that.

        Where nothing plays, or it plays elsewhere, the bars that were written are played.
        """
        if self._request is None or not ORIGINAL <= number < len(self.variations):
            return
        shown = number == self.number and not self._following
        self._number = ORIGINAL if shown else number
        self._following = False
        self._show()
        self._desk.play_within(Loop(self._request.begin, self._request.end))

    def put_away(self) -> None:
        """Show and play the song as it is; what was composed can be called back."""
        if self._request is None:
            return
        self._request = self._composition = None
        self._piece = False
        self._running = self._following = False
        self._number = ORIGINAL
        self._show()
        self.ended.emit()

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        self._beat.stop()
        self._draw()
        self._sound()
        self.changed.emit()

    def _song_changed(self) -> None:
        if self._request is not None:
            self._draw(scroll=False)
            self._sound()

    def _draw(self, *, scroll: bool = True) -> None:
        request, variation, roll = self._request, self.variation, self._desk.panel.roll
        if request is None or variation is None:
            roll.set_ghosts(None)
            return
        if self._piece:
            notes = piece_notes(request.song, variation)
            gone = frozenset(self._desk.song.tracks[self._desk.place].notes.ids.tolist())
        else:
            notes = all_notes(variation)
            gone = replaced(self._desk.song, request, variation)
        roll.set_ghosts(notes, theme.tokens().colour("accent"), gone)
        if scroll and self.ready and len(notes):
            low, high = pitches_around(request)
            low, high = min(low, int(notes.pitch.min())), max(high, int(notes.pitch.max()))
            roll.show_span(request.begin, request.end, low, high)

    def _sound(self) -> None:
        request, variation = self._request, self.variation
        if request is None or (variation is not None and not self.ready) or self._following:
            self._desk.audition(None)
            return
        song = self._desk.song
        if variation is not None:
            song = accepted(self.ground, request, variation)
        self._desk.audition(song, Loop(request.begin, request.end))

    def _forget(self) -> None:
        """Another project is open: nothing of before belongs to it."""
        self._kept = []
        self.put_away()
        self.changed.emit()
