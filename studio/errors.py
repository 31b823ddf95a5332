"""What can go wrong that a user can mend: each error is one sentence to show.

    StudioError
    ├── UnreadableFile   the file is damaged, of another kind, or not to be read
    ├── AlreadyExists    writing would replace a file and nobody allowed it
    ├── WontFit          the request needs more memory or size than there is
    └── Unavailable      a thing outside the studio is missing (network, library, weights)

Everything else that is raised is a bug and goes to the crash hook.
"""


class StudioError(Exception):
    """A sentence for the user: what is wrong and what to do about it."""

    @property
    def sentence(self) -> str:
        """The text to show, as it was given."""
        return str(self)


class UnreadableFile(StudioError):
    """A file is damaged, is of another kind than its name says, or may not be read."""


class AlreadyExists(StudioError):
    """Writing would replace an existing file without having been allowed to."""


class WontFit(StudioError):
    """The request needs more memory, pixels or time than can be given; says what does fit."""


class Unavailable(StudioError):
    """Something outside the studio is missing: a network, a library, weights, a display."""
