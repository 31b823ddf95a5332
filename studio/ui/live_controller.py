"""Painting under the hand: every change is on the canvas at once, and at full size when it rests.

The live picture lies over the document and is no part of it until it is kept.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from studio.document.document import Document
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.jobs import Job, State, Update, Work
from studio.tasks.style import StyleRequest
from studio.tasks.style_live import LivePicture, LiveStyler, can_live
from studio.ui import style_settings
from studio.ui.editor import DocumentEditor
from studio.ui.errands import raise_to_hook
from studio.ui.messages import MessageBar
from studio.ui.pixels import Pixels
from studio.ui.worker import QtWorker

LOOK, MORE = 256, 512
"""Longer sides that are painted: while the hand moves, and as soon as it pauses."""
BEAT = 16  # ms between two requests
PAUSE = 60  # ms without a change until more is painted, which holds up the next look
REST = 250  # ms without a change until the picture is painted at full size


class PaintLive(Protocol):
    """What paints: ``LiveStyler.paint``, or work of the same shape."""

    def __call__(
        self, request: StyleRequest, photo: Picture, sides: Sequence[int]
    ) -> Work[LivePicture]: ...


class LivePainting(QObject):
    """Follows the document: what its panel asks for is painted as it changes, newest first.

    A request is sent when the one before it has been seen once, so that none waits. What the
    document itself shows, a result of the history say, puts the live picture away.
    """

    previewed = Signal(object)  # Pixels of 8 or 16 bits | None: what lies over the document
    progressed = Signal(object)  # float 0..1 of the picture at full size, else None
    changed = Signal()  # the live picture came, went, or reached its full size

    def __init__(
        self,
        worker: QtWorker,
        editor: DocumentEditor,
        messages: MessageBar,
        parent: QObject | None = None,
        *,
        paint: PaintLive | None = None,
        blocked: Callable[[StyleRequest], bool] = lambda request: False,
    ) -> None:
        """``blocked`` says of a request that it cannot be painted and that the user knows."""
        super().__init__(parent)
        self._worker = worker
        self._editor = editor
        self._messages = messages
        self._paint = LiveStyler().paint if paint is None else paint
        self._blocked = blocked
        self._awake = False
        self._document = editor.document
        self._asked: StyleRequest | None = None
        self._dirty = False
        self._job: Job | None = None
        self._job_asks: tuple[StyleRequest, int] | None = None
        self._looked = False
        self._showing = False
        self._picture: LivePicture | None = None
        self._told = ""
        self._beat = self._timer(BEAT, self._pump)
        self._pause = self._timer(PAUSE, self._fill)
        self._rest = self._timer(REST, self._fill)
        editor.changed.connect(self._follow)
        worker.updated.connect(self._on_update)

    @property
    def showing(self) -> bool:
        """Whether a live picture lies over the document."""
        return self._showing

    @property
    def asked(self) -> StyleRequest | None:
        """What the live picture on the canvas is painted for, None where there is none."""
        return self._asked if self._showing else None

    @property
    def picture(self) -> LivePicture | None:
        """The picture on the canvas, of whatever size; None until it is painted as asked."""
        return self._picture if self._showing else None

    @property
    def full(self) -> LivePicture | None:
        """The picture on the canvas once it has the size that is asked for."""
        picture = self.picture
        if picture is None or self._asked is None or picture.request.size < self._asked.size:
            return None
        return picture

    def wake(self) -> None:
        """Begin to follow: once the window is seen, since the first picture imports torch."""
        self._awake = True
        self._asked = self._wish(self._editor.document)
        if self._editor.document.shown is None:
            self.play()

    def play(self) -> None:
        """Paint what the document asks for now."""
        self._document = self._editor.document
        self._play(self._wish(self._document))

    def play_on(self) -> None:
        """Paint where that was not possible before, or no longer is; else go on as before."""
        wish = self._wish(self._editor.document)
        if self._awake and wish != self._asked and (self._showing or self._asked is None):
            self.play()

    def hold(self) -> None:
        """Paint no further; what there is stays on the canvas."""
        self._dirty = False
        for timer in (self._beat, self._pause, self._rest):
            timer.stop()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.progressed.emit(None)

    def leave(self) -> None:
        """Put the live picture away: the canvas shows the document."""
        self.hold()
        self._picture = None
        if self._showing:
            self._showing = False
            self.previewed.emit(None)
            self.changed.emit()

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self._awake = False
        self.hold()
        self._worker.updated.disconnect(self._on_update)

    # -- what the hand does ----------------------------------------------------------------------

    def _follow(self, document: Document) -> None:
        before, self._document = self._document, document
        if not self._awake or document is before:
            return
        other_photo = document.photo is not before.photo
        if document.shown != before.shown and not (other_photo and document.shown is None):
            self._asked = self._wish(document)
            self.leave()
            return
        wish = self._wish(document)
        if other_photo or wish != self._asked:
            self._play(wish)

    def _wish(self, document: Document) -> StyleRequest | None:
        """What is to be painted live; None where nothing can be."""
        if document.photo is None:
            return None
        try:
            request = style_settings.request(document)
        except StudioError:
            return None
        return request if can_live(request) and not self._blocked(request) else None

    def _play(self, wish: StyleRequest | None) -> None:
        self._asked = wish
        self._picture = None
        if wish is None or not self._awake:
            self.leave()
            return
        self._dirty = True
        self._pause.start()
        self._rest.start()
        self._pump()
        self.changed.emit()

    def _pump(self) -> None:
        """Send the newest request, unless the one before it has not been seen yet."""
        look = self._job_asks is not None and self._job_asks[1] == LOOK
        waits = self._job is not None and look and not self._looked
        if self._dirty and not waits and not self._beat.isActive():
            self._dirty = False
            self._beat.start()
            self._submit(LOOK)

    def _fill(self) -> None:
        """Paint larger what was painted small, when the hand pauses and when it rests."""
        asked, picture = self._asked, self.picture
        if self._job is not None or self._dirty or asked is None or picture is None:
            return
        if picture.request.size < min(MORE, asked.size):
            if not self._pause.isActive():
                self._submit(MORE)
        elif picture.request.size < asked.size and not self._rest.isActive():
            self._submit(asked.size)

    def _submit(self, side: int) -> None:
        asked, photo, paint = self._asked, self._document.photo, self._paint
        if asked is None or photo is None:
            return
        self._looked = False
        self._job_asks = asked, side
        self._job = Job(
            self.tr("Live"), lambda: paint(asked, photo, (side,)), slot="live", live=True
        )
        self._worker.submit(self._job)

    # -- what the worker says --------------------------------------------------------------------

    def _on_update(self, update: Update) -> None:
        if update.job is not self._job or self._job_asks is None:
            return
        if update.state.final:
            self._job = None
            self.progressed.emit(None)
            self._end(update)
        elif update.preview is not None:
            self._looked = True
            self._show(update.preview)
        if self._job is not None and self._job_asks[1] > MORE and update.step is not None:
            self.progressed.emit(update.step.progress)
        self._pump()
        self._fill()

    def _end(self, update: Update) -> None:
        assert self._job_asks is not None
        asked, side = self._job_asks
        if update.state is State.DONE:
            self._told = ""
            self._picture = update.result if asked == self._asked else None
            if side > MORE or not self._looked:  # else it has been seen as its own preview
                self._show(update.result.pixels)
            self.changed.emit()
        elif isinstance(update.error, StudioError):
            if update.error.sentence != self._told:
                self._told = update.error.sentence
                self._messages.error(update.error)
            if side > LOOK:
                self._picture = None  # larger it cannot be had
            elif not self._dirty:
                self.leave()
        elif update.error is not None:
            raise_to_hook(update.error)

    def _show(self, pixels: Pixels) -> None:
        first, self._showing = not self._showing, True
        self.previewed.emit(pixels)
        if first:
            self.changed.emit()

    def _timer(self, wait: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer
