"""The verbs of the command: what they print, what they refuse, how they end."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from studio import __version__
from studio.cli import app, main
from studio.image.picture_file import read_picture, write_picture
from studio.image.style_card import list_cards

ROOT = Path(__file__).parent.parent
TINY = ["--quality", "draft", "--size", "64"]


def studio(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def process(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, after some lines of Python."""
    code = f"import sys\n{before}\nfrom studio.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=120,
        check=False,
    )


def picture(path: Path, seed: int = 0) -> Path:
    pixels = np.random.default_rng(seed).integers(0, 255, (64, 72, 3), np.uint8)
    write_picture(path, pixels)
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return picture(tmp_path / "photo.png")


@pytest.fixture
def style(tmp_path: Path) -> Path:
    return picture(tmp_path / "style.png", 1)


def refused(result: Result) -> str:
    """The one sentence of a refusal."""
    assert result.exit_code == 2, result.output
    lines = result.stderr.splitlines()
    assert len(lines) == 1, lines
    return lines[0]


# --- without torch ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["styles"], ["stylize", "--help"], ["train", "--help"]]
)
def test_torch_and_qt_are_not_imported_to_answer_at_once(arguments: list[str]) -> None:
    ended = process(*arguments, before="sys.modules['torch'] = sys.modules['PySide6'] = None")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout


def test_the_version_is_said() -> None:
    result = studio("--version")
    assert (result.exit_code, result.stdout) == (0, f"Klangbild {__version__}\n")


def test_without_a_verb_the_verbs_are_listed() -> None:
    result = studio()
    assert result.exit_code == 0
    assert "stylize" in result.stdout


def test_styles_are_listed_by_name_and_as_json() -> None:
    cards = list_cards()
    lines = studio("styles").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [card.id for card in cards]
    listed = json.loads(studio("styles", "--json").stdout)
    assert [card["id"] for card in listed["styles"]] == [card.id for card in cards]
    assert listed["problems"] == []


def test_a_damaged_card_is_told_on_stderr(studio_home: Path) -> None:
    folder = studio_home / "data" / "styles"
    folder.mkdir(parents=True)
    (folder / "x.card.safetensors").write_bytes(b"x")
    result = studio("styles")
    assert result.exit_code == 0
    assert "x.card.safetensors" in result.stderr
    assert "x.card.safetensors" not in result.stdout


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["paint"], "No such command"),
        (["stylize"], "Missing"),
        (["stylize", "a.png", "--style", "x"], "--output"),
        (["stylize", "a.png", "--style", "x", "-o", "o.png", "--strenght", "1"], "--strenght"),
        (["stylize", "a.png", "--style", "x", "-o", "o.png", "--size", "big"], "--size"),
        (["stylize", "a.png", "--style", "x", "-o", "o.png", "--quality", "best"], "draft"),
        (["train"], "Missing command"),
        (["run", "gone.json"], "gone.json"),
    ],
)
def test_wrong_words_are_one_sentence(arguments: list[str], words: str) -> None:
    result = studio(*arguments)
    assert words in refused(result)
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--strength", "1.5"),
        ("--strength", "nan"),
        ("--style-size", "0"),
        ("--keep-colours", "-1"),
        ("--smoothness", "inf"),
        ("--size", "63"),
        ("--size", "99999999999999999999"),
        ("--seed", "-1"),
    ],
)
def test_values_out_of_bounds_are_one_sentence(
    photo: Path, style: Path, option: str, value: str
) -> None:
    output = photo.with_name("out.png")
    refused(studio("stylize", photo, "--style", style, "-o", output, option, value))
    assert not output.exists()


def test_a_photo_that_is_none_is_one_sentence(tmp_path: Path, style: Path) -> None:
    (tmp_path / "bad.jpg").write_text("text")
    for name in ("bad.jpg", "gone.jpg"):
        refused(studio("stylize", tmp_path / name, "--style", style, "-o", tmp_path / "o.png"))


def test_an_existing_file_is_not_written_over(photo: Path, style: Path) -> None:
    before = style.read_bytes()
    assert "exists already" in refused(studio("stylize", photo, "--style", style, "-o", style))
    assert style.read_bytes() == before


def test_an_unknown_style_is_refused_before_the_photo_is_read(tmp_path: Path) -> None:
    sentence = refused(studio("stylize", "gone.png", "--style", "qqqq", "-o", tmp_path / "o.png"))
    assert "qqqq" in sentence


def test_a_refusal_is_an_object_where_one_is_asked_for() -> None:
    result = studio("run", "gone.json", "--json")
    assert json.loads(result.stdout) == {"error": refused(result)}


def test_the_status_is_returned_to_a_caller(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert main(["paint"]) == 2
    assert "paint" in capsys.readouterr().err


# --- painting -----------------------------------------------------------------------------------


def test_a_photo_is_painted_and_painted_again_from_its_recipe(
    tmp_path: Path, photo: Path, style: Path
) -> None:
    first, second = tmp_path / "first.png", tmp_path / "second.png"

    result = studio("stylize", photo, "--style", f"{style}:0.5", *TINY, "--seed", "3", "-o", first)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"{first}  64 × 57  ")
    assert len(result.stdout.splitlines()) == 1
    assert "\x1b" not in result.stderr

    result = studio("run", first, "-o", second, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["written"][0]["output"] == str(second)
    one, two = read_picture(first), read_picture(second)
    assert np.array_equal(one.pixels, two.pixels)
    assert one.recipe == two.recipe


def test_nine_pictures_are_painted_on_a_sheet(tmp_path: Path, photo: Path, style: Path) -> None:
    output = tmp_path / "sheet.png"
    asked = ("stylize", photo, "--style", style, *TINY, "--sheet", "strengths", "-o", output)

    result = studio(*asked, "--json")

    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["captions"][0] == "20%"
    assert read_picture(output).size == (told["width"], told["height"])
    assert "exists already" in refused(studio(*asked))


def test_a_sheet_is_of_one_photo(tmp_path: Path, photo: Path, style: Path) -> None:
    asked = (
        "stylize",
        photo,
        photo,
        "--style",
        style,
        "--sheet",
        "sizes",
        "-o",
        tmp_path / "s.png",
    )
    assert "one photo" in refused(studio(*asked))


def test_a_recipe_can_be_run_on_another_photo(tmp_path: Path, photo: Path, style: Path) -> None:
    other = picture(tmp_path / "other.png", 2)
    studio("stylize", photo, "--style", style, *TINY, "-o", tmp_path / "first.png")
    photo.unlink()

    assert "--photo" in refused(studio("run", tmp_path / "first.png", "-o", tmp_path / "x.png"))

    result = studio("run", tmp_path / "first.png", "--photo", other, "-o", tmp_path / "x.png")
    assert result.exit_code == 0, result.output
    recipe = read_picture(tmp_path / "x.png").recipe
    assert recipe is not None
    assert read_picture(other).sha256 in recipe


def test_a_batch_goes_on_after_a_bad_photo_and_ends_with_2(
    tmp_path: Path, photo: Path, style: Path
) -> None:
    (tmp_path / "bad.jpg").write_text("text")
    folder = tmp_path / "out"

    result = studio(
        *("stylize", tmp_path / "bad.jpg", photo, "--style", style, *TINY, "-o", folder, "--json")
    )

    assert result.exit_code == 2
    told = json.loads(result.stdout)
    assert [Path(one["output"]).name for one in told["written"]] == ["photo.png"]
    assert [Path(one["photo"]).name for one in told["failed"]] == ["bad.jpg"]
    assert result.stderr.splitlines()[-1] == "1 of 2 photos were not painted."
    assert [path.name for path in folder.iterdir()] == ["photo.png"]


def test_force_writes_over_a_file(photo: Path, style: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.png"
    output.write_bytes(b"old")
    result = studio("stylize", photo, "--style", style, *TINY, "-o", output, "--force")
    assert result.exit_code == 0, result.output
    assert read_picture(output).size == (64, 57)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no way to send Ctrl+C to one process")
def test_ctrl_c_keeps_a_checkpoint_and_ends_with_130(
    tmp_path: Path, photo: Path, style: Path, studio_home: Path
) -> None:
    command = [
        *(sys.executable, "-m", "studio", "stylize", str(photo), "--style", str(style)),
        *("--quality", "print", "--size", "256", "-o", str(tmp_path / "out.png")),
    ]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, cwd=ROOT, text=True, encoding="utf-8"
    ) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if "scale 1/" in line:
                break
        running.send_signal(signal.SIGINT)
        rest = running.stderr.read()

    assert running.returncode == 130
    assert "goes on from there" in rest
    assert "Traceback" not in rest
    assert not (tmp_path / "out.png").exists()
    assert list((studio_home / "state" / "checkpoints").glob("*.safetensors"))


# --- doctor and training ------------------------------------------------------------------------


def test_the_doctor_answers_in_lines_and_as_json() -> None:
    result = studio("doctor")
    assert result.exit_code == 0, result.output
    assert "torch" in result.stdout
    told = json.loads(studio("doctor", "--json").stdout)
    assert {"name", "value", "good"} == told["findings"][0].keys()
    assert told["figures"] == []


def test_adding_a_network_from_a_file_that_is_none_is_one_sentence(photo: Path) -> None:
    assert "photo.png" in refused(studio("add", "vgg19", photo))


def test_training_says_what_is_wrong_before_it_begins(tmp_path: Path, photo: Path) -> None:
    arguments = ("train", "encoder", tmp_path, "--teacher", photo, "-o", tmp_path / "w.safetensors")
    assert "photo.png" in refused_last(studio(*arguments))
    wrong = (*arguments, "--data-note", "no equals")
    assert "NAME=TEXT" in refused(studio(*wrong))


def refused_last(result: Result) -> str:
    """The sentence of a refusal that came after progress."""
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()[-1]
