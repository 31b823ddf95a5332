"""The names of instruments, their families, drum kits and drums in the user's language.

Files and recipes keep the English names; ``packaging/translate.py`` takes them from
`studio.music.instruments`.
"""

from PySide6.QtCore import QCoreApplication

from studio.music.instruments import DRUMS, instrument_name
from studio.music.song import Track


def instrument_word(name: str) -> str:
    """An English name of `studio.music.instruments` as the window shows it."""
    return QCoreApplication.translate("Instrument", name)


def track_instrument(track: Track) -> str:
    """What a track plays on: “Grand piano”, “Standard kit”."""
    return instrument_word(instrument_name(track))


def drum_word(pitch: int) -> str:
    """What a key of a drum kit strikes; empty for a key that strikes nothing."""
    return instrument_word(DRUMS[pitch]) if pitch in DRUMS else ""
