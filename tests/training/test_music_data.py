"""Tunes as arrays: cached, near copies known for what they are, and never on two sides."""

from pathlib import Path

import numpy as np
import pytest

from studio.errors import StudioError
from studio.music.melody_grid import FIRST
from studio.training.music_data import SIDES, MelodySet, books_folder, read_melodies, tune_files
from studio.training.music_data_families import families_of, shingles_of, side_of
from tests.music.tunes import tune

TUNES = """X:{n}
T:Tune {n}
M:6/8
L:1/8
K:D
{body}

"""


def folder_of(tmp_path: Path) -> Path:
    folder = tmp_path / "tunes"
    folder.mkdir()
    bodies = ["dfa afd|gec dBA|", "c2A F3|(3DEF A2 d|", "A2d d2f|e3 A3|"]
    text = "".join(TUNES.format(n=n, body=body * 3) for n, body in enumerate(bodies))
    (folder / "some.abc").write_text(text)
    return folder


def same(one: MelodySet, other: MelodySet) -> bool:
    return (
        one.names == other.names
        and np.array_equal(one.side, other.side)
        and all(
            np.array_equal(a.symbols, b.symbols)
            and np.array_equal(a.place, b.place)
            and (a.key, a.metre, a.begin, a.exact) == (b.key, b.metre, b.begin, b.exact)
            for a, b in zip(one.grids, other.grids, strict=True)
        )
    )


def test_tunes_come_back_from_the_cache(tmp_path: Path) -> None:
    folder, cache = folder_of(tmp_path), tmp_path / "cache"
    first = read_melodies(folder, cache=cache)
    kept = list(cache.iterdir())

    again = read_melodies(folder, cache=cache)

    assert len(first.grids) == 3
    assert first.grids[0].metre == (6, 8)
    assert first.grids[0].key.name == "D major"
    assert same(first, again)
    assert list(cache.iterdir()) == kept


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    folder, cache = folder_of(tmp_path), tmp_path / "cache"
    first = read_melodies(folder, cache=cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:200])

    assert same(read_melodies(folder, cache=cache), first)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    folder, cache = folder_of(tmp_path), tmp_path / "cache"
    read_melodies(folder, cache=cache)
    with (folder / "some.abc").open("a") as file:
        file.write(TUNES.format(n=9, body="abc def|"))

    assert len(read_melodies(folder, cache=cache).grids) == 4


def test_a_folder_without_tunes_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="abc"):
        tune_files(tmp_path)
    (tmp_path / "empty.abc").write_text("no tune\n")
    with pytest.raises(StudioError, match="tune"):
        read_melodies(tmp_path, cache=tmp_path / "cache")


def test_the_books_are_found_without_importing_their_library() -> None:
    folder = books_folder()

    assert folder is not None
    assert len(tune_files()) > 1000


def test_a_tune_and_its_copies_are_one_family() -> None:
    one, other, third = (tune(seed, bars=16).symbols for seed in (1, 2, 3))
    moved = np.where(one >= FIRST, one + 5, one)
    changed = other.copy()
    changed[:16] = tune(9).symbols[:16]

    family = families_of([one, other, moved, third, changed]).tolist()

    assert family[0] == family[2]
    assert family[1] == family[4]
    assert len({family[0], family[1], family[3]}) == 3


def test_shingles_do_not_know_the_rhythm() -> None:
    symbols = tune(1).symbols
    slower = np.repeat(symbols, 2)
    slower[1::2] = 1  # each symbol, then hold

    assert np.array_equal(shingles_of(symbols), shingles_of(slower))


def test_a_family_is_on_one_side_whatever_else_there_is() -> None:
    family = np.array([0, 1, 0, 3, 1])
    names = ["a", "b", "c", "d", "e"]

    side = side_of(family, names)

    assert side[0] == side[2]
    assert side[1] == side[4]
    assert side_of(np.array([0, 1]), ["z", "a"])[1] == side[0]
    many = side_of(np.arange(4000), [f"book/{n}" for n in range(4000)])
    share = np.bincount(many, minlength=len(SIDES)) / 4000
    assert share == pytest.approx([0.9, 0.05, 0.05], abs=0.02)
