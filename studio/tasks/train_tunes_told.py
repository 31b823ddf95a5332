"""The end of a training on own tunes, in sentences."""

from __future__ import annotations

from studio.tasks.train_tunes import LearnedTunes


def ended(learned: LearnedTunes) -> tuple[str, ...]:
    """How much better it foresees the artist's tunes, and whether it repeats them."""
    change = f"{learned.before:.3f} nats before, {learned.after:.3f} after {learned.steps} steps"
    if learned.better:
        said = [f"It foresees your tunes better than before: {change}."]
    else:
        said = [f"It foresees your tunes no better than before: {change}; add more tunes."]
    copies = learned.copies
    if copies is None:
        return tuple(said)
    said.append(
        f"In {copies.tunes} tunes of {copies.bars} bars that it wrote, the longest run that is in "
        f"yours too is {copies.longest:.1f} bars; usually it is {copies.usual:.1f}."
    )
    if copies.repeats:
        said.append("It repeats your tunes; take fewer steps, or add more tunes.")
    return tuple(said)
