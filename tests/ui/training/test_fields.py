"""The fields of a training's dialog show a folder, and suggest a name until one is typed."""

from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from studio.ui.training.fields import FolderField, NameField, lay_out_rows


def test_a_folder_is_shown_by_its_name(qtbot):
    field = FolderField("Folder", "A folder", None)
    qtbot.addWidget(field)
    assert field.path is None

    field.show_folder(Path("/home/somebody/leaves"))

    assert (field.text(), field.path) == ("leaves", Path("/home/somebody/leaves"))
    field.show_folder(Path("/"))
    assert field.text() == str(Path("/"))


def test_a_name_is_suggested_until_one_is_typed(qtbot):
    field = NameField("How it is called", 6, None)
    qtbot.addWidget(field)

    field.suggest("leaves of oaks")
    assert field.text() == "leaves"
    qtbot.keyClicks(field, "x")
    field.clear()
    qtbot.keyClicks(field, "Mine")
    field.suggest("houses")

    assert field.text() == "Mine"


def test_a_label_leads_to_its_field(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    field = QLineEdit(parent)

    lay_out_rows(QFormLayout(parent), [("Name", field)], parent)

    assert [one.buddy() for one in parent.findChildren(QLabel)] == [field]
