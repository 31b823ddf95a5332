"""The request of a composition travels in its song, and gives the same song again."""

import json
from dataclasses import replace

import pytest

from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.music.midi_file import midi_bytes, parse_midi
from studio.music.mood import read_mood
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.music.tokenizer_chords import Chord
from studio.tasks.compose_check import check_request
from studio.tasks.compose_files import compose_again, compose_files, recipe_in, targets
from studio.tasks.compose_planned import MELODY, planned
from studio.tasks.compose_recipe import compose_recipe, composed_song, request_of, variation_of
from studio.tasks.picture_music import Mapping, read_in
from tests.tasks.compose_kit import BAR, asked, composed, finished, new_notes, song, tune

HELD = Notes([Note(0, 480, 60, 90, 3, True), Note(480, 480, 62, 80, 7)])
RICH = asked(
    song=Song(
        tracks=(
            Track("Melody", 73, notes=HELD),
            Track("Kit", drums=True, notes=Notes([Note(0, 60, 36)])),
        ),
        keys=(Key(2, "dorian"), Key(9, "minor", 1440)),
        metres=MetreMap([Metre(0, 3, 4)]),
        tempos=TempoMap([Tempo(0, 93.7)]),
    ),
    verb="continue", begin=1440, end=1440 * 4, variations=2, key=Key(2, "dorian"), most=5, leap=9,
    rhythm=(1440, 1920, 2880, 3840), chords=(Chord(0, None), Chord(1440, 2, "m7")),
    kept=frozenset({7}), source="Grüße, “a calm sea”", seed=2**40, human=0.25,
)  # fmt: skip


def test_a_request_comes_back_equal():
    composition = composed(RICH)
    recipe = Recipe.from_text(compose_recipe(composition, 1))
    assert request_of(recipe) == RICH
    assert variation_of(recipe) == 1


def test_the_song_itself_carries_it_through_midi():
    composition = composed(RICH)
    made = parse_midi(midi_bytes(composed_song(composition, 1)), "x").song
    request = request_of(Recipe.from_text(made.recipe or ""))
    again = composed(request)
    assert new_notes(again.variations[1]) == new_notes(composition.variations[1])


def test_recipes_do_not_grow_within_each_other():
    first = composed_song(composed(asked(song=song(tune(2)), end=2 * BAR, verb="vary")))
    second = composed_song(composed(asked(song=first, end=2 * BAR, verb="vary")))
    assert len(second.recipe or "") < 1.2 * len(first.recipe or "")


def test_a_song_that_is_too_long_is_not_held():
    long = Notes(Note(n * 30, 30, 60 + n % 12, 1 + n % 100) for n in range(40_000))
    request = asked(song=Song(tracks=(Track(), Track(notes=long))), end=BAR)
    recipe = Recipe.from_text(compose_recipe(composed(request)))
    with pytest.raises(StudioError, match="too long"):
        request_of(recipe)


@pytest.mark.parametrize(
    "change",
    [{"song": "!"}, {"song": 3}, {"kept": [None]}, {"rhythm": "x"}, {"key": [1]}, {"seed": 0.5},
     {"chords": [[0, 99, ""]]}, {"verb": "dance"}, {"tracks": [{"locked": [99]}]}, {"track": -1}],
)  # fmt: skip
def test_a_damaged_recipe_is_a_sentence(change):
    recipe = Recipe.from_text(compose_recipe(composed(asked(song=song(tune(1)), end=BAR))))
    table = json.loads(json.dumps(dict(recipe.request), default=list)) | change
    with pytest.raises(StudioError):
        request_of(replace(recipe, request=table))


def test_a_file_is_written_again_the_same(tmp_path):
    request = asked(end=BAR, variations=2)
    _, files = finished(compose_files(request, tmp_path / "a.mid"))
    assert [one.path.name for one in files] == ["a-1.mid", "a-2.mid"]
    recipe = recipe_in(files[1].path)
    assert recipe is not None
    finished(compose_again(recipe, tmp_path / "b.mid"))
    assert (tmp_path / "b.mid").read_bytes() == files[1].path.read_bytes()


def test_targets_are_refused_before_anything_is_written(tmp_path):
    (tmp_path / "a-2.wav").write_bytes(b"mine")
    with pytest.raises(StudioError, match="exists already"):
        targets(tmp_path / "a.wav", 2)
    assert targets(tmp_path / "a.wav", 2, force=True)[1].name == "a-2.wav"
    with pytest.raises(StudioError, match="kind of file"):
        targets(tmp_path / "a.txt", 1)


@pytest.mark.parametrize("words", ["a calm sea at night", "wild joy", "grief", ""])
def test_a_plan_becomes_a_request_that_can_be_written(words):
    plan = Mapping().plan(read_in(read_mood(words)) if words else {})
    request = planned(plan, 4, seed=3, source=words)
    check_request(request)
    assert request.track == MELODY
    assert request.bars == 4
    assert request.chords
    notes = new_notes(composed(request).variations[0])
    assert len(notes) >= 4 * plan.fewest
    assert notes.pitch.min() >= plan.lowest
