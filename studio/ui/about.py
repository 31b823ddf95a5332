"""What the studio says about itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from studio import __version__
from studio.ui.crash import versions
from studio.ui.icons import application_icon
from studio.ui.messages import MessageBar
from studio.ui.translate import tr


def copy_details(messages: MessageBar) -> None:
    """Put versions on the clipboard, for a bug report."""
    QGuiApplication.clipboard().setText(versions())
    messages.good(tr("The version details are on the clipboard."))


def show(parent: QWidget) -> None:
    """Say what this is."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("About Klangbild"))
    box.setIconPixmap(application_icon().pixmap(64, 64))
    box.setText(tr("Klangbild {version}").format(version=__version__))
    box.setInformativeText(
        tr("A studio where pictures and music are made together. Free, under the MIT licence.")
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
