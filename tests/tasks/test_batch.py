"""Photos painted into files: names, refusals, batches, checkpoints."""

from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from studio.errors import AlreadyExists, StudioError
from studio.image.picture_file import Picture, read_picture, write_picture
from studio.jobs import Step
from studio.paths import state_dir
from studio.tasks import batch
from studio.tasks.batch import Begun, Failed, Written
from studio.tasks.style import StyleChoice, StyleRequest


def picture(path: Path, seed: int = 0, side: int = 72) -> Path:
    pixels = np.random.default_rng(seed).integers(0, 255, (side, side + 8, 3), np.uint8)
    write_picture(path, pixels)
    return path


@pytest.fixture
def request_(tmp_path: Path) -> StyleRequest:
    style = picture(tmp_path / "style.png", 9)
    return StyleRequest(styles=(StyleChoice(str(style)),), quality="draft", size=64)


def drained(work: Generator[Any, None, Any]) -> tuple[list[Any], Any]:
    items = []
    while True:
        try:
            items.append(next(work))
        except StopIteration as end:
            return items, end.value


def test_a_folder_stands_for_the_pictures_in_it(tmp_path: Path) -> None:
    for name in ("b.png", "a.JPG", "notes.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in batch.find_photos([tmp_path])] == ["a.JPG", "b.png"]


def test_an_empty_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="no picture in the folder"):
        batch.find_photos([tmp_path])


def test_one_photo_is_written_to_the_name_that_is_given(tmp_path: Path) -> None:
    output = str(tmp_path / "out.jpg")
    assert batch.plan_outputs([Path("a.png")], output) == (Path(output),)


def test_a_folder_takes_pngs_with_the_names_of_the_photos(tmp_path: Path) -> None:
    outputs = batch.plan_outputs([Path("a.jpg")], str(tmp_path / "new") + "/")
    assert outputs == (tmp_path / "new" / "a.png",)
    assert (tmp_path / "new").is_dir()


def test_photos_of_the_same_name_do_not_share_a_file(tmp_path: Path) -> None:
    photos = [Path("x/a.jpg"), Path("y/A.jpg"), Path("a-2.jpg")]
    names = [path.name for path in batch.plan_outputs(photos, str(tmp_path))]
    assert len({name.casefold() for name in names}) == 3


@pytest.mark.parametrize("output", ["out.png", "out.jpg"])
def test_several_photos_need_a_folder(tmp_path: Path, output: str) -> None:
    with pytest.raises(StudioError, match="folder"):
        batch.plan_outputs([Path("a.jpg"), Path("b.jpg")], str(tmp_path / output))


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(StudioError, match="folder"):
        batch.plan_outputs([Path("a.jpg"), Path("b.jpg")], str(tmp_path / "out"))


def test_an_unknown_suffix_is_refused_at_once() -> None:
    with pytest.raises(StudioError, match="suffixes"):
        batch.plan_outputs([Path("a.jpg")], "out.xyz")


def test_what_writing_would_refuse_is_refused_before_painting(tmp_path: Path) -> None:
    photo = picture(tmp_path / "photo.png")
    there = picture(tmp_path / "there.png")
    with pytest.raises(AlreadyExists):
        batch.check_writable(photo, there, force=False)
    batch.check_writable(photo, there, force=True)
    with pytest.raises(StudioError, match="the photo itself"):
        batch.check_writable(photo, tmp_path / "." / "photo.png", force=True)
    with pytest.raises(StudioError, match="no folder"):
        batch.check_writable(photo, tmp_path / "gone" / "out.png", force=True)


def test_painting_writes_the_file_and_leaves_no_checkpoint(
    tmp_path: Path, request_: StyleRequest
) -> None:
    photo = read_picture(picture(tmp_path / "photo.png"))

    items, written = drained(batch.paint(request_, photo, tmp_path / "out.png"))

    assert isinstance(items[0], Begun)
    assert any(isinstance(item, Step) for item in items)
    assert written.output == tmp_path / "out.png"
    result = read_picture(tmp_path / "out.png")
    assert result.size == (written.width, written.height)
    assert result.recipe is not None
    assert str(tmp_path / "photo.png") not in result.recipe
    assert list((state_dir() / "checkpoints").iterdir()) == []


def test_an_interrupted_painting_goes_on_where_it_stopped(
    tmp_path: Path, request_: StyleRequest
) -> None:
    photo = read_picture(picture(tmp_path / "photo.png"))
    whole, _ = drained(batch.paint(request_, photo, tmp_path / "whole.png"))

    work = batch.paint(request_, photo, tmp_path / "parts.png")
    steps = [
        item for item in (next(work) for _ in range(len(whole) // 2)) if isinstance(item, Step)
    ]
    assert steps[-1].save is not None
    steps[-1].save()
    work.close()
    rest, _ = drained(batch.paint(request_, photo, tmp_path / "parts.png"))

    assert len(rest) < len(whole)
    one, other = (read_picture(tmp_path / name) for name in ("whole.png", "parts.png"))
    assert np.array_equal(one.pixels, other.pixels)


def test_a_bad_photo_does_not_stop_the_others(tmp_path: Path, request_: StyleRequest) -> None:
    (tmp_path / "bad.jpg").write_text("no picture")
    photos = [tmp_path / "bad.jpg", picture(tmp_path / "good.png"), tmp_path / "gone.png"]
    outputs = batch.plan_outputs(photos, str(tmp_path / "out") + "/")

    items, outcomes = drained(batch.paint_all(request_, photos, outputs))

    assert [type(outcome) for outcome in outcomes] == [Failed, Written, Failed]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.png"]
    assert [item for item in items if isinstance(item, Written | Failed)] == list(outcomes)
    steps = [item for item in items if isinstance(item, Step)]
    assert steps[0].label.startswith("2/3 · good.png")
    assert all(1 / 3 <= step.progress <= 2 / 3 for step in steps)


def test_a_painting_that_cannot_be_written_in_the_end_is_kept(
    tmp_path: Path, request_: StyleRequest
) -> None:
    (tmp_path / "out").mkdir()
    photo = read_picture(picture(tmp_path / "photo.png"))
    work = batch.paint(request_, photo, tmp_path / "out" / "wave.png")
    next(work)
    (tmp_path / "out").rmdir()

    with pytest.raises(StudioError, match=r"no such folder.*kept as") as failed:
        drained(work)

    kept = state_dir() / "rescued" / "wave.png"
    assert str(kept) in failed.value.sentence
    assert read_picture(kept).recipe is not None


def test_a_batch_writes_over_nothing(tmp_path: Path, request_: StyleRequest) -> None:
    photo, there = picture(tmp_path / "photo.png"), tmp_path / "there.png"
    there.write_bytes(b"mine")

    _, outcomes = drained(batch.paint_all(request_, [photo], [there]))

    assert isinstance(outcomes[0], Failed)
    assert "exists already" in outcomes[0].sentence
    assert there.read_bytes() == b"mine"


def test_a_picture_without_a_file_can_be_painted(tmp_path: Path, request_: StyleRequest) -> None:
    pasted = Picture(np.full((64, 64, 3), 80, np.uint8), "pasted.png")
    _, outcomes = drained(batch.paint_all(request_, [pasted], [tmp_path / "out.png"]))
    assert isinstance(outcomes[0], Written)
    assert outcomes[0].photo == Path("pasted.png")


def test_old_checkpoints_are_forgotten(tmp_path: Path) -> None:
    import os
    import time

    folder = state_dir() / "checkpoints"
    folder.mkdir(parents=True)
    old, new = folder / "old.safetensors", folder / "new.safetensors"
    old.touch()
    new.touch()
    os.utime(old, (time.time() - 40 * 86400,) * 2)

    batch.forget_old_checkpoints()

    assert [path.name for path in folder.iterdir()] == ["new.safetensors"]


def test_a_free_name_is_numbered(tmp_path: Path) -> None:
    assert batch.free_name(tmp_path, "a").name == "a.png"
    (tmp_path / "a.png").touch()
    (tmp_path / "a-2.png").touch()
    assert batch.free_name(tmp_path, "a").name == "a-3.png"
