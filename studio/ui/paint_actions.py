"""Registers the choice of an engine, Refine and the contact sheets."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup

from studio.document.document import Document
from studio.tasks.contact_sheet import KINDS
from studio.ui import engines, style_settings
from studio.ui.actions import Actions
from studio.ui.engine_bar import KEYS
from studio.ui.icons import icon
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow

SHEET_KEYS = {"strengths": "K", "styles": "Shift+K", "sizes": "Ctrl+K"}


def register_engines(actions: Actions, window: "MainWindow") -> None:
    """Register the choice of an engine, and Fine's going on from the others."""
    menu = tr("&Picture")
    group = QActionGroup(actions)
    tips = {
        "instant": tr("Any style at once: the picture follows your hand"),
        "fast": tr("Styles it has learned, at once and in more detail; train your own"),
        "fine": tr("Patient and the most faithful: painted from broad strokes to fine"),
    }
    chosen = {
        key: actions.add(
            f"picture.{key}",
            menu,
            tr("Paint with {engine}").format(engine=engines.name(key)),
            partial(window.style_panel.engine.choose, key),
            shortcuts=[KEYS[key]],
            tip=tips[key],
            checkable=True,
            group=group,
        )
        for key in engines.ENGINES
    }
    actions.separator(menu)
    refine = actions.add(
        "picture.refine",
        menu,
        tr("&Refine with Fine"),
        window.refine,
        shortcuts=["R"],
        icon=icon("refine"),
        tip=tr("Let Fine go on from this picture"),
    )
    window.paint_button.add(refine, _sheets(actions, window))

    def follow(document: Document) -> None:
        engine = style_settings.engine(document)
        chosen[engines.family(engine)].setChecked(True)
        refine.setEnabled(engine != "fine")
        actions["picture.seed"].setEnabled(engine == "fine")

    window.editor.changed.connect(follow)
    follow(window.editor.document)


def _sheets(actions: Actions, window: "MainWindow") -> list[QAction]:
    menu = tr("&Picture")
    texts = {
        "strengths": tr("Nine &strengths"),
        "styles": tr("Nine s&tyles"),
        "sizes": tr("Nine style si&zes"),
    }
    tips = {
        "strengths": tr("Paint nine strengths and lay them side by side"),
        "styles": tr("Paint this style and the next eight, and lay them side by side"),
        "sizes": tr("Paint nine sizes of the strokes and lay them side by side"),
    }
    return [
        actions.add(
            f"picture.sheet_{kind}",
            menu,
            texts[kind],
            partial(window.sheets.paint, kind),
            shortcuts=[SHEET_KEYS[kind]],
            icon=icon("sheet"),
            tip=tips[kind],
        )
        for kind in KINDS
    ]
