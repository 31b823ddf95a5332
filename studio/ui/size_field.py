"""The longer side of the painting: the usual sizes, or any that is typed."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

SIZES = (256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096)
LEAST, MOST = 64, 4096


class SizeField(QComboBox):
    """An editable list of sizes in pixels; a typed number is held within 64 and 4096."""

    sizeChosen = Signal(int)

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("Size"))
        self.setToolTip(self.tr("The longer side in pixels: choose one or type any, 64 to 4096"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for one in SIZES:
            self.addItem(self._text(one), one)
        self.activated.connect(lambda index: self._choose(int(self.itemData(index))))
        edit = QLineEdit(self)
        self.setLineEdit(edit)
        edit.setAccessibleName(self.tr("Size in pixels"))
        edit.editingFinished.connect(self._typed)
        self.show_size(size)

    def size_chosen(self) -> int:
        """The size in pixels."""
        return self._size

    def show_size(self, size: int) -> None:
        """Show a size; emits nothing."""
        self._size = size
        self.setCurrentIndex(self.findData(size))
        self.setEditText(self._text(size))

    def _typed(self) -> None:
        number = re.search(r"\d+", self.currentText())
        if number is None:
            self.show_size(self._size)
        else:
            self._choose(int(number.group()))

    def _choose(self, size: int) -> None:
        size = min(MOST, max(LEAST, size))
        changed = size != self._size
        self.show_size(size)
        if changed:
            self.sizeChosen.emit(size)

    def _text(self, size: int) -> str:
        return self.tr("{size} px").format(size=size)
