"""Registers the actions of the Explore menu."""

from typing import TYPE_CHECKING

from studio.ui.actions import Actions
from studio.ui.icons import icon
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


def register_explore(actions: Actions, window: "MainWindow") -> None:
    """Register the panel and what one does most in it."""
    menu = tr("Ex&plore")
    explorer = window.explorer
    actions.add(
        "explore.open",
        menu,
        tr("&Explore panel"),
        explorer.open,
        shortcuts=["Ctrl+Alt+E"],
        icon=icon("eye"),
        tip=tr("Walk through what a network dreams"),
    )
    actions.add(
        "explore.dice",
        menu,
        tr("Another &dream"),
        explorer.throw_dice,
        shortcuts=["Ctrl+Alt+D"],
        icon=icon("dice"),
        tip=tr("Go to a seed by chance"),
    )
    actions.add(
        "explore.find",
        menu,
        tr("&Find a picture…"),
        explorer.find_file,
        icon=icon("search"),
        tip=tr("Find where a picture lies in the space"),
    )
    actions.add(
        "explore.find_photo",
        menu,
        tr("Find the &open photo"),
        explorer.find_photo,
        icon=icon("photo"),
        tip=tr("Look for the photo of this project in the space"),
    )
    actions.separator(menu)
    actions.add(
        "explore.keep",
        menu,
        tr("&Keep the dream"),
        explorer.keep,
        shortcuts=["Ctrl+Alt+Return"],
        icon=icon("tick"),
        tip=tr("Put the dream into the history"),
    )
    actions.add(
        "explore.paint",
        menu,
        tr("&Paint the dream"),
        explorer.keeping.paint_it,
        icon=icon("paint"),
        tip=tr("Let the dream be the photo that styles work on"),
    )
    actions.add(
        "explore.leave",
        menu,
        tr("&Leave the space"),
        explorer.leave,
        icon=icon("close"),
        tip=tr("Show the picture of the project again; Escape in the Explore panel"),
    )
    actions.separator(menu)
    actions.add(
        "explore.train",
        menu,
        tr("&Train on my pictures…"),
        explorer.train,
        icon=icon("add"),
        tip=tr("Let a network learn a folder of your own pictures"),
    )
