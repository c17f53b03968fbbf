"""What LanguageTool finds, as findings: at exact places, without what a posting's own words explain."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from jdlint.analysis.grammar.client import Match
from jdlint.analysis.grammar.passages import passages
from jdlint.analysis.grammar.session import session
from jdlint.analysis.grammar.variant import MIXED, also, variant
from jdlint.analysis.needs import MissingError
from jdlint.checks.spellings import is_code
from jdlint.checks.unknown_words import Names, is_near_day, is_plain, is_sure, may_be_slip, near
from jdlint.posting.kept import once
from jdlint.posting.model import Excerpt, LanguageTool
from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.rules.model import Edit, Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.words import fold

Kind = Literal["spelling", "grammar", "punctuation", "style"]
_SPELLERS = ("MORFOLOGIK_", "HUNSPELL_")
_COMPOUNDS = "EN_COMPOUNDS_"
_BY_CATEGORY: dict[str, Kind] = {
    "TYPOS": "grammar", "GRAMMAR": "grammar", "CONFUSED_WORDS": "grammar", "COLLOCATIONS": "grammar", "NONSTANDARD_PHRASES": "grammar",
    "SEMANTICS": "grammar", "MISC": "grammar", "PUNCTUATION": "punctuation", "TYPOGRAPHY": "punctuation", "COMPOUNDING": "punctuation",
}  # fmt: skip
_OTHER = lazy(r"is (British|American|Canadian|Australian|New Zealand|South African) English")
_READERS = {"en-US": "the US", "en-GB": "Britain and Ireland", "en-CA": "Canada", "en-AU": "Australia", "en-NZ": "New Zealand"}
_SHOWN = 3  # suggestions
_FRAGMENT = 4  # words: what has fewer is no sentence to judge
_NEXT_WORD = lazy(r"[ \u00a0]+([^\W_]+)")


class Issue(NamedTuple):
    """A match at its place in a posting."""

    kind: Kind
    at: Excerpt
    match: Match


def spelling(posting: Posting, options: Options) -> Iterator[Hit]:
    """Words that look misspelt, and words as another country spells them."""
    tool, country = _tool(posting), variant(posting)
    language = _language(posting, tool)
    known = country or (language if tool.language != "auto" else None)
    issues = [i for i in _issues(posting) if i.kind == "spelling" and may_be_slip(posting, i.at)]
    issues = _without_names(posting, [i for i in issues if _OTHER.search(i.match.message) or near(_word(i), i.match.replacements)])
    if (other := also(known)) is not None:
        unknown = _unknown([_word(i) for i in issues], tool, other)
        issues = [i for i in issues if _word(i) in unknown]
    for issue in issues:
        foreign = _OTHER.search(issue.match.message)
        if foreign and known is None:
            continue
        if foreign and issue.match.replacements:
            values: dict[str, object] = {"whose": foreign[1], "where": _READERS.get(language, "this country")}
            yield _hit(issue, issue.match.replacements, values, sure=True, variant="other", severity="info")
        elif not foreign:
            found = near(_word(issue), issue.match.replacements)
            yield _hit(issue, found or issue.match.replacements, {}, sure=is_sure(_word(issue), found))


def grammar(posting: Posting, options: Options) -> Iterator[Hit]:
    """Slips of grammar: agreement, articles, words mixed up, words said twice."""
    return _others(posting, "grammar")


def punctuation(posting: Posting, options: Options) -> Iterator[Hit]:
    """Slips of punctuation, and words joined or parted wrongly."""
    return _others(posting, "punctuation")


def style(posting: Posting, options: Options) -> Iterator[Hit]:
    """Longwinded or careless wording."""
    return _others(posting, "style")


def _others(posting: Posting, kind: Kind) -> Iterator[Hit]:
    for issue in _issues(posting):
        if issue.kind == kind:
            values: dict[str, object] = {"says": _said(issue.match), "category": issue.match.category.replace("_", " ").lower()}
            yield _hit(issue, issue.match.replacements, values, sure=len(issue.match.replacements) == 1)


def _hit(  # noqa: PLR0913  # what makes a hit
    issue: Issue,
    replacements: tuple[str, ...] | list[str],
    values: dict[str, object],
    *,
    sure: bool,
    variant: str = "",
    severity: Literal["info"] | None = None,
) -> Hit:
    use = tuple(f"“{r.strip()}”" for r in replacements[:_SHOWN])
    edits = (Edit(issue.at, replacements[0]),) if sure and replacements else ()
    return Hit(issue.at, values, variant=variant, severity=severity, term=issue.match.rule, use=use, edits=edits)


def _said(match: Match) -> str:
    """LanguageTool's own words, and what to write where they don't tell."""
    said = " ".join(match.message.split()).rstrip(".")
    shown = [r.strip() for r in match.replacements[:_SHOWN]]
    if not shown or any(f"“{r}”" in said or f"‘{r}’" in said for r in shown):
        return said if said.endswith("?") else f"{said}."
    use = " or ".join(f"“{r}”" for r in shown)
    return f"{said} Write {use}." if said.endswith("?") else f"{said}; write {use}."


def _word(issue: Issue) -> str:
    return issue.at.text


def _tool(posting: Posting) -> LanguageTool:
    tool = posting.reading.languagetool
    if tool is None:
        raise MissingError("needs LanguageTool, which --grammar or the setting `languagetool: {enabled: true}` turns on")
    return tool


def _language(posting: Posting, tool: LanguageTool) -> str:
    return (variant(posting) or MIXED) if tool.language == "auto" else tool.language


@once
def _issues(posting: Posting) -> list[Issue]:
    """What LanguageTool finds in a posting, without what stands in code and addresses and what is not believed."""
    tool = _tool(posting)
    parts = list(passages(posting))
    answers = session(tool).check([p.text for p in parts], _language(posting, tool))
    found = []
    for part, matches in zip(parts, answers, strict=True):
        for match in matches:
            kind, at = _kind(match), part.excerpt(match.start, match.end)
            if not is_code(posting, at) and (kind == "spelling" or _is_believed(posting, at, match, part.text)):
                found.append(Issue(kind, at, match))
    return found


def _kind(match: Match) -> Kind:
    if match.rule.startswith(_SPELLERS):
        return "spelling"
    if match.rule.startswith(_COMPOUNDS):
        return "punctuation"
    return _BY_CATEGORY.get(match.category, "style")


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    """The rules that may take half a compound for the whole, and the words that show where a compound ends."""
    data = lexicon("languagetool")
    return frozenset(data["before-noun"]), frozenset(data["ends-noun"].split())


def _is_believed(posting: Posting, at: Excerpt, match: Match, passage: str) -> bool:
    """Whether a match is about a sentence, and not about a heading, a label, a name or the half of a compound."""
    text, block = at.text, at.block
    if block.kind == "heading" or len(passage.split()) < _FRAGMENT or (posting.title is not None and posting.title.block is block):
        return False
    if (text.isupper() and len(text.strip()) > 1) or (not text.isascii() and not any(c.isascii() and c.isalpha() for c in text)):
        return False
    if match.rule.startswith(_COMPOUNDS):  # one word written as two is a slip, a hyphen more or less is taste
        return " " in text and all("-" not in r and " " not in r for r in match.replacements)
    following = _NEXT_WORD.match(block.text, at.end)
    rules, ends = _nouns()
    return not (match.rule in rules and following and fold(following[1]) not in ends)


def _without_names(posting: Posting, issues: list[Issue]) -> list[Issue]:
    """The issues without those whose capital may be a name's: LanguageTool is asked what it makes of them in small letters."""
    employer = {fold(part) for name in posting.company_names for part in name.split()}
    days = {_word(i) for i in issues if is_near_day(_word(i)) and fold(_word(i)) not in employer}
    capital = {_word(i): None for i in issues if not (_word(i).islower() or _OTHER.search(i.match.message) or _word(i) in days)}
    if not capital:
        return issues
    names = Names(posting)
    tool = _tool(posting)
    lower = [word.lower() for word in capital]
    answers = dict(zip(capital, session(tool).check(lower, _language(posting, tool)), strict=True))
    return [i for i in issues if _word(i) not in answers or (not names.has(i.at) and _is_slip(_word(i), answers[_word(i)]))]


def _is_slip(word: str, answer: tuple[Match, ...]) -> bool:
    return any(m.end - m.start == len(word) and m.rule.startswith(_SPELLERS) and is_plain(word, m.replacements) for m in answer)


def _unknown(words: list[str], tool: LanguageTool, language: str) -> set[str]:
    """Those of the words that another country's English does not know either."""
    if not words:
        return set()
    answers = session(tool).check(words, language)
    return {w for w, matches in zip(words, answers, strict=True) if any(m.rule.startswith(_SPELLERS) for m in matches)}
