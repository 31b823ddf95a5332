"""Shows that the soundfont is small and sound, in tune, evenly loud, and loops without clicks.

The whole tables are printed by ``packaging/measure_soundfont.py``; here are samples of them.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from studio.music.instruments import DRUMS, INSTRUMENTS, KITS

ROOT = Path(__file__).resolve().parent.parent
PATH = ROOT / "resources" / "soundfont" / "klangbild.sf2"
MOST_BYTES = 4_000_000
CHOSEN = (0, 4, 11, 16, 19, 24, 32, 33, 40, 48, 52, 56, 61, 65, 71, 73, 80, 89, 104)
"""Programs of every family, where to look at all would take too long."""


@pytest.fixture(scope="module")
def tools() -> Iterator[Any]:
    """The modules of the packaging folder that make, read and measure."""
    sys.path.insert(0, str(ROOT / "packaging"))
    names = ("reading", "measures", "struck", "tone", "loudness", "zones")
    modules: dict[str, ModuleType] = {name: import_module(f"soundfont.{name}") for name in names}
    yield SimpleNamespace(**modules)
    sys.path.remove(str(ROOT / "packaging"))


@pytest.fixture(scope="module")
def contents(tools: Any) -> Any:
    return tools.reading.read(PATH)


@pytest.fixture(scope="module")
def listener(tools: Any) -> Iterator[Any]:
    """A synthesiser with the soundfont, where the FluidSynth library is there."""
    try:
        import_module("fluidsynth")
    except ImportError as reason:
        pytest.skip(f"no FluidSynth: {reason}")
    made = import_module("soundfont.listening").Listener(PATH)
    yield made
    made.close()


def test_the_soundfont_stays_within_four_megabytes():
    assert PATH.stat().st_size <= MOST_BYTES


def test_the_structure_follows_the_specification(tools, contents):
    assert tools.reading.faults(contents) == []


def test_every_program_and_every_kit_is_there(contents):
    programs = {(bank, program): name for bank, program, name in contents.presets}

    assert [programs[0, number] for number in range(128)] == [n[:19] for n in INSTRUMENTS]
    assert {number for bank, number in programs if bank == 128} == set(KITS)


def test_no_loop_has_a_seam(tools, contents):
    looped = [header for header in contents.headers if header.loop_end > header.loop_start]

    assert len(looped) > 200
    assert max(tools.reading.seam(contents, header) for header in looped) <= 1


def test_no_sample_is_cut_off_at_full_scale(contents):
    assert np.abs(contents.frames.astype(int)).max() < 32767


def test_the_generator_makes_what_is_shipped(tools, contents):
    wave = tools.struck.waves(tools.struck.WOODBLOCK)[0]
    header = next(one for one in contents.headers if one.name == wave.name)
    shipped = contents.frames[header.start : header.end].astype(int)

    assert np.abs(shipped - np.rint(wave.data * 32767)).max() <= 1


def test_the_generator_is_deterministic(tools):
    first, second = (tools.struck.waves(tools.struck.KALIMBA) for _ in range(2))

    assert all(np.array_equal(a.data, b.data) for a, b in zip(first, second, strict=True))


@pytest.mark.parametrize("key", [24, 60, 61, 108])
def test_a_loop_closes_on_the_pitch_of_its_key(tools, key):
    at = tools.tone.frame(key, 32000, 0.1, 0.2)

    assert abs(1200 * np.log2(at.hertz / tools.tone.key_hertz(key))) < 0.1


def test_a_full_scale_sine_has_the_loudness_that_the_standard_says(tools):
    time = np.arange(3 * 48000) / 48000
    one_channel = np.stack([np.sin(2 * np.pi * 997 * time), 0 * time], 1)

    assert tools.loudness.integrated(one_channel, 48000) == pytest.approx(-3.01, abs=0.05)


def test_every_program_sounds(listener):
    for program in range(128):
        sound = listener.play(program, [(0.0, "on", 65, 100)], 0.3)
        assert np.abs(sound).max() > 0.004, INSTRUMENTS[program]


def test_every_drum_of_every_kit_sounds(listener):
    for kit in (0, 25, 40):
        for key in DRUMS:
            sound = listener.play(kit, [(0.0, "on", key, 100)], 0.1, 128)
            assert np.abs(sound).max() > 0.004, (kit, DRUMS[key])


@pytest.mark.parametrize("program", CHOSEN)
def test_a_program_is_in_tune_within_three_cents(tools, listener, program):
    low, high = tools.measures.RANGES[program]

    for key in (low, (low + high) // 2, high):
        assert abs(tools.measures.cents_off(listener, program, key)) <= 3, key


def test_programs_are_equally_loud_within_three_units(tools, listener):
    louds = [tools.measures.loudness(listener, program) for program in CHOSEN]

    assert max(louds) - min(louds) <= 3


@pytest.mark.parametrize("program", CHOSEN)
def test_six_keys_struck_hard_do_not_clip(tools, listener, program):
    assert tools.measures.chord_peak(listener, program) < 1


def test_a_held_note_has_no_clicks(tools, listener):
    for program in (0, 24, 48, 73):
        assert tools.measures.clicks(listener, program, 64) < 2, INSTRUMENTS[program]


def test_an_open_hat_is_cut_by_a_closed_one(listener):
    alone = [(0.0, "on", 46, 100)]
    rings = listener.play(0, alone, 0.6, 128)[-4410:]
    cut = listener.play(0, [*alone, (0.2, "on", 42, 100)], 0.6, 128)[-4410:]

    assert np.abs(cut).max() < 0.2 * np.abs(rings).max()


def test_a_hard_blow_on_the_piano_is_brighter_than_a_soft_one(listener):
    def brightness(velocity: int) -> float:
        sound = listener.play(0, [(0.0, "on", 60, velocity)], 0.5).sum(1)
        power = np.abs(np.fft.rfft(sound))
        return float((power * np.arange(len(power))).sum() / power.sum())

    assert brightness(30) < 0.85 * brightness(115)


def test_the_piano_rings_long_in_the_bass_and_briefly_at_the_top(listener):
    def fallen(key: int) -> float:
        sound = listener.play(0, [(0.0, "on", key, 100)], 2.0)
        early, late = (np.sqrt(np.mean(sound[a : a + 8820] ** 2)) for a in (4410, 66150))
        return float(20 * np.log10(late / early))

    assert fallen(96) < fallen(72) < fallen(36)
