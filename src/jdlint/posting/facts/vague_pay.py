"""Words about pay that name no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.patterns import listed
from jdlint.posting.facts.wraps import unwrap
from jdlint.posting.fields import fields_of, is_prose
from jdlint.posting.model import Block, Excerpt
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_GATE = listed(  # "o" of "d.o.e."
    "competitive competitively attractive excellent generous generously lucrative fair great good top average leading commensurate"
    " negotiable subject negotiated doe dependent dependant depending depends based varies vary line market determined set approved"
    " fixed above discussed decided confirmed agreed according tbd tba tbc well fairly discuss constraint bar tips tip gratuities"
    " industry application undisclosed dollar money handsome handsomely best highest superb outstanding fantastic amazing brilliant"
    " decent boe o worth reflects reflecting earning high award agreement bargaining schedule scale modest small nominal living"
    " stipend"
)
_SIGNS = frozenset("$£€₹")
_PAY_WORDS = listed(
    "salary salaries pay pays paying paid wage wages compensation remuneration rate rates earnings package packages stipend hourly"
    " ctc money dollar fee fees earning income"
)
_PAY = r"(?:salar(?:y|ies)|pay|wages?|compensation|remuneration|(?:hourly|day|daily|pay)\s+rates?|rates?\s+of\s+pay|earnings|ctc)\b(?!-)"
_PRAISE = (
    r"(?:(?:highly|very|really|extremely)\s+)?"
    r"(?:competitive|attractive|generous|lucrative|fair|great|good|excellent|above[- ](?:average|award|market)|top"
    r"|superb|outstanding|fantastic|amazing|brilliant|decent|handsome|(?:industry|market|sector)[- ]leading)"
)
_BETWEEN = (
    r"(?:(?:base|basic|annual|starting|hourly|total|market|non-?profit|benefits?\s+and|monthly|financial|industry|daily|local|cash"
    r"|take-home)\s+){0,3}"
)
_DEPENDS = (
    r"(?:(?:commensurate|in\s+line)\s+with|depend(?:ent|ant|s|ing)\s+(?:up)?on|based\s+(?:up)?on|according\s+to"
    r"|subject\s+to|determined\s+(?:by|based\s+on)|var(?:y|ies)\s+(?:with|by|based\s+on|depending\s+on))"
)
_MERIT = (
    r"(?:(?:your|the|their|(?:successful\s+)?candidate['’]?s?|applicant['’]?s?|individual|relevant|work|job|level\s+of|years\s+of|personal|needs|prior"
    r"|previous|role|position|knowledge|training|education|skills?|qualifications?|experience|location|age|accomplishments?|achievements?|merit|and|or|&|/|,)[\s,]*)*"
    r"\b(?:experience|skills?|skillset|qualifications?|abilit(?:y|ies)|seniority|background|expertise)\b"
    r"(?:,?\s+(?:and|or|&)\s+(?:\w+\s+)?(?:funding|location|budget|role|qualifications|education|performance|seniority|level)\b)?"
)
_LATER = r"(?:determined|discussed|decided|agreed|negotiated|confirmed)"
_FIGURE = r"\s+(?:up\s+to|between|within|from|around|in\s+the\s+(?:range|region))\b[^.;\n]{0,30}[\d£$€₹]"  # a range to negotiate in
_UNTOLD = (
    rf"(?:negotiable\b(?!{_FIGURE})|tb[dac]\b|to\s+be\s+{_LATER}|open\s+to\s+(?:discussion|negotiation)|market[- ]related"
    r"|(?:will\s+not\s+be|won['’]t\s+be|(?:is\s+)?not?|isn['’]t)\s+(?:a\s+)?(?:constraint|bar|limit|issue)\b|as\s+per\s+(?:market|industry|company)\s+\w+|best\s+in\s+(?:the\s+)?industry|on\s+application|undisclosed)"
)
_MORE_THAN = (
    r"(?:above|over|better\s+than|more\s+than)\s+(?:the\s+)?(?:market|industry|average|going\s+rate)(?:\s+(?:average|rate|standard)s?)?\b"
)
_SETTERS = r"(?:\w+\s+)?(?:committee|board|management|council|vestry|trustees|governors|directors|owners?|employer|company|school)"
_RULE = (
    r"(?:(?:[\w-]+\s+){0,3}(?:agreement|scale)|(?:[\w'’-]+\s+){0,2}(?:salary|wage|pay)\s+schedule"
    r"|(?:union|negotiated|collective)\s+contract)"
)
# Words that speak of pay by themselves ...
_PLAIN = tuple(
    lazy(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_PRAISE}(?:\s*(?:and|,|&)\s*[\w-]+)?\s+{_BETWEEN}{_PAY}(?:\s*(?:and|&|\+|/)\s*benefits?\b)?(?:\s+packages?\b)?",
        rf"\b{_PAY}(?:\s++(?:range|level|package))?\s*+(?:(?:is|are|will\s+be|shall\s+be)\s++)?[:–-]?\s*+(?:{_PRAISE}\b(?!\s+\w+)|{_UNTOLD})",
        rf"\b{_PAY}[^.;\n]{{0,60}}?\b(?:will\s+be|to\s+be|is|are)\s+{_LATER}\b(?:\s+(?:up)?on|\s+at|\s+by|\s+during|\s+with)?[^.;,\n]{{0,30}}",
        r"\b(?:competitive|good|great|excellent|top)\s+rates?\b(?!\s+(?:of|on|at|in)\b)|\brates?\s+(?:is\s+|are\s+)?negotiable",
        r"\b(?:market[- ]related|negotiable)\s+(?:salary|pay|rate|compensation)\b",
        r"\b(?:competitive|attractive|generous|excellent)\s+(?:financial\s+|total\s+rewards\s+|salary\s+|overall\s+)?packages?\b",
        r"\bhourly(?:\s+(?:pay|wage|rate))?\s*(?:plus|\+|and|&|with)\s*(?:\w+\s+)?(?:tips?|gratuities)\b(?:\s+out\b)?(?![^.;\n]{0,40}\d)",
        r"[$£€₹]\s?(?:competitive|negotiable|attractive|doe|neg)\b",
        rf"\b{_PAY}\s+(?:that\s+|which\s+)?reflect(?:s|ing)\s+(?:your|the)\s+{_MERIT}",
        r"\bpaid\s+what\s+you(?:['’]re|\s+are)\s+worth\b|\b(?:excellent|high|great|good|fantastic|strong)\s+earnings?\s+potential\b",
        r"\b(?:good|great|excellent|serious|decent)\s+money\b|\btop\s+dollar\b|\bpaid\s+handsomely\b|\bhandsomely\s+(?:paid|rewarded)\b",
        rf"\b(?:fee|rate)s?\s*:\s*{_UNTOLD}",
        r"\b(?:best|highest)\s+(?:salar(?:y|ies)|pay|wages?|rates?\s+of\s+pay)\s+(?:in|on)\b",
        r"\bpay(?:s|ing)?\s+(?:very\s+)?(?:competitively|generously|handsomely)\b",
        r"\bpay(?:s|ing)?\s+(?:at\s+)?(?:the\s+)?top\s+of\s+(?:the\s+)?(?:market|range|scale)\b|\bwe\s+pay\s+(?:well|fairly)\b",
        rf"\bpay(?:s|ing)?\s+(?:(?:way|well|far|much|significantly)\s+)?{_MORE_THAN}(?!\s+(?:share|value|price|attention|heed))",
        r"\b(?:great|good|excellent|top|high|serious)\s+\${2,}(?!\s?\d)",
        r"\b(?:modest|small|nominal|living)\s+stipend\b(?![^.;\n]{0,40}\d)|\bstipend[- ]paid\b(?![^.;\n]{0,40}[$£€]\s?\d)",
        r"\bbudget\s+is\s+available\b(?=[^.\n]{0,40}\b(?:hourly|per|by\s+the|rates?)\b)",
    )
)
# ... and words that do so only beside it.
_BESIDE = tuple(
    lazy(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:(?:is|are|will\s+be)\s+)?{_DEPENDS}\s+{_MERIT}",
        rf"\b(?:as\s+)?(?:determined|set|fixed|approved|decided)\s+by\s+(?:the|our)\s+{_SETTERS}\b|\bas\s+determined\s+by\s+(?:\w+\s+)?{_SETTERS}\b",
        r"(?-i:\b[BD]OE\b|(?<=[\dk] )doe\b|(?<=\()doe(?=\)))|\b[bd]\.o\.e\b\.?",
        rf"\b(?:as\s+)?per\s+(?:the\s+|our\s+)?{_RULE}\b",
        r"\bmarket[- ]related\b",
        r"\b(?:(?:at|above|near|around)\s+)?(?:or\s+above\s+)?(?:the\s+)?market\s+rates?\b",
        r"\bin\s+line\s+with\s+(?:the\s+)?(?:market|industry)(?:\s+(?:norms?|standards?|levels?))?\b",
    )
)
_BY_POST = lazy(rf"\b{_DEPENDS}\s+(?:the\s+|your\s+)?(?:position|role|grade|shift)s?\b", re.IGNORECASE)  # in a text about pay alone
_NEAR_PAY = lazy(
    rf"\b(?:{_PAY}|rate\b|paid\b|package\b|stipend\b|hourly\b|income\b|cost\s+to\s+company\b|(?:appointment|starting)\s+grade\b)|[$£€₹]\s?\d",
    re.IGNORECASE,
)
_AHEAD = 80  # characters before the words in which pay is named
_OTHER = lazy(
    r"\b(?:non[- ]?|not\s+)negotiable\b|\bmarket\s+rates?\s+(?:analysis|research|data|survey|for)"
    r"|\b(?:set|monitor|analy[sz]e|review|benchmark|develop|ensure|manage|negotiat\w*|survey|design|compar)\w*\s+(?:\w+\s+){0,3}(?:competitive|market|fair)"
    r"|\b(?:compensation|pay|salary)\s+(?:programs?|plans?|structures?|strateg\w+|philosoph\w+|analys\w+|surveys?)|\bfair\s+pay\s+for\b",
    re.IGNORECASE,
)
# A pay field that says no more than this.
_EMPTY = lazy(
    rf"\W*(?:{_PRAISE}|negotiable|doe|tb[dac]|to\s+be\s+{_LATER}|{_DEPENDS}[^.\n]{{0,60}}|market\s+rates?|paid|unspecified|open|flexible)\b.{{0,40}}",
    re.IGNORECASE,
)

# ... or names only the kinds of pay there are: "Hourly plus tips".
_KINDS = lazy(
    r"\W*(?:(?:hourly|salar(?:y|ied)|wages?|commissions?|tips?|gratuities|bonus(?:es)?|pay|rate|base|plus|and|with|cash)\b[\s,;+&/.]*){1,6}",
    re.IGNORECASE,
)


def _says_nothing(posting: Posting, value: str) -> bool:
    """Whether a pay field's value leaves the pay open; a kind of pay does so only where no figure stands."""
    return _EMPTY.fullmatch(value) is not None or (_KINDS.fullmatch(value) is not None and not posting.pay)


def _is_about_pay(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 :]
    sentence = re.split(r"[.;\n](?:\s|$)", line, maxsplit=1)[0]
    return _NEAR_PAY.search(sentence) is not None or _NEAR_PAY.search(text[max(0, start - _AHEAD) : start]) is not None


def find_phrases(text: str, about_pay: bool = False) -> list[tuple[int, int]]:
    """Ranges of the words about pay that name no figure; `about_pay` where the whole text is known to speak of pay."""
    text = unwrap(text)
    spans = [m.span() for pattern in _PLAIN for m in pattern.finditer(text)]
    beside = [m.span() for pattern in _BESIDE for m in pattern.finditer(text)]
    spans += [s for s in beside if about_pay or _is_about_pay(text, s[0])]
    if about_pay:
        spans += [m.span() for m in _BY_POST.finditer(text)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if _OTHER.search(text[max(0, start - 40) : end + 20]):
            continue
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return [(start, start + len(text[start:end].rstrip())) for start, end in merged]


def _in_block(posting: Posting, block: Block, about_pay: bool) -> Iterator[Excerpt]:
    norms = posting.tokens(block)
    speaks = about_pay or not _PAY_WORDS.isdisjoint(norms) or not _SIGNS.isdisjoint(block.text)
    if speaks and not _GATE.isdisjoint(norms):
        yield from (Excerpt(block, start, end) for start, end in find_phrases(block.text, about_pay))


def find_vague_pay(posting: Posting) -> tuple[Excerpt, ...]:
    """Words about pay that name no figure, in fields first, then in the body."""
    found: list[Excerpt] = []
    for field in fields_of(posting, "pay"):
        spans = [*_in_block(posting, field.block, about_pay=True)]
        if not spans and not any(c.isdigit() for c in field.block.text) and _says_nothing(posting, field.block.text):
            spans = [Excerpt.whole(field.block)]
        found += spans
    for field in posting.fields:  # a page's description too, which search engines show
        if posting.field_kinds[field] != "pay" and is_prose(field):
            found += _in_block(posting, field.block, about_pay=False)
    for block in posting.body_holding(_GATE):
        if block.kind != "quote":
            section = posting.section_of(block)
            found += _in_block(posting, block, about_pay=section is not None and section.kind == "pay")
    return tuple(found)
