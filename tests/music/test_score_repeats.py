"""The order in which measures are played."""

import pytest

from studio.music.score_repeats import Bar, followed

PLAIN = Bar()


def order(*bars: Bar) -> list[int]:
    """The numbers of the measures as they are played."""
    notes: list[str] = []
    found = followed(bars, notes)
    assert notes == []
    return list(range(len(bars))) if found is None else found


def ending(*numbers: int, times: int = 0) -> Bar:
    return Bar(endings=frozenset(numbers), times=times)


@pytest.mark.parametrize(
    ("bars", "expected"),
    [
        ((PLAIN, PLAIN), [0, 1]),
        ((PLAIN, Bar(times=2), PLAIN), [0, 1, 0, 1, 2]),
        ((Bar(times=2), PLAIN, Bar(times=2)), [0, 0, 1, 2, 1, 2]),
        ((PLAIN, Bar(begins=True), Bar(times=3), PLAIN), [0, 1, 2, 1, 2, 1, 2, 3]),
        ((PLAIN, ending(1, times=2), ending(2), PLAIN), [0, 1, 0, 2, 3]),
        (
            (PLAIN, ending(1, 2, times=2), ending(3), PLAIN, Bar(times=2)),
            [0, 1, 0, 1, 0, 2, 3, 4, 3, 4],
        ),
        (
            (PLAIN, ending(1), ending(1, times=2), ending(2, times=2), PLAIN),
            [0, 1, 2, 0, 3, 4],
        ),
        ((PLAIN, Bar(fine=True), Bar(jump="start")), [0, 1, 2, 0, 1]),
        ((Bar(times=2), Bar(jump="start"), PLAIN), [0, 0, 1, 0, 1, 2]),
        ((PLAIN, Bar(segno=True), Bar(jump="segno"), PLAIN), [0, 1, 2, 1, 2, 3]),
        (
            (PLAIN, Bar(coda=True), Bar(jump="start"), Bar(coda=True), PLAIN),
            [0, 1, 2, 0, 1, 3, 4],
        ),
        (
            (PLAIN, ending(1, times=2), ending(2), Bar(jump="start", fine=True)),
            [0, 1, 0, 2, 3, 0, 2, 3],
        ),
    ],
)
def test_signs_are_followed(bars: tuple[Bar, ...], expected: list[int]) -> None:
    assert order(*bars) == expected


@pytest.mark.parametrize("bars", [(PLAIN, Bar(jump="segno")), (ending(2), ending(3))])
def test_what_cannot_be_followed_is_read_once_through(bars: tuple[Bar, ...]) -> None:
    notes: list[str] = []
    assert followed(bars, notes) is None
    assert "once through" in notes[0]


def test_a_thousand_repeats_are_followed_at_once() -> None:
    bars = [Bar(times=4)] * 1000
    assert len(order(*bars)) == 4000
