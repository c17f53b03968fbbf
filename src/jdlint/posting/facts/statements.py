"""Statements that stand in a posting or don't: benefits, and equal opportunity or accommodation."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.patterns import Gated, joined, norms_of, sentence_around
from jdlint.posting.facts.scan import field_values
from jdlint.posting.model import Block, Excerpt
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_BENEFITS = (
    Gated(
        "medical dental vision health healthcare life disability insurance",
        r"""
        \b(?:(?:health|medical|dental|vision|life|disability|travel) ?(?:care|and|&|/
        |,)? ?(?:\w+,? (?:and |& )?){0,2}(?:insurance|coverage|cover|plan|benefits)
        |medical,? (?:and )?dental|dental,? (?:and )?vision|private (?:medical|health)|health ?care (?:plan|benefits|coverage)
        |insurance benefits)\b
        """,
    ),
    Gated(
        "leave paid vacation vacations holiday holidays pto days off sick",
        r"""
        \b(?:paid (?:time off|leave|vacation|holidays?|sick|parental|maternity|paternity|family|annual|volunteer|lunch|days off)\w*
        |(?:annual|parental|sick) leave(?! (?:and \w+ )?cover)
        |maternity (?:leave|pay)|sick (?:pay|days?|time)|pto|(?:days|weeks)['’]? (?:of )?(?:paid |annual )?
        (?:vacation|holidays?|leave|pto)|(?:vacation|holidays?) (?:days|pay|allowance|entitlement)
        |unlimited (?:vacation|pto|time off|holidays?|paid))\b
        """,
    ),
    Gated(
        "401 401k 403 403b pension pensions superannuation retirement rrsp provident gratuity profit stock equity esop",
        r"""
        \b(?:401 ?\(?k\b\)?|403 ?\(?b\b\)?|pension\w*|superannuation|retirement (?:plan|savings|benefits?|scheme|program
        |contribution|matching)\w*
        |rrsp|provident fund|gratuity|profit[ -]sharing|stock options?|equity (?:package|grant|compensation)|esop)
        """,
    ),
    Gated(
        "benefits benefit package bonus bonuses discount discounts",
        r"""
        \b(?:(?:full|comprehensive|complete|excellent|generous|great|competitive|wonderful|robust|attractive|standard|fringe
        |employee|company)
        [ ]benefits?(?: package| plan| programs?)?|benefits? (?:package|include\w*|plans?|programs?)|signing bonus
        |(?:annual|performance|quarterly|year[- ]end|retention|referral) bonus\w*|(?:staff|employee) discounts?|(?:childcare
        |commuter) benefits?)\b
        """,
    ),
    Gated(
        "tuition budget stipend allowance reimbursement flexible flexitime flexi free meals assistance gym cycle season relocation"
        " childcare balance car laptop vehicle phone wellness mileage",
        r"""
        \b(?:tuition (?:reimbursement|assistance|remission|waiver|benefits?)|(?:training|learning|education
        |professional development|conference
        |wellness|home office|equipment|internet|book) (?:budget|stipend|allowance|reimbursement)|flexible (?:working )?(?:hours
        |schedule|working)
        |flexible work schedule|flexi-?time|free (?:lunch\w*|meals?|parking|coffee|snacks?|food|gym|uniform)|staff meals?
        |employee assistance program\w*
        |gym (?:membership|access)|cycle[ -]to[ -]work|season ticket loan|relocation (?:assistance|package|support)
        |childcare (?:vouchers?|assistance)|work[ -]life balance|company (?:car|laptop|vehicle|phone)|wellness (?:incentives?|program)
        |mileage reimbursement)\b
        """,
    ),
)
_BENEFIT_WORDS = frozenset().union(*(pattern.words for pattern in _BENEFITS))
# What follows the words of a benefit that are part of the employer's own name: "Moor Health Insurance Partners is hiring".
_NAME_SEEKS = lazy(
    r"(?:,? \(?[A-Z&][\w&.’'-]*\)?){0,5},? (?:(?:is|are) (?:(?:now|currently|actively) )?(?:seeking|looking|hiring|recruiting|searching)"
    r"|seeks|has an? (?:\w+ )?(?:opening|vacancy))\b"
)
# Words of the benefit's own line of work: the job is about it, or nobody gets it.
_NOT_OURS = lazy(
    joined(r"""
    \b(?:administ\w+|process\w*|manag\w+|negotiat\w+|sell\w*|selling|advis\w+|explain\w*|enrol\w*|coordinat\w+|claims?|customers?|clients?
    |policyholders?|members?|patients?|overs\w+|payroll|not (?:eligible|include|offer|provide)|no benefits|without benefits)\b[^.]{0,60}$
    """),
    re.IGNORECASE,
)
_PROMISE = lazy(
    joined(r"""
    \b(?:we (?:also |currently )?(?:offer|provide|have|pay)|benefits? (?:package|include)
    |you(?:['’]ll| will)? (?:get|receive|have access|enjoy|be eligible)|(?:is|are) eligible for|offers? (?:an?|the|full|great)|in return
    |comes with|perks|(?:role|position|job|post|package)\b[^.;!?]{0,80}\b(?:includes?|offers?|provides?|carries))\b
    """),
    re.IGNORECASE,
)
# What leads to a page that tells them.
_NAMED = frozenset({"benefits", "perks"})
_LEADS = lazy(
    r"\b(?:learn|read|find out|see|discover|more|details|full list|explore|know)\b"
    r"[^.!?]{0,50}?\b(?P<what>(?:our|the|staff|employee|company) "
    r"(?:[\w-]+ ){0,3}?(?:benefits|perks)(?: (?:of working|we offer|package|programs?|page|section|here|at"
    r"|for (?:staff|employees)))?)(?![\w-])(?! (?:of (?!working)|to |and risks))",
    re.IGNORECASE,
)
_WORK_SECTIONS = frozenset({"responsibilities", "requirements", "preferred", "summary", "reporting", "success", "application", "process"})

_GROUNDS = r"(?:race|colou?r|sex|gender|age|religion|ethnic\w*|background|disability|who|national|any|sexual|identity)"
_EQUAL = (
    Gated(
        "equal eeo eeoc eoe affirmative equity equality equalities protected",
        r"""
        \b(?:equal(?:[ -]employment)?[ -](?:opportunit(?:y|ies)|access|employment)|eeoc?|eoe|affirmative action(?! (?:plan
        |report|program))
        |employment equity|protected (?:characteristic|class|status|veteran|groups?)\w*|equalit(?:y|ies) (?:and|&|act))\b
        """,
    ),
    Gated(
        "without regardless irrespective discriminate discriminates discrimination nondiscrimination discriminatory discriminated",
        rf"""
        \b(?:(?:without (?:regard|discrimination|distinction)|regardless of|irrespective of) (?:to |on |of |their |your )*{_GROUNDS}\w*
        |(?:do(?:es)? not|don['’]t|never|not) discriminate
        |non-?discriminat\w+(?!\w|[ ](?:manner|way|fashion|care|service)s?\b)|free (?:from|of) discrimination|prohibits? discrimination
        |discriminat\w+ (?:on the basis|based on|against))\b
        """,
    ),
    Gated(
        "hire hires employ employs",
        rf"""
        \b(?:hires?|employs?) people of (?:all|every|any) (?:{_GROUNDS}|faith|walk)
        """,
    ),
    Gated(
        "accommodation accommodations adjustment adjustments disability ban",
        r"""
        \b(?:reasonable (?:accommodations?|adjustments?)|(?:need|require|request)\w* (?:an? |any |special )?(?:accommodations?
        |adjustments?)
        |accommodations? (?:during|needs|requests?|throughout|(?:is|are|will be) (?:available|made|provided)
        |in the (?:application|interview|hiring|recruitment|selection)
        |(?:to|for) (?:complete|participate|perform|apply|individuals|qualified|applicants|employees|people|persons|candidates
        |those|disabilit\w+
        |(?:an?|the|your) interview))|disability confident|ban the box)\b
        """,
    ),
    Gated(
        "encourage encourages encouraged welcome welcomes welcomed invite invites invited seek seeks urge urged hear everyone everybody",
        r"""
        \b(?:(?:especially|particularly|also|really
        |very much) (?:\w+ ){0,2}hear from (?:you if you |people |candidates |anyone )(?:\w+[-’' ]){0,4}
        (?:look|under|typical|background|marginal|tradition|represent|usual)\w*|(?:every(?:one|body)|all) (?:is|are) welcome (?:here
        |to apply)
        |(?:invite|encourage|welcome)s? every(?:one|body) to (?:apply|respond|react)|(?:encourage|welcome|invite|seek
        |strongly urge)s?d? (?!and (?:serve|support|care|help|treat|teach)\b)(?:\w+ ){0,4}
        (?:applications?|applicants?|candidates?|people|persons?|individuals?|those|women|minorit\w+
        |everyone)(?: \w+){0,4} (?:from|of|with|who)
        [ ](?:\w+[,-]? ?){0,5}(?:background|divers|under-?represent|marginali[sz]ed|colou?r|disabilit|walks|identit|minorit
        |faith|cultur|nationalit|orientation|religio|belief|ages?\b|every age|left out|excluded|historically
        |communit|gender|race
        |ethnic|sections|all abilities|lgbt)\w*
        |(?:women|people of colou?r|minorities|veterans|lgbt\w*|(?:people|individuals|persons|those) with disabilities|disabled
        |aboriginal|indigenous|first nations?|inuit|m[aā]ori|torres strait|black|ethnic|minority|travellers?|immigrants|refugees
        |neurodiver\w+
        |older (?:people|workers)
        |under-?represented (?:groups|communities|minorities))[^.]{0,80} (?:are |is )?(?:strongly |especially |particularly |highly )?
        (?:encouraged|invited|welcomed?|urged)(?: to apply)?)\b
        """,
    ),
    Gated(
        "diversity diverse inclusion inclusive equity accessible fair minorities",
        r"""
        \b(?:(?:committed to|commitment to|celebrat\w+|values?|valuing|embrac\w+|foster\w*|promot\w+|champion\w*|believe in|embodies)
        [ ](?:\w+,? ){0,6}(?:diversity|inclusion|inclusive (?:work\w*|environment|culture|hiring|team)|equity|diverse)
        |(?:hiring|interview|recruitment|selection) process\w* (?:that (?:is|are) |to be )?(?:inclusive|accessible|fair|free)
        |divers(?:e|ity),? (?:(?:and|&) )?(?:equity|equitable|inclusi(?:on|ve))\w*|minorities/women|women/minorities|fair chance)\b
        """,
    ),
)
_EQUAL_WORDS = frozenset().union(*(pattern.words for pattern in _EQUAL))
_VALUED = lazy(r"\b(?:champion|foster|promot|embrac|celebrat|valu)", re.IGNORECASE)  # what a duty can be, too
_OURS = lazy(
    joined(r"""
    \b(?:we|we['’](?:re|ve)|our|us|is|are|has|employer|company|organi[sz]ation|council|school|university|college|trust|hospital|agency
    |county|city|people|team|that|which|who)\b
    """),
    re.IGNORECASE,
)
_DUTY = lazy(
    joined(r"""
    \W*(?:ensur|develop|maintain|lead|support|manag|oversee|implement|enforc|provid|review|monitor|coordinat|incorporat
    |investigat|administ|creat|design|contribut|collaborat|uphold)\w*\b
    """),
    re.IGNORECASE,
)
_SAID_TO_APPLICANTS = lazy(r"\b(?:you|applicants?|candidates?|employer)\b", re.IGNORECASE)
_STRONG = lazy(r"\bequal|discriminat|accommodation|regard|eeo|eoe|encourage|adjustment|welcome|protected", re.IGNORECASE)
_BY_US = lazy(r"\W*(?:we|our|at)\b", re.IGNORECASE)


def _first(patterns: tuple[Gated, ...], text: str, norms: AbstractSet[str]) -> list[tuple[int, int]]:
    return sorted([span for pattern in patterns for span in pattern.spans(text, norms)])


def benefit_in(text: str, norms: AbstractSet[str] | None = None) -> tuple[int, int] | None:
    """The first words that promise a benefit."""
    for start, end in _first(_BENEFITS, text, norms_of(text) if norms is None else norms):
        named = text[start].isupper() and _NAME_SEEKS.match(text, end)
        if not named and not _NOT_OURS.search(text, sentence_around(text, start)[0], start):
            return start, end
    return None


def equal_opportunity_in(text: str, norms: AbstractSet[str] | None = None) -> tuple[int, int] | None:
    """The first words of an equal-opportunity or accommodation statement; a duty of the job is none."""
    found = _first(_EQUAL, text, norms_of(text) if norms is None else norms)
    if not found or (_DUTY.match(text) and not _SAID_TO_APPLICANTS.search(text)):
        return None
    return next((at for at in found if not (_is_duty(text, *at) or _is_bidden(text, *at))), None)


def _is_bidden(text: str, start: int, end: int) -> bool:
    """Whether the words stand in a sentence that bids somebody to do something, after others: "Ensure that the rules are kept"."""
    low, high = sentence_around(text, start, end)
    return low > 0 and _DUTY.match(text, low) is not None and not _SAID_TO_APPLICANTS.search(text, low, high)


def _is_duty(text: str, start: int, end: int) -> bool:
    """Whether a sentence bids somebody to champion diversity, instead of saying that the employer does."""
    if not _VALUED.match(text, start):
        return False
    return _OURS.search(text, sentence_around(text, start, end)[0], start) is None


def _kind(posting: Posting, block: Block) -> str:
    section = posting.section_of(block)
    return section.kind if section is not None else ""


def find_benefits(posting: Posting) -> Excerpt | None:
    """The first benefit: in a field, under a heading for benefits, then in any other sentence that is no duty."""
    for value in field_values(posting, "benefits"):
        if any(c.isalpha() for c in value.text):
            return value
    for section in posting.sections_of_kind("benefits"):
        for block in section.blocks:
            found = benefit_in(block.text, posting.norms(block)) if block.kind != "code" else None
            if found is not None:
                return Excerpt(block, *found)
    for block in posting.holding(_BENEFIT_WORDS):
        if block.kind == "heading":
            continue
        found = benefit_in(block.text, posting.norms(block))
        if found is not None and (_kind(posting, block) not in _WORK_SECTIONS or _PROMISE.search(block.text)):
            return Excerpt(block, *found)
    for block in posting.holding(_NAMED):
        found_link = _LEADS.search(block.text) if block.links and _kind(posting, block) not in _WORK_SECTIONS else None
        if found_link is not None:
            return Excerpt(block, *found_link.span("what"))
    return None


def find_equal_opportunity(posting: Posting) -> Excerpt | None:
    """The statement: under its own heading first, then anywhere but among the duties."""
    for section in posting.sections_of_kind("equal_opportunity"):
        blocks = [b for b in section.blocks if b.kind not in ("code", "heading") and b.text.strip()]
        for block in blocks:
            found = equal_opportunity_in(block.text, posting.norms(block))
            if found is not None:
                return Excerpt(block, *found)
        if blocks:
            return Excerpt.whole(blocks[0])
    for block in posting.holding(_EQUAL_WORDS):
        found = equal_opportunity_in(block.text, posting.norms(block)) if block.kind != "heading" else None
        if found is None:
            continue
        work = _kind(posting, block) in ("responsibilities", "requirements", "preferred", "success")
        ours = block.kind == "paragraph" and _BY_US.match(block.text, sentence_around(block.text, *found)[0])
        if not work or ours or _STRONG.search(block.text, *found):
            return Excerpt(block, *found)
    return None
