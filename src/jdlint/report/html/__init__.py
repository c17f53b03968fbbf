"""The report for people who would rather look: one HTML file with every posting, its findings in their places, and an overview.

The page stands alone: it loads nothing, and a content security policy lets no script or style run but its own two.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from string import Template
from tempfile import SpooledTemporaryFile

import jdlint
from jdlint.engine.result import Result, Tally
from jdlint.report import Look
from jdlint.report.html.article import article, rule_part, title_of
from jdlint.report.html.markup import NOTHING, Markup, fill, joined, render, resource
from jdlint.report.html.overview import Sums, counted, families, overview, severities

_IN_MEMORY = 16 * 1024 * 1024  # bytes of postings; the others wait on disk, since the overview stands before them
_PIECE = 1024 * 1024


def html(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """The page. The overview comes first and needs all results, so the postings wait in a file."""
    sums = Sums()
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n") as waiting:
        for part in _articles((r for r in results if r.state == "linted"), sums, look):
            waiting.write(part)
        yield _head(sums, tally, look)
        waiting.seek(0)
        while piece := waiting.read(_PIECE):
            yield piece
    rules = [rule_part(sums.first[code], look.document(sums.first[code])) for code in sorted(sums.first)]
    yield render("rules", rows=joined(rules)) if rules else NOTHING
    yield _template("end.html", version=jdlint.__version__, script=Markup(resource("script.js")))


def _articles(results: Iterable[Result], sums: Sums, look: Look) -> Iterator[str]:
    """Each posting with links to the one before and the one after, so each waits for its follower."""
    held: tuple[Result, str, Markup] | None = None
    for number, result in enumerate(results, 1):
        name = f"p{number}"
        before = NOTHING
        if held is not None:
            yield article(*held, render("next", id=name, title=title_of(result)), look)
            before = render("previous", id=held[1], title=title_of(held[0]))
        sums.add(result, name)
        held = result, name, before
    if held is not None:
        yield article(*held, NOTHING, look)


def _head(sums: Sums, tally: Tally, look: Look) -> Markup:
    """Everything before the first posting."""
    style, script = resource("style.css"), resource("script.js")
    title = counted(tally)
    return _template(
        "page.html", title=title, version=jdlint.__version__, style=Markup(style), style_hash=_digest(style), script_hash=_digest(script),
        severities=severities(sums), families=families(sums), overview=overview(sums, tally, title, look),
        rules=render("to-rules") if sums.first else NOTHING,
    )  # fmt: skip


def _template(name: str, **values: str | int) -> Markup:
    return fill(Template(resource(name)), values)


def _digest(text: str) -> str:
    """What a content security policy knows a script or style by."""
    return b64encode(sha256(text.encode()).digest()).decode()
