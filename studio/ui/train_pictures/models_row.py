"""The artist's own models with a latent space, to be called otherwise or deleted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from studio.errors import StudioError
from studio.tasks import train_own_kept
from studio.ui.sentences import told
from studio.ui.theme import metrics, set_role


class ModelsRow(QWidget):
    """A list of own models beside two buttons; it hides where there are none.

    ``failed`` gives a sentence, ``changed`` says that models were renamed or deleted.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box: QMessageBox | None = None
        self.asking: QInputDialog | None = None
        self.models = QComboBox(self)
        self.models.setAccessibleName(self.tr("Your models"))
        self.models.setToolTip(self.tr("Models that were trained on pictures of your own"))
        label = QLabel(self.tr("Your models"), self)
        set_role(label, "muted")
        self.renaming = self._button(self.tr("Rename …"), self.tr("Call this model otherwise"))
        self.renaming.clicked.connect(self._ask_name)
        self.deleting = self._button(self.tr("Delete …"), self.tr("Delete this model for good"))
        self.deleting.clicked.connect(self._ask_delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics(self).px(8))
        row.addWidget(label)
        row.addWidget(self.models, 1)
        row.addWidget(self.renaming)
        row.addWidget(self.deleting)
        self.refresh()

    def refresh(self) -> None:
        """Show the models that are there now."""
        chosen = self.models.currentText()
        self.models.clear()
        self.models.addItems(train_own_kept.own_models())
        self.models.setCurrentIndex(max(0, self.models.findText(chosen)))
        self.setVisible(self.models.count() > 0)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        set_role(button, "quiet")
        return button

    def _ask_name(self) -> None:
        name = self.models.currentText()
        self.asking = QInputDialog(self)
        self.asking.setWindowTitle(self.tr("Rename the model"))
        self.asking.setLabelText(self.tr("Name"))
        self.asking.setTextEchoMode(QLineEdit.EchoMode.Normal)
        self.asking.setTextValue(name)
        self.asking.textValueSelected.connect(lambda other: self._rename(name, other))
        self.asking.open()

    def _rename(self, name: str, other: str) -> None:
        if other.strip() == name:
            return
        try:
            found = train_own_kept.rename(name, other)
        except StudioError as problem:
            self.failed.emit(told(problem))
            return
        self.refresh()
        self.models.setCurrentText(found)
        self.changed.emit()

    def _ask_delete(self) -> None:
        name = self.models.currentText()
        self.box = QMessageBox(self)
        self.box.setWindowTitle(self.tr("Delete the model"))
        self.box.setText(self.tr("Delete {name}? It would have to be trained anew.").format(
            name=name
        ))  # fmt: skip
        self.box.setIcon(QMessageBox.Icon.NoIcon)
        buttons = QMessageBox.StandardButton
        self.box.setStandardButtons(buttons.Discard | buttons.Cancel)
        self.box.button(buttons.Discard).setText(self.tr("Delete"))
        self.box.button(buttons.Cancel).setText(self.tr("Cancel"))
        self.box.setDefaultButton(buttons.Cancel)
        self.box.button(buttons.Discard).clicked.connect(lambda: self._delete(name))
        self.box.open()

    def _delete(self, name: str) -> None:
        try:
            train_own_kept.delete(name)
        except StudioError as problem:
            self.failed.emit(told(problem))
        self.refresh()
        self.changed.emit()
