"""Takes whatever is dropped, pasted or opened and does with it what it is for."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QMimeData, QObject, Signal

from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.picture_file import Picture, read_picture
from studio.paths import cache_dir
from studio.ui import drops, restoring
from studio.ui.drops import Drop
from studio.ui.editor import DocumentEditor
from studio.ui.errands import Errands, at_once
from studio.ui.messages import MessageBar
from studio.ui.project_files import ProjectFiles
from studio.ui.sentences import told
from studio.ui.style_shelf import StyleShelf

Place = Literal["any", "photo", "style"]


class Intake(QObject):
    """Sorts what comes in: photos, styles, projects, cards, folders, browser pictures."""

    recipe_found = Signal(object, object)  # Picture, Recipe: somebody must ask what it shall be
    song_came = Signal(object)  # the path of a song
    sound_came = Signal(object)  # the path of a sound file, which may carry a song
    soundfont_came = Signal(object)  # the path of a soundfont
    several = Signal(object)  # the paths of further photos, to be painted as a batch
    opened = Signal()  # a photo of the user's own is on the canvas

    def __init__(
        self,
        editor: DocumentEditor,
        errands: Errands,
        messages: MessageBar,
        files: ProjectFiles,
        shelf: StyleShelf,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._errands = errands
        self._messages = messages
        self._files = files
        self._shelf = shelf

    def take_mime(self, mime: QMimeData, place: Place = "any") -> None:
        """Take a drop or the clipboard; whatever it is, it is answered with an act or a word."""
        drop = drops.sort_mime(mime)
        if drop:
            self.take(drop, place)
        else:
            self._messages.error(
                self.tr("There is no picture or song in that; drop a picture, a song or a project.")
            )

    def take_paths(self, paths: Sequence[Path], place: Place = "any") -> None:
        """Take files by path, as from a dialog or the command line."""
        self.take(drops.sort_paths(paths), place)

    def take(self, drop: Drop, place: Place = "any") -> None:
        """Take what was sorted."""
        if drop.unknown:
            self._complain(drop.unknown)
        for card in drop.cards:
            self._shelf.install(card)
        for paths, came in (
            (drop.songs, self.song_came),
            (drop.sounds, self.sound_came),
            (drop.soundfonts, self.soundfont_came),
        ):
            if paths:
                came.emit(paths[0])
        if drop.projects:
            self._files.open(drop.projects[0])
        elif drop.image is not None:
            self._use(drops.picture_of(drop.image, self.tr("dropped picture")), place)
        elif drop.address:
            self._fetch(drop.address, place)
        elif drop.pictures:
            self._read_all(drop.pictures, place)
        for folder in drop.folders:
            title = self.tr("Looking into {name}").format(name=folder.name)
            self._errands.run(
                title,
                partial(drops.pictures_within, folder),
                lambda paths: self._read_all(paths, place),
            )

    def use_as_photo(self, picture: Picture) -> None:
        """Put a picture on the canvas as the photo to paint."""
        document = self._editor.document.with_photo(picture)
        self._editor.edit(self.tr("Open {name}").format(name=picture.name), document)
        for note in picture.notes:
            self._messages.info(f"{picture.name}: {told(note)}")
        self.opened.emit()

    def use_as_style(self, picture: Picture) -> None:
        """Make a style of a picture."""
        self._shelf.make(picture)

    def restore(self, picture: Picture, recipe: Recipe) -> None:
        """Bring photo, settings and result back as they were when the picture was made."""
        present = self._editor.document
        known = (picture.path, None if present.photo is None else present.photo.path)
        folders = [path.parent for path in known if path is not None]

        def restored(found: restoring.Restored) -> None:
            self._editor.edit(self.tr("Restore {name}").format(name=picture.name), found.document)
            if found.photo_missing:
                self._messages.info(
                    self.tr("The photo {name} was not found; drop it to paint it again.").format(
                        name=recipe.photo_name
                    )
                )

        self._errands.run(
            self.tr("Restoring {name}").format(name=picture.name),
            lambda: at_once(lambda: restoring.restore(present, picture, recipe, folders)),
            restored,
        )

    def use_settings(self, recipe: Recipe) -> None:
        """Take over the settings of a recipe."""
        try:
            document = restoring.with_recipe_settings(self._editor.document, recipe)
        except StudioError as error:
            self._messages.error(error)
            return
        self._editor.edit(self.tr("Use the settings of a result"), document)

    def read(self, path: Path, done: Callable[[Picture], object]) -> None:
        """Read a picture on the disk worker."""
        title = self.tr("Reading {name}").format(name=path.name)
        self._errands.run(title, lambda: at_once(lambda: read_picture(path)), done)

    def _read_all(self, paths: Sequence[Path], place: Place) -> None:
        if place == "style":
            for path in paths[:5]:
                self.read(path, self.use_as_style)
            return
        self.read(paths[0], lambda picture: self._use(picture, place))
        if len(paths) > 1:
            self.several.emit(tuple(paths))

    def _use(self, picture: Picture, place: Place) -> None:
        if place == "style":
            self.use_as_style(picture)
            return
        if picture.recipe is None:
            self.use_as_photo(picture)
            return
        try:
            recipe = Recipe.from_text(picture.recipe)
        except StudioError as error:
            self.use_as_photo(picture)
            self._messages.info(told(error))
            return
        self.recipe_found.emit(picture, recipe)

    def _fetch(self, address: str, place: Place) -> None:
        folder = cache_dir() / "dropped"
        self._errands.run(
            self.tr("Loading the picture"),
            lambda: drops.fetch(address, folder),
            lambda path: self.read(path, lambda picture: self._use(picture, place)),
        )

    def _complain(self, unknown: Sequence[Path]) -> None:
        names = ", ".join(path.name for path in unknown[:3])
        text = self.tr(
            "{names} cannot be used here: the studio takes pictures, folders of pictures, songs, "
            "soundfonts, style cards and projects."
        )
        self._messages.error(text.format(names=names))
