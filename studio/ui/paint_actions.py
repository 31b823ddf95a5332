"""Registers the choice of an engine, Refine and the contact sheets."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from studio.document.document import Document
from studio.tasks.contact_sheet import KINDS
from studio.ui import engines, style_settings
from studio.ui.actions import LINE, Actions, Command
from studio.ui.engine_bar import KEYS
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


def register_engines(actions: Actions, window: "MainWindow") -> None:
    """Register the choice of an engine, and Fine's going on from the others."""
    menu = tr("&Picture")
    refine = Command(
        "picture.refine",
        tr("&Refine with Fine"),
        window.refine,
        icon="refine",
        keys=["R"],
        tip=tr("Let Fine go on from this picture"),
    )
    actions.extend(menu, [*_engines(actions, window), LINE, refine])
    actions.extend(menu, _sheets(window))
    sheets = [actions[_sheet(kind)] for kind in KINDS]
    window.paint_button.add(actions[refine.name], sheets)

    def follow(document: Document) -> None:
        engine = style_settings.engine(document)
        actions[f"picture.{engines.family(engine)}"].setChecked(True)
        actions["picture.refine"].setEnabled(engine != "fine")
        actions["picture.seed"].setEnabled(engine == "fine")

    window.editor.changed.connect(follow)
    follow(window.editor.document)


def _engines(actions: Actions, window: "MainWindow") -> Iterable[Command]:
    group = QActionGroup(actions)
    tips = {
        "instant": tr("Any style at once: the picture follows your hand"),
        "fast": tr("Styles it has learned, at once and in more detail; train your own"),
        "fine": tr("Patient and the most faithful: painted from broad strokes to fine"),
    }
    for key in engines.ENGINES:
        yield Command(
            f"picture.{key}",
            tr("Paint with {engine}").format(engine=engines.name(key)),
            partial(window.style_panel.engine.choose, key),
            keys=[KEYS[key]],
            tip=tips[key],
            checkable=True,
            group=group,
        )


def _sheet(kind: str) -> str:
    return f"picture.sheet_{kind}"


def _sheets(window: "MainWindow") -> Iterable[Command]:
    rows = {
        "strengths": (tr("Nine &strengths"), "K",
                      tr("Paint nine strengths and lay them side by side")),
        "styles": (tr("Nine s&tyles"), "Shift+K",
                   tr("Paint this style and the next eight, and lay them side by side")),
        "sizes": (tr("Nine style si&zes"), "Ctrl+K",
                  tr("Paint nine sizes of the strokes and lay them side by side")),
    }  # fmt: skip
    for kind in KINDS:
        text, key, tip = rows[kind]
        paint = partial(window.sheets.paint, kind)
        yield Command(_sheet(kind), text, paint, icon="sheet", keys=[key], tip=tip)
