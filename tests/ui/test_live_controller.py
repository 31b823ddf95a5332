"""The live picture: it follows the hand, rests at full size, and makes room for the document."""

from dataclasses import replace

import numpy as np
import pytest

from studio.document.layer import Layer
from studio.errors import StudioError
from studio.jobs import Job, Step
from studio.ui import live_controller, style_settings
from studio.ui.live_controller import LivePainting
from tests.ui.conftest import make_picture, quick_live
from tests.ui.events import pixels


class Recorded:
    """What was painted: each request's strength with its sides."""

    def __init__(self):
        self.asked = []

    def __call__(self, request, photo, sides):
        self.asked.append((request.strength, tuple(sides)))
        return (yield from quick_live(request, photo, sides))


@pytest.fixture
def painted():
    return Recorded()


@pytest.fixture
def live(qapp, gpu, editor, messages, painted):
    made = LivePainting(gpu, editor, messages, paint=painted)
    made.wake()
    yield made
    made.stop()


@pytest.fixture
def begun(qtbot, live, editor):
    """A live picture that is there at its full size."""
    document = editor.document.with_photo(make_picture(120, 80))
    editor.reset(style_settings.with_cards(document, ["ink"]))
    qtbot.waitUntil(lambda: live.full is not None)
    return live


def change(editor, **values):
    document = style_settings.with_values(editor.document, values)
    editor.edit("Change", document, merge="drag")


def test_a_photo_with_a_style_is_painted_at_once(begun, painted):
    assert painted.asked == [(0.6, (256,)), (0.6, (512,))]
    assert begun.full.request.size == 512


def test_it_is_no_part_of_the_document(begun, editor):
    assert begun.showing
    assert editor.document.results == ()
    assert not editor.dirty


def test_nothing_is_painted_before_the_window_is_seen(qapp, gpu, editor, messages, painted):
    asleep = LivePainting(gpu, editor, messages, paint=painted)
    document = editor.document.with_photo(make_picture())
    editor.reset(style_settings.with_cards(document, ["ink"]))
    assert gpu.pending() == ()
    asleep.stop()


def test_a_slider_shows_in_the_preview(qtbot, begun, editor):
    with qtbot.waitSignal(begun.previewed) as shown:
        change(editor, strength=1.0)
    assert shown.args[0].max() == 255


def test_a_burst_of_changes_is_a_few_requests_and_the_last_one_counts(
    qtbot, begun, editor, painted
):
    for step in range(100):
        change(editor, strength=step / 100)
    qtbot.waitUntil(lambda: begun.full is not None)
    assert painted.asked[-1][0] == 0.99
    assert len(painted.asked) < 20
    assert begun.full.recipe.request["strength"] == 0.99


def test_no_request_is_sent_before_the_last_one_was_seen(qtbot, live, editor, gpu, painted):
    gate = Job("busy", lambda: _wait(lambda: open_gate), live=True)
    open_gate = []
    gpu.submit(gate)
    document = editor.document.with_photo(make_picture())
    editor.reset(style_settings.with_cards(document, ["ink"]))
    for step in range(10):
        change(editor, strength=step / 10)
        qtbot.waitUntil(lambda: not live._beat.isActive())
    assert len(gpu.pending()) <= 2
    open_gate.append(True)
    qtbot.waitUntil(lambda: live.full is not None)
    assert [strength for strength, _ in painted.asked][-1] == 0.9


def _wait(is_open):
    while not is_open():
        yield Step(0, 1)


def test_a_larger_picture_is_painted_when_the_hand_rests(qtbot, begun, editor, painted):
    change(editor, size=700)
    qtbot.waitUntil(lambda: begun.picture is not None)
    assert begun.full is None
    qtbot.waitUntil(lambda: begun.full is not None)
    assert [side for _, (side,) in painted.asked] == [256, 512, 256, 512, 700]


def test_a_result_of_the_history_puts_it_away(qtbot, begun, editor):
    layer = Layer(pixels=pixels())
    with qtbot.waitSignal(begun.previewed, check_params_cb=lambda shown: shown is None):
        editor.edit("Paint", editor.document.with_result(layer))
    assert not begun.showing
    change(editor, strength=0.2)
    qtbot.waitUntil(lambda: begun.showing)


def test_fine_puts_it_away_and_instant_brings_it_back(qtbot, begun, editor):
    editor.edit("Engine", style_settings.with_engine(editor.document, "fine"))
    assert not begun.showing
    editor.edit("Engine", style_settings.with_engine(editor.document, "instant"))
    qtbot.waitUntil(lambda: begun.showing)


def test_undo_of_a_value_is_seen_too(qtbot, begun, editor):
    change(editor, strength=1.0)
    qtbot.waitUntil(lambda: begun.full is not None)
    editor.undo()
    qtbot.waitUntil(lambda: begun.full is not None and begun.full.request.strength == 0.6)


def test_a_failure_says_its_sentence_once(qtbot, gpu, editor, messages):
    def fails(request, photo, sides):
        yield Step(0, 1)
        raise StudioError("The weights are missing.")

    live = LivePainting(gpu, editor, messages, paint=fails)
    live.wake()
    document = editor.document.with_photo(make_picture())
    editor.reset(style_settings.with_cards(document, ["ink"]))
    qtbot.waitUntil(lambda: messages.texts() == ["The weights are missing."])
    messages.dismiss(messages.rows()[0])
    for step in range(5):
        change(editor, strength=step / 10)
        qtbot.waitUntil(lambda: gpu.pending() == ())
    assert messages.texts() == []
    assert not live.showing
    live.stop()


def test_full_size_that_does_not_fit_leaves_the_preview(qtbot, gpu, editor, messages):
    def small_only(request, photo, sides):
        if max(sides) > 512:
            raise StudioError("Too large.")
        return (yield from quick_live(request, photo, sides))

    live = LivePainting(gpu, editor, messages, paint=small_only)
    live.wake()
    document = editor.document.with_photo(make_picture())
    document = style_settings.with_values(document, {"size": 2048})
    editor.reset(style_settings.with_cards(document, ["ink"]))
    qtbot.waitUntil(lambda: messages.texts() == ["Too large."])
    assert live.showing
    assert live.full is None
    live.stop()


def test_another_photo_is_painted(qtbot, begun, editor):
    other = make_picture(90, 90, name="other.png", seed=4)
    editor.edit("Open", editor.document.with_photo(other))
    qtbot.waitUntil(lambda: begun.full is not None)
    assert begun.full.recipe.photo_name == "other.png"
    assert begun.full.pixels.shape[:2] == (512, 512)


def test_the_hand_is_asked_for_every_beat_at_most():
    assert live_controller.BEAT <= 16
    assert live_controller.REST <= 250


def test_the_request_is_that_of_the_panel(begun, editor):
    asked = style_settings.request(editor.document)
    assert replace(begun.full.request, photo="") == asked
    assert isinstance(begun.full.pixels, np.ndarray)
