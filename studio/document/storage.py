"""Save a document as a .studio project and open it again.

A project is a zip that any unzip tool reads: ``mimetype`` first, ``project.json`` with everything
that is no picture, ``photo.png`` and ``layers/0001.png`` … without loss, a recipe beside each
layer, the notes of the song (see ``song_entry``), and the user's own style cards. Names inside it
are numbers, paths are hints, so that it means the same on every system. The same document gives
the same bytes.
"""

import zipfile
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from studio import __version__
from studio.document.archive import MOST_ENTRIES, entry
from studio.document.document import Document
from studio.document.json_value import JSON, cleaned, to_json
from studio.document.layer import Layer, Pixels
from studio.document.opening import (
    FORMAT,
    KNOWN_FIELDS,
    MIMETYPE,
    MOST_JSON,
    PROJECT_VERSION,
    open_project,
    open_project_steps,
)
from studio.document.png import PngCache, encode
from studio.document.recipe import MOST_BYTES
from studio.document.song_entry import song_parts, song_table
from studio.errors import StudioError
from studio.paths import replacing

if TYPE_CHECKING:
    from studio.image.picture_file import Picture

__all__ = [
    "SUFFIX",
    "open_project",
    "open_project_steps",
    "save_project",
    "save_project_steps",
]

SUFFIX = ".studio"
_PLAIN_FROM = 2**20  # bytes; equal velocities deflate so well that reading would suspect harm
_encoded = PngCache()


def save_project(path: Path, document: Document, *, force: bool = True) -> None:
    """Write the document to ``path``: whole, or not at all.

    Raises AlreadyExists where a file is in the way and ``force`` is off, else StudioError with
    the reason: a folder that is missing or read-only, a full disk.
    """
    for _ in save_project_steps(path, document, force=force):
        pass


def save_project_steps(
    path: Path, document: Document, *, force: bool = True, more: Mapping[str, bytes] | None = None
) -> Generator[float, None, None]:
    """Write the document as ``save_project`` does, yielding the part that is done, 0..1.

    A step lasts about 20 ms, the last one as long as the disk takes to sync. Closing the
    generator leaves what was at ``path`` as it was. Layers that were saved before by this process
    are not encoded again. ``more`` holds further entries by name: ignored by ``open_project``.
    """
    table = to_json(_project(document)).encode()
    pictures = [(f"layers/{n:04}.png", layer.pixels) for n, layer in enumerate(document.results, 1)]
    if document.photo is not None:
        pictures.insert(0, ("photo.png", document.photo.pixels))
    song = {} if document.song is None else song_parts(document.song)
    entries = 2 * len(pictures) + len(document.cards) + len(song) + len(more or {}) + 4
    if entries > MOST_ENTRIES or len(table) > MOST_JSON:
        raise StudioError("The project holds more results than one file can; remove some of them.")
    total = max(1, sum(pixels.nbytes for _, pixels in pictures))
    with replacing(path, force=force) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        archive.writestr(entry("mimetype"), MIMETYPE)
        archive.writestr(entry("project.json", deflated=True), table)
        for name, text in _texts(document).items():
            archive.writestr(entry(name, deflated=True), text)
        for name, data in song.items():
            archive.writestr(entry(name, deflated=len(data) < _PLAIN_FROM), data)
        for name, data in (more or {}).items():
            archive.writestr(entry(name), data)
        for n, card in enumerate(document.cards, 1):
            archive.writestr(entry(f"cards/{n:04}.card"), card.data)
        done = 0
        for name, pixels in pictures:
            for part in _write_png(archive, name, pixels):
                yield (done + part * pixels.nbytes) / total
            done += pixels.nbytes


def _write_png(archive: zipfile.ZipFile, name: str, pixels: Pixels) -> Generator[float, None, None]:
    large = pixels.nbytes > 2**30  # deflate may make it larger; zip64 only where it can matter
    strips = max(1, pixels.nbytes // 2**20)
    with archive.open(entry(name), "w", force_zip64=large) as file:
        for n, piece in enumerate(encode(pixels, _encoded)):
            file.write(piece)
            yield min(1.0, n / strips)


def _project(document: Document) -> Mapping[str, JSON]:
    """What stands in project.json. Unknown fields that were read are written back."""
    photo = document.photo
    known: dict[str, JSON] = {
        "format": FORMAT,
        "version": PROJECT_VERSION if document.song is not None else 1,
        "app_version": __version__,
        "photo": None if photo is None else _photo(photo),
        "results": [_result(n, layer) for n, layer in enumerate(document.results, 1)],
        "shown": document.shown,
        "settings": document.settings,
        "cards": [
            {"id": card.id, "file": f"cards/{n:04}.card"}
            for n, card in enumerate(document.cards, 1)
        ],
    }
    if document.song is not None:  # an older Klangbild then says that it cannot read it
        known["song"] = song_table(document.song)
    extra = {name: value for name, value in document.extra.items() if name not in KNOWN_FIELDS}
    return known | extra


def _photo(photo: "Picture") -> Mapping[str, JSON]:
    return {
        "file": "photo.png",
        "name": cleaned(photo.name),
        "path": None if photo.path is None else cleaned(str(photo.path)),
        "notes": [cleaned(note) for note in photo.notes],
        "recipe": None if _photo_recipe(photo) is None else "photo-recipe.json",
    }


def _result(number: int, layer: Layer) -> Mapping[str, JSON]:
    return {
        "id": layer.id,
        "file": f"layers/{number:04}.png",
        "name": cleaned(layer.name),
        "recipe": None if layer.recipe is None else f"layers/{number:04}.json",
        "starred": layer.starred,
        "partial": layer.partial,
        "opacity": layer.opacity,
        "blend": layer.blend,
        "created": cleaned(layer.created),
    }


def _texts(document: Document) -> dict[str, bytes]:
    """The recipes by the name of their entry."""
    texts = {
        f"layers/{n:04}.json": layer.recipe.to_text()
        for n, layer in enumerate(document.results, 1)
        if layer.recipe is not None
    }
    found = None if document.photo is None else _photo_recipe(document.photo)
    if found is not None:
        texts["photo-recipe.json"] = found
    return {name: text.encode(errors="replace") for name, text in texts.items()}


def _photo_recipe(photo: "Picture") -> str | None:
    """The recipe text found in the photo, if it is short enough to be one."""
    text = photo.recipe
    return text if text is not None and len(text.encode(errors="replace")) <= MOST_BYTES else None
