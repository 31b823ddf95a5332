"""Words become a mood and the mood music; unknown words are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.mood import Feeling, read_mood
from studio.music.mood_music import (
    MODES,
    PROGRESSIONS,
    density_of,
    key_of,
    mode_of,
    progression_of,
    register_of,
    tempo_of,
)
from studio.music.mood_words import WORDS
from studio.music.theory import SCALES, Key

shares = st.floats(0, 1)


def test_glad_words_are_gladder_than_sad_ones() -> None:
    for glad, sad in (("joyful", "sad"), ("快乐", "悲伤"), ("peaceful", "angry"), ("希望", "绝望")):
        assert read_mood(glad).feeling.valence > read_mood(sad).feeling.valence


def test_stirred_words_are_stirred() -> None:
    for stirred, calm in (("furious", "calm"), ("兴奋", "宁静"), ("dance", "lullaby")):
        assert read_mood(stirred).feeling.energy > read_mood(calm).feeling.energy


def test_several_words_meet_in_the_middle() -> None:
    both = read_mood("joyful and sad").feeling
    assert read_mood("sad").feeling.valence < both.valence < read_mood("joyful").feeling.valence


def test_both_languages_may_stand_together() -> None:
    mood = read_mood("宁静而忧伤的夜晚, a little hopeful")
    assert mood.known == ("宁静", "忧伤", "夜晚", "hopeful")
    assert mood.unknown == ()


def test_stronger_weaker_and_not_are_heard() -> None:
    plain = read_mood("dark").feeling.darkness
    assert read_mood("very dark").feeling.darkness >= plain
    assert read_mood("slightly dark").feeling.darkness < plain
    assert read_mood("not sad").feeling.valence > 0.5
    assert read_mood("不悲伤").feeling.valence > 0.5


def test_words_are_known_by_their_stem() -> None:
    assert read_mood("joyfully").feeling == read_mood("joyful").feeling
    assert read_mood("storms").known == ("storms",)


def test_unknown_words_are_told() -> None:
    mood = read_mood("a calm xylograph 钢筋")
    assert mood.unknown == ("xylograph", "钢筋")
    assert "xylograph" in mood.sentence
    assert read_mood("calm").sentence == ""


@pytest.mark.parametrize("text", ["", "   ", "qwerty", "12 !?", "钢筋", "very not"])
def test_words_without_a_mood_are_told(text: str) -> None:
    with pytest.raises(StudioError, match="mood"):
        read_mood(text)


@given(st.text(max_size=60))
def test_any_text_is_a_mood_or_a_sentence(text: str) -> None:
    try:
        assert read_mood(text).known
    except StudioError as problem:
        assert "mood" in problem.sentence  # noqa: PT017


def test_every_word_lies_within_the_axes() -> None:
    assert len(WORDS) > 200
    for place in WORDS.values():
        Feeling(*place)


def test_every_progression_can_be_played_in_its_key() -> None:
    for one in PROGRESSIONS:
        assert one.scale in SCALES
        chords = one.chords(Key(2, one.scale), 1920, 8)
        assert [chord.tick for chord in chords] == [n * 1920 for n in range(8)]
        assert isinstance(one.feeling, Feeling)


@given(shares, shares)
def test_every_mode_and_key_colour_exists(brightness: float, colour: float) -> None:
    scale = mode_of(brightness)
    assert scale in MODES
    assert -4 <= key_of(scale, colour).fifths <= 4


@given(shares, shares)
def test_more_is_never_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert tempo_of(low) <= tempo_of(high)
    assert register_of(low) <= register_of(high)
    assert density_of(low, 4) <= density_of(high, 4)
    assert MODES.index(mode_of(low)) <= MODES.index(mode_of(high))


def test_sad_chords_are_chosen_for_sad_words() -> None:
    sad, glad = read_mood("sad lonely").feeling, read_mood("joyful").feeling
    assert progression_of("minor", sad).feeling.valence < 0.4
    assert progression_of("major", glad).feeling.valence > 0.8
    assert progression_of("blues", sad).scale == "minor"
