"""Registers the actions of the Music menu."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from studio.music import edit
from studio.ui.actions import LINE, Actions, Command, Row, Submenu
from studio.ui.music.music import sample_songs
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow
    from studio.ui.music.desk import MusicDesk
    from studio.ui.music.music_files import MusicFiles


def register_music(actions: Actions, window: "MainWindow") -> None:
    """Register playing, editing and files; keys of the piano roll itself are named in the tips."""
    menu = tr("M&usic")
    actions.extend(menu, _transport(window))
    actions.extend(menu, _notes(window.music.desk))
    actions.extend(menu, _files(window))


def _transport(window: "MainWindow") -> Iterable[Row]:
    desk = window.music.desk
    return (
        Command("music.play", tr("&Play or hold"), desk.toggle,
                icon="play", keys=["Space"], within=desk.panel,
                tip=tr("Play from the playhead, or hold there")),
        Command("music.stop", tr("&Stop"), desk.stop,
                icon="stop", keys=["Ctrl+Space"], tip=tr("Stop and go back to the start")),
        Command("music.rewind", tr("To the s&tart"), desk.rewind,
                icon="rewind", keys=["Ctrl+Home"],
                tip=tr("Go to the first bar; Home in the piano roll")),
        Command("music.record", tr("&Record"), window.music.recorder.toggle,
                icon="record", keys=["Ctrl+Alt+R"],
                tip=tr("Record from a MIDI keyboard into the track that is edited")),
        Command("music.loop", tr("&Loop"), desk.edits.toggle_loop,
                icon="loop", keys=["Ctrl+L"], tip=tr("Play the marked stretch again and again")),
        Command("music.loop_selection", tr("Loop the s&election"), desk.edits.loop_selection,
                tip=tr("Loop the bars of the selected notes; L in the piano roll")),
        Command("music.metronome", tr("&Metronome"), desk.toggle_metronome,
                icon="metronome", keys=["Ctrl+M"], tip=tr("Click with the beats")),
        LINE,
    )  # fmt: skip


def _notes(desk: "MusicDesk") -> Iterable[Row]:
    edits = desk.edits
    which = tr("of the selected notes, or of all of the track")
    step = tr("A step of the scale, {which}").format(which=which)

    def change(name: str, text: str, run: Callable[[], object], tip: str) -> Command:
        return Command(f"music.{name}", text, run, tip=f"{tip}, {which}")

    return (
        change("quantise", tr("&Quantise"), edits.quantise,
               tr("Draw to the grid; Q in the piano roll")),
        change("humanise", tr("&Humanise"), edits.humanise,
               tr("Scatter timing and velocity a little")),
        change("legato", tr("Le&gato"), partial(edits.apply, tr("Legato"), edit.legato),
               tr("Let every note last until the next")),
        change("split", tr("Spl&it at the playhead"), edits.split, tr("Cut the notes in two")),
        change("join", tr("&Join"), partial(edits.apply, tr("Join"), edit.join),
               tr("Make one note of those of a pitch")),
        change("invert", tr("In&vert"), edits.invert, tr("Turn upside down within the key")),
        change("retrograde", tr("Retr&ograde"),
               partial(edits.apply, tr("Retrograde"), edit.retrograde), tr("Play backwards")),
        Command("music.step_up", tr("Transpose &up in the key"),
                partial(edits.transpose_in_scale, 1), tip=step),
        Command("music.step_down", tr("Transpose &down in the key"),
                partial(edits.transpose_in_scale, -1), tip=step),
        Command("music.lock", tr("Loc&k or free"), edits.toggle_lock,
                keys=["Ctrl+Alt+L"], tip=tr("Locked notes are never changed by a network")),
        LINE,
    )  # fmt: skip


def _files(window: "MainWindow") -> Iterable[Row]:
    edits, files = window.music.desk.edits, window.music.files
    return (
        Command("music.add_track", tr("&New track"), lambda: edits.add_track(),
                icon="add", keys=["Ctrl+Shift+T"], tip=tr("Add a track below the others")),
        Command("music.mute", tr("Mute the tra&ck"), edits.toggle_mute,
                tip=tr("Silence the track that is edited; M in the piano roll")),
        Command("music.solo", tr("Solo the trac&k"), edits.toggle_solo,
                tip=tr("Hear only the track that is edited; S in the piano roll")),
        LINE,
        Command("music.open", tr("Open a son&g…"), files.open,
                icon="note", tip=tr("Open MIDI, MusicXML, kern or ABC as the song of the project")),
        Submenu(tr("Sample tunes"), partial(_samples, files)),
        Command("music.export", tr("E&xport the song…"), files.export,
                icon="export", keys=["Ctrl+Shift+E"],
                tip=tr("Write the song as MIDI, MusicXML, WAV, FLAC or OGG, with its recipe")),
        Command("music.sound", tr("Sound settin&gs…"), window.music.open_sound,
                icon="speaker", tip=tr("Soundfont, device, rate and buffer")),
    )  # fmt: skip


def _samples(files: "MusicFiles", child: QMenu) -> None:
    for path in sample_songs():
        child.addAction(path.stem.replace("-", " ").capitalize(), partial(files.read, path))
