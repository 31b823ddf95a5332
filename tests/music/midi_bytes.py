"""MIDI files made by hand, byte by byte, whole and broken."""

import struct

END = b"\0\xff\x2f\0"
NOTE = b"\0\x90\x3c\x40\x60\x80\x3c\x40"  # middle C for 96 ticks


def number(value: int) -> bytes:
    """A number of variable length."""
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(value & 0x7F | 0x80)
    return bytes(reversed(parts))


def track(events: bytes, length: int | None = None) -> bytes:
    """A track; ``length`` where it is to claim another one."""
    return b"MTrk" + struct.pack(">I", len(events) if length is None else length) + events


def midi(*tracks: bytes, form: int = 1, division: int = 480, claimed: int | None = None) -> bytes:
    """A file; ``claimed`` where it is to name another number of tracks."""
    count = len(tracks) if claimed is None else claimed
    return b"MThd" + struct.pack(">IHHH", 6, form, count, division) + b"".join(tracks)


def notes(*pitches: int, channel: int = 0) -> bytes:
    """Quarters one after another, at 480 ticks."""
    return b"".join(
        bytes((0, 0x90 | channel, pitch, 64)) + number(480) + bytes((0x80 | channel, pitch, 0))
        for pitch in pitches
    )
