"""What becomes of a dream: a result in the history, or the photo that is painted next."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from studio.document.layer import Layer, Pixels
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.tasks.dream_recipe import at_canvas_size, dream_recipe, to_paint_on
from studio.tasks.dreaming import Dream
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, at_once
from studio.ui.explore.exploring import Exploring
from studio.ui.messages import MessageBar
from studio.ui.outlets import Keeping as Beneath


class Keeping(QObject):
    """Keeps what is dreamt; stands before ``beneath``, which keeps what else lies on the canvas."""

    kept = Signal()
    to_paint = Signal()  # the dream is the photo now

    def __init__(
        self,
        exploring: Exploring,
        editor: DocumentEditor,
        disk: Errands,
        messages: MessageBar,
        title: Callable[[Dream], str],
        beneath: Beneath,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exploring = exploring
        self._editor = editor
        self._disk = disk
        self._messages = messages
        self._title = title
        self._beneath = beneath
        self._waiting: Callable[[Dream], object] | None = None
        exploring.dreamt.connect(self._dreamt)
        exploring.active_changed.connect(self._forget)

    def keep(self, then: Callable[[], object] | None = None) -> None:
        """Put the dream into the history at canvas size."""

        def done(dream: Dream, pixels: Pixels) -> None:
            self._put(dream, pixels)
            if then is not None:
                then()

        self._with_dream(lambda dream: self._enlarge(dream, done))

    def paint_it(self) -> None:
        """Let the dream be the photo, so that styles work on it."""

        def done(dream: Dream, pixels: Pixels) -> None:
            picture = Picture(pixels, self._title(dream))
            document = self._editor.document.with_photo(picture)
            self._editor.edit(self.tr("Paint a dream"), document)
            self.to_paint.emit()

        self._with_dream(lambda dream: self._enlarge(dream, done, to_paint_on))

    # -- what leaves the window ------------------------------------------------------------------

    @property
    def live_shown(self) -> bool:
        """Whether what is seen is not in the document yet."""
        return self._seen or self._beneath.live_shown

    def keep_then(self, act: Callable[[], object]) -> None:
        """Keep what is seen, then act."""
        if self._seen:
            self.keep(act)
        else:
            self._beneath.keep_then(act)

    def keep_now(self) -> bool:
        """Keep what is seen at once; false where that is not possible yet."""
        if not self._seen:
            return self._beneath.keep_now()
        dream = self._exploring.dream
        if dream is None or self._exploring.space is None:
            return False
        self._put(dream, at_canvas_size(dream))
        return True

    @property
    def _seen(self) -> bool:
        dream = self._exploring.dream
        return self._exploring.active and dream is not None and dream.pixels is not None

    # -- how -------------------------------------------------------------------------------------

    def _with_dream(self, act: Callable[[Dream], object]) -> None:
        """Act on what is seen, or on what stands at the place as soon as that is known."""
        exploring = self._exploring
        dream = exploring.dream
        known = exploring.space is not None and dream is not None
        if known and dream is not None and (exploring.active or dream.place == exploring.place):
            act(dream)
        else:
            exploring.begin()
            self._waiting = act

    def _dreamt(self, dream: Dream) -> None:
        if self._waiting is not None and self._exploring.space is not None:
            act, self._waiting = self._waiting, None
            act(dream)

    def _forget(self, active: bool) -> None:
        if not active:
            self._waiting = None

    def _enlarge(
        self,
        dream: Dream,
        done: Callable[[Dream, Any], object],
        enlarge: Callable[[Dream], Pixels] = at_canvas_size,
    ) -> None:
        self._disk.run(
            self.tr("Enlarging the dream"),
            lambda: at_once(lambda: enlarge(dream)),
            lambda pixels: done(dream, pixels),
        )

    def _put(self, dream: Dream, pixels: Pixels) -> None:
        space = self._exploring.space
        if space is None or space.model != dream.place.model:
            self._messages.error(StudioError(self.tr("The model of this dream is gone.")))
            return
        layer = Layer(
            pixels=pixels, name=self._title(dream), recipe=dream_recipe(dream, space.sha256)
        )
        document = self._editor.document.with_result(layer)
        self._editor.edit(self.tr("Keep a dream"), document)
        self.kept.emit()
