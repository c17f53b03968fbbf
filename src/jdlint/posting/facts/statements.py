"""Statements that stand in a posting or don't: benefits, and equal opportunity or accommodation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdlint.posting.facts.scan import field_values, mentions
from jdlint.posting.model import Block, Excerpt

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_BENEFIT = re.compile(
    r"\b(?:(?:health|medical|dental|vision|life|disability|travel) ?(?:care|and|&|/|,)? ?(?:\w+,? (?:and |& )?){0,2}(?:insurance|coverage|cover|plan|benefits)"
    r"|medical,? (?:and )?dental|dental,? (?:and )?vision|private (?:medical|health)|health ?care (?:plan|benefits|coverage)|insurance benefits"
    r"|paid (?:time off|leave|vacation|holidays?|sick|parental|maternity|paternity|family|annual|volunteer|lunch)\w*|annual leave|parental leave|maternity (?:leave|pay)|sick (?:leave|pay|days?|time)|PTO"
    r"|(?:days|weeks)['’]? (?:of )?(?:paid |annual )?(?:vacation|holidays?|leave|PTO)|(?:vacation|holidays?) (?:days|pay|allowance|entitlement)|paid days off|unlimited (?:vacation|PTO|time off|holidays?|paid)"
    r"|401 ?\(?k\)?|403 ?\(?b\)?|pension\w*|superannuation|retirement (?:plan|savings|benefits?|scheme|program|contribution|matching)\w*|RRSP|provident fund|gratuity|profit[ -]sharing|stock options?|equity (?:package|grant|compensation)|ESOP"
    r"|tuition (?:reimbursement|assistance|remission|waiver|benefits?)|(?:training|learning|education|professional development|conference|wellness|home office|equipment|internet|book) (?:budget|stipend|allowance|reimbursement)"
    r"|flexible (?:working )?(?:hours|schedule|working|work schedule)|flexi-?time|free (?:lunch\w*|meals?|parking|coffee|snacks?|food|gym|uniform)|staff (?:discount|meals?)|employee (?:discount|assistance program\w*)|gym (?:membership|access)"
    r"|cycle[ -]to[ -]work|season ticket loan|relocation (?:assistance|package|support)|childcare (?:vouchers?|benefits?|assistance)|commuter benefits?|(?:full|comprehensive|complete|excellent|generous|great|competitive|wonderful|robust|attractive|standard|fringe|employee|company) benefits?(?: package| plan| programs?)?"
    r"|benefits? (?:package|include\w*|plans?|programs?)|signing bonus|(?:annual|performance|quarterly|year[- ]end|retention|referral) bonus\w*|work[ -]life balance|company (?:car|laptop|vehicle|phone)|wellness (?:incentives?|program)|mileage reimbursement)",
    re.IGNORECASE,
)  # fmt: skip
# Words of the benefit's own line of work: the job is about it, or nobody gets it.
_NOT_OURS = re.compile(
    r"\b(?:administ\w+|process\w*|manag\w+|negotiat\w+|sell\w*|selling|advis\w+|explain\w*|enrol\w*|coordinat\w+|claims?|customers?|clients?|policyholders?|members?|patients?|overs\w+|payroll"
    r"|not (?:eligible|include|offer|provide)|no benefits|without benefits)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:we (?:also |currently )?(?:offer|provide|have|pay)|benefits? (?:package|include)|you(?:['’]ll| will)? (?:get|receive|have access|enjoy|be eligible)|(?:is|are) eligible for|offers? (?:an?|the|full|great)|in return|comes with|perks)\b",
    re.IGNORECASE,
)
_BENEFIT_ANCHORS = frozenset(
    "benefits benefit insurance medical dental health healthcare vision life disability paid annual leave parental maternity sick pto vacation vacations holiday"
    " holidays days unlimited 401 401k 403b 403 pension pensions superannuation retirement rrsp provident gratuity profit stock equity esop tuition training"
    " learning education professional conference wellness home equipment internet book flexible flexitime flexi free staff employee gym cycle season"
    " relocation childcare commuter signing bonus bonuses company mileage work private weeks".split()
)
_WORK_SECTIONS = frozenset({"responsibilities", "requirements", "preferred", "summary", "reporting", "success", "application", "process"})
_EQUAL = re.compile(
    r"\b(?:equal(?:[ -]employment)?[ -](?:opportunit(?:y|ies)|access|employment)|EEOC?|EOE|affirmative action(?! (?:plan|report|program))|equal opportunities|employment equity|protected (?:characteristic|class|status|veteran|groups?)\w*"
    r"|(?:without (?:regard|discrimination|distinction)|regardless of|irrespective of) (?:to |on |of |their |your )*(?:race|colou?r|sex|gender|age|religion|ethnic\w*|background|disability|who|national|any|sexual|identity)\w*"
    r"|(?:do(?:es)? not|don['’]t|never|not) discriminate|non-?discriminat\w+|free (?:from|of) discrimination|prohibits? discrimination|discriminat\w+ (?:on the basis|based on|against)"
    r"|reasonable (?:accommodations?|adjustments?)|accommodations? (?:during|needs|requests?|(?:is|are|will be) (?:available|made|provided)|throughout|in the (?:application|interview|hiring|recruitment|selection)|(?:to|for) (?:complete|participate|perform|apply|individuals|qualified|applicants|employees|people|persons|candidates|those|disabilit\w+|(?:an?|the|your) interview))|(?:need|require|request)\w* (?:an? |any |special )?(?:accommodations?|adjustments?)"
    r"|(?:encourage|welcome|invite|seek|strongly urge)s?d? (?:\w+ ){0,4}(?:applications?|applicants?|candidates?|people|persons?|individuals?|those|women|minorit\w+|everyone)(?: \w+){0,4} (?:from|of|with|who) (?:\w+[,-]? ?){0,5}"
    r"(?:background|divers|under-?represent|marginali[sz]ed|colou?r|disabilit|walks|identit|minorit|communit|gender|race|ethnic|sections|all abilities|lgbt)\w*"
    r"|(?:women|people of colou?r|minorities|veterans|lgbt\w*|people with disabilities|individuals with disabilities|under-?represented (?:groups|communities|minorities))[^.]{0,80} (?:are |is )?(?:strongly |especially |particularly |highly )?(?:encouraged|invited|welcomed?|urged)(?: to apply)?"
    r"|(?:committed to|commitment to|celebrat\w+|values?|valuing|embrac\w+|foster\w*|promot\w+|champion\w*|believe in|embodies) (?:\w+,? ){0,6}(?:diversity|inclusion|inclusive (?:work\w*|environment|culture|hiring|team)|equity|diverse)"
    r"|(?:hiring|interview|recruitment|selection) process\w* (?:that (?:is|are) |to be )?(?:inclusive|accessible|fair|free)|divers(?:e|ity),? (?:(?:and|&) )?(?:equity|equitable|inclusi(?:on|ve))\w*|disability confident|equalit(?:y|ies) (?:and|&|act)|M/F/D|minorities/women|women/minorities|fair chance|ban the box)",
    re.IGNORECASE,
)  # fmt: skip
_EQUAL_ANCHORS = frozenset(
    "equal eeo eeoc eoe affirmative equity protected regardless irrespective without discriminate discrimination nondiscrimination discriminated discriminatory non"
    " accommodation accommodations adjustment adjustments encourage encourages encouraged welcome welcomes welcomed invite invites invited seek seeks diversity"
    " diverse inclusion inclusive disability equality equalities fair ban minorities urged".split()
)
_DUTY = re.compile(
    r"^(?:\W*)(?:ensur|develop|maintain|lead|support|manag|oversee|implement|enforc|provid|review|monitor|coordinat|investigat|administ|creat|design)\w*\b",
    re.IGNORECASE,
)
_MIN_EQUAL_STRONG = re.compile(r"\bequal|discriminat|accommodation|regard|EEO|EOE|encourage|adjustment|welcome|protected", re.IGNORECASE)


def benefit_in(text: str) -> tuple[int, int] | None:
    """The first words that promise a benefit."""
    for match in _BENEFIT.finditer(text):
        start = max(text.rfind(". ", 0, match.start()) + 1, text.rfind("\n", 0, match.start()) + 1)
        if not _NOT_OURS.search(text, start, match.start()):
            return match.span()
    return None


def equal_opportunity_in(text: str) -> tuple[int, int] | None:
    """The first words of an equal-opportunity or accommodation statement."""
    for match in _EQUAL.finditer(text):
        if _DUTY.match(text) and not re.search(r"\b(?:you|applicants?|candidates?|employer)\b", text, re.IGNORECASE):
            continue
        return match.span()
    return None


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
            found = benefit_in(block.text) if block.kind != "code" else None
            if found is not None:
                return Excerpt(block, *found)
    for block in posting.texts:
        if block.kind == "heading" or not mentions(posting, block, _BENEFIT_ANCHORS):
            continue
        if _kind(posting, block) in _WORK_SECTIONS and not _PROMISE.search(block.text):
            continue
        found = benefit_in(block.text)
        if found is not None:
            return Excerpt(block, *found)
    return None


def find_equal_opportunity(posting: Posting) -> Excerpt | None:
    """The statement: under its own heading first, then anywhere but among the duties."""
    for section in posting.sections_of_kind("equal_opportunity"):
        for block in section.blocks:
            if block.kind not in ("code", "heading") and block.text.strip():
                found = equal_opportunity_in(block.text)
                return Excerpt(block, *found) if found else Excerpt.whole(block)
    for block in posting.texts:
        if block.kind == "heading" or not mentions(posting, block, _EQUAL_ANCHORS):
            continue
        found = equal_opportunity_in(block.text)
        if found is None:
            continue
        work = _kind(posting, block) in ("responsibilities", "requirements", "preferred", "success")
        if (
            not work
            or (block.kind == "paragraph" and re.match(r"\W*(?:we|our|at)\b", block.text, re.IGNORECASE))
            or _MIN_EQUAL_STRONG.search(block.text, *found)
        ):
            return Excerpt(block, *found)
    return None
