"""The pace of a job: a rate that follows the stage, and an estimate that runs down calmly."""

import pytest

from studio.pace import Pace


def _run(pace: Pace, seconds: list[float], total: int, label: str = "one") -> None:
    for done, spent in enumerate(seconds, 1):
        pace.spend(spent)
        pace.note(label, done, total, done / total)


def test_nothing_is_known_after_one_step():
    pace = Pace()

    _run(pace, [3.0], 10)

    assert (pace.active, pace.rate, pace.remaining) == (3.0, None, None)


def test_the_rate_and_the_rest_leave_out_the_loading_before_the_first_step():
    pace = Pace()

    _run(pace, [30.0, *[0.5] * 20], 100)

    assert pace.rate == pytest.approx(2.0)
    assert pace.remaining == pytest.approx(79 * 0.5)


def test_the_rate_is_that_of_the_last_seconds():
    pace = Pace()

    _run(pace, [1.0] * 20 + [0.1] * 60, 100)

    assert pace.rate == pytest.approx(10.0)


def test_many_short_steps_leave_the_rate_exact_and_few_points_behind():
    pace = Pace()

    _run(pace, [0.001] * 20_000, 20_000)

    assert pace.rate == pytest.approx(1000.0)
    assert len(pace._points) < 100


def test_a_new_stage_begins_with_no_rate():
    pace = Pace()
    _run(pace, [0.1] * 10, 10, "one")

    pace.spend(5.0)
    pace.note("two", 1, 10, 0.55)
    assert pace.rate is None

    pace.spend(0.25)
    pace.note("two", 2, 10, 0.6)
    assert pace.rate == pytest.approx(4.0)


def test_steps_counted_anew_under_the_same_label_are_a_new_stage():
    pace = Pace()
    _run(pace, [0.1] * 10, 10)

    pace.spend(0.1)
    pace.note("one", 1, 10, 0.5)

    assert pace.rate is None


def test_the_rest_comes_from_the_fraction_by_cost_and_not_from_the_steps():
    pace = Pace()
    for done in range(1, 51):
        pace.spend(1.0)
        pace.note("scale 1/2", done, 50, done / 500)

    assert pace.remaining == pytest.approx(450.0)


def test_a_slow_step_moves_the_rest_by_less_than_half_of_what_it_says():
    pace = Pace()
    _run(pace, [0.1] * 21, 200)
    before = pace.remaining

    pace.spend(1.0)
    pace.note("one", 22, 200, 22 / 200)

    says = 3.0 * 178 / 21
    assert 0 < pace.remaining - before < (says - before) / 2


def test_one_slow_step_late_does_not_shake_the_rest():
    pace = Pace()
    _run(pace, [0.1] * 100, 200)
    assert pace.remaining == pytest.approx(10.0)

    pace.spend(0.1)
    pace.note("one", 101, 200, 101 / 200)
    before = pace.remaining
    pace.spend(0.3)
    pace.note("one", 102, 200, 102 / 200)

    assert abs(pace.remaining - before) < 0.3


def test_the_rest_ends_in_zero_and_is_never_negative():
    pace = Pace()
    rests: list[float] = []
    for done in range(1, 101):
        pace.spend(1.0 if done < 50 else 0.01)
        pace.note("one", done, 100, done / 100)
        rests.append(pace.remaining or 0.0)

    assert min(rests) >= 0.0
    assert rests[-1] == 0.0


def test_a_resumed_job_counts_its_speed_from_where_it_began():
    pace = Pace()
    for done in range(60, 81):
        pace.spend(1.0)
        pace.note("one", done, 100, done / 100)

    assert pace.remaining == pytest.approx(20.0)


def test_progress_that_falls_back_starts_a_new_estimate():
    pace = Pace()
    _run(pace, [1.0] * 10, 10, "one")

    pace.spend(1.0)
    pace.note("two", 1, 20, 0.05)
    assert pace.remaining is None
