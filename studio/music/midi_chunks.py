"""The outside of a MIDI file: its header, where its chunks begin and end, and what it is in.

Standard MIDI Files 1.0 (RP-001). A wrong length or count is mended where the next chunk shows
what was meant, and every mend is a sentence.
"""

from dataclasses import dataclass
from typing import Final

from studio.music.note import TICKS
from studio.music.song_source import Fault, count_of

MOST_CHUNKS: Final = 4096
_SEARCHED: Final = 2**16  # bytes before the header: a RIFF or MacBinary wrapper is shorter
_END: Final = b"\xff\x2f\0"  # how every track ends
_FORMATS: Final = (0, 1, 2)
_FRAMES: Final = {24: (24, 1), 25: (25, 1), 29: (30_000, 1_001), 30: (30, 1)}  # a second


@dataclass(frozen=True, slots=True)
class Chunks:
    """Where the tracks of a MIDI file lie, and its time: ``ticks * up / down`` are of 480."""

    form: int
    up: int
    down: int
    spans: tuple[tuple[int, int], ...]
    """First byte, and the byte after the last, of each track's events."""
    timed: bool = True
    """Whether its ticks are parts of a quarter, so that its tempos count; else of a second."""


def find_chunks(data: bytes, warnings: list[str]) -> Chunks:
    """Find the tracks of a MIDI file; raises `Fault` for what is none."""
    begin = data.find(b"MThd", 0, _SEARCHED)
    if begin < 0:
        raise Fault(_no_header(data))
    if begin and data.startswith(b"RIFF"):  # "data", its size, and only then the MIDI
        data = data[: begin + int.from_bytes(data[begin - 4 : begin], "little")]
    elif begin:
        warnings.append(f"The first {count_of(begin, 'byte', 'bytes')} were no MIDI.")
    if len(data) < begin + 14:
        raise Fault("is cut off in its first bytes: it holds no music.")
    length = int.from_bytes(data[begin + 4 : begin + 8])
    form, claimed, division = (
        int.from_bytes(data[begin + at : begin + at + 2]) for at in (8, 10, 12)
    )
    if form not in _FORMATS:
        warnings.append(f"It is of the unknown format {form} and was read as format 1.")
        form = 1
    up, down, timed = _time(division, warnings)
    first = begin + 8 + length
    if not 6 <= length <= 2**16 or not _is_chunk(data, first):
        first = begin + 14
    spans = _spans(data, first, warnings)
    if not spans:
        raise Fault("holds no tracks: it is cut off or damaged.")
    if claimed != len(spans):
        there = "1 track was" if len(spans) == 1 else f"{len(spans):,} tracks were"
        said = count_of(claimed, "track", "tracks")
        warnings.append(f"It says that it has {said}; {there} found.")
    return Chunks(form, up, down, tuple(spans), timed)


def _no_header(data: bytes) -> str:
    if not data:
        return "is empty: it holds no music."
    if data[:4] == b"MTrk" or not any(data[:_SEARCHED]):
        return "is damaged: its beginning, the MIDI header, is missing."
    return "is no MIDI file, or its beginning is damaged."


def _time(division: int, warnings: list[str]) -> tuple[int, int, bool]:
    """The factor to ticks of 480, and whether the file counts quarters."""
    if division < 0x8000:
        if division == 0:
            warnings.append("It says that a quarter has no ticks; 480 were assumed.")
        return TICKS, division or TICKS, True
    frames, parts = 256 - (division >> 8), division & 0xFF
    if frames not in _FRAMES or parts == 0:
        raise Fault("counts time in frames of an unknown kind and cannot be read.")
    warnings.append("It counts time in film frames; it was laid out at 120 beats a minute.")
    over, under = _FRAMES[frames]
    return TICKS * 2 * under, over * parts, False


def _spans(data: bytes, at: int, warnings: list[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    wrong = strange = 0
    while at < len(data):
        if not _is_chunk(data, at):
            found = data.find(b"MTrk", at)
            strange += (found if found >= 0 else len(data)) - at
            if found < 0:
                break
            at = found
        begin, end = at + 8, at + 8 + int.from_bytes(data[at + 4 : at + 8])
        if data[at : at + 4] == b"MTrk":
            if begin > len(data):
                break
            if not (end == len(data) or _is_chunk(data, end) or data[end - 3 : end] == _END):
                found = data.find(b"MTrk", begin)
                # Too long a length says nothing more than that the file is cut off, and after
                # too short a one the track goes on: it ends itself in both cases.
                end = found if found >= 0 else len(data)
                wrong += 1
            if len(spans) == MOST_CHUNKS:
                raise Fault(f"claims to hold more than {MOST_CHUNKS:,} tracks.")
            spans.append((begin, end))
        at = end
    if wrong:
        tracks = count_of(wrong, "track", "tracks")
        warnings.append(f"The length of {tracks} was wrong; what is there was read.")
    if strange:
        warnings.append(f"{count_of(strange, 'byte', 'bytes')} between or after the tracks were "
                        "passed over.")  # fmt: skip
    return spans


def _is_chunk(data: bytes, at: int) -> bool:
    """Whether a chunk begins at ``at``: a track, or another with a length that can be."""
    kind = data[at : at + 4]
    if kind == b"MTrk":
        return True
    length = int.from_bytes(data[at + 4 : at + 8])
    return len(kind) == 4 and kind.isalpha() and kind.isascii() and at + 8 + length <= len(data)
