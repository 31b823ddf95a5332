"""Fine: it approaches the style, keeps the seed's promise, tiles, pauses and goes on exactly."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor

from studio.errors import UnreadableFile
from studio.image.encoder import STYLE_TAPS
from studio.image.fine_plan import FineSettings, Stage
from studio.image.losses import gram, relative_distance
from studio.image.optimise import FineStep, optimise
from tests.image.tiny import picture, tiny_encoder

ENCODER = tiny_encoder()
STAGES = (Stage(34, 45, 6), Stage(48, 64, 6))


def style(_: float = 0) -> Mapping[str, Tensor]:
    return {tap: gram(x) for tap, x in ENCODER(picture(48, 48, seed=9), STYLE_TAPS).items()}


def run(
    settings: FineSettings,
    photo: Tensor | None = None,
    checkpoint: Path | None = None,
    start: Tensor | None = None,
):
    photo = picture(48, 64) if photo is None else photo
    work = optimise(photo, style, ENCODER, settings, checkpoint=checkpoint, start=start)
    steps: list[FineStep] = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return end.value, steps


def style_error(painted: Tensor) -> float:
    features = ENCODER(painted, STYLE_TAPS)
    return sum(float(relative_distance(gram(features[t]), style()[t])) for t in STYLE_TAPS)


def test_the_painting_comes_closer_to_the_style_than_the_photo() -> None:
    painted, _ = run(FineSettings((Stage(48, 64, 80),), content_weight=0.02))

    assert style_error(painted) < 0.5 * style_error(picture(48, 64))


def test_values_stay_in_range_and_size_is_the_last_stages() -> None:
    painted, _ = run(FineSettings(STAGES, rate=0.5))

    assert painted.shape == (1, 3, 48, 64)
    assert float(painted.min()) >= 0
    assert float(painted.max()) <= 1


def test_same_seed_same_bits() -> None:
    one, _ = run(FineSettings(STAGES, seed=3))
    again, _ = run(FineSettings(STAGES, seed=3))
    other, _ = run(FineSettings(STAGES, seed=4))

    assert torch.equal(one, again)
    assert not torch.equal(one, other)


def test_more_content_weight_keeps_more_of_the_photo() -> None:
    _, loose = run(FineSettings((Stage(48, 64, 60),), content_weight=0.01))
    _, tight = run(FineSettings((Stage(48, 64, 60),), content_weight=30.0))

    assert tight[-1].losses["content"] < 0.5 * loose[-1].losses["content"]


def test_without_style_share_the_photo_stays() -> None:
    photo = picture(48, 64)
    settings = FineSettings((Stage(48, 64, 30),), style_share=0.0, noise=0.0, rate=0.005)
    painted, _ = run(settings)

    assert float((painted - photo).abs().mean()) < 0.02


def test_smoothness_calms() -> None:
    rough, _ = run(FineSettings((Stage(48, 64, 25),)))
    calm, _ = run(FineSettings((Stage(48, 64, 25),), smoothness=300.0))

    assert calm.diff(dim=3).square().mean() < 0.8 * rough.diff(dim=3).square().mean()


def test_steps_tell_scale_and_rising_fraction() -> None:
    _, steps = run(FineSettings(STAGES))

    assert [(s.stage, s.step) for s in steps] == [(1, i) for i in range(1, 7)] + [
        (2, i) for i in range(1, 7)
    ]
    fractions = [s.fraction for s in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == pytest.approx(1.0)
    assert set(steps[-1].losses) == {"style", "content"}


@pytest.mark.parametrize("stop", [1, 5, 6, 7, 11])
def test_a_run_that_was_interrupted_goes_on_exactly(tmp_path: Path, stop: int) -> None:
    settings = FineSettings(STAGES, smoothness=0.5, seed=2)
    straight, _ = run(settings)
    file = tmp_path / "run.safetensors"
    work = optimise(picture(48, 64), style, ENCODER, settings, checkpoint=file)
    for _ in range(stop):
        at = next(work)
    assert at.save is not None
    at.save()
    work.close()

    resumed, steps = run(settings, checkpoint=file)

    assert torch.equal(resumed, straight)
    assert len(steps) == 12 - stop


def test_an_interrupted_tiled_run_goes_on_exactly(tmp_path: Path) -> None:
    settings = FineSettings((Stage(160, 200, 3),), tile=64)
    photo = picture(160, 200)
    straight, steps = run(settings, photo)
    file = tmp_path / "run.safetensors"
    work = optimise(photo, style, ENCODER, settings, checkpoint=file)
    for _ in range(len(steps) // 2 + 2):  # within a step, between two tiles
        at = next(work)
    assert at.save is not None
    at.save()
    work.close()

    resumed, _ = run(settings, photo, file)

    assert torch.equal(resumed, straight)


def test_another_runs_checkpoint_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "run.safetensors"
    _, steps = run(FineSettings(STAGES, seed=1), checkpoint=file)
    assert steps[-1].save is not None
    steps[-1].save()
    before = file.read_bytes()

    plain, _ = run(FineSettings(STAGES, seed=8))
    beside, _ = run(FineSettings(STAGES, seed=8), checkpoint=file)

    assert torch.equal(plain, beside)
    assert file.read_bytes() == before


def test_a_damaged_checkpoint_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "run.safetensors"
    file.write_bytes(b"\x10\0\0\0\0\0\0\0 not a header")

    with pytest.raises(UnreadableFile, match="damaged"):
        run(FineSettings(STAGES), checkpoint=file)


@pytest.mark.parametrize("change", [{"done": 99}, {"index": -1}, {"index": 10**400}])
def test_an_altered_checkpoint_is_a_sentence(tmp_path: Path, change: dict[str, int]) -> None:
    file = tmp_path / "run.safetensors"
    _, steps = run(FineSettings(STAGES), checkpoint=file)
    assert steps[-1].save is not None
    steps[-1].save()
    with safe_open(file, "pt") as saved:
        tensors = {name: saved.get_tensor(name) for name in saved.keys()}  # noqa: SIM118
        notes = json.loads(saved.metadata()["run"])
    save_file(tensors, file, {"run": json.dumps(notes | change)})

    with pytest.raises(UnreadableFile, match="damaged"):
        run(FineSettings(STAGES), checkpoint=file)


def test_a_checkpoint_of_other_shapes_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "run.safetensors"
    _, steps = run(FineSettings(STAGES), checkpoint=file)
    assert steps[-1].save is not None
    steps[-1].save()
    with safe_open(file, "pt") as saved:
        tensors = {name: saved.get_tensor(name) for name in saved.keys()}  # noqa: SIM118
        metadata = saved.metadata()
    save_file(tensors | {"levels.1": torch.zeros(1, 3, 2, 2)}, file, metadata)

    with pytest.raises(UnreadableFile, match="damaged"):
        run(FineSettings(STAGES), checkpoint=file)


def test_tiles_give_nearly_what_the_whole_gives() -> None:
    photo = picture(192, 224)
    plain = FineSettings((Stage(192, 224, 8),), noise=0.0, rate=0.005)
    whole, _ = run(plain, photo)
    tiled, steps = run(replace(plain, tile=96), photo)

    assert len(steps) > 8
    assert float((whole - tiled).abs().mean()) < 2 / 255


def test_it_goes_on_from_a_start_picture() -> None:
    start = picture(24, 32, seed=7)
    large = torch.nn.functional.interpolate(start, (48, 64), mode="bicubic").clamp(0, 1)
    still = FineSettings((Stage(48, 64, 1),), rate=1e-6)
    painted, _ = run(still, start=start)

    assert float((painted - large).abs().mean()) < 0.01
    assert float((run(still)[0] - large).abs().mean()) > 0.05


def test_a_start_picture_is_not_written_to() -> None:
    start = picture(48, 64, seed=7)
    before = start.clone()
    run(FineSettings(STAGES), start=start)

    assert torch.equal(start, before)


def test_an_interrupted_run_from_a_start_goes_on_exactly(tmp_path: Path) -> None:
    settings, start = FineSettings(STAGES), picture(40, 53, seed=7)
    straight, _ = run(settings, start=start)
    file = tmp_path / "run.safetensors"
    work = optimise(picture(48, 64), style, ENCODER, settings, checkpoint=file, start=start)
    for _ in range(4):
        at = next(work)
    assert at.save is not None
    at.save()
    work.close()

    resumed, steps = run(settings, checkpoint=file, start=start)

    assert torch.equal(resumed, straight)
    assert len(steps) == 8


def test_another_starts_checkpoint_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "run.safetensors"
    _, steps = run(FineSettings(STAGES), checkpoint=file, start=picture(48, 64, seed=7))
    assert steps[-1].save is not None
    steps[-1].save()

    beside, steps = run(FineSettings(STAGES), checkpoint=file)

    assert len(steps) == 12
    assert torch.equal(beside, run(FineSettings(STAGES))[0])


def test_a_run_that_was_planned_with_other_tiles_goes_on(tmp_path: Path) -> None:
    photo = picture(160, 200)
    small = FineSettings((Stage(160, 200, 4),), tile=64, noise=0.0, rate=0.005)
    file = tmp_path / "run.safetensors"
    straight, steps = run(small, photo)

    def stopped(settings: FineSettings, count: int) -> None:
        work = optimise(photo, style, ENCODER, settings, checkpoint=file)
        for _ in range(count):
            at = next(work)
        assert at.save is not None
        at.save()
        work.close()

    stopped(small, len(steps) // 2)
    larger, rest = run(replace(small, tile=128), photo, file)
    assert torch.equal(larger, straight)  # in the tiles that it had
    assert len(rest) < len(steps)

    stopped(replace(small, tile=128), 5)
    smaller, _ = run(small, photo, file)
    assert float((smaller - straight).abs().mean()) < 2 / 255
