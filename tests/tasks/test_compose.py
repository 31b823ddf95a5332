"""The composing verbs write what is asked for, within the rules, the same for the same request."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError, Unavailable
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap
from studio.music.tokenizer_chords import Chord
from studio.tasks.compose import compose
from studio.tasks.compose_check import octaves_of, told_key
from studio.tasks.composition import accepted
from tests.tasks.compose_kit import (
    BAR,
    asked,
    broken,
    composed,
    finished,
    networks,
    new_notes,
    song,
    steps,
    tune,
)

WRITING = ("generate", "continue", "fill", "vary")


def about(verb: str, **values: object):
    """A request of each verb about the same tune."""
    given = song(tune(8))
    if verb == "continue":
        return asked(song=given, verb=verb, begin=8 * BAR, end=11 * BAR, **values)
    if verb == "generate":
        return asked(song=given, verb=verb, track=1, end=3 * BAR, **values)
    return asked(song=given, verb=verb, begin=2 * BAR, end=5 * BAR, **values)


@pytest.mark.parametrize("model", ["lstm", "composer"])
@pytest.mark.parametrize("verb", WRITING)
def test_every_verb_writes_in_its_stretch_and_nowhere_else(verb, model):
    request = about(verb, model=model)

    composition = composed(request)
    notes = new_notes(composition.variations[0])
    after = accepted(request.song, request, composition.variations[0])

    assert len(notes)
    assert notes.start.min() >= request.begin
    assert notes.start.max() < request.end
    assert (notes.start + notes.length).max() <= request.end + 0
    outside = [
        n for n in request.song.tracks[0].notes if not request.begin <= n.start < request.end
    ]
    assert all(after.tracks[0].notes.get(n.id) == n for n in outside)


@pytest.mark.parametrize("model", ["lstm", "composer"])
@pytest.mark.parametrize("verb", WRITING)
def test_the_same_request_gives_the_same_notes_on_any_number_of_threads(verb, model):
    request = about(verb, model=model, seed=5)
    before = torch.get_num_threads()
    found = []
    for count in (1, 2):
        torch.set_num_threads(count)
        found.append(new_notes(composed(request).variations[0]))
    torch.set_num_threads(before)

    assert found[0] == found[1]
    assert new_notes(composed(replace(request, seed=6)).variations[0]) != found[0]


def test_the_number_of_threads_is_left_as_it_was():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    for _ in compose(about("generate"), networks=networks()):
        assert torch.get_num_threads() == 2
    torch.set_num_threads(before)


def test_notes_are_told_as_they_are_written_and_variations_one_after_another():
    told = [step.so_far for step in steps(about("generate", variations=2))]

    counts = [one.variations[0].count for one in told if len(one.variations) == 1]
    assert counts == sorted(counts)
    assert len(set(counts)) > 3
    assert not told[0].variations[0].finished
    assert told[-1].variations[0].finished
    assert len(told[-1].variations) == 2
    shares = [step.progress for step in steps(about("generate", variations=2))]
    assert shares == sorted(shares)


def test_variations_have_seeds_in_a_row():
    one = composed(about("generate", variations=3, seed=4))
    other = composed(about("generate", variations=1, seed=5))
    assert [variation.seed for variation in one.variations] == [4, 5, 6]
    assert new_notes(one.variations[1]) == new_notes(other.variations[0])


RULED = {
    "key": Key(7, "mixolydian"), "lowest": 55, "highest": 79, "fewest": 2, "most": 7, "leap": 8,
    "chords": (Chord(0, 7), Chord(4 * BAR, 0), Chord(9 * BAR, 5)),
}  # fmt: skip


@pytest.mark.parametrize("human", [0.0, 1.0])
@pytest.mark.parametrize("model", ["lstm", "composer"])
@pytest.mark.parametrize("verb", ["generate", "continue", "fill"])
def test_no_rule_is_broken_however_little_the_network_knows(verb, model, human):
    for seed in range(2):
        request = about(verb, model=model, seed=seed, human=human, **RULED)
        assert not broken(request, composed(request).variations[0])


@settings(max_examples=25, deadline=None)
@given(
    verb=st.sampled_from(["generate", "continue", "fill"]),
    metre=st.sampled_from([(4, 4), (3, 4), (6, 8), (5, 4), (7, 8), (11, 16), (1, 1)]),
    key=st.none() | st.builds(Key, st.integers(0, 11), st.sampled_from(["minor", "blues"])),
    lowest=st.integers(40, 70),
    width=st.integers(8, 30),
    most=st.none() | st.integers(2, 8),
    leap=st.none() | st.integers(3, 12),
    locked=st.sets(st.integers(1, 30), max_size=6),
    change=st.tuples(st.integers(0, 3), st.sampled_from([(4, 4), (3, 8)])),
    seed=st.integers(0, 99),
)
def test_any_rules_hold_in_any_metre(
    verb, metre, key, lowest, width, most, leap, locked, change, seed
):
    size = Metre(0, *metre).bar
    held = tune(4, Metre(0, *metre)) if verb != "generate" else Notes()
    held = held.changed(locked, locked=True)
    metres = MetreMap([Metre(0, *metre), Metre(change[0] * size, *change[1])])
    begin = {"generate": 0, "continue": 4 * size, "fill": size}[verb]
    request = asked(
        song=Song(tracks=(Track(notes=held),), metres=metres), verb=verb, begin=begin,
        end=begin + 2 * size, key=key, lowest=lowest, highest=lowest + width, most=most,
        leap=leap, seed=seed,
    )  # fmt: skip
    try:
        composition = composed(request)
    except StudioError:
        return
    assert not broken(request, composition.variations[0])


@pytest.mark.parametrize("seed", range(8))
def test_rules_that_can_be_kept_are_never_said_to_leave_nothing(seed):
    values = {"key": Key(6, "dorian"), "fewest": 4, "most": 4, "leap": 1, "seed": seed}
    request = asked(song=song(metre=(3, 4)), end=3 * 1440, **values)
    assert not broken(request, composed(request).variations[0])


def test_locked_and_kept_notes_never_move():
    notes = tune(4).changed({5, 6, 11}, locked=True)
    request = asked(
        song=song(notes), verb="fill", begin=BAR, end=3 * BAR, kept=frozenset({7}), seed=3
    )
    for model in ("lstm", "composer"):
        one = replace(request, model=model)
        after = accepted(one.song, one, composed(one).variations[0]).tracks[0].notes
        assert all(after.get(note) == notes.get(note) for note in (1, 4, 5, 6, 7, 11, 13, 16))
        assert after != notes


def test_a_filled_gap_joins_what_follows_within_the_leap():
    for seed in range(3):
        request = asked(
            song=song(tune(4)), verb="fill", begin=BAR, end=2 * BAR, leap=4, seed=seed
        )  # fmt: skip
        after = accepted(request.song, request, composed(request).variations[0]).tracks[0].notes
        steps_ = np.abs(np.diff(after.pitch[(after.start >= BAR - 480) & (after.start <= 2 * BAR)]))
        assert steps_.max() <= 4


def test_the_locked_rhythm_is_kept_to_the_tick_even_when_humanised():
    rhythm = (0, 480, 720, BAR, BAR + 1440)
    request = asked(end=2 * BAR, rhythm=rhythm, human=1.0)
    assert tuple(new_notes(composed(request).variations[0]).start.tolist()) == rhythm


def test_what_is_written_is_never_flat():
    for human in (0.0, 0.5):
        notes = new_notes(composed(about("generate", human=human, fewest=4)).variations[0])
        assert len(set(notes.velocity.tolist())) > 2
        if not human:
            assert not (notes.start % 120).any()


def test_the_key_is_heard_where_nobody_has_said_it():
    scale = (0, 4, 7, 5, 4, 2, 7, 0, 9, 7, 5, 4, 2, 11, 7, 0)
    in_c = Notes(Note(n * 480, 480, 60 + step) for n, step in enumerate(scale))
    in_d = in_c.altered(np.ones(len(in_c), np.bool_), pitch=in_c.pitch + 2)
    assert told_key(asked(song=song(in_c))) == Key(0)
    assert told_key(asked(song=song(in_d))) == Key(2)
    assert told_key(asked(song=song(in_d).with_keys([Key(5)]))) == Key(5)
    assert told_key(asked(song=song(in_d), key=Key(5))) == Key(5)


def test_a_bass_is_written_low_and_goes_on_where_it_is():
    low = Song(tracks=(Track("Bass", 32),))
    assert new_notes(composed(asked(song=low)).variations[0]).pitch.max() < 60
    notes = tune(4)
    deep = notes.altered(np.ones(len(notes), np.bool_), pitch=notes.pitch - 24)
    assert octaves_of(asked(song=song(deep))) == 2


REFUSED = [
    (asked(key=Key(2), lowest=60, highest=60), "No note of"),
    (asked(fewest=5, most=9, rhythm=(0, BAR, 2 * BAR, 3 * BAR)), "loosen"),
    (asked(most=0), "at least"),
    (asked(rhythm=(9 * BAR,)), "rhythm"),
    (asked(temperature=3.0), "temperature"),
    (asked(top_p=0.0), "share"),
    (asked(verb="vary"), "no note to vary"),
    (asked(verb="fill"), "no note around"),
    (asked(verb="harmonise"), "no melody"),
    (asked(verb="accompany"), "no melody"),
    (asked(verb="continue"), "nothing before"),
    (asked(song=Song(tracks=(Track(drums=True),))), "no drums"),
    (asked(song=song(metre=(7, 32)), end=840), "metre"),
    (asked(song=song(Notes([Note(0, 9 * BAR, 60, locked=True)]))), "no room"),
    (asked(song=song(Notes([Note(0, 9 * BAR, 60)])), begin=BAR), "sound all the time"),
]


@pytest.mark.parametrize(("request_", "said"), REFUSED)
def test_what_cannot_be_is_said_in_a_sentence_before_a_network_is_asked(request_, said):
    with pytest.raises(StudioError, match=said) as problem:
        next(compose(request_, networks={}))
    assert not isinstance(problem.value, Unavailable)
    assert problem.value.sentence.endswith(".")


def test_ten_thousand_bars_are_refused():
    with pytest.raises(StudioError, match="256 bars"):
        asked(end=10_000 * BAR)
    with pytest.raises(StudioError, match="too long"):
        next(compose(asked(song=song(metre=(64, 1)), end=256 * 64 * BAR)))


def test_a_network_that_is_not_there_is_named():
    with pytest.raises(StudioError, match="nobody"):
        finished(compose(asked(model="nobody")))


def test_a_network_is_known_by_what_it_is_and_not_by_its_name():
    mine = {"mine": networks()["composer"]}
    drums = Song(tracks=(Track(drums=True),))
    notes = finished(compose(asked(song=drums, model="mine"), networks=mine))
    assert new_notes(notes.variations[0])
    with pytest.raises(StudioError, match="no drums"):
        finished(compose(asked(song=drums, model="mine"), networks={"mine": networks()["lstm"]}))


def test_the_shipped_network_closes_on_the_tonic_more_often_than_not():
    closed = 0
    for seed in range(6):
        request = asked(end=4 * BAR, key=Key(7), seed=seed)
        last = new_notes(composed(request, tiny=False).variations[0])[-1]
        closed += last.pitch % 12 == 7
    assert closed >= 4


def test_the_shipped_network_is_named_with_its_checksum():
    (sha256,) = composed(asked(end=BAR), tiny=False).models.values()
    assert len(sha256) == 64
