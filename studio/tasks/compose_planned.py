"""From the plan of a piece, as a picture or words gave it, to what is asked of the composer."""

from __future__ import annotations

from studio.tasks.compose_request import ComposeRequest
from studio.tasks.picture_music import MusicPlan, backing

MELODY = 0
"""The place of the melody's track in a planned song."""


def planned(
    plan: MusicPlan,
    bars: int = 8,
    *,
    seed: int = 0,
    variations: int = 1,
    model: str = "lstm",
    temperature: float = 0.95,
    top_p: float = 1.0,
    human: float = 0.5,
    source: str = "",
) -> ComposeRequest:
    """Ask for a melody to the plan, over its chords, bass and drums, within its rules.

    ``source`` are the words or the name of the picture. Raises StudioError for too many bars.
    """
    rules = plan.rules(bars)
    return ComposeRequest(
        verb="generate",
        song=backing(plan, bars, seed=seed),
        track=MELODY,
        end=bars * plan.metre.bar,
        model=model,
        temperature=temperature,
        top_p=top_p,
        seed=seed,
        variations=variations,
        key=plan.key,
        chords=rules.chords,
        lowest=plan.lowest,
        highest=plan.highest,
        fewest=plan.fewest,
        most=plan.most,
        leap=plan.leap,
        human=human,
        source=source,
    )
