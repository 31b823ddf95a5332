"""Photos to painted files: one or many, each written under a name of its own."""

import os
import time
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import TypeAlias

from studio.errors import AlreadyExists, StudioError
from studio.image.convert import Pixels
from studio.image.picture_file import READABLE, WRITABLE, Picture, read_picture, write_picture
from studio.jobs import Step
from studio.paths import made, state_dir
from studio.tasks.style import StyleRequest, estimate, stylize

_KEPT_FOR = 30 * 24 * 3600.0  # seconds that an abandoned checkpoint stays


@dataclass(frozen=True, slots=True)
class Begun:
    """A photo was read: its size, what was mended in it, and what painting it will cost."""

    photo: Path
    size: tuple[int, int]
    notes: tuple[str, ...]
    cost: str


@dataclass(frozen=True, slots=True)
class Written:
    """A picture that was painted and written; ``models`` are the checksums it was painted with."""

    photo: Path
    output: Path
    width: int
    height: int
    seconds: float
    models: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """A picture that was not: why, in a sentence."""

    photo: Path
    sentence: str


Outcome: TypeAlias = Written | Failed
News: TypeAlias = Begun | Written | Failed


def find_photos(given: Iterable[Path]) -> tuple[Path, ...]:
    """List the photos; a folder stands for the pictures that lie directly in it, by name."""
    photos: list[Path] = []
    for path in given:
        if not path.is_dir():
            photos.append(path)
            continue
        try:
            inside = sorted(p for p in path.iterdir() if p.suffix.lower() in READABLE)
        except OSError as problem:
            raise StudioError(f"The folder “{path}” cannot be read: {problem.strerror}.") from None
        if not inside:
            raise StudioError(f"There is no picture in the folder “{path}”.")
        photos += inside
    return tuple(photos)


def plan_outputs(photos: Sequence[Path], output: str) -> tuple[Path, ...]:
    """Name the file for each photo: ``output`` itself, or PNGs in it when it is a folder.

    It is one when it exists as one, ends with a slash, or there are several photos; a folder that
    lacks is made. Photos of the same name get numbers. Raises StudioError for anything else.
    """
    ends = output.endswith(("/", os.sep))
    if len(photos) == 1 and not ends and not Path(output).is_dir():
        check_suffix(Path(output))
        return (Path(output),)
    if Path(output).suffix.lower() in WRITABLE and not Path(output).is_dir():
        raise StudioError(f"Several photos need a folder as output, and “{output}” is a file name.")
    folder = Path(output)
    if folder.exists() and not folder.is_dir():
        raise StudioError(f"Several photos need a folder as output, and “{output}” is a file.")
    made(folder)
    taken: set[str] = set()
    outputs = []
    for photo in photos:
        stem, number = photo.stem, 1
        while f"{stem}.png".casefold() in taken:  # one name in a folder that ignores case
            number += 1
            stem = f"{photo.stem}-{number}"
        taken.add(f"{stem}.png".casefold())
        outputs.append(folder / f"{stem}.png")
    return tuple(outputs)


def free_name(folder: Path, stem: str) -> Path:
    """A PNG's name in the folder that no file has: ``stem.png``, ``stem-2.png`` and so on."""
    path, number = folder / f"{stem}.png", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}-{number}.png"
    return path


def check_suffix(output: Path) -> None:
    """Raise StudioError unless the name says a kind of picture that can be written."""
    if output.suffix.lower() not in WRITABLE:
        kinds = ", ".join(sorted(WRITABLE))
        raise StudioError(f"“{output.name}” has none of the suffixes that are written: {kinds}.")


def check_writable(photo: Path | None, output: Path, *, force: bool) -> None:
    """Raise StudioError for what writing would refuse, before hours of painting are spent on it."""
    if photo is not None and output.exists() and photo.exists() and output.samefile(photo):
        raise StudioError(f"“{output}” is the photo itself; choose another output.")
    if os.path.lexists(output) and not force:
        raise AlreadyExists(f"“{output}” exists already; choose another name or give --force.")
    if not output.parent.is_dir():
        raise StudioError(f"There is no folder “{output.parent}” to write into.")
    if not os.access(output.parent, os.W_OK):
        raise StudioError(f"Nothing may be written into the folder “{output.parent}”.")


def checkpoint_path(request: StyleRequest) -> Path:
    """Where an interrupted painting is kept: the same request finds it again."""
    name = sha256(dumps(request.to_json(), sort_keys=True).encode()).hexdigest()[:32]
    return state_dir() / "checkpoints" / f"{name}.safetensors"


def forget_old_checkpoints() -> None:
    """Delete what was interrupted more than 30 days ago and never taken up again."""
    for path in (state_dir() / "checkpoints").glob("*.safetensors"):
        try:
            if time.time() - path.stat().st_mtime > _KEPT_FOR:
                path.unlink()
        except OSError:
            continue  # another process was first


Painting: TypeAlias = Generator[Step | Begun, None, Written]


def paint(
    request: StyleRequest, picture: Picture, output: Path, *, force: bool = False
) -> Painting:
    """Paint one picture into ``output``; goes on where the same request was interrupted.

    Where the file cannot be written in the end, the painting is kept elsewhere and the StudioError
    says where.
    """
    photo = _path_of(picture)
    check_writable(picture.path, output, force=force)
    request = replace(request, photo=picture.sha256)
    yield Begun(photo, picture.size, picture.notes, estimate(request, picture.size).sentence)
    checkpoint = checkpoint_path(request)
    made(checkpoint.parent)
    began = time.perf_counter()
    result = yield from stylize(request, picture, checkpoint=checkpoint)
    recipe = result.recipe.without_path().to_text()
    try:
        write_picture(output, result.pixels, recipe=recipe, force=force)
    except StudioError as problem:
        kept = _rescued(output, result.pixels, recipe)
        raise type(problem)(f"{problem.sentence} {kept}".rstrip()) from problem
    height, width = result.pixels.shape[:2]
    return Written(
        photo=photo,
        output=output,
        width=width,
        height=height,
        seconds=time.perf_counter() - began,
        models=tuple(sorted(result.recipe.models.items())),
    )


def _rescued(output: Path, pixels: Pixels, recipe: str) -> str:
    """Write what could not be written to its place; say where it is, or nothing."""
    folder = state_dir() / "rescued"
    try:
        path = free_name(made(folder), output.stem)
        write_picture(path, pixels, recipe=recipe)
    except StudioError:
        return ""
    return f"The painting is kept as “{path}”."


def paint_all(
    request: StyleRequest,
    photos: Sequence[Path | Picture],
    outputs: Sequence[Path],
    *,
    force: bool = False,
) -> Generator[Step | News, None, tuple[Outcome, ...]]:
    """Paint each photo into its output, yielding steps, and news when a photo begins and ends.

    A photo that cannot be read or painted does not stop the others. A step tells of the whole
    batch. A picture without a file is known by its name.
    """
    forget_old_checkpoints()
    outcomes: list[Outcome] = []
    for index, (given, output) in enumerate(zip(photos, outputs, strict=True)):
        photo = _path_of(given) if isinstance(given, Picture) else given
        work = _paint_file(request, given, output, force=force)
        outcome: Outcome
        try:
            while True:
                item = next(work)
                yield _in_batch(item, index, photo, len(photos)) if isinstance(item, Step) else item
        except StopIteration as end:
            outcome = end.value
        except StudioError as problem:
            outcome = Failed(photo, problem.sentence)
        finally:
            work.close()
        outcomes.append(outcome)
        yield outcome
    return tuple(outcomes)


def _paint_file(
    request: StyleRequest, photo: Path | Picture, output: Path, *, force: bool
) -> Painting:
    if not isinstance(photo, Picture):
        check_writable(photo, output, force=force)
        photo = read_picture(photo)
    return (yield from paint(request, photo, output, force=force))


def _path_of(picture: Picture) -> Path:
    return picture.path or Path(picture.name)


def _in_batch(step: Step, index: int, photo: Path, count: int) -> Step:
    """The step of one photo as a step of all."""
    if count == 1:
        return step
    label = f"{index + 1}/{count} · {photo.name} · {step.label}".removesuffix(" · ")
    return replace(step, label=label, fraction=(index + step.progress) / count)
