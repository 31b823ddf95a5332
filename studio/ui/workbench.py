"""The middle of the window: strip, messages, canvas and job line, fed from the document."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.document.document import Document
from studio.image.convert import fit_size
from studio.tasks.style import StyleRequest
from studio.ui import engines, style_settings
from studio.ui.canvas.canvas import Canvas
from studio.ui.canvas_strip import CanvasStrip
from studio.ui.display import Display
from studio.ui.editor import DocumentEditor
from studio.ui.messages import MessageBar
from studio.ui.pixels import Pixels
from studio.ui.theme import metrics, set_role


class Workbench(QWidget):
    """Shows photo, result and preview on the canvas; a view of the document and no more."""

    def __init__(
        self,
        editor: DocumentEditor,
        messages: MessageBar,
        display: Display,
        parent: QWidget | None = None,
        *,
        title: Callable[[StyleRequest], str] = lambda request: "",
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._display = display
        self._photo: object = None
        self._result: object = None
        self._labels = ("", "")
        self._running: Pixels | None = None
        self._live: Pixels | None = None
        self._live_asked: StyleRequest | None = None
        self._dream: tuple[str, str] | None = None
        set_role(self, "ground")
        self.setAutoFillBackground(True)
        self.strip = CanvasStrip(self)
        self.canvas = Canvas(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.strip)
        self._layout.addWidget(self.canvas, 1)
        self._editor = editor
        self._messages = messages
        messages.setParent(self)
        messages.changed.connect(self._place_messages)
        self.canvas.zoomChanged.connect(self.strip.show_zoom)
        self.canvas.compareChanged.connect(self.strip.show_compare)
        self.strip.compare_chosen.connect(self.canvas.set_compare)
        self.strip.swap_wanted.connect(self.canvas.swap)
        self.strip.fit_wanted.connect(self.canvas.fit)
        self.strip.zoom_chosen.connect(self.canvas.zoom_to)
        editor.changed.connect(self.show_document)
        self.show_document(editor.document)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the canvas."""
        self._layout.addWidget(_inset(widget))

    def show_document(self, document: Document) -> None:
        """Show what the document shows."""
        if document.photo is not self._photo:
            self._photo = document.photo
            self._put("photo", None if document.photo is None else document.photo.pixels)
        if document.shown_result is not self._result:
            self._result = document.shown_result
            self._put("result", _result_pixels(document))
        self._describe(document)
        self.strip.set_comparable(self.canvas.can_compare())

    def show_preview(self, pixels: Pixels | None) -> None:
        """Show what the running painting looks like, None when it has ended.

        A live picture lies above it: what follows the hand is what the eye is at.
        """
        self._running = pixels
        if self._live is None:
            self.canvas.set_preview(pixels)
            self._after()

    def show_live(self, pixels: Pixels | None) -> None:
        """Show the live picture, None when it is put away."""
        self._live = pixels
        if pixels is None:
            self._display.show("live", None, lambda _: None, self._after)
            self.canvas.set_preview(self._running)
            self._after()
        else:
            self._display.show("live", pixels, self._put_live, self._after)
            self._after()

    def describe_live(self, asked: StyleRequest | None) -> None:
        """Say of the live picture what it is painted for, None when it is put away."""
        if asked != self._live_asked:
            self._live_asked = asked
            self._describe(self._editor.document)

    @property
    def shows_dream(self) -> bool:
        """Whether a dream is seen instead of the document's pictures."""
        return self._dream is not None

    def show_dream(
        self, pixels: Pixels | None, side: int = 1, title: str = "", details: str = ""
    ) -> None:
        """Show a square picture of its own, as large as if it had this side; None puts it away."""
        if pixels is None and self._dream is None:
            return
        before, self._dream = self._dream, None if pixels is None else (title, details)
        self.canvas.set_instead(pixels, side)
        if self._dream != before:
            self._describe(self._editor.document)
            self._after()

    def show_split(self) -> None:
        """Compare by the split slider."""
        self.canvas.set_compare("split")

    def next_compare(self) -> None:
        """Go on to the next way to compare."""
        if self.canvas.can_compare():
            self.canvas.cycle_compare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the messages above the upper edge of the canvas."""
        super().resizeEvent(event)
        self._place_messages()

    def _place_messages(self) -> None:
        """Messages lie over the picture, so that it does not jump when one comes or goes."""
        sizes = metrics(self)
        width = min(self.width() - 2 * sizes.px(20), sizes.px(720))
        width = max(sizes.px(120), width)
        self._messages.setFixedWidth(width)
        self._messages.resize(width, self._messages.height_for(width))
        top = self.strip.height() + sizes.px(6)
        self._messages.move((self.width() - self._messages.width()) // 2, top)
        self._messages.raise_()

    def _put(self, place: str, pixels: Pixels | None) -> None:
        setter = self.canvas.set_photo if place == "photo" else self.canvas.set_result
        self._display.show(place, pixels, setter, self._after)

    def _put_live(self, pixels: Pixels | None) -> None:
        self.canvas.set_preview(pixels, at_once=True)

    def _after(self) -> None:
        self.strip.set_comparable(self.canvas.can_compare())

    def _making(self, document: Document) -> str:
        """How the shown picture was made, or the next one will be: "Fine · Good", "Instant"."""
        result = document.shown_result
        if self._live_asked is not None:
            return engines.label(self._live_asked.to_json())
        if result is None:
            return engines.label(style_settings.values(document))
        if result.recipe is None:
            return result.name or self.tr("result")
        return engines.label(result.recipe.request)

    def _describe(self, document: Document) -> None:
        photo, result, live = document.photo, document.shown_result, self._live_asked
        labels = (self.tr("photo"), self._making(document))
        if self._dream is not None:
            self.strip.show_title(*self._dream)
            labels = (labels[0], self._dream[0])
        elif live is not None and photo is not None:
            height, width = fit_size((photo.size[1], photo.size[0]), live.size)
            self.strip.show_title(self._title(live), f"{width} × {height}")
        elif result is not None:
            width, height = result.size
            title = result.name or self.tr("Result")
            if result.partial:
                title = self.tr("{name} (partial)").format(name=title)
            self.strip.show_title(title, f"{width} × {height}")
        elif photo is not None:
            width, height = photo.size
            self.strip.show_title(Path(photo.name).stem, f"{width} × {height}")
        else:
            self.strip.show_title(self.tr("Nothing open yet"), "")
        if labels != self._labels:
            self._labels = labels
            self.canvas.set_labels(*labels)


def _result_pixels(document: Document) -> Pixels | None:
    return None if document.shown_result is None else document.shown_pixels()


def _inset(widget: QWidget) -> QWidget:
    """A widget with the margins of the picture; gone when the widget is hidden."""
    sizes = metrics(widget)
    frame = QWidget()
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(sizes.px(16), 0, sizes.px(16), 0)
    layout.addWidget(widget)
    return frame
