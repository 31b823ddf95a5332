"""Values of recipes and projects: frozen, finite, and refused in a sentence otherwise."""

import pytest

from studio.document.json_value import cleaned, from_json, frozen, frozen_mapping, to_json
from studio.errors import StudioError


def test_a_frozen_value_cannot_be_changed_through_what_it_was_made_from():
    source = {"list": [1, {"deep": 2}]}

    value = frozen_mapping(source)
    source["list"].append(3)

    assert value["list"] == (1, {"deep": 2})
    with pytest.raises(TypeError):
        value["list"] = ()


def test_values_come_back_from_text_as_they_were():
    value = frozen_mapping({"a": [1, 2.5, -0.0, True, None, "ö\n\u2028"], "b": {"c": 2**64}})

    assert from_json(to_json(value), "value", most=1000) == value


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        2**64 + 1,
        10**400,
        {1},
        b"bytes",
        {1: "key"},
        "\ud800",
        {"\udfff": 1},
        "x" * (2**18 + 1),
        {"x" * 4097: 1},
        object(),
    ],
)
def test_what_json_cannot_say_is_refused(value):
    with pytest.raises(StudioError):
        frozen(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "1",
        "null",
        '{"a": NaN}',
        '{"a": Infinity}',
        '{"a": -Infinity}',
        '{"a": 1e400}',
        '{"a": 1' + "0" * 400 + "}",
        '{"a": 1' + "0" * 100_000 + "}",
        '{"a": "\\ud800"}',
        '{"a":' * 33 + "1" + "}" * 33 + "x",
        '{"a":' * 60 + "1" + "}" * 60,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        "[" * 500_000,
        b"\xff\xfe{}",
        b'{"a": "\xed\xa0\x80"}',
        "{'a': 1}",
        '{"a": 1, }',
        '{"a": __import__("os")}',
    ],
)
def test_text_that_is_no_table_of_plain_values_is_refused(text):
    with pytest.raises(StudioError):
        from_json(text, "recipe", most=2**20)


def test_text_longer_than_allowed_is_not_even_parsed():
    with pytest.raises(StudioError, match="larger than 1 MiB"):
        from_json("x" * (2**20 + 1), "recipe", most=2**20)


def test_names_that_are_not_unicode_become_storable():
    assert cleaned("caf\udce9.jpg") == "caf\ufffd.jpg"
    assert len(cleaned("x" * 9000)) == 4096
