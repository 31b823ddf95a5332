"""What others put into exploring: the walk below the canvas, melodies, spaces of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from studio.tasks.dreaming import Dream
from studio.ui.explore.thumbnails import picture
from studio.ui.explore.tunes.listening import Listening
from studio.ui.explore.tunes.roll_picture import roll_thumbnail
from studio.ui.explore.tunes.tune_box import TuneBox
from studio.ui.explore.tunes.walk_keeping import KeepingWalk
from studio.ui.explore.walk.strip import WalkStrip
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.ui.explore.explorer import Explorer
    from studio.ui.explore.panel import ExplorePanel
    from studio.ui.main_window import MainWindow


class Parts(QObject):
    """Made with the panel, and wired to it, to the canvas and to the music."""

    def __init__(
        self, explorer: "Explorer", panel: "ExplorePanel", window: "MainWindow", gpu: QtWorker
    ) -> None:
        super().__init__(explorer)
        self._explorer = explorer
        self._panel = panel
        exploring, desk, editor = explorer.exploring, window.music.desk, window.editor
        self.listening = Listening(exploring, desk, editor)
        self.listening.take_turns(window.composing)
        self.tunes = TuneBox(exploring, self.listening, desk, editor, gpu, window.messages, panel)
        panel.add_section(self.tunes)
        panel.pad.hovered.connect(self.listening.hover)
        explorer.thumbnails.draw = drawn
        window.settings.changed.connect(lambda _: explorer.thumbnails.redraw())
        keeping = KeepingWalk(self.listening, desk, editor, window.settings, self)
        self.walk = WalkStrip(
            exploring, editor, gpu, desk, window.disk, window.messages, window.jobs, window,
            thumbnails=explorer.thumbnails,
            keeping=keeping,
            folder=lambda: Path(window.settings.value.photo_folder or Path.home()),
        )  # fmt: skip
        self.walk.hide()
        window.workbench.add_below(self.walk)
        self.walk.framed.connect(explorer.show_frame)
        exploring.space_changed.connect(lambda _: self._follow())
        exploring.active_changed.connect(lambda _: self.show_walk())
        self._follow()

    def show_walk(self) -> None:
        """Let the walk lie below the canvas while the panel is seen, or one explores."""
        seen = not self._explorer.place.visibleRegion().isEmpty()
        self.walk.setVisible(seen or self._explorer.exploring.active)

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self.tunes.stop()
        self.walk.filming.stop()

    def _follow(self) -> None:
        space = self._explorer.exploring.space
        sounds = space is not None and space.sounds
        self.tunes.setVisible(sounds)
        self._panel.keep.setVisible(not sounds)


def drawn(dream: Dream, side: int) -> QImage:
    """The small picture of a dream, or of a melody as notes."""
    return picture(dream, side) if dream.melody is None else roll_thumbnail(dream, side)
