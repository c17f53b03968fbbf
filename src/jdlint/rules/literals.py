"""The words without which a pattern over spaCy's tokens can't match: where none of them stands, spaCy sleeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.hints import Any
from jdlint.text.lazy import lazy

_LITERAL = ("ORTH", "TEXT", "LOWER")
_RUN = lazy(r"[^\W_]+")
_PARTS = lazy(r"\d+|[^\W\d_]+")
_WHOLES = {"cannot": ("can", "not"), "gonna": ("gon", "na"), "gotta": ("got", "ta"), "wanna": ("wan", "na"), "lemme": ("lem", "me")}
_CLIPPED = lazy(r"(i|you|he|she|it|we|they|who|what|that|there|let)(re|ve|ll|d|m|s)\Z")
_MOST = 60  # words of which one must occur, beyond which looking for them saves nothing


def required(token: Mapping[str, Any]) -> bool:
    """Whether a match always has this token."""
    operator = token.get("OP", "1")
    return operator in ("1", "+") or (operator[0] == "{" and operator[1:2].isdigit() and int(operator[1:-1].split(",")[0]) > 0)


def literals(tokens: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, ...], ...]:
    """Sets of pieces of words: a text that a pattern matches has one of each set among its `pieces`."""
    found = [known for token in tokens if required(token) and (known := _of_token(token))]
    return tuple(tuple(sorted(known)) for known in found)


def phrase_literals(phrases: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The same for phrases, one of which must occur: a set for all of them, of the longest word of each."""
    longest = [max(_RUN.findall(phrase.lower()), key=len, default="") for phrase in phrases]
    return (tuple(sorted(set(longest))),) if all(longest) else ()


def _of_token(token: Mapping[str, Any]) -> frozenset[str]:
    for name in _LITERAL:
        value = token.get(name)
        texts = [value] if isinstance(value, str) else value.get("IN", []) if isinstance(value, dict) else []
        longest = [max(_RUN.findall(text.lower()), key=len, default="") for text in texts]
        if texts and all(longest) and len(texts) <= _MOST:
            return frozenset(longest)
    return frozenset()


def pieces(text: str) -> frozenset[str]:
    """The words of a text in small letters, and the parts into which spaCy's English tokenizer cuts some of them."""
    return frozenset(_pieces(text.lower()))


def _pieces(low: str) -> Iterator[str]:
    for match in _RUN.finditer(low):
        word = match.group()
        yield word
        if word.endswith("nt"):  # `dont`
            yield from (word[:-2], "nt")
        if word.endswith("n") and low[match.end() : match.end() + 2] in ("'t", "’t"):  # `don't`
            yield from (word[:-1], "n")
        clipped = _CLIPPED.match(word)
        if clipped:  # `youre`
            yield from clipped.groups()
        yield from _WHOLES.get(word, ())
        if not word.isalpha():  # `5pm`
            yield from _PARTS.findall(word)
