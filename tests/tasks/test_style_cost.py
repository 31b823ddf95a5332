"""What a run will take: it rises with the wish, never raises, and names what does fit."""

import json
import math
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studio.errors import StudioError, WontFit
from studio.image.convert import fit_size
from studio.image.fine_plan import TILES, memory_needed, memory_working
from studio.image.style_map import PLANES, StyleMap
from studio.paths import state_dir
from studio.tasks import style_cost
from studio.tasks.style_cost import (
    estimate,
    plan,
    remember_memory,
    remember_speed,
    seconds_a_step,
)
from studio.tasks.style_request import StyleRequest

SIZES = (64, 128, 256, 362, 512, 724, 1024, 1448, 2048, 2896, 4096)
REQUEST = StyleRequest()


@pytest.fixture(autouse=True)
def plenty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests decide how much memory is free, whatever this machine has."""
    free(monkeypatch, 2**40)


def free(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(style_cost, "memory_available", lambda: count)


@pytest.mark.parametrize("photo", [(4000, 3000), (300, 400), (100, 100), (1600, 900)])
@pytest.mark.parametrize("quality", ["draft", "good", "print"])
@pytest.mark.parametrize("encoder", ["studio", "vgg19"])
def test_time_and_memory_rise_with_the_size(
    photo: tuple[int, int], quality: str, encoder: str
) -> None:
    asked = [estimate(StyleRequest(quality=quality, encoder=encoder, size=s), photo) for s in SIZES]

    assert all(one.fits for one in asked)
    assert all(a.seconds < b.seconds and a.memory < b.memory for a, b in pairwise(asked))
    assert all(a.tiles <= b.tiles for a, b in pairwise(asked))


def test_time_rises_with_quality_and_with_the_encoder() -> None:
    times = [
        estimate(replace(REQUEST, quality=q), (400, 300)).seconds
        for q in ("draft", "good", "print")
    ]

    assert times == sorted(times)
    assert len(set(times)) == 3
    assert times[1] < estimate(replace(REQUEST, encoder="vgg19"), (400, 300)).seconds


def test_the_sentence_says_minutes_and_gigabytes() -> None:
    found = estimate(REQUEST, (4000, 3000))

    match = re.fullmatch(r"(\d+):(\d\d) · (\d+\.\d) GB", found.sentence)
    assert match is not None
    assert int(match[1]) * 60 + int(match[2]) == max(1, round(found.seconds))
    assert float(match[3]) == pytest.approx(found.memory / 1e9, abs=0.05)


@given(
    st.integers(1, 60_000),
    st.integers(1, 60_000),
    st.integers(64, 4096),
    st.integers(0, 2**34),
    st.sampled_from(["studio", "vgg19"]),
)
def test_it_never_raises_and_what_fits_can_be_planned(
    width: int, height: int, size: int, memory: int, encoder: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        free(patch, memory)
        request = StyleRequest(size=size, encoder=encoder)
        found = estimate(request, (width, height))
        if found.fits:
            planned = plan(request, (width, height))
            assert (planned.height, planned.width) == fit_size((height, width), size)
            assert found.memory <= memory
            assert math.isfinite(found.seconds)
            assert found.seconds > 0
        else:
            with pytest.raises(StudioError, match=re.escape(found.sentence)):
                plan(request, (width, height))


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        ((1, 1), "too small"),
        ((1, 4000), "too small"),
        ((7, 7), "too small"),
        ((20_000, 10), "crop it"),
        ((10, 20_000), "crop it"),
        ((2000, 100), "at least"),
    ],
)
def test_a_photo_that_shows_nothing_is_a_sentence(photo: tuple[int, int], words: str) -> None:
    found = estimate(REQUEST, photo)

    assert not found.fits
    assert words in found.sentence
    with pytest.raises(StudioError, match=words):
        plan(REQUEST, photo)


@given(st.integers(8, 20_000), st.integers(8, 20_000), st.integers(64, 4096))
@example(1024, 41, 512)
def test_the_size_that_is_advised_for_a_strip_does_serve(
    width: int, height: int, size: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        free(patch, 2**40)
        found = estimate(StyleRequest(size=size), (width, height))
        advised = re.search(r"at least (\d+) px", found.sentence)
        if advised:
            assert not found.fits
            assert estimate(StyleRequest(size=int(advised[1])), (width, height)).fits


@pytest.mark.parametrize("photo", [(4000, 3000), (3000, 4000), (8000, 700)])
@pytest.mark.parametrize("encoder", ["studio", "vgg19"])
def test_too_large_a_wish_names_a_size_that_does_fit(
    monkeypatch: pytest.MonkeyPatch, photo: tuple[int, int], encoder: str
) -> None:
    free(monkeypatch, int((0.7 if encoder == "studio" else 2.3) * 2**30))
    request = StyleRequest(size=4096, encoder=encoder)

    with pytest.raises(WontFit) as caught:
        plan(request, photo)

    named = re.search(r"up to (\d+) px fit now", caught.value.sentence)
    assert named is not None
    assert plan(replace(request, size=int(named[1])), photo).tile in TILES
    assert 64 <= int(named[1]) < 4096


def test_no_size_is_named_that_would_be_too_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    photo = (4096, 100)
    rows, columns = fit_size((100, 4096), 1400)
    free(monkeypatch, memory_needed(rows, columns, TILES[-1]) + style_cost._RESERVE - 1)

    with pytest.raises(WontFit) as caught:
        plan(StyleRequest(size=1400), photo)

    assert "up to" not in caught.value.sentence
    assert "GB of memory are needed" in caught.value.sentence


def test_without_any_memory_it_says_how_much_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch, 0)

    with pytest.raises(WontFit, match=r"\d\.\d GB of memory are needed"):
        plan(REQUEST, (400, 300))


def test_less_memory_means_smaller_tiles(monkeypatch: pytest.MonkeyPatch) -> None:
    request = StyleRequest(size=2048)
    wide = plan(request, (2000, 2000))
    rows, columns = wide.height, wide.width
    free(monkeypatch, memory_needed(rows, columns, 512) + style_cost._RESERVE)

    assert plan(request, (2000, 2000)).tile == 512 < wide.tile
    assert estimate(request, (2000, 2000)).memory == memory_needed(rows, columns, 512)


def test_a_measured_speed_is_kept_for_its_encoder() -> None:
    before = seconds_a_step("vgg19")

    remember_speed("studio", 0.125)

    assert seconds_a_step("studio") == 0.125
    assert seconds_a_step("vgg19") == before
    remember_speed("vgg19", 3.0)
    assert (seconds_a_step("studio"), seconds_a_step("vgg19")) == (0.125, 3.0)


def test_a_faster_machine_is_told_less_time() -> None:
    slow = estimate(REQUEST, (400, 300)).seconds
    remember_speed("studio", seconds_a_step("studio") / 10)

    assert estimate(REQUEST, (400, 300)).seconds < slow


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "[]",
        "null",
        '{"studio": null}',
        '{"studio": "fast"}',
        '{"studio": [1]}',
        '{"studio": NaN}',
        '{"studio": Infinity}',
        '{"studio": 0}',
        '{"studio": -1}',
        '{"studio": 1e9}',
        '{"studio": ' + "9" * 400 + "}",
        "[" * 100_000,
        "\ud800".encode("utf-8", "surrogatepass"),
    ],
    ids=lambda text: text[:20],
)
def test_a_damaged_memory_of_the_speed_is_forgotten(text: str | bytes) -> None:
    expected = seconds_a_step("studio")
    state_dir().mkdir(parents=True)
    file = state_dir() / "speed.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())

    assert seconds_a_step("studio") == expected
    assert estimate(REQUEST, (400, 300)).fits
    remember_speed("studio", 0.5)
    assert json.loads(file.read_text()) == {"studio": 0.5}


def test_a_speed_that_cannot_be_kept_is_no_error(studio_home: Path) -> None:
    studio_home.write_bytes(b"a file where the folder would be")

    remember_speed("studio", 0.5)

    assert seconds_a_step("studio") != 0.5


def test_a_run_that_took_more_memory_raises_the_next_estimate_at_once() -> None:
    planned = plan(REQUEST, (400, 300))
    foretold = memory_working(planned.height, planned.width, planned.tile)
    before = estimate(REQUEST, (400, 300)).memory

    remember_memory("studio", planned, round(1.5 * foretold))

    assert estimate(REQUEST, (400, 300)).memory == pytest.approx(before + 0.5 * foretold, rel=1e-6)


def test_a_run_that_took_less_lowers_it_by_half() -> None:
    planned = plan(REQUEST, (400, 300))
    foretold = memory_working(planned.height, planned.width, planned.tile)
    before = estimate(REQUEST, (400, 300)).memory

    remember_memory("studio", planned, round(0.8 * foretold))

    assert estimate(REQUEST, (400, 300)).memory == pytest.approx(before - 0.1 * foretold, rel=1e-6)


def test_measured_memory_makes_tiles_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    request = StyleRequest(size=2048)
    wide = plan(request, (2000, 2000))
    needed = memory_needed(wide.height, wide.width, wide.tile)
    free(monkeypatch, needed + style_cost._RESERVE)
    assert plan(request, (2000, 2000)).tile == wide.tile

    remember_memory("studio", wide, round(1.2 * needed))

    assert plan(request, (2000, 2000)).tile < wide.tile


def test_a_style_map_needs_some_memory() -> None:
    planes = np.zeros((PLANES, 30, 40), np.uint8)
    planes[1, :10] = 255
    painted = replace(REQUEST, style_map=StyleMap(planes).to_text())

    assert estimate(painted, (400, 300)).memory > estimate(REQUEST, (400, 300)).memory


PLANNED = """
import resource
import psutil
from studio.tasks.style_cost import estimate, plan
from studio.tasks.style_request import StyleRequest

request = StyleRequest(size=2048)
free = plan(request, (2000, 2000)).tile
limit = psutil.Process().memory_info().vms + 1600 * 2**20
resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))
found = estimate(request, (2000, 2000))
print(free, plan(request, (2000, 2000)).tile, found.fits, found.memory)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_under_a_limit_set_on_the_process_the_plan_takes_smaller_tiles() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLANNED], capture_output=True, text=True, timeout=60, check=True
    )

    free_tile, tile, fits, memory = done.stdout.split()
    assert int(tile) < int(free_tile)
    assert fits == "True"
    assert int(memory) < 1600 * 2**20
