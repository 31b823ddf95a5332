"""Melodies under the hand: what stands at the place is heard in the loop, and seen in the roll."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.music.note import Notes
from studio.music.song import Loop, Song
from studio.tasks.dreaming import Dream
from studio.tasks.kept_melody import MOST_OCTAVES, Placed
from studio.tasks.latent_place import LatentPlace
from studio.ui import theme
from studio.ui.editor import DocumentEditor
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.tunes.hovering import Hovering
from studio.ui.explore.tunes.spot import Spot, spot
from studio.ui.music.desk import MusicDesk

if TYPE_CHECKING:
    from studio.ui.compose.composing import Composing

BEAT = 40  # ms between two melodies given to the player
_ROOM, _LEAST = 2, 18  # semitones around a melody, and of all that is shown of the roll
_WALK = 2  # dreams of other places in a row that tell a walk from the last of a hovering


class Listening(QObject):
    """Holds the melody beside the document, which it never touches.

    While one explores melodies, the newest lies as ghosts over the roll, and the player plays the
    song with it. What plays goes on; a move of the hand lets it begin. Where another audition
    begins, this one is put away until the next move, and the other way about: ``take_turns``.
    """

    changed = Signal()  # what lies in the song, where, or whether it is heard

    def __init__(
        self,
        exploring: Exploring,
        desk: MusicDesk,
        editor: DocumentEditor,
    ) -> None:
        super().__init__(desk.panel.roll)  # it draws there, and ends with it
        self._exploring = exploring
        self._desk = desk
        self._composing: Composing | None = None
        self._dream: Dream | None = None
        self._on = True
        self._octaves = 0
        self._away = False  # until the hand moves again
        self._fresh = False  # the hand has moved: whoever else auditions gives way
        self._wanted = False  # what comes next shall be heard
        self._drawn = False
        self._song: Song | None = None
        self._tick: int | None = None  # where it lies, until the hand goes elsewhere
        self._shown: Spot | None = None
        self._hovering = Hovering(self)
        self._started = False  # a hovering began the playing
        self._beside = 0  # dreams in a row that stand elsewhere than one is
        self._beat = self._timer(BEAT, self._show)
        self._lapse = self._timer(0, self._lapsed)
        self._connect(editor)
        if exploring.dream is not None:
            self._take(exploring.dream)

    # -- what there is ---------------------------------------------------------------------------

    @property
    def on(self) -> bool:
        """Whether melodies are heard, or only seen."""
        return self._on

    @property
    def octaves(self) -> int:
        """By how many octaves melodies are moved in the song."""
        return self._octaves

    @property
    def dream(self) -> Dream | None:
        """The melody that lies in the song; None where there is none, or it is put away."""
        return None if self._away or not self._exploring.active else self._dream

    @property
    def placed(self) -> Placed | None:
        """That melody and where it lies."""
        dream = self.dream
        if dream is None or dream.melody is None:
            return None
        found = self.spot
        return Placed(dream.melody, found.track, found.begin, self._octaves)

    @property
    def spot(self) -> Spot:
        """Where melodies go: what plays moves no place."""
        return spot(self._desk, self._desk.tick if self._tick is None else self._tick)

    # -- what the hand wants ---------------------------------------------------------------------

    def set_on(self, on: bool) -> None:
        """Let melodies be heard, at once, or be silent."""
        self._on = on
        if on:
            self._away, self._fresh, self._wanted = False, True, self._exploring.active
        else:
            self._hovering.leave()
        self._show()

    def set_octaves(self, octaves: int) -> None:
        """Move melodies by octaves, -2 to 2."""
        self._octaves = max(-MOST_OCTAVES, min(MOST_OCTAVES, octaves))
        self._show()

    def hover(self, place: LatentPlace | None) -> None:
        """The pointer rests on a place of the map, or on none: that is heard meanwhile."""
        space = self._exploring.space
        possible = self._on and self._exploring.active and space is not None and space.sounds
        if place is not None and not possible:
            return
        self._hovering.follow(place)

    def put_away(self) -> None:
        """See and hear the song as it is, until the hand moves again."""
        self._away = True
        self._hovering.leave()
        self._show()

    def take_turns(self, composing: "Composing") -> None:
        """Let the newer audition win: this one, or that of what was composed."""
        self._composing = composing
        composing.audition.changed.connect(self._give_way)

    # -- following -------------------------------------------------------------------------------

    def _connect(self, editor: DocumentEditor) -> None:
        exploring, desk = self._exploring, self._desk
        exploring.dreamt.connect(self._take)
        exploring.place_changed.connect(lambda _: self._moved())
        exploring.active_changed.connect(self._activate)
        exploring.space_changed.connect(lambda _: self._follow())
        editor.replaced.connect(self._begin_anew)
        self._hovering.rested.connect(self._rest)
        self._hovering.left.connect(self._left)
        roll = desk.panel.roll
        roll.seeked.connect(lambda _: self._elsewhere())
        roll.selection_changed.connect(lambda _: self._follow())
        roll.track_changed.connect(lambda _: self._follow())
        desk.song_shown.connect(lambda _: self._follow())
        desk.bar_changed.connect(lambda _: self._look_at_playhead())

    def _timer(self, wait: int, call: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(call)
        return timer

    def _take(self, dream: Dream) -> None:
        self._dream = dream if dream.melody is not None else None
        self._beside = self._beside + 1 if dream.place != self._exploring.place else 0
        if self._away and self._beside >= _WALK:
            self._away, self._fresh = False, True
        if not self._beat.isActive():
            self._beat.start()

    def _moved(self) -> None:
        """The hand has gone to another place."""
        self._hovering.forget()
        self._started = self._away = False
        self._fresh, self._wanted = self._exploring.active, self._on
        if not self._exploring.active:
            self._lapse.start()  # one begins to explore with this move, or does not

    def _lapsed(self) -> None:
        if not self._exploring.active:
            self._wanted = False

    def _activate(self, on: bool) -> None:
        if on:
            self._away, self._fresh = False, True
            return
        self._hovering.leave()
        self._dream, self._tick, self._wanted = None, None, False
        self._show()

    def _begin_anew(self) -> None:
        """Another project is open: nothing of before plays on in it."""
        self._hovering.leave()
        self._tick, self._wanted = None, False
        self._show()

    def _elsewhere(self) -> None:
        self._tick = None
        self._follow()

    def _look_at_playhead(self) -> None:
        placed = self.placed if self._drawn and not self._desk.is_playing else None
        if placed is not None and not placed.begin <= self._desk.tick < placed.end:
            self._elsewhere()

    def _follow(self) -> None:
        if self._exploring.active and not self._beat.isActive():
            self._beat.start()

    def _give_way(self) -> None:
        """What was composed is seen and heard now: roll and player are no longer ours."""
        composing = self._composing
        if composing is None or composing.audition.request is None or self._fresh:
            return
        if self._drawn or not self._away:
            self._away, self._drawn, self._song = True, False, None
            self._hovering.leave()
            self.changed.emit()

    # -- hovering --------------------------------------------------------------------------------

    def _rest(self, place: LatentPlace) -> None:
        if not self._exploring.active:
            self._hovering.forget()
            return
        self._started = self._started or not self._desk.is_playing
        self._away, self._fresh, self._wanted = False, True, True
        self._exploring.look(place)

    def _left(self) -> None:
        """The pointer is gone: one's own place again, and silence if there was silence."""
        self._wanted = False
        self._exploring.look(None)
        if self._started and self._desk.is_playing:
            self._desk.toggle()
        self._started = False

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        self._beat.stop()
        if self.dream is not None and self._tick is None:
            self._tick = self._desk.tick
        placed = self.placed
        if placed is None:
            self._let_go()
        else:
            self._make_room()
            self._draw(placed)
            self._sound(placed)
        self.changed.emit()

    def _make_room(self) -> None:
        """Put away what was composed, if this began after it."""
        composing = self._composing
        if self._fresh and composing is not None and composing.audition.request is not None:
            composing.discard()
        self._fresh = False

    def _draw(self, placed: Placed) -> None:
        roll, notes = self._desk.panel.roll, placed.notes()
        accent = theme.tokens().colour("accent")
        roll.set_ghosts(notes, accent, placed.replaced(self._desk.song))
        here = Spot(placed.track, placed.begin)
        if len(notes) and (not self._drawn or here != self._shown or self._is_away(notes)):
            low, high = int(notes.pitch.min()), int(notes.pitch.max())
            room = max(_ROOM, (_LEAST - high + low) // 2)  # the next ones are seen as well
            roll.show_span(placed.begin, placed.end, max(0, low - room), min(127, high + room))
        self._drawn, self._shown = True, here

    def _is_away(self, notes: Notes) -> bool:
        """Whether most of a melody lies above or below what is seen."""
        low, high = self._desk.panel.roll.visible_pitches()
        return 2 * int(((notes.pitch >= low) & (notes.pitch <= high)).sum()) < len(notes)

    def _sound(self, placed: Placed) -> None:
        if not self._on:
            self._hush()
            return
        loop = Loop(placed.begin, placed.end)
        self._song = placed.within(self._desk.song)
        self._desk.audition(self._song, loop)
        if self._wanted:
            self._wanted = False
            self._desk.play_within(loop)

    def _let_go(self) -> None:
        if self._drawn:
            self._drawn = False
            self._desk.panel.roll.set_ghosts(None)
        self._hush()

    def _hush(self) -> None:
        """Let the song be heard as it is, unless somebody else auditions."""
        if self._song is not None and self._desk.heard is self._song:
            self._desk.audition(None)
        self._song = None
