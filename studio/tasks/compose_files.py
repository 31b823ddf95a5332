"""Compositions written to files: songs, scores and sound, one for each variation."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import NamedTuple, TypeVar

from studio.audio.export import SOUND_SUFFIXES
from studio.document.recipe import Recipe
from studio.errors import AlreadyExists, StudioError
from studio.music.song import Song
from studio.music.song_file import SONG_SUFFIXES, WRITABLE, check_target, read_song, writing
from studio.music.song_source import shown_name
from studio.tasks.compose import compose
from studio.tasks.compose_recipe import composed_song, request_of, variation_of
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Composition
from studio.tasks.render import RenderRequest, render
from studio.work import Step, Work

_T = TypeVar("_T")


class ComposedFile(NamedTuple):
    """A file that was written, and sentences on what it could not hold."""

    path: Path
    seed: int
    notes: int
    left_out: tuple[str, ...] = ()


def targets(out: Path, variations: int, *, force: bool = False) -> tuple[Path, ...]:
    """The file of each variation: OUT, or OUT-1, OUT-2 and so on.

    Raises StudioError for an ending that cannot be written, and AlreadyExists unless ``force``.
    """
    names = [out.stem] if variations == 1 else [f"{out.stem}-{n + 1}" for n in range(variations)]
    found = tuple(out.with_name(name + out.suffix) for name in names)
    for path in found:
        if path.suffix.lower() in WRITABLE:
            check_target(path, force=force)
            continue
        if path.suffix.lower() not in SOUND_SUFFIXES:
            kinds = ", ".join((*WRITABLE, *SOUND_SUFFIXES))
            raise StudioError(
                f"“{shown_name(path)}” does not end in a kind of file that can be written; use "
                f"{kinds}."
            )
        if not force and os.path.lexists(path):
            raise AlreadyExists(
                f"“{path}” exists already; choose another name or allow it to be replaced."
            )
    return found


def compose_files(
    request: ComposeRequest, out: Path, *, device: str = "cpu", force: bool = False
) -> Work[tuple[Composition, tuple[ComposedFile, ...]]]:
    """Compose, and write each variation to its file; raises as `compose` and `targets` do."""
    paths = targets(out, request.variations, force=force)
    composition = yield from compose(request, device=device)
    written = []
    for number, path in enumerate(paths):
        written.append((yield from _one(composition, number, path, force)))
    return composition, tuple(written)


def compose_again(
    recipe: Recipe, out: Path, *, device: str = "cpu", force: bool = False
) -> Work[tuple[Composition, tuple[ComposedFile, ...]]]:
    """Write the one variation that a recipe is of once more; the same notes for the same models."""
    request, number = request_of(recipe), variation_of(recipe)
    (path,) = targets(out, 1, force=force)
    composition = yield from compose(request, device=device)
    return composition, ((yield from _one(composition, number, path, force)),)


def recipe_in(path: Path) -> Recipe | None:
    """The recipe of a song file; None where there is none or the file is no song."""
    if path.suffix.lower() not in SONG_SUFFIXES:
        return None
    text = read_song(path).song.recipe
    if text is None:
        raise StudioError(f"There is no recipe in “{path}”: it was not made by this studio.")
    return Recipe.from_text(text)


def _one(composition: Composition, number: int, path: Path, force: bool) -> Work[ComposedFile]:
    song = composed_song(composition, number)
    left_out = yield from _written(song, path, force)
    variation = composition.variations[number]
    return ComposedFile(path, variation.seed, variation.count, left_out)


def _written(song: Song, path: Path, force: bool) -> Work[tuple[str, ...]]:
    if path.suffix.lower() in WRITABLE:
        return (yield from _waited_for(writing(path, song, force=force), path))
    yield from render(RenderRequest(song=song, target=path, force=force))
    return ()


def _waited_for(work: Generator[None, None, _T], path: Path) -> Work[_T]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: _T = end.value
            return result
        yield Step(1, 1, f"writing {path.name}")
