"""Registers the actions of the Explore menu."""

from typing import TYPE_CHECKING

from studio.ui.actions import LINE, Actions, Command
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


def register_explore(actions: Actions, window: "MainWindow") -> None:
    """Register the panel and what one does most in it."""
    explorer = window.explorer
    actions.extend(tr("Ex&plore"), (
        Command("explore.open", tr("&Explore panel"), explorer.open,
                icon="eye", keys=["Ctrl+Alt+E"], tip=tr("Walk through what a network dreams")),
        Command("explore.dice", tr("Another &dream"), explorer.throw_dice,
                icon="dice", keys=["Ctrl+Alt+D"], tip=tr("Go to a seed by chance")),
        Command("explore.find", tr("&Find a picture…"), explorer.find_file,
                icon="search", tip=tr("Find where a picture lies in the space")),
        Command("explore.find_photo", tr("Find the &open photo"), explorer.find_photo,
                icon="photo", tip=tr("Look for the photo of this project in the space")),
        LINE,
        Command("explore.keep", tr("&Keep the dream"), explorer.keep,
                icon="tick", keys=["Ctrl+Alt+Return"], tip=tr("Put the dream into the history")),
        Command("explore.paint", tr("&Paint the dream"), explorer.keeping.paint_it,
                icon="paint", tip=tr("Let the dream be the photo that styles work on")),
        Command("explore.leave", tr("&Leave the space"), explorer.leave,
                icon="close",
                tip=tr("Show the picture of the project again; Escape in the Explore panel")),
        LINE,
        Command("explore.train", tr("&Train on my pictures…"), explorer.train,
                icon="add", tip=tr("Let a network learn a folder of your own pictures")),
    ))  # fmt: skip
