"""From the Paint button to the history: whole, partial, paused, failed, queued."""

import numpy as np
import pytest

from studio.errors import WontFit
from studio.jobs import State, Step
from studio.ui import style_settings, unfinished
from studio.ui.job_controller import StyleJobs
from tests.ui.conftest import quick


@pytest.fixture
def jobs(gpu, editor, messages, picture):
    document = style_settings.with_engine(editor.document.with_photo(picture), "fine")
    editor.reset(style_settings.with_cards(document, ["ink"]))
    return StyleJobs(gpu, editor, messages, lambda request: "Ink wash", stylize=quick)


def states(jobs):
    seen = []
    jobs.advanced.connect(lambda update: seen.append(update.state))
    return seen


def test_a_result_joins_the_history(qtbot, jobs, editor, picture):
    with qtbot.waitSignal(jobs.painted, timeout=10_000):
        jobs.paint()
    layer = editor.document.shown_result
    assert layer.name == "Ink wash"
    assert layer.recipe.photo_sha256 == picture.sha256
    assert not layer.partial
    assert editor.undo_text == "Paint"
    assert unfinished.found(unfinished.checkpoints()) == ()
    assert list(unfinished.checkpoints().iterdir()) == []


def test_previews_show_while_it_runs_and_end_with_it(qtbot, jobs):
    previews = []
    jobs.previewed.connect(previews.append)
    with qtbot.waitSignal(jobs.painted, timeout=10_000):
        jobs.paint()
    assert any(isinstance(one, np.ndarray) for one in previews)
    assert previews[-1] is None


def test_cancel_keeps_the_partial_picture(qtbot, jobs, editor, messages):
    jobs.paint()
    with qtbot.waitSignal(jobs.previewed, check_params_cb=lambda one: one is not None):
        pass
    with qtbot.waitSignal(editor.changed):
        jobs.cancel()
    layer = editor.document.shown_result
    assert layer.partial
    assert layer.recipe.request["styles"][0]["card"] == "ink"
    assert "partial" in messages.texts()[-1]
    assert jobs.front is None


def test_a_cancelled_painting_goes_on(qtbot, jobs, editor):
    jobs.paint()
    with qtbot.waitSignal(jobs.previewed, check_params_cb=lambda one: one is not None):
        pass
    with qtbot.waitSignal(editor.changed):
        jobs.cancel()
    kept = jobs.resumable
    assert int(kept.checkpoint.read_text()) > 0
    with qtbot.waitSignal(jobs.painted, timeout=10_000):
        jobs.go_on(kept, editor.document.photo)
    assert jobs.resumable is None
    assert not kept.folder.exists()


def test_a_clean_end_forgets_what_was_cancelled(qtbot, jobs, editor):
    jobs.paint()
    with qtbot.waitSignal(jobs.previewed, check_params_cb=lambda one: one is not None):
        pass
    with qtbot.waitSignal(editor.changed):
        jobs.cancel()
    folder = jobs.resumable.folder
    jobs.forget_cancelled()
    assert not folder.exists()


def test_pause_and_resume(qtbot, jobs):
    seen = states(jobs)
    jobs.paint()
    with qtbot.waitSignal(jobs.previewed, check_params_cb=lambda one: one is not None):
        pass
    jobs.toggle_pause()
    qtbot.waitUntil(lambda: State.PAUSED in seen)
    with qtbot.waitSignal(jobs.painted, timeout=10_000):
        jobs.toggle_pause()


def test_a_second_painting_waits_its_turn(qtbot, jobs, editor):
    jobs.paint()
    jobs.paint()
    qtbot.waitUntil(lambda: jobs.front is not None)
    assert len(jobs.waiting()) == 1
    assert jobs.describe(jobs.waiting()[0]) == "harbour.png · Ink wash"
    qtbot.waitUntil(lambda: len(editor.document.results) == 2, timeout=10_000)


def test_nothing_to_paint_is_a_sentence(jobs, editor, messages):
    editor.reset(editor.document.with_photo(None))
    assert jobs.paint() is None
    assert "photo" in messages.texts()[-1]


def test_no_style_is_a_sentence(jobs, editor, messages):
    editor.reset(style_settings.with_cards(editor.document, []))
    assert jobs.paint() is None
    assert messages.texts() == ["Choose a style to paint with."]


def test_a_failure_is_a_sentence_and_leaves_the_document(qtbot, gpu, editor, messages, picture):
    def fails(request, photo, *, checkpoint=None):
        yield Step(0, 1)
        raise WontFit("512 px need more memory than is free.")

    document = style_settings.with_engine(editor.document.with_photo(picture), "fine")
    editor.reset(style_settings.with_cards(document, ["ink"]))
    jobs = StyleJobs(gpu, editor, messages, lambda request: "x", stylize=fails)
    before = editor.document
    jobs.paint()
    qtbot.waitUntil(lambda: messages.texts() == ["512 px need more memory than is free."])
    assert editor.document is before
    assert list(unfinished.checkpoints().iterdir()) == []


def test_a_result_for_another_photo_does_not_push_itself_forward(qtbot, jobs, editor, picture):
    jobs.paint()
    qtbot.waitUntil(lambda: jobs.front is not None)
    editor.edit("Open another", editor.document.with_photo(quick_photo()))
    with qtbot.waitSignal(jobs.painted, timeout=10_000):
        pass
    assert len(editor.document.results) == 1
    assert editor.document.shown is None


def quick_photo():
    from tests.ui.conftest import make_picture

    return make_picture(seed=7, name="other.png")
