"""File dialogs and questions that answer by a call, so the event loop is never nested."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from studio.image.picture_file import READABLE
from studio.music.song_file import SONG_SUFFIXES
from studio.ui.translate import tr


def picture_filter() -> str:
    """The filter of a file dialog for every kind of picture that can be read."""
    suffixes = " ".join(f"*{suffix}" for suffix in sorted(READABLE))
    return tr("Pictures") + f" ({suffixes})"


def song_filter() -> str:
    """The filter of a file dialog for every kind of song that can be read."""
    return tr("Songs") + f" ({' '.join(f'*{suffix}' for suffix in SONG_SUFFIXES)})"


def project_filter() -> str:
    """The filter of a file dialog for projects."""
    return tr("Klangbild projects") + " (*.studio)"


def choose_files(
    parent: QWidget,
    title: str,
    folder: str,
    filters: Sequence[str],
    chosen: Callable[[list[Path]], object],
    *,
    several: bool = False,
) -> QFileDialog:
    """Ask for files that exist; ``chosen`` is not called when the dialog is cancelled."""
    dialog = QFileDialog(parent, title, folder)
    mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
    dialog.setFileMode(mode)
    dialog.setNameFilters(list(filters))
    return _open(dialog, chosen)


def choose_folder(
    parent: QWidget, title: str, folder: str, chosen: Callable[[list[Path]], object]
) -> QFileDialog:
    """Ask for a folder."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, chosen)


def choose_target(
    parent: QWidget,
    title: str,
    suggestion: Path,
    name_filter: str,
    suffix: str,
    chosen: Callable[[list[Path]], object],
) -> QFileDialog:
    """Ask where to save; the dialog itself asks before a file is replaced."""
    dialog = QFileDialog(parent, title, str(suggestion.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(name_filter)
    dialog.setDefaultSuffix(suffix.lstrip("."))
    dialog.selectFile(suggestion.name)
    return _open(dialog, chosen)


def choose_target_of_kinds(
    parent: QWidget,
    title: str,
    suggestion: Path,
    kinds: Sequence[tuple[str, str]],
    chosen: Callable[[list[Path]], object],
) -> QFileDialog:
    """Ask where and as what to save: ``kinds`` are names and suffixes, the first is suggested.

    A name without a suffix is given that of the kind; the dialog asks before it replaces.
    """
    dialog = QFileDialog(parent, title, str(suggestion.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    filters = {f"{name} (*{suffix})": suffix for name, suffix in kinds}
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(kinds[0][1].lstrip("."))
    dialog.filterSelected.connect(lambda one: dialog.setDefaultSuffix(filters[one].lstrip(".")))
    dialog.selectFile(suggestion.name)
    return _open(dialog, chosen)


def ask_to_save(
    parent: QWidget,
    name: str,
    save: Callable[[], object],
    leave: Callable[[], object],
    cancel: Callable[[], object],
) -> QMessageBox:
    """Ask before unsaved work is left: Save, Don't save or Cancel; Escape cancels."""

    box = QMessageBox(parent)
    box.setWindowTitle(tr("Unsaved work"))
    box.setText(tr("Save the changes to {name}?").format(name=name))
    box.setInformativeText(tr("What is not saved is lost when you go on."))
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setStandardButtons(
        QMessageBox.StandardButton.Save
        | QMessageBox.StandardButton.Discard
        | QMessageBox.StandardButton.Cancel
    )
    box.button(QMessageBox.StandardButton.Save).setText(tr("Save"))
    box.button(QMessageBox.StandardButton.Discard).setText(tr("Don't save"))
    box.button(QMessageBox.StandardButton.Cancel).setText(tr("Cancel"))
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    box.setEscapeButton(QMessageBox.StandardButton.Cancel)
    answers = {
        QMessageBox.StandardButton.Save: save,
        QMessageBox.StandardButton.Discard: leave,
        QMessageBox.StandardButton.Cancel: cancel,
    }
    box.finished.connect(lambda answer: answers.get(QMessageBox.StandardButton(answer), cancel)())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def _open(dialog: QFileDialog, chosen: Callable[[list[Path]], object]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
    return dialog
