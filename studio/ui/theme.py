"""Colours, sizes and the style sheet of the three themes: dark, light and high contrast."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

ThemeName = Literal["dark", "light", "contrast"]
_PROPERTY = "studioTheme"
_GROUNDS = ("panel", "raised", "ground", "card")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme as ``#rrggbb``.

    ``text``, ``muted``, ``ink``, ``cool``, ``good`` and ``bad`` are legible (4.5:1) on ``ground``,
    ``panel`` and ``raised``; ``on_accent`` is on ``accent``. ``faint`` and ``line`` are for shapes.
    """

    ground: str
    panel: str
    raised: str
    hover: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    ink: str
    cool: str
    good: str
    bad: str
    handle: str
    track: str
    checker: tuple[str, str]
    focus: str
    border: float  # width in px of the outline of fields and buttons; 0 leaves it out

    def colour(self, name: str) -> QColor:
        """A token as a QColor."""
        return QColor(getattr(self, name))


THEMES: Mapping[str, Tokens] = MappingProxyType(
    {
        "dark": Tokens(
            ground="#141518",
            panel="#1B1D21",
            raised="#24272D",
            hover="#2C3037",
            line="#30343B",
            text="#E8EAED",
            muted="#969DA8",
            faint="#5F6672",
            accent="#F0A35E",
            accent_hover="#F6B67C",
            on_accent="#1C1206",
            ink="#F0A35E",
            cool="#6FB7F2",
            good="#7CCB92",
            bad="#EF7D7D",
            handle="#FFFFFF",
            track="#30343B",
            checker=("#2A2D33", "#212429"),
            focus="#6FB7F2",
            border=0,
        ),
        "light": Tokens(
            ground="#DFE2E6",
            panel="#F3F4F6",
            raised="#FFFFFF",
            hover="#E7EAEE",
            line="#CCD1D8",
            text="#1A1C20",
            muted="#515862",
            faint="#868D98",
            accent="#E08432",
            accent_hover="#EA9546",
            on_accent="#1C1206",
            ink="#94450A",
            cool="#145E9E",
            good="#1B6A34",
            bad="#AE2A2A",
            handle="#FFFFFF",
            track="#CCD1D8",
            checker=("#FFFFFF", "#E3E6EA"),
            focus="#1668B0",
            border=1,
        ),
        "contrast": Tokens(
            ground="#000000",
            panel="#000000",
            raised="#111316",
            hover="#2A2E34",
            line="#9AA1AC",
            text="#FFFFFF",
            muted="#D6DAE0",
            faint="#9AA1AC",
            accent="#FFC27A",
            accent_hover="#FFD6A3",
            on_accent="#000000",
            ink="#FFC27A",
            cool="#8FD0FF",
            good="#8FEFA9",
            bad="#FF9C9C",
            handle="#FFFFFF",
            track="#6C727C",
            checker=("#3A3E45", "#000000"),
            focus="#FFFFFF",
            border=1,
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths that grow with the font; ``px(n)`` is ``n`` px at the usual line height of 15."""

    line: float

    def px(self, length: float) -> int:
        """A length of the design in pixels for this font, at least 1."""
        return max(1, round(length * self.line / 15))

    @property
    def radius(self) -> int:
        """Corner radius of buttons, fields and thumbnails."""
        return self.px(6)


def metrics(source: QWidget | QFont) -> Metrics:
    """The metrics of a widget's font, or of a font."""
    font = source.font() if isinstance(source, QWidget) else source
    return Metrics(QFontMetricsF(font).height())


def current() -> ThemeName:
    """The name of the theme that was applied last; dark before any was."""
    app = QApplication.instance()
    name = app.property(_PROPERTY) if app is not None else None
    return cast(ThemeName, name) if name in THEMES else "dark"


def tokens() -> Tokens:
    """The colours of the current theme."""
    return THEMES[current()]


def small_font(font: QFont) -> QFont:
    """The smallest of the three sizes: captions under thumbnails, labels on the canvas."""
    return _scaled(font, 0.87)


def large_font(font: QFont) -> QFont:
    """The largest of the three sizes: the empty canvas, titles of dialogues."""
    return _scaled(font, 1.3)


def _scaled(font: QFont, factor: float) -> QFont:
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return scaled


def set_role(widget: QWidget, role: str) -> QWidget:
    """Give a widget its look by role and return it.

    Labels: ``title``, ``heading``, ``muted``, ``small``, ``good``, ``bad``. Buttons: ``primary``
    (the accent fill), ``big`` (the one big button), ``quiet`` (text only), ``danger``. Frames and
    plain widgets: ``panel``, ``raised``, ``ground``, ``card``.
    """
    widget.setProperty("role", role)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, role in _GROUNDS)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    return widget


def palette(colours: Tokens) -> QPalette:
    """The Qt palette of a theme, for all that the style sheet does not reach."""
    role = QPalette.ColorRole
    made = QPalette()
    for target, name in (
        (role.Window, "panel"),
        (role.Base, "raised"),
        (role.AlternateBase, "panel"),
        (role.Button, "raised"),
        (role.ToolTipBase, "raised"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.ToolTipText, "text"),
        (role.BrightText, "bad"),
        (role.PlaceholderText, "muted"),
        (role.Link, "cool"),
        (role.LinkVisited, "cool"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Accent, "accent"),
        (role.Light, "hover"),
        (role.Midlight, "hover"),
        (role.Mid, "line"),
        (role.Dark, "ground"),
        (role.Shadow, "ground"),
    ):
        made.setColor(target, colours.colour(name))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, target, colours.colour("faint"))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, colours.colour("line"))
    return made


def apply(app: QApplication, name: str) -> Tokens:
    """Dress the whole application in a theme; an unknown name means dark. Returns its colours.

    Called again to change the theme or after the font has changed; every widget repaints, and the
    icons of ``icons.icon`` follow by themselves.
    """
    from studio.ui.style_sheet import style_sheet

    chosen = name if name in THEMES else "dark"
    colours = THEMES[chosen]
    app.setProperty(_PROPERTY, chosen)
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(colours))
    app.setStyleSheet(style_sheet(colours, metrics(app.font()), app.font()))
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
    return colours


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1..21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(QColor(first)), _luminance(QColor(second))))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def colour_names() -> tuple[str, ...]:
    """The names of the tokens that are one colour."""
    return tuple(f.name for f in fields(Tokens) if f.name not in ("checker", "border"))
