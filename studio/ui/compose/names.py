"""Ways to play and to drum in the user's language; a new one that has no translation keeps its own
name."""

from studio.music.chord_patterns import PATTERNS
from studio.music.drum_patterns import STYLES
from studio.music.theory import SCALES
from studio.ui.translate import tr


def pattern_names() -> dict[str, str]:
    """The ways to play a chord."""
    names = {
        "block": tr("block chords"),
        "broken": tr("broken chords"),
        "alberti": tr("Alberti bass"),
        "waltz": tr("waltz"),
        "offbeat": tr("off the beat"),
        "pad": tr("held chords"),
    }
    return {name: names.get(name, name) for name in PATTERNS}


def drum_names() -> dict[str, str]:
    """The styles of drumming."""
    names = {
        "rock": tr("rock"),
        "hard rock": tr("hard rock"),
        "pop": tr("pop"),
        "ballad": tr("ballad"),
        "funk": tr("funk"),
        "soul": tr("soul"),
        "disco": tr("disco"),
        "reggae": tr("reggae"),
        "ska": tr("ska"),
        "bossa nova": tr("bossa nova"),
        "samba": tr("samba"),
        "cha-cha": tr("cha-cha"),
        "swing": tr("swing"),
        "shuffle": tr("shuffle"),
        "blues": tr("blues"),
        "waltz": tr("waltz"),
        "march": tr("march"),
    }
    return {name: names.get(name, name) for name in STYLES}


def scale_names() -> dict[str, str]:
    """The scales."""
    names = {
        "major": tr("major"),
        "minor": tr("minor"),
        "harmonic minor": tr("harmonic minor"),
        "melodic minor": tr("melodic minor"),
        "dorian": tr("dorian"),
        "phrygian": tr("phrygian"),
        "lydian": tr("lydian"),
        "mixolydian": tr("mixolydian"),
        "locrian": tr("locrian"),
        "major pentatonic": tr("major pentatonic"),
        "minor pentatonic": tr("minor pentatonic"),
        "blues": tr("blues"),
        "whole tone": tr("whole tone"),
        "chromatic": tr("chromatic"),
    }
    return {name: names.get(name, name) for name in SCALES}
