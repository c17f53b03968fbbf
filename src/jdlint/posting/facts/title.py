"""The job title as stated, and the level it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.patterns import joined, listed
from jdlint.posting.facts.scan import trimmed
from jdlint.posting.fields import fields_of, key_words
from jdlint.posting.headings import classify
from jdlint.posting.model import Block, Excerpt
from jdlint.text.lazy import lazy
from jdlint.text.stems import Stems
from jdlint.text.words import words

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_ABBREVIATION = 3
_BELIEFS = frozenset(("baptist", "methodist", "adventist", "buddhist", "calvinist", "humanist", "feminist", "socialist", "communist"))
_LEARNED = 6  # letters of a word such as "typist"
_TITLE_LABEL = lazy(r"\W*(?:job |position |role )?title\W*", re.IGNORECASE)
_SURE = lazy(r"\b(?:title|name)\b", re.IGNORECASE)
_LONGEST = 14  # words; a longer line is a sentence
_OPENING = 20  # blocks, of which a line may be the title
_SHORT = 9
_SMALL = frozenset(("a", "an", "and", "of", "the", "for", "in", "to", "with", "de", "du"))
_HEAD = 40  # blocks; what stands further down names no title
_BELOW = 20  # blocks; a "Job title:" after so many stands in an attached description, and the first line is what readers see
_LABEL = lazy(
    joined(r"""
    ^\W*(?:(?:job|position|role|post|posting|vacancy|working|official|functional|class|classification)[ _-]?(?:title|name)
    |(?:title|name) of (?:the )?(?:post|position|job|role|vacancy)|title|designation|position|role|job|vacancy|post
    |opening)\s*(?:[:|]|\s[–—-]\s|\n)\s*(?P<value>[^\n|]{2,120}?)\s*(?:\||$)
    """),
    re.IGNORECASE | re.MULTILINE,
)
_LABEL_STEMS = Stems("title", "name", "designation", "position", "role", "job", "vacancy", "post", "opening")  # one stands in each label
_GENERIC = lazy(
    joined(r"""
    ^\W*(?:(?:about|who) (?:us|we are|the (?:company|team|role|job|position|organi[sz]ation)|you)|(?:the )?(?:company|our (?:company
    |mission|team|story|values))|careers?(?: at .*)?|jobs?(?: at .*)?|work (?:with|for|at) .*|join (?:us|our .*|the .*team.*)
    |(?:current |open |our )?(?:job )?(?:openings?|vacanc(?:y|ies)|postings?|listings?|opportunit(?:y|ies)|positions?
    |roles?)(?: (?:at|with) .*)?|(?:job|position|role|vacancy)?\s*(?:descriptions?|details?|overview|summary|information
    |announcement|specifications?|profile|purpose|posting|spec|advert(?:isement)?|ad)|(?:the )?(?:role|job|position|opportunity
    |challenge)|responsibilities|(?:essential )?duties(?: (?:and|&|include) .*)?|requirements|qualifications|benefits|introduction
    |overview|summary|welcome(?: to .*)?|home|top|menu|notice|we(?:['’]re| are) hiring.*|now hiring.*|hiring
    |employment opportunit(?:y|ies)|recruitment|help wanted|essential functions.*|applications? (?:are )?(?:now )?(?:open|closed).*
    |this position .*|equal opportunity.*|how to apply|apply(?: now| here)?|(?:salary|location|posted|closed|status|tags)(?: ?:.*
    | range)?|other guides|in this article|table of contents|contents|faqs?|contact(?: us)?|what (?:is|does|you|we|are).*
    |why (?:work|join|us|we|you|choose|this) ?.*|how (?:to|we|you) .*|full[- ]time|part[- ]time|remote|skip to .*|search(?: jobs?)?
    |share(?: this.*)?|back(?: to .*)?|print(?: this.*)?|details|description|general information|general summary|work with us|blog
    |news|events)\W*$
    """),
    re.IGNORECASE,
)
# What people are called who do a job, in one word; plurals go without saying.
_JOB_WORDS = listed(
    """
    accountant actor adjuster administrator adviser advisor advocate agent aide analyst animator apprentice architect archivist
    artist assembler assessor assistant associate attendant attorney auditor baker banker barista bartender beautician bookkeeper
    broker busser buyer captain caregiver caretaker carer carpenter cashier ceo cfo chef chief cio cleaner clerk coach controller
    consultant contractor coo cook coordinator copywriter counsel counsellor counselor crew cto curator custodian dentist devops
    director dispatcher doctor driver economist editor electrician estimator evangelist examiner executive expediter expeditor
    expert expo fabricator facilitator farmer fellow fellowship fitter foreman freelancer gardener generalist groomer guard
    hairdresser handler head helper host hygienist inspector installer instructor intern internship interpreter investigator
    janitor journalist laborer labourer landscaper lawyer lead leader lecturer liaison librarian loader machinist manager marketer
    mason mate mechanic mediator member mentor midwife model moderator musician negotiator officer operator organiser organizer
    owner packer painter paralegal paramedic partner pharmacist photographer physician picker pilot planner plumber porter postdoc
    practitioner president principal producer professor programmer psychologist receptionist recruiter registrar reporter
    representative researcher roofer runner salesperson scheduler secretary seller server specialist sre staff statistician
    steward storyteller strategist stylist supervisor surveyor sysadmin teller temp barber bricklayer butcher concierge florist
    glazier joiner lifeguard nanny plasterer sommelier tailor tester trader trainee trainer translator treasurer tutor underwriter
    usher veterinarian volunteer vp waiter waitress welder actress actuary anaesthetist anesthetist auctioneer bagger bailiff barback
    barrister bellhop bellman binder bookseller bouncer brewer bursar campaigner canvasser carer carrier carver caterer chainman
    chaplain chauffeur chiropractor chocolatier clinician cna coder comptroller conductor confectioner conservator cooper copyeditor
    coroner courier craftsman croupier dancer deacon dealer deckhand decorator demonstrator deputy detective dietician dietitian
    dishie dispenser distiller docent docker doorman doula drafter draughtsman emt enforcer engraver factotum farmhand farrier
    financier fisher fundraiser gaffer goldsmith governess grader greeter grinder groom groundsman handyman handyperson
    hca headmaster hostess illustrator janitress jeweler jeweller jockey judge laundress logger lpn magistrate maid mariner marshal
    masseur masseuse medic merchandiser merchandizer milker miner minister molder monitor moulder mover notary optician orderly
    osteopath paraprofessional pastor patissier photojournalist physio polisher porteress postie prosecutor prosthetist
    purchaser ranger referee removalist restorer rgn rigger rn runner sailor salesman scaffolder scholar scrummaster seamstress
    sheriff shopper signaller singer skipper solicitor sonographer sorter spotter stagehand stevedore stocker storeman surgeon
    technologist tiler timekeeper tradesman tradesperson trooper trucker turner tutor umpire upholsterer valet vet vicar waitstaff
    commissioner superintendent warden webmaster wrangler yardman
    """
)
_JOB_ENDINGS = (
    "engineer",
    "developer",
    "designer",
    "worker",
    "writer",
    "keeper",
    "hauler",
    "maker",
    "tender",
    "therapist",
    "technician",
    "ologist",
    "smith",
    "grapher",
    "teacher",
    "nurse",
    "scientist",
    "physicist",
    "chemist",
    "fighter",
    "washer",
    "walker",
    "sitter",
    "minder",
    "cleaner",
    "dresser",
    "educator",
    "person",
    "woman",
    "monger",
    "ician",
    "maid",
    "herder",
    "hand",
    "builder",
)
_NO_JOBS = ("hand", "shorthand", "beforehand", "firsthand", "secondhand", "person")  # end so, but are called nobody  # fmt: skip
# What announces that somebody is sought, before the job's name and after it.
_CALL = lazy(
    joined(r"""
    ^\W*(?:(?:job|position|role) (?:description|profile|specification|advert(?:isement)?|announcement) (?:for|of) (?:the )?(?:position
    |post|role|job) of (?:an? |the )?|(?:we(?:['’]re| are) |now |currently |urgently |immediately |still )*(?:hiring|recruiting
    |seeking|looking for|wanted|help wanted|staff wanted)(?: now| immediately)?(?:\s*[:!–—-]+\s*(?:an? |our (?:next |first )?)?
    |\s+(?:for )?(?:an? |our (?:next |first )?))|(?:join (?:us|our team) as|work (?:with us|for us) as)(?: an?| our(?: next| first)?)?[ ]
    |(?:(?:job|career|employment|exciting|new|current|great) )*(?:vacancy|opening|opportunity|job (?:posting|offer|ad|advert)
    |position (?:available|open|vacant|opening)|open (?:position|role)|(?:employment|job|career) (?:opportunities|openings|vacancies)
    |role)\s*(?:[:!|]|[–—-]\s)\s*(?:an? )?)
    """),
    re.IGNORECASE,
)
_CALLED = lazy(
    r"\s*[,|–—:-]?\s*(?:(?:is |are )?(?:wanted|needed|required|sought)(?: (?:now|asap|immediately|urgently))?"
    r"|(?:job|position|role) (?:posting|advert(?:isement)?|ad|announcement|vacancy|opening|opportunity))\W*$",
    re.IGNORECASE,
)
# A title that calls people and names no one job: "Now hiring all kitchen positions!"
_CLUTTERED = lazy(
    r"\W*(?:we(?:['’]re| are) )?(?:now |currently |urgently )?(?:hiring|recruiting|help wanted)\b"
    r"[^.?]*\b(?:positions?|roles?|staff|crew|jobs?|shifts?)\b",
    re.IGNORECASE,
)
_EXTRAS = lazy(r"(?:\s+[|·•–—-]|:)\s+(?=[^|·•–—]*(?:[$£€₹]\s?\d|\d\s?(?:k|lpa)\b))", re.IGNORECASE)  # "Driver - Bury - £13 an hour"
_ADDRESS = lazy(r"https?://|\bwww\.|\S@\S")  # "Link: https://…" above a posting names no job
_BAR = lazy(r"\s+[|·•–—-]\s+|:\s+(?=[^|·•–—:]*[$£€₹]\s?\d)")
_SITE = lazy(r"\s+[|–—·»:-]{1,2}\s+(?P<rest>[^|–—·»]+)$")
_CLAUSE = lazy(r"\b(?:to|who|that|which|for (?:our|the)|with|join|you|we|our)\b", re.IGNORECASE)
_GOES_ON = (".", "?", ":", ";", ",")
_SENTENCE_END = (".", "!", "?", ":", ";", ",")
_SLOGAN = lazy(
    r"\b(?:we|our|you|your|us|is|are|join|build(?:ing)?|make|help|let['’]s|looking|hiring|seeking|position has|interested)\b",
    re.IGNORECASE,
)


def _names_job(text: str) -> bool:
    """Whether one of the words is what somebody who does a job is called."""
    for word in words(text):
        norm = word.norm.removesuffix("s") if len(word.norm) > _ABBREVIATION else word.norm
        if norm in _JOB_WORDS or (norm.endswith(_JOB_ENDINGS) and norm not in _NO_JOBS) or _does_by_name(norm):
            return True
    return False


def _does_by_name(norm: str) -> bool:
    """Whether a word ends as trades of learned people do: botanist, typist; a list, a twist or to assist is none."""
    if norm in _BELIEFS:
        return False
    return norm.endswith("ist") and len(norm) >= _LEARNED and not norm.endswith(("list", "wist", "sist", "xist"))


def _core(text: str) -> tuple[int, int]:
    """Where the job's name stands in a line, without the call that somebody is sought and without the pay behind it."""
    call = _CALL.match(text)
    start = call.end() if call else 0
    called = _CALLED.search(text, start)
    end = called.start() if called else len(text)
    if _EXTRAS.search(text, start, end):
        bar = _BAR.search(text, start, end)
        end = bar.start() if bar and _names_job(text[start : bar.start()]) else end
    end = start + len(text[start:end].rstrip(" |–—-:"))
    name = text[start:end]
    cut = (call or called or end < len(text)) and looks_like_title(name) and not (name.endswith(_GOES_ON) or _CLAUSE.search(name))
    return (start, end) if cut else (0, len(text))


def _cored(at: Excerpt) -> Excerpt:
    """The excerpt without what only announces it."""
    start, end = _core(at.text)
    return Excerpt(at.block, at.start + start, at.start + end)


def looks_like_title(text: str) -> bool:
    """Whether a short line names a job."""
    return len(text.split()) <= _LONGEST and _names_job(text) and not _GENERIC.match(text)


def is_generic(text: str) -> bool:
    """Whether a line heads any posting: "About us", "Job description", "Careers"."""
    return bool(_GENERIC.match(text)) or not any(c.isalpha() for c in text)


def labelled_title(text: str) -> tuple[int, int] | None:
    """The value of a "Job title:" label in a text."""
    for match in _LABEL.finditer(text):
        value = match["value"]
        label = match.group()[: match.start("value") - match.start()].casefold()
        sure = "title" in label or "name" in label
        if not is_generic(value) and len(value.split()) <= _LONGEST and (sure or looks_like_title(value)):
            return match.start("value"), match.end("value")
    return None


def without_site(text: str) -> str:
    """A page's title without the name of its site."""
    match = _SITE.search(text)
    if match is not None and not _names_job(match["rest"]):
        return text[: match.start()]
    first, mark, rest = text.partition(" | ")
    return rest if mark and not _names_job(first) and _names_job(rest) else text


def _from_fields(posting: Posting) -> Iterator[Excerpt]:
    fields = [f for f in fields_of(posting, "title") if not is_generic(f.block.text) and isinstance(f.value, str)]
    exact = [f for f in fields if "title" in key_words(f.key)[-1:][0]]
    return (trimmed(f.block) for f in (*exact, *(f for f in fields if f not in exact)))


def _from_labels(posting: Posting) -> Iterator[Excerpt]:
    blocks = posting.blocks[:_HEAD]
    named = set(posting.body_holding(_LABEL_STEMS))
    for at, block in enumerate(blocks):
        if block not in named:
            continue
        found = labelled_title(block.text)
        if found is not None:
            yield Excerpt(block, *found)
        elif block.kind in ("cell", "heading") and _TITLE_LABEL.fullmatch(block.text) and at + 1 < len(blocks):
            yield trimmed(blocks[at + 1])


def _from_headings(posting: Posting) -> Iterator[Excerpt]:
    headings = [b for b in posting.blocks[:_HEAD] if b.kind == "heading" and b.text.strip() and len(b.text.split()) <= _LONGEST + 6]
    headings = [b for b in headings if _calls(b.text) or not (is_generic(b.text) or _names_section(posting, b))]
    named = [b for b in headings if looks_like_title(b.text) or _calls(b.text)]
    top = min((b.level for b in headings), default=0)
    best = (
        [b for b in named if b.level == top]
        or named
        or [b for b in headings if b.level == top and b is headings[0] and b.marked in ("markup", "underline", "")]
    )
    return (_without_bar(_cored(trimmed(b))) for b in best)


def _without_bar(at: Excerpt) -> Excerpt:
    """The title without a stray bar or dash at its end."""
    return Excerpt(at.block, at.start, at.start + len(at.text.rstrip(" |–—-:")))


def _calls(text: str) -> bool:
    """Whether a line announces a job that it names: "Now hiring: night porter"."""
    if not (_CALL.match(text) or _CALLED.search(text)):
        return False
    text = text.strip()
    return _core(text) != (0, len(text))


def _names_section(posting: Posting, block: Block) -> bool:
    """Whether a heading opens a known part of a posting; sections themselves are read after the title, so not asked."""
    if block.marked in ("plain", "colon"):  # only what it announces made it a heading
        return True
    meaning = classify(block.text, posting.reading)
    return meaning.exact and bool(meaning.kinds) and meaning.kinds[0] != "other"


def _from_page(posting: Posting) -> Iterator[Excerpt]:
    page = posting.document.page_title
    if page is not None:
        cut = without_site(page.text.strip())
        at = page.text.find(cut)
        if looks_like_title(cut):
            yield Excerpt(page, at, at + len(cut))


def _from_first_line(posting: Posting) -> Iterator[Excerpt]:
    for block in posting.blocks[:5]:
        line = block.text.strip().split("\n", 1)[0].strip()
        start, end = _core(line)
        called = end - start < len(line)
        if block.kind == "code" or (is_generic(block.text) and not called) or _ADDRESS.search(line):
            continue
        if len(block.text.split()) > _LONGEST and not called:
            return
        name = line[start:end]
        if called or (name and not name.endswith(_SENTENCE_END) and looks_like_title(name) and not _SLOGAN.search(name)):
            at = block.text.find(line) + start
            yield _without_bar(Excerpt(block, at, at + len(name)))


def _from_lines(posting: Posting) -> Iterator[Excerpt]:
    """A line that is written like a title and stands below the facts of the posting or a note."""
    for block in posting.blocks[:_OPENING]:
        if block.kind != "paragraph" or block.label_end:
            continue
        at = 0
        for line in block.text.split("\n"):
            name = line.strip()
            if looks_like_title(name) and _is_written_so(name):
                start = at + line.index(name)
                yield Excerpt(block, start, start + len(name))
            at += len(line) + 1


def _is_written_so(name: str) -> bool:
    """Whether all words of a line but small ones have capitals, and no mark makes it a sentence or a label."""
    said = name.split()
    if not 1 < len(said) <= _SHORT or any(c in name for c in ".:;!?,"):
        return False
    return all(w[:1].isupper() or w in _SMALL or not w[:1].isalpha() for w in said)


def _from_call(posting: Posting) -> Iterator[Excerpt]:
    """What stands in the place of a title and calls people to several jobs; as poor a title as it is, it is the one given."""
    stated = (f.block for f in fields_of(posting, "title") if isinstance(f.value, str))
    headings = (b for b in posting.blocks[:2] if b.kind == "heading")
    return (trimmed(b) for b in (*stated, *headings) if len(b.text.split()) <= _LONGEST and _CLUTTERED.match(b.text))


def _named_above(posting: Posting, label: Excerpt) -> Excerpt | None:
    """The title in the first line, which outdoes a label such as "Role:" further down; a "Job title:" is sure if near."""
    sure = _SURE.search(label.block.text, 0, label.start)
    if label.block in posting.blocks[:2] or (sure and label.block in posting.blocks[:_BELOW]):
        return None
    first = next(_from_first_line(posting), None)
    return first if first is not None and first.block is posting.blocks[0] else None


def find_title(posting: Posting) -> Excerpt | None:
    """The title: of a field, a label, a heading, the page, or the first short line; a heading outdoes a field that names no job."""
    field = next(_from_fields(posting), None)
    if field is not None and looks_like_title(field.text):
        return _cored(field)
    label = next(_from_labels(posting), None)
    if label is not None:
        return _named_above(posting, label) or label
    heading = next(_from_headings(posting), None)
    opens = heading is not None and heading.block in posting.blocks[:2]
    if heading is not None and (field is None or (opens and looks_like_title(heading.text))):
        return heading
    others = (_from_page, _from_first_line, _from_call, _from_lines)
    return field or next((found for look in others if (found := next(look(posting), None)) is not None), None)


def find_seniority(posting: Posting) -> str | None:
    """intern, junior, mid, senior, lead, executive or None where nothing says."""
    from jdlint.posting.facts.seniority import find_level

    return find_level(posting)
