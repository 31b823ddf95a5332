"""What it takes to go on with a painting after a crash."""

import json

import numpy as np
import pytest

from studio.errors import StudioError
from studio.image.picture_file import Picture, read_picture, write_picture
from studio.tasks.style import StyleChoice, StyleRequest
from studio.ui import unfinished
from tests.ui.conftest import make_picture
from tests.ui.test_drops import run


@pytest.fixture
def root(tmp_path):
    return tmp_path / "checkpoints"


def begun(root, photo, process=1):
    """A painting begun by a process that is gone."""
    request = StyleRequest(photo=photo.sha256, styles=(StyleChoice("ink"),), seed=5)
    kept = run(unfinished.begin(request, photo, root))
    path = kept.folder / "job.json"
    table = json.loads(path.read_text())
    path.write_text(json.dumps(table | {"process": process, "started": 1.0}))
    return kept


def test_a_photo_without_a_file_is_kept_beside(root, picture):
    begun(root, picture)
    (found,) = unfinished.found(root)
    assert found.request.seed == 5
    assert found.name == "harbour.png"
    assert np.array_equal(found.read_photo().pixels, picture.pixels)


def test_a_photo_in_a_file_is_found_there(root, photo_file):
    begun(root, read_picture(photo_file))
    (found,) = unfinished.found(root)
    assert found.photo == photo_file
    assert not (found.folder / "photo.png").exists()


def test_a_photo_that_has_changed_is_not_painted_on(root, photo_file):
    begun(root, read_picture(photo_file))
    write_picture(photo_file, make_picture(seed=9).pixels, force=True)
    (found,) = unfinished.found(root)
    with pytest.raises(StudioError, match="changed"):
        found.read_photo()


def test_that_of_a_living_process_is_left_alone(root, picture):
    request = StyleRequest(photo=picture.sha256, styles=(StyleChoice("ink"),))
    run(unfinished.begin(request, picture, root))
    assert unfinished.found(root) == ()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 99}', '{"version": 1}'])
def test_a_damaged_note_is_passed_over(root, picture, text):
    kept = begun(root, picture)
    (kept.folder / "job.json").write_text(text)
    assert unfinished.found(root) == ()


def test_discard_deletes_the_folder(root, picture):
    kept = begun(root, picture)
    kept.discard()
    assert not kept.folder.exists()


def test_no_folder_at_all(root):
    assert unfinished.found(root) == ()


def test_a_photo_with_alpha_survives(root):
    pixels = np.random.default_rng(0).integers(0, 255, (9, 8, 4), np.uint8)
    begun(root, Picture(pixels, "a.png"))
    (found,) = unfinished.found(root)
    assert np.array_equal(found.read_photo().pixels, pixels)
