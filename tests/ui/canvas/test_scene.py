"""Photo, result and preview."""

import pytest

from studio.ui.canvas import pyramid as pyramid_module
from studio.ui.canvas.scene import Scene
from tests.ui.events import pixels


@pytest.fixture
def scene(qtbot):
    return Scene()


def test_the_preview_stands_above_the_result_and_that_above_the_photo(scene):
    assert scene.shown("result") is None
    scene.set_photo(pixels())
    assert scene.shown("result") is scene.photo
    scene.set_result(pixels())
    assert scene.shown("result") is scene.result
    scene.set_preview(pixels(), 8)
    assert scene.shown("result") is scene.preview
    assert scene.shown("photo") is scene.photo
    scene.set_preview(None, 8)
    assert scene.shown("result") is scene.result


def test_previews_are_stretched_to_the_document(scene):
    assert scene.reference() is None
    scene.set_photo(pixels(400, 300))
    scene.set_preview(pixels(40, 30), 400)
    assert scene.reference() == (400, 300)
    scene.set_result(pixels(80, 60))
    assert scene.reference() == (80, 60)


def test_a_first_preview_fades_in_over_what_was_there(qtbot, scene):
    scene.set_photo(pixels())
    scene.set_preview(pixels(), 8)
    layers = scene.layers("result")
    assert [layer for layer, _ in layers] == [scene.photo, scene.preview]
    qtbot.waitUntil(lambda: scene.layers("result") == [(scene.preview, 1.0)])


def test_previews_that_hurry_are_not_faded(scene):
    scene.set_photo(pixels())
    for _ in range(3):
        scene.set_preview(pixels(), 8)
    assert scene.layers("result") == [(scene.preview, 1.0)]


def test_a_big_preview_waits_until_it_can_be_painted_well(qtbot, scene, monkeypatch):
    scene.set_photo(pixels())
    scene.set_preview(pixels(), 8)
    before = scene.preview
    monkeypatch.setattr(pyramid_module, "AT_ONCE", 100)
    scene.set_preview(pixels(400, 300), 100)
    assert scene.preview is before
    qtbot.waitUntil(lambda: scene.preview is not before)
    assert scene.preview.size == (400, 300)


def test_ending_the_preview_forgets_the_one_that_waits(qtbot, scene, monkeypatch):
    monkeypatch.setattr(pyramid_module, "AT_ONCE", 100)
    scene.set_photo(pixels())
    scene.set_preview(pixels(400, 300), 100)
    scene.set_preview(None, 100)
    assert scene.preview is None
    assert scene.layers("result") == [(scene.photo, 1.0)]


def test_a_photo_that_is_replaced_while_it_fades_out_is_not_painted(scene):
    scene.set_photo(pixels())
    scene.set_preview(pixels(), 8)
    scene.set_photo(pixels())
    assert [layer for layer, _ in scene.layers("result")] == [scene.preview]


def test_many_previews_leave_nothing_behind(qtbot, scene):
    scene.set_photo(pixels())
    for _ in range(50):
        scene.set_preview(pixels(), 8)
    scene.set_preview(None, 8)
    kept = pyramid_module.Pyramid
    qtbot.waitUntil(lambda: len(scene.findChildren(kept)) == 1)


def test_one_picture_may_take_the_place_of_all(scene):
    scene.set_photo(pixels(400, 300))
    scene.set_preview(pixels(40, 30), 400)
    scene.set_instead(pixels(64, 64), 1024)
    assert scene.shown("photo") is scene.shown("result") is scene.instead
    assert scene.layers("result") == [(scene.instead, 1.0)]
    assert scene.reference() == (1024, 1024)
    scene.set_preview(pixels(80, 60), 400)  # work that runs on beneath it
    assert scene.shown("result") is scene.instead
    scene.set_instead(None, 1)
    assert scene.shown("result") is scene.preview
    assert scene.reference() == (400, 300)
