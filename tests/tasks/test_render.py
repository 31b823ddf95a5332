"""A song to a sound file, step by step."""

import pytest
import soundfile

from studio.audio.fluid import library
from studio.audio.soundfont import CHOSEN, Soundfont
from studio.document.recipe import Recipe
from studio.errors import AlreadyExists, StudioError, Unavailable, UnreadableFile
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.tasks.render import Rendered, RenderRequest, render
from studio.tasks.song_recipe import song_inside
from studio.work import Step, Work
from tests.audio.tiny_soundfont import write_tiny_soundfont

SONG = Song(tracks=(Track(notes=Notes([Note(0, 1920, 60)])),), title="Tune")


@pytest.fixture
def soundfont(tmp_path) -> Soundfont:
    try:
        library()
    except Unavailable as missing:
        pytest.skip(missing.sentence)
    return Soundfont(write_tiny_soundfont(tmp_path / "tiny.sf2"), "tiny", CHOSEN)


def run(work: Work[Rendered]) -> tuple[list[Step], Rendered]:
    """All steps, and the result."""
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg"])
def test_the_file_holds_the_song_and_its_recipe(tmp_path, soundfont, suffix):
    recipe = Recipe("compose", {"seed": 1}).to_text()
    song = Song(tracks=SONG.tracks, title="Tune", recipe=recipe)
    target = tmp_path / f"tune{suffix}"

    steps, result = run(render(RenderRequest(song=song, target=target, soundfont=soundfont)))

    assert soundfile.info(target).duration == pytest.approx(result.length)
    assert result.length > 2
    inside = song_inside(target).song
    assert inside.recipe == recipe
    assert inside.tracks[0].notes == SONG.tracks[0].notes
    assert [step.progress for step in steps] == sorted(step.progress for step in steps)
    assert steps[-1].progress == 1
    assert len(steps) > 8


def test_it_is_faster_than_real_time(tmp_path, soundfont):
    request = RenderRequest(song=SONG, target=tmp_path / "tune.wav", soundfont=soundfont)

    _, result = run(render(request))

    assert result.took < result.length


def test_what_is_there_already_stays(tmp_path, soundfont):
    target = tmp_path / "tune.wav"
    target.write_bytes(b"mine")

    with pytest.raises(AlreadyExists):
        run(render(RenderRequest(song=SONG, target=target, soundfont=soundfont)))
    assert target.read_bytes() == b"mine"


def test_breaking_off_leaves_no_file(tmp_path, soundfont):
    target = tmp_path / "tune.wav"
    work = render(RenderRequest(song=SONG, target=target, soundfont=soundfont))
    for _ in range(4):
        next(work)

    work.close()

    assert [path.name for path in tmp_path.glob("*.wav")] == []


def test_a_song_without_notes_is_a_sentence(tmp_path):
    with pytest.raises(StudioError, match="no notes"):
        run(render(RenderRequest(song=Song(), target=tmp_path / "tune.wav")))


def test_a_damaged_soundfont_is_a_sentence(tmp_path):
    bad = tmp_path / "bad.sf2"
    bad.write_bytes(b"RIFFnothing")
    request = RenderRequest(
        song=SONG, target=tmp_path / "tune.wav", soundfont=Soundfont(bad, "bad", CHOSEN)
    )

    with pytest.raises(UnreadableFile, match=r"bad\.sf2"):
        run(render(request))


@pytest.mark.parametrize("rate", [100, 10**9, 0, -1])
def test_a_rate_that_nobody_plays_is_a_sentence(tmp_path, rate):
    with pytest.raises(StudioError, match="rate"):
        RenderRequest(song=SONG, target=tmp_path / "tune.wav", rate=rate)


def test_a_name_of_another_kind_is_a_sentence(tmp_path):
    with pytest.raises(StudioError, match="sound file"):
        RenderRequest(song=SONG, target=tmp_path / "tune.mp3")
