"""What an analysis needs and can't have."""

from __future__ import annotations


class MissingError(Exception):
    """A package, a trained pipeline or a server that a rule needs is not there or can't be used; the text says what to do about it.

    `fatal`: the settings ask for it, so that a run without it has not done what it was told to, and exits with 2.
    """

    def __init__(self, message: str, *, fatal: bool = False) -> None:
        super().__init__(message)
        self.fatal = fatal

    def in_part(self) -> MissingError:
        """The same, of a rule that finds something without it."""
        return MissingError(f"{self}; only what words alone tell was looked for", fatal=self.fatal)
