"""The collector of sentences: what errors say in the code becomes templates with places."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAD = "from package.errors import StudioError, Unavailable\n"
ERRORS = "class StudioError(Exception): ...\nclass Unavailable(StudioError): ...\n"


@pytest.fixture
def sentences(monkeypatch):
    """The module of the packaging folder."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    yield import_module("sentences")
    sys.modules.pop("sentences", None)


@pytest.fixture
def found(sentences, tmp_path):
    """What is found in a package that has one more module than its errors."""

    def look(code, name="image/reader.py"):
        package = tmp_path / "package"
        module = package / name
        module.parent.mkdir(parents=True, exist_ok=True)
        (package / "errors.py").write_text(ERRORS, "utf-8")
        module.write_text(HEAD + code, "utf-8")
        sentences.sentences.cache_clear()
        return sentences.sentences(package)

    return look


def test_plain_sentences_of_every_kind_of_error_are_found_once(found):
    code = """
def one():
    raise StudioError("It is " "empty.")
def two():
    raise Unavailable("There is no sound.")
def three():
    return StudioError("It is empty.")
def four():
    raise ValueError("This is a bug.")
"""
    assert found(code) == ["It is empty.", "There is no sound."]


def test_values_become_numbered_places_and_neighbours_are_one(found):
    code = """
def one(name, size):
    raise StudioError(f"“{name[:1]}{name[1:]}” has {size:,} pixels.")
"""
    assert found(code) == ["“%1” has %2 pixels."]


def test_what_is_chosen_or_added_gives_every_case(found):
    code = """
def one(size, many):
    raise StudioError(f"At {size} px: " + (f"take {many}." if many else "crop it."))
"""
    assert found(code) == ["At %1 px: take %2.", "At %1 px: crop it."]


def test_what_fills_a_place_is_found_where_it_comes_from(found):
    code = """
CUT = "is cut short."
WHYS = {1: "is not there.", 2: "is a folder."}
KINDS = ((b"BM", "a Windows bitmap"),)
def remedy():
    if CUT:
        return "install it anew"
    return "restart the studio"
def one(path, number, error):
    reason = error.strerror or "it is no file"
    raise StudioError(f"“{path}” {CUT}")
def two(path, number, error):
    reason = error.strerror or "it is no file"
    raise StudioError(f"“{path}” cannot be read: {reason}; {remedy()}.")
def three(number):
    raise StudioError(WHYS.get(number, "cannot be read."))
def four(path):
    for magic, what in KINDS:
        raise StudioError(f"It is {what}.")
"""
    assert set(found(code)) == {
        "is cut short.",
        "is not there.",
        "is a folder.",
        "cannot be read.",
        "it is no file",
        "install it anew",
        "restart the studio",
        "“%1” cannot be read: %2; %3.",
        "a Windows bitmap",
        "It is %1.",
    }


def test_constants_and_functions_of_other_modules_are_followed(found):
    found('DAMAGED = "is damaged."\ndef gone(path):\n    return f"“{path}” is gone."\n', "parts.py")
    code = """
from package.parts import DAMAGED, gone
def one(path):
    raise StudioError(DAMAGED)
def two(path):
    raise StudioError(gone(path))
"""
    assert found(code) == ["is damaged.", "“%1” is gone."]


NOTE = """
def one(notes, many):
    notes.append(f"{count_of(many, 'line', 'lines')} were left out.")
"""


def test_what_readers_note_of_a_file_is_found_with_its_counts(found):
    assert set(found(NOTE)) == {"1 line", "%1 lines", "%1 were left out."}


def test_other_lists_of_notes_are_left_out(found):
    assert found(NOTE, "tasks/reader.py") == []


def test_what_is_translated_already_and_the_command_line_are_left_out(found):
    code = 'def one(tr):\n    raise StudioError(tr("Choose a folder."))\n'
    assert found(code, "ui/panel.py") == []
    assert found('def one():\n    raise StudioError("Give --photo.")\n', "cli_style.py") == []


def test_the_sentences_of_the_studio_are_listed_for_the_window(sentences):
    told = sentences.sentences(ROOT / "studio")
    assert len(told) > 500
    assert "“%1” cannot be opened: %2" in told
    listed = (ROOT / "resources" / "translations" / "sentences.txt").read_text("utf-8")
    assert listed.splitlines() == sorted(one for one in told if "%1" in one)


def test_every_instrument_and_drum_is_named(sentences):
    names = sentences.names(ROOT / "studio" / "music" / "instruments.py")
    assert len(names) == len(set(names))
    assert {"Piano", "Grand piano", "Standard kit", "Open triangle"} <= set(names)
