"""textstat, given the syllables that it would otherwise download.

From 0.7.9 on, textstat asks NLTK for the CMU Pronouncing Dictionary when it first counts syllables: it looks for the corpus on
NLTK's data path, downloads it if it is not there, and keeps what it gets. For that one call, NLTK answers with our own table
here, and its downloader with a refusal. Nothing is changed for good, and no connection is ever opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

from jdlint.analysis.needs import MissingError
from jdlint.analysis.syllables import Phones, pronunciations

_fed = Lock()


class _Corpus:
    """Stands for `nltk.corpus.cmudict`."""

    @staticmethod
    def dict() -> Mapping[str, Phones]:
        """All words with their pronunciations."""
        return pronunciations()


def flesch_kincaid(text: str) -> float:
    """The Flesch-Kincaid grade of an English text, as textstat has it. MissingError where textstat can't be used."""
    return float(_textstat().flesch_kincaid_grade(text))


def syllables(word: str) -> int:
    """The syllables of an English word, as textstat counts them. MissingError where textstat can't be used."""
    return int(_textstat().syllable_count(word))


@cache
def _textstat() -> Any:  # noqa: ANN401  # it has no types
    try:
        import nltk  # type: ignore[import-untyped]
        import textstat  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingError(f"it needs textstat (pip install textstat): {error}") from error
    with _fed, _answering(nltk):
        try:
            textstat.textstat.syllable_count("word")
        except Exception as error:
            raise MissingError(f"this version of textstat can't be used: {type(error).__name__}: {error}") from error
    return textstat.textstat


@contextmanager
def _answering(nltk: Any) -> Iterator[None]:  # noqa: ANN401  # it has no types
    """NLTK with our dictionary, and without its downloader."""

    def refuse(*_: object, **__: object) -> None:
        raise ConnectionRefusedError("jdlint downloads nothing")

    ours: list[tuple[Any, str, object]] = [
        (nltk.data, "find", lambda *_, **__: ""),
        (nltk.corpus, "cmudict", _Corpus),
        (nltk, "download", refuse),
    ]
    theirs = [(owner, name, getattr(owner, name)) for owner, name, _ in ours]
    try:
        for owner, name, value in ours:
            setattr(owner, name, value)
        yield
    finally:
        for owner, name, value in theirs:
            setattr(owner, name, value)
