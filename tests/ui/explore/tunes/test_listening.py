"""Melodies are heard in the loop and seen in the roll as one moves, and go away again."""

from dataclasses import replace

import pytest
import shiboken6

from studio.document.document import Document
from studio.music.song import Loop, Song, Track
from studio.tasks.latent_place import LatentPlace
from studio.ui.explore.tunes.listening import BEAT, Listening
from studio.ui.explore.tunes.spot import in_words
from tests.tasks.latent_networks import write_network
from tests.ui.explore.tunes.conftest import (
    BAR,
    arrive,
    ghosts,
    heard,
    in_song,
    locked,
    notes_at,
    within,
)


def playing(qtbot, desk):
    qtbot.waitUntil(lambda: desk.is_playing, timeout=5000)


def test_a_move_is_seen_and_heard_and_the_song_stays(qtbot, desk, editor, go, song):
    place = go(3)
    assert ghosts(desk) == notes_at(place)
    assert sorted(within(heard(desk), 0, 2 * BAR)) == locked(place)
    assert within(heard(desk), 2 * BAR, 9 * BAR) == within(in_song(editor), 2 * BAR, 9 * BAR)
    assert editor.document.song is song
    assert desk.player._wish.loop == Loop(0, 2 * BAR)
    playing(qtbot, desk)


def test_the_next_place_swaps_the_notes_and_what_plays_goes_on(qtbot, desk, go):
    go(3)
    qtbot.waitUntil(lambda: desk.tick > 200, timeout=5000)
    at = desk.tick
    place = go(4)
    assert desk.is_playing
    assert desk.tick >= at
    assert sorted(within(heard(desk), 0, 2 * BAR)) == locked(place)
    assert desk.player._wish.song is desk.heard


def test_what_is_explored_already_is_seen(qtbot, desk, editor, exploring, model):
    place = LatentPlace(model, seed=3, temperature=1.0)
    with qtbot.waitSignal(exploring.dreamt, timeout=10_000):
        exploring.go("Move", place)
    late = Listening(exploring, desk, editor)
    arrive(qtbot, late, place)
    assert ghosts(desk) == notes_at(place)
    assert not desk.is_playing


def test_a_panel_that_is_opened_plays_nothing_by_itself(qtbot, desk, exploring, listening, model):
    exploring.go("Move", LatentPlace(model, temperature=1.0))
    exploring.leave()
    if desk.is_playing:
        desk.toggle()
    exploring.begin()
    arrive(qtbot, listening, exploring.place)
    assert ghosts(desk) == notes_at(exploring.place)
    assert not desk.is_playing


def test_it_goes_to_the_bars_that_are_marked(qtbot, desk, editor, listening, go, song):
    desk.seek(3 * BAR + 700)
    place = go(3)
    assert ghosts(desk) == notes_at(place, 3 * BAR)
    assert in_words(desk.song, listening.placed) == "Bars 4–5 of Melody"
    editor.edit("Loop", editor.document.with_song(replace(song, loop=Loop(BAR, 4 * BAR))))
    qtbot.waitUntil(lambda: ghosts(desk) == notes_at(place, BAR))
    assert desk.player._wish.loop == Loop(BAR, 4 * BAR)
    desk.panel.roll.set_selection({26})  # in the seventh bar
    qtbot.waitUntil(lambda: ghosts(desk) == notes_at(place, 6 * BAR))


def test_what_plays_moves_no_place_but_the_ruler_does(qtbot, desk, go):
    place = go(3)
    desk.toggle()
    desk.seek(BAR + 10)
    desk.panel.roll.selection_changed.emit(frozenset())
    qtbot.waitUntil(lambda: ghosts(desk) == notes_at(place))
    desk.panel.roll.seeked.emit(5 * BAR)
    qtbot.waitUntil(lambda: ghosts(desk) == notes_at(place, 5 * BAR))


def test_another_track_takes_the_melody(qtbot, desk, go, song):
    place = go(3)
    desk.panel.choose_track(1)
    qtbot.waitUntil(lambda: within(heard(desk, 1), 0, 2 * BAR) == notes_at(place))
    assert heard(desk, 0) == [(n.start, n.pitch) for n in song.tracks[0].notes]


def test_over_drums_it_is_a_new_track(qtbot, desk, listening, go, song):
    desk.panel.choose_track(2)
    place = go(3)
    assert heard(desk, 3) == notes_at(place)
    assert desk.heard.tracks[2] is song.tracks[2]
    assert in_words(desk.song, listening.placed) == "Bars 1–2 of a new track"


def test_leaving_gives_the_song_its_place_back(qtbot, desk, exploring, go, song):
    go(3)
    exploring.leave()
    assert ghosts(desk) is None
    assert desk.heard is song
    assert desk.player._wish.loop is None


def test_without_listening_it_is_only_seen(qtbot, desk, listening, go, song):
    listening.set_on(False)
    place = go(3)
    assert ghosts(desk) == notes_at(place)
    assert desk.heard is song
    assert not desk.is_playing
    listening.set_on(True)
    assert sorted(within(heard(desk), 0, 2 * BAR)) == locked(place)
    playing(qtbot, desk)


def test_octaves_move_it_in_the_song(qtbot, desk, listening, go):
    place = go(3)
    listening.set_octaves(-1)
    assert ghosts(desk) == [(start, pitch - 12) for start, pitch in notes_at(place)]
    listening.set_octaves(9)
    assert listening.octaves == 2


def test_a_melody_under_the_pointer_is_heard_until_it_leaves(qtbot, desk, listening, go, model):
    place = go(3)
    desk.toggle()
    assert not desk.is_playing
    other = LatentPlace(model, seed=9, temperature=1.0)
    listening.hover(other)
    arrive(qtbot, listening, other)
    assert sorted(within(heard(desk), 0, 2 * BAR)) == locked(other)
    playing(qtbot, desk)
    listening.hover(None)
    arrive(qtbot, listening, place)
    assert sorted(within(heard(desk), 0, 2 * BAR)) == locked(place)
    assert not desk.is_playing


def test_what_played_before_the_pointer_came_plays_on(qtbot, desk, listening, go, model):
    place = go(3)
    playing(qtbot, desk)
    other = LatentPlace(model, seed=9, temperature=1.0)
    listening.hover(other)
    arrive(qtbot, listening, other)
    listening.hover(None)
    arrive(qtbot, listening, place)
    assert desk.is_playing


def test_a_pointer_that_only_passes_is_not_heard(qtbot, desk, exploring, listening, go, model):
    place = go(3)
    seen = []
    exploring.dreamt.connect(lambda dream: seen.append(dream.place))
    listening.hover(LatentPlace(model, seed=9, temperature=1.0))
    listening.hover(None)
    qtbot.waitUntil(lambda: not listening._hovering.waiting)
    assert seen == []
    assert ghosts(desk) == notes_at(place)


def test_a_move_ends_a_hovering(qtbot, desk, exploring, listening, go, model):
    go(3)
    listening.hover(LatentPlace(model, seed=9, temperature=1.0))
    place = go(5)
    qtbot.waitUntil(lambda: not listening._hovering.waiting)
    assert exploring.place == place
    assert ghosts(desk) == notes_at(place)


def test_hovering_is_silent_where_one_does_not_listen(qtbot, exploring, listening, go, model):
    go(3)
    listening.set_on(False)
    listening.hover(LatentPlace(model, seed=9, temperature=1.0))
    assert not listening._hovering.waiting


def test_a_change_of_the_song_is_heard_under_the_melody(qtbot, desk, editor, go, song):
    go(3)
    muted = song.with_track(1, replace(song.tracks[1], muted=True))
    editor.edit("Mute", editor.document.with_song(muted))
    qtbot.waitUntil(lambda: desk.heard.tracks[1].muted)
    assert desk.heard is not editor.document.song


def test_another_project_is_not_played_into(qtbot, desk, editor, listening, go):
    go(3)
    desk.toggle()
    other = Song(tracks=(Track("Other"),))
    editor.reset(Document.empty().with_song(other))
    qtbot.waitUntil(lambda: not listening._beat.isActive())
    assert not desk.is_playing


def test_a_space_of_pictures_is_silent(qtbot, desk, exploring, listening, go, tmp_path, song):
    go(3)
    pictures = str(write_network(tmp_path, "vae"))
    with qtbot.waitSignal(exploring.dreamt, check_params_cb=lambda d: d.pixels is not None):
        exploring.go("Move", LatentPlace(pictures))
    qtbot.waitUntil(lambda: ghosts(desk) is None)
    assert desk.heard is song
    assert listening.placed is None


def test_a_walk_that_is_looked_at_is_heard(qtbot, desk, exploring, listening, go, model):
    go(3)
    listening.put_away()
    assert ghosts(desk) is None
    for seed in (6, 7, 8):
        place = LatentPlace(model, seed=seed, temperature=1.0)
        with qtbot.waitSignal(exploring.dreamt, check_params_cb=lambda d, p=place: d.place == p):
            exploring.look(place)
    arrive(qtbot, listening, place)
    assert ghosts(desk) == notes_at(place)


class Composed:
    """An audition of Compose and what discards it, as ``Composing`` has them."""

    def __init__(self, editor, desk):
        from studio.ui.compose.audition import Audition

        self.audition = Audition(editor, desk)
        self.discard = self.audition.put_away


@pytest.fixture
def composing(editor, desk, listening):
    """Two auditions that take turns."""
    made = Composed(editor, desk)
    listening.take_turns(made)
    return made


def compose(composing, song):
    """A variation that is shown and heard: one long note."""
    from studio.music.note import Note, Notes
    from studio.tasks.compose_request import ComposeRequest
    from studio.tasks.composition import Composition, Part, Variation

    request = ComposeRequest(song=song, verb="generate", track=0, begin=4 * BAR, end=5 * BAR)
    part = Part(Notes([Note(4 * BAR, BAR, 77)]), 0)
    composing.audition.begin(request)
    composing.audition.finish(Composition(request, (Variation(1, (part,)),), {}))


def test_what_is_composed_later_is_heard_instead(qtbot, desk, listening, go, composing, song):
    place = go(3)
    compose(composing, song)
    assert ghosts(desk) == [(4 * BAR, 77)]
    assert (4 * BAR, 77) in heard(desk)
    assert listening.placed is None
    assert within(heard(desk), 0, BAR) != within(notes_at(place), 0, BAR)


def test_the_next_move_puts_away_what_was_composed(qtbot, desk, go, composing, song):
    go(3)
    compose(composing, song)
    place = go(4)
    assert composing.audition.request is None
    assert composing.audition.kept
    assert ghosts(desk) == notes_at(place)
    assert sorted(within(heard(desk), 0, 2 * BAR)) == locked(place)


def test_leaving_leaves_what_is_composed_alone(qtbot, desk, exploring, go, composing, song):
    go(3)
    compose(composing, song)
    exploring.leave()
    assert ghosts(desk) == [(4 * BAR, 77)]
    assert (4 * BAR, 77) in heard(desk)


def test_nothing_is_drawn_once_the_roll_is_gone(qtbot, desk, listening, go):
    go(3)
    listening.set_octaves(1)
    listening._beat.start()
    desk.close()
    shiboken6.delete(desk.panel.roll)
    with qtbot.captureExceptions() as raised:
        qtbot.wait(3 * BEAT)
    assert not raised


def test_a_melody_that_lies_elsewhere_is_brought_into_sight(qtbot, desk, go):
    place = go(3)
    sheet = desk.panel.roll._sheet
    sheet.set_coordinates(replace(sheet.coordinates, top=0.0).held())
    place = go(4)
    low, high = desk.panel.roll.visible_pitches()
    pitches = [pitch for _, pitch in notes_at(place)]
    assert sum(low <= pitch <= high for pitch in pitches) > len(pitches) / 2


def test_what_is_in_sight_already_moves_nothing(qtbot, desk, go):
    go(3)
    before = desk.panel.roll._sheet.coordinates
    go(4)
    assert desk.panel.roll._sheet.coordinates == before
