"""Instant, AdaIN and Fast from request to result, with untrained networks of their shape."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from studio import registry
from studio.errors import StudioError, Unavailable
from studio.image.picture_file import Picture, write_picture
from studio.image.style_map import Dab, StyleMap
from studio.tasks import style_cost
from studio.tasks.style import StyleChoice, StyleRequest, StyleResult, stylize
from tests.image.samples import photograph, small
from tests.tasks.networks import write_networks

STYLE, OTHER = StyleChoice("starry-night"), StyleChoice("great-wave")
ENGINES = ("instant", "adain", "fast")


@pytest.fixture(autouse=True)
def networks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_networks(tmp_path / "networks")
    monkeypatch.setattr(registry, "models", lambda: folder)
    monkeypatch.setattr(style_cost, "memory_available", lambda: 2**36)
    return folder


def photo(pixels: np.ndarray | None = None) -> Picture:
    pixels = small() if pixels is None else pixels
    pixels.flags.writeable = False
    return Picture(pixels, "astronaut.png", None)


def run(request: StyleRequest, picture: Picture | None = None) -> StyleResult:
    work = stylize(request, picture or photo())
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: StyleResult = end.value
            return result


def request(engine: str, **values: object) -> StyleRequest:
    return replace(StyleRequest(engine=engine, styles=(STYLE,), size=96), **values)  # type: ignore[arg-type]


def difference(one: StyleResult, other: StyleResult) -> float:
    return float(np.abs(one.pixels.astype(float) - other.pixels).mean() / 65535)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_picture_of_the_asked_size_comes_with_its_recipe(engine: str) -> None:
    result = run(request(engine))

    assert max(result.pixels.shape[:2]) == 96
    assert result.recipe.request["engine"] == engine
    assert engine in result.recipe.models


@pytest.mark.parametrize("engine", ENGINES)
def test_the_same_request_gives_the_same_bits(engine: str) -> None:
    assert np.array_equal(run(request(engine)).pixels, run(request(engine)).pixels)


@pytest.mark.parametrize("engine", ENGINES)
def test_without_strength_the_photo_comes_back(engine: str) -> None:
    plain = run(request(engine, strength=0.0, size=64)).pixels

    weak = run(request("fast", strength=0.0, size=64)).pixels
    assert np.array_equal(plain, weak)


@pytest.mark.parametrize("engine", ENGINES)
def test_weights_of_styles_are_shares(engine: str) -> None:
    one = run(request(engine, styles=(STYLE, OTHER)))
    same = run(request(engine, styles=(replace(STYLE, weight=5.0), replace(OTHER, weight=5.0))))
    tilted = run(request(engine, styles=(STYLE, replace(OTHER, weight=5.0))))

    assert difference(one, same) < 1e-4
    assert difference(one, tilted) > 1e-4


@pytest.mark.parametrize("engine", ENGINES)
def test_the_brush_keeps_the_photo_where_it_says_so(engine: str) -> None:
    dab = Dab(x=0.0, y=0.5, radius=0.4, opacity=1.0, hardness=1.0)
    brushed = StyleMap.empty(photo().size).painted(0, [dab]).to_text()

    result = run(request(engine, style_map=brushed)).pixels.astype(float)

    plain = run(request(engine, strength=0.0)).pixels
    left, right = slice(0, 16), slice(-16, None)
    middle = result.shape[0] // 2
    rows = slice(middle - 8, middle + 8)
    assert np.abs(result[rows, left] - plain[rows, left]).mean() < 0.01 * 65535
    assert np.abs(result[rows, right] - plain[rows, right]).mean() > 0.01 * 65535


@pytest.mark.parametrize("engine", ENGINES)
def test_a_map_of_one_style_is_that_style(engine: str) -> None:
    everywhere = Dab(x=0.5, y=0.5, radius=3.0, opacity=1.0, hardness=1.0)
    brushed = StyleMap.empty(photo().size).painted(2, [everywhere]).to_text()

    mapped = run(request(engine, styles=(STYLE, OTHER), style_map=brushed))

    assert difference(mapped, run(request(engine, styles=(OTHER,)))) < 2e-3


@pytest.mark.parametrize("engine", ENGINES)
def test_colours_are_kept_as_in_fine(engine: str) -> None:
    kept = run(request(engine, keep_colours=1.0)).pixels.astype(float)

    chroma = kept[..., 0] - kept[..., 2]
    plain = run(request(engine, strength=0.0)).pixels.astype(float)
    own = plain[..., 0] - plain[..., 2]
    assert np.corrcoef(chroma.ravel(), own.ravel())[0, 1] > 0.5


def test_a_print_scaled_down_is_its_preview() -> None:
    big = photo(np.ascontiguousarray(photograph("coffee.png")[:400, :600]))
    preview = run(request("instant", size=512), big).pixels.astype(float)

    large = run(request("instant", size=1024), big).pixels.astype(float)

    height, width = preview.shape[:2]
    halves = large[: height * 2, : width * 2].reshape(height, 2, width, 2, 3).mean((1, 3))
    assert np.abs(halves - preview).mean() < 0.01 * 65535


def test_alpha_stays() -> None:
    pixels = np.dstack([small(), np.full(small().shape[:2], 77, np.uint8)])

    result = run(request("instant"), photo(pixels))

    assert (result.pixels[..., 3] == 77 * 257).all()


def test_fast_says_which_style_it_has_not_learned() -> None:
    with pytest.raises(StudioError, match="has not learned “Sunflowers”"):
        run(request("fast", styles=(StyleChoice("sunflowers"),)))


def test_fast_says_so_of_a_picture_too(tmp_path: Path) -> None:
    path = tmp_path / "mine.png"
    write_picture(path, photograph("coffee.png")[:128, :128])

    with pytest.raises(StudioError, match="has not learned"):
        run(request("fast", styles=(StyleChoice(str(path)),)))


def test_instant_takes_any_picture_as_its_style(tmp_path: Path) -> None:
    path = tmp_path / "mine.png"
    write_picture(path, photograph("coffee.png")[:128, :128])

    assert max(run(request("instant", styles=(StyleChoice(str(path)),))).pixels.shape) == 96


def test_missing_weights_are_a_sentence(networks: Path) -> None:
    (networks / "instant.safetensors").unlink()

    with pytest.raises(Unavailable, match="install anew"):
        run(request("instant"))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_cost_is_said_before(engine: str) -> None:
    told = style_cost.estimate(request(engine, size=4096), (4096, 2731))

    assert told.fits
    assert told.tiles > 1
    assert told.memory < 2.5e9
    assert told.seconds > 1
