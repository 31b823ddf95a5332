"""Songs come in by drop and menu and go out as files; nothing is lost on the way."""

import pytest
from PySide6.QtCore import QMimeData, QUrl

from studio.audio.export import read_recipe
from studio.music.midi_file import write_midi
from studio.music.song_file import read_song
from studio.paths import resources
from studio.ui.drops import sort_paths
from studio.ui.music.music import sample_song


@pytest.fixture
def tune(tmp_path, song):
    """A song in a file."""
    path = tmp_path / "tune.mid"
    write_midi(path, song)
    return path


def drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.intake.take_mime(mime)


def test_a_dropped_song_is_in_the_roll_and_undo_takes_it_back(qtbot, window, tune, song):
    drop(window, tune)
    qtbot.waitUntil(lambda: window.editor.document.song is not None)
    assert [t.name for t in window.music.desk.song.tracks] == ["Melody", "Bass"]
    assert window.music.panel.roll.song.tracks[0].notes == song.tracks[0].notes
    window.editor.undo()
    assert window.editor.document.song is None


def test_what_is_no_song_is_a_sentence_and_the_song_stays(qtbot, window, tune, tmp_path):
    drop(window, tune)
    qtbot.waitUntil(lambda: window.editor.document.song is not None)
    kept = window.editor.document.song
    bad = tmp_path / "bad.mid"
    bad.write_bytes(b"no song at all")
    drop(window, bad)
    qtbot.waitUntil(lambda: any("bad.mid" in text for text in window.messages.texts()))
    assert window.editor.document.song is kept


@pytest.mark.parametrize("suffix", [".mid", ".musicxml"])
def test_an_exported_song_comes_back(qtbot, window, tune, tmp_path, suffix):
    drop(window, tune)
    qtbot.waitUntil(lambda: window.editor.document.song is not None)
    out = tmp_path / f"out{suffix}"
    window.music.files.write(window.editor.document.song, out)
    qtbot.waitUntil(lambda: any("Wrote" in text for text in window.messages.texts()), timeout=30000)
    found = read_song(out).song
    wanted = window.editor.document.song
    assert [t.notes.pitch.tolist() for t in found.tracks] == [
        t.notes.pitch.tolist() for t in wanted.tracks
    ]


def test_an_exported_sound_gives_its_song_back(qtbot, window, tune, tmp_path, soundfont):
    window.settings.change(soundfont=str(soundfont.path))
    drop(window, tune)
    qtbot.waitUntil(lambda: window.editor.document.song is not None)
    before = window.editor.document.song
    out = tmp_path / "out.wav"
    window.music.files.write(before, out)
    qtbot.waitUntil(lambda: any("Wrote" in text for text in window.messages.texts()), timeout=30000)
    assert read_recipe(out) is not None
    window.editor.edit("Nothing", window.editor.document.with_song(None))
    drop(window, out)
    qtbot.waitUntil(lambda: window.editor.document.song is not None)
    found = window.editor.document.song
    assert [t.notes for t in found.tracks] == [t.notes for t in before.tracks]


def test_without_a_note_there_is_nothing_to_export(window):
    window.music.files.export()
    assert "draw a note first" in window.messages.texts()[-1]


def test_a_soundfont_that_is_none_is_a_sentence(qtbot, window, tmp_path):
    bad = tmp_path / "bad.sf2"
    bad.write_bytes(b"RIFFnonsense")
    drop(window, bad)
    qtbot.waitUntil(lambda: any("bad.sf2" in text for text in window.messages.texts()))
    assert window.settings.value.soundfont == ""


def test_songs_sounds_and_soundfonts_are_told_apart(tmp_path):
    found = sort_paths([tmp_path / name for name in ("a.MID", "b.mxl", "c.flac", "d.sf2", "e.png")])
    assert [path.name for path in found.songs] == ["a.MID", "b.mxl"]
    assert [path.name for path in found.sounds] == ["c.flac"]
    assert [path.name for path in found.soundfonts] == ["d.sf2"]
    assert not found.unknown


def test_the_sample_tune_ships():
    path = sample_song()
    assert path is not None
    assert path.parent == resources() / "samples"
    assert not read_song(path).song.is_empty
