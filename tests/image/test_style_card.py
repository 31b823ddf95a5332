"""Cards as the gallery sees them: words and thumbnail, and what is not a card."""

import hashlib
import pickle
from pathlib import Path

import numpy as np
import pytest
import torch

from studio.errors import UnreadableFile
from studio.image.style_card import (
    CARD_SUFFIX,
    CARD_VERSION,
    MOST_BYTES,
    bundled_folder,
    card_problems,
    find_card,
    identifier_for,
    list_cards,
    own_folder,
    read_info,
)
from tests.image.cards import WORDS, altered, card, declared, hostile_pickle, thumbnail


def tensor_of(data: bytes) -> torch.Tensor:
    return torch.tensor(list(data), dtype=torch.uint8)


def test_words_and_thumbnail_come_back(tmp_path: Path) -> None:
    path = card(tmp_path)

    info = read_info(path)

    assert {key: getattr(info, key) for key in WORDS} == WORDS
    assert info.path == path
    assert info.own
    assert info.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert info.thumbnail.shape == (16, 24, 3)
    assert info.thumbnail.dtype == np.uint8
    assert not info.thumbnail.flags.writeable
    assert np.abs(info.thumbnail.astype(int) - (200, 120, 40)).max() < 8


def test_a_card_that_changed_is_read_again(tmp_path: Path) -> None:
    path = card(tmp_path)
    before = read_info(path)
    altered(path, lambda words: words.update(title="A longer title than before"))

    assert read_info(path).title == "A longer title than before"
    assert read_info(path).sha256 != before.sha256


def test_bundled_cards_are_sound_and_name_their_works() -> None:
    cards = list_cards()

    assert len(cards) >= 12
    assert card_problems() == ()
    assert not any(info.own for info in cards)
    assert all(info.title and info.artist and info.year for info in cards)
    assert len({info.id for info in cards}) == len(cards)
    assert all(info.path.name == f"{info.id}{CARD_SUFFIX}" for info in cards)
    assert all(float(info.thumbnail.std()) > 10 for info in cards)


def test_the_users_cards_come_after_the_bundled_ones() -> None:
    card(own_folder(), WORDS | {"id": "mine", "title": "Aaa"})

    cards = list_cards()

    assert (cards[-1].id, cards[-1].own) == ("mine", True)
    titles = [info.title.casefold() for info in cards if not info.own]
    assert titles == sorted(titles)


def test_a_bundled_id_wins_over_the_users() -> None:
    taken = list_cards()[0]
    card(own_folder(), WORDS | {"id": taken.id})

    assert [info for info in list_cards() if info.id == taken.id] == [taken]
    assert find_card(taken.id) == taken


def test_a_card_is_found_by_its_id_whatever_its_file_is_called() -> None:
    path = card(own_folder(), WORDS | {"id": "mine"})
    path = path.rename(path.with_name(f"Downloaded (2){CARD_SUFFIX}"))

    found = find_card("mine")

    assert found is not None
    assert found.path == path


@pytest.mark.parametrize(
    "name", ["", "gone", "../mine", "/etc/passwd", "a" * 5000, "a\0b", "\ud800"]
)
def test_another_name_finds_nothing(name: str) -> None:
    assert find_card(name) is None


def test_a_damaged_card_is_left_out_and_told() -> None:
    card(own_folder(), WORDS | {"id": "mine"})
    broken = own_folder() / f"broken{CARD_SUFFIX}"
    broken.write_bytes(b"nothing")

    assert [info.id for info in list_cards() if info.own] == ["mine"]
    assert len(card_problems()) == 1
    assert broken.name in card_problems()[0]


@pytest.mark.parametrize("cut", [0, 1, 7, 8, 100, 0.5, -1])
def test_a_truncated_card_is_a_sentence(tmp_path: Path, cut: float) -> None:
    path = card(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(cut * len(data)) if isinstance(cut, float) else int(cut)])

    with pytest.raises(UnreadableFile, match=r"great-wave\.card\.safetensors"):
        read_info(path)


@pytest.mark.parametrize(
    "text",
    [
        "not JSON",
        "",
        "null",
        "[]",
        "7",
        "{}",
        '{"version": 1}',
        '{"version": 1, "id": "a", "title": "b"}',
        '{"version": 1, "id": "../../etc", "title": "b", "artist": "", "year": ""}',
        '{"version": 1, "id": ["a"], "title": "b", "artist": "", "year": ""}',
        '{"version": 1, "id": "a", "title": "   ", "artist": "", "year": ""}',
        '{"version": 1, "id": "a", "title": 7, "artist": "", "year": ""}',
        '{"version": null, "id": "a", "title": "b", "artist": "", "year": ""}',
        '{"version": Infinity, "id": "a", "title": "b", "artist": "", "year": ""}',
        '{"version": NaN, "id": "a", "title": "b", "artist": "", "year": ""}',
        '{"version": 1e999, "id": "a", "title": "b", "artist": "", "year": ""}',
        "[" * 100_000,
        '{"version": ' + "9" * 5000 + "}",
    ],
    ids=lambda text: text[:60],
)
def test_odd_words_are_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableFile, match="damaged or no style card"):
        read_info(altered(card(tmp_path), text))


@pytest.mark.parametrize("version", [CARD_VERSION + 1, 10**400])
def test_a_newer_card_is_told_apart(tmp_path: Path, version: int) -> None:
    path = altered(card(tmp_path), lambda words: words.update(version=version))

    with pytest.raises(UnreadableFile, match="newer studio"):
        read_info(path)


def test_words_of_any_length_are_cut(tmp_path: Path) -> None:
    path = altered(card(tmp_path), lambda words: words.update(title="x" * 10**6, year=1831))

    info = read_info(path)

    assert (len(info.title), info.year) == (200, "1831")


@pytest.mark.parametrize(
    "packed",
    [
        thumbnail(kind="PNG"),
        thumbnail(kind="GIF"),
        thumbnail()[:200],
        thumbnail(1025, 8),
        declared(30_000, 30_000),
        declared(2000, 2000),
        b"",
        b"\0" * 100,
    ],
    ids=["png", "gif", "truncated", "wide", "bomb", "large", "empty", "zeros"],
)
def test_a_thumbnail_is_a_small_sound_jpeg(tmp_path: Path, packed: bytes) -> None:
    path = altered(card(tmp_path), tensors={"thumbnail": tensor_of(packed)})

    with pytest.raises(UnreadableFile, match="style card"):
        read_info(path)


@pytest.mark.parametrize("tensor", [None, torch.ones(3, 3), torch.ones(4, dtype=torch.bfloat16)])
def test_no_thumbnail_or_another_tensor_in_its_place_is_a_sentence(
    tmp_path: Path, tensor: torch.Tensor | None
) -> None:
    with pytest.raises(UnreadableFile, match="style card"):
        read_info(altered(card(tmp_path), tensors={"thumbnail": tensor}))


def test_a_pickle_is_not_executed(tmp_path: Path) -> None:
    path, made = tmp_path / f"evil{CARD_SUFFIX}", tmp_path / "executed"
    path.write_bytes(hostile_pickle(made))

    with pytest.raises(UnreadableFile, match="evil"):
        read_info(path)
    assert not made.exists()
    pickle.loads(path.read_bytes()).close()  # the trap is real
    assert made.exists()


def test_a_file_too_large_for_a_card_is_not_read(tmp_path: Path) -> None:
    path = card(tmp_path)
    with path.open("r+b") as file:
        file.truncate(MOST_BYTES + 1)

    with pytest.raises(UnreadableFile, match="style card"):
        read_info(path)


def test_a_folder_and_no_file_are_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / f"folder{CARD_SUFFIX}"
    folder.mkdir()

    for path in (
        folder,
        tmp_path / "gone",
        tmp_path / "a\0b",
        tmp_path / "\ud800",
        Path("a" * 999),
    ):
        with pytest.raises(UnreadableFile, match="cannot be read"):
            read_info(path)


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ("The Great Wave", "the-great-wave"),
        ("  Große  Pinie!  ", "groe-pinie"),
        ("Café — 1888", "cafe-1888"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 500, "x" * 48),
    ],
)
def test_an_id_is_a_plain_file_name(title: str, identifier: str) -> None:
    assert identifier_for(title) == identifier


@pytest.mark.parametrize("title", ["神奈川沖浪裏", "!!!", "\udcff"])
def test_a_title_without_latin_letters_has_an_id_too(title: str) -> None:
    assert identifier_for(title).startswith("style-")
    assert identifier_for(title) == identifier_for(title) != identifier_for(title + "?")


def test_cards_need_their_folder_not(studio_home: Path) -> None:
    assert not own_folder().exists()
    assert all(bundled_folder() in info.path.parents for info in list_cards())
