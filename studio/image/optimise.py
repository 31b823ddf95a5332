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

from studio.errors import WontFit
from studio.image.encoder import Encoder
from studio.image.fine_checkpoint import reading, write
from studio.image.fine_goal import Goal, StyleTargets
from studio.image.fine_guide import Guide
from studio.image.fine_paint import Paint
from studio.image.fine_plan import SMALLEST_TILE, FineSettings, Stage, stage_cost
from studio.image.memory import Steps, is_out_of_memory, spoils_kernels
from studio.image.tiling import GRID, divide


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
    note: str = ""
    """What was given up since memory ran out; empty as long as it suffices."""


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

    Where memory runs out the tiles become smaller, then the precision lower, and the step is
    repeated; WontFit when nothing is left to give up.
    """
    run = _Run(photo, styles, encoder, settings, bfloat16, guide, start)
    save = None if checkpoint is None else (lambda: run.save(checkpoint))
    steps = Steps()
    try:
        while not (run.begun and run.finished):
            try:
                yield from _attempt(run, steps, save, checkpoint)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                kernels = spoils_kernels(error)
            else:
                continue
            if not steps.recover(kernels=kernels):
                raise run.will_not_fit()
            run.give_up_something()
        return run.picture()
    finally:
        steps.close()


def _attempt(
    run: _Run, steps: Steps, save: Callable[[], None] | None, checkpoint: Path | None
) -> Generator[FineStep, None, None]:
    """Begin the run if it is not begun, and do one step."""
    if not run.begun:
        steps.call(lambda: run.begin(checkpoint))
        if run.finished:
            return
    work = run.step()
    while steps.call(lambda: next(work, _END)) is not _END:
        yield run.news(save)
    yield run.news(save)


_END = object()


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
        self.index, self.begun = 0, False
        self.tile, self.alike, self.note = settings.tile, False, ""
        self.from_picture: Tensor | None = None
        """What a scale that is not yet entered begins from."""
        self.renew_goal = False

    @property
    def stage(self) -> Stage:
        """The present scale."""
        return self.settings.stages[self.index]

    @property
    def finished(self) -> bool:
        """True after the last step of the last stage."""
        last = self.index == len(self.settings.stages) - 1
        return last and self.from_picture is None and self.paint.done >= self.stage.steps

    def begin(self, checkpoint: Path | None) -> None:
        """Enter the first scale, or take up the run that the checkpoint holds."""
        if checkpoint is None or not checkpoint.exists() or not self.restore(checkpoint):
            self._enter(self._start())
        self.begun = True

    def will_not_fit(self) -> WontFit:
        """What to say when nothing smaller is left."""
        size = max(self.stage.height, self.stage.width)
        return WontFit(
            f"The memory does not suffice for {size} px, not even in small tiles; "
            "choose a smaller size, or close other programs."
        )

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
        self._aim()

    @torch.no_grad()
    def _aim(self) -> None:
        """See what the present scale strives for, with tiles of the present size."""
        self.goal = Goal(
            self.photo_here,
            self.styles,
            self.encoder,
            self.settings,
            tile=self.tile,
            alike=self.alike,
            bfloat16=self.bfloat16,
            guide=self.guide_here,
        )
        self.goal.measure(self._kept(self.paint.present()))
        self._settle()
        self.renew_goal = False

    def give_up_something(self) -> None:
        """Take smaller tiles, else lower precision; raises WontFit when neither is left."""
        height, width = self.stage.height, self.stage.width
        tile, count = self.tile, len(divide(height, width, self.tile))
        while tile > SMALLEST_TILE:
            tile = max(SMALLEST_TILE, tile // 2)
            if len(divide(height, width, tile)) > count:
                self.tile, self.alike, self.renew_goal = tile, True, True
                self.note = "smaller tiles"
                return
        if self.bfloat16 or self.photo.device.type == "cpu":
            raise self.will_not_fit()
        self.bfloat16, self.renew_goal = True, True
        self.note = "smaller tiles and lower precision" if self.note else "lower precision"

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
        """One step, of the next scale where this has had its steps; yields between tiles.

        It can be repeated after it ran out of memory at any place.
        """
        if self.from_picture is None and self.paint.done >= self.stage.steps:
            self.from_picture = self.picture()
            self.index += 1
        if self.from_picture is not None:
            self._enter(self.from_picture)
            self.from_picture = None
        if self.renew_goal:
            self._aim()
        if not self.paint.moved:
            slope = yield from self.goal.slope(self._kept(self.paint.present()))
            guide = self.guide_here
            self.paint.move(slope if guide is None else guide.released(slope))
        self.paint.hold()
        self._settle()

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
            self.note,
        )

    def _identity(self) -> str:
        """A digest of all that decides the run: no checkpoint is taken for another's."""
        decisive = {name: v for name, v in asdict(self.settings).items() if name != "tile"}
        digest = hashlib.sha256(json.dumps(decisive).encode())
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
        notes = {
            "index": self.index,
            "done": self.paint.done,
            "tile": self.goal.tile,
            "alike": self.goal.alike,
            "identity": self._identity(),
        }
        write(path, tensors, notes)

    @torch.no_grad()
    def restore(self, path: Path) -> bool:
        """Take up a run where ``save`` left it; False for another run's checkpoint.

        It goes on in tiles of the size that it had, exactly, or in smaller ones where the plan now
        asks for those. Raises UnreadableFile for a damaged file.
        """
        with reading(path) as saved:
            if saved.notes["identity"] != self._identity():
                return False
            index, done = int(saved.notes["index"]), int(saved.notes["done"])
            stages, tile = self.settings.stages, int(saved.notes["tile"])
            if not 0 <= index < len(stages) or not 0 <= done <= stages[index].steps or tile < GRID:
                raise ValueError("no such step")
            self.index = index
            if tile <= self.tile:
                self.tile, self.alike = tile, saved.notes["alike"] is True
            self._enter(self._photo_at(self.stage))
            saved.fill(self.paint.tensors())
            self.paint.done = done
            if tile == self.goal.tile:
                self._take_running(saved.below("running."))
            else:
                self.goal.measure(self._kept(self.paint.present()))
            self._settle()
        return True

    def _take_running(self, shares: Mapping[str, Tensor]) -> None:
        for name, value in shares.items():
            index, tap = name.split(".")
            self.goal.running[int(index)][tap] = value.to(self.photo.device)


def _fitted(picture: Tensor, stage: Stage) -> Tensor:
    """The picture at the stage's size."""
    size = (stage.height, stage.width)
    if picture.shape[-2:] == size:
        return picture
    return F.interpolate(picture, size, mode="bicubic", antialias=True).clamp(0, 1)
