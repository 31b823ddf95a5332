"""The document is a value: photo, history of results, song, and the panels' settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from studio.document.blend import above
from studio.document.json_value import JSON, cleaned, frozen_mapping
from studio.document.layer import Layer, Pixels
from studio.errors import StudioError
from studio.music.song import Song

if TYPE_CHECKING:
    from studio.image.picture_file import Picture

_NOTHING: Mapping[str, JSON] = MappingProxyType({})
_NO_SETTINGS: Mapping[str, Mapping[str, JSON]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class EmbeddedCard:
    """A style card of the user's own that travels inside the project, as opaque bytes."""

    id: str
    data: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not self.id or cleaned(self.id, 200) != self.id:
            raise StudioError("The style card has an id that cannot be stored.")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True, weakref_slot=True)
class Document:
    """All that a project file holds, frozen; every change is a new document.

    Compared by identity: undo and the dirty mark ask whether it *is* the same. ``results`` is the
    history, newest last. ``shown`` is the id of the result on the canvas, None for the photo
    itself. ``song`` is the music, None while there is none. ``settings`` maps a task ("style") to
    the values of its panel. ``extra`` holds fields of a project file that this version does not
    know, so that saving keeps them.
    """

    photo: "Picture | None" = None
    results: tuple[Layer, ...] = ()
    shown: str | None = None
    song: Song | None = None
    settings: Mapping[str, Mapping[str, JSON]] = field(default_factory=lambda: _NO_SETTINGS)
    cards: tuple[EmbeddedCard, ...] = ()
    extra: Mapping[str, JSON] = field(default_factory=lambda: _NOTHING)

    def __post_init__(self) -> None:
        ids = {layer.id for layer in self.results}
        if len(ids) != len(self.results):
            raise StudioError("Two results of the document have the same id.")
        if self.shown is not None and self.shown not in ids:
            raise StudioError("The document shows a result that it does not hold.")
        if len({card.id for card in self.cards}) != len(self.cards):
            raise StudioError("Two style cards of the document have the same id.")
        tasks = {task: frozen_mapping(values, "settings") for task, values in self.settings.items()}
        object.__setattr__(self, "settings", MappingProxyType(tasks))
        object.__setattr__(self, "extra", frozen_mapping(self.extra, "project"))

    @staticmethod
    def empty() -> "Document":
        """A document with nothing in it."""
        return Document()

    @property
    def is_empty(self) -> bool:
        """Whether there is no photo, result or song; settings alone are no work to lose."""
        return self.photo is None and not self.results and self.song is None

    def result(self, id: str) -> Layer:  # noqa: A002  the field has the same name
        """The result of that id; KeyError when the history does not hold it."""
        for layer in self.results:
            if layer.id == id:
                return layer
        raise KeyError(id)

    @property
    def shown_result(self) -> Layer | None:
        """The result on the canvas, None when the photo itself is shown."""
        return None if self.shown is None else self.result(self.shown)

    def shown_pixels(self) -> Pixels | None:
        """What the canvas shows and export writes; None when there is nothing.

        At once for a result that simply covers the photo; one with an opacity or a blend mode is
        laid above the photo on every call, which takes about 0.1 s a megapixel.
        """
        layer = self.shown_result
        if layer is None:
            return None if self.photo is None else self.photo.pixels
        return above(layer, None if self.photo is None else self.photo.pixels)

    def with_photo(self, picture: "Picture | None") -> "Document":
        """Take another photo and show it; the history stays."""
        return replace(self, photo=picture, shown=None)

    def with_result(self, layer: Layer, shown: bool = True) -> "Document":
        """Append a result to the history and, unless told otherwise, show it.

        A result whose id is there already takes its place, as a partial one that was finished.
        """
        if any(other.id == layer.id for other in self.results):
            results = tuple(layer if other.id == layer.id else other for other in self.results)
        else:
            results = (*self.results, layer)
        return replace(self, results=results, shown=layer.id if shown else self.shown)

    def without_result(self, id: str) -> "Document":  # noqa: A002
        """Take a result out of the history; when it was shown, the one before it is.

        An id that is not there changes nothing.
        """
        places = [place for place, layer in enumerate(self.results) if layer.id == id]
        if not places:
            return self
        results = tuple(layer for layer in self.results if layer.id != id)
        shown = self.shown
        if shown == id:
            shown = results[max(0, places[0] - 1)].id if results else None
        return replace(self, results=results, shown=shown)

    def with_shown(self, id: str | None) -> "Document":  # noqa: A002
        """Show another result, or None for the photo; KeyError when it is not there."""
        if id is not None:
            self.result(id)
        return self if id == self.shown else replace(self, shown=id)

    def with_song(self, song: Song | None) -> "Document":
        """Take another song; the same document when it is the same."""
        return self if song is self.song else replace(self, song=song)

    def with_settings(self, task: str, values: Mapping[str, JSON]) -> "Document":
        """Remember the values of a task's panel; the same document when they are equal."""
        if self.settings.get(task) == frozen_mapping(values, "settings"):
            return self
        return replace(self, settings={**self.settings, task: values})

    def with_layer(self, id: str, **changes: object) -> "Document":  # noqa: A002
        """Change fields of one result (name, opacity, blend, starred); KeyError if not there."""
        changed = replace(self.result(id), **changes)  # type: ignore[arg-type]
        return self.with_result(changed, shown=False)

    def with_starred(self, id: str, starred: bool) -> "Document":  # noqa: A002
        """Give a result its star or take it away; KeyError when it is not there."""
        if self.result(id).starred == starred:
            return self
        return self.with_layer(id, starred=starred)

    def with_card(self, card: EmbeddedCard) -> "Document":
        """Let a style card travel in the project; one of the same id is replaced."""
        others = tuple(other for other in self.cards if other.id != card.id)
        return replace(self, cards=(*others, card))

    def without_card(self, id: str) -> "Document":  # noqa: A002
        """Leave a style card out of the project; an id that is not there changes nothing."""
        others = tuple(other for other in self.cards if other.id != id)
        return self if len(others) == len(self.cards) else replace(self, cards=others)
