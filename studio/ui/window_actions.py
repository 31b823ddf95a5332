"""Registers every action of the window: this list is what the studio can do."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from studio.ui import about
from studio.ui.actions import LINE, Actions, Command, Submenu
from studio.ui.brush_actions import register_brush
from studio.ui.compose.actions import register_compose
from studio.ui.explore.actions import register_explore
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
    files, inlets = window.files, window.inlets

    def recent(child: QMenu) -> None:
        paths = [Path(text) for text in window.settings.value.recent]
        for path in paths:
            entry = child.addAction(path.name, partial(files.open, path))
            entry.setToolTip(str(path))
        if not paths:
            child.addAction(tr("No project yet")).setEnabled(False)

    actions.extend(tr("&File"), (
        Command("file.new", tr("&New project"), files.new,
                icon="new", keys=[Key.New], tip=tr("Start an empty project with these settings")),
        Command("file.open", tr("&Open…"), inlets.open_anything,
                icon="folder", keys=[Key.Open], tip=tr("Open a photo, a song or a project")),
        Submenu(tr("Open &recent"), recent),
        LINE,
        Command("file.save", tr("&Save"), files.save,
                icon="save", keys=[Key.Save], tip=tr("Save the project")),
        Command("file.save_as", tr("Save &as…"), files.save_as,
                keys=["Ctrl+Shift+S"], tip=tr("Save the project under another name")),
        LINE,
        Command("file.export", tr("&Export…"), window.outlets.export_shown,
                icon="export", keys=["Ctrl+E"],
                tip=tr("Write the picture as PNG, JPEG, WebP or TIFF, with its recipe")),
        LINE,
        Command("file.preferences", tr("&Preferences…"), window.open_preferences,
                icon="settings", keys=["Ctrl+,"], tip=tr("Theme, language, names")),
        Command("file.quit", tr("&Quit"), window.close,
                keys=[Key.Quit, "Ctrl+Q"], tip=tr("Quit; a running painting goes on next time")),
    ))  # fmt: skip


def _edit(actions: Actions, window: "MainWindow") -> None:
    editor = window.editor
    actions.extend(tr("&Edit"), (
        Command("edit.undo", tr("&Undo"), editor.undo, icon="undo", keys=[Key.Undo]),
        Command("edit.redo", tr("&Redo"), editor.redo,
                icon="redo", keys=["Ctrl+Shift+Z", "Ctrl+Y"]),
        LINE,
        Command("edit.copy", tr("&Copy picture"), window.outlets.copy,
                icon="copy", keys=[Key.Copy], tip=tr("Put the shown picture on the clipboard")),
        Command("edit.paste", tr("&Paste"), window.inlets.paste,
                icon="import", keys=[Key.Paste],
                tip=tr("Use what is on the clipboard as the photo")),
    ))  # fmt: skip


def _picture(actions: Actions, window: "MainWindow") -> None:
    jobs, inlets = window.jobs, window.inlets
    actions.extend(tr("&Picture"), (
        Command("picture.paint", tr("&Paint"), window.paint,
                icon="paint", keys=["Ctrl+Return", "Ctrl+Enter"],
                tip=tr("Paint the photo with these settings")),
        Command("picture.pause", tr("Pa&use or resume"), jobs.toggle_pause,
                icon="pause", keys=["Ctrl+."], tip=tr("Hold the painting, or go on")),
        Command("picture.cancel", tr("&Cancel painting"), jobs.cancel,
                icon="stop", keys=["Esc"], tip=tr("Stop the painting and keep what there is")),
        Command("picture.seed", tr("New see&d"), window.style_panel.throw_dice,
                icon="dice", keys=["Ctrl+D"], tip=tr("Throw the dice")),
        LINE,
        Command("picture.style_from", tr("&Make a style of a picture…"), inlets.open_style,
                icon="style", tip=tr("Your own picture becomes a style")),
        Command("picture.batch", tr("Paint &several photos…"), inlets.open_batch,
                icon="photo", tip=tr("Paint many photos with these settings into a folder")),
        LINE,
        Command("picture.show_photo", tr("Show the p&hoto"), window.show_photo,
                tip=tr("Show the photo itself on the canvas")),
        Command("picture.previous", tr("Show the &earlier result"), partial(window.step_result, -1),
                keys=["Alt+Left"]),
        Command("picture.next", tr("Show the &later result"), partial(window.step_result, 1),
                keys=["Alt+Right"]),
    ))  # fmt: skip


def _help(actions: Actions, window: "MainWindow") -> None:
    actions.extend(tr("&Help"), (
        Command("help.hints", tr("&Three things to try"), window.show_hints,
                icon="help", tip=tr("Show the sample picture and what can be done with it")),
        Command("help.details", tr("&Copy version details"),
                partial(about.copy_details, window.messages),
                icon="copy", tip=tr("Versions and device, for a bug report")),
        Command("help.about", tr("&About Klangbild"), partial(about.show, window), icon="info"),
    ))  # fmt: skip
