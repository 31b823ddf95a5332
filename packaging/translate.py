"""Keeps the translations of the window true to the code: finds every string, then compiles.

    python packaging/translate.py            # after changing a string: update the .ts and the .qm
    python packaging/translate.py --check    # change nothing, say what is out of date

New strings are marked unfinished in ``resources/translations/klangbild_*.ts``; translate them
there, by hand or with ``pyside6-linguist``, and run this once more. Both files are committed.

The core speaks English and knows no Qt: its errors and the names of its instruments are found in
its code and put into two contexts of their own, with ``%1``, ``%2`` … where values stand. The
sentences with values are listed in ``sentences.txt`` too, by which the window knows them again.
"""

import argparse
import json
import logging
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

from sentences import names, sentences

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)
LISTED = FOLDER / "sentences.txt"
UPDATE = ("-no-obsolete", "-locations", "none", "-source-language", "en")

log = logging.getLogger(__name__)


def main() -> None:
    """Update and compile every language, or only check them."""
    parser = argparse.ArgumentParser(description="Update and compile the translations.")
    parser.add_argument("--check", action="store_true", help="change nothing, say what is missing")
    check = parser.parse_args().check
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    good = [check_list() if check else update_list()]
    good += [(check_language if check else update_language)(name) for name in LANGUAGES]
    sys.exit(0 if all(good) else 1)


def update_list() -> bool:
    """Write the sentences with values into the list that the window reads."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    LISTED.write_text(listed(), "utf-8")
    return True


def check_list() -> bool:
    """Whether the list holds the sentences of the code."""
    good = LISTED.is_file() and LISTED.read_text("utf-8") == listed()
    if not good:
        log.info("%s is not as the code has it", LISTED.name)
    return good


def listed() -> str:
    """The sentences with values, one a line, in the order of the alphabet."""
    return "".join(f"{one}\n" for one in sorted(sentences(ROOT / "studio")) if "%1" in one)


def update_language(name: str) -> bool:
    """Write the strings of the code into the .ts, and the .qm; whether all are translated."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = table(name)
    update(name, path)
    run("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))
    return not report(path, unfinished(path), "has no translation yet")


def check_language(name: str) -> bool:
    """Whether the .ts holds the strings of the code, all of them translated, and no others."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / table(name).name
        update(name, fresh)
        here, there = strings(table(name)), strings(fresh)
    lacks = report(table(name), there - here, "is not in the file yet")
    stale = report(table(name), here - there, "is no longer in the code")
    return not (lacks or stale or report(table(name), unfinished(table(name)), "is unfinished"))


def table(name: str) -> Path:
    """The .ts file of a language."""
    return FOLDER / f"klangbild_{name}.ts"


def sources() -> list[Path]:
    """The modules that speak to the user, in the order of the file."""
    return [ROOT / "studio" / "app.py", *sorted((ROOT / "studio" / "ui").rglob("*.py"))]


def update(name: str, path: Path) -> None:
    """Let lupdate write the strings of the code into ``path``; what is translated there stays."""
    modules = [str(module.relative_to(ROOT)) for module in sources()]
    with tempfile.TemporaryDirectory() as folder:
        core = Path(folder) / "core.py"
        core.write_text(spoken(), "utf-8")
        run("lupdate", *UPDATE, "-target-language", name, *modules, str(core), "-ts", str(path))


def spoken() -> str:
    """What the core says, as a module that lupdate can read."""
    contexts = {
        "Sentence": sentences(ROOT / "studio"),
        "Instrument": names(ROOT / "studio" / "music" / "instruments.py"),
    }
    lines = [
        f"QCoreApplication.translate({quoted(context)}, {quoted(text)})\n"
        for context, texts in contexts.items()
        for text in texts
    ]
    return "".join(lines)


def quoted(text: str) -> str:
    """A text as it stands in a module."""
    return json.dumps(text, ensure_ascii=False)


def strings(path: Path) -> Counter[tuple[str, str]]:
    """Every string of a .ts file with its context."""
    return Counter(
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    )


def unfinished(path: Path) -> Counter[tuple[str, str]]:
    """The strings of a .ts file that nobody has translated."""
    return Counter(
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
        if message.find("translation[@type='unfinished']") is not None
        or not message.findtext("translation")
    )


def report(path: Path, found: Counter[tuple[str, str]], what: str) -> bool:
    """Say each string of which ``what`` is true; whether there is any."""
    for context, source in found:
        log.info("%s: %s “%s” %s", path.name, context or "tr", source, what)
    return bool(found)


def run(tool: str, *arguments: str) -> None:
    """Run a tool of Qt from the environment that this script runs in."""
    name = f"pyside6-{tool}"
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        sys.exit(f"{name} is missing; it comes with PySide6-Essentials.")
    done = subprocess.run(
        [found, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
