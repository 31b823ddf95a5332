"""Drums in any style and metre: on the kit's keys, inside the bars, and never all as loud."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.drum_patterns import KEYS, STYLES
from studio.music.drums import Drumming, drum_notes, style_for
from studio.music.instruments import DRUMS
from studio.music.note import Notes
from studio.music.timing import Metre

METRES = [(4, 4), (3, 4), (6, 8), (12, 8), (5, 4), (7, 8), (2, 2), (1, 4), (9, 8), (13, 16)]


def test_every_row_of_the_table_is_as_long_as_its_bar() -> None:
    for style in STYLES.values():
        for beat in (style.main, style.other, style.fill):
            assert {len(row) for _, row in beat.rows} == {beat.beats * beat.columns}
            assert {name for name, _ in beat.rows} <= KEYS.keys()
            assert set("".join(row for _, row in beat.rows)) <= set("xXo.")


def test_every_drum_is_in_the_kit() -> None:
    assert set(KEYS.values()) <= DRUMS.keys()


@pytest.mark.parametrize("signature", METRES)
@pytest.mark.parametrize("style", list(STYLES))
def test_no_bar_is_empty_however_few_strokes_are_wanted(
    style: str, signature: tuple[int, int]
) -> None:
    metre = Metre(0, *signature)

    notes = drum_notes(8, metre, Drumming(style, density=0.0), seed=3)

    assert set((notes.start // metre.bar).tolist()) == set(range(8))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(STYLES)),
    st.sampled_from(METRES),
    st.integers(1, 6),
    st.floats(0, 1),
    st.floats(0, 1),
    st.integers(0, 99),
)
def test_strokes_lie_in_their_bars(
    style: str, signature: tuple[int, int], bars: int, swing: float, density: float, seed: int
) -> None:
    metre = Metre(0, *signature)
    notes = drum_notes(
        bars, metre, Drumming(style, swing=swing, density=density, humanise=1.0), seed=seed
    )
    assert notes.start.min() >= 0
    assert notes.end <= bars * metre.bar
    assert set((notes.start // metre.bar).tolist()) == set(range(bars))
    assert set(notes.pitch.tolist()) <= DRUMS.keys()


def test_the_same_seed_plays_the_same() -> None:
    assert drum_notes(8, Metre(0), seed=3) == drum_notes(8, Metre(0), seed=3)
    assert drum_notes(8, Metre(0), seed=3) != drum_notes(8, Metre(0), seed=4)


def test_loudness_is_uneven_and_plain_where_asked() -> None:
    notes = drum_notes(8, Metre(0))
    assert len(set(notes.velocity[notes.pitch == KEYS["closed"]].tolist())) > 6
    plain = drum_notes(8, Metre(0), Drumming(humanise=0.0))
    assert (plain.start % 120 == 0).all()


def test_swing_at_its_most_is_a_triplet() -> None:
    notes = drum_notes(1, Metre(0), Drumming("pop", swing=1.0, humanise=0.0, fill_every=0))
    assert set((notes.start % 480).tolist()) <= {0, 320}


def test_a_fill_comes_where_it_is_due() -> None:
    def toms(notes: Notes) -> set[int]:
        return set((notes.start[notes.pitch == KEYS["high"]] // 1920).tolist())

    assert toms(drum_notes(8, Metre(0), Drumming(humanise=0.0))) == {3, 7}
    assert not toms(drum_notes(8, Metre(0), Drumming(humanise=0.0, fill_every=0)))


def test_denser_drums_strike_more() -> None:
    counts = [len(drum_notes(8, Metre(0), Drumming("pop", density=d))) for d in (0.1, 0.5, 0.9)]
    assert counts == sorted(set(counts))


def test_style_follows_metre_and_energy() -> None:
    assert style_for(120, Metre(0, 3, 4), 0.5) == "waltz"
    assert style_for(66, Metre(0), 0.1) == "ballad"
    assert style_for(150, Metre(0), 1.0) == "hard rock"


def test_unknown_styles_and_endless_wishes_are_told() -> None:
    with pytest.raises(StudioError, match="style"):
        Drumming("polka")
    with pytest.raises(StudioError, match="bars"):
        drum_notes(10_000, Metre(0))
