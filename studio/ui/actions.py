"""Every action of the window in one registry: menus, shortcuts, tooltips and palette feed on it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

_MARK = re.compile(r"\(&\w\)")  # a mnemonic after a text that has no such letter: 文件(&F)


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
    """Makes QActions from one line each and hands them to whoever shows them.

    ``name`` is a dotted word that never changes ("file.save"); the menu is created at the
    first action that names it, in that order.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: dict[str, Entry] = {}
        self._menus: dict[str, list[str | None]] = {}
        self._filled: dict[str, Callable[[QMenu], None]] = {}

    def add(
        self,
        name: str,
        menu: str,
        text: str,
        run: Callable[[], object],
        *,
        shortcuts: Sequence[QKeySequence | QKeySequence.StandardKey | str] = (),
        tip: str = "",
        icon: QIcon | None = None,
        checkable: bool = False,
        group: QActionGroup | None = None,
        within: QWidget | None = None,
    ) -> QAction:
        """Register an action, reachable by shortcut from the whole window, and return it.

        With ``within`` the shortcut counts only while that widget, or one in it, has the focus.
        """
        action = QAction(text, self._window)
        action.setObjectName(name)
        if icon is not None:
            action.setIcon(icon)
        action.setCheckable(checkable)
        if group is not None:
            group.addAction(action)
        action.setShortcuts([QKeySequence(key) for key in shortcuts])
        context = Qt.ShortcutContext
        action.setShortcutContext(
            context.WindowShortcut if within is None else context.WidgetWithChildrenShortcut
        )
        self._entries[name] = Entry(name, menu, action)
        self.describe(name, tip or plain(text))
        action.triggered.connect(lambda _checked=False: run())
        (within or self._window).addAction(action)
        self._menus.setdefault(menu, []).append(name)
        return action

    def adopt(self, name: str, menu: str, action: QAction, *, tip: str) -> QAction:
        """Register an action that somebody else made, such as the one that toggles a dock."""
        self._entries[name] = Entry(name, menu, action)
        self._menus.setdefault(menu, []).append(name)
        self.describe(name, tip)
        return action

    def describe(self, name: str, tip: str) -> None:
        """Give an action its tooltip; the shortcut is added by itself."""
        action = self._entries[name].action
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip}  ({keys})" if keys else tip)
        action.setStatusTip(tip)

    def separator(self, menu: str) -> None:
        """Draw a line after what ``menu`` holds so far."""
        self._menus.setdefault(menu, []).append(None)

    def submenu(self, menu: str, text: str, fill: Callable[[QMenu], None]) -> None:
        """Put a menu into ``menu`` that ``fill`` writes anew each time it opens."""
        self._filled[text] = fill
        self._menus.setdefault(menu, []).append(text)

    def __getitem__(self, name: str) -> QAction:
        return self._entries[name].action

    def entries(self) -> tuple[Entry, ...]:
        """All registered actions, in the order of their making."""
        return tuple(self._entries.values())

    def fill(self, bar: QMenuBar) -> None:
        """Write all menus into ``bar``."""
        for title, names in self._menus.items():
            menu = bar.addMenu(plain(title))
            letter = QKeySequence.mnemonic(title)  # kept as a shortcut; an underline is noise
            opener = QShortcut(letter, self._window)
            opener.activated.connect(lambda menu=menu: bar.setActiveAction(menu.menuAction()))
            menu.setToolTipsVisible(True)
            for name in names:
                if name is None:
                    menu.addSeparator()
                elif name in self._entries:
                    menu.addAction(self._entries[name].action)
                else:
                    self._add_submenu(menu, name)

    def _add_submenu(self, menu: QMenu, text: str) -> None:
        child = menu.addMenu(text)
        fill = self._filled[text]

        def refill() -> None:
            child.clear()
            fill(child)

        refill()
        child.aboutToShow.connect(refill)
