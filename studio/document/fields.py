"""Typed access to a table that was read from a file: the wrong type is a sentence."""

from collections.abc import Mapping, Sequence

from studio.document.json_value import JSON, cleaned
from studio.errors import StudioError


class Fields:
    """The fields of one table; a missing one takes its default, a wrong type is a StudioError."""

    def __init__(self, table: JSON, what: str) -> None:
        if not isinstance(table, Mapping):
            raise StudioError(f"The {what} should be a table.")
        self._table: Mapping[str, JSON] = table
        self._what = what

    def text(self, name: str, default: str = "") -> str:
        """The field as text; null counts as missing."""
        value = self._table.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self._wrong(name, "text")
        return value

    def optional_text(self, name: str) -> str | None:
        """The field as text, None when it is missing or null."""
        return None if self._table.get(name) is None else self.text(name)

    def number(self, name: str, default: float) -> float:
        """The field as a number."""
        value = self._table.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(name, "a number")
        return float(value)

    def flag(self, name: str) -> bool:
        """The field as yes or no, no when it is missing."""
        value = self._table.get(name, False)
        if not isinstance(value, bool):
            raise self._wrong(name, "true or false")
        return value

    def table(self, name: str) -> Mapping[str, JSON]:
        """The field as a table, empty when it is missing."""
        value = self._table.get(name, {})
        if not isinstance(value, Mapping):
            raise self._wrong(name, "a table")
        return value

    def optional_fields(self, name: str, what: str) -> "Fields | None":
        """The fields of an inner table, None when it is missing or null."""
        return None if self._table.get(name) is None else Fields(self.table(name), what)

    def items(self, name: str) -> Sequence[JSON]:
        """The field as a list, empty when it is missing."""
        value = self._table.get(name, ())
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise self._wrong(name, "a list")
        return value

    def version(self, newest: int) -> int:
        """The version, 1 or more; one beyond ``newest`` has a sentence of its own."""
        value = self._table.get("version")
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise StudioError(f"The {self._what} does not say which version it has.")
        if value > newest:
            raise StudioError(
                f"The {self._what} has version {value}, and this Klangbild reads up to version "
                f"{newest}; nothing was changed. Install a newer Klangbild to open it."
            )
        return value

    def _wrong(self, name: str, wanted: str) -> StudioError:
        return StudioError(f"“{cleaned(name, 40)}” in the {self._what} should be {wanted}.")
