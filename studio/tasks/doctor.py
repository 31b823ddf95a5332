"""What the studio runs on and what it lacks: findings to copy into a bug report."""

from __future__ import annotations

import ctypes
import importlib.metadata
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from studio import __version__, paths
from studio.errors import StudioError
from studio.image.style_card import card_problems, list_cards
from studio.registry import MODELS
from studio.weights import file_sha256

PACKAGES = (
    "PySide6-Essentials",
    "shiboken6",
    "torch",
    "torchvision",
    "numpy",
    "pillow",
    "pillow-heif",
    "tifffile",
    "imagecodecs",
    "safetensors",
)
# What Qt's xcb platform loads; the rest of its needs come with these.
QT_LIBRARIES = (
    "libEGL.so.1",
    "libGL.so.1",
    "libfontconfig.so.1",
    "libdbus-1.so.3",
    "libX11-xcb.so.1",
    "libxkbcommon-x11.so.0",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
    "libxcb-xkb.so.1",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, what was found, and whether that is as it should be."""

    name: str
    value: str
    good: bool | None = None
    """None where there is nothing to judge."""

    @property
    def mark(self) -> str:
        """``ok``, ``!!`` or nothing, to stand before the line."""
        return "" if self.good is None else "ok" if self.good else "!!"


def examine() -> tuple[Finding, ...]:
    """Look at everything once; takes some seconds, since torch is imported to see the device."""
    from studio.tasks.sound_findings import sound_findings  # which speaks in findings itself

    return (
        *_versions(),
        *_machine(),
        *_window(),
        *sound_findings(),
        *_models(),
        *_vgg19(),
        *_styles(),
        *_folders(),
    )


def _versions() -> Iterator[Finding]:
    yield Finding("Klangbild", f"{__version__} in {Path(__file__).parent.parent}")
    yield Finding("Python", f"{platform.python_version()} in {sys.prefix}")
    yield Finding("system", platform.platform())
    for package in PACKAGES:
        try:
            yield Finding(package, importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(package, "is not installed", False)


def _machine() -> Iterator[Finding]:
    from studio.device import choose, memory_available, memory_used

    try:
        device = choose()
    except (ImportError, OSError) as problem:
        yield Finding("device", f"torch cannot be loaded: {problem}", False)
        return
    yield Finding("device", f"{device.name} ({device.device})", True)
    yield Finding("precision", device.precision)
    yield Finding("threads", str(device.threads))
    load, cores = psutil.getloadavg()[0], psutil.cpu_count() or 1
    busy = "; what is measured now is too slow" if load > cores / 2 else ""
    yield Finding("load", f"{load:.1f} on {cores} cores{busy}")
    free = memory_available()
    text = f"{_gigabytes(free)} free of {_gigabytes(device.memory_total)}"
    yield Finding("memory", f"{text}, {_gigabytes(memory_used())} used here", free > 2**30)


def _gigabytes(count: int) -> str:
    return f"{count / 2**30:.1f} GB"


def _window() -> Iterator[Finding]:
    """Whether the window has what it needs; nothing of Qt is imported."""
    if not sys.platform.startswith("linux"):
        return
    lacking = [name for name in QT_LIBRARIES if not _loads(name)]
    found = "all found" if not lacking else "missing: " + ", ".join(lacking)
    yield Finding("window libraries", found, not lacking)
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    display = [f"{name}={os.environ[name]}" for name in names if os.environ.get(name)]
    without = "none: the verbs of the command line work without one"
    yield Finding("display", ", ".join(display) or without, bool(display))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _models() -> Iterator[Finding]:
    """Each shipped network: whether its file is the one that its card speaks of."""
    try:
        folder = paths.models()
    except StudioError as problem:
        yield Finding("models", problem.sentence, False)
        return
    weights = sorted(folder.glob("*.safetensors"))
    if not weights:
        yield Finding("models", f"none in {folder}; please install Klangbild again", False)
    for path in weights:
        yield _checked(path)


def _checked(path: Path) -> Finding:
    name = f"model {path.stem}"
    try:
        found = file_sha256(path)
        card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        expected = card["sha256"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as problem:
        return Finding(name, f"{path} or its card cannot be read: {problem}", False)
    if found != expected:
        return Finding(name, f"{path} is not the file of its card; install Klangbild again", False)
    return Finding(name, f"sha256 {found[:12]}…, as its card says", True)


def _vgg19() -> Iterator[Finding]:
    here = MODELS["vgg19"].path.is_file()
    lacks = "not here; “studio add vgg19” fetches it (548 MB), nothing else needs it"
    yield Finding("VGG-19", "here" if here else lacks)


def _styles() -> Iterator[Finding]:
    try:
        cards = list_cards()
        problems = [str(problem) for problem in card_problems()]
    except StudioError as problem:
        yield Finding("styles", problem.sentence, False)
        return
    own = sum(card.own for card in cards)
    yield Finding("styles", f"{len(cards) - own} bundled, {own} of your own", bool(cards))
    for text in problems:
        yield Finding("style", text, False)


def _folders() -> Iterator[Finding]:
    for name, folder in (
        ("settings", paths.config_dir()),
        ("data", paths.data_dir()),
        ("cache", paths.cache_dir()),
        ("state", paths.state_dir()),
    ):
        try:
            with tempfile.TemporaryFile(dir=paths.made(folder)):
                yield Finding(f"{name} folder", str(folder), True)
        except (OSError, StudioError):
            yield Finding(f"{name} folder", f"{folder} may not be written", False)
