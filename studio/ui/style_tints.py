"""One colour for each style of a mix, the same on the pad, the brush's chips and the canvas."""

from PySide6.QtGui import QColor

PHOTO = "#F2F3F5"
STYLES = ("#F0A35E", "#5FB4FF", "#6FD08C", "#EE7DB4", "#A992FF")


def tint(plane: int) -> QColor:
    """The colour of a plane of the brush's map: 0 keeps the photo, k is the k-th style."""
    return QColor(PHOTO if plane == 0 else STYLES[(plane - 1) % len(STYLES)])
