"""textstat, given the syllables that it would otherwise download.

From 0.7.9 on, textstat asks NLTK for the CMU Pronouncing Dictionary when it first counts syllables: it looks for the corpus on
NLTK's data path, downloads it if it is not there, and keeps what it gets. Here it gets our own table instead, and no connection is
ever opened. NLTK is asked for nothing else, and takes ten times as long to import as textstat: so where nobody has imported it
yet, textstat is given a stand-in of it. Where it is there already, it answers with our table for that one call.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from threading import Lock
from types import ModuleType, SimpleNamespace

from jdlint.analysis.needs import MissingError
from jdlint.analysis.syllables import Phones, pronunciations
from jdlint.hints import Any

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


@lru_cache(maxsize=10_000)  # words recur
def syllables(word: str) -> int:
    """The syllables of an English word, as textstat counts them. MissingError where textstat can't be used."""
    return int(_textstat().syllable_count(word))


@cache
def _textstat() -> Any:  # noqa: ANN401  # it has no types
    with _fed:
        try:
            textstat = _imported()
        except ImportError as error:
            raise MissingError(f"it needs textstat (pip install textstat): {error}") from error
        try:
            with _answering():
                textstat.syllable_count("word")
        except Exception as error:
            raise MissingError(f"this version of textstat can't be used: {type(error).__name__}: {error}") from error
    return textstat


def _imported() -> Any:  # noqa: ANN401  # it has no types
    """textstat, with a stand-in of NLTK where neither is imported yet; others who import NLTK get the real one."""
    alone = not {"nltk", "textstat"} & sys.modules.keys()
    if alone:
        sys.modules["nltk"] = _stand_in()
    try:
        from textstat import textstat  # type: ignore[import-untyped]
    finally:
        if alone:
            del sys.modules["nltk"]
    return textstat


def _answers() -> dict[str, object]:
    """What textstat asks of NLTK: where the corpus lies, the corpus, and its downloader."""

    def refuse(*_: object, **__: object) -> None:
        raise ConnectionRefusedError("jdlint downloads nothing")

    return {"data": SimpleNamespace(find=lambda *_, **__: ""), "corpus": SimpleNamespace(cmudict=_Corpus), "download": refuse}


def _stand_in() -> ModuleType:
    module = ModuleType("nltk")
    vars(module).update(_answers())
    return module


@contextmanager
def _answering() -> Iterator[None]:
    """The NLTK that is imported, if one is, with our dictionary and without its downloader."""
    nltk = sys.modules.get("nltk")
    theirs = {name: getattr(nltk, name) for name in _answers()} if nltk else {}
    try:
        for name in theirs:
            setattr(nltk, name, _answers()[name])
        yield
    finally:
        for name, value in theirs.items():
            setattr(nltk, name, value)
