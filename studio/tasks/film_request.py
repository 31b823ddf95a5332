"""What is asked of a film of a walk: which way, as what, how large, and with which music."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from studio.errors import StudioError
from studio.image.latent_walk import Walk
from studio.tasks.explore_request import MOST_SIDE
from studio.tasks.film import MP4
from studio.tasks.film_paint import USUAL_SIDE, FilmPaint
from studio.tasks.film_sound import FilmMusic


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmRequest:
    """Which walk through the space of which model becomes which film.

    ``side`` is that of the pictures, which are enlarged to it, 0 for the model's own.
    ``truncation`` 1 leaves the latents as they are. ``music`` is for an MP4. ``paint`` paints every
    frame, at a side of 512 where none is said.
    """

    model: str
    walk: Walk
    target: Path
    side: int = 0
    truncation: float = 1.0
    music: FilmMusic | None = None
    paint: FilmPaint | None = None
    force: bool = False

    def __post_init__(self) -> None:
        if self.side and not 16 <= self.side <= MOST_SIDE:
            raise StudioError(f"The side of a film lies between 16 and {MOST_SIDE} pixels.")
        if self.music is not None and self.target.suffix.lower() != MP4:
            raise StudioError("Only a film that ends in .mp4 carries music.")
        if self.paint is not None:
            self.paint.request(self.painted_side)

    @property
    def painted_side(self) -> int:
        """The side of the film where it is painted."""
        return self.side or USUAL_SIDE

    @property
    def painting_seconds(self) -> float:
        """How long the painting will take, by what was measured on this machine."""
        frames = self.walk.frames
        return 0.0 if self.paint is None else self.paint.seconds(frames, self.painted_side)


@dataclass(frozen=True, slots=True)
class Filmed:
    """A film that was written: how many frames it has, and how many seconds it lasts."""

    target: Path
    frames: int
    seconds: float
