"""Registers the actions of the View menu: zoom, compare, themes, docks."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from studio.ui.actions import LINE, Actions, Command, Row
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


def register_view(actions: Actions, window: "MainWindow") -> None:
    """Register what changes how things are seen."""
    menu = tr("&View")
    actions.extend(menu, _looking(window))
    actions.extend(menu, _themes(actions, window))
    for dock in window.docks:
        tip = tr("Show or hide {title}").format(title=dock.windowTitle())
        actions.adopt(f"view.{dock.objectName()}", menu, dock.toggleViewAction(), tip=tip)
    actions.extend(menu, (
        Command("view.reset_layout", tr("&Reset the layout"), window.reset_layout,
                icon="reset", tip=tr("Put all docks back in their places")),
        Command("view.full_screen", tr("F&ull screen"), window.toggle_full_screen, keys=["F11"]),
    ))  # fmt: skip
    actions[f"view.theme_{window.settings.value.theme}"].setChecked(True)


def _looking(window: "MainWindow") -> Iterable[Row]:
    bench, canvas = window.workbench, window.workbench.canvas
    return (
        Command("view.palette", tr("&Search everything…"), window.open_palette,
                icon="search", keys=["Ctrl+P"], tip=tr("Find any command or style")),
        LINE,
        Command("view.fit", tr("&Fit"), canvas.fit,
                icon="fit", keys=["Ctrl+0"], tip=tr("Show the whole picture")),
        *(Command(f"view.zoom_{factor}00", f"{factor}00 %", partial(canvas.zoom_to, float(factor)),
                  keys=[f"Ctrl+{digit}"])
          for digit, factor in ((1, 1), (2, 2), (3, 4), (4, 8))),
        Command("view.zoom_in", tr("Zoom &in"), canvas.zoom_in,
                icon="zoom-in", keys=["Ctrl++", "Ctrl+="]),
        Command("view.zoom_out", tr("Zoom &out"), canvas.zoom_out,
                icon="zoom-out", keys=["Ctrl+-"]),
        LINE,
        Command("view.compare", tr("&Compare: next way"), bench.next_compare,
                icon="compare-split", keys=["M"], tip=tr("Off, split, side by side, hold")),
        Command("view.swap", tr("S&wap sides"), canvas.swap,
                icon="swap", keys=["C"], tip=tr("Photo and painting change sides")),
        LINE,
    )  # fmt: skip


def _themes(actions: Actions, window: "MainWindow") -> Iterable[Row]:
    group = QActionGroup(actions)
    texts = {
        "dark": tr("&Dark theme"),
        "light": tr("&Light theme"),
        "contrast": tr("&High contrast theme"),
    }
    for name, text in texts.items():
        choose = partial(window.settings.change, theme=name)
        yield Command(f"view.theme_{name}", text, choose, icon="theme", checkable=True, group=group)
    yield LINE
