"""The pad by itself: keys, wheel, pans, and what the pointer rests on."""

import pytest
from PySide6.QtCore import QPoint, Qt

from studio.tasks.latent_place import LatentPlace
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.pad import Pad
from studio.ui.explore.thumbnails import Thumbnails
from tests.ui.conftest import show
from tests.ui.events import wheel

SIDE = 300


@pytest.fixture
def pad(qtbot, editor, gpu, messages, settings, models):
    """A pad that goes where it is moved to."""
    exploring = Exploring(editor, gpu, messages, settings)
    made = Pad(Thumbnails(exploring, gpu, exploring))
    made.moved.connect(made.show_place)
    qtbot.addWidget(made)
    made.resize(SIDE, SIDE)
    made.show_place(LatentPlace("vae", 4))
    show(qtbot, made)
    yield made
    exploring.stop()


def places(pad):
    """Where the pad goes from now on."""
    found = []
    pad.moved.connect(found.append)
    return found


def test_arrows_move_and_shift_moves_finely(qtbot, pad):
    found = places(pad)
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    qtbot.keyClick(pad, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert [(one.x, one.y) for one in found] == [(0.25, 0.0), (0.25, -0.05)]
    assert pad.accessibleDescription() == "seed 4, 0.25 across, -0.05 down"


def test_the_map_follows_a_marker_that_leaves_it(qtbot, pad):
    pad.show_place(LatentPlace("vae", 4, 40.0, -7.0))
    assert pad.rect().contains(pad.marker().toPoint())


def test_the_wheel_zooms_at_the_pointer(pad):
    at = pad.point_of(1, 1)
    assert wheel(pad, 2, at.toPoint())
    assert pad.view.across < 5
    assert (pad.point_of(1, 1) - at).manhattanLength() < 2
    wheel(pad, -60, at.toPoint())
    assert pad.view.across == 9


def test_the_right_button_pans_without_moving(qtbot, pad):
    found = places(pad)
    before = pad.point_of(0, 0)
    qtbot.mousePress(pad, Qt.MouseButton.RightButton, pos=QPoint(100, 100))
    qtbot.mouseMove(pad, QPoint(130, 80))
    qtbot.mouseRelease(pad, Qt.MouseButton.RightButton, pos=QPoint(130, 80))
    assert (pad.point_of(0, 0) - before).toPoint() == QPoint(30, -20)
    assert not found


def test_a_double_click_brings_the_marker_to_the_middle(qtbot, pad):
    corner = pad.point_of(2, 2).toPoint()
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseDClick(pad, Qt.MouseButton.LeftButton, pos=corner)
    assert (pad.marker().toPoint() - QPoint(SIDE // 2, SIDE // 2)).manhattanLength() <= 2


def test_a_drag_stays_on_the_pad(qtbot, pad):
    found = places(pad)
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(150, 150))
    qtbot.mouseMove(pad, QPoint(4000, -900))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(4000, -900))
    assert (found[-1].x, found[-1].y) == pytest.approx((2.5, -2.5), abs=0.02)


def test_it_says_which_place_is_under_the_pointer(qtbot, pad):
    found = []
    pad.hovered.connect(found.append)
    for point in (pad.point_of(1, 0), pad.point_of(1.2, 0.1), pad.point_of(-1, 2)):
        qtbot.mouseMove(pad, point.toPoint())
    qtbot.waitUntil(lambda: len(found) == 2)
    assert [(one.x, one.y) for one in found] == [(1, 0), (-1, 2)]


def test_a_place_that_is_told_has_no_marker_on_the_map(pad):
    pad.show_place(LatentPlace("vae", told=(1.0,) * 6))
    assert pad.marker() is None
    assert "own" in pad.words()


def test_between_empty_slots_there_is_nowhere_to_go(qtbot, pad):
    found = places(pad)
    pad.set_mode("slots")
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(150, 150))
    assert not found
    pad.set_slots(((1.0, 0.0), (), (), (0.0, 1.0)))
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=pad.point_of(0, 0).toPoint())
    assert found[-1].told[0] > 0.9
    pad.set_mode("map")
    assert pad.mode == "map"
