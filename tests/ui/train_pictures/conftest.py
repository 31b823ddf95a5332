"""What these tests leave of Qt is deleted in the thread of the window."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def collected(qapp):
    """Collect what is left, before a worker's thread does so in another test."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
