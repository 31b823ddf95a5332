"""A walk as music: so many melodies, those of the command line, in every kind of file."""

import json
from pathlib import Path

import numpy as np
import pytest

from studio.audio.soundfont import best_soundfont
from studio.cli import main
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.latent_walk import Keyframe, Walk
from studio.image.walk_file import write_walk
from studio.music.song_file import read_song
from studio.tasks.dreaming import Dreamer
from studio.tasks.latent_place import LatentPlace
from studio.tasks.song_recipe import song_inside
from studio.tasks.walk_tune import TuneRequest, Voice, paced, walk_tune
from tests.tasks.latent_networks import write_network
from tests.training.tiny_runs import ended

WALK = Walk((Keyframe(0.0, 1), Keyframe(1.0, 2, 0.5, 0.25), Keyframe(3.0, latent=(1.0, 0, 2, -1))))


def _sounds() -> bool:
    try:
        best_soundfont()
    except StudioError:
        return False
    return True


@pytest.fixture
def model(tmp_path: Path) -> str:
    """The file of a network of two bars."""
    return str(write_network(tmp_path, "music"))


@pytest.mark.parametrize("loop", [False, True])
@pytest.mark.parametrize("length", [0.0, 5.0])
@pytest.mark.parametrize("count", [2, 3, 7, 100])
def test_melodies_stand_evenly_on_the_time_line(loop: bool, length: float, count: int) -> None:
    walk = Walk(WALK.keyframes, 10.0, "linear", loop, 0.3, length)
    slow = paced(walk, count)
    assert slow.frames == count
    every = walk.seconds / (count if loop else count - 1)
    fine = Walk(WALK.keyframes, 100.0, "linear", loop, 0.0, length)
    straight = paced(Walk(WALK.keyframes, 10.0, "linear", loop, 0.0, length), count)
    found = straight.latents(4)
    for number in (0, 1, count - 1):
        frame = min(round(number * every * 100), fine.frames - 1)
        assert np.abs(found[number] - fine.latents(4, frame, frame + 1)[0]).max() < 0.1


def test_too_few_or_too_many_melodies_are_refused() -> None:
    for count in (1, 5000):
        with pytest.raises(StudioError, match="2 to 2000"):
            paced(WALK, count)


@pytest.mark.parametrize("temperature", [0.0, 0.9])
def test_the_command_line_writes_the_same_notes(
    tmp_path: Path, model: str, temperature: float
) -> None:
    target = tmp_path / "window.mid"
    request = TuneRequest(
        model=model, walk=WALK, melodies=5, temperature=temperature, target=target
    )
    made, steps = ended(walk_tune(request))
    assert made.bars == 10
    assert steps[-2].done == 5
    write_walk(tmp_path / "k.json", WALK)
    words = ["explore", model, "--walk", str(tmp_path / "k.json"), "--steps", "5"]
    other = tmp_path / "line.mid"
    assert main([*words, "--temperature", str(temperature), "-o", str(other)]) == 0
    one, same = (read_song(path).song.tracks[0].notes for path in (target, other))
    assert len(one) > 0
    assert one == same


def test_each_melody_is_that_of_its_place(model: str) -> None:
    request = TuneRequest(model=model, walk=WALK, melodies=4, temperature=0.9)
    made, _ = ended(walk_tune(request))
    latents = paced(WALK, 4).latents(4)
    places = [LatentPlace(model, told=tuple(one.tolist()), temperature=0.9) for one in latents]
    dreams, _ = ended(Dreamer().dream(places))
    assert np.array_equal(made.melody, np.concatenate([dream.melody for dream in dreams]))


def test_a_file_carries_its_recipe_and_its_voice(tmp_path: Path, model: str) -> None:
    target = tmp_path / "tune.mid"
    voice = Voice(program=73, octaves=1, tempo=90.0)
    request = TuneRequest(model=model, walk=WALK, melodies=3, voice=voice, target=target)
    made, _ = ended(walk_tune(request))
    song = read_song(target).song
    assert song.tracks[0].program == 73
    assert song.tempos.at(0) == pytest.approx(90, abs=0.01)
    plain, _ = ended(walk_tune(TuneRequest(model=model, walk=WALK, melodies=3)))
    assert np.array_equal(plain.melody, made.melody)
    recipe = Recipe.from_text(song.recipe)
    assert recipe.task == "explore"
    assert list(recipe.models) == [model]
    assert json.loads(song.recipe)["request"]["walk"]["keyframes"][2]["latent"] == [1, 0, 2, -1]
    assert made.seconds == pytest.approx(6 * 4 * 60 / 90)


@pytest.mark.skipif(not _sounds(), reason="there is no soundfont here")
@pytest.mark.parametrize("kind", [".wav", ".flac", ".ogg"])
def test_sound_holds_the_song(tmp_path: Path, model: str, kind: str) -> None:
    target = tmp_path / f"tune{kind}"
    request = TuneRequest(model=model, walk=WALK, melodies=2, temperature=1.0, target=target)
    made, _ = ended(walk_tune(request))
    inside = song_inside(target).song
    assert Recipe.from_text(inside.recipe).task == "explore"
    assert inside.end <= 4 * 1920
    assert made.target == target


def test_what_cannot_be_is_one_sentence(tmp_path: Path, model: str) -> None:
    pictures = str(write_network(tmp_path, "vae"))
    for wrong, said in (
        (TuneRequest(model=pictures, walk=WALK, melodies=3), "pictures"),
        (
            TuneRequest(model=model, walk=WALK, melodies=3, target=tmp_path / "a.doc"),
            "does not end",
        ),
        (
            TuneRequest(
                model=model,
                walk=Walk((Keyframe(0.0), Keyframe(1.0, latent=(1.0, 2.0)))),
                melodies=3,
            ),
            "2 numbers",
        ),
    ):
        with pytest.raises(StudioError, match=said):
            ended(walk_tune(wrong))


def test_a_file_that_is_there_stays_without_force(tmp_path: Path, model: str) -> None:
    target = tmp_path / "tune.mid"
    target.write_bytes(b"mine")
    with pytest.raises(StudioError, match="exists"):
        ended(walk_tune(TuneRequest(model=model, walk=WALK, melodies=2, target=target)))
    assert target.read_bytes() == b"mine"
