"""Where a picture is dropped to be found in the space, and how far the search is."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QToolButton, QWidget

from studio.document.layer import small
from studio.image.picture_file import Picture
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role
from studio.ui.translate import tr
from studio.ui.widgets.photo_well import PhotoWell
from studio.ui.widgets.section import Section

_THUMBNAIL = 360


class FindWell(PhotoWell):
    """The well of the picture to be found."""

    def caption(self) -> str:
        """What it is for, or which picture was looked for last."""
        return super().caption() if self._image is not None else tr("Drop a picture to find it")

    def sizeHint(self) -> QSize:
        em = metrics(self)
        return QSize(em.px(220), em.px(104))

    def minimumSizeHint(self) -> QSize:
        em = metrics(self)
        return QSize(em.px(120), em.px(104))

    def _describe(self) -> None:
        self.setText(self.caption())
        self.setAccessibleName(tr("Picture to find: {name}").format(name=self.caption()))
        self.setToolTip(tr("Find where a picture lies in this space: click, or drop one here"))


class FindBox(Section):
    """The well, the open photo, and the progress of a search."""

    file_wanted = Signal()
    photo_wanted = Signal()
    cancel_wanted = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Find a picture"), parent=parent)
        self.well = FindWell(self.body)
        self.well.opened.connect(self.file_wanted)
        self.well.dropped.connect(self.dropped)
        self.photo = QPushButton(tr("Find the open photo"), self.body)
        self.photo.setToolTip(tr("Look for the photo of this project in the space"))
        self.photo.clicked.connect(self.photo_wanted)
        self.progress = QWidget(self.body)
        self.bar = QProgressBar(self.progress)
        self.bar.setAccessibleName(tr("How far the search is"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.cancel = QToolButton(self.progress)
        self.cancel.setIcon(icon("close", "muted"))
        self.cancel.setAccessibleName(tr("Stop searching"))
        self.cancel.setToolTip(tr("Stop searching"))
        self.cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics(self).px(8))
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        set_role(self.photo, "plain")
        for one in (self.well, self.progress, self.photo):
            self.add(one)
        self.show_progress(None)

    def show_progress(self, done: float | None) -> None:
        """Show how far the search is, None when there is none."""
        self.progress.setVisible(done is not None)
        self.bar.setValue(round(1000 * (done or 0)))

    def show_picture(self, picture: Picture) -> None:
        """Show which picture is looked for."""
        self.well.set_photo(small(picture.pixels, _THUMBNAIL), picture.name, picture.size)
