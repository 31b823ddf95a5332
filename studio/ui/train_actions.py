"""Registers the action that teaches Fast a style, and wires its panel to the window."""

from functools import partial
from typing import TYPE_CHECKING

from studio.ui.actions import Actions, Command
from studio.ui.train_jobs import TrainJobs
from studio.ui.train_panel import TrainPanel
from studio.ui.train_strip import TrainStrip
from studio.ui.translate import tr
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


class Training:
    """The training of styles in a window: its jobs, its panel and its thumbnails."""

    def __init__(self, window: "MainWindow", worker: QtWorker) -> None:
        self._window = window
        self.jobs = TrainJobs(worker, window.jobs, window.shelf, window.messages, window)
        self.strip = TrainStrip(self.jobs, window.workbench.canvas)
        self._panel: TrainPanel | None = None
        window.sources.gallery.trainRequested.connect(self.open_for)

    @property
    def panel(self) -> TrainPanel:
        """The panel, made when it is first wanted."""
        if self._panel is None:
            self._panel = TrainPanel(self.jobs, self._window)
        return self._panel

    def open_for(self, style: str = "") -> None:
        """Show the panel for a style by its id, or for a picture to be chosen."""
        self.panel.open_for(self._window.shelf.card(style) if style else None)


def register_train(actions: Actions, window: "MainWindow") -> None:
    """Register ``picture.train_style``."""
    tip = tr("Train Fast on a picture of your own, or on a style that it has not learned yet")
    run = partial(window.training.open_for, "")
    row = Command("picture.train_style", tr("&Teach Fast a style…"), run, icon="style", tip=tip)
    actions.extend(tr("&Picture"), [row])
