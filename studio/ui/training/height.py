"""The height of a dialog with sentences in it, which does not follow them by itself."""

from PySide6.QtWidgets import QLayout, QWidget


def fit(dialog: QWidget, column: QLayout) -> None:
    """Make a dialog just as high as its layout has to be."""
    column.activate()
    dialog.resize(dialog.width(), column.heightForWidth(dialog.width()))


def grow(dialog: QWidget, column: QLayout) -> None:
    """Make a dialog higher, where its layout has to be."""
    column.activate()
    if column.heightForWidth(dialog.width()) > dialog.height():
        fit(dialog, column)
