"""A place whose content is built when it is seen, wanted, or after a while, and only once."""

import pytest
from PySide6.QtWidgets import QLabel, QTabWidget, QWidget

from studio.ui.lazy import Lazy


@pytest.fixture
def tabs(qtbot):
    """Two tabs on the screen; a place lies behind the first."""
    made = QTabWidget()
    qtbot.addWidget(made)
    made.addTab(QLabel("First"), "First")
    made.show()
    return made


@pytest.fixture
def built():
    """What was built so far."""
    return []


@pytest.fixture
def place(tabs, built):
    """The place, behind the first tab."""

    def build(parent: QWidget) -> QWidget:
        built.append(QLabel("Second", parent))
        return built[-1]

    made = Lazy(build)
    tabs.addTab(made, "Second")
    return made


def test_nothing_is_built_while_it_lies_behind_another(qtbot, place, built):
    qtbot.wait(50)
    assert not place.filled
    assert built == []


def test_it_is_built_once_it_is_seen(qtbot, tabs, place, built):
    tabs.setCurrentWidget(place)
    qtbot.waitUntil(lambda: place.filled)
    assert built[0].isVisible()
    tabs.setCurrentIndex(0)
    tabs.setCurrentWidget(place)
    place.fill()
    qtbot.wait(50)
    assert len(built) == 1


def test_it_is_built_after_a_while_unseen(qtbot, place, built):
    place.fill_later(10)
    assert not place.filled
    qtbot.waitUntil(lambda: place.filled)
    assert len(built) == 1


def test_a_place_that_is_gone_is_not_filled(qtbot, tabs, place, built):
    place.fill_later(10)
    tabs.removeTab(1)
    place.deleteLater()
    qtbot.wait(60)
    assert built == []
