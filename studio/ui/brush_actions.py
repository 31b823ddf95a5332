"""Registers the actions of the style brush."""

from functools import partial
from typing import TYPE_CHECKING

from studio.ui.actions import LINE, Actions, Command
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


def register_brush(actions: Actions, window: "MainWindow") -> None:
    """Register what the brush does, and show it on its bar and above the canvas."""
    brushing = window.brushing
    brush = brushing.brush
    actions.extend(tr("&Brush"), (
        Command("brush.toggle", tr("Style &brush"), brushing.toggle, checkable=True,
                icon="brush", keys=["B"], tip=tr("Paint which style goes where")),
        Command("brush.erase", tr("&Erase"), brushing.toggle_erasing, checkable=True,
                icon="eraser", keys=["E", "X"],
                tip=tr("Erase what the brush painted; the right button does so too")),
        Command("brush.smaller", tr("&Smaller"), partial(brush.resize_by, -1), keys=["["]),
        Command("brush.larger", tr("&Larger"), partial(brush.resize_by, 1), keys=["]"]),
        Command("brush.show", tr("Show the &tint"), brushing.toggle_showing, checkable=True,
                icon="eye", tip=tr("Show what is painted as a tint over the picture")),
        LINE,
        Command("brush.clear", tr("&Clear the brush"), brushing.clear,
                icon="trash", tip=tr("Take away everything that the brush painted")),
    ))  # fmt: skip
    names = ("toggle", "erase", "smaller", "larger", "show", "clear")
    toggle, erase, smaller, larger, showing, clear = (actions[f"brush.{name}"] for name in names)
    window.workbench.strip.add_tool(toggle)
    for action in (erase, showing, clear):
        brushing.bar.add_action(action)

    def follow() -> None:
        toggle.setChecked(brush.active)
        erase.setChecked(brush.erasing)
        showing.setChecked(brush.showing)
        clear.setEnabled(brushing.painted)
        for action in (erase, smaller, larger, showing):
            action.setEnabled(brush.active)

    brush.changed.connect(follow)
    follow()
