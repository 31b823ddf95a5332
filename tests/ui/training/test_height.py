"""A dialog grows with its sentences, and becomes smaller only when that is asked."""

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from studio.ui.training import height


def test_a_dialog_is_as_high_as_its_words_need(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    label = QLabel("short", dialog)
    label.setWordWrap(True)
    column.addWidget(label)
    dialog.resize(200, 40)
    height.fit(dialog, column)
    low = dialog.height()

    label.setText("long " * 100)
    height.grow(dialog, column)
    high = dialog.height()
    assert high > 2 * low

    label.setText("short")
    height.grow(dialog, column)
    assert dialog.height() == high
    height.fit(dialog, column)
    assert dialog.height() == low
