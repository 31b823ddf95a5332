"""Errors in the Chinese window: their sentences are told with their values, unknown ones stay."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from studio.document.opening import open_project
from studio.errors import StudioError, Unavailable
from studio.image.latent_walk import Keyframe, Walk
from studio.image.picture_file import read_picture
from studio.image.walk_file import read_walk
from studio.music.chords import parse_chord
from studio.music.constraints import Rules
from studio.music.song_file import read_song
from studio.paths import replacing, resources
from studio.registry import known
from studio.training.picture_files import Listing, too_few
from studio.ui.sentences import told

FOLDER = resources() / "translations"
TEMPLATES = (FOLDER / "sentences.txt").read_text("utf-8").splitlines()
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PLACE = re.compile(r"%(\d+)")
LOOK_UP = 0.005  # s; a sixth of it is usual


@pytest.fixture
def chinese(qapp):
    """Chinese for the length of a test."""
    translator = QTranslator()
    assert translator.load(str(FOLDER / "klangbild_zh_CN.qm"))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def error_of(wrong, *given, **named):
    with pytest.raises(StudioError) as caught:
        wrong(*given, **named)
    return caught.value


def file_of(path, data=b""):
    path.write_bytes(data)
    return path


def write_twice(path):
    with replacing(path):
        pass


ERRORS = {
    "picture folder": (
        lambda folder: error_of(read_picture, folder),
        "“{folder.name}” 是文件夹；请打开其中的图片。",
    ),
    "web page": (
        lambda folder: error_of(read_picture, file_of(folder / "a.png", b"<html></html>")),
        "“a.png” 是网页，不是图片；请在浏览器中保存图片本身。",
    ),
    "document": (
        lambda folder: error_of(read_picture, file_of(folder / "a.png", b"%PDF-1.7\n1 0 obj")),
        "“a.png” 是 PDF 文档；请导出为 PNG、JPEG 或 TIFF 后使用。",
    ),
    "missing": (
        lambda folder: error_of(read_picture, folder / "Permission denied"),
        "“Permission denied” 不在那里；可能已被移动、改名或删除。",
    ),
    "song": (
        lambda folder: error_of(read_song, file_of(folder / "a.mid")),
        "“a.mid” 是空的：里面没有音乐。",
    ),
    "project": (
        lambda folder: error_of(open_project, file_of(folder / "a.klang", b"no project")),
        "无法打开“a.klang”：文件已损坏，或根本不是项目。",
    ),
    "target": (
        lambda folder: error_of(write_twice, file_of(folder / "a.txt")),
        "“{folder}/a.txt”已存在；请另选名称，或允许替换。",
    ),
    "walk": (
        lambda folder: error_of(read_walk, file_of(folder / "w.json", b'{"keyframes": 3}')),
        "“{folder}/w.json”不是漫游：缺少“keyframes”列表。",
    ),
    "keyframe": (
        lambda folder: error_of(
            read_walk, file_of(folder / "w.json", b'{"keyframes": [{"time": 0, "seed": -1}]}')
        ),
        "“{folder}/w.json”的关键帧 1：种子是从 0 起的整数。",
    ),
    "times": (
        lambda folder: error_of(Walk, (Keyframe(1.0), Keyframe(0.5))),
        "漫游的每个关键帧都要晚于前一个。",
    ),
    "bars": (lambda folder: error_of(Rules, bars=5000), "一次可写 1 至 256 小节。"),
    "chord": (
        lambda folder: error_of(parse_chord, "X9"),
        "“X9”不是和弦；请写成“Dm7”或“C/E”这样。",
    ),
    "encoder": (
        lambda folder: error_of(known, "Composer"),
        "没有编码器“Composer”；可用的有 studio, vgg19。",
    ),
    "few pictures": (
        lambda folder: too_few([Listing(Path("/pictures"), (), 0)], 3),
        "“/pictures” 下只有 3 张可读取的图片；",
    ),
    "remedy": (
        lambda folder: Unavailable(
            "There is no sound: FluidSynth is not installed; "
            "install it with “brew install fluid-synth” and start the studio again."
        ),
        "没有声音：未安装 FluidSynth；请用“brew install fluid-synth”安装，然后重新启动工作室。",
    ),
}


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_is_told_in_chinese_with_its_values(chinese, tmp_path, name):
    make, expected = ERRORS[name]
    assert told(make(tmp_path)).startswith(expected.format(folder=tmp_path))


def test_the_message_bar_tells_it(chinese, messages, tmp_path):
    messages.error(error_of(read_picture, file_of(tmp_path / "a.png")))
    assert messages.texts() == ["“a.png” 是空的：里面没有图片。"]


def test_a_sentence_that_nobody_knows_stays(chinese):
    for text in ("", "The moon is made of cheese.", "“a.png” is made of cheese.", "100 %1 %2"):
        assert told(text) == text


def test_what_is_told_in_chinese_already_stays(chinese):
    assert told("“a.png” 是空的：里面没有图片。") == "“a.png” 是空的：里面没有图片。"


def test_values_that_look_like_places_come_back_as_they_were(chinese):
    sentence = "“%2” is no chord; say it as in “Dm7” or “C/E”."
    assert told(sentence).startswith("“%2”不是和弦")


def test_in_english_every_sentence_stays(qapp):
    text = "“a.png” is empty: it holds no picture."
    assert told(StudioError(text)) == text


def test_every_template_is_found_again_and_no_other_takes_its_sentences(chinese):
    def filled(text):
        return PLACE.sub(lambda place: f"⟨{place[1]}⟩", text)

    made = {template: chinese.translate("Sentence", template) for template in TEMPLATES}
    assert len(made) > 250
    assert not [one for one, chosen in made.items() if told(filled(one)) != filled(chosen)]
    assert not [one for one, chosen in made.items() if not CHINESE.search(chosen)]


def test_a_look_up_is_quick(chinese):
    text = "There is no engine “x”; there are a, b."
    lasted = []
    for _ in range(20):
        begin = time.perf_counter()
        told(text)
        lasted.append(time.perf_counter() - begin)
    assert min(lasted) < LOOK_UP


def test_the_list_is_read_when_a_sentence_is_wanted():
    code = "import studio.app, studio.ui.sentences as s; print(s._templates.cache_info().currsize)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "0"
