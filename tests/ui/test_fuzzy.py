"""A few letters find the title that was meant."""

from hypothesis import given
from hypothesis import strategies as st

from studio.ui.fuzzy import best_first, score

TITLES = ["Save", "Save as", "Search everything", "Photo as style", "Swap sides", "Great Wave"]


def found(typed):
    return best_first(typed, TITLES, str)


def test_starts_of_words_come_first():
    assert found("sa")[0] == "Save"
    assert found("saa")[0] == "Save as"
    assert found("gw") == ["Great Wave"]


def test_words_come_in_any_order():
    assert found("wave great") == ["Great Wave"]


def test_a_missing_letter_finds_nothing():
    assert found("xyz") == []
    assert score("xyz", "Save") is None


def test_nothing_typed_keeps_the_order():
    assert found("") == TITLES


@given(st.text(max_size=20), st.text(max_size=40))
def test_any_text_is_borne(typed, title):
    value = score(typed, title)
    assert value is None or isinstance(value, float)
