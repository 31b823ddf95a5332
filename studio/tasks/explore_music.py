"""Explores latent spaces of melodies: what stands at latents, one after the other in a song."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from studio import registry
from studio.errors import StudioError
from studio.image.gan import Generator
from studio.image.latent import Latent
from studio.image.vae import Vae
from studio.jobs import Step, Work
from studio.music.melody_grid import STEP, Steps, grid_of_notes, melody_grid
from studio.music.music_vae import BAR, MusicVae, notes_of, window
from studio.music.note import Notes
from studio.music.sampling import seeded
from studio.music.song import Song, Track
from studio.music.song_file import read_song
from studio.music.timing import MetreMap
from studio.tasks.explore_request import ExploreRequest

_AT_ONCE = 8
_MOST_BARS = 4096


def of_melodies(network: Vae | Generator | MusicVae) -> MusicVae:
    """The network back, where it writes melodies; StudioError otherwise."""
    if not isinstance(network, MusicVae):
        raise StudioError("This model makes pictures; choose a name that ends in .png or .gif.")
    return network


def explore_music(request: ExploreRequest, *, device: str = "cpu") -> Work[Song]:
    """Write what is asked for as a song of one track, melody after melody.

    Of a walk there is a melody for each frame: a rate of 1 is a melody a second of its time line.
    """
    network = of_melodies(registry.latent(request.model, device).network)
    bars = network.config.bars * request.count
    if bars > _MOST_BARS:
        raise StudioError(f"That would be {bars} bars; ask for fewer frames or steps.")
    ends = None
    if request.between is not None:
        found = []
        for path in request.between:
            found.append(place_of_melody(network, melody_of(path, network.config.steps)))
            yield Step(len(found), 2, "reading the melodies", 0.0)
        ends = np.stack(found)
    parts: list[Steps] = []
    for first in range(0, request.count, _AT_ONCE):
        latents = request.latents(network.config.latent, first, first + _AT_ONCE, ends)
        parts += list(melodies_at(network, latents, request))
        yield Step(len(parts), request.count, "writing melodies")
    return song_of(parts)


def melodies_at(network: MusicVae, latents: Latent, request: ExploreRequest) -> Steps:
    """The melodies (N, T) at latents (N, L)."""
    return network.decode(
        torch.from_numpy(latents),
        temperature=request.temperature,
        random=seeded(request.seed),
    )


def melody_of(path: Path, steps: int) -> Steps:
    """The first bars of a song's melody, from its first bar line; raises as reading does."""
    grid = melody_grid(read_song(path).song)
    first = (BAR - grid.begin % BAR) % BAR
    if first >= len(grid) // 2:
        first = 0  # the first bar line comes late in it: begin with the first note
    return window(grid.symbols, first, steps)


def melody_in(notes: Notes, metres: MetreMap, tick: int, steps: int) -> Steps:
    """The melody (steps,) of notes from a tick on; raises StudioError for no note."""
    grid = grid_of_notes(notes, metres)
    first = tick // STEP - grid.begin
    if first < 0:
        silent = np.ones(-first, np.int64)
        silent[0] = 0
        return window(np.concatenate([silent, grid.symbols]), 0, steps)
    if first >= len(grid):
        raise StudioError("There is no melody in these bars: no notes.")
    return window(grid.symbols, first, steps)


def place_of_melody(network: MusicVae, symbols: Steps) -> Latent:
    """The latent (L,) of a melody (T,)."""
    found: Latent = network.find(torch.from_numpy(symbols)[None])[0].numpy()
    return found


def song_of(melodies: list[Steps]) -> Song:
    """Melodies one after the other, in 4/4."""
    bars = [len(one) // BAR for one in melodies]
    begins = np.cumsum([0, *bars[:-1]])
    parts = [notes_of(one, int(bar)) for one, bar in zip(melodies, begins, strict=True)]
    notes = Notes.of_columns(
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("start", "length", "pitch", "velocity")
        )
    )
    return Song(tracks=(Track("Melody", notes=notes),))
