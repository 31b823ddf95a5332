"""The maps between a slider's travel and its value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ui.widgets.scale import Scale

SCALES = [
    Scale(0.0, 1.0),
    Scale(0.25, 4.0, "log2"),
    Scale(0.001, 10.0, "log"),
    Scale(0.01, 1.0, "log", off=True),
]


@pytest.mark.parametrize("scale", SCALES)
@given(position=st.floats(0.1, 1.0))
def test_position_and_value_are_inverse(scale, position):
    assert scale.position(scale.value(position)) == pytest.approx(position)


@pytest.mark.parametrize("scale", SCALES)
def test_the_ends_are_the_bounds(scale):
    assert scale.value(1.0) == pytest.approx(scale.maximum)
    assert scale.value(0.0) == (0.0 if scale.off else pytest.approx(scale.minimum))


def test_octaves_are_even():
    scale = Scale(0.25, 4.0, "log2")
    assert scale.value(0.5) == pytest.approx(1.0)
    assert scale.position(2.0) == pytest.approx(0.75)


def test_values_beyond_the_ends_lie_at_the_ends():
    scale = Scale(0.25, 4.0, "log2")
    assert scale.position(100.0) == 1.0
    assert scale.position(-3.0) == 0.0


def test_off_is_zero_and_the_rest_begins_at_the_minimum():
    scale = Scale(0.01, 1.0, "log", off=True)
    assert scale.position(0.0) == 0.0
    assert scale.value(0.06) == pytest.approx(0.01)


@pytest.mark.parametrize("bounds", [(1.0, 1.0, "linear"), (0.0, 1.0, "log"), (0, 1, "cubic")])
def test_senseless_scales_are_refused(bounds):
    with pytest.raises(ValueError, match="scale"):
        Scale(*bounds)
