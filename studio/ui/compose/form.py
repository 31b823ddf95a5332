"""Small parts that the groups of the panel are laid out with."""

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studio.ui.theme import metrics, set_role


def stacked(text: str, *fields: QWidget, parent: QWidget) -> QWidget:
    """A muted label with its field below it, or several side by side."""
    made = QWidget(parent)
    label = QLabel(text, made)
    set_role(label, "muted")
    label.setBuddy(fields[0])
    sizes = metrics(parent)
    row = QHBoxLayout()
    row.setSpacing(sizes.px(4))
    for field in fields:
        row.addWidget(field, 1 if field is fields[0] else 0)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(sizes.px(4))
    column.addWidget(label)
    column.addLayout(row)
    return made


def between(text: str, first: QWidget, second: QWidget, parent: QWidget) -> QWidget:
    """A muted label on the left, and on the right two fields with a dash between them."""
    made = QWidget(parent)
    sizes = metrics(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.px(6))
    label = QLabel(text, made)
    set_role(label, "muted")
    label.setBuddy(first)
    dash = QLabel("–", made)
    set_role(dash, "muted")
    row.addWidget(label, 1)
    for field in (first, second):
        field.setFixedWidth(sizes.px(68))
    row.addWidget(first)
    row.addWidget(dash)
    row.addWidget(second)
    return made


def beside(text: str, field: QWidget, parent: QWidget) -> QWidget:
    """A muted label on the left, and one field on the right."""
    made = QWidget(parent)
    sizes = metrics(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.px(6))
    label = QLabel(text, made)
    set_role(label, "muted")
    label.setBuddy(field)
    field.setFixedWidth(sizes.px(68))
    row.addWidget(label, 1)
    row.addWidget(field)
    return made


def choice(name: str, tip: str, options: Mapping[str, str], parent: QWidget) -> QComboBox:
    """A list that is no wider than the panel leaves it."""
    made = QComboBox(parent)
    made.setAccessibleName(name)
    made.setToolTip(tip)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.setMinimumWidth(metrics(parent).px(60))
    for key, text in options.items():
        made.addItem(text, key)
    return made


def show_choice(box: QComboBox, key: str) -> bool:
    """Choose the option with this key, if there is one; emits nothing that the hand would."""
    place = box.findData(key)
    if place >= 0:
        box.setCurrentIndex(place)
    return place >= 0


def column(widget: QWidget, *rows: QWidget, spacing: int = 10) -> None:
    """Put rows below one another into a widget."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(metrics(widget).px(spacing))
    for row in rows:
        layout.addWidget(row)
