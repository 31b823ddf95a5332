"""The weights of a mix."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from studio.ui.widgets.style_weights import StyleWeights
from tests.ui.widgets.test_style_gallery import STYLES


@pytest.fixture
def weights(qtbot):
    made = StyleWeights()
    qtbot.addWidget(made)
    return made


def test_one_style_needs_no_weights(weights):
    weights.set_styles(STYLES[:1])
    assert weights.isHidden()
    weights.set_styles([])
    assert weights.isHidden()


def test_several_styles_have_a_row_each(weights):
    weights.set_styles(STYLES[:3], {"wave": 0.5})
    assert not weights.isHidden()
    assert weights.weights() == {"mine": 1.0, "wave": 0.5, "night": 1.0}


def test_moving_one_tells_all(qtbot, weights):
    weights.set_styles(STYLES[:2])
    weights.show()
    changed, committed = [], []
    weights.weightsChanged.connect(changed.append)
    weights.weightsCommitted.connect(committed.append)
    qtbot.keyClick(weights.slider("wave").track, Qt.Key.Key_Home)
    assert changed == committed == [{"mine": 1.0, "wave": 0.0}]


def test_a_weight_is_kept_when_styles_are_added(weights):
    weights.set_styles(STYLES[:2], {"wave": 0.3})
    weights.set_styles(STYLES[:3])
    assert weights.weights()["wave"] == pytest.approx(0.3)


def test_setting_weights_says_nothing(qtbot, weights):
    weights.set_styles(STYLES[:2])
    with qtbot.assertNotEmitted(weights.weightsChanged):
        weights.set_weights({"wave": 0.2, "nobody": 3.0})
    assert weights.weights() == {"mine": 1.0, "wave": 0.2}


def test_a_style_can_be_taken_out(qtbot, weights):
    weights.set_styles(STYLES[:2])
    weights.show()
    button = weights.findChildren(QToolButton)[1]
    with qtbot.waitSignal(weights.removeRequested) as caught:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert caught.args == ["wave"]
    assert button.accessibleName() == "Take Great Wave out"
