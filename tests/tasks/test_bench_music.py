"""What the bench measures of songs is measured on real ones."""

from studio.tasks import bench_music
from studio.tasks.bench_music import opening, rendering


def result(work):
    """Run the work to its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def test_a_large_file_is_opened(monkeypatch):
    monkeypatch.setattr(bench_music, "MEGABYTES", 1)

    size, seconds = result(opening())

    assert 0.5 < size < 2
    assert seconds > 0


def test_rendering_says_how_fast_or_why_not(monkeypatch):
    monkeypatch.setattr(bench_music, "_BARS", 1)

    speed = result(rendering())

    assert isinstance(speed, str) or speed > 1
