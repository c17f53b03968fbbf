"""Reports: a small file per output format, made from results alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from jdlint.engine.result import Result, Tally
from jdlint.report.style import PLAIN, Style


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look: its colours, and what the options ask for."""

    style: Style = PLAIN
    quiet: bool = False
    statistics: bool = False


Report = Callable[[Iterable[Result], Tally, Look], Iterator[str]]

# Format -> module and function; imported when asked for. A report yields its text part by part, each with its line ends.
FORMATS = {
    "full": "jdlint.report.full:full",
    "concise": "jdlint.report.concise:concise",
    "json": "jdlint.report.json:report_json",
}


def report(name: str) -> Report:
    """The report of a format's name."""
    module, _, function = FORMATS[name].partition(":")
    return cast("Report", getattr(import_module(module), function))
