"""The verbs below ``studio evaluate``: what the networks know of songs, and what spaces hold."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, astuple, fields
from pathlib import Path
from typing import Annotated, Any

import typer

from studio.command import emit, say, say_figures
from studio.options import Json, Seed
from studio.terminal import columns, follow

Songs = Annotated[list[Path], typer.Argument(help="MIDI, ABC, MusicXML or kern.")]

evaluate = typer.Typer(help="Measure songs by the networks.", no_args_is_help=True)


@evaluate.command("melody")
def evaluate_melody(
    files: Songs,
    as_json: Json = False,
) -> None:
    """Say in nats a sixteenth how well the networks foresee a melody; the fewer the better."""
    from studio.tasks.evaluate_melody import MelodyRequest, overall
    from studio.tasks.evaluate_melody import evaluate_melody as measured

    found = follow(measured(MelodyRequest(tuple(files))))
    if as_json:
        emit({"melodies": found, "overall": overall(found)})
        return
    names = sorted({name for one in found for name in one.nats})
    rows = [("melody", "key", "bars", *names, "longest known run")]
    for one in found:
        figures = [f"{one.nats[name]:.3f}" if name in one.nats else "" for name in names]
        known = f"{one.copied.bars:.1f} bars"
        rows.append((one.title or one.path.name, one.key, f"{one.bars:.0f}", *figures, known))
    if len(found) > 1:
        mean = overall(found)
        rows.append(("all", "", "", *(f"{mean[name]:.3f}" for name in names), ""))
    for line in columns(rows):
        say(line)


@evaluate.command("notes")
def evaluate_notes(
    files: Songs,
    as_json: Json = False,
) -> None:
    """Count pitches, keys and rhythm, as pieces of music are compared by them."""
    from studio.tasks.evaluate_notes import evaluate_notes as counted

    found = follow(counted(tuple(files)))
    if as_json:
        emit({"songs": dict(found.songs), "mean": found.mean, "deviation": found.deviation})
        return
    heads = ("song", "entropy (bits)", "in one scale", "groove", "notes a bar", "mean pitch")
    rows: list[tuple[str, ...]] = [heads]
    lines = [*found.songs, ("mean", found.mean), ("deviation", found.deviation)]
    for name, one in lines if len(found.songs) > 1 else found.songs:
        rows.append((name, *(f"{value:.3f}" for value in astuple(one))))
    for line in columns(rows):
        say(line)


@evaluate.command("latent")
def evaluate_latent(
    model: Annotated[str, typer.Argument(help="A latent space: its name or file.")],
    data: Annotated[
        Path | None, typer.Option(help="The folder it learned from; else the books of music21.")
    ] = None,
    melodies: Annotated[int, typer.Option(min=1, help="Unseen melodies asked back.")] = 512,
    ways: Annotated[int, typer.Option(min=1, help="Ways between two of them.")] = 64,
    samples: Annotated[int, typer.Option(min=1, help="Melodies of latents by chance.")] = 256,
    seed: Seed = 0,
    unseen: Annotated[
        Path | None, typer.Option(help="A folder of pictures of which nothing was learned.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure a latent space: what comes back, how even ways are, what samples copy."""
    from studio.tasks.evaluate_latent import LatentRequest
    from studio.tasks.evaluate_latent import evaluate_latent as measured
    from studio.tasks.latent_figures_pictures import PictureFigures

    found = follow(measured(LatentRequest(model, data, melodies, ways, samples, seed, unseen)))
    if as_json:
        emit(_finite(asdict(found)))
        return
    if isinstance(found, PictureFigures):
        say_figures(found.figures)
        return
    tables: tuple[tuple[str, dict[str, Any]], ...] = (
        ("unseen tunes, back", {"": found.back}),
        ("ways between them", dict(found.ways)),
        ("melodies", dict(found.tunes)),
    )
    for title, table in tables:
        for line in columns(_side_by_side(title, table)):
            say(line)
        say("")
    say(f"Real tunes at the ends of the ways are in one scale by {found.ends_in_scale:.3f}.")


def _side_by_side(title: str, table: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """A row for each field of the figures, a column for each of the table."""
    rows = [(title, *table)]
    for field in fields(next(iter(table.values()))):
        values = [getattr(one, field.name) for one in table.values()]
        shown = (f"{v:.3f}" if isinstance(v, float) else str(v) for v in values if v is not None)
        rows.append((field.name.replace("_", " "), *shown))
    return [row for row in rows if len(row) == len(rows[0])]


def _finite(value: Any) -> Any:
    """The same with None for what is no number, as JSON wants it."""
    if isinstance(value, dict):
        return {name: _finite(one) for name, one in value.items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value
