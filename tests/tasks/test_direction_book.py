"""Directions are named, made, kept and shared; files of others are looked at closely."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from studio.errors import StudioError, UnreadableFile
from studio.tasks.direction_book import (
    MOST_MADE,
    DirectionBook,
    book_of,
    keep_book,
    read_book,
    write_book,
)

SHA = "ab" * 32


def way(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(6).astype(np.float32)


def test_names_and_made_directions_are_kept_for_their_model() -> None:
    book, key = DirectionBook(SHA, 6).named("3", "older").with_made("smile", way(1))
    keep_book(book)
    again = read_book(SHA, 6)
    assert again.names == {"3": "older", key: "smile"}
    assert np.allclose(again.made[key], way(1) / np.linalg.norm(way(1)))
    assert not read_book("cd" * 32, 6).names


def test_a_name_can_be_taken_away_and_a_direction_forgotten() -> None:
    book, key = DirectionBook(SHA, 6).with_made("smile", way(1))
    assert book.named(key, "  grin ").names[key] == "grin"
    assert not book.named(key, " ").names
    rest = book.without(key)
    assert not rest.made
    assert not rest.names
    _, next_key = rest.with_made("frown", way(2))
    assert next_key == key


def test_no_direction_leads_from_a_place_to_itself() -> None:
    with pytest.raises(StudioError, match="same"):
        DirectionBook(SHA, 6).with_made("none", np.zeros(6, np.float32))


def test_there_is_an_end_to_how_many_are_made() -> None:
    book = DirectionBook(SHA, 6)
    for number in range(MOST_MADE):
        book, _ = book.with_made(str(number), way(number))
    with pytest.raises(StudioError, match="remove one"):
        book.with_made("one more", way(99))


def test_a_shared_book_joins_what_is_there(tmp_path: Path) -> None:
    mine, _ = DirectionBook(SHA, 6).named("1", "light").with_made("smile", way(1))
    theirs, _ = DirectionBook(SHA, 6).named("2", "older").with_made("beard", way(2))
    path = tmp_path / "shared.directions.json"
    write_book(theirs, path)
    both = mine.joined(book_of(path, SHA, 6))
    assert set(both.names.values()) == {"light", "older", "smile", "beard"}
    assert len(both.made) == 2
    assert len(both.joined(theirs).made) == 2  # what is there already is not doubled


def test_a_book_of_another_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.directions.json"
    write_book(DirectionBook(SHA, 6), path)
    for sha256, size in (("cd" * 32, 6), (SHA, 7)):
        with pytest.raises(StudioError, match="another model"):
            book_of(path, sha256, size)


GOOD = DirectionBook(SHA, 6).with_made("smile", way(1))[0].to_json()


@pytest.mark.parametrize(
    "wrong",
    [
        "nothing", "[]", "[" * 100_000, json.dumps({"format": "else"}),
        json.dumps({**GOOD, "made": {"own-1": [1, 2]}}), json.dumps({**GOOD, "made": 3}),
        json.dumps({**GOOD, "made": {"1": [0.0] * 6}}), json.dumps({**GOOD, "names": 3}),
        json.dumps({**GOOD, "made": {"own-1": ["x"] * 6}}), json.dumps(GOOD)[:-9],
        json.dumps({**GOOD, "made": {"own-1": [float("nan")] * 6}}),
    ],
)  # fmt: skip
def test_a_bad_file_is_one_sentence(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(wrong)
    with pytest.raises(UnreadableFile):
        book_of(path, SHA, 6)
    with pytest.raises(UnreadableFile):
        book_of(tmp_path / "missing.json", SHA, 6)
