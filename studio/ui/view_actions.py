"""Registers the actions of the View menu: zoom, compare, themes, docks."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from studio.ui.actions import Actions
from studio.ui.icons import icon
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


def register_view(actions: Actions, window: "MainWindow") -> None:
    """Register what changes how things are seen."""
    menu = tr("&View")
    bench = window.workbench
    actions.add(
        "view.palette",
        menu,
        tr("&Search everything…"),
        window.open_palette,
        shortcuts=["Ctrl+P"],
        icon=icon("search"),
        tip=tr("Find any command or style"),
    )
    actions.separator(menu)
    actions.add(
        "view.fit",
        menu,
        tr("&Fit"),
        bench.canvas.fit,
        shortcuts=["Ctrl+0"],
        icon=icon("fit"),
        tip=tr("Show the whole picture"),
    )
    for digit, factor in ((1, 1), (2, 2), (3, 4), (4, 8)):
        actions.add(
            f"view.zoom_{factor}00",
            menu,
            f"{factor}00 %",
            partial(bench.canvas.zoom_to, float(factor)),
            shortcuts=[f"Ctrl+{digit}"],
        )
    actions.add(
        "view.zoom_in",
        menu,
        tr("Zoom &in"),
        bench.canvas.zoom_in,
        shortcuts=["Ctrl++", "Ctrl+="],
        icon=icon("zoom-in"),
    )
    actions.add(
        "view.zoom_out",
        menu,
        tr("Zoom &out"),
        bench.canvas.zoom_out,
        shortcuts=["Ctrl+-"],
        icon=icon("zoom-out"),
    )
    actions.separator(menu)
    actions.add(
        "view.compare",
        menu,
        tr("&Compare: next way"),
        bench.next_compare,
        shortcuts=["M"],
        icon=icon("compare-split"),
        tip=tr("Off, split, side by side, hold"),
    )
    actions.add(
        "view.swap",
        menu,
        tr("S&wap sides"),
        bench.canvas.swap,
        shortcuts=["C"],
        icon=icon("swap"),
        tip=tr("Photo and painting change sides"),
    )
    actions.separator(menu)
    group = QActionGroup(actions)
    names = {
        "dark": tr("&Dark theme"),
        "light": tr("&Light theme"),
        "contrast": tr("&High contrast theme"),
    }
    for name, text in names.items():
        action = actions.add(
            f"view.theme_{name}",
            menu,
            text,
            partial(window.settings.change, theme=name),
            checkable=True,
            group=group,
            icon=icon("theme"),
        )
        action.setChecked(window.settings.value.theme == name)
    actions.separator(menu)
    for dock in window.docks:
        toggle = dock.toggleViewAction()
        actions.adopt(
            f"view.{dock.objectName()}",
            menu,
            toggle,
            tip=tr("Show or hide {title}").format(title=dock.windowTitle()),
        )
    actions.add(
        "view.reset_layout",
        menu,
        tr("&Reset the layout"),
        window.reset_layout,
        icon=icon("reset"),
        tip=tr("Put all docks back in their places"),
    )
    actions.add(
        "view.full_screen", menu, tr("F&ull screen"), window.toggle_full_screen, shortcuts=["F11"]
    )
