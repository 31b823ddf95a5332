"""Contact sheets: nine paintings in one click, each in the history, and all on one picture."""

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject

from studio.document.layer import Layer
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.jobs import State, Update
from studio.tasks.contact_sheet import Cell, cells, draw
from studio.tasks.style import StyleResult, stylize
from studio.ui import engines, style_settings
from studio.ui.editor import DocumentEditor
from studio.ui.job_controller import StyleJobs, Stylize
from studio.ui.messages import MessageBar
from studio.ui.style_shelf import StyleShelf


class Sheets(QObject):
    """Queues nine paintings and puts them and the sheet of them into the document."""

    def __init__(
        self,
        editor: DocumentEditor,
        jobs: StyleJobs,
        shelf: StyleShelf,
        messages: MessageBar,
        parent: QObject | None = None,
        *,
        stylize: Stylize = stylize,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._jobs = jobs
        self._shelf = shelf
        self._messages = messages
        self._stylize = stylize
        self._numbers = count(1)

    def paint(self, kind: str) -> bool:
        """Paint a sheet of "strengths", "styles" or "sizes"; a sentence when it cannot be."""
        document = self._editor.document
        if document.photo is None:
            self._messages.error(self.tr("Open a photo first: there is nothing to paint yet."))
            return False
        try:
            request = style_settings.request(document)
            gallery = [card.id for card in self._shelf.cards]
            wanted = cells(kind, request, gallery, self._shelf.title)
        except StudioError as error:
            self._messages.error(error)
            return False
        titles = {
            "strengths": self.tr("Nine strengths"),
            "styles": self.tr("Nine styles"),
            "sizes": self.tr("Nine style sizes"),
        }
        SheetPainting(self, titles[kind], wanted, document.photo, next(self._numbers)).queue()
        return True


class SheetPainting:
    """One sheet while its pictures are being painted."""

    def __init__(
        self, sheets: Sheets, title: str, wanted: tuple[Cell, ...], photo: Picture, number: int
    ) -> None:
        self._sheets = sheets
        self._title = title
        self._wanted = wanted
        self._photo = photo
        self._merge = f"sheet-{number}"
        self._open = len(wanted)
        self._done: dict[int, StyleResult] = {}

    def queue(self) -> None:
        """Put all pictures into the queue."""
        for index, cell in enumerate(self._wanted):
            self._sheets._jobs.run(
                engines.name(cell.request.engine),
                f"{self._title} · {cell.caption}",
                partial(self._sheets._stylize, cell.request, self._photo),
                self._ended(index),
            )

    def _ended(self, index: int) -> Callable[[Update], None]:
        def ended(update: Update) -> None:
            self._open -= 1
            if update.state is State.DONE:
                self._done[index] = update.result
                self._keep(index, update.result)
            elif isinstance(update.error, StudioError):
                self._sheets._messages.error(update.error)
            if self._open == 0 and self._done:
                self._finish()

        return ended

    def _keep(self, index: int, result: StyleResult) -> None:
        cell = self._wanted[index]
        name = f"{self._sheets._jobs.title(cell.request)} · {cell.caption}"
        if len(cell.request.styles) == 1 and cell.caption == self._sheets._jobs.title(cell.request):
            name = cell.caption
        self._add(Layer(pixels=result.pixels, name=name, recipe=result.recipe), shown=False)

    def _finish(self) -> None:
        order = sorted(self._done)
        pixels = draw(
            [self._done[index].pixels for index in order],
            [self._wanted[index].caption for index in order],
        )
        document = self._sheets._editor.document
        shown = document.photo is self._photo and self._sheets._jobs.may_show(None)
        self._add(Layer(pixels=pixels, name=self._title), shown=shown)

    def _add(self, layer: Layer, shown: bool) -> None:
        document = self._sheets._editor.document.with_result(layer, shown=shown)
        self._sheets._editor.edit(self._title, document, merge=self._merge)
