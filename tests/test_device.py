"""What the machine has is said as it is, limits included."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from studio import device
from studio.device import choose, memory_available, memory_total, memory_used, usable_processors
from studio.errors import Unavailable

MEBIBYTE = 2**20


def write(root: Path, files: dict[str, str]) -> Path:
    """A small tree of /proc and /sys."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def test_the_processor_is_always_there():
    found = choose("cpu")

    assert found.device == "cpu"
    assert found.name
    assert 1 <= found.threads <= (os.cpu_count() or 1)
    assert 0 < found.memory_total <= psutil.virtual_memory().total
    assert found.precision in ("float32", "bfloat16")


def test_the_best_device_is_chosen_and_stays_the_same():
    assert choose() == choose()


@pytest.mark.parametrize("wish", ["tpu", "cpu:1", "cuda:99", "cuda:x", "cuda:-1", ":"])
def test_a_device_that_is_not_there_is_a_sentence(wish):
    with pytest.raises(Unavailable, match="cpu"):
        choose(wish)


def test_precision_follows_the_processor_s_table(monkeypatch):
    import torch

    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False, raising=False)
    monkeypatch.setattr(device, "_cpu_line", lambda key: "avx2 avx512f" if key == "flags" else "")

    assert device._cpu_precision() == "float32"


@pytest.mark.device
def test_an_accelerator_is_described():
    import torch

    if not torch.cuda.is_available():
        pytest.skip("no accelerator")
    found = choose("cuda")

    assert found.memory_total == torch.cuda.get_device_properties(0).total_memory
    assert found.name == torch.cuda.get_device_name(0)


THREADS = """
import sys, torch
from studio.device import choose, set_threads, usable_processors
set_threads(1)
one = choose("cpu").threads
set_threads(0)
sys.stdout.write(f"{one} {choose('cpu').threads <= usable_processors()}")
"""


def test_threads_are_set_for_the_whole_process():
    done = subprocess.run(
        [sys.executable, "-c", THREADS], capture_output=True, text=True, check=True
    )

    assert done.stdout == "1 True"


def test_the_module_needs_no_torch():
    code = "import studio.device as d, sys; d.memory_available(); sys.exit('torch' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# -- memory ------------------------------------------------------------------------------------


def test_memory_in_use_grows_with_what_is_held():
    before = memory_used()
    held = b"x" * (64 * MEBIBYTE)

    assert memory_used() - before > 48 * MEBIBYTE
    assert len(held) > 0


def test_without_limits_the_free_memory_of_the_machine_counts(tmp_path):
    assert memory_available(tmp_path) <= psutil.virtual_memory().total
    assert memory_available(tmp_path) > 0
    assert memory_total(tmp_path) == psutil.virtual_memory().total


def test_a_control_group_of_version_2_is_heeded(tmp_path):
    root = write(
        tmp_path,
        {
            "proc/self/cgroup": "0::/user/studio\n",
            "sys/fs/cgroup/user/studio/memory.max": f"{100 * MEBIBYTE}\n",
            "sys/fs/cgroup/user/studio/memory.current": f"{70 * MEBIBYTE}\n",
            "sys/fs/cgroup/user/studio/memory.stat": f"anon 5\ninactive_file {20 * MEBIBYTE}\n",
        },
    )

    assert memory_available(root) == 50 * MEBIBYTE
    assert memory_total(root) == 100 * MEBIBYTE


def test_a_limit_on_a_group_above_binds_too(tmp_path):
    root = write(
        tmp_path,
        {
            "proc/self/cgroup": "0::/user/studio\n",
            "sys/fs/cgroup/user/studio/memory.max": "max\n",
            "sys/fs/cgroup/user/studio/memory.current": "5\n",
            "sys/fs/cgroup/user/memory.max": f"{40 * MEBIBYTE}\n",
            "sys/fs/cgroup/user/memory.current": f"{30 * MEBIBYTE}\n",
        },
    )

    assert memory_available(root) == 10 * MEBIBYTE


def test_a_container_whose_own_path_is_not_visible_has_its_limit_at_the_top(tmp_path):
    root = write(
        tmp_path,
        {
            "proc/self/cgroup": "0::/docker/0123\n",
            "sys/fs/cgroup/memory.max": f"{64 * MEBIBYTE}",
            "sys/fs/cgroup/memory.current": "0",
        },
    )

    assert memory_available(root) == 64 * MEBIBYTE


def test_a_control_group_of_version_1_is_heeded(tmp_path):
    root = write(
        tmp_path,
        {
            "proc/self/cgroup": "4:cpu,cpuacct:/a\n3:memory:/a\n",
            "sys/fs/cgroup/memory/a/memory.limit_in_bytes": f"{80 * MEBIBYTE}",
            "sys/fs/cgroup/memory/a/memory.usage_in_bytes": f"{20 * MEBIBYTE}",
            "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712",
            "sys/fs/cgroup/memory/memory.usage_in_bytes": "1",
        },
    )

    assert memory_available(root) == 60 * MEBIBYTE
    assert memory_total(root) == 80 * MEBIBYTE


def test_a_group_over_its_limit_leaves_nothing(tmp_path):
    root = write(
        tmp_path,
        {
            "proc/self/cgroup": "0::/",
            "sys/fs/cgroup/memory.max": "1000",
            "sys/fs/cgroup/memory.current": "2000",
        },
    )

    assert memory_available(root) == 0


LIMITED = """
import psutil, resource, sys
import studio.device as device
own = psutil.Process().memory_info().vms
resource.setrlimit(resource.RLIMIT_AS, (own + 100 * 2**20,) * 2)
whole = device.memory_total() == own + 100 * 2**20
sys.stdout.write(f"{device.memory_available() / 2**20} {whole}")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit counts on Linux only")
def test_a_limit_on_the_address_space_is_heeded():
    done = subprocess.run(
        [sys.executable, "-c", LIMITED], capture_output=True, text=True, check=True
    )

    left, whole = done.stdout.split()
    assert 80 < float(left) <= 100
    assert whole == "True"


# -- processors --------------------------------------------------------------------------------


def test_a_quota_of_version_2_bounds_the_processors(tmp_path):
    root = write(
        tmp_path, {"proc/self/cgroup": "0::/a", "sys/fs/cgroup/a/cpu.max": "100000 100000\n"}
    )

    assert usable_processors(root) == 1


def test_a_quota_of_version_1_bounds_the_processors(tmp_path):
    root = write(
        tmp_path,
        {
            "proc/self/cgroup": "4:cpu,cpuacct:/a",
            "sys/fs/cgroup/cpu/a/cpu.cfs_quota_us": "50000",
            "sys/fs/cgroup/cpu/a/cpu.cfs_period_us": "100000",
        },
    )

    assert usable_processors(root) == 1


@pytest.mark.parametrize("quota", ["max 100000", "", "x"])
def test_without_a_quota_the_affinity_counts(tmp_path, quota):
    root = write(tmp_path, {"proc/self/cgroup": "0::/", "sys/fs/cgroup/cpu.max": quota})

    assert usable_processors(root) == usable_processors(tmp_path / "nothing") >= 1
