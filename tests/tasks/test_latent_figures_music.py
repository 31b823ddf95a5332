"""Figures of latent spaces of melodies: right for what is known, and printed by the command."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from studio.cli import main
from studio.errors import StudioError
from studio.music.melody_copies import KnownTunes
from studio.music.melody_grid import FIRST, HOLD, LOW, REST
from studio.music.music_vae import MusicVae, valid
from studio.tasks.evaluate_latent import LatentRequest, MelodyFigures, evaluate_latent
from studio.tasks.latent_figures_music import (
    coming_back,
    like,
    notes_back,
    relative,
    samples,
)
from studio.tasks.latent_ways_music import (
    by_beats,
    by_chance,
    by_latents,
    in_scale,
    way_figures,
)
from tests.tasks.latent_networks import MUSIC, write_network
from tests.tasks.tune_files import tunes_folder
from tests.training.tiny_runs import ended


def tune(count: int, pitch: int = 60, steps: int = 32, scale: tuple[int, ...] = (0,)) -> np.ndarray:
    """``count`` notes of equal length along a scale."""
    found = np.full(steps, HOLD, np.int64)
    found[0] = REST
    for number, step in enumerate(np.linspace(0, steps, count, endpoint=False).astype(int)):
        found[step] = pitch + scale[number % len(scale)] - LOW + FIRST
    return found


def network() -> MusicVae:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(5)
        return MusicVae(MUSIC).eval().requires_grad_(False)


MAJOR = (0, 2, 4, 5, 7, 9, 11)


def test_an_even_way_fits_the_line_and_makes_no_detour() -> None:
    way = np.stack([tune(count) for count in (4, 8, 16, 32)])
    figures = way_figures([way])
    assert figures.density_onward == 1.0
    assert figures.density_fit > 0.9
    assert figures.onward == 1.0
    assert figures.in_scale == 1.0
    straight = np.stack([tune(8), tune(16), tune(24), tune(32)])
    assert way_figures([straight]).density_away < figures.density_away
    assert way_figures([straight]).density_fit == pytest.approx(1.0, abs=1e-3)


def test_a_way_that_turns_back_is_told_from_one_that_does_not() -> None:
    there = np.stack([tune(count) for count in (4, 8, 16, 32)])
    back = np.stack([tune(count) for count in (4, 32, 4, 32)])
    assert way_figures([back]).density_onward < way_figures([there]).density_onward
    assert way_figures([back]).detour > way_figures([there]).detour
    assert way_figures([back]).detour == pytest.approx(3.0)


def test_a_way_between_equals_says_nothing_of_density() -> None:
    figures = way_figures([np.stack([tune(8, 60), tune(8, 62), tune(8, 64)])])
    assert math.isnan(figures.density_fit)
    assert figures.density_away == 0.0
    alike = np.stack([tune(8, pitch) for pitch in (60, 62, 64)])
    denser = np.stack([tune(count) for count in (8, 16, 24)])
    mixed = way_figures([alike, denser])
    assert mixed.density_onward == 1.0


def test_no_way_at_all_is_no_number() -> None:
    assert all(math.isnan(value) for value in vars_of(way_figures([])))


def vars_of(figures: object) -> list[float]:
    return [getattr(figures, name) for name in figures.__dataclass_fields__]  # type: ignore[attr-defined]


def test_scales_are_told_from_their_absence() -> None:
    assert in_scale(tune(7, scale=MAJOR)) == 1.0
    assert in_scale(tune(12, scale=tuple(range(12)))) < 0.7
    assert math.isnan(in_scale(tune(0)))


@given(st.integers(1, 32), st.integers(1, 32), st.integers(0, 100))
def test_a_cross_fade_goes_from_one_to_the_other(one: int, other: int, seed: int) -> None:
    ends = tune(one, 60, scale=MAJOR), tune(other, 65, scale=MAJOR)
    way = by_beats(*ends, np.random.default_rng(seed))
    assert np.array_equal(way[0], ends[0])
    assert np.array_equal(way[-1], ends[1])
    assert all(valid(melody) for melody in way)


def test_ways_by_chance_and_by_latents_are_as_long() -> None:
    one, other = tune(8), tune(16, 67)
    others = np.stack([tune(count) for count in range(1, 20)])
    chance = by_chance(one, other, others, np.random.default_rng(0))
    latents = by_latents(network(), one, other)
    assert chance.shape == latents.shape == (9, 32)
    assert all(any(np.array_equal(row, known) for known in others) for row in chance[1:-1])
    assert all(valid(melody) for melody in latents)


def test_notes_that_come_back_are_counted_by_begin_and_pitch() -> None:
    melody = tune(8, scale=MAJOR)
    assert notes_back(melody, melody) == 1.0
    longer = melody.copy()
    longer[np.flatnonzero(longer >= FIRST)[-1] :] = HOLD
    assert notes_back(melody, longer) == pytest.approx(2 * 7 / 15)
    assert notes_back(melody, np.where(melody >= FIRST, melody + 1, melody)) == 0.0
    assert notes_back(tune(0), tune(0)) == 1.0


def test_coming_back_is_what_the_network_does() -> None:
    unseen = np.stack([tune(count, scale=MAJOR) for count in range(1, 30)]).astype(np.uint8)
    one = network()
    figures, steps = ended(coming_back(one, unseen))
    melodies = torch.from_numpy(unseen.astype(np.int64))
    alone = (one.decode_own(one.encode(melodies)[0]) == unseen).mean()
    assert figures.alone == pytest.approx(alone, abs=1e-4)
    assert figures.melodies == 29
    assert figures.published == 0.951
    assert len(steps) == 2


def test_samples_are_the_same_each_time() -> None:
    first, _ = ended(samples(network(), 10))
    again, _ = ended(samples(network(), 10))
    assert first.shape == (10, 32)
    assert np.array_equal(first, again)


@given(st.integers(-6, 6))
def test_a_copy_is_found_in_any_key(move: int) -> None:
    melody = tune(16, 66, scale=MAJOR)
    moved = np.where(melody >= FIRST, melody + move, melody)
    assert np.array_equal(relative(melody[None]), relative(moved[None]))


def test_copies_are_told_from_what_is_new() -> None:
    random = np.random.default_rng(0)
    learned = np.stack(
        [tune(16, 55, scale=tuple(random.integers(0, 12, 16).tolist())) for _ in range(40)]
    )
    known = KnownTunes.of(learned)
    windows = learned.astype(np.uint8)
    moved = np.where(learned >= FIRST, learned + 3, learned)
    copies, _ = ended(like(moved[:10], windows, known))
    new = np.stack(
        [tune(11, 60, scale=tuple(random.integers(0, 12, 11).tolist())) for _ in range(10)]
    )
    others, _ = ended(like(new, windows, known))
    assert copies.alike == 1.0
    assert copies.known_bars == pytest.approx(2.0)
    assert others.alike < 0.9
    assert others.known_bars < 1.0
    assert copies.not_copied == others.not_copied == 1.0


def test_long_copies_are_counted() -> None:
    random = np.random.default_rng(0)
    scale = tuple(random.integers(0, 12, 100).tolist())
    long = tune(100, 55, 256, scale)[None]
    figures, _ = ended(like(long, long.astype(np.uint8), KnownTunes.of(long)))
    assert figures.known_bars > 15
    assert figures.not_copied == 0.0


def test_silence_is_counted_apart() -> None:
    melodies = np.stack([tune(0), tune(8)])
    figures, _ = ended(like(melodies, melodies.astype(np.uint8), KnownTunes.of(melodies)))
    assert (figures.melodies, figures.silent) == (2, 1)
    nothing, _ = ended(like(melodies[:1], melodies.astype(np.uint8), KnownTunes.of(melodies)))
    assert nothing.silent == 1
    assert math.isnan(nothing.entropy)


def test_a_space_is_measured_as_a_whole(tmp_path: Path) -> None:
    model = str(write_network(tmp_path, "music"))
    request = LatentRequest(model, tunes_folder(tmp_path, 80), 8, 3, 6)
    figures, steps = ended(evaluate_latent(request))
    assert isinstance(figures, MelodyFigures)
    assert set(figures.ways) == {"latents", "cross-fade", "chance"}
    assert set(figures.tunes) == {"samples", "unseen tunes"}
    assert figures.ways["cross-fade"].onward == 1.0
    assert 0 <= figures.back.alone <= 1
    assert figures.tunes["samples"].melodies == 6
    again, _ = ended(evaluate_latent(request))
    assert str(again) == str(figures)
    assert {step.label for step in steps} >= {"walking between tunes", "looking for copies"}


def test_what_cannot_be_measured_is_said(tmp_path: Path) -> None:
    model, tunes = str(write_network(tmp_path, "music")), tunes_folder(tmp_path, 80)
    with pytest.raises(StudioError, match="name their folder"):
        ended(evaluate_latent(LatentRequest(str(write_network(tmp_path, "vae")))))
    with pytest.raises(StudioError, match=r"no \.abc file"):
        ended(evaluate_latent(LatentRequest(model, tmp_path / "none")))
    with pytest.raises(StudioError, match="At least one"):
        LatentRequest(model, ways=0)
    few = tmp_path / "few"
    few.mkdir()
    (few / "one.abc").write_text((tunes / "some.abc").read_text()[:60])
    with pytest.raises(StudioError, match="Fewer than two"):
        ended(evaluate_latent(LatentRequest(model, few)))


def test_the_command_prints_tables_or_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, tunes = str(write_network(tmp_path, "music")), str(tunes_folder(tmp_path, 80))
    words = ["evaluate", "latent", model, "--data", tunes, "--melodies", "4", "--ways", "2"]
    assert main([*words, "--samples", "4"]) == 0
    said = capsys.readouterr().out
    for wanted in ("alone", "published", "latents  cross-fade  chance", "unseen tunes", "0.951"):
        assert wanted in said
    assert main([*words, "--samples", "4", "--json"]) == 0
    table = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert table["back"]["published"] == 0.951
    assert set(table["ways"]) == {"latents", "cross-fade", "chance"}
