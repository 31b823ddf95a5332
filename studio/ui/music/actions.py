"""Registers the actions of the Music menu."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from studio.music import edit
from studio.ui.actions import Actions
from studio.ui.icons import icon
from studio.ui.music.music import sample_songs
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow
    from studio.ui.music.music_files import MusicFiles


def register_music(actions: Actions, window: "MainWindow") -> None:
    """Register playing, editing and files; keys of the piano roll itself are named in the tips."""
    _transport(actions, window)
    actions.separator(tr("M&usic"))
    _notes(actions, window)
    actions.separator(tr("M&usic"))
    _files(actions, window)


def _transport(actions: Actions, window: "MainWindow") -> None:
    menu = tr("M&usic")
    desk = window.music.desk
    actions.add(
        "music.play",
        menu,
        tr("&Play or hold"),
        desk.toggle,
        shortcuts=["Space"],
        within=desk.panel,
        icon=icon("play"),
        tip=tr("Play from the playhead, or hold there"),
    )
    actions.add(
        "music.stop",
        menu,
        tr("&Stop"),
        desk.stop,
        shortcuts=["Ctrl+Space"],
        icon=icon("stop"),
        tip=tr("Stop and go back to the start"),
    )
    actions.add(
        "music.rewind",
        menu,
        tr("To the s&tart"),
        desk.rewind,
        shortcuts=["Ctrl+Home"],
        icon=icon("rewind"),
        tip=tr("Go to the first bar; Home in the piano roll"),
    )
    actions.add(
        "music.record",
        menu,
        tr("&Record"),
        window.music.recorder.toggle,
        shortcuts=["Ctrl+Alt+R"],
        icon=icon("record"),
        tip=tr("Record from a MIDI keyboard into the track that is edited"),
    )
    actions.add(
        "music.loop",
        menu,
        tr("&Loop"),
        desk.edits.toggle_loop,
        shortcuts=["Ctrl+L"],
        icon=icon("loop"),
        tip=tr("Play the marked stretch again and again"),
    )
    actions.add(
        "music.loop_selection",
        menu,
        tr("Loop the s&election"),
        desk.edits.loop_selection,
        tip=tr("Loop the bars of the selected notes; L in the piano roll"),
    )
    actions.add(
        "music.metronome",
        menu,
        tr("&Metronome"),
        desk.toggle_metronome,
        shortcuts=["Ctrl+M"],
        icon=icon("metronome"),
        tip=tr("Click with the beats"),
    )


def _notes(actions: Actions, window: "MainWindow") -> None:
    menu = tr("M&usic")
    desk = window.music.desk
    roll = tr("of the selected notes, or of all of the track")
    entries = (
        (
            "quantise",
            tr("&Quantise"),
            desk.edits.quantise,
            tr("Draw to the grid; Q in the piano roll"),
        ),
        (
            "humanise",
            tr("&Humanise"),
            desk.edits.humanise,
            tr("Scatter timing and velocity a little"),
        ),
        (
            "legato",
            tr("Le&gato"),
            partial(desk.edits.apply, tr("Legato"), edit.legato),
            tr("Let every note last until the next"),
        ),
        ("split", tr("Spl&it at the playhead"), desk.edits.split, tr("Cut the notes in two")),
        (
            "join",
            tr("&Join"),
            partial(desk.edits.apply, tr("Join"), edit.join),
            tr("Make one note of those of a pitch"),
        ),
        ("invert", tr("In&vert"), desk.edits.invert, tr("Turn upside down within the key")),
        (
            "retrograde",
            tr("Retr&ograde"),
            partial(desk.edits.apply, tr("Retrograde"), edit.retrograde),
            tr("Play backwards"),
        ),
    )
    for name, text, run, tip in entries:
        actions.add(f"music.{name}", menu, text, run, tip=f"{tip}, {roll}")
    steps = (
        ("up", tr("Transpose &up in the key"), 1),
        ("down", tr("Transpose &down in the key"), -1),
    )
    for name, text, step in steps:
        actions.add(
            f"music.step_{name}",
            menu,
            text,
            partial(desk.edits.transpose_in_scale, step),
            tip=tr("A step of the scale, {which}").format(which=roll),
        )
    actions.add(
        "music.lock",
        menu,
        tr("Loc&k or free"),
        desk.edits.toggle_lock,
        shortcuts=["Ctrl+Alt+L"],
        tip=tr("Locked notes are never changed by a network"),
    )


def _files(actions: Actions, window: "MainWindow") -> None:
    menu = tr("M&usic")
    desk, files = window.music.desk, window.music.files
    actions.add(
        "music.add_track",
        menu,
        tr("&New track"),
        lambda: desk.edits.add_track(),
        shortcuts=["Ctrl+Shift+T"],
        icon=icon("add"),
        tip=tr("Add a track below the others"),
    )
    actions.add(
        "music.mute",
        menu,
        tr("Mute the tra&ck"),
        desk.edits.toggle_mute,
        tip=tr("Silence the track that is edited; M in the piano roll"),
    )
    actions.add(
        "music.solo",
        menu,
        tr("Solo the trac&k"),
        desk.edits.toggle_solo,
        tip=tr("Hear only the track that is edited; S in the piano roll"),
    )
    actions.separator(menu)
    actions.add(
        "music.open",
        menu,
        tr("Open a son&g…"),
        files.open,
        icon=icon("note"),
        tip=tr("Open MIDI, MusicXML, kern or ABC as the song of the project"),
    )
    actions.submenu(menu, tr("Sample tunes"), partial(_samples, files))
    actions.add(
        "music.export",
        menu,
        tr("E&xport the song…"),
        files.export,
        shortcuts=["Ctrl+Shift+E"],
        icon=icon("export"),
        tip=tr("Write the song as MIDI, MusicXML, WAV, FLAC or OGG, with its recipe"),
    )
    actions.add(
        "music.sound",
        menu,
        tr("Sound settin&gs…"),
        window.music.open_sound,
        icon=icon("speaker"),
        tip=tr("Soundfont, device, rate and buffer"),
    )


def _samples(files: "MusicFiles", child: QMenu) -> None:
    for path in sample_songs():
        child.addAction(path.stem.replace("-", " ").capitalize(), partial(files.read, path))
