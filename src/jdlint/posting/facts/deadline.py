"""The closing date for applications."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdlint.posting.facts.dates import parse_dates
from jdlint.posting.fields import fields_of
from jdlint.posting.model import Block, Deadline, Excerpt
from jdlint.text.words import sentences

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_GATE = frozenset(
    "apply deadline closing closes close closed application applications due received filled rolling filing expires submit submitted until resume resumes cv".split()
)
_DATED = re.compile(
    r"\bappl(?:y|ications?\s+(?:must\s+be\s+(?:received|submitted|in)|(?:are|is)\s+due|due|received|close[sd]?|accepted|should\s+be\s+\w+|deadline|period|window|end|will\s+be\s+accepted))\b[^.]{0,60}?\b(?:by|before|until|till|on|no\s+later\s+than|through|to|:|is)?"
    r"|\bdead[- ]?line\b|\bclos(?:ing\s+(?:date|on|time)|es|e\s+(?:on|date|at)|ed\s+on|ing:)|\bfiling\s+(?:deadline|date|period)|\b(?:posting|position|job|vacancy|advert\w*|announcement|recruitment|competition|ad)\s+(?:will\s+)?(?:clos|expir|end)\w*"
    r"|\bvalid\s+through|\bapplications?\b[^.]{0,40}\b(?:by|before|until|no\s+later\s+than)\b|\b(?:submit|send|e-?mail|reply|respond)\b[^.]{0,80}\b(?:by|before|no\s+later\s+than)\b|\blast\s+da(?:te|y)\s+(?:to\s+apply|for\s+(?:\w+\s+)?applications?)|\bopen\s+until\b|\breceived\s+by\b"
    r"|\bstop\s+accepting\b|\baccept\w*\s+(?:\w+\s+){0,3}(?:until|through|till)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:open|remain\w*\s+open|accept\w*(?:\s+applications?)?|advertis\w+|posted)\b[^.;\n]{0,60}\buntil\s+(?:(?:the\s+)?(?:position|role|post|vacancy|job|it)\s+(?:is|has\s+been)\s+)?filled|\buntil\s+(?:the\s+)?(?:position|role|post|vacancy)\s+(?:is|has\s+been)\s+filled|\buntil\s+filled\b"
    r"|\bapplications?\b[^.;\n]{0,60}\brolling\s+(?:basis|review)|\brolling\s+(?:basis|deadline|applications?|review|admissions?)\b|\b(?:recruitment|posting|position|announcement)\s+may\s+close\s+at\s+any\s+time|\bapplications?\s+(?:are\s+)?(?:reviewed|considered|accepted|evaluated)\s+(?:on\s+a\s+)?(?:continuous|ongoing)",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"\b(?:begin|start)\w*\s+(?:\w+\s+)?review\w*|\breview\w*\s+(?:\w+\s+){0,4}(?:begin|start|after|from)\w*|\bnot\s+be\s+reviewed\s+until",
    re.IGNORECASE,
)
_US_TIME = re.compile(
    r"\W+(?:at\s+)?\d{1,2}(?::\d\d){0,2}\s*[ap]\.?m\.?[\s(,]*(?:eastern|central|mountain|pacific|arizona|e[sd]?t|c[sd]t|m[sd]t|p[sd]t|hawaii|alaska)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:start(?:s|ing)?\s+(?:date|on|in)|starts?:|interviews?\s+(?:will|are|take|on|date)|posted|published|date\s+of\s+birth|updated|effective|available\s+from|first\s+day|begins?\s+on|created|opens?\s+on|opening\s+date|project\s+deadlines?|meet\s+(?:\w+\s+){0,3}deadlines?|tight\s+deadlines?)\b",
    re.IGNORECASE,
)
_DAY_FIRST_LANDS = frozenset("GB IE AU NZ IN FR DE ES IT NL BE AT CH SE NO DK FI PT PL ZA SG KE NG BR MX AE".split())
_MONTHS = 12
_TELLING = re.compile(
    r"(?<!\d)(?=(?:1[3-9]|2\d|3[01])/|\d{1,2}/(?:1[3-9]|2\d|3[01])/)(\d{1,2})/\d{1,2}/\d{4}"
)  # a date that shows its order
_LABELS = re.compile(
    r"\b(?:dead[- ]?line|clos(?:ing|es|e)(?:\s+date)?|apply\s+by|applications?\s+(?:close|due|deadline)|last\s+date|valid\s+through|filing)\b",
    re.IGNORECASE,
)


def _day_first(posting: Posting) -> bool | None:
    """How the job's country writes dates: the day first, the month first (the United States), or unknown."""
    lands = {p.country for p in posting.places if p.country}
    if lands == {"US"}:
        return False
    if lands and lands <= _DAY_FIRST_LANDS:
        return True
    ways = {int(m[1]) > _MONTHS for b in posting.blocks for m in _TELLING.finditer(b.text)}
    return ways.pop() if len(ways) == 1 else None


def find_closing(text: str, day_first: bool | None = None, expected: bool = False) -> tuple[int, int, str | None, bool] | None:
    """The closing date in a plain text as (start, end, ISO date or None, ambiguous); `expected` where a label announces it."""
    rolling = _OPEN.search(text)
    review = _REVIEW.search(text)
    if rolling and review:  # the day on which reading starts closes nothing
        return rolling.start(), rolling.end(), None, False
    for low, high in sentences(text):
        cue = _DATED.search(text, low, high)
        if not (cue or expected):
            continue
        for span in parse_dates(text[low:high], day_first):
            start, end = low + span.start, low + span.end
            lead = text[low:start]
            other = [m.start() for m in _OTHER.finditer(lead)]
            cues = [m.start() for m in _DATED.finditer(lead)]
            if (other and max(other) > max(cues, default=-1)) or not (cues or expected):
                continue
            if span.ambiguous and _US_TIME.match(text[end:]):
                span = parse_dates(text[start:end], day_first=False)[0]
            return start, end, span.iso, span.ambiguous
    return (rolling.start(), rolling.end(), None, False) if rolling else None


def _label(block: Block) -> str:
    return block.text[: block.label_end]


def find_deadline(posting: Posting) -> Deadline | None:
    """The closing date for applications: from its field, else from the body; words such as "until filled" where no date is given."""
    day_first = _day_first(posting)
    for field in fields_of(posting, "deadline"):
        text = field.block.text
        dates = parse_dates(text, day_first)
        if not dates and not any(c.isalpha() for c in text):
            continue
        closing = find_closing(text, day_first, expected=True)
        start, end, iso, ambiguous = closing or (0, len(text), None, False)
        return Deadline(Excerpt(field.block, start, end), iso, ambiguous)
    words: Deadline | None = None
    label = ""
    for block in posting.blocks:
        if block.kind in ("code", "quote"):
            continue
        expected = bool(_LABELS.search(label) or _LABELS.search(_label(block)))
        label = block.text if block.kind in ("heading", "cell") and len(block.text) < 60 else ""
        if not expected and not any(w.norm in _GATE for w in posting.words(block)):
            continue
        closing = find_closing(block.text, day_first, expected)
        if closing is None:
            continue
        start, end, iso, ambiguous = closing
        found = Deadline(Excerpt(block, start, end), iso, ambiguous)
        if any(c.isdigit() for c in found.at.text):
            return found
        words = words or found
    return words
