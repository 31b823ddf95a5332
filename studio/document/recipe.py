"""A recipe says how a result was made: it travels in every exported file and can be run again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from studio import __version__
from studio.document.fields import Fields
from studio.document.json_value import JSON, cleaned, from_json, frozen_mapping, to_json
from studio.errors import StudioError

RECIPE_VERSION = 1
MOST_BYTES = 2**20
_FORMAT = "klangbild-recipe"
_TASK = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOST_MODELS = 64
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that decides a result: the task, its request, the models and the source picture.

    ``request`` is what the task's own request type writes and reads; this module knows only that
    it is finite JSON. ``models`` maps a name to the SHA-256 of its file. ``photo_path`` is a hint
    of where the picture lay and is never opened from here. Raises StudioError for values that
    could not be stored.
    """

    task: str
    request: Mapping[str, JSON]
    models: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    app_version: str = __version__
    photo_name: str = ""
    photo_sha256: str = ""
    photo_path: str = ""

    def __post_init__(self) -> None:
        if not _TASK.fullmatch(self.task):
            raise StudioError("The recipe names no task that could be run.")
        if self.photo_sha256 and not _SHA256.fullmatch(self.photo_sha256):
            raise StudioError("The recipe's checksum of the photo is not a SHA-256.")
        if len(self.models) > _MOST_MODELS:
            raise StudioError(f"The recipe names more than {_MOST_MODELS} models.")
        models = frozen_mapping(self.models, "recipe")
        for sha256 in models.values():
            if not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
                raise StudioError("The recipe's checksum of a model is not a SHA-256.")
        object.__setattr__(self, "models", models)
        object.__setattr__(self, "request", frozen_mapping(self.request, "recipe"))
        object.__setattr__(self, "app_version", cleaned(self.app_version, 64))
        object.__setattr__(self, "photo_name", cleaned(self.photo_name))
        object.__setattr__(self, "photo_path", cleaned(self.photo_path))

    def to_text(self) -> str:
        """Write the recipe as JSON text, the same for equal recipes."""
        text = to_json(
            {
                "format": _FORMAT,
                "version": RECIPE_VERSION,
                "task": self.task,
                "request": self.request,
                "models": self.models,
                "app_version": self.app_version,
                "photo": {
                    "name": self.photo_name,
                    "sha256": self.photo_sha256,
                    "path": self.photo_path,
                },
            }
        )
        if len(text.encode()) > MOST_BYTES:
            raise StudioError("The recipe is larger than 1 MiB, so it cannot be stored.")
        return text

    def without_path(self) -> "Recipe":
        """Leave out where the photo lay: for files that are given away, the folder is private."""
        return replace(self, photo_path="")

    @staticmethod
    def from_text(text: str) -> "Recipe":
        """Read a recipe that anyone may have written.

        Raises StudioError for text that is larger than 1 MiB, no JSON, of another kind, of a
        newer version, or with a field of the wrong type. Fields it does not know are ignored.
        """
        return _read(from_json(text, "recipe", most=MOST_BYTES))


def _read(table: Mapping[str, JSON]) -> Recipe:
    fields = Fields(table, "recipe")
    if table.get("format") != _FORMAT:
        raise StudioError("This is not a recipe of Klangbild.")
    fields.version(RECIPE_VERSION)
    photo = Fields(fields.table("photo"), "recipe")
    models = Fields(fields.table("models"), "recipe")
    return Recipe(
        task=fields.text("task"),
        request=fields.table("request"),
        models={name: models.text(name) for name in fields.table("models")},
        app_version=fields.text("app_version"),
        photo_name=photo.text("name"),
        photo_sha256=photo.text("sha256"),
        photo_path=photo.text("path"),
    )
