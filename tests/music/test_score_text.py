"""Scores from strangers: nothing is unpacked, expanded or fetched that could do harm."""

import io
import zipfile
from pathlib import Path

import pytest

from studio.music import score_text
from studio.music.score_abc import first_tune, plain_tune
from studio.music.score_slim import make_slim
from studio.music.score_text import checked_xml, kind_of, unpacked
from studio.music.song_source import Fault
from tests.music.scores import attributes, kern, note, packed, part, score

PLAIN = score(part(1, attributes() + note("C", 4, 4)))
BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE a [<!ENTITY % a SYSTEM "http://localhost/a.dtd"> %a;]>'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PLAIN, "xml"),
        (b"\xef\xbb\xbf\n" + PLAIN, "xml"),
        (PLAIN.decode().replace("UTF-8", "UTF-16").encode("utf-16"), "xml"),
        (packed(("a.xml", PLAIN)), "mxl"),
        (kern("!!!COM: X\n**kern\n4c\n*-"), "kern"),
        (b"% a book\nX: 1\nK:C\nabc|\n", "abc"),
        (b"Dear diary", None),
        (b"", None),
    ],
)
def test_a_kind_is_told_by_the_beginning(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, PARAMETER])
def test_entities_are_refused(doctype: str) -> None:
    with pytest.raises(Fault, match="entities"):
        checked_xml(score(part(1, note("C", 4, 4)), doctype=doctype))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (PLAIN[:200], "no valid XML"),
        (b"<html></html>", "another kind"),
        (b"<a>" * 200 + b"</a>" * 200, "nested deeper"),
        (b"<?xml version='1.0' encoding='x-none'?><a/>", "no valid XML"),
        (b"<score-partwise>" + b"<a/>" * 2_000 + b"</score-partwise>", "elements"),
        (bytes(score_text.MOST_XML + 1), "larger than"),
    ],
)
def test_xml_that_is_no_score(data: bytes, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score_text, "_MOST_ELEMENTS", 1000)
    with pytest.raises(Fault, match=words):
        checked_xml(data)


def test_a_score_in_utf_16_and_one_by_measures_are_read() -> None:
    wide = PLAIN.decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert checked_xml(wide).find("part/measure/note") is not None
    turned = (
        b'<score-timewise><part-list/><measure number="1"><part id="P1"><note/></part></measure>'
        b'<measure number="2"><part id="P1"><note/></part></measure></score-timewise>'
    )
    root = checked_xml(turned)
    assert [one.get("number") for one in root.findall("part/measure")] == ["1", "2"]


def container(name: str) -> tuple[str, bytes]:
    text = f'<container><rootfiles><rootfile full-path="{name}"/></rootfiles></container>'
    return "META-INF/container.xml", text.encode()


def test_the_score_in_an_archive_is_the_one_that_the_container_names() -> None:
    first, second = ("a.xml", b"<a/>"), ("b/b.xml", b"<b/>")
    assert unpacked(packed(container("b/b.xml"), first, second)) == b"<b/>"
    assert unpacked(packed(container("none.xml"), first, second)) == b"<a/>"
    assert unpacked(packed(first)) == b"<a/>"
    assert unpacked(packed(container("Tom & Ann.xml"), first)) == b"<a/>"


def test_archives_that_could_do_harm_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="unpacks to more"):
        unpacked(packed(("a.xml", bytes(score_text.MOST_XML + 1))))
    with pytest.raises(Fault, match="the 1,000 parts"):
        unpacked(packed(*((f"{n}", b"") for n in range(1001))))
    with pytest.raises(Fault, match="without a score"):
        unpacked(packed(("a.txt", b"")))
    with pytest.raises(Fault, match="end of its archive"):
        unpacked(packed(("a.xml", PLAIN))[:-30])
    with pytest.raises(Fault, match="entities"):
        unpacked(packed(("META-INF/container.xml", f"{BOMB}<a/>".encode()), ("a.xml", PLAIN)))


def test_an_archive_that_lies_about_its_sizes_is_damaged() -> None:
    data = bytearray(packed(("a.xml", bytes(1000) + PLAIN)))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as file:
        size = file.infolist()[0].file_size
    claimed = data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(Fault):
        unpacked(bytes(claimed))


def test_of_a_book_of_tunes_the_first_is_read() -> None:
    notes: list[str] = []
    assert first_tune("%book\nX:1\nK:C\nabc\nX:2\nK:D\ndef", notes) == "%book\nX:1\nK:C\nabc\n"
    assert notes == ["It holds 2 tunes; the first was read."]


@pytest.mark.parametrize("line", ["M:999/64", "M:3/7", "L:1/99999", "Q:1/4=99999"])
def test_fields_that_music21_would_count_for_ever_are_left_out(line: str) -> None:
    assert plain_tune(f"X:1\n{line}\nK:C\nCDE\n").split() == ["X:1", "K:C", "CDE"]


def test_tunes_longer_than_any_are_refused() -> None:
    with pytest.raises(Fault, match="longer"):
        plain_tune("X:1\nK:C\nA99999\n")
    with pytest.raises(Fault, match="longer"):
        first_tune("X:1\nK:C\n" + "CDEF GABc|" * 20_000, [])


def test_a_tune_is_made_plain() -> None:
    text = """% a comment
X: 1
T: Hymn % of old
C: nobody
M: 2/4
L: 1/4
V: S clef=treble
V: B
K: G % key
[V: S] "Am" !f! B B | [Q:1/4=90] c y d |]
w: words that are no notes
[V: B] G, G, | G, G, |]
"""
    assert plain_tune(text).split() == [
        "X:1", "T:Hymn", "M:2/4", "L:1/4", "K:G",
        "V:1", "B", "B", "|", "Q:1/4=90", "c", "d", "|]",
        "V:2", "G,", "G,", "|", "G,", "G,", "|]",
    ]  # fmt: skip


def test_what_is_not_heard_does_not_make_a_score_unreadable() -> None:
    inside = (
        "<time><beats>9999999</beats><beat-type>4</beat-type></time>"
        "<time><beats>3+2</beats><beat-type>8</beat-type></time>"
    )
    strange = "<harmony><root><root-step>?</root-step></root></harmony>"
    wedge = "<direction><direction-type><wedge type='crescendo'/></direction-type></direction>"
    dynamic = "<direction><direction-type><dynamics><f/></dynamics></direction-type></direction>"
    only = note("C", 4, 4, "|<lyric><text/></lyric><notations><slur/><tied/></notations>")
    root = checked_xml(
        score(part(1, f"<attributes>{inside}</attributes>{strange}{wedge}{dynamic}{only}"))
    )
    notes: list[str] = []
    make_slim(root, notes)
    assert notes == ["1 metre that cannot be counted were left out."]
    assert [one.tag for one in root.iterfind("part/measure/*")] == [
        "attributes", "direction", "note",
    ]  # fmt: skip
    assert [one.text for one in root.iter("beats")] == ["3+2"]
    assert root.find(".//tied") is not None
    assert root.find(".//slur") is None
