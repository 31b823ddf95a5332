"""Registers the actions of the style brush."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from studio.ui.actions import Actions
from studio.ui.icons import icon
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


def register_brush(actions: Actions, window: "MainWindow") -> None:
    """Register what the brush does, and show it on its bar and above the canvas."""
    menu = tr("&Brush")
    brushing = window.brushing
    brush = brushing.brush
    toggle = actions.add(
        "brush.toggle",
        menu,
        tr("Style &brush"),
        brushing.toggle,
        shortcuts=["B"],
        icon=icon("brush"),
        tip=tr("Paint which style goes where"),
        checkable=True,
    )
    erase = actions.add(
        "brush.erase",
        menu,
        tr("&Erase"),
        brushing.toggle_erasing,
        shortcuts=["E", "X"],
        icon=icon("eraser"),
        tip=tr("Erase what the brush painted; the right button does so too"),
        checkable=True,
    )
    smaller = actions.add(
        "brush.smaller", menu, tr("&Smaller"), lambda: brush.resize_by(-1), shortcuts=["["]
    )
    larger = actions.add(
        "brush.larger", menu, tr("&Larger"), lambda: brush.resize_by(1), shortcuts=["]"]
    )
    showing = actions.add(
        "brush.show",
        menu,
        tr("Show the &tint"),
        brushing.toggle_showing,
        icon=icon("eye"),
        tip=tr("Show what is painted as a tint over the picture"),
        checkable=True,
    )
    actions.separator(menu)
    clear = actions.add(
        "brush.clear",
        menu,
        tr("&Clear the brush"),
        brushing.clear,
        icon=icon("trash"),
        tip=tr("Take away everything that the brush painted"),
    )
    window.workbench.strip.add_tool(toggle)
    for action in (erase, showing, clear):
        brushing.bar.add_action(action)
    held: tuple[QAction, ...] = (erase, smaller, larger, showing)

    def follow() -> None:
        toggle.setChecked(brush.active)
        erase.setChecked(brush.erasing)
        showing.setChecked(brush.showing)
        clear.setEnabled(brushing.painted)
        for action in held:
            action.setEnabled(brush.active)

    brush.changed.connect(follow)
    follow()
