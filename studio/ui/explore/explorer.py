"""The exploring half of the window: panel, canvas, finding and keeping, wired to one another."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from studio.document.document import Document
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.tasks.direction_book import SUFFIX
from studio.tasks.dream_recipe import CANVAS, place_of
from studio.tasks.dreaming import Dream
from studio.ui.dialogs import choose_files, choose_target, picture_filter
from studio.ui.explore.books import Books
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.finding import Finding
from studio.ui.explore.keeping import Keeping
from studio.ui.explore.thumbnails import Thumbnails
from studio.ui.explore.tunes.roll_picture import melody_picture
from studio.ui.explore.words import model_title, place_title
from studio.ui.lazy import Lazy
from studio.ui.pixels import Pixels
from studio.ui.theme import metrics
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.ui.explore.panel import ExplorePanel
    from studio.ui.explore.parts import Parts
    from studio.ui.main_window import MainWindow
    from studio.ui.train_pictures.own_spaces import OwnSpaces

STEPS = 16
"""Steps of a melody in a bar."""
LATER = 1500
"""Milliseconds after the window is seen until the panel is built, if nobody wanted it sooner."""


class Explorer(QObject):
    """Shows dreams on the canvas while one explores, and gives the canvas back.

    One explores no longer when something else comes to the canvas: a live painting, a result of
    the history, another photo, a painting that is begun, the brush.
    """

    train_wanted = Signal()

    def __init__(self, window: "MainWindow", gpu: QtWorker) -> None:
        super().__init__(window)
        self._window = window
        self._gpu = gpu
        self._document: Document = window.editor.document
        self.exploring = Exploring(window.editor, gpu, window.messages, window.settings, self)
        self.exploring.side = self._side
        self.books = Books(self.exploring, window.disk, window.messages, self)
        self.thumbnails = Thumbnails(self.exploring, gpu, self)
        self.finding = Finding(
            self.exploring, gpu, window.intake, window.disk, window.messages, self
        )
        self.keeping = Keeping(
            self.exploring, window.editor, window.disk, window.messages, self.title_of,
            window.easel, self,
        )  # fmt: skip
        window.outlets.keeping = self.keeping
        self.place = Lazy(self._build, window)
        self._panel: ExplorePanel | None = None
        self._parts: Parts | None = None
        self._own: OwnSpaces | None = None
        self._titles: dict[str, str] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look_whether_seen)

    @property
    def panel(self) -> "ExplorePanel":
        """The panel, built when it is first wanted."""
        self.place.fill()
        assert self._panel is not None
        return self._panel

    @property
    def parts(self) -> "Parts":
        """The walk and the melodies, built with the panel."""
        self.place.fill()
        assert self._parts is not None
        return self._parts

    @property
    def own(self) -> "OwnSpaces":
        """What trains spaces on pictures of one's own, made when it is first wanted."""
        if self._own is None:
            from studio.ui.train_pictures.wiring import own_spaces

            self._own = own_spaces(self._window, self, self._gpu)
        return self._own

    def connect_window(self) -> None:
        """Follow what else comes to the canvas, once the window has all its parts."""
        window, exploring = self._window, self.exploring
        window.docks[5].visibilityChanged.connect(lambda _: self._soon.start())
        exploring.dreamt.connect(self._show)
        exploring.active_changed.connect(self._activated)
        self.finding.previewed.connect(self._show_search)
        self.keeping.to_paint.connect(lambda: window.docks[1].raise_())
        window.live.previewed.connect(lambda pixels: self.leave() if pixels is not None else None)
        window.history.strip.showRequested.connect(lambda _: self.leave())
        window.editor.changed.connect(self._follow)
        brush = window.brushing.brush
        brush.changed.connect(lambda: self.leave() if brush.active else None)
        may_show = window.jobs.may_show
        window.jobs.may_show = lambda request: not self.shows and may_show(request)

    @property
    def shows(self) -> bool:
        """Whether a dream is on the canvas."""
        return self._window.workbench.shows_dream

    def greet(self) -> None:
        """Build the panel a while after the window is seen."""
        self.place.fill_later(LATER)

    def open(self) -> None:
        """Show the panel, with the pad under the hand."""
        dock = self._window.docks[5]
        dock.show()
        dock.raise_()
        self.panel.pad.setFocus()
        self._soon.start()

    def leave(self) -> None:
        """Give the canvas back."""
        self.exploring.leave()

    def throw_dice(self) -> None:
        """Go to a seed by chance."""
        self.open()
        self.panel.place.throw_dice()

    def keep(self) -> None:
        """Keep what is seen in the history, or what is heard in the song."""
        space = self.exploring.space
        if space is not None and space.sounds:
            self.parts.tunes.keeping.keep()
        else:
            self.keeping.keep()

    def train(self) -> None:
        """Show the dialog in which a space is trained on pictures of one's own."""
        assert self.own is not None
        self.train_wanted.emit()

    def find_file(self) -> None:
        """Ask for a picture, and find it."""
        folder = self._window.settings.value.photo_folder or str(Path.home())
        choose_files(
            self._window, self.tr("Find a picture in the space"), folder, [picture_filter()],
            lambda paths: self.finding.find_file(paths[0]),
        )  # fmt: skip

    def find_photo(self) -> None:
        """Find the photo that is open."""
        photo = self._window.editor.document.photo
        if photo is None:
            self._window.messages.info(self.tr("Open a photo first: there is none to find yet."))
        else:
            self.finding.find(photo)

    def take_recipe(self, recipe: Recipe) -> None:
        """Go to the place that a recipe tells of."""
        try:
            place = place_of(recipe)
        except StudioError as error:
            self._window.messages.error(error)
            return
        self.open()
        self.exploring.go(self.tr("Go to the place of a result"), place)

    def title_of(self, dream: Dream) -> str:
        """A dream by its model and seed."""
        name = dream.place.model
        if name not in self._titles:
            self._titles = {spec.name: model_title(spec) for spec in self.exploring.models()}
        return place_title(self._titles.setdefault(name, Path(name).stem), dream.place)

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        for part in (self.exploring, self.thumbnails, self.finding, self._parts):
            if part is not None:
                part.stop()

    # -- the panel -------------------------------------------------------------------------------

    def _build(self, parent: QWidget) -> QWidget:
        from studio.ui.explore.panel import ExplorePanel
        from studio.ui.explore.parts import Parts
        from studio.ui.widgets.drop_target import DropTarget

        exploring = self.exploring
        panel = ExplorePanel(exploring, self.thumbnails, self.books, exploring.models, parent)
        self._panel = panel
        panel.escaped.connect(self.leave)
        panel.model.train_wanted.connect(self.train)
        panel.keep.keep_wanted.connect(self.keep)
        panel.keep.paint_wanted.connect(self.keeping.paint_it)
        panel.finder.file_wanted.connect(self.find_file)
        panel.finder.photo_wanted.connect(self.find_photo)
        panel.finder.cancel_wanted.connect(self.finding.cancel)
        panel.finder.dropped.connect(self.finding.take)
        DropTarget(panel).dropped.connect(self.finding.take)
        self.finding.progressed.connect(panel.finder.show_progress)
        self.finding.began.connect(panel.finder.show_picture)
        panel.directions.share_wanted.connect(self._share)
        panel.directions.take_in_wanted.connect(self._take_in)
        self._parts = Parts(self, panel, self._window, self._gpu)
        return panel

    def _look_whether_seen(self) -> None:
        """A dock that lies behind another is shown too: only one whose tab is in front is seen."""
        if not self.place.visibleRegion().isEmpty():
            self.panel.refresh_models()
            self._seen()
        if self._parts is not None:
            self._parts.show_walk()

    def _seen(self) -> None:
        """The panel is seen: have its map ready; where nothing is open, explore at once."""
        if not self.exploring.models():
            return
        self.exploring.prepare()
        if self._window.editor.document.is_empty:
            self.exploring.begin()

    def _share(self) -> None:
        folder = Path(self._window.settings.value.photo_folder or Path.home())
        target = folder / f"{Path(self.exploring.place.model).stem}{SUFFIX}"
        filters = self.tr("Directions") + f" (*{SUFFIX})"
        choose_target(
            self._window, self.tr("Export directions"), target, filters, SUFFIX,
            lambda paths: self.books.share(paths[0]),
        )  # fmt: skip

    def _take_in(self) -> None:
        folder = self._window.settings.value.photo_folder or str(Path.home())
        filters = self.tr("Directions") + " (*.json)"
        choose_files(
            self._window, self.tr("Import directions"), folder, [filters],
            lambda paths: self.books.take_in(paths[0]),
        )  # fmt: skip

    # -- the canvas ------------------------------------------------------------------------------

    def _side(self) -> int:
        """How large a dream is on the canvas, in pixels of the screen."""
        canvas = self._window.workbench.canvas
        ratio = canvas.devicePixelRatioF()
        room = min(round(canvas.width() * ratio), round(canvas.height() * ratio))
        return max(64, min(CANVAS, room - 2 * round(metrics(canvas).px(16) * ratio)))

    def show_frame(self, pixels: Pixels | None) -> None:
        """Show what somebody else makes at this moment, such as a film; None at its end."""
        dream = self.exploring.dream
        if pixels is not None:
            title = self.tr("Being made …")
            self._put(pixels, title, f"{pixels.shape[1]} × {pixels.shape[0]}")
        elif self.exploring.active and dream is not None:
            self._show(dream)
        else:
            self._window.workbench.show_dream(None)

    def _show(self, dream: Dream) -> None:
        if dream.melody is not None:
            bars = len(dream.melody) // STEPS
            text = self.tr("1 bar") if bars == 1 else self.tr("{n} bars").format(n=bars)
            self._put(melody_picture(dream, self._side()), self.title_of(dream), text)
        elif dream.pixels is not None:
            side = dream.pixels.shape[0]
            pixels = dream.pixels if dream.large is None else dream.large
            self._put(pixels, self.title_of(dream), f"{side} × {side}")

    def _put(self, pixels: Pixels, title: str, details: str) -> None:
        """Show a square picture instead of what lies on the canvas, which is put away."""
        if not self._window.workbench.shows_dream:
            self._window.live.leave()
            self._window.brushing.brush.set_active(False)
        self._window.workbench.show_dream(pixels, CANVAS, title, details)

    def _show_search(self, pixels: Pixels) -> None:
        if self.exploring.active:
            title = self.tr("Searching for the picture …")
            self._put(pixels, title, f"{pixels.shape[1]} × {pixels.shape[0]}")

    def _activated(self, active: bool) -> None:
        if not active:
            self._window.workbench.show_dream(None)

    def _follow(self, document: Document) -> None:
        before, self._document = self._document, document
        if document.photo is not before.photo or document.shown != before.shown:
            self.leave()
