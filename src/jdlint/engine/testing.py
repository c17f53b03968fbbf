"""A rule file's own examples, run as its tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.analysis.needs import MissingError
from jdlint.engine.edits import apply, place
from jdlint.engine.finding import CRASH, Finding
from jdlint.engine.lint import lint
from jdlint.engine.result import ENGLISH_ONLY
from jdlint.engine.together import Together
from jdlint.posting.model import LanguageTool, Reading
from jdlint.posting.posting import Posting
from jdlint.readers import InputError, read
from jdlint.rules.errors import OptionError
from jdlint.rules.load import Example, RuleDoc, unmark
from jdlint.rules.model import Rule, Term
from jdlint.rules.options import resolve_options
from jdlint.rules.ruleset import RuleSet
from jdlint.text.record import dataclass, replace
from jdlint.text.spans import Span
from jdlint.text.words import words

_BETWEEN = "\n=====\n"  # stands between the postings of an example that needs several
_ENOUGH = 3  # examples that show the guards at work


@dataclass(frozen=True, slots=True)
class Failure:
    """What an example expects and the rule doesn't do; `line` is the example's place in the rule file."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


def run_examples(doc: RuleDoc, beside: RuleSet | None = None, model: str = "") -> list[Failure]:
    """Every way in which a rule fails its examples. Each `good:` must also be silent under the rules in `beside`.

    `model` is the trained pipeline for a rule that needs one.
    """
    failures = []
    doc = replace(doc, examples=tuple(replace(e, spacy_model=model) for e in doc.examples))
    for example in doc.examples:
        try:
            failures += [Failure(example.line, message) for message in _run(doc.rule, example, beside)]
        except MissingError as lack:
            return [Failure(example.line, str(lack))]
        except (InputError, OptionError) as error:
            failures.append(Failure(example.line, str(error)))
    if doc.rule.kind in ("terms", "regex", "tokens") and not failures:
        failures += _evidence(doc)
    return sorted(failures, key=lambda f: f.line)


def findings(rule: Rule, example: Example) -> list[Finding]:
    """A rule's findings in the text of one of its examples; none where it needs what is not there."""
    rules = RuleSet((rule,), {rule.code: resolve_options(rule, example.options or {})})
    try:
        return [f for f in _findings(unmark(example.text)[0], example, rules) if f.code == rule.code]
    except MissingError:
        return []


def _run(rule: Rule, example: Example, beside: RuleSet | None) -> Iterator[str]:
    rules = RuleSet((rule,), {rule.code: resolve_options(rule, example.options or {})})
    text, marks = unmark(example.text)
    found = _findings(text, example, rules)
    for crash in (f for f in found if f.code == CRASH):
        yield crash.message
    found = [f for f in found if f.code == rule.code]
    if example.verdict == "todo":
        closed = _missed(found, marks, text) is None if marks else not found
        if closed:
            yield "this known gap is closed: make the `todo:` a `bad:` or an `ok:`"
    elif example.verdict == "ok":
        if found:
            yield f"must be silent, but hits {_shown(found)}"
    else:
        yield from _bad(example, found, marks, text)
        if example.good is not None:
            yield from _good(rule, example, rules, found, beside)


def _findings(text: str, example: Example, rules: RuleSet) -> list[Finding]:
    """The findings in an example; in a few lines of a posting, without those about what is absent."""
    asks = len(rules.rules) == 1 and "languagetool" in rules.rules[0].needs  # of the rules beside, none is asked for that
    tool = LanguageTool(enabled=True) if asks else None
    reading = Reading(as_of=example.as_of, languagetool=tool, spacy_model=example.spacy_model)
    if len(parts := text.split(_BETWEEN)) > 1:
        return _of_several(parts, example, rules, reading)
    posting = Posting(read(text.encode(), f"example.{example.format}", example.format), reading)
    found = lint(posting, rules)
    lacking = [s.reason for s in found.skipped if s.fatal or (len(rules.rules) == 1 and not s.reason.startswith(ENGLISH_ONLY))]
    if lacking:
        raise MissingError(lacking[0])
    return [f for f in found.findings if f.match or example.posting or f.code == CRASH]


def _of_several(parts: list[str], example: Example, rules: RuleSet, reading: Reading) -> list[Finding]:
    """The findings that several postings make of each other."""
    together = Together()
    found: list[Finding] = []
    for number, part in enumerate(parts, 1):
        path = f"example-{number}.{example.format}"
        seen = lint(Posting(read(part.encode(), path, example.format), reading), rules)
        found += [f for f in seen.findings if f.code == CRASH] + together.findings(path, seen.apart)
    return found


def _bad(example: Example, found: list[Finding], marks: list[Span], text: str) -> Iterator[str]:
    if not marks and not example.posting:
        yield "mark the words to be hit with >> and <<, or say `posting: true`"
    elif not marks:
        if not found:
            yield "must be hit, but is not"
    elif missed := _missed(found, marks, text):
        yield missed


def _missed(found: list[Finding], marks: list[Span], text: str) -> str | None:
    """How hits differ from the marks; None where they are the same."""
    if sorted(f.span for f in found) == marks:
        return None
    wanted = ", ".join(f"`{text[m.start : m.end]}`" for m in marks)
    return f"must hit exactly {wanted}, but hits {_shown(found)}"


def _shown(found: Iterable[Finding]) -> str:
    return ", ".join(f"`{f.match}`" if f.match else "something absent" for f in found) or "nothing"


def _good(rule: Rule, example: Example, rules: RuleSet, found: list[Finding], beside: RuleSet | None) -> Iterator[str]:
    good = example.good or ""
    text, _ = unmark(example.text)
    mended = _mend(text, found)
    if mended is not None and mended != good:
        yield f"the fix makes {mended!r} of it, not what `good:` says"
    still = [f for f in _findings(good, example, rules) if f.code in (rule.code, CRASH)]
    if still:
        yield f"`good:` must be silent, but hits {_shown(still)}"
    if beside is not None:
        for other in _findings(good, example, beside):
            if other.code != rule.code and other.match:
                yield f"`good:` must be silent under every rule, but {other.code} ({other.name}) hits `{other.match}`"


def _mend(text: str, found: list[Finding]) -> str | None:
    """The text with all fixes made; None where there is none."""
    edits = [e for f in found if f.fix for e in f.fix.edits]
    return apply(text, sorted(edits, key=place)) if edits else None


def _evidence(doc: RuleDoc) -> Iterator[Failure]:
    """Examples of what is fine prove something only where the rule comes near.

    Each must be hit once the guards are taken away, or at least hold a word that the rule looks for; of a rule that has
    guards, three must be of the first sort.
    """
    bare = _bare(doc.rule)
    rules = RuleSet((bare,), {bare.code: resolve_options(bare, {})})
    fine = [e for e in doc.examples if e.verdict == "ok"]
    proofs = 0
    for example in fine:
        if any(f.code == bare.code for f in _findings(example.text, example, rules)):
            proofs += 1
        elif not _near(doc.rule, example.text):
            yield Failure(example.line, "proves nothing: no word that the rule looks for occurs in it")
    if doc.rule != bare and proofs < min(_ENOUGH, len(fine)):
        line = fine[0].line if fine else 1
        yield Failure(line, f"{proofs} of the `ok:` examples would be hit without the rule's guards; {_ENOUGH} must be")


def _bare(rule: Rule) -> Rule:
    """The rule without its guards."""
    terms = tuple(_bare_term(t) for t in rule.terms)
    patterns = tuple(replace(p, term=_bare_term(p.term)) for p in rule.patterns)
    tokens = tuple(replace(p, term=_bare_term(p.term), speaks_of=()) for p in rule.tokens)
    return replace(rule, where=(), unless=(), terms=terms, patterns=patterns, tokens=tokens)


def _bare_term(term: Term) -> Term:
    return replace(term, where=None, unless=(), case=False)


def _near(rule: Rule, text: str) -> bool:
    sought = {w.norm for t in (*rule.terms, *(p.term for p in rule.patterns)) for form in t.forms for w in words(form)}
    sought |= {piece for p in rule.tokens for known in p.literals for piece in known}
    return not sought or any(w.norm in sought for w in words(text))
