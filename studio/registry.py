"""The networks by name: where their weights lie, checked when first used, kept while used."""

from __future__ import annotations

import hashlib
import json
import logging
import pickle
import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from studio.errors import StudioError, Unavailable, UnreadableFile
from studio.paths import data_dir, made, models, replacing

if TYPE_CHECKING:
    from torch import Tensor

    from studio.image.encoder import Encoder
    from studio.image.feedforward import Fast
    from studio.image.instant import Instant

    Network = TypeVar("Network", Encoder, Fast, Instant)

logger = logging.getLogger(__name__)

VGG19_HASH = "dcbb9e9d"
"""How the SHA-256 of torchvision's file begins; it is part of the file's name."""


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """A network that the studio can use."""

    name: str
    title: str
    file: str
    bundled: bool

    @property
    def path(self) -> Path:
        """Where its weights are, or would be."""
        return (models() if self.bundled else data_dir() / "models") / self.file


MODELS: Mapping[str, ModelSpec] = {
    "studio": ModelSpec("studio", "Studio encoder", "encoder.safetensors", True),
    "vgg19": ModelSpec("vgg19", "VGG-19", "vgg19.safetensors", False),
    "instant": ModelSpec("instant", "Instant decoder", "instant.safetensors", True),
    "adain": ModelSpec("adain", "AdaIN decoder", "adain.safetensors", True),
    "fast": ModelSpec("fast", "Fast network", "fast.safetensors", True),
}
ENCODERS = ("studio", "vgg19")


@dataclass(frozen=True, slots=True, eq=False)
class LoadedEncoder:
    """An encoder on its device, with the checksum of the file it came from."""

    network: Encoder
    sha256: str


def encoder(name: str = "studio", device: str = "cpu") -> LoadedEncoder:
    """Load an encoder on first use; raises Unavailable or UnreadableFile with what to do."""
    return _encoder(_present(name), device, *_version(MODELS[name].path))


@lru_cache(maxsize=2)
def _encoder(spec: ModelSpec, device: str, _changed: int, _size: int) -> LoadedEncoder:
    from studio.image.encoder import VGG19, Encoder, EncoderConfig

    def build(metadata: Mapping[str, str]) -> Encoder:
        return Encoder(EncoderConfig.from_json(metadata["config"]) if spec.bundled else VGG19)

    network, sha256, _ = _built(spec, build, device)
    return LoadedEncoder(network, sha256)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedInstant:
    """A decoder of Instant's on its device, and its file's checksum."""

    network: Instant
    sha256: str


def instant(name: str = "instant", device: str = "cpu") -> LoadedInstant:
    """Load Instant's decoder (or ``adain``'s) on first use; raises as `encoder` does."""
    return _instant(_present(name), device, *_version(MODELS[name].path))


@lru_cache(maxsize=2)
def _instant(spec: ModelSpec, device: str, _changed: int, _size: int) -> LoadedInstant:
    from studio.image.instant import Instant, InstantConfig

    def build(metadata: Mapping[str, str]) -> Instant:
        return Instant(InstantConfig.from_json(metadata["config"]))

    network, sha256, _ = _built(spec, build, device)
    return LoadedInstant(network, sha256)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedFast:
    """The network of Fast on its device, the embeddings by style, and its file's checksum."""

    network: Fast
    photo: Tensor
    embeddings: Mapping[str, Tensor]
    sha256: str


def fast(device: str = "cpu", path: Path | None = None) -> LoadedFast:
    """Load Fast, or one that was trained here from ``path``; raises as `encoder` does."""
    if path is None:
        spec = _present("fast")
    else:
        spec = ModelSpec(path.stem, f"Fast network “{path.stem}”", str(path), False)
        if not path.is_file():
            raise Unavailable(f"The Fast network “{path}” is missing: train the style again.")
    return _fast(spec, device, *_version(spec.path))


@lru_cache(maxsize=3)
def _fast(spec: ModelSpec, device: str, _changed: int, _size: int) -> LoadedFast:
    from studio.image.feedforward import EMBEDDINGS, PHOTO, Fast, FastConfig

    def build(metadata: Mapping[str, str]) -> Fast:
        return Fast(FastConfig.from_json(metadata["config"]))

    network, sha256, (rest, metadata) = _built(spec, build, device, (EMBEDDINGS,))
    try:
        rows = rest[EMBEDDINGS].float().to(device)
        names = [str(name) for name in json.loads(metadata["styles"])]
        if rows.shape != (len(names) + 1, network.config.embedding):
            raise ValueError("not as many embeddings as styles")
        if not bool(rows.isfinite().all()):
            raise ValueError("not finite")
    except (KeyError, ValueError, TypeError) as problem:
        raise UnreadableFile(_damaged(spec)) from problem
    embeddings = dict(zip(names, rows[PHOTO + 1 :], strict=True))
    return LoadedFast(network, rows[PHOTO], embeddings, sha256)


def _present(name: str) -> ModelSpec:
    spec = MODELS[name]
    if not spec.path.is_file():
        raise Unavailable(_missing(spec))
    return spec


def _version(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size


def _built(
    spec: ModelSpec,
    build: Callable[[Mapping[str, str]], Network],
    device: str,
    apart: tuple[str, ...] = (),
) -> tuple[Network, str, tuple[dict[str, Tensor], dict[str, str]]]:
    """Check the file, build the network and fill it; the tensors named ``apart`` come beside it."""
    import torch

    sha256 = _checked_sha256(spec)
    weights, metadata = read_weights(spec.path)
    rest = {name: weights.pop(name) for name in apart if name in weights}
    try:
        network = build(metadata)
        network.load_state_dict({key: value.float() for key, value in weights.items()})
    except (KeyError, ValueError, TypeError, RuntimeError) as problem:
        raise UnreadableFile(_damaged(spec)) from problem
    if not all(bool(value.isfinite().all()) for value in network.state_dict().values()):
        raise UnreadableFile(_damaged(spec))
    logger.info("loaded %s", spec.path.name)
    ready = network.eval().requires_grad_(False).to(device)
    return ready.to(memory_format=torch.channels_last), sha256, (rest, metadata)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _readable_sha256(path: Path) -> str:
    """The SHA-256, or UnreadableFile where the file does not let itself be read."""
    try:
        return file_sha256(path)
    except OSError as problem:
        reason = problem.strerror or "it is damaged"
        raise UnreadableFile(f"The weights “{path}” cannot be read: {reason}.") from None


def _checked_sha256(spec: ModelSpec) -> str:
    """The file's checksum, which must be its card's where a card lies beside it."""
    sha256 = _readable_sha256(spec.path)
    card = spec.path.with_suffix(".json")
    if card.is_file():
        try:
            told = json.loads(card.read_text(encoding="utf-8"))["sha256"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise UnreadableFile(_damaged(spec)) from None
        if told != sha256:
            raise UnreadableFile(_damaged(spec))
    return sha256


def read_weights(path: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    """Read tensors and metadata from safetensors, or tensors from a file of torch's.

    Nothing in the file is executed. Raises UnreadableFile for anything else than named tensors.
    """
    import torch
    from safetensors import SafetensorError, safe_open

    odd: tuple[type[Exception], ...]
    odd = (RuntimeError, ValueError, TypeError, AttributeError, LookupError, EOFError)
    odd += (AssertionError, struct.error)  # from torch's unpickler, for a truncated or altered file
    try:
        if path.suffix.lower() == ".safetensors":
            with safe_open(path, "pt") as file:
                tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
                return tensors, file.metadata() or {}
        weights = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as problem:
        reason = problem.strerror or "it is no file"
        raise UnreadableFile(f"The weights “{path}” cannot be read: {reason}.") from None
    except (SafetensorError, pickle.UnpicklingError, *odd) as problem:
        raise UnreadableFile(f"“{path}” is damaged or no weight file.") from problem
    named = isinstance(weights, dict) and all(isinstance(v, torch.Tensor) for v in weights.values())
    if not named:
        raise UnreadableFile(f"“{path}” is no table of weights.")
    return dict(weights), {}


def add_vgg19(source: Path) -> Path:
    """Take VGG-19 from a file of the user's: checked, and kept as safetensors; returns where.

    A file that carries torchvision's checksum in its name must have it.
    """
    from safetensors.torch import save_file

    from studio.image.encoder import from_vgg19

    if not source.is_file():
        raise UnreadableFile(f"There is no file “{source}”.")
    stated = re.fullmatch(r".*-([0-9a-f]{8})", source.stem)
    if stated and not _readable_sha256(source).startswith(stated[1]):
        raise UnreadableFile(
            f"“{source.name}” is damaged: its checksum is not the one in its name."
        )
    network = from_vgg19(read_weights(source)[0])
    path = MODELS["vgg19"].path
    made(path.parent)
    with replacing(path, force=True) as temporary:
        save_file({k: v.contiguous() for k, v in network.state_dict().items()}, temporary)
    return path


def fetch_vgg19() -> Path:
    """Fetch torchvision's VGG-19 (548 MB), checked by SHA-256; offline it says so."""
    import torch
    from torchvision.models import VGG19_Weights

    address = VGG19_Weights.IMAGENET1K_V1.url
    partial = made(data_dir() / "models") / f"vgg19-{VGG19_HASH}.pth"
    try:
        torch.hub.download_url_to_file(address, str(partial), VGG19_HASH, progress=False)
        return add_vgg19(partial)
    except (OSError, RuntimeError) as problem:
        raise Unavailable(
            "VGG-19 could not be fetched: the network does not answer. The studio's own encoder "
            "works without it; or name a file with “studio add vgg19 FILE”."
        ) from problem
    finally:
        partial.unlink(missing_ok=True)


def _missing(spec: ModelSpec) -> str:
    if spec.bundled:
        return f"The weights of the {spec.title.lower()} are missing ({spec.file}): install anew."
    return (
        "VGG-19 is not here yet: “studio add vgg19” fetches it (548 MB), "
        "“studio add vgg19 FILE” takes a file that you have."
    )


def _damaged(spec: ModelSpec) -> str:
    remedy = "install anew" if spec.bundled else "remove it and add it again"
    return f"The weights of {spec.title} ({spec.file}) are damaged: {remedy}."


def known(name: str) -> str:
    """The name back, where there is such an encoder; StudioError otherwise."""
    if name not in ENCODERS:
        raise StudioError(f"There is no encoder “{name}”; there are {', '.join(ENCODERS)}.")
    return name
