"""The recipe of a rendered song: it holds the song itself, so that a sound file gives it back."""

import base64
import binascii
from pathlib import Path

from studio.audio.export import read_recipe
from studio.document.json_value import JSON
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.music.midi_file import midi_bytes, parse_midi
from studio.music.song import Song
from studio.music.song_file import SongFile

TASK = "render"
_MOST = 180_000  # bytes of MIDI: what one string of a recipe has room for


def render_recipe(song: Song, soundfont: str, rate: int) -> str:
    """The text of the recipe of a sound file.

    A song that takes more than 180 kB as MIDI is named but not held.
    """
    midi = midi_bytes(song)
    request: dict[str, JSON] = {
        "title": song.title,
        "soundfont": soundfont,
        "rate": rate,
        "song": base64.b64encode(midi).decode() if len(midi) <= _MOST else None,
    }
    return Recipe(TASK, request).to_text()


def song_inside(path: Path) -> SongFile:
    """The song that a sound file of the studio carries; StudioError where there is none."""
    text = read_recipe(path)
    if text is None:
        raise StudioError(
            f"“{path.name}” carries no song; a sound that the studio exported does, or MIDI."
        )
    recipe = Recipe.from_text(text)
    packed = recipe.request.get("song")
    if recipe.task != TASK or not isinstance(packed, str):
        raise StudioError(f"The recipe in “{path.name}” holds no song; open its MIDI file instead.")
    try:
        midi = base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError):
        raise StudioError(f"The song in “{path.name}” is damaged.") from None
    return parse_midi(midi, path.name)
