"""A result painted again: the recipe in a file or a picture, and the photo it speaks of."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

from studio.document.recipe import MOST_BYTES, Recipe
from studio.errors import StudioError, UnreadableFile
from studio.image.picture_file import Picture, read_picture, read_recipe_text


def read_recipe(path: Path) -> Recipe:
    """Read the recipe in a JSON file or inside a picture; StudioError where there is none."""
    try:
        with path.open("rb") as file:
            start = file.read(MOST_BYTES + 1)
    except OSError as problem:
        reason = problem.strerror or "it is no file"
        raise UnreadableFile(f"“{path}” cannot be read: {reason}.") from None
    if path.suffix.lower() == ".json" or start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        try:
            return Recipe.from_text(start.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise UnreadableFile(f"“{path}” is damaged: it is not valid UTF-8.") from None
    text = read_recipe_text(path)
    if text is None:
        raise StudioError(f"There is no recipe in “{path}”: it was not made by this studio.")
    return Recipe.from_text(text)


def find_photo(recipe: Recipe, folders: Iterable[Path]) -> Picture:
    """Find the recipe's photo by its name in the folders and prove it by its checksum.

    Only the last part of the name is used and the path in the recipe is not opened at all: a
    recipe may come from anyone.
    """
    name = _plain_name(recipe.photo_name) or _plain_name(recipe.photo_path)
    if not name:
        raise StudioError("The recipe does not name its photo; say which one with --photo.")
    other = None
    for folder in folders:
        path = folder / name
        if not path.is_file():
            continue
        picture = read_picture(path)
        if picture.sha256 == recipe.photo_sha256:
            return picture
        other = path
    if other is not None:
        raise StudioError(
            f"“{other}” is not the picture that the recipe was made from; "
            "to paint it all the same, give it with --photo."
        )
    raise StudioError(
        f"The photo “{name}” was not found beside the recipe; say where it is with --photo."
    )


def _plain_name(name: str) -> str:
    """The last part of a path of any system; empty where that is no name of a file."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    return "" if last in ("", ".", "..") or not last.isprintable() else last


def changed_models(before: Mapping[str, str], after: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The names whose checksum is another than the recipe's, so that the result may differ."""
    return tuple(name for name, sha256 in after if before.get(name, sha256) != sha256)
