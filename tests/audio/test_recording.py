"""What a keyboard sends becomes notes and controllers."""

from studio.audio.recording import Message, Take, inputs, recorded
from studio.music.note import Note
from studio.music.song import PITCH_BEND, SUSTAIN, Loop
from studio.music.timing import Tempo, TempoMap


def on(tick: float, pitch: int, velocity: int = 80) -> tuple[float, Message]:
    return tick, Message(0.0, 0x90, pitch, velocity)


def off(tick: float, pitch: int) -> tuple[float, Message]:
    return tick, Message(0.0, 0x83, pitch, 64)


def test_keys_become_notes():
    notes, controls = recorded([on(0, 60), on(239.6, 64, 100), off(480.4, 60), off(720, 64)], 960)

    assert list(notes) == [Note(0, 480, 60, 80, 1), Note(240, 480, 64, 100, 2)]
    assert len(controls) == 0


def test_a_velocity_of_nothing_releases_the_key():
    notes, _ = recorded([on(0, 60), on(100, 60, 0)], 960)

    assert [note.length for note in notes] == [100]


def test_a_key_that_is_struck_again_ends_the_first_note():
    notes, _ = recorded([on(0, 60), on(100, 60), off(300, 60)], 960)

    assert [(note.start, note.length) for note in notes] == [(0, 100), (100, 200)]


def test_keys_that_are_held_end_with_the_recording():
    notes, _ = recorded([on(0, 60)], 777)

    assert [note.length for note in notes] == [777]


def test_a_first_note_that_came_a_little_early_begins_at_the_start():
    early, before = [on(-30, 60), off(200, 60)], [on(-300, 62), off(-100, 62)]

    notes, _ = recorded(before + early, 960)

    assert list(notes) == [Note(0, 200, 60, 80, 1)]


def test_a_note_over_the_end_of_the_loop_ends_there():
    notes, _ = recorded([on(900, 60), off(20, 60)], 960, loop=Loop(0, 960))

    assert [(note.start, note.end) for note in notes] == [(900, 960)]


def test_pedal_and_bend_stay_controllers():
    pedal, bend = Message(0.0, 0xB0, 64, 127), Message(0.0, 0xE0, 0, 0)

    _, controls = recorded([(10, pedal), (20, bend)], 960)

    assert controls.number.tolist() == [SUSTAIN, PITCH_BEND]
    assert controls.value.tolist() == [127, -8192]
    assert controls.tick.tolist() == [10, 20]


def test_anything_a_cable_may_bring_makes_sound_notes():
    rows = [
        (float(tick), Message(0.0, status, tick * 7 % 256, tick * 13 % 256))
        for status in range(0x80, 0x100)
        for tick in range(40)
    ]

    notes, controls = recorded(rows, 50)

    assert notes.end <= 50
    assert controls.value.max(initial=0) <= 2**14


def test_moments_become_ticks_by_the_tempo_as_they_come():
    tempos = TempoMap([Tempo(0, 120), Tempo(960, 60)])
    take = Take(lambda moment: tempos.tick(moment - 100))

    for moment, status in ((100.5, 0x90), (102.0, 0x80)):
        take.receive(Message(moment, status, 60, 90))
    notes, _ = take.result(5000)

    assert list(notes) == [Note(480, 960, 60, 90, 1)]


def test_keyboards_are_listed_where_there_are_any(capfd):
    assert isinstance(inputs(), tuple)
    assert capfd.readouterr() == ("", "")
