"""Explores latent spaces of melodies: what stands at latents, one after the other in a song."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from studio import registry
from studio.errors import StudioError
from studio.image.gan import Generator
from studio.image.latent import Latent
from studio.image.vae import Vae
from studio.jobs import Step, Work
from studio.music.melody_grid import HOLD, REST, STEP, Steps, grid_of_notes, melody_grid
from studio.music.music_vae import BAR, MusicVae, notes_of, window
from studio.music.note import Notes
from studio.music.sampling import seeded
from studio.music.song import Song, Track
from studio.music.song_file import read_song
from studio.music.timing import MetreMap
from studio.tasks.explore_recipe import explore_recipe
from studio.tasks.explore_request import ExploreRequest
from studio.tasks.kept_melody import check_metres
from studio.tasks.single_thread import single_thread

MOST_BARS = 4096


def of_melodies(network: Vae | Generator | MusicVae) -> MusicVae:
    """The network back, where it writes melodies; StudioError otherwise."""
    if not isinstance(network, MusicVae):
        raise StudioError("This model makes pictures; choose a name that ends in .png or .gif.")
    return network


@dataclass(frozen=True, slots=True, eq=False)
class Tune:
    """Melodies in order, of equal length, and the text of the recipe by which they were made."""

    melodies: tuple[Steps, ...]
    recipe: str


def explore_music(request: ExploreRequest, *, device: str = "cpu") -> Work[Song]:
    """Write what is asked for as a song of one track, melody after melody, with its recipe.

    Of a walk there is a melody for each frame: a rate of 1 is a melody a second of its time line.
    """
    tune = yield from explore_melodies(request, device=device)
    return replace(song_of(list(tune.melodies)), recipe=tune.recipe)


def explore_melodies(request: ExploreRequest, *, device: str = "cpu") -> Work[Tune]:
    """Find the melodies of what is asked for, a step for each."""
    loaded = registry.latent(request.model, device)
    network = of_melodies(loaded.network)
    bars = network.config.bars * request.count
    if bars > MOST_BARS:
        raise StudioError(f"That would be {bars} bars; ask for fewer frames or steps.")
    ends = None
    if request.between is not None:
        found = []
        for path in request.between:
            found.append(place_of_melody(network, melody_of(path, network.config.steps)))
            yield Step(len(found), 2, "reading the melodies", 0.0)
        ends = np.stack(found)
    if request.walk is not None:
        request.walk.check(network.config.latent)
    yield Step(0, request.count, "writing melodies")
    melodies: list[Steps] = []
    for number in range(request.count):
        latents = request.latents(network.config.latent, number, number + 1, ends)
        melodies.append(melody_at(network, latents[0], request.temperature, request.seed))
        yield Step(number + 1, request.count, "writing melodies")
    return Tune(tuple(melodies), explore_recipe(request, loaded.sha256))


def melody_at(
    network: MusicVae, latent: Latent, temperature: float = 0.0, chance: int = 0
) -> Steps:
    """The melody (T,) at a latent (L,): the same wherever it is met, also where it is drawn."""
    with single_thread():
        melodies = network.decode(
            torch.from_numpy(latent)[None], temperature=temperature, random=seeded(chance)
        )
    melody: Steps = melodies[0]
    return melody


def melody_of(path: Path, steps: int) -> Steps:
    """The first bars of a song's melody, from its first bar line; raises as reading does.

    A melody whose first bar line comes late in it is taken from its first note.
    """
    song = read_song(path).song
    grid = melody_grid(song)
    lines = np.flatnonzero(grid.place == 0)
    first = int(lines[0]) if len(lines) and lines[0] < len(grid) // 2 else 0
    there = min(steps, len(grid) - first)
    check_metres(song.metres, (grid.begin + first) * STEP, there, f"“{path.name}”")
    return window(grid.symbols, first, steps)


def melody_in(notes: Notes, metres: MetreMap, tick: int, steps: int) -> Steps:
    """The melody (steps,) of notes from a tick on: StudioError for no note or other metres."""
    return _heard(notes, metres, tick, steps)[0]


@dataclass(frozen=True, slots=True, eq=False)
class FoundMelody:
    """The latent (L,) of bars of a song, and how many octaves below them the model has them."""

    latent: Latent
    octaves: int


def find_melody(
    model: str, notes: Notes, metres: MetreMap, tick: int, *, device: str = "cpu"
) -> Work[FoundMelody]:
    """Find the latent of the bars from a tick on; raises as ``melody_in`` does."""
    yield Step(0, 1, "reading the bars")
    network = of_melodies(registry.latent(model, device).network)
    melody, octaves = _heard(notes, metres, tick, network.config.steps)
    return FoundMelody(place_of_melody(network, melody), -octaves)


def _heard(notes: Notes, metres: MetreMap, tick: int, steps: int) -> tuple[Steps, int]:
    """The melody from a tick on, and the octaves by which it was moved into the models' range."""
    end = tick + steps * STEP
    near = notes.where((notes.start < end) & (notes.start + notes.length > tick))
    if not len(near):
        raise StudioError("There is no melody in these bars: no notes.")
    check_metres(metres, tick, steps)
    grid = grid_of_notes(near, metres)
    first = tick // STEP - grid.begin
    symbols = grid.symbols
    if first < 0:
        silent = np.full(-first, HOLD)
        silent[0] = REST
        symbols, first = np.concatenate([silent, symbols]), 0
    return window(symbols, first, steps), grid.octaves


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
