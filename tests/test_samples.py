"""Shows that the sample pictures can be opened, are large enough to paint on, and stay small."""

from pathlib import Path

import pytest
from PIL import Image

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "samples"
PICTURES = sorted(FOLDER.glob("*.jpg"))


def test_the_pictures_of_the_first_start_are_there():
    assert {path.stem for path in PICTURES} == {"harbour-dusk", "still-life"}


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_sample_picture_opens_in_its_size(path):
    with Image.open(path) as picture:
        picture.load()

        assert picture.mode == "RGB"
        assert picture.size == (1536, 1024)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_sample_picture_carries_no_metadata_of_a_camera(path):
    with Image.open(path) as picture:
        assert not dict(picture.getexif())


def test_all_sample_pictures_together_stay_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 1_200_000
