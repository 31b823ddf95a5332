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
import math
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from studio.errors import UnreadableFile
from studio.image.encoder import CONTENT_TAP, STYLE_TAPS, Encoder
from studio.image.fine_plan import FineSettings, Stage, stage_cost
from studio.image.losses import gram, relative_distance
from studio.image.pyramid import collapse, empty_levels, spread
from studio.image.tiling import Tile, divide

StyleTargets = Callable[[float], Mapping[str, Tensor]]
"""Gram matrices by tap for a picture of the given square root of area in pixels."""

LIGHT, CHROMA = 1.0, 0.45
_OPPONENT = torch.tensor(
    [
        [1 / math.sqrt(3), 1 / math.sqrt(2), 1 / math.sqrt(6)],
        [1 / math.sqrt(3), 0.0, -2 / math.sqrt(6)],
        [1 / math.sqrt(3), -1 / math.sqrt(2), 1 / math.sqrt(6)],
    ]
) * torch.tensor([LIGHT, CHROMA, CHROMA])
"""Columns: light, red against blue, purple against green; chroma moves slower than light."""


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
) -> Generator[FineStep, None, Tensor]:
    """Repaint ``photo`` (1, 3, H, W), yielding after every step (every tile of a big picture).

    Returns (1, 3, H, W) in [0, 1] at the last stage's size. With ``checkpoint`` a run goes on
    exactly where that file left it; a checkpoint of another run is not touched and ignored.
    """
    run = _Run(photo, styles, encoder, settings, bfloat16)
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
    ) -> None:
        self.photo, self.styles, self.settings, self.bfloat16 = photo, styles, settings, bfloat16
        self.encoder = encoder.eval().requires_grad_(False)
        self.device = photo.device
        self.basis = _OPPONENT.to(self.device)
        self.inverse = torch.linalg.inv(_OPPONENT).to(self.device)
        self.losses: dict[str, float] = {}
        costs = [stage_cost(stage) for stage in settings.stages]
        self.cost_before = [sum(costs[:i]) / sum(costs) for i in range(len(costs) + 1)]
        self.index, self.done = 0, 0
        self._enter(self._start())

    @property
    def stage(self) -> Stage:
        """The present scale."""
        return self.settings.stages[self.index]

    @property
    def finished(self) -> bool:
        """True after the last step of the last stage."""
        return self.index == len(self.settings.stages) - 1 and self.done >= self.stage.steps

    def _start(self) -> Tensor:
        """The photo at the first stage, with the seed's noise."""
        stage = self.settings.stages[0]
        random = torch.Generator().manual_seed(self.settings.seed)
        noise = torch.randn(1, 3, stage.height, stage.width, generator=random)
        return self._photo_at(stage) + noise.to(self.device) * self.settings.noise

    def _photo_at(self, stage: Stage) -> Tensor:
        size = (stage.height, stage.width)
        if self.photo.shape[-2:] == size:
            return self.photo
        return F.interpolate(self.photo, size, mode="bicubic", antialias=True).clamp(0, 1)

    def _to_paint(self, picture: Tensor) -> Tensor:
        return _turn(self.inverse, picture)

    def _to_picture(self, paint: Tensor) -> Tensor:
        return _turn(self.basis, paint)

    @torch.no_grad()
    def _enter(self, picture: Tensor) -> None:
        """Begin the present stage from ``picture`` (any size)."""
        stage = self.stage
        size = (stage.height, stage.width)
        if picture.shape[-2:] != size:
            picture = F.interpolate(picture, size, mode="bicubic")
        paint = self._to_paint(picture.clamp(0, 1)).contiguous()
        self.levels = [paint, *empty_levels(paint, self.settings.levels)]
        self.first = [torch.zeros_like(level) for level in self.levels]
        self.second = [torch.zeros_like(level) for level in self.levels]
        self.average = torch.zeros_like(paint)
        self._see_targets()
        self.running = self._grams_of_all(self._to_picture(paint))
        self.settled = [dict(share) for share in self.running]

    @torch.no_grad()
    def _see_targets(self) -> None:
        """Style statistics and the photo's structure at the present scale."""
        stage = self.stage
        self.tiles = divide(stage.height, stage.width, self.settings.tile)
        self.targets = {tap: g.to(self.device) for tap, g in self.styles(stage.side).items()}
        photo = self._photo_at(stage)
        self._move_targets_towards(photo)
        seen = [self._see(_cut(photo, tile), (CONTENT_TAP,))[CONTENT_TAP] for tile in self.tiles]
        inner = [_inner(x, tile).flatten(2) for x, tile in zip(seen, self.tiles, strict=True)]
        self.photo_moments = _moments(torch.cat(inner, 2))
        self.structures = [_normalise(x, self.photo_moments) for x in seen]

    def _move_targets_towards(self, photo: Tensor) -> None:
        """Below full share the target lies between the photo's own statistics and the style's."""
        share = self.settings.style_share
        if share >= 1:
            return
        parts = self._gram_shares(photo)
        for tap, target in self.targets.items():
            own = torch.stack([part[tap] for part in parts]).sum(0)
            self.targets[tap] = own.lerp(target, share)

    def _see(self, picture: Tensor, taps: Sequence[str]) -> dict[str, Tensor]:
        picture = picture.contiguous(memory_format=torch.channels_last)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.bfloat16):
            features = self.encoder(picture, taps)
        return {tap: x.float() for tap, x in features.items()}

    @torch.no_grad()
    def _grams_of_all(self, picture: Tensor) -> list[dict[str, Tensor]]:
        """Each tile's share of the whole picture's Gram matrices; not needed for a single tile."""
        return [{}] if len(self.tiles) == 1 else self._gram_shares(picture)

    def _gram_shares(self, picture: Tensor) -> list[dict[str, Tensor]]:
        """Gram matrices by tile, weighted by area, so that they add up to the whole's."""
        shares = []
        whole = sum(tile.inner_area for tile in self.tiles)
        for tile in self.tiles:
            seen = self._see(_cut(picture, tile), STYLE_TAPS)
            share = tile.inner_area / whole
            shares.append({tap: gram(_inner(x, tile)) * share for tap, x in seen.items()})
        return shares

    def step(self) -> Generator[None, None, None]:
        """One step of Adam; yields between the tiles of a big picture."""
        picture = self._to_picture(collapse(self.levels))
        slope = torch.zeros_like(picture)
        whole = sum(tile.inner_area for tile in self.tiles)
        losses: dict[str, float] = {}
        for index, tile in enumerate(self.tiles):
            if index:
                yield
            found = self._tile_slope(picture, index, tile, tile.inner_area / whole, losses)
            _cut(slope, tile).add_(found)
        self._add_smoothness(picture, slope, losses)
        self._adam(_turn(self.basis.T, slope))
        self.losses = losses
        self.settled = [dict(share) for share in self.running]
        self.done += 1

    def _tile_slope(
        self, picture: Tensor, index: int, tile: Tile, share: float, losses: dict[str, float]
    ) -> Tensor:
        """The gradient of style and content with respect to one tile's pixels."""
        window = _cut(picture, tile).detach().requires_grad_()
        with torch.enable_grad():
            features = self._see(window, (*STYLE_TAPS, CONTENT_TAP))
            style = torch.zeros((), device=self.device)
            for tap in STYLE_TAPS:
                own = gram(_inner(features[tap], tile)) * share
                total = own
                if len(self.tiles) > 1:
                    others = [part[tap] for i, part in enumerate(self.running) if i != index]
                    total = own + torch.stack(others).sum(0)
                    self.running[index][tap] = own.detach()
                style = style + relative_distance(total, self.targets[tap]).mean()
            content = self._content(features[CONTENT_TAP], index, tile) * share
            style = style / len(STYLE_TAPS)
            weights = self.settings
            loss = weights.style_weight * style + weights.content_weight * content
            (slope,) = torch.autograd.grad(loss, window)
        losses["style"] = float(style.detach())
        losses["content"] = losses.get("content", 0.0) + float(content.detach())
        return slope

    def _content(self, features: Tensor, index: int, tile: Tile) -> Tensor:
        """Half the mean square between structures; a tile is normalised by the photo's moments."""
        inner = _inner(features, tile)
        moments = _moments(inner.flatten(2)) if len(self.tiles) == 1 else self.photo_moments
        difference = _normalise(inner, moments) - _inner(self.structures[index], tile)
        return difference.square().mean() / 2

    @torch.no_grad()
    def _add_smoothness(self, picture: Tensor, slope: Tensor, losses: dict[str, float]) -> None:
        """The gradient of the total variation: mean squared steps down and across."""
        if self.settings.smoothness <= 0:
            return
        for dim in (2, 3):
            step = picture.diff(dim=dim)
            scale = 2 * self.settings.smoothness / step.numel() * step
            size = step.shape[dim]
            slope.narrow(dim, 1, size).add_(scale)
            slope.narrow(dim, 0, size).sub_(scale)

    @torch.no_grad()
    def _adam(self, slope: Tensor) -> None:
        """Kingma & Ba 2015, with a rate that fades over a stage, held within [0, 1]."""
        settings, n = self.settings, self.done + 1
        share = self.done / max(1, self.stage.steps)
        rate = settings.rate * (1 - 0.95 * share)
        slopes = spread(slope, self.levels)
        for level, first, second, own in zip(
            self.levels, self.first, self.second, slopes, strict=True
        ):
            first.lerp_(own, 0.1)
            second.mul_(0.99).addcmul_(own, own, value=0.01)
            spread_of_slopes = (second / (1 - 0.99**n)).sqrt_().add_(1e-12)
            level.addcdiv_(first, spread_of_slopes, value=-rate / (1 - 0.9**n))
        paint = collapse(self.levels)
        held = self._to_paint(self._to_picture(paint).clamp_(0, 1))
        self.levels[0].add_(held - paint)
        self.average.lerp_(held, 1 - settings.decay)

    @torch.no_grad()
    def picture(self) -> Tensor:
        """The average of the iterates as (1, 3, h, w) in [0, 1]."""
        paint = self.levels[0]
        if self.done:
            paint = self.average / (1 - self.settings.decay**self.done)
        return self._to_picture(paint).clamp(0, 1)

    def next_stage_when_done(self) -> None:
        """Go on to the next scale, starting from the average, once this one has had its steps."""
        if self.done >= self.stage.steps and not self.finished:
            picture = self.picture()
            self.index, self.done = self.index + 1, 0
            self._enter(picture)

    def news(self, save: Callable[[], None] | None) -> FineStep:
        """Where the run stands."""
        before, after = self.cost_before[self.index : self.index + 2]
        return FineStep(
            self.index + 1,
            len(self.settings.stages),
            self.done,
            self.stage.steps,
            self.stage.height,
            self.stage.width,
            before + (after - before) * self.done / self.stage.steps,
            dict(self.losses),
            self.picture,
            save,
        )

    def _identity(self) -> str:
        """A digest of all that decides the run: no checkpoint is taken for another's."""
        digest = hashlib.sha256(json.dumps(asdict(self.settings)).encode())
        digest.update(self.photo.cpu().contiguous().numpy().tobytes())
        for gram_matrix in self.styles(256.0).values():
            digest.update(gram_matrix.cpu().contiguous().numpy().tobytes())
        digest.update(self.encoder.config.to_json().encode())
        return digest.hexdigest()

    @torch.no_grad()
    def save(self, path: Path) -> None:
        """Write all that the next step depends on; within a step, as it stood before it."""
        tensors = {"average": self.average}
        for name in ("levels", "first", "second"):
            tensors |= {f"{name}.{k}": level for k, level in enumerate(getattr(self, name))}
        for index, shares in enumerate(self.settled):
            tensors |= {f"running.{index}.{tap}": value for tap, value in shares.items()}
        notes = {"index": self.index, "done": self.done, "identity": self._identity()}
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(path.name + ".part")
        contiguous = {name: value.detach().cpu().contiguous() for name, value in tensors.items()}
        save_file(contiguous, partial, {"run": json.dumps(notes)})
        partial.replace(path)

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile for a damaged file."""
        try:
            with safe_open(path, "pt") as file:
                notes = json.loads((file.metadata() or {})["run"])
                if notes["identity"] != self._identity():
                    return
                self.index, self.done = int(notes["index"]), int(notes["done"])
                if self.index < 0 or not 0 <= self.done <= self.stage.steps:
                    raise ValueError("no such step")
                self._enter(self._photo_at(self.stage))
                self.average.copy_(_alike(file.get_tensor("average"), self.average))
                for name in ("levels", "first", "second"):
                    for k, level in enumerate(getattr(self, name)):
                        level.copy_(_alike(file.get_tensor(f"{name}.{k}"), level))
                self.running = [{} for _ in self.tiles]
                for key in file.keys():  # noqa: SIM118
                    if key.startswith("running."):
                        _, index, tap = key.split(".")
                        self.running[int(index)][tap] = file.get_tensor(key).to(self.device)
                self.settled = [dict(share) for share in self.running]
        except _DAMAGED as problem:
            raise UnreadableFile(
                f"The checkpoint {path.name} is damaged; the work starts anew once it is removed."
            ) from problem


_DAMAGED = (
    *(OSError, KeyError, ValueError, TypeError, IndexError, OverflowError, RecursionError),
    SafetensorError,
)


def _alike(tensor: Tensor, pattern: Tensor) -> Tensor:
    """The tensor, which must have the pattern's shape and be finite; ValueError otherwise."""
    if tensor.shape != pattern.shape or not bool(tensor.isfinite().all()):
        raise ValueError("another shape")
    return tensor


def _turn(matrix: Tensor, picture: Tensor) -> Tensor:
    """Another basis for the three channels of (1, 3, H, W)."""
    return (matrix @ picture.reshape(3, -1)).view(1, 3, *picture.shape[-2:])


def _cut(picture: Tensor, tile: Tile) -> Tensor:
    """The tile with its surroundings."""
    rows, columns = tile.rows, tile.columns
    return picture[..., rows.start : rows.stop, columns.start : columns.stop]


def _inner(features: Tensor, tile: Tile) -> Tensor:
    """The part of a tile's features that counts, at whatever scale the features are."""
    rows, columns = tile.rows, tile.columns
    scale = features.shape[-2] / (rows.stop - rows.start)
    scale = 2.0 ** round(math.log2(scale))
    top, left = ((s.inner_start - s.start) * scale for s in (rows, columns))
    down, right = ((s.inner_stop - s.start) * scale for s in (rows, columns))
    return features[..., int(top) : math.ceil(down), int(left) : math.ceil(right)]


def _moments(flat: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and deviation by channel of (1, C, N), each (1, C, 1, 1)."""
    variance, mean = torch.var_mean(flat, 2, keepdim=True, correction=0)
    return mean[..., None], (variance + 1e-5).sqrt()[..., None]


def _normalise(features: Tensor, moments: tuple[Tensor, Tensor]) -> Tensor:
    return (features - moments[0]) / moments[1]
