"""The values of a panel as they lie in the document and are remembered."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QObject, Signal

from studio.document.json_value import JSON
from studio.ui.editor import DocumentEditor
from studio.ui.stored_settings import StoredSettings


class Values(Protocol):
    """A frozen dataclass that knows how it is kept."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    def to_json(self) -> dict[str, JSON]: ...

    @classmethod
    def from_json(cls, table: Mapping[str, Any], /) -> Self: ...


V = TypeVar("V", bound=Values)


class PanelValues(QObject, Generic[V]):
    """The values in the document; a document that has none shows those that were used last.

    ``task`` is their name in the document and the field of the settings, ``kind`` their class.
    """

    changed = Signal(object)  # the values

    task: ClassVar[str]
    kind: type[V]

    def __init__(
        self, editor: DocumentEditor, settings: StoredSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._settings = settings
        self._usual = self._used_last()
        self._gesture = 0
        self._value = self._read()
        editor.changed.connect(lambda _: self._follow())
        editor.replaced.connect(self._begin)

    @property
    def value(self) -> V:
        """The values now."""
        return self._value

    def change(self, label: str, gesture: bool = False, /, **changed: Any) -> None:
        """Change some of them, as one step to undo; those of a ``gesture`` are one together."""
        after = replace(self._value, **changed)
        merge = f"{self.task}-{'-'.join(sorted(changed))}-{self._gesture}" if gesture else None
        document = self._editor.document.with_settings(self.task, after.to_json())
        self._editor.edit(label, document, merge=merge)
        self._settings.change(**{self.task: after.to_json()})

    def end_gesture(self) -> None:
        """The hand has let go: what follows is another step."""
        self._gesture += 1

    def _used_last(self) -> V:
        return self.kind.from_json(getattr(self._settings.value, self.task))

    def _read(self) -> V:
        table = self._editor.document.settings.get(self.task)
        return self._usual if table is None else self.kind.from_json(_plain(table))

    def _follow(self) -> None:
        before, self._value = self._value, self._read()
        if self._value != before:
            self.changed.emit(self._value)

    def _begin(self) -> None:
        """Another project: one that says nothing of this goes on with what was used last."""
        self._usual = self._used_last()
        self._follow()


def _plain(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table with lists and dicts where the document keeps what cannot be changed."""
    return {name: _thawed(value) for name, value in table.items()}


def _thawed(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _plain(value)
    return [_thawed(one) for one in value] if isinstance(value, tuple) else value
