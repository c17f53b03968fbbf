"""spaCy's view of a posting's blocks: tokens, sentences that respect bullets and headings, and of whom words and sentences speak.

The pipeline is spaCy's blank English one with two components of ours, or the trained one that the settings name with the same
two in front. It is made once a process, on first use, and opens no connection.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jdlint.analysis.needs import MissingError
from jdlint.analysis.sentences import parted
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.posting.kept import once
from jdlint.posting.model import Block
from jdlint.posting.people import person_of
from jdlint.posting.posting import Posting
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

PERSON = "jdlint_person"  # the extension of a token: of whom it speaks, or ""
_SENTENCES, _PEOPLE, _POSTING, _OFFSETS = "jdlint_sentences", "jdlint_people", "jdlint", "jdlint_offsets"
_WORD = lazy(r"\S+")
_CANDIDATE = frozenset(("you", "your", "yours", "yourself"))
_EMPLOYER = frozenset(("we", "our", "ours", "us", "ourselves", "employer", "company", "organisation", "organization"))
_PARTS = {"pos": ("tagger", "a tagger"), "entities": ("ner", "an entity recogniser")}


@cache
def pipeline(model: str = "") -> Language:
    """The blank pipeline, or the trained one of that name or folder. MissingError where it can't be had."""
    try:
        import spacy
        from spacy.language import Language
        from spacy.tokens import Token
    except ImportError as error:
        raise MissingError(f"it needs spaCy (pip install spacy): {error}") from error
    for name, part in ((_SENTENCES, _set_sentences), (_PEOPLE, _set_people)):
        if not Language.has_factory(name):
            Language.component(name, func=part)
    if not Token.has_extension(PERSON):
        Token.set_extension(PERSON, default="")
    nlp = _trained(spacy, model) if model else spacy.blank("en")
    nlp.add_pipe(_SENTENCES, first=True)
    nlp.add_pipe(_PEOPLE, after=_SENTENCES)
    return nlp


def _trained(spacy: Any, model: str) -> Language:  # noqa: ANN401  # a module
    try:
        nlp: Language = spacy.load(model)
    except OSError as error:
        where = Path(model).exists() and "holds no pipeline of spaCy that can be read"
        said = f'the pipeline "{model}" of the setting spacy-model {where or f"is not installed (python -m spacy download {model})"}'
        raise MissingError(said, fatal=True) from error
    except Exception as error:
        raise MissingError(f'the pipeline "{model}" can\'t be used: {type(error).__name__}: {error}', fatal=True) from error
    return nlp


def require(need: str, model: str) -> None:
    """Raise MissingError where there is no trained pipeline, or it lacks the part: "pos" or "entities"."""
    if not model:
        raise MissingError("it needs a trained pipeline of spaCy, named in the settings, such as `spacy-model: en_core_web_sm`")
    part, called = _PARTS[need]
    if (lack := lack_of(model)) is not None:
        raise lack
    nlp = pipeline(model)
    if not nlp.has_pipe(part) and not (need == "pos" and nlp.has_pipe("morphologizer")):
        raise MissingError(f'it needs {called}, which the pipeline "{model}" lacks', fatal=True)


@cache
def lack_of(model: str) -> MissingError | None:
    """What keeps the trained pipeline of that name from being used; None where nothing does, or none is named."""
    try:
        if model:
            pipeline(model)
    except MissingError as error:
        return error
    return None


@once
def _read(_: Posting) -> dict[Block, Doc]:
    return {}


def read(posting: Posting, block: Block) -> Doc:
    """A block as spaCy reads it, with `offset` to tell where a token stands in it.

    Where the pipeline that the settings name can't be had, the blank one reads (see `lack_of`). MissingError without spaCy.
    """
    found = _read(posting)
    if block not in found:
        nlp = pipeline("" if lack_of(posting.reading.spacy_model) else posting.reading.spacy_model)
        text, offsets = _spaced(block.text)
        doc = nlp.make_doc(text)
        doc.user_data[_OFFSETS] = offsets
        doc.user_data[_POSTING] = (posting, block)
        found[block] = nlp(doc)
        del doc.user_data[_POSTING]  # the posting keeps the reading, which must not keep the posting
    return found[block]


def _spaced(text: str) -> tuple[str, list[int]]:
    """A text with one space for each run of white space, which would be a token of its own; and the offset of each character."""
    words = list(_WORD.finditer(text))
    offsets = [at for word in words for at in range(word.start(), word.end() + 1)]  # one more, for the space after it
    return " ".join(word.group() for word in words), offsets


def offset(token: Token) -> int:
    """Where a token that `read` gave starts in the plain text of its block."""
    offsets: list[int] = token.doc.user_data[_OFFSETS]
    return offsets[token.idx]


def tags(posting: Posting, block: Block) -> list[tuple[int, str]]:
    """The offset and the tag (of the Penn Treebank) of each token. MissingError without a trained pipeline that has a tagger."""
    require("pos", posting.reading.spacy_model)
    return [(offset(token), token.tag_) for token in read(posting, block)]


def _set_sentences(doc: Doc) -> Doc:
    """Sentences start where the posting's do, and nowhere else: a bullet or a heading never runs on into the next one."""
    starts = {start for start, _ in parted(*doc.user_data[_POSTING])} if _POSTING in doc.user_data else set()
    due = True
    for token in doc:
        at = offset(token) if starts else token.idx
        due = due or at in starts or any(at < start < at + len(token) for start in starts)
        begins = due and not token.is_space
        token.is_sent_start = begins
        due = due and not begins
    return doc


def _set_people(doc: Doc) -> Doc:
    """Of whom each word speaks: the candidate, the employer, those whom the work serves, superiors, somebody in particular."""
    posting = doc.user_data[_POSTING][0] if _POSTING in doc.user_data else None
    names = {part for name in posting.company_names for part in name.casefold().split()} if posting is not None else set()
    for token in doc:
        token._.set(PERSON, _person(token, names, posting))
    return doc


def _person(token: Token, names: set[str], posting: Posting | None) -> str:
    low = token.lower_
    if low in _CANDIDATE:
        return "candidate"
    if low in _EMPLOYER or (low in names and token.text[:1].isupper()):
        return "employer"
    return person_of(low, posting) or ""


def speaks_of(sentence: Span) -> str:
    """Of whom a sentence speaks: the first person in it, or ""."""
    return next((person for token in sentence if (person := token._.get(PERSON))), "")
