"""What can be wrong with a rule file, a selection or an option."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` with the nearest known word, or nothing."""
    import difflib  # only errors need it

    near = difflib.get_close_matches(word, list(known), 1, 0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


class RuleError(ValueError):
    """A rule file that can't be used. `str()` is one line that begins with the place; line and column are 1-based."""

    def __init__(self, message: str, path: str, line: int = 1, column: int = 1) -> None:
        message = " ".join(message.splitlines())  # what it quotes from the file may hold line ends
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.message = message
        self.path = path
        self.line = line
        self.column = column


class UnknownRuleError(ValueError):
    """A code, prefix, name or profile that no rule has."""


class OptionError(ValueError):
    """A setting for a rule's option that the rule can't use; `option` is its name, `rule` the rule's code where that is known."""

    def __init__(self, message: str, option: str, rule: str = "") -> None:
        super().__init__(message)
        self.option = option
        self.rule = rule


class TermError(ValueError):
    """A setting for a rule's phrases that the rule can't use."""
