"""A channel of a MIDI file: what is set on it until its first note, and what changes later."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from studio.music.midi_meta import LOOP_START, Chart
from studio.music.song import PROGRAM, Controls, Track

DRUMS: Final = 9
"""The channel that General MIDI gives to the drums, counted from 0."""
BANK, VOLUME, PAN, BANK_LOW, _LOOP_HERE = 0, 7, 10, 32, 111
Table = NDArray[np.int64]  # (3, N): tick, number and value of controls
NOTHING: Final[Table] = np.zeros((3, 0), np.int64)


class Channel(NamedTuple):
    """One of sixteen, at one of the ports that a file may name."""

    port: int
    number: int


def in_time(table: Table) -> Table:
    """The same in order of time; those on one tick keep their order."""
    return table[:, np.argsort(table[0], kind="stable")]


def sound_of(table: Table, first_note: int | None, channel: int) -> Track:
    """A track without notes that has a channel's controls.

    What is set until the first note is the track's instrument, volume and place; of several such
    only the last is ever heard. A bank counts for the program after it.
    """
    tick, number, value = table
    if first_note is None:
        programs = tick[number == PROGRAM]
        first_note = int(programs[0]) if len(programs) else 0
    early = tick <= first_note
    program = _last(number, PROGRAM, early)
    before = np.arange(len(tick)) < program
    bank, bank_low = _last(number, BANK, before), _last(number, BANK_LOW, before)
    volume, pan = _last(number, VOLUME, early), _last(number, PAN, early)
    taken = early & np.isin(number, (PROGRAM, VOLUME, PAN))
    taken |= before & np.isin(number, (BANK, BANK_LOW))
    return Track(
        program=_value(value, program, 0),
        bank=_value(value, bank, 0) << 7 | _value(value, bank_low, 0),
        volume=_value(value, volume, 100),
        pan=_value(value, pan, 64),
        drums=channel == DRUMS,
        controls=Controls(*table[:, ~taken]),
    )


def _last(number: NDArray[np.int64], wanted: int, among: NDArray[np.bool_]) -> int:
    places = np.flatnonzero((number == wanted) & among)
    return int(places[-1]) if len(places) else -1


def _value(value: NDArray[np.int64], place: int, otherwise: int) -> int:
    return int(value[place]) & 0x7F if place >= 0 else otherwise


def take_loop(chart: Chart, tables: dict[Channel, Table]) -> None:
    """Where no word says it, a loop begins at controller 111, as in games."""
    starts = [table[0][table[1] == _LOOP_HERE] for table in tables.values()]
    found = np.concatenate([np.zeros(0, np.int64), *starts])
    if LOOP_START in chart.loop or not len(found):
        return
    chart.loop[LOOP_START] = int(found.min())
    for channel, table in tables.items():
        tables[channel] = table[:, table[1] != _LOOP_HERE]
