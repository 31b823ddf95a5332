"""Ticks, seconds, bars and beats agree with one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.timing import Metre, MetreMap, Position, Tempo, TempoMap

tempo_maps = st.lists(
    st.builds(Tempo, tick=st.integers(0, 10_000), bpm=st.floats(4, 1000)), max_size=8
).map(TempoMap)
metre_maps = st.lists(
    st.builds(
        Metre,
        tick=st.integers(0, 10_000),
        numerator=st.integers(1, 13),
        denominator=st.sampled_from([1, 2, 4, 8, 16, 32, 64]),
    ),
    max_size=6,
).map(MetreMap)


def test_seconds_follow_the_tempo():
    tempos = TempoMap([Tempo(0, 60), Tempo(480, 120)])

    assert tempos.seconds(480) == pytest.approx(1)
    assert tempos.seconds(960) == pytest.approx(1.5)
    assert tempos.at(479) == 60
    assert tempos.at(480) == 120


def test_a_map_begins_at_the_beginning():
    assert TempoMap([Tempo(100, 60)]).at(0) == 120
    assert MetreMap([Metre(1920, 3, 4)]).at(0) == Metre(0, 4, 4)
    assert TempoMap() == TempoMap([Tempo(0, 120)])


@given(tempo_maps, st.floats(0, 20_000))
def test_a_tick_comes_back_from_its_second(tempos, tick):
    assert tempos.tick(tempos.seconds(tick)) == pytest.approx(tick, abs=1e-3)


def test_bars_are_counted_through_a_change_of_metre():
    metres = MetreMap([Metre(0, 3, 4), Metre(2000, 6, 8)])

    assert metres.position(1439) == Position(1, 3, 479)
    assert metres.position(1440) == Position(2, 1, 0)
    assert metres.position(2000) == Position(3, 1, 0)
    assert [start for _, start, _ in metres.bars(0, 4000)] == [0, 1440, 2000, 3440]
    assert metres.bar_end(1500) == 2000
    assert metres.whole_bars(1440) == 1440
    assert metres.whole_bars(1441) == 2000


@given(metre_maps, st.integers(0, 20_000))
def test_a_tick_comes_back_from_its_bar_and_beat(metres, tick):
    assert metres.tick(*metres.position(tick)) == tick
    assert metres.bar_start(tick) <= tick < metres.bar_end(tick)


@pytest.mark.parametrize("bpm", [0, 3.9, 1001, float("nan"), float("inf")])
def test_a_tempo_out_of_range_is_refused(bpm):
    with pytest.raises(StudioError):
        Tempo(0, bpm)


@pytest.mark.parametrize("metre", [(0, 4), (65, 4), (4, 3), (4, 0), (4, 128)])
def test_a_metre_that_cannot_be_is_refused(metre):
    with pytest.raises(StudioError):
        Metre(0, *metre)


def test_another_tempo_keeps_the_curve():
    tempos = TempoMap([Tempo(0, 60), Tempo(480, 120)]).with_bpm(90, 500)

    assert [(one.tick, one.bpm) for one in tempos.changes] == [(0, 45), (480, 90)]
    assert TempoMap([Tempo(0, 5), Tempo(9, 900)]).with_bpm(10).changes[1].bpm == 1000
