"""At which size one pass decides its picture, how much of the style, and in what tiles."""

import pytest

from studio.image.one_pass_plan import (
    FULL,
    MOST,
    TILES,
    amount,
    base_size,
    choose_tile,
    memory_needed,
    pixels_painted,
    statistics_side,
)


@pytest.mark.parametrize("engine", ["instant", "adain", "fast"])
def test_a_print_is_decided_at_the_size_of_its_preview(engine: str) -> None:
    assert base_size(engine, (2731, 4096), 1.0) == base_size(engine, (341, 512), 1.0)


def test_a_larger_style_is_decided_on_fewer_pixels() -> None:
    assert base_size("fast", (1000, 1500), 2.0) == (171, 256)


def test_a_smaller_style_is_decided_on_more_by_fast_alone() -> None:
    assert base_size("fast", (1000, 1500), 0.5) == (683, 1024)
    assert base_size("instant", (1000, 1500), 0.5) == (341, 512)


def test_instant_measures_a_smaller_style_smaller_instead() -> None:
    assert statistics_side((400, 400), 0.5) == 200
    assert statistics_side((400, 400), 2.0) == 400


@pytest.mark.parametrize("size", [(8, 4096), (4096, 8), (33, 33)])
@pytest.mark.parametrize("style_size", [0.25, 1.0, 4.0])
def test_a_base_is_never_a_thread(size: tuple[int, int], style_size: float) -> None:
    for engine in ("instant", "fast"):
        assert min(base_size(engine, size, style_size)) >= 32


def test_strength_goes_from_the_photo_beyond_the_style() -> None:
    assert [amount(0.0), amount(FULL), amount(1.0)] == [0, 1, MOST]
    steps = [amount(i / 100) for i in range(101)]
    assert steps == sorted(steps)


def test_a_preview_is_painted_once_and_a_print_twice() -> None:
    assert pixels_painted((341, 512), (341, 512)) == 341 * 512
    assert pixels_painted((2000, 3000), (341, 512)) == 341 * 512 + 2000 * 3000


def test_less_memory_means_smaller_tiles() -> None:
    size, base = (2731, 4096), (341, 512)
    found = [choose_tile(size, base, memory_needed(size, base, tile)) for tile in TILES]

    assert found == list(TILES)
    assert choose_tile(size, base, memory_needed(size, base, TILES[-1]) - 1) is None
