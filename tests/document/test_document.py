"""The document: every change is a new value, and impossible documents cannot be made."""

import pytest

from studio.document.document import Document, EmbeddedCard
from studio.errors import StudioError
from tests.document.samples import document, layer, picture


def test_an_empty_document_shows_nothing():
    empty = Document.empty()

    assert empty.is_empty
    assert empty.shown_pixels() is None
    assert empty.with_settings("style", {"seed": 1}).is_empty


def test_a_new_photo_is_shown_and_the_history_stays():
    before = document()

    after = before.with_photo(picture("other.jpg"))

    assert after.shown is None
    assert after.results == before.results
    assert after.shown_pixels() is after.photo.pixels
    assert before.shown == "layer-2"


def test_a_result_is_appended_and_shown():
    first = layer(seed=1)
    before = Document.empty().with_result(first)

    after = before.with_result(layer(seed=2))

    assert [result.id for result in after.results] == ["layer-1", "layer-2"]
    assert after.shown == "layer-2"
    assert before.results == (first,)
    assert before.shown_pixels() is first.pixels


def test_a_result_can_join_without_being_shown():
    assert Document.empty().with_result(layer(), shown=False).shown is None


def test_a_finished_result_takes_the_place_of_its_partial_one():
    done = layer(seed=3)

    after = document().with_result(done)

    assert after.result("layer-3") is done
    assert len(after.results) == 4


@pytest.mark.parametrize(
    ("gone", "shown"), [("layer-2", "layer-1"), ("layer-1", "layer-2"), ("nobody", "layer-2")]
)
def test_removing_the_shown_result_shows_its_neighbour(gone, shown):
    assert document().without_result(gone).shown == shown


def test_removing_the_last_result_shows_the_photo():
    only = Document.empty().with_result(layer())

    assert only.without_result("layer-1").shown is None


def test_a_star_changes_one_result_only():
    before = document()

    after = before.with_starred("layer-1", True)

    assert after.result("layer-1").starred
    assert not before.result("layer-1").starred
    assert after.result("layer-3") is before.result("layer-3")


def test_what_changes_nothing_gives_the_same_document():
    same = document()

    assert same.with_starred("layer-2", True) is same
    assert same.with_shown("layer-2") is same
    assert same.without_result("nobody") is same
    assert same.without_card("nobody") is same
    assert same.with_settings("style", dict(same.settings["style"])) is same


def test_settings_are_frozen():
    values = {"strength": 0.5, "styles": ["a"]}
    made = Document.empty().with_settings("style", values)

    values["styles"].append("b")

    assert made.settings["style"] == {"strength": 0.5, "styles": ("a",)}
    with pytest.raises(TypeError):
        made.settings["style"]["strength"] = 1.0


def test_a_card_of_the_same_id_is_replaced():
    after = document().with_card(EmbeddedCard("mein-stil", b"new"))

    assert [card.data for card in after.cards] == [b"new"]
    assert after.without_card("mein-stil").cards == ()


def test_documents_are_compared_by_identity():
    assert document() != document()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Document(shown="nobody"),
        lambda: Document(results=(layer(seed=1), layer(seed=1))),
        lambda: Document(settings={"style": {"x": float("nan")}}),
        lambda: Document(cards=(EmbeddedCard("a", b""), EmbeddedCard("a", b""))),
        lambda: EmbeddedCard("caf\udce9", b""),
        lambda: EmbeddedCard("", b""),
    ],
)
def test_an_impossible_document_is_refused(make):
    with pytest.raises(StudioError):
        make()


def test_showing_what_is_not_there_is_a_bug():
    with pytest.raises(KeyError):
        document().with_shown("nobody")
