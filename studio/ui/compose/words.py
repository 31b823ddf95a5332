"""What the verbs, the variations and the models are called in the window."""

from datetime import datetime

from studio.registry import ModelSpec
from studio.tasks.composition import Composition
from studio.ui.compose.region import Region, where
from studio.ui.translate import tr

ORIGINAL = -1
"""The place of the song as it is, beside those of the variations."""


def letter(number: int) -> str:
    """The name of a variation: A for 0."""
    return tr("Original") if number == ORIGINAL else chr(ord("A") + number)


def verb_name(verb: str) -> str:
    """A verb in the user's language."""
    names = {
        "generate": tr("Generate"),
        "continue": tr("Continue"),
        "fill": tr("Fill"),
        "vary": tr("Vary"),
        "harmonise": tr("Harmonise"),
        "accompany": tr("Accompany"),
    }
    return names[verb]


def verb_tip(verb: str) -> str:
    """What a verb does, in a sentence."""
    tips = {
        "generate": tr("Write a new melody into the marked bars, or from the playhead on"),
        "continue": tr("Go on after the last note of the track"),
        "fill": tr("Write the selected notes anew; locked notes never move"),
        "vary": tr("Change some of the melody and keep the rest"),
        "harmonise": tr("Find chords for the melody and play them on a new track"),
        "accompany": tr("Write piano, bass or drums under the melody"),
    }
    return tips[verb]


def model_title(spec: ModelSpec) -> str:
    """The title of a network that writes music."""
    titles = {"lstm": tr("Melody network"), "composer": tr("Composer")}
    return titles.get(spec.name) or tr("My model “{name}”").format(name=spec.name)


def history_line(composition: Composition, at: datetime) -> str:
    """A composition in the list of those of the sitting: "14:05 · Vary · Bars 1–4 of Flute · 3"."""
    request = composition.request
    place = where(request.song, request.track, Region(request.begin, request.end))
    count = tr("{n} variations").format(n=len(composition.variations))
    return " · ".join((f"{at:%H:%M}", verb_name(request.verb), place, count))
