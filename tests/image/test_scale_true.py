"""A print looks as its preview did; short of memory it goes on in smaller tiles."""

import pytest
import torch
from torch import Tensor

from studio.errors import WontFit
from studio.image.convert import resize
from studio.image.one_pass import Painter, Weights
from studio.image.one_pass_plan import TILES
from studio.image.scale_true import Painted, paint_true
from tests.image.test_one_pass import KINDS, painter
from tests.image.tiny import picture
from tests.training.tiny_runs import ended

BASE = (120, 160)


class Forgetful:
    """Inverts pictures; runs out of memory for parts of more than ``most`` pixels a side."""

    def __init__(self, most: int, error: Exception | None = None) -> None:
        self.most, self.parts = most, 0
        self.error = error or RuntimeError(
            "[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate "
            "memory: you tried to allocate 2415919104 bytes. Error code 12 (Cannot allocate memory)"
        )

    def begin(self, whole: Tensor) -> None:
        self.seen = whole

    def whole(self, weights: Weights) -> Tensor:
        return 1 - self.seen

    def part(self, seen: Tensor, weights: Weights) -> Tensor:
        self.parts += 1
        if max(seen.shape[-2:]) > self.most:
            raise self.error
        return 1 - seen


def painted(
    one: Painter, photo: Tensor, weights: Weights = (0.2, 0.8), tile: int = TILES[0]
) -> tuple[Tensor, list[Painted]]:
    return ended(paint_true(one, photo, BASE, weights, tile))


@KINDS
def test_a_print_made_small_is_its_preview(kind: str) -> None:
    photo = picture(360, 480)
    one = painter(kind)

    large, _ = painted(one, photo)
    one.begin(resize(photo, BASE))
    preview = one.whole((0.2, 0.8))
    one.begin(photo)
    naive = one.whole((0.2, 0.8))

    def apart(picture_: Tensor) -> float:
        return float((resize(picture_, BASE) - preview).abs().mean())

    # Untrained networks paint noise, of which some is lost on the way up and down again.
    assert apart(large) < 0.5 * apart(naive)


@KINDS
def test_tiles_leave_no_seam(kind: str) -> None:
    photo = picture(360, 480)

    whole, _ = painted(painter(kind), photo)
    tiles, told = painted(painter(kind), photo, tile=192)

    assert told[0].total > 2
    assert float((whole - tiles).abs().mean()) < 2 / 255


def test_at_the_size_of_the_preview_it_is_painted_once() -> None:
    result, told = painted(Forgetful(9999), picture(*BASE))

    assert told == []
    assert torch.equal(result, 1 - picture(*BASE))


def test_detail_finer_than_the_preview_comes_from_the_full_size() -> None:
    photo = picture(360, 480)

    result, _ = painted(Forgetful(9999), photo)

    assert torch.allclose(result, 1 - photo, atol=0.02)


@pytest.mark.parametrize("error", [None, MemoryError()])
def test_out_of_memory_goes_on_in_smaller_tiles(error: Exception | None) -> None:
    photo = picture(360, 900)
    one = Forgetful(520, error)

    result, told = painted(one, photo)

    assert torch.allclose(result, 1 - photo, atol=0.02)
    assert not told[0].smaller_tiles
    assert told[-1].smaller_tiles
    assert told[-1].done == told[-1].total


def test_out_of_memory_in_the_smallest_tiles_is_a_sentence() -> None:
    with pytest.raises(WontFit, match="smallest tiles"):
        painted(Forgetful(10), picture(360, 900))


def test_another_error_is_raised_at_once() -> None:
    one = Forgetful(10, RuntimeError("shapes do not fit"))

    with pytest.raises(RuntimeError, match="shapes"):
        painted(one, picture(360, 900))
    assert one.parts == 1


def test_a_map_of_weights_is_cut_with_the_tiles() -> None:
    photo = picture(360, 480)
    maps = torch.zeros(2, 30, 40)
    maps[0, :, :20] = 1
    maps[1, :, 20:] = 1

    whole, _ = painted(painter("fast"), photo, maps)
    tiles, _ = painted(painter("fast"), photo, maps, 192)

    assert float((whole - tiles).abs().mean()) < 2 / 255
