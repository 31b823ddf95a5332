"""Painted films: each frame as a still would be, calmly, and no engine that takes its time."""

import time
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from studio import registry
from studio.device import choose
from studio.errors import StudioError
from studio.image.convert import to_pixels
from studio.image.enlarge import ground
from studio.image.latent_walk import Keyframe, Walk
from studio.image.one_pass import Weights
from studio.image.picture_file import Picture
from studio.tasks import style_cost
from studio.tasks.calibration import recall
from studio.tasks.explore import decoded, of_pictures
from studio.tasks.film_paint import FilmPaint, FramePainter
from studio.tasks.film_request import FilmRequest
from studio.tasks.style import StyleRequest, stylize
from studio.tasks.style_one_pass import Brushes
from studio.tasks.style_request import StyleChoice
from studio.tasks.walk_film import walk_film
from studio.work import Step
from tests.tasks.latent_networks import write_network
from tests.tasks.networks import write_networks
from tests.training.tiny_runs import ended

WALK = Walk((Keyframe(0.0, 1), Keyframe(1.0, 2)), rate=5)
STYLES = (StyleChoice("starry-night"),)
STEP = Step(0, 1, "painting")


@pytest.fixture(autouse=True)
def networks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Untrained painters beside the encoder that ships."""
    folder = write_networks(tmp_path / "networks")
    monkeypatch.setattr(registry, "models", lambda: folder)
    monkeypatch.setattr(style_cost, "memory_available", lambda: 2**36)


def frames(folder: Path) -> list[np.ndarray]:
    return [np.asarray(Image.open(path)) for path in sorted(folder.glob("*.png"))]


@pytest.mark.parametrize("engine", ["instant", "fast"])
@pytest.mark.parametrize("side", [96, 600])
def test_a_frame_is_the_still_of_its_place(tmp_path: Path, engine: str, side: int) -> None:
    model, target = str(write_network(tmp_path, "vae")), tmp_path / "film"
    walk = Walk(WALK.keyframes, rate=1)
    paint = FilmPaint(STYLES, engine)
    made, steps = ended(
        walk_film(FilmRequest(model=model, walk=walk, target=target, side=side, paint=paint))
    )
    assert made.frames == 2
    painting = [step.done for step in steps if step.label == "painting"]
    assert painting == sorted(painting)
    assert painting.count(0) >= 1
    assert painting[-1] == 2
    network = of_pictures(registry.latent(model).network)
    dream = to_pixels(decoded(network, walk.latents(6, 1, 2))[0])
    photo = Picture(ground(dream, side), "dream")
    still, _ = ended(stylize(StyleRequest(styles=STYLES, engine=engine, size=side), photo))
    other, shown = (one.astype(float) for one in frames(target))
    assert shown.shape == (side, side, 3)
    near = np.abs(shown - still.pixels / 257).mean()
    assert near < 2
    assert near < np.abs(other - still.pixels / 257).mean() / 2


@pytest.mark.parametrize("engine", ["instant", "fast"])
def test_what_stands_still_does_not_flicker(tmp_path: Path, engine: str) -> None:
    model, target = str(write_network(tmp_path, "vae")), tmp_path / "film"
    walk = Walk((Keyframe(0.0, 3), Keyframe(1.0, 3)), rate=4)
    request = FilmRequest(
        model=model, walk=walk, target=target, side=96, paint=FilmPaint(STYLES, engine)
    )
    ended(walk_film(request))
    first, *others = frames(target)
    assert all(np.array_equal(first, other) for other in others)


class Mirror:
    """A painter that gives back what it was given, and remembers it."""

    def __init__(self) -> None:
        self.seen: list[torch.Tensor] = []

    def begin(self, picture: torch.Tensor) -> None:
        self.seen.append(picture)

    def whole(self, weights: Weights) -> torch.Tensor:
        return self.seen[-1]

    def part(self, picture: torch.Tensor, weights: Weights) -> torch.Tensor:
        return picture


def test_no_frame_is_rounded_before_it_is_painted() -> None:
    """What moves by less than a level moves evenly, and does not jump from level to level."""
    painter, mirror = FramePainter(FilmPaint(STYLES).request(96), choose()), Mirror()
    painter._brushes = Brushes(mirror, {})
    frame = torch.rand(3, 32, 32, generator=torch.Generator().manual_seed(2)) * 0.5 + 0.2
    for number in range(5):
        ended(painter.paint(frame + 0.2 * number / 255, STEP))
    moved = torch.cat(mirror.seen).diff(dim=0) * 255
    assert torch.allclose(moved, torch.full_like(moved, 0.2), atol=0.01)


def test_a_painted_film_without_a_side_has_that_of_the_networks(tmp_path: Path) -> None:
    request = FilmRequest(
        model="vae", walk=WALK, target=tmp_path / "a.mp4", paint=FilmPaint(STYLES)
    )
    assert request.painted_side == 512


@pytest.mark.parametrize("engine", ["fine", "adain", "gatys"])
def test_engines_that_take_long_are_refused(engine: str) -> None:
    with pytest.raises(StudioError, match="Only Instant and Fast"):
        FilmPaint(STYLES, engine)


def test_what_cannot_be_painted_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="style"):
        FilmPaint(())
    with pytest.raises(StudioError, match="64 pixels"):
        FilmRequest(
            model="vae", walk=WALK, target=tmp_path / "a.gif", side=32, paint=FilmPaint(STYLES)
        )
    model, target = str(write_network(tmp_path, "vae")), tmp_path / "film.gif"
    unknown = FilmPaint((StyleChoice("irises"),), "fast")
    with pytest.raises(StudioError, match="has not learned"):
        ended(walk_film(FilmRequest(model=model, walk=WALK, target=target, side=96, paint=unknown)))
    assert not target.exists()


def test_a_film_that_is_left_leaves_nothing(tmp_path: Path) -> None:
    model, folder = str(write_network(tmp_path, "vae")), tmp_path / "films"
    folder.mkdir()
    work = walk_film(
        FilmRequest(
            model=model, walk=WALK, target=folder / "a.gif", side=96, paint=FilmPaint(STYLES)
        )
    )
    labels = []
    for step in work:
        labels.append(step.label)
        if labels.count("painting") == 3:
            work.close()
            break
    assert list(folder.iterdir()) == []


def test_the_time_that_is_told_was_measured() -> None:
    paint = FilmPaint(STYLES)
    usual = paint.seconds(100, 256)
    assert usual > 0
    assert paint.seconds(200, 256) == pytest.approx(2 * usual)
    painter = FramePainter(paint.request(96), choose())
    ended(painter.ready())
    frame = torch.zeros(3, 32, 32)
    began = time.perf_counter()
    for _ in range(5):
        ended(painter.paint(frame, STEP))
    spent = time.perf_counter() - began
    assert recall("speed")["film instant"] > 0
    assert paint.seconds(5, 96) == pytest.approx(spent, rel=0.9)
    assert painter.models
