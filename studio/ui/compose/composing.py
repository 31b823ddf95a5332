"""The composing half of the music: panel, jobs, audition and the song, wired to one another."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.registry import ModelSpec, music_models
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Composition
from studio.ui.compose.asking import Marked, region_of
from studio.ui.compose.audition import Audition
from studio.ui.compose.jobs import Compose, ComposeJobs, compose
from studio.ui.compose.judge import Judge
from studio.ui.compose.region import count, where
from studio.ui.compose.taking import Taking
from studio.ui.compose.values import MOST_SEED, PanelValues
from studio.ui.compose.words import letter, verb_name, verb_tip
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands
from studio.ui.lazy import Lazy
from studio.ui.messages import MessageBar
from studio.ui.music.desk import MusicDesk
from studio.ui.sentences import told
from studio.ui.stored_settings import StoredSettings
from studio.ui.worker import QtWorker

if TYPE_CHECKING:
    from studio.tasks.style_live import LivePicture
    from studio.ui.compose.following import Following
    from studio.ui.compose.panel import ComposePanel
    from studio.ui.compose.results import Results

LATER = 2000
"""Milliseconds after the window is seen until the panel is built, if nobody wanted it sooner."""


class Composing(QObject):
    """Asks for compositions and puts what is chosen of them into the song."""

    train_wanted = Signal()

    def __init__(
        self,
        editor: DocumentEditor,
        desk: MusicDesk,
        worker: QtWorker,
        disk: Errands,
        messages: MessageBar,
        settings: StoredSettings,
        parent: QWidget | None = None,
        *,
        compose: Compose = compose,
        models: Callable[[], Sequence[ModelSpec]] = music_models,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editor = editor
        self._disk = disk
        self._messages = messages
        self._models = models
        self.values = PanelValues(editor, settings, self)
        self.jobs = ComposeJobs(worker, messages, self, compose=compose)
        editor.replaced.connect(self.jobs.drop)
        self.audition = Audition(editor, desk, self)
        self.taking = Taking(editor, desk, self.audition, self)
        self.place = Lazy(self._build, parent)
        self._panel: ComposePanel | None = None
        self._following: Following | None = None
        self._live: LivePicture | None = None
        self._place: int | None = None  # where it was written last, until the hand goes elsewhere
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._judge = Judge(disk, self)
        self._judge.judged.connect(self._show_button)
        self._connect()
        self.audition.ended.connect(self._move)
        desk.panel.roll.seeked.connect(self._move)

    @property
    def panel(self) -> "ComposePanel":
        """The panel, built when it is first wanted."""
        self.place.fill()
        assert self._panel is not None
        return self._panel

    @property
    def following(self) -> "Following":
        """The picture or the words that Generate follows, chosen in the panel."""
        self.place.fill()
        assert self._following is not None
        return self._following

    def greet(self) -> None:
        """Build the panel a while after the window is seen."""
        self.place.fill_later(LATER)

    # -- what the hand wants ---------------------------------------------------------------------

    def run(self) -> None:
        """Compose as the panel asks; stop where something is being composed."""
        if self.jobs.busy:
            self.jobs.stop()
            return
        try:
            request = self.request()
        except StudioError as error:
            self._messages.info(told(error))
            return
        self._start(request)

    def again(self) -> None:
        """Compose the same with a new seed."""
        self.jobs.stop()
        seed = SystemRandom().randrange(MOST_SEED)
        self.values.change(self.tr("Throw a new seed"), seed=seed)
        self.run()

    def choose_verb(self, verb: str) -> None:
        """Show another verb."""
        self.panel.verbs.chosen.emit(verb)

    def discard(self) -> None:
        """Put all variations away; what was written can be called back."""
        self.jobs.stop()
        self.audition.put_away()

    def escape(self) -> None:
        """Stop what is being written, else put the variations away."""
        if self.jobs.busy:
            self.jobs.stop()
        else:
            self.audition.put_away()

    def request(self) -> ComposeRequest:
        """What the panel asks for; StudioError where it cannot be."""
        names = [spec.name for spec in self._models()]
        if not names:
            raise StudioError(self.tr("There is no network that writes music; install anew."))
        values = self.values.value
        if values.model not in names:  # it was removed, or belongs to another computer
            values = replace(values, model=names[0])
        return self.following.request(values, self._marked())

    # -- following -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what would be composed, and where."""
        if not self.place.filled:
            return
        values, song = self.values.value, self._desk.song
        place, bars, tick = "", None, self._desk.tick
        try:
            found = region_of(values, self._marked())
            place, tick = where(song, self._desk.place, found), found.begin
            if found.given:
                bars = count(song, found)
        except StudioError:
            pass  # the button says why
        if self.following.is_piece:
            place, bars = self.following.where(values), None
        self.panel.show_values(values, song, tick, bars, place, self.following.plan is not None)
        self._show_button()

    def _show_button(self) -> None:
        values, button = self.values.value, self.panel.button
        again = self.audition.request is not None and not self.jobs.busy
        button.again.setVisible(again)
        if self.jobs.busy:
            text = self.tr("Stop · composing {name} …").format(name=letter(self.jobs.number))
            button.show_state(text, "", True, self.tr("Stop; what is written stays  (Escape)"))
            return
        verb = verb_name(values.verb)
        try:
            request = self.request()
        except StudioError as error:
            button.show_state(verb, told(error), False, told(error))
            return
        bars = request.bars
        text = self.tr("{verb} 1 bar") if bars == 1 else self.tr("{verb} {n} bars")
        text = text.format(verb=verb, n=bars)
        if values.variations > 1:
            text = self.tr("{what} × {n}").format(what=text, n=values.variations)
        tip = self.tr("{what}  (Ctrl+Shift+Return)").format(what=verb_tip(values.verb))
        sentence = self._judge.sentence(request)
        button.show_state(text if not sentence else verb, sentence, not sentence, sentence or tip)
        if self.panel.isVisible():
            self._judge.look_into(request)

    def _marked(self) -> Marked:
        """What the window shows; while variations are there, what plays moves no place."""
        desk = self._desk
        tick = desk.tick if self._place is None else self._place
        return Marked(desk.song, desk.place, desk.panel.roll.selection, tick)

    def _move(self, *_: object) -> None:
        self._place = None
        self._soon.start()

    def _start(self, request: ComposeRequest) -> None:
        self._place = None if self.following.is_piece else request.begin
        self.audition.begin(request, piece=self.following.is_piece)
        self.jobs.start(request)
        if self._panel is not None:
            self._panel.area.verticalScrollBar().setValue(0)

    def _ended(self, composition: Composition | None) -> None:
        self.audition.finish(composition)

    def show_live(self, picture: "LivePicture | None") -> None:
        """A picture that is painted under the hand lies over the document, or no longer does."""
        self._live = picture
        if self._following is not None:
            self._following.show_live(picture)

    # -- building --------------------------------------------------------------------------------

    def _build(self, parent: QWidget) -> QWidget:
        from studio.ui.compose.following import Following
        from studio.ui.compose.panel import ComposePanel

        panel = ComposePanel(self.values, self._results, self._models, parent)
        following = Following(self._editor, self.values, self._disk, panel)
        following.show_live(self._live)
        panel.set_source_widget(following.widget)
        panel.holds_escape = lambda: self.jobs.busy or self.audition.request is not None
        self._panel, self._following = panel, following
        self._connect_panel(panel, following)
        self.refresh()
        return panel

    def _results(self, parent: QWidget) -> "Results":
        from studio.ui.compose.results import Results

        made = Results(self.audition, self.taking, self._desk, parent)
        made.discard_wanted.connect(self.discard)
        return made

    def _connect_panel(self, panel: "ComposePanel", following: "Following") -> None:
        from studio.ui.compose.results import fill_history

        panel.button.pressed.connect(self.run)
        panel.button.again_wanted.connect(self.again)
        panel.escaped.connect(self.escape)
        menu = panel.button.earlier.menu()
        menu.aboutToShow.connect(lambda: fill_history(menu, self.audition))
        panel.basics.train_wanted.connect(self.train_wanted)
        following.changed.connect(self._soon.start)

    def _connect(self) -> None:
        desk = self._desk
        self.jobs.advanced.connect(self.audition.follow)
        self.jobs.ended.connect(self._ended)
        for signal in (self.jobs.changed, self.audition.changed):
            signal.connect(self._soon.start)
        roll = desk.panel.roll
        for happened in (
            *(self.values.changed, desk.song_shown, desk.bar_changed),
            *(roll.selection_changed, roll.track_changed),
        ):
            happened.connect(lambda _: self._soon.start())
