"""What a job is called, and the name of a job in a line that says more: what announces it, its number, the employer."""

from __future__ import annotations

import re

from jdlint.posting.facts.patterns import joined, listed
from jdlint.posting.facts.title_ends import without_code, without_pay
from jdlint.posting.model import Excerpt
from jdlint.text.lazy import lazy
from jdlint.text.words import words

_ABBREVIATION = 3
_BELIEFS = frozenset(("baptist", "methodist", "adventist", "buddhist", "calvinist", "humanist", "feminist", "socialist", "communist"))
_LEARNED = 6  # letters of a word such as "typist"
LONGEST = 14  # words; a longer line is a sentence
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
    commissioner superintendent warden webmaster wrangler yardman operative artisan trustee senco gp anm commis locum studentship
    tgt pgt postman postwoman
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
    "fitter",
    "wright",
    "hand",
    "builder",
)
_NO_JOBS = ("hand", "shorthand", "beforehand", "firsthand", "secondhand", "person")  # end so, but are called nobody  # fmt: skip
# What announces that somebody is sought, before the job's name and after it.
CALL = lazy(
    joined(r"""
    ^(?:\W*(?-i:[A-Z])[^.!?:\n]{1,60} is (?:now |currently )?(?:hiring|recruiting|seeking|looking for
    |searching for) (?:an? |our (?:next |first )?)
    |\W*(?:(?:job|position|role) (?:description|profile|specification|advert(?:isement)?|announcement) (?:for|of) (?:the )?(?:position
    |post|role|job) of (?:an? |the )?|(?:we(?:['’]re| are) |now |currently |urgently |immediately |still )*(?:hiring|recruiting
    |seeking|looking for|wanted|help wanted|staff wanted)(?: now| immediately)?(?:\s*[:!–—-]+\s*(?:an? |our (?:next |first )?)?
    |\s+(?:for )?(?:an? |our (?:next |first )?))|(?:join (?:us|our team) as|work (?:with us|for us) as)(?: an?| our(?: next| first)?)?[ ]
    |(?:(?:job|career|employment|exciting|new|current|great) )*(?:vacancy|opening|opportunity|job (?:posting|offer|ad|advert)
    |position (?:available|open|vacant|opening)|open (?:position|role)|(?:crew|casting) call
    |(?:employment|job|career) (?:opportunities|openings|vacancies)
    |role)\s*(?:[:!|]|[–—-]\s)\s*(?:an? )?
    |(?:(?:job|position|role|post|person|candidate) (?:description|profile|specification|spec|outline|announcement|advertisement|posting)
    |vacancy (?:announcement|notice)|(?:invitation|call|request) for applications?|immediate (?:opening|vacancy|hire|start)|apply now
    |urgent (?:requirement|vacancy|opening|need))
    (?:\s*[:|]\s*|\s+[–—-]\s|\s+for\s)\s*(?:the )?(?:(?:position|post|role|job) of )?(?:an? )?
    |(?:the )?(?:post|position) of (?:an? )?
    |(?:(?:vacancy|opening) (?:for|of)|(?:recruitment|appointment) of) (?:the )?(?:(?:position|post|role|job) of )?(?:an? )?
    |post (?:no\.? ?)?\d+\s?/\s?\d+\s*[:–—-]\s*))
    """),
    re.IGNORECASE,
)
CALLED = lazy(
    r"\s*[,|–—:-]?\s*(?:(?:is |are )?(?:wanted|needed|required|sought)(?: (?:now|asap|immediately|urgently))?"
    r"|(?:job|position|role) (?:posting|advert(?:isement)?|ad|announcement|vacancy|opening|opportunity)|vacanc(?:y|ies))\W*$",
    re.IGNORECASE,
)
_TAIL = lazy(r"[^\w)\]+#.*]+$")  # the cheers of a call: "We're hiring a barista! ☕"
_STOP = lazy(r"[,.;!?(](?=\s)|\s\(")
# What kind of paper it is, and the number of the job, behind its name.
_PAPER = lazy(
    r"\s*[,|–—:(-]?\s*\b(?:job|position|role|post|person) (?:description|profile|specification|spec|outline|details)\b\W*$", re.IGNORECASE
)
_NUMBER = lazy(
    joined(r"""
    \s*[,;|–—:-]?\s*[(\[]?\s*\b(?:(?:ref(?:erence)?|req(?:uisition)?|job|vacancy|posting|position|post)\.?\s?(?:(?:ref(?:erence)?|req)\.? )?
    (?:no|number|nr|code|id)\b\.?\s*[:.#]?|(?:job |vacancy |post )?ref(?:erence)?\.?\s?[:.#]|ref\.?(?=\s\S*\d)
    |req(?:uisition)?\.?\s?[#-](?=\s?\w*\d))
    \s*(?=[^()\[\]]*\d)[\w/.# –-]{1,30}[)\]]?\W*$
    """),
    re.IGNORECASE,
)
_EXTRAS = lazy(r"(?:\s+[|·•–—-]|:)\s+(?=[^|·•–—]{0,100}?(?:[$£€₹]\s?\d|\d\s?(?:k|lpa)\b))", re.IGNORECASE)  # "Driver - Bury - £13 an hour"
_BAR = lazy(r"\s+[|·•–—-]\s+|:\s+(?=[^|·•–—:]*[$£€₹]\s?\d)")
_CLAUSE = lazy(r"\b(?:to|who|that|which|for (?:our|the)|with|join|you|we|our)\b", re.IGNORECASE)
_GOES_ON = (".", "?", ":", ";", ",")


def names_job(text: str) -> bool:
    """Whether one of the words is what somebody who does a job is called."""
    for word in words(text):
        norm = word.norm.removesuffix("s") if len(word.norm) > _ABBREVIATION else word.norm
        if norm in _JOB_WORDS or word.norm in _JOB_WORDS or (norm.endswith(_JOB_ENDINGS) and norm not in _NO_JOBS) or _does_by_name(norm):
            return True
    return False


def _does_by_name(norm: str) -> bool:
    """Whether a word ends as trades of learned people do: botanist, typist; a list, a twist or to assist is none."""
    if norm in _BELIEFS:
        return False
    return norm.endswith("ist") and len(norm) >= _LEARNED and not norm.endswith(("list", "wist", "sist", "xist"))


def core(text: str) -> tuple[int, int]:
    """Where the job's name stands in a line, without the call that somebody is sought, the job's number and the pay behind it."""
    stop = _bare_end(text)
    call = CALL.match(text, 0, stop)
    start = call.end() if call else 0
    called = CALLED.search(text, start, stop)
    end = called.start() if called else stop
    if _EXTRAS.search(text, start, end):
        bar = _BAR.search(text, start, end)
        end = bar.start() if bar and names_job(text[start : bar.start()]) else end
    end = start + len(without_code(without_pay(text[start:end], names_job)).rstrip(" |–—-:"))
    if call and not looks_like_title(text[start:end]):  # "Wanted: tiler, Cork area. Must have own tools."
        clause = _STOP.search(text, start, end)
        end = clause.start() if clause else end
    name = text[start:end]
    told = (call or called or end < stop) and not (name.endswith(_GOES_ON) or _CLAUSE.search(name))
    if told and looks_like_title(name):
        return start, start + len(_TAIL.sub("", name)) if call else end
    return (0, stop) if looks_like_title(text[:stop]) else (0, len(text))


def _bare_end(text: str) -> int:
    """Where a line ends without the job's number and what kind of paper it is: "Clerk – Job Description", "Clerk (Ref: 12)"."""
    end = len(text)
    for pattern in (_NUMBER, _PAPER, _NUMBER):
        match = pattern.search(text, 0, end)
        end = match.start() if match and text[: match.start()].strip() else end
    return end


def cored(at: Excerpt) -> Excerpt:
    """The excerpt without what only announces it."""
    start, end = core(at.text)
    return Excerpt(at.block, at.start + start, at.start + end)


def looks_like_title(text: str) -> bool:
    """Whether a short line names a job."""
    return len(text.split()) <= LONGEST and names_job(text) and not _GENERIC.match(text)


def is_generic(text: str) -> bool:
    """Whether a line heads any posting: "About us", "Job description", "Careers"."""
    return bool(_GENERIC.match(text)) or not any(c.isalpha() for c in text)
