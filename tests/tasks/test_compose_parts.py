"""Chords and parts under a melody: on new tracks, within the stretch, and different each time."""

import pytest

from studio.errors import StudioError
from studio.music.chord_patterns import PATTERNS
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.timing import Metre, MetreMap
from studio.music.tokenizer_chords import Chord
from studio.tasks.composition import accepted
from tests.tasks.compose_kit import BAR, asked, composed, networks, song, tune


def under(verb: str, **values: object):
    return asked(song=song(tune(4)), verb=verb, **values)


def named(variation) -> dict[str, Notes]:
    return {part.new.name: part.notes for part in variation.parts}


def test_harmonising_gives_chords_on_a_track_of_their_own():
    request = under("harmonise", parts=("piano", "bass"), pattern="broken")
    (variation,) = composed(request).variations
    after = accepted(request.song, request, variation)

    assert variation.chords[0].tick == 0
    assert [track.name for track in after.tracks] == ["Melody", "Bass", "Chords", "Bass"]
    assert after.tracks[:2] == request.song.tracks
    assert after.end <= request.end


def test_the_chords_suit_the_melody():
    chords = composed(under("harmonise")).variations[0].chords
    notes = tune(4)
    inside = 0
    for note in notes:
        chord = [one for one in chords if one.tick <= note.start][-1]
        inside += note.pitch % 12 in chord.pitch_classes
    assert inside / len(notes) >= 0.5


@pytest.mark.parametrize("seed", [0, 9])
def test_no_two_harmonisations_are_the_same(seed):
    found = composed(under("harmonise", variations=4, seed=seed)).variations
    assert len({one.chords for one in found}) == 4


@pytest.mark.parametrize("pattern", ["", *PATTERNS])
def test_no_two_accompaniments_are_the_same(pattern):
    found = composed(under("accompany", variations=3, pattern=pattern)).variations
    parts = [named(one)["Piano"] for one in found]
    assert all(first != second for first in parts for second in parts if first is not second)


def test_an_accompaniment_has_the_parts_that_are_asked_for():
    request = under("accompany", parts=("drums", "bass", "piano"))
    parts = named(composed(request).variations[0])
    assert set(parts) == {"Piano", "Bass", "Drums"}
    for notes in parts.values():
        assert len(notes)
        assert notes.start.min() >= 0
        assert notes.end <= request.end + 60
    assert parts["Bass"].pitch.max() < parts["Piano"].pitch.max()


def test_the_composer_writes_the_piano_where_no_pattern_is_given():
    request = under("accompany", model="composer")
    steps_ = composed(request).variations[0]
    by_rule = composed(under("accompany", model="composer", pattern="block")).variations[0]
    assert named(steps_)["Piano"] != named(by_rule)["Piano"]
    pitches = named(steps_)["Piano"].pitch
    assert pitches.min() >= 36
    assert pitches.max() <= 84


def test_the_composer_finds_chords_or_says_that_it_found_none():
    request = under("harmonise", model="composer")
    try:
        chords = composed(request).variations[0].chords
    except StudioError as problem:
        assert "no chord" in problem.sentence  # noqa: PT017
    else:
        assert all(0 <= chord.tick < request.end for chord in chords)


def test_the_chord_lane_is_what_is_played():
    lane = (Chord(0, 5), Chord(2 * BAR, 7, "7"))
    variation = composed(under("accompany", chords=lane)).variations[0]
    notes = named(variation)["Piano"]
    assert variation.chords == lane
    assert all(n.pitch % 12 in lane[n.start >= 2 * BAR].pitch_classes for n in notes)


def test_rules_need_no_network():
    composition = composed(under("harmonise"), tiny=False)
    assert not composition.models
    assert networks()


@pytest.mark.parametrize("metre", [(3, 4), (6, 8), (5, 4), (7, 8), (1, 1)])
def test_any_metre_is_accompanied(metre):
    size = Metre(0, *metre).bar
    changing = MetreMap([Metre(0, *metre), Metre(2 * size, 2, 4)])
    melody = Track(notes=Notes(Note(n * 240, 240, 60 + n % 7) for n in range(4 * size // 240)))
    request = asked(
        song=Song(tracks=(melody,), metres=changing), verb="accompany",
        begin=size // 2 // 120 * 120, end=4 * size // 120 * 120, parts=("piano", "bass", "drums"),
    )  # fmt: skip
    for notes in named(composed(request).variations[0]).values():
        assert len(notes)
        assert request.begin <= notes.start.min()
        assert notes.start.max() < request.end
