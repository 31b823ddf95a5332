"""The encoder trained from a teacher's file and folders of pictures."""

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors import safe_open
from safetensors.torch import save_file

from studio.errors import AlreadyExists, StudioError, UnreadableFile
from studio.image.encoder import Encoder, EncoderConfig
from studio.jobs import Step, Work
from studio.paths import state_dir
from studio.tasks.train import EncoderPlan, Trained, likeness, read_teacher, train_encoder
from studio.training.encoder import EncoderTraining
from studio.training.pictures import read_folders

STAGES = ((4, 4), (4, 4), (8, 8, 8, 8), (8, 8, 8, 8), (8,))


@pytest.fixture
def teacher(tmp_path: Path) -> Path:
    """A teacher of a few hundred weights, in the form of the quarter-width VGG-19."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        encoder = Encoder(EncoderConfig(STAGES, "layer"))
    weights = {"conv0.weight": encoder.entry_weight, "conv0.bias": encoder.entry_bias}
    for name, convolution in encoder.convolutions.items():
        for kind, value in convolution.state_dict().items():
            weights[f"conv{name.replace('_', '')}.{kind}"] = value
    save_file({k: v.contiguous() for k, v in weights.items()}, tmp_path / "teacher.safetensors")
    return tmp_path / "teacher.safetensors"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for index in range(3):
        pixels = np.random.default_rng(index).integers(0, 255, (80, 96, 3), np.uint8)
        Image.fromarray(pixels).save(folder / f"{index}.png")
    return folder


def plan_of(teacher: Path, folder: Path, **changes: object) -> EncoderPlan:
    values = {
        "teacher": str(teacher),
        "folders": (folder,),
        "output": folder.parent / "out.safetensors",
        "training": EncoderTraining(steps=2, batch=2, side=64, repainted=1),
        "notes": {"photos": "CC0"},
        "command": "studio train encoder photos",
    }
    return EncoderPlan(**(values | changes))  # type: ignore[arg-type]


def trained(work: Work[Trained]) -> tuple[list[Step], Trained]:
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


def test_weights_and_card_are_written(teacher: Path, folder: Path) -> None:
    steps, result = trained(train_encoder(plan_of(teacher, folder, leave_out=("2",))))

    assert steps[-1].done == steps[-1].total == 2
    with safe_open(result.path, "pt") as file:
        config = EncoderConfig.from_json(file.metadata()["config"])
        weights = {key: file.get_tensor(key).float() for key in file.keys()}  # noqa: SIM118
    Encoder(config).load_state_dict(weights)
    card = json.loads(result.path.with_suffix(".json").read_text())
    assert card["sha256"] == result.sha256
    assert card["data"] == [{"name": "photos", "pictures": 2, "note": "CC0"}]
    assert (card["seed"], card["steps"]) == (1, 2)
    assert card["teacher"]["name"] == "teacher.safetensors"
    assert card["architecture"]["parameters"] == Encoder(config).parameter_count
    assert list((state_dir() / "checkpoints").iterdir()) == []


def test_a_folder_without_a_note_is_told(teacher: Path, folder: Path) -> None:
    _, result = trained(train_encoder(plan_of(teacher, folder, notes={})))
    assert result.undescribed == ("photos",)


def test_an_interrupted_training_goes_on(teacher: Path, folder: Path) -> None:
    plan = plan_of(teacher, folder)
    work = train_encoder(plan)
    while (step := next(work)).done < 1:
        pass
    assert step.save is not None
    step.save()
    work.close()

    steps, _ = trained(train_encoder(plan))

    assert [step.done for step in steps if step.done] == [2]


def test_the_same_seed_trains_the_same_weights(teacher: Path, folder: Path) -> None:
    sums = []
    for name in ("one", "two"):
        plan = plan_of(teacher, folder, output=folder.parent / f"{name}.safetensors")
        sums.append(trained(train_encoder(plan))[1].sha256)
    assert sums[0] == sums[1]


def test_nothing_is_trained_for_a_file_that_is_there(teacher: Path, folder: Path) -> None:
    plan = plan_of(teacher, folder)
    plan.output.write_bytes(b"mine")
    with pytest.raises(AlreadyExists):
        next(train_encoder(plan))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"folders": (Path("gone"),)}, "not a folder"),
        ({"output": Path("weights.bin")}, "safetensors"),
        ({"output": Path("gone/weights.safetensors")}, "no folder"),
        ({"validate": Path("gone")}, "not a folder"),
    ],
)
def test_a_plan_that_cannot_be_carried_out_is_a_sentence(
    teacher: Path, folder: Path, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(StudioError, match=words):
        next(train_encoder(plan_of(teacher, folder, **changes)))


def test_a_folder_without_pictures_is_a_sentence(teacher: Path, folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(StudioError, match="No readable picture"):
        trained(train_encoder(plan_of(teacher, folder, folders=(folder / "empty",))))


class _Bomb:
    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, ("executed", "w")


@pytest.mark.parametrize("name", ["teacher.safetensors", "teacher.pth"])
def test_a_pickle_is_not_executed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(pickle.dumps(_Bomb(), 2))

    with pytest.raises(UnreadableFile):
        read_teacher(name)
    assert not (tmp_path / "executed").exists()


def test_other_weights_and_no_file_are_no_teacher(tmp_path: Path) -> None:
    save_file({"a": torch.ones(2)}, tmp_path / "other.safetensors")
    with pytest.raises(UnreadableFile):
        read_teacher(str(tmp_path / "other.safetensors"))
    with pytest.raises(UnreadableFile):
        read_teacher(str(tmp_path / "gone.safetensors"))


def test_a_network_is_like_itself(teacher: Path, folder: Path) -> None:
    encoder = read_teacher(str(teacher)).encoder
    figures = likeness(encoder, encoder, read_folders((folder,), smallest=64), 64, count=2)
    # Where nothing at all is seen the cosine is 0, so that the mean may fall short of 1.
    assert figures.keys() == {f"cosine relu{n}" for n in ("1_1", "2_1", "3_1", "4_1", "4_2", "5_1")}
    assert figures["cosine relu1_1"] > 0.9
