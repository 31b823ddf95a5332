"""The words that belong to a picture when it becomes a style."""

from pathlib import Path

import pytest

from studio.errors import StudioError, UnreadableFile
from studio.tasks.train_card import Words, words_for

WAVE, CRY = Path("x/great-wave.jpg"), Path("the_cry.png")


def test_the_words_of_the_line_name_one_picture() -> None:
    assert words_for([WAVE], "Wave", "Hokusai", "1831", None) == (Words("Wave", "Hokusai", "1831"),)


def test_without_a_title_the_name_of_the_file_serves() -> None:
    assert words_for([WAVE, CRY], None, "", "", None) == (Words("Great wave"), Words("The cry"))


def test_one_title_for_several_pictures_is_refused() -> None:
    with pytest.raises(StudioError, match="One title"):
        words_for([WAVE, CRY], "Wave", "", "", None)


def test_a_table_names_several_pictures(tmp_path: Path) -> None:
    table = tmp_path / "index.csv"
    table.write_text(
        "file,artist,title,year,source\ngreat-wave.jpg,北斎,神奈川沖浪裏,1831,x\n", encoding="utf-8"
    )
    assert words_for([WAVE, CRY], None, "", "", table) == (
        Words("神奈川沖浪裏", "北斎", "1831"),
        Words("The cry"),
    )


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"\xff\xfe\x00"])
def test_another_table_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    table = tmp_path / "index.csv"
    table.write_bytes(content)
    with pytest.raises(UnreadableFile):
        words_for([WAVE], None, "", "", table)


def test_a_missing_table_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        words_for([WAVE], None, "", "", tmp_path / "gone.csv")
