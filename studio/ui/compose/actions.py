"""Registers the actions of the Compose menu."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from studio.tasks.compose_request import MOST_VARIATIONS, VERBS
from studio.ui.actions import LINE, Actions, Command, Row, Submenu
from studio.ui.compose.chips import keys
from studio.ui.compose.results import fill_history
from studio.ui.compose.words import ORIGINAL, letter, verb_name, verb_tip
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.compose.composing import Composing
    from studio.ui.main_window import MainWindow

_NUMBERS = (ORIGINAL, *range(MOST_VARIATIONS))


def register_compose(actions: Actions, window: "MainWindow") -> None:
    """Register the panel, its verbs, and what is done with variations."""
    menu = tr("&Compose")
    actions.extend(menu, _composing(window))
    actions.extend(menu, [LINE, *(_verb(window, verb) for verb in VERBS), LINE])
    actions.extend(menu, [_hearing(window, number) for number in _NUMBERS])
    actions.extend(menu, _taking(window))
    _follow(actions, window.composing)


def _composing(window: "MainWindow") -> Iterable[Row]:
    composing = window.composing
    return (
        Command("compose.open", tr("Compose p&anel"), window.open_compose,
                icon="note", keys=["Ctrl+Shift+G"], tip=tr("Show the Compose panel")),
        Command("compose.run", tr("Compose or &stop"), composing.run,
                icon="play", keys=["Ctrl+Shift+Return", "Ctrl+Shift+Enter"],
                tip=tr("Write what the Compose panel asks for, or stop writing")),
        Command("compose.again", tr("Compose a&gain"), composing.again,
                icon="dice", keys=["Ctrl+Alt+G"], tip=tr("The same with a new seed")),
        Command("compose.train", tr("&Train on my tunes…"), window.own_models.open,
                icon="add", tip=tr("Let a copy of a model learn a folder of your own tunes")),
        Submenu(tr("Ea&rlier compositions"), lambda menu: fill_history(menu, composing.audition)),
    )  # fmt: skip


def _verb(window: "MainWindow", verb: str) -> Command:
    def show() -> None:
        window.open_compose()
        window.composing.choose_verb(verb)

    return Command(f"compose.{verb}", verb_name(verb), show, tip=verb_tip(verb))


def _hearing(window: "MainWindow", number: int) -> Command:
    name = letter(number)
    return Command(
        _hear(number),
        tr("Hear {name}").format(name=name),
        partial(window.composing.audition.choose, number),
        keys=[keys(number)],
        tip=tr("Show and play {name} in the marked bars").format(name=name),
    )


def _hear(number: int) -> str:
    return f"compose.hear_{'original' if number == ORIGINAL else number + 1}"


def _taking(window: "MainWindow") -> Iterable[Row]:
    composing = window.composing
    return (
        Command("compose.keep", tr("&Keep the variation"), composing.taking.keep,
                icon="tick", keys=["Ctrl+Alt+K"],
                tip=tr("Take all bars of the variation that is shown into the song")),
        Command("compose.discard", tr("&Put the variations away"), composing.discard,
                icon="close", keys=["Ctrl+Shift+Backspace"],
                tip=tr("They can be called back as earlier compositions; "
                       "Escape in the Compose panel")),
    )  # fmt: skip


def _follow(actions: Actions, composing: "Composing") -> None:
    """Offer what is done with variations while there are any."""
    audition = composing.audition

    def follow() -> None:
        for number in _NUMBERS:
            there = audition.request is not None and number < len(audition.variations)
            actions[_hear(number)].setEnabled(there)
        actions["compose.keep"].setEnabled(audition.ready)
        actions["compose.discard"].setEnabled(audition.request is not None)

    audition.changed.connect(follow)
    follow()
