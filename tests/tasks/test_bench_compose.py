"""What the bench measures of composing is measured on real networks."""

import pytest

from studio.tasks import bench_compose
from studio.tasks.bench_compose import caching, writing
from tests.training.tiny_runs import ended


def test_the_first_note_comes_before_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_compose, "_BARS", 1)
    monkeypatch.setattr(bench_compose, "_TURNS", 2)

    written = ended(writing())[0]

    assert 0 < written.first <= written.all
    assert written.loading > 0


def test_with_its_memory_the_composer_draws_the_same_words_sooner(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bench_compose, "_READ", 200)
    monkeypatch.setattr(bench_compose, "_DRAWN", 4)

    found = ended(caching())[0]

    assert found.same
    assert 0 < found.with_memory < found.without
