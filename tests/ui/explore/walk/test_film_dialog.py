"""The dialog for films: who paints, with what, how long that takes, and the film itself."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from tests.ui.conftest import write_card


@pytest.fixture
def dialog(qtbot, three):
    """The dialog, with two more styles than the studio brings."""
    write_card("ink", "Ink wash")
    write_card("moss", "Moss")
    three.walking.change("Change the film", kind="png", side=256, rate=2.0)
    qtbot.mouseClick(three.bar.export, Qt.MouseButton.LeftButton)
    return three.findChildren(type(three.export()))[0]


def choose(dialog, card):
    """Take a style as the hand does."""
    box = dialog.paint.style
    box.setCurrentIndex(box.findData(card))
    box.activated.emit(box.currentIndex())


def test_nobody_paints_until_one_says_so(dialog, tmp_path):
    assert dialog.paint.style.currentData() == ""
    assert dialog.paint.engine.isHidden()
    assert dialog.request(tmp_path / "a").paint is None
    assert "Painting" not in dialog.about.text()


def test_the_styles_that_are_there_can_be_chosen(dialog, tmp_path, editor):
    titles = [dialog.paint.style.itemText(n) for n in range(dialog.paint.style.count())]
    assert {"Ink wash", "Moss", "The Starry Night"} <= set(titles)
    choose(dialog, "starry-night")
    assert not dialog.paint.engine.isHidden()
    assert "Painting them takes about" in dialog.about.text()
    dialog.paint.engine.button("fast").click()
    asked = dialog.request(tmp_path / "a")
    assert asked.paint.engine == "fast"
    assert [one.card for one in asked.paint.styles] == ["starry-night"]
    editor.undo()
    assert dialog._walking.values.engine == "instant"


def test_fast_is_offered_only_for_what_it_has_learned(dialog, tmp_path):
    choose(dialog, "starry-night")
    dialog.paint.engine.button("fast").click()
    choose(dialog, "ink")
    assert not dialog.paint.engine.button("fast").isEnabled()
    assert dialog.request(tmp_path / "a").paint.engine == "instant"


def test_a_style_that_is_gone_paints_nothing(dialog, tmp_path):
    dialog._walking.change("Change the film", paint="gone")
    dialog._refresh()
    assert dialog.request(tmp_path / "a").paint is None


def test_every_control_is_named(dialog):
    for control in (dialog.paint.style, dialog.paint.engine):
        assert control.accessibleName()
    assert dialog.paint.style.toolTip()


def test_a_painted_film_is_written_and_shown(qtbot, three, dialog, tmp_path):
    choose(dialog, "great-wave")
    three.walking.change("Change the film", side=0)
    three.walking.take("Go faster", three.walking.values.lasting(1.0))
    dialog._own = 96
    seen = []
    three.framed.connect(lambda pixels: seen.append(pixels) if pixels is not None else None)
    target = tmp_path / "film"
    with qtbot.waitSignal(three.exported, timeout=60_000):
        dialog._chosen([target])
    painted = [np.asarray(Image.open(path)) for path in sorted(target.glob("*.png"))]
    assert len(painted) == 3
    assert painted[0].shape == (96, 96, 3)
    assert np.ptp(painted[0]) > 40
    assert seen
