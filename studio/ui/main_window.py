"""The main window: header, docks and workbench, put together and wired to one another."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import SystemRandom

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from studio.document.recipe import Recipe
from studio.document.recovery import Recovery
from studio.paths import cache_dir
from studio.tasks.latent_place import TASK as EXPLORE
from studio.tasks.style import StyleRequest, stylize
from studio.ui import cost, palette_entries, style_settings, unfinished, window_layout
from studio.ui.actions import Actions
from studio.ui.autosave import Autosave
from studio.ui.batch import Batch
from studio.ui.brushing import Brushing
from studio.ui.command_palette import CommandPalette, PaletteEntry
from studio.ui.compose.composing import Composing
from studio.ui.compose.jobs import Compose, compose
from studio.ui.compose.own_models import OwnModels
from studio.ui.display import Display
from studio.ui.dock_tabs import DockTabs
from studio.ui.docks import Dock
from studio.ui.easel import Easel
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, at_once
from studio.ui.explore.explorer import Explorer
from studio.ui.fast_styles import FastStyles
from studio.ui.header import Header
from studio.ui.history_panel import HistoryPanel
from studio.ui.inlets import Inlets
from studio.ui.intake import Intake, Place
from studio.ui.job_bar import JobBar
from studio.ui.job_controller import StyleJobs, Stylize
from studio.ui.live_controller import LivePainting, PaintLive
from studio.ui.messages import MessageBar
from studio.ui.music.music import Music
from studio.ui.music.space_key import SpaceTap
from studio.ui.outlets import Outlets
from studio.ui.paint_button import PaintButton
from studio.ui.preferences import PreferencesDialog
from studio.ui.project_files import ProjectFiles
from studio.ui.resuming import Resuming
from studio.ui.sheets import Sheets
from studio.ui.sources_panel import SourcesPanel
from studio.ui.stored_settings import StoredSettings
from studio.ui.style_panel import StylePanel
from studio.ui.style_shelf import StyleShelf
from studio.ui.tidying import forget_old
from studio.ui.train_actions import Training
from studio.ui.welcome import Welcome
from studio.ui.widgets.drop_target import DropTarget
from studio.ui.window_actions import register
from studio.ui.window_state import WindowState
from studio.ui.workbench import Workbench
from studio.ui.worker import QtWorker

LAYOUT_VERSION = 4


class MainWindow(QMainWindow):
    """Builds the panels, connects them through the editor and the workers, and remembers itself."""

    def __init__(
        self,
        settings: StoredSettings,
        editor: DocumentEditor,
        gpu: QtWorker,
        disk: QtWorker,
        recovery: Recovery,
        *,
        audio: QtWorker | None = None,
        stylize: Stylize = stylize,
        paint_live: PaintLive | None = None,
        compose: Compose = compose,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.editor = editor
        self._leaving = False
        self.gave_up = False  # unsaved work was left on purpose
        self.messages = MessageBar(self)
        self.disk = Errands(disk, self.messages, self)
        self.files = ProjectFiles(self, editor, self.disk, self.messages, settings)
        self.autosave = Autosave(recovery, editor, self.files, self.disk, self.messages, self)
        self.jobs = StyleJobs(gpu, editor, self.messages, self._title_of, self, stylize=stylize)
        self.shelf = StyleShelf(self.disk, self.jobs, self.messages, self)
        self.fast_styles = FastStyles(self.shelf, self.disk, self)
        self.live = LivePainting(
            gpu, editor, self.messages, self, paint=paint_live, blocked=self._not_learned
        )
        self.easel = Easel(editor, self.jobs, self.live, self.messages, self)
        self.sheets = Sheets(editor, self.jobs, self.shelf, self.messages, self, stylize=stylize)
        self.intake = Intake(editor, self.disk, self.messages, self.files, self.shelf, self)
        self.batch = Batch(editor, self.jobs, self.messages, self)
        self.inlets = Inlets(self, self.intake, self.batch, self.messages, settings)
        self.outlets = Outlets(self, editor, self.disk, self.messages, settings, self.shelf.title)
        self.explorer = Explorer(self, gpu)
        self.music = Music(
            self, editor, self.disk, audio or disk, self.messages, settings, self.intake
        )
        self.composing = Composing(
            editor, self.music.desk, gpu, self.disk, self.messages, settings, self, compose=compose
        )
        self.own_models = OwnModels(
            self.composing, self.music.desk, gpu, self.jobs, self.disk, self.messages, self
        )
        self.resuming = Resuming(
            unfinished.checkpoints(), editor, self.jobs, self.disk, self.messages, self
        )
        self._build(gpu)
        self.training = Training(self, gpu)
        self.registry = Actions(self)
        register(self.registry, self)
        self.registry.fill(self.header.menus)
        self.command_palette = CommandPalette(self, self._palette_entries)
        self._connect()
        self.state = WindowState(self)
        self._restore_layout()

    # -- what the actions do ---------------------------------------------------------------------

    def greet(self) -> None:
        """Begin what may only begin once the window is seen: styles, hints, lost work."""
        self.shelf.refresh()
        self.welcome.greet()
        self.music.greet()
        self.explorer.greet()
        self.composing.greet()
        self.autosave.offer()
        self.resuming.offer()
        self.disk.run(self.tr("Tidying up"), lambda: at_once(_tidy), lambda _: None, quiet=True)

    def paint(self) -> None:
        """Keep the live picture or paint."""
        self.explorer.leave()
        self.easel.paint()

    def refine(self) -> None:
        """Let Fine go on from the picture."""
        self.explorer.leave()
        self.easel.refine()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files given on the command line."""
        self.intake.take_paths(paths)

    def open_palette(self) -> None:
        """Show the command palette."""
        self.command_palette.open()

    def open_preferences(self) -> None:
        """Show the preferences."""
        PreferencesDialog(self.settings, self).open()

    def show_photo(self) -> None:
        """Show the photo itself on the canvas."""
        self._document_only()
        document = self.editor.document
        if document.shown is not None:
            self.editor.edit(self.tr("Show the photo"), document.with_shown(None))

    def step_result(self, step: int) -> None:
        """Show the result before or after the one that is shown."""
        self._document_only()
        document = self.editor.document
        ids = [layer.id for layer in document.results]
        if not ids:
            return
        at = ids.index(document.shown) + step if document.shown in ids else len(ids) - 1
        target = ids[max(0, min(len(ids) - 1, at))]
        if target != document.shown:
            self.editor.edit(self.tr("Show another result"), document.with_shown(target))

    def choose_style(self, card: str) -> None:
        """Choose one style, as the gallery does."""
        self.sources.gallery.choose(card)

    def surprise(self) -> None:
        """Choose a style by chance."""
        cards = [card.id for card in self.shelf.cards]
        others = [one for one in cards if one not in self.sources.gallery.selected()]
        if others:
            self.choose_style(SystemRandom().choice(others))

    def show_hints(self) -> None:
        """Show the three things to try again."""
        self.welcome.show()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or give it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def open_compose(self) -> None:
        """Show the Compose panel, with its button under the hand."""
        dock = self.docks[4]
        dock.show()
        dock.raise_()
        self.composing.panel.verbs.setFocus()

    def reset_layout(self) -> None:
        """Put all docks back in their places."""
        for dock in self.docks:
            dock.setFloating(False)
            dock.show()
        window_layout.arrange(self)

    # -- building --------------------------------------------------------------------------------

    def _build(self, gpu: QtWorker) -> None:
        keys = QKeySequence("Ctrl+P").toString(QKeySequence.SequenceFormat.NativeText)
        self.header = Header(self.open_palette, keys, self)
        self.setMenuWidget(self.header)
        self.sources = SourcesPanel(self.editor, self.shelf, self.messages, self.shelf.remove, self)
        unlearned = self.fast_styles.unlearned
        self.style_panel = StylePanel(self.editor, self.shelf, self, unlearned=unlearned)
        self.paint_button = PaintButton(self._cost, self)
        self.history = HistoryPanel(self.editor, self)
        display = Display(self.disk)
        self.workbench = Workbench(self.editor, self.messages, display, self, title=self._title_of)
        canvas = self.workbench.canvas
        self.brushing = Brushing(self.editor, self.shelf, canvas, self.messages, self)
        self.job_bar = JobBar(self.jobs, gpu, self)
        self.workbench.add_below(self.job_bar)
        self.setCentralWidget(self.workbench)
        style = QWidget(self)
        column = QVBoxLayout(style)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Dock.scrolling(self.style_panel), 1)
        column.addWidget(self.paint_button)
        self.docks = (
            Dock("sources", self.tr("Photo"), self.sources, self),
            Dock("style", self.tr("Style"), style, self),
            Dock("history", self.tr("History"), self.history, self),
            Dock("music", self.tr("Music"), self.music.panel, self, bare=True),
            Dock("compose", self.tr("Compose"), self.composing.place, self),
            Dock("explore", self.tr("Explore"), self.explorer.place, self),
        )
        self.dock_tabs = DockTabs(self, (self.docks[1], *self.docks[4:]))
        self.welcome = Welcome(
            self.workbench.canvas, self.editor, self.intake, self.settings,
            self.shelf, self.surprise, self.music.desk.toggle, self.inlets.open_anything, self,
        )  # fmt: skip
        window_layout.arrange(self)

    def _connect(self) -> None:
        self.editor.changed.connect(lambda _: self.paint_button.refresh())
        self.paint_button.pressed.connect(self.paint)
        self.jobs.previewed.connect(self.workbench.show_preview)
        self.live.previewed.connect(self.workbench.show_live)
        self.live.progressed.connect(self.workbench.canvas.set_progress)
        self.live.changed.connect(self._live_changed)
        self.fast_styles.changed.connect(self._learned)
        self.editor.changed.connect(lambda _: self._show_learned())
        self.history.strip.showRequested.connect(lambda _: self.live.leave())
        self.style_panel.engine.train_wanted.connect(lambda card: self.training.open_for(card))
        self.sources.photo_wanted.connect(self.inlets.open_anything)
        self.sources.style_wanted.connect(self.inlets.open_style)
        self.sources.photo_dropped.connect(lambda mime: self._dropped(mime, "photo"))
        self.sources.style_dropped.connect(lambda mime: self._dropped(mime, "style"))
        self.sources.styles_chosen.connect(lambda: self.welcome.tick("style"))
        self.intake.opened.connect(lambda: self.welcome.tick("photo"))
        self.music.desk.playing_changed.connect(lambda _: self.welcome.tick("play"))
        self.history.settings_wanted.connect(self._use_settings)
        self.history.export_wanted.connect(self.outlets.export_result)
        self.history.compare_wanted.connect(self.workbench.show_split)
        canvas = self.workbench.canvas
        canvas.dropped.connect(lambda mime: self._dropped(mime, "any"))
        canvas.dragRequested.connect(self.outlets.drag)
        canvas.installEventFilter(self)
        SpaceTap(canvas).tapped.connect(self.music.desk.toggle)
        canvas.openRequested.connect(self.inlets.open_anything)
        anywhere = DropTarget(self)
        anywhere.dropped.connect(lambda mime: self._dropped(mime, "any"))
        self.disk.idle.connect(self._idle)
        self.explorer.connect_window()

    def _restore_layout(self) -> None:
        value = self.settings.value
        geometry = QByteArray.fromBase64(value.geometry.encode())
        if not value.geometry or not self.restoreGeometry(geometry):
            self.resize(window_layout.first_size(self))
        layout = QByteArray.fromBase64(value.layout.encode())
        if not value.layout or not self.restoreState(layout, LAYOUT_VERSION):
            resize = partial(window_layout.size_docks, self)
            QTimer.singleShot(0, self, resize)  # the window has its size by then

    def _document_only(self) -> None:
        """Let nothing lie over the document on the canvas."""
        self.live.leave()
        self.explorer.leave()

    # -- answers ---------------------------------------------------------------------------------

    def _palette_entries(self) -> list[PaletteEntry]:
        return [
            *palette_entries.actions(self.registry),
            *palette_entries.styles(self.shelf.cards, self.choose_style),
            *palette_entries.projects(self.settings.value.recent, self.files.open),
        ]

    def _cost(self) -> tuple[str, str, bool]:
        return cost.describe(self.editor.document, self.live.full is not None)

    def _use_settings(self, recipe: Recipe) -> None:
        take = self.explorer.take_recipe if recipe.task == EXPLORE else self.intake.use_settings
        take(recipe)

    def _live_changed(self) -> None:
        self.workbench.describe_live(self.live.asked)
        self.composing.show_live(self.live.full)
        self.paint_button.refresh()

    def _show_learned(self) -> None:
        """While Fast is chosen, let the styles that it has not learned stand back."""
        chosen = style_settings.engine(self.editor.document) == "fast"
        cards = [card.id for card in self.shelf.cards]
        missing = self.fast_styles.unlearned(cards) if chosen else ()
        self.sources.gallery.set_faint(missing, self.tr("Fast has not learned it yet"))

    def _learned(self) -> None:
        """Fast has learned a style, or what it knows is known now."""
        self._show_learned()
        self.style_panel.show_document(self.editor.document)
        self.live.play_on()

    def _not_learned(self, request: StyleRequest) -> bool:
        cards = [one.card for one in request.styles]
        return request.engine == "fast" and bool(self.fast_styles.unlearned(cards))

    def _title_of(self, request: StyleRequest) -> str:
        return " + ".join(self.shelf.title(one.card) for one in request.styles)

    def _dropped(self, mime: QMimeData, place: Place) -> None:
        own = self.outlets.dragging or self.music.handle.dragging
        if own and place == "any":
            return  # the canvas's own picture let go where it came from
        self.activateWindow()
        self.intake.take_mime(mime, place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on the canvas may become a drag: its file is got ready meanwhile."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.outlets.prepare_drag()
        return False

    # -- leaving ---------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work, wait for what is being written, remember the layout."""
        if self.editor.worth_keeping and not self._leaving:
            event.ignore()
            self.files.leave(self._leave)
            return
        if self.disk.writing:
            event.ignore()
            self._leaving = True
            self.setEnabled(False)
            self.messages.info(self.tr("Finishing what is being written …"))
            return
        self.settings.change(
            geometry=self.saveGeometry().toBase64().toStdString(),
            layout=self.saveState(LAYOUT_VERSION).toBase64().toStdString(),
        )
        event.accept()

    def _leave(self) -> None:
        self._leaving = True
        self.gave_up = self.editor.worth_keeping
        self.close()

    def _idle(self) -> None:
        if self._leaving:
            self.close()


def _tidy() -> None:
    forget_old(cache_dir() / "dragged", 1)
    forget_old(cache_dir() / "dropped", 30)
