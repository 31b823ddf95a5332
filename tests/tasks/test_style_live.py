"""Painting under the hand, with untrained networks of their shape."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from studio import registry
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.jobs import Step
from studio.tasks import style_cost
from studio.tasks.style import StyleChoice, StyleRequest, stylize
from studio.tasks.style_live import LivePicture, LiveStyler, can_live
from tests.image.samples import small
from tests.tasks.networks import write_networks

REQUEST = StyleRequest(engine="instant", styles=(StyleChoice("starry-night"),), size=128)


@pytest.fixture(autouse=True)
def networks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_networks(tmp_path / "networks")
    monkeypatch.setattr(registry, "models", lambda: folder)
    monkeypatch.setattr(style_cost, "memory_available", lambda: 2**36)


@pytest.fixture
def photo() -> Picture:
    pixels = small().copy()
    pixels.flags.writeable = False
    return Picture(pixels, "astronaut.png", None)


def run(
    styler: LiveStyler, request: StyleRequest, photo: Picture, sides: tuple[int, ...]
) -> tuple[LivePicture, list[Step]]:
    work = styler.paint(request, photo, sides)
    steps: list[Step] = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return end.value, steps


def test_each_size_is_shown_in_turn(photo: Picture) -> None:
    _, steps = run(LiveStyler(), REQUEST, photo, (64, 128))

    shown = [max(step.preview().shape) for step in steps if step.preview is not None]
    assert shown == [64, 128]


def test_no_size_beyond_the_asked_one_is_painted(photo: Picture) -> None:
    picture, steps = run(LiveStyler(), REQUEST, photo, (64, 256, 512))

    assert len(steps) == 2
    assert max(picture.pixels.shape) == 128
    assert picture.request.size == 128


@pytest.mark.parametrize("engine", ["instant", "adain", "fast"])
def test_at_full_size_it_is_what_the_button_paints(engine: str, photo: Picture) -> None:
    request = replace(REQUEST, engine=engine)
    live, _ = run(LiveStyler(), request, photo, (64, 128))

    work = stylize(request, photo)
    while True:
        try:
            next(work)
        except StopIteration as end:
            painted = end.value
            break

    assert np.array_equal(live.pixels, painted.pixels)
    assert live.recipe == painted.recipe


def test_what_is_kept_from_the_picture_before_changes_nothing(photo: Picture) -> None:
    used, fresh = LiveStyler(), LiveStyler()
    for strength in (0.9, 0.1):
        run(used, replace(REQUEST, strength=strength), photo, (128,))
    weak = replace(REQUEST, strength=0.3)

    one, _ = run(used, weak, photo, (128,))
    other, _ = run(fresh, weak, photo, (128,))

    assert np.array_equal(one.pixels, other.pixels)


def test_fine_does_not_follow_the_hand(photo: Picture) -> None:
    fine = replace(REQUEST, engine="fine")

    assert not can_live(fine)
    with pytest.raises(StudioError, match="takes its time"):
        run(LiveStyler(), fine, photo, (64,))
