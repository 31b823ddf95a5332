"""What a run will do: its scales, its weights and what it costs, without torch."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.image.fine_plan import (
    STEPS,
    TILES,
    choose_tile,
    content_weight,
    memory_needed,
    pixel_steps,
    plan_stages,
    smoothness_weight,
    style_share,
)

SIDES = st.integers(32, 4096)
QUALITIES = tuple(STEPS)
SLIDER = [n / 20 for n in range(21)]


@given(SIDES, SIDES, st.sampled_from(QUALITIES))
def test_scales_grow_and_end_at_the_size(height: int, width: int, quality: str) -> None:
    stages = plan_stages(height, width, quality)

    assert (stages[-1].height, stages[-1].width) == (height, width)
    for small, large in pairwise(stages):
        assert large.side / small.side == pytest.approx(math.sqrt(2), rel=0.05)
    assert all(stage.steps >= 1 and min(stage.height, stage.width) >= 1 for stage in stages)


@given(SIDES, SIDES, st.sampled_from(QUALITIES), st.floats(1, 5000))
def test_going_on_begins_near_the_size_of_what_is_there(
    height: int, width: int, quality: str, begin: float
) -> None:
    whole = plan_stages(height, width, quality)
    stages = plan_stages(height, width, quality, begin=begin)

    assert stages == whole[-len(stages) :]
    if len(stages) < len(whole):
        nearest = min(whole, key=lambda stage: abs(math.log(stage.side / begin)))
        assert stages[0].side == pytest.approx(nearest.side, rel=0.05)


@given(SIDES, SIDES)
def test_no_scale_is_narrower_than_the_encoder_sees(height: int, width: int) -> None:
    assert all(min(stage.height, stage.width) >= 32 for stage in plan_stages(height, width, "good"))


@pytest.mark.parametrize("size", [(64, 64), (362, 512), (724, 1024), (4096, 4096)])
def test_more_quality_costs_more(size: tuple[int, int]) -> None:
    costs = [pixel_steps(plan_stages(*size, quality)) for quality in ("draft", "good", "print")]

    assert costs == sorted(costs)
    assert len(set(costs)) == 3


@pytest.mark.parametrize("quality", QUALITIES)
def test_a_larger_picture_costs_more(quality: str) -> None:
    sizes = (64, 128, 256, 512, 724, 1024, 1448, 2048, 4096)
    costs = [pixel_steps(plan_stages(side * 3 // 4, side, quality)) for side in sizes]

    assert costs == sorted(costs)


def test_more_strength_leaves_content_less_weight() -> None:
    weights = [content_weight(strength) for strength in SLIDER]

    assert all(a > b > 0 for a, b in pairwise(weights))


def test_more_strength_gives_the_style_more_of_the_target_until_it_has_all() -> None:
    shares = [style_share(strength) for strength in SLIDER]

    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert all(a < b or a == b == 1.0 for a, b in pairwise(shares))


def test_smoothness_is_off_at_0_and_rises() -> None:
    weights = [smoothness_weight(smoothness) for smoothness in SLIDER]

    assert weights[0] == 0.0
    assert all(a < b for a, b in pairwise(weights))


def test_more_memory_is_needed_for_larger_pictures_tiles_and_encoders() -> None:
    assert memory_needed(512, 512, 768) < memory_needed(1024, 1024, 768)
    assert memory_needed(1024, 1024, 256) < memory_needed(1024, 1024, 768)
    assert memory_needed(512, 512, 768) < memory_needed(512, 512, 768, 4.2)


@given(SIDES, SIDES, st.integers(0, 2**36))
def test_the_chosen_tile_is_the_largest_that_fits(height: int, width: int, free: int) -> None:
    tile = choose_tile(height, width, free)

    fitting = [tile for tile in TILES if memory_needed(height, width, tile) <= free]
    assert tile == (max(fitting) if fitting else None)
