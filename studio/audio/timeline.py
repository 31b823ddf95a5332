"""Which tick is played at which frame, as the sequencer has gone through the song."""

from collections.abc import Iterator
from dataclasses import dataclass

from studio.audio.sequencer import Passage, Sequencer
from studio.music.song import Song


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """From frame ``since`` of the device on: ``sequencer``, whose frame 0 was at ``origin``."""

    since: int
    origin: int
    rate: int
    song: Song
    sequencer: Sequencer

    @property
    def end(self) -> float | None:
        """The frame of the device at which the song is over; None while that is not known."""
        ends = self.sequencer.ends
        return None if ends is None else self.origin + ends

    def passage(self, frame: float) -> Passage | None:
        """The span that is played at a frame of the device."""
        local = frame - self.origin
        passages = self.sequencer.passages
        for passage in reversed(passages):
            if passage.frame <= local:
                return passage
        return passages[0] if passages else None

    def exact_tick(self, frame: float) -> float:
        """The tick that is played at a frame of the device, before the start in a count-in."""
        passage = self.passage(frame)
        if passage is None:
            return 0.0
        tempos = self.song.tempos
        seconds = tempos.seconds(passage.span.begin)
        passed = max(0.0, frame - self.origin - passage.frame) / self.rate
        return min(tempos.tick(seconds + passed), float(passage.span.end))

    def tick(self, frame: float) -> float:
        """As `exact_tick`, standing at the start during a count-in."""
        passage = self.passage(frame)
        if passage is not None and passage.span.silent:
            return float(passage.span.end)
        return self.exact_tick(frame)

    def past(self, frame: float) -> Iterator[Passage]:
        """The spans up to the one that is played at a frame, the last one first."""
        local = frame - self.origin
        return (p for p in reversed(self.sequencer.passages) if p.frame <= local)
