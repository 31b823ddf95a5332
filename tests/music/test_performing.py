"""Performing changes how notes sound and breaks nothing of when they are."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.music.note import Note, Notes
from studio.music.performing import LATEST, perform, phrases
from studio.music.timing import Metre, MetreMap

METRES = MetreMap([Metre(0, 4, 4)])
LINE = Notes([Note(n * 240, 240, 60 + (n * 5) % 13) for n in range(64)])

melodies = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(40, 90)), min_size=1, max_size=40
)


def line(steps: list[tuple[int, int, int]]) -> Notes:
    notes, tick = [], 0
    for wait, length, pitch in steps:
        tick += wait * 120
        notes.append(Note(tick, length * 120, pitch))
        tick += (length - 1) * 120
    return Notes(notes)


@settings(max_examples=60, deadline=None)
@given(melodies, st.floats(0, 1), st.integers(0, 99), st.booleans())
def test_nothing_leaves_its_bar_or_sounds_into_another(steps, amount, seed, still):
    notes = line(steps)
    played = perform(notes, METRES, amount, seed, still=still)

    assert played.pitch.tolist() == notes.pitch.tolist()
    assert (np.abs(played.start - notes.start) <= LATEST).all()
    assert (played.start // 1920 == notes.start // 1920).all()
    ends = played.start + played.length
    assert (ends <= notes.start + notes.length).all()
    before = (notes.start + notes.length)[:-1] <= notes.start[1:]
    assert (ends[:-1] <= played.start[1:])[before].all()
    if still or not amount:
        assert np.array_equal(played.start, notes.start)


def test_the_same_seed_plays_the_same_and_another_does_not():
    assert perform(LINE, METRES, 0.5, 3) == perform(LINE, METRES, 0.5, 3)
    assert perform(LINE, METRES, 0.5, 3) != perform(LINE, METRES, 0.5, 4)


def test_without_a_hand_there_are_the_accents_of_the_metre_alone():
    played = perform(LINE, METRES, 0.0, 1)
    assert np.array_equal(played.length, LINE.length)
    loud = {place: played.velocity[(LINE.start % 1920) == place * 480] for place in range(4)}
    assert loud[0].min() > loud[2].max() > loud[1].max()
    assert loud[1].min() > played.velocity[(LINE.start % 480) != 0].max()


def test_high_notes_are_louder_and_phrases_swell():
    played = perform(LINE, METRES, 1.0, 1)
    assert np.corrcoef(LINE.pitch, played.velocity)[0, 1] > 0.2
    flat = Notes([Note(n * 480, 480, 60) for n in range(16)])
    swell = perform(flat, METRES, 1.0, 2).velocity
    assert swell[6:12].mean() > swell[:3].mean()


def test_a_repeated_note_is_separated():
    notes = Notes([Note(0, 480, 60), Note(480, 480, 60), Note(960, 480, 62)])
    played = perform(notes, METRES, 1.0, 1, still=True)
    assert played.length[0] < played.length[1]


def test_phrases_end_with_a_rest_or_a_long_note_before_a_bar():
    rest = Notes([Note(0, 480, 60), Note(480, 480, 62), Note(1920, 480, 64)])
    long = Notes([Note(0, 480, 60), Note(480, 1440, 62), Note(1920, 480, 64)])
    plain = Notes([Note(n * 480, 480, 60) for n in range(40)])
    assert phrases(rest, METRES).tolist() == [0, 0, 1]
    assert phrases(long, METRES).tolist() == [0, 0, 1]
    assert phrases(plain, METRES)[[15, 16, 32]].tolist() == [0, 1, 2]


def test_notes_beside_and_firm_places_are_respected():
    off = Notes([Note(120 + n * 480, 120, 60) for n in range(20)])
    beside = Notes([Note(n * 480, 120, 50) for n in range(20)])
    assert (perform(off, METRES, 1.0, 1, beside=beside).start >= off.start).all()
    assert (perform(off, METRES, 1.0, 1, firm=off.start.tolist()).start >= off.start).all()
    assert (perform(off, METRES, 1.0, 1).start < off.start).any()


def test_nothing_is_played_where_nothing_is():
    assert not len(perform(Notes(), METRES, 1.0))
