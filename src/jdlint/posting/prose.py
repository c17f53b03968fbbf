"""What single sentences say where neither a heading nor a set phrase tells: duties, demands, wishes, steps, and the role itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from jdlint.hints import cast
from jdlint.posting.cues import NO_DUTIES, cues, opening
from jdlint.posting.employer import describes_employer
from jdlint.posting.facts.patterns import Stemmed, joined, listed
from jdlint.posting.model import Block, SectionKind
from jdlint.text.lazy import lazy
from jdlint.text.words import fold

_FILLED = frozenset(
    ("postholder", "post-holder", "holder", "incumbent", "appointee", "they", "she", "he", "he/she", "she/he", "you", "positions")
)
_MODAL = lazy(
    joined(r"""
    \b(?P<subject>[\w/-]{1,40}+)(?:[ ]will|['’]ll|[ ]would|['’]d|[ ](?P<must>must|may|might|shall|should|can|could))
    (?:[ ](?:also|then|often|mainly|regularly|usually|\w+ly))*
    (?:[ ]be[ ](?:asked|expected|required|tasked|called (?:on|upon)|needed|employed|engaged)(?:[ ](?:to|with))?|[ ]be(?=[ ]\w+ing\b))?
    [ ](?P<verb>[a-z-]+)(?P<object>[^.;!?\n]{0,80})
    """),
)
_BARE = lazy(r"(?:^\W*|[–—:-] )(?:[Mm]ust|[Ww]ill) (?:also )?(?P<verb>[a-z-]+)(?P<object>[^.;!?\n]{0,80})")  # "Bar back - must run food"
_YOU = lazy(
    r"(?:^\W*|[.!?:;] |(?<!\bif)(?<!\bIf)(?<!when)(?<!When)(?<!that)(?<!what)(?<!once)(?<!who)(?<!before)(?<!after) )"
    r"[Yy]ou (?:\w+ly |also |then )?(?P<verb>[a-z]+)\b"
)
_SOUGHT = lazy(  # "seeking a baker to knead and shape dough": what the job is there for
    r"\b(?:seek\w*|looking for|hiring|recruiting|needs?|wants?)[ ](?:an?|another|our next) (?:(?!to\b)[\w/-]+ ){1,6}"
    r"(?:to|(?:who|that) (?:can|could)) (?P<verb>[a-z]+)"
    r"(?P<object>[^.;!?\n]{0,80})",
    re.IGNORECASE,
)
_OTHERS = listed(
    "customer user employer member partner supporter offer order number other either whether after under vendor"
    " december november october september"
    " letter power paper computer however never ever weather applicant plant restaurant participant tenant investor"
    " donor visitor author owner over"
)
_CONDITION = lazy(r"\W*(?:if|when|once|should|before|after|please|unless)\b", re.IGNORECASE)
_PARTS = lazy(r"[,;:–—\n]\s*(?:and |or )?| and | or ")
_OURS = lazy(r"\W*(?:we|our|us|you|your|if|please|to|for|this|that|it|i)\b", re.IGNORECASE)
_CHAIN = 3  # so many verbs of duties one after the other are duties
_CHAIN_FROM_START = 2
_NO_WORK = lazy(
    r"\b(?:licen[cs]\w+|certif\w+|degree|proof|background|checks?|tests?|age|english|screen\w*|applications?|cv|resume"
    r"|eligib\w+|authori[sz]\w+"
    r"|passport|registration|qualif\w+|requirements?|criteria|clearance|drug|skills?|abilit\w+|knowledge|experience|weekends?|shifts?)\b",
    re.IGNORECASE,
)
_TRAIT = lazy(r"\b(?:well|clearly|effectively|easily|calmly|skills?|experience|knowledge)\b", re.IGNORECASE)
_APPLYING = lazy(r"\b(?:applications?|apply|cv|resume|cover letter|form|interview)\b", re.IGNORECASE)
_DEMANDED_OF = listed(
    """
    demonstrate submit obtain complete meet be understand apply comply adhere qualify keep show pass communicate work attend live
    hold provide use learn grow find become bring receive enter have
    """
)
# What "you" do or are that is no work: verbs after "you'll" and "you".
_NOT_WORK = (
    NO_DUTIES
    | _DEMANDED_OF
    | listed(
        """
    need get love enjoy know want like gain earn see hear notice possess require thrive fit benefit agree feel live start begin
    not never only still probably ideally always soon say have think consider wish hope prefer decide ask contact send apply
    come look speak write read qualify select choose click follow remain wear pay expect appreciate value respect believe discover
    experience make ever
    """
    )
)
_YOUR_TRAITS = _NOT_WORK | listed(
    """
    are can will would must may should could had do did is was design test
    """
)
_MARKS = ',.;:()*"“”'
_ROLE_WORDS = 9  # the role as the subject stands among the first words

_DEMAND = lazy(
    joined(r"""
    \b(?:ideal|successful|right|perfect|best|strong)[ ](?:candidate|applicant|person|hire|colleague)s?[ ](?:(?:will|would
    |should|must)[ ])?(?:also )?
    (?:be[ ](?!responsible|part|work|based|join|expected|required|asked|able to choose|given|offered|paid)|is|are|has|have
    |brings?|possess\w*)\b
    |\b(?:perfect|ideal|great|right|suited|suitable)[ ](?:for|to)[ ](?:an?|someone|somebody|people|anyone)\b
    (?![^.!?\n]*\bwith an? (?:passion|love|eye|zest|enthusiasm)\b)
    |^\W*you(?:['’]re|[ ]are)[ ](?!responsible|the\b|our\b|part\b|in charge|invited|welcome|encouraged|eligible|entitled
    |expected|going|here|joining)
    |^\W*you[ ](?:love|enjoy|like|know|understand|bring|thrive)\b
    |\bpeople with\b|^\W*(?:must|need(?:s|ed)? to|should|has to|have to)[ ](?:be|have|hold|possess|know|speak|own|pass|enjoy|love|like)\b
    |\b(?:applicants?|candidates?|you|they|person|incumbent|holders?)(?:['’]ll|[ ](?:will|would|also|must|should|do))*[ ](?:need
    |require|must (?:be|have|hold|know|speak)
    |should (?:be|have|hold|know|speak)|are expected to have
    |have (?!(?:the|an?|some) (?:\w+ )?(?:opportunit|chance|freedom|option|possib))(?:worked|experience
    |a |an |at least|the |some|\d)|speak|hold)\b
    |\b(?:is|are)[ ](?:an? )?(?:must|essential|mandatory|necessary)\b
    |\b(?:would like|looking for|are after|['’]re after|want|need|seek\w*|hoping for)[ ](?:to meet |to find )?(?:(?:someone|somebody
    |a person|people)(?! who will\b(?! (?:have|hold|bring|need)\b))
    |an? \w+(?: (?!to\b)\w+){0,3} (?:who(?! is (?:ready|eager|excited|keen|happy)\b)(?! will\b(?! (?:have|hold|bring|need)\b))|with))
    |(?<!\bas )(?<!\bmay be )(?<!\bmight be )
    (?<!\bif )(?<!\bwhen )(?<!\bwhere )(?<!\bwherever )(?<!\bwhenever )(?<!\bappropriate and )(?<!\bnecessary and )
    \b(?:required|needed|essential|a must|expected)\s*[.;!]?\s*$
    |\b(?:looking for|seek(?:s|ing)?|need|want|hiring)[ ](?:an? )?(?:fully |suitably )?(?:qualified|licen[cs]ed|certified|registered
    |chartered)[ ]\w+
    |\b(?:holding|with)[ ](?:an? )?(?:valid|current|recognised|recognized)\b
    |\b(?:at least|minimum of|over)[ ](?:\w+ )?[\w-]+[ ](?:years?|months?)\b
    |(?:^\W*|:[ ]|\bbe[ ]|\bare[ ])(?:reliable|punctual|honest|hard-?working|trustworthy|motivated|enthusiastic|friendly
    |qualified)(?:,| and)[ ]\w+
    """),
    re.IGNORECASE,
)
WISHES = Stemmed(
    "lovely great nice good useful helpful handy ideal advantag asset bonus plus beneficial welcome cool wonderful fantastic preferred"
    " valuable help valued appreciated stand set also but interested love like see",
    r"""
    \b(?:would|['’]d)[ ](?:also |really |certainly |definitely )?(?:be[ ](?:an? |also |very |really |most )?(?:\w+ )?(?:lovely
    |great|nice|good|useful|helpful|handy|ideal
    |advantage\w*|asset|bonus|plus|beneficial|welcome|cool|wonderful|fantastic|preferred|valuable)|help\b)
    |\b(?:is|are)[ ](?:also )?an?[ ](?:major|big|huge|definite|real|strong|clear|distinct|great|added|significant|nice)[ ](?:plus|bonus
    |asset|advantage)\b
    |\b(?:experience|knowledge|background|skills?|familiarity|training|languages?|certificat\w+|qualifications?)\b[^.;\n]{0,60}?[ ]
    (?:(?:is|are|would be|also)[ ])?(?:\w+ly )?(?:welcome|useful|helpful|handy|valued|appreciated|beneficial|advantageous)\b
    |\b(?:would|['’]d)[ ](?:also |really )?(?:love|like) to see\b
    |\bideal (?:candidate|applicant|person|colleague)s? (?:would|will|might|may) also\b
    |\bit (?:also )?helps if\b|\b(?:could|might|would|to) (?:also )?(?:stand out|set you apart)\b
    |\bideally,? (?:you|the|he|she|they|we)\b|\byou (?:may|might) also (?:have|know)\b
    |\bnot (?:a )?(?:must|required|needed|essential) but\b
    |\b(?:particularly|especially) interested in (?:candidates|applicants|people)\b
    """,
)
RANKS = Stemmed(
    "manag supervis lead overse direct head guidance authority oversight will pleasure answer",
    r"""
    \b(?!leadership|management|headquart)(?:manag|supervis|lead|overse|direct|head)\w*[ ](?:up )?(?:the |an? |all |our )?
    (?:(?:team|staff|crew|group|brigade
    |workforce)[ ]of[ ])?(?:about |over |around |up to )?
    (?:\d+\+?|two|three|four|five|six|seven|eight|nine|ten|twelve)[ ](?:\+ )?(?:[\w-]+[ ]){0,2}(?:employees|staff|people|persons
    |workers|colleagues|reports|members
    |engineers|officers|nurses|teachers|cooks|volunteers|developers|technicians)\b
    |\b(?!leadership|management)(?:manag|supervis|lead)\w*[ ](?:the |an? |our )?(?:\w+[ ])?
    (?:team|staff|crew|brigade)[ ]of[ ](?:\w+[ ])?\w+s\b
    |\b(?!leadership|management)(?:manag|supervis|lead|overse|head|direct)\w*[ ](?:an? |the |our )?(?:\w+(?:ly)?[ ]){0,3}?
    (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)[- ](?:person|people|strong|member)[ ](?:\w+[ ])?(?:team|staff|crew|brigade
    |group|department)\b
    |\bat the (?:will|pleasure) of the\b|\banswer(?:s|able|ing)? (?:directly )?to the\b
    |\bunder (?:the )?(?:\w+ ){0,2}?(?:supervision|direction|guidance|management|authority|oversight|leadership)[ ](?:of|from)\b
    |\bdirect supervision (?:from|by)\b
    """,
)
_ROLE = lazy(
    joined(r"""
    \b(?:needs?|seeks?)[ ](?:an?|another|one|two|more|some|extra|help)\b
    |(?:\b(?:is|are|am)|['’](?:re|m|s))[ ](?:now |currently |also )?(?:hiring|after an?|on the hunt|in search of|recruiting)\b
    |\bwish(?:es)? to (?:appoint|recruit|hire)\b|\binvites? applications\b|\bapplications are invited\b
    |(?<!\bexperience )(?<!\blicen[cs]e )(?<!\bdegree )(?<!\bdiploma )(?<!\bqualification )(?<!\bknowledge )(?<!\bskills )
    \b(?:required|wanted|needed)(?:[ ](?:for|from|to|as soon)|[.!])|\bwe['’]re hiring\b|\byour mission\b
    |\b(?:this|the)[ ](?:\w+[ ]){0,2}?(?:job|role|post|position|opportunity|internship|fellowship|apprenticeship|placement
    |vacancy)[ ][^.\n]{0,30}?
    \b(?:is (?!\d|open|located|based|remote|closed|available|not|full|part|contract|subject|eligible|exempt|under|covered)
    |will(?! be (?:open|filled|based|located|closed))|offers|exists|sits|involves|helps
    |supports|combines|covers|provides|leads)\b
    |\b(?:i|we)[ ](?:really )?(?:need|want)[ ](?:help|someone|somebody|an?|experienced|qualified|skilled|reliable|friendly|more
    |additional|extra)\b
    """),
    re.IGNORECASE,
)
_STEP = lazy(
    joined(r"""
    \b(?:(?P<interview>interview\w*)|(?P<call>(?:phone|video|intro\w*|first|short|screening|zoom|quick|initial)[ ](?:call|chat
    |conversation)|meet(?:ing)? (?:the|your|our) (?:team|founders?)|\d+[- ]min(?:ute)? (?:call|chat)|(?:call|chat|conversation)
    (?=[ ](?:with|of)\b|,? \(?\d+[ -]?(?:min|hour))|a call)|(?P<task>(?:test|paid|small|practical|written|take-?home|editing|writing|coding
    |technical|skills?)[ ](?:task|tests?|exercise
    |assignment|exam\w*)|task\b|exam\b|pair(?:ed)? programming)|(?P<trial>trial (?:shift|day|morning|lesson|week|evening)
    |taster day|working interview)
    |(?P<panel>panel)|(?P<presentation>presentation|lesson observation|observed lesson|portfolio (?:chat|review))
    |(?P<centre>assessment cent(?:re|er)|assessment day|selection day)
    |(?P<short>shortlist\w*|short-list\w*)|(?P<offer>(?:an|job|conditional|written)? ?offer\b)|(?P<refs>references? (?:check\w*
    |will|are)|take up references))
    """),
    re.IGNORECASE,
)
# What each step but an offer and references holds, in small letters; the engine leaps to the first letter.
_SOME_STEP = lazy(
    r"[icmteapos](?:(?<=i)nterview|(?<=c)(?:all|hat|onversation)|(?<=m)eet|(?<=t)(?:ask|est|rial|aster)|(?<=e)x(?:ercise|am)|(?<=a)ss(?:ignment|essment)"
    r"|(?<=p)(?:rogramming|anel|resentation|ortfolio)|(?<=o)bserv|(?<=s)(?:election|hort))"
)
_COUNTED = lazy(
    r"\b(?:\d+|one|two|three|first|second|final|then|followed|minutes?|min|hours?|stages?|rounds?|held|invited|before|after)\b",
    re.IGNORECASE,
)
_STEPS = 2
_ROLE_VERBS = frozenset(("is", "are", "will", "would", "works", "reports", "plays", "has"))


def steps_in(text: str) -> bool:
    """Whether a text names the steps of a selection, not only that there is one: "a test task and two interviews"."""
    if _SOME_STEP.search(text.lower()) is None:
        return False
    kinds = {m.lastgroup for m in _STEP.finditer(text)}
    return len(kinds - {"offer"}) + ("offer" in kinds) >= _STEPS and bool(kinds - {"offer", "refs"}) and _COUNTED.search(text) is not None


def tells_duties(sentence: str, title: AbstractSet[str] = frozenset()) -> bool:
    """Whether a sentence tells what whoever has the job does: by a modal and a verb of work, by "you", by the title, or as a list.

    `title` holds the folded words of the job's title.
    """
    if _CONDITION.match(sentence):
        return False
    if any(_is_duty(m, title) for m in _MODAL.finditer(sentence)):
        return True
    bare, sought = _BARE.search(sentence), _SOUGHT.search(sentence)
    if sought is not None and sought["object"].startswith(" us "):
        sought = None  # "a baker to help us grow"
    if bare is not None and _is_work(bare["verb"], bare["object"]):
        return True
    if sought is not None and sought["verb"] not in _NOT_WORK and _is_work(sought["verb"], sought["object"]):
        return True
    duty = cues().duty
    if any(m["verb"] in duty and m["verb"] not in _YOUR_TRAITS for m in _YOU.finditer(sentence)):
        return True
    if sentence[:4] in ("You ", "you ") and sum(_parts_of_work(sentence)) >= _CHAIN_FROM_START and not _TRAIT.search(sentence):
        return True
    return _title_does(sentence, title) or (_is_chain(sentence) and not describes_employer(sentence, title))


def _is_duty(found: re.Match[str], title: AbstractSet[str]) -> bool:
    subject, verb = fold(found["subject"]), found["verb"]
    data = cues()
    named = (
        subject in _FILLED
        or subject in title
        or subject.removesuffix("s") in title
        or subject in data.jobs - {"applicant", "degree"}
        or _acts(subject)
    )
    if not named or found["object"].lstrip().startswith("application"):
        return False
    if subject == "candidate" and found["must"]:
        return False
    if verb == "working" and found["object"].strip(" .") == "with":
        return False  # "the team you'd be working with"
    if found["must"] is None and subject == "you":
        return verb not in _NOT_WORK and not verb.endswith("ly")
    return _is_work(verb, found["object"])


def _is_work(verb: str, what: str) -> bool:
    """Whether a verb after "must" or "may" and what follows it is work, and no demand on the person: "run food", not "hold a licence"."""
    data = cues()
    stem = verb if verb in data.plain else verb.removesuffix("ing")
    return verb in data.duty and stem not in _DEMANDED_OF and not _NO_WORK.search(what)


def _acts(subject: str) -> bool:
    """Whether a word looks like the name of whoever does a job: "contractor", "illustrator", "machinist"."""
    return subject.endswith(("er", "or", "ist", "ant", "ian", "fellow", "intern")) and subject not in _OTHERS


def _title_does(sentence: str, title: AbstractSet[str]) -> bool:
    """Whether the job's own name is the subject of a verb of work: "The technician sets up experiments"."""
    if not title:
        return False
    tokens = [fold(w.strip(_MARKS)) for w in sentence.split(None, _ROLE_WORDS + 1)[: _ROLE_WORDS + 1]]
    duty = cues().duty
    for before, word in pairwise(tokens):
        plural = before.endswith("s") and word in cues().plain
        if (before in title or before.removesuffix("s") in title) and word in duty and (plural or word.endswith("s")) and word not in title:
            return True
    return False


def _is_chain(sentence: str) -> bool:
    """Whether several verbs of duties open the parts of a sentence: "Greet tables, take orders, carry plates"."""
    if _APPLYING.search(sentence):
        return False
    if sentence.startswith("To "):  # "To nurse people at home, and to teach them": what the job is there for
        return sum(_parts_of_work(sentence, "to ")) >= _CHAIN_FROM_START
    if _OURS.match(sentence):
        return False
    hits = _parts_of_work(sentence)
    start = hits[0] if hits else False
    label = len(hits) > 1 and hits[1] and ":" in sentence[:40]
    return sum(hits) >= (_CHAIN_FROM_START if start or label else _CHAIN)


def _parts_of_work(sentence: str, lead: str = "") -> list[bool]:
    """For each part of a sentence whether a verb of duties opens it, after the words `lead`."""
    duty = cues().duty
    parts = (fold(p.strip(" \t\n-•*()")) for p in _PARTS.split(sentence))
    opened = [p.removeprefix(lead).split(" ", 1)[0] if p.startswith(lead) else "-" for p in parts]
    return [p in duty for p in opened if p]


def introduces_role(sentence: str, title: AbstractSet[str] = frozenset()) -> bool:
    """Whether a sentence says what the job is or that somebody is sought for it."""
    if _ROLE.search(sentence):
        return True
    tokens = [fold(w.strip(_MARKS)) for w in sentence.split(None, _ROLE_WORDS + 1)[: _ROLE_WORDS + 1]]
    named = any(before in title and word in _ROLE_VERBS for before, word in pairwise(tokens))
    return named or _title_does(sentence, title)


def demands(sentence: str) -> bool:
    """Whether a sentence asks something of whoever applies."""
    return _DEMAND.search(sentence) is not None


def wishes(sentence: str) -> bool:
    """Whether a sentence names something that would be welcome."""
    return WISHES.search(sentence) is not None


def ranks(sentence: str) -> bool:
    """Whether a sentence says whom the job answers to or how many it leads."""
    return RANKS.search(sentence) is not None


_ORDER = (
    "equal_opportunity", "application", "process", "benefits", "preferred", "requirements",
    "responsibilities", "summary", "company", "reporting",
)  # fmt: skip
_INTRODUCING = frozenset(("summary", "company"))
_REPORTING_WORDS = 30  # a longer paragraph names the manager in passing


def line_kind(found: Mapping[str, int], count: int, block: Block, headed: frozenset[str]) -> SectionKind | None:
    """The section that a paragraph or item without a heading belongs in, by the rarest thing it speaks of.

    A paragraph is not taken for a part that has a heading of its own in the posting (`headed`): before "Requirements", "we are
    looking for someone who" only introduces. `found` is what `spoken_of` tells of its words, `count` their number.
    """
    item = block.kind == "item"
    for kind in _ORDER:
        if kind == "reporting" and (count > _REPORTING_WORDS or "responsibilities" in found):
            continue
        if item and kind in _INTRODUCING:
            continue  # "We build and maintain the ovens" in a list is a duty
        if kind in found and (kind not in headed or item or kind in _INTRODUCING):
            return cast("SectionKind", kind)
    if item:
        return opening(block.text)
    if describes_employer(block.text):
        return "company"
    return "summary" if "responsibilities" in found else None  # what the job is for, before the list of duties
