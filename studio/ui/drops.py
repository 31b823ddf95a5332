"""What was dropped or pasted: files sorted by kind, a picture from a browser, an address."""

import binascii
import logging
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import unquote_to_bytes, urlsplit

import numpy as np
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from studio.audio.export import SOUND_SUFFIXES
from studio.audio.soundfont import SUFFIXES as SOUNDFONT_SUFFIXES
from studio.errors import StudioError, Unavailable
from studio.image.picture_file import READABLE, Picture
from studio.image.style_card import CARD_SUFFIX
from studio.jobs import Step, Work
from studio.music.song_file import SONG_SUFFIXES
from studio.paths import made

log = logging.getLogger(__name__)

PROJECT_SUFFIX = ".studio"
MOST_BYTES = 64 << 20
MOST_FILES = 1_000
_SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/tiff": ".tif",
    "image/gif": ".gif",
    "image/avif": ".avif",
    "image/heic": ".heic",
}


@dataclass(frozen=True, slots=True)
class Drop:
    """What a drop or a paste holds, sorted by what the studio does with it."""

    pictures: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    projects: tuple[Path, ...] = ()
    cards: tuple[Path, ...] = ()
    songs: tuple[Path, ...] = ()
    sounds: tuple[Path, ...] = ()
    soundfonts: tuple[Path, ...] = ()
    unknown: tuple[Path, ...] = ()
    image: QImage | None = None
    address: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything in it at all."""
        files = self.pictures or self.folders or self.projects or self.cards or self.unknown
        music = self.songs or self.sounds or self.soundfonts
        return bool(files or music) or self.image is not None or bool(self.address)


def sort_paths(paths: Iterable[Path]) -> Drop:
    """Sort files and folders by what they are, going by their names."""
    kinds: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        kinds[_kind(path)].append(path)
    found = {kind: tuple(kinds[kind]) for kind in kinds}
    return replace(Drop(), **found)  # type: ignore[arg-type]  # the kinds are those of paths


def _kind(path: Path) -> str:
    """The field of ``Drop`` that a path belongs to."""
    name, suffix = path.name.casefold(), path.suffix.casefold()
    if path.is_dir():
        return "folders"
    if name.endswith(PROJECT_SUFFIX):
        return "projects"
    if name.endswith(CARD_SUFFIX):
        return "cards"
    for kind, suffixes in (
        ("pictures", READABLE),
        ("songs", SONG_SUFFIXES),
        ("sounds", SOUND_SUFFIXES),
        ("soundfonts", SOUNDFONT_SUFFIXES),
    ):
        if suffix in suffixes:
            return kind
    return "unknown"


def sort_mime(mime: QMimeData) -> Drop:
    """Sort what a drag or the clipboard carries.

    Local files come before pixels, pixels before an address: a browser that sends both the
    picture and its link is not asked to load it again.
    """
    local = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if local:
        return sort_paths(local)
    if mime.hasImage():
        image = QImage(mime.imageData())
        if not image.isNull():
            return Drop(image=image)
    remote = [url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in mime.urls()]
    candidates = [*remote, *(mime.text().splitlines()[:1] if mime.hasText() else ())]
    for text in candidates:
        if text.casefold().startswith(("http://", "https://", "data:image/")):
            return Drop(address=text.strip())
    for text in candidates:
        path = Path(text.strip())
        if path.is_absolute() and path.exists():
            return sort_paths([path])
    return Drop()


def acceptable(mime: QMimeData) -> bool:
    """Whether a drag carries something worth looking into; cheap, asked while it moves."""
    return mime.hasUrls() or mime.hasImage() or mime.hasText()


def picture_of(image: QImage, name: str) -> Picture:
    """Return the pixels of a ``QImage`` as a picture without a file."""
    alpha = image.hasAlphaChannel()
    wanted = QImage.Format.Format_RGBA8888 if alpha else QImage.Format.Format_RGB888
    image = image.convertToFormat(wanted)
    channels = 4 if alpha else 3
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    pixels = rows[:, : image.width() * channels].reshape(image.height(), image.width(), channels)
    pixels = pixels.copy()  # (H, W, 3 | 4)
    pixels.flags.writeable = False
    return Picture(pixels=pixels, name=name, path=None, recipe=None, notes=())


def pictures_within(folder: Path) -> Work[tuple[Path, ...]]:
    """List the pictures of a folder, by name, not those of its folders."""
    yield Step(0, 1)
    try:
        found = [path for path in folder.iterdir() if path.suffix.casefold() in READABLE]
        files = sorted(path for path in found if path.is_file())
    except OSError as error:
        raise StudioError(
            f"The folder {folder.name} could not be read: {error.strerror}."
        ) from error
    if not files:
        raise StudioError(f"There is no picture in {folder.name}; drop a folder that holds some.")
    return tuple(files[:MOST_FILES])


def fetch(address: str, folder: Path) -> Work[Path]:
    """Load a picture from a web or ``data:`` address into a file below ``folder``.

    At most 64 MiB; raises ``Unavailable`` with a sentence when it cannot be had.
    """
    yield Step(0, 1, "loading the picture")
    if address.casefold().startswith("data:"):
        kind, content = _decode(address)
        return _keep(content, _SUFFIXES.get(kind, ".png"), folder)
    host = urlsplit(address).hostname or address
    from urllib.request import Request, urlopen  # costs start-up 40 ms

    request = Request(address, headers={"User-Agent": "Klangbild"})
    chunks: list[bytes] = []
    try:
        with urlopen(request, timeout=15) as answer:
            kind = answer.headers.get_content_type()
            while chunk := answer.read(1 << 18):
                chunks.append(chunk)
                if sum(map(len, chunks)) > MOST_BYTES:
                    raise Unavailable(f"The picture from {host} is larger than 64 MiB.")
                yield Step(len(chunks), len(chunks) + 1, "loading the picture")
    except (OSError, ValueError) as error:
        log.info("fetching %s: %s", address, error)
        sentence = f"The picture could not be loaded from {host}; save it and drop the file."
        raise Unavailable(sentence) from error
    if not kind.startswith("image/"):
        raise Unavailable(f"What was dropped from {host} is a page, not a picture.")
    suffix = _SUFFIXES.get(kind) or Path(urlsplit(address).path).suffix or ".png"
    return _keep(b"".join(chunks), suffix, folder)


def _decode(address: str) -> tuple[str, bytes]:
    head, _, body = address.partition(",")
    kind = head[len("data:") :].split(";")[0].casefold()
    if len(body) > MOST_BYTES:
        raise Unavailable("The dropped picture is larger than 64 MiB.")
    try:
        raw = unquote_to_bytes(body)
        return kind, b64decode(raw) if head.casefold().endswith(";base64") else raw
    except (binascii.Error, ValueError) as error:
        raise Unavailable("The dropped picture is damaged; save it and drop the file.") from error


def _keep(content: bytes, suffix: str, folder: Path) -> Path:
    made(folder)
    try:
        with NamedTemporaryFile(dir=folder, prefix="dropped-", suffix=suffix, delete=False) as file:
            file.write(content)
            return Path(file.name)
    except OSError as error:
        raise StudioError(
            f"The picture could not be kept in {folder}: {error.strerror}."
        ) from error
