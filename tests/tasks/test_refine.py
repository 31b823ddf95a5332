"""Fine goes on from what an engine of one pass painted, with untrained networks of their shape."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from studio import registry
from studio.image.picture_file import Picture
from studio.jobs import Step
from studio.tasks import style_cost
from studio.tasks.style import StyleChoice, StyleRequest, StyleResult, stylize
from studio.tasks.style_cost import estimate, plan, start_request
from tests.image.samples import small
from tests.tasks.networks import write_networks

REQUEST = StyleRequest(
    engine="fine", start="instant", styles=(StyleChoice("starry-night"),), quality="draft", size=128
)


@pytest.fixture(autouse=True)
def networks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_networks(tmp_path / "networks")
    monkeypatch.setattr(registry, "models", lambda: folder)
    monkeypatch.setattr(style_cost, "memory_available", lambda: 2**36)


def run(request: StyleRequest) -> tuple[StyleResult, list[Step]]:
    pixels = small().copy()
    pixels.flags.writeable = False
    work = stylize(request, Picture(pixels, "astronaut.png", None))
    steps: list[Step] = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return end.value, steps


@pytest.mark.parametrize("start", ["instant", "fast"])
def test_the_recipe_names_the_start_and_its_network(start: str) -> None:
    result, _ = run(replace(REQUEST, start=start))

    assert result.recipe.request["start"] == start
    assert start in result.recipe.models
    assert max(result.pixels.shape) == 128


def test_the_start_decides_the_result() -> None:
    from_photo, _ = run(replace(REQUEST, start=""))
    refined, _ = run(REQUEST)

    assert not np.array_equal(from_photo.pixels, refined.pixels)
    again, _ = run(REQUEST)
    assert np.array_equal(refined.pixels, again.pixels)


def test_progress_never_goes_back() -> None:
    _, steps = run(REQUEST)

    progress = [step.progress for step in steps]
    assert progress == sorted(progress)
    assert any(step.label == "painting the start" for step in steps)


def test_it_skips_the_coarse_scales_that_the_start_has_decided() -> None:
    whole = plan(replace(REQUEST, start="", size=1024), (1200, 800)).stages
    refined = plan(replace(REQUEST, size=1024), (1200, 800)).stages

    assert len(refined) < len(whole)
    assert refined == whole[-len(refined) :]


def test_it_is_told_as_quicker_than_from_the_photo() -> None:
    whole = estimate(replace(REQUEST, start="", quality="good", size=512), (1200, 800))
    refined = estimate(replace(REQUEST, quality="good", size=512), (1200, 800))

    assert refined.fits
    assert refined.seconds < whole.seconds


def test_the_start_is_asked_for_without_what_fine_does_in_the_end() -> None:
    asked = start_request(replace(REQUEST, size=2048, keep_colours=0.7, encoder="vgg19"))

    assert (asked.engine, asked.start, asked.size) == ("instant", "", 512)
    assert (asked.keep_colours, asked.encoder) == (0.0, "studio")
