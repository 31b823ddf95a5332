"""Preferences count at once and are written soon."""

import pytest
from PySide6.QtCore import Qt

from studio import settings as store
from studio.ui.preferences import PreferencesDialog


@pytest.fixture
def dialog(qtbot, settings):
    made = PreferencesDialog(settings)
    qtbot.addWidget(made)
    return made


def test_the_theme_changes_at_once(qtbot, dialog, settings):
    with qtbot.waitSignal(settings.changed):
        qtbot.mouseClick(dialog.theme.button("light"), Qt.MouseButton.LeftButton)
    assert settings.value.theme == "light"


def test_settings_are_written_and_read_again(qtbot, dialog, settings):
    dialog.template.selectAll()
    qtbot.keyClicks(dialog.template, "{{style}}")
    qtbot.keyClick(dialog.template, Qt.Key.Key_Return)
    settings.write()
    assert store.load().name_template == "{{style}}"


def test_an_empty_template_is_not_taken(qtbot, dialog, settings):
    before = settings.value.name_template
    dialog.template.selectAll()
    qtbot.keyClick(dialog.template, Qt.Key.Key_Delete)
    dialog.template.editingFinished.emit()
    assert dialog.template.text() == before


def test_recent_projects_are_ten_and_the_newest_first(settings, tmp_path):
    for number in range(12):
        settings.add_recent(tmp_path / f"{number}.studio")
    settings.add_recent(tmp_path / "5.studio")
    assert len(settings.value.recent) == 10
    assert settings.value.recent[0].endswith("5.studio")
    assert sum(one.endswith("5.studio") for one in settings.value.recent) == 1


def test_it_is_written_a_moment_later(qtbot, settings):
    settings.change(threads=1)
    qtbot.waitUntil(lambda: store.load().threads == 1, timeout=5_000)
