"""Checks of how the text reads: long sentences and paragraphs, shouting, whom it speaks to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from jdlint.analysis.sentences import BREAK, stops
from jdlint.checks.nearby import after, before
from jdlint.posting.legal import is_boilerplate, is_legal
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.stems import Stems

_LIST_LINES = 3
_SEPARATOR = lazy(r"[,;•·|]")


def long_sentences(posting: Posting, options: Options) -> Iterator[Hit]:
    """Sentences of more words than the option allows; enumerations, headings and duties (RSP007's) aside."""
    limit = options.integer("max-words")
    for block in posting.texts:
        if len(posting.tokens(block)) <= limit or block.kind not in ("paragraph", "item", "quote", "cell") or is_legal(posting, block):
            continue
        section = posting.section_of(block)
        if block.kind == "item" and section is not None and "responsibilities" in section.kinds:
            continue
        words = posting.words(block)
        for start, end in _parted(posting.sentences(block), block.text, [word.start for word in words], limit):
            text, count = block.text[start:end], sum(1 for word in words if start <= word.start < end)
            if stops(text) and not _is_enumeration(text, count) and not is_boilerplate(text) and not _are_lines(text):
                yield Hit(Excerpt(block, start, end), {"count": count, "limit": limit, "start": " ".join(text.split()[:6])})


def _parted(sentences: list[tuple[int, int]], text: str, starts: list[int], limit: int) -> Iterator[tuple[int, int]]:
    """The sentences longer than the limit, also once they are parted at list marks, after a colon's line, and where a space is lost."""
    for start, end in sentences:
        if bisect_left(starts, end) - bisect_left(starts, start) <= limit:
            continue
        at = start
        for low, high in (*(gap.span() for gap in BREAK.finditer(text, start, end)), (end, end)):
            if bisect_left(starts, low) - bisect_left(starts, at) > limit:
                yield at, low
            at = high


def _is_enumeration(text: str, count: int) -> bool:
    """Whether a sentence is a list in disguise: a separator every six words or fewer."""
    return len(_SEPARATOR.findall(text)) * 6 >= count


def _are_lines(text: str) -> bool:
    """Whether a sentence is a list without marks: three lines or more that all begin with a capital."""
    lines = [line.lstrip() for line in text.split("\n")]
    return len(lines) >= _LIST_LINES and all(line[:1].isupper() for line in lines)


def long_paragraphs(posting: Posting, options: Options) -> Iterator[Hit]:
    """Paragraphs of more words than the option allows."""
    limit = options.integer("max-words")
    for block in posting.blocks:
        if block.kind != "paragraph" or is_legal(posting, block):
            continue
        count = len(posting.tokens(block))
        if count > limit:
            first = posting.sentences(block)[0]
            yield Hit(Excerpt(block, *first), {"count": count, "limit": limit})


_CAPS_RUN = lazy(r"[A-Z](?<!\w.)[A-Z'’]+(?:[ ,&/-]+(?:[A-Z][A-Z'’]+|[AI]\b))+")
_PLAIN_CAPS = lazy(
    r"THE|AND|OF|TO|FOR|YOU|YOUR|WE|OUR|ARE|IS|BE|NOT|NO|MUST|WITH|ALL|WILL|ONLY|THIS|THAT|PLEASE|APPLY|NOW|HAVE|MAY|CAN|FROM|ANY|WHO|WORK|JOB|ON|DO|IF|AT|BY"
    r"|TODAY|HIRING|URGENT|URGENTLY|REQUIRED|IMPORTANT|IMMEDIATE|IMMEDIATELY|START|NEED|NEEDED|WANTED|EXPERIENCE|NEVER|ALWAYS"
)
_MARKS = lazy(r"!(?:\s?!)+|\?!+|!\?+")


def shouting(posting: Posting, options: Options) -> Iterator[Hit]:
    """Runs of words in capitals that are no acronyms or names, and doubled exclamation marks. Headings are free to shout."""
    least = options.integer("min-words")
    for block in posting.texts:
        if block.kind in ("heading", "field", "code") or is_legal(posting, block):
            continue
        if "!" in block.text:
            for match in _MARKS.finditer(block.text):
                yield Hit(Excerpt(block, match.start(), match.end()), {}, variant="marks")
        runs = (m for m in _CAPS_RUN.finditer(block.text) if _shouts(m.group(), least) and not _is_label(block, m))
        for match in islice(runs, 1):  # one a block: a whole paragraph in capitals is one shout
            yield Hit(Excerpt(block, match.start(), match.end()), {})


def _shouts(run: str, least: int) -> bool:
    found = re.findall(r"[A-Z'’]+", run)
    plain = sum(1 for word in found if _PLAIN_CAPS.fullmatch(word))
    return len(found) >= least and plain > 1 and plain * 4 >= len(found)


_LABEL_WORDS = 8


def _is_label(block: Block, match: re.Match[str]) -> bool:
    """Whether a run is a heading in all but markup: a line or block of its own, or what stands before a colon."""
    text = block.text
    lead, rest = before(text, match.start()).rstrip(" \t*•-"), after(text, match.end()).lstrip(" \t")
    opens = not lead or lead.endswith(("\n", ".", ":"))
    closes = not rest or rest[0] in "\n:–—-?(" or rest[:2] in (".\n", "!\n") or not rest.strip(" .!*)\n")
    return opens and closes and len(match.group().split()) <= _LABEL_WORDS


_DISTANT = lazy(
    r"\b(?:(?:the|our|an?(?= \w+ \w+ (?:will|must|should|can))) (?:(?:ideal|successful|right|best|preferred|chosen|perfect|selected"
    r"|qualified|strong|suitable) )?(?:candidates?|applicants?|incumbent"
    r"|jobholder|job holder|post ?holder|appointee|individual)|(?:ideal |successful |qualified )?(?:candidates"
    r"|applicants))\b(?= (?:will|must|should|is|has|can|needs|may|would|shall|also|who)\b)",
    re.IGNORECASE,
)
_CANDIDATES = Stems("candidate", "applicant", "incumbent", "holder", "appointee", "individual")
_YOU = frozenset({"you", "your", "yours", "yourself", "you'll", "you're", "you've", "you'd"})
_WE = frozenset({"we", "our", "ours", "us", "we're", "we've", "we'll", "we'd"})


def _speaks_of_job(posting: Posting, block: Block) -> bool:
    """Whether a block speaks of the job and whoever does it, and not of the way to it or of the employer."""
    section = posting.section_of(block)
    return not (section is not None and section.kind in ("application", "process", "company")) and not is_legal(posting, block)


def distant_candidate(posting: Posting, options: Options) -> Iterator[Hit]:
    """A posting that speaks about the candidate more often than to the reader: one hit, at the first place."""
    found = [
        Excerpt(block, match.start(), match.end())
        for block in posting.body_holding(_CANDIDATES)
        if _speaks_of_job(posting, block)
        for match in _DISTANT.finditer(block.text)
    ]
    if not found:
        return
    near = sum(word in _YOU for b in posting.body_holding(_YOU) if _speaks_of_job(posting, b) for word in posting.tokens(b))
    if not near or len(found) > max(near, options.integer("min-times") - 1):
        related = tuple((at, "here too") for at in found[1:])
        yield Hit(found[0], {"count": len(found), "you": near}, related=related)


def we_heavy(posting: Posting, options: Options) -> Iterator[Hit]:
    """A posting that says "we" far more often than "you"."""
    we = you = 0
    for block in posting.blocks:
        if block.kind == "code" or is_legal(posting, block):
            continue
        for word in posting.words(block):
            we += word.norm in _WE
            you += word.norm in _YOU
    if we >= options.integer("min-we") and we > options.number("ratio") * max(you, 1):
        yield Hit(None, {"we": we, "you": you, "often": ("not at all", "once", "twice")[you] if you <= 2 else f"{you} times"})  # noqa: PLR2004


_EMOJI = lazy("[\U0001f300-\U0001faff\u2600-\u26ff\u2728\u2764\u2b50]")


def emoji(posting: Posting, options: Options) -> Iterator[Hit]:
    """More emoji than the option allows: one hit, at the first."""
    found = [Excerpt(b, m.start(), m.end()) for b in posting.texts if not b.text.isascii() for m in _EMOJI.finditer(b.text)]
    if len(found) > options.integer("max-emoji"):
        yield Hit(found[0], {"count": len(found)})
