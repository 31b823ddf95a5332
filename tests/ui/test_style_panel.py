"""The Style panel edits the document and shows what it holds."""

import pytest
from PySide6.QtCore import QPoint, Qt

from studio.tasks.style import StyleRequest
from studio.ui import style_settings


@pytest.fixture
def panel(ready):
    return ready.style_panel


def value(panel, name):
    return style_settings.values(panel._editor.document)[name]


def drag(qtbot, track, *fractions):
    """Press a slider at the first place, move through the others, let go."""
    places = [QPoint(round(track.width() * one), track.height() // 2) for one in fractions]
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(track, place)
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=places[-1])


def test_it_starts_with_the_requests_own_values(panel):
    assert panel.quality.current() == StyleRequest().quality
    assert panel.slider("strength").value() == StyleRequest().strength
    assert panel.seed.value() == 0


def test_a_drag_is_one_undo_step(qtbot, panel, editor):
    drag(qtbot, panel.slider("strength").track, 0.5, 0.3, 0.2)
    first = value(panel, "strength")
    assert first < 0.4
    drag(qtbot, panel.slider("strength").track, 0.7, 0.9)
    assert value(panel, "strength") > 0.7
    assert editor.undo_text == "Change strength"
    editor.undo()
    assert value(panel, "strength") == first
    editor.undo()
    assert value(panel, "strength") == StyleRequest().strength
    assert panel.slider("strength").value() == StyleRequest().strength


def test_quality_is_chosen_by_a_click(qtbot, panel, editor):
    qtbot.mouseClick(panel.quality.button("draft"), Qt.MouseButton.LeftButton)
    assert value(panel, "quality") == "draft"
    editor.undo()
    assert panel.quality.current() == "good"


def test_the_colour_method_shows_when_it_matters(qtbot, panel):
    assert panel.method.isHidden()
    drag(qtbot, panel.slider("keep_colours").track, 0.1, 0.6)
    assert not panel.method.isHidden()
    qtbot.keyClick(panel.method, Qt.Key.Key_Down)
    assert value(panel, "colour_method") == "linear"


def test_smoothness_can_be_off(qtbot, panel):
    drag(qtbot, panel.slider("smoothness").track, 0.3, 0.0)
    assert value(panel, "smoothness") == 0
    assert panel.slider("smoothness").field.text() == "off"


def test_any_size_can_be_typed(qtbot, panel):
    field = panel.size_field.lineEdit()
    for typed, expected in (("700", 700), ("99999", 4096), ("3 px", 64)):
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert value(panel, "size") == expected
    field.selectAll()
    qtbot.keyClicks(field, "large")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "64 px"


def test_the_dice_throw_another_seed(qtbot, panel, editor):
    qtbot.mouseClick(panel.dice, Qt.MouseButton.LeftButton)
    assert value(panel, "seed") != 0
    assert panel.seed.value() == value(panel, "seed")
    editor.undo()
    assert panel.seed.value() == 0


def weights(document):
    return {one["card"]: one["weight"] for one in style_settings.choices(document)}


def test_a_mix_is_made_on_the_pad_as_one_undo_step(qtbot, panel, ready):
    assert panel.weights.isHidden()
    ready.sources.gallery.toggle("moss")
    pad = panel.weights
    assert not pad.isHidden()
    qtbot.waitUntil(lambda: pad.width() > 100)
    places = [pad.place_of(point).toPoint() for point in ((0.2, 0), (-0.2, 0), (-0.5, 0))]
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(pad, place)
    assert weights(ready.editor.document)["ink"] == pytest.approx(0.75, abs=0.02)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])
    assert weights(ready.editor.document)["moss"] == pytest.approx(0.25, abs=0.02)
    assert ready.editor.undo_text == "Change the mix"
    ready.editor.undo()
    assert weights(ready.editor.document) == {"ink": 1.0, "moss": 1.0}
    assert pad.point() == pytest.approx((0, 0))


def test_raw_weights_are_advanced_and_may_be_empty(qtbot, panel):
    field = panel.advanced.fields["style_weight"]
    assert not panel.advanced.is_expanded()
    field.setText("")
    qtbot.keyClicks(field, "250,5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert value(panel, "style_weight") == 250.5
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert value(panel, "style_weight") is None


def test_the_request_is_what_the_panel_shows(qtbot, panel, ready):
    qtbot.mouseClick(panel.quality.button("print"), Qt.MouseButton.LeftButton)
    request = style_settings.request(ready.editor.document)
    assert request.quality == "print"
    assert [one.card for one in request.styles] == ["ink"]
    again = style_settings.with_values(
        ready.editor.document.empty(), style_settings.of_request(request)
    )
    assert style_settings.request(again) == request


def test_a_mix_of_zeros_is_a_sentence(ready):
    ready.editor.edit("Mix", style_settings.with_weights(ready.editor.document, {"ink": 0.0}))
    with pytest.raises(style_settings.StudioError, match="zero"):
        style_settings.request(ready.editor.document)


@pytest.mark.parametrize(
    "odd",
    [
        {"strength": "much", "styles": 5, "size": 10**9, "quality": ["good"]},
        {"styles": [{"card": 3}], "keep_colours": None, "seed": 1.5},
        {"styles": [{"card": "x", "weight": -1}], "encoder": "../../etc", "style_weight": "1"},
    ],
)
def test_odd_values_of_a_project_from_elsewhere_are_the_defaults(ready, odd):
    ready.editor.reset(ready.editor.document.with_settings("style", odd))
    assert style_settings.values(ready.editor.document) == style_settings.defaults()
