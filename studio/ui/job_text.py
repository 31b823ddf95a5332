"""How durations, memory and a job's progress read in one line."""

import math
import re

from studio.jobs import State, Update
from studio.ui.translate import tr


def clock(seconds: float) -> str:
    """A duration as ``0:46`` or ``1:02:09``, rounded up so that it never says 0:00 too soon."""
    whole = max(0, math.ceil(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def memory(size: int) -> str:
    """Bytes as ``1.1 GB``, or ``340 MB`` below half a gigabyte."""
    return f"{size / 1e9:.1f} GB" if size >= 5e8 else f"{max(1, round(size / 1e6))} MB"


def stage(label: str) -> str:
    """What the engine calls the stage it is in, in the user's language; what is unknown stays."""
    if scale := re.fullmatch(r"scale (\d+)/(\d+) · (.+)", label):
        number, count, rest = scale.groups()
        size, *notes = rest.split(" · ")
        text = tr("scale {number}/{count} · {size}").format(number=number, count=count, size=size)
        return " · ".join([text, *map(stage, notes)])
    words = {
        "getting ready": tr("getting ready"),
        "measuring the style": tr("measuring the style"),
        "painting": tr("painting"),
        "painting the start": tr("painting the start"),
        "smaller tiles": tr("smaller tiles"),
    }
    return words.get(label, label)


def line(update: Update, used: int) -> str:
    """The line of a running job: stage, steps, speed, what is left, memory in use."""

    parts = [update.job.title]
    step = update.step
    if step is not None:
        parts += [stage(step.label)] if step.label else []
        parts += [f"{step.done}/{step.total}"] if step.total > 1 else []
    if update.state is State.PAUSED:
        parts.append(tr("paused"))
    elif update.state is State.WAITING:
        parts.append(tr("waiting"))
    else:
        if update.rate:
            parts.append(tr("{rate} it/s").format(rate=f"{update.rate:.1f}"))
        if update.remaining is not None:
            parts.append(tr("{time} left").format(time=clock(update.remaining)))
    parts.append(memory(used))
    return " · ".join(parts)
