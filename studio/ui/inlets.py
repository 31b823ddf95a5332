"""The dialogs through which things come in: open, paste, a style of a picture, several photos."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from studio.document.recipe import Recipe
from studio.image.picture_file import Picture
from studio.music.song_file import SONG_SUFFIXES
from studio.ui.batch import Batch
from studio.ui.dialogs import (
    choose_files,
    choose_folder,
    picture_filter,
    project_filter,
    song_filter,
)
from studio.ui.intake import Intake
from studio.ui.messages import Choice, Message, MessageBar
from studio.ui.recipe_dialog import RecipeDialog, Use
from studio.ui.stored_settings import StoredSettings


class Inlets(QObject):
    """Asks the user where the intake needs an answer."""

    def __init__(
        self,
        window: QWidget,
        intake: Intake,
        batch: Batch,
        messages: MessageBar,
        settings: StoredSettings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._intake = intake
        self._batch = batch
        self._messages = messages
        self._settings = settings
        intake.recipe_found.connect(self._ask_about_recipe)
        intake.several.connect(self._offer_batch)

    def open_anything(self) -> None:
        """Ask for a photo, a song or a project."""
        all_kinds = self.tr("Pictures, songs and projects")
        pictures = picture_filter()
        inside = pictures[pictures.rindex("(") + 1 : -1]
        choose_files(
            self._window,
            self.tr("Open a photo, a song or a project"),
            self._folder(),
            [
                f"{all_kinds} ({inside} {' '.join(f'*{one}' for one in SONG_SUFFIXES)} *.studio)",
                pictures,
                song_filter(),
                project_filter(),
            ],
            self._opened,
            several=True,
        )

    def open_style(self) -> None:
        """Ask for a picture to make a style of."""
        choose_files(
            self._window,
            self.tr("Make a style of a picture"),
            self._folder(),
            [picture_filter()],
            lambda paths: self._intake.take_paths(paths, "style"),
            several=True,
        )

    def open_batch(self) -> None:
        """Ask for several photos to paint."""
        choose_files(
            self._window,
            self.tr("Paint several photos"),
            self._folder(),
            [picture_filter()],
            self._choose_batch_folder,
            several=True,
        )

    def paste(self) -> None:
        """Take what is on the clipboard."""
        self._intake.take_mime(QGuiApplication.clipboard().mimeData())

    def _opened(self, paths: list[Path]) -> None:
        self._settings.change(photo_folder=str(paths[0].parent))
        self._intake.take_paths(paths)

    def _ask_about_recipe(self, picture: Picture, recipe: Recipe) -> None:
        def use(choice: Use) -> None:
            if choice == "restore":
                self._intake.restore(picture, recipe)
            elif choice == "settings":
                self._intake.use_settings(recipe)
            elif choice == "photo":
                self._intake.use_as_photo(picture)
            else:
                self._intake.use_as_style(picture)

        RecipeDialog(picture, use, self._window).open()

    def _offer_batch(self, paths: tuple[Path, ...]) -> None:
        text = self.tr("{n} photos came in; the first one is on the canvas.").format(n=len(paths))
        choice = Choice(
            self.tr("Paint all of them…"),
            lambda: self._choose_batch_folder(list(paths)),
            primary=True,
        )
        self._messages.show_message(Message(text, "info", (choice,), key="batch"))

    def _choose_batch_folder(self, paths: list[Path]) -> None:
        choose_folder(
            self._window,
            self.tr("Write the painted photos to"),
            self._settings.value.export_folder or str(paths[0].parent),
            lambda folders: self._batch.paint(paths, folders[0]),
        )

    def _folder(self) -> str:
        return self._settings.value.photo_folder or str(Path.home())
