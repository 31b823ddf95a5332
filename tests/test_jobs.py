"""Jobs end as they should, whoever pauses, cancels or replaces them, and whenever."""

import gc
import random
import threading
import weakref
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from studio.errors import StudioError
from studio.jobs import Job, State, Step, Update, Work, Worker
from tests.jobs_kit import PATIENCE, Gate, News, counting


@pytest.fixture
def news() -> News:
    return News()


@pytest.fixture
def worker(news: News) -> Iterator[Worker]:
    worker = Worker("test", news)
    yield worker
    assert worker.close(PATIENCE)


@pytest.fixture
def busy(worker: Worker) -> Iterator[Gate]:
    """A long job inside its first step, so that all others have to wait."""
    gate = Gate()
    worker.submit(Job("busy", gate.work))
    gate.wait_inside()
    yield gate
    gate.let_all()


# -- to the end --------------------------------------------------------------------------------


def test_a_job_waits_runs_and_returns_its_result(worker, news):
    job = worker.submit(Job("count", counting(3, "result")))

    end = news.wait_end(job)

    assert news.states(job) == [State.WAITING, State.RUNNING, State.DONE]
    assert (end.result, end.error, end.step.done) == ("result", None, 3)
    assert job.state is State.DONE
    assert worker.pending() == ()


def test_the_beginning_and_the_first_step_are_always_told(worker, news):
    job = worker.submit(Job("count", counting(3)))
    news.wait_end(job)

    steps = [update.step for update in news.of(job)]

    assert [step and step.done for step in steps] == [None, None, 1, 3]


def test_work_without_a_step_is_done(worker, news):
    job = worker.submit(Job("none", counting(0, "result")))

    assert news.wait_end(job).result == "result"


def test_jobs_run_one_after_the_other_on_one_thread_that_is_no_daemon(worker, news):
    threads: list[threading.Thread] = []

    def work() -> Work[None]:
        threads.append(threading.current_thread())
        yield Step(1, 1)

    assert not [thread for thread in threading.enumerate() if thread.name == "worker-test"]
    jobs = [worker.submit(Job("one", work)), worker.submit(Job("two", work))]
    for job in jobs:
        news.wait_end(job)

    assert threads[0] is threads[1]
    assert (threads[0].name, threads[0].daemon) == ("worker-test", False)


def test_a_job_is_submitted_once(worker):
    job = worker.submit(Job("once", counting(1)))

    with pytest.raises(ValueError, match="submitted before"):
        worker.submit(job)


def test_an_update_carries_no_callable_of_the_work(worker, news):
    gate = Gate(total=1)
    gate.let()
    job = worker.submit(Job("count", gate.work))

    assert news.wait_end(job).step == Step(1, 1)


# -- errors ------------------------------------------------------------------------------------


def _raises_before_its_first_step() -> Work[None]:
    raise StudioError("no")
    yield Step(1, 1)


def _raises_later() -> Work[None]:
    yield Step(1, 2)
    raise MemoryError("full")


def _leaves() -> Work[None]:
    yield Step(1, 2)
    raise SystemExit(3)


def _is_no_generator_function() -> Work[None]:
    raise KeyError("no")


def _stops_in_the_making() -> Work[None]:
    raise StopIteration("no")


def _is_a_list() -> list[Step]:
    return [Step(1, 1)]


def _yields_a_number() -> Iterator[int]:
    yield 7


@pytest.mark.parametrize(
    ("work", "kind"),
    [
        (_raises_before_its_first_step, StudioError),
        (_raises_later, MemoryError),
        (_leaves, SystemExit),
        (_is_no_generator_function, KeyError),
        (_stops_in_the_making, StopIteration),
        (_is_a_list, TypeError),
        (_yields_a_number, TypeError),
    ],
)
def test_work_that_raises_fails_and_the_worker_lives_on(worker, news, work, kind):
    failed = worker.submit(Job("bad", work))
    next_one = worker.submit(Job("good", counting(1)))

    assert type(news.wait_end(failed).error) is kind
    assert failed.state is State.FAILED
    assert news.wait_end(next_one).state is State.DONE


def test_an_error_keeps_nothing_of_the_work_in_memory(worker, news):
    class Big:
        pass

    alive: list[weakref.ref[Big]] = []

    def deeper() -> None:
        big = Big()
        alive.append(weakref.ref(big))
        raise ValueError("inside")

    def deep() -> None:
        big = Big()
        alive.append(weakref.ref(big))
        try:
            deeper()
        except ValueError as error:
            raise MemoryError("full") from error

    def work() -> Work[None]:
        big = Big()
        alive.append(weakref.ref(big))
        yield Step(1, 2)
        deep()

    error = news.wait_end(worker.submit(Job("bad", work))).error

    assert error.__traceback__ is not None
    assert [reference() for reference in alive] == [None, None, None]


def test_an_idle_thread_keeps_nothing_of_the_last_job(worker, news):
    class Big:
        pass

    def work() -> Work[Big]:
        yield Step(1, 1)
        return Big()

    job = worker.submit(Job("big", work))
    result = weakref.ref(news.wait_end(job).result)
    after = worker.submit(Job("small", counting(1)))  # so that the thread has gone on
    news.wait_end(after)
    news.updates.clear()
    gc.collect()

    assert result() is None


def test_a_job_that_has_ended_keeps_nothing_of_its_work(worker, news):
    class Big:
        pass

    def submit() -> tuple[Job, weakref.ref[Big]]:
        big = Big()

        def work() -> Work[None]:
            yield Step(1, 1, preview=lambda: np.full((1, 1, 3), id(big) % 256, np.uint8))

        return worker.submit(Job("big", work)), weakref.ref(big)

    job, big = submit()
    news.wait_end(job)
    after = worker.submit(Job("small", counting(1)))
    news.wait_end(after)
    gc.collect()

    assert job.state is State.DONE
    assert big() is None


def test_an_exception_while_unwinding_fails_the_job(worker, news):
    inside = threading.Event()

    def work() -> Work[None]:
        try:
            while True:
                inside.set()
                yield Step(1, 2)
        finally:
            raise StudioError("cannot tidy up")

    job = worker.submit(Job("bad", work))
    assert inside.wait(PATIENCE)
    job.cancel()

    assert str(news.wait_end(job).error) == "cannot tidy up"
    assert job.state is State.FAILED


def test_work_that_refuses_to_close_fails(worker, news):
    def work() -> Work[None]:
        try:
            while True:
                yield Step(1, 2)
        except GeneratorExit:
            yield Step(2, 2)

    job = worker.submit(Job("bad", work))
    news.wait_state(job, State.RUNNING)
    job.cancel()

    assert isinstance(news.wait_end(job).error, RuntimeError)


# -- cancel ------------------------------------------------------------------------------------


def test_cancel_ends_the_job_after_its_present_step(worker, news, busy):
    (job,) = worker.pending()
    busy.let(2)
    busy.wait_inside()
    busy.wait_inside()

    job.cancel()
    assert job.state is State.RUNNING
    busy.let()

    assert news.wait_end(job).state is State.CANCELLED
    assert busy.steps == 3
    assert busy.calls == ["begin", "save", "close"]
    assert worker.pending() == ()


def test_cancel_in_the_first_step_is_heeded(worker, news, busy):
    (job,) = worker.pending()

    job.cancel()
    busy.let()

    end = news.wait_end(job)
    assert (end.state, end.step.done) == (State.CANCELLED, 1)
    assert busy.steps == 1


def test_a_cancelled_job_is_told_of_once_however_often_it_is_asked(worker, news, busy):
    (job,) = worker.pending()

    for _ in range(3):
        job.cancel()
    busy.let()
    news.wait_end(job)
    job.cancel()
    job.pause()
    job.resume()
    news.wait_end(worker.submit(Job("after", counting(1))))

    assert [update.state for update in news.of(job)].count(State.CANCELLED) == 1
    assert job.state is State.CANCELLED


def test_a_waiting_job_is_cancelled_at_once_and_its_work_never_begins(worker, news, busy):
    gate = Gate()
    job = worker.submit(Job("waiting", gate.work))

    job.cancel()

    assert job.state is State.CANCELLED
    assert job not in worker.pending()
    busy.let()
    assert news.wait_end(job).state is State.CANCELLED
    assert gate.calls == []


def test_a_job_cancelled_before_it_is_submitted_never_begins(worker, news):
    gate = Gate()
    job = Job("early", gate.work)

    job.cancel()
    worker.submit(job)

    assert job.state is State.CANCELLED
    assert news.wait_end(job).state is State.CANCELLED
    assert gate.calls == []


def test_work_that_returns_in_the_very_step_of_the_cancel_has_its_result(worker, news):
    inside, go = threading.Event(), threading.Event()

    def work() -> Work[str]:
        inside.set()
        assert go.wait(PATIENCE)
        return "result"
        yield Step(1, 1)

    job = worker.submit(Job("last", work))
    assert inside.wait(PATIENCE)
    job.cancel()
    go.set()

    assert news.wait_end(job).result == "result"


def test_a_job_may_be_cancelled_from_its_own_first_news(news):
    gate = Gate()

    def notify(update: Update) -> None:
        if update.state is State.RUNNING:
            update.job.cancel()
        news(update)

    worker = Worker("test", notify)
    job = worker.submit(Job("hasty", gate.work))

    assert news.wait_end(job).state is State.CANCELLED
    assert worker.close(PATIENCE)
    assert gate.calls == []


def test_work_may_cancel_its_own_job(worker, news):
    def work() -> Work[None]:
        while True:
            job.cancel()
            yield Step(1, 2)

    job = Job("own", work)
    worker.submit(job)

    assert news.wait_end(job).state is State.CANCELLED


def test_a_wish_that_the_thread_sees_before_it_is_told_ends_the_job_once(worker, news, busy):
    """As when `cancel` is interrupted between its two lines."""
    gate = Gate()
    job = worker.submit(Job("waiting", gate.work))
    job._cancel_wanted = True
    live = worker.submit(Job("live", counting(1), live=True))
    busy.let()
    news.wait_end(live)
    assert (job.state, gate.calls) == (State.WAITING, [])

    job.cancel()
    busy.let()

    assert news.wait_end(job).state is State.CANCELLED
    assert gate.calls == []


# -- pause -------------------------------------------------------------------------------------


def test_a_paused_job_is_saved_and_not_advanced_until_it_is_resumed(worker, news, busy):
    (job,) = worker.pending()

    job.pause()
    busy.let(2)
    assert news.wait_state(job, State.PAUSED).step.done == 1
    assert (busy.steps, busy.calls) == (1, ["begin", "save"])
    other = worker.submit(Job("other", counting(1)))
    news.wait_end(other)
    assert busy.steps == 1

    job.resume()
    busy.wait_inside()
    busy.wait_inside()
    assert busy.steps == 2
    assert news.states(job) == [
        State.WAITING,
        State.RUNNING,
        State.PAUSED,
        State.WAITING,
        State.RUNNING,
    ]


def test_pause_taken_back_within_a_step_changes_nothing(worker, news, busy):
    (job,) = worker.pending()

    job.pause()
    job.resume()
    busy.let()
    busy.wait_inside()

    assert news.states(job) == [State.WAITING, State.RUNNING]


def test_cancelling_a_paused_job_ends_it_and_saves_no_second_time(worker, news, busy):
    (job,) = worker.pending()
    job.pause()
    busy.let()
    news.wait_state(job, State.PAUSED)

    job.cancel()

    assert news.wait_end(job).state is State.CANCELLED
    assert busy.calls == ["begin", "save", "close"]


def test_a_job_paused_before_it_began_does_not_begin(worker, news, busy):
    gate = Gate(total=1)
    early, late = Job("early", gate.work), Job("late", counting(1))
    early.pause()
    worker.submit(early)
    worker.submit(late)
    (busy_job, *_) = worker.pending()
    busy_job.cancel()
    busy.let()

    news.wait_end(late)
    assert (early.state, gate.calls) == (State.PAUSED, [])

    gate.let()
    early.resume()
    assert news.wait_end(early).state is State.DONE
    assert news.states(early) == [State.PAUSED, State.WAITING, State.RUNNING, State.DONE]


def test_a_waiting_job_is_paused_and_resumed_at_once(worker, busy):
    job = worker.submit(Job("waiting", counting(1)))

    job.pause()
    assert job.state is State.PAUSED
    job.resume()
    assert job.state is State.WAITING


def test_a_resumed_job_waits_for_the_one_that_took_its_place(worker, news, busy):
    (first,) = worker.pending()
    first.pause()
    busy.let()
    news.wait_state(first, State.PAUSED)
    gate = Gate(total=2)
    second = worker.submit(Job("second", gate.work))
    gate.wait_inside()

    first.resume()
    assert first.state is State.WAITING
    gate.let()
    gate.wait_inside()
    assert busy.steps == 1

    gate.let()
    news.wait_end(second)
    busy.wait_inside()
    assert first.state is State.RUNNING


def test_a_resumed_job_that_waits_may_be_paused_again_and_cancelled(worker, news, busy):
    (first,) = worker.pending()
    first.pause()
    busy.let()
    news.wait_state(first, State.PAUSED)
    gate = Gate()
    second = worker.submit(Job("second", gate.work))
    gate.wait_inside()

    first.resume()
    first.pause()
    assert first.state is State.PAUSED
    first.cancel()
    gate.let()

    assert news.wait_end(first).state is State.CANCELLED
    second.cancel()
    gate.let()
    news.wait_end(second)


# -- live jobs and slots -----------------------------------------------------------------------


def test_a_live_job_overtakes_a_long_one_between_two_steps(worker, news, busy):
    waiting = worker.submit(Job("waiting", counting(1)))
    live = worker.submit(Job("live", counting(5), live=True))

    busy.let()
    news.wait_end(live)

    assert busy.steps == 1
    assert waiting.state is State.WAITING


def test_a_live_job_runs_while_the_long_one_is_paused(worker, news, busy):
    (job,) = worker.pending()
    job.pause()
    busy.let()
    news.wait_state(job, State.PAUSED)

    live = worker.submit(Job("live", counting(2), live=True))

    assert news.wait_end(live).state is State.DONE
    assert job.state is State.PAUSED


def test_live_jobs_take_turns_the_newest_first(worker, news, busy):
    turns: list[str] = []

    def work(name: str) -> Callable[[], Work[None]]:
        def steps() -> Work[None]:
            for done in range(3):
                turns.append(name)
                yield Step(done, 3)

        return steps

    jobs = [worker.submit(Job(name, work(name), slot=name, live=True)) for name in "abc"]
    busy.let()
    for job in jobs:
        news.wait_end(job)

    assert "".join(turns) == "cba" * 3


def test_a_slot_keeps_only_the_newest_waiting_request(worker, news, busy):
    jobs = [worker.submit(Job(name, counting(1), slot="preview")) for name in "abc"]

    assert [job.state for job in jobs] == [State.CANCELLED, State.CANCELLED, State.WAITING]
    (busy_job, *_) = worker.pending()
    busy_job.cancel()
    busy.let()
    assert news.wait_end(jobs[2]).state is State.DONE
    told = [(update.job.title, update.state.name) for update in news.updates]
    waits, ends = ("a", "WAITING"), ("a", "CANCELLED")
    assert told.index(waits) < told.index(ends) < told.index(("b", "WAITING"))


def test_the_newest_request_takes_the_place_of_the_one_it_replaces(worker, busy):
    worker.submit(Job("a", counting(1), slot="one"))
    worker.submit(Job("b", counting(1), slot="two"))
    worker.submit(Job("c", counting(1)))

    worker.submit(Job("d", counting(1), slot="one"))

    assert [job.title for job in worker.pending()] == ["busy", "d", "b", "c"]


def test_a_newer_request_ends_the_running_live_one_of_its_slot(worker, news):
    old = Gate()
    running = worker.submit(Job("old", old.work, slot="preview", live=True))
    old.wait_inside()

    newer = worker.submit(Job("new", counting(1), slot="preview", live=True))
    old.let(10)

    assert news.wait_end(newer).state is State.DONE
    assert running.state is State.CANCELLED
    assert old.steps == 1


def test_a_newer_request_waits_for_the_running_long_one_of_its_slot(worker, news):
    old = Gate(total=3)
    running = worker.submit(Job("old", old.work, slot="paint"))
    old.wait_inside()

    newer = worker.submit(Job("new", counting(1), slot="paint"))
    old.let(3)

    assert news.wait_end(newer).state is State.DONE
    assert running.state is State.DONE


def test_a_newer_request_replaces_one_that_was_paused_before_it_began(worker, busy):
    old = worker.submit(Job("old", counting(1), slot="paint"))
    old.pause()

    worker.submit(Job("new", counting(1), slot="paint"))

    assert old.state is State.CANCELLED


# -- the queue ---------------------------------------------------------------------------------


def test_the_queue_can_be_reordered(worker, news, busy):
    order: list[str] = []

    def work(name: str) -> Callable[[], Work[None]]:
        def steps() -> Work[None]:
            order.append(name)
            yield Step(1, 1)

        return steps

    jobs = {name: worker.submit(Job(name, work(name))) for name in "abc"}
    worker.move(jobs["c"], 1)
    worker.move(jobs["a"], 99)
    worker.move(Job("stranger", counting(1)), 0)
    assert [job.title for job in worker.pending()] == ["busy", "c", "b", "a"]

    worker.pending()[0].cancel()
    busy.let()
    news.wait_end(jobs["a"])
    assert order == ["c", "b", "a"]


def test_a_job_moved_before_the_running_one_does_not_interrupt_it(worker, news, busy):
    job = worker.submit(Job("first", counting(1)))

    worker.move(job, 0)
    busy.let()
    busy.wait_inside()

    assert job.state is State.WAITING


# -- news --------------------------------------------------------------------------------------


def test_a_receiver_that_raises_does_not_end_the_thread(news, caplog):
    def notify(update: Update) -> None:
        news(update)
        raise RuntimeError("nobody listens")

    worker = Worker("test", notify)
    job = worker.submit(Job("count", counting(1)))

    assert news.wait_end(job).state is State.DONE
    assert worker.close(PATIENCE)
    assert "nobody listens" in caplog.text


def test_news_is_sent_while_no_lock_is_held(news):
    answered: list[bool] = []

    def notify(update: Update) -> None:
        def ask() -> None:
            update.job.pause()
            update.job.resume()
            worker.pending()

        other = threading.Thread(target=ask)
        other.start()
        other.join(PATIENCE / 4)
        answered.append(not other.is_alive())
        news(update)

    worker = Worker("test", notify)
    job = worker.submit(Job("count", counting(2)))
    news.wait_end(job)

    assert worker.close(PATIENCE)
    assert all(answered)


def test_a_receiver_may_submit_the_next_job(news):
    followers: list[Job] = []

    def notify(update: Update) -> None:
        if update.state is State.DONE and not followers:
            followers.append(worker.submit(Job("next", counting(1))))
        news(update)

    worker = Worker("test", notify)
    news.wait_end(worker.submit(Job("first", counting(1))))

    assert news.wait_end(followers[0]).state is State.DONE
    assert worker.close(PATIENCE)


# -- close -------------------------------------------------------------------------------------


def test_close_saves_unwinds_and_ends_the_thread(worker, news, busy):
    (running,) = worker.pending()
    waiting = worker.submit(Job("waiting", counting(1)))
    busy.let()
    busy.wait_inside()
    threading.Timer(0.0, busy.let_all).start()

    assert worker.close(PATIENCE)

    assert busy.calls == ["begin", "save", "close"]
    assert (running.state, waiting.state) == (State.CANCELLED, State.CANCELLED)
    assert [update.state for update in news.of(running)][-1] is State.CANCELLED
    assert [update.state for update in news.of(waiting)][-1] is State.CANCELLED
    assert not [thread for thread in threading.enumerate() if thread.name == "worker-test"]


def test_close_ends_a_paused_job_with_its_checkpoint_written(worker, news, busy):
    (job,) = worker.pending()
    job.pause()
    busy.let()
    news.wait_state(job, State.PAUSED)

    assert worker.close(PATIENCE)

    assert busy.calls == ["begin", "save", "close"]
    assert job.state is State.CANCELLED


def test_close_says_when_a_step_outlasts_its_patience_and_may_be_called_again(worker, busy):
    (job,) = worker.pending()

    assert not worker.close(0.01)
    assert job.state is State.RUNNING

    busy.let()
    assert worker.close(PATIENCE)
    assert job.state is State.CANCELLED


def test_a_worker_that_never_had_a_job_closes(news):
    assert Worker("idle", news).close(0.0)


def test_a_worker_asked_to_close_by_its_own_news_ends_after_it(news):
    answers: list[bool] = []

    def notify(update: Update) -> None:
        if update.state is State.DONE:
            answers.append(worker.close(PATIENCE))
        news(update)

    worker = Worker("test", notify)
    news.wait_end(worker.submit(Job("count", counting(1))))

    assert worker.close(PATIENCE)
    assert answers == [False]


@pytest.mark.parametrize("ran_before", [True, False])
def test_a_job_submitted_after_close_is_cancelled_and_told(news, ran_before):
    worker = Worker("test", news)
    if ran_before:
        news.wait_end(worker.submit(Job("before", counting(1))))
    assert worker.close(PATIENCE)

    job = worker.submit(Job("late", counting(1)))

    assert job.state is State.CANCELLED
    assert [update.state for update in news.of(job)] == [State.CANCELLED]
    assert worker.pending() == ()


# -- everything at once ------------------------------------------------------------------------

_AFTER = {
    None: {State.WAITING, State.PAUSED, State.CANCELLED},
    State.WAITING: {State.RUNNING, State.PAUSED, State.CANCELLED},
    State.RUNNING: {State.RUNNING, State.PAUSED, State.DONE, State.CANCELLED},
    State.PAUSED: {State.WAITING, State.CANCELLED},
}


@pytest.mark.parametrize("seed", range(4))
def test_whatever_four_threads_ask_every_job_ends_once_and_in_order(news, seed):
    worker = Worker("test", news)
    jobs: list[Job] = []

    def meddle(number: int) -> None:
        chance = random.Random(f"{seed} {number}")
        for _ in range(120):
            action = chance.randrange(6)
            if action == 0 or not jobs:
                slot = chance.choice([None, "one", "two"])
                work = counting(chance.randrange(30))
                job = Job("job", work, slot=slot, live=chance.random() < 0.4)
                jobs.append(job)
                worker.submit(job)
                continue
            job = chance.choice(jobs)
            if action == 1:
                job.cancel()
            elif action == 2:
                job.pause()
            elif action == 3:
                job.resume()
            elif action == 4:
                worker.move(job, chance.randrange(5))
            else:
                worker.pending()

    threads = [threading.Thread(target=meddle, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    for job in jobs:
        job.resume()
    for job in jobs:
        news.wait_end(job)
    assert worker.close(PATIENCE)

    assert worker.pending() == ()
    for job in jobs:
        before = None
        for update in news.of(job):
            assert update.state in _AFTER[before]
            before = update.state
        assert job.state is before
