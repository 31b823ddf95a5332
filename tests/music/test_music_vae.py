"""MusicVAE: whatever the latents, a melody comes of them; windows are whole in themselves."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from studio.errors import UnreadableFile
from studio.music.melody_grid import FIRST, HOLD, REST, SYMBOLS, grid_of_notes
from studio.music.music_vae import MusicVae, MusicVaeConfig, before, notes_of, plain, valid, window
from studio.music.timing import MetreMap

TINY = MusicVaeConfig(bars=2, latent=4, width=12, reader=8, conductor=8, symbol=8)
LONG = MusicVaeConfig(bars=4, latent=4, width=12, reader=8, conductor=8, symbol=8)
symbols = arrays(np.int64, st.integers(8, 48), elements=st.integers(0, SYMBOLS - 1))


def network(config: MusicVaeConfig) -> MusicVae:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        return MusicVae(config).eval().requires_grad_(False)


@pytest.mark.parametrize("config", [TINY, LONG])
@pytest.mark.parametrize("temperature", [0.0, 1.5])
def test_what_is_decoded_is_a_melody(config: MusicVaeConfig, temperature: float) -> None:
    random = torch.Generator().manual_seed(0)
    latents = torch.randn(20, 4, generator=random) * 3

    melodies = network(config).decode(latents, temperature=temperature, random=random)

    assert melodies.shape == (20, config.steps)
    assert all(valid(melody) for melody in melodies)


@pytest.mark.parametrize("config", [TINY, LONG])
def test_written_by_itself_is_as_written_when_told(config: MusicVaeConfig) -> None:
    one = network(config)
    latents = torch.randn(3, 4, generator=torch.Generator().manual_seed(2))
    melodies = torch.from_numpy(one.decode_own(latents))

    likeliest = one.logits(latents, before(melodies)).argmax(2)

    free = (melodies >= FIRST) & (likeliest >= FIRST)  # where no rule took part
    assert torch.equal(likeliest[free], melodies[free])


@pytest.mark.parametrize("config", [TINY, LONG])
def test_a_melody_has_latents_and_one_more_changes_nothing(config: MusicVaeConfig) -> None:
    one = network(config)
    melodies = torch.randint(0, SYMBOLS, (3, config.steps))
    found = one.find(melodies)
    assert found.shape == (3, 4)
    assert torch.allclose(found[:1], one.find(melodies[:1]), atol=1e-5)


def test_a_seed_draws_the_same_melodies() -> None:
    one, latents = network(TINY), torch.randn(2, 4)
    drawn = [
        one.decode(latents, temperature=1.0, random=torch.Generator().manual_seed(s))
        for s in (1, 1, 2)
    ]
    assert np.array_equal(drawn[0], drawn[1])
    assert not np.array_equal(drawn[0], drawn[2])


def test_forbidden_pitches_are_never_written() -> None:
    allowed = np.ones(SYMBOLS, bool)
    allowed[FIRST::2] = False
    random = torch.Generator().manual_seed(0)

    melodies = network(TINY).decode(
        torch.randn(8, 4), temperature=1.5, random=random, allowed=allowed
    )

    assert allowed[melodies].all()
    assert all(valid(melody) for melody in melodies)


@given(symbols, st.integers(0, 40), st.integers(1, 40))
def test_every_window_is_valid(melody: np.ndarray, first: int, count: int) -> None:
    assert valid(window(melody, min(first, len(melody) - 1), count))


@given(symbols)
@settings(max_examples=40)
def test_a_valid_melody_comes_back_through_its_notes(melody: np.ndarray) -> None:
    melody = plain(melody)
    melody[0] = max(melody[0], FIRST)
    notes = notes_of(melody)
    back = grid_of_notes(notes, MetreMap())
    end = len(back)
    octaves = back.octaves * 12
    sounding = melody[:end] >= FIRST
    assert np.array_equal(back.symbols[sounding] - octaves, melody[:end][sounding])


def test_a_note_that_sounds_into_a_window_begins_it() -> None:
    melody = np.array([20, HOLD, HOLD, HOLD, REST, HOLD, 22, HOLD])
    assert window(melody, 2, 4).tolist() == [20, HOLD, REST, HOLD]
    assert window(melody, 5, 3).tolist() == [REST, 22, HOLD]
    assert window(melody, 6, 5).tolist() == [22, HOLD, HOLD, HOLD, HOLD]


def test_a_description_comes_back_and_nonsense_does_not() -> None:
    assert MusicVaeConfig.from_json(LONG.to_json()) == LONG
    for text in ("", "[]", "{}", '{"music_vae": {"bars": 0}}', '{"music_vae": {"moon": 2}}'):
        with pytest.raises(UnreadableFile):
            MusicVaeConfig.from_json(text)
