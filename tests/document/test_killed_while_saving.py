"""A process that is killed at any instant of saving leaves a project that opens."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from studio.document.document import Document
from studio.document.recovery import Recovery
from studio.document.storage import open_project, save_project
from tests.document.samples import document, layer, noise

SAVING = """
import sys
from pathlib import Path
from studio.document.recovery import Recovery
from studio.document.storage import save_project
from tests.document.test_killed_while_saving import states
project, folder = Path(sys.argv[1]), Path(sys.argv[2])
recovery = Recovery(folder)
first, second = states()
sys.stdout.write("ready\\n")
sys.stdout.flush()
while True:
    for state in (first, second):
        save_project(project, state)
        recovery.write(state, project, "work")
"""


def states() -> tuple[Document, Document]:
    """Two documents, told apart by their number of results, with some work to encode."""
    first = document().with_result(layer("large", seed=8, pixels=noise(500, 400, seed=8)))
    return first, first.with_result(layer("larger", seed=9, pixels=noise(600, 500, seed=9)))


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a thing of POSIX")
def test_a_project_opens_after_its_process_was_killed_at_fifty_random_instants(tmp_path):
    chance = random.Random(50)
    project, folder = tmp_path / "work.studio", tmp_path / "recovery"
    save_project(project, states()[0])

    for n in range(1, 51):
        with subprocess.Popen(
            [sys.executable, "-c", SAVING, str(project), str(folder)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.0, 0.25))
            process.send_signal(signal.SIGKILL)

        opened = open_project(project)

        assert len(opened.results) in (5, 6)
        assert opened.shown in ("layer-8", "layer-9")
        for file in Recovery(folder).found():
            assert file.problem is None
            assert len(open_project(file.path).results) in (5, 6)
            Recovery(folder).discard(file)
        assert process.returncode == -signal.SIGKILL, n
