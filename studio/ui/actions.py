"""Every action of the window in one registry: menus, shortcuts, tooltips and palette feed on it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from studio.ui import icons

_MARK = re.compile(r"\(&\w\)")  # a mnemonic after a text that has no such letter: 文件(&F)
LINE = None  # the row of a menu that is only a line between two groups


@dataclass(frozen=True, slots=True)
class Command:
    """A row of a menu: what it is called and does, and how it shows.

    ``name`` is a dotted word that never changes ("file.save"). Its ``keys`` count in the whole
    window; with ``within`` only while that widget, or one in it, has the focus. Without a ``tip``
    the text serves as one.
    """

    name: str
    text: str
    run: Callable[[], object]
    icon: str = ""
    keys: Sequence[QKeySequence.StandardKey | str] = ()
    tip: str = ""
    checkable: bool = False
    group: QActionGroup | None = None
    within: QWidget | None = None


@dataclass(frozen=True, slots=True)
class Submenu:
    """A row of a menu that is a menu itself, which ``fill`` writes anew each time it opens."""

    text: str
    fill: Callable[[QMenu], None]


Row = Command | Submenu | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One registered action: where it stands in the menus and the QAction itself."""

    name: str
    menu: str
    action: QAction


def plain(text: str) -> str:
    """Return an action's text without mnemonic marks and dots: ``&Save as…`` -> ``Save as``."""
    text = _MARK.sub("", text)
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("….")


class Actions(QObject):
    """Makes QActions from the rows of menus and hands them to whoever shows them.

    A menu is created by the first rows that are put into it, in that order.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: dict[str, Entry] = {}
        self._menus: dict[str, list[QAction | Submenu | None]] = {}

    def extend(self, menu: str, rows: Iterable[Row]) -> None:
        """Put rows below what ``menu`` holds so far."""
        for row in rows:
            if isinstance(row, Command):
                self._register(menu, row)
            else:
                self._menus.setdefault(menu, []).append(row)

    def _register(self, menu: str, command: Command) -> QAction:
        action = QAction(command.text, self._window)
        action.setObjectName(command.name)
        if command.icon:
            action.setIcon(icons.icon(command.icon))
        action.setCheckable(command.checkable)
        if command.group is not None:
            command.group.addAction(action)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        if command.within is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.adopt(command.name, menu, action, tip=command.tip or plain(command.text))
        action.triggered.connect(lambda _checked=False: command.run())
        (command.within or self._window).addAction(action)
        return action

    def adopt(self, name: str, menu: str, action: QAction, *, tip: str) -> QAction:
        """Register an action that somebody else made, such as the one that toggles a dock."""
        self._entries[name] = Entry(name, menu, action)
        self._menus.setdefault(menu, []).append(action)
        self.describe(name, tip)
        return action

    def describe(self, name: str, tip: str) -> None:
        """Give an action its tooltip; the shortcut is added by itself."""
        action = self._entries[name].action
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip}  ({keys})" if keys else tip)
        action.setStatusTip(tip)

    def __getitem__(self, name: str) -> QAction:
        return self._entries[name].action

    def entries(self) -> tuple[Entry, ...]:
        """All registered actions, in the order of their making."""
        return tuple(self._entries.values())

    def fill(self, bar: QMenuBar) -> None:
        """Write all menus into ``bar``."""
        for title, rows in self._menus.items():
            menu = bar.addMenu(plain(title))
            letter = QKeySequence.mnemonic(title)  # kept as a shortcut; an underline is noise
            opener = QShortcut(letter, self._window)
            opener.activated.connect(lambda menu=menu: bar.setActiveAction(menu.menuAction()))
            menu.setToolTipsVisible(True)
            for row in rows:
                if row is None:
                    menu.addSeparator()
                elif isinstance(row, Submenu):
                    _add_submenu(menu, row)
                else:
                    menu.addAction(row)


def _add_submenu(menu: QMenu, row: Submenu) -> None:
    child = menu.addMenu(row.text)

    def refill() -> None:
        child.clear()
        row.fill(child)

    refill()
    child.aboutToShow.connect(refill)
