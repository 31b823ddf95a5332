"""Latent spaces learned from folders, as ``studio train vae``, ``gan`` and ``musicvae`` do it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from studio import registry
from studio.errors import StudioError
from studio.image.gan import KIND as GAN_KIND
from studio.image.gan import GanConfig
from studio.image.picture_file import read_picture
from studio.image.vae import KIND as VAE_KIND
from studio.image.vae import VaeConfig
from studio.music.music_vae import KIND as MUSIC_KIND
from studio.music.music_vae import MusicVaeConfig
from studio.paths import state_dir
from studio.tasks.train_gan import GanPlan, train_gan
from studio.tasks.train_musicvae import MusicVaePlan, train_musicvae
from studio.tasks.train_vae import VaePlan, train_vae
from studio.training.gan import GanTraining
from studio.training.music_vae import MusicVaeTraining
from studio.training.vae import VaeTraining
from studio.weights import file_sha256
from tests.tasks.tune_files import tunes_folder
from tests.training.squares import pictures_folder
from tests.training.tiny_runs import ended


def vae_plan(tmp_path: Path) -> VaePlan:
    return VaePlan(
        (pictures_folder(tmp_path / "discs", 60),),
        tmp_path / "one.safetensors",
        VaeTraining(steps=2, batch=4, part=4, check=1),
        VaeConfig(32, 4, (6, 6, 6), 1),
        notes={"discs": "CC0"},
        command="studio train vae",
        licence="CC BY-SA 4.0",
    )


def gan_plan(tmp_path: Path) -> GanPlan:
    return GanPlan(
        (pictures_folder(tmp_path / "discs", 60),),
        tmp_path / "two.safetensors",
        GanTraining(steps=2, batch=4, check=1),
        GanConfig(32, 4, (6, 6, 6), (6, 6, 6)),
    )


def music_plan(tmp_path: Path) -> MusicVaePlan:
    return MusicVaePlan(
        tmp_path / "three.safetensors",
        tunes_folder(tmp_path, 60),
        MusicVaeTraining(steps=2, batch=4, part=4, check=1),
        MusicVaeConfig(bars=2, latent=4, width=8, reader=8, conductor=8, symbol=8),
        notes={"tunes": "CC0"},
    )


def test_a_vae_comes_with_card_and_sheet(tmp_path: Path) -> None:
    result, steps = ended(train_vae(vae_plan(tmp_path)))

    card = json.loads(result.path.with_suffix(".json").read_text())
    assert card["kind"] == VAE_KIND
    assert card["sha256"] == result.sha256 == file_sha256(result.path)
    assert card["licence"] == "CC BY-SA 4.0"
    assert card["data"] == [{"name": "discs", "pictures": 60, "note": "CC0"}]
    wanted = {"unseen psnr", "unseen psnr, as many components", "samples: diversity",
              "samples: distance to the set", "samples: distance to the nearest learned from",
              "training kl"}  # fmt: skip
    assert wanted <= set(card["figures"])
    assert read_picture(result.path.with_suffix(".png")).size == (12 * 32, 7 * 32)
    assert registry.latent(str(result.path)).network.config.latent == 4
    previews = [step.preview for step in steps if step.preview is not None]
    assert previews[-1]().shape == (5 * 32, 5 * 32, 3)
    assert not list((state_dir() / "checkpoints").glob("*"))


def test_a_generator_comes_with_card_and_sheet(tmp_path: Path) -> None:
    result, steps = ended(train_gan(gan_plan(tmp_path)))

    card = json.loads(result.path.with_suffix(".json").read_text())
    assert card["kind"] == GAN_KIND
    assert card["architecture"]["loss"] == "wgan-gp"
    assert {"training slope", "samples: diversity"} <= set(card["figures"])
    assert result.undescribed == ("discs",)
    assert read_picture(result.path.with_suffix(".png")).size == (12 * 32, 5 * 32)
    assert registry.latent(str(result.path)).network.config.latent == 4
    assert steps[-1].label


def test_a_music_vae_comes_with_a_card(tmp_path: Path) -> None:
    result, _ = ended(train_musicvae(music_plan(tmp_path)))

    card = json.loads(result.path.with_suffix(".json").read_text())
    assert card["kind"] == MUSIC_KIND
    assert 0 <= card["figures"]["unseen tunes: steps that come back"] <= 1
    assert 0 <= card["figures"]["ways: steps that lead onward"] <= 1
    assert registry.latent(str(result.path)).network.config.bars == 2


def test_an_interrupted_training_goes_on(tmp_path: Path) -> None:
    work = train_vae(vae_plan(tmp_path))
    for step in work:
        if step.done == 1 and step.save is not None:
            step.save()
            break
    work.close()

    result, steps = ended(train_vae(vae_plan(tmp_path)))

    assert min(step.done for step in steps if step.figures) == 2
    whole = replace(vae_plan(tmp_path), output=tmp_path / "again.safetensors")
    assert result.sha256 == ended(train_vae(whole))[0].sha256


def test_it_can_be_told_that_it_is_enough(tmp_path: Path) -> None:
    plan = gan_plan(tmp_path)
    plan = replace(plan, training=replace(plan.training, steps=500))
    result, _ = ended(train_gan(plan, enough=lambda: True))
    assert json.loads(result.path.with_suffix(".json").read_text())["steps"] == 1


def test_what_cannot_be_carried_out_is_said_before_anything_slow(tmp_path: Path) -> None:
    plan = vae_plan(tmp_path)
    with pytest.raises(StudioError, match="folder"):
        next(train_vae(replace(plan, folders=(tmp_path / "none",))))
    with pytest.raises(StudioError, match="safetensors"):
        next(train_vae(replace(plan, output=tmp_path / "one.pt")))
    few = pictures_folder(tmp_path / "few", 3)
    with pytest.raises(StudioError, match="only 3 readable"):
        ended(train_gan(replace(gan_plan(tmp_path), folders=(few,))))
    long = replace(music_plan(tmp_path), config=MusicVaeConfig(bars=16))
    with pytest.raises(StudioError, match="16 bars"):
        ended(train_musicvae(long))
