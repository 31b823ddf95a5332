"""The process that reads or writes one score with music21, and ends: `python -m` this, then a verb.

``read mxl|xml|abc`` takes the bytes of a file and gives JSON: the song and the notes about
it, or what is wrong with the file. ``write`` takes a song and gives MusicXML. A score that was
made to do harm can here neither hold up the studio nor use up its memory: see `score_process`.
"""

import json
import sys
import warnings
from contextlib import suppress
from dataclasses import replace
from typing import Any

from studio.errors import StudioError
from studio.music.score_abc import first_tune, plain_tune
from studio.music.score_import import song_of_score
from studio.music.score_slim import make_slim
from studio.music.score_sound import Sound, recipe_of, sounds_of
from studio.music.score_text import checked_xml, decoded, unpacked
from studio.music.score_wire import song_text, text_song
from studio.music.song import Song
from studio.music.song_source import Fault

MOST_MEMORY = 4 << 30  # bytes

_DAMAGED = "is damaged, or says what no score can say; it cannot be read."


def main() -> None:
    """Do what the command line says with what stands on the standard input."""
    warnings.simplefilter("ignore")  # music21 speaks to programmers
    hold_memory(MOST_MEMORY)
    data = sys.stdin.buffer.read()
    if sys.argv[1] == "write":
        from studio.music.score_export import musicxml_of

        answer = musicxml_of(text_song(data.decode()))
    else:
        answer = json.dumps(answered(data, sys.argv[2])).encode()
    sys.stdout.buffer.write(answer)


def answered(data: bytes, kind: str) -> dict[str, Any]:
    """What ``read`` gives: ``song`` as text and ``notes``, or ``fault``."""
    try:
        song, notes = read(data, kind)
    except Fault as fault:
        return {"fault": str(fault)}
    except StudioError as error:
        return {"fault": f"cannot be read: {error.sentence[:1].lower()}{error.sentence[1:]}"}
    except MemoryError:
        return {"fault": "needs more memory than a score can, and was not opened."}
    except Exception:  # noqa: BLE001 - music21 raises whatever a damaged score leads it to
        return {"fault": _DAMAGED}
    return {"song": song_text(song), "notes": notes}


def read(data: bytes, kind: str) -> tuple[Song, list[str]]:
    """The song in the bytes of a score, and what was mended or left out."""
    notes: list[str] = []
    sounds: list[Sound] = []
    recipe = None
    if kind in ("mxl", "xml"):
        root = checked_xml(unpacked(data) if kind == "mxl" else data)
        sounds, recipe = sounds_of(root), recipe_of(root)
        make_slim(root, notes)
        score = _of_musicxml(root)
    else:
        score = _of_abc(plain_tune(first_tune(decoded(data), notes)))
    song = song_of_score(score, sounds, notes)
    return replace(song, recipe=recipe), notes


def hold_memory(most: int) -> None:
    """Let this process have no more than ``most`` bytes, where the system can hold it to that."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _of_musicxml(root: Any) -> Any:
    from music21.musicxml.xmlToM21 import MusicXMLImporter

    importer = MusicXMLImporter()
    importer.xmlRoot = root
    importer.xmlRootToScore(root, importer.stream)
    return importer.stream


def _of_abc(text: str) -> Any:
    from music21 import abcFormat

    # It would look for a metre that suits each bar that is too long, which can take for ever.
    abcFormat.translate.reBar = lambda part, **_: part
    return _first(abcFormat.translate.abcToStreamScore(abcFormat.ABCFile().readstr(text)))


def _first(score: Any) -> Any:
    """Of several pieces in one file the first."""
    from music21 import stream

    return next(iter(score.scores)) if isinstance(score, stream.Opus) else score


if __name__ == "__main__":
    main()
