"""What the tests of jobs share: work that waits for permits, and a list of news to wait on."""

import threading
from collections.abc import Callable
from itertools import count

from studio.jobs import Job, State, Step, Update, Work

PATIENCE = 10.0  # seconds after which a test has failed, not a time to wait


class News:
    """Every update of a worker, in order; called on the worker's thread."""

    def __init__(self) -> None:
        self.updates: list[Update] = []
        self._changed = threading.Condition()

    def __call__(self, update: Update) -> None:
        with self._changed:
            self.updates.append(update)
            self._changed.notify_all()

    def wait_for(self, wanted: Callable[[Update], bool]) -> Update:
        """The first update that is wanted, now or later."""
        with self._changed:
            assert self._changed.wait_for(lambda: any(map(wanted, self.updates)), PATIENCE), (
                f"not among {[(u.job.title, u.state.name) for u in self.updates]}"
            )
            return next(filter(wanted, self.updates))

    def wait_state(self, job: Job, state: State) -> Update:
        """The first update that says so."""
        return self.wait_for(lambda update: update.job is job and update.state is state)

    def wait_end(self, job: Job) -> Update:
        """The last update of a job."""
        return self.wait_for(lambda update: update.job is job and update.state.final)

    def of(self, job: Job) -> list[Update]:
        """The updates of one job."""
        return [update for update in self.updates if update.job is job]

    def states(self, job: Job) -> list[State]:
        """The states that a job went through, each once in a row."""
        states: list[State] = []
        for update in self.of(job):
            if not states or states[-1] is not update.state:
                states.append(update.state)
        return states


class Gate:
    """Work that needs a permit for every step, and says when it is inside one."""

    def __init__(self, total: int = 1_000_000) -> None:
        self.total = total
        self.steps = 0
        self.calls: list[str] = []
        self._inside = threading.Semaphore(0)
        self._permits = threading.Semaphore(0)
        self._free = False

    def work(self) -> Work[str]:
        """A generator that does nothing but wait."""
        self.calls.append("begin")
        try:
            for done in count(1):
                if done > self.total:
                    return "result"
                self._inside.release()
                assert self._free or self._permits.acquire(timeout=PATIENCE)
                self.steps = done
                yield Step(done, self.total, save=lambda: self.calls.append("save"))
        finally:
            self.calls.append("close")

    def wait_inside(self) -> None:
        """Until the work is in a step that it has not been in before."""
        assert self._inside.acquire(timeout=PATIENCE)

    def let(self, steps: int = 1) -> None:
        """Let it make some steps."""
        self._permits.release(steps)

    def let_all(self) -> None:
        """Let it run from here on."""
        self._free = True
        self._permits.release()


class Clock:
    """A clock that stands still until the work moves it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def counting(total: int, result: object = None) -> Callable[[], Work[object]]:
    """Work that makes its steps as fast as it can."""

    def work() -> Work[object]:
        for done in range(1, total + 1):
            yield Step(done, total)
        return result

    return work
