"""The walk of the document, with the song that may give its rhythm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from studio.errors import StudioError
from studio.image.latent_walk import Keyframe, Walk
from studio.music.song import Song
from studio.tasks.film_sound import FilmMusic
from studio.tasks.latent_place import LatentPlace
from studio.tasks.walk_rhythm import Rhythm, Times, in_rhythm, rhythm_times, through_seeds
from studio.ui.editor import DocumentEditor
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.walk.values import WalkValues
from studio.ui.sentences import told

TASK = "walk"
_FRESH = Walk((Keyframe(0.0), Keyframe(1.0)))


class Desk(Protocol):
    """What plays the song of the document: `studio.ui.music.desk.MusicDesk`."""

    playing_changed: SignalInstance
    song_shown: SignalInstance

    @property
    def song(self) -> Song: ...

    @property
    def tick(self) -> int: ...

    @property
    def is_playing(self) -> bool: ...

    def seek(self, tick: int) -> None: ...

    def toggle(self) -> None: ...


class Walking(QObject):
    """Holds the values in the document, each change a step to undo, and makes the walk of them.

    ``walk`` is what is shown, played and filmed: with a rhythm its keyframes are the places in
    turn. It is None where there is none, and ``problem`` may say why.
    """

    changed = Signal()

    def __init__(
        self,
        exploring: Exploring,
        editor: DocumentEditor,
        desk: Desk | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exploring = exploring
        self._editor = editor
        self._desk = desk
        self._gesture = 0
        self.values = self._read()
        self.walk: Walk | None = None
        self.times: Times | None = None
        self.problem = ""
        self._make()
        editor.changed.connect(lambda _: self._follow())
        if desk is not None:
            desk.song_shown.connect(lambda _: self._follow_song())

    # -- what there is ---------------------------------------------------------------------------

    @property
    def song(self) -> Song | None:
        """The song of the document; None where there is nothing in it to hear."""
        song = self._desk.song if self._desk is not None else self._editor.document.song
        return None if song is None or song.is_empty else song

    @property
    def model(self) -> str:
        """The model that is walked through: that of the keyframes, else of the present place."""
        return self.values.model or self._exploring.place.model

    @property
    def sounds(self) -> bool:
        """Whether it goes through melodies."""
        space = self._exploring.space
        return space is not None and space.sounds and space.model == self.model

    @property
    def temperature(self) -> float:
        """How freely melodies on the way are drawn: as freely as where one is."""
        place = self._exploring.place
        if place.model == self.model:
            return place.temperature
        return self._exploring.usual_temperature(self.model)

    @property
    def seconds(self) -> float:
        """How long the walk lasts."""
        return self.walk.seconds if self.walk is not None else self.values.seconds

    @property
    def range(self) -> tuple[int, int]:
        """The ticks of the song that count: its loop, or the whole."""
        song = self.song
        if song is None:
            return 0, 0
        loop = song.loop if self.values.looped else None
        return (0, song.length) if loop is None else (loop.start, loop.end)

    @property
    def music(self) -> FilmMusic | None:
        """The music of the walk; None where it has none."""
        song = self.song
        if song is None or not self.values.music:
            return None
        begin, end = self.range
        return FilmMusic(song, begin, end)

    def bar_lines(self) -> tuple[tuple[int, float], ...]:
        """Numbers and seconds of the bars, where the rhythm comes from the song."""
        song = self.song
        if self.times is None or song is None:
            return ()
        begin, end = self.range
        start = song.tempos.seconds(begin)
        return tuple(
            (number, song.tempos.seconds(tick) - start)
            for number, tick, _ in song.metres.bars(begin, end)
            if tick >= begin
        )

    def place(self, keyframe: Keyframe) -> LatentPlace:
        """Where a keyframe is."""
        return LatentPlace(
            self.model, keyframe.seed, keyframe.x, keyframe.y, keyframe.latent,
            temperature=self.temperature,
        )  # fmt: skip

    def place_at(self, seconds: float, size: int) -> LatentPlace | None:
        """Where the walk is after so many seconds; None where there is none."""
        if self.walk is None:
            return None
        number = min(max(0, round(seconds * self.walk.rate)), self.walk.frames - 1)
        latent = self.walk.latents(size, number, number + 1)[0]
        told = tuple(latent.tolist())
        return LatentPlace(self.model, told=told, temperature=self.temperature)

    def turn_of(self, place: int) -> int:
        """Which of the values' keyframes stands at a place of the walk; -1 for none of them."""
        count = len(self.values.keyframes)
        if self.times is None:
            return place if place < count else -1
        return place % count if count > 1 else -1

    # -- changes ---------------------------------------------------------------------------------

    def take(self, label: str, values: WalkValues, *, gesture: str = "") -> None:
        """Put other values into the document, as one step to undo; those of a gesture together."""
        document = self._editor.document.with_settings(TASK, values.to_json())
        merge = f"walk-{gesture}-{self._gesture}" if gesture else None
        self._editor.edit(label, document, merge=merge)

    def change(self, label: str, *, gesture: str = "", **changed: Any) -> None:
        """Change some of the values."""
        self.take(label, replace(self.values, **changed), gesture=gesture)

    def end_gesture(self) -> None:
        """The hand has let go: what follows is another step."""
        self._gesture += 1

    # -- following -------------------------------------------------------------------------------

    def _read(self) -> WalkValues:
        table = self._editor.document.settings.get(TASK)
        return WalkValues() if table is None else WalkValues.from_json(_thawed(table))

    def _follow(self) -> None:
        before, self.values = self.values, self._read()
        if self.values != before:
            self._make()
            self.changed.emit()
        elif self._desk is None:
            self._follow_song()

    def _follow_song(self) -> None:
        before = self.walk, self.problem
        self._make()
        if (self.walk, self.problem) != before or self.values.rhythm:
            self.changed.emit()

    def _make(self) -> None:
        self.walk, self.times, self.problem = None, None, ""
        values = self.values
        try:
            if values.rhythm:
                self.times, self.walk = self._in_rhythm(values)
            else:
                self.walk = values.walk()
        except StudioError as error:
            self.problem = told(error)

    def _in_rhythm(self, values: WalkValues) -> tuple[Times, Walk]:
        song = self.song
        if song is None:
            raise StudioError(self.tr("There is no song yet whose rhythm the walk could take."))
        begin, end = self.range
        track = None if values.track < 0 else values.track
        times = rhythm_times(song, Rhythm(values.rhythm, track, begin, end))
        like = replace(
            _FRESH,
            rate=values.rate,
            ease=values.ease,
            loop=values.loop,
            wander=values.wander,
            model=values.model,
        )
        if len(values.keyframes) > 1:
            return times, in_rhythm(replace(like, keyframes=values.keyframes), times)
        seed = values.keyframes[0].seed if values.keyframes else self._exploring.place.seed
        return times, through_seeds(seed, times, like)


def _thawed(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table with plain lists and dicts, as ``from_json`` reads them."""
    return {name: _plain(value) for name, value in table.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _thawed(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
