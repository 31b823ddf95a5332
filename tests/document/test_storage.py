"""Projects: round trips, the same bytes again, and never half a file."""

import json
import subprocess
import sys
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from studio.document.document import Document
from studio.document.png import PngCache, decode, encode
from studio.document.storage import open_project, save_project, save_project_steps
from studio.errors import AlreadyExists, StudioError, UnreadableFile, WontFit
from tests.document.samples import document, layer, noise, picture


def assert_same(one: Document, other: Document) -> None:
    """Equal in all that a project holds; documents themselves compare by identity."""
    assert (one.photo is None) == (other.photo is None)
    if one.photo is not None and other.photo is not None:
        for name in ("name", "path", "recipe", "notes", "sha256"):
            assert getattr(one.photo, name) == getattr(other.photo, name), name
        assert one.photo.pixels.dtype == other.photo.pixels.dtype
    assert len(one.results) == len(other.results)
    for mine, its in zip(one.results, other.results, strict=True):
        for name in ("id", "name", "recipe", "starred", "partial", "opacity", "blend", "created"):
            assert getattr(mine, name) == getattr(its, name), name
        assert mine.pixels.dtype == its.pixels.dtype
        assert np.array_equal(mine.pixels, its.pixels)
        assert not its.pixels.flags.writeable
    for name in ("shown", "settings", "cards", "extra"):
        assert getattr(one, name) == getattr(other, name), name


@pytest.mark.parametrize(
    "made", [document, Document.empty, lambda: Document.empty().with_photo(picture())]
)
def test_a_document_comes_back_as_it_was(tmp_path, made):
    path = tmp_path / "Ünïcode 橋 🌊.studio"
    before = made()

    save_project(path, before)

    assert_same(open_project(path), before)


def test_the_same_document_gives_the_same_bytes(tmp_path):
    save_project(tmp_path / "a.studio", document())
    save_project(tmp_path / "b.studio", document())
    save_project(tmp_path / "c.studio", open_project(tmp_path / "a.studio"))

    first = (tmp_path / "a.studio").read_bytes()
    assert (tmp_path / "b.studio").read_bytes() == first
    assert (tmp_path / "c.studio").read_bytes() == first


def test_an_unzip_tool_can_read_a_project(tmp_path):
    save_project(tmp_path / "a.studio", document())

    with zipfile.ZipFile(tmp_path / "a.studio") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[0] == "mimetype"
        assert archive.read("mimetype") == b"application/x-klangbild-project"
        assert json.loads(archive.read("project.json"))["shown"] == "layer-2"
        assert np.array_equal(decode(archive.read("photo.png")), document().photo.pixels)
    assert all(name.isascii() and "\\" not in name for name in names)


def test_names_that_are_not_unicode_do_not_keep_work_from_being_saved(tmp_path):
    odd = document().with_photo(picture("caf\udce9.jpg", recipe="\ud800"))
    odd = odd.with_result(layer("\udcff", seed=9))

    save_project(tmp_path / "a.studio", odd)

    opened = open_project(tmp_path / "a.studio")
    assert opened.photo.name == "caf\ufffd.jpg"
    assert opened.results[-1].name == "\ufffd"


def test_fields_of_a_later_writer_are_kept(tmp_path):
    before = replace(document(), extra={"later": {"deep": [1, None, "x"]}, "shown": "nobody"})

    save_project(tmp_path / "a.studio", before)

    opened = open_project(tmp_path / "a.studio")
    assert opened.extra == {"later": {"deep": (1, None, "x")}}
    assert opened.shown == "layer-2"


def test_a_file_in_the_way_is_replaced_only_when_allowed(tmp_path):
    path = tmp_path / "a.studio"
    path.write_text("mine")

    with pytest.raises(AlreadyExists):
        save_project(path, document(), force=False)
    assert path.read_text() == "mine"

    save_project(path, document())
    assert_same(open_project(path), document())


def test_progress_rises_to_the_end(tmp_path):
    big = Document.empty().with_result(layer(pixels=noise(2000, 800)))

    parts = list(save_project_steps(tmp_path / "a.studio", big))

    assert parts == sorted(parts)
    assert 0 <= parts[0] < 0.3
    assert parts[-1] == 1.0
    assert len(parts) >= 5


def test_saving_that_is_stopped_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "a.studio"
    save_project(path, document())
    before = path.read_bytes()
    other = Document.empty().with_result(layer(pixels=noise(2000, 800)))

    for steps_done in (1, 2, 4):
        steps = save_project_steps(path, other)
        for _ in range(steps_done):
            next(steps)
        steps.close()

    assert path.read_bytes() == before
    assert list(tmp_path.glob("*")) == [path]


def test_a_missing_folder_is_a_sentence_that_names_the_file(tmp_path):
    with pytest.raises(StudioError, match="no-folder"):
        save_project(tmp_path / "no-folder" / "a.studio", document())


def test_a_full_disk_is_a_sentence_and_the_old_file_stays(tmp_path):
    path = tmp_path / "a.studio"
    save_project(path, Document.empty())
    before = path.read_bytes()
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from studio.errors import StudioError\n"
        "from studio.document.storage import save_project\n"
        "from tests.document.samples import document\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "try: save_project(Path(sys.argv[1]), document())\n"
        "except StudioError as error: sys.exit(0 if 'a.studio' in str(error) else 3)\n"
    )
    pytest.importorskip("resource")

    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True)

    assert done.returncode == 0, done.stderr.decode()
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*")) == [path]


def test_a_project_larger_than_the_free_memory_says_so(tmp_path, monkeypatch):
    save_project(tmp_path / "a.studio", document())
    monkeypatch.setattr("studio.document.opening.memory_available", lambda: 5000)

    with pytest.raises(WontFit, match=r"a\.studio.*more memory than is free"):
        open_project(tmp_path / "a.studio")


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 500, 4), (700, 1, 3), (900, 700, 4)])
def test_png_is_without_loss(shape, dtype):
    pixels = noise(*shape, dtype=dtype)

    again = decode(b"".join(encode(pixels, PngCache())))

    assert again.dtype == dtype
    assert np.array_equal(again, pixels)


def test_an_encoded_picture_is_reused_while_its_array_lives():
    cache = PngCache()
    pixels = noise(20, 30)
    first = list(encode(pixels, cache))

    assert all(a is b for a, b in zip(first, encode(pixels, cache), strict=True))
    assert cache.get(pixels.copy()) is None

    del pixels
    assert cache.held == 0


def test_a_picture_that_was_not_encoded_to_the_end_is_not_reused():
    cache = PngCache()
    pixels = noise(2000, 800)
    pieces = encode(pixels, cache)
    next(pieces)
    pieces.close()

    assert cache.get(pixels) is None


def test_a_full_cache_takes_no_more():
    cache = PngCache(most=1000)
    pixels = noise(100, 100)

    list(encode(pixels, cache))

    assert cache.get(pixels) is None


def test_no_file_is_a_sentence(tmp_path):
    with pytest.raises(UnreadableFile, match=r"gone\.studio.*not there any more"):
        open_project(tmp_path / "gone.studio")
    with pytest.raises(UnreadableFile, match="no file"):
        open_project(tmp_path)
