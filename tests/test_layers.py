"""The rule of the house: imports point down, Qt stays at the edge, torch waits for the worker."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

IMPORT_THE_WINDOW = """
import importlib, pkgutil, sys
import studio.app, studio.ui
for module in pkgutil.walk_packages(studio.ui.__path__, "studio.ui."):
    importlib.import_module(module.name)
sys.stdout.write(" ".join(sorted({"torch", "torchvision", "scipy", "skimage"} & set(sys.modules))))
"""


LINT_IMPORTS = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(config_filename=sys.argv[1], no_cache=True))
"""


def test_imports_point_down_and_qt_stays_at_the_edge():
    # In a process of its own: the linter's logging set-up would silence every logger of this one.
    arguments = [sys.executable, "-c", LINT_IMPORTS, str(ROOT / "pyproject.toml")]
    done = subprocess.run(arguments, capture_output=True, text=True, cwd=ROOT, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_is_imported_without_torch():
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_THE_WINDOW], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
