"""Runs small networks in one thread of the processor.

One event or word at a time is too little to share out: two threads are no quicker on a free
machine and many times slower on a busy one. Sums come out the same for every number of threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import torch

T = TypeVar("T")


def one_thread(work: Iterator[T]) -> Iterator[T]:
    """The same values, each made in a single thread; between them the number is as it was."""
    while True:
        with single_thread():
            try:
                value = next(work)
            except StopIteration:
                return
        yield value


@contextmanager
def single_thread() -> Iterator[None]:
    """Let torch use one thread for a while, for calls from this thread."""
    count = torch.get_num_threads()
    if count == 1:
        yield
        return
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(count)
