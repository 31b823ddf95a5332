"""The one style sheet, written from the colours and the font of the theme."""

from PySide6.QtGui import QColor, QFont

from studio.paths import resources
from studio.ui.theme import Metrics, Tokens, large_font, small_font


def style_sheet(colours: Tokens, sizes: Metrics, font: QFont) -> str:
    """The style sheet of the application for a theme and a font."""
    dark = QColor(colours.on_accent).lightnessF() < 0.5
    values = {name: getattr(colours, name) for name in _COLOURS}
    values |= {f"p{n}": f"{sizes.px(n)}px" for n in _LENGTHS}
    values |= {
        "icons": (resources() / "icons").as_posix(),
        "small": _size(small_font(font)),
        "large": _size(large_font(font)),
        "radius": f"{sizes.radius}px",
        "rim": f"{max(1, round(colours.border))}px",
        "rim_colour": colours.line if colours.border else "transparent",
        "field_line": colours.line,
        "tick": "tick-dark" if dark else "tick-light",
        "dot": "dot-dark" if dark else "dot-light",
        "press": colours.hover if colours.border else colours.line,
    }
    sheet = _SHEET
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", str(values[name]))
    return sheet


def _size(font: QFont) -> str:
    points = font.pointSizeF()
    return f"{points:.2f}pt" if points > 0 else f"{font.pixelSize()}px"


_LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 44)
_COLOURS = (
    *("ground", "panel", "raised", "hover", "line", "text", "muted", "faint", "accent"),
    *("accent_hover", "on_accent", "ink", "cool", "good", "bad", "handle", "track", "focus"),
)

_SHEET = """
QMainWindow, QDialog, QMessageBox { background: @panel; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow::separator { background: @ground; width: @p1; height: @p1; }
QMainWindow::separator:hover { background: @accent; }
QWidget[role="panel"] { background: @panel; }
QWidget[role="ground"] { background: @ground; }
QWidget[role="raised"] { background: @raised; border-radius: @radius; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: @p4 @p6; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: @large; font-weight: 600; }
QLabel[role="heading"] { color: @muted; font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="small"] { color: @muted; font-size: @small; }
QLabel[role="position"] { color: @ink; }
QLabel[role="good"] { color: @good; }
QLabel[role="bad"] { color: @bad; }
QLabel:disabled { color: @faint; }

QPushButton, QToolButton[role="button"] {
    background: @raised; color: @text; border: @rim solid @rim_colour; border-radius: @radius;
    padding: @p5 @p12; min-height: @p18;
}
QPushButton:hover, QToolButton[role="button"]:hover { background: @hover; }
QPushButton:pressed { background: @press; }
QPushButton:focus { border: 1px solid @focus; }
QPushButton:disabled { color: @faint; background: @raised; border-color: transparent; }
QPushButton[role="primary"], QPushButton[role="big"], QPushButton[primary="true"],
QPushButton:default {
    background: @accent; color: @on_accent; font-weight: 600; border: 1px solid @accent;
}
QPushButton[role="primary"]:hover, QPushButton[role="big"]:hover, QPushButton[primary="true"]:hover,
QPushButton:default:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[role="primary"]:pressed, QPushButton[role="big"]:pressed { background: @accent; }
QPushButton[role="primary"]:focus, QPushButton[role="big"]:focus, QPushButton[primary="true"]:focus,
QPushButton:default:focus { border: 2px solid @text; }
QPushButton[role="primary"]:disabled, QPushButton[role="big"]:disabled,
QPushButton[primary="true"]:disabled { background: @raised; color: @muted; border-color: @line; }
QPushButton[role="big"] { padding: @p8 @p16; min-height: @p24; border-radius: @p8; }
QPushButton[role="beside"] { padding: @p8 @p10; min-height: @p24; border-radius: @p8; }
QPushButton[role="quiet"], QPushButton[role="danger"], QPushButton[flat="true"] {
    background: transparent; border: 1px solid transparent; padding: @p4 @p8;
}
QPushButton[role="quiet"] { color: @muted; }
QPushButton[role="danger"] { color: @bad; }
QPushButton[role="quiet"]:hover { color: @text; background: @hover; }
QPushButton[role="danger"]:hover { background: @hover; }
QPushButton[role="quiet"]:focus, QPushButton[role="danger"]:focus { border: 1px solid @focus; }
QPushButton[role="quiet"]:disabled, QPushButton[role="danger"]:disabled { color: @faint; }
QPushButton::menu-indicator { image: none; width: 0; }

QToolButton { background: transparent; color: @text; border: 1px solid transparent;
    border-radius: @radius; padding: @p4; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @press; }
QToolButton:checked { background: @raised; color: @ink; }
QToolButton:focus { border: 1px solid @focus; }
QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton[segment="true"] { padding: @p4 @p4; }
QPushButton[segment="true"]:checked { background: @accent; color: @on_accent; font-weight: 600;
    border: 1px solid @accent; }
QPushButton[segment="true"]:checked:hover { background: @accent_hover; }
QPushButton[segment="true"]:checked:focus { border: 2px solid @text; }
QPushButton[segment="true"]:checked:disabled { background: @hover; color: @faint;
    border-color: @hover; }
QPushButton[segment="line"] { padding: @p4 @p4; }
QPushButton[segment="line"]:checked { border: 1px solid @accent; font-weight: 600; color: @text; }
QPushButton[segment="line"]:checked:focus { border: 2px solid @accent; }
QPushButton[segment="line"]:checked:disabled { border-color: @line; color: @faint; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: @raised; color: @text; border: 1px solid @rim_colour; border-radius: @radius;
    padding: @p4 @p8; min-height: @p18; selection-background-color: @accent;
    selection-color: @on_accent; placeholder-text-color: @muted;
}
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { background: @hover; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 1px solid @focus; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @faint; }
QLineEdit[invalid="true"] { border: 1px solid @bad; }
QLineEdit[role="number"] { background: transparent; border: 1px solid transparent; color: @muted;
    padding: 0 0 0 @p4; border-radius: @p4; min-height: @p16; }
QLineEdit[role="number"]:hover { background: @hover; color: @text; }
QLineEdit[role="number"]:focus { background: @raised; color: @text; border: 1px solid @focus; }
QLineEdit[role="number"]:disabled { background: transparent; color: @faint; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: @p16; border: none;
    background: transparent; }
QAbstractSpinBox::up-arrow { image: url("@icons/sheet-up.svg"); width: @p10; height: @p10; }
QAbstractSpinBox::down-arrow { image: url("@icons/sheet-down.svg"); width: @p10; height: @p10; }
QComboBox::drop-down { border: none; width: @p20; }
QComboBox::down-arrow { image: url("@icons/sheet-down.svg"); width: @p12; height: @p12; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; padding: @p4;
    outline: none; }

QCheckBox, QRadioButton { spacing: @p8; background: transparent; padding: @p2 0; }
QCheckBox::indicator, QRadioButton::indicator { width: @p14; height: @p14; background: @raised;
    border: 1px solid @faint; border-radius: @p4; }
QRadioButton::indicator { border-radius: @p7; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @focus; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
    image: url("@icons/@tick.svg"); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent;
    image: url("@icons/@dot.svg"); }
QCheckBox:disabled, QRadioButton:disabled { color: @faint; }

QMenuBar { background: @panel; color: @muted; padding: @p3 @p4; border: none; }
QMenuBar::item { background: transparent; padding: @p4 @p10; border-radius: @radius; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @raised; color: @text; }
QMenu { background: @raised; color: @text; border: 1px solid @line; padding: @p4; }
QMenu::item { padding: @p5 @p24 @p5 @p12; border-radius: @p4; background: transparent;
    border: 1px solid transparent; }
QMenu::item:selected { background: @press; color: @text; border-color: @rim_colour; }
QMenu::item:disabled { color: @faint; background: transparent; }
QMenu::icon { padding-left: @p8; }
QMenu::separator { height: 1px; background: @line; margin: @p4 @p8; }
QMenu::indicator { width: @p14; height: @p14; margin-left: @p6; }
QMenu::indicator:checked { image: url("@icons/sheet-tick.svg"); }

QToolBar { background: @panel; border: none; spacing: @p4; padding: @p4; }
QStatusBar { background: @panel; color: @muted; }
QStatusBar::item { border: none; }
QDockWidget { color: @muted; font-weight: 600; titlebar-close-icon: url("@icons/sheet-close.svg");
    titlebar-normal-icon: url("@icons/sheet-float.svg"); }
QDockWidget::title { background: @panel; padding: @p8 @p12; text-align: left; }
QDockWidget::close-button, QDockWidget::float-button { border: none; background: transparent;
    border-radius: @p4; padding: @p2; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: @hover; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; padding: @p6 @p4; margin-right: @p16;
    border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @ink; }
QMainWindow > QTabBar::tab { padding: @p6 0; font-weight: 600; }
QMainWindow > QTabBar::tab:first { margin-left: @p16; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[scrolled="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: @p10; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @p10; margin: 0; }
QScrollBar::handle { background: @line; border-radius: @p2; margin: @p2; }
QScrollBar::handle:vertical { min-height: @p28; }
QScrollBar::handle:horizontal { min-width: @p28; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QAbstractItemView { background: @raised; alternate-background-color: @panel; border: none;
    outline: none; selection-background-color: @hover; selection-color: @text; }
QListView::item { padding: @p4 @p8; border-radius: @p4; }
QListView::item:hover { background: @hover; }
QListView::item:selected { background: @hover; color: @text; }
QTreeView::item { padding: @p3; }
QHeaderView::section { background: @panel; color: @muted; border: none; padding: @p4 @p8; }
QProgressBar { background: @track; border: none; border-radius: @p2; max-height: @p4;
    color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: @p2; }
QSlider::groove:horizontal { background: @track; height: @p4; border-radius: @p2; }
QSlider::sub-page:horizontal { background: @accent; border-radius: @p2; }
QSlider::handle:horizontal { background: @handle; width: @p14; height: @p14; margin: -@p5 0;
    border-radius: @p6; }
QSplitter::handle { background: @ground; }
QGroupBox { border: none; margin-top: @p20; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; color: @muted; }

QFrame#message { background: @raised; border: @rim solid @rim_colour; border-radius: @radius; }
QFrame#messageMark { background: @cool; border-radius: 1px; }
QFrame#messageMark[kind="good"] { background: @good; }
QFrame#messageMark[kind="error"] { background: @bad; }
QWidget[role="card"] { background: @raised; border: 1px solid @line; border-radius: @p8; }
QWidget[role="card"] QToolButton:checked { background: @hover; border: 1px solid @accent; }
"""
