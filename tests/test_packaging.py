"""The two commands, on a small checkout of its own: a real environment, a real pip, no network."""

import configparser
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "packaging").glob("*.sh"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the POSIX scripts")

PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "klangbild"
version = "1"
dependencies = []
"""

# A build backend that needs nothing, so that pip can install the small checkout without network.
BACKEND = """
import os, tomllib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    with open("pyproject.toml", "rb") as file:
        needs = tomllib.load(file)["project"]["dependencies"]
    info = "klangbild-1.dist-info/"
    metadata = "Metadata-Version: 2.1\\nName: klangbild\\nVersion: 1\\n"
    metadata += "".join(f"Requires-Dist: {need}\\n" for need in needs)
    with zipfile.ZipFile(os.path.join(folder, "klangbild-1-py3-none-any.whl"), "w") as wheel:
        wheel.writestr("klangbild.pth", os.getcwd() + "\\n")
        wheel.writestr(info + "METADATA", metadata)
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\n"
            "Tag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return "klangbild-1-py3-none-any.whl"
"""

MAIN = """
import json, os, sys
json.dump({"arguments": sys.argv[1:], "folder": os.getcwd()}, sys.stdout)
sys.exit(7)
"""


def small_checkout(folder: Path) -> Path:
    """Make a checkout with the real scripts and a package that tells how it was called."""
    (folder / "studio").mkdir(parents=True)
    shutil.copytree(ROOT / "packaging", folder / "packaging")
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "studio" / "__init__.py").write_text("")
    (folder / "studio" / "__main__.py").write_text(MAIN)
    return folder


def start(checkout: Path, *arguments: str, cwd: Path | None = None, **environment: str):
    """Start the checkout's run.sh in a bare environment that has no way out to a network."""
    bare = {
        "PATH": os.environ["PATH"],
        "HOME": str(checkout.parent),
        "KLANGBILD_PYTHON": sys.executable,
        "KLANGBILD_SYSTEM": "skip",
        "KLANGBILD_SPACE": "0",
        "PIP_NO_INDEX": "1",
    }
    return subprocess.Popen(
        ["sh", str(checkout / "packaging" / "run.sh"), *arguments],
        cwd=cwd or checkout.parent,
        env=bare | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def run(checkout: Path, *arguments: str, cwd: Path | None = None, **environment: str):
    """Run it to its end and return its exit status and what it said."""
    with start(checkout, *arguments, cwd=cwd, **environment) as process:
        stdout, stderr = process.communicate(timeout=120)
    return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A checkout after its first call, and what that call said."""
    checkout = small_checkout(tmp_path_factory.mktemp("first") / "klang bild ü")
    return checkout, run(checkout, "stylize", "a photo.jpg", "*", "")


def test_the_first_call_sets_up_and_runs_the_verb(installed):
    checkout, first = installed

    assert first.returncode == 7, first.stderr
    assert json.loads(first.stdout) == {
        "arguments": ["stylize", "a photo.jpg", "*", ""],
        "folder": str(checkout.parent),
    }
    assert first.stderr.startswith("Setting up Klangbild\n")
    assert "Ready after" in first.stderr


def test_the_second_call_is_quick_and_silent(installed):
    checkout, _ = installed

    begun = time.monotonic()
    second = run(checkout, "styles")
    took = time.monotonic() - begun

    assert second.returncode == 7
    assert second.stderr == ""
    assert took < 2  # a tenth of a second on an idle machine


def test_what_lies_in_the_current_folder_is_not_imported(installed, tmp_path):
    checkout, _ = installed
    (tmp_path / "studio").mkdir()
    (tmp_path / "studio" / "__main__.py").write_text("raise SystemExit('the wrong studio')")
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")

    called = run(checkout, "styles", cwd=tmp_path, PYTHONPATH=str(tmp_path))

    assert called.returncode == 7, called.stderr


def test_without_network_a_changed_project_goes_on_with_what_is_there(installed, tmp_path):
    checkout, _ = installed
    before = (checkout / "pyproject.toml").read_text()
    changed = before.replace("dependencies = []", 'dependencies = ["no-such-package-of-ours"]')
    (checkout / "pyproject.toml").write_text(changed)

    called = run(checkout, "styles")
    (checkout / "pyproject.toml").write_text(before)

    assert called.returncode == 7
    assert "going on with those that are there" in called.stderr


def test_an_interrupted_set_up_recovers(tmp_path):
    checkout = small_checkout(tmp_path / "checkout")
    with start(checkout, "styles") as first:
        while not (checkout / ".venv" / "bin" / "python").exists():
            assert first.poll() is None
            time.sleep(0.01)
        os.killpg(first.pid, signal.SIGKILL)
    assert (checkout / ".venv-lock").exists()

    called = run(checkout, "styles")

    assert called.returncode == 7, called.stderr
    assert not (checkout / ".venv-lock").exists()
    assert not (checkout / ".venv" / "klangbild-unfinished").exists()


def test_packages_that_fail_are_a_sentence_and_the_next_call_goes_on(tmp_path):
    checkout = small_checkout(tmp_path / "checkout")
    whole = (checkout / "backend.py").read_text()
    (checkout / "backend.py").write_text("raise OSError('No space left on device')")

    failed = run(checkout, "styles")
    (checkout / "backend.py").write_text(whole)
    again = run(checkout, "styles")

    assert failed.returncode == 2
    assert "No space left on device" in failed.stderr
    assert "The packages could not be installed" in failed.stderr.splitlines()[-1]
    assert again.returncode == 7, again.stderr


def test_a_checkout_that_has_moved_is_set_up_again(tmp_path):
    checkout = small_checkout(tmp_path / "here")
    run(checkout, "styles")

    moved = run(checkout.rename(tmp_path / "there"), "styles")

    assert moved.returncode == 7, moved.stderr
    assert "Ready after" in moved.stderr


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac always has a display")
def test_without_a_display_it_names_the_headless_command(tmp_path):
    checkout = small_checkout(tmp_path / "checkout")

    called = run(checkout)

    assert called.returncode == 2
    assert "no display" in called.stderr
    assert "sh packaging/run.sh stylize photo.jpg" in called.stderr
    assert not (checkout / ".venv").exists()


def test_a_python_that_will_not_do_is_a_sentence(tmp_path):
    called = run(small_checkout(tmp_path / "checkout"), "styles", KLANGBILD_PYTHON="/bin/false")

    assert called.returncode == 2
    assert "KLANGBILD_PYTHON=/bin/false is not a 64-bit Python 3.11 or newer." in called.stderr


def test_too_little_space_is_a_sentence_before_anything_is_fetched(tmp_path):
    checkout = small_checkout(tmp_path / "checkout")

    called = run(checkout, "styles", KLANGBILD_SPACE="99999999")

    assert called.returncode == 2
    assert "99999999 GB on this disk" in called.stderr


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_the_scripts_are_posix_shell(script):
    shell = shutil.which("dash") or "/bin/sh"

    assert subprocess.run([shell, "-n", str(script)], check=False).returncode == 0
    assert "\r" not in script.read_text()


def test_continuous_integration_can_be_run():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_desktop_entry_starts_the_studio():
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(ROOT / "packaging" / "klangbild.desktop", encoding="utf-8")

    assert entry["Desktop Entry"]["Type"] == "Application"
    assert entry["Desktop Entry"]["Exec"] == "studio"
    assert (ROOT / "resources" / "icons" / f"{entry['Desktop Entry']['Icon']}.svg").exists()
