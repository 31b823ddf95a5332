"""The verb that composes: a song, a plan from a picture or words, and rules in; songs out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studio.command import emit, say
from studio.errors import StudioError
from studio.options import Force, Json
from studio.terminal import columns, follow, note

if TYPE_CHECKING:
    from studio.music.song import Song
    from studio.tasks.compose_files import ComposedFile
    from studio.tasks.compose_request import ComposeRequest
    from studio.tasks.composition import Composition
    from studio.tasks.picture_music import Row


def compose(
    out: Annotated[
        Path, typer.Option("-o", "--out", "--output", help="A .mid, .musicxml, .wav … to write.")
    ],
    model: Annotated[str, typer.Option(help="lstm, composer, or a model trained here.")] = "lstm",
    bars: Annotated[int | None, typer.Option(help="How many bars; 8 else.")] = None,
    key: Annotated[str | None, typer.Option(help="As in “D dorian”: no other notes.")] = None,
    metre: Annotated[str | None, typer.Option(help="As in 3/4, for a new song.")] = None,
    tempo: Annotated[float | None, typer.Option(help="Quarters a minute, for a new song.")] = None,
    temperature: Annotated[float, typer.Option(help="0.1 (the usual) to 1.5 (the odd).")] = 0.95,
    top_p: Annotated[float, typer.Option(help="Draw among the likeliest of this share.")] = 1.0,
    seed: Annotated[int, typer.Option(min=0, help="The same seed writes the same notes.")] = 0,
    variations: Annotated[int, typer.Option(help="1 to 8; OUT-1, OUT-2 and so on.")] = 1,
    continue_: Annotated[
        Path | None, typer.Option("--continue", metavar="SONG", help="Go on from its end.")
    ] = None,
    fill: Annotated[
        Path | None, typer.Option(metavar="SONG", help="Write bars A to B of it anew.")
    ] = None,
    vary: Annotated[Path | None, typer.Option(metavar="SONG", help="Vary its melody.")] = None,
    accompany: Annotated[
        Path | None, typer.Option(metavar="SONG", help="Write parts under its melody.")
    ] = None,
    harmonise: Annotated[
        Path | None, typer.Option(metavar="SONG", help="Put chords under its melody.")
    ] = None,
    from_bar: Annotated[int | None, typer.Option(min=1, help="The first bar, from 1.")] = None,
    to_bar: Annotated[int | None, typer.Option(min=1, help="The last bar.")] = None,
    track: Annotated[int | None, typer.Option(min=1, help="Which track; the melody else.")] = None,
    chords: Annotated[str | None, typer.Option(help="As in “Dm7 | G7 | C”.")] = None,
    range_: Annotated[str | None, typer.Option("--range", help="As in C4-C6.")] = None,
    density: Annotated[str | None, typer.Option(help="Notes a bar, as in 2-8.")] = None,
    leap: Annotated[int | None, typer.Option(help="The largest leap in semitones.")] = None,
    change: Annotated[float, typer.Option(help="How much --vary changes, 0 to 1.")] = 0.5,
    parts: Annotated[str, typer.Option(help="Of --accompany: piano,bass,drums.")] = "piano",
    picture: Annotated[Path | None, typer.Option(help="Write music to this picture.")] = None,
    words: Annotated[str | None, typer.Option(help="Write music to these words.")] = None,
    pattern: Annotated[str, typer.Option(help="How chords are played: block, broken …")] = "",
    drums: Annotated[str, typer.Option(help="A drum style: rock, bossa nova …")] = "",
    human: Annotated[float, typer.Option(help="How unevenly it is played, 0 to 1.")] = 0.5,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Compose: a new melody, or into a song that is there."""
    from studio.tasks.compose_files import compose_files, targets

    targets(out, max(1, min(8, variations)), force=force)
    files = {"continue": continue_, "fill": fill, "vary": vary, "accompany": accompany,
             "harmonise": harmonise}  # fmt: skip
    verb, song = _asked(files, picture is not None or words is not None)
    rows: tuple[Row, ...] = ()
    if picture is not None or words is not None:
        request, rows = _planned(picture, words, 8 if bars is None else bars, seed)
    elif song is None:
        request = _new(8 if bars is None else bars, metre, tempo, key)
    else:
        request = _into(verb, song, track, bars, from_bar, to_bar)
    wanted = tuple(part.strip() for part in parts.split(",") if part.strip())
    request = replace(
        request, model=model, temperature=temperature, top_p=top_p, seed=seed,
        variations=variations, human=human, change=change, parts=wanted, pattern=pattern,
        drumming=drums,
    )  # fmt: skip
    request = _ruled(request, key, chords, range_, density, leap)
    composition, written = follow(compose_files(request, out, force=force))
    _tell(composition, written, rows, as_json)


def _asked(files: dict[str, Path | None], from_plan: bool) -> tuple[str, Song | None]:
    """The verb, and the song that it is about."""
    given = [(verb, path) for verb, path in files.items() if path is not None]
    if len(given) + from_plan > 1:
        names = ", ".join(f"--{verb}" for verb in files)
        raise StudioError(f"Give only one of {names}, or a picture or words without them.")
    if not given:
        return "generate", None
    from studio.music.song_file import read_song

    verb, path = given[0]
    file = read_song(path)
    for one in file.notes:
        note(one)
    return verb, file.song


def _planned(
    picture: Path | None, words: str | None, bars: int, seed: int
) -> tuple[ComposeRequest, tuple[Row, ...]]:
    """What a picture, words or both ask for, and the table that it came from."""
    from studio.image.picture_file import read_picture
    from studio.music.mood import read_mood
    from studio.tasks.compose_planned import planned
    from studio.tasks.picture_music import Mapping, read_in, seen_in

    seen: dict[str, float] = {}
    if picture is not None:
        seen |= seen_in(read_picture(picture).pixels)
    if words is not None:
        seen |= read_in(read_mood(words))
    table = Mapping()
    source = words or (picture.name if picture is not None else "")
    return planned(table.plan(seen), bars, seed=seed, source=source), table.rows(seen)


def _new(bars: int, metre: str | None, tempo: float | None, key: str | None) -> ComposeRequest:
    from studio.music.song import Song, Track
    from studio.music.theory import parse_key
    from studio.tasks.compose_request import ComposeRequest
    from studio.tasks.compose_words import parse_metre

    song = Song(tracks=(Track("Melody"),))
    if key is not None:
        song = song.with_keys([parse_key(key)])
    if metre is not None:
        found = parse_metre(metre)
        song = song.with_metre(found.numerator, found.denominator)
    if tempo is not None:
        song = song.with_tempo(tempo)
    return ComposeRequest(song=song, end=max(0, bars) * song.metres.at(0).bar)


def _into(
    verb: str,
    song: Song,
    track: int | None,
    bars: int | None,
    from_bar: int | None,
    to_bar: int | None,
) -> ComposeRequest:
    """What is asked for in a song that is there."""
    from studio.tasks.compose_request import ComposeRequest
    from studio.tasks.compose_words import melody_place

    place = melody_place(song, track)
    metres = song.metres
    if verb == "continue":
        end = song.tracks[place].notes.end
        begin = metres.whole_bars(end) if from_bar is None else metres.tick(from_bar)
        stop = begin + (8 if bars is None else bars) * metres.at(begin).bar
    else:
        if verb == "fill" and (from_bar is None or to_bar is None):
            raise StudioError("Say which bars to fill, as in --from-bar 3 --to-bar 4.")
        begin = metres.tick(from_bar or 1)
        last = metres.tick(to_bar + 1) if to_bar is not None else song.length
        stop = last if bars is None or to_bar is not None else begin + bars * metres.at(begin).bar
    if stop <= begin:
        raise StudioError("The last bar comes before the first; swap them.")
    return ComposeRequest(verb=verb, song=song, track=place, begin=begin, end=stop)


def _ruled(
    request: ComposeRequest,
    key: str | None,
    chords: str | None,
    range_: str | None,
    density: str | None,
    leap: int | None,
) -> ComposeRequest:
    """The request with the rules that are said; those of a plan else."""
    from studio.music.theory import parse_key
    from studio.tasks.compose_words import parse_chords, parse_density, parse_range

    if key is not None:
        request = replace(request, key=parse_key(key))
    if chords is not None:
        lane = parse_chords(chords, request.metre, request.begin, request.end)
        request = replace(request, chords=lane)
    if range_ is not None:
        lowest, highest = parse_range(range_)
        request = replace(request, lowest=lowest, highest=highest)
    if density is not None:
        fewest, most = parse_density(density)
        request = replace(request, fewest=fewest, most=most)
    return request if leap is None else replace(request, leap=leap)


def _tell(
    composition: Composition,
    written: tuple[ComposedFile, ...],
    rows: tuple[Row, ...],
    as_json: bool,
) -> None:
    for file in written:
        for one in file.left_out:
            note(one)
    if as_json:
        chords = [[[c.tick, c.name] for c in one.chords] for one in composition.variations]
        emit({
            "verb": composition.request.verb,
            "written": [file._asdict() for file in written],
            "chords": chords,
            "models": dict(composition.models),
            "table": [row._asdict() for row in rows],
        })  # fmt: skip
        return
    lines = [(r.seen, "" if r.value is None else f"{r.value:.2f}", r.decides, r.result)
             for r in rows]  # fmt: skip
    for line in columns(lines):
        say(line)
    for file, variation in zip(written, composition.variations, strict=True):
        names = " ".join(chord.name for chord in variation.chords)
        say(f"{file.path}  {file.notes} notes  seed {file.seed}  {names}".rstrip())
