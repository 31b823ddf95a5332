"""The composer's network: what it looks at, what it remembers, and its description."""

import pytest
import torch
from torch import Tensor

from studio.errors import UnreadableFile
from studio.music.transformer import COLUMNS, Composer, ComposerConfig, Memory, composer_of

TINY = ComposerConfig(width=32, layers=2, heads=4, feed=24, context=64)


def network(seed: int = 0) -> Composer:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        made = Composer(TINY, 0.0)
        for value in made.parameters():
            torch.nn.init.normal_(value, std=0.5)
    return made.eval().requires_grad_(False)


def rows(count: int, batch: int = 1, seed: int = 1) -> Tensor:
    random = torch.Generator().manual_seed(seed)
    found = torch.randint(0, 900, (batch, count, COLUMNS), generator=random)
    found[..., 2] %= 96
    found[..., 3] %= 16
    return found


def test_what_comes_later_changes_nothing() -> None:
    whole = rows(20)
    other = torch.cat([whole[:, :12], rows(8, seed=5)], 1)

    one, two = network().read(whole), network().read(other)

    assert torch.allclose(one[:, :12], two[:, :12], atol=1e-6)
    assert not torch.allclose(one[:, 12:], two[:, 12:], atol=1e-2)


@pytest.mark.parametrize("parts", [[1] * 24, [10, 1, 1, 12], [24]])
def test_with_a_memory_it_makes_the_same_of_the_same_words(parts: list[int]) -> None:
    whole = rows(24)
    memory = Memory(network(), 24)

    pieces = [network().read(part, memory) for part in whole.split(parts, 1)]

    assert memory.count == 24
    assert torch.allclose(torch.cat(pieces, 1), network().read(whole), atol=1e-5)


def test_only_time_between_words_counts_not_when_they_begin() -> None:
    early = rows(12)
    late = early.clone()
    late[..., 1] += 96 * 8

    assert torch.allclose(network().read(early), network().read(late), atol=1e-3)


def test_a_word_at_another_time_is_another() -> None:
    one = rows(12)
    other = one.clone()
    other[:, 5, 1] += 7

    assert not torch.allclose(network().read(one)[:, 6:], network().read(other)[:, 6:], atol=1e-3)


def test_a_batch_is_as_its_rows() -> None:
    both = rows(9, batch=2)

    assert torch.allclose(network().read(both)[1:], network().read(both[1:]), atol=1e-5)


def test_the_size_is_as_it_should_be() -> None:
    assert 3e6 <= Composer().parameter_count <= 6e6


def test_its_description_builds_it_again() -> None:
    made = network()

    again = composer_of(made.state_dict(), made.config.to_json())

    assert again.config == TINY
    assert torch.equal(again.logits(again.read(rows(5))), made.logits(made.read(rows(5))))


@pytest.mark.parametrize(
    "text", ["", "{}]", '{"width": 0}', '{"width": 33}', '{"layers": 99}', '{"other": 1}']
)
def test_a_damaged_description_is_said(text: str) -> None:
    with pytest.raises(UnreadableFile):
        ComposerConfig.from_json(text)


def test_weights_of_another_network_are_said() -> None:
    with pytest.raises(UnreadableFile):
        composer_of({"other": torch.zeros(1)}, TINY.to_json())
