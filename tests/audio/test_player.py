"""The player, heard frame by frame through a device that the test pulls itself."""

import time
from collections.abc import Iterator

import numpy as np
import pytest

from studio.audio.player import Player
from studio.audio.soundfont import Soundfont
from studio.audio.synth import Frames
from studio.music.note import Note
from studio.music.song import Loop, Song, Track
from tests.audio.hand_driven import Listener, PulledSystem, until
from tests.audio.songs import BEAT, RATE, heard, loudness, pitch_of, quarters, song_of

SCALE = (60, 62, 64, 65, 67, 69, 71, 72)


@pytest.fixture
def listener(soundfont: Soundfont) -> Iterator[Listener]:
    system = PulledSystem()
    player = Player(soundfont, rate=RATE, system=system)
    yield Listener(player, system)
    player.close()


def beginning(frames: Frames) -> int:
    """The first frame that is not silent."""
    return int(np.flatnonzero(np.abs(frames).max(axis=1) > 1e-4)[0])


def roughest(frames: Frames) -> float:
    """The largest second difference: a click stands out of the smooth tones of the tests."""
    return float(np.abs(np.diff(frames, 2, axis=0)).max())


def test_what_is_heard_is_the_offline_render_sample_by_sample(listener, soundfont):
    song = song_of(*quarters(*SCALE))
    listener.player.set_song(song)

    listener.play()
    out = listener.listen(3)

    whole = heard(song, soundfont)
    shift = beginning(out) - beginning(whole)
    assert 0 < shift < RATE // 20
    assert np.array_equal(out[shift:], whole[: len(out) - shift])
    assert listener.player.underruns == 0


def test_the_position_is_the_tick_that_is_heard(listener):
    listener.player.set_song(song_of(*quarters(*SCALE)).with_tempo(120))
    listener.play(480)
    listener.listen(1)

    shift = 0.012  # seconds before the first sound
    listener.sink.pull(1)
    assert listener.player.position == pytest.approx(480 + (1 - shift) * 960, abs=25)


def test_a_song_that_is_over_stops_by_itself(listener):
    listener.player.set_song(song_of(Note(0, 240, 60)))
    listener.play()

    listener.listen(2.2)
    until(lambda: not listener.player.is_playing)

    assert listener.player.position == 1920
    assert listener.player.underruns == 0


def test_playing_on_from_the_end_begins_anew(listener):
    listener.player.set_song(song_of(Note(0, 240, 60)))
    listener.player.seek(1920)

    listener.play()
    listener.listen(0.1)

    assert listener.player.position < 480


def test_stopping_fades_out_and_stays_there(listener):
    listener.player.set_song(song_of(Note(0, 4000, 69)))
    listener.play()
    listener.listen(1)

    listener.player.stop()
    place = listener.player.position
    out = listener.listen(0.5)

    assert not listener.player.is_playing
    assert listener.player.position == place == pytest.approx(960, abs=60)
    assert not out[RATE // 10 :].any()
    assert roughest(out) < 0.01


def test_an_edit_is_heard_at_once_and_what_it_leaves_alone_stays(listener, soundfont):
    before = song_of(*quarters(*SCALE))
    after = song_of(*quarters(*SCALE[:4], 76, 77, 79, 81))
    listener.player.set_song(before)
    listener.play()
    first = listener.listen(1.8)  # rendered seconds ahead, beyond the fifth note

    listener.player.set_song(after)
    second = listener.listen(2)

    out = np.concatenate([first, second])
    shift = beginning(out) - beginning(heard(before, soundfont))
    fifth = out[shift + 4 * BEAT : shift + 4 * BEAT + BEAT // 2]
    assert pitch_of(fifth) == pytest.approx(659.26, rel=0.01)
    kept = slice(shift, shift + 4 * BEAT - 100)
    difference = out[kept] - heard(before, soundfont)[: kept.stop - shift]
    assert loudness(difference) < 0.02 * loudness(out[kept])


def test_an_edit_does_not_click(listener):
    held = song_of(Note(0, 9600, 69))
    listener.player.set_song(held)
    listener.play()
    before = roughest(listener.listen(1)[RATE // 2 :])

    listener.player.set_song(held.with_new_track(Track()))
    after = roughest(listener.listen(1))

    assert after < 2 * before


def test_an_edit_is_heard_within_a_quarter_of_a_second(listener):
    listener.player.set_song(song_of(Note(0, 96000, 69)))
    listener.play()
    listener.listen(1)

    listener.player.set_song(song_of(Note(0, 96000, 81)))
    out = listener.listen(1)

    changed = next(
        at for at in range(0, RATE, 480) if abs(pitch_of(out[at : at + 2400]) - 880) < 30
    )
    assert changed < RATE // 4


def test_the_loop_sounds_as_if_it_were_written_out(listener, soundfont):
    notes = Note(0, 480, 60), Note(480, 480, 67)
    listener.player.set_song(song_of(*notes))
    listener.player.set_loop(Loop(0, 960))
    listener.play()

    out = listener.listen(5)

    written_out = heard(
        song_of(*(Note(n.start + 960 * k, 480, n.pitch) for k in range(6) for n in notes)),
        soundfont,
    )
    shift = beginning(out) - beginning(written_out)
    assert np.abs(out[shift:] - written_out[: len(out) - shift]).max() < 1e-3
    assert listener.player.is_playing
    assert listener.player.underruns == 0


def test_the_position_goes_round_in_the_loop(listener):
    listener.player.set_song(song_of(*quarters(*SCALE)))
    listener.player.set_loop(Loop(480, 960))
    listener.play(480)

    listener.listen(1.25)

    assert 480 <= listener.player.position < 960


def test_a_loop_that_is_set_while_playing_is_followed(listener):
    listener.player.set_song(song_of(*quarters(*SCALE)))
    listener.play()
    listener.listen(0.3)

    listener.player.set_loop(Loop(0, 960))
    listener.listen(1.2)

    assert listener.player.position < 960


def test_a_note_over_the_end_of_the_loop_ends_there(listener):
    listener.player.set_song(song_of(Note(480, 4800, 69)))
    listener.player.set_loop(Loop(0, 960))
    listener.play()
    out = listener.listen(3)

    shift = beginning(out) - BEAT
    quiet = out[shift + 2 * BEAT + BEAT // 2 : shift + 3 * BEAT - 500]
    assert loudness(quiet) < 0.1 * loudness(out[shift + BEAT : shift + 2 * BEAT])


def test_seeking_while_playing_goes_on_there(listener):
    listener.player.set_song(song_of(*quarters(*SCALE)))
    listener.play()
    listener.listen(0.5)

    listener.player.seek(480 * 7)
    out = listener.listen(0.3)

    assert pitch_of(out[RATE // 10 : RATE // 5]) == pytest.approx(523.25, rel=0.02)
    assert listener.player.position == pytest.approx(480 * 7 + 240, abs=80)


def test_a_count_in_clicks_before_the_start(listener):
    listener.player.set_song(song_of(Note(0, 480, 69)))
    listener.player.count_in = 1
    listener.play()

    clicks = listener.listen(1.9)
    counted = listener.player.counting_in, listener.player.position
    ahead = listener.player.tick_at(time.perf_counter())
    listener.listen(0.4)

    assert loudness(clicks) > 0.001
    assert counted == (True, 0.0)
    assert -200 < ahead < 0
    assert not listener.player.counting_in
    assert 0 < listener.player.position < 480


def test_the_metronome_is_heard_where_the_song_is_silent(listener):
    listener.player.set_song(song_of(Note(9600, 480, 60)))
    listener.play()
    silent = listener.listen(0.5)

    listener.player.set_metronome(True)
    clicks = listener.listen(1)

    assert loudness(silent) < 1e-6
    assert loudness(clicks) > 1e-3


def test_an_endless_song_goes_on_after_its_end(listener):
    listener.player.set_song(Song())
    listener.player.set_endless(True)
    listener.play()

    listener.listen(3)

    assert listener.player.is_playing
    assert listener.player.position > 1920


def test_a_note_by_hand_is_heard_within_thirty_milliseconds(listener):
    listener.player.set_song(Song(tracks=(Track(),)))
    listener.sink.pull()

    listener.player.audition(69, 100)
    listener.settle()
    out = listener.listen(1)

    assert beginning(out) < 0.03 * RATE
    assert pitch_of(out[: RATE // 2]) == pytest.approx(440, rel=0.01)


def test_a_note_by_hand_sounds_over_the_song(listener):
    song = song_of(Note(0, 9600, 57))
    listener.player.set_song(song)
    listener.play()
    alone = loudness(listener.listen(0.5)[RATE // 4 :])

    listener.player.audition(93, 127)
    both = listener.listen(0.5)

    assert loudness(both) > 1.2 * alone
    assert listener.player.underruns == 0


def test_a_key_sounds_as_long_as_it_is_held(listener):
    listener.player.note_on(69, 100)
    listener.settle()
    held = []
    for _ in range(60):
        until(lambda: listener.player._conductor.rig.mixer.hand.end >= 480 * (len(held) + 1))
        listener.sink.pull()
        held.append(listener.sink.blocks[-1])
    listener.player.note_off(69)
    until(lambda: not listener.player._conductor.rig.hand.busy or listener.sink.pull())

    after = listener.listen(0.1)

    assert loudness(np.concatenate(held[30:])) > 0.01
    assert loudness(after) < 0.001


def test_without_a_device_the_position_goes_on(soundfont):
    player = Player(soundfont, system=PulledSystem(present=False))
    player.set_song(song_of(*quarters(*SCALE)))
    player.play()

    until(lambda: player.position > 200)
    problem = player.problem
    player.close()

    assert "no sound device was found" in problem


def test_without_a_soundfont_the_position_goes_on():
    player = Player(None, system=PulledSystem(present=False))
    player.set_song(song_of(*quarters(*SCALE)))
    player.play()

    until(lambda: player.position > 200)
    problem = player.problem
    player.close()

    assert "soundfont" in problem


def test_a_device_that_goes_and_comes_back_is_followed(listener, monkeypatch):
    monkeypatch.setattr("studio.audio.conductor._AGAIN", 0.05)
    player, system = listener.player, listener.system
    player.set_song(song_of(*quarters(*SCALE * 4)))
    listener.play()
    listener.listen(1)

    system.present = False
    listener.sink.alive = False
    until(lambda: player.problem is not None)
    lost = player.position
    until(lambda: player.position > lost + 100)
    system.present = True
    until(lambda: player.problem is None)
    found = player.position
    out = listener.listen(0.6)

    assert lost == pytest.approx(960, abs=80)
    assert lost < found < lost + 1500
    assert loudness(out) > 0.01
    assert player.is_playing


def test_a_chosen_device_that_lacks_gives_way_to_the_usual_one(listener):
    listener.player.choose("broken")
    until(lambda: listener.player.problem is not None)

    assert [name for name, _ in listener.system.asked[-2:]] == ["broken", None]
    assert listener.sink.alive


def test_a_device_that_runs_dry_is_given_more_time(listener):
    listener.player.set_song(song_of(*quarters(*SCALE * 4)))
    listener.play()
    listener.listen(1)
    out = np.empty((480, 2), np.float32)

    for _ in range(6):
        listener.sink.fill(out, 0.01, True)
    until(lambda: len(listener.system.asked) == 2)
    until(lambda: listener.player._conductor.rig.sink is listener.sink)
    listener.listen(0.5)

    (_, before), (_, after) = listener.system.asked
    assert after == 2 * before
    assert listener.player.underruns == 6
    assert listener.player.position == pytest.approx(960 * 1.5, abs=150)


def test_a_device_that_ran_dry_once_is_given_more_time_at_rest(listener):
    listener.player.set_song(song_of(*quarters(*SCALE * 4)))
    listener.play()
    listener.listen(1)
    listener.sink.fill(np.empty((480, 2), np.float32), 0.01, True)
    listener.listen(0.2)
    during = len(listener.system.asked)

    listener.player.stop()
    until(lambda: len(listener.system.asked) == 2)

    assert during == 1


def test_another_soundfont_plays_on_at_the_same_place(listener, soundfont):
    listener.player.set_song(song_of(*quarters(*SCALE)))
    listener.play()
    listener.listen(1)
    first = listener.sink

    listener.player.set_soundfont(Soundfont(soundfont.path, "other", "chosen"))
    until(lambda: listener.sink is not first and listener.sink.fill is not None)
    until(lambda: listener.player._conductor.rig.sink is listener.sink)
    listener.listen(0.2)

    assert listener.player.sound_name == "other"
    assert listener.player.position == pytest.approx(960 + 200, abs=100)


def test_it_closes_within_a_second_while_it_plays(listener):
    listener.player.set_song(song_of(*quarters(*SCALE * 50)))
    listener.play()

    began = time.monotonic()
    listener.player.close()

    assert time.monotonic() - began < 1
