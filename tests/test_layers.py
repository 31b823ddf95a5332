"""The rule of the house: imports point down, Qt stays at the edge, torch waits for the worker."""

import subprocess
import sys
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]

IMPORT_THE_WINDOW = """
import importlib, pkgutil, sys
import studio.app, studio.ui
for module in pkgutil.walk_packages(studio.ui.__path__, "studio.ui."):
    importlib.import_module(module.name)
sys.stdout.write(" ".join(sorted({"torch", "torchvision", "scipy", "skimage"} & set(sys.modules))))
"""


def test_imports_point_down_and_qt_stays_at_the_edge(capsys):
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == 0, capsys.readouterr().out


def test_the_window_is_imported_without_torch():
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_THE_WINDOW], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
