"""The Advanced section: Instant's classic form; Fine's network and its raw weights."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from studio.ui.theme import metrics, set_role
from studio.ui.translate import tr
from studio.ui.widgets.section import Section
from studio.ui.widgets.segmented_control import SegmentedControl


class Advanced(Section):
    """Raw values that Strength otherwise decides; an empty field leaves them to it.

    ``change(label, **values)`` puts values into the document.
    """

    def __init__(self, change: Callable[..., None], parent: QWidget) -> None:
        super().__init__(tr("Advanced"), expanded=False, parent=parent)
        self._change = change
        content = self.body
        self.encoder = SegmentedControl(
            [
                ("studio", self.tr("Studio"), self.tr("Our own: small, quick, always here")),
                ("vgg19", "VGG-19", self.tr("The classic: large and patient, fetched once")),
            ],
            name=self.tr("Network"),
            filled=False,
            parent=content,
        )
        self.encoder.currentChanged.connect(
            lambda value: change(self.tr("Change the network"), encoder=value)
        )
        self.fields = {
            "content_weight": self._field(self.tr("Content weight"), "content_weight"),
            "style_weight": self._field(self.tr("Style weight"), "style_weight"),
        }
        self.classic = QCheckBox(self.tr("Classic AdaIN"), content)
        self.classic.setToolTip(
            self.tr("Match only mean and deviation of the features, as in the paper of 2017")
        )
        self.classic.toggled.connect(self._choose_classic)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(metrics(self).px(8))
        for field in self.fields.values():
            label = QLabel(field.accessibleName(), content)
            set_role(label, "muted")
            form.addRow(label, field)
        weights = QWidget(content)
        weights.setLayout(form)
        self._of_fine = (self.encoder, weights)
        self.add(self.classic)
        self.add(self.encoder)
        self.add(weights)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show the values of the document; emits nothing."""
        engine = values["engine"]
        self.setVisible(engine != "fast")
        self.classic.setVisible(engine in ("instant", "adain"))
        was = self.classic.blockSignals(True)
        self.classic.setChecked(engine == "adain")
        self.classic.blockSignals(was)
        for one in self._of_fine:
            one.setVisible(engine == "fine")
        self.encoder.set_current(values["encoder"])
        for name, field in self.fields.items():
            value = values[name]
            field.setText("" if value is None else f"{value:g}")
            field.setModified(False)

    def _choose_classic(self, classic: bool) -> None:
        self._change(self.tr("Change the engine"), engine="adain" if classic else "instant")

    def _field(self, label: str, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(label)
        field.setPlaceholderText(self.tr("from Strength"))
        field.setToolTip(self.tr("A number; empty: Strength decides"))
        field.editingFinished.connect(lambda: self._take(field, label, name))
        return field

    def _take(self, field: QLineEdit, label: str, name: str) -> None:
        if not field.isModified():
            return
        field.setModified(False)
        text = field.text().strip().replace(",", ".")
        try:
            value = float(text) if text else None
        except ValueError:
            field.setProperty("invalid", True)
            field.style().polish(field)
            return
        field.setProperty("invalid", False)
        field.style().polish(field)
        self._change(self.tr("Change {name}").format(name=label), **{name: value})
