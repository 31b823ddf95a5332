"""Registers the actions of the Compose menu."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from studio.tasks.compose_request import MOST_VARIATIONS, VERBS
from studio.ui.actions import Actions
from studio.ui.compose.chips import keys
from studio.ui.compose.results import fill_history
from studio.ui.compose.words import ORIGINAL, letter, verb_name, verb_tip
from studio.ui.icons import icon
from studio.ui.translate import tr

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow


def register_compose(actions: Actions, window: "MainWindow") -> None:
    """Register the panel, its verbs, and what is done with variations."""
    _composing(actions, window)
    actions.separator(_menu())
    _verbs(actions, window)
    actions.separator(_menu())
    _variations(actions, window)


def _menu() -> str:
    return tr("&Compose")


def _composing(actions: Actions, window: "MainWindow") -> None:
    composing = window.composing
    actions.add(
        "compose.open",
        _menu(),
        tr("Compose p&anel"),
        window.open_compose,
        shortcuts=["Ctrl+Shift+G"],
        icon=icon("note"),
        tip=tr("Show the Compose panel"),
    )
    actions.add(
        "compose.run",
        _menu(),
        tr("Compose or &stop"),
        composing.run,
        shortcuts=["Ctrl+Shift+Return", "Ctrl+Shift+Enter"],
        icon=icon("play"),
        tip=tr("Write what the Compose panel asks for, or stop writing"),
    )
    actions.add(
        "compose.again",
        _menu(),
        tr("Compose a&gain"),
        composing.again,
        shortcuts=["Ctrl+Alt+G"],
        icon=icon("dice"),
        tip=tr("The same with a new seed"),
    )
    actions.add(
        "compose.train",
        _menu(),
        tr("&Train on my tunes…"),
        window.own_models.open,
        icon=icon("add"),
        tip=tr("Let a copy of a model learn a folder of your own tunes"),
    )
    actions.submenu(_menu(), tr("Ea&rlier compositions"), lambda menu: _fill_earlier(menu, window))


def _fill_earlier(menu: QMenu, window: "MainWindow") -> None:
    fill_history(menu, window.composing.audition)


def _verbs(actions: Actions, window: "MainWindow") -> None:
    for verb in VERBS:

        def show(verb: str = verb) -> None:
            window.open_compose()
            window.composing.choose_verb(verb)

        actions.add(f"compose.{verb}", _menu(), verb_name(verb), show, tip=verb_tip(verb))


def _variations(actions: Actions, window: "MainWindow") -> None:
    composing = window.composing
    heard = [
        actions.add(
            f"compose.hear_{'original' if number == ORIGINAL else number + 1}",
            _menu(),
            tr("Hear {name}").format(name=letter(number)),
            partial(composing.audition.choose, number),
            shortcuts=[keys(number)],
            tip=tr("Show and play {name} in the marked bars").format(name=letter(number)),
        )
        for number in (ORIGINAL, *range(MOST_VARIATIONS))
    ]
    keep = actions.add(
        "compose.keep",
        _menu(),
        tr("&Keep the variation"),
        composing.taking.keep,
        shortcuts=["Ctrl+Alt+K"],
        icon=icon("tick"),
        tip=tr("Take all bars of the variation that is shown into the song"),
    )
    discard = actions.add(
        "compose.discard",
        _menu(),
        tr("&Put the variations away"),
        composing.discard,
        shortcuts=["Ctrl+Shift+Backspace"],
        icon=icon("close"),
        tip=tr("They can be called back as earlier compositions; Escape in the Compose panel"),
    )

    def follow() -> None:
        audition = composing.audition
        for number, action in zip((ORIGINAL, *range(MOST_VARIATIONS)), heard, strict=True):
            there = audition.request is not None and number < len(audition.variations)
            action.setEnabled(there)
        keep.setEnabled(audition.ready)
        discard.setEnabled(audition.request is not None)

    composing.audition.changed.connect(follow)
    follow()
