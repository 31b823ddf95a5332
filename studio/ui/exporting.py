"""What an export will write, and the writing of it on the disk worker."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.document.document import Document
from studio.document.layer import Layer
from studio.errors import StudioError
from studio.image.picture_file import write_picture
from studio.jobs import Step, Work
from studio.tasks.style import recipe_request
from studio.ui import name_template


@dataclass(frozen=True, slots=True)
class Exported:
    """One picture to export: the document that shows it, and the fields of its name."""

    document: Document
    values: Mapping[str, str]

    @property
    def recipe(self) -> str | None:
        """The recipe as it travels in the file: without the folder of the photo."""
        layer = self.document.shown_result
        if layer is None or layer.recipe is None:
            return None
        return layer.recipe.without_path().to_text()


@dataclass(frozen=True, slots=True)
class Item:
    """A picture and the file it goes to."""

    exported: Exported
    path: Path


@dataclass(frozen=True, slots=True)
class Plan:
    """All that one export writes."""

    items: tuple[Item, ...]
    quality: int = 95
    with_recipe: bool = True
    force: bool = False

    @property
    def existing(self) -> tuple[Path, ...]:
        """The files that are there already."""
        return tuple(item.path for item in self.items if item.path.exists())

    def replacing(self) -> "Plan":
        """The same plan with leave to replace files."""
        return replace(self, force=True)

    def beside(self) -> "Plan":
        """The same plan under free names beside the files that are there."""
        taken: set[Path] = set()
        items = []
        for item in self.items:
            path = item.path
            if path.exists() or path in taken:
                stem = name_template.literal(path.stem) + "-{n}"
                path = name_template.free_path(path.parent, stem, {}, path.suffix, taken)
            taken.add(path)
            items.append(Item(item.exported, path))
        return replace(self, items=tuple(items))


def style_of(layer: Layer, title: Callable[[str], str]) -> str:
    """The titles of the styles a result was painted with; its name where no recipe says."""
    if layer.recipe is None:
        return layer.name
    try:
        request = recipe_request(layer.recipe)
    except StudioError:
        return layer.name
    return " ".join(title(one.card) for one in request.styles)


def values_of(document: Document, layer: Layer | None, style: str) -> dict[str, str]:
    """The fields of a file name for one result, or for the photo itself."""
    photo = Path(document.photo.name).stem if document.photo is not None else "picture"
    values = {"photo": photo, "style": name_template.slug(style), "n": ""}
    request = layer.recipe.request if layer is not None and layer.recipe is not None else {}
    for field in ("quality", "size", "seed"):
        values[field] = str(request.get(field, ""))
    if request.get("engine", "fine") != "fine":
        values["quality"] = str(request["engine"])
    return values


def plan(
    exported: Sequence[Exported],
    folder: Path,
    template: str,
    suffix: str,
    *,
    quality: int,
    with_recipe: bool,
) -> Plan:
    """Find a path for every picture, no two alike."""
    taken: set[Path] = set()
    items = []
    for one in exported:
        path = name_template.free_path(folder, template, one.values, suffix, taken)
        taken.add(path)
        items.append(Item(one, path))
    return Plan(tuple(items), quality, with_recipe)


def write(plan: Plan) -> Work[tuple[Path, ...]]:
    """Write all files of a plan; raises StudioError at the first that cannot be written."""
    total = len(plan.items)
    for done, item in enumerate(plan.items):
        yield Step(done, total, item.path.name)
        pixels = item.exported.document.shown_pixels()
        if pixels is None:
            continue
        write_picture(
            item.path,
            pixels,
            recipe=item.exported.recipe if plan.with_recipe else None,
            quality=plan.quality,
            force=plan.force,
        )
    return tuple(item.path for item in plan.items)
