"""Read a .studio project that anyone may have made: a document, or a sentence that says why not."""

from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from types import MappingProxyType

from studio.device import memory_available
from studio.document.archive import Archive, open_archive
from studio.document.document import Document, EmbeddedCard
from studio.document.fields import Fields
from studio.document.json_value import JSON, cleaned, from_json
from studio.document.layer import Layer, Pixels
from studio.document.png import decode, raw_bytes
from studio.document.recipe import MOST_BYTES, Recipe
from studio.document.song_entry import read_song
from studio.errors import StudioError, WontFit
from studio.image.picture_file import Picture

FORMAT = "klangbild-project"
MIMETYPE = b"application/x-klangbild-project"
PROJECT_VERSION = 2  # 2 has a song
MOST_JSON = 16 * 2**20
KNOWN_FIELDS = frozenset(
    ("format", "version", "app_version", "photo", "results", "shown", "song", "settings", "cards")
)
_MOST_PNG = 2**34
_MOST_CARD = 2**28


def open_project(path: Path) -> Document:
    """Read a project; raises UnreadableFile that names the file and says what is wrong.

    That is: no file, damaged, of a newer version, made to do harm. A project whose pictures take
    more memory than is free raises WontFit. The file is never changed.
    """
    steps = open_project_steps(path)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            document: Document = end.value
            return document


def open_project_steps(path: Path) -> Generator[float, None, Document]:
    """Read a project as ``open_project`` does, yielding how much is done after each picture."""
    with open_archive(path) as archive:
        table = project_table(archive)
        fields = Fields(table, "project")
        reader = _Pictures(archive, path)
        results = fields.items("results")
        total = len(results) + 1
        photo = _photo(fields.optional_fields("photo", "photo"), archive, reader.read)
        yield 1 / total
        layers = []
        for n, item in enumerate(results, 2):
            layers.append(_layer(Fields(item, "result"), archive, reader.read))
            yield n / total
        shown = fields.optional_text("shown")
        return Document(
            photo=photo,
            results=tuple(layers),
            shown=shown,
            song=None if table.get("song") is None else read_song(table["song"], archive),
            settings=_settings(fields.table("settings")),
            cards=tuple(_card(Fields(item, "card"), archive) for item in fields.items("cards")),
            extra={name: value for name, value in table.items() if name not in KNOWN_FIELDS},
        )


def project_table(archive: Archive) -> Mapping[str, JSON]:
    """The table of project.json, once it is known to be of a version that can be read."""
    table = from_json(archive.read("project.json", MOST_JSON), "project", most=MOST_JSON)
    if table.get("format") != FORMAT:
        raise StudioError("It is not a project of Klangbild.")
    Fields(table, "project").version(PROJECT_VERSION)
    return table


class _Pictures:
    """Decodes the pictures of one project within the memory that is free."""

    def __init__(self, archive: Archive, path: Path) -> None:
        self._archive = archive
        self._name = cleaned(path.name, 120)
        self._read: set[str] = set()
        self._free = memory_available()

    def read(self, name: str) -> Pixels:
        if name in self._read:
            raise StudioError("Two of its pictures are the same part.")
        self._read.add(name)
        self._demand(self._archive.size(name))
        data = self._archive.read(name, _MOST_PNG)
        needed = raw_bytes(data)
        self._demand(needed)
        self._free -= needed
        return decode(data)

    def _demand(self, needed: int) -> None:
        if needed > self._free:
            raise WontFit(
                f"“{self._name}” needs more memory than is free: one of its pictures takes "
                f"{needed / 2**30:.1f} GB more. Close other programs and open it again."
            )


def _photo(
    fields: Fields | None, archive: Archive, read: Callable[[str], Pixels]
) -> Picture | None:
    if fields is None:
        return None
    recipe = fields.optional_text("recipe")
    path = fields.optional_text("path")
    notes = fields.items("notes")
    return Picture(
        pixels=read(fields.text("file")),
        name=fields.text("name"),
        path=None if path is None else _hint(path),
        recipe=None if recipe is None else _text(archive, recipe),
        notes=tuple(note for note in notes if isinstance(note, str)),
    )


def _hint(path: str) -> Path | None:
    """Where the photo lay, if it could be a place on this system; a network share never is.

    On Windows only to look at ``//host/share`` sends the user's credentials to that host.
    """
    if "\0" in path or path.startswith(("//", "\\\\")) or not Path(path).is_absolute():
        return None
    return Path(path)


def _layer(fields: Fields, archive: Archive, read: Callable[[str], Pixels]) -> Layer:
    recipe = fields.optional_text("recipe")
    return Layer(
        id=fields.text("id"),
        name=fields.text("name"),
        recipe=None if recipe is None else Recipe.from_text(_text(archive, recipe)),
        starred=fields.flag("starred"),
        partial=fields.flag("partial"),
        opacity=fields.number("opacity", 1.0),
        blend=fields.text("blend", "normal"),
        created=fields.text("created"),
        pixels=read(fields.text("file")),
    )


def _text(archive: Archive, name: str) -> str:
    try:
        return archive.read(name, MOST_BYTES).decode()
    except UnicodeDecodeError:
        raise StudioError("One of its recipes is not text.") from None


def _settings(table: Mapping[str, JSON]) -> Mapping[str, Mapping[str, JSON]]:
    settings = Fields(table, "settings")
    return MappingProxyType({task: settings.table(task) for task in table})


def _card(fields: Fields, archive: Archive) -> EmbeddedCard:
    return EmbeddedCard(fields.text("id"), archive.read(fields.text("file"), _MOST_CARD))
