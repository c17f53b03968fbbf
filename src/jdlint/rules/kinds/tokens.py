"""Kind tokens: patterns over spaCy's tokens, tried in the sentences that hold their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.analysis.needs import MissingError
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.posting.kept import once
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.guards import in_scope, longest, may_hold, silenced
from jdlint.rules.kinds.terms import in_address
from jdlint.rules.literals import pieces
from jdlint.rules.model import TRAINED, Hit, Options, Rule, Term, TokenPattern

if TYPE_CHECKING:
    from spacy.tokens import Span

_matchers: dict[tuple[str, str], Any] = {}


def hits(rule: Rule, options: Options, posting: Posting) -> Iterator[Hit]:  # noqa: ARG001  # every kind is called alike
    """The hits of the rule's patterns. MissingError where spaCy, or what the rule needs of a trained pipeline, is not there.

    Where only some patterns need what is not there, the error comes after the hits of the others.
    """
    _require(rule.needs, posting)
    usable = [p for p in rule.tokens if posting.reading.spacy_model or TRAINED.isdisjoint(p.needs)]
    lacks: list[MissingError] = []
    for block in posting.texts:
        found: list[tuple[int, int, Term]] = []
        for pattern in usable:
            try:
                for row in _matches(rule, pattern, posting, block):
                    found.append(row)  # noqa: PERF402  # what comes before an error stands
            except MissingError as error:
                lacks.append(error)
        for start, end, term in longest(found):
            at = Excerpt(block, start, end)
            if not in_address(at) and not silenced((*rule.unless, *term.unless), posting, at, trusted=rule.trusted):
                yield Hit(at, variant=term.message or "", severity=term.severity, term=term.id, use=term.use)
    for lack in lacks:
        raise lack.in_part() if lack.fatal and any(TRAINED.isdisjoint(p.needs) for p in usable) else lack


def _require(needs: Sequence[str], posting: Posting) -> None:
    trained = [need for need in needs if need in TRAINED]
    if trained:
        from jdlint.analysis.linguistics import require

        for need in trained:
            require(need, posting.reading.spacy_model)


@once
def _pieces(_: Posting) -> dict[tuple[Block, int, int], frozenset[str]]:
    return {}


def _has(pattern: TokenPattern, posting: Posting, at: Excerpt) -> bool:
    """Whether a piece of a word of each set that the pattern needs stands in an excerpt."""
    kept = _pieces(posting)
    key = (at.block, at.start, at.end)
    if key not in kept:
        kept[key] = pieces(at.text)
    return all(not known.isdisjoint(kept[key]) for known in pattern.literals)


def _may_match(rule: Rule, pattern: TokenPattern, posting: Posting, block: Block) -> bool:
    where = rule.where if pattern.term.where is None else pattern.term.where
    return _has(pattern, posting, Excerpt.whole(block)) and (not where or may_hold(where, posting, block))


def _matches(rule: Rule, pattern: TokenPattern, posting: Posting, block: Block) -> Iterator[tuple[int, int, Term]]:
    if not _may_match(rule, pattern, posting, block):
        return
    from jdlint.analysis.sentences import parted

    if not any(_has(pattern, posting, Excerpt(block, start, end)) for start, end in parted(posting, block)):
        return
    from jdlint.analysis.linguistics import lack_of, offset, read, speaks_of  # spaCy wakes here

    _require(pattern.needs, posting)
    where = rule.where if pattern.term.where is None else pattern.term.where
    model = posting.reading.spacy_model
    for sentence in read(posting, block).sents:
        at = Excerpt(block, offset(sentence[0]), offset(sentence[-1]) + len(sentence[-1]))
        if not _has(pattern, posting, at) or (pattern.speaks_of and speaks_of(sentence) not in pattern.speaks_of):
            continue
        for start, end in _found(pattern, sentence, "" if lack_of(model) else model):
            if not where or in_scope(where, posting, Excerpt(block, start, end)):
                yield start, end, pattern.term
    if (lack := lack_of(model)) is not None:  # the blank pipeline read instead
        raise lack


def _found(pattern: TokenPattern, sentence: Span, model: str) -> Iterator[tuple[int, int]]:
    """The plain ranges that a pattern marks in a sentence."""
    from jdlint.analysis.linguistics import offset

    matcher = _matcher(pattern, model)
    rows: list[tuple[int, int, list[int]]]
    if pattern.phrases:
        rows = [(start, end, []) for _, start, end in matcher(sentence)]
    else:
        rows = [(start, end, to) for _, start, end, to in matcher(sentence, with_alignments=True)]
    marked = {number for number, token in enumerate(pattern.tokens) if token.get("AT")}
    for start, end, to in rows:
        chosen = [token for token, number in zip(range(start, end), to, strict=False) if number in marked] or range(start, end)
        first, last = sentence[min(chosen)], sentence[max(chosen)]
        yield offset(first), offset(last) + len(last)


def _matcher(pattern: TokenPattern, model: str) -> Any:  # noqa: ANN401  # a Matcher or a PhraseMatcher
    """What looks for a pattern, made once for each pipeline."""
    key = (model, repr((pattern.tokens, pattern.phrases, pattern.attribute)))
    if key not in _matchers:
        from spacy.matcher import Matcher, PhraseMatcher

        from jdlint.analysis.linguistics import pipeline

        nlp = pipeline(model)
        if pattern.phrases:
            _matchers[key] = PhraseMatcher(nlp.vocab, attr=pattern.attribute)
            _matchers[key].add("pattern", [nlp.make_doc(phrase) for phrase in pattern.phrases])
        else:
            _matchers[key] = Matcher(nlp.vocab)
            _matchers[key].add("pattern", [[_for_spacy(token) for token in pattern.tokens]], greedy="LONGEST")
    return _matchers[key]


def _for_spacy(token: Mapping[str, Any]) -> dict[str, Any]:
    """A token as spaCy's Matcher takes it."""
    from jdlint.analysis.linguistics import PERSON

    found = {name: value for name, value in token.items() if name not in ("AT", "PERSON")}
    if "PERSON" in token:
        people = token["PERSON"]
        found["_"] = {PERSON: {"IN": people if isinstance(people, list) else [people]}}
    return found
