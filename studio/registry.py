"""The networks by name: where their weights lie, checked when first used, kept while used."""

from __future__ import annotations

import json
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from studio.errors import StudioError, Unavailable, UnreadableFile
from studio.paths import data_dir, models
from studio.weights import read_weights, readable_sha256

if TYPE_CHECKING:
    from torch import Tensor
    from torch.nn import Module

    from studio.image.encoder import Encoder
    from studio.image.feedforward import Fast
    from studio.image.gan import Generator
    from studio.image.instant import Instant
    from studio.image.vae import Vae
    from studio.music.lstm import MelodyLstm
    from studio.music.music_vae import MusicVae
    from studio.music.transformer import Composer

logger = logging.getLogger(__name__)

Network = TypeVar("Network", bound="Module")
Kept = TypeVar("Kept")
_MOST_KEPT = 8
_cache: OrderedDict[tuple[object, ...], Any] = OrderedDict()
_lock = threading.RLock()


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
MUSIC_MODELS: Mapping[str, ModelSpec] = {
    "lstm": ModelSpec("lstm", "Melody network", "melody-lstm.safetensors", True),
    "composer": ModelSpec("composer", "Composer", "composer.safetensors", True),
}
LATENT_MODELS: Mapping[str, ModelSpec] = {
    name: ModelSpec(name, title, f"{name}.safetensors", True)
    for name, title in (
        ("paintings", "Painted landscapes"),
        ("faces", "Faces from scrolls"),
        ("faces-dcgan", "Faces by DCGAN"),
        ("faces-wgan", "Faces by WGAN-GP"),
        ("melody-2", "Melodies of 2 bars"),
        ("melody-16", "Melodies of 16 bars"),
    )
}
"""The networks with a latent space to walk: of pictures, and of melodies."""
OWN_LATENT = "latent"
"""The folder of the user's models with a latent space, one file a model."""
OWN_MUSIC = "music"
"""The folder of the user's models in which those that write music lie, one file a model."""


@dataclass(frozen=True, slots=True, eq=False)
class Loaded(Generic[Network]):
    """A network on its device, and the checksum of the file it came from."""

    network: Network
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class LoadedFast(Loaded["Fast"]):
    """Fast beside the embeddings by style, and that of the photo itself."""

    photo: Tensor
    embeddings: Mapping[str, Tensor]


def encoder(name: str = "studio", device: str = "cpu") -> Loaded[Encoder]:
    """Load an encoder on first use; raises Unavailable or UnreadableFile with what to do."""

    def build(config: str) -> Encoder:
        from studio.image.encoder import VGG19, Encoder, EncoderConfig

        return Encoder(EncoderConfig.from_json(config) if config else VGG19)

    return _loaded(_present(name), device, build)


def instant(name: str = "instant", device: str = "cpu") -> Loaded[Instant]:
    """Load Instant's decoder (or ``adain``'s) on first use; raises as `encoder` does."""

    def build(config: str) -> Instant:
        from studio.image.instant import Instant, InstantConfig

        return Instant(InstantConfig.from_json(config))

    return _loaded(_present(name), device, build)


def fast(device: str = "cpu", path: Path | None = None) -> LoadedFast:
    """Load Fast, or one that was trained here from ``path``; raises as `encoder` does."""
    if path is None:
        spec = _present("fast")
    else:
        spec = ModelSpec(path.stem, f"Fast network “{path.stem}”", str(path), False)
        if not path.is_file():
            raise Unavailable(f"The Fast network “{path}” is missing: train the style again.")
    return _kept(spec, device, lambda: _fast(spec, device))


def music_models() -> tuple[ModelSpec, ...]:
    """The networks that write music and are here: those that ship, then the user's own."""
    shipped = [spec for spec in MUSIC_MODELS.values() if spec.path.is_file()]
    own = sorted((data_dir() / "models" / OWN_MUSIC).glob("*.safetensors"))
    return (*shipped, *(_own_music(path.stem) for path in own))


def music(name: str, device: str = "cpu") -> Loaded[MelodyLstm | Composer]:
    """Load a network that writes music on first use; raises as `encoder` does."""
    spec = MUSIC_MODELS.get(name) or _own_music(name)
    if Path(name).name != name or not spec.path.is_file():
        raise Unavailable(_missing(spec) if spec.bundled else _untrained(name))
    return _loaded(spec, device, _musician)


def _own_music(name: str) -> ModelSpec:
    return ModelSpec(name, f"model “{name}”", f"{OWN_MUSIC}/{name}.safetensors", False)


def _untrained(name: str) -> str:
    there = ", ".join(spec.name for spec in music_models())
    return f"There is no model “{name}” that writes music; there are {there}."


def _musician(config: str) -> MelodyLstm | Composer:
    """The network that a description builds: each has sizes that the other does not know."""
    from studio.music.lstm import MelodyLstm, MelodyLstmConfig
    from studio.music.transformer import Composer, ComposerConfig

    try:
        return MelodyLstm(MelodyLstmConfig.from_json(config))
    except UnreadableFile:
        return Composer(ComposerConfig.from_json(config), 0.0)


def latent_models() -> tuple[ModelSpec, ...]:
    """The networks with a latent space that are here: those that ship, then the user's own."""
    shipped = [spec for spec in LATENT_MODELS.values() if spec.path.is_file()]
    own = sorted((data_dir() / "models" / OWN_LATENT).glob("*.safetensors"))
    return (*shipped, *(_own_latent(path.stem) for path in own))


def latent(name: str, device: str = "cpu") -> Loaded[Vae | Generator | MusicVae]:
    """Load a network with a latent space, by its name or its file; raises as `encoder` does."""
    if name.endswith(".safetensors"):
        path = Path(name).absolute()
        spec = ModelSpec(path.stem, f"model “{path.stem}”", str(path), False)
        if not path.is_file():
            raise Unavailable(f"There is no model “{name}”.")
        return _loaded(spec, device, _walkable)
    spec = LATENT_MODELS.get(name) or _own_latent(name)
    if Path(name).name != name or not spec.path.is_file():
        there = ", ".join(spec.name for spec in latent_models()) or "none yet"
        lacking = f"There is no model “{name}” with a latent space; there are {there}."
        raise Unavailable(_missing(spec) if spec.bundled else lacking)
    return _loaded(spec, device, _walkable)


def _own_latent(name: str) -> ModelSpec:
    return ModelSpec(name, f"model “{name}”", f"{OWN_LATENT}/{name}.safetensors", False)


def _walkable(config: str) -> Vae | Generator | MusicVae:
    """The network that a description builds: each says its kind."""
    from studio.image.gan import GanConfig, Generator
    from studio.image.vae import Vae, VaeConfig
    from studio.music.music_vae import MusicVae, MusicVaeConfig

    kind = next(iter(json.loads(config)))
    if kind == "vae":
        return Vae(VaeConfig.from_json(config))
    if kind == "gan":
        return Generator(GanConfig.from_json(config))
    return MusicVae(MusicVaeConfig.from_json(config))


def _fast(spec: ModelSpec, device: str) -> LoadedFast:
    from studio.image.feedforward import EMBEDDINGS, PHOTO, Fast, FastConfig

    def build(config: str) -> Fast:
        return Fast(FastConfig.from_json(config))

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
    return LoadedFast(network, sha256, rows[PHOTO], embeddings)


def _loaded(spec: ModelSpec, device: str, build: Callable[[str], Network]) -> Loaded[Network]:
    """The network of a file, built by ``build`` from the configuration that the file states."""

    def load() -> Loaded[Network]:
        network, sha256, _ = _built(spec, build, device)
        return Loaded(network, sha256)

    return _kept(spec, device, load)


def _kept(spec: ModelSpec, device: str, load: Callable[[], Kept]) -> Kept:
    """What was loaded of this very file last time, or what ``load`` gives; the oldest goes."""
    status = spec.path.stat()
    key = (spec, device, status.st_mtime_ns, status.st_size)
    with _lock:
        if key not in _cache:
            _cache[key] = load()
            while len(_cache) > _MOST_KEPT:
                _cache.popitem(last=False)
        _cache.move_to_end(key)
        found: Kept = _cache[key]
        return found


def _present(name: str) -> ModelSpec:
    spec = MODELS[name]
    if not spec.path.is_file():
        raise Unavailable(_missing(spec))
    return spec


def _built(
    spec: ModelSpec,
    build: Callable[[str], Network],
    device: str,
    apart: tuple[str, ...] = (),
) -> tuple[Network, str, tuple[dict[str, Tensor], dict[str, str]]]:
    """Check the file, build the network and fill it; the tensors named ``apart`` come beside it."""
    import torch

    sha256 = _checked_sha256(spec)
    weights, metadata = read_weights(spec.path)
    rest = {name: weights.pop(name) for name in apart if name in weights}
    try:
        network = build(metadata["config"] if spec.bundled or "config" in metadata else "")
        network.load_state_dict({key: value.float() for key, value in weights.items()})
    except (KeyError, ValueError, TypeError, RuntimeError) as problem:
        raise UnreadableFile(_damaged(spec)) from problem
    if not all(bool(value.isfinite().all()) for value in network.state_dict().values()):
        raise UnreadableFile(_damaged(spec))
    logger.info("loaded %s", spec.path.name)
    ready = network.eval().requires_grad_(False).to(device)
    return ready.to(memory_format=torch.channels_last), sha256, (rest, metadata)


def _checked_sha256(spec: ModelSpec) -> str:
    """The file's checksum, which must be its card's where a card lies beside it."""
    sha256 = readable_sha256(spec.path)
    card = spec.path.with_suffix(".json")
    if card.is_file():
        try:
            told = json.loads(card.read_text(encoding="utf-8"))["sha256"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise UnreadableFile(_damaged(spec)) from None
        if told != sha256:
            raise UnreadableFile(_damaged(spec))
    return sha256


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
