"""The colours of the tracks, and how notes, rows and lines are mixed of them and of the theme."""

from functools import lru_cache

from PySide6.QtGui import QColor

from studio.music.song import Track
from studio.ui import theme

PALETTES: dict[str, tuple[str, ...]] = {
    "dark": (
        *("#F0A35E", "#6FB7F2", "#7CCB92", "#EE7DB4"),
        *("#A992FF", "#E3C95B", "#55CFC4", "#F0857D"),
    ),
    "light": (
        *("#E08432", "#3B8FD6", "#3A9D5D", "#D2569A"),
        *("#7F63E0", "#B29413", "#1A9E94", "#D4524A"),
    ),
    "contrast": (
        *("#FFC27A", "#8FD0FF", "#8FEFA9", "#FFA8D5"),
        *("#C9B8FF", "#FFE97A", "#7AF0E4", "#FF9C9C"),
    ),
}
SHADES = 8
"""Shades of a track's colour, by velocity."""


def track_colour(place: int, track: Track | None = None) -> QColor:
    """The colour of a track: its own of the palette, or the one of its place."""
    palette = PALETTES[theme.current()]
    chosen = place if track is None or track.colour < 0 else track.colour
    return QColor(palette[chosen % len(palette)])


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """``share`` (0..1) of the second colour in the first."""
    keep = 1 - share
    return QColor.fromRgbF(
        first.redF() * keep + second.redF() * share,
        first.greenF() * keep + second.greenF() * share,
        first.blueF() * keep + second.blueF() * share,
    )


def faded(colour: QColor, alpha: float) -> QColor:
    """The colour, as opaque as ``alpha``."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def shade(colour: QColor, level: int, *, selected: bool = False) -> QColor:
    """A note's fill at a level of velocity, 0 for the softest to ``SHADES`` - 1 for the loudest."""
    softness = 1 - level / (SHADES - 1)
    filled = mix(colour, theme.tokens().colour("panel"), 0.52 * softness)
    if not selected:
        return filled
    if theme.current() == "light":
        return mix(filled, theme.tokens().colour("text"), 0.5)
    return mix(filled, QColor("#FFFFFF"), 0.55)


def ghost(colour: QColor) -> QColor:
    """The fill of another track's note: faint, so that it lies behind."""
    return mix(theme.tokens().colour("panel"), colour, 0.36)


def ink(fill: QColor) -> QColor:
    """What is legible (4.5:1) on any fill: black or white."""
    return QColor(_ink(fill.name()))


@lru_cache(maxsize=256)
def _ink(fill: str) -> str:
    dark, light = "#000000", "#FFFFFF"
    return dark if theme.contrast(dark, fill) >= theme.contrast(light, fill) else light


def row_fill(in_scale: bool, tonic: bool) -> QColor:
    """The ground of a row by its place in the scale."""
    colours = theme.tokens()
    name = theme.current()
    if name == "contrast":
        plain = QColor("#17191D") if in_scale else QColor("#000000")
        return mix(plain, colours.colour("cool"), 0.16) if tonic else plain
    if name == "light":
        plain = mix(colours.colour("panel"), colours.colour("raised"), 0.8)
        plain = plain if in_scale else mix(colours.colour("panel"), colours.colour("ground"), 0.55)
        return mix(plain, colours.colour("cool"), 0.09) if tonic else plain
    plain = mix(colours.colour("panel"), colours.colour("raised"), 0.25)
    plain = plain if in_scale else mix(colours.colour("ground"), colours.colour("panel"), 0.4)
    return mix(plain, colours.colour("cool"), 0.07) if tonic else plain


def lines() -> tuple[QColor, QColor, QColor, QColor]:
    """The colours of the lines of bar, beat, grid and row."""
    line, ground = theme.tokens().colour("line"), row_fill(True, False)
    if theme.current() == "contrast":
        return line, mix(ground, line, 0.5), mix(ground, line, 0.25), mix(ground, line, 0.2)
    bar = mix(line, theme.tokens().colour("faint"), 0.35)
    return bar, mix(ground, line, 0.85), mix(ground, line, 0.42), mix(ground, line, 0.35)
