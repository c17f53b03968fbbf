"""Checks of what the law of a posting's places asks it to state: pay, benefits, closing date, vacancy, automated screening.

A finding names every law that asks. It is the rule's severity where the posting names a place whose law is in force; a warning
at most where the place only follows ("remote in the US") or the law was not checked at its source; info where no such law is in
force yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jdlint.checks.application import is_live, waits
from jdlint.checks.pay import market_pay, open_ended, own_pay
from jdlint.law.bound import applied, asking
from jdlint.law.model import Applied, Ask
from jdlint.posting.facts.dates import spelled
from jdlint.posting.model import Excerpt, Pay
from jdlint.posting.posting import Posting
from jdlint.rules.model import SEVERITIES, Hit, Options, Severity
from jdlint.text.lazy import lazy
from jdlint.text.record import replace
from jdlint.text.words import series

_MONEY = lazy(r"[$€£₹]\s?\d|\b\d[\d.,]*\s?(?:k\b|[$€£])|\b(?:USD|EUR|GBP|CAD|CHF|PLN)\s?\d|\d\s?(?:USD|EUR|GBP|CAD|CHF|PLN)\b")
_ABOUT_PAY = lazy(
    r"\b(?:salary|pay|paid|wages?|compensation|rate|hourly|remuneration|gehalt|entgelt|lohn|stipendio|retribuzione|wynagrodzeni\w+)\b",
    re.IGNORECASE,
)
_LINKED = lazy(r"\b(?:see|find|found|view|posted|available|listed|published|learn|details?|visit|here)\b", re.IGNORECASE)
_ADDRESS = lazy(r"https?://\S|\bwww\.\S")
_KINDS = lazy(
    r"\b(?:bonus(?:es)?|commissions?|equity|stock|shares|options|rsus?|tips|gratuit\w+|profit[- ]shar\w+|overtime|differentials?"
    r"|allowances?|spiffs?|royalt\w+|piece[- ]rate|sign[- ]on)\b",
    re.IGNORECASE,
)
_OTHER_PAY = lazy(
    r"\b(?:other|additional|variable|incentive|performance[- ](?:related|based)) (?:forms of )?(?:compensation|pay|remuneration|earnings)\b"
    r"|\bcompensation (?:extras|perks)\b|\buncapped earnings?\b|\b(?:incentive|rewards) (?:plans?|packages?|schemes?|programs?)\b"
    r"|\b(?:OTE|on[- ]target earnings)\b",
    re.IGNORECASE,
)
_OTHER_WORDS = frozenset(
    {"other", "additional", "variable", "incentive", "performance", "extras", "perks", "uncapped", "rewards", "ote", "target"}
)
_VACANCY = lazy(
    r"\b(?:existing|current|new|vacant|active|immediate|open|actual|confirmed|future|anticipated|upcoming|potential|possible)"
    r" (?:job |staff )?(?:vacanc(?:y|ies)|opening|position to be filled)\b|\b(?:not|no) (?:for )?(?:an? )?(?:existing |current )?vacancy\b"
    r"|\bvacancy (?:status|type|reason)\b|\bvacancy:? (?:yes|existing|new|current|no)\b|\bthis (?:posting|job|role|position|advert\w*|ad)"
    r" is (?:for|to fill) (?:an? )?(?:existing|current|new|vacant|future|open)|\b(?:talent|candidate) (?:pool|pipeline|community)\b"
    r"|\b(?:currently|newly|now) vacant\b|\bexpression of interest\b|\bevergreen (?:posting|requisition)\b"
    r"|\bfill(?:ing|s)? (?:an? )?(?:current|existing|immediate|vacant|open)\b",
    re.IGNORECASE,
)
_VACANCY_WORDS = frozenset({
    "vacancy", "vacancies", "opening", "filled", "vacant", "pool", "pipeline", "community", "this", "expression", "evergreen", "fill",
    "fills", "filling",
})  # fmt: skip
_AI = lazy(
    r"\bartificial intelligence\b|\bmachine learning\b|\b(?:AI|A\.I\.)\b"
    r"|\bautomated (?:employment )?decision(?:[- ]making)? (?:tools?|systems?)",
    re.IGNORECASE,
)
_NO_MACHINE = lazy(
    r"\b(?:no|not|never|without|nor)\b[^.;!?]{0,40}\b(?:software|algorithms?|automat\w+|machines?)\b"
    r"|\b(?:software|algorithms?|automat\w+|machines?)\b[^.;!?]{0,30}\b(?:no|not|never)\b",
    re.IGNORECASE,
)
_HIRING = lazy(
    r"\b(?:screen\w*|assess\w*|select\w*|shortlist\w*|review\w*|hiring|recruit\w*|appl(?:y|ications?|icants?)|candidates?|interviews?|rank\w*"
    r"|scor\w+|résumés?|resumes?)\b",
    re.IGNORECASE,
)
_AUTOMATED = lazy(
    r"\b(?:automated|automatic(?:ally)?|algorithm\w*)\b[^.;!?]{0,50}\b(?:screen\w*|assess\w*|scor\w+|rank\w*|shortlist\w*|select\w*|filter\w*"
    r"|match\w*|review\w*|reject\w*)\b[^.;!?]{0,60}\b(?:applica\w+|candidates?|résumés?|resumes?|cvs?|you|interviews?)\b"
    r"|\b(?:applica\w+|candidates?|résumés?|resumes?|cvs?|interviews?)\b[^.;!?]{0,60}\b(?:automatically|by (?:an? |our )?(?:algorithm"
    r"|software|system|automated))\b[^.;!?]{0,40}\b(?:screen\w*|assess\w*|scor\w+|rank\w*|shortlist\w*|select\w*|filter\w*|match\w*|review\w*|reject\w*)"
    r"|\b(?:applica\w+|candidates?|résumés?|resumes?|cvs?|interviews?) (?:are|is|will be) (?:screened|scored|ranked|assessed|filtered"
    r"|rated) (?:automatically|by (?:an? |our )?(?:algorithm|software|automated))"
    r"|\b(?:hirevue|pymetrics|paradox olivia)\b|\bauto(?:mated)?[- ](?:screening|scoring|ranking|shortlisting)\b",
    re.IGNORECASE,
)
_AUTOMATION_WORDS = frozenset({
    "automated", "automatic", "automatically", "algorithm", "algorithms", "algorithmic", "software", "system", "hirevue", "pymetrics",
    "auto", "paradox",
})  # fmt: skip
_AI_WORDS = frozenset({"ai", "a.i", "artificial", "machine", "automated", "a"})
_YEARLY = {"year": 1, "month": 12}
_WITH_ARTICLE = ("European Union", "United ")  # names of places that a sentence says with "the"


def severity_of(row: Applied, severity: Severity) -> Severity:
    """How grave a breach of a law is for a posting, at most."""
    if row.standing != "in force":
        return "info"
    if row.sure and row.law.confidence != "low":
        return severity
    return "warning" if severity == "error" else severity


def _named(row: Applied, *, employees: int | None) -> str:
    """A law as a message names it: place, citation, from when, and from how many employees where that isn't known."""
    law = row.law
    notes = [law.cite]
    if row.standing == "coming":
        notes.append(f"from {spelled(law.start)}")
    if law.employees > 1 and (employees is None or law.counted.startswith("in ")):
        notes.append(f"from {law.employees} employees{f' {law.counted}' if law.counted.startswith('in ') else ''}")
    if law.or_else:
        notes.append(law.or_else)
    name = row.jurisdiction.name
    return f"{'the ' if name.startswith(_WITH_ARTICLE) else ''}{name} ({'; '.join(notes)})"


def _list(rows: Iterable[Applied], employees: int | None) -> str:
    return series(list(dict.fromkeys(_named(row, employees=employees) for row in rows)), "and")


def law_hit(  # noqa: PLR0913  # what a finding is made of
    posting: Posting,
    rows: Sequence[Applied],
    severities: Sequence[Severity],
    at: Excerpt | None = None,
    *,
    term: str = "",
    variant: str = "",
    **values: object,
) -> Iterator[Hit]:
    """One finding for all the laws that say the same of a posting, `severities` being what each of them makes of it.

    Nothing where there are none, or where the posting is a draft or closed. The message's field `laws` reads on after "asked for"
    or "barred".
    """
    if not rows or not is_live(posting):
        return
    gravest = min(severities, key=SEVERITIES.index)
    yield Hit(at, {"laws": _told(rows, posting.reading.employees), **values}, variant=variant, severity=gravest, term=term)


def _told(rows: Sequence[Applied], employees: int | None) -> str:
    """The laws as a message names them: those in force at the posting's own places, then others, then those to come."""
    parts: list[str] = []
    for lead, found in (
        ("by the law of", [r for r in rows if r.standing == "in force" and r.sure]),
        ("if the work can be done there, by the law of", [r for r in rows if r.standing == "in force" and not r.sure]),
        ("by law to come in", [r for r in rows if r.standing == "coming"]),
        ("by a draft in", [r for r in rows if r.standing == "draft"]),
    ):
        if found:
            parts.append(f"{'also ' if parts else ''}{lead} {_list(found, employees)}")
    return "; ".join(parts)


def _asked(ask: Ask, rows: Sequence[Applied], most: Severity = "error") -> list[Severity]:
    """What each of the laws makes of a thing it asks for, `most` at the most."""
    said = (severity_of(row, row.law.asks[ask]) for row in rows)
    return [max(s, most, key=SEVERITIES.index) for s in said]


def pay_missing(posting: Posting, options: Options) -> Iterator[Hit]:
    """No figure for the pay, where a law asks for one. Words that promise pay without a figure are PAY002's."""
    rows = asking(posting, "pay")
    if not rows or own_pay(posting) or market_pay(posting):
        return  # of an average of the market PAY007 speaks
    rows = tuple(r for r in rows if not (r.law.link and _links_to_pay(posting)))
    most: Severity = "warning" if _hints_at_pay(posting) else "error"
    for hit in law_hit(posting, rows, _asked("pay", rows, most)):
        yield replace(hit, related=tuple((at, "no figure") for at in posting.vague_pay))


def _hints_at_pay(posting: Posting) -> bool:
    """Whether a grade, or money beside words for pay, stands in the text: there may be pay that was not read as such."""
    from jdlint.posting.facts.pay import find_grades

    if find_grades(posting):
        return True
    return any(_MONEY.search(block.text) and _ABOUT_PAY.search(block.text) for block in posting.texts)


def _links_to_pay(posting: Posting) -> bool:
    """Whether the posting sends readers to a page with the pay."""
    for block in posting.texts:
        if (block.links or _ADDRESS.search(block.text)) and _ABOUT_PAY.search(block.text) and _LINKED.search(block.text):
            return True
    return False


def benefits_missing(posting: Posting, options: Options) -> Iterator[Hit]:
    """Nothing on benefits, where a law asks for them in general terms."""
    rows = asking(posting, "benefits")
    if rows and not posting.has.get("benefits"):
        rows = tuple(r for r in rows if not (r.law.link and _links_to_pay(posting)))
        yield from law_hit(posting, rows, _asked("benefits", rows))


def deadline_missing(posting: Posting, options: Options) -> Iterator[Hit]:
    """Neither a closing date nor a word that applications are taken all the time, where a law asks for it."""
    rows = asking(posting, "deadline")
    if rows and posting.deadline is None and not waits(posting, "clos", "deadline", "apply by"):
        yield from law_hit(posting, rows, _asked("deadline", rows))


def range_open(posting: Posting, options: Options) -> Iterator[Hit]:
    """A range with one end, where a law wants both."""
    rows = [r for r in asking(posting, "pay") if r.law.open_ended in ("named", "definition", "unclear")]
    if not rows:
        return
    severities: list[Severity] = [severity_of(r, "warning" if r.law.open_ended == "unclear" else "error") for r in rows]
    for hit in open_ended(posting, options):
        yield from law_hit(posting, rows, severities, hit.at)


def other_pay_untold(posting: Posting, options: Options) -> Iterator[Hit]:
    """Pay beside the wage that is promised but not described, where a law asks for a description."""
    rows = asking(posting, "other-compensation")
    at = _other_pay(posting) if rows else None
    if at is not None and not any(_KINDS.search(block.text) for block in posting.texts):
        yield from law_hit(posting, rows, _asked("other-compensation", rows), at)


def _other_pay(posting: Posting) -> Excerpt | None:
    """The first words that promise pay beside the wage, duties and demands left out."""
    for block in posting.texts:
        match = _OTHER_PAY.search(block.text) if not _OTHER_WORDS.isdisjoint(posting.norms(block)) else None
        section = posting.section_of(block)
        if match is not None and (section is None or section.kind not in ("responsibilities", "requirements", "preferred")):
            return Excerpt(block, match.start(), match.end())
    return None


def vacancy_untold(posting: Posting, options: Options) -> Iterator[Hit]:
    """No word on whether the job is vacant now, where a law asks for it."""
    rows = asking(posting, "vacancy-status")
    if rows and not any(_VACANCY.search(block.text) for block in posting.holding(_VACANCY_WORDS)) and not waits(posting, "vacan"):
        yield from law_hit(posting, rows, _asked("vacancy-status", rows))


def automation_untold(posting: Posting, options: Options) -> Iterator[Hit]:
    """Automated screening that is spoken of without saying so plainly; else a reminder, where the posting itself must tell."""
    disclosing, noticing = asking(posting, "ai-disclosure"), asking(posting, "ai-notice")
    if not (disclosing or noticing) or _tells_of_ai(posting) or waits(posting, "artificial", "software", "automat"):
        return
    spoken = _automation(posting)
    if spoken is not None:
        rows = (*disclosing, *noticing)
        yield from law_hit(posting, rows, [severity_of(r, "warning") for r in rows], spoken, variant="spoken")
    else:
        yield from law_hit(posting, disclosing, ["info"] * len(disclosing))


def _tells_of_ai(posting: Posting) -> bool:
    """Whether a sentence speaks of artificial intelligence and of hiring, for whatever it is used or not used."""
    for block in posting.texts:
        if _AI_WORDS.isdisjoint(norms := posting.norms(block)) and _AUTOMATION_WORDS.isdisjoint(norms):
            continue
        section = posting.section_of(block)
        if section is not None and section.kind in ("responsibilities", "requirements", "preferred", "success"):
            continue  # the work, not the way to it
        for start, end in posting.sentences(block):
            sentence = block.text[start:end]
            if (_AI.search(sentence) or _NO_MACHINE.search(sentence)) and _HIRING.search(sentence):
                return True
    return False


def _automation(posting: Posting) -> Excerpt | None:
    for block in posting.texts:
        section = posting.section_of(block)
        if section is not None and section.kind in ("responsibilities", "requirements", "preferred", "company"):
            continue
        match = _AUTOMATED.search(block.text) if not _AUTOMATION_WORDS.isdisjoint(posting.norms(block)) else None
        if match is not None:
            return Excerpt(block, match.start(), match.end())
    return None


def range_wide(posting: Posting, options: Options) -> Iterator[Hit]:
    """A range wider than a law allows."""
    rows = [r for r in applied(posting) if r.law.width is not None]
    for pay in own_pay(posting) if rows else ():
        wide = [r for r in rows if _is_too_wide(r, pay)]
        limits = dict.fromkeys(_limit(r) for r in wide)
        yield from law_hit(posting, wide, [severity_of(r, "error") for r in wide], pay.at, limit=" and ".join(limits))


def _limit(row: Applied) -> str:
    width = row.law.width
    assert width is not None  # noqa: S101  # range_wide looks only at those
    return f"${width.most:,.0f} a year" if width.most is not None else f"{width.ratio or 0:.0%} of its bottom"


def _is_too_wide(row: Applied, pay: Pay) -> bool:
    width = row.law.width
    if width is None or pay.min is None or pay.max is None or pay.min >= pay.max:
        return False
    if width.ratio is not None:
        return pay.min > 0 and (pay.max - pay.min) / pay.min > width.ratio
    times = _YEARLY.get(pay.period or "")
    if times is None or width.most is None or pay.currency not in (None, width.currency):
        return False
    top = pay.max * times
    return top - pay.min * times > width.most and (width.free_above is None or top <= width.free_above)
