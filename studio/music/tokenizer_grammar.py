"""Which words may follow: a machine that reads a piece word by word and knows what comes next.

    piece  = START (TRACK (PROGRAM | KIT))+ bar* END
    bar    = BAR METRE? (TONIC SCALE)? TEMPO? place*      METRE in the first bar
    place  = POSITION CHORD? voice*                       something of both
    voice  = TRACK note+
    note   = (PITCH | DRUM) MORE* LENGTH VELOCITY

Positions go up within a bar and stay in it, tracks within a place, pitches within a voice.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.timing import Metre
from studio.music.tokenizer_words import (
    BAR,
    CHORD,
    DRUM,
    END,
    KIT,
    LENGTH,
    METRE,
    METRES,
    MORE,
    MOST_TRACKS,
    PITCH,
    POSITION,
    PROGRAM,
    SCALE,
    START,
    TEMPO,
    TONIC,
    TRACK,
    UNIT,
    VELOCITY,
    VOCABULARY,
    word,
)

Mask = NDArray[np.bool_]


class Grammar:
    """A piece as far as it is read: where it is, and what may come next.

    Its fields may be looked at by rules of an artist: ``bar`` from 0 (-1 before the first),
    ``position`` in units (-1 before the first), ``size`` of the bar in units, ``track``, ``pitch``.
    """

    def __init__(self) -> None:
        self.last = -1
        self.drums: list[bool] = []
        self.bar, self.position, self.track, self.pitch = -1, -1, -1, -1
        self.size = 0
        self.ended = False

    def feed(self, token: int) -> None:
        """Read one more word; raises StudioError where it may not come."""
        if not (0 <= token < VOCABULARY and bool(self.allowed()[token])):
            before = "the beginning" if self.last < 0 else f"“{word(self.last)}”"
            raise StudioError(f"The piece is damaged: number {token} cannot follow {before}.")
        if token == BAR:
            self.bar, self.position = self.bar + 1, -1
        elif token == END:
            self.ended = True
        elif token in METRE:
            self.size = Metre(0, *METRES[METRE.value(token)]).bar // UNIT
        elif token in POSITION:
            self.position, self.track, self.pitch = POSITION.value(token), -1, -1
        elif token in TRACK:
            self.track, self.pitch = TRACK.value(token), -1
        elif token in PROGRAM or token in KIT:
            self.drums.append(token in KIT)
            self.track = -1
        elif token in PITCH:
            self.pitch = PITCH.value(token)
        elif token in DRUM:
            self.pitch = DRUM.value(token)
        self.last = token

    def allowed(self) -> Mask:
        """The words that may come next: (VOCABULARY,)."""
        mask = np.zeros(VOCABULARY, np.bool_)
        last = self.last
        if self.ended:
            return mask
        if last < 0:
            mask[START] = True
        elif last == START or last in PROGRAM or last in KIT:
            mask[BAR] = mask[END] = last != START
            if len(self.drums) < MOST_TRACKS:
                mask[TRACK[len(self.drums)]] = True
        elif last in TRACK:
            self._after_track(mask)
        elif last in PITCH or last in DRUM or last == MORE:
            mask[MORE] = True
            mask[LENGTH.all] = True
        elif last in LENGTH:
            mask[VELOCITY.all] = True
        elif last in TONIC:
            mask[SCALE.all] = True
        elif last == BAR and not self.size:
            mask[METRE.all] = True
        elif last in POSITION:
            mask[CHORD.all] = True
            self._tracks(mask)
        else:
            self._places(mask)
        return mask

    def _after_track(self, mask: Mask) -> None:
        if self.bar < 0:
            mask[PROGRAM.all] = mask[KIT.all] = True
        else:
            words = DRUM if self.drums[self.track] else PITCH
            mask[words.first : words.first + words.count] = True

    def _tracks(self, mask: Mask) -> None:
        mask[TRACK.first + self.track + 1 : TRACK.first + len(self.drums)] = True

    def _places(self, mask: Mask) -> None:
        """After a bar's head, a chord or a note."""
        last = self.last
        mask[BAR] = mask[END] = True
        mask[POSITION.first + self.position + 1 : POSITION.first + self.size] = True
        if last == BAR:
            mask[METRE.all] = True
        if last == BAR or last in METRE:
            mask[TONIC.all] = True
        if last == BAR or last in METRE or last in SCALE:
            mask[TEMPO.all] = True
        if last in CHORD:
            self._tracks(mask)
        if last in VELOCITY:
            self._tracks(mask)
            words = DRUM if self.drums[self.track] else PITCH
            mask[words.first + self.pitch : words.first + words.count] = True


def check(tokens: NDArray[np.int64]) -> None:
    """Raise StudioError where these are not the words of one whole piece."""
    grammar = Grammar()
    for token in tokens.tolist():
        grammar.feed(token)
    if not grammar.ended:
        raise StudioError("The piece is damaged: it breaks off.")
