"""How models and places of latent spaces are called in the window."""

from studio.registry import ModelSpec
from studio.tasks.latent_place import LatentPlace
from studio.ui.translate import tr


def model_title(spec: ModelSpec) -> str:
    """The name of a model for the list."""
    own = {
        "faces": tr("Faces from scrolls"),
        "paintings": tr("Painted landscapes"),
        "faces-dcgan": tr("Faces by DCGAN"),
        "faces-wgan": tr("Faces by WGAN-GP"),
        "melody-2": tr("Melodies of 2 bars"),
        "melody-16": tr("Melodies of 16 bars"),
    }
    return own.get(spec.name, spec.name) if spec.bundled else spec.name


def place_title(title: str, place: LatentPlace) -> str:
    """A place by its model and its seed: "Faces from scrolls · seed 3"."""
    if place.told:
        return tr("{model} · a place of its own").format(model=title)
    return tr("{model} · seed {seed}").format(model=title, seed=place.seed)
