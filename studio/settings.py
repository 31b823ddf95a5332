"""What the studio remembers between two starts, as one frozen value in one JSON file."""

import json
import logging
import math
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from studio.paths import config_dir, made, replacing

_log = logging.getLogger(__name__)

VERSION = 1
THEMES = ("dark", "light", "contrast")
ENCODERS = ("studio", "vgg19")
_MOST_BYTES = 2**20
_MOST_THREADS = 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences, places and the last values of the panels."""

    theme: str = "dark"
    language: str = ""
    """``en``, ``zh_CN``, or empty for the system's."""
    recent: tuple[str, ...] = ()
    """Projects, the last one first."""
    name_template: str = "{photo}-{style}-{n}"
    geometry: str = ""
    """The window's place and size, as Qt saves it, in base64."""
    layout: str = ""
    """The docks, likewise."""
    style: Mapping[str, Any] = field(default_factory=dict)
    """The last values of the Style panel: JSON, checked by those who use it."""
    compose: Mapping[str, Any] = field(default_factory=dict)
    """Those of the Compose panel, likewise."""
    explore: Mapping[str, Any] = field(default_factory=dict)
    """Those of the Explore panel, likewise."""
    encoder: str = "studio"
    threads: int = 0
    """For torch; 0 is as many as there are."""
    first_start_done: bool = False
    photo_folder: str = ""
    project_folder: str = ""
    export_folder: str = ""
    export_format: str = "png"
    export_quality: int = 95
    music_folder: str = ""
    music_format: str = "mid"
    soundfont: str = ""
    """A file of the user's; empty for the best that is found."""
    sound_device: str = ""
    """Its name; empty for the system's."""
    sound_rate: int = 0
    """Frames a second; 0 is what the device likes."""
    sound_buffer: int = 0
    """Frames; 0 is what the device likes."""
    metronome: bool = False
    count_in: int = 1
    """Bars that the metronome clicks before a recording begins."""
    tracks_folded: bool = False
    roll_share: float = 0.6
    """Of the roll's height, what the notes have beside the velocities."""
    quantise_strength: float = 1.0
    quantise_swing: float = 0.0


def path() -> Path:
    """The file."""
    return config_dir() / "settings.json"


def load() -> Settings:
    """Read the settings; where there are none, the defaults.

    Values that are of a wrong type or out of bounds are passed over, as are names that this version
    does not know. A damaged file is put aside as ``settings.json.damaged``, and one of a newer
    version copied as ``settings.json.newer``, because the next `save` writes over it.
    """
    file = path()
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return Settings()
    except OSError as problem:  # it may be sound and come back: leave it where it is
        _log.info("the settings cannot be read (%s); starting with the defaults", problem)
        return Settings()
    try:
        table = _table(data)
    except (ValueError, RecursionError) as problem:
        _log.info("the settings are damaged (%s); starting with the defaults", problem)
        with suppress(OSError):
            file.replace(_beside(file, "damaged"))
        return Settings()
    version = table.get("version")
    if isinstance(version, int) and version > VERSION:
        _log.info("the settings are of version %s; what is known of them is used", version)
        with suppress(OSError):
            shutil.copyfile(file, _beside(file, "newer"))
    return _sound(table)


def save(settings: Settings) -> None:
    """Write the settings; raises `StudioError` when the folder cannot be written."""
    table = {one.name: _plain(getattr(settings, one.name)) for one in fields(Settings)}
    text = json.dumps({"version": VERSION} | table, indent=1, ensure_ascii=False)
    made(config_dir())
    with replacing(path(), force=True) as temporary:
        temporary.write_text(text, encoding="utf-8", errors="surrogatepass")


def _beside(file: Path, kind: str) -> Path:
    return file.with_name(f"{file.name}.{kind}")


def _table(data: bytes) -> dict[str, Any]:
    """The JSON table in the file; ValueError or RecursionError where there is none."""
    if len(data) > _MOST_BYTES:
        raise ValueError("too large")
    table = json.loads(data.decode("utf-8", errors="surrogatepass"))
    if not isinstance(table, dict):
        raise ValueError("no table")
    return table


def _sound(table: Mapping[str, Any]) -> Settings:
    """Settings with those values of the table that can be used."""
    plain = Settings()
    values: dict[str, Any] = {}
    for one in fields(Settings):
        value = table.get(one.name)
        if one.name == "recent" and isinstance(value, list):
            value = tuple(entry for entry in value if isinstance(entry, str))
        if type(value) is type(getattr(plain, one.name)) and _within(one.name, value):
            values[one.name] = value
    return Settings(**values)


def _within(name: str, value: Any) -> bool:
    """Whether a value of the right type is one that the field can have."""
    match name:
        case "theme":
            return value in THEMES
        case "encoder":
            return value in ENCODERS
        case "threads":
            return 0 <= int(value) <= _MOST_THREADS
        case "export_quality":
            return 1 <= int(value) <= 100
        case "sound_rate":
            return int(value) == 0 or 8_000 <= int(value) <= 192_000
        case "sound_buffer":
            return int(value) == 0 or 16 <= int(value) <= 16_384
        case "count_in":
            return 0 <= int(value) <= 4
        case "quantise_strength" | "quantise_swing" | "roll_share":
            return 0.0 <= float(value) <= 1.0
        case "style" | "compose":
            return _finite(value)
    return True


def _finite(value: Any) -> bool:
    """Whether JSON holds no NaN and no infinity, which Python's reader lets in."""
    if isinstance(value, dict):
        return all(map(_finite, value.values()))
    if isinstance(value, list):
        return all(map(_finite, value))
    return not isinstance(value, float) or math.isfinite(value)


def _plain(value: Any) -> Any:
    """Frozen tables and tuples as JSON knows them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
