"""The studio's own icons: line drawings that take the colour of the theme when they are painted."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from studio.paths import resources
from studio.ui import theme


def icon(name: str, colour: str = "text") -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in a colour token of the theme.

    It follows a change of theme by itself and is sharp at every size and pixel ratio. Disabled it
    is ``faint``, on an accent fill use ``colour="on_accent"``. KeyError for an unknown name.
    """
    _source(name)
    return QIcon(_ThemedEngine(name, colour))


def application_icon() -> QIcon:
    """The mark of the studio, in its own colours."""
    return QIcon(str(resources() / "icons" / "klangbild.svg"))


def icon_names() -> tuple[str, ...]:
    """The names that ``icon`` takes."""
    own = ("klangbild", "sheet-", "tick-", "dot-")
    found = (path.stem for path in (resources() / "icons").glob("*.svg"))
    return tuple(sorted(name for name in found if not name.startswith(own)))


def pixmap(name: str, size: int, ratio: float, colour: QColor | str = "text") -> QPixmap:
    """An icon as a pixmap of ``size`` logical pixels for a device pixel ratio."""
    rgb = theme.tokens().colour(colour) if isinstance(colour, str) else colour
    image = _rendered(name, max(1, round(size * ratio)), rgb.name(QColor.NameFormat.HexArgb))
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    path = resources() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise KeyError(f"no icon is called {name!r}")
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _rendered(name: str, side: int, argb: str) -> QImage:
    colour = QColor(argb)
    svg = _source(name).replace("currentColor", colour.name())
    made = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return made


_copies: list[QIconEngine] = []  # grows only when somebody changes a shared icon, which is rare


class _ThemedEngine(QIconEngine):
    """Paints an icon in the colours that the theme has at that moment."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        # Qt takes the copy over, but the binding would free it with the last Python reference.
        _copies.append(_ThemedEngine(self._name, self._colour))
        return _copies[-1]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        drawn = pixmap(self._name, side, ratio, self._shade(mode))
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        painter.drawPixmap(corner, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), 1.0, self._shade(mode))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())
        return pixmap(self._name, side, scale, self._shade(mode))

    def _shade(self, mode: QIcon.Mode) -> str:
        return "faint" if mode == QIcon.Mode.Disabled else self._colour
