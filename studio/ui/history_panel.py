"""The history of results: show, star, compare, export, remove, use these settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.document.document import Document
from studio.document.layer import Layer, thumbnail
from studio.ui.editor import DocumentEditor
from studio.ui.pixels import Pixels
from studio.ui.theme import metrics
from studio.ui.widgets.history_strip import HistoryItem, HistoryStrip


class HistoryPanel(QWidget):
    """Shows the document's results and turns what is asked of them into edits."""

    settings_wanted = Signal(object)  # Recipe
    export_wanted = Signal(str)
    compare_wanted = Signal()

    def __init__(self, editor: DocumentEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._results: tuple[Layer, ...] = ()
        self._thumbnails: dict[int, tuple[Pixels, Pixels]] = {}
        self.strip = HistoryStrip(self)
        sizes = metrics(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(16), sizes.px(2), sizes.px(16), sizes.px(10))
        layout.addWidget(self.strip)
        layout.addStretch(1)
        self.strip.showRequested.connect(self._show)
        self.strip.compareRequested.connect(self._compare)
        self.strip.settingsRequested.connect(self._use_settings)
        self.strip.starToggled.connect(self._star)
        self.strip.exportRequested.connect(self.export_wanted)
        self.strip.removeRequested.connect(self._remove)
        editor.changed.connect(self.show_document)
        self.show_document(editor.document)

    def show_document(self, document: Document) -> None:
        """Show the results of a document; emits nothing."""
        if document.results is not self._results:
            self._results = document.results
            self.strip.set_items([self._item(layer) for layer in document.results])
            kept = {id(layer.pixels) for layer in document.results}
            self._thumbnails = {k: v for k, v in self._thumbnails.items() if k in kept}
        self.strip.set_shown(document.shown)

    def _item(self, layer: Layer) -> HistoryItem:
        key = id(layer.pixels)
        if key not in self._thumbnails:
            self._thumbnails[key] = (layer.pixels, thumbnail(layer))
        width, height = layer.size
        details = f"{width} × {height}"
        return HistoryItem(
            layer.id,
            layer.name or self.tr("Result"),
            self._thumbnails[key][1],
            layer.starred,
            layer.partial,
            details,
        )

    def _show(self, key: str) -> None:
        document = self._editor.document
        if document.shown != key:
            self._editor.edit(self.tr("Show another result"), document.with_shown(key))

    def _compare(self, key: str) -> None:
        self._show(key)
        self.compare_wanted.emit()

    def _use_settings(self, key: str) -> None:
        recipe = self._editor.document.result(key).recipe
        if recipe is not None:
            self.settings_wanted.emit(recipe)

    def _star(self, key: str, starred: bool) -> None:
        label = self.tr("Star a result") if starred else self.tr("Take a star off")
        self._editor.edit(label, self._editor.document.with_starred(key, starred))

    def _remove(self, key: str) -> None:
        document = self._editor.document.without_result(key)
        self._editor.edit(self.tr("Remove a result"), document)
