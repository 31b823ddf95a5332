"""The preview of a walk: places in order, with the song, and a film that is really written."""

from itertools import pairwise

import av
import numpy as np
import pytest
from PySide6.QtCore import Qt

from studio.audio.fluid import library
from studio.audio.soundfont import best_soundfont
from studio.errors import StudioError
from studio.jobs import State
from tests.ui.explore.walk.conftest import SONG


def test_the_preview_shows_the_places_in_their_order(qtbot, three, exploring):
    three.walking.take("Go faster", three.walking.values.lasting(0.6))
    seen = []
    exploring.dreamt.connect(lambda dream: seen.append(dream.latent))
    three.playing.rest_at(0.0)
    with qtbot.waitSignal(three.playing_changed, check_params_cb=lambda on: not on):
        qtbot.keyClick(three.line, Qt.Key.Key_Space)
        assert three.playing.playing
    way = three.walking.walk.latents(6)
    found = [int(np.linalg.norm(way - one, axis=1).argmin()) for one in seen]
    on_it = [n for n, one in zip(found, seen, strict=True) if np.allclose(way[n], one, atol=1e-4)]
    assert on_it == sorted(on_it)
    assert on_it[-1] > 3
    assert three.playing.position == pytest.approx(0.6)


def test_a_loop_goes_on_until_it_rests(qtbot, three):
    three.walking.take("Go faster", three.walking.values.lasting(0.3))
    three.walking.change("Loop", loop=True)
    positions = []
    three.playing.position_changed.connect(positions.append)
    qtbot.mouseClick(three.bar.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(b < a for a, b in pairwise(positions)))
    assert three.playing.playing
    qtbot.mouseClick(three.bar.play, Qt.MouseButton.LeftButton)
    assert not three.playing.playing


def test_the_song_plays_along_and_leads(qtbot, three, desk, editor):
    editor.edit("Open a song", editor.document.with_song(SONG))
    three.playing.rest_at(0.5)
    three.play()
    assert desk.is_playing
    assert desk.sought[-1] == 480
    desk._from += 0.2  # the sound is ahead of the clock
    qtbot.waitUntil(lambda: three.playing.position > 0.8)
    heard = SONG.tempos.seconds(desk.tick)
    assert three.playing.position == pytest.approx(heard, abs=0.1)
    three.play()
    assert not desk.is_playing


def test_who_stops_the_song_stops_the_walk(qtbot, three, desk, editor):
    editor.edit("Open a song", editor.document.with_song(SONG))
    three.play()
    qtbot.waitUntil(lambda: desk.tick > 100)
    desk.toggle()
    assert not three.playing.playing


def test_the_song_comes_back_when_it_has_gone_elsewhere(qtbot, three, desk, editor):
    editor.edit("Open a song", editor.document.with_song(SONG))
    three.playing.rest_at(0.2)
    three.play()
    three.playing._sought = 0.0
    desk.seek(3000)
    qtbot.waitUntil(lambda: desk.tick < 2000)
    assert three.playing.playing
    heard = SONG.tempos.seconds(desk.tick)
    qtbot.waitUntil(lambda: abs(three.playing.position - SONG.tempos.seconds(desk.tick)) < 0.1)
    assert heard < 1.5


def test_music_that_is_shorter_begins_again(qtbot, three, desk, editor):
    editor.edit("Open a song", editor.document.with_song(SONG.with_tempo(1000)))
    assert three.walking.music.seconds < 1.0 < three.walking.seconds
    three.play()
    qtbot.waitUntil(lambda: len(desk.sought) >= 2, timeout=8000)
    assert three.playing.playing
    assert three.playing.position > 0.4


def test_without_music_the_song_is_left_alone(three, desk, editor):
    editor.edit("Open a song", editor.document.with_song(SONG))
    three.walking.change("Leave the music out", music=False)
    three.play()
    assert three.playing.playing
    assert not desk.is_playing
    three.play()


def test_leaving_the_explorer_ends_the_preview(three, exploring):
    three.play()
    exploring.leave()
    assert not three.playing.playing


def _sounds():
    try:
        library()
        best_soundfont()
    except StudioError:
        return False
    return True


@pytest.mark.skipif(not _sounds(), reason="there is no FluidSynth or no soundfont here")
def test_the_export_writes_a_real_film_with_music(qtbot, three, editor, tmp_path, gpu):
    editor.edit("Open a song", editor.document.with_song(SONG))
    three.walking.take("Go faster", three.walking.values.lasting(0.5))
    dialog = three.export()
    qtbot.mouseClick(dialog.side.button("256"), Qt.MouseButton.LeftButton)
    frames = []
    three.framed.connect(frames.append)
    target = tmp_path / "walk.mp4"
    with qtbot.waitSignal(three.exported, timeout=30_000) as told:
        dialog._chosen([target])
    assert told.args == [target]
    assert frames[-1] is None
    assert frames[0].shape == (256, 256, 3)
    with av.open(str(target)) as opened:
        video, audio = opened.streams.video[0], opened.streams.audio[0]
        assert video.frames == three.walking.walk.frames == 13
        assert (video.width, video.height) == (256, 256)
        length = float(video.duration * video.time_base)
        assert float(audio.duration * audio.time_base) == pytest.approx(length, abs=1 / 24)
        heard = np.concatenate([one.to_ndarray() for one in opened.decode(audio)], axis=1)
    assert np.abs(heard).max() > 0.01


def test_a_cancelled_film_leaves_nothing_and_says_so(qtbot, three, tmp_path, messages):
    three.walking.change("Change the film", kind="gif")
    three.walking.take("Go slower", three.walking.values.lasting(60))
    dialog = three.export()
    folder = tmp_path / "films"
    folder.mkdir()
    with qtbot.waitSignal(three.framed):
        dialog._chosen([folder / "walk.gif"])
    three.filming.job.cancel()
    qtbot.waitUntil(lambda: three.filming.job is None)
    assert not list(folder.iterdir())
    assert any("nothing was written" in text for text in messages.texts())
    assert three.bar.export.isEnabled()


def test_pictures_go_into_a_folder_of_their_own(qtbot, three, tmp_path, gpu):
    three.walking.take("Go faster", three.walking.values.lasting(0.25))
    three.walking.change("Change the film", kind="png", side=0)
    dialog = three.export()
    done = []
    gpu.updated.connect(lambda update: done.append(update.state is State.DONE))
    with qtbot.waitSignal(three.exported) as told:
        dialog._into_folder([tmp_path])
    folder = told.args[0]
    assert folder.parent == tmp_path
    assert len(list(folder.glob("*.png"))) == three.walking.walk.frames
