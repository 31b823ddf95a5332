"""Walks as files: what is written is read again, and nonsense is one sentence."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import AlreadyExists, StudioError
from studio.image.latent_walk import EASES, Keyframe, Walk
from studio.image.walk_file import read_walk, write_walk

NUMBERS = st.floats(-1e6, 1e6)


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    times = draw(st.lists(st.integers(0, 900), min_size=2, max_size=6, unique=True))
    keyframes = []
    for time in sorted(times):
        told = tuple(draw(st.lists(NUMBERS, max_size=3)))
        seed, x, y = draw(st.tuples(st.integers(0, 2**53 - 1), NUMBERS, NUMBERS))
        keyframes.append(
            Keyframe(time / 10, latent=told) if told else Keyframe(time / 10, seed, x, y)
        )
    last = keyframes[-1].time
    return Walk(
        tuple(keyframes),
        draw(st.floats(1, 120)),
        draw(st.sampled_from(EASES)),
        draw(st.booleans()),
        draw(st.floats(0, 1)),
        draw(st.sampled_from([0.0, last + 1])),
        draw(st.text(max_size=9)),
    )


@given(walks())
def test_what_is_written_is_read_again(walk: Walk) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.walk.json"
        write_walk(path, walk)
        assert read_walk(path) == walk


def test_a_file_is_not_replaced_by_chance(tmp_path: Path) -> None:
    path = tmp_path / "one.walk.json"
    walk = Walk((Keyframe(0.0), Keyframe(1.0, 1)))
    write_walk(path, walk)
    with pytest.raises(AlreadyExists):
        write_walk(path, walk)
    write_walk(path, Walk(walk.keyframes, rate=12), force=True)
    assert read_walk(path).rate == 12


def test_a_file_says_the_walk(tmp_path: Path) -> None:
    path = tmp_path / "walk.json"
    rows = [{"time": 0, "seed": 1}, {"time": 1.5, "x": 0.5, "y": 2}, {"time": 2, "latent": [1, 2]}]
    path.write_text(json.dumps({"rate": 12, "ease": "linear", "loop": True, "keyframes": rows}))
    assert read_walk(path) == Walk(
        (Keyframe(0.0, 1), Keyframe(1.5, 0, 0.5, 2.0), Keyframe(2.0, latent=(1.0, 2.0))),
        12.0,
        "linear",
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "", "nonsense", "[]", "3", "{}", '{"keyframes": 3}', '{"keyframes": []}',
        '{"keyframes": [{"time": 0}]}', '{"keyframes": [1, 2]}',
        '{"keyframes": [{"time": 0}, {"time": 0}]}',
        '{"keyframes": [{"time": 2}, {"time": 1}]}',
        '{"keyframes": [{"time": -1}, {"time": 1}]}',
        '{"keyframes": [{"time": 0}, {"time": 1e300}]}',
        '{"keyframes": [{"time": 0}, {"time": NaN}]}',
        '{"keyframes": [{"time": 0}, {"time": "soon"}]}',
        '{"keyframes": [{"time": 0, "seed": 1.5}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "seed": -1}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "latent": "far"}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "latent": [null]}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "x": 1e8}, {"time": 1}]}',
        '{"keyframes": [{"time": 0, "moon": 1}, {"time": 1}]}',
        '{"moon": 1, "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"ease": "moon", "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"rate": 60, "keyframes": [{"time": 0}, {"time": 3000}]}',
        '{"rate": 0, "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"loop": 3, "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"length": 0.5, "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"model": 3, "keyframes": [{"time": 0}, {"time": 1}]}',
        '{"wander": 9, "keyframes": [{"time": 0}, {"time": 1}]}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_nonsense_is_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "walk.json"
    path.write_text(text)
    with pytest.raises(StudioError) as refusal:
        read_walk(path)
    assert refusal.value.sentence.endswith(".")
    assert "\n" not in refusal.value.sentence


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="cannot be read"):
        read_walk(tmp_path / "none.json")
