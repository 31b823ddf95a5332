"""Memory that runs out: told from other errors, and got over by Fine under a real limit."""

import subprocess
import sys
from pathlib import Path

import pytest
import torch

from studio.device import memory_used
from studio.image.memory import Peak, Steps, is_out_of_memory, spoils_kernels

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."),
        RuntimeError(
            "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate "
            "memory: you tried to allocate 3964928 bytes. Error code 12 (Cannot allocate memory)"
        ),
        RuntimeError("[enforce fail] data. DefaultCPUAllocator: not enough memory"),
        RuntimeError("MPS backend out of memory (MPS allocated: 8.00 GB)"),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
        RuntimeError("could not create a primitive"),
        RuntimeError("std::bad_alloc"),
    ],
    ids=lambda error: str(error)[:24],
)
def test_memory_that_ran_out_is_told(error: BaseException) -> None:
    assert is_out_of_memory(error)


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("mat1 and mat2 shapes cannot be multiplied (3x4 and 5x6)"),
        RuntimeError("could not create a primitive descriptor for a convolution"),
        ValueError("out of memory"),
        KeyError("memory"),
    ],
    ids=str,
)
def test_other_errors_are_not_taken_for_it(error: BaseException) -> None:
    assert not is_out_of_memory(error)


def test_a_real_failure_is_told() -> None:
    with pytest.raises(RuntimeError) as caught:
        torch.empty(2**58, dtype=torch.uint8)

    assert is_out_of_memory(caught.value)
    assert not spoils_kernels(caught.value)


def test_steps_go_on_after_memory_ran_out_and_leave_no_thread() -> None:
    steps = Steps()
    try:
        assert steps.call(lambda: 1) == 1
        for kernels in (False, True, True):
            assert steps.recover(kernels=kernels)
            assert steps.call(lambda: 2) == 2
        with pytest.raises(KeyError):
            steps.call(lambda: {}["missing"])
    finally:
        steps.close()


def test_a_peak_is_what_was_taken_above_what_was_held() -> None:
    taken = None
    for size in (2**28, 2**29, 2**30):  # the process may once have held more than the first
        peak = Peak("cpu")
        torch.ones(size, dtype=torch.uint8)
        taken = peak.taken()
        if taken is not None and taken > size / 2:
            break

    assert taken is not None
    assert 0 < taken < 2 * size
    assert memory_used() > 0


LIMITED = """
import resource, sys
import torch
from studio.image.encoder import STYLE_TAPS, Encoder
from studio.image.fine_plan import FineSettings, Stage
from studio.image.losses import gram
from studio.image.optimise import optimise
from tests.image.tiny import picture

torch.manual_seed(0)
torch.set_num_threads(2)
encoder = Encoder().eval().requires_grad_(False)
target = {tap: gram(x) for tap, x in encoder(picture(64, 64, seed=9), STYLE_TAPS).items()}
settings = FineSettings((Stage(64, 64, 1), Stage(704, 704, 1)), noise=0.0, rate=0.005)


def painted(spare):
    resource.setrlimit(resource.RLIMIT_DATA, (2**45, resource.RLIM_INFINITY))
    work = optimise(picture(704, 704), lambda side: target, encoder, settings)
    next(work)
    if spare:
        lines = open("/proc/self/status").read().splitlines()
        data = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmData"))
        resource.setrlimit(resource.RLIMIT_DATA, (data + spare, resource.RLIM_INFINITY))
    notes = []
    while True:
        try:
            notes.append(next(work).note)
        except StopIteration as end:
            return end.value, notes[-1]


limited, note = painted(int(sys.argv[1]) * 2**20)
free, plain = painted(0)
print(note, plain, float((limited - free).abs().mean()) * 255, sep="|")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_a_run_that_needs_more_than_it_may_have_takes_smaller_tiles_and_finishes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "250"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    note, plain, apart = done.stdout.strip().split("|")
    assert (note, plain) == ("smaller tiles", "")
    assert float(apart) < 2


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_where_nothing_smaller_is_left_it_says_what_to_do() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "20"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    assert "WontFit: The memory does not suffice for 704 px" in done.stderr
    assert "choose a smaller size" in done.stderr
