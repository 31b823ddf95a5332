"""The grid: its steps, its lines in odd metres, and snapping."""

from hypothesis import given, settings
from hypothesis import strategies as some

from studio.music.timing import Metre, MetreMap
from studio.ui.piano_roll import grid
from studio.ui.piano_roll.grid import Grid
from studio.ui.piano_roll.lines import bars, within_bars

ODD = MetreMap([Metre(0, 7, 8), Metre(1680 * 3, 4, 4), Metre(1680 * 3 + 1920 * 2, 5, 4)])
few = settings(max_examples=40, deadline=None)
steps = some.sampled_from([*grid.STRAIGHT, *grid.TRIPLETS, *grid.DOTTED])
ticks = some.integers(0, 50_000)


def test_there_are_straight_triplet_and_dotted_steps():
    assert grid.STRAIGHT == (1920, 960, 480, 240, 120, 60, 30)
    assert 320 in grid.TRIPLETS
    assert 720 in grid.DOTTED


def test_by_zoom_the_grid_becomes_finer():
    assert Grid(0).step(0.1) == 120
    assert Grid(0).step(1.5) == 30
    assert Grid(0).step(0.01) > 480
    assert Grid(320).step(0.01) == 320
    assert Grid(30).drawn(0.1) == 0


@few
@given(ticks, steps)
def test_the_nearest_line_is_one_of_the_two_around(tick, step):
    below, above = grid.floor(tick, step, ODD), grid.after(tick, step, ODD)
    near = grid.nearest(tick, step, ODD)
    assert below <= tick < above
    assert near in (below, above)
    assert abs(near - tick) == min(tick - below, above - tick)
    assert grid.floor(near, step, ODD) == near


@few
@given(ticks, steps)
def test_every_bar_line_is_on_the_grid(tick, step):
    line = ODD.bar_start(tick)
    assert grid.floor(line, step, ODD) == line
    assert grid.ceiling(line, step, ODD) == line


@few
@given(ticks, steps)
def test_steps_go_on_and_back(tick, step):
    line = grid.floor(tick, step, ODD)
    assert grid.before(grid.after(line, step, ODD), step, ODD) == line


@few
@given(ticks, some.integers(1, 30_000))
def test_the_bar_lines_are_those_of_the_map(begin, span):
    shown = bars(ODD, begin, begin + span, 0)
    wanted = [(number, start) for number, start, _ in ODD.bars(begin, begin + span)]
    assert list(zip(shown.numbers.tolist(), shown.ticks.tolist(), strict=True)) == wanted
    assert shown.every


def test_bars_that_are_too_close_are_left_out_evenly():
    shown = bars(MetreMap(), 0, 1920 * 100, 1920 * 3)
    assert set((shown.ticks[1:] - shown.ticks[:-1]).tolist()) == {1920 * 4}
    assert not shown.every


def test_beats_and_steps_lie_between_the_bar_lines():
    assert within_bars(MetreMap(), 0, 1920, None).tolist() == [480, 960, 1440]
    assert within_bars(ODD, 0, 1680, 480).tolist() == [480, 960, 1440]
    assert within_bars(MetreMap(), 0, 1920 * 2, 1920).tolist() == []
