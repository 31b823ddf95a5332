"""What is found in a folder of pictures, and what a training came to, in the user's language."""

from studio.jobs import State, Update
from studio.tasks.train_own_pictures import LearnedSpace
from studio.ui import job_text
from studio.ui.training.line import rest_words
from studio.ui.translate import tr

_NAMED = 3  # pictures that are named of those that could not be read


def found_words(there: int, looked: int, wanted: int, unreadable: int) -> str:
    """How many pictures there are, and how many of those looked at cannot be read."""
    if not wanted:
        return tr("{count} pictures so far …").format(count=f"{there:,}")
    said = tr("{count} pictures").format(count=f"{there:,}")
    if looked < wanted:
        rest = tr("looked at {looked} of {wanted} …").format(looked=looked, wanted=wanted)
    elif looked < there and not unreadable:
        rest = tr("the {looked} looked at can be read").format(looked=looked)
    elif looked < there:
        rest = tr("of {looked} looked at, {bad} cannot be read").format(
            looked=looked, bad=unreadable
        )
    elif unreadable:
        rest = tr("{bad} cannot be read and will be left out").format(bad=unreadable)
    else:
        rest = tr("all can be read")
    return f"{said} · {rest}"


def named_words(unreadable: tuple[str, ...]) -> str:
    """The first names of pictures that cannot be read."""
    names = ", ".join(unreadable[:_NAMED])
    return names if len(unreadable) <= _NAMED else f"{names} …"


def advice_words(count: int, kind: str, most: int) -> str:
    """How far so many pictures go with a kind of model, and that some are drawn of very many."""
    from studio.training.picture_files import ENOUGH, GOOD

    numbers = {"count": f"{count:,}", "enough": ENOUGH, "good": f"{GOOD:,}", "most": f"{most:,}"}
    if count < ENOUGH and kind == "gan":
        said = tr(
            "A generator wants {enough} pictures and more; with {count} the autoencoder is the "
            "better choice."
        )
    elif count < ENOUGH:
        said = tr(
            "{count} pictures can be learned, but most of what comes of it will look like one of "
            "them; {enough} and more of one kind are better. The network is made small, so that "
            "it does not learn them by heart."
        )
    elif count < GOOD:
        said = tr("{count} pictures are enough; from {good} of one kind the in-between is best.")
    elif count <= most:
        said = tr("{count} pictures are plenty.")
    else:
        said = tr(
            "{count} pictures are more than can be learned in the time: {most} of them, drawn by "
            "chance, are taken."
        )
    return said.format(**numbers)


def cost_words(minutes: int, steps: int, clear: int, known: bool) -> str:
    """How long it will take, for how many steps, and whether these are few."""
    said = [
        tr("about {time}, {steps} steps").format(
            time=job_text.clock(60 * minutes), steps=f"{steps:,}"
        ),
        tr("as measured here") if known else tr("by a typical computer"),
    ]
    if steps < clear:
        said.append(tr("pictures become clear from about {clear}").format(clear=f"{clear:,}"))
    return " · ".join(said)


def progress_words(update: Update) -> str:
    """Where the training stands: its stage or its steps, what it reached, what is left."""
    step = update.step
    if step is None or update.state is State.WAITING:
        return tr("waiting")
    parts = []
    if step.figures is None:
        parts.append(_stage(step.label))
    else:
        parts.append(tr("step {done} of {total}").format(
            done=f"{step.done:,}", total=f"{step.total:,}"
        ))  # fmt: skip
        if "unseen psnr" in step.figures:
            decibels = f"{step.figures['unseen psnr']:.1f}"
            parts.append(tr("unseen pictures come back at {psnr} dB").format(psnr=decibels))
        elif "diversity" in step.figures:
            share = f"{step.figures['diversity']:.2f}"
            parts.append(tr("as different from one another as {share} of yours").format(
                share=share
            ))  # fmt: skip
    return " · ".join((*parts, *rest_words(update)))


def ended_words(learned: LearnedSpace) -> str:
    """What came of it, what was left out, and whether it repeats the artist's pictures."""
    said = [
        tr("{name} has learned your pictures in {steps} steps; it is chosen in Explore.").format(
            name=learned.name, steps=f"{learned.steps:,}"
        )
    ]
    left_out = learned.trained.unreadable
    if left_out:
        said.append(
            tr("Left out, since they cannot be read: {names}.").format(names=named_words(left_out))
        )
    if learned.copies:
        said.append(tr("What it makes is close to single pictures of yours; add more of them."))
    return " ".join(said)


def _stage(label: str) -> str:
    words = {
        "getting ready": tr("getting ready"),
        "measuring": tr("measuring"),
        "finding principal components": tr("measuring"),
        "looking for copies": tr("looking for copies"),
    }
    reading = "reading the pictures"
    if label.startswith(reading):
        return f"{tr('reading the pictures')}{label[len(reading) :]}"
    return words.get(label, tr("learning"))
