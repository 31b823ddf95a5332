"""Projects made to do harm, damaged or too new: a sentence, quickly, and nothing else."""

import io
import json
import random
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.document.document import Document
from studio.document.json_value import MOST_TEXT
from studio.document.storage import open_project, save_project
from studio.errors import StudioError, UnreadableFile, WontFit
from tests.document.samples import document


@pytest.fixture
def project(tmp_path) -> Path:
    path = tmp_path / "project.studio"
    save_project(path, document())
    return path


def parts(project: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(project) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(project: Path, change: Callable[[dict[str, bytes]], None], deflated=False) -> Path:
    """The project with its parts changed, packed again by an ordinary zip tool."""
    found = parts(project)
    change(found)
    method = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    with zipfile.ZipFile(project, "w", method) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return project


def with_table(project: Path, change: Callable[[dict], object]) -> Path:
    def apply(found: dict[str, bytes]) -> None:
        table = json.loads(found["project.json"])
        change(table)
        found["project.json"] = json.dumps(table).encode()

    return rewritten(project, apply)


def refused(path: Path, match: str = "cannot be opened") -> str:
    before = path.read_bytes()
    with pytest.raises(UnreadableFile, match=match) as caught:
        open_project(path)
    assert path.read_bytes() == before
    assert path.name in str(caught.value)
    return str(caught.value)


def png(width: int, height: int, bits: int = 8, kind: int = 2, data: bytes = b"") -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        sum_ = zlib.crc32(name + content)
        return struct.pack(">L", len(content)) + name + content + struct.pack(">L", sum_)

    header = struct.pack(">LLBBBBB", width, height, bits, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(data)), chunk(b"IEND", b"")]
    )


def test_a_project_packed_again_by_another_tool_opens(project):
    rewritten(project, lambda found: found.update({"__MACOSX/._x": b"", "layers/": b""}), True)

    assert len(open_project(project).results) == 4


def test_a_newer_project_has_its_own_sentence(project):
    with_table(project, lambda table: table.update(version=7, results="of another shape"))

    refused(project, "version 7.*up to version 2; nothing was changed")


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all" * 99, b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_no_project_is_a_sentence(tmp_path, content):
    path = tmp_path / "a.studio"
    path.write_bytes(content)

    refused(path)


def test_a_project_that_is_cut_off_is_a_sentence(project):
    whole = project.read_bytes()

    for length in range(0, len(whole) - 1, len(whole) // 40):
        project.write_bytes(whole[:length])
        refused(project)


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.png",
        "/etc/cron.d/evil",
        "C:/Windows/evil",
        "C:evil",
        "..\\..\\evil.png",
        "\\\\host\\share\\evil",
        "layers/../../evil.png",
    ],
)
def test_names_that_lead_out_of_the_project_are_refused(project, name):
    rewritten(project, lambda found: found.update({name: b"evil"}))

    refused(project, "leads out of the project")
    assert [path.name for path in project.parent.iterdir()] == [project.name]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_the_same_name_are_refused(project):
    with zipfile.ZipFile(project, "a") as archive:
        archive.writestr("project.json", b"{}")

    refused(project, "same name")


def test_a_flat_bomb_is_refused_before_it_is_unpacked(project):
    def bomb(found: dict[str, bytes]) -> None:
        found["layers/0001.png"] = bytes(100 * 2**20)

    rewritten(project, bomb, deflated=True)
    tracemalloc.start()

    refused(project, "far more than a picture")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * 2**20


def test_a_bomb_inside_a_bomb_is_refused(project):
    flat = png(20_000, 20_000, bits=16) + bytes(3 * 2**20)  # 2.4 GB if one believed it

    rewritten(project, lambda found: found.update({"layers/0001.png": flat}), deflated=True)

    refused(project, "far more than a picture")


def test_a_picture_inside_that_outgrows_the_memory_is_refused(project, monkeypatch):
    flat = png(20_000, 20_000, bits=16) + bytes(3 * 2**20)
    rewritten(project, lambda found: found.update({"layers/0001.png": flat}))
    monkeypatch.setattr("studio.document.opening.memory_available", lambda: 2**30)

    with pytest.raises(WontFit, match=r"project\.studio.*2\.2 GB"):
        open_project(project)


def test_a_bomb_of_the_project_table_is_refused(project):
    spaces = b" " * (17 * 2**20)
    rewritten(project, lambda found: found.update({"project.json": spaces}))

    refused(project, "larger than it can be")


def test_parts_that_overlap_are_refused(project):
    data = bytearray(project.read_bytes())
    where = data.rfind(b"PK\x01\x02")
    struct.pack_into("<LL", data, where + 20, len(data) * 2, len(data) * 2)
    project.write_bytes(data)

    refused(project, "overlap")


def test_a_size_that_is_a_lie_is_refused(project):
    data = bytearray(project.read_bytes())
    with zipfile.ZipFile(project) as archive:
        place = archive.namelist().index("project.json")
    where = -1
    for _ in range(place + 1):
        where = data.index(b"PK\x01\x02", where + 1)
    struct.pack_into("<L", data, where + 24, 30)
    project.write_bytes(data)

    refused(project)


def test_more_parts_than_a_project_has_are_refused(project):
    rewritten(project, lambda found: found.update({f"x/{n}": b"" for n in range(20_001)}))

    refused(project, "20000 parts")


def test_a_directory_that_claims_to_be_huge_is_not_read(project):
    data = bytearray(project.read_bytes())
    struct.pack_into("<L", data, data.rfind(b"PK\x05\x06") + 12, 2**30)
    project.write_bytes(data)

    refused(project, "claims to hold")


def test_odd_packing_and_passwords_are_refused(project):
    found = parts(project)
    with zipfile.ZipFile(project, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    refused(project, "packed in a way")

    with zipfile.ZipFile(project, "w") as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    locked = bytearray(project.read_bytes())
    where = locked.index(b"PK\x01\x02")
    locked[where + 8] |= 1
    project.write_bytes(locked)
    refused(project, "password")


@pytest.mark.parametrize(
    "picture",
    [
        png(30_000, 30_000),
        png(2**31 - 1, 2**31 - 1),
        png(0, 0),
        png(4, 4, data=b"\0" * 5),
        png(4, 4, bits=8, kind=3, data=b"\0" * 99),
        png(4, 4, bits=4, kind=0, data=b"\0" * 99),
        png(4, 4, bits=255, kind=255),
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a" + bytes(99),
        b"",
    ],
    ids=range(10),
)
def test_pictures_inside_that_are_none_are_refused(project, picture):
    rewritten(project, lambda found: found.update({"layers/0002.png": picture}))

    refused(project, "one of its pictures")


def test_a_damaged_picture_inside_is_a_sentence(project):
    def flip(found: dict[str, bytes]) -> None:
        data = bytearray(found["photo.png"])
        data[len(data) // 2] ^= 0x55
        found["photo.png"] = bytes(data)

    rewritten(project, flip)

    refused(project, "one of its pictures is damaged")


WRONG = [None, True, 3, -1.5, "text", "", [], {}, [1], {"a": 1}, [[]], 10**30, "../../etc/passwd"]


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
@pytest.mark.parametrize(
    "place",
    ["format", "version", "photo", "results", "shown", "settings", "cards"]
    + [f"photo.{name}" for name in ("file", "name", "path", "notes", "recipe")]
    + [
        f"results.0.{name}"
        for name in ("id", "file", "name", "recipe", "starred", "partial", "opacity", "blend")
    ]
    + ["results.0", "results.0.created", "settings.style", "cards.0", "cards.0.id", "cards.0.file"],
)
def test_a_wrong_type_anywhere_is_a_document_or_a_sentence(project, place, wrong):
    *way, last = place.split(".")

    def change(table: dict) -> None:
        inner = table
        for step in way:
            inner = inner[int(step) if step.isdigit() else step]
        inner[int(last) if last.isdigit() else last] = wrong

    with_table(project, change)

    document_or_sentence(project)


@pytest.mark.parametrize(
    "text",
    [
        "NaN",
        "1e400",
        "1" + "0" * 400,
        "1" + "0" * 100_000,
        '"\\ud800"',
        '{"a":' * 50_000 + "1" + "}" * 50_000,
        "[" * 200_000,
        '"' + "x" * (MOST_TEXT + 1) + '"',
    ],
    ids=["nan", "1e400", "10^400", "10^100000", "surrogate", "deep", "open", "long"],
)
def test_impossible_values_in_the_settings_are_refused(project, text):
    def change(found: dict[str, bytes]) -> None:
        table = json.loads(found["project.json"]) | {"settings": {"style": {"seed": "HERE"}}}
        found["project.json"] = json.dumps(table).replace('"HERE"', text).encode()

    rewritten(project, change)

    refused(project, "the project")


def test_the_same_picture_may_not_be_unpacked_a_thousand_times(project):
    def change(table: dict) -> None:
        first = table["results"][0]
        table["results"] = [first | {"id": f"copy-{n}"} for n in range(1000)]

    with_table(project, change)

    refused(project, "same part")


def test_a_hostile_recipe_inside_is_a_sentence(project):
    rewritten(project, lambda found: found.update({"layers/0001.json": b'{"seed": 1e999}'}))

    refused(project, "recipe")


@pytest.mark.parametrize("hint", ["//host/share/x.png", "\\\\host\\share\\x.png", "up/x", "/a\0b"])
def test_a_hint_that_could_do_harm_is_dropped(project, hint):
    with_table(project, lambda table: table["photo"].update(path=hint))

    assert open_project(project).photo.path is None


def document_or_sentence(path: Path) -> bool:
    """Open it: a document that can be saved again, or a StudioError; all else fails the test."""
    try:
        opened = open_project(path)
    except StudioError:
        return False
    assert isinstance(opened, Document)
    save_project(path, opened)
    return True


def mutated(data: bytes, chance: random.Random) -> bytes:
    """One of the ways in which disks, networks and people damage a file."""
    kind = chance.randrange(5)
    damaged = bytearray(data)
    start = chance.randrange(len(data))
    length = chance.choice([1, 2, 4, 16, 256])
    if kind == 0:
        for _ in range(chance.choice([1, 3, 20])):
            damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        damaged[start : start + length] = chance.randbytes(length)
    elif kind == 2:
        del damaged[start : start + length]
    elif kind == 3:
        damaged[start:start] = data[: chance.randrange(1, 300)]
    else:
        damaged[start : start + 4] = chance.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff"])
    return bytes(damaged)


def test_random_damage_to_the_file_is_a_document_or_a_sentence(project, capfd):
    chance = random.Random(20)
    whole = project.read_bytes()

    for _ in range(400):
        project.write_bytes(mutated(whole, chance))
        document_or_sentence(project)

    assert capfd.readouterr().err == ""


def test_random_damage_to_the_parts_is_a_document_or_a_sentence(project, capfd):
    """Damage behind intact checksums: it reaches the JSON, the recipes and the PNG decoder."""
    chance = random.Random(21)
    whole = parts(project)
    opened = 0

    for n in range(600):
        name = chance.choice([name for name in whole if name != "mimetype"])
        changed = whole | {name: mutated(whole[name], chance)}
        if name.endswith(".png") and n % 2:
            changed[name] = checksums_mended(changed[name])
        with zipfile.ZipFile(project, "w") as archive:
            for part, data in changed.items():
                archive.writestr(part, data)
        opened += document_or_sentence(project)

    assert 0 < opened < 600
    assert capfd.readouterr().err == ""


def checksums_mended(data: bytes) -> bytes:
    """The PNG with right checksums, so that the damage is met by the decoder itself."""
    source, mended = io.BytesIO(data[8:]), data[:8]
    while len(head := source.read(8)) == 8:
        length = struct.unpack(">L", head[:4])[0]
        content = source.read(min(length, len(data)))
        source.read(4)
        mended += head + content + struct.pack(">L", zlib.crc32(head[4:] + content))
    return mended
