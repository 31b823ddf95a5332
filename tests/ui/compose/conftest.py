"""The whole window with a player that runs by the clock and a composer that needs no network."""

import time

import pytest

from studio.document.document import Document
from studio.errors import StudioError
from studio.jobs import Step
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.tasks.composition import Composition, Part, Variation
from studio.ui.main_window import MainWindow
from tests.audio.conftest import soundfont
from tests.ui.conftest import quick, quick_live, show
from tests.ui.music.conftest import clocked_player

__all__ = ["soundfont"]
BAR = 1920
PAUSE = 0.002


def written(request, number):
    """The notes that the quick composer writes: quarters, higher with each variation."""
    pitches = range(60 + number, 60 + number + (request.end - request.begin) // 480)
    return [
        Note(request.begin + 480 * place, 480, 60 + number + (pitch - 60 - number) % 12)
        for place, pitch in enumerate(pitches)
    ]


def parts(request, notes):
    """The notes as parts: on the track itself, or on a new one for verbs that accompany."""
    if request.verb in ("harmonise", "accompany"):
        return (Part(notes, None, Track("Chords", 4)),)
    kept = request.song.tracks[request.track].notes
    kept = kept.where(kept.locked | kept.mask(request.kept))
    free = [note for note in notes if note.start not in kept.start]
    return (Part(Notes(free), request.track),)


def quick_compose(request):
    """Compose at once, in the same shape as the real work: a step a note."""
    if request.temperature > 1.45:
        raise StudioError("The rules leave no note; loosen one of them.")
    done = []
    for number in range(request.variations):
        line = written(request, number)
        for count in range(1, len(line) + 1):
            now = Variation(
                request.seed_of(number), parts(request, Notes(line[:count])), finished=False
            )
            yield Step(count, len(line), so_far=Composition(request, (*done, now)))
            time.sleep(PAUSE)
        done.append(Variation(request.seed_of(number), parts(request, Notes(line))))
    return Composition(request, tuple(done), {"lstm": "0" * 64})


@pytest.fixture
def song():
    """Four bars of quarters, one of them locked, and a bass."""
    line = Notes([Note(n * 480, 480, 60 + n % 5, 80, n + 1, n == 5) for n in range(16)])
    return Song(tracks=(Track("Melody", notes=line), Track("Bass", 32)))


@pytest.fixture
def window(qtbot, cards, settings, editor, gpu, disk, recovery, song):
    """The window with the song, a player and a quick composer; closed without a question."""
    made = MainWindow(
        settings, editor, gpu, disk, recovery,
        stylize=quick, paint_live=quick_live, compose=quick_compose,
    )  # fmt: skip
    qtbot.addWidget(made, before_close_func=lambda one: one.editor.reset(Document.empty()))
    made.resize(1200, 800)
    with qtbot.waitSignal(made.shelf.changed):
        made.greet()
    editor.reset(editor.document.with_song(song))
    made.music.wake(clocked_player)
    show(qtbot, made)
    made.open_compose()
    yield made
    made.music.close()
    gpu.close(10)
    disk.close(10)
    recovery.clear()


@pytest.fixture
def composing(window):
    """What composes in it."""
    return window.composing


@pytest.fixture
def composed(qtbot, window):
    """The window after three variations of the two bars that are looped have been written."""
    from dataclasses import replace

    from studio.music.song import Loop

    song = replace(window.music.desk.song, loop=Loop(BAR, 3 * BAR))
    window.editor.edit("Loop", window.editor.document.with_song(song))
    with qtbot.waitSignal(window.composing.jobs.ended, timeout=10_000):
        window.composing.run()
    return window
