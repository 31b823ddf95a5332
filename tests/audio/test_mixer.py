"""The ring and the mixer: what was written is what the device gets."""

import math
import time

import numpy as np

from studio.audio.mixer import Mixer, Ring
from studio.audio.synth import Frames


def ramp(start: int, count: int) -> Frames:
    """Frames that tell their own number."""
    return np.repeat(np.arange(start, start + count, dtype=np.float32)[:, None], 2, axis=1)


def taken(mixer: Mixer, count: int) -> Frames:
    """What the device gets for its next frames."""
    out = np.full((count, 2), 9e9, np.float32)
    mixer.fill(out, 0.0, False)
    return out


def test_what_was_written_is_read_across_the_seam_of_the_ring():
    ring = Ring(100)
    for at in range(0, 990, 30):
        ring.write(at, ramp(at, 30))

    assert np.array_equal(ring.read(930, 60), ramp(930, 60))


def test_before_and_after_there_is_silence():
    ring = Ring(100)
    ring.write(10, ramp(10, 20))

    out = ring.read(0, 40)[:, 0]

    assert out[:10].tolist() == [0.0] * 10
    assert out[30:].tolist() == [0.0] * 10
    assert out[10:30].tolist() == list(range(10, 30))


def test_notes_by_hand_are_added_and_outlast_one_another():
    ring = Ring(100)
    ring.add(5, np.ones((10, 2), np.float32))
    ring.add(10, np.ones((10, 2), np.float32))

    assert ring.read(0, 25)[:, 0].tolist() == [0] * 5 + [1] * 5 + [2] * 5 + [1] * 5 + [0] * 5


def test_what_lacks_while_the_song_plays_is_counted():
    mixer = Mixer(1000, 1.0)
    mixer.splice(0, ramp(0, 100))
    mixer.owe_until()

    taken(mixer, 100)
    assert mixer.underruns == 0
    taken(mixer, 50)
    assert mixer.underruns == 1


def test_a_device_that_asks_too_late_has_run_dry():
    mixer = Mixer(1000, 1.0)
    mixer.splice(0, ramp(0, 500))
    mixer.owe_until()
    out = np.empty((10, 2), np.float32)

    mixer.fill(out, 0.005, False)
    time.sleep(0.03)
    mixer.fill(out, 0.005, False)

    assert mixer.underruns == 1


def test_the_end_of_the_song_is_no_underrun():
    mixer = Mixer(1000, 1.0)
    mixer.splice(0, ramp(0, 100))
    mixer.owe_until(100)

    taken(mixer, 150)

    assert mixer.underruns == 0


def test_a_splice_is_faded_over():
    mixer = Mixer(1000, 1.0)
    mixer.splice(0, np.zeros((200, 2), np.float32))
    mixer.splice(100, np.ones((100, 2), np.float32))

    steps = np.abs(np.diff(taken(mixer, 200)[:, 0]))

    assert steps.max() < 0.1
    assert mixer.song.read(150, 1)[0, 0] == 1


def test_fading_out_ends_the_song():
    mixer = Mixer(1000, 1.0)
    mixer.splice(0, np.ones((500, 2), np.float32))
    mixer.owe_until(math.inf)
    mixer.fade_out(100)

    out = taken(mixer, 300)[:, 0]

    assert out[:100].tolist() == [1.0] * 100
    assert not out[120:].any()
    assert mixer.underruns == 0


def test_levels_are_those_of_what_was_heard_lately():
    mixer = Mixer(1000, 1.0)
    frames = np.zeros((300, 2), np.float32)
    frames[100:200] = (0.5, -0.25)
    mixer.splice(0, frames)

    taken(mixer, 200)
    taken(mixer, 1)  # asked for when frame 200 is about to be heard

    assert mixer.levels(0.15) == (0.5, 0.25)
