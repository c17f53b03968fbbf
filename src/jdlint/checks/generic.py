"""Text about the job in general, as articles and templates have it, where a posting should tell of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.stems import Stems
from jdlint.text.words import Word

_HEDGE = r"(?:typically|generally|usually|often|commonly|frequently)"
_SUBJECT = r"\b(?:roles?|responsibilities|duties|requirements|job description|description|tasks)\b"
_DESCRIBED = (
    r"\b(?:responsibilities|duties|tasks|skills|qualifications|requirements|roles|projects|job description|description)\b"
    rf"(?:\s\w+){{0,8}}?\s{_HEDGE}\s(?:includ|involv|requir|undertaken|var|differ|depend|cover)\w*"
    rf"|\b{_HEDGE} (?:responsible for|undertaken by|needs? to have|expected to (?:have|know|be)|(?:do|perform)(?:es|s)? the following)"
)
_VARIES = (
    rf"{_SUBJECT}[^.!?:;]{{0,60}}?\b(?:can |could |may |will )?(?:var(?:y|ies)|differs?|depends?) (?:greatly |widely |slightly )?"
    r"(?:depending )?(?:on|by|from) (?:the |each |your )?"
    r"(?:team|project|company|employer|organi[sz]ation|industry|skill level|level|seniority)\b"
)
_MAY_BE_NEEDED = (
    r"\b(?:knowledge|experience|education|training|certifications?|skills|qualifications|familiarity|proficiency|languages"
    r"|operating systems)\b[^.!?;]{0,60}?\b(?:may|might) (?:also )?be (?:necessary|needed|useful)"
)
_EXPECT = r"\bcandidates (?:for (?:an?|this type of|such) [^.!?]{0,40}?)?(?:can|should|may) expect to\b"
_EMPLOYERS = (
    r"\b(?:many|most|some) (?:companies|employers|organi[sz]ations) (?:\w+ )?(?:look|want|require|expect|prefer|focus|need|ask|offer)\b"
)
_COMMON = r"\b(?:some )?common (?:benefits|duties|responsibilities|skills|tasks)(?: \w+){0,2} include\b"
# What makes a sentence a general one, each with words of which one must stand in the block for the pattern to be tried.
_GENERAL = tuple(
    (anchors, lazy(pattern, re.IGNORECASE))
    for anchors, pattern in (
        (("typically", "generally", "usually", "often", "commonly", "frequently"), _DESCRIBED),
        (("vary ", "varies ", "differs ", "differ ", "depends ", "depend on", "depending on"), _VARIES),
        (("may be ", "may also be ", "might be ", "might also be "), _MAY_BE_NEEDED),
        (("expect to",), _EXPECT),
        (("companies", "employers", "organi"), _EMPLOYERS),
        (("common ",), _COMMON),
    )
)
# What all those anchors hold.
_STEMS = Stems(
    *("typically", "generally", "usually", "often", "commonly", "frequently"),
    *("vary", "varies", "differ", "depend", "may", "might"),
    *("expect", "companies", "employers", "organi", "common"),
)
# Somebody speaks to somebody, or a fact of this job stands there: hours, travel, pay, figures.
_OURS = lazy(
    r"\b(?:we|our|us|we['’]\w+|you['’]ll|you will|this (?:role|job|position|post|vacancy)|\d+\s?(?:%|hours?|days?|weeks?)|hours"
    r"|shifts?|travel|overtime|weekends?|weekdays?|salary|pay|compensation|rate)\b",
    re.IGNORECASE,
)
# What the terms of the post are, told of all who hold it.
_TERMS = lazy(
    r"\W*(?:classified|graded|paid|employed|appointed|represented|covered|eligible|unioni[sz]ed|based|stationed|housed)\b", re.IGNORECASE
)
_POSSESSIVE = lazy(r"(?<!^)\b[A-Z][\w&.]*(?: [A-Z][\w&.]*)*['’]s\b")  # somebody by name: "Harbour Foods' kitchens", "Ada's success"
_NAME = lazy(r"[^\W\d_]+")
_TITLE_TAIL = lazy(r"\s*(?:[-–—,(|/:\[].*|\b(?:at|for|in|with|job|description|template|role|position|vacancy|duties)\b.*)$", re.IGNORECASE)
_VERBS = frozenset({
    "is", "are", "can", "may", "must", "should", "will", "would", "has", "have", "need", "needs", "play", "plays", "possess",
    "possesses", "design", "designs", "write", "writes", "work", "works", "build", "builds", "develop", "develops", "collaborate",
    "collaborates", "require", "requires", "ensure", "ensures", "create", "creates", "manage", "manages", "help", "helps", "handle",
    "handles", "maintain", "maintains", "decide", "decides", "often", "also", "typically", "generally", "usually", "continually",
    "sometimes",
})  # fmt: skip
# "A nurse is needed" speaks of this job.
_SOUGHT = frozenset({"needed", "required", "wanted", "sought", "urgently", "being", "now", "currently"})
_DETERMINERS = frozenset({"our", "the", "these", "all", "other", "your", "their", "those", "some", "my", "this", "that", "each", "every"})
_LEADS = frozenset({"furthermore", "moreover", "also", "additionally", "for", "instance", "in", "general"})
_MIN_HEAD = 4
_BEFORE = 3  # words of the job's name: "senior backend developers"
_TRADES = frozenset({"developer", "engineer"})  # one job in two words


def _heads(posting: Posting) -> tuple[frozenset[str], frozenset[str]]:
    """The noun of the title, in the singular and in the plural."""
    names = _NAME.findall(_TITLE_TAIL.sub("", posting.title.text)) if posting.title is not None else []
    if not names or len(names[-1]) < _MIN_HEAD:
        return frozenset(), frozenset()
    head = names[-1].casefold()
    one = _TRADES if head in _TRADES else frozenset({head})
    return one, frozenset(h[:-1] + "ies" if h.endswith("y") else h + "s" for h in one)


def _as_kind(tokens: list[Word], one: frozenset[str], several: frozenset[str]) -> tuple[int, int] | None:
    """The words that open a sentence with the job as a kind: "Backend developers are ...", "A nurse must ..."."""
    first = next((i for i, token in enumerate(tokens) if token.norm not in _LEADS), len(tokens))
    article = first < len(tokens) and tokens[first].norm in ("a", "an")
    for at in range(first + article, min(first + article + _BEFORE, len(tokens) - 1)):
        norm = tokens[at].norm
        if norm in (one if article else several):
            sought = at + 2 < len(tokens) and tokens[at + 2].norm in _SOUGHT
            return (first, at + 1) if tokens[at + 1].norm in _VERBS and not sought else None
        if norm in _DETERMINERS:
            return None
    return None


def generic_description(posting: Posting, options: Options) -> Iterator[Hit]:
    """Sentences on the job in general; several in one block make one hit."""
    one, several = _heads(posting)
    heads = (*one, *several)
    words = posting.concordance.words
    every = " ".join(words)
    there = [head for head in heads if head in every]
    named_in = {word for word in words if any(head in word for head in there)}
    for block in posting.holding(_STEMS | named_in):
        if block.kind in ("heading", "field", "code", "quote"):
            continue
        text = block.text.casefold()
        patterns = [p for anchors, p in _GENERAL if any(anchor in text for anchor in anchors) and p.search(text)]
        named = any(head in text for head in heads)
        if patterns or named:
            found = list(_in_block(posting, block, patterns, (one, several) if named else None))
            if found:
                yield Hit(found[0], related=tuple((other, "and here") for other in found[1:]))


def _of_this_house(posting: Posting, block: Block, after: int, end: int) -> bool:
    """Whether a sentence on the job as a kind tells terms of the post, or what it does for the employer by name."""
    if _TERMS.match(block.text, after, end) is not None or _POSSESSIVE.search(block.text, after, end) is not None:
        return True
    return any(name in block.text[after:end] for name in posting.company_names)


def _in_block(
    posting: Posting, block: Block, patterns: list[re.Pattern[str]], heads: tuple[frozenset[str], frozenset[str]] | None
) -> Iterator[Excerpt]:
    """The words in each sentence that make it a general one."""
    tokens, at = posting.words(block), 0
    for start, end in posting.sentences(block):
        first = at
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        match = next((m for pattern in patterns if (m := pattern.search(block.text, start, end))), None)
        kind = _as_kind(tokens[first:at], *heads) if match is None and heads is not None else None
        if kind is not None and _of_this_house(posting, block, tokens[first + kind[1]].end, end):
            kind = None
        if (match is None and kind is None) or _OURS.search(block.text, start, end):
            continue
        if match is not None:
            yield Excerpt(block, match.start(), match.end())
        elif kind is not None:
            yield Excerpt(block, tokens[first + kind[0]].start, tokens[first + kind[1]].end)
