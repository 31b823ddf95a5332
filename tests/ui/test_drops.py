"""What is dropped is sorted by what it is."""

import base64
import http.server
import io
import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl

from studio.errors import StudioError, Unavailable
from studio.image.picture_file import read_picture
from studio.ui import drops
from studio.ui.pixels import to_image
from tests.ui.events import pixels


def run(work):
    """Drive work to its end and return its result."""
    try:
        while True:
            next(work)
    except StopIteration as end:
        return end.value


def png():
    stream = io.BytesIO()
    Image.new("RGB", (5, 4), (10, 20, 30)).save(stream, "PNG")
    return stream.getvalue()


def test_files_are_sorted_by_kind(tmp_path):
    (tmp_path / "folder").mkdir()
    names = ("a.JPG", "b.studio", "c.card.safetensors", "d.docx", "folder")
    found = drops.sort_paths([tmp_path / name for name in names])
    assert [path.name for path in found.pictures] == ["a.JPG"]
    assert [path.name for path in found.projects] == ["b.studio"]
    assert [path.name for path in found.cards] == ["c.card.safetensors"]
    assert [path.name for path in found.unknown] == ["d.docx"]
    assert [path.name for path in found.folders] == ["folder"]


def test_local_files_come_before_pixels(qapp, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    mime.setImageData(to_image(pixels()))
    found = drops.sort_mime(mime)
    assert found.pictures
    assert found.image is None


def test_pixels_come_before_an_address(qapp):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png")])
    mime.setImageData(to_image(pixels()))
    found = drops.sort_mime(mime)
    assert found.image is not None
    assert not found.address


@pytest.mark.parametrize("text", ["https://example.org/a.png", "data:image/png;base64,AAAA"])
def test_an_address_is_known_as_text(qapp, text):
    mime = QMimeData()
    mime.setText(text)
    assert drops.sort_mime(mime).address == text


def test_plain_words_are_nothing(qapp):
    mime = QMimeData()
    mime.setText("hello world")
    assert not drops.sort_mime(mime)


@pytest.mark.parametrize("colour", [(200, 80, 40), (200, 80, 40, 128)])
def test_an_image_keeps_its_pixels(qapp, colour):
    given = pixels(7, 5, colour)
    picture = drops.picture_of(to_image(given), "dropped")
    assert picture.size == (7, 5)
    assert np.abs(picture.pixels.astype(int) - given).max() <= 1
    assert picture.path is None


def test_a_data_address_becomes_a_file(tmp_path):
    text = "data:image/png;base64," + base64.b64encode(png()).decode()
    path = run(drops.fetch(text, tmp_path / "cache"))
    assert read_picture(path).size == (5, 4)


def test_a_damaged_data_address_is_a_sentence(tmp_path):
    with pytest.raises(Unavailable):
        run(drops.fetch("data:image/png;base64,a", tmp_path))


class _Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        kind = "image/png" if self.path.endswith(".png") else "text/html"
        body = png() if kind == "image/png" else b"<html>"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_picture_on_the_web_is_fetched(site, tmp_path):
    path = run(drops.fetch(f"{site}/a.png", tmp_path))
    assert path.suffix == ".png"
    assert read_picture(path).size == (5, 4)


def test_a_page_is_no_picture(site, tmp_path):
    with pytest.raises(Unavailable, match="page"):
        run(drops.fetch(f"{site}/index", tmp_path))
    assert not [path for path in tmp_path.iterdir() if path.is_file()]


def test_an_address_that_answers_nothing_is_a_sentence(tmp_path):
    with pytest.raises(Unavailable, match="could not be loaded"):
        run(drops.fetch("http://127.0.0.1:9/a.png", tmp_path))


def test_a_folder_lists_its_pictures_by_name(tmp_path):
    for name in ("b.png", "a.jpg", "notes.txt"):
        (tmp_path / name).write_bytes(b"")
    found = run(drops.pictures_within(tmp_path))
    assert [path.name for path in found] == ["a.jpg", "b.png"]


def test_a_folder_without_pictures_and_one_that_is_gone(tmp_path):
    with pytest.raises(StudioError, match="no picture"):
        run(drops.pictures_within(tmp_path))
    with pytest.raises(StudioError, match="could not be read"):
        run(drops.pictures_within(tmp_path / "gone"))
