"""Fine: a picture repainted by optimisation (Gatys et al. 2016), coarse to fine.

Departures from the paper, each for a reason: scales grow by the square root of two, with a warm
start, so that large strokes come first; the variable lives in an opponent colour basis with tame
chroma, which removes colour noise; an average of the iterates is what is shown and kept; distances
are shares of the target's energy, so that weights mean the same at every depth; content is compared
in instance-normalised features, so that the photo's colours are free to change. Pictures beyond one
tile are differentiated tile by tile against running Gram matrices of the whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.image.encoder import Encoder
from studio.image.fine_checkpoint import reading, write
from studio.image.fine_goal import Goal, StyleTargets
from studio.image.fine_guide import Guide
from studio.image.fine_paint import Paint
from studio.image.fine_plan import FineSettings, Stage, stage_cost


@dataclass(frozen=True, slots=True)
class FineStep:
    """News of a run: where it stands, and how to see and save it."""

    stage: int
    stages: int
    step: int
    steps: int
    height: int
    width: int
    fraction: float
    losses: Mapping[str, float]
    picture: Callable[[], Tensor]
    save: Callable[[], None] | None


def optimise(
    photo: Tensor,
    styles: StyleTargets,
    encoder: Encoder,
    settings: FineSettings,
    *,
    checkpoint: Path | None = None,
    bfloat16: bool = False,
    guide: Guide | None = None,
    start: Tensor | None = None,
) -> Generator[FineStep, None, Tensor]:
    """Repaint ``photo`` (1, 3, H, W), yielding after every step (every tile of a big picture).

    Returns (1, 3, H, W) in [0, 1] at the last stage's size. With ``checkpoint`` a run goes on
    exactly where that file left it; a checkpoint of another run is not touched and ignored.
    With ``guide`` the styles give one target for each of its regions, and the photo stays where it
    says so. With ``start`` (1, 3, any, any) the work goes on from that picture instead of from the
    photo with noise.
    """
    run = _Run(photo, styles, encoder, settings, bfloat16, guide, start)
    if checkpoint is not None and checkpoint.exists():
        run.restore(checkpoint)
    save = None if checkpoint is None else (lambda: run.save(checkpoint))
    while not run.finished:
        run.next_stage_when_done()
        for _ in run.step():
            yield run.news(save)
        yield run.news(save)
    return run.picture()


class _Run:
    """The state of one optimisation."""

    def __init__(
        self,
        photo: Tensor,
        styles: StyleTargets,
        encoder: Encoder,
        settings: FineSettings,
        bfloat16: bool,
        guide: Guide | None,
        start: Tensor | None,
    ) -> None:
        self.photo, self.styles, self.settings, self.bfloat16 = photo, styles, settings, bfloat16
        self.guide, self.start = guide, start
        self.encoder = encoder.eval().requires_grad_(False)
        costs = [stage_cost(stage) for stage in settings.stages]
        self.cost_before = [sum(costs[:i]) / sum(costs) for i in range(len(costs) + 1)]
        self.index = 0
        self._enter(self._start())

    @property
    def stage(self) -> Stage:
        """The present scale."""
        return self.settings.stages[self.index]

    @property
    def finished(self) -> bool:
        """True after the last step of the last stage."""
        last = self.index == len(self.settings.stages) - 1
        return last and self.paint.done >= self.stage.steps

    def _start(self) -> Tensor:
        """The start picture, or the photo at the first stage with the seed's noise."""
        stage = self.settings.stages[0]
        if self.start is not None:
            return _fitted(self.start, stage)
        random = torch.Generator().manual_seed(self.settings.seed)
        noise = torch.randn(1, 3, stage.height, stage.width, generator=random)
        return self._photo_at(stage) + noise.to(self.photo.device) * self.settings.noise

    def _photo_at(self, stage: Stage) -> Tensor:
        return _fitted(self.photo, stage)

    def _enter(self, picture: Tensor) -> None:
        """Begin the present stage from ``picture`` (any size)."""
        self.paint = Paint(picture, self.stage, self.settings)
        self.photo_here = self._photo_at(self.stage)
        size = (self.stage.height, self.stage.width)
        self.guide_here = None if self.guide is None else self.guide.resized(size)
        self.goal = Goal(
            self.photo_here,
            self.styles,
            self.encoder,
            self.settings,
            tile=self.settings.tile,
            bfloat16=self.bfloat16,
            guide=self.guide_here,
        )
        self.goal.measure(self._kept(self.paint.present()))
        self._settle()

    def _kept(self, picture: Tensor) -> Tensor:
        """The picture with the photo where that stays."""
        guide = self.guide_here
        return picture if guide is None else guide.keep(picture, self.photo_here)

    def picture(self) -> Tensor:
        """What is shown and kept, (1, 3, h, w) in [0, 1]."""
        return self._kept(self.paint.picture())

    def _settle(self) -> None:
        """Remember the running Gram matrices as they stand between two steps."""
        self.settled = [dict(share) for share in self.goal.running]

    def step(self) -> Generator[None, None, None]:
        """One step of Adam; yields between the tiles of a big picture."""
        slope = yield from self.goal.slope(self._kept(self.paint.present()))
        self.paint.descend(slope if self.guide_here is None else self.guide_here.released(slope))
        self._settle()

    def next_stage_when_done(self) -> None:
        """Go on to the next scale, starting from the average, once this one has had its steps."""
        if self.paint.done >= self.stage.steps and not self.finished:
            self.index += 1
            self._enter(self.paint.picture())

    def news(self, save: Callable[[], None] | None) -> FineStep:
        """Where the run stands."""
        before, after = self.cost_before[self.index : self.index + 2]
        done = self.paint.done
        return FineStep(
            self.index + 1,
            len(self.settings.stages),
            done,
            self.stage.steps,
            self.stage.height,
            self.stage.width,
            before + (after - before) * done / self.stage.steps,
            dict(self.goal.losses),
            self.picture,
            save,
        )

    def _identity(self) -> str:
        """A digest of all that decides the run: no checkpoint is taken for another's."""
        digest = hashlib.sha256(json.dumps(asdict(self.settings)).encode())
        digest.update(self.photo.cpu().contiguous().numpy().tobytes())
        for gram_matrix in self.styles(256.0).values():
            digest.update(gram_matrix.cpu().contiguous().numpy().tobytes())
        if self.guide is not None:
            for plane in (self.guide.regions, self.guide.photo):
                digest.update(b"none" if plane is None else plane.cpu().numpy().tobytes())
        if self.start is not None:
            digest.update(self.start.cpu().contiguous().numpy().tobytes())
        digest.update(self.encoder.config.to_json().encode())
        return digest.hexdigest()

    @torch.no_grad()
    def save(self, path: Path) -> None:
        """Write all that the next step depends on; within a step, as it stood before it."""
        tensors = dict(self.paint.tensors())
        for index, shares in enumerate(self.settled):
            tensors |= {f"running.{index}.{tap}": value for tap, value in shares.items()}
        notes = {"index": self.index, "done": self.paint.done, "identity": self._identity()}
        write(path, tensors, notes)

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile for a damaged file."""
        with reading(path) as saved, torch.no_grad():
            if saved.notes["identity"] != self._identity():
                return
            index, done = int(saved.notes["index"]), int(saved.notes["done"])
            stages = self.settings.stages
            if not 0 <= index < len(stages) or not 0 <= done <= stages[index].steps:
                raise ValueError("no such step")
            self.index = index
            self._enter(self._photo_at(self.stage))
            saved.fill(self.paint.tensors())
            self.paint.done = done
            for name, value in saved.below("running.").items():
                tile, tap = name.split(".")
                self.goal.running[int(tile)][tap] = value.to(self.photo.device)
            self._settle()


def _fitted(picture: Tensor, stage: Stage) -> Tensor:
    """The picture at the stage's size."""
    size = (stage.height, stage.width)
    if picture.shape[-2:] == size:
        return picture
    return F.interpolate(picture, size, mode="bicubic", antialias=True).clamp(0, 1)
