"""Paintings on the gpu worker: from the button to the live preview and into the history."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from studio.document.layer import Layer
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.jobs import Job, Pixels, State, Step, Update, Work
from studio.tasks.style import StyleRequest, StyleResult, stylize
from studio.tasks.style_live import LivePicture, can_live
from studio.ui import engines, style_settings, unfinished
from studio.ui.editor import DocumentEditor
from studio.ui.errands import raise_to_hook
from studio.ui.messages import Choice, MessageBar
from studio.ui.sentences import told
from studio.ui.unfinished import Unfinished
from studio.ui.worker import QtWorker


@dataclass(slots=True)
class Painting:
    """A painting under way; the worker fills in the checksum and the checkpoint's folder.

    Other work has no photo and no request but ``ended``, which is told of its end.
    """

    request: StyleRequest | None
    name: str
    photo: Picture | None
    photo_name: str
    kept: Unfinished | None = None
    ended: Callable[[Update], object] | None = None


class Stylize(Protocol):
    """What paints: ``tasks.style.stylize``, or work of the same shape."""

    def __call__(
        self, request: StyleRequest, photo: Picture, *, checkpoint: Path | None = None
    ) -> Work[StyleResult]: ...


def paint(painting: Painting, root: Path, stylize: Stylize) -> Work[StyleResult]:
    """Paint with a checkpoint: begun anew, or gone on with where one was kept."""
    assert painting.photo is not None
    assert painting.request is not None
    yield Step(0, 1)
    if can_live(painting.request):  # over before a checkpoint would be worth its while
        painting.request = replace(painting.request, photo=painting.photo.sha256)
        return (yield from stylize(painting.request, painting.photo))
    if painting.kept is None:
        painting.request = replace(painting.request, photo=painting.photo.sha256)
        painting.kept = yield from unfinished.begin(painting.request, painting.photo, root)
    return (
        yield from stylize(painting.request, painting.photo, checkpoint=painting.kept.checkpoint)
    )


class StyleJobs(QObject):
    """Runs paintings and puts their results into the document, whole or partial."""

    previewed = Signal(object)  # Pixels | None: what the running painting looks like
    advanced = Signal(object)  # Update of the painting in front, None when there is none
    progressed = Signal(object)  # float 0..1, None when nothing runs
    painted = Signal()

    def __init__(
        self,
        worker: QtWorker,
        editor: DocumentEditor,
        messages: MessageBar,
        title: Callable[[StyleRequest], str],
        parent: QObject | None = None,
        *,
        stylize: Stylize = stylize,
    ) -> None:
        super().__init__(parent)
        self.stylize = stylize
        self._worker = worker
        self._editor = editor
        self._messages = messages
        self.title = title
        self._paintings: dict[int, tuple[Job, Painting]] = {}
        self._front: Job | None = None
        self._last_kept: Unfinished | None = None
        self.may_show: Callable[[StyleRequest | None], bool] = lambda request: True
        """Whether a result may come to the canvas by itself: not while the hand is at another."""
        worker.updated.connect(self._on_update)

    @property
    def front(self) -> Job | None:
        """The painting that runs or is paused, None when there is none."""
        return self._front

    @property
    def busy(self) -> bool:
        """Whether a painting runs, waits or is paused."""
        return bool(self._paintings)

    def waiting(self) -> tuple[Job, ...]:
        """The paintings behind the one in front, in the order of the queue."""
        return tuple(
            job
            for job in self._worker.pending()
            if id(job) in self._paintings and job is not self._front
        )

    def describe(self, job: Job) -> str:
        """What a painting paints, for the list of the queue."""
        _, painting = self._paintings[id(job)]
        return " · ".join(dict.fromkeys((painting.photo_name, painting.name)))

    @property
    def resumable(self) -> Unfinished | None:
        """The painting cancelled last, which can still go on."""
        return self._last_kept

    def paint(self, change: Callable[[StyleRequest], StyleRequest] | None = None) -> Job | None:
        """Paint the photo as the panel asks, or with a change to that; a sentence if it cannot."""
        document = self._editor.document
        if document.photo is None:
            self._messages.error(self.tr("Open a photo first: there is nothing to paint yet."))
            return None
        try:
            request = style_settings.request(document)
        except StudioError as error:
            self._messages.error(error)
            return None
        request = request if change is None else change(request)
        photo = document.photo
        return self._submit(Painting(request, self.title(request), photo, photo.name))

    def keep(self, picture: LivePicture) -> None:
        """Put a picture that is painted already into the history."""
        name = self.title(picture.request)
        layer = Layer(pixels=picture.pixels, name=name, recipe=picture.recipe)
        self._editor.edit(self.tr("Paint"), self._editor.document.with_result(layer))
        self.painted.emit()

    def go_on(self, kept: Unfinished, photo: Picture) -> Job:
        """Go on with a painting from its checkpoint."""
        if self._last_kept is not None and self._last_kept.folder == kept.folder:
            self._last_kept = None
        name = self.title(kept.request)
        return self._submit(Painting(kept.request, name, photo, photo.name, kept))

    def run(
        self,
        title: str,
        name: str,
        work: Callable[[], Work[Any]],
        ended: Callable[[Update], object],
    ) -> Job:
        """Queue other work of the same worker, with its own line; ``ended`` is told its end."""
        job = Job(title, work)
        self._track(job, Painting(None, name, None, name, ended=ended))
        return job

    def toggle_pause(self) -> None:
        """Hold the painting in front, or let it go on."""
        if self._front is None:
            return
        if self._front.state is State.PAUSED:
            self._front.resume()
        else:
            self._front.pause()

    def cancel(self) -> None:
        """End the painting in front; what it has painted so far is kept."""
        if self._front is not None:
            self._front.cancel()

    def stop(self) -> None:
        """Take no more news: the window is gone, and what still runs goes on next time."""
        self._worker.updated.disconnect(self._on_update)

    def forget_cancelled(self) -> None:
        """Drop the checkpoint of the painting that was cancelled on purpose; at a clean end."""
        if self._last_kept is not None:
            self._last_kept.discard()
            self._last_kept = None

    def _submit(self, painting: Painting) -> Job:
        root = unfinished.checkpoints()
        assert painting.request is not None
        # What takes a moment goes before what takes minutes, between two steps of that.
        job = Job(
            engines.name(painting.request.engine),
            lambda: paint(painting, root, self.stylize),
            live=can_live(painting.request),
        )
        self._track(job, painting)
        return job

    def _track(self, job: Job, painting: Painting) -> None:
        self._paintings[id(job)] = (job, painting)
        self._worker.submit(job)

    def _on_update(self, update: Update) -> None:
        known = self._paintings.get(id(update.job))
        if known is None:
            return
        if update.state.final:
            del self._paintings[id(update.job)]
            self._finish(update, known[1])
            return
        if update.error is not None:
            reason = told(update.error)
            text = self.tr("The painting goes on, but: {reason}").format(reason=reason)
            self._messages.error(text)
        if update.state is State.WAITING and self._front not in (None, update.job):
            self.advanced.emit(update)
            return
        self._front = update.job
        photo = known[1].photo
        if update.preview is not None and photo and photo is self._editor.document.photo:
            self.previewed.emit(update.preview)
        self.advanced.emit(update)
        self.progressed.emit(update.step.progress if update.step is not None else 0.0)

    def _finish(self, update: Update, painting: Painting) -> None:
        if update.job is self._front:
            self._front = None
            self.previewed.emit(None)
            self.progressed.emit(None)
        if painting.ended is not None:
            painting.ended(update)
            if update.error is not None and not isinstance(update.error, StudioError):
                raise_to_hook(update.error)
        elif update.state is State.DONE:
            self._keep_result(update.result, painting)
        elif update.state is State.CANCELLED:
            self._keep_partial(update, painting)
        elif isinstance(update.error, StudioError):
            self._discard(painting)
            self._messages.error(update.error)
        elif update.error is not None:
            raise_to_hook(update.error)
        self.advanced.emit(update)

    def _keep_result(self, result: StyleResult, painting: Painting) -> None:
        self._discard(painting)
        layer = Layer(pixels=result.pixels, name=painting.name, recipe=result.recipe)
        self._add(self.tr("Paint"), layer, painting)
        self.painted.emit()

    def _keep_partial(self, update: Update, painting: Painting) -> None:
        preview: Pixels | None = update.preview
        photo, request = painting.photo, painting.request
        if preview is None or photo is None or request is None:
            self._discard(painting)
            return
        done = round(100 * update.step.progress) if update.step is not None else 0
        recipe = Recipe(
            task=style_settings.TASK,
            request=request.to_json(),
            photo_name=photo.name,
            photo_sha256=request.photo,
            photo_path=str(photo.path or ""),
        )
        layer = Layer(pixels=preview, name=painting.name, recipe=recipe, partial=True)
        self._add(self.tr("Keep the partial picture"), layer, painting)
        kept = painting.kept
        choices: tuple[Choice, ...] = ()
        if kept is not None and kept.checkpoint.is_file():
            self._last_kept = kept
            text = self.tr("Go on painting")
            choices = (Choice(text, lambda: self.go_on(kept, photo)),)
        self._messages.info(
            self.tr("Cancelled at {done} %; the partial picture is in the history.").format(
                done=done
            ),
            *choices,
            key="cancelled",
        )

    def _add(self, label: str, layer: Layer, painting: Painting) -> None:
        document = self._editor.document
        same = document.photo is painting.photo
        shown = same and self.may_show(painting.request)
        self._editor.edit(label, document.with_result(layer, shown=shown))
        if same and not shown:
            text = self.tr("{name} is painted; it is in the history.").format(name=layer.name)
            self._messages.good(text, Choice(self.tr("Show it"), lambda: self._show(layer.id)))

    def _show(self, result: str) -> None:
        document = self._editor.document
        if any(layer.id == result for layer in document.results):
            self._editor.edit(self.tr("Show another result"), document.with_shown(result))

    def _discard(self, painting: Painting) -> None:
        if painting.kept is not None:
            painting.kept.discard()
