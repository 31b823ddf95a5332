"""What this machine has: where tensors live, how precise they are, how much memory is free."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import psutil

_CGROUPS = (
    ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
    ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"),
)


@dataclass(frozen=True, slots=True)
class Device:
    """Where the networks run."""

    device: str
    """As torch names it: ``cpu``, ``cuda`` or ``mps``."""
    name: str
    threads: int
    memory_total: int
    """Bytes of the device's own memory; the machine's on the CPU."""
    precision: str
    """``bfloat16`` where the hardware multiplies it, else ``float32``."""


def choose(preferred: str | None = None) -> Device:
    """The best device there is, or the preferred one if it is there; imports torch."""
    import torch

    found = {"cpu"}
    if torch.cuda.is_available():
        found.add("cuda")
    if torch.backends.mps.is_available():
        found.add("mps")
    best = next(name for name in (preferred, "cuda", "mps", "cpu") if name in found)
    return _described(best, torch.get_num_threads())


@lru_cache(maxsize=8)
def _described(device: str, threads: int) -> Device:
    import torch

    if device == "cuda":
        properties = torch.cuda.get_device_properties(0)
        half = "bfloat16" if torch.cuda.is_bf16_supported() else "float32"
        return Device(device, properties.name, threads, properties.total_memory, half)
    total = psutil.virtual_memory().total
    if device == "mps":
        return Device(device, "Apple GPU", threads, total, "float32")
    return Device(device, _processor(), threads, total, _cpu_precision())


def _cpu_precision() -> str:
    """Whether the processor multiplies bfloat16 itself; emulated it would be slower, not faster."""
    flags = _cpu_line("flags").split()
    return "bfloat16" if {"avx512_bf16", "amx_bf16"} & set(flags) else "float32"


def _processor() -> str:
    import platform

    return _cpu_line("model name") or platform.processor() or platform.machine()


def _cpu_line(key: str) -> str:
    """A line of Linux's processor table; empty elsewhere."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    lines = (line.partition(":") for line in text.splitlines())
    return next((value.strip() for name, _, value in lines if name.strip() == key), "")


def set_threads(count: int) -> None:
    """Let torch use ``count`` threads; 0 leaves its own choice."""
    import torch

    if count > 0:
        torch.set_num_threads(min(count, os.cpu_count() or 1))


def memory_used() -> int:
    """Bytes that this process holds in memory."""
    return int(psutil.Process().memory_info().rss)


def memory_available() -> int:
    """Bytes that this process can still take: what is free, less any limit set on it."""
    free = [int(psutil.virtual_memory().available)]
    for limit, usage in _CGROUPS:
        bound, used = _number(limit), _number(usage)
        if bound is not None and used is not None:
            free.append(bound - used)
    free.append(_address_space_left())
    return max(0, min(free))


def _number(path: str) -> int | None:
    try:
        return int(Path(path).read_text(encoding="ascii"))
    except (OSError, ValueError):  # no such control group, or "max"
        return None


def _address_space_left() -> int:
    """What a limit on the address space (ulimit -v) leaves; unlimited is a very large number."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return 2**62
    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY:
        return 2**62
    return int(soft - psutil.Process().memory_info().vms)
