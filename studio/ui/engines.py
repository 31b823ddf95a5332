"""What the engines are called in the window."""

from collections.abc import Mapping
from typing import Any

from studio.ui.translate import tr

ENGINES = ("instant", "fast", "fine")
"""Those to choose from; "adain" is a form of Instant."""
NORMAL = "instant"


def family(engine: str) -> str:
    """The engine to choose for an engine: Instant for its classic form."""
    return "instant" if engine == "adain" else engine


def name(engine: str) -> str:
    """The name of an engine."""
    names = {
        "instant": tr("Instant"),
        "fast": tr("Fast"),
        "fine": tr("Fine"),
        "adain": tr("Classic AdaIN"),
    }
    return names.get(engine, engine)


def label(values: Mapping[str, Any]) -> str:
    """How a picture with these values of a request is made: "Fine · Good", "Instant"."""
    engine = str(values.get("engine", ""))
    if engine != "fine":
        return name(engine)
    quality = {"draft": tr("Draft"), "good": tr("Good"), "print": tr("Print")}
    return f"{name(engine)} · {quality.get(str(values.get('quality', '')), tr('Good'))}"
