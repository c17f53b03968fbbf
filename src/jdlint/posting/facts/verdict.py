"""Whether a text is a job posting at all, or a read-me, an index, a template or an article beside one."""

from __future__ import annotations

import re
from pathlib import PurePath

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.patterns import joined, listed
from jdlint.posting.facts.title_core import looks_like_title
from jdlint.posting.fields import fields_of
from jdlint.posting.model import Verdict
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_PROJECT_FILE = lazy(
    joined(r"""
    (?:read[-_ ]?me|contributing|changelog|change[-_]?log|licen[cs]e|code[-_]of[-_]conduct|security|authors|maintainers|codeowners
    |pull[-_]request[-_]template|history|news|todo|faqs?|privacy(?:[-_ ]policy)?|terms|404|robots|requirements|governance)(?:$
    |[._-][a-z]{2}$)
    """),
    re.IGNORECASE,
)
_TEMPLATE = lazy(r"(?:^|[-_. ])(?:template|boilerplate|skeleton)s?(?:$|[-_. ])", re.IGNORECASE)
_INDEX = lazy(r"_?index(?:\.[a-z]{2})?", re.IGNORECASE)
_SEEKING = lazy(
    joined(r"""
    \b(?:(?:we(?:['’]re| are)|is|are|currently) (?:now |currently |actively |also )?(?:looking|seeking|hiring|recruiting|searching
    |in search)|(?:looking for|seeking|hiring|recruiting|in search of) (?:an?|our|some|experienced|talented)|(?:the
    |this) (?:\w+[ -]){0,4}(?:position|role|job|incumbent|post|successful candidate|ideal candidate|vacancy)\b|you will|you['’]ll
    |your (?:role|responsibilities|tasks|job)|join (?:our|the|us)|(?:is|will be) responsible for|reports? to
    |as an? [\w -]{3,40}, you)
    """),
    re.IGNORECASE,
)  # fmt: skip
_SEEK_WORDS = listed(
    """
    looking seeking hiring recruiting search position role job incumbent candidate post vacancy you you'll your join responsible
    reports report
    """
)
# The words that postings are made of; what has few of them speaks of something else.
_TRADE = listed(
    """
    position role job jobs candidate candidates applicant applicants apply applying application salary compensation hiring
    employer employee employees employment resume cv skills duties responsibilities qualifications benefits experience experienced
    team vacancy career careers hire recruit recruiting join hours pay paid degree bachelor's qualified responsible work
    colleagues interview office ability knowledge seeking communication passionate staff manage manager training customers clients
    wage shift
    """
)
_LEAST_TRADE = 0.018  # of all words; postings have 0.02 to 0.1 of them, manuals 0.001 to 0.015
_ARTICLE = lazy(
    joined(r"""
    \b(?:in this (?:article|post|guide|blog)|read more|read the full|continue reading|subscribe|comments|min(?:ute)? read|posted by
    |published (?:on|by))\b
    """),
    re.IGNORECASE,
)
_RULES = lazy(
    joined(r"""
    \b(?:polic(?:y|ies)|handbook|guidelines?|code of conduct|procedure|how we (?:hire|work|interview)|onboarding|glossary
    |documentation|installation|getting started|privacy|terms of (?:use|service)|release notes|life at|our (?:values|benefits
    |process))\b
    """),
    re.IGNORECASE,
)
_STATED = ("employment", "pay", "location", "application", "work_mode", "deadline")
_ENOUGH = 4
_SURE = 8
_SEVERAL = 3
_ADVERTISEMENT = 200  # words
_MANY_JOBS = 4


def verdict_by_name(path: str) -> str | None:
    """Why a file of this name is no posting, or None where the name says nothing."""
    stem = PurePath(path.replace("\\", "/")).stem
    if _PROJECT_FILE.fullmatch(stem):
        return "its name says that it is about the project or the site, not about a job"
    return "a template to copy from" if _TEMPLATE.search(stem) else None


def _listed_jobs(posting: Posting) -> int:
    """How many lines are a link with the name of a job and little more."""
    count = 0
    for block in posting.blocks:
        for link in block.links:
            label = block.text[link.start : link.end].strip()
            alone = 2 * len(label) >= len(block.text.strip()) or block.kind in ("heading", "cell")
            count += alone and looks_like_title(label) and not label.casefold().startswith(("apply", "send", "email", "mail"))
    return count


def _trade_share(posting: Posting) -> float:
    total = found = 0
    for block in posting.texts:
        words = posting.tokens(block)
        total += len(words)
        found += sum(map(_TRADE.__contains__, words))
    return found / total if total else 0.0


def _weight(posting: Posting) -> int:
    headed = {kind for s in posting.sections if s.source != "inferred" for kind in s.kinds}
    inferred = {kind for s in posting.sections if s.source == "inferred" for kind in s.kinds}
    points = 2 if posting.title is not None and looks_like_title(posting.title.text) else 0
    points += sum(3 if kind in headed else kind in inferred for kind in ("responsibilities", "requirements"))
    points += sum(kind in headed for kind in ("preferred", "pay", "employment", "location", "application", "reporting", "benefits"))
    sought = (b for b in posting.holding(_SEEK_WORDS) if b.kind in ("paragraph", "item") and _SEEKING.search(b.text))
    points += sum(1 for _, _ in zip(range(2), sought, strict=False))
    if points < _ENOUGH:
        told = (posting.pay, posting.employment, posting.places, posting.application, posting.benefits, posting.experience)
        found = sum(map(bool, told))
        points += found + (found >= _SEVERAL)  # an advertisement of a few lines tells little, but several things
    return points


def judge(posting: Posting) -> Verdict:
    """Posting or not, with the reason in plain words."""
    reason = verdict_by_name(posting.source.path) or _no_posting(posting)
    if reason is not None:
        return Verdict(is_posting=False, reason=reason)
    return Verdict(is_posting=True, reason=_what_it_names(posting))


def _no_posting(posting: Posting) -> str | None:
    if not any(b.text.strip() for b in posting.texts):
        return "an empty page"
    kinds = {kind for s in posting.sections if s.source != "inferred" for kind in s.kinds}
    work = bool(kinds & {"responsibilities", "requirements"})
    if not work and _listed_jobs(posting) >= _MANY_JOBS:
        return "a page that lists other postings"
    stated = bool(fields_of(posting, *_STATED))
    titled = posting.title is not None and looks_like_title(posting.title.text)
    offered = bool(posting.pay) and posting.application is not None  # a few lines that offer work
    if not (stated or offered or (titled and _tells_enough(posting))) and posting.language == "en" and _trade_share(posting) < _LEAST_TRADE:
        return "it speaks of no job"
    weight = _weight(posting)
    stem = PurePath(posting.source.path).stem
    if _INDEX.fullmatch(stem) and weight < _SURE and (stem.startswith("_") or not (work and titled)):
        return "an index page"
    if not (work or stated or titled):
        head = " ".join(b.text for b in posting.blocks[:4])
        if _RULES.search(head) and not _SEEKING.search(head):
            return "a page about rules or ways of working, not about one job"
        if sum(1 for b in posting.blocks if _ARTICLE.search(b.text)) > 1:
            return "an article, not a posting"
    enough = _ENOUGH if posting.language == "en" else _ENOUGH // 2  # the headings of other languages are not all known
    return None if weight >= enough else "no duties, demands or way to apply"


def _tells_enough(posting: Posting) -> bool:
    """Whether a short text with a job's name says several things of it, though in few words of the trade."""
    told = (posting.pay, posting.employment, posting.places, posting.application, posting.deadline)
    short = sum(len(posting.tokens(b)) for b in posting.texts) < _ADVERTISEMENT
    return short and sum(map(bool, told)) >= _SEVERAL


def _what_it_names(posting: Posting) -> str:
    kinds = {kind for section in posting.sections for kind in section.kinds}
    named = (
        ("a job", posting.title is not None),
        ("duties", "responsibilities" in kinds),
        ("demands", "requirements" in kinds),
        ("pay", "pay" in kinds),
        ("a way to apply", "application" in kinds),
    )
    parts = [name for name, there in named if there]
    return "it names " + (", ".join(parts) if parts else "somebody who is sought")
