"""One new style for Fast: where it begins, what is kept as the best, and when it is enough."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from studio.errors import UnreadableFile
from studio.training import style_fit
from studio.training.checkpoint import advance_to
from studio.training.fast import FastTraining
from studio.training.style_fit import PATIENCE, StyleFit, nearest_row
from tests.image.tiny import picture, tiny_encoder
from tests.training.tiny_runs import equal, grams, photos, tiny_fast, weights

TRAINING = FastTraining(steps=6, batch=1, side=64, whole=False, rate=0.02)


def fit(training: FastTraining = TRAINING) -> StyleFit:
    return StyleFit(
        tiny_encoder(), photos(), picture(64, 96, 5), grams(1)[0], training, tiny_fast(1)
    )


def test_the_best_on_the_validation_pictures_is_kept() -> None:
    one = fit(replace(TRAINING, steps=40, content=1.0, same=0.0, between=0.0))
    list(advance_to(one, 40))

    again = StyleFit(tiny_encoder(), photos(), one.views, grams(1)[0], one.run.training, one.best)
    assert again.validation[0] == pytest.approx(min(one.validation), abs=1e-4)
    assert min(one.validation) < one.validation[0]


def test_what_it_begins_with_is_left_alone() -> None:
    start = tiny_fast(1)
    before = weights(start.network)
    training = replace(TRAINING, whole=True)

    one = StyleFit(tiny_encoder(), photos(), picture(64, 96, 5), grams(1)[0], training, start)
    list(advance_to(one, 2))

    assert equal(weights(start.network), before)
    assert not equal(weights(one.run.network), before)


def test_without_a_gain_for_long_it_is_flat() -> None:
    one = fit()

    one.validation = [0.5, *[0.4] * PATIENCE]
    assert not one.flat
    one.validation = [0.5, 0.4, *[0.4] * PATIENCE]
    assert one.flat


def test_a_shorter_training_ends_sooner() -> None:
    one = fit()
    one.end_at(3)
    for _ in advance_to(one, one.steps):
        pass
    assert one.done == 3


@pytest.mark.parametrize("whole", [False, True])
def test_an_interrupted_training_goes_on_exactly(
    tmp_path: Path, whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(style_fit, "EVERY", 2)
    training = replace(TRAINING, whole=whole)
    straight, broken, again = fit(training), fit(training), fit(training)
    list(advance_to(straight, 6))
    list(advance_to(broken, 3, tmp_path / "run.safetensors"))

    list(advance_to(again, 6, tmp_path / "run.safetensors"))

    assert again.validation == straight.validation
    assert torch.equal(again.best.embeddings, straight.best.embeddings)
    assert equal(weights(again.best.network), weights(straight.best.network))


def test_another_runs_checkpoint_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    fit().run.save(path)  # lacks the best and the validation

    with pytest.raises(UnreadableFile, match="damaged"):
        fit().restore(path)


def test_the_pictures_so_far_are_held_within_bounds() -> None:
    painted = fit().paint()

    assert painted.shape == (1, 3, 64, 96)
    assert float(painted.min()) >= 0
    assert float(painted.max()) <= 1


def test_it_begins_near_the_styles_that_are_alike() -> None:
    known = dict(zip("abc", grams(3), strict=True))
    rows = {name: torch.full((4,), float(i)) for i, name in enumerate("abc")}

    row, names = nearest_row(known["b"], known, rows)

    assert names[0] == "b"
    assert set(names) == set("abc")
    assert float((row - rows["b"]).abs().max()) < 0.7


def test_with_no_style_known_it_begins_in_the_middle() -> None:
    rows = {"a": torch.zeros(4), "b": torch.ones(4)}

    row, names = nearest_row(grams(1)[0], {}, rows)

    assert names == ()
    assert torch.equal(row, torch.full((4,), 0.5))
