"""A picture or words become a plan of music, by a table that can be edited."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.constraints_mask import possible
from studio.music.mood import read_mood
from studio.music.mood_music import MODES
from studio.music.theory import Key
from studio.tasks.picture_music import (
    DECISIONS,
    SEEN,
    Link,
    Mapping,
    MusicPlan,
    backing,
    read_in,
    seen_in,
)


def flat(red: int, green: int, blue: int) -> np.ndarray:
    return np.full((40, 60, 3), (red, green, blue), np.uint8)


seen_values = st.fixed_dictionaries({}, optional={name: st.floats(0, 1) for name in SEEN})


@settings(max_examples=60, deadline=None)
@given(seen_values)
def test_whatever_is_seen_can_be_written(seen: dict[str, float]) -> None:
    plan = Mapping().plan(seen)
    possible(plan.rules(4))
    song = backing(plan, 4, seed=1)
    assert song.end <= 4 * plan.metre.bar
    assert len(song.tracks[1].notes)
    assert len(song.tracks[2].notes)
    assert plan == Mapping().plan(seen)


def test_a_light_picture_is_brighter_and_higher_than_a_dark_one() -> None:
    light, dark = (Mapping().plan(seen_in(flat(n, n, n))) for n in (240, 25))
    assert MODES.index(light.key.scale) > MODES.index(dark.key.scale)
    assert light.lowest > dark.lowest


def test_a_vivid_restless_picture_is_faster_and_denser_than_a_plain_one() -> None:
    random = np.random.default_rng(3)
    vivid = Mapping().plan(seen_in(random.integers(0, 256, (80, 80, 3), np.uint8)))
    plain = Mapping().plan(seen_in(flat(130, 130, 130)))
    assert vivid.tempo > plain.tempo
    assert vivid.most > plain.most


def test_red_is_c_and_green_is_a_as_for_scriabin() -> None:
    assert Mapping().plan(seen_in(flat(230, 20, 20))).key.tonic == 0
    assert Mapping().plan(seen_in(flat(20, 200, 20))).key.tonic == 9


def test_words_decide_too() -> None:
    joyful, sad = (Mapping().plan(read_in(read_mood(word))) for word in ("joyful", "悲伤"))
    assert joyful.tempo > sad.tempo
    assert joyful.key.scale in ("major", "lydian")
    assert sad.key.scale in ("minor", "phrygian")
    assert sad.drums is None


def test_words_and_picture_add_up() -> None:
    picture = seen_in(flat(120, 120, 120))
    both = {**picture, **read_in(read_mood("furious"))}
    assert Mapping().plan(both).tempo > Mapping().plan(picture).tempo


def test_each_row_says_what_was_seen_and_what_follows() -> None:
    seen = seen_in(flat(200, 120, 40))
    rows = Mapping().rows(seen)
    assert {row.seen for row in rows} <= seen.keys()
    assert {row.decides for row in rows} == DECISIONS.keys()
    assert all(row.result for row in rows)
    tempo = next(row for row in rows if row.decides == "tempo")
    assert tempo.result == str(Mapping().plan(seen).tempo)


def test_an_edited_link_changes_its_decision_alone() -> None:
    seen = {"light": 0.9, "saturation": 0.9}
    place = next(n for n, link in enumerate(Mapping().links) if link.decides == "tempo")
    turned = Mapping().with_link(place, Link("saturation", "tempo", -0.7))
    before, after = Mapping().values(seen), turned.values(seen)
    assert after["tempo"] < before["tempo"]
    assert {n for n in before if before[n] != after[n]} == {"tempo"}
    assert Mapping().without_link(place).values(seen)["tempo"] == 0.5


def test_what_is_set_by_hand_stays_and_can_be_let_go() -> None:
    seen = {"saturation": 1.0}
    held = Mapping().with_fixed("tempo", 0.0)
    assert held.plan(seen).tempo == 52
    assert next(row for row in held.rows(seen) if row.decides == "tempo").value is None
    assert held.with_fixed("tempo", None) == Mapping()


def test_a_table_of_nonsense_is_told() -> None:
    with pytest.raises(StudioError):
        Link("smell", "tempo")
    with pytest.raises(StudioError):
        Link("light", "tempo", 3.0)
    with pytest.raises(StudioError):
        Mapping().with_fixed("tempo", 2.0)


def test_a_table_comes_back_from_a_recipe() -> None:
    table = Mapping().with_fixed("tempo", 0.25).without_link(0)
    assert Mapping.from_value(json.loads(json.dumps(table.to_value()))) == table
    odd: list[object] = [None, [], {}, {"links": [[1]], "fixed": {}}]
    for wrong in (*odd, {"links": [], "fixed": {"x": 2}}):
        with pytest.raises(StudioError):
            Mapping.from_value(wrong)


@pytest.mark.parametrize("bars", [2, 3, 8, 13])
@pytest.mark.parametrize("key", [Key(7), Key(2, "dorian"), Key(9, "minor")])
def test_a_piece_comes_home_in_its_last_bar(key: Key, bars: int) -> None:
    plan = MusicPlan(key=key, numerals="I V vi IV" if key.scale == "major" else "i VII VI v")

    chords = plan.chords(bars)

    assert plan.rules(bars).chord_at((bars - 1) * plan.metre.bar) is not None
    assert chords[-1].root == key.tonic
    assert chords[-1].pitch_classes <= key.pitch_classes
    last = (bars - 1) * plan.metre.bar
    assert chords[:-1] == tuple(c for c in plan.round(bars) if c.tick < last)[: len(chords) - 1]
