"""Settings come back as they were saved, whatever has become of the file."""

import json
import logging
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from studio import settings
from studio.errors import StudioError
from studio.settings import VERSION, Settings, load, save

CHANGED = Settings(
    theme="light",
    language="zh_CN",
    recent=("/home/a/夏.studio", "/tmp/b.studio"),
    name_template="{photo}",
    geometry="AdnQywAD",
    layout="AAAA/w==",
    style={"strength": 0.6, "styles": [{"card": "great-wave", "weight": 1.0}], "seed": 3},
    compose={"verb": "vary", "parts": ["bass"]},
    explore={"place": {"model": "faces", "seed": 3}},
    encoder="vgg19",
    threads=4,
    first_start_done=True,
    photo_folder="/a",
    project_folder="/b",
    export_folder="/c",
    export_format="tiff",
    export_quality=80,
    music_folder="/d",
    music_format="wav",
    soundfont="/e/warm.sf2",
    sound_device="Null Output",
    sound_rate=48_000,
    sound_buffer=512,
    metronome=True,
    count_in=2,
    tracks_folded=True,
    roll_share=0.75,
    quantise_strength=0.8,
    quantise_swing=0.25,
)


def put(text: str | bytes) -> Path:
    """Write the settings file as it is given."""
    path = settings.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_there_are_the_defaults():
    assert load() == Settings()


def test_settings_come_back_as_they_were_saved():
    save(CHANGED)

    assert load() == CHANGED


def test_every_field_is_changed_in_the_round_trip():
    assert all(
        getattr(CHANGED, name) != getattr(Settings(), name)
        for name in Settings.__dataclass_fields__
    )


def test_frozen_tables_and_tuples_are_saved_as_json():
    style = MappingProxyType({"styles": (MappingProxyType({"card": "wave"}),)})

    save(replace(Settings(), style=style))

    assert load().style == {"styles": [{"card": "wave"}]}


def test_a_name_that_is_no_unicode_comes_back():
    save(replace(Settings(), recent=("/tmp/\udcff.studio",)))

    assert load().recent == ("/tmp/\udcff.studio",)


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", "7", b"\xff\xfe\x00", "[" * 200_000, b"{}" + b" " * 2**20],
    ids=["empty", "cut", "list", "number", "binary", "deep", "large"],
)
def test_a_damaged_file_gives_the_defaults_and_is_kept(damage):
    path = put(damage)
    content = path.read_bytes()

    assert load() == Settings()

    assert not path.exists()
    assert path.with_name("settings.json.damaged").read_bytes() == content
    save(CHANGED)
    assert load() == CHANGED


@pytest.mark.parametrize(
    "wrong",
    [
        {"theme": "pink"},
        {"theme": 3},
        {"encoder": "/etc/passwd"},
        {"threads": -1},
        {"threads": True},
        {"threads": 10**30},
        {"export_quality": 0},
        {"first_start_done": 1},
        {"recent": "abc"},
        {"recent": [1, None]},
        {"style": []},
        {"style": {"seed": float("nan")}},
        {"style": {"styles": [{"weight": float("inf")}]}},
        {"layout": None},
        {"stranger": 1},
    ],
    ids=str,
)
def test_a_value_that_cannot_be_is_passed_over_and_the_others_count(wrong):
    put(json.dumps({"version": VERSION, "language": "en"} | wrong))

    assert load() == replace(Settings(), language="en")


def test_settings_of_a_newer_studio_are_used_and_kept():
    path = put(json.dumps({"version": VERSION + 1, "theme": "light", "hologram": True}))
    content = path.read_bytes()

    assert load() == replace(Settings(), theme="light")

    save(Settings())
    assert path.with_name("settings.json.newer").read_bytes() == content


def test_a_file_that_cannot_be_read_is_left_where_it_is():
    settings.path().mkdir(parents=True)

    assert load() == Settings()

    assert settings.path().is_dir()
    assert not settings.path().with_name("settings.json.damaged").exists()


def test_settings_that_cannot_be_written_are_a_sentence(studio_home):
    studio_home.write_text("a file where the folder should be")

    with pytest.raises(StudioError, match="studio-home"):
        save(Settings())


def test_damage_is_in_the_log(caplog):
    put("{")

    with caplog.at_level(logging.INFO):
        load()

    assert "damaged" in caplog.text
