"""The distillation: the student approaches the teacher, and an interrupted run goes on exactly."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from studio.errors import UnreadableFile
from studio.image.encoder import TAPS, Encoder, EncoderConfig
from studio.training.encoder import EncoderTraining, train_encoder
from studio.training.pictures import PictureSet
from studio.training.progress import Progress
from tests.image.cards import hostile_pickle
from tests.image.tiny import TINY, picture, tiny_encoder

TEACHER = EncoderConfig(((6, 6), (6, 6), (8, 8, 8, 8), (8, 8, 8, 8), (8,)), "layer")
STUDENT = replace(TINY, stages=((6, 4), (6, 6), (8, 8, 8, 8), (8, 8, 8, 8), (8,)))
TRAINING = EncoderTraining(steps=6, batch=2, side=64, forced=0.4, repainted=1)


def teacher() -> Encoder:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(11)
        return Encoder(TEACHER)


def pictures() -> PictureSet:
    """Smooth colours with noise, 96 × 96."""
    tensors = [picture(96, 96, seed)[0].permute(1, 2, 0) * 255 for seed in range(3)]
    return PictureSet(tuple(tensor.round().numpy().astype(np.uint8) for tensor in tensors))


def run(
    training: EncoderTraining = TRAINING,
    checkpoint: Path | None = None,
    config: EncoderConfig = STUDENT,
) -> tuple[Encoder, list[Progress]]:
    work = train_encoder(teacher(), pictures(), training, config=config, checkpoint=checkpoint)
    steps: list[Progress] = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return end.value, steps


def same(one: Encoder, other: Encoder) -> bool:
    weights = other.state_dict()
    return all(torch.equal(value, weights[name]) for name, value in one.state_dict().items())


def stopped(file: Path, after: int, training: EncoderTraining = TRAINING) -> Path:
    """A checkpoint written after so many steps of a run that was then closed."""
    work = train_encoder(teacher(), pictures(), training, config=STUDENT, checkpoint=file)
    for _ in range(after):
        step = next(work)
    assert step.save is not None
    step.save()
    work.close()
    return file


def test_the_student_approaches_the_teacher() -> None:
    training = replace(TRAINING, steps=60, forced=1.0, repainted=0)
    _, steps = run(training)

    def error(progress: Progress) -> float:
        return sum(progress.figures[tap] for tap in TAPS)

    # Figures are running means, so that the last steps are better than they say.
    assert error(steps[-1]) < 0.85 * error(steps[0])


def test_every_step_is_told_with_figures() -> None:
    _, steps = run()

    assert [(step.done, step.total) for step in steps] == [(n, 6) for n in range(1, 7)]
    assert set(TAPS) <= set(steps[0].figures)
    assert "gram relu3_1" not in steps[0].figures
    assert "gram relu3_1" in steps[-1].figures
    assert all(np.isfinite(value) for value in steps[-1].figures.values())
    assert steps[0].save is None


def test_the_student_is_what_was_asked_for() -> None:
    student, _ = run()

    assert student.config == STUDENT
    assert all(bool(value.isfinite().all()) for value in student.state_dict().values())


def test_the_teacher_is_left_as_it_is() -> None:
    network = teacher()
    before = {name: value.clone() for name, value in network.state_dict().items()}

    for _ in train_encoder(network, pictures(), TRAINING, config=STUDENT):
        pass

    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())


def test_the_same_seed_trains_the_same_bits() -> None:
    state = torch.get_rng_state()
    one, _ = run()
    again, _ = run()
    other, _ = run(replace(TRAINING, seed=2))

    assert same(one, again)
    assert not same(one, other)
    assert torch.equal(torch.get_rng_state(), state)


@pytest.mark.parametrize("after", [1, 2, 4, 5])
def test_an_interrupted_training_goes_on_exactly(tmp_path: Path, after: int) -> None:
    straight, steps = run()

    resumed, rest = run(checkpoint=stopped(tmp_path / "run.safetensors", after))

    assert same(resumed, straight)
    assert [step.done for step in rest] == list(range(after + 1, 7))
    assert rest[-1].figures == steps[-1].figures
    assert [path.name for path in tmp_path.iterdir()] == ["run.safetensors"]


def test_a_finished_training_is_not_done_again(tmp_path: Path) -> None:
    file = tmp_path / "run.safetensors"
    first, _ = run(checkpoint=file)

    again, steps = run(checkpoint=file)

    assert steps == []
    assert same(again, first)


@pytest.mark.parametrize(
    "changes", [{"seed": 2}, {"batch": 3}, {"rate": 0.01}, {"forced": 0.5}, {"repainted": 2}]
)
def test_another_trainings_checkpoint_is_refused(tmp_path: Path, changes: dict[str, int]) -> None:
    file = stopped(tmp_path / "run.safetensors", 1)
    before = file.read_bytes()

    with pytest.raises(UnreadableFile, match="another training's; move it away"):
        run(replace(TRAINING, **changes), checkpoint=file)
    assert file.read_bytes() == before


def test_a_training_may_be_made_longer(tmp_path: Path) -> None:
    file = stopped(tmp_path / "run.safetensors", 2)

    _, steps = run(replace(TRAINING, steps=8), file)

    assert [step.done for step in steps] == list(range(3, 9))


def test_another_networks_checkpoint_is_refused(tmp_path: Path) -> None:
    file = stopped(tmp_path / "run.safetensors", 1)

    with pytest.raises(UnreadableFile, match="another training's"):
        run(checkpoint=file, config=TINY)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.999])
def test_a_truncated_checkpoint_is_a_sentence(tmp_path: Path, share: float) -> None:
    file = stopped(tmp_path / "run.safetensors", 1)
    data = file.read_bytes()
    file.write_bytes(data[: int(share * len(data))])

    with pytest.raises(UnreadableFile, match="damaged"):
        run(checkpoint=file)


@pytest.mark.parametrize(
    "text", [None, "not JSON", "[]", "{}", "null", '{"training": 7}', "[" * 10**5]
)
def test_a_checkpoint_of_odd_words_is_a_sentence(tmp_path: Path, text: str | None) -> None:
    file = stopped(tmp_path / "run.safetensors", 1)
    with safe_open(file, "pt") as opened:
        tensors = {key: opened.get_tensor(key) for key in opened.keys()}  # noqa: SIM118
    save_file(tensors, file, None if text is None else {"run": text})

    with pytest.raises(UnreadableFile, match="damaged"):
        run(checkpoint=file)


@pytest.mark.parametrize("name", ["student/convolutions.1_1.weight", "random/state", "pool/paint"])
def test_a_checkpoint_that_lacks_a_part_is_a_sentence(tmp_path: Path, name: str) -> None:
    file = stopped(tmp_path / "run.safetensors", 1)
    with safe_open(file, "pt") as opened:
        tensors = {key: opened.get_tensor(key) for key in opened.keys()}  # noqa: SIM118
        notes = opened.metadata()
    del tensors[name]
    save_file(tensors, file, notes)

    with pytest.raises(UnreadableFile, match="damaged"):
        run(checkpoint=file)


def test_a_pickle_is_not_executed(tmp_path: Path) -> None:
    file, made = tmp_path / "run.safetensors", tmp_path / "executed"
    file.write_bytes(hostile_pickle(made))

    with pytest.raises(UnreadableFile, match="damaged"):
        run(checkpoint=file)
    assert not made.exists()


def test_a_checkpoint_is_plain_tensors_and_words(tmp_path: Path) -> None:
    file = stopped(tmp_path / "run.safetensors", 2)

    with safe_open(file, "pt") as opened:
        notes = json.loads(opened.metadata()["run"])
    assert notes["done"] == 2
    assert notes["training"]["seed"] == TRAINING.seed


def test_a_teacher_as_wide_as_the_student_needs_no_head_to_compare() -> None:
    work = train_encoder(tiny_encoder(), pictures(), TRAINING, config=TINY)

    assert next(work).done == 1
