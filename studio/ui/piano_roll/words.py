"""Notes in words, for those who hear the roll instead of seeing it."""

from studio.music.instruments import DRUMS
from studio.music.note import TICKS, Note
from studio.music.song import Song
from studio.music.theory import pitch_name
from studio.ui.instrument_words import drum_word
from studio.ui.translate import tr


def pitch_words(song: Song, place: int, pitch: int, tick: int = 0) -> str:
    """``C sharp 4``, ``B flat 3`` as the key has it, or what a drum kit strikes there."""
    track = song.tracks[place] if place < len(song.tracks) else None
    if track is not None and track.drums and pitch in DRUMS:
        return drum_word(pitch)
    name = pitch_name(pitch, song.key_at(tick).fifths < 0)
    letter, rest = name[0], name[1:]
    if rest.startswith("#"):
        return tr("{letter} sharp {octave}").format(letter=letter, octave=rest[1:])
    if rest.startswith("b"):
        return tr("{letter} flat {octave}").format(letter=letter, octave=rest[1:])
    return f"{letter} {rest}"


def length_words(ticks: int) -> str:
    """``eighth``, ``dotted quarter``, ``eighth triplet``, else ``1.2 quarters``."""
    for size, name in _lengths():
        if ticks == size:
            return name
        if ticks * 2 == size * 3:
            return tr("dotted {length}").format(length=name)
        if ticks * 3 == size * 2:
            return tr("{length} triplet").format(length=name)
    return tr("{count} quarters").format(count=f"{ticks / TICKS:.4g}")


def place_words(song: Song, tick: int) -> str:
    """``bar 3 beat 2``."""
    bar, beat, rest = song.metres.position(tick)
    if rest:
        return tr("bar {bar} beat {beat} tick {tick}").format(bar=bar, beat=beat, tick=rest)
    return tr("bar {bar} beat {beat}").format(bar=bar, beat=beat)


def note_words(song: Song, place: int, note: Note) -> str:
    """``C sharp 4, bar 3 beat 2, eighth, velocity 90``."""
    words = tr("{pitch}, {place}, {length}, velocity {velocity}").format(
        pitch=pitch_words(song, place, note.pitch, note.start),
        place=place_words(song, note.start),
        length=length_words(note.length),
        velocity=note.velocity,
    )
    return tr("{note}, locked").format(note=words) if note.locked else words


def _lengths() -> tuple[tuple[int, str], ...]:
    return (
        (TICKS * 4, tr("whole")),
        (TICKS * 2, tr("half")),
        (TICKS, tr("quarter")),
        (TICKS // 2, tr("eighth")),
        (TICKS // 4, tr("sixteenth")),
        (TICKS // 8, tr("thirty-second")),
        (TICKS // 16, tr("sixty-fourth")),
    )
