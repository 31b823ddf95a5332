"""Running out of memory: how it is recognised, what can be let go, what a work has taken."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from studio.device import address_limited, memory_peak, memory_used

T = TypeVar("T")

_WORDS = (
    "out of memory",
    "can't allocate memory",
    "cannot allocate memory",
    "not enough memory",
    "defaultcpuallocator",
    "bad_alloc",
    "alloc_failed",
    "failed to allocate",
    "could not create a memory",
    "could not create a primitive",
    "could not execute a primitive",
    "can't start new thread",
    "unable to mmap",
)
"""What torch and the libraries below it say; oneDNN names the primitive that found no room."""


_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _LARGE = -1, -3, 2**20
_KEPT = 2**29
_OF_A_THREAD = 64 * 2**20


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory ran out, on the processor or on an accelerator."""
    torch = sys.modules.get("torch")
    if isinstance(error, MemoryError) or (torch and isinstance(error, torch.OutOfMemoryError)):
        return True
    if not isinstance(error, RuntimeError):
        return False
    said = str(error).lower().replace("primitive descriptor", "")
    return any(words in said for words in _WORDS)


def let_go() -> None:
    """Give back what is held for later use: cycles, an accelerator's cache, the heap's free pages.

    To be called outside of the ``except`` block, whose error holds on to the frames it crossed.
    """
    gc.collect()
    torch = sys.modules.get("torch")
    for kind in ("cuda", "xpu", "mps"):
        device = getattr(torch, kind, None)
        if device is not None and device.is_available():
            device.empty_cache()
    with contextlib.suppress(OSError, AttributeError, TypeError):  # only glibc has it
        ctypes.CDLL(None).malloc_trim(0)


def leave_no_holes() -> None:
    """Keep large blocks out of the heap where the process's memory is limited by the system.

    The heap's holes can be used by nothing else then and count as taken; it is a little slower.
    """
    if address_limited():
        with contextlib.suppress(OSError, AttributeError, TypeError):  # only glibc has it
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)


def keep_for_the_next() -> None:
    """Let the heap keep what a picture took for the picture after it.

    Otherwise each layer's features are asked of the system anew and given back, page by page, which
    takes up to a third of the time of painting in one pass. Not where memory is limited; what is
    kept goes back by `let_go`.
    """
    if not address_limited():
        with contextlib.suppress(OSError, AttributeError, TypeError):  # only glibc has it
            heap = ctypes.CDLL(None)
            heap.mallopt(_M_MMAP_THRESHOLD, 32 * 2**20)
            heap.mallopt(_M_TRIM_THRESHOLD, _KEPT)


class Steps:
    """Runs work so that it can go on after memory ran out in it.

    Two things stay with a thread on which it ran out. Autograd's queue still holds the features of
    the gradient that failed, and lets go only of what is newer than the gradient it works off. And
    oneDNN's code generator, where it was that which found no room, never makes another kernel on
    that thread: the work then moves to a fresh one.
    """

    def __init__(self) -> None:
        """To be made before the first gradient, on its thread; imports torch."""
        self._pool: ThreadPoolExecutor | None = None
        leave_no_holes()
        self._work_off = _an_old_gradient()

    def call(self, work: Callable[[], T]) -> T:
        """The work's value, or its error."""
        return work() if self._pool is None else self._pool.submit(work).result()

    def recover(self, *, kernels: bool) -> bool:
        """Let go of what is held; ``kernels`` where it ran out while those were made.

        To be called outside of the ``except`` block, whose error holds on to its frames. False
        where there is not even room for a thread.
        """
        self.call(self._work_off)
        let_go()
        if kernels:
            if not _has_room(_OF_A_THREAD):
                return False
            self.close()
            self._pool = ThreadPoolExecutor(1, "after-memory-ran-out")
            self._work_off = self.call(_an_old_gradient)
        return True

    def close(self) -> None:
        """End the fresh thread, if there is one."""
        if self._pool is not None:
            self._pool.shutdown()


def _has_room(size: int) -> bool:
    """Whether so many bytes can be had: OpenMP ends the process when its threads cannot begin."""
    import torch

    try:
        torch.empty(size, dtype=torch.uint8)
    except (RuntimeError, MemoryError):
        return False
    return True


def _an_old_gradient() -> Callable[[], None]:
    """Working it off throws out of this thread's queue all that was begun later."""
    import torch

    with torch.enable_grad():
        leaf = torch.zeros(1, requires_grad=True)
        twice = leaf * 2
    one = torch.ones(1)

    def work_off() -> None:
        torch.autograd.grad(twice, leaf, one, retain_graph=True)

    return work_off


def spoils_kernels(error: BaseException) -> bool:
    """Whether it was oneDNN's code generator that found no memory."""
    return "create a primitive" in str(error)


class Peak:
    """Measures what a stretch of work takes at the most."""

    def __init__(self, device: str) -> None:
        """Begin to measure; imports torch for an accelerator."""
        self._device = device
        self._top = 0
        if device.startswith("cuda"):
            import torch

            torch.cuda.reset_peak_memory_stats(device)
            self._before = torch.cuda.memory_allocated(device)
        else:
            self._before, self._top = memory_used(), memory_peak()

    def taken(self) -> int | None:
        """Bytes above what was held at the beginning.

        None where that is not known: the process had once held more than this work did.
        """
        if self._device.startswith("cuda"):
            import torch

            return int(torch.cuda.max_memory_allocated(self._device)) - self._before
        top = memory_peak()
        return top - self._before if top > self._top else None
