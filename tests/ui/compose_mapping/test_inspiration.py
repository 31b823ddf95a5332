"""A picture or words become a plan in the window, and the table from one to the other is edited."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from studio.tasks.picture_music import DECISIONS, SEEN, Mapping
from studio.ui.compose_mapping import names
from studio.ui.compose_mapping.inspiration import Inspiration
from studio.ui.errands import Errands


def flat(level: int) -> np.ndarray:
    return np.full((30, 40, 3), level, np.uint8)


@pytest.fixture
def made(qtbot, disk, messages):
    one = Inspiration(Errands(disk, messages))
    qtbot.addWidget(one)
    one.resize(360, 700)
    one.show()
    return one


@pytest.fixture
def worded(made):
    made.set_words("a calm winter morning")
    return made


def chosen(qtbot, made, kind):
    qtbot.mouseClick(made.kind.button(kind), Qt.MouseButton.LeftButton)


def drag(qtbot, track, fraction):
    """Press on the track at a part of its travel, and let go."""
    place = track.rect().center()
    place.setX(round(track.along(fraction)))
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=place)


def test_every_trait_and_decision_has_a_name():
    assert names.seen_names().keys() == SEEN.keys()
    assert names.decision_names().keys() == names.meanings().keys() == DECISIONS.keys()
    assert names.results(Mapping().plan({})).keys() == DECISIONS.keys()


def test_nothing_is_followed_at_first(made):
    assert made.plan is None
    assert made.source == ""
    assert made.mapping_value() is None


def test_words_become_a_plan(qtbot, made):
    chosen(qtbot, made, "words")
    with qtbot.waitSignal(made.plan_changed) as caught:
        qtbot.keyClicks(made.words, "a sad night")
        qtbot.keyClick(made.words, Qt.Key.Key_Return)

    assert caught.args == [made.plan]
    assert made.plan.key.scale in ("minor", "phrygian")
    assert made.source == "a sad night"
    assert "sad, night" in made.told.text()


def test_chinese_words_are_read_and_unknown_ones_are_said(made):
    made.set_words("宁静 gurgly")

    assert made.plan is not None
    assert "宁静" in made.told.text()
    assert "gurgly" in made.told.text()


def test_words_without_a_mood_are_a_sentence_and_no_plan(worded):
    worded.set_words("xyzzy")

    assert worded.plan is None
    assert worded.source == ""
    assert "try" in worded.told.text()


def test_a_picture_is_looked_at_by_the_worker(qtbot, made):
    made.set_picture(flat(240), "snow.png")
    assert made.plan is None
    with qtbot.waitSignal(made.plan_changed):
        chosen(qtbot, made, "picture")
    light = made.plan
    with qtbot.waitSignal(made.plan_changed, check_params_cb=lambda plan: plan is not None):
        made.set_picture(flat(20), "coal.png")

    assert made.source == "coal.png"
    assert made.plan.lowest < light.lowest
    assert len(made.palette_view.colours) == 1


def test_without_a_picture_it_says_what_to_do(qtbot, made):
    chosen(qtbot, made, "picture")

    assert made.plan is None
    assert "no picture" in made.told.text()
    assert not made.section.isVisible()


def test_only_the_newest_picture_counts(qtbot, made):
    chosen(qtbot, made, "picture")
    made.set_picture(flat(240), "snow.png")
    made.set_picture(flat(20), "coal.png")

    qtbot.waitUntil(lambda: made.plan is not None)
    assert made.palette_view.colours[0].red == 20


def test_a_decision_is_set_by_hand_and_given_back(qtbot, worded):
    row = worded.table.rows["tempo"]
    before = worded.plan
    with qtbot.waitSignals([worded.plan_changed, worded.kept_changed]):
        drag(qtbot, row.track, 0.95)
    assert worded.plan.tempo > before.tempo
    assert row.back.isVisible()
    assert worded.mapping_value()["fixed"]["tempo"] > 0.9

    qtbot.mouseClick(row.back, Qt.MouseButton.LeftButton)

    assert worded.plan == before
    assert worded.mapping_value() is None


def test_what_decides_is_shown_and_changed(qtbot, worded):
    row = worded.table.rows["register"]
    qtbot.mouseClick(row.heading, Qt.MouseButton.LeftButton)
    link = row.rows[0]
    before = worded.plan
    with qtbot.waitSignal(worded.plan_changed):
        drag(qtbot, link.track, 0.05)

    assert link.label.text().startswith("Brightness 0.")
    assert worded.plan.lowest != before.lowest
    assert "Register" in link.track.accessibleName()


def test_keys_move_the_amount(qtbot, worded):
    link = worded.table.rows["register"].rows[0]
    worded.table.rows["register"].heading.click()
    link.track.setFocus()

    qtbot.keyClick(link.track, Qt.Key.Key_Home)

    amounts = [
        one.amount
        for one in worded.table.mapping.links
        if (one.seen, one.decides) == ("brightness", "register")
    ]
    assert amounts == [-1.0]


def test_links_are_taken_out_and_added(qtbot, worded):
    row = worded.table.rows["tempo"]
    row.heading.click()
    qtbot.mouseClick(row.rows[0].out, Qt.MouseButton.LeftButton)
    assert not row.rows
    assert worded.plan.tempo == Mapping((), ()).plan({}).tempo

    entries = row.menu().actions()
    next(one for one in entries if one.text().startswith("Gladness")).trigger()

    assert [one.label.text().split()[0] for one in row.rows] == ["Gladness"]


def test_reset_takes_the_table_of_the_studio(qtbot, worded):
    before = worded.plan
    worded.table.rows["mode"].by_hand.emit("mode", 1.0)
    assert worded.plan.key.scale == "lydian"

    qtbot.mouseClick(worded.reset, Qt.MouseButton.LeftButton)

    assert worded.plan == before


def test_the_table_is_remembered_and_a_damaged_one_passed_over(worded):
    worded.table.rows["mode"].by_hand.emit("mode", 1.0)
    kept = worded.mapping_value()
    lydian = worded.plan

    worded.set_mapping_value(None)
    assert worded.plan != lydian
    worded.set_mapping_value(kept)
    assert worded.plan == lydian
    worded.set_mapping_value({"links": "none"})
    assert worded.plan is not None


def test_every_control_has_a_name_and_a_tooltip(worded):
    worded.table.rows["mode"].heading.click()
    row = worded.table.rows["mode"]
    link = row.rows[0]
    controls = (row.heading, row.track, row.back, row.add, link.track, link.field, link.out)
    for one in (*controls, worded.words, worded.reset):
        assert one.accessibleName()
        assert one.toolTip()


def test_all_of_it_has_room_at_360_pixels(worded):
    for row in worded.table.rows.values():
        row.heading.click()

    assert worded.minimumSizeHint().width() <= 328
