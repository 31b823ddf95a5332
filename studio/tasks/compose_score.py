"""The composer at work for the composing verbs: melodies, parts and chords, within the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from studio.music.composing import Draft, compose
from studio.music.composing_sheet import PlacedNote, Wanted
from studio.music.constraints_mask import Mask
from studio.music.constraints_models import ComposerRule
from studio.music.note import Note
from studio.music.sampling import Sampling, seeded
from studio.music.song import Song
from studio.music.tokenizer_chords import Chord
from studio.music.tokenizer_score import Score
from studio.music.tokenizer_words import BAR
from studio.music.transformer import Composer
from studio.tasks.compose_check import (
    Stretch,
    cleared_song,
    composer_limits,
    is_melody,
    joined,
    stretches,
)
from studio.tasks.compose_melody import Written, with_new
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.single_thread import one_thread


def write_score(network: Composer, request: ComposeRequest, seed: int) -> Iterator[Written]:
    """Write what is asked for on one track; raises StudioError where the rules leave nothing."""
    parts = stretches(request, melody=is_melody(request))
    yield from write_parts(network, request, seed, cleared_song(request), parts)


def write_parts(
    network: Composer,
    request: ComposeRequest,
    seed: int,
    song: Song,
    parts: tuple[Stretch, ...],
    unlike: tuple[tuple[int, int], ...] = (),
) -> Iterator[Written]:
    """Write stretch after stretch into ``song``; ``unlike`` as in ``compose_lstm.Writing``."""
    random = seeded(seed)
    sampling = Sampling(request.temperature, request.top_p)
    drums = song.tracks[request.track].drums
    found: tuple[Note, ...] = ()
    for number, stretch in enumerate(parts):
        limits = composer_limits(stretch.rules)
        state = joined(limits, found[-1].pitch if found else stretch.before)
        rule = _Rule(limits, request.track, stretch.origin, drums=drums, state=state)
        rule.unlike = dict(unlike)
        wanted = Wanted(stretch.begin, stretch.end, (request.track,))
        new: list[Note] = []
        score = Score(song, request.chords)
        work = compose(network, score, wanted, sampling, random, rules=[rule])
        for one in one_thread(work):
            if isinstance(one, PlacedNote):
                new.append(_within(one.note, stretch))
                share = (one.note.start - stretch.begin) / (stretch.end - stretch.begin)
                yield (number + min(1.0, share)) / len(parts), (*found, *new)
        found = (*found, *new)
        song = with_new(song, request.track, new)
    yield 1.0, found


def write_chords(network: Composer, request: ComposeRequest, seed: int) -> Iterator[Chord]:
    """Write chords under the song from ``begin`` to ``end`` of the request."""
    wanted = Wanted(request.begin, request.end, (), chords=True)
    sampling = Sampling(request.temperature, request.top_p)
    score = Score(request.song, request.chords)
    for one in one_thread(compose(network, score, wanted, sampling, seeded(seed))):
        if isinstance(one, Chord):
            yield one


class _Rule(ComposerRule):
    """The rules, and old pitches that are avoided where another is allowed."""

    unlike: dict[int, int]

    def words(self, draft: Draft) -> Mask:
        """As the rules say, but not the old pitch if there is another way."""
        found = super().words(draft)
        old = self.unlike.get(draft.tick) if draft.track == self.track else None
        if old is not None:
            word = self.words_of_pitch[old]
            pitches = found[self.words_of_pitch.all]
            if found[word] and pitches.sum() > 1:
                found[word] = False
        if not draft.count and found[BAR] and draft.grammar.size > 0:
            self._write_something(draft, found)
        return found

    def _write_something(self, draft: Draft, found: Mask) -> None:
        """No next bar where nothing is written yet and this is the last one with room for it."""
        line = self._slot(draft.line)
        _, begin = self.limits.ahead(self._state, self.limits.slots)
        begin[: max(0, line + draft.grammar.position + 1)] = False
        end = line + draft.grammar.size
        if begin[max(0, line) : max(0, end)].any() and not begin[max(0, end) :].any():
            found[BAR] = False


def _within(note: Note, stretch: Stretch) -> Note:
    return replace(note, length=max(1, min(note.length, stretch.end - note.start)))
