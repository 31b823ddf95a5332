"""Dialogs that are a form: muted labels on the left, controls on the right, Close below."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from studio.ui.theme import metrics, set_role
from studio.ui.translate import tr


def lay_out_form(
    dialog: QDialog, rows: Iterable[tuple[str, QWidget]], *below: QWidget
) -> QFormLayout:
    """Fill a dialog with labelled controls, which are named by their labels, and Close."""
    sizes = metrics(dialog)
    dialog.setMinimumWidth(sizes.px(440))
    form = QFormLayout()
    form.setHorizontalSpacing(sizes.px(16))
    form.setVerticalSpacing(sizes.px(12))
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for text, widget in rows:
        label = QLabel(text, dialog)
        label.setBuddy(widget)
        set_role(label, "muted")
        widget.setAccessibleName(text)
        form.addRow(label, widget)
    buttons = QDialogButtonBox(dialog)
    buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(*(sizes.px(20),) * 4)
    layout.setSpacing(sizes.px(16))
    layout.addLayout(form)
    for widget in below:
        layout.addWidget(widget)
    layout.addWidget(buttons)
    return form
