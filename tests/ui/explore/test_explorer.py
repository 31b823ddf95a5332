"""Exploring in the window: the canvas follows the hand and is given back."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from studio.document.layer import Layer
from studio.image.inversion import InversionPlan
from studio.image.latent import analogy, slerp
from studio.image.picture_file import read_picture
from studio.tasks.direction_book import read_book
from studio.tasks.dream_recipe import place_of
from studio.tasks.latent_place import LatentPlace
from studio.ui import style_settings
from studio.ui.explore.values import ExploreValues
from tests.ui.conftest import make_picture
from tests.ui.events import drop, pixels

LEFT = Qt.MouseButton.LeftButton


def settled(qtbot, explorer):
    """Wait until what is seen is what stands at the place."""
    exploring = explorer.exploring
    qtbot.waitUntil(
        lambda: exploring.dream is not None and exploring.dream.place == exploring.place,
        timeout=20_000,
    )
    return exploring.dream


def drag(qtbot, pad, *points):
    qtbot.mousePress(pad, LEFT, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(pad, point)
    qtbot.mouseRelease(pad, LEFT, pos=points[-1])


def at(pad, x, y):
    return pad.point_of(x, y).toPoint()


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def fill(qtbot, explorer, *seeds):
    """Put the dreams of seeds by, in one slot after the other."""
    for number, seed in enumerate(seeds):
        explorer.exploring.go("Go", LatentPlace("vae", seed))
        settled(qtbot, explorer)
        qtbot.mouseClick(explorer.panel.slots.slots[number], LEFT)


def test_the_panel_is_built_when_it_is_first_wanted(qtbot, dreaming, explorer):
    assert not explorer.place.filled
    assert dreaming.docks[5] in dreaming.tabifiedDockWidgets(dreaming.docks[1])
    alt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(dreaming, Qt.Key.Key_E, alt)
    assert explorer.place.filled
    qtbot.waitUntil(lambda: not explorer.panel.visibleRegion().isEmpty())


def test_with_nothing_open_it_dreams_at_once(qtbot, dreaming, explorer):
    explorer.open()
    settled(qtbot, explorer)
    assert explorer.shows
    qtbot.waitUntil(lambda: dreaming.workbench.shows_dream)


def test_with_a_photo_open_it_waits_for_a_touch_but_shows_its_map(qtbot, panel, explorer):
    qtbot.waitUntil(lambda: explorer.thumbnails.dream(LatentPlace("vae", 0)) is not None)
    qtbot.waitUntil(lambda: explorer.thumbnails.dream(LatentPlace("vae", 0, 1.0, 1.0)) is not None)
    assert not explorer.exploring.active


def test_a_drag_moves_between_seeds_and_the_canvas_follows(qtbot, panel, explorer, dreaming):
    seen = []
    explorer.exploring.dreamt.connect(seen.append)
    pad = panel.pad
    drag(qtbot, pad, at(pad, 0, 0), at(pad, 0.5, 0.25), at(pad, 1.5, 1.25))
    place = explorer.exploring.place
    assert (place.x, place.y) == pytest.approx((1.5, 1.25), abs=0.02)
    dream = settled(qtbot, explorer)
    assert seen
    assert dreaming.workbench.strip.title.text() == "vae · seed 0"
    assert dreaming.workbench.strip.details.text() == "32 × 32"
    assert np.array_equal(dream.latent, place.latent(6, {}))
    assert "1.5 across" in pad.accessibleDescription()


def test_a_drag_is_one_step_to_undo(qtbot, panel, explorer, editor):
    pad = panel.pad
    drag(qtbot, pad, at(pad, 1, 0), at(pad, 1.2, 0.5), at(pad, 2, 1))
    drag(qtbot, pad, at(pad, -1, 0), at(pad, -1, -1))
    editor.undo()
    assert (explorer.exploring.place.x, explorer.exploring.place.y) == pytest.approx(
        (2, 1), abs=0.02
    )
    editor.undo()
    assert explorer.exploring.place == LatentPlace("vae")
    editor.redo()
    assert explorer.exploring.place.x == pytest.approx(2, abs=0.02)


def test_the_canvas_has_the_dreams_own_shape_and_goes_back(qtbot, panel, explorer, dreaming):
    canvas = dreaming.workbench.canvas
    canvas.zoom_to(3.0)
    before = canvas.view()
    assert before.picture == (48, 32)
    explorer.exploring.begin()
    settled(qtbot, explorer)
    assert canvas.view().picture == (1024, 1024)
    assert canvas.is_fitted()
    assert not canvas.can_compare()
    assert "vae · seed 0" in canvas.accessibleDescription()
    qtbot.keyClick(panel.pad, Qt.Key.Key_Escape)
    assert not explorer.exploring.active
    assert canvas.view() == before
    assert dreaming.workbench.strip.title.text() == "harbour"


def test_a_dream_is_seen_as_it_is(qtbot, panel, explorer, dreaming):
    explorer.exploring.begin()
    dream = settled(qtbot, explorer)
    seen = dreaming.workbench.canvas.grab().toImage()
    middle = seen.pixelColor(seen.width() // 2, seen.height() // 2)
    expected = dream.large[dream.large.shape[0] // 2, dream.large.shape[1] // 2]
    assert np.abs(np.array(middle.getRgb()[:3]) - expected).max() <= 3


def history(window):
    window.history.strip.showRequested.emit(window.editor.document.results[0].id)


def photo(window):
    window.intake.use_as_photo(make_picture(seed=4))


def slider(window):
    window.editor.edit("Change", style_settings.with_values(window.editor.document, {"seed": 3}))


def brush(window):
    window.brushing.toggle()


def painting(window):
    window.paint()


@pytest.mark.parametrize("act", [history, photo, brush, painting])
def test_it_gives_way_to_what_else_comes_to_the_canvas(qtbot, panel, explorer, dreaming, act):
    dreaming.editor.edit("Add", dreaming.editor.document.with_result(Layer(pixels=pixels())))
    explorer.exploring.begin()
    settled(qtbot, explorer)
    act(dreaming)
    assert not explorer.exploring.active
    assert not dreaming.workbench.shows_dream


def test_it_gives_way_to_a_live_painting_and_puts_it_away(qtbot, panel, explorer, dreaming):
    document = style_settings.with_cards(dreaming.editor.document, ["ink"])
    dreaming.editor.reset(document)
    dreaming.live.wake()
    qtbot.waitUntil(lambda: dreaming.live.full is not None)
    qtbot.keyClick(panel.pad, Qt.Key.Key_Right)
    settled(qtbot, explorer)
    qtbot.waitUntil(lambda: dreaming.workbench.shows_dream)
    assert not dreaming.live.showing
    values = style_settings.with_values(dreaming.editor.document, {"strength": 0.3})
    dreaming.editor.edit("Change strength", values)
    qtbot.waitUntil(lambda: dreaming.live.showing)
    assert not explorer.exploring.active


def test_slots_are_filled_gone_to_and_emptied(qtbot, panel, explorer, editor):
    fill(qtbot, explorer, 3, 9)
    first = explorer.exploring.slots[0]
    assert np.allclose(first, LatentPlace("vae", 3).latent(6, {}))
    qtbot.mouseClick(panel.slots.slots[0], LEFT)
    assert explorer.exploring.place.told == first
    assert np.allclose(settled(qtbot, explorer).latent, first)
    panel.slots.slots[1].setFocus()
    qtbot.keyClick(panel.slots.slots[1], Qt.Key.Key_Delete)
    assert explorer.exploring.slots[1] == ()
    editor.undo()
    assert explorer.exploring.slots[1]


def test_between_two_slots_there_is_a_line(qtbot, panel, explorer):
    fill(qtbot, explorer, 3, 9)
    qtbot.mouseClick(panel.mode.button("slots"), LEFT)
    pad = panel.pad
    drag(qtbot, pad, at(pad, 0, 2), at(pad, 2, 2))
    half = explorer.exploring.place.told
    assert np.allclose(half, slerp(*explorer.exploring.slots[:2], 0.5), atol=0.05)
    drag(qtbot, pad, at(pad, 2, 1), at(pad, 2, 4))
    assert explorer.exploring.place.told == half
    drag(qtbot, pad, at(pad, 2, 1), QPoint(pad.width() + 90, 20))
    assert explorer.exploring.place.told == explorer.exploring.slots[1]
    assert pad.marker() is not None


def test_arithmetic_waits_for_three_slots(qtbot, panel, explorer):
    fill(qtbot, explorer, 1, 2)
    assert not panel.arithmetic.isEnabled()
    fill(qtbot, explorer, 1, 2, 3)
    explorer.exploring.put_by(0, explorer.exploring.slots[0])
    assert panel.arithmetic.isEnabled()
    qtbot.mouseClick(panel.arithmetic, LEFT)
    a, b, c = (np.array(slot, np.float32) for slot in explorer.exploring.slots[:3])
    assert np.allclose(explorer.exploring.place.told, analogy(a, b, c))


def test_a_direction_moves_and_can_be_called_what_it_does(qtbot, panel, explorer):
    row = panel.directions.rows["2"]
    qtbot.keyClick(row.slider.track, Qt.Key.Key_Right)
    far = dict(explorer.exploring.place.amounts)["2"]
    assert far > 0
    type_into(qtbot, row.slider.field, "-4.5")
    assert dict(explorer.exploring.place.amounts) == {"2": -4.5}
    latent = settled(qtbot, explorer).latent
    step = explorer.exploring.space.steps["2"]
    assert np.allclose(latent, LatentPlace("vae").latent(6, {}) - 4.5 * step, atol=1e-5)
    type_into(qtbot, row.name, "older")
    space = explorer.exploring.space
    qtbot.waitUntil(lambda: read_book(space.sha256, space.size).names == {"2": "older"})
    assert row.slider.track.accessibleName() == "older"


def test_a_direction_is_made_of_two_slots_named_and_forgotten(qtbot, panel, explorer):
    fill(qtbot, explorer, 3, 9)
    panel.directions.make.menu().aboutToShow.emit()
    actions = panel.directions.make.menu().actions()
    assert [one.text() for one in actions] == ["From A to B", "From B to A"]
    actions[0].trigger()
    row = panel.directions.rows["own-1"]
    assert row.name.text() == "B − A"
    type_into(qtbot, row.name, "smile")
    type_into(qtbot, row.slider.field, "2")
    explorer.exploring.go("Go", replace(explorer.exploring.place, told=explorer.exploring.slots[0]))
    a, b = (np.array(slot, np.float32) for slot in explorer.exploring.slots[:2])
    qtbot.waitUntil(
        lambda: np.allclose(
            explorer.exploring.dream.latent,
            a + 2 * (b - a) / np.linalg.norm(b - a),
            atol=1e-4,
        )
    )
    qtbot.mouseClick(row.forget, LEFT)
    assert "own-1" not in panel.directions.rows
    assert explorer.exploring.place.amounts == ()


def test_directions_are_shared_as_a_file_and_a_bad_one_is_a_sentence(
    qtbot, panel, explorer, dreaming, tmp_path
):
    explorer.books.rename("1", "brighter")
    path = tmp_path / "mine.directions.json"
    explorer.books.share(path)
    qtbot.waitUntil(path.is_file)
    explorer.books.rename("1", "")
    explorer.books.take_in(path)
    qtbot.waitUntil(lambda: panel.directions.rows["1"].name.text() == "brighter")
    path.write_text("{")
    explorer.books.take_in(path)
    qtbot.waitUntil(lambda: any("damaged" in text for text in dreaming.messages.texts()))


def test_a_real_picture_that_is_dropped_is_found(qtbot, panel, explorer, editor, tmp_path):
    from skimage import data

    path = tmp_path / "cat.jpg"
    Image.fromarray(data.chelsea()).save(path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    before = editor.document.photo
    drop(panel, mime)
    qtbot.waitUntil(lambda: bool(explorer.exploring.place.told), timeout=20_000)
    assert editor.document.photo is before
    assert explorer.exploring.active
    settled(qtbot, explorer)
    editor.undo()
    assert not explorer.exploring.place.told


def test_what_is_no_picture_is_one_sentence(qtbot, panel, dreaming, tmp_path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"nothing")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop(panel.finder.well, mime)
    qtbot.waitUntil(lambda: len(dreaming.messages.texts()) == 1)


def test_a_search_is_seen_on_the_canvas_and_can_be_stopped(qtbot, panel, explorer, dreaming):
    explorer.exploring.choose("gan")
    settled(qtbot, explorer)
    with qtbot.waitSignal(explorer.finding.previewed, timeout=20_000):
        qtbot.mouseClick(panel.finder.photo, LEFT)
    assert panel.finder.progress.isVisibleTo(panel.finder)
    assert "Searching" in dreaming.workbench.strip.title.text()
    qtbot.mouseClick(panel.finder.cancel, LEFT)
    assert not panel.finder.progress.isVisibleTo(panel.finder)
    assert not explorer.exploring.place.told


def test_a_search_ends_where_the_picture_is(qtbot, panel, explorer):
    explorer.exploring.choose("gan")
    settled(qtbot, explorer)
    explorer.finding.plan = InversionPlan(steps=3, first=8)
    explorer.find_photo()
    qtbot.waitUntil(lambda: bool(explorer.exploring.place.told), timeout=20_000)
    assert len(explorer.exploring.place.told) == 5


def test_keep_puts_it_into_the_history_with_its_place(qtbot, panel, explorer, editor):
    explorer.exploring.go("Go", LatentPlace("vae", 7, 0.5, amounts=(("1", 2.0),)))
    dream = settled(qtbot, explorer)
    qtbot.mouseClick(panel.keep.keep, LEFT)
    qtbot.waitUntil(lambda: len(editor.document.results) == 1)
    layer = editor.document.shown_result
    assert layer.size == (1024, 1024)
    assert layer.name == "vae · seed 7"
    assert np.allclose(place_of(layer.recipe).told, dream.latent)
    assert layer.recipe.models == {"vae": explorer.exploring.space.sha256}
    assert not explorer.exploring.active
    panel.window().history.settings_wanted.emit(layer.recipe)
    assert np.allclose(settled(qtbot, explorer).latent, dream.latent)


def test_paint_it_makes_it_the_photo_and_brings_styles_forward(qtbot, panel, explorer, dreaming):
    before = dreaming.editor.document.photo
    explorer.exploring.begin()
    settled(qtbot, explorer)
    qtbot.mouseClick(panel.keep.paint, LEFT)
    qtbot.waitUntil(lambda: dreaming.editor.document.photo is not before)
    assert dreaming.editor.document.photo.size == (1024, 1024)
    qtbot.waitUntil(lambda: not dreaming.style_panel.visibleRegion().isEmpty())
    dreaming.editor.undo()
    assert dreaming.editor.document.photo is before


def test_what_leaves_the_window_is_what_is_seen(qtbot, panel, explorer, dreaming, tmp_path):
    explorer.exploring.begin()
    settled(qtbot, explorer)
    assert dreaming.outlets.keeping.live_shown
    acted = []
    dreaming.outlets.keeping.keep_then(lambda: acted.append(dreaming.editor.document.shown_result))
    qtbot.waitUntil(lambda: bool(acted))
    assert acted[0].recipe.task == "explore"
    assert not dreaming.outlets.keeping.live_shown


def test_wandering_strays_and_comes_to_rest_as_one_step(qtbot, panel, explorer, editor):
    seen = []
    explorer.exploring.dreamt.connect(lambda dream: seen.append(dream.place.turns))
    qtbot.mouseClick(panel.place.play, LEFT)
    qtbot.waitUntil(lambda: len(set(seen)) > 3, timeout=20_000)
    qtbot.mouseClick(panel.place.play, LEFT)
    place = explorer.exploring.place
    assert place.wander > 0
    assert place.turns > 0
    editor.undo()
    assert explorer.exploring.place.turns == 0


def test_a_broken_model_says_so_once(qtbot, panel, explorer, dreaming, models):
    (models / "broken.safetensors").write_bytes(b"nothing")
    panel.refresh_models()
    explorer.exploring.choose("broken")
    qtbot.waitUntil(lambda: not explorer.exploring.active, timeout=20_000)
    qtbot.waitUntil(lambda: len(dreaming.messages.texts()) == 1)
    explorer.exploring.choose("vae")
    qtbot.waitUntil(lambda: explorer.exploring.space is not None)


def test_places_of_another_model_are_left_behind(qtbot, panel, explorer, dreaming):
    fill(qtbot, explorer, 3)
    qtbot.mouseClick(panel.slots.slots[0], LEFT)
    assert explorer.exploring.place.told
    explorer.exploring.choose("gan")
    assert explorer.exploring.place.told == ()
    assert explorer.exploring.slots == ((),) * 4
    settled(qtbot, explorer)
    assert not dreaming.messages.texts()


def test_a_place_that_the_model_cannot_have_is_a_sentence(qtbot, panel, explorer, dreaming):
    values = ExploreValues(LatentPlace("vae", told=(1.0,) * 9), ((1.0,) * 9, (), (), ()), "vae")
    document = dreaming.editor.document.with_settings("explore", values.to_json())
    dreaming.editor.edit("Bring", document)
    assert explorer.exploring.slots == ((),) * 4
    explorer.exploring.begin()
    qtbot.waitUntil(lambda: any("another model" in text for text in dreaming.messages.texts()))
    qtbot.mouseClick(panel.slots.slots[0], LEFT)
    explorer.exploring.begin()
    assert len(dreaming.messages.texts()) == 1
    qtbot.mouseClick(panel.place.back, LEFT)
    settled(qtbot, explorer)


def test_seed_dice_and_reset(qtbot, panel, explorer):
    type_into(qtbot, panel.place.seed, "12")
    type_into(qtbot, panel.place.across, "0.5")
    assert (explorer.exploring.place.seed, explorer.exploring.place.x) == (12, 0.5)
    qtbot.mouseClick(panel.place.dice, LEFT)
    assert explorer.exploring.place.seed != 12
    assert explorer.exploring.place.x == 0
    qtbot.mouseClick(panel.place.back, LEFT)
    assert explorer.exploring.place == LatentPlace("vae")


def test_a_kept_dream_can_be_read_again(qtbot, panel, explorer, dreaming, tmp_path):
    from studio.image.picture_file import write_picture

    explorer.exploring.begin()
    settled(qtbot, explorer)
    explorer.keeping.keep()
    qtbot.waitUntil(lambda: len(dreaming.editor.document.results) == 1)
    layer = dreaming.editor.document.results[0]
    path = tmp_path / "dream.png"
    write_picture(path, layer.pixels, recipe=layer.recipe.to_text())
    assert read_picture(path).recipe is not None


def test_melodies_are_seen_as_notes_and_have_their_own_section(qtbot, panel, explorer, dreaming):
    assert explorer.parts.tunes.isHidden()
    explorer.exploring.choose("music")
    dream = settled(qtbot, explorer)
    assert dream.melody is not None
    qtbot.waitUntil(lambda: not explorer.parts.tunes.isHidden())
    assert panel.keep.isHidden()
    assert dreaming.workbench.strip.details.text() == "2 bars"
    qtbot.waitUntil(lambda: explorer.thumbnails.image(LatentPlace("music", 1), 40) is not None)
    explorer.leave()
    assert not dreaming.workbench.shows_dream


def test_the_walk_lies_below_the_canvas_while_the_panel_is_seen(qtbot, panel, explorer, dreaming):
    qtbot.waitUntil(explorer.parts.walk.isVisible)
    dreaming.docks[1].raise_()
    qtbot.waitUntil(explorer.parts.walk.isHidden)


def test_a_folder_of_ones_own_can_be_trained_from_the_panel(qtbot, panel, explorer):
    qtbot.mouseClick(panel.model.train, LEFT)
    qtbot.waitUntil(lambda: explorer.own.dialog.isVisible())
    explorer.own.dialog.close()


def test_every_control_of_the_panel_has_a_name(qtbot, panel, dreaming):
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    nameless = [
        one
        for kind in kinds
        for one in panel.findChildren(kind)
        if not (one.accessibleName() or getattr(one, "text", str)())
        and not one.objectName().startswith("qt_")
    ]
    assert not nameless


def test_pictures_of_models_that_are_gone_are_those_of_one_that_is_here(explorer, editor):
    values = ExploreValues(LatentPlace("gone", 3, told=(1.0,)))
    editor.edit("Bring", editor.document.with_settings("explore", values.to_json()))
    names = [spec.name for spec in explorer.exploring.models()]
    assert explorer.exploring.place.model == names[0]
    assert explorer.exploring.place.told == ()
