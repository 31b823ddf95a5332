"""What the studio remembers between two starts, as one frozen value in one JSON file."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from studio.paths import config_dir, made, replacing

logger = logging.getLogger(__name__)

VERSION = 1
THEMES = ("dark", "light", "contrast")
_MOST_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences, places and the last values of the panels."""

    theme: str = "dark"
    language: str = ""
    """``en``, ``zh_CN``, or empty for the system's."""
    recent: tuple[str, ...] = ()
    name_template: str = "{photo}-{style}-{n}"
    geometry: str = ""
    """The window's place and size, as Qt saves it, in base64."""
    layout: str = ""
    """The docks, likewise."""
    style: Mapping[str, Any] = field(default_factory=dict)
    encoder: str = "studio"
    threads: int = 0
    """For torch; 0 is its own choice."""
    first_start_done: bool = False
    photo_folder: str = ""
    project_folder: str = ""
    export_folder: str = ""
    export_format: str = "png"
    export_quality: int = 95


def path() -> Path:
    """The file."""
    return config_dir() / "settings.json"


def load() -> Settings:
    """Read the settings; a damaged file is put aside as ``.damaged`` and the defaults serve.

    Values of a wrong type and names that this version does not know are passed over.
    """
    file = path()
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise ValueError("too large")
        table = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(table, dict):
            raise ValueError("no table")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as problem:
        _put_aside(file, problem)
        return Settings()
    return Settings(**_sound(table))


def save(settings: Settings) -> None:
    """Write the settings; raises StudioError when the folder cannot be written."""
    text = json.dumps({"version": VERSION} | asdict(settings), indent=1, ensure_ascii=False)
    made(config_dir())
    with replacing(path(), force=True) as temporary:
        temporary.write_text(text, encoding="utf-8")


def _put_aside(file: Path, problem: Exception) -> None:
    logger.info("the settings cannot be read (%s); starting with the defaults", problem)
    try:
        file.replace(file.with_name(file.name + ".damaged"))
    except OSError as error:
        logger.info("and cannot be put aside: %s", error)


def _sound(table: Mapping[str, Any]) -> dict[str, Any]:
    """Those values of the table that have the type of the field they are for."""
    plain = Settings()
    values: dict[str, Any] = {}
    for one in fields(Settings):
        value, default = table.get(one.name), getattr(plain, one.name)
        if one.name == "recent" and isinstance(value, list):
            value = tuple(entry for entry in value if isinstance(entry, str))
        if type(value) is type(default):
            values[one.name] = value
    if values.get("theme") not in THEMES:
        values.pop("theme", None)
    return values
