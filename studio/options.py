"""Options that several verbs of the command line take, each in the same words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout, nothing else.")]
Force = Annotated[bool, typer.Option("--force", help="Write over files that are there.")]
Seed = Annotated[int, typer.Option(min=0, help="The same seed, the same run.")]

# What trains a network.
Pictures = Annotated[
    list[Path], typer.Argument(metavar="PICTURES…", help="Folders of pictures to learn from.")
]
Tunes = Annotated[
    Path | None, typer.Option(help="A folder of ABC tunes; else the books of music21.")
]
Weights = Annotated[Path, typer.Option("--output", "-o", "--out", help="The weights to write.")]
Steps = Annotated[int, typer.Option(min=1, help="Steps of training.")]
CropSide = Annotated[int, typer.Option(min=64, help="Their side in pixels.")]
LeaveOut = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="A picture not to learn from.")
]
DataNote = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=TEXT", help="A folder's licence and authors, for the card."),
]
DataNotes = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The same as JSON: names and texts.")
]
