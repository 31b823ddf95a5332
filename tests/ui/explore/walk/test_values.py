"""A walk in the document: what is kept is read again, and nonsense is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.image.latent_walk import EASES, Keyframe, Walk
from studio.ui.explore.walk.values import APART, KINDS, SIDES, WalkValues

TWO = WalkValues("faces", (Keyframe(0.0, 1), Keyframe(2.0, 2)))


@st.composite
def some_values(draw: st.DrawFn) -> WalkValues:
    times = draw(st.lists(st.integers(0, 30_000), max_size=6, unique=True))
    number = st.floats(-1e6, 1e6)
    keyframes = []
    for time in sorted(times):
        told = tuple(draw(st.lists(number, max_size=3)))
        seed, x = draw(st.integers(0, 2**53 - 1)), draw(number)
        when = time / 10
        keyframes.append(Keyframe(when, latent=told) if told else Keyframe(when, seed, x))
    return WalkValues(
        draw(st.text(max_size=8)),
        tuple(keyframes),
        draw(st.floats(1, 120)),
        draw(st.sampled_from(EASES)),
        draw(st.booleans()),
        draw(st.floats(0, 1)),
        draw(st.floats(0, 3600)),
        draw(st.sampled_from(["", "notes", "bars"])),
        draw(st.integers(-1, 9)),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.sampled_from(KINDS)),
        draw(st.sampled_from(SIDES)),
    )


@given(some_values())
def test_what_is_kept_is_read_again(values: WalkValues) -> None:
    assert WalkValues.from_json(values.to_json()) == values


@pytest.mark.parametrize(
    "table",
    [
        {"rate": "fast", "ease": 3, "loop": "yes", "side": 77, "kind": []},
        {"keyframes": [{"time": "soon"}, {"time": -1}, {"seed": -4, "time": 1}, 5, None]},
        {"keyframes": 5} | {"rate": float("nan"), "wander": 9, "length": -1},
        {"keyframes": {"time": 1}},
    ],
)
def test_nonsense_is_left_at_its_default(table: dict[str, object]) -> None:
    assert WalkValues.from_json(table) == WalkValues()


def test_a_keyframe_stays_between_its_neighbours() -> None:
    values = TWO.added(Keyframe(1.0, 3))
    assert values.moved(1, 9.0).keyframes[1].time == 2.0 - APART
    assert values.moved(1, -9.0).keyframes[1].time == APART
    assert values.moved(2, 9.0).seconds == 9.0
    assert [one.seed for one in values.moved(0, 0.5).keyframes] == [1, 3, 2]


def test_one_at_the_same_time_gives_way() -> None:
    values = TWO.added(Keyframe(2.0, 7))
    assert [one.seed for one in values.keyframes] == [1, 7]


def test_lasting_goes_faster_or_slower_as_a_whole() -> None:
    for values in (TWO, TWO.of_walk(Walk(TWO.keyframes, length=4.0)),
                   WalkValues("faces", TWO.keyframes, loop=True)):  # fmt: skip
        longer = values.lasting(10.0)
        assert longer.seconds == pytest.approx(10.0)
        assert longer.keyframes[1].time / 10 == pytest.approx(2.0 / values.seconds)


def test_a_loop_goes_back_as_long_as_the_last_way_took() -> None:
    walk = WalkValues("faces", (*TWO.keyframes, Keyframe(3.0, 3)), loop=True).walk()
    assert walk is not None
    assert walk.seconds == 4.0
