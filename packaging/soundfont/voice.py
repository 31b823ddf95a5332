"""What a program is made of, and the waves that programs share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from soundfont import blown, drums, electric, ensembles, metal, noises, piano, plucked, struck
from soundfont.sf2 import Gen, Mod, Wave, Zone
from soundfont.zones import spread_keys, wide


@dataclass(frozen=True, slots=True)
class Voice:
    """The zones of a program, and what holds for all of them."""

    zones: Sequence[Zone]
    gens: Mapping[Gen, int] = field(default_factory=dict)
    mods: Sequence[Mod] = ()


QUIETER = {
    "closed hat": 4, "open hat": 6, "crash": 1, "ride": 5, "ride bell": 4, "tambourine": 3,
    "cowbell": 3, "triangle": 4, "shaker": 3, "maraca": 2, "conga": 1, "timbale": 1, "kick": 2,
    "whistle": 5, "guiro": 3, "short guiro": 3, "vibraslap": 3, "cuica": 3,
}  # fmt: skip
"""Decibels by which single sounds are quieter than the peak, so that a kit is balanced."""


@cache
def piano_waves() -> list[Wave]:
    """The piano's samples."""
    return piano.waves()


@cache
def plucked_waves(family: plucked.Plucked) -> list[Wave]:
    """Samples of a plucked string."""
    return plucked.waves(family)


@cache
def struck_waves(family: struck.Struck) -> list[Wave]:
    """Samples of something struck."""
    return struck.waves(family)


@cache
def blown_waves(family: blown.Blown) -> list[Wave]:
    """Samples of something blown or bowed."""
    return blown.waves(family)


@cache
def ensemble_waves(family: ensembles.Ensemble) -> list[Wave]:
    """Loops of an ensemble."""
    return ensembles.waves(family)


@cache
def oscillator_waves(name: str) -> list[Wave]:
    """Loops of an oscillator."""
    return electric.oscillator(name)


@cache
def tine_waves() -> list[Wave]:
    """Samples of the electric piano."""
    return electric.tine_waves()


@cache
def fm_waves() -> list[Wave]:
    """Samples of the electric piano of frequency modulation."""
    return electric.fm_waves()


@cache
def single_waves() -> dict[str, Wave]:
    """Drums, cymbals and noises by name."""
    made = drums.waves() | metal.waves() | noises.waves()
    return {
        name: replace(wave, data=wave.data * 10 ** (-QUIETER.get(name, 0) / 20))
        for name, wave in made.items()
    }


def strings_of(family: plucked.Plucked, longer: float = 1.0) -> list[Zone]:
    """The keyboard of a plucked string."""
    return plucked.zones(family, plucked_waves(family), longer)


def bars_of(family: struck.Struck, longer: float = 1.0) -> list[Zone]:
    """The keyboard of something struck."""
    return struck.zones(family, struck_waves(family), longer)


def winds_of(family: blown.Blown) -> list[Zone]:
    """The keyboard of something blown or bowed."""
    return spread_keys(blown_waves(family))


def section_of(family: ensembles.Ensemble, pan: int = 350) -> list[Zone]:
    """The keyboard of an ensemble, in stereo."""
    return wide(spread_keys(ensemble_waves(family)), pan)


def doubled(zones: Sequence[Zone], cents: int, pan: int = 250) -> list[Zone]:
    """Two of every zone, ``cents`` above and below, left and right; in tune in the middle."""
    return altered(zones, {Gen.FINE_TUNE: cents, Gen.PAN: -pan}) + altered(
        zones, {Gen.FINE_TUNE: -cents, Gen.PAN: pan}
    )


def twice(zones: Sequence[Zone]) -> list[Zone]:
    """Every zone two times: 6 dB more, where a sample at its peak is still too quiet."""
    return [*zones, *zones]


def oscillated(name: str) -> list[Zone]:
    """The keyboard of an oscillator."""
    return spread_keys(oscillator_waves(name))


def altered(zones: Sequence[Zone], gens: Mapping[Gen, int]) -> list[Zone]:
    """The same zones with generators of their own on top."""
    return [Zone(zone.wave, {**zone.gens, **gens}, zone.keys, zone.velocities) for zone in zones]


def one(
    name: str,
    keys: tuple[int, int] = (0, 127),
    root: float = 60,
    gens: Mapping[Gen, int] | None = None,
) -> Zone:
    """A single sound on a range of keys; ``root`` is the key at which it sounds as recorded."""
    key = round(root)
    own = {Gen.ROOT_KEY: key, Gen.FINE_TUNE: round(100 * (key - root)), **(gens or {})}
    if not own[Gen.FINE_TUNE]:
        del own[Gen.FINE_TUNE]
    return Zone(single_waves()[name], own, keys)


Programs = dict[int, Voice]
Maker = Callable[[], Programs]
