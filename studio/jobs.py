"""Jobs and the workers that advance them, step by step, on one thread per resource.

Between two steps of some `Work` the `Worker` decides everything else: pause, cancel, which job goes
next, when a preview is asked for and when a checkpoint is written.

Every change of a job's state happens under the worker's lock and puts one `Update` into its outbox;
only the worker's thread empties the outbox, with no lock held. So the updates of all jobs arrive in
the order in which things happened, and a receiver may call the worker and its jobs from `notify`.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from typing import Any

from studio.work import Pixels, Raised, Returned, Running, Step, Work, attempt

__all__ = ["Job", "Pixels", "State", "Step", "Update", "Work", "Worker"]

_log = logging.getLogger(__name__)

_UPDATE_EVERY = 1 / 30  # seconds between two updates of a running job


class State(Enum):
    """What a job is doing; the last three are final."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def final(self) -> bool:
        """Whether a job in this state has ended."""
        return self in (State.DONE, State.CANCELLED, State.FAILED)


class Job:
    """One piece of work with its wishes: made by anyone, advanced by the worker it is given to.

    ``work`` is called, on the worker's thread, when the job's first turn comes. ``slot`` names a
    place in which only the newest request counts. A ``live`` job overtakes those that are not.
    All methods may be called from any thread, before and after `Worker.submit`, and never wait.
    """

    def __init__(
        self,
        title: str,
        work: Callable[[], Work[Any]],
        slot: str | None = None,
        live: bool = False,
    ) -> None:
        self.title = title
        self.slot = slot
        self.live = live
        # Wishes, written by any thread; a worker reads them under its lock.
        self._pause_wanted = False
        self._cancel_wanted = False
        # Written under the worker's lock.
        self._worker: Worker | None = None
        self._state = State.WAITING
        self._started = False
        self._number = 0
        self._turn = 0
        # Advanced by the worker's thread only; None once the job has ended.
        self._running: Running | None = Running(work)
        self._update_due = float("-inf")

    @property
    def state(self) -> State:
        """What the job is doing now."""
        return self._state

    def pause(self) -> None:
        """Hold the job after its present step; the next one in the queue may run meanwhile."""
        self._pause_wanted = True
        self._tell_worker()

    def resume(self) -> None:
        """Let a paused job go on when its turn comes."""
        self._pause_wanted = False
        self._tell_worker()

    def cancel(self) -> None:
        """End the job after its present step; at once where it has not begun.

        Work that returns in that very step has its result: the job is DONE, not CANCELLED.
        """
        self._cancel_wanted = True
        self._tell_worker()

    def _may_run(self) -> bool:
        wishes = self._pause_wanted or self._cancel_wanted
        return not wishes and self._state is not State.PAUSED

    def _tell_worker(self) -> None:
        # The wish is written first and `submit` reads it last, so one of the two sees the other.
        if self._worker is not None:
            self._worker._heed(self)

    def __repr__(self) -> str:
        return f"<Job {self.title!r} {self._state.value}>"


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    """News of a job: sent at every change of state and, while it runs, up to 30 times a second.

    ``step`` comes without its preview and save, which belong to the worker's thread.
    ``rate`` is in steps per second of the present stage; ``elapsed`` and ``remaining`` are seconds
    of running, pauses left out. ``preview`` is there when a new one was taken, and always the last
    one when the job is paused, cancelled or failed. ``error`` is why a job FAILED; in any other
    state it is a preview or checkpoint that could not be made, while the job itself goes on.
    """

    job: Job
    state: State
    step: Step | None = None
    rate: float | None = None
    remaining: float | None = None
    elapsed: float = 0.0
    preview: Pixels | None = field(default=None, repr=False)
    result: Any = field(default=None, repr=False)
    error: BaseException | None = None


class Worker:
    """One thread that advances jobs, one step at a time, for one resource.

    ``notify`` is called on that thread, one update after the other, never while a lock is held;
    during a step it waits for the step. The thread begins with the first job and ends in `close`.

    The order of turns: live jobs first, each slot in turn and the newest first; then the long job
    that is running; then the queue. A job that is paused gives its place to the next in the queue
    and waits for it when it is resumed.
    """

    def __init__(
        self,
        name: str,
        notify: Callable[[Update], None],
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.name = name
        self._notify = notify
        self._clock = clock
        self._changed = threading.Condition()
        self._queue: list[Job] = []
        self._outbox: list[Update] = []
        self._numbers = count(1)
        self._turns = count(1)
        self._thread: threading.Thread | None = None
        self._closed = False
        self._ended = True  # no thread to send what is in the outbox

    def submit(self, job: Job) -> Job:
        """Put the job into the queue and return it; after `close` it is cancelled at once.

        It takes the place of a job of its slot that has not begun, and ends a live one that has.
        """
        with self._changed:
            if job._worker is not None:
                raise ValueError(f"{job!r} has been submitted before")
            if self._thread is None and not self._closed:
                thread = threading.Thread(target=self._run, name=f"worker-{self.name}")
                thread.start()
                self._thread, self._ended = thread, False
            job._worker = self
            if job._running is not None:
                job._running.clock = self._clock
            job._number = next(self._numbers)
            self._queue.insert(self._vacated(job.slot), job)
            if not (self._closed or job._cancel_wanted):
                job._state = State.PAUSED if job._pause_wanted else State.WAITING
                self._report(job)
            else:
                self._finish(job, State.CANCELLED)
            orphans: list[Update] = []
            if self._ended:
                orphans, self._outbox = self._outbox, []
            self._changed.notify()
        for update in orphans:
            self._send(update)
        return job

    def pending(self) -> tuple[Job, ...]:
        """All jobs that have not ended, in the order of the queue, running and paused ones too."""
        with self._changed:
            return tuple(self._queue)

    def move(self, job: Job, index: int) -> None:
        """Put a pending job at ``index`` of the queue; a running job goes on nevertheless."""
        with self._changed:
            if job in self._queue:
                self._queue.remove(job)
                self._queue.insert(max(index, 0), job)

    def close(self, timeout: float | None = None) -> bool:
        """Cancel every job, wait ``timeout`` seconds for the thread, and say whether it ended.

        A step is never broken off, so a long one can outlast the timeout; its job still ends after
        it, with its checkpoint written. May be called again to wait longer.
        """
        with self._changed:
            self._closed = True
            for job in tuple(self._queue):
                self._withdraw(job)
            thread = self._thread
            self._changed.notify()
        if thread is None or thread is threading.current_thread():
            return thread is None
        thread.join(timeout)
        return not thread.is_alive()

    # -- with the lock held ----------------------------------------------------------------------

    def _vacated(self, slot: str | None) -> int:
        """Cancel what a new request in ``slot`` replaces; return the place in the queue for it."""
        place = len(self._queue)
        for job in tuple(self._queue):
            if slot is None or job.slot != slot or (job._started and not job.live):
                continue
            if not job._started:
                place = self._queue.index(job)
            self._withdraw(job)
        return min(place, len(self._queue))

    def _withdraw(self, job: Job) -> None:
        """Cancel a job: at once where it has not begun, else in the thread's next turn."""
        job._cancel_wanted = True
        if not job._started:
            self._finish(job, State.CANCELLED)

    def _finish(
        self, job: Job, state: State, result: Any = None, error: BaseException | None = None
    ) -> None:
        """End a job, report it, and forget what it held."""
        self._queue.remove(job)
        job._state = state
        self._report(job, pixels=state is not State.DONE, result=result, error=error)
        job._running = None

    def _report(
        self,
        job: Job,
        pixels: bool = False,
        result: Any = None,
        error: BaseException | None = None,
    ) -> None:
        """Put news of a job into the outbox, its last preview too if ``pixels``."""
        running = job._running
        assert running is not None
        trouble = running.told_trouble()
        self._outbox.append(
            Update(
                job=job,
                state=job._state,
                step=running.told_step(),
                rate=running.pace.rate,
                remaining=running.pace.remaining,
                elapsed=running.pace.active,
                preview=running.pixels if pixels else None,
                result=result,
                error=trouble if error is None else error,
            )
        )

    def _next(self) -> tuple[Callable[[Job, Running], None], Job] | None:
        """Choose what the thread does next: end a job, hold one, or advance one."""
        # A wish may be seen here before `_heed` comes with it, to which is left what it can do.
        for job in self._queue:
            if job._cancel_wanted and job._started:
                return self._end, job
            if job._pause_wanted and job._state is State.RUNNING:
                return self._hold, job
        ready = [job for job in self._queue if job._may_run()]
        if not ready:
            return None
        live = [job for job in ready if job.live]
        if live:
            job = min(live, key=lambda job: (job._turn, -job._number))
        else:
            job = next((job for job in ready if job._state is State.RUNNING), ready[0])
        job._turn = next(self._turns)
        if job._state is not State.RUNNING:
            job._state = State.RUNNING
            job._started = True
            self._report(job)
        return self._advance, job

    def _heed(self, job: Job) -> None:
        """Do what a job's wishes ask for where that needs no turn of the thread; else wake it."""
        with self._changed:
            if job._state.final:
                return
            if job._cancel_wanted:
                self._withdraw(job)
            elif job._pause_wanted and job._state is State.WAITING:
                job._state = State.PAUSED
                self._report(job, pixels=True)
            elif not job._pause_wanted and job._state is State.PAUSED:
                job._state = State.WAITING
                self._report(job)
            self._changed.notify()

    # -- the worker's thread ---------------------------------------------------------------------

    def _run(self) -> None:
        while self._take_turn():
            pass

    def _take_turn(self) -> bool:
        """Do one thing and send the news of it; whether there is more to come.

        A function of its own, so that an idle thread keeps nothing of the last job alive.
        """
        with self._changed:
            chosen = self._next()
            if chosen is None and not self._outbox:
                self._ended = self._closed
                if self._ended:
                    return False
                self._changed.wait()
                return True
        self._deliver()
        if chosen is not None:
            act, job = chosen
            if job._running is not None:  # only this thread ends a job that has begun
                act(job, job._running)
            self._deliver()
        return True

    def _deliver(self) -> None:
        with self._changed:
            updates, self._outbox = self._outbox, []
        for update in updates:
            self._send(update)

    def _send(self, update: Update) -> None:
        outcome = attempt(lambda: self._notify(update))
        if isinstance(outcome, Raised):
            _log.error(
                "%s: news of %r was not taken", self.name, update.job, exc_info=outcome.error
            )

    def _advance(self, job: Job, running: Running) -> None:
        """Make one step of a job and report what came of it."""
        if job._cancel_wanted:
            return
        outcome = running.advance()
        if isinstance(outcome, Step):
            self._follow(job, running)
            return
        with self._changed:
            if isinstance(outcome, Returned):
                self._finish(job, State.DONE, result=outcome.value)
            else:
                self._finish(job, State.FAILED, error=outcome.error)

    def _follow(self, job: Job, running: Running) -> None:
        """After a step, save, preview and report where that is due."""
        if job._cancel_wanted or job._pause_wanted:
            return  # the next turn does it
        if running.save_due:
            running.save()
        now = self._clock()
        if now < job._update_due:
            return
        job._update_due = now + _UPDATE_EVERY
        fresh = running.preview_due and running.preview()
        with self._changed:
            self._report(job, pixels=fresh)

    def _hold(self, job: Job, running: Running) -> None:
        """Pause a running job, unless the wish is taken back meanwhile."""
        running.preview()
        running.save()
        with self._changed:
            if job._pause_wanted and not job._cancel_wanted:
                job._state = State.PAUSED
                self._report(job, pixels=True)

    def _end(self, job: Job, running: Running) -> None:
        """Cancel a job that has begun."""
        running.preview()
        running.save()
        error = running.close()
        with self._changed:
            self._finish(job, State.CANCELLED if error is None else State.FAILED, error=error)
