"""The Chinese window: nothing left in English, nothing lost on the way, and compiled."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from studio import settings as store
from studio.app import Studio
from studio.paths import resources
from studio.settings import Settings
from studio.ui import job_text

ROOT = Path(__file__).resolve().parents[2]
TABLE = resources() / "translations" / "klangbild_zh_CN.ts"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SAME = {
    "A − B + C",
    *("Klangbild {version}", "{name}", "{name} 2", "{action}: {what}"),
    *("MIDI", "MusicXML", "Home", "Top-p", "{what} × {n}"),
}  # nothing in them to translate


@dataclass(frozen=True, slots=True)
class Message:
    """A string of the code in both languages."""

    context: str
    source: str
    translation: str
    kind: str


def read_messages():
    return [
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
            message.find("translation").get("type", ""),
        )
        for context in ElementTree.parse(TABLE).iter("context")
        for message in context.iter("message")
    ]


MESSAGES = read_messages()


def wrong(is_right):
    """The messages of which it is not so: an assertion shows them all."""
    return [message for message in MESSAGES if not is_right(message)]


def test_every_string_is_finished():
    assert len(MESSAGES) > 300
    assert not wrong(lambda message: message.translation and not message.kind)


def test_every_string_is_chinese():
    assert not wrong(lambda one: CHINESE.search(one.translation) or one.source in SAME)


def test_no_placeholder_is_lost_or_new():
    def placeholders(text):
        return Counter(re.findall(r"\{\w*\}", text))

    assert not wrong(lambda one: placeholders(one.source) == placeholders(one.translation))


def test_mnemonics_are_the_same_letters():
    mark = QKeySequence.mnemonic
    assert not wrong(lambda one: mark(one.source) == mark(one.translation))


def test_shortcuts_named_in_a_string_stay():
    def keys(text):
        return Counter(re.findall(r"Ctrl\+[A-Z0-9]|\([A-Z]\)", text))

    assert not wrong(lambda one: keys(one.source) <= keys(one.translation))


def test_what_asks_for_more_ends_in_dots():
    assert not wrong(lambda one: one.source.endswith("…") == one.translation.endswith("…"))


def test_the_compiled_file_holds_the_translations(qapp):
    compiled = QTranslator()
    assert compiled.load(str(TABLE.with_suffix(".qm")))
    assert not wrong(lambda one: compiled.translate(one.context, one.source) == one.translation)


@pytest.mark.skipif(
    not any(
        shutil.which("pyside6-lupdate", path=folder)
        for folder in (None, Path(sys.executable).parent)
    ),
    reason="lupdate, which comes with PySide6, finds the strings",
)
def test_the_file_holds_the_strings_of_the_code():
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "translate.py"), "--check"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def studio(qapp):
    """The whole program in Chinese; in English again afterwards."""
    store.save(Settings(language="zh_CN", first_start_done=True))
    made = Studio(qapp)
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    QApplication.sendPostedEvents(made.window, QEvent.Type.DeferredDelete)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_the_window_speaks_chinese(studio):
    window = studio.window
    menus = [action.text() for action in window.header.menus.actions()]
    assert menus == ["文件", "编辑", "视图", "图片", "画笔", "探索", "音乐", "作曲", "帮助"]
    assert window.registry["file.save_as"].text() == "另存为(&A)…"
    assert window.registry["edit.undo"].text() == "撤销(&U)"
    assert window.style_panel.slider("strength").accessibleName() == "强度"
    assert window.paint_button.button.text() == "绘制"
    assert job_text.stage("scale 3/4 · 724×543") == "尺度 3/4 · 724×543"
    titles = [entry.title for entry in window._palette_entries()]
    assert "另存为" in titles
    assert not [title for title in titles if "&" in title or "(" in title]
