"""What Paint and Refine mean beside a live picture: it is kept, or painted, or gone on from."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.jobs import Job, State, Update
from studio.tasks.style import StyleRequest
from studio.tasks.style_live import can_live
from studio.ui import style_settings
from studio.ui.editor import DocumentEditor
from studio.ui.job_controller import StyleJobs
from studio.ui.live_controller import LivePainting
from studio.ui.messages import MessageBar
from studio.ui.pixels import Pixels


class Easel(QObject):
    """Stands between the live picture and the paintings of the queue.

    What leaves the window is what is seen: a live picture is kept before it is exported.
    """

    def __init__(
        self,
        editor: DocumentEditor,
        jobs: StyleJobs,
        live: LivePainting,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._jobs = jobs
        self._live = live
        self._messages = messages
        self._handing_over = False
        self._after: tuple[Job, Callable[[], object]] | None = None
        jobs.may_show = self._may_show
        jobs.previewed.connect(self._previewed)
        jobs.advanced.connect(self._advanced)
        live.changed.connect(self._live_changed)

    @property
    def live_shown(self) -> bool:
        """Whether what is seen is a live picture, which the document does not hold yet."""
        return self._live.showing

    def paint(self) -> Job | bool:
        """Keep the live picture, or paint what the panel asks for; false when it cannot be."""
        full = self._live.full
        if full is not None:
            self._jobs.keep(full)
            return True
        self._hand_over()
        return self._jobs.paint() or False

    def refine(self) -> bool:
        """Let Fine go on from what the chosen engine paints of the same request."""
        try:
            request = style_settings.request(self._editor.document)
        except StudioError as error:
            self._messages.error(error)
            return False
        if not can_live(request):
            self._messages.info(self.tr("Fine is at work already: choose Instant or Fast first."))
            return False
        self._hand_over()
        return self._jobs.paint(refined) is not None

    def keep_then(self, act: Callable[[], object]) -> None:
        """Keep the live picture, if one is seen, at the size that is asked for; then act."""
        if not self._live.showing:
            act()
            return
        job = self.paint()
        if isinstance(job, Job):
            self._after = job, act
            self._messages.info(self.tr("Painting it at full size first …"), key="keep")
        elif job:
            act()

    def keep_now(self) -> bool:
        """Keep the live picture, if one is seen, as it is; false when it is not painted yet."""
        if not self._live.showing:
            return True
        picture = self._live.full or self._live.picture
        if picture is None:
            self._messages.info(self.tr("One moment: the picture is still being painted."))
            return False
        self._jobs.keep(picture)
        return True

    def _hand_over(self) -> None:
        """Let the live picture stay until the painting that follows it shows something."""
        self._live.hold()
        self._handing_over = self._live.showing

    def _live_changed(self) -> None:
        self._handing_over = False

    def _previewed(self, pixels: Pixels | None) -> None:
        if self._handing_over and pixels is not None:
            self._handing_over = False
            self._live.leave()

    def _may_show(self, request: StyleRequest | None) -> bool:
        """A result comes to the canvas unless the hand is at something else by now."""
        return self._handing_over or not self._live.showing

    def _advanced(self, update: Update) -> None:
        if self._after is None or update.job is not self._after[0] or not update.state.final:
            return
        act, self._after = self._after[1], None
        self._messages.forget("keep")
        if update.state is State.DONE:
            act()


def refined(request: StyleRequest) -> StyleRequest:
    """The same request for Fine, which starts from what the request's engine paints."""
    start = "fast" if request.engine == "fast" else "instant"
    return replace(request, engine="fine", start=start)
