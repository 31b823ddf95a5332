"""Instruments and drums in the Chinese window; what goes into files stays English."""

import re

import pytest
from PySide6.QtCore import QPoint, QTranslator

from studio.music.instruments import DRUMS, FAMILIES, INSTRUMENTS, KITS, instrument_name
from studio.music.song import Song, Track
from studio.paths import resources
from studio.ui.instrument_words import drum_word, instrument_word, track_instrument
from studio.ui.piano_roll.instrument_menu import InstrumentMenu
from studio.ui.piano_roll.words import pitch_words

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def chinese(qapp):
    """Chinese for the length of a test."""
    translator = QTranslator()
    assert translator.load(str(resources() / "translations" / "klangbild_zh_CN.qm"))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_every_name_has_a_chinese_word_of_its_own(chinese):
    families = [family for family, _ in FAMILIES]
    for names in (families, INSTRUMENTS, KITS.values(), DRUMS.values()):
        words = [instrument_word(name) for name in names]
        assert len(set(words)) == len(words)
        assert all(CHINESE.search(word) for word in words)


def test_a_track_and_a_key_of_a_kit_are_told(chinese):
    assert track_instrument(Track(program=73)) == "长笛"
    assert track_instrument(Track(drums=True)) == "标准套鼓"
    assert drum_word(38) == "军鼓"
    assert drum_word(0) == ""
    assert pitch_words(Song(tracks=(Track(drums=True),)), 0, 42) == "闭合踩镲"


def test_what_goes_into_files_stays_english(chinese):
    assert instrument_name(Track(program=73)) == "Flute"


def test_in_english_the_names_are_those_of_the_table(qapp):
    assert [instrument_word(name) for name in INSTRUMENTS] == list(INSTRUMENTS)


@pytest.mark.parametrize(("typed", "first"), [("小提琴", "小提琴"), ("violin", "小提琴")])
def test_the_menu_finds_an_instrument_by_either_name(chinese, qtbot, window, typed, first):
    menu = InstrumentMenu(window)
    menu.open_at(QPoint(0, 0), 0, False)
    assert menu.names()[:2] == ["大钢琴", "明亮钢琴"]
    menu.field.setText(typed)
    assert menu.names()[0] == first
    menu.hide()
