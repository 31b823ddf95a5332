"""A training of nothing, for the parts that all trainings in the window share."""

import gc
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from studio.jobs import Step
from studio.ui.job_controller import StyleJobs
from studio.ui.training.jobs import Lesson, TrainingJobs


class Lessons(TrainingJobs):
    """Learns by counting until it is told that it is enough."""

    def __init__(self, *parts):
        super().__init__(*parts)
        self.results = []

    def start(self, plan):
        lesson = Lesson(
            plan,
            f"The {plan}",
            f"Learning the {plan}",
            _counting,
            self.results.append,
            lambda: self.start(plan),
        )
        return self._begin(lesson, "Something is learned already.")


def _counting(enough):
    done = 0
    while not enough():
        done += 1
        yield Step(done, 1000, "counting")
        time.sleep(0.005)
    return done


@pytest.fixture
def lessons(qapp, gpu, editor, messages):
    """Trainings on a real worker; a test ends what it began."""
    styles = StyleJobs(gpu, editor, messages, lambda request: "")
    made = Lessons(gpu, styles, messages)
    made._keep = styles
    yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
