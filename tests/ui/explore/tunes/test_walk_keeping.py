"""A walk through melodies becomes part of the song, or a file: what it says, writes and undoes."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from studio.document.recipe import Recipe
from studio.image.latent_walk import Keyframe
from studio.jobs import State
from studio.music.song import Loop
from studio.music.song_file import read_song
from studio.tasks.explore_music import explore_melodies
from studio.tasks.explore_request import ExploreRequest
from studio.tasks.kept_melody import Placed
from studio.tasks.song_recipe import song_inside
from studio.tasks.walk_tune import paced
from studio.ui.errands import Errands
from studio.ui.explore.tunes.walk_keeping import KeepingWalk
from studio.ui.explore.walk.strip import WalkStrip
from studio.ui.explore.walk.tune_dialog import TuneDialog
from studio.ui.job_controller import StyleJobs
from tests.training.tiny_runs import ended
from tests.ui.conftest import show
from tests.ui.explore.tunes.conftest import BAR, ghosts, in_song, within

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def jobs(gpu, editor, messages):
    """What shows the jobs."""
    made = StyleJobs(gpu, editor, messages, lambda request: "")
    yield made
    made.stop()


@pytest.fixture
def strip(qtbot, exploring, listening, desk, editor, gpu, disk, messages, settings, jobs, model,
          tmp_path):  # fmt: skip
    """The strip with a walk of three keyframes through melodies, drawn a little freely."""
    keeping = KeepingWalk(listening, desk, editor, settings)
    made = WalkStrip(
        exploring, editor, gpu, desk, Errands(disk, messages), messages, jobs,
        keeping=keeping, folder=lambda: tmp_path,
    )  # fmt: skip
    qtbot.addWidget(made)
    made.resize(800, 130)
    show(qtbot, made)
    exploring.move("Choose a model", model=model, temperature=0.9)
    for seed, when in ((1, 0.0), (2, 1.0), (3, 3.0)):
        exploring.move("Go to a seed", seed=seed)
        made.add(when)
    qtbot.waitUntil(lambda: exploring.space is not None)
    yield made
    made.stop()


@pytest.fixture
def dialog(qtbot, strip):
    """The dialog of the export, with four melodies to be put into the song."""
    qtbot.mouseClick(strip.bar.export, LEFT)
    (made,) = strip.findChildren(TuneDialog)
    qtbot.keyClick(made.melodies, Qt.Key.Key_Up)
    return made


def melody_of(strip, count=4):
    """What the command line would write."""
    walk = paced(strip.walking.walk, count)
    request = ExploreRequest(strip.walking.model, walk=walk, temperature=0.9)
    return np.concatenate(ended(explore_melodies(request))[0].melodies)


def notes_of(melody, begin=0):
    notes = Placed(melody, 0, begin).notes()
    return list(zip(notes.start.tolist(), notes.pitch.tolist(), strict=True))


def press(qtbot, strip, dialog):
    """Begin, and wait for the end."""
    qtbot.mouseClick(dialog.button, LEFT)
    qtbot.waitUntil(lambda: strip.writing.job is None, timeout=20_000)


def test_the_dialog_says_how_many_bars_and_how_long(qtbot, strip, dialog):
    assert strip.bar.export.text() == "Export melodies…"
    assert "4 melodies of 2 bars: 8 bars, 16.0 s" in dialog.about.text()
    assert "Bars 1–8 of Melody" in dialog.about.text()
    dialog.track.button("new").click()
    assert "Bars 1–8 of a new track" in dialog.about.text()
    dialog.kind.button("mid").click()
    assert dialog.about.text() == "4 melodies of 2 bars: 8 bars, 16.0 s."
    assert dialog.track.isHidden()
    for control in (dialog.kind, dialog.melodies, dialog.track):
        assert control.accessibleName()
    assert dialog.button.toolTip()


def test_a_walk_goes_into_the_song_as_one_step(qtbot, strip, dialog, editor, desk, song):
    desk.panel.roll.seeked.emit(2 * BAR)
    dialog._refresh()
    assert "Bars 3–10 of Melody" in dialog.about.text()
    expected = melody_of(strip)
    press(qtbot, strip, dialog)
    after = in_song(editor)
    assert within(after, 2 * BAR, 10 * BAR) == notes_of(expected, 2 * BAR)
    old = [(n.start, n.pitch) for n in song.tracks[0].notes]
    assert within(after, 0, 2 * BAR) == within(old, 0, 2 * BAR)
    assert editor.document.song.tracks[1:] == song.tracks[1:]
    assert ghosts(desk) is None
    assert editor.undo_text == "Keep a walk"
    assert Recipe.from_text(editor.document.song.recipe).task == "explore"
    editor.undo()
    assert editor.document.song is song


def test_a_new_track_begins_where_the_loop_does(qtbot, strip, dialog, editor, desk, song):
    looped = replace(song, loop=Loop(4 * BAR, 6 * BAR))
    editor.edit("Loop", editor.document.with_song(looped))
    dialog.track.button("new").click()
    assert "Bars 5–12 of a new track" in dialog.about.text()
    press(qtbot, strip, dialog)
    tracks = editor.document.song.tracks
    assert tracks[:3] == song.tracks
    assert (tracks[3].name, tracks[3].program) == ("Melody 4", 73)
    assert in_song(editor, 3) == notes_of(melody_of(strip), 4 * BAR)
    assert desk.place == 3
    editor.undo()
    assert editor.document.song is looped


def test_what_was_put_there_is_seen(qtbot, strip, dialog, editor, desk):
    sheet = desk.panel.roll._sheet
    sheet.set_coordinates(replace(sheet.coordinates, top=0.0, left=20.0 * BAR).held())
    press(qtbot, strip, dialog)
    low, high = sheet.coordinates.pitches
    first, last = sheet.coordinates.ticks
    pitches = [pitch for _, pitch in within(in_song(editor), 0, 8 * BAR)]
    assert low <= np.median(pitches) <= high
    assert first <= 0
    assert last >= BAR


def test_a_file_has_the_same_notes(qtbot, strip, dialog, editor, song, tmp_path):
    dialog.kind.button("mid").click()
    target = tmp_path / "walk.mid"
    with qtbot.waitSignal(strip.exported):
        dialog._begin(target, None)
    written = read_song(target).song
    notes = written.tracks[0].notes
    found = list(zip(notes.start.tolist(), notes.pitch.tolist(), strict=True))
    assert found == notes_of(melody_of(strip))
    assert written.tracks[0].program == 73
    assert Recipe.from_text(written.recipe).task == "explore"
    assert editor.document.song is song


def test_sound_plays_it(qtbot, strip, dialog, soundfont, settings, tmp_path, messages):
    settings.change(soundfont=str(soundfont))
    dialog.kind.button("flac").click()
    target = tmp_path / "walk.flac"
    with qtbot.waitSignal(strip.exported, timeout=20_000):
        dialog._begin(target, None)
    assert song_inside(target).song.end <= 8 * BAR
    assert "8 bars" in messages.texts()[-1]


def test_a_cancelled_walk_leaves_the_song_alone(qtbot, strip, dialog, editor, song, messages):
    dialog.melodies.set_value(2)
    strip.walking.change("More", melodies=400)
    qtbot.mouseClick(dialog.button, LEFT)
    job = strip.writing.job
    assert not strip.bar.export.isEnabled()
    qtbot.waitUntil(lambda: job.state is State.RUNNING)
    job.cancel()
    qtbot.waitUntil(lambda: strip.writing.job is None)
    assert editor.document.song is song
    assert strip.bar.export.isEnabled()
    assert "nothing was written" in messages.texts()[-1]


def test_the_preview_plays_as_freely_as_the_place(qtbot, strip, exploring):
    with qtbot.waitSignal(exploring.dreamt):
        strip.playing.seek(1.5)
    qtbot.waitUntil(lambda: exploring.dream.place.told != ())
    assert exploring.dream.place.temperature == 0.9
    exploring.move("Change the temperature", temperature=0.25)
    strip.visit(0)
    assert exploring.place.temperature == 0.25


def test_as_many_melodies_as_the_walk_has_time_for(strip):
    dialog = strip.export()
    assert dialog.count == 3
    values = strip.walking.values
    strip.walking.take("Longer", values.added(Keyframe(40.0, 4)))
    assert dialog.count == 10
    dialog.reject()
