"""What this machine has: where tensors live, how precise they are, how much memory is free."""

import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from studio.errors import Unavailable


@dataclass(frozen=True, slots=True)
class Device:
    """Where the networks run."""

    device: str
    """As torch names it: ``cpu``, ``cuda``, ``cuda:1``, ``xpu`` or ``mps``."""
    name: str
    threads: int
    memory_total: int
    """Bytes of the device's own memory; on the CPU what this process may have of the machine's."""
    precision: str
    """``bfloat16`` where the hardware multiplies it, else ``float32``."""


def choose(preferred: str | None = None) -> Device:
    """The best device there is, or the preferred one; imports torch.

    Raises `Unavailable` when the preferred one is not there.
    """
    import torch

    counts = {
        "cuda": torch.cuda.device_count() if torch.cuda.is_available() else 0,
        "xpu": torch.xpu.device_count() if torch.xpu.is_available() else 0,
        "mps": int(torch.backends.mps.is_available()),
        "cpu": 1,
    }
    wanted = preferred or next(kind for kind, count in counts.items() if count)
    kind, _, index = wanted.partition(":")
    if (index and not index.isdecimal()) or int(index or 0) >= counts.get(kind, 0):
        there = ", ".join(kind for kind, count in counts.items() if count)
        raise Unavailable(f"There is no device “{wanted}” here; choose one of: {there}.")
    return _described(wanted, torch.get_num_threads())


@lru_cache(maxsize=8)
def _described(device: str, threads: int) -> Device:
    import torch

    kind = device.partition(":")[0]
    if kind == "cuda":
        card = torch.cuda.get_device_properties(device)
        with torch.cuda.device(device):
            half = torch.cuda.is_bf16_supported(including_emulation=False)
        precision = "bfloat16" if half else "float32"
        return Device(device, card.name, threads, card.total_memory, precision)
    if kind == "xpu":
        graphics = torch.xpu.get_device_properties(device)
        return Device(device, graphics.name, threads, graphics.total_memory, "bfloat16")
    if kind == "mps":
        return Device(device, "Apple GPU", threads, memory_total(), "float32")
    return Device(device, _processor(), threads, memory_total(), _cpu_precision())


def _cpu_precision() -> str:
    """Whether the processor multiplies bfloat16 itself; emulated it would be slower, not faster."""
    import torch

    flags = f"{_cpu_line('flags')} {_cpu_line('Features')}".split()  # of x86 and of ARM
    probe = getattr(torch.cpu, "_is_avx512_bf16_supported", None)  # where there is no such table
    native = {"avx512_bf16", "amx_bf16", "bf16"} & set(flags) or (probe and probe())
    return "bfloat16" if native and torch.ops.mkldnn._is_mkldnn_bf16_supported() else "float32"


def _processor() -> str:
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
    """Let torch use ``count`` threads; 0 is as many as this process has processors for.

    To be called before torch's first work: threads that it has begun keep to what they know.
    """
    import torch

    if count > 0:
        torch.set_num_threads(min(count, os.cpu_count() or 1))
    else:
        torch.set_num_threads(min(torch.get_num_threads(), usable_processors()))


def usable_processors(root: Path = Path("/")) -> int:
    """How many processors this process may keep busy, by affinity and by control group."""
    usable = os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        usable = len(os.sched_getaffinity(0))
    for folder in _control_groups(root, "cpu"):
        quota, period = _number(folder / "cpu.cfs_quota_us"), _number(folder / "cpu.cfs_period_us")
        both = _text(folder / "cpu.max").split()
        if len(both) == 2 and both[0].isdecimal():
            quota, period = int(both[0]), int(both[1])
        if quota is not None and period is not None and quota > 0 < period:
            usable = min(usable, max(1, round(quota / period)))
    return usable


def memory_used() -> int:
    """Bytes that this process holds in memory."""
    import psutil

    return int(psutil.Process().memory_info().rss)


def memory_peak() -> int:
    """Bytes that this process has held in memory at the most since it began."""
    try:
        import resource
    except ImportError:  # Windows tells it with the rest
        import psutil

        return int(getattr(psutil.Process().memory_info(), "peak_wset", 0))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak) * (1 if sys.platform == "darwin" else 1024)


def memory_total(root: Path = Path("/")) -> int:
    """Bytes that this process could have at the most."""
    import psutil

    limits = [limit for limit, _ in _group_limits(root)]
    return min([int(psutil.virtual_memory().total), *limits, *_address_limit()])


def memory_available(root: Path = Path("/")) -> int:
    """Bytes that this process can still take: what is free, less any limit set on it.

    ``root`` is where the tables of the system are read from; a test may put its own.
    """
    import psutil

    free = [int(psutil.virtual_memory().available)]
    free += [limit - used for limit, used in _group_limits(root)]
    free += [limit - psutil.Process().memory_info().vms for limit in _address_limit()]
    return max(0, min(free))


def address_limited() -> bool:
    """Whether the system limits how much memory this process may map (ulimit -v or -d)."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return False
    limits = (resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_DATA))
    return any(limit != resource.RLIM_INFINITY for limit in limits)


def _address_limit() -> list[int]:
    """The limit on the address space (ulimit -v), if there is one."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return []
    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    return [] if soft == resource.RLIM_INFINITY else [int(soft)]


def _group_limits(root: Path) -> Iterator[tuple[int, int]]:
    """The limit and the use, in bytes, of this process's control groups, of version 2 and 1.

    A group counts the files that the kernel remembers; those not used lately it gives back, so
    they are not counted here.
    """
    for folder in _control_groups(root, "memory"):
        for limit, used, kept in (
            ("memory.max", "memory.current", "inactive_file"),
            ("memory.high", "memory.current", "inactive_file"),
            ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
        ):
            bound, taken = _number(folder / limit), _number(folder / used)
            if bound is not None and taken is not None:
                rows = (line.split() for line in _text(folder / "memory.stat").splitlines())
                table = {row[0]: row[1] for row in rows if len(row) == 2}
                back = table.get(kept, "0")
                yield bound, max(0, taken - (int(back) if back.isdecimal() else 0))


def _control_groups(root: Path, controller: str) -> Iterator[Path]:
    """The folders of this process's control group and of those above it, which bind it too.

    In a container the group's own path may not be visible; its limits are then at the top.
    """
    for line in _text(root / "proc/self/cgroup").splitlines():
        _, _, rest = line.partition(":")
        controllers, _, group = rest.partition(":")
        if controllers and controller not in controllers.split(","):
            continue
        top = root / "sys/fs/cgroup"
        if controllers:
            top /= controller
        folder = top / group.lstrip("/")
        while folder != top and top in folder.parents:
            yield folder
            folder = folder.parent
        yield top


def _number(path: Path) -> int | None:
    """The number in a file; None where there is no file, or no number ("max")."""
    try:
        return int(_text(path))
    except ValueError:
        return None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
