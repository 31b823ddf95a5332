"""What painting would cost, in the words of the big button."""

from studio.document.document import Document
from studio.errors import StudioError
from studio.tasks.style import estimate
from studio.ui import job_text, style_settings
from studio.ui.sentences import told
from studio.ui.translate import tr


def describe(document: Document, painted: bool = False) -> tuple[str, str, bool]:
    """The button's text, the line below it, and whether it can paint; cheap, asked often.

    ``painted`` says that the picture is on the canvas already, and needs only to be kept.
    """
    if painted:
        return tr("Keep this picture"), "", True
    if document.photo is None:
        return tr("Paint"), tr("Open or drop a photo first."), False
    try:
        request = style_settings.request(document)
        cost = estimate(request, document.photo.size)
    except StudioError as error:
        return tr("Paint"), told(error), False
    if not cost.fits:
        return tr("Paint"), told(cost.sentence), False
    text = tr("Paint {time} · {memory}").format(
        time=job_text.clock(cost.seconds), memory=job_text.memory(cost.memory)
    )
    why = ""
    if cost.tiles > 1:
        why = tr("Painted in {n} tiles, so that it fits into memory.").format(n=cost.tiles)
    return text, why, True
