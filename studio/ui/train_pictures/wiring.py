"""Where the training on own pictures meets the explorer and the canvas of the window."""

from typing import TYPE_CHECKING

from studio.tasks.latent_place import LatentPlace
from studio.ui.pixels import Pixels
from studio.ui.train_pictures.own_spaces import OwnSpaces
from studio.ui.translate import tr
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.ui.explore.explorer import Explorer
    from studio.ui.main_window import MainWindow

_CANVAS = 1024
"""The side as which the growing samples lie on the canvas."""


def own_spaces(window: "MainWindow", explorer: "Explorer", gpu: QtWorker) -> OwnSpaces:
    """Let the explorer open the training, and go to what was learned."""
    spaces = OwnSpaces(gpu, window.jobs, window.disk, window.messages, window)
    explorer.train_wanted.connect(spaces.open)
    spaces.learned.connect(lambda name: _learned(spaces, explorer, name))
    spaces.changed.connect(lambda: explorer.panel.refresh_models())
    spaces.grown.connect(lambda pixels: _grown(window, explorer, pixels))
    return spaces


def _learned(spaces: OwnSpaces, explorer: "Explorer", name: str) -> None:
    """Choose the new model, unless whoever asked for it is at something else by now."""
    explorer.panel.refresh_models()
    if spaces.seen:
        explorer.open()
        label = tr("Explore {name}").format(name=name)
        explorer.exploring.go(label, LatentPlace(name))
        explorer.exploring.begin()


def _grown(window: "MainWindow", explorer: "Explorer", pixels: Pixels | None) -> None:
    """Show what is made by now; at the end, what was seen before."""
    if pixels is None:
        window.workbench.show_dream(None)
        if explorer.exploring.active:
            explorer.exploring.begin()
        return
    window.workbench.show_dream(pixels, _CANVAS, tr("What is learned by now"))
