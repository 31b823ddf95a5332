"""The shares of a polygon's corners: they sum to one, and the way back is exact."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ui.widgets import polygon

counts = st.integers(2, 5)


@given(counts, st.floats(0, 2 * math.pi), st.floats(0, 1.5))
def test_shares_sum_to_one_and_lead_back(count, turn, far):
    point = polygon.inside(count, (far * math.cos(turn), far * math.sin(turn)))
    shares = polygon.shares_at(count, point)
    assert min(shares) >= 0
    assert sum(shares) == pytest.approx(1)
    assert polygon.mean(shares) == pytest.approx(point, abs=1e-4)


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_a_corner_has_all_and_the_middle_equal_shares(count):
    for index, corner in enumerate(polygon.corners(count)):
        assert polygon.shares_at(count, corner)[index] == pytest.approx(1)
    assert polygon.shares_at(count, (0, 0)) == pytest.approx([1 / count] * count)


@pytest.mark.parametrize("count", [3, 4, 5])
def test_between_two_corners_only_they_share(count):
    first, second = polygon.corners(count)[:2]
    shares = polygon.shares_at(count, ((first[0] + second[0]) / 2, (first[1] + second[1]) / 2))
    assert shares[:2] == pytest.approx((0.5, 0.5))
    assert shares[2:] == (0.0,) * (count - 2)


def test_many_points_at_once_have_the_same_shares():
    x, y = np.array([[0.1, -0.2]]), np.array([[0.0, 0.3]])
    found = polygon.shares(5, x, y)
    assert found.shape == (5, 1, 2)
    np.testing.assert_allclose(found[:, 0, 1], polygon.shares_at(5, (-0.2, 0.3)), atol=1e-6)


def test_a_mix_that_no_point_has_stands_at_the_mean_of_its_corners():
    assert polygon.mean([1, 0, 1, 0]) == pytest.approx((0, 0))
    assert polygon.mean([0, 0, 0]) == (0, 0)
