"""What a repainting will take, before it is begun: no torch, so that a slider can ask each time."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, replace

from studio.device import memory_available
from studio.errors import StudioError, WontFit
from studio.image import one_pass_plan
from studio.image.convert import fit_size
from studio.image.fine_plan import (
    TILES,
    Stage,
    choose_tile,
    memory_needed,
    memory_working,
    pixel_steps,
    plan_stages,
)
from studio.tasks.calibration import recall, remember
from studio.tasks.style_request import StyleRequest

_WIDTHS = {"studio": 1.0, "vgg19": 4.2}
"""How much more memory an encoder's features take than the studio's."""
_SECONDS = {
    **{"studio": 0.45, "vgg19": 7.5, "instant": 0.6, "adain": 0.5, "fast": 0.35},
    **{"learn": 2.8, "learn whole": 3.4},
}
"""Seconds for a million pixels on two cores, until this machine was measured: for a step of Fine
with an encoder, for the whole of an engine that paints in one pass, for a step of training Fast."""
_START = 1.5
"""Seconds to load and to measure the photo."""
_START_ONE_PASS = 0.3
_RESERVE = 150 * 2**20
_START_SIZE = 512
"""Longer side of the picture that Fine goes on from: what the engines of one pass decide at."""
_NARROWEST = 32
_FEWEST = 8
"""A photo with fewer pixels a side shows nothing: it is less than one cell of its structure."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Time, memory and tiles of a run, and the sentence that says so or why it cannot be."""

    seconds: float
    memory: int
    tiles: int
    fits: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will do on this machine at this moment."""

    height: int
    width: int
    stages: tuple[Stage, ...]
    tile: int


def plan(request: StyleRequest, photo_size: tuple[int, int]) -> Plan:
    """Sizes, scales and tiles for a photo of (width, height).

    Raises StudioError for a strip too narrow to see and a photo of a few pixels, WontFit with the
    sizes that do fit.
    """
    width, height = photo_size
    if min(width, height) < _FEWEST:
        raise StudioError(
            f"The photo is too small ({width} × {height}); "
            f"it needs at least {_FEWEST} pixels a side."
        )
    rows, columns = fit_size((height, width), request.size)
    if min(rows, columns) < _NARROWEST:
        needed = math.ceil(_NARROWEST * max(photo_size) / min(photo_size))
        raise StudioError(
            f"At {request.size} px the photo would be only {min(rows, columns)} px narrow; "
            + (f"choose at least {needed} px." if needed <= 4096 else "crop it first.")
        )
    tile = _tile(request, rows, columns)
    if tile is None:
        raise WontFit(_sizes_that_fit(request, photo_size))
    if request.engine != "fine":
        return Plan(rows, columns, (), tile)
    begin = _start_side(request, photo_size) if request.start else 0.0
    return Plan(rows, columns, plan_stages(rows, columns, request.quality, begin=begin), tile)


def start_request(request: StyleRequest) -> StyleRequest:
    """What the engine that Fine goes on from is asked for; the colours are kept at Fine's end."""
    size = min(request.size, _START_SIZE)
    plain = replace(request, start="", encoder="studio", keep_colours=0.0)
    return replace(plain, engine=request.start, size=size)


def _start_side(request: StyleRequest, photo_size: tuple[int, int]) -> float:
    """The scale at which Fine takes the start up: half its size, so that strokes can still move."""
    width, height = photo_size
    rows, columns = fit_size((height, width), start_request(request).size)
    return math.sqrt(rows * columns) / 2


def estimate(request: StyleRequest, photo_size: tuple[int, int]) -> Estimate:
    """Time and memory for the request on a photo of (width, height); never raises for a bad one."""
    try:
        planned = plan(request, photo_size)
    except StudioError as problem:
        return Estimate(0.0, 0, 0, False, str(problem))
    if request.engine != "fine":
        return _estimate_one_pass(request, planned)
    seconds = _START + seconds_a_step(request.encoder) * pixel_steps(planned.stages)
    if request.start:
        seconds += estimate(start_request(request), photo_size).seconds
    memory = _needed(request, planned.height, planned.width, planned.tile)
    tiles = math.ceil(planned.height / planned.tile) * math.ceil(planned.width / planned.tile)
    return Estimate(seconds, memory, tiles, True, _sentence(seconds, memory))


def _estimate_one_pass(request: StyleRequest, planned: Plan) -> Estimate:
    size = (planned.height, planned.width)
    base = one_pass_plan.base_size(request.engine, size, request.style_size)
    pixels = one_pass_plan.pixels_painted(size, base)
    seconds = _START_ONE_PASS + seconds_a_step(request.engine) * pixels / 1e6
    memory = one_pass_plan.memory_needed(size, base, planned.tile)
    tiles = math.ceil(planned.height / planned.tile) * math.ceil(planned.width / planned.tile)
    return Estimate(seconds, memory, tiles, True, _sentence(seconds, memory))


def _sentence(seconds: float, memory: int) -> str:
    minutes, rest = divmod(max(1, round(seconds)), 60)
    return f"{minutes}:{rest:02} · {memory / 1e9:.1f} GB"


def seconds_a_step(encoder: str) -> float:
    """Seconds for one step on a million pixels: measured here, or the reference machine's."""
    measured = recall("speed").get(encoder)
    return measured or _SECONDS[encoder] * 2 / min(4, max(1, os.cpu_count() or 2))


def remember_speed(encoder: str, seconds: float) -> None:
    """Keep what a finished run took for one step on a million pixels."""
    remember("speed", encoder, seconds)


def remember_memory(encoder: str, planned: Plan, taken: int) -> None:
    """Keep how much a finished run took beside what was foretold for it.

    A run that took more counts at once, one that took less by half: too much tiling costs time,
    too little the run.
    """
    foretold = memory_working(planned.height, planned.width, planned.tile, _WIDTHS[encoder])
    found, known = taken / foretold, _factor(encoder)
    remember("memory", encoder, found if found > known else (found + known) / 2)


def _factor(encoder: str) -> float:
    """How much more than foretold the runs on this machine took."""
    return recall("memory").get(encoder, 1.0)


def _tile(request: StyleRequest, height: int, width: int) -> int | None:
    spare = memory_available() - _RESERVE
    if request.engine != "fine":
        base = one_pass_plan.base_size(request.engine, (height, width), request.style_size)
        return one_pass_plan.choose_tile((height, width), base, spare)
    widths, factor = _WIDTHS[request.encoder], _factor(request.encoder)
    guided = bool(request.style_map)
    return choose_tile(height, width, spare, widths, factor=factor, guided=guided)


def _needed(request: StyleRequest, height: int, width: int, tile: int) -> int:
    widths, factor = _WIDTHS[request.encoder], _factor(request.encoder)
    guided = bool(request.style_map)
    return memory_needed(height, width, tile, widths, factor=factor, guided=guided)


def _sizes_that_fit(request: StyleRequest, photo_size: tuple[int, int]) -> str:
    width, height = photo_size
    steps = (2896, 2048, 1448, 1024, 724, 512, 362, 256, 128, 64)
    for size in (step for step in steps if step < request.size):
        rows, columns = fit_size((height, width), size)
        if min(rows, columns) >= _NARROWEST and _tile(request, rows, columns) is not None:
            return (
                f"{request.size} px need more memory than is free; up to {size} px fit now. "
                "Choose that, or close other programs."
            )
    rows, columns = fit_size((height, width), request.size)
    needed = _needed(request, rows, columns, TILES[-1])
    return f"{needed / 1e9:.1f} GB of memory are needed and not free; close other programs."
