"""Which latent space is explored, and the way to one of one's own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studio.registry import ModelSpec
from studio.tasks.latent_kind import sounds
from studio.ui.compose.form import choice, show_choice
from studio.ui.explore.words import model_title
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role


class ModelBox(QWidget):
    """The list of models; ``models`` says which are here."""

    chosen = Signal(str)
    train_wanted = Signal()

    def __init__(
        self, models: Callable[[], Sequence[ModelSpec]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._titles: dict[str, str] = {}
        tip = self.tr("Which space is explored; your own models stand below those of the studio")
        self.list = choice(self.tr("Model"), tip, {}, self)
        self.list.activated.connect(lambda _: self.chosen.emit(self.list.currentData()))
        self.train = QToolButton(self)
        self.train.setIcon(icon("add", "muted"))
        self.train.setAccessibleName(self.tr("Train on my pictures…"))
        self.train.setToolTip(self.tr("Train on my pictures: a folder becomes a space to explore"))
        self.train.setMaximumHeight(self.list.sizeHint().height())
        self.train.clicked.connect(self.train_wanted)
        self.none = QLabel(self.tr("There is no model yet. Train one on pictures of yours."), self)
        self.none.setWordWrap(True)
        set_role(self.none, "muted")
        row = QHBoxLayout()
        row.setSpacing(metrics(self).px(4))
        row.addWidget(self.list, 1)
        row.addWidget(self.train)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.none)
        self.refresh()

    def refresh(self) -> None:
        """Look again which models are here; the one that is shown stays."""
        shown = self.list.currentData()
        self.list.clear()
        self._titles = {}
        for spec in self._models():
            self._titles[spec.name] = title = model_title(spec)
            self.list.addItem(icon("note" if sounds(spec) else "photo", "muted"), title, spec.name)
        self.list.setEnabled(bool(self._titles))
        self.none.setVisible(not self._titles)
        if shown:
            self.show_model(shown)

    def show_model(self, name: str) -> None:
        """Show which one is explored; emits nothing."""
        if not show_choice(self.list, name):
            self.list.setCurrentIndex(-1)

    def title(self, name: str) -> str:
        """How a model is called."""
        return self._titles.get(name, name.rsplit("/", 1)[-1].removesuffix(".safetensors"))
