"""Long work as generators, advanced step by step on one thread per resource.

The work knows no thread and no cancel flag: it yields a `Step` at least every 100 ms and returns
its result. The `Worker` decides everything else between two steps: pause, cancel, which job goes
next, when a preview is asked for and when a checkpoint is written.

Every change of a job's state happens under the worker's lock and puts one `Update` into its outbox;
only the worker's thread empties the outbox, with no lock held. So the updates of all jobs arrive in
the order in which things happened, and a receiver may call the worker and its jobs from `notify`.
"""

import logging
import threading
import time
import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import Enum
from itertools import count
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from studio.pace import Pace

_log = logging.getLogger(__name__)

T = TypeVar("T")
Pixels: TypeAlias = NDArray[np.uint8]  # (H, W, 3) or (H, W, 4)

_UPDATE_EVERY = 1 / 30  # seconds between two updates of a running job
_PREVIEW_EVERY = 1 / 20  # seconds between two previews
_PREVIEW_SHARE = 0.05  # of the running time
_SAVE_EVERY = 30.0  # seconds of running between two checkpoints


@dataclass(frozen=True, slots=True)
class Step:
    """Where the work stands at one instant, while its generator rests at the `yield`.

    ``done`` of ``total`` steps belong to the present stage; a new ``label`` begins a new stage.
    ``fraction`` is the part of the whole work by cost, 0..1; without it, ``done / total``.
    ``preview`` and ``save`` are called on the worker's thread before the work goes on, seldom.
    """

    done: int
    total: int
    label: str = ""
    fraction: float | None = None
    preview: Callable[[], Pixels] | None = None
    save: Callable[[], None] | None = None

    @property
    def progress(self) -> float:
        """The part of the whole work that is done, 0..1."""
        part = self.fraction
        if part is None:
            part = self.done / self.total if self.total > 0 else 0.0
        return min(max(part, 0.0), 1.0)


Work: TypeAlias = Generator[Step, None, T]


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
        # Touched by the worker's thread only.
        self._work: Callable[[], Work[Any]] | None = work
        self._generator: Work[Any] | None = None
        self._step: Step | None = None
        self._pace = Pace()
        self._pixels: Pixels | None = None
        self._trouble: BaseException | None = None
        self._previewed: Step | None = None
        self._saved: Step | None = None
        self._preview_due = 0.0
        self._save_due = _SAVE_EVERY
        self._update_due = 0.0

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

    def _tell_worker(self) -> None:
        # The wish is written first and `submit` reads it last, so one of the two sees the other.
        if self._worker is not None:
            self._worker._heed(self)

    def __repr__(self) -> str:
        return f"<Job {self.title!r} {self._state.value}>"


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    """News of a job: sent at every change of state and, while it runs, up to 30 times a second.

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
    preview: Pixels | None = None
    result: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Returned:
    """What a generator returned, told apart from what it yields."""

    value: Any


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

    # -- any thread ------------------------------------------------------------------------------

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
                self._thread = thread
            job._worker = self
            job._number = next(self._numbers)
            self._queue.insert(self._vacated(job.slot), job)
            if not (self._closed or job._cancel_wanted):
                job._state = State.PAUSED if job._pause_wanted else State.WAITING
                self._report(job)
            else:
                self._finish(job, State.CANCELLED)
            orphans = self._outbox if self._closed and not self._alive() else []
            if orphans:
                self._outbox = []
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
        if thread is None:
            return True
        if thread is threading.current_thread():
            return False
        thread.join(timeout)
        return not thread.is_alive()

    # -- with the lock held ----------------------------------------------------------------------

    def _alive(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

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
        """End a job, forget what it held, and report it."""
        self._queue.remove(job)
        job._state = state
        preview = None if state is State.DONE else job._pixels
        self._report(job, preview=preview, result=result, error=error)
        job._work = job._generator = job._pixels = job._previewed = job._saved = None
        job._step = None

    def _report(
        self,
        job: Job,
        preview: Pixels | None = None,
        result: Any = None,
        error: BaseException | None = None,
    ) -> None:
        """Put news of a job into the outbox."""
        pace = job._pace
        trouble, job._trouble = job._trouble, None
        self._outbox.append(
            Update(
                job=job,
                state=job._state,
                step=job._step,
                rate=pace.rate,
                remaining=pace.remaining,
                elapsed=pace.active,
                preview=preview,
                result=result,
                error=trouble if error is None else error,
            )
        )

    def _next(self) -> tuple[Callable[[Job], None], Job] | None:
        """Choose what the thread does next: end a job, hold one, or advance one."""
        for job in self._queue:
            if job._cancel_wanted:
                return self._end, job
            if job._pause_wanted and job._state is State.RUNNING:
                return self._hold, job
        ready = [job for job in self._queue if not job._pause_wanted]
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

    # -- any thread, the wishes of a job ---------------------------------------------------------

    def _heed(self, job: Job) -> None:
        """Do what a job's wishes ask for where that needs no turn of the thread; else wake it."""
        with self._changed:
            if job._state.final:
                return
            if job._cancel_wanted:
                self._withdraw(job)
            elif job._pause_wanted and job._state is State.WAITING:
                job._state = State.PAUSED
                self._report(job, preview=job._pixels)
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
                if self._closed:
                    return False
                self._changed.wait()
                return True
        self._deliver()
        if chosen is not None:
            act, job = chosen
            act(job)
            self._deliver()
        return True

    def _deliver(self) -> None:
        with self._changed:
            updates, self._outbox = self._outbox, []
        for update in updates:
            self._send(update)

    def _send(self, update: Update) -> None:
        _, error = _attempt(lambda: self._notify(update))
        if error is not None:
            _log.error("%s: news of %r was not taken", self.name, update.job, exc_info=error)

    def _advance(self, job: Job) -> None:
        """Run one step of a job and report what came of it."""
        if job._cancel_wanted:
            return
        began = self._clock()
        outcome, error = _attempt(lambda: _step_of(job))
        job._pace.spend(self._clock() - began)
        if isinstance(outcome, Step):
            self._follow(job, outcome)
            return
        if error is not None:
            _forget_locals(error)
        with self._changed:
            if isinstance(outcome, _Returned):
                self._finish(job, State.DONE, result=outcome.value)
            else:
                self._finish(job, State.FAILED, error=error)

    def _follow(self, job: Job, step: Step) -> None:
        """Take note of a step; preview, save and report where they are due."""
        first = job._step is None
        job._step = step
        job._pace.note(step.label, step.done, step.total, step.progress)
        if job._cancel_wanted or job._pause_wanted:
            return  # the next turn previews, saves and reports
        if job._pace.active >= job._save_due:
            self._save(job)
        now = self._clock()
        if not (first or job._trouble is not None or now >= job._update_due):
            return
        job._update_due = now + _UPDATE_EVERY
        fresh = job._pace.active >= job._preview_due and self._preview(job)
        with self._changed:
            self._report(job, preview=job._pixels if fresh else None)

    def _hold(self, job: Job) -> None:
        """Pause a running job, unless the wish is taken back meanwhile."""
        self._preview(job)
        self._save(job)
        with self._changed:
            if job._pause_wanted and not job._cancel_wanted:
                job._state = State.PAUSED
                self._report(job, preview=job._pixels)

    def _end(self, job: Job) -> None:
        """Cancel a job that has begun."""
        self._preview(job)
        self._save(job)
        generator = job._generator
        error = None
        if generator is not None:
            _, error = _attempt(generator.close)
        with self._changed:
            if error is None:
                self._finish(job, State.CANCELLED)
            else:
                self._finish(job, State.FAILED, error=error)

    def _preview(self, job: Job) -> bool:
        """Take the preview of the present step, unless it has been taken; whether it is new."""
        step = job._step
        if step is None or step.preview is None or step is job._previewed:
            return False
        began = self._clock()
        pixels, error = _attempt(step.preview)
        cost = self._clock() - began
        job._previewed = step
        job._pace.spend(cost)
        # After a preview of c seconds the work runs for 19 c, which makes 5 % of both.
        pause = max(_PREVIEW_EVERY - cost, cost * (1 / _PREVIEW_SHARE - 1))
        job._preview_due = job._pace.active + pause
        if error is not None:
            job._preview_due = float("inf")
            self._complain(job, "preview", error)
            return False
        job._pixels = pixels
        return True

    def _save(self, job: Job) -> None:
        """Write the checkpoint of the present step, unless it has been written."""
        step = job._step
        if step is None or step.save is None or step is job._saved:
            return
        began = self._clock()
        _, error = _attempt(step.save)
        job._pace.spend(self._clock() - began)
        job._saved = step
        job._save_due = job._pace.active + _SAVE_EVERY
        if error is not None:
            self._complain(job, "checkpoint", error)

    def _complain(self, job: Job, what: str, error: BaseException) -> None:
        _forget_locals(error)
        job._trouble = error
        _log.warning("%s: no %s of %r", self.name, what, job, exc_info=error)


def _step_of(job: Job) -> Step | _Returned:
    """Advance a job's generator, which its first turn makes."""
    if job._generator is None:
        assert job._work is not None
        job._generator = job._work()
    try:
        step: object = next(job._generator)
    except StopIteration as end:
        return _Returned(end.value)
    if not isinstance(step, Step):
        job._generator.close()
        raise TypeError(f"{job!r} yielded {type(step).__name__}, not a Step")
    return step


def _attempt(call: Callable[[], T]) -> tuple[T | None, BaseException | None]:
    """Call what others wrote: whatever it raises is returned, and the thread lives on."""
    try:
        return call(), None
    except BaseException as error:  # noqa: BLE001
        return None, error


def _forget_locals(error: BaseException | None) -> None:
    """Let go of the tensors in the frames of an error, which may be shown for hours."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
