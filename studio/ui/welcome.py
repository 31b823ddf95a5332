"""The first start: a sample picture on the canvas and hints that go away one by one."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.image.picture_file import Picture
from studio.ui import style_settings
from studio.ui.editor import DocumentEditor
from studio.ui.first_start import Hint, Hints, sample_picture
from studio.ui.intake import Intake
from studio.ui.stored_settings import StoredSettings
from studio.ui.style_shelf import StyleShelf

FIRST_STYLE = "great-wave"


class Welcome(QObject):
    """Shows the sample and three hints once, and again when the Help menu asks for it."""

    def __init__(
        self,
        canvas: QWidget,
        editor: DocumentEditor,
        intake: Intake,
        settings: StoredSettings,
        shelf: StyleShelf,
        surprise: Callable[[], object],
        play: Callable[[], object],
        open_photo: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._editor = editor
        self._intake = intake
        self._settings = settings
        self._shelf = shelf
        self._acts = (surprise, play, open_photo)
        self._hints: Hints | None = None

    @property
    def hints(self) -> Hints | None:
        """The hints while they show."""
        return self._hints

    def greet(self) -> None:
        """Show sample and hints unless they were put away before."""
        if not self._settings.value.first_start_done:
            self.show()

    def show(self) -> None:
        """Show the hints, and the sample where there is no photo."""
        sample = sample_picture()
        if self._editor.document.photo is None and sample is not None:
            self._intake.read(sample, self._place_sample)
        if not style_settings.cards(self._editor.document):
            self._shelf.changed.connect(self._choose_style)
            self._choose_style()
        if self._hints is None:
            surprise, play, open_photo = self._acts
            self._hints = Hints(
                (
                    Hint(
                        "style",
                        self.tr("Pick a manner"),
                        self.tr("Click a style and move a slider: the picture follows your hand."),
                        self.tr("Surprise me"),
                        surprise,
                    ),
                    Hint(
                        "play",
                        self.tr("Play the tune"),
                        self.tr("Then draw notes into the piano roll while it plays."),
                        self.tr("Play"),
                        play,
                    ),
                    Hint(
                        "photo",
                        self.tr("Bring your own"),
                        self.tr("Drop a photo anywhere, even out of a browser."),
                        self.tr("Open…"),
                        open_photo,
                    ),
                ),
                self._canvas,
            )
            self._hints.finished.connect(self._finished)

    def tick(self, name: str) -> None:
        """Note that the user did one of the three things."""
        if self._hints is not None:
            self._hints.tick(name)

    def _choose_style(self) -> None:
        """Let a well-known style be chosen, so that the big button can be pressed at once."""
        document, cards = self._editor.document, [card.id for card in self._shelf.cards]
        if cards and not style_settings.cards(document) and not self._editor.dirty:
            first = FIRST_STYLE if FIRST_STYLE in cards else cards[0]
            self._editor.reset(style_settings.with_cards(document, [first]))

    def _place_sample(self, picture: Picture) -> None:
        if self._editor.document.photo is None and not self._editor.dirty:
            self._editor.reset(self._editor.document.with_photo(picture))

    def _finished(self) -> None:
        self._hints = None
        self._settings.change(first_start_done=True)
