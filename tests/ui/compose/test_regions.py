"""Where a verb writes, the chord lane as text, and the request that comes of both."""

from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.music.note import Note, Notes
from studio.music.song import Loop, Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap
from studio.ui.compose.asking import Marked, request_of
from studio.ui.compose.chord_lane import lay, parse_lane, spoken
from studio.ui.compose.region import count, region, where
from studio.ui.compose.values import ComposeValues

BAR = 1920


def song(**changes):
    """Four bars of quarters, and a drum track."""
    line = Notes([Note(n * 480, 480, 60 + n % 5, 80, n + 1) for n in range(16)])
    made = Song(tracks=(Track("Flute", notes=line), Track("Kit", drums=True), Track("Empty")))
    return replace(made, **changes)


def test_generate_writes_from_the_bar_of_the_playhead():
    found = region("generate", song(), 0, (), BAR + 700, 8)

    assert (found.begin, found.end) == (BAR, 9 * BAR)
    assert where(song(), 0, found) == "Bars 2–9 of Flute"


def test_generate_takes_the_bars_of_the_selection_before_the_loop():
    looped = song(loop=Loop(0, BAR))

    chosen = region("generate", looped, 0, {5, 9}, 0, 8)
    by_loop = region("generate", looped, 0, (), 0, 8)

    assert (chosen.begin, chosen.end) == (BAR, 3 * BAR)
    assert (by_loop.begin, by_loop.end) == (0, BAR)
    assert where(looped, 0, by_loop) == "Bar 1 of Flute"
    assert count(looped, chosen) == 2


def test_a_loop_that_is_off_marks_nothing():
    found = region("generate", song(loop=Loop(0, BAR, on=False)), 0, (), 0, 3)

    assert found.end == 3 * BAR


def test_continue_goes_on_after_the_last_note():
    found = region("continue", song(), 0, {1}, 0, 2)

    assert (found.begin, found.end) == (4 * BAR, 6 * BAR)


def test_fill_keeps_what_is_not_selected():
    found = region("fill", song(), 0, {6, 7}, 0, 8)

    assert (found.begin, found.end) == (BAR, 2 * BAR)
    assert found.kept == {5, 8}


@pytest.mark.parametrize("verb", ["vary", "harmonise", "accompany"])
def test_without_a_mark_the_whole_melody_is_meant(verb):
    found = region(verb, song(), 0, (), 0, 8)

    assert (found.begin, found.end) == (0, 4 * BAR)


@pytest.mark.parametrize("verb", ["continue", "vary", "harmonise", "accompany"])
def test_a_track_without_notes_is_a_sentence(verb):
    with pytest.raises(StudioError, match="“Empty” has no notes yet"):
        region(verb, song(), 2, (), 0, 8)


def test_fill_without_a_selection_is_a_sentence():
    with pytest.raises(StudioError, match="Select the notes"):
        region("fill", song(), 0, (), 0, 8)


def test_a_loop_in_which_nothing_sounds_is_a_sentence():
    with pytest.raises(StudioError, match="no notes in these bars"):
        region("vary", song(loop=Loop(8 * BAR, 9 * BAR)), 0, (), 0, 8)


def test_drums_are_no_melody():
    with pytest.raises(StudioError, match="drums"):
        region("harmonise", song(), 1, (), 0, 8)


def test_a_lane_has_a_bar_between_two_strokes():
    lane = parse_lane(" Dm7 G7|C | % | ")

    assert [[chord.name for chord in bar] for bar in lane] == [["Dm7", "G7"], ["C"], ["C"]]
    assert spoken(lane) == "Dm7 G7 | C | C"


def test_without_strokes_every_chord_has_its_own_bar():
    assert len(parse_lane("Am F C G")) == 4
    assert parse_lane("  ") == ()


def test_a_wrong_chord_is_named():
    with pytest.raises(StudioError, match="“H7” is no chord"):
        parse_lane("C | H7 | G")


def test_the_lane_goes_round_and_follows_the_metre():
    three = song(metres=MetreMap([Metre(0, 3, 4)]))

    chords = lay(parse_lane("C G | N.C."), three, 0, 3 * 1440)

    assert [(c.tick, c.name) for c in chords] == [
        (0, "C"), (480, "G"), (1440, "N.C."), (2880, "C"), (3360, "G"),
    ]  # fmt: skip


def marked(one, selection=(), tick=0):
    return Marked(one, 0, frozenset(selection), tick)


def test_the_key_is_the_songs_unless_another_or_any_is_chosen():
    made = song(keys=(Key(2, "dorian"),))

    def key(text):
        return request_of(ComposeValues(key=text), marked(made)).key

    assert key("song") == Key(2, "dorian")
    assert key("any") is None
    assert key("Bb minor") == Key(10, "minor")


def test_only_the_rules_of_the_verb_are_asked_for():
    values = ComposeValues(verb="accompany", leap=5, most=4, lowest=60, chords="C", key="E minor")

    request = request_of(values, marked(song()))

    assert (request.leap, request.most, request.lowest, request.key) == (None, None, 0, None)
    assert [chord.name for chord in request.chords] == ["C"]


def test_the_rhythm_of_the_selection_goes_on_over_the_region():
    values = ComposeValues(verb="continue", bars=2, keep_rhythm=True)

    request = request_of(values, marked(song(), {2, 4}))

    assert request.rhythm == tuple(4 * BAR + at for at in (480, 1440, BAR + 480, BAR + 1440))


def test_bars_with_fewer_notes_at_most_than_at_least_are_a_sentence():
    with pytest.raises(StudioError, match="swap"):
        request_of(ComposeValues(fewest=6, most=4), marked(song()))


def test_ten_thousand_bars_are_a_sentence():
    long = Notes([Note(n * BAR, 480, 60) for n in range(10_000)])
    with pytest.raises(StudioError, match="At most 256 bars"):
        request_of(ComposeValues(verb="vary"), marked(Song(tracks=(Track("Long", notes=long),))))


@pytest.mark.parametrize(
    "odd",
    [
        {"verb": "sing", "temperature": "hot", "bars": 10**9, "key": "H major", "seed": -1},
        {"parts": [], "variations": 9, "lowest": 128, "highest": -1, "top_p": float("nan")},
        {"parts": ["piano", "piano"], "chords": 5, "keep_rhythm": 1, "pattern": "../x"},
    ],
)
def test_odd_values_of_a_project_from_elsewhere_are_the_defaults(odd):
    assert ComposeValues.from_json(odd) == ComposeValues()


def test_values_go_there_and_back():
    values = ComposeValues(verb="vary", key="D dorian", parts=("bass", "drums"), temperature=1.2)

    assert ComposeValues.from_json(values.to_json()) == values
