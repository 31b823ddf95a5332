"""The section for melodies: bars of the song are found and put by, melodies kept and undone."""

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from safetensors.torch import save_file

from studio import registry
from studio.document.recipe import Recipe
from studio.image.latent import Latent
from studio.music.music_vae import MusicVae, MusicVaeConfig, before
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.timing import MetreMap
from studio.tasks.explore_music import melody_in
from tests.ui.explore.tunes.conftest import BAR, ghosts, heard, in_song, locked, notes_at, within

LEFT = Qt.MouseButton.LeftButton


def found_by(network: MusicVae, song: Song, begin: int, track: int = 0) -> Latent:
    melody = melody_in(song.tracks[track].notes, song.metres, begin, network.config.steps)
    return network.find(torch.from_numpy(melody)[None])[0].numpy()


def press(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def test_keeping_puts_exactly_the_notes_into_the_song(qtbot, box, editor, desk, go, song):
    desk.seek(2 * BAR)
    place = go(3)
    press(qtbot, box.keep)
    after = in_song(editor)
    assert within(after, 2 * BAR, 4 * BAR) == notes_at(place, 2 * BAR)
    for begin, end in ((0, 2 * BAR), (4 * BAR, 9 * BAR)):
        before = [(n.start, n.pitch) for n in song.tracks[0].notes]
        assert within(after, begin, end) == within(before, begin, end)
    assert editor.document.song.tracks[1:] == song.tracks[1:]
    assert ghosts(desk) is None
    assert desk.heard is editor.document.song
    assert editor.undo_text == "Keep a melody"
    editor.undo()
    assert editor.document.song is song


def test_a_locked_note_stays_beside_what_is_kept(qtbot, box, editor, go):
    place = go(3)
    press(qtbot, box.keep)
    assert sorted(within(in_song(editor), 0, 2 * BAR)) == locked(place)


def test_a_new_track_has_the_melody_and_the_instrument(qtbot, box, editor, desk, go, song):
    place = go(3)
    press(qtbot, box.apart)
    made = editor.document.song.tracks
    assert made[:3] == song.tracks
    assert (made[3].name, made[3].program) == ("Melody 4", 73)
    assert in_song(editor, 3) == notes_at(place)
    assert desk.place == 3
    editor.undo()
    assert editor.document.song is song


def test_a_kept_song_says_where_it_came_from(qtbot, box, editor, exploring, go):
    go(3)
    qtbot.waitUntil(lambda: exploring.space is not None)
    press(qtbot, box.keep)
    recipe = Recipe.from_text(editor.document.song.recipe)
    assert recipe.task == "explore"
    assert list(recipe.models.values()) == [exploring.space.sha256]


def test_nothing_can_be_kept_before_one_moves(qtbot, box, listening, go):
    assert not box.keep.isEnabled()
    assert not box.apart.isEnabled()
    assert not box.keeping.keep()
    go(3)
    assert box.keep.isEnabled()
    assert box.where.text() == "Bars 1–2 of Melody"
    press(qtbot, box.keep)
    assert not box.keep.isEnabled()
    go(4)
    assert box.keep.isEnabled()


def test_an_empty_document_takes_a_melody(qtbot, box, editor, go):
    from studio.document.document import Document

    editor.reset(Document.empty())
    place = go(3)
    press(qtbot, box.keep)
    assert in_song(editor) == notes_at(place)


def test_bars_are_found_where_the_encoder_says(qtbot, box, desk, exploring, go, song):
    place = go(3)
    desk.panel.roll.set_selection({18, 19})  # in the fifth bar
    press(qtbot, box.find_bars)
    qtbot.waitUntil(lambda: bool(exploring.place.told), timeout=10_000)
    network = registry.latent(place.model).network
    assert np.allclose(exploring.place.told, found_by(network, song, 4 * BAR))
    assert exploring.place.temperature == place.temperature
    assert exploring.latent.tolist() == pytest.approx(list(exploring.place.told))


def test_without_a_selection_they_are_those_of_the_playhead(qtbot, box, desk, exploring, go, song):
    desk.seek(3 * BAR + 40)
    place = go(3)
    press(qtbot, box.find_bars)
    qtbot.waitUntil(lambda: bool(exploring.place.told), timeout=10_000)
    network = registry.latent(place.model).network
    assert np.allclose(exploring.place.told, found_by(network, song, 3 * BAR))


def test_a_bass_is_found_and_stays_in_its_octave(qtbot, box, desk, exploring, listening, go):
    go(3)
    desk.panel.choose_track(1)
    press(qtbot, box.find_bars)
    qtbot.waitUntil(lambda: bool(exploring.place.told), timeout=10_000)
    assert listening.octaves == -1
    assert box.octave.current() == "-1"


def test_bars_are_put_by_in_a_slot(qtbot, box, desk, exploring, messages, go, song):
    place = go(3)
    menu = box.put.menu()
    assert [action.text()[-1] for action in menu.actions()] == list("ABCD")
    menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: bool(exploring.slots[2]), timeout=10_000)
    network = registry.latent(place.model).network
    assert np.allclose(exploring.slots[2], found_by(network, song, 0))
    assert [bool(slot) for slot in exploring.slots] == [False, False, True, False]
    assert exploring.place == place


@pytest.mark.parametrize(("over", "under"), [(3, 4), (7, 8)])
def test_bars_of_another_metre_say_a_sentence(
    qtbot, box, editor, exploring, messages, go, song, over, under
):
    place = go(3)
    editor.edit("Metre", editor.document.with_song(song.with_metre(over, under)))
    press(qtbot, box.find_bars)
    qtbot.waitUntil(lambda: bool(messages.texts()), timeout=10_000)
    assert f"Bar 1 is in {over}/{under}" in messages.texts()[0]
    assert exploring.place == place


def test_bars_without_notes_say_a_sentence(qtbot, box, desk, exploring, messages, go):
    desk.seek(20 * BAR)
    place = go(3)
    press(qtbot, box.find_bars)
    qtbot.waitUntil(lambda: bool(messages.texts()), timeout=10_000)
    assert "There is no melody in these bars" in messages.texts()[0]
    assert exploring.place == place


def test_drums_say_a_sentence(qtbot, box, desk, messages, go):
    go(3)
    desk.panel.choose_track(2)
    press(qtbot, box.find_bars)
    assert "This track holds drums" in messages.texts()[0]


def test_the_temperature_moves_the_place_as_one_step(qtbot, box, editor, exploring, go):
    go(3)
    box.temperature.field.selectAll()
    qtbot.keyClicks(box.temperature.field, "0.4")
    qtbot.keyClick(box.temperature.field, Qt.Key.Key_Return)
    assert exploring.place.temperature == 0.4
    assert editor.undo_text == "Change the temperature"
    editor.undo()
    assert exploring.place.temperature == 1.0
    assert box.temperature.value() == 1.0


def test_the_speaker_makes_it_silent(qtbot, box, desk, listening, go, song):
    place = go(3)
    press(qtbot, box.listen)
    assert not listening.on
    assert desk.heard is song
    assert ghosts(desk) == notes_at(place)
    press(qtbot, box.listen)
    assert sorted(within(heard(desk), 0, 2 * BAR)) == locked(place)


def test_octaves_are_chosen_and_kept(qtbot, box, editor, desk, go):
    desk.seek(2 * BAR)
    place = go(3)
    qtbot.mouseClick(box.octave._buttons["1"], LEFT)
    press(qtbot, box.keep)
    wanted = [(start, pitch + 12) for start, pitch in notes_at(place, 2 * BAR)]
    assert within(in_song(editor), 2 * BAR, 4 * BAR) == wanted


def test_every_control_has_a_name_and_a_tooltip(box):
    for control in (box.listen, box.find_bars, box.put, box.keep, box.apart):
        assert control.accessibleName()
        assert control.toolTip()
    assert box.temperature.accessibleName()
    assert box.octave.accessibleName()


def test_a_network_that_knows_the_bars_gives_them_back(
    qtbot, box, editor, desk, exploring, listening, tmp_path
):
    model = overfitted(tmp_path)
    notes = Notes([Note(step * 120, length * 120, pitch) for step, length, pitch in TUNE])
    editor.reset(editor.document.with_song(Song(tracks=(Track("Melody", notes=notes),))))
    exploring.choose(model)
    press(qtbot, box.find_bars)
    qtbot.waitUntil(lambda: bool(exploring.place.told), timeout=10_000)
    wanted = [(note.start, note.pitch) for note in notes]
    qtbot.waitUntil(lambda: ghosts(desk) == wanted, timeout=10_000)
    desk.panel.roll.seeked.emit(4 * BAR)
    desk.seek(4 * BAR)
    qtbot.waitUntil(lambda: listening.placed is not None and listening.placed.begin == 4 * BAR)
    press(qtbot, box.keep)
    assert within(in_song(editor), 4 * BAR, 6 * BAR) == [(t + 4 * BAR, p) for t, p in wanted]


TUNE = ((0, 4, 67), (4, 2, 69), (6, 2, 71), (8, 8, 72), (16, 4, 71), (20, 4, 69), (24, 8, 67))


def overfitted(folder):
    """A network that has learned the tune by heart."""
    config = MusicVaeConfig(bars=2, latent=4, width=20, reader=4, conductor=4, symbol=8)
    notes = Notes([Note(step * 120, length * 120, pitch) for step, length, pitch in TUNE])
    tune = torch.from_numpy(melody_in(notes, MetreMap(), 0, 32))[None]
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        network = MusicVae(config)
    optimiser = torch.optim.Adam(network.parameters(), 0.03)
    for _ in range(200):
        optimiser.zero_grad()
        logits = network.logits(network.encode(tune)[0], before(tune))
        loss = torch.nn.functional.cross_entropy(logits[0], tune[0])
        loss.backward()
        optimiser.step()
        if loss < 0.02:
            break
    path = folder / "heart.safetensors"
    tensors = {name: value.contiguous() for name, value in network.state_dict().items()}
    save_file(tensors, path, {"config": config.to_json()})
    return str(path)
