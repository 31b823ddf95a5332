"""News of a worker arrives in the GUI thread, whole and never in floods."""

import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QThread

from studio.jobs import Job, State, Step, Update, Work
from studio.ui.worker import QtWorker
from tests.jobs_kit import PATIENCE, Gate, counting


@pytest.fixture
def worker(qapp) -> Iterator[QtWorker]:
    worker = QtWorker("test")
    yield worker
    assert worker.close(PATIENCE)


def ended(job: Job):
    return lambda update: update.job is job and update.state.final


def test_a_job_s_news_arrives_in_order_in_the_gui_thread(qtbot, worker):
    news: list[tuple[State, bool]] = []
    gui = QThread.currentThread()
    # A plain function has no thread of its own: it must be called in the GUI's all the same.
    worker.updated.connect(
        lambda update: news.append((update.state, QThread.currentThread() is gui))
    )
    job = Job("count", counting(1, "result"))

    with qtbot.waitSignal(worker.updated, check_params_cb=ended(job)) as caught:
        worker.submit(job)

    assert caught.args[0].result == "result"
    assert all(in_gui for _, in_gui in news)
    states = list(dict.fromkeys(state for state, _ in news))
    assert states == [State.WAITING, State.RUNNING, State.DONE]


def test_nothing_arrives_while_the_gui_is_busy_and_all_that_matters_after(qtbot, worker):
    news: list[Update] = []
    worker.updated.connect(news.append)
    done = threading.Event()
    pixels = np.zeros((1, 1, 3), np.uint8)

    def work() -> Work[None]:
        for step in range(1, 201):
            time.sleep(0.001)
            yield Step(step, 200, preview=(lambda: pixels) if step == 1 else None)
        done.set()

    job = Job("paint", work)
    worker.submit(job)
    assert done.wait(PATIENCE)
    assert news == []

    qtbot.waitUntil(lambda: job.state.final and any(update.state.final for update in news))

    assert [update.state for update in news] == [State.WAITING, State.RUNNING, State.DONE]
    assert news[1].step is not None
    assert news[1].preview is pixels


def test_news_of_two_jobs_is_not_mixed(qtbot, worker):
    news: list[Update] = []
    worker.updated.connect(news.append)
    jobs = [Job(name, counting(3)) for name in "ab"]

    with qtbot.waitSignal(worker.updated, check_params_cb=ended(jobs[1])):
        for job in jobs:
            worker.submit(job)

    for job in jobs:
        states = [update.state for update in news if update.job is job]
        assert (states[0], states[-1]) == (State.WAITING, State.DONE)


def test_news_of_jobs_that_take_turns_is_not_mixed_while_the_gui_is_busy(qtbot, worker):
    news: list[Update] = []
    worker.updated.connect(news.append)
    gate = Gate()

    def work() -> Work[None]:
        for step in range(1, 20):
            yield Step(step, 20)
        if len(finished) == 1:
            ended_both.set()
        finished.append(None)

    finished: list[None] = []
    ended_both = threading.Event()
    long = worker.submit(Job("long", gate.work))
    gate.wait_inside()
    jobs = [worker.submit(Job(name, work, slot=name, live=True)) for name in "ab"]
    gate.let()
    assert ended_both.wait(PATIENCE)
    gate.let_all()
    long.cancel()

    qtbot.waitUntil(lambda: sum(update.state.final for update in news) == 3)

    for job in jobs:
        states = [update.state for update in news if update.job is job]
        assert list(dict.fromkeys(states)) == [State.WAITING, State.RUNNING, State.DONE]


def test_cancelled_work_ends_and_is_told(qtbot, worker):
    gate = Gate()
    job = Job("endless", gate.work)
    worker.submit(job)
    gate.wait_inside()
    gate.let_all()

    with qtbot.waitSignal(
        worker.updated,
        check_params_cb=lambda update: update.state is State.CANCELLED,
    ):
        job.cancel()

    assert worker.pending() == ()


def test_the_queue_is_the_worker_s(worker):
    gate = Gate()
    running = worker.submit(Job("endless", gate.work))
    gate.wait_inside()
    first, second = worker.submit(Job("a", counting(1))), worker.submit(Job("b", counting(1)))

    worker.move(second, 1)

    assert worker.pending() == (running, second, first)
    gate.let_all()


def test_close_brings_the_last_news_without_an_event_loop(qapp):
    worker = QtWorker("closing")
    news: list[Update] = []
    worker.updated.connect(news.append)
    gate = Gate()
    running = worker.submit(Job("endless", gate.work))
    gate.wait_inside()
    waiting = worker.submit(Job("waiting", counting(1)))
    gate.let_all()

    assert worker.close(PATIENCE)

    ends = [update.job for update in news if update.state is State.CANCELLED]
    assert set(ends) == {running, waiting}
    assert "save" in gate.calls


def test_close_tells_of_a_step_that_outlasts_it_when_it_is_called_again(qapp):
    worker = QtWorker("closing")
    news: list[Update] = []
    worker.updated.connect(news.append)
    gate = Gate()
    job = worker.submit(Job("endless", gate.work))
    gate.wait_inside()

    assert not worker.close(0.01)
    assert not any(update.state.final for update in news)
    gate.let_all()

    assert worker.close(PATIENCE)
    assert news[-1].job is job
    assert news[-1].state is State.CANCELLED


def test_its_name_is_that_of_the_resource(worker):
    assert worker.name == "test"
