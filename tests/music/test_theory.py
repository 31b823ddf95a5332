"""Keys are read, named and signed as musicians do."""

import pytest

from studio.errors import StudioError
from studio.music.theory import SCALES, Key, key_of_signature, parse_key, pitch_name


@pytest.mark.parametrize(
    ("text", "name", "fifths"),
    [("D dorian", "D dorian", 0), ("f# minor", "F# minor", 3), ("Bb", "Bb major", -2),
     ("c minor", "C minor", -3), ("E♭ Lydian", "Eb lydian", -2),
     (" B  major ", "B major", 5), ("F# major", "F# major", 6), ("Db", "Db major", -5)],
)  # fmt: skip
def test_a_key_is_read_and_named(text, name, fifths):
    key = parse_key(text)

    assert (key.name, key.fifths) == (name, fifths)


@pytest.mark.parametrize("text", ["", "H", "D doric", "4", "D#x minor"])
def test_what_is_no_key_is_a_sentence_with_an_example(text):
    with pytest.raises(StudioError, match="D dorian"):
        parse_key(text)


@pytest.mark.parametrize("fifths", range(-7, 8))
@pytest.mark.parametrize("minor", [False, True])
def test_a_signature_comes_back_from_its_key(fifths, minor):
    key = key_of_signature(fifths, minor)

    assert (key.fifths - fifths) % 12 == 0
    assert key.is_minor == minor


def test_every_scale_of_seven_has_the_notes_of_its_signature():
    for scale in ("major", "minor", "dorian", "phrygian", "lydian", "mixolydian", "locrian"):
        for tonic in range(12):
            key = Key(tonic, scale)
            assert key.pitch_classes == key_of_signature(key.fifths, False).pitch_classes


def test_scales_begin_on_the_tonic_and_go_up():
    for steps in SCALES.values():
        assert steps[0] == 0
        assert list(steps) == sorted(set(steps))


def test_pitches_have_the_names_of_the_keyboard():
    assert [pitch_name(p) for p in (0, 60, 61, 127)] == ["C-1", "C4", "C#4", "G9"]
    assert pitch_name(61, flats=True) == "Db4"
