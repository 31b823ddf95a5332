"""Training as the command line asks for it: the encoder from a teacher and folders of pictures."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import torch
import torch.nn.functional as F

from studio import registry
from studio.device import choose
from studio.image.encoder import TAPS, Encoder, EncoderConfig, from_quarter_width, from_vgg19
from studio.jobs import Step, Work
from studio.paths import made
from studio.registry import MODELS
from studio.tasks.train_files import (
    Trained,
    check_folders,
    check_output,
    checkpoint_path,
    data_set,
    steps_of,
)
from studio.training import encoder as distillation
from studio.training.encoder import EncoderTraining
from studio.training.model_card import ModelCard, write_model
from studio.training.pictures import PictureSet, read_folders
from studio.vgg19 import fetch_vgg19
from studio.weights import file_sha256, read_weights

KIND = "klangbild encoder"


@dataclass(frozen=True, slots=True)
class EncoderPlan:
    """All that a training of the encoder is asked for; ``notes`` are texts by folder name."""

    teacher: str
    """A file, or ``vgg19``."""
    folders: tuple[Path, ...]
    output: Path
    training: EncoderTraining = field(default_factory=EncoderTraining)
    leave_out: tuple[str, ...] = ()
    validate: Path | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    command: str = ""


@dataclass(frozen=True, slots=True)
class Teacher:
    """A network to learn from, and the words that name it on the card."""

    encoder: Encoder
    name: str
    sha256: str


def train_encoder(plan: EncoderPlan, *, force: bool = False) -> Work[Trained]:
    """Train, measure, and write the weights with their card; goes on from an earlier interruption.

    Raises StudioError before anything slow where the plan cannot be carried out.
    """
    began = time.perf_counter()
    check_folders((*plan.folders, *([plan.validate] if plan.validate else [])))
    check_output(plan.output, force)
    yield Step(0, plan.training.steps, "reading the teacher", 0.0)
    teacher = read_teacher(plan.teacher)
    yield Step(0, plan.training.steps, "reading the pictures", 0.0)
    pictures = read_folders(plan.folders, smallest=plan.training.side, leave_out=plan.leave_out)
    checkpoint = _checkpoint(plan, teacher)
    made(checkpoint.parent)
    student, figures = yield from _distil(plan.training, teacher, pictures, checkpoint)
    if plan.validate is not None:
        seen = read_folders((plan.validate,), smallest=plan.training.side)
        figures |= likeness(teacher.encoder, student, seen, plan.training.side)
    data = tuple(data_set(folder, plan.notes, plan.leave_out) for folder in plan.folders)
    card = ModelCard(
        name=plan.output.stem,
        kind=KIND,
        summary="VGG-shaped features of a picture at five depths",
        architecture=json.loads(student.config.to_json()) | {"parameters": student.parameter_count},
        command=plan.command,
        data=data,
        seed=plan.training.seed,
        steps=plan.training.steps,
        figures=figures,
        teacher={"name": teacher.name, "sha256": teacher.sha256},
    )
    sha256 = write_model(
        plan.output, student.state_dict(), student.config.to_json(), card, force=force
    )
    checkpoint.unlink(missing_ok=True)
    undescribed = tuple(d.name for d in data if not d.note)
    return Trained(plan.output, sha256, time.perf_counter() - began, figures, undescribed)


def _distil(
    training: EncoderTraining, teacher: Teacher, pictures: PictureSet, checkpoint: Path
) -> Work[tuple[Encoder, dict[str, float]]]:
    own, others = dict(EncoderConfig().layers), dict(teacher.encoder.config.layers)
    if any(own[tap.removeprefix("relu")] != others[tap.removeprefix("relu")] for tap in TAPS):
        training = replace(training, forced=0.0)  # its features do not fit into the student
    work = distillation.train_encoder(
        teacher.encoder,
        pictures,
        training,
        checkpoint=checkpoint,
        bfloat16=choose().precision == "bfloat16",
    )
    return (yield from steps_of(work, _unexplained))


def _unexplained(figures: Mapping[str, float]) -> str:
    error = sum(figures.get(tap, 0.0) for tap in TAPS) / len(TAPS)
    return f"unexplained {error:.3f}"


def _checkpoint(plan: EncoderPlan, teacher: Teacher) -> Path:
    """Where this very training is kept when it is interrupted."""
    asked = [asdict(plan.training), teacher.sha256, plan.leave_out]
    asked += [[str(folder.resolve()) for folder in plan.folders]]
    return checkpoint_path("encoder", asked)


def read_teacher(source: str) -> Teacher:
    """Read the network to learn from; ``vgg19`` is fetched where it is not here yet.

    A file holds the convolutions ``conv0``, ``conv11`` … or torchvision's names. Raises
    UnreadableFile for another one, and Unavailable where VGG-19 cannot be fetched.
    """
    if source == "vgg19":
        if not MODELS["vgg19"].path.is_file():
            fetch_vgg19()
        loaded = registry.encoder("vgg19")
        return Teacher(loaded.network, "torchvision's VGG-19", loaded.sha256)
    path = Path(source)
    weights, _ = read_weights(path)
    build = from_quarter_width if "conv0.weight" in weights else from_vgg19
    return Teacher(build(weights), path.name, file_sha256(path))


@torch.no_grad()
def likeness(
    teacher: Encoder, student: Encoder, pictures: PictureSet, side: int, *, count: int = 48
) -> dict[str, float]:
    """The mean cosine between the two networks' features at each tap, on crops of pictures.

    Left out where their widths differ, since then there is nothing to compare directly.
    """
    crops = pictures.crops(count, side, torch.Generator().manual_seed(0))
    figures = {}
    seen, made_ = teacher(crops, TAPS), student(crops, TAPS)
    for tap in TAPS:
        if seen[tap].shape == made_[tap].shape:
            cosine = F.cosine_similarity(seen[tap], made_[tap], dim=1).mean()
            figures[f"cosine {tap}"] = round(float(cosine), 4)
    return figures
