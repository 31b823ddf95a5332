"""Long work shown in a pipe, interrupted and kept."""

import signal
from collections.abc import Callable

import pytest

from studio.errors import StudioError
from studio.jobs import Step, Work
from studio.terminal import Interrupted, clock, columns, follow


def counting(total: int, save: Callable[[], None] | None = None) -> Work[str]:
    for done in range(1, total + 1):
        yield Step(done, total, "half" if done <= total / 2 else "whole", save=save)
    return "done"


def press_ctrl_c() -> None:
    signal.raise_signal(signal.SIGINT)


def test_the_result_of_the_work_is_returned() -> None:
    assert follow(counting(3)) == "done"


def test_in_a_pipe_there_is_one_plain_line_a_stage(capsys: pytest.CaptureFixture[str]) -> None:
    follow(counting(10))

    shown = capsys.readouterr()
    assert shown.out == ""
    lines = shown.err.splitlines()
    assert [line.split()[1] for line in lines] == ["half", "whole"]
    assert "\x1b" not in shown.err


def test_news_beside_steps_is_told_in_order() -> None:
    def work():  # type: ignore[no-untyped-def]
        yield "begun"
        yield Step(1, 1)
        yield "ended"
        return 7

    told: list[str] = []
    assert follow(work(), tell=told.append) == 7
    assert told == ["begun", "ended"]


def test_ctrl_c_between_steps_keeps_a_checkpoint_and_says_so() -> None:
    saved: list[int] = []
    closed: list[bool] = []

    def work() -> Work[None]:
        try:
            for done in range(100):
                yield Step(done, 100, save=lambda done=done: saved.append(done))  # type: ignore[misc]
                if done == 3:
                    press_ctrl_c()
        finally:
            closed.append(True)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(Interrupted) as stopped:
        follow(work())

    assert stopped.value.kept
    assert saved == [4]
    assert closed == [True]
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_before_the_first_step_ends_at_once() -> None:
    def work() -> Work[None]:
        press_ctrl_c()
        yield Step(1, 1)

    with pytest.raises(KeyboardInterrupt):
        follow(work())


def test_ctrl_c_without_a_way_to_save_keeps_nothing() -> None:
    def work() -> Work[None]:
        yield Step(0, 2)
        press_ctrl_c()
        yield Step(1, 2)

    with pytest.raises(Interrupted) as stopped:
        follow(work())
    assert not stopped.value.kept


def test_a_checkpoint_that_cannot_be_written_is_said_and_not_counted_as_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full() -> None:
        raise OSError("the disk is full")

    def work() -> Work[None]:
        yield Step(0, 2)
        press_ctrl_c()
        yield Step(1, 2, save=full)

    with pytest.raises(Interrupted) as stopped:
        follow(work())
    assert not stopped.value.kept
    assert "the disk is full" in capsys.readouterr().err


def test_an_error_of_the_work_comes_through() -> None:
    def work() -> Work[None]:
        yield Step(0, 1)
        raise StudioError("It cannot be done.")

    with pytest.raises(StudioError, match="cannot be done"):
        follow(work())


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (7.4, "0:07"), (59.9, "1:00"), (3723, "1:02:03")]
)
def test_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text


def test_columns_line_up_with_wide_letters() -> None:
    assert columns([("富嶽", "1831"), ("wave", "1"), ("a", "22")]) == [
        "富嶽  1831",
        "wave  1",
        "a     22",
    ]
