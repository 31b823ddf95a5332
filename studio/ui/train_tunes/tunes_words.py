"""What is found in a folder of tunes, and what a training came to, in the user's language."""

from studio.jobs import Update
from studio.tasks.train_tunes import LearnedTunes, TunesCheck
from studio.training.tunes_set import ENOUGH, TuneSet
from studio.ui import job_text
from studio.ui.sentences import told
from studio.ui.training.line import rest_words
from studio.ui.translate import tr


def found_words(tunes: TuneSet) -> str:
    """How much was found, and what was left out."""
    said = [
        tr("Tunes: {tunes}, notes: {notes}.").format(
            tunes=f"{len(tunes.tunes):,}", notes=f"{tunes.notes:,}"
        )
    ]
    if tunes.read < tunes.files:
        said.append(
            tr("Of {files} files, {read} from all over the folder were read.").format(
                files=f"{tunes.files:,}", read=f"{tunes.read:,}"
            )
        )
    if tunes.left_out:
        said.append(
            tr("Files left out: {count}. {first}").format(
                count=tunes.left_out, first=told(tunes.faults[0])
            )
        )
    return " ".join(said)


def warning_words(tunes: TuneSet) -> str:
    """That there are few, where it is so."""
    if not tunes.few:
        return ""
    return tr(
        "That is little: with fewer than {count} tunes it may only learn to repeat them."
    ).format(count=ENOUGH)


def cost_words(seconds: float) -> str:
    """About how long it will take."""
    return tr("about {time}").format(time=job_text.clock(seconds))


def progress_words(update: Update) -> str:
    """Where the training stands: steps, nats before and now, what is left."""
    step = update.step
    if step is None:
        return tr("waiting")
    parts = []
    if isinstance(step.so_far, TunesCheck):
        nats = tr("{now} nats, {before} before")
        look = step.so_far
        parts.append(nats.format(now=f"{look.nats:.3f}", before=f"{look.before:.3f}"))
    else:
        parts.append(_stages().get(step.label, tr("learning")))
    if step.figures is not None:
        parts.append(f"{step.done}/{step.total}")
    return " · ".join((*parts, *rest_words(update)))


def ended_words(learned: LearnedTunes) -> str:
    """How much better it foresees the artist's tunes, and whether it repeats them."""
    better = tr("{name} foresees your tunes better: {before} nats before, {after} now.")
    worse = tr("{name} foresees your tunes no better: {before} nats before, {after} now.")
    said = [
        (better if learned.better else worse).format(
            name=learned.name, before=f"{learned.before:.3f}", after=f"{learned.after:.3f}"
        )
    ]
    copies = learned.copies
    if copies is not None:
        said.append(
            tr(
                "In {tunes} tunes of {bars} bars that it wrote, the longest run that is in yours "
                "too is {longest} bars; usually it is {usual}."
            ).format(
                tunes=copies.tunes,
                bars=copies.bars,
                longest=f"{copies.longest:.1f}",
                usual=f"{copies.usual:.1f}",
            )
        )
        if copies.repeats:
            said.append(tr("It repeats your tunes; add more of them."))
    return " ".join(said)


def _stages() -> dict[str, str]:
    return {
        "getting ready": tr("getting ready"),
        "looking for tunes": tr("looking for tunes"),
        "reading the tunes": tr("reading the tunes"),
        "measuring": tr("measuring"),
        "looking for copies": tr("looking for copies"),
    }
