"""Registers every action of the window: this list is what the studio can do."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from studio.ui import about
from studio.ui.actions import Actions
from studio.ui.brush_actions import register_brush
from studio.ui.compose.actions import register_compose
from studio.ui.explore.actions import register_explore
from studio.ui.icons import icon
from studio.ui.music.actions import register_music
from studio.ui.paint_actions import register_engines
from studio.ui.train_actions import register_train
from studio.ui.translate import tr
from studio.ui.view_actions import register_view

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow

Key = QKeySequence.StandardKey


def register(actions: Actions, window: "MainWindow") -> None:
    """Fill the registry, menu by menu, in the order they stand in the window."""
    _file(actions, window)
    _edit(actions, window)
    register_view(actions, window)
    _picture(actions, window)
    register_engines(actions, window)
    register_train(actions, window)
    register_brush(actions, window)
    register_explore(actions, window)
    register_music(actions, window)
    register_compose(actions, window)
    _help(actions, window)


def _file(actions: Actions, window: "MainWindow") -> None:
    menu = tr("&File")
    files, inlets = window.files, window.inlets
    actions.add(
        "file.new",
        menu,
        tr("&New project"),
        files.new,
        shortcuts=[Key.New],
        icon=icon("new"),
        tip=tr("Start an empty project with these settings"),
    )
    actions.add(
        "file.open",
        menu,
        tr("&Open…"),
        inlets.open_anything,
        shortcuts=[Key.Open],
        icon=icon("folder"),
        tip=tr("Open a photo, a song or a project"),
    )

    def recent(child: QMenu) -> None:
        paths = [Path(text) for text in window.settings.value.recent]
        for path in paths:
            entry = child.addAction(path.name, partial(files.open, path))
            entry.setToolTip(str(path))
        if not paths:
            child.addAction(tr("No project yet")).setEnabled(False)

    actions.submenu(menu, tr("Open &recent"), recent)
    actions.separator(menu)
    actions.add(
        "file.save",
        menu,
        tr("&Save"),
        files.save,
        shortcuts=[Key.Save],
        icon=icon("save"),
        tip=tr("Save the project"),
    )
    actions.add(
        "file.save_as",
        menu,
        tr("Save &as…"),
        files.save_as,
        shortcuts=["Ctrl+Shift+S"],
        tip=tr("Save the project under another name"),
    )
    actions.separator(menu)
    actions.add(
        "file.export",
        menu,
        tr("&Export…"),
        window.outlets.export_shown,
        shortcuts=["Ctrl+E"],
        icon=icon("export"),
        tip=tr("Write the picture as PNG, JPEG, WebP or TIFF, with its recipe"),
    )
    actions.separator(menu)
    actions.add(
        "file.preferences",
        menu,
        tr("&Preferences…"),
        window.open_preferences,
        shortcuts=["Ctrl+,"],
        icon=icon("settings"),
        tip=tr("Theme, language, names"),
    )
    actions.add(
        "file.quit",
        menu,
        tr("&Quit"),
        window.close,
        shortcuts=[Key.Quit, "Ctrl+Q"],
        tip=tr("Quit; a running painting goes on next time"),
    )


def _edit(actions: Actions, window: "MainWindow") -> None:
    menu = tr("&Edit")
    actions.add(
        "edit.undo", menu, tr("&Undo"), window.editor.undo, shortcuts=[Key.Undo], icon=icon("undo")
    )
    actions.add(
        "edit.redo",
        menu,
        tr("&Redo"),
        window.editor.redo,
        shortcuts=["Ctrl+Shift+Z", "Ctrl+Y"],
        icon=icon("redo"),
    )
    actions.separator(menu)
    actions.add(
        "edit.copy",
        menu,
        tr("&Copy picture"),
        window.outlets.copy,
        shortcuts=[Key.Copy],
        icon=icon("copy"),
        tip=tr("Put the shown picture on the clipboard"),
    )
    actions.add(
        "edit.paste",
        menu,
        tr("&Paste"),
        window.inlets.paste,
        shortcuts=[Key.Paste],
        icon=icon("import"),
        tip=tr("Use what is on the clipboard as the photo"),
    )


def _picture(actions: Actions, window: "MainWindow") -> None:
    menu = tr("&Picture")
    jobs = window.jobs
    actions.add(
        "picture.paint",
        menu,
        tr("&Paint"),
        window.paint,
        shortcuts=["Ctrl+Return", "Ctrl+Enter"],
        icon=icon("paint"),
        tip=tr("Paint the photo with these settings"),
    )
    actions.add(
        "picture.pause",
        menu,
        tr("Pa&use or resume"),
        jobs.toggle_pause,
        shortcuts=["Ctrl+."],
        icon=icon("pause"),
        tip=tr("Hold the painting, or go on"),
    )
    actions.add(
        "picture.cancel",
        menu,
        tr("&Cancel painting"),
        jobs.cancel,
        shortcuts=["Esc"],
        icon=icon("stop"),
        tip=tr("Stop the painting and keep what there is"),
    )
    actions.add(
        "picture.seed",
        menu,
        tr("New see&d"),
        window.style_panel.throw_dice,
        shortcuts=["Ctrl+D"],
        icon=icon("dice"),
        tip=tr("Throw the dice"),
    )
    actions.separator(menu)
    actions.add(
        "picture.style_from",
        menu,
        tr("&Make a style of a picture…"),
        window.inlets.open_style,
        icon=icon("style"),
        tip=tr("Your own picture becomes a style"),
    )
    actions.add(
        "picture.batch",
        menu,
        tr("Paint &several photos…"),
        window.inlets.open_batch,
        icon=icon("photo"),
        tip=tr("Paint many photos with these settings into a folder"),
    )
    actions.separator(menu)
    actions.add(
        "picture.show_photo",
        menu,
        tr("Show the p&hoto"),
        window.show_photo,
        tip=tr("Show the photo itself on the canvas"),
    )
    actions.add(
        "picture.previous",
        menu,
        tr("Show the &earlier result"),
        lambda: window.step_result(-1),
        shortcuts=["Alt+Left"],
    )
    actions.add(
        "picture.next",
        menu,
        tr("Show the &later result"),
        lambda: window.step_result(1),
        shortcuts=["Alt+Right"],
    )


def _help(actions: Actions, window: "MainWindow") -> None:
    menu = tr("&Help")
    actions.add(
        "help.hints",
        menu,
        tr("&Three things to try"),
        window.show_hints,
        icon=icon("help"),
        tip=tr("Show the sample picture and what can be done with it"),
    )
    actions.add(
        "help.details",
        menu,
        tr("&Copy version details"),
        partial(about.copy_details, window.messages),
        icon=icon("copy"),
        tip=tr("Versions and device, for a bug report"),
    )
    actions.add(
        "help.about", menu, tr("&About Klangbild"), partial(about.show, window), icon=icon("info")
    )
