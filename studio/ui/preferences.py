"""Preferences: what is not a matter of one picture. Every change counts at once."""

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from studio.ui.forms import lay_out_form
from studio.ui.stored_settings import StoredSettings
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.segmented_control import SegmentedControl


class PreferencesDialog(QDialog):
    """Theme, language, processor threads and the template of file names."""

    def __init__(self, settings: StoredSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        value = settings.value
        self.setWindowTitle(self.tr("Preferences"))
        self.theme = SegmentedControl(
            [
                ("dark", self.tr("Dark")),
                ("light", self.tr("Light")),
                ("contrast", self.tr("Contrast")),
            ],
            name=self.tr("Theme"),
            parent=self,
        )
        self.theme.set_current(value.theme)
        self.theme.currentChanged.connect(lambda name: settings.change(theme=name))
        self.language = QComboBox(self)
        for code, name in (
            ("", self.tr("As the system")),
            ("en", "English"),
            ("zh_CN", "简体中文"),
        ):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(value.language)))
        self.language.setToolTip(self.tr("Counts from the next start"))
        self.language.activated.connect(
            lambda _: settings.change(language=self.language.currentData())
        )
        self.threads = NumberField(
            self.tr("Threads"),
            value.threads,
            limits=(0, 256),
            zero=self.tr("all"),
            tooltip=self.tr("Processor threads that painting may use; counts from the next start"),
            parent=self,
        )
        self.threads.valueCommitted.connect(lambda number: settings.change(threads=round(number)))
        self.template = QLineEdit(value.name_template, self)
        self.template.setToolTip(
            self.tr("Fields: {fields}").format(fields="{photo} {style} {quality} {size} {seed} {n}")
        )
        self.template.editingFinished.connect(self._take_template)
        lay_out_form(
            self,
            (
                (self.tr("Theme"), self.theme),
                (self.tr("Language"), self.language),
                (self.tr("Threads"), self.threads),
                (self.tr("File names"), self.template),
            ),
        )

    def _take_template(self) -> None:
        text = self.template.text().strip()
        if text:
            self._settings.change(name_template=text)
        else:
            self.template.setText(self._settings.value.name_template)
