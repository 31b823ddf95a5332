"""Translation where there is no QObject: ``tr`` in the form that Qt Linguist finds."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text in the user's language; the tools file it under the empty context."""
    return QCoreApplication.translate("", text)
