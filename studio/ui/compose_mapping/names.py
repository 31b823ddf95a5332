"""What is seen, what is decided and what follows, in the user's language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from studio.music.instruments import INSTRUMENTS
from studio.music.theory import pitch_name
from studio.ui.instrument_words import instrument_word
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.tasks.picture_music import MusicPlan


def seen_names() -> Mapping[str, str]:
    """What is seen in a picture, and what words say, by the names of ``SEEN``."""
    return {
        "light": tr("Light"),
        "contrast": tr("Contrast"),
        "saturation": tr("Saturation"),
        "warmth": tr("Warmth"),
        "hue": tr("Hue"),
        "variety": tr("Variety of colours"),
        "fine": tr("Fine texture"),
        "coarse": tr("Coarse texture"),
        "upright": tr("Upright edges"),
        "diagonal": tr("Slanting edges"),
        "order": tr("Order of the edges"),
        "symmetry": tr("Symmetry"),
        "height": tr("Light from above"),
        "gladness": tr("Gladness"),
        "energy": tr("Energy"),
        "brightness": tr("Brightness"),
    }


def decision_names() -> Mapping[str, str]:
    """What is decided in the music, by the names of ``DECISIONS``, in the order of the table."""
    return {
        "mode": tr("Mode"),
        "tonic": tr("Key"),
        "tempo": tr("Tempo"),
        "metre": tr("Metre"),
        "register": tr("Register"),
        "density": tr("Density"),
        "leaps": tr("Leaps"),
        "chords": tr("Chords"),
        "motion": tr("Accompaniment"),
        "instruments": tr("Instruments"),
        "drums": tr("Drums"),
    }


def meanings() -> Mapping[str, str]:
    """What less and more of each decision mean."""
    return {
        "mode": tr("From dark to bright scales"),
        "tonic": tr("From flats to sharps"),
        "tempo": tr("From slow to fast"),
        "metre": tr("4/4, then 3/4, then 6/8"),
        "register": tr("From low to high"),
        "density": tr("From few notes in a bar to many"),
        "leaps": tr("From small steps to wide leaps"),
        "chords": tr("From sad to glad"),
        "motion": tr("From held chords to restless ones"),
        "instruments": tr("From cool and clear to warm and full"),
        "drums": tr("From none to driving ones"),
    }


def results(plan: "MusicPlan") -> Mapping[str, str]:
    """Every decision of a plan in words."""
    flats = plan.key.fifths < 0
    chords = " ".join(chord.name for chord in plan.chords(len(plan.numerals.split())))
    players = (plan.melody, plan.accompaniment, plan.bass)
    numerator, denominator = plan.metre.numerator, plan.metre.denominator
    lowest, highest = pitch_name(plan.lowest, flats), pitch_name(plan.highest, flats)
    return {
        "mode": _scales().get(plan.key.scale, plan.key.scale),
        "tonic": plan.key.name.split(" ")[0],
        "tempo": tr("{tempo} bpm").format(tempo=plan.tempo),
        "metre": f"{numerator}/{denominator}",
        "register": f"{lowest} – {highest}",
        "density": tr("{fewest} – {most} a bar").format(fewest=plan.fewest, most=plan.most),
        "leaps": tr("up to {count}").format(count=plan.leap),
        "chords": chords,
        "motion": _patterns().get(plan.pattern, plan.pattern),
        "instruments": ", ".join(instrument_word(INSTRUMENTS[program]) for program in players),
        "drums": tr("none") if plan.drums is None else _styles().get(plan.drums, plan.drums),
    }


def _scales() -> Mapping[str, str]:
    return {
        "phrygian": tr("phrygian"),
        "minor": tr("minor"),
        "dorian": tr("dorian"),
        "mixolydian": tr("mixolydian"),
        "major": tr("major"),
        "lydian": tr("lydian"),
    }


def _patterns() -> Mapping[str, str]:
    return {
        "pad": tr("held"),
        "block": tr("in blocks"),
        "broken": tr("broken"),
        "alberti": tr("Alberti"),
        "offbeat": tr("off the beat"),
        "waltz": tr("waltz"),
    }


def _styles() -> Mapping[str, str]:
    return {
        "ballad": tr("ballad"),
        "bossa nova": tr("bossa nova"),
        "soul": tr("soul"),
        "pop": tr("pop"),
        "rock": tr("rock"),
        "disco": tr("disco"),
        "hard rock": tr("hard rock"),
        "waltz": tr("waltz"),
        "blues": tr("blues"),
        "shuffle": tr("shuffle"),
    }
