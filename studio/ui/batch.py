"""Several photos painted one after the other into a folder, each a job of the same queue."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.image.picture_file import read_picture, write_picture
from studio.jobs import State, Step, Update, Work
from studio.paths import made
from studio.tasks.batch import checkpoint_path
from studio.tasks.style import StyleRequest
from studio.ui import engines, name_template, style_settings
from studio.ui.editor import DocumentEditor
from studio.ui.job_controller import StyleJobs, Stylize
from studio.ui.messages import MessageBar


class Batch(QObject):
    """Paints files with the settings of the panel; a photo that fails does not stop the others."""

    def __init__(
        self,
        editor: DocumentEditor,
        jobs: StyleJobs,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._jobs = jobs
        self._messages = messages
        self._open = 0
        self._written = 0

    def paint(self, photos: Sequence[Path], folder: Path) -> None:
        """Queue the photos; the settings are those of this moment."""
        try:
            request = style_settings.request(self._editor.document)
        except StudioError as error:
            self._messages.error(error)
            return
        self._open += len(photos)
        taken: set[Path] = set()
        style = name_template.slug(self._jobs.title(request))
        for photo in photos:
            values = {"photo": photo.stem, "style": style}
            output = name_template.free_path(folder, "{photo}-{style}", values, ".png", taken)
            taken.add(output)
            self._jobs.run(
                engines.name(request.engine),
                f"{photo.name} · {self._jobs.title(request)}",
                partial(_paint, self._jobs.stylize, request, photo, output),
                self._ended,
            )

    def _ended(self, update: Update) -> None:
        self._open -= 1
        self._written += update.state is State.DONE
        if isinstance(update.error, StudioError):
            self._messages.error(update.error)
        if self._open == 0:
            text = self.tr("{n} painted photos were written.").format(n=self._written)
            self._messages.good(text, key="batch")
            self._written = 0


def _paint(stylize: Stylize, request: StyleRequest, photo: Path, output: Path) -> Work[Path]:
    """Paint a file into a file; the same batch again goes on where it was interrupted."""
    yield Step(0, 1, photo.name)
    picture = read_picture(photo)
    request = replace(request, photo=picture.sha256)
    checkpoint = checkpoint_path(request)
    made(checkpoint.parent)
    result = yield from stylize(request, picture, checkpoint=checkpoint)
    write_picture(output, result.pixels, recipe=result.recipe.without_path().to_text())
    checkpoint.unlink(missing_ok=True)
    return output
