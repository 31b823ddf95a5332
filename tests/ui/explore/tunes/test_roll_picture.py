"""Melodies as pictures: a bar for each note, within the picture, in every theme and size."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from studio.music.melody_grid import FIRST, HOLD, REST
from studio.tasks.dreaming import Dream
from studio.tasks.latent_place import LatentPlace
from studio.ui import theme
from studio.ui.explore.tunes.roll_picture import bars_of, melody_picture, roll_thumbnail
from studio.ui.pixels import to_image


def dream(*notes, steps=32):
    """A dream of notes (first step, pitch), or silence for no pitch."""
    melody = np.full(steps, HOLD, np.int64)
    melody[0] = REST
    for step, pitch in notes:
        melody[step] = REST if pitch is None else pitch - 48 + FIRST
    return Dream(LatentPlace(), np.zeros(4, np.float32), melody=melody)


def pixels_of(image):
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(-1, image.width(), 3).astype(int).copy()


def is_note(pixels):
    """Where it has the warmth of the accent, and not the grey of the ground, lines and rows."""
    return pixels[..., 0].astype(int) - pixels[..., 2] > 40


def blobs(mask):
    """The connected parts, each as its rows and columns."""
    left, found = mask.copy(), []
    while left.any():
        edge, part = [tuple(np.argwhere(left)[0])], []
        left[edge[0]] = False
        while edge:
            y, x = edge.pop()
            part.append((y, x))
            for one in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                inside = 0 <= one[0] < mask.shape[0] and 0 <= one[1] < mask.shape[1]
                if inside and left[one]:
                    left[one] = False
                    edge.append(one)
        found.append(np.array(part))
    return found


RUN = [(n, 60 + (n * 5) % 13) for n in range(0, 32, 2)]


@pytest.mark.parametrize("name", ["dark", "light", "contrast"])
@pytest.mark.parametrize("side", [64, 72, 144])
def test_a_thumbnail_has_a_bar_for_each_note(qapp, name, side):
    theme.apply(qapp, name)
    found = blobs(is_note(pixels_of(roll_thumbnail(dream(*RUN), side))))
    assert len(found) == len(RUN)


def test_the_same_note_again_is_another_bar(qapp):
    melody = dream((0, 60), (4, 60), (8, 60), (10, None), (16, 60))
    found = blobs(is_note(pixels_of(roll_thumbnail(melody, 96))))
    widths = sorted(int(np.ptp(part[:, 1])) + 1 for part in found)
    assert len(widths) == 4
    assert widths[0] + 2 < widths[1] <= widths[2] <= widths[1] + 1 < widths[3]


def test_higher_notes_stand_higher_and_later_ones_further_right(qapp):
    melody = dream((0, 50), (8, 62), (16, 55), (24, 70))
    parts = blobs(is_note(pixels_of(roll_thumbnail(melody, 96))))
    by_time = sorted(parts, key=lambda part: part[:, 1].min())
    heights = [-part[:, 0].mean() for part in by_time]
    assert np.argsort(np.argsort(heights)).tolist() == [0, 2, 1, 3]


def test_sixteen_bars_stand_in_systems_below_one_another(qapp):
    notes = [(n, 60 + (n // 4) % 12) for n in range(0, 256, 8)]
    small = blobs(is_note(pixels_of(roll_thumbnail(dream(*notes, steps=256), 120))))
    assert len(small) == len(notes)
    large = melody_picture(dream(*notes, steps=256), 512)
    parts = blobs(is_note(large))
    assert len(parts) == len(notes)
    quarters = {int(part[:, 0].mean() * 4 // 512) for part in parts}
    assert quarters == {0, 1, 2, 3}


def test_a_narrow_melody_does_not_fill_the_height(qapp):
    melody = dream((0, 60), (16, 61))
    parts = blobs(is_note(pixels_of(roll_thumbnail(melody, 120))))
    assert all(int(np.ptp(part[:, 0])) + 1 < 12 for part in parts)


def test_a_thumbnail_is_sharp_where_pixels_are_small(qapp):
    image = roll_thumbnail(dream(*RUN), 72, 2.0)
    assert image.width() == image.height() == 144
    assert image.devicePixelRatio() == 2.0


def test_the_large_picture_is_for_the_canvas(qapp):
    pixels = melody_picture(dream(*RUN), 300)
    assert pixels.shape == (300, 300, 3)
    assert pixels.dtype == np.uint8
    assert not pixels.flags.writeable
    assert to_image(pixels).width() == 300
    assert len(blobs(is_note(melody_picture(dream(*RUN), 640)))) == len(RUN)


@pytest.mark.parametrize("melody", [dream(), dream((31, 83)), dream((0, 48), (31, 83))])
def test_silence_and_extremes_are_shown(qapp, melody):
    for side in (8, 33, 72):
        found = is_note(pixels_of(roll_thumbnail(melody, side)))
        assert found.any() == bool(len(bars_of(melody.melody)))


def test_a_dream_that_is_no_melody_is_an_empty_ground(qapp):
    empty = Dream(LatentPlace(), np.zeros(4, np.float32))
    assert not is_note(pixels_of(roll_thumbnail(empty, 72))).any()
