"""The verbs of the command line that play and convert songs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from studio.command import emit, say
from studio.options import Force, Json
from studio.terminal import follow, note

SongFile = Annotated[Path, typer.Argument(help="A song: MIDI, MusicXML, kern or ABC.")]


def render(
    song: SongFile,
    out: Annotated[Path, typer.Option("-o", "--out", help="The .wav, .flac or .ogg to write.")],
    soundfont: Annotated[
        Path | None, typer.Option(help="A soundfont (.sf2, .sf3); else the best that is found.")
    ] = None,
    rate: Annotated[int, typer.Option(help="Frames a second.", min=8_000, max=96_000)] = 44_100,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Play a song into a sound file, faster than real time."""
    from studio.audio.soundfont import best_soundfont, check_soundfont
    from studio.music.song_file import read_song
    from studio.tasks.render import RenderRequest
    from studio.tasks.render import render as rendered

    if soundfont is not None:
        check_soundfont(soundfont)
    file = read_song(song)
    for one in file.notes:
        note(one)
    request = RenderRequest(
        song=file.song, target=out, soundfont=best_soundfont(soundfont), rate=rate, force=force
    )
    report = follow(rendered(request))
    if as_json:
        emit(report)
    else:
        say(str(out))


def convert(
    source: SongFile,
    target: Annotated[Path, typer.Argument(help="The .mid, .musicxml or .mxl to write.")],
    force: Force = False,
) -> None:
    """Turn a song into another kind of file: MIDI or MusicXML."""
    from studio.tasks.convert import convert as converted

    for one in follow(converted(source, target, force=force)):
        note(one)
    say(str(target))
