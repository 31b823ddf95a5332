"""The left dock: the photo to paint and the styles to paint it with."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.document.document import Document
from studio.document.layer import small
from studio.ui import style_settings
from studio.ui.editor import DocumentEditor
from studio.ui.messages import MessageBar
from studio.ui.style_shelf import StyleShelf
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.photo_well import PhotoWell
from studio.ui.widgets.style_gallery import StyleGallery

THUMBNAIL = 560


class SourcesPanel(QWidget):
    """Shows the document's photo and chosen styles; a choice is an edit of the document."""

    photo_dropped = Signal(object)  # QMimeData
    style_dropped = Signal(object)  # QMimeData
    photo_wanted = Signal()
    style_wanted = Signal()
    styles_chosen = Signal()

    def __init__(
        self,
        editor: DocumentEditor,
        shelf: StyleShelf,
        messages: MessageBar,
        remove_style: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shelf = shelf
        self._messages = messages
        self._photo: object = None
        self.setAccessibleName(self.tr("Photo and styles"))
        self.well = PhotoWell(self)
        self.well.opened.connect(self.photo_wanted)
        self.well.dropped.connect(self.photo_dropped)
        self.gallery = StyleGallery(self)
        self.gallery.selectionChanged.connect(self._choose)
        self.gallery.addRequested.connect(self.style_wanted)
        self.gallery.dropped.connect(self.style_dropped)
        self.gallery.removeRequested.connect(remove_style)
        self.gallery.mixFull.connect(
            lambda: messages.info(self.tr("Up to five styles can be mixed; take one out first."))
        )
        styles = QLabel(self.tr("Styles"), self)
        set_role(styles, "heading")
        self._count = QLabel(self)
        set_role(self._count, "small")
        sizes = metrics(self)
        heading = QHBoxLayout()
        heading.addWidget(styles)
        heading.addStretch(1)
        heading.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(16), sizes.px(2), sizes.px(10), sizes.px(8))
        layout.setSpacing(sizes.px(8))
        layout.addWidget(self.well)
        layout.addSpacing(sizes.px(8))
        layout.addLayout(heading)
        layout.addWidget(self.gallery, 1)
        editor.changed.connect(self.show_document)
        shelf.changed.connect(self._show_shelf)
        shelf.made.connect(self._choose_made)
        self.show_document(editor.document)

    def show_document(self, document: Document) -> None:
        """Show photo and chosen styles of a document; emits nothing."""
        if document.photo is not self._photo:
            self._photo = document.photo
            if document.photo is None:
                self.well.set_photo(None)
            else:
                thumbnail = small(document.photo.pixels, THUMBNAIL)
                self.well.set_photo(thumbnail, document.photo.name, document.photo.size)
        chosen = style_settings.cards(document)
        if chosen != self.gallery.selected():
            self.gallery.set_selected(chosen)
        several = len(chosen) > 1
        self._count.setText(
            self.tr("{n} mixed").format(n=len(chosen)) if several else self.tr("+ drop a picture")
        )

    def _show_shelf(self) -> None:
        self.gallery.set_styles(self._shelf.cards)
        self.show_document(self._editor.document)

    def _choose(self, cards: tuple[str, ...]) -> None:
        if len(cards) == 1:
            label = self.tr("Choose {title}").format(title=self._shelf.title(cards[0]))
        else:
            label = self.tr("Mix styles")
        self._editor.edit(label, style_settings.with_cards(self._editor.document, cards))
        self.styles_chosen.emit()

    def _choose_made(self, card: str) -> None:
        self._choose((card,))
