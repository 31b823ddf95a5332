"""The mixing pad under real presses, drags and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from studio.ui.widgets.mixing_pad import MixingPad
from tests.ui.widgets.test_style_gallery import STYLES

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
KEYS = [style.id for style in STYLES]


@pytest.fixture
def pad(qtbot):
    made = MixingPad()
    qtbot.addWidget(made)
    made.resize(328, 240)
    return made


def mixing(qtbot, pad, count, weights=None):
    """The pad with some styles, on the screen."""
    pad.set_styles(STYLES[:count], weights)
    pad.resize(328, pad.heightForWidth(328))
    with qtbot.waitExposed(pad):
        pad.show()
    return pad


def heard(pad):
    """What the pad says while it moves, and once it rests."""
    changed, committed = [], []
    pad.weightsChanged.connect(changed.append)
    pad.weightsCommitted.connect(committed.append)
    return changed, committed


def corner(pad, index):
    return pad._places.corners[index].toPoint()


def test_one_style_needs_no_pad(pad):
    pad.set_styles(STYLES[:1])
    assert pad.isHidden()
    pad.set_styles([])
    assert pad.isHidden()


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_every_style_has_a_corner_that_is_all_of_it(qtbot, pad, count):
    mixing(qtbot, pad, count)
    for index in range(count):
        qtbot.mouseClick(pad, LEFT, pos=corner(pad, index))
        weights = pad.weights()
        assert weights[KEYS[index]] == pytest.approx(1, abs=0.02)
        assert sum(weights.values()) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_nothing_lies_over_anything_else(qtbot, pad, count):
    mixing(qtbot, pad, count)
    boxes = [one.geometry() for one in (*pad.tiles.values(), *pad.fields.values())]
    for index, box in enumerate(boxes):
        assert pad.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[index + 1 :])
        assert not any(box.contains(corner(pad, at)) for at in range(count))


def test_a_drag_tells_all_the_way_and_commits_once(qtbot, pad):
    mixing(qtbot, pad, 3)
    changed, committed = heard(pad)
    qtbot.mousePress(pad, LEFT, pos=corner(pad, 0))
    qtbot.mouseMove(pad, (corner(pad, 0) + corner(pad, 1)) / 2)
    qtbot.mouseMove(pad, corner(pad, 1))
    assert committed == []
    qtbot.mouseRelease(pad, LEFT, pos=corner(pad, 1))
    assert len(changed) == 3
    assert changed[1][KEYS[0]] == pytest.approx(0.5, abs=0.03)
    assert committed == [changed[-1]]


def test_the_hand_keeps_the_handle_when_the_document_answers(qtbot, pad):
    mixing(qtbot, pad, 2)
    qtbot.mousePress(pad, LEFT, pos=corner(pad, 0))
    pad.set_weights({KEYS[0]: 0.0, KEYS[1]: 1.0})
    assert pad.weights()[KEYS[0]] == 1
    qtbot.mouseRelease(pad, LEFT, pos=corner(pad, 0))


def test_a_drag_beyond_the_rim_stays_on_it(qtbot, pad):
    mixing(qtbot, pad, 4)
    qtbot.mousePress(pad, LEFT, pos=pad._places.centre.toPoint())
    qtbot.mouseMove(pad, QPoint(pad.width() // 2, -500))
    qtbot.mouseRelease(pad, LEFT, pos=QPoint(pad.width() // 2, -500))
    weights = pad.weights()
    assert weights[KEYS[0]] == pytest.approx(0.5, abs=0.02)
    assert weights[KEYS[2]] == weights[KEYS[3]] == 0


def test_a_double_click_mixes_all_alike(qtbot, pad):
    mixing(qtbot, pad, 5, {KEYS[0]: 1, KEYS[1]: 0, KEYS[2]: 0, KEYS[3]: 0, KEYS[4]: 0})
    with qtbot.waitSignal(pad.weightsCommitted):
        qtbot.mouseDClick(pad, LEFT, pos=pad._places.centre.toPoint() + QPoint(20, 10))
    assert list(pad.weights().values()) == pytest.approx([0.2] * 5)


def test_arrows_move_the_handle_and_shift_moves_it_finely(qtbot, pad):
    mixing(qtbot, pad, 2)
    _, committed = heard(pad)
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    assert pad.weights()[KEYS[1]] == pytest.approx(0.525)
    qtbot.keyClick(pad, Qt.Key.Key_Right, SHIFT)
    assert pad.weights()[KEYS[1]] == pytest.approx(0.53)
    assert len(committed) == 2
    qtbot.keyClick(pad, Qt.Key.Key_Home)
    assert pad.weights() == {KEYS[0]: 0.5, KEYS[1]: 0.5}


def test_a_digit_or_a_thumbnail_takes_one_style_alone(qtbot, pad):
    mixing(qtbot, pad, 3)
    qtbot.keyClick(pad, Qt.Key.Key_2)
    assert list(pad.weights().values()) == pytest.approx([0, 1, 0])
    qtbot.mouseClick(pad.tiles[KEYS[2]], LEFT)
    assert list(pad.weights().values()) == pytest.approx([0, 0, 1])


def test_a_typed_part_is_exact_and_the_others_share_the_rest(qtbot, pad):
    mixing(qtbot, pad, 3, {KEYS[0]: 0.2, KEYS[1]: 0.2, KEYS[2]: 0.6})
    field = pad.fields[KEYS[0]]
    field.selectAll()
    qtbot.keyClicks(field, "60")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert list(pad.weights().values()) == pytest.approx([0.6, 0.1, 0.3])
    assert field.text() == "60 %"


def test_a_mix_that_no_point_has_is_kept_and_read_out(qtbot, pad):
    mixing(qtbot, pad, 4, {KEYS[0]: 2, KEYS[1]: 0, KEYS[2]: 2, KEYS[3]: 0})
    assert pad.weights() == {KEYS[0]: 2, KEYS[1]: 0, KEYS[2]: 2, KEYS[3]: 0}
    assert pad.point() == pytest.approx((0, 0))
    assert "Great Wave 0 %" in pad.accessibleDescription()
    assert "Starry Night 50 %" in pad.accessibleDescription()


def test_a_weight_is_kept_when_styles_are_added(pad):
    pad.set_styles(STYLES[:2], {KEYS[1]: 0.3})
    pad.set_styles(STYLES[:3])
    assert pad.weights()[KEYS[1]] == pytest.approx(0.3)


def test_setting_weights_says_nothing(qtbot, pad):
    pad.set_styles(STYLES[:2])
    with qtbot.assertNotEmitted(pad.weightsChanged):
        pad.set_weights({KEYS[1]: 0.2, "nobody": 3.0})
    assert pad.weights() == {KEYS[0]: 1.0, KEYS[1]: 0.2}


def test_a_style_is_taken_out_by_its_badge_or_by_delete(qtbot, pad):
    mixing(qtbot, pad, 3)
    tile = pad.tiles[KEYS[1]]
    tile.setFocus()
    qtbot.waitUntil(tile.hasFocus)
    with qtbot.waitSignal(pad.removeRequested) as caught:
        qtbot.mouseClick(tile, LEFT, pos=tile.badge_box().center().toPoint())
    assert caught.args == [KEYS[1]]
    with qtbot.waitSignal(pad.removeRequested) as caught:
        qtbot.keyClick(tile, Qt.Key.Key_Delete)
    assert caught.args == [KEYS[1]]
