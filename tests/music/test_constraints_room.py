"""Notes are written only where there is room for them, and rules go on from what is before."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.constraints import Rules, check
from studio.music.constraints_mask import Limits
from studio.music.note import Note, Notes
from tests.music.test_constraints import rules, written


def test_no_note_begins_beside_the_room():
    wanted = Rules(bars=3, fewest=3, most=5, leap=4, room=(960, 3840))
    notes = written(Limits(wanted), 1)
    assert not check(notes, wanted)
    assert notes.start.min() >= 960
    assert notes.start.max() < 3840
    assert ((notes.start >= 1920) & (notes.start < 3840)).sum() >= 3


@settings(max_examples=40, deadline=None)
@given(rules(), st.integers(0, 20), st.integers(1, 40), st.integers(0, 99))
def test_any_rules_are_kept_in_any_room(wanted, first, length, seed):
    room = (first * 120, min((first + length) * 120, wanted.end))
    if room[0] >= room[1]:
        return
    wanted = Rules(**{name: getattr(wanted, name) for name in Rules.__slots__} | {"room": room})
    try:
        limits = Limits(wanted)
    except StudioError:
        return
    assert not check(written(limits, seed), wanted)


def test_a_note_out_of_the_room_is_found():
    wanted = Rules(bars=1, room=(480, 960))
    assert [one.rule for one in check(Notes([Note(0, 120, 60)]), wanted)] == ["room"]
    assert not check(Notes([Note(480, 120, 60)]), wanted)
    assert np.array_equal([wanted.fewest_in(0)], [0])
