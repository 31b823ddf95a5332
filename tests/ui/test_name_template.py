"""File names from a template, safe on every system."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from studio.ui import name_template
from studio.ui.name_template import expand, free_path, slug

VALUES = {"photo": "harbour", "style": "great-wave"}


def test_fields_are_filled_in():
    assert expand("{photo}-{style}-{n}", VALUES, 3) == "harbour-great-wave-03"


def test_an_unknown_field_stays_as_typed():
    assert expand("{foto}", VALUES, 1) == "{foto}"


def test_what_no_file_name_may_hold_goes():
    assert expand("a/b:c*{photo}", VALUES, 1) == "a-b-c-harbour"
    assert expand("..", VALUES, 1) == "picture"
    assert expand("con", VALUES, 1) == "con-"


@given(st.text(max_size=300))
def test_any_template_is_one_plain_name(template):
    name = expand(template, VALUES, 1)
    assert name
    assert Path(name).name == name
    assert len(name) <= 121


def test_the_first_free_number(tmp_path):
    (tmp_path / "harbour-01.png").touch()
    taken = {tmp_path / "harbour-02.png"}
    assert free_path(tmp_path, "{photo}-{n}", VALUES, ".png", taken).name == "harbour-03.png"


def test_without_a_number_an_existing_file_is_asked_about(tmp_path):
    (tmp_path / "harbour.png").touch()
    path = free_path(tmp_path, "{photo}", VALUES, ".png", set())
    assert path.name == "harbour.png"
    assert free_path(tmp_path, "{photo}", VALUES, ".png", {path}).name == "harbour-02.png"


def test_titles_become_plain_words():
    assert slug("Composition VII + The Kiss") == "composition-vii-the-kiss"
    assert slug("音画") == "音画"


def test_braces_in_a_literal_are_no_field():
    assert name_template.literal("{n}") == "(n)"
