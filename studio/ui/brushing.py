"""The style brush and the document: what is painted goes into its settings, and comes back."""

import time

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from studio.document.document import Document
from studio.document.layer import small
from studio.image.style_map import StyleMap
from studio.ui import style_settings
from studio.ui.canvas.brush import Brush
from studio.ui.canvas.brush_bar import BrushBar
from studio.ui.canvas.brush_overlay import BrushOverlay
from studio.ui.canvas.canvas import Canvas
from studio.ui.editor import DocumentEditor
from studio.ui.messages import MessageBar
from studio.ui.pixels import to_image
from studio.ui.style_shelf import StyleShelf

THUMBNAIL = 96
BEAT = 0.1  # s between two maps of one stroke in the document


class Brushing(QObject):
    """Holds brush, bar and overlay; a stroke is one undo step, and live while it grows."""

    def __init__(
        self,
        editor: DocumentEditor,
        shelf: StyleShelf,
        canvas: Canvas,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shelf = shelf
        self._messages = messages
        self._strokes = 0
        self._written = 0.0
        self._text: str | None = None
        self._photo: object = None
        self._chosen: tuple[str, ...] | None = None
        self.brush = Brush(canvas)
        self.overlay = BrushOverlay(canvas, self.brush)
        self.bar = BrushBar(canvas, self.brush)
        self.brush.grew.connect(self._grew)
        self.brush.ended.connect(self._ended)
        editor.changed.connect(self.show_document)
        shelf.changed.connect(self._show_shelf)
        self.show_document(editor.document)

    def toggle(self) -> None:
        """Take the brush up, or lay it down; without a photo say what is missing."""
        if not self.brush.active and self._editor.document.photo is None:
            self._messages.info(self.tr("Open a photo first: the brush paints on it."))
            self.brush.changed.emit()  # whoever shows the brush as taken up shows it laid down
            return
        self.brush.set_active(not self.brush.active)

    def toggle_erasing(self) -> None:
        """Erase instead of painting, or paint again."""
        self.brush.set_erasing(not self.brush.erasing)

    def toggle_showing(self) -> None:
        """Show what is painted over the picture, or hide it."""
        self.brush.set_showing(not self.brush.showing)

    def clear(self) -> None:
        """Take away everything that the brush has painted."""
        document = style_settings.unpainted(self._editor.document)
        self._editor.edit(self.tr("Clear the brush"), document)

    @property
    def painted(self) -> bool:
        """Whether anything is painted."""
        return bool(self._text)

    def show_document(self, document: Document) -> None:
        """Show what is painted in a document, and chips for its styles; emits no edit."""
        if document.photo is None:
            self.brush.set_active(False)
        chosen = style_settings.cards(document)
        if chosen != self._chosen or document.photo is not self._photo:
            self._chosen = chosen
            self._show_choices(document)
        text = style_settings.values(document)["style_map"]
        if text != self._text or document.photo is not self._photo:
            self._text = text
            painted = None if document.photo is None else style_settings.painted_map(document)
            self.brush.set_map(painted)
            self.brush.changed.emit()
        self._photo = document.photo

    def _show_shelf(self) -> None:
        self._show_choices(self._editor.document)

    def _show_choices(self, document: Document) -> None:
        photo = document.photo
        thumbnail = QImage() if photo is None else to_image(small(photo.pixels, THUMBNAIL))
        choices = [(self.tr("Keep as photo"), thumbnail)]
        for card in style_settings.cards(document):
            known = self._shelf.card(card)
            image = QImage() if known is None else to_image(known.thumbnail)
            choices.append((self._shelf.title(card), image))
        self.bar.set_choices(choices)
        self.brush.set_planes(len(choices))

    def _grew(self, painted: StyleMap) -> None:
        if time.monotonic() - self._written >= BEAT:
            self._write(painted)

    def _ended(self, painted: StyleMap) -> None:
        self._write(painted)
        self._strokes += 1
        self._text = None  # what was lost in a map too long for its text shows from now on
        self.show_document(self._editor.document)

    def _write(self, painted: StyleMap) -> None:
        document = style_settings.with_painted(self._editor.document, painted)
        self._editor.edit(self._label(), document, merge=f"brush-{self._strokes}")
        self._written = time.monotonic()

    def _label(self) -> str:
        plane = self.brush.laying
        if plane is None:
            return self.tr("Erase with the brush")
        chosen = self._chosen or ()
        if not 0 < plane <= len(chosen):
            return self.tr("Brush the photo back")
        title = self._shelf.title(chosen[plane - 1])
        return self.tr("Brush {title}").format(title=title)
