"""Whether rules leave anything to write, looked into beside the window while the hand rests."""

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.tasks.compose_request import ComposeRequest
from studio.ui.errands import Errands, at_once, raise_to_hook
from studio.ui.sentences import told

REST = 150  # ms without another request until it is looked into


class Judge(QObject):
    """Keeps the sentence that the last request was refused with, until another one comes."""

    judged = Signal()

    def __init__(self, errands: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._wanted: ComposeRequest | None = None
        self._known: ComposeRequest | None = None
        self._sentence = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._look)

    def sentence(self, request: ComposeRequest) -> str:
        """Why that cannot be composed; empty where it can, or nobody knows yet."""
        return self._sentence if _same(request, self._known) else ""

    def look_into(self, request: ComposeRequest) -> None:
        """Find out soon, unless it is known."""
        if not _same(request, self._known) and not _same(request, self._wanted):
            self._wanted = request
            self._rest.start()

    def _look(self) -> None:
        request = self._wanted
        if request is None:
            return

        def check() -> None:
            from studio.tasks.compose_check import check_request

            check_request(request)

        def failed(error: BaseException) -> None:
            if not isinstance(error, StudioError):
                raise_to_hook(error)
                return
            self._know(request, told(error))

        title = self.tr("Looking into the rules")
        self._errands.run(
            title,
            lambda: at_once(check),
            lambda _: self._know(request, ""),
            failed=failed,
            slot="compose-check",
            quiet=True,
        )

    def _know(self, request: ComposeRequest, sentence: str) -> None:
        self._known, self._sentence = request, sentence
        self.judged.emit()


def _same(first: ComposeRequest, other: ComposeRequest | None) -> bool:
    """Whether two requests are equal, told quickly: a song is frozen, so it is the same or not."""
    return other is not None and first.song is other.song and first == other
