"""The program starts quickly, ends in order, and says a sentence where there is no display."""

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from studio import settings as store
from studio.__main__ import main
from studio.app import NO_DISPLAY, Studio, first_document, has_display
from studio.document.layer import Layer
from studio.image.picture_file import Picture, write_picture
from studio.settings import Settings
from studio.ui import style_settings, theme
from tests.ui.events import pixels

START = """
import sys
from PySide6.QtWidgets import QApplication
from studio.app import Studio
app = QApplication([])
studio = Studio(app)
studio.open()
while not studio.window.isVisible():
    app.processEvents()
app.processEvents()
shown = "torch" in sys.modules
studio.close()
import json
print(json.dumps({"torch": shown, "title": studio.window.windowTitle()}))
"""

RESTING = """
import gc, sys, time
gc.disable()
from PySide6.QtWidgets import QApplication
from studio.app import Studio
app = QApplication([])
studio = Studio(app)
studio.open()
before = gc.isenabled()
end = time.monotonic() + 60
while not gc.isenabled() and time.monotonic() < end:
    app.processEvents()
sys.stdout.write(f"{before} {gc.isenabled()}")
studio.close()
"""


def run(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_window_shows_without_torch():
    done = run(START)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert not answer["torch"]
    assert "Klangbild" in answer["title"]


def test_the_garbage_collector_rests_until_the_window_is_painted(monkeypatch):
    monkeypatch.setattr("studio.app.run", lambda paths: int(gc.isenabled()))
    try:
        assert main([]) == 0
    finally:
        gc.enable()
    done = run(RESTING)
    assert done.stdout == "False True", done.stderr


def test_no_display_is_a_sentence_and_two():
    done = subprocess.run(
        [sys.executable, "-m", "studio"],
        env={
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if not sys.platform.startswith("linux"):
        pytest.skip("only X11 and Wayland can lack a display")
    assert done.returncode == 2
    assert done.stderr == f"{NO_DISPLAY}\n"
    assert "studio stylize" in done.stderr


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_way_to_show_will_do(name):
    assert has_display({name: "x"}, "linux")
    assert not has_display({}, "linux")
    assert has_display({}, "win32")


def test_a_verb_runs_without_a_window(capsys):
    with pytest.raises(SystemExit) as end:
        sys.exit(main(["--version"]))
    assert end.value.code == 0
    assert "0." in capsys.readouterr().out


@pytest.fixture
def studio(qapp):
    made = Studio(qapp)
    yield made
    made.window.editor.reset(made.window.editor.document.empty())
    made.window.close()
    made.close()
    made.window.deleteLater()
    QApplication.sendPostedEvents(made.window, QEvent.Type.DeferredDelete)
    theme.apply(qapp, "dark")


def test_files_named_at_the_start_are_opened(qtbot, studio, tmp_path):
    path = tmp_path / "a.png"
    write_picture(path, pixels(30, 20))
    studio.open([path])
    qtbot.waitUntil(
        lambda: (
            studio.editor.document.photo is not None
            and studio.editor.document.photo.name == "a.png"
        ),
        timeout=20_000,
    )


def test_a_theme_is_put_on_at_once(studio):
    studio.settings.change(theme="light")
    assert theme.current() == "light"


def test_the_panel_is_as_it_was_left(qtbot, qapp, studio):
    document = style_settings.with_values(studio.editor.document, {"strength": 0.25, "seed": 7})
    studio.editor.edit("Change", document)
    studio.close()
    again = first_document(store.load())
    assert style_settings.values(again)["strength"] == 0.25
    assert style_settings.values(again)["seed"] == 7


@pytest.mark.parametrize(
    "style",
    [{"strength": 9}, {"strength": "x"}, {"styles": 5}, {"styles": [{}]}, {"seed": -1}],
)
def test_odd_values_of_last_time_are_left_out(style):
    document = first_document(Settings(style=style))
    assert style_settings.values(document) == style_settings.defaults()


def test_work_that_was_not_saved_stays_in_the_recovery_folder(studio):
    picture = Picture(pixels(), "a.png")
    document = studio.editor.document.with_photo(picture).with_result(Layer(pixels=pixels()))
    studio.editor.edit("Paint", document)
    studio.window.autosave.write_now()
    studio.close()
    assert studio.recovery.path.exists()


def test_work_given_up_on_purpose_does_not(studio):
    document = studio.editor.document.with_result(Layer(pixels=pixels()))
    studio.editor.edit("Paint", document)
    studio.window.autosave.write_now()
    studio.window.gave_up = True
    studio.close()
    assert not studio.recovery.path.exists()
    assert not Path(studio.recovery.path).exists()
