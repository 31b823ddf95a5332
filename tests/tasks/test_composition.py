"""Compositions: what is accepted goes into the song, and nothing else changes."""

from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Part, Variation, accepted

BAR = 1920


def _song() -> Song:
    melody = Notes(
        [
            Note(0, 480, 60),
            Note(480, 480, 62, locked=True),
            Note(BAR, 480, 64),
            Note(2 * BAR, 9, 65),
        ]
    )
    return Song(tracks=(Track("Melody", notes=melody), Track("Bass", 32)))


def _request(**values: object) -> ComposeRequest:
    return ComposeRequest(song=_song(), end=2 * BAR, **values)  # type: ignore[arg-type]


def _variation() -> Variation:
    return Variation(1, (Part(Notes([Note(240, 240, 70), Note(BAR + 240, 240, 71)]), 0),))


def test_an_accepted_variation_takes_the_place_of_the_old_notes_but_not_of_locked_ones() -> None:
    request = _request()

    song = accepted(request.song, request, _variation())

    assert song.tracks[0].notes.pitch.tolist() == [70, 62, 71, 65]


def test_one_bar_may_be_accepted_alone() -> None:
    request = _request()

    song = accepted(request.song, request, _variation(), BAR, 2 * BAR)

    assert song.tracks[0].notes.pitch.tolist() == [60, 62, 71, 65]


def test_notes_that_were_to_be_kept_stay() -> None:
    first = _song().tracks[0].notes[0]
    request = _request(kept=frozenset([first.id]))

    song = accepted(request.song, request, _variation())

    assert song.tracks[0].notes.pitch.tolist() == [60, 70, 62, 71, 65]
    assert request.old.pitch.tolist() == [64]


def test_bars_of_a_new_track_come_into_the_same_one() -> None:
    request = _request(verb="accompany")
    notes = Notes([Note(0, 480, 36), Note(BAR, 480, 38)])
    variation = Variation(1, (Part(notes, None, Track("Drums", drums=True)),))

    one = accepted(request.song, request, variation, 0, BAR)
    both = accepted(one, request, variation, BAR, 2 * BAR)

    assert len(one.tracks) == len(both.tracks) == 3
    assert both.tracks[2].notes.pitch.tolist() == [36, 38]
    assert both.tracks[:2] == request.song.tracks


def test_a_song_that_has_changed_since_keeps_its_changes() -> None:
    request = _request()
    changed = request.song.with_track(1, replace(request.song.tracks[1], volume=40))

    assert accepted(changed, request, _variation()).tracks[1].volume == 40


@pytest.mark.parametrize(
    "values",
    [
        {"verb": "sing"},
        {"track": 2},
        {"begin": 2 * BAR},
        {"variations": 9},
        {"parts": ("choir",)},
        {"change": 2.0},
    ],
)
def test_what_no_verb_could_use_is_told_in_a_sentence(values: dict[str, object]) -> None:
    with pytest.raises(StudioError, match=r"\.$"):
        _request(**values)


def test_a_request_over_ten_thousand_bars_is_refused() -> None:
    with pytest.raises(StudioError, match="256 bars"):
        ComposeRequest(song=_song(), end=10_000 * BAR)
