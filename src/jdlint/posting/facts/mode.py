"""Remote, hybrid or on site: what the posting says of this job, and what else it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.geography import recognise
from jdlint.posting.facts.mode_cues import ALL_WEEK, ANCHORS, PASSING, PLAIN, STATED, WHOLE_WEEK, Mode, Said, in_prose, in_value
from jdlint.posting.facts.patterns import Gated
from jdlint.posting.facts.place_values import beside_place, is_all
from jdlint.posting.facts.scan import field_values, label_values, trimmed
from jdlint.posting.fields import fields_of
from jdlint.posting.model import Block, Excerpt, WorkMode
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_IN_REMOTE_TEAM = Gated(
    "remote distributed virtual",
    r"""
    \b(?:work\w*|part of|member of|collaborat\w+|comfort\w*)\b[^.;\n]{0,40}
    \b(?:remote|distributed|virtual) (?:\w+ )?(?:teams?|environment|company|organi[sz]ation)\b
    """,
)
_MODE_LABEL = lazy(
    r"\bmode\b|\bwork(?:ing|place)? ?(?:arrangements?|model|set-?up|type|style|pattern|location|place|environment)\b|\bremote\b"
    r"|\blocation type\b",
    re.IGNORECASE,
)
_ASKS = lazy(
    r"\W*(?:(?:fully |is (?:this|the) )?(?:remote|telework|telecommut|hybrid|work(?:ing)? from home)\w*)"
    r"(?: (?:jobs?|work|working|position|role|eligible|option|available|allowed|possible|ok|friendly)){0,2}\W*",
    re.IGNORECASE,
)
_ANSWER = lazy(r"\W*(?:yes|no)\b(?:\s*[,.;(–—-][^\n]{0,60})?\s*", re.IGNORECASE)
_YES_OR_NO = frozenset(("yes", "no"))
_LABELLED = lazy(r"\W*[A-Z][A-Za-z ]{2,24}:\s*(?P<value>[^:\n]+)")
_COUNTY = lazy(r"\b(?:county|parish|courthouse|city|town)\b", re.IGNORECASE)
_CLOSED = lazy(r"\s*[)\],;]")
_ANSWER_LENGTH = 80
_REST = 4  # characters that may stand beside the mode in a short line: "(fully) remote"
_NEAR = 5  # characters before the mode in which a bracket opens
_YES = lazy(r"(?:(?P<yes>yes|true|y\b)|no\b|false|n\b|not (?:available|possible|offered|eligible|permitted)|unavailable)", re.IGNORECASE)
_INLINE = lazy(  # "Telework eligible: Yes", "Remote? No"
    r"\W*(?P<asked>(?:(?:fully |is (?:this|the) (?:role |job |position |post )?)?(?:remote|telework|telecommut|hybrid)\w*)"
    r"(?: (?:work|working|position|role|eligible|option|available|possible)){0,2})\s*[:?–-]+\s*(?P<answer>(?:yes|no)\b|not \w+)\W*",
    re.IGNORECASE,
)
_DASHED = lazy(r"\W*(?P<mode>\S[^:]*?)\s+[–—-]+\s*$")  # "Hybrid – Leeds"
_OR = lazy(r"\s+or\s+", re.IGNORECASE)
_HEAD = 8  # blocks
_FRIENDLY = lazy(r"\W*(?:fully )?remote[ -](?:friendly|ok|okay|optional|first|only|position|role|job)\W*", re.IGNORECASE)
_MARKED = lazy(r"[(\[,|–—-]")
_ADJECTIVES = frozenset({"distributed", "virtual", "hybrid"})  # in a title also of things: "Virtual Reality Artist"


def _answers(posting: Posting, asked_for: list[tuple[Block, Block]]) -> Iterator[tuple[Block, Said]]:
    """A yes or no to "remote" or "hybrid": `remote: true`, "Remote position: No"."""
    stated = [(f.key, trimmed(f.block)) for f in fields_of(posting, "work_mode")]
    stated += [(b.text[: b.label_end], trimmed(b, b.label_end)) for b in posting.blocks if b.label_end]
    stated += [(above.text, trimmed(below)) for above, below in asked_for]
    stated += [(m["asked"], Excerpt(b, m.start("answer"), m.end("answer"))) for b, m in _inline(posting)]
    for key, value in stated:
        yes = _YES.match(value.text)
        if yes and "telework" in key.casefold():  # it may be done at home now and then, or not
            if yes["yes"]:
                yield value.block, Said(value.start, value.end, "hybrid", PLAIN)
            continue
        asked = next(in_value(key.replace("_", " ").replace(".", " ")), None) if yes else None
        if asked is None and yes and "remote" in key.casefold():
            asked = Said(0, 0, "remote", STATED)
        if asked is not None and yes is not None:
            mode: Mode | None = asked.mode if yes["yes"] else "onsite" if asked.mode == "remote" else None
            if mode is not None:
                yield value.block, Said(value.start, value.end, mode, STATED)


def _inline(posting: Posting) -> Iterator[tuple[Block, re.Match[str]]]:
    """Lines that ask for the mode and answer it, where they are no labels: "Telework eligible: Yes", "Remote? No"."""
    for block in posting.prose_holding(ANCHORS):
        match = _INLINE.fullmatch(block.text) if not block.label_end and len(block.text) < _ANSWER_LENGTH else None
        if match is not None:
            yield block, match


def _asked(posting: Posting) -> Iterator[tuple[Block, Block]]:
    """Lines that ask for the mode, with the yes or no below them."""
    if _YES_OR_NO.isdisjoint(posting.concordance.words):
        return
    for above, below in pairwise(posting.blocks):
        if len(below.text) < _ANSWER_LENGTH and _ANSWER.fullmatch(below.text) and _ASKS.fullmatch(above.text):
            yield above, below


def _labels(posting: Posting) -> Iterator[Block]:
    """Cells that only ask for the mode, above or beside the one that tells it: "Remote working" beside "On-site only"."""
    for label, value in pairwise(posting.blocks):
        asks = 0 < len(label.text) <= label.label_end and len(value.text) < _ANSWER_LENGTH and _ASKS.fullmatch(label.text)
        if asks and next(in_value(value.text), None) is not None:
            yield label


def _heads(posting: Posting) -> Iterator[tuple[Block, Said]]:
    """A mode before a dash and a place, which look like a label and its value: "Remote – UK"."""
    for block in posting.blocks:
        label = block.text[: block.label_end].rstrip(" :–—-") if block.label_end else ""
        value = block.text[block.label_end :].strip() if label and _is_mode(label) else ""
        if value and any(is_all(value, spot) for spot in recognise(value)):
            yield from ((block, said) for said in in_value(label))


def _labelled(posting: Posting) -> Iterator[Excerpt]:
    """Values of labels that ask for the mode, whatever section they count to."""
    for block in posting.blocks:
        if block.label_end and (_MODE_LABEL.search(block.text, 0, block.label_end) or _is_mode(block.text[block.label_end :])):
            yield trimmed(block, block.label_end)
        elif block.kind in ("paragraph", "item") and len(block.text) < _ANSWER_LENGTH and ":" in block.text:
            match = _LABELLED.fullmatch(block.text)
            if match is not None and _is_mode(match["value"]):
                yield trimmed(block, match.start("value"))
    yield from (value for label, value in posting.inline_labels if _MODE_LABEL.search(label) or _is_mode(value.text))


def _is_alone(text: str, said: Said) -> bool:
    """Whether a part of a header says the mode and no more, or the mode or a place: "Remote or Leeds"."""
    if said.end - said.start >= len(text) - _REST or _FRIENDLY.fullmatch(text):
        return True
    return any(piece.strip() == text[said.start : said.end] for piece in _OR.split(text))


def _dashed(posting: Posting) -> Iterator[tuple[Block, Said]]:
    """A mode before a dash above the text, which a label is taken for: "Hybrid – Leeds"."""
    for block in posting.blocks[:_HEAD]:
        match = _DASHED.fullmatch(block.text[: block.label_end]) if block.label_end else None
        for said in in_value(match["mode"]) if match and _is_mode(match["mode"]) and block.text[block.label_end :].strip() else ():
            yield block, said._replace(start=match.start("mode") + said.start, end=match.start("mode") + said.end) if match else said


def _is_mode(value: str) -> bool:
    """Whether a label's value is a mode and no more, whatever the label."""
    text = value.strip(" .")
    said = next(in_value(text), None) if len(text) < _ANSWER_LENGTH else None
    return said is not None and said.end - said.start >= len(text) - _REST and text.casefold() not in _ADJECTIVES - {"hybrid"}


def evidence(posting: Posting) -> Iterator[tuple[Block, Said]]:
    """Everything said, what states it first."""
    asked = list(_asked(posting))
    answered = {above for above, _ in asked} | set(_labels(posting)) | {block for block, _ in _inline(posting)}
    for block, said in _answers(posting, asked):
        answered.add(block)
        yield block, said
    for block, said in _dashed(posting):
        if block not in answered:
            yield block, said
    for value in (*field_values(posting, "work_mode", "location"), *label_values(posting, "location", "employment")):
        for said in in_value(value.text) if value.block not in answered else ():
            yield value.block, said._replace(start=value.start + said.start, end=value.start + said.end)
    yield from ((block, said) for block, said in _heads(posting) if block not in answered)
    for part in (*_labelled(posting), *posting.header_parts):
        for said in in_value(part.text):
            opened = part.text[max(0, said.start - _NEAR) : said.start].rstrip().endswith(("(", "["))
            bracketed = opened and _CLOSED.match(part.text, said.end) is not None
            alone = bracketed or _is_alone(part.text, said)
            if part.block not in answered and (part.block.label_end or alone or beside_place(part.text, said.start, said.end)):
                yield part.block, said._replace(start=part.start + said.start, end=part.start + said.end)
    title = posting.title
    if title is not None:
        for said in in_value(title.text):
            if title.text[said.start : said.end].casefold() not in _ADJECTIVES or _MARKED.search(title.text):
                yield title.block, said._replace(start=title.start + said.start, end=title.start + said.end)
    for block in posting.prose_holding(ANCHORS):
        if block not in answered:
            section = posting.section_of(block)
            for said in in_prose(block.text, section.kind if section is not None else "", posting.norms(block)):
                yield block, said


def says_remote(posting: Posting) -> bool:
    """Whether the posting calls the job remote outright, which its places depend on."""
    modes = {s.mode for _, s in posting.said_of_mode if s.weight >= PLAIN}
    return "remote" in modes and "hybrid" not in modes


def find_work_mode(posting: Posting) -> WorkMode | None:
    """The mode that weighs most; a place of work with no word on the mode means on site."""
    firm = [(b, s) for b, s in posting.said_of_mode if s.weight >= PASSING]
    if not firm:
        return _implied(posting)
    block, said = _weightiest(firm)
    both = said.mode == "hybrid" and said.weight == PLAIN  # sentences that speak of home and of the office agree with it
    others = [
        (b, s) for b, s in firm if s.mode != said.mode and s.weight >= PLAIN and not both and (b is not block or _every_day(b, s, said))
    ]
    return WorkMode(said.mode, Excerpt(block, said.start, said.end), tuple(Excerpt(b, s.start, s.end) for b, s in others))


def _every_day(block: Block, other: Said, said: Said) -> bool:
    """Whether, in one block, a remote job is also to be done elsewhere on every day of the week."""
    words = block.text[other.start : other.end]
    return {said.mode, other.mode} == {"remote", "onsite"} and bool(WHOLE_WEEK.search(words) or ALL_WEEK.search(words))


def _weightiest(firm: list[tuple[Block, Said]]) -> tuple[Block, Said]:
    """Of equal statements the first, but hybrid before others: days in the office make a remote job hybrid."""
    weight = max(s.weight for _, s in firm)
    top = [(b, s) for b, s in firm if s.weight == weight]
    hybrid = next(((b, s) for b, s in top if s.mode == "hybrid"), None)
    return hybrid or top[0]


def _implied(posting: Posting) -> WorkMode | None:
    """Without a word on it: on site where a place is given, remote where only a time zone or a remote team is."""
    places = posting.places
    if places:
        zone = all(p.country is None and p.city is None and not _COUNTY.search(p.at.text) for p in places)
        return WorkMode("remote" if zone else "onsite", places[0].at)
    for block in posting.prose_holding(_IN_REMOTE_TEAM.words):
        match = _IN_REMOTE_TEAM.regex.search(block.text)
        if match is not None:
            return WorkMode("remote", Excerpt(block, *match.span()))
    return None
