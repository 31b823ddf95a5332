"""Soundfonts are found, preferred in order, and looked into before they are played."""

from pathlib import Path

import pytest

from studio.audio import soundfont as module
from studio.audio.soundfont import (
    CHOSEN,
    OWN,
    best_soundfont,
    check_soundfont,
    find_soundfonts,
    own_soundfont,
)
from studio.errors import UnreadableFile
from tests.audio.tiny_soundfont import tiny_soundfont, write_tiny_soundfont


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which the system keeps soundfonts."""
    folder = tmp_path / "system"
    folder.mkdir()
    monkeypatch.setattr(module, "folders", lambda: (folder, tmp_path / "not there"))
    return folder


def test_the_users_comes_before_the_systems_and_the_studios_own_last(tmp_path, system):
    chosen = write_tiny_soundfont(tmp_path / "mine.sf2")
    write_tiny_soundfont(system / "anything.sf2")

    found = find_soundfonts(chosen)

    assert [one.name for one in found[:2]] == ["mine", "anything"]
    assert found[0].origin == CHOSEN
    if own_soundfont() is not None:
        assert found[-1].origin == OWN


def test_general_midi_collections_that_are_known_come_first(system):
    for name in ("aaa.sf2", "TimGM6mb.sf2", "FluidR3_GM.sf2", "zzz.SF3", "notes.txt"):
        write_tiny_soundfont(system / name)

    names = [one.name for one in find_soundfonts() if one.origin != OWN]

    assert names[:2] == ["FluidR3_GM", "TimGM6mb"]
    assert sorted(names[2:]) == ["aaa", "zzz"]


def test_a_file_that_two_names_lead_to_is_listed_once(system):
    write_tiny_soundfont(system / "FluidR3_GM.sf2")
    (system / "default-GM.sf2").symlink_to(system / "FluidR3_GM.sf2")

    assert [one.name for one in find_soundfonts() if one.origin != OWN] == ["FluidR3_GM"]


def test_a_damaged_one_of_the_system_is_passed_over(system):
    (system / "FluidR3_GM.sf2").write_bytes(tiny_soundfont()[:500])
    write_tiny_soundfont(system / "other.sf2")

    assert best_soundfont().name == "other"


def test_a_damaged_one_that_was_chosen_is_a_sentence(tmp_path, system):
    chosen = tmp_path / "mine.sf2"
    chosen.write_bytes(tiny_soundfont()[:500])

    with pytest.raises(UnreadableFile, match="choose another"):
        best_soundfont(chosen)


def test_a_sound_file_passes(tmp_path):
    check_soundfont(write_tiny_soundfont(tmp_path / "good.sf2"))


@pytest.mark.parametrize("part", range(20))
def test_a_cut_off_file_is_a_sentence(tmp_path, part):
    whole = tiny_soundfont()
    path = tmp_path / "cut.sf2"
    path.write_bytes(whole[: len(whole) * part // 20])

    with pytest.raises(UnreadableFile):
        check_soundfont(path)


@pytest.mark.parametrize(
    ("table", "offset", "value"),
    [
        (b"phdr", 24, 7),  # a preset begins after its bags
        (b"pbag", 4, 9),  # a bag begins after its generators
        (b"pgen", 2, 5),  # an instrument that is not there
        (b"inst", 42, 9),
        (b"igen", 6, 3),  # a sample that is not there
    ],
)
def test_an_index_that_leads_nowhere_is_a_sentence(tmp_path, table, offset, value):
    data = bytearray(tiny_soundfont())
    data[data.index(table) + 8 + offset] = value
    path = tmp_path / "bad.sf2"
    path.write_bytes(data)

    with pytest.raises(UnreadableFile, match="damaged"):
        check_soundfont(path)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\xff\xff\xff\xffsfbk", b"MThd" * 100])
def test_what_is_none_is_a_sentence(tmp_path, content):
    path = tmp_path / "none.sf2"
    path.write_bytes(content)

    with pytest.raises(UnreadableFile, match=r"none\.sf2"):
        check_soundfont(path)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(UnreadableFile, match="cannot be read"):
        check_soundfont(tmp_path / "gone.sf2")
