"""One line of a posting's body: whether it is a heading, a line with a run-in label, or text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter, itemgetter

from jdlint.hints import Literal
from jdlint.posting.headings import UNKNOWN, Meaning, classify, normal, without_remark
from jdlint.posting.model import Block, BlockKind, Link, Reading
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple, replace
from jdlint.text.stated import is_stated

Marked = Literal["", "markup", "bold", "caps", "colon", "underline", "plain"]

_LABEL = lazy(r"[^\w\n]{0,4}([^\W\d_][^:：\n.!?;]{0,60}?)[ \t\xa0]*(?:[:：]|[ \t\xa0][–—-](?=[ \t\xa0]))[ \t\xa0]*(?=\S)")
SLASHED = lazy(  # a row of a table that was copied as text: "Closing date / 3 June"
    r"(?P<label>[^\W\d_][^:：/\n.!?;]{2,40}?)[ \t]+/[ \t]+(?=\S)"
)
_DASHED = lazy(r"[^\w\n]{0,4}([^\W\d_][^:：\n.!?;–—-]{1,40})[–—-][ \t\xa0]+(?=\S)")
_LABEL_ENDS = (":", "：", " -", " –", " —", "\t-", "\t–", "\t—", "- ", "– ", "— ")  # one stands behind every such label
_SEPARATOR = lazy(r"[ \t\xa0]*(?:[:：][ \t\xa0\n]*|[–—-][ \t\xa0\n]+|\n[ \t\xa0]*|[ \t\xa0]+)")
_INSIDE = lazy(r"[.!?;:]\s+\S")  # more than one sentence
_QUESTION = lazy(r"^[^.!;:]+\? [^.!;?:]+[:.…]+$")
_LETTERS = lazy(r"[^\W\d_]")
_LISTED = frozenset(("responsibilities", "requirements", "preferred", "benefits"))
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "or", "the", "to", "with", "&", "/", "-", "–"))
_OPENERS = frozenset(("responsibilities", "requirements", "preferred", "benefits", "application", "process", "success", "reporting"))
_POINTING = frozenset(("the", "this", "your", "our", "about", "you", "we", "what", "who"))
_VALUE = lazy(r"[$€£₹#@]|https?:|\d+(?:[.,]\d+)*(?!\d*[.)]\s)\s*[^\s.)]")  # money, a tag, an address or a figure: no heading
_PARTED = (" | ", " · ", " • ")  # facts in a row
_MODE = lazy(r"(?:fully )?(?:on[- ]?site|remote|hybrid|in[ -]person|in[ -]office)(?: work(?:ing)?)?", re.IGNORECASE)
_BUTTON = lazy(
    r"\W*(?:apply(?: (?:now|here|online|today|to job|for (?:this |the )?(?:job|position|role|post|vacancy)))?"
    r"|contact us|share|print|save)\W*",
    re.IGNORECASE,
)
_APPLYING = lazy(
    r"\b(?:send|submit|e-?mail|appl(?:y|ying|ications?)|cv|r[eé]sum[eé]s?|contact|call|phone|write|form|cover|letter|interested)\b|@|https?:",
    re.IGNORECASE,
)
_CLOCK = lazy(r"\d:\d")
_ASKING = frozenset(
    ("what", "who", "how", "why", "where", "when", "about")
)  # "What you bring along": a heading; "You bring a van": a sentence
_CLOSING = (".", ",", ";", "!")
_CALLS = ("Are you ", "Do you ", "Would you ", "Have you ", "Can you ")  # a longer one calls readers: "Are you a cook who …?"
_LEADING_AWAY = ("See ", "Read ", "Learn ", "Find out ", "Click ", "Visit ", "View ", "Discover ")
_ADDRESSES = ("http://", "https://", "www.", "mailto:")
_SCHEMES = ("http", "https", "mailto")
_FILES = (".pdf", ".doc", ".docx", ".odt", ".rtf")
_UNCLOSED = ("**", "__")  # bold that nobody closed
_HEADING_WORDS = 12
_PLAIN_WORDS = 8
_QUESTION_WORDS = 10
_COLON_WORDS = 16
_LEADING_WORDS = 24  # of a sentence that leads to the list below it
_SHORT_COLON_WORDS = 6
_LEADING_COLON_WORDS = 10
_LEADS = (" will", " to", " with", " level", " by", " for")  # what a line that leads to a list ends with
_LABEL_WORDS = 6
_BARE_LABEL_WORDS = 4
_VALUE_WORDS = 15
_CAPS_LETTERS = 4
_REMARKS = frozenset((
    "note", "notes", "please note", "nb", "n.b", "important", "important note", "tip", "warning", "example", "ps", "p.s", "fun fact",
    "disclaimer",
))  # fmt: skip
_BARE_WORDS = 2
_TELLING = frozenset(("is", "are", "have", "has", "include", "includes", "included", "cover", "covers"))
_VERBS = frozenset(("is", "are", "will", "must", "can", "was", "were", "has", "have"))


class Neighbours(NamedTuple):
    """What stands around a line: the lines before and after it, the next block's kind and text, and whether lines are rows of a table."""

    before: str
    after: str
    next_kind: BlockKind | None
    own_block: bool
    following: str = ""
    rows: bool = False


_start, _end = itemgetter(0), itemgetter(1)
_link_start, _link_end = attrgetter("start"), attrgetter("end")


def cut(block: Block, start: int, end: int) -> Block:
    """The part [start, end) of a block, with its links and bold ranges."""
    if start == 0 and end == len(block.text):
        return block
    links = block.links[bisect_right(block.links, start, key=_link_end) : bisect_left(block.links, end, key=_link_start)]
    bold = block.bold[bisect_right(block.bold, start, key=_end) : bisect_left(block.bold, end, key=_start)]
    return replace(
        block,
        mapped=block.mapped.slice(start, end),
        links=tuple(Link(max(k.start, start) - start, min(k.end, end) - start, k.href) for k in links),
        bold=tuple((max(a, start) - start, min(b, end) - start) for a, b in bold),
    )


def line_ranges(text: str) -> list[tuple[int, int]]:
    """The ranges of a text's lines that hold more than white space, without the space around them."""
    found, at = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            found.append((start, start + len(stripped)))
        at += len(line) + 1
    return found


def is_bold(block: Block) -> bool:
    """Whether everything but punctuation stands in bold."""
    if not block.bold:
        return False
    rest = list(block.text)
    for start, end in block.bold:
        rest[start:end] = " " * (end - start)
    return not any(c.isalnum() for c in rest)


def is_caps(text: str) -> bool:
    """Whether a text is written in capitals alone."""
    return text.isupper() and len(_LETTERS.findall(text)) >= _CAPS_LETTERS


def is_plain_text(block: Block, start: int, end: int) -> bool:
    """Whether the line [start, end) of a block is neither a heading nor a line with a label: a cheap test of long lines."""
    text = block.text[start:end]
    return not block.bold and len(text.split()) > _COLON_WORDS and not _may_hold_label(text)


def _may_hold_label(text: str) -> bool:
    """Whether a text holds one of the marks that stand behind a label that is not in bold."""
    return any([mark in text for mark in _LABEL_ENDS])  # noqa: C419  # a generator takes twice as long


def heading_mark(block: Block, around: Neighbours, reading: Reading) -> Marked:
    """How a line is shown as a heading, or "" where it is none."""
    text = block.text.strip()
    if text.endswith((":", "：")):
        text = without_remark(text)
    count = len(text.split())
    longest = _LEADING_WORDS if around.own_block and around.next_kind == "item" and text.endswith(":") else _COLON_WORDS
    if not text or count > longest or not _LETTERS.search(text) or _VALUE.match(text) or any(mark in text for mark in _PARTED):
        return ""
    if is_conjunction(text) or (_INSIDE.search(text) and not _asks_to_apply(text, count, reading)):
        return ""
    meaning = classify(text, reading)
    if not around.own_block and _continues(text, around, meaning):
        return ""
    if (text.startswith(_LEADING_AWAY) and _is_link(block)) or _opens_file(block):
        return ""  # "Read more about our team", "Role profile (PDF)": they lead elsewhere
    if is_bold(block) or text.startswith(_UNCLOSED):
        leads = text.endswith(":") and bool(meaning.kinds) and around.next_kind == "item"
        return "bold" if leads or _bold_heading(text, count, meaning) else ""
    if text.endswith((":", "：")):
        return "colon" if _colon_heading(text, count, meaning, around) else ""
    if text.endswith(_CLOSING) and not text.endswith("..."):
        return ""
    if is_caps(text):
        if is_stated(text):
            return ""
        known = bool(meaning.kinds) and meaning.exact
        return "caps" if known or (count <= _SHORT_COLON_WORDS and around.next_kind is not None) else ""
    if meaning.kinds in (("equal_opportunity",), ("application",)) and _is_link(block):
        return ""  # "Assessment accommodation", which leads to a page elsewhere; "Apply now", a button
    if _BUTTON.fullmatch(text) and not _APPLYING.search(around.after or around.following):
        return ""  # what the page of a board prints of its buttons
    if is_mode(text):
        return ""  # "On-site" in the header states a fact
    return "plain" if _plain_heading(text, count, meaning, around) else ""


def _asks_to_apply(text: str, count: int, reading: Reading) -> bool:
    """Whether a question and what to do then make a heading: "Sounds good? Then …", "Interested? Apply:"."""
    if count > _PLAIN_WORDS or not text.endswith((":", "…", "...")) or _QUESTION.search(text) is None:
        return False
    meaning = classify(text, reading)
    return meaning.exact and meaning.kinds == ("application",)


def is_mode(text: str) -> bool:
    """Whether a text states a mode of work and nothing else: "On-site"."""
    return _MODE.fullmatch(text.strip()) is not None


def is_conjunction(text: str) -> bool:
    """Whether a line only joins what stands above and below it: "OR"."""
    return text.casefold().strip("*_-–— :") in ("or", "and", "and/or", "either")


def _is_link(block: Block) -> bool:
    """Whether a line is one link and nothing else."""
    text = block.text
    return any(k.href and not text[: k.start].strip() and not text[k.end :].strip() for k in block.links)


def _opens_file(block: Block) -> bool:
    """Whether a line starts with a link to a file: "[Role profile](role.pdf) (PDF)"."""
    return any(not block.text[: k.start].strip(" *_") and k.href.casefold().endswith(_FILES) for k in block.links)


def _continues(text: str, around: Neighbours, meaning: Meaning) -> bool:
    """Whether a line is the middle of a wrapped sentence."""
    address = "application" in meaning.kinds and around.after.startswith(_ADDRESSES)
    if (around.after[:1].islower() and not address) or text[:1].islower():
        return True
    if meaning.exact and meaning.kinds and not meaning.weak:
        return False
    before = around.before.rstrip()
    return bool(before) and before[-1:] not in '.!?:;)”"…' and len(before.split()) > _PLAIN_WORDS


def _plain_heading(text: str, count: int, meaning: Meaning, around: Neighbours) -> bool:
    """Whether the words alone make a line a heading: every one is known, and something stands under it."""
    if not meaning.kinds:
        return around.own_block and around.next_kind == "item" and _heads_list(text, count)
    if around.next_kind is None or text[0].islower():
        return False
    if not meaning.exact:
        return around.own_block and _names_a_section(text, count, meaning, around)
    if text.endswith("?"):
        return count <= (_PLAIN_WORDS if text.startswith(_CALLS) and around.next_kind != "item" else _QUESTION_WORDS)
    if meaning.open and around.next_kind != "item" and not text.endswith(("…", "...")) and normal(text)[0] not in _ASKING:
        return False
    if meaning.weak and normal(text)[0] not in _POINTING:
        return False
    if meaning.weak and count == 1:
        return False
    return count <= (_HEADING_WORDS if around.next_kind == "item" else _PLAIN_WORDS)


def _heads_list(text: str, count: int) -> bool:
    """Whether a line of no known words is written like a heading: "Store & Stock Management" above a list."""
    said = text.split()
    if is_stated(text) or _MODE.fullmatch(text):
        return False
    return 1 < count <= _LABEL_WORDS and said[0] not in _SMALL and all(w[:1].isupper() or w in _SMALL for w in said) and said[-1].isalpha()


def _names_a_section(text: str, count: int, meaning: Meaning, around: Neighbours) -> bool:
    """Whether a line with words of its own says like a heading what is under it: "Ward Sister Duties" above a list."""
    if count > _LABEL_WORDS or not _LISTED.intersection(meaning.kinds) or around.next_kind not in ("item", "paragraph"):
        return False
    titled = all(w[:1].isupper() or w in _SMALL for w in text.split())
    return titled and (around.next_kind == "item" or len(around.following.split()) > _PLAIN_WORDS)


def _bold_heading(text: str, count: int, meaning: Meaning) -> bool:
    if text.endswith(_CLOSING):
        return meaning.exact and bool(meaning.kinds) and not text.endswith((",", ";")) and count <= _PLAIN_WORDS
    return count <= _HEADING_WORDS or (meaning.exact and bool(meaning.kinds))


def _colon_heading(text: str, count: int, meaning: Meaning, around: Neighbours) -> bool:
    if meaning.exact and meaning.kinds:
        return count <= _PLAIN_WORDS or bool(_OPENERS.intersection(meaning.kinds))
    if around.next_kind == "item":
        longest = _LEADING_COLON_WORDS if around.own_block and text[:-1].endswith(_LEADS) else _SHORT_COLON_WORDS
        return count <= longest and (bool(meaning.kinds) or text[:1].isupper())
    return count <= _BARE_LABEL_WORDS and around.own_block and around.next_kind is not None and text.istitle()


class Label(NamedTuple):
    """A run-in label: where it ends, where its value starts, and what it announces.

    Unknown ones need company to count, and `long` ones, before a text of some length, more of it.
    """

    end: int
    value: int
    meaning: Meaning
    long: bool = False


def run_in_label(block: Block, reading: Reading) -> Label | None:
    """The label at the start of a line, or None."""
    text = block.text
    found = _bold_label(block) or _bare_label(text)
    if found is None or _opens_file(block):
        return None
    end, value, bold = found
    label = text[:end].strip()
    if label.endswith(_SCHEMES) or label.count("(") > label.count(")"):
        return None  # "Apply at https://…", "Grade 7 (£31,200 – £35,800)"
    if not bold and ":" not in text[end:value] and "：" not in text[end:value] and _is_sentence(label):
        return None
    meaning = classify(label, reading)
    count = len(label.split())
    if (count > _LABEL_WORDS and not bold) or (meaning.kinds == ("company",) and _tells_of_us(label)):
        return None
    rest = len(text[value:].split())
    if meaning.exact and meaning.kinds and (not meaning.weak or rest <= _VALUE_WORDS or is_caps(label)):
        return None if is_remark(label) or (meaning.weak and meaning.kinds[0] == "success") else Label(end, value, meaning)
    if label[:1].isupper() and count <= _BARE_LABEL_WORDS and rest <= _VALUE_WORDS and not is_remark(label):
        return Label(end, value, UNKNOWN)
    if rest > _VALUE_WORDS and not bold and text[end : value + 1].lstrip()[:1] in (":", "：") and _is_name(label):
        return Label(end, value, meaning if meaning.exact else UNKNOWN, long=True)
    return None


def slashed_label(line: Block, reading: Reading) -> Label | None:
    """The label of a line that was a row of a table, "Closing date / 3 June", if it is a known one and no heading of two words goes on."""
    match = SLASHED.match(line.text)
    meaning = classify(match["label"], reading) if match is not None else UNKNOWN
    if match is None or not (meaning.exact and meaning.kinds) or meaning.weak:
        return None
    rest = classify(line.text[match.end() :], reading)
    return None if rest.exact and rest.kinds else Label(match.end("label"), match.end(), meaning)


def _is_name(label: str) -> bool:
    """Whether a label is written as a name of its own, "Health Plan of the County", and is no remark."""
    return label[:1].isupper() and all(w[:1].isupper() or w in _SMALL or w[:1].isdigit() for w in label.split()) and not is_remark(label)


def is_remark(label: str) -> bool:
    """Whether a word before a colon opens a remark and labels no fact: "Note:"."""
    return label.casefold().strip("*_: ") in _REMARKS


def _is_sentence(words_before: str) -> bool:
    """Whether words before a dash are a sentence and no label: "Uniforms are provided - bring black shoes"."""
    said = words_before.casefold().split()
    return not _VERBS.isdisjoint(said) and said[0] not in _ASKING


def _tells_of_us(label: str) -> bool:
    """Whether words before a colon are the start of a sentence on the employer: "Our guests have included: ..."."""
    said = label.casefold().split()
    return len(said) > _BARE_WORDS and said[0] in ("our", "we") and not _TELLING.isdisjoint(said)


def _bold_label(block: Block) -> tuple[int, int, bool] | None:
    """Bold words at the start of a line, with something after them."""
    text = block.text
    if not block.bold:
        return None
    start, end = block.bold[0]
    if text[:start].strip("•-*–—· \t") or end >= len(text) or "\n" in text[start:end].strip():
        return None
    label = text[start:end].rstrip(" :：–—-\t\xa0\n")
    stop = start + len(label)
    gap = _SEPARATOR.match(text, stop)
    if not label or gap is None or gap.end() >= len(text):
        return None
    if gap.end() < end:  # the value stands in bold, too
        return None
    separated = any(c in gap.group() for c in ":：–—-\n")
    return (stop, gap.end(), True) if separated or classify(label).exact else None


def _attached(text: str) -> re.Match[str] | None:
    """A known label with a dash and no space before it: "Pay scale- Rs. 44,900", "Age limit— 35 years"."""
    match = _DASHED.match(text)
    meaning = classify(match[1]) if match is not None else UNKNOWN
    return match if meaning.exact and meaning.kinds and not meaning.weak else None


def _bare_label(text: str) -> tuple[int, int, bool] | None:
    if not _may_hold_label(text):
        return None
    match = _LABEL.match(text) or _attached(text)
    if match is None or text.startswith("//", match.end() - 1) or _CLOCK.match(text, match.end(1) - 1):
        return None
    return match.end(1), match.end(), False
