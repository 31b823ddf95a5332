"""What the map shows is what one finds there, once the hand rests; no picture is made in vain."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from studio import registry
from studio.image.convert import to_pixels
from studio.tasks.dreaming import Dreamer
from studio.tasks.explore import decoded
from studio.tasks.latent_place import LatentPlace
from studio.ui.explore import thumbnails as kept
from tests.training.tiny_runs import ended


@pytest.fixture
def maps(gpu):
    """The jobs by which the map is looked up, in the order in which they came."""
    found = []
    gpu.updated.connect(
        lambda update: (
            found.append(update.job)
            if update.job.title == "Map" and update.job not in found
            else None
        )
    )
    return found


@pytest.fixture
def pad(qtbot, panel, explorer):
    """The map, all of it looked up."""
    complete(qtbot, panel.pad, explorer)
    return panel.pad


def complete(qtbot, pad, explorer):
    """Wait until there is a picture for each cell as it is now."""
    qtbot.waitUntil(lambda: not pad._rest.isActive(), timeout=10_000)
    qtbot.waitUntil(
        lambda: all(explorer.thumbnails.dream(one) is not None for one in pad._shown().values()),
        timeout=30_000,
    )


def on_map(explorer, pad, column, row):
    """What is shown at a cell."""
    return explorer.thumbnails.dream(pad._shown()[column, row])


def found_there(explorer, **place):
    """What one finds when one goes there."""
    network = registry.latent("vae").network
    steps = explorer.exploring.ways
    latent = LatentPlace("vae", **place).latent(6, steps)
    return to_pixels(decoded(network, latent[None])[0])


def test_truncation_and_directions_are_those_of_the_place(qtbot, pad, panel, explorer):
    for _ in range(3):
        qtbot.keyClick(panel.place.truncation.track, Qt.Key.Key_PageDown)
    qtbot.keyClick(panel.directions.rows["2"].slider.track, Qt.Key.Key_PageUp)
    place = explorer.exploring.place
    assert place.truncation < 1
    assert dict(place.amounts)["2"] > 0
    complete(qtbot, pad, explorer)
    for column, row in ((0, 0), (1, -1), (-2, 2)):
        there = found_there(
            explorer, x=column, y=row, truncation=place.truncation, amounts=place.amounts
        )
        assert np.array_equal(on_map(explorer, pad, column, row).pixels, there)


def test_at_the_middle_of_the_space_all_of_the_map_looks_alike(qtbot, pad, panel, explorer):
    def cells():
        image = pad.grab().toImage()
        side = round(pad.view.cell * 0.6)
        spots = [pad.point_of(*at) for at in ((-1, 0), (0, 1), (1, -1))]
        return [
            image.copy(round(spot.x()) - side // 2, round(spot.y()) - side // 2, side, side)
            for spot in spots
        ]

    assert cells()[0] != cells()[1]
    qtbot.keyClick(panel.place.truncation.track, Qt.Key.Key_Home)
    assert explorer.exploring.place.truncation == 0
    complete(qtbot, pad, explorer)
    one, *others = cells()
    apart = [
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for other in others
        for x in range(4, 20, 5)
        for y in range(4, 20, 5)
    ]
    assert max(apart) <= 12


def test_a_slider_is_followed_once_it_rests(qtbot, pad, panel, explorer, maps):
    before = len(maps)
    track = panel.place.truncation.track
    middle = QPoint(track.width() // 2, track.height() // 2)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=middle)
    for number in range(12):
        qtbot.mouseMove(track, middle - QPoint(3 * number, 0))
        qtbot.waitUntil(lambda: explorer.exploring.place.truncation < 1)
    assert len(maps) == before
    assert all(one.truncation == 1 for one in pad._shown().values())
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=middle - QPoint(33, 0))
    complete(qtbot, pad, explorer)
    asked = {one.truncation for one in pad._shown().values()}
    assert asked == {explorer.exploring.place.truncation}
    truncations = {place.truncation for place in explorer.thumbnails._dreams}
    assert truncations == {1.0, explorer.exploring.place.truncation}


def test_the_pictures_of_before_stand_in_for_those_to_come(qtbot, pad, panel, explorer):
    explorer.thumbnails.set_held(True)
    qtbot.keyClick(panel.place.truncation.track, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: not pad._rest.isActive())
    (place,) = [one for at, one in pad._shown().items() if at == (1, 0)]
    assert place.truncation < 1
    assert explorer.thumbnails.dream(place) is None
    assert pad._image(place, 40) is not None
    explorer.thumbnails.set_held(False)
    complete(qtbot, pad, explorer)


def test_going_back_makes_no_picture_anew(qtbot, pad, panel, explorer, maps):
    track = panel.place.truncation.track
    qtbot.keyClick(track, Qt.Key.Key_PageDown)
    complete(qtbot, pad, explorer)
    count = len(maps)
    qtbot.keyClick(track, Qt.Key.Key_PageUp)
    complete(qtbot, pad, explorer)
    assert explorer.exploring.place.truncation == 1
    assert len(maps) == count


def test_another_direction_under_its_name_is_looked_up_anew(qtbot, pad, explorer):
    exploring = explorer.exploring
    exploring.set_made({"own-1": np.eye(6, dtype=np.float32)[0]})
    exploring.move("Go along it", amounts=(("own-1", 2.0),))
    complete(qtbot, pad, explorer)
    first = on_map(explorer, pad, 1, 1).pixels
    exploring.set_made({"own-1": np.eye(6, dtype=np.float32)[3] * 3})
    qtbot.waitUntil(lambda: explorer.thumbnails._made is exploring.made)
    complete(qtbot, pad, explorer)
    there = found_there(explorer, x=1.0, y=1.0, amounts=(("own-1", 2.0),))
    assert np.array_equal(on_map(explorer, pad, 1, 1).pixels, there)
    assert not np.array_equal(first, there)


def test_wandering_looks_nothing_up(qtbot, pad, explorer, maps):
    count = len(maps)
    for turns in (0.1, 0.2, 0.3):
        explorer.exploring.move("Wander", gesture=True, wander=0.5, turns=turns)
    assert not pad._rest.isActive()
    assert len(maps) == count


def test_melodies_are_as_free_as_the_place_says(qtbot, pad, panel, explorer):
    explorer.exploring.choose("music")
    qtbot.waitUntil(lambda: explorer.exploring.space is not None)
    explorer.exploring.move("Change the temperature", temperature=1.2)
    complete(qtbot, pad, explorer)
    shown = on_map(explorer, pad, 1, 0)
    place = LatentPlace("music", 1, temperature=1.2)
    assert shown.place == place
    (there,), _ = ended(Dreamer().dream((place,)))
    assert np.array_equal(shown.melody, there.melody)


def test_what_is_seen_is_never_forgotten(qtbot, pad, panel, explorer, maps, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 5)
    qtbot.keyClick(panel.place.truncation.track, Qt.Key.Key_PageDown)
    complete(qtbot, pad, explorer)
    qtbot.waitUntil(lambda: explorer.thumbnails._job is None)
    wished = explorer.thumbnails._wished()
    assert set(explorer.thumbnails._dreams) <= set(wished)
    assert set(map(kept.plain, pad._shown().values())) <= set(explorer.thumbnails._dreams)
