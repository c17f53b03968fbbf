"""The level of a job: by the words of its title first, then by a plain statement."""

from __future__ import annotations

import re

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.patterns import joined, listed
from jdlint.posting.facts.scan import mentions
from jdlint.posting.facts.title_core import looks_like_title
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_INTERN = lazy(
    joined(r"""
    \b(?:intern(?:ship)?s?|trainee|apprentice(?:ship)?|co-op|work experience|placement student|working student|werkstudent\w*
    |praktikant\w*|learnership|cadet(?:ship)?|student (?:assistant|worker|developer|placement))\b
    """),
    re.IGNORECASE,
)
_RUNS_INTERNS = lazy(
    joined(r"""
    \b(?:intern(?:ship)?s?|trainees|trainee (?:program\w*|scheme)|apprentice(?:ship)?|cadet|co-op)s?
    [ ](?:\w+ )?(?:coordinat|manag|program|direct|supervis|recruit|lead
    |advis|special|officer)\w*|(?:housing|food|grocery) co-op
    """),
    re.IGNORECASE,
)
_EXECUTIVE = lazy(
    joined(r"""
    \b(?:(?:executive|managing|deputy|associate|assistant|regional|program\w*|creative|art)? ?director|chief|c[efot]o|cmo|cio|ciso
    |cpo|vp|s?vp|vice[- ]president|president|superintendent|commissioner|provost|dean)\b(?! (?:to|of staff to)\b)
    """),
    re.IGNORECASE,
)
_NOT_EXECUTIVE = lazy(r"\b(?:to the|reporting to|assistant to)\b[^,]*$|\b(?:assistant|secretary|support)\b.*\bto\b", re.IGNORECASE)
_LEAD = lazy(
    joined(r"""
    \b(?:lead(?:er)?|team[- ]?lead(?:er)?|head (?:of|chef|coach|teacher|nurse|cook|gardener|baker|barista|librarian|housekeeper
    |start director|(?!hunt|over\b|cent|quart|show)[a-z]+(?:er|or|ist|guard|m[ae]n)\b)|head(?=,|$)
    |^\W*principal\W*$|(?:primary|elementary|secondary|middle|high) (?:school )?principal
    |headteacher|supervisor|foreman|forewoman|foreperson|superviser|manager|school principal
    |assistant principal|charge nurse|matron|captain|ward sister)\b
    """),
    re.IGNORECASE,
)
_NOT_LEAD = lazy(r"\blead (?:gen|abatement|paint|safe|qualif|test|remov|hazard|pois|nurtur)\w*|\bhead start\b(?! director)", re.IGNORECASE)
# Managers of things, accounts and projects, who need not manage people.
_MANAGER = lazy(r"\bmanager\b", re.IGNORECASE)
_MANAGES_THINGS = lazy(
    joined(r"""
    \b(?:account|accounts|office|pr|project|projects|finance|financial|accounting|payroll|procurement|purchasing
    |inventory|treasury|tax|billing|credit|program|programme|product|client|customer|success|case|care(?! home)|community|campaign
    |campaigns|content|data|database|grants?|social media|communications?|media|marketing|brand|partnerships?|relationship|release
    |delivery|event|events|contracts?|category|territory|sales|business development|digital|email|seo|growth|technical|knowledge
    |records|risk|compliance|stakeholder|engagement|development|giving|contact|advocacy|policy|outreach|alliance|portfolio|bid
    |change|cases|property|asset|network|systems?|information|volunteer|donor|research|membership|lifecycle|channel|fund\w*
    |affiliate|production|studio|stage|collections?)(?: (?:and|&) \w+| \w+)? manager\b
    |\bmanager,? (?:of )?(?:strategic )?(?:accounts?|projects?|partnerships?|product|content)\b
    """),
    re.IGNORECASE,
)
# "Manager, Digital Campaigns"; a longer name is that of a unit
_INVERTED = lazy(r"^\W*(?P<head>manager),\s+(?P<field>[^\s,(|\[–—]+(?: [^\s,(|\[–—]+){0,2})(?=\s*(?:[,(|\[–—]|\s-\s|$))", re.IGNORECASE)
_SENIOR = lazy(
    joined(r"""
    \b(?:senior|sr|snr|(?<!to the )principal|expert(?= [a-z])(?! (?:in|on|for|by|and|or|at)\b)
    |advanced practice|(?:staff|distinguished) (?=\w* ?(?:engineer|developer|scientist|designer
    |software|product|data|site|research|technolog|machine)))\b
    """),
    re.IGNORECASE,
)
_NOT_SENIOR = lazy(
    joined(r"""
    \bseniors?['’]? (?:living|cent(?:er|re)s?|citizens?|care(?! (?:assistant|worker|practitioner)s?\b)
    |services|housing|community|adults?|nutrition|program\w*|meals|homes?
    |transport\w*|health)\b|\bseniors\b
    """),
    re.IGNORECASE,
)
_JUNIOR = lazy(
    joined(r"""
    \b(?:junior|jr|entry[- ]level|graduate(?! (?:school|program\w*|admissions?|stud(?:y|ies|ents?)|recruit\w+|education|medical
    |research assistant|assistant|teaching|funding|affairs|coordinator))|newly qualified|early[- ]career|new grad\w*|beginner)\b
    |^\W*(?:associate|assistant) (?:(?!principal|director|senior|manager)[\w/&-]+ ){0,3}?
    (?:engineer|developer|designer|analyst|consultant|specialist|scientist|programmer|researcher|accountant|planner|buyer|surveyor
    |psychologist|technologist|product (?:manager|owner)|project manager)\b
    """),
    re.IGNORECASE,
)
_NOT_JUNIOR = lazy(
    joined(r"""
    \bjunior (?:high|league|school|college|achievement|secondary|year|program|golf|tennis|chamber|team)\b|\b(?:post
    |under)-?graduate\b
    """),
    re.IGNORECASE,
)
_MID = lazy(r"\b(?:mid[- ]?(?:level|weight|senior|career)|intermediate|medior|mid\b)", re.IGNORECASE)
_WORD = {
    "intern": "intern", "internship": "intern", "entry": "junior", "junior": "junior", "graduate": "junior", "mid": "mid",
    "intermediate": "mid", "senior": "senior", "principal": "senior", "lead": "lead", "manager": "lead", "supervisor": "lead",
    "supervisory": "lead", "director": "executive", "executive": "executive",
}  # fmt: skip
_KEY = lazy(
    r"^\W*(?:(?:experience |seniority |career |job |role )?(?:level|seniority)|supervisory (?:status|role|position))\s*[:|]"
    r"(?!\s*non?\b)\s*(?P<value>[^\n|]+)",
    re.IGNORECASE | re.MULTILINE,
)
_JOBS = r"(?:position|role|job|post|opportunity|opening|vacancy|level)"
_SAID = lazy(
    joined(rf"""
    \b(?:this is (?:an? )?|this (?:[\w-]+ )?(?:{_JOBS} )?is (?:considered )?(?:an? )?|(?:seeking|hiring|looking for|looking to hire
    |recruiting|searching for|welcome|need|are after|appoint\w*|want)(?: for)? (?:an? |our (?:next
    |first) |another )?(?:\w+ly )?(?:[\w-]+, )?|as (?:an? |our )?|for (?:an? )
    |{_JOBS} is (?:at )?(?:an? |the )?)(?P<level>entry[- ]level|junior|graduate|mid[- ](?:level|career|weight)(?:(?: to|/|-
    | or) senior)?|intermediate|senior(?:[- ]level)?(?! (?:management|leadership|leaders|living|executives?|stakeholders|staff
    |citizens|managers?))|lead(?! (?:to|the|gen|a\b))|supervisory|managerial|executive[- ]level|leadership)\b
    |\b(?<!not a )(?<!\bno )(?<!non-)(?P<supervisory>supervisory or managerial (?:level|position)|supervisory level of work
    |(?:as|being|be|become|is|are) (?:the|a
    |our) (?:\w+ )?lead (?:instructor|teacher|developer|engineer|designer|organi[sz]er|nurse|technician)\b)
    |\b(?P<entry>entry[- ]level (?:{_JOBS}|candidates?|applicants?))
    """),
    re.IGNORECASE,
)  # fmt: skip
_TEAM = lazy(
    joined(r"""
    \b(?:(?:manage|lead|supervise|oversee|build and lead|managing|leading|supervising|overseeing|mentor and manage
    |line[- ]manage\w*)s?,? (?:and \w+ )?(?:a|an|the|our|your|this|up to|\d+|up to \w+|one|two|three|several
    |all)? ?(?:[\w’'-]+,? (?:and )?){0,4}(?:teams?|staff|employees|direct reports|engineers|developers|designers|people|specialists
    |coordinators|managers|recruiters|volunteers and staff)|direct reports|line manag\w+|people manage\w*
    |supervis\w+ (?:of )?(?:\w+ ){0,3}(?:staff|employees|team))\b
    """),
    re.IGNORECASE,
)
_NAMED = lazy(
    joined(r"""
    (?:\b(?:seeking|looking for|hiring|recruiting|join us as|position of|role of|as) (?:an? |our |the )?(?:[a-z-]+,? ){0,3}
    |\b[Tt]he )(?P<job>[A-Z][\w/&-]+(?: (?:of (?:the )?|and |& |for )?[A-Z][\w/&-]+){0,6})(?= (?:is|will|reports|position|role|to|who
    |responsible|in|for|provides?|manages?|leads?|oversees)\b)
    """)
)
# Whose name follows, it is not the job that the posting offers.
_BOSS = lazy(
    r"\b(?:(?:supervision|direction|guidance|leadership|management|authority|oversight) of|report\w*(?: directly)? to|accountable to|under)"
    r" (?:the |an? |our )?$",
    re.IGNORECASE,
)
_NO_TEAM = lazy(
    r"\b(?:supervision|direction|guidance) of (?:the|an?|our) (?:[\w,-]+ ){0,6}who\b"
    r"|\b(?:not|no) (?:an? )?(?:responsib\w+|supervis\w+|direct reports)",
    re.IGNORECASE,
)
# Who runs a unit, or sits with those who run the whole, leads whatever the title says.
_RUNS = lazy(
    joined(r"""
    \b(?:direct|manag|oversee|lead|head|run)(?:e?s|ing)?\b[^.;\n]{0,40}\b(?:operations?|work|activities|administration)
    [ ]of (?:the |our |an? )(?:[\w’'&-]+ ){0,5}(?:department|office|division|agency|bureau|library|museum|school|hospital|clinic|branch)\b
    """),
    re.IGNORECASE,
)
_AT_THE_TOP = lazy(
    r"\b(?:member of|(?:role|seat|place|position) on|(?:sits?|serves?|serving|sitting) on|part of)"
    r" (?:the |our |[A-Z][\w&]*['’]s )?(?:\w+ ){0,2}?(?:leadership|management|executive) team\b",
    re.IGNORECASE,
)
_ANCHORS = listed("entry junior graduate mid intermediate senior lead supervisory managerial executive leadership")
_TEAM_ANCHORS = listed(
    """
    manage manages lead leads supervise supervises oversee oversees managing leading supervising overseeing mentor reports line
    people supervision supervisory
    """
)
_UNITS = listed("department office division agency bureau library museum school hospital clinic branch team")
_DUTIES = frozenset({"responsibilities", "summary", "reporting"})


def level_of_title(title: str) -> str | None:
    """The level that a title's words name, the highest of several."""
    if _INTERN.search(title) and not _RUNS_INTERNS.search(title):
        return "intern"
    if _EXECUTIVE.search(title) and not _NOT_EXECUTIVE.search(title):
        return "executive"
    if _leads(title):
        return "lead"
    if _SENIOR.search(title) and not _NOT_SENIOR.search(title):
        return "senior"
    if _MID.search(title):
        return "mid"
    return "junior" if _JUNIOR.search(title) and not _NOT_JUNIOR.search(title) else None


def _leads(title: str) -> bool:
    """Whether the title leads people or a field, and not leads, accounts or projects."""
    if not _LEAD.search(title) or _NOT_LEAD.search(title):
        return False
    rest = _MANAGES_THINGS.sub(" ", _INVERTED.sub(r"\g<field> \g<head>", title))
    return bool(_LEAD.search(rest))


def level_said(text: str) -> str | None:
    """The level that a sentence gives this job."""
    match = _SAID.search(text)
    if match is None:
        return None
    if match["supervisory"]:
        return "lead"
    if match["entry"]:
        return "junior"
    level = match["level"].casefold()
    if level.startswith(("entry", "junior", "graduate")):
        return "junior"
    if level.startswith(("mid", "intermediate")):
        return "mid"
    if level.startswith("senior"):
        return "senior"
    return "executive" if level.startswith("executive") else "lead"


def _by_field(posting: Posting) -> str | None:
    for field in posting.fields:
        if field.key.casefold().rpartition(".")[2] in (
            "seniority",
            "level",
            "experience_level",
            "experiencelevel",
            "job_level",
            "career_level",
        ):
            for word in field.block.text.casefold().replace("-", " ").replace("_", " ").split():
                if _WORD.get(word):
                    return _WORD[word]
    for block in posting.blocks[:25]:
        match = _KEY.search(block.text) if mentions(posting, block, frozenset({"level", "seniority", "supervisory"})) else None
        if match is not None:
            return next((level for w in match["value"].casefold().replace("-", " ").split() if (level := _WORD.get(w))), None)
    return None


def _manages_people(posting: Posting) -> bool:
    for block in posting.holding(_TEAM_ANCHORS):
        section = posting.section_of(block)
        if section is not None and section.kind not in (*_DUTIES, "other"):
            continue
        if block.kind in ("item", "paragraph") and _TEAM.search(block.text) and not _NO_TEAM.search(block.text):
            return True
    return False


def _heads_a_unit(posting: Posting, manager: bool) -> bool:
    """Whether the duties say that the job runs a department and its people, or that its manager sits among those who lead."""
    told = [
        b
        for b in posting.holding(_UNITS)
        if (s := posting.section_of(b)) is None or s.source == "inferred" or s.kind in (*_DUTIES, "other")
    ]
    if manager and any(_AT_THE_TOP.search(b.text) for b in told):
        return True
    return any(_RUNS.search(b.text) and not _BOSS.search(b.text) for b in told) and _manages_people(posting)


def _level_of_named_job(posting: Posting) -> str | None:
    """Without a title, the level of the job that the first sentences name: "seeking a Sales Director", "the Shift Manager is"."""
    for block in posting.blocks[:20]:
        for match in _NAMED.finditer(block.text) if block.kind in ("paragraph", "item") else ():
            if looks_like_title(match["job"]) and not _BOSS.search(block.text, 0, match.start("job")):
                return level_of_title(match["job"]) or ("lead" if _manages_people(posting) else None)
    return "lead" if _manages_people(posting) else None


def find_level(posting: Posting) -> str | None:
    """The level of the job."""
    title = posting.title
    if title is not None:
        level = level_of_title(title.text)
        if level is not None:
            return level
    level = _by_field(posting)
    if level is not None:
        return level
    for block in posting.prose_holding(_ANCHORS):
        said = level_said(block.text)
        if said is not None:
            return said
    if any(e.value == "internship" for e in posting.employment):
        return "intern"
    if title is None:
        return _level_of_named_job(posting)
    manager = _MANAGER.search(title.text) is not None
    return "lead" if (manager and _manages_people(posting)) or _heads_a_unit(posting, manager) else None
