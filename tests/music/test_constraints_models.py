"""Both networks keep the artist's rules, however little they have learnt."""

from dataclasses import replace

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.composing import compose
from studio.music.composing_sheet import Wanted, with_written
from studio.music.constraints import Rules, check
from studio.music.constraints_mask import Limits
from studio.music.constraints_models import ComposerRule, MelodyRule, melody_limits
from studio.music.lstm import MelodyLstm
from studio.music.melody_generate import generate, notes_of_events
from studio.music.melody_grid import HOLD, REST, places
from studio.music.note import Note, Notes
from studio.music.sampling import Sampling, seeded
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap
from studio.music.tokenizer_chords import Chord
from studio.music.tokenizer_score import Score
from studio.music.tokenizer_words import UNIT
from tests.music.test_composing import network
from tests.music.test_constraints import rules
from tests.music.test_lstm import TINY

WANTED = Rules(
    bars=4, key=Key(2, "dorian"), lowest=60, highest=79, fewest=2, most=6, leap=7,
    chords=(Chord(0, 2, "m"), Chord(3840, 7)),
    locked=Notes([Note(2400, 480, 61, 90, locked=True), Note(3840, 960, 72, 90, locked=True)]),
)  # fmt: skip


def lstm() -> MelodyLstm:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        return MelodyLstm(TINY).eval().requires_grad_(False)


def melody(wanted: Rules, seed: int) -> Notes:
    limits = melody_limits(wanted)
    signature = (wanted.metre.numerator, wanted.metre.denominator)
    place, bar, _ = places(MetreMap([wanted.metre]), 0, limits.slots)
    rule = MelodyRule(limits)
    silence = [REST, *[HOLD] * (rule.opening - 1)][: rule.opening]
    before = torch.tensor(silence, dtype=torch.int64).numpy()
    work = generate(
        lstm(), place, bar, signature, wanted.key, Sampling(), seeded(seed),
        before=before, rules=[rule],
    )  # fmt: skip
    return limits.with_locked(notes_of_events(list(work)))


def composed(wanted: Rules, seed: int, begin: int = 0) -> Notes:
    limits = Limits(wanted, UNIT)
    locked = Notes(replace(n, start=n.start + begin) for n in wanted.locked)
    beside = Track(notes=Notes(Note(n * 480, 480, 48) for n in range(8)))
    song = Song(tracks=(Track(notes=locked), beside), metres=MetreMap([wanted.metre]))
    asked = Wanted(begin, begin + wanted.end)
    rule = ComposerRule(limits, 0, begin)
    score = Score(song)
    work = compose(network(), score, asked, Sampling(), seeded(seed), rules=[rule])
    notes = with_written(score, asked, list(work)).song.tracks[0].notes
    return Notes(replace(n, start=n.start - begin) for n in notes)


def test_the_melody_network_keeps_all_rules_at_once() -> None:
    for seed in range(3):
        notes = melody(WANTED, seed)
        assert not check(notes, WANTED)
        assert len(notes) >= 8


def test_the_composer_keeps_all_rules_at_once() -> None:
    for seed in (1,):
        notes = composed(WANTED, seed, begin=1920)
        assert not check(notes, WANTED)
        assert len(notes) >= 8


@settings(max_examples=12, deadline=None)
@given(rules(), st.integers(0, 99))
def test_the_melody_network_keeps_any_rules(wanted: Rules, seed: int) -> None:
    try:
        melody_limits(wanted)
    except StudioError:
        return
    if wanted.fewest or wanted.rhythm or len(wanted.locked):
        assert not check(melody(wanted, seed), wanted)


@settings(max_examples=3, deadline=None)
@given(rules(), st.integers(0, 99))
def test_the_composer_keeps_any_rules(wanted: Rules, seed: int) -> None:
    try:
        Limits(wanted, UNIT)
    except StudioError:
        return
    if wanted.fewest:
        assert not check(composed(wanted, seed), wanted)


@pytest.mark.parametrize("metre", [Metre(0), Metre(0, 6, 8)])
def test_the_composer_keeps_chords_that_sound_together(metre: Metre) -> None:
    wanted = Rules(bars=2, metre=metre, key=Key(), lowest=48, highest=72, most=9, melody=False)
    notes = composed(wanted, 5)
    assert not check(notes, wanted)


def test_silences_and_notes_longer_than_an_event_are_kept() -> None:
    held = Notes([Note(1920 * 3, 1920 * 3, 67, 90, locked=True)])
    wanted = Rules(bars=12, rhythm=(0, 1920 * 11), locked=held)
    notes = melody(wanted, 2)
    assert not check(notes, wanted)
    assert len(notes) == 3
