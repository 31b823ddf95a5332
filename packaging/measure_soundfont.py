"""Measures the soundfont and prints tables: structure, tuning, loudness, peaks, clicks.

With ``--calibrate`` it prints the tables of ``soundfont/levels.py`` that make all programs equally
loud. It needs the FluidSynth library.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path

import numpy as np
from make_soundfont import PATH
from soundfont import levels, measures, reading
from soundfont.listening import Listener

from studio.music.instruments import INSTRUMENTS, KITS

AIM = -29.3
"""LUFS of the phrase, velocity 90, at FluidSynth's gain of 0.6."""
HIGHEST = 0.95
"""What six keys at velocity 110 may reach of full scale at that gain."""


def say(line: str) -> None:
    """Print a line of a table."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description="Measure the soundfont of the studio.")
    parser.add_argument("path", nargs="?", type=Path, default=PATH)
    parser.add_argument("--calibrate", action="store_true", help="print the tables of levels.py")
    parser.add_argument("--step", type=int, default=3, help="semitones between the keys looked at")
    arguments = parser.parse_args()
    listener = Listener(arguments.path)
    if arguments.calibrate:
        calibrate(listener)
    else:
        structure(arguments.path)
        table(listener, arguments.step)
    listener.close()


def calibrate(listener: Listener) -> None:
    """Print attenuations that bring every program to the aim, from what it has now."""
    taken = [_attenuation(listener, program) for program in range(128)]
    say("PROGRAMS: tuple[int, ...] = (")
    for first in range(0, 128, 16):
        say("    " + ", ".join(str(max(0, one)) for one in taken[first : first + 16]) + ",")
    say(")  # fmt: skip")
    kits = {
        kit: max(
            0,
            round(levels.KITS.get(kit, 0) + 25 * (measures.kit_loudness(listener, kit) - AIM)),
        )
        for kit in KITS
    }
    say(f"KITS: dict[int, int] = {kits}")
    say(f"# held at 0: {[program for program, one in enumerate(taken) if one < 0]}")


def _attenuation(listener: Listener, program: int) -> int:
    """Centibels that bring a program to the aim, or its chord below full scale."""
    over = measures.loudness(listener, program) - AIM
    peak = 20 * math.log10(measures.chord_peak(listener, program) / HIGHEST)
    return round(levels.PROGRAMS[program] + 25 * max(over, peak))


def structure(path: Path) -> None:
    """Print size, faults and the seams of the loops."""
    contents = reading.read(path)
    looped = [header for header in contents.headers if header.loop_end > header.loop_start]
    seams = [reading.seam(contents, header) for header in looped]
    say(f"{path.stat().st_size} bytes, {len(contents.headers)} samples, {len(looped)} with a loop")
    say(f"faults: {reading.faults(contents) or 'none'}")
    say(f"largest step at the seam of a loop: {max(seams)} of 32768")


def table(listener: Listener, step: int) -> None:
    """Print a row for each program, and the worst of all."""
    say("   program                   LUFS  peak of 6   cents worst (key)  mean    click")
    louds, peaks, worsts = [], [], []
    for program, name in enumerate(INSTRUMENTS):
        loud = measures.loudness(listener, program)
        peak = measures.chord_peak(listener, program)
        low, high = measures.RANGES[program]
        off = {}
        if program not in measures.NOISES:
            off = {
                key: measures.cents_off(listener, program, key)
                for key in range(low, high + 1, step)
            }
        worst = max(off, key=lambda key: abs(off[key])) if off else 0
        click = measures.clicks(listener, program, (low + high) // 2)
        say(
            f"{program:3} {name:24}{loud:7.1f}{peak:9.2f}"
            + (
                f"{off[worst]:14.2f} ({worst:3}){np.mean(list(off.values())):9.2f}"
                if off
                else " " * 28
            )
            + f"{click:9.2f}"
        )
        louds.append(loud)
        peaks.append(peak)
        worsts.append(abs(off[worst]) if off else 0.0)
    for kit, name in KITS.items():
        say(f"    {name:24}{measures.kit_loudness(listener, kit):7.1f}")
    say(f"loudness {min(louds):.1f} to {max(louds):.1f} LUFS; peak {max(peaks):.2f}; ")
    say(f"worst tuning {max(worsts):.2f} cents")


if __name__ == "__main__":
    main()
