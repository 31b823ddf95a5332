"""What leaves the window: export, the clipboard, and the picture dragged into another program."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QMessageBox, QWidget

from studio.document.document import Document
from studio.document.layer import small
from studio.errors import StudioError
from studio.image.picture_file import write_picture
from studio.paths import cache_dir, made
from studio.ui import exporting, name_template
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, at_once
from studio.ui.export_dialog import ExportDialog, ExportWishes
from studio.ui.exporting import Exported, Plan
from studio.ui.messages import MessageBar
from studio.ui.pixels import to_image
from studio.ui.stored_settings import StoredSettings

log = logging.getLogger(__name__)

DRAGGED = "dragged"
_ADDRESSES = "text/uri-list"


class PictureFile(QMimeData):
    """A file that comes into being when the drop asks for it."""

    def __init__(self, write: Callable[[], Path | None]) -> None:
        super().__init__()
        self._write = write

    def formats(self) -> list[str]:
        """One file, by its address."""
        return [_ADDRESSES]

    def hasFormat(self, kind: str) -> bool:
        """Whether ``kind`` is the one there is."""
        return kind == _ADDRESSES

    def retrieveData(self, kind: str, preferred: object) -> Any:
        """Write the file and return its address."""
        path = self._write() if kind == _ADDRESSES else None
        return None if path is None else [QUrl.fromLocalFile(str(path))]


class Keeping(Protocol):
    """Keeps the live picture, if one is seen, so that what leaves the window is what is seen."""

    @property
    def live_shown(self) -> bool: ...
    def keep_then(self, act: Callable[[], object]) -> None: ...
    def keep_now(self) -> bool: ...


class Outlets(QObject):
    """Exports, copies and drags out what the canvas shows; a live picture is kept before."""

    def __init__(
        self,
        window: QWidget,
        editor: DocumentEditor,
        errands: Errands,
        messages: MessageBar,
        settings: StoredSettings,
        style_title: Callable[[str], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._errands = errands
        self._messages = messages
        self._settings = settings
        self._style_title = style_title
        self.dragging = False
        self.keeping: Keeping | None = None
        self._dragged: Path | None = None
        self._dragged_from: object = None
        editor.changed.connect(self._forget_dragged)

    def export_shown(self) -> None:
        """Ask how to export what the canvas shows, or all results."""
        self._keep_then(lambda: self._ask(self._editor.document))

    def export_result(self, key: str) -> None:
        """Ask how to export one result of the history."""
        self._ask(self._editor.document.with_shown(key))

    def copy(self) -> None:
        """Put the shown picture on the clipboard."""
        self._keep_then(self._copy)

    def _keep_then(self, act: Callable[[], object]) -> None:
        if self.keeping is None:
            act()
        else:
            self.keeping.keep_then(act)

    def _copy(self) -> None:
        pixels = self._editor.document.shown_pixels()
        if pixels is None:
            self._messages.info(self.tr("There is no picture to copy yet."))
            return

        def converted(image: QImage) -> None:
            QGuiApplication.clipboard().setImage(image)
            self._messages.good(self.tr("The picture is on the clipboard."))

        title = self.tr("Copying the picture")
        self._errands.run(title, lambda: at_once(lambda: to_image(pixels)), converted)

    def prepare_drag(self) -> None:
        """Write the shown picture where a drag can take it from, before one begins."""
        document = self._editor.document
        shown: object = document.shown_result or document.photo
        if self.keeping is not None and self.keeping.live_shown:
            return  # it is kept, and written, when it is dragged: a press may mean other things
        if shown is None or shown is self._dragged_from:
            return
        exported = self._exported(document)
        target = _drag_target(document, exported)

        def written(path: Path) -> None:
            if shown is (self._editor.document.shown_result or self._editor.document.photo):
                self._dragged, self._dragged_from = path, shown

        self._errands.run(
            self.tr("Getting the picture ready"),
            lambda: at_once(lambda: _write_dragged(exported, target)),
            written,
            slot="drag",
            quiet=True,
        )

    def drag(self) -> None:
        """Drag the shown picture out, as a file that is written when somebody asks for it."""
        if self.keeping is not None and not self.keeping.keep_now():
            return
        document = self._editor.document
        pixels = document.shown_pixels()
        if pixels is None:
            return
        drag = QDrag(self._window)
        drag.setMimeData(PictureFile(self._file_to_drag))
        ratio = self._window.devicePixelRatioF()
        thumbnail = QPixmap.fromImage(to_image(small(pixels, round(140 * ratio))))
        thumbnail.setDevicePixelRatio(ratio)
        drag.setPixmap(thumbnail)
        self.dragging = True
        try:
            drag.exec(Qt.DropAction.CopyAction)
        finally:
            self.dragging = False

    def _file_to_drag(self) -> Path | None:
        """The file as ``prepare_drag`` wrote it; written here where that is not done yet."""
        if self._dragged is not None and self._dragged.is_file():
            return self._dragged
        document = self._editor.document
        exported = self._exported(document)
        try:
            return _write_dragged(exported, _drag_target(document, exported))
        except StudioError as error:
            self._messages.error(error)
            return None

    def _ask(self, document: Document) -> None:
        if document.shown_pixels() is None:
            self._messages.info(self.tr("There is nothing to export yet; open a photo first."))
            return
        results = [document.with_shown(layer.id) for layer in document.results]
        starred = [one for one in results if one.shown_result and one.shown_result.starred]
        groups = [
            (self.tr("This picture"), [self._exported(document)]),
            (self.tr("Starred"), [self._exported(one) for one in starred]),
            (self.tr("All results"), [self._exported(one) for one in results]),
        ]
        if len(results) < 2:
            groups = groups[:1]
        value = self._settings.value
        wishes = ExportWishes(
            value.export_format,
            value.export_quality,
            self._folder(),
            value.name_template or name_template.DEFAULT,
        )
        ExportDialog(groups, wishes, self._planned, self._window).open()

    def _planned(self, plan: Plan, wishes: ExportWishes) -> None:
        self._settings.change(
            export_format=wishes.kind,
            export_quality=wishes.quality,
            export_folder=str(wishes.folder),
            name_template=wishes.template,
        )
        existing = plan.existing
        if not existing:
            self._write(plan)
            return
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Export"))
        names = ", ".join(path.name for path in existing[:3])
        box.setText(self.tr("{names} is already there.").format(names=names))
        box.setInformativeText(self.tr("Replace it, or write beside it under a new number?"))
        over = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        both = box.addButton(self.tr("Keep both"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(both)
        over.clicked.connect(lambda: self._write(replace(plan, force=True)))
        both.clicked.connect(lambda: self._write(plan.beside()))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _write(self, plan: Plan) -> None:
        def written(paths: tuple[Path, ...]) -> None:
            if len(paths) == 1:
                text = self.tr("Wrote {path}.").format(path=_shortened(paths[0]))
            else:
                text = self.tr("Wrote {n} pictures to {folder}.").format(
                    n=len(paths), folder=_shortened(paths[0].parent) if paths else ""
                )
            self._messages.good(text, key="export")

        title = self.tr("Exporting")
        self._errands.run(title, lambda: exporting.write(plan), written, keep=True)

    def _exported(self, document: Document) -> Exported:
        layer = document.shown_result
        style = "photo" if layer is None else exporting.style_of(layer, self._style_title)
        return Exported(document, exporting.values_of(document, layer, style))

    def _folder(self) -> Path:
        value = self._settings.value
        if value.export_folder and Path(value.export_folder).is_dir():
            return Path(value.export_folder)
        photo = self._editor.document.photo
        if photo is not None and photo.path is not None and photo.path.parent.is_dir():
            return photo.path.parent
        pictures = Path.home() / "Pictures"
        return pictures if pictures.is_dir() else Path.home()

    def _forget_dragged(self, _: object) -> None:
        self._dragged = None
        self._dragged_from = None


def _drag_target(document: Document, exported: Exported) -> Path:
    layer = document.shown_result
    key = "photo" if layer is None else layer.id
    name = name_template.expand("{photo}-{style}", exported.values, 1)
    return cache_dir() / DRAGGED / key / f"{name}.png"


def _write_dragged(exported: Exported, target: Path) -> Path:
    pixels = exported.document.shown_pixels()
    made(target.parent)
    if pixels is not None:
        write_picture(target, pixels, recipe=exported.recipe, force=True)
    return target


def _shortened(path: Path) -> str:
    """The end of a long path: a sentence has room for a name and its folder."""
    text = str(path)
    return text if len(text) <= 60 else str(Path("…", *path.parts[-2:]))
