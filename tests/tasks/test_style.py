"""A photo repainted from request to result, with the network that ships."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from studio import registry
from studio.errors import StudioError, Unavailable, UnreadableFile, WontFit
from studio.image.convert import fit_size
from studio.image.picture_file import Picture, write_picture
from studio.image.style_card import list_cards
from studio.image.style_map import PLANES, StyleMap
from studio.jobs import Step
from studio.tasks import style_cost
from studio.tasks.style import StyleChoice, StyleRequest, StyleResult, recipe_request, stylize
from tests.image.cards import WORDS, card, hostile_pickle
from tests.image.samples import photograph, small, veil

REQUEST = StyleRequest(quality="draft", size=64, seed=5)


@pytest.fixture(autouse=True)
def plenty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is not what is tested here, whatever this machine has."""
    monkeypatch.setattr(style_cost, "memory_available", lambda: 2**36)


def photo(pixels: NDArray[Any] | None = None) -> Picture:
    pixels = small() if pixels is None else pixels
    pixels.flags.writeable = False
    return Picture(pixels, "astronaut.png", Path("/pictures/astronaut.png"))


@cache
def painting() -> NDArray[np.uint8]:
    """A photograph in the place of a painting: 96 × 64 pixels of strong colour."""
    return np.ascontiguousarray(photograph("coffee.png")[40:296:4, 100:484:4])


@pytest.fixture
def style(tmp_path: Path) -> StyleChoice:
    path = tmp_path / "style.png"
    write_picture(path, painting())
    return StyleChoice(str(path))


def run(
    request: StyleRequest, picture: Picture | None = None, checkpoint: Path | None = None
) -> tuple[StyleResult, list[Step]]:
    work = stylize(request, picture or photo(), checkpoint=checkpoint)
    steps: list[Step] = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return end.value, steps


def mean_colour(pixels: NDArray[Any]) -> NDArray[np.float64]:
    return pixels[..., :3].mean((0, 1)) / np.iinfo(pixels.dtype).max


def apart(one: NDArray[Any], other: NDArray[Any]) -> float:
    """The mean difference between two pictures in shares of white."""
    most = np.iinfo(one.dtype).max, np.iinfo(other.dtype).max
    return float(np.abs(one[..., :3] / most[0] - other[..., :3] / most[1]).mean())


def test_the_result_is_a_repainted_picture_of_the_wished_size(style: StyleChoice) -> None:
    result, _ = run(replace(REQUEST, styles=(style,), size=80, strength=0.9))

    assert result.pixels.shape == (60, 80, 3)
    assert result.pixels.dtype == np.uint16
    assert not result.pixels.flags.writeable
    assert result.seconds > 0
    same_size, _ = run(replace(REQUEST, styles=(style,), strength=0.9))
    assert 0.03 < apart(same_size.pixels, small()) < 0.5


def test_a_stronger_wish_comes_closer_to_the_styles_colours(style: StyleChoice) -> None:
    wished = mean_colour(painting())
    distances = [
        float(
            np.linalg.norm(
                mean_colour(run(replace(REQUEST, styles=(style,), strength=s))[0].pixels) - wished
            )
        )
        for s in (0.0, 0.9)
    ]

    assert distances[1] < 0.6 * distances[0]


def test_steps_tell_where_the_work_stands_and_show_it(style: StyleChoice) -> None:
    result, steps = run(replace(REQUEST, styles=(style,)))

    labels = [step.label for step in steps]
    assert labels[0] == "getting ready"
    assert "measuring the style" in labels
    assert labels[-1] == "scale 1/1 · 64×48"
    fractions = [step.progress for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == pytest.approx(1.0)
    look = steps[-1].preview
    assert look is not None
    shown = look()
    assert (shown.shape, shown.dtype) == ((48, 64, 3), np.uint8)
    assert apart(shown, result.pixels) < 0.02


def test_the_same_seed_gives_the_same_bits(style: StyleChoice) -> None:
    one, _ = run(replace(REQUEST, styles=(style,)))
    again, _ = run(replace(REQUEST, styles=(style,)))
    other, _ = run(replace(REQUEST, styles=(style,), seed=6))

    assert np.array_equal(one.pixels, again.pixels)
    assert one.recipe == again.recipe
    assert not np.array_equal(one.pixels, other.pixels)


def test_the_recipe_holds_the_request_and_all_that_was_used(style: StyleChoice) -> None:
    picture = photo()
    request = replace(REQUEST, styles=(style, StyleChoice("great-wave", 0.5)))

    result, _ = run(request, picture)

    recipe = result.recipe
    assert recipe_request(recipe) == replace(request, photo=picture.sha256)
    assert recipe_request(type(recipe).from_text(recipe.to_text())) == recipe_request(recipe)
    assert recipe.models["encoder studio"] == registry.encoder("studio").sha256
    wave = next(info for info in list_cards() if info.id == "great-wave")
    assert recipe.models["style great-wave"] == wave.sha256
    assert "style style.png" in recipe.models
    assert (recipe.photo_name, recipe.photo_sha256) == ("astronaut.png", picture.sha256)
    assert recipe.photo_path == str(picture.path)


@pytest.mark.parametrize("method", ["luminance", "linear", "histogram"])
def test_kept_colours_are_the_photos(style: StyleChoice, method: str) -> None:
    request = replace(REQUEST, styles=(style,), strength=0.9, colour_method=method)

    free, _ = run(request)
    kept, _ = run(replace(request, keep_colours=1.0))

    def off(result: StyleResult) -> float:
        colour = mean_colour(result.pixels) - mean_colour(small())
        return float(np.abs(colour - colour.mean()).max())

    assert off(kept) < 0.03
    assert off(kept) < 0.6 * off(free)


@pytest.mark.parametrize("deep", [False, True])
def test_alpha_is_kept(style: StyleChoice, deep: bool) -> None:
    pixels = veil(small().astype(np.uint16) * 257 if deep else small())

    result, _ = run(replace(REQUEST, styles=(style,)), photo(pixels))

    assert result.pixels.shape == (48, 64, 4)
    expected = pixels[..., 3].astype(np.uint16) * (1 if deep else 257)
    assert np.array_equal(result.pixels[..., 3], expected)
    assert not result.pixels.flags.writeable


def test_alpha_follows_the_size(style: StyleChoice) -> None:
    result, _ = run(replace(REQUEST, styles=(style,), size=96), photo(veil(small())))

    assert result.pixels.shape == (72, 96, 4)
    ramp = result.pixels[36, :, 3].astype(int)
    assert (np.diff(ramp) >= 0).all()
    assert (ramp[0], ramp[-1]) == (0, 65535)


def test_a_large_photo_is_shrunk_first(style: StyleChoice) -> None:
    big = photo(photograph().copy())

    result, _ = run(replace(REQUEST, styles=(style,)), big)

    assert result.pixels.shape[:2] == fit_size(big.pixels.shape[:2], 64)


TWO_SCALES = replace(REQUEST, styles=(StyleChoice("great-wave"),), size=150)


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> tuple[StyleResult, list[Step]]:
    """A run over two scales that nobody interrupted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KLANGBILD_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setattr(style_cost, "memory_available", lambda: 2**36)
        return run(TWO_SCALES)


@pytest.mark.parametrize("share", [0.2, 0.8, 1.0])
def test_a_run_goes_on_exactly_from_its_checkpoint(
    tmp_path: Path, straight: tuple[StyleResult, list[Step]], share: float
) -> None:
    whole, steps = straight
    file = tmp_path / "run.safetensors"
    work = stylize(TWO_SCALES, photo(), checkpoint=file)
    for _ in range(round(share * len(steps))):
        step = next(work)
    assert step.save is not None
    step.save()
    work.close()
    assert file.exists()

    resumed, rest = run(TWO_SCALES, checkpoint=file)

    assert steps[-1].label.startswith("scale 2/2")
    assert np.array_equal(resumed.pixels, whole.pixels)
    assert resumed.recipe == whole.recipe
    assert len(rest) < len(steps)
    assert list(tmp_path.glob("run*")) == []


def test_a_work_that_is_closed_keeps_its_checkpoint(tmp_path: Path, style: StyleChoice) -> None:
    file = tmp_path / "run.safetensors"
    work = stylize(replace(REQUEST, styles=(style,)), photo(), checkpoint=file)
    while (step := next(work)).save is None:
        pass
    step.save()

    work.close()

    assert file.exists()


def test_a_damaged_checkpoint_is_a_sentence_and_stays(tmp_path: Path, style: StyleChoice) -> None:
    file = tmp_path / "run.safetensors"
    file.write_bytes(b"nothing")

    with pytest.raises(UnreadableFile, match="checkpoint"):
        run(replace(REQUEST, styles=(style,)), checkpoint=file)
    assert file.read_bytes() == b"nothing"


def test_styles_are_mixed_by_weight(style: StyleChoice) -> None:
    def of(*styles: StyleChoice) -> NDArray[np.uint16]:
        return run(replace(REQUEST, styles=styles, strength=0.9))[0].pixels

    wave = StyleChoice("great-wave")
    one, other = of(style), of(wave)
    mostly_one = of(replace(style, weight=9.0), wave)

    assert apart(mostly_one, one) < apart(mostly_one, other)
    assert np.array_equal(of(replace(style, weight=3.0)), one)


def brushed(plane: int) -> str:
    """A map of the sample photo whose left half belongs to a plane."""
    planes = np.zeros((PLANES, 48, 64), np.uint8)
    planes[plane, :, :32] = 255
    return StyleMap(planes).to_text()


@pytest.mark.parametrize("method", ["luminance", "linear", "histogram"])
def test_a_photo_that_was_kept_comes_back_whatever_becomes_of_the_colours(
    style: StyleChoice, method: str
) -> None:
    request = replace(REQUEST, styles=(style,), keep_colours=0.5, colour_method=method)
    result, _ = run(replace(request, style_map=brushed(0)))

    assert np.array_equal(result.pixels[:, :32], small()[:, :32].astype(np.uint16) * 257)
    assert apart(result.pixels[:, 32:], small()[:, 32:]) > 0.03


def test_a_style_map_puts_each_style_in_its_place(style: StyleChoice) -> None:
    both = replace(
        REQUEST, styles=(style, StyleChoice("great-wave", 1e-6)), strength=1.0, quality="good"
    )
    one, _ = run(both)
    parted, _ = run(replace(both, style_map=brushed(2)))

    assert apart(parted.pixels[:, 36:], one.pixels[:, 36:]) < 0.5 * apart(
        parted.pixels[:, :28], one.pixels[:, :28]
    )


def test_without_a_style_it_says_so() -> None:
    with pytest.raises(StudioError, match="Choose a style"):
        run(REQUEST)


@pytest.mark.parametrize(
    "name",
    [
        "no-such-style",
        "/gone/picture.png",
        "gone.card.safetensors",
        "a" * 4000,
        "a" * 300 + ".card.safetensors",
        "\udcff.png",
        "\udcff.card.safetensors",
    ],
    ids=lambda name: ascii(name)[:24],
)
def test_a_style_that_is_not_there_is_a_sentence(name: str) -> None:
    with pytest.raises(UnreadableFile, match="style"):
        run(replace(REQUEST, styles=(StyleChoice(name),)))


def test_a_picture_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    for name, data in (
        ("empty.png", b""),
        ("text.jpg", b"hello"),
        ("half.png", b"\x89PNG\r\n\x1a\n"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UnreadableFile):
            run(replace(REQUEST, styles=(StyleChoice(str(tmp_path / name)),)))
    with pytest.raises(StudioError):
        run(replace(REQUEST, styles=(StyleChoice(str(tmp_path)),)))


def test_a_style_picture_too_small_is_a_sentence(tmp_path: Path) -> None:
    write_picture(tmp_path / "dot.png", np.zeros((1, 1, 3), np.uint8))

    with pytest.raises(StudioError, match="1 × 1"):
        run(replace(REQUEST, styles=(StyleChoice(str(tmp_path / "dot.png")),)))


def test_another_encoders_card_and_a_pickle_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="another encoder"):
        run(replace(REQUEST, styles=(StyleChoice(str(card(tmp_path))),)))
    evil, made = tmp_path / "evil.card.safetensors", tmp_path / "executed"
    evil.write_bytes(hostile_pickle(made))
    with pytest.raises(UnreadableFile, match="evil"):
        run(replace(REQUEST, styles=(StyleChoice(str(evil)),)))
    assert not made.exists()


def test_a_card_is_used_by_its_path(tmp_path: Path) -> None:
    wave = next(info for info in list_cards() if info.id == "great-wave")
    by_id, _ = run(replace(REQUEST, styles=(StyleChoice("great-wave"),)))

    by_path, _ = run(replace(REQUEST, styles=(StyleChoice(str(wave.path)),)))

    assert np.array_equal(by_path.pixels, by_id.pixels)
    assert WORDS["id"] == wave.id


@pytest.mark.parametrize("shape", [(1, 1, 3), (10, 20_000, 3), (20_000, 10, 4)])
def test_a_photo_that_shows_nothing_is_a_sentence(
    style: StyleChoice, shape: tuple[int, ...]
) -> None:
    with pytest.raises(StudioError, match="photo"):
        run(replace(REQUEST, styles=(style,)), photo(np.zeros(shape, np.uint8)))


def test_without_memory_it_will_not_fit(
    monkeypatch: pytest.MonkeyPatch, style: StyleChoice
) -> None:
    monkeypatch.setattr(style_cost, "memory_available", lambda: 0)

    with pytest.raises(WontFit, match="memory"):
        run(replace(REQUEST, styles=(style,)))


def test_without_vgg19_it_says_how_to_get_it(style: StyleChoice) -> None:
    with pytest.raises(Unavailable, match="studio add vgg19"):
        run(replace(REQUEST, styles=(style,), encoder="vgg19"))


def test_nothing_is_done_before_the_first_step() -> None:
    stylize(replace(REQUEST, styles=(StyleChoice("no-such-style"),)), photo())
