"""What LanguageTool says of passages: one server for all postings of a run, asked once for each passage and kept."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from threading import Lock

from jdlint.analysis.grammar import RUNNING
from jdlint.analysis.grammar.client import Client, Match
from jdlint.analysis.grammar.server import Server, identity, jars_folder
from jdlint.analysis.grammar.store import Store, key
from jdlint.analysis.needs import MissingError
from jdlint.posting.model import LanguageTool
from jdlint.resources import lexicon

_BETWEEN = "\n\n"  # ends a paragraph for LanguageTool
_KNOWN = 20_000  # answers in memory
_BATCH = 15_000  # characters a request; the public server takes 20,000


def identity_of(tool: LanguageTool) -> str:
    """What answers: the jars; or a named server, which is asked anew every week, as it may be another one by then.

    MissingError where there are no jars.
    """
    if tool.server:
        year, week, _ = date.today().isocalendar()
        return f"{tool.server} {year}-{week}"
    return identity(jars_folder(tool))


class Session:
    """A server and the answers it gave. What once failed is not tried again: the same error is raised for every posting."""

    def __init__(self, tool: LanguageTool) -> None:
        self._tool = tool
        self._failure: MissingError | None = None
        self._server: Server | None = None
        self._known: dict[bytes, tuple[Match, ...]] = {}
        self._lock = Lock()
        self._store = Store() if tool.cached else None

    def check(self, texts: Sequence[str], language: str) -> list[tuple[Match, ...]]:
        """What LanguageTool finds in each text. MissingError where it is not there or does not answer."""
        with self._lock:
            if self._failure is not None:
                raise self._failure
            try:
                return self._check(texts, language)
            except MissingError as error:
                self._failure = error
                self.close()
                raise

    def close(self) -> None:
        """Stop the server, if it is ours."""
        if self._server is not None:
            if os.environ.get(RUNNING, "").endswith(self._server.address):
                del os.environ[RUNNING]
            self._server.stop()
            self._server = None
        self.__dict__.pop("_client", None)

    def _check(self, texts: Sequence[str], language: str) -> list[tuple[Match, ...]]:
        if len(self._known) > _KNOWN:
            self._known.clear()
        keys = [key(self._identity, language, *self._disabled[0], "", *self._disabled[1], "", text) for text in texts]
        asked = {k: text for k, text in zip(keys, texts, strict=True) if k not in self._known}
        if asked and self._store is not None:
            stored = self._store.get(asked)
            self._known |= stored
            asked = {k: text for k, text in asked.items() if k not in stored}
        for batch in _batches(asked):
            answers = self._ask(batch, language)
            self._known |= answers
            if self._store is not None:
                self._store.put(answers)
        return [self._known[k] for k in keys]

    def _ask(self, batch: dict[bytes, str], language: str) -> dict[bytes, tuple[Match, ...]]:
        """Ask for several texts at once, and part the answer."""
        starts, length = [], 0
        for text in batch.values():
            starts.append(length)
            length += len(text) + len(_BETWEEN)
        found: dict[bytes, list[Match]] = {k: [] for k in batch}
        keys, texts = list(batch), list(batch.values())
        for match in self._client.check(_BETWEEN.join(texts), language):
            at = bisect_right(starts, match.start) - 1
            start, end = match.start - starts[at], match.end - starts[at]
            if end <= len(texts[at]):  # one that reaches into the next text is about no text
                found[keys[at]].append(match._replace(start=start, end=end))
        return {k: tuple(matches) for k, matches in found.items()}

    @cached_property
    def _disabled(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        ours = lexicon("languagetool")
        rules = {*ours["disabled-rules"], *self._tool.disabled_rules}
        categories = {*ours["disabled-categories"], *self._tool.disabled_categories}
        return tuple(sorted(rules)), tuple(sorted(categories))

    @cached_property
    def _identity(self) -> str:
        return identity_of(self._tool)

    @cached_property
    def _client(self) -> Client:
        return Client(self._tool.server or self._own(), self._tool, self._disabled)

    def _own(self) -> str:
        """The address of a server of our own: one that the process above this one started, or a new one."""
        which, _, address = os.environ.get(RUNNING, "").partition("=")
        if address and which == self._identity:
            return address
        self._server = Server(self._tool, jars_folder(self._tool))
        os.environ[RUNNING] = f"{self._identity}={self._server.address}"
        return self._server.address


def _batches(asked: dict[bytes, str]) -> Iterator[dict[bytes, str]]:
    """Texts in portions of about the size that a request may have."""
    batch: dict[bytes, str] = {}
    size = 0
    for k, text in asked.items():
        if batch and size + len(text) > _BATCH:
            yield batch
            batch, size = {}, 0
        batch[k] = text
        size += len(text) + len(_BETWEEN)
    if batch:
        yield batch


_sessions: dict[LanguageTool, Session] = {}


def session(tool: LanguageTool) -> Session:
    """The session of this process for these settings."""
    found = _sessions.get(tool)
    if found is None:
        found = _sessions[tool] = Session(tool)
    return found


def forget_all() -> None:
    """Begin anew beside the process that this one was forked from, whose server and connections stay its own."""
    _sessions.clear()
