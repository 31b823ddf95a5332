"""Previews, checkpoints and updates are as frequent as allowed: all by a clock that tests move."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from studio.errors import StudioError
from studio.jobs import Job, Pixels, State, Step, Work, Worker
from studio.work import Running
from tests.jobs_kit import PATIENCE, Clock, Gate, News

PIXELS = np.zeros((2, 3, 3), np.uint8)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def news() -> News:
    return News()


@pytest.fixture
def worker(news: News, clock: Clock) -> Iterator[Worker]:
    worker = Worker("test", news, clock=clock)
    yield worker
    assert worker.close(PATIENCE)


def timed(
    clock: Clock,
    steps: int,
    seconds: float,
    preview: Callable[[], Pixels] | None = None,
    save: Callable[[], None] | None = None,
) -> Callable[[], Work[None]]:
    """Work whose steps take some time by the clock."""

    def work() -> Work[None]:
        for done in range(1, steps + 1):
            clock.now += seconds
            yield Step(done, steps, preview=preview, save=save)

    return work


def test_progress_is_the_fraction_else_the_share_of_steps_and_stays_within_bounds():
    assert Step(3, 4).progress == 0.75
    assert Step(3, 4, fraction=0.5).progress == 0.5
    assert Step(5, 4).progress == 1.0
    assert Step(0, 0).progress == 0.0
    assert Step(1, 2, fraction=-1.0).progress == 0.0


def test_a_running_job_is_told_of_at_most_thirty_times_a_second(worker, news, clock):
    job = worker.submit(Job("fast", timed(clock, 1000, 0.01, lambda: PIXELS)))
    news.wait_end(job)

    told = [update for update in news.of(job) if update.step and not update.state.final]

    assert 200 <= len(told) <= 301


def test_previews_come_at_most_twenty_times_a_second(worker, news, clock):
    job = worker.submit(Job("fast", timed(clock, 1000, 0.01, lambda: PIXELS)))
    news.wait_end(job)

    shown = [update for update in news.of(job) if update.preview is not None]

    assert 100 <= len(shown) <= 201


def test_costly_previews_take_a_twentieth_of_the_time(worker, news, clock):
    taken: list[float] = []

    def preview() -> Pixels:
        clock.now += 0.5
        taken.append(clock.now)
        return PIXELS

    job = worker.submit(Job("costly", timed(clock, 1000, 0.1, preview)))
    end = news.wait_end(job)

    assert len(taken) >= 10
    assert (len(taken) - 1) * 0.5 <= 0.05 * end.elapsed


def test_a_checkpoint_is_written_every_thirty_seconds_of_running(worker, news, clock):
    written: list[float] = []
    job = worker.submit(Job("long", timed(clock, 100, 1.0, save=lambda: written.append(clock.now))))
    news.wait_end(job)

    assert written == [30.0, 60.0, 90.0]


def test_pauses_are_not_counted(worker, news, clock):
    gate = Gate()
    job = worker.submit(Job("long", gate.work))
    gate.wait_inside()
    job.pause()
    clock.now += 2.0
    gate.let()
    assert news.wait_state(job, State.PAUSED).elapsed == 2.0

    clock.now += 1000.0
    job.resume()
    gate.wait_inside()
    clock.now += 1.0
    job.cancel()
    gate.let()

    end = news.wait_end(job)
    assert (end.elapsed, end.rate) == (3.0, 1.0)


def test_the_time_of_overtaking_jobs_is_not_counted(worker, news, clock):
    gate = Gate()
    job = worker.submit(Job("long", gate.work))
    gate.wait_inside()
    live = worker.submit(Job("live", timed(clock, 10, 5.0), live=True))
    clock.now += 1.0
    gate.let()
    news.wait_end(live)
    job.cancel()
    gate.let_all()

    assert news.wait_end(job).elapsed == 1.0


def test_a_job_that_is_paused_or_cancelled_shows_its_present_step(worker, news):
    gate = Gate()
    shown: list[int] = []

    def work() -> Work[None]:
        for step in gate.work():

            def preview(done: int = step.done) -> Pixels:
                shown.append(done)
                return np.full((1, 1, 3), done, np.uint8)

            yield Step(step.done, step.total, preview=preview)

    job = worker.submit(Job("paint", work))
    gate.wait_inside()
    gate.let(2)
    gate.wait_inside()
    gate.wait_inside()
    job.pause()
    gate.let()

    assert news.wait_state(job, State.PAUSED).preview[0, 0, 0] == 3
    job.cancel()
    assert news.wait_end(job).preview[0, 0, 0] == 3
    assert shown.count(3) == 1


def test_a_job_cancelled_while_it_runs_shows_its_present_step(worker, news):
    gate = Gate()

    def work() -> Work[None]:
        for step in gate.work():
            pixels = np.full((1, 1, 3), step.done, np.uint8)
            yield Step(step.done, step.total, preview=lambda pixels=pixels: pixels)

    job = worker.submit(Job("paint", work))
    gate.wait_inside()
    gate.let()
    gate.wait_inside()
    job.cancel()
    gate.let()

    assert news.wait_end(job).preview[0, 0, 0] == 2


def test_a_job_resumed_while_its_checkpoint_is_written_is_never_paused(worker, news):
    gate = Gate()

    def work() -> Work[None]:
        for step in gate.work():
            yield Step(step.done, step.total, save=lambda: job.resume())

    job = worker.submit(Job("paint", work))
    gate.wait_inside()
    job.pause()
    gate.let()
    gate.wait_inside()

    assert news.states(job) == [State.WAITING, State.RUNNING]
    gate.let_all()


def test_a_job_that_fails_brings_its_last_preview(worker, news):
    def work() -> Work[None]:
        yield Step(1, 2, preview=lambda: PIXELS)
        raise MemoryError

    job = worker.submit(Job("paint", work))

    assert news.wait_end(job).preview is PIXELS


def test_a_checkpoint_that_fails_is_told_while_the_work_goes_on(worker, news, clock, caplog):
    def save() -> None:
        raise StudioError("the disk is full")

    job = worker.submit(Job("long", timed(clock, 40, 1.0, save=save)))

    assert news.wait_end(job).state is State.DONE
    troubles = [update for update in news.of(job) if update.error is not None]
    assert [(update.state, str(update.error)) for update in troubles] == [
        (State.RUNNING, "the disk is full")
    ]
    assert "checkpoint" in caplog.text


def test_a_preview_that_fails_is_told_once_and_not_asked_for_again(worker, news, clock, caplog):
    asked: list[float] = []

    def preview() -> Pixels:
        asked.append(clock.now)
        raise ValueError("no picture")

    job = worker.submit(Job("paint", timed(clock, 100, 1.0, preview)))

    assert news.wait_end(job).state is State.DONE
    assert [str(update.error) for update in news.of(job) if update.error] == ["no picture"]
    assert len(asked) == 1
    assert "preview" in caplog.text


def test_a_cancelled_job_whose_checkpoint_fails_is_cancelled_all_the_same(worker, news, caplog):
    gate = Gate()

    def save() -> None:
        raise StudioError("the disk is full")

    def work() -> Work[None]:
        for step in gate.work():
            yield Step(step.done, step.total, save=save)

    job = worker.submit(Job("paint", work))
    gate.wait_inside()
    job.cancel()
    gate.let()

    end = news.wait_end(job)
    assert (end.state, str(end.error)) == (State.CANCELLED, "the disk is full")


def test_previews_saves_and_steps_run_on_the_thread_that_advances():
    """Without a worker: `Running` needs none."""
    calls: list[str] = []

    def work() -> Work[str]:
        calls.append("step")
        yield Step(
            1,
            1,
            preview=lambda: calls.append("preview") or PIXELS,
            save=lambda: calls.append("save"),
        )
        return "result"

    running = Running(work)
    assert calls == []
    running.advance()
    assert running.preview()
    assert not running.preview()
    running.save()
    running.save()

    assert calls == ["step", "preview", "save"]
    assert running.advance().value == "result"
    assert running.close() is None
