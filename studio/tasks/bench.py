"""How fast the studio is on this machine, beside the bars that were set for two x86 cores."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from dataclasses import dataclass

from studio.errors import StudioError
from studio.jobs import Step, Work
from studio.tasks.bench_compose import caching, writing
from studio.tasks.bench_live import dragging, probed, seconds_to_canvas
from studio.tasks.bench_music import opening, rendering

SIDE = 512
_WARM, _COUNTED = 3, 11  # repetitions before and within a median
_STARTS = 4  # of the window, the first of which only warms the disk


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, beside what it must reach."""

    name: str
    value: str
    bar: str
    good: bool

    @property
    def mark(self) -> str:
        """``ok`` or ``!!``, to stand before the line."""
        return "ok" if self.good else "!!"


def measure() -> Work[tuple[Figure, ...]]:
    """Measure what takes less than a minute, yielding between the repetitions."""
    yield Step(0, _STARTS, "window", 0.0)
    window = yield from _window()
    songs = yield from _songs()
    try:
        written = yield from _composing()
        seeing = yield from _encoder()
        painting = yield from _fine()
        passes = yield from _one_pass()
        yield Step(0, 1, "live", 1.0)
        live = _live()
        yield Step(0, 1, "exploring", 1.0)
        dragged = _dragged()
    except StudioError as problem:
        return (window, *songs, Figure("the networks", problem.sentence, "", False))
    return (window, *songs, *written, seeing, painting, *passes, live, dragged)


def _window() -> Work[Figure]:
    seconds, answer = [], ""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"KLANGBILD_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        for start in range(_STARTS):
            began = time.perf_counter()
            answer = _start(environment)
            seconds.append(time.perf_counter() - began)
            if answer not in ("visible", "torch"):
                break
            yield Step(start + 1, _STARTS, "window", 0.4 * (start + 1) / _STARTS)
    name, bar = "window visible after the start", "<= 1.0 s, without torch"
    if answer not in ("visible", "torch"):
        return Figure(name, f"did not open: {answer}", bar, False)
    median = statistics.median(seconds[1:])
    early = ", torch imported" if answer == "torch" else ""
    return Figure(name, f"{median:.2f} s{early}", bar, median <= 1.0 and not early)


def _songs() -> Work[tuple[Figure, ...]]:
    size, seconds = yield from opening()
    speed = yield from rendering()
    opened = Figure(
        f"a MIDI file of {size:.0f} MB opened", f"{seconds:.2f} s", "<= 2 s", seconds <= 2
    )
    name, bar = "a song rendered", "faster than real time"
    if isinstance(speed, str):
        return opened, Figure(name, speed, bar, False)
    return opened, Figure(name, f"{speed:.0f} times real time", bar, speed > 1)


def _composing() -> Work[tuple[Figure, ...]]:
    written = yield from writing()
    cached = yield from caching()
    times = cached.without / cached.with_memory
    words = "the same words" if cached.same else "other words"
    return (
        Figure(
            "Generate pressed to the first note",
            f"{written.first:.2f} s, {written.loading:.2f} s where the network is loaded",
            "<= 1 s",
            written.first <= 1,
        ),
        Figure("eight bars written", f"{written.all:.2f} s", "<= 1.5 s", written.all <= 1.5),
        Figure(
            "composer with its memory, at 512 words",
            f"{times:.1f}× as fast, {words}",
            ">= 5×, the same",
            times >= 5 and cached.same,
        ),
    )


def _start(environment: dict[str, str]) -> str:
    """Open the window once in another process; its answer, or the end of its complaint."""
    return probed("start", environment, 60)


def _encoder() -> Work[Figure]:
    import torch

    from studio import registry
    from studio.device import choose
    from studio.image.encoder import TAPS

    device = choose()
    network = registry.encoder("studio", device.device).network
    picture = torch.rand(1, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(0))
    picture = picture.to(device.device, memory_format=torch.channels_last)
    half = device.precision == "bfloat16"

    @torch.no_grad()
    def see() -> None:
        with torch.autocast(picture.device.type, torch.bfloat16, enabled=half):
            float(network(picture, TAPS)["relu5_1"].mean())  # waits for a GPU

    seconds = []
    for turn in range(_WARM + _COUNTED):
        began = time.perf_counter()
        see()
        seconds.append(time.perf_counter() - began)
        yield Step(turn + 1, _WARM + _COUNTED, "encoder", 0.4 + 0.1 * turn / _COUNTED)
    return _milliseconds("encoder, 512 × 512", seconds[_WARM:], 60, device.precision)


def _fine() -> Work[Figure]:
    import torch

    from studio import registry
    from studio.device import choose
    from studio.image.encoder import STYLE_TAPS
    from studio.image.fine_plan import FineSettings, Stage
    from studio.image.losses import gram
    from studio.image.optimise import optimise

    device = choose()
    network = registry.encoder("studio", device.device).network
    random = torch.Generator().manual_seed(0)
    photo, style = torch.rand(2, 1, 3, SIDE, SIDE, generator=random).to(device.device)
    with torch.no_grad():
        targets = {tap: gram(x) for tap, x in network(style, STYLE_TAPS).items()}
    steps = _WARM + _COUNTED
    settings = FineSettings((Stage(SIDE, SIDE, steps),))
    half = device.precision == "bfloat16"
    seconds, began = [], time.perf_counter()
    for step in optimise(photo, lambda side: targets, network, settings, bfloat16=half):
        seconds.append(time.perf_counter() - began)
        yield Step(step.step, steps, "Fine", 0.5 + 0.5 * step.step / steps)
        began = time.perf_counter()
    bar = 4 if photo.is_cuda else 140
    return _milliseconds("Fine, one step, 512 × 512", seconds[_WARM:], bar, device.precision)


def _one_pass() -> Work[tuple[Figure, ...]]:
    from studio.tasks.bench_one_pass import seconds_one_pass

    seconds = yield from seconds_one_pass()
    bars = {"Instant, 512 × 512": 150, "Instant, 256 × 256": 40, "Fast, 1280 × 720": 250}
    ours, theirs = list(seconds.items())[: len(bars)], list(seconds.items())[len(bars) :]
    beside = dict(zip(("Instant, 512 × 512", "Fast, 1280 × 720"), theirs, strict=True))
    figures = []
    for name, spent in ours:
        value, bar = f"{1000 * spent:.0f} ms", f"<= {bars[name]} ms"
        if name in beside:
            peer, slow = beside[name]
            value += f", {slow / spent:.1f}× as fast as {peer.split(',')[0]} ({slow:.2f} s)"
        figures.append(Figure(name, value, bar, 1000 * spent <= bars[name]))
    return tuple(figures)


def _live() -> Figure:
    name, bar = "value changed to picture on the canvas", "<= 120 ms"
    spent = seconds_to_canvas()
    if isinstance(spent, str):
        return Figure(name, spent, bar, False)
    return Figure(name, f"{1000 * spent:.0f} ms", bar, spent <= 0.12)


def _dragged() -> Figure:
    name, bar = "dreams a second under a drag over the map", ">= 20, timer <= 25 ms"
    found = dragging()
    if isinstance(found, str):
        return Figure(name, found, bar, False)
    dreams, gap = found
    good = dreams >= 20 and gap <= 25
    return Figure(name, f"{dreams:.0f}, a timer of 16 ms within {gap:.0f} ms", bar, good)


def _milliseconds(name: str, seconds: list[float], bar: int, precision: str) -> Figure:
    median = 1000 * statistics.median(seconds)
    return Figure(name, f"{median:.0f} ms ({precision})", f"<= {bar} ms", median <= bar)
