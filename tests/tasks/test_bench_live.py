"""The window's own answer, or a sentence where it gives none."""

import pytest

from studio.tasks import bench_live


def test_without_an_answer_there_is_the_last_complaint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_live, "_PROBE", "raise SystemExit('no window today')")

    assert bench_live.seconds_to_canvas() == "no window today"


def test_the_answer_is_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_live, "_PROBE", "print(0.0625)")

    assert bench_live.seconds_to_canvas() == 0.0625


def test_a_drag_answers_dreams_and_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_live, "_PROBE", "print('48.1 24.5')")

    assert bench_live.dragging() == (48.1, 24.5)


def test_a_drag_that_came_to_nothing_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_live, "_PROBE", "print('nothing was painted')")

    assert bench_live.dragging().strip() == "nothing was painted"
