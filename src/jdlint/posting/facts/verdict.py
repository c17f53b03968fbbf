"""Whether a text is a job posting at all, or a read-me, an index, a template or an article beside one."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from jdlint.posting.facts.scan import mentions
from jdlint.posting.facts.title import looks_like_title
from jdlint.posting.fields import fields_of
from jdlint.posting.model import Verdict

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_NEVER = re.compile(
    r"^(?:read[-_ ]?me|contributing|changelog|change[-_]?log|licen[cs]e|code[-_]of[-_]conduct|security|authors|maintainers|codeowners|pull[-_]request[-_]template|history|news|todo|faq|privacy(?:[-_ ]policy)?|terms|404|robots)(?:$|[._-])",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"(?:^|[-_. ])(?:template|boilerplate|skeleton|sample|example)s?(?:$|[-_. ])", re.IGNORECASE)
_INDEX = re.compile(r"^_?index(?:\.[a-z]{2})?$", re.IGNORECASE)
_SEEKING = re.compile(
    r"\b(?:(?:we(?:['’]re| are)|is|are|currently) (?:now |currently |actively |also )?(?:looking|seeking|hiring|recruiting|searching|in search)|(?:looking for|seeking|hiring|recruiting|in search of|needs?) (?:an?|our|some|experienced|talented|\w+ing)\b|(?:the|this|an?) (?:\w+[ -]){0,4}(?:position|role|job|incumbent|post|successful candidate|ideal candidate|vacancy)\b"
    r"|you will|you['’]ll|your (?:role|responsibilities|tasks|job)|join (?:our|the|us)|(?:is|will be) responsible for|reports? to|as an? [\w -]{3,40}, you)",
    re.IGNORECASE,
)
_SEEK_WORDS = frozenset(
    "looking seeking hiring recruiting search position role job incumbent candidate post vacancy you you'll your join responsible reports report need needs".split()
)
_ARTICLE = re.compile(
    r"\b(?:in this (?:article|post|guide|blog)|read more|read the full|continue reading|subscribe|comments|min(?:ute)? read|table of contents|published (?:on|by)|posted by|learn (?:how|more about)|faqs?|frequently asked)\b",
    re.IGNORECASE,
)
_POLICY = re.compile(
    r"\b(?:policy|policies|handbook|guidelines?|code of conduct|procedure|how we (?:hire|work|interview)|onboarding|glossary|documentation|installation|getting started|privacy|terms of (?:use|service)|release notes)\b",
    re.IGNORECASE,
)
_ENOUGH = 4
_MANY_JOBS = 4


def name_verdict(path: str) -> str | None:
    """Why a file of this name is no posting, or None where the name says nothing."""
    stem = PurePath(path.replace("\\", "/")).name.rpartition(".")[0] or PurePath(path).name
    if _NEVER.match(stem):
        return "its name says that it is about the project or the site, not about a job"
    if re.search(r"template|boilerplate", stem, re.IGNORECASE) and _TEMPLATE.search(stem):
        return "a template to copy from"
    return None


def _listed_jobs(posting: Posting) -> int:
    """How many lines are a link with the name of a job and nothing more."""
    count = 0
    for block in posting.blocks:
        for link in block.links:
            label = block.text[link.start : link.end].strip()
            if (
                len(label) >= len(block.text.strip()) // 2
                and looks_like_title(label)
                and not re.match(r"(?:apply|send|e?mail)\b", label, re.IGNORECASE)
            ):
                count += 1
    return count


def _weight(posting: Posting) -> int:
    kinds = {kind for section in posting.sections for kind in section.kinds}
    points = 0
    if posting.title is not None and looks_like_title(posting.title.text):
        points += 2
    points += 3 * ("responsibilities" in kinds) + 3 * ("requirements" in kinds) + ("preferred" in kinds)
    points += sum(1 for kind in ("pay", "employment", "location", "application", "reporting", "benefits") if kind in kinds)
    points += min(
        2,
        sum(1 for b in posting.blocks if b.kind in ("paragraph", "item") and mentions(posting, b, _SEEK_WORDS) and _SEEKING.search(b.text)),
    )
    if points < _ENOUGH:
        points += bool(posting.pay) + bool(posting.application) + bool(posting.experience) + bool(posting.employment)
    return points


def judge(posting: Posting) -> Verdict:
    """Posting or not, with the reason in plain words."""
    path = posting.source.path
    by_name = name_verdict(path)
    if by_name is not None:
        return Verdict(is_posting=False, reason=by_name)
    if not any(b.text.strip() for b in posting.texts):
        return Verdict(is_posting=False, reason="an empty page")
    kinds = {kind for section in posting.sections for kind in section.kinds}
    work = bool(kinds & {"responsibilities", "requirements"})
    listed = _listed_jobs(posting)
    if listed >= _MANY_JOBS and not work:
        return Verdict(is_posting=False, reason="a page that lists other postings")
    weight = _weight(posting)
    stem = PurePath(path).stem
    if _INDEX.match(stem) and (stem.startswith("_") or not work) and weight < 2 * _ENOUGH:
        return Verdict(is_posting=False, reason="an index page")
    if not work and not fields_of(posting, "employment", "pay", "location", "application", "work_mode"):
        head = " ".join(b.text for b in posting.blocks[:6])
        if posting.title is None or not looks_like_title(posting.title.text):
            if _POLICY.search(head):
                return Verdict(is_posting=False, reason="a page about rules or ways of working, not about one job")
            if sum(1 for b in posting.blocks if _ARTICLE.search(b.text)) > 1:
                return Verdict(is_posting=False, reason="an article, not a posting")
    if weight < _ENOUGH:
        return Verdict(is_posting=False, reason="no duties, demands or way to apply")
    return Verdict(is_posting=True, reason="it names " + _named(posting, kinds))


def _named(posting: Posting, kinds: set[str]) -> str:
    parts = [
        *(["a job"] if posting.title is not None else []),
        *(["its duties"] if "responsibilities" in kinds else []),
        *(["its demands"] if "requirements" in kinds else []),
        *(["what it pays"] if "pay" in kinds or posting.pay else []),
        *(["a way to apply"] if "application" in kinds or posting.application else []),
    ]
    return ", ".join(parts) if parts else "somebody who is sought"
