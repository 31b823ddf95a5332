"""Brings pictures down to the 8 bits of a screen without holding the window up."""

from collections.abc import Callable

import numpy as np

from studio.ui.errands import Errands, at_once
from studio.ui.pixels import Pixels, eight_bits
from studio.ui.translate import tr

AT_ONCE = 1_500_000  # samples that are converted within a frame


class Display:
    """Shows pixels in a place; those of 16 bits are converted on the disk worker when large.

    A newer request for a place makes an older one that is still on its way void.
    """

    def __init__(self, errands: Errands) -> None:
        self._errands = errands
        self._wanted: dict[str, object] = {}

    def show(
        self,
        place: str,
        pixels: Pixels | None,
        setter: Callable[[Pixels | None], object],
        after: Callable[[], object],
    ) -> None:
        """Call ``setter`` with 8-bit pixels, now or in a moment, and ``after`` when it was late."""
        self._wanted[place] = pixels
        if pixels is None or pixels.dtype == np.uint8 or pixels.size <= AT_ONCE:
            setter(None if pixels is None else eight_bits(pixels))
            return

        def arrived(converted: Pixels) -> None:
            if self._wanted[place] is pixels:
                setter(converted)
                after()

        title = tr("Showing the picture")
        self._errands.run(title, lambda: at_once(lambda: eight_bits(pixels)), arrived)
