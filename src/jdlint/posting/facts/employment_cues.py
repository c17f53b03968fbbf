"""Words that say how somebody is employed, and what only sounds so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from jdlint.posting.facts.dates import MONTH
from jdlint.posting.facts.numbers import count
from jdlint.posting.facts.patterns import Gated, Stemmed, joined, listed, norms_of, sentence_around
from jdlint.posting.facts.scan import in_slot
from jdlint.text.lazy import lazy

Found = tuple[int, int, str]  # start, end, value

_FULL_HOURS, _PART_HOURS, _MOST_HOURS = 35, 30, 60

SPAN = r"(?:\d{1,2}|one|two|three|four|five|six|nine|ten|twelve|eighteen)"  # years or months
_MONTH = rf"(?:{MONTH}|20\d\d\b)"
_JOB = joined(r"""
    (?:position|role|job|post|opportunit(?:y|ies)|vacanc(?:y|ies)|opening|employment|assignment|engagement|appointment|gig|work
    |shift)s?\b
    """)
_POST = r"(?:position|role|job|post|vacanc(?:y|ie)|opening|appointment)s?\b"  # what is no "work"
_TIME = r"(?:full|part)[ -]?time"

# In a field, after a label or in a title the bare word states the type.
_VALUES = Stemmed(
    "full part ft pt wh time zeit temp jorn half shar term fixed limited cover second fristet perm regular open season casual intern"
    " co-op prakti volun diem prn zero needed contract freelance self indefinite max /t required bank 1099 c2c corp purpose ongoing"
    " continuing",
    r"""
    (?P<full_time>\bfull(?:[ _-]?time|(?=-?(?: ?/ ?| or | and | & )part[ _-]?time))|\bft\b|\bf/t\b|\bwhole-?time\b|vollzeit
    |temps plein|jornada completa)
    |(?P<part_time>\bpart[ _-]?time|\bpt\b|\bp/t\b|teilzeit|temps partiel|\bhalf[ -]time|\bjob[ -]shar\w+)|(?P<fixed_term>\bfixed[ _-]?term
    |\blimited[ _-](?:term|duration)|\btime[ -]limited|\bterm[ -]limited|\bmax(?:imum)?[ -]term\b
    |\b(?:specified|fixed)[ -]purpose\b|(?<!indefinite )\bterm\b(?! of| life|[ -]time)|\bftc\b|\b(?:maternity|paternity
    |parental)(?: leave)? (?:cover|contract)|\bsecondment|(?<!un)befristet)|(?P<permanent>(?<!to )(?<!to-)(?<!non-)(?:\bpermanent\b
    |\bperm\b)(?! resid)|\bregular\b(?! (?:sched|business|working|office|work\b
    |hours|shift|day))|\bopen[ -]ended\b(?! question)|unbefristet|\bindefinite
    |(?<!time )(?<!time, )\b(?:ongoing|continuing)(?=,? (?:and )?(?:full|part)[ -]time)|(?<=time )(?:ongoing|continuing)\b
    |(?<=time, )(?:ongoing|continuing)\b)|(?P<temporary>\btemporary|\btemp\b
    |\bseasonal|\bcasual\b(?! (?:dress|work)))|(?P<internship>\bintern(?:ship)?s?\b|\bco-op\b|\bpraktikum\b)
    |(?P<volunteer>\bvolunteer(?:ing)?\b|\bvoluntary\b)|(?P<per_diem>\bper[ _-]diem|\bprn\b|\bzero[ -]hours?
    |\bas[ -](?:and[ -]when[ -])?needed\b
    |\bas and when required\b|\bbank contract\b)
    |(?P<contract>(?<!permanent )(?<!term )(?<!hours )(?<!hour )(?<!ended )(?<!temporary )
    (?<!indefinite )(?<!casual )(?<!purpose )(?<!bank )(?<!maternity )
    (?<!paternity )\bcontract(?:or|ing|ed)?s?\b(?! manag| admin| type| length| details| of indef)
    |\bfreelance\w*|\bself[ -]employed|\b1099\b|\bc2c\b|\bcorp[ -]to[ -]corp\b)
    """,
)

# In a sentence the words must belong to this job, and not to colleagues, customers or experience.
_OTHERS = lazy(
    joined(r"""
    [ ,/-]+(?:(?:paid|salaried|seasonal|u\.?s\.?|uk|permanent|temporary|and|or|part[ -]time|contract|regular|benefits?[- ]eligible
    |professional|exempt|fixed[- ]term)[ ,]+)*(?:[\w-]+ )?(?:staff|employees?|teams?|equivalents?|students?|faculty|experience|study
    |studies|education|enrol\w*|workers?|volunteers?|colleagues?|personnel|members?|people|residents?|course|degree|program\w*
    |learners?|nurses|teachers|hires|carers?|childcare|residen\w+|instructors|drivers|cooks|interns|fellows
    |engineers|developers|chefs|schedule or)\b(?! (?:positions?|roles?|posts?|jobs?|vacanc(?:y|ies)|appointment|opportunit(?:y|ies))\b)
    """),
    re.IGNORECASE,
)
_ONE_OF_US = lazy(
    r"[ ,-]+(?:[\w-]+,? ){0,3}?(?:employee|team member|member (?:of|to join)|staff member|person|hire|volunteer|student|worker)\b(?!s)",
    re.IGNORECASE,
)
_ARTICLE = lazy(r"\b(?:an?|as an?|next|first|one)\s+(?:[\w-]+,? )?$", re.IGNORECASE)
_SOUGHT = lazy(
    r"\b(?:seek\w*|looking for|hir(?:e|ing)|recruit\w*|need|as|searching for|require) (?:an?|our (?:next|first))\s+(?:[\w-]+,? )?$",
    re.IGNORECASE,
)
_BEFORE = lazy(
    joined(r"""
    (?:years?(?: of)?|months?(?: of)?|\ball|\bour|other|of the|supervis\w+|manag\w+|\blead\w*|\bfor|more than|less than|other than
    |except|over|(?:staff|team|crew|brigade|group) of(?:[ ]\w+)?|\d\d+\+?|oversee\w*|hires?|hiring|equivalent|have|had|non|not)[\s-]+$
    """),
    re.IGNORECASE,
)
# "is seeking clerks for full-time positions"
_SOUGHT_FOR = lazy(
    r"\b(?:seek\w*|looking for|hir(?:e|ing)|recruit\w*|needs?)\b[^.;\n]{2,80} for (?:our |several |two |three )?$", re.IGNORECASE
)
_FARTHEST = 120  # characters from "seeking" to the type
_POSITIONS = lazy(r"(?:,? (?:or|and) (?:full|part)[ -]?time)? (?:positions?|roles?|posts?|work|shifts?|jobs?)\b", re.IGNORECASE)
_FULL_PART = Stemmed("time", r"\b(?P<kind>full|part)(?:[ -]?time\b|(?=-?(?: ?/ ?| or | and | & )part[ -]?time))")
_SEEKS = r"(?:looking for|seeking|seeks?|looking to hire|hiring|hire|needs?|recruiting|searching for|want) (?:an?|one|another|our next)"
# Contractors by their trade are firms, and no form of employment.
_NO_TRADE = joined(r"""
    (?!(?:general|main|prime|electrical|mechanical|plumbing|roofing|building|construction|civil|hvac|paving|masonry|painting|flooring
    |drywall|landscap\w+|defen[cs]e|government|federal|military|cleaning|demolition|specialty|commercial|residential|licensed
    |for|with|at|in|to|who|and|as|by|of|manager|coordinator|supervisor)\b)
    """)
# What a sentence says of this job, by value: the words that must stand there at all, then the forms.
_FORMS = {
    "full_time": Gated(
        "wholetime whole",
        r"""
        \bwhole-?time(?:,? (?:and )?(?:permanent|temporary))?
        (?=,| (?:positions?|posts?|vacanc(?:y|ies)|contracts?|roles?|basis|employment)\b)
        """,
    ),
    "fixed_term": Gated(
        "fixed term limited specific definite maternity paternity parental adoption secondment ftc contract year years month months"
        " ends ending expires max maximum specified funded",
        rf"""
        \b(?:fixed[ -]term(?! (?:debt|deposits?|loans?|bonds?|rates?|insurance|contracts|investments?))
        |(?:limited|specific|definite)[ -]term (?:{_JOB}|contract)|(?<!long[ -])(?<!short[ -])term (?:position
        |appointment|employment|role|contract)\b
        |time[ -]limited (?:position|contract|role|appointment)|limited[- ]duration(?! (?:positions|employees|\(temp))
        |(?:maternity|paternity|parental|adoption)(?: leave)? cover\b|on secondment|secondment (?:opportunity|for|of up to|up to|until)\b
        |\d+[ -]months? (?:ftc|term)\b|max(?:imum)?[ -]term\b(?= (?:position|contract|role|appointment|employment)|\W*$|,)
        |(?:specified|fixed|specific)[ -]purpose contract
        |(?:grant|project|externally)[ -]funded (?:(?:position|post|role|appointment) )?(?:through|until|to|for)
        [ ](?:{SPAN} |{_MONTH}|the end of)
        |contract (?:is |runs |will run |lasts )?(?:for |of |until |to )(?:an? )?(?:initial )?(?:period of )?{SPAN}[ -](?:years?|months?)\b
        |(?:position|role|post|job|appointment) (?:is |runs |lasts )(?:(?:initially |guaranteed |funded |offered |tenable )*for )
        (?:(?:a|an) (?:initial )?(?:period|term) of )?{SPAN} (?:years?|months?)\b
        |(?:position|role|post|job|appointment|contract) for (?:a|an) (?:initial |fixed )?(?:period|term) of {SPAN} (?:years?|months?)\b
        |(?<!per )(?!(?:9|10|11|nine|ten)[- ]month (?:position|role))(?:{SPAN}[- ](?:year|month)(?:[- ]long)?|year-?long),?
        [ ](?:(?:paid|{_TIME}|(?:annually )?renewable
        |initial|remote|funded|salaried),? )*
        (?:position|appointment|fellowship|placement|residency|role)\b(?! (?:in|of) (?:a|your|the) (?:past|previous))
        |(?:position|role|post|job|appointment|fellowship|assignment)\b[^.;\n]{{0,60}}?[ ](?:with an |that |which |and |will )*
        (?:ends?|ending(?: date of)?|expires?)[ ](?:on |in |of )*(?:\d{{1,2}}[ /.]|(?:the end of )?{_MONTH})
        |(?:contract|position|assignment) (?:end|expiry|finish) date:?[ ](?:\d|{_MONTH})
        |(?:fellowship|internship|project|assignment) (?:is |runs |lasts )(?:initially |funded |offered )*for {SPAN} (?:years?|months?)\b)
        """,
    ),
    "permanent": Gated(
        "permanent open regular indefinite unlimited unbefristet unbefristeten unbefristete ongoing continuing",
        rf"""
        \b(?:permanent,? (?:{_TIME},? |remote |and )*(?:{_JOB}|contract|basis)|permanent (?:[\w-]+ ){{1,2}}{_POST}
        |{_JOB} (?:is|are) (?:a )?(?:{_TIME},? )?permanent\b
        |open[ -]ended contract|permanent(?=(?:,? (?:and )?|/){_TIME})|contract of indefinite duration|permanent(?:,? and|,) pensionable
        |(?:ongoing|continuing),? (?:and )?{_TIME} {_POST}|{_TIME},? (?:and )?(?:ongoing|continuing)(?= {_POST}|\W*$)
        |(?:ongoing|continuing),? {_TIME}(?=\W*$)|{_TIME},? (?:and )?permanent\b|regular,? {_TIME}|full[ -]?time regular
        |open[ -]ended {_JOB}|(?:contract|{_JOB}) (?:will be|is) (?:an? )?(?:{_TIME},? )?open[ -]ended\b
        |(?:indefinite|unlimited) (?:contract|employment)|unbefristet\w*)
        """,
    ),
    "temporary": Gated(
        "temporary seasonal season casual temp",
        rf"""
        \b(?:(?:temporary|season(?:al)?|casual)[ ,]+(?:{_TIME},? |paid |remote |contract )*(?:{_JOB}|contract|basis|hire)
        |(?:temporary|seasonal|casual) (?:[\w-]+ ){{1,2}}{_POST}
        |temp(?:orary)?[ -]to[ -]perm(?:anent)?\b
        |temp (?:position|role|job)\b|{_JOB} (?:is|are) (?:a )?(?:temporary|seasonal|casual)\b(?! (?:dress|work))
        |limited duration \(temporary\))
        """,
    ),
    "internship": Gated(
        "internship intern co",
        r"""
        \b(?:internship (?:is|will|runs|lasts|starts|position|opportunity|offer|program(?:me)?|role)\b
        |(?:this|our|paid|unpaid|summer|month|year|time) (?:summer |paid |research )?internship\b
        |co-op (?:position|placement|student|term|role)|as (?:an|our) (?:[\w-]+ ){0,3}intern\b
        |(?:hiring|seeking|looking for) (?:an?|our next) (?:[\w-]+ ){0,3}intern\b)
        """,
    ),
    "volunteer": Gated(
        "volunteer voluntary unpaid",
        r"""
        \b(?:(?:volunteer|voluntary|unpaid) (?:position|role|job|post|opportunity|internship)\b
        |(?:position|role|job|post) is (?:a |an )?(?:unpaid|voluntary|volunteer)\b)
        """,
    ),
    "per_diem": Gated(
        "diem prn zero needed required bank",
        rf"""
        \b(?:(?<=on an )as and when (?:required|needed)(?= basis)|^\W*as and when (?:required|needed)(?=\W*$)
        |bank (?:contract|position|post|role)\b
        |(?:per[ -]diem|prn|zero[ -]hours?)[ ,]+(?:{_JOB}|basis|contract|schedule)|{_JOB} is (?:a )?(?:per[ -]diem|prn)\b
        |(?:position|role|job|work(?:ing)?|employed|scheduled|hours)\b[^.;]{{0,25}} on an? (?:as[ -]needed|per[ -]diem|prn) basis)
        """,
    ),
    "contract": Gated(
        "contract contractor contracting freelance freelancer 1099 self",
        rf"""
        \b(?:(?:independent|freelance|self-employed) contract(?:or)?\b|freelance (?:or (?:an? )?{_TIME} )?(?:basis|{_JOB})
        |contract(?:or|ing)? (?:{_TIME} )?(?:position|role|job|basis|opportunity|assignment|gig|engagement)\b
        |(?:long|short)[ -]term contract\b|contract[ -]to[ -](?:hire|perm(?:anent)?)\b
        |\d+[- ](?:month|year|week)s?,? (?:{_TIME} |remote |initial |rolling |renewable )*contract\b
        |{_JOB} is (?:a |on a )?(?:(?!permanent|term|fixed)[\w-]+ )?contract\b|1099 (?:contract\w*|position)
        |(?:on|as) a (?:contract|freelance) basis|as an? (?:contractor|freelancer)\b
        |self-employed\b(?! (?:client|people|customer|individual|worker|person))
        |{_SEEKS} (?:{_NO_TRADE}[\w-]+,? ){{0,3}}(?:(?:contractor|freelancer)\b(?! \w*(?:manag|relation|engag|coordinat|support|liaison))
        |freelance [a-z]+|contract (?:designer|developer|writer|editor|illustrator|photographer|animator|translator|copywriter)\b)
        |(?:looking|hoping|wants?|plans?|planning|wish\w*|would like) to contract (?:with )?an? \w+
        |(?-i:The|This|Our) (?:{_NO_TRADE}[\w-]+ )?(?:contractor|freelancer) (?:(?:will|shall|must|should) (?!be\b)
        |(?:will be|is) (?:responsible|expected|asked|paid|tasked)\b|reports to\b))
        """,
    ),
}
_OF_THE_ADVERT = lazy(r"\b(?:appl(?:y|ications?)|advert\w*|posting|recruitment|vacancy|announcement)\b[^.;]{0,60}$", re.IGNORECASE)
_NOT_YET = lazy(
    joined(r"""
    \b(?:into|convert\w*|conversion|lead to|leading to|becom\w+|possib\w+|potential\w*|future|other|supervis\w+|manag\w+|hire
    |held|completed|recruit\w*|occupying|employees|train\w*|fill\w*|administer\w*|negotiat\w*|experience|previous|prior|all)\b[^.;]{0,25}$
    """), re.IGNORECASE
)  # fmt: skip
# "The intention is to grow into a full-time role": not yet.
_GROWS = lazy(
    r"\b(?:expand|grow|develop|progress|increas|mov|convert|transition|evolv|turn|lead|extend)\w*\b[^.;\n]{0,15}\b(?:in)?to (?:an? )?$"
    r"|\bbecom\w+ (?:an? )?$",
    re.IGNORECASE,
)
_SAID_OF_JOB = lazy(
    joined(rf"""
    \bavailable (?:for|to work) \S+|\bthere (?:is|are|will be) (?:currently |now )?(?:an?|one|two|three|several|\d+)\b
    |\b(?:this|the) (?:[\w-]+ ){{0,4}}(?:is|will be|are)\b|\b{_JOB} (?:type|status)\b|\bcontract(?: type)?:
    |{_TIME},? (?:[\w-]+,? ){{0,3}}{_JOB}
    |we(?:['’]re| are) (?:looking|hiring|seeking|offering)|\bopen to (?:discuss\w* |consider\w* |an? )*{_TIME}
    |{_TIME} (?:can|could|may|might|will) (?:also )?be (?:considered|discussed|arranged|agreed)
    """),
    re.IGNORECASE,
)

# "16", "37.5", "nine", "thirty-seven"
_NUMBER = (
    r"(?:\d{1,2}(?:\.\d{1,2})?|(?:(?:twenty|thirty|forty)[ -])?\b(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|\b(?:ten|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty))"
)
_HOURS = Stemmed(
    "hour hr",
    rf"""
    (?<![\d.])(?P<low>{_NUMBER})(?: ?(?:-|–|to) ?(?P<high>{_NUMBER}))?[ -]?(?:\+ ?)?(?:hours?
    |hrs?)\b\.?(?: of work)?(?:(?:,? ?(?:per|a|each|/|every) ?|[ -])(?:working )?(?:week|wk|weekly)\b|,? ?p/?w\b)
    """,
)
# In a field for the hours: "24 a week", "20-24 weekly".
_A_WEEK = lazy(
    r"^\W*(?P<low>\d{1,2}(?:\.\d{1,2})?)(?: ?(?:-|–|to) ?(?P<high>\d{1,2}(?:\.\d{1,2})?))?(?: ?(?:a|per|each|/) ?week| weekly)",
    re.IGNORECASE,
)
_HOURS_CUE = lazy(
    joined(r"""
    \b(?:position|role|job|post|vacancy|schedule[ds]?|contract(?:ed)?|work(?:ing)? week|full[ -]time|part[ -]time|you (?:will|would
    |['’]ll) work|you['’]ll work|works|candidate|hours:|salary|approx(?:imately)?|based on)\b
    """),
    re.IGNORECASE,
)
_HOURS_NOT = lazy(
    joined(r"""
    \b(?:more|less|fewer|greater) than\s+$|\b(?:over|exceed\w*|beyond|in excess of|employees (?:who|that)|staff who|up to
    |travel)\b[^.;]{0,30}$
    """),
    re.IGNORECASE,
)
_FTE = Stemmed(
    "fte equivalent",
    r"""
    (?<![\d.,])(?P<share>1(?:\.0+)?|0?\.\d{1,2}|100 ?%|[1-9]0 ?%)[ -]?(?:fte|full[ -]time equivalent)\b|\bfte:? (?P<after>1(?:\.0+)?
    |0?\.\d{1,2})\b
    """,
)
_FTE_NOT = lazy(r"(?:\bof|than|manag\w+|supervis\w+|over|plus|team of|staff of|on) $", re.IGNORECASE)

LEADS_OTHERS = lazy(
    joined(r"""
    \b(?:volunteers?|intern(?:ship)?s?|co-ops?)(?: \w+)?(?: (?:and|&) \w+)? (?:coordinat|manag|direct|engage|recruit|service|program
    |lead|develop|special|supervis|train|relation)\w*
    """),
    re.IGNORECASE,
)
_CONTRACT_MARKED = lazy(
    joined(r"""
    [(\[,/|–—-]\s*[^()]*\b(?:contract(?:or|ed)?)\b(?! (?:manag|admin|special|analy|negot|compl|officer|lawyer|attorney))
    |\b\d+[- ]months? contract
    """),
    re.IGNORECASE,
)

ANCHORS = listed(
    """
    full part fulltime parttime fixed term limited time permanent temporary seasonal casual temp internship intern co volunteer
    voluntary unpaid per prn zero contract contractor contracting freelance freelancer regular secondment maternity paternity
    parental adoption ends ending expires year years indefinite unlimited open 1099 hours hour hrs fte unbefristeten unbefristet as months
    month self ft pt wholetime whole season ongoing continuing specified max maximum funded bank c2c
    """
)


def in_value(text: str) -> Iterator[Found]:
    """Types named by a field's or a label's value, where the bare word is enough."""
    for match in _VALUES.finditer(text.replace("_", " ")):
        yield match.start(), match.end(), str(match.lastgroup)
    yield from by_hours(text, cue=False)
    for match in _A_WEEK.finditer(text):
        yield from _weekly(match)


def in_title(text: str) -> Iterator[Found]:
    """Types that a title states ("Nurse, part-time", "Designer (contract)", "Marketing Intern")."""
    for match in _VALUES.finditer(text):
        value, word = str(match.lastgroup), match.group().casefold()
        if value == "contract" and word.startswith("contract") and not _CONTRACT_MARKED.search(text):
            continue
        if value in ("volunteer", "internship") and LEADS_OTHERS.search(text):
            continue
        if word in ("regular", "term", "as needed", "indefinite"):
            continue
        yield match.start(), match.end(), value


def in_prose(text: str, norms: AbstractSet[str] | None = None, *, guarded: bool = False) -> Iterator[Found]:
    """Types that a sentence states of this job; `guarded` text (benefits, requirements) must say so outright."""
    for match in _FULL_PART.finditer(text):
        if in_slot(text, match.start()) or _is_of_others(text, match.start(), match.end()):
            continue
        if _GROWS.search(text, max(0, match.start() - 40), match.start()):
            continue
        if guarded and not _SAID_OF_JOB.search(text, *sentence_around(text, match.start())):
            continue
        yield match.start(), match.end(), f"{match['kind'].casefold()}_time"
    norms = norms_of(text) if norms is None else norms
    for value, forms in _FORMS.items():
        for match in forms.finditer(text, norms):
            start, end = sentence_around(text, match.start())
            later = _NOT_YET.search(text, start, match.start()) or (
                value == "fixed_term" and _OF_THE_ADVERT.search(text, start, match.start())
            )
            if not later and not (guarded and not _SAID_OF_JOB.search(text, start, end)):
                yield match.start(), match.end(), value
    if not guarded:
        yield from by_hours(text, cue=True)


def _is_of_others(text: str, start: int, end: int) -> bool:
    """Whether the words describe colleagues, a study or former jobs, and not the person sought."""
    left = max(0, start - 40)
    if _SOUGHT.search(text, left, start):
        return False
    if _ONE_OF_US.match(text, end) and _ARTICLE.search(text, left, start):
        return False
    if _SOUGHT_FOR.search(text, max(0, start - _FARTHEST), start) and _POSITIONS.match(text, end):
        return False
    return bool(_OTHERS.match(text, end) or _BEFORE.search(text, left, start))


def by_hours(text: str, *, cue: bool) -> Iterator[Found]:
    """Full or part time by the hours of a week or the share of a full post."""
    for match in _HOURS.finditer(text):
        start, end = sentence_around(text, match.start())
        if cue and (not _HOURS_CUE.search(text, start, end) or _HOURS_NOT.search(text, start, match.start())):
            continue
        yield from _weekly(match)
    for match in _FTE.finditer(text):
        if not _FTE_NOT.search(text, max(0, match.start() - 12), match.start()):
            share = (match["share"] or match["after"]).replace(" ", "")
            whole = share == "100%" or share.rstrip("0") in ("1", "1.")
            if whole or not share.startswith((".9", "0.9", "90")):  # 0.9 of a nurse's post is full time in one house, part time in another
                yield match.start(), match.end(), "full_time" if whole else "part_time"


def _weekly(match: re.Match[str]) -> Iterator[Found]:
    """Full or part time by a match's hours a week, `low` to `high`."""
    low, high = (sum(count(part) or 0 for part in re.split("[ -]", match[name] or match["low"])) for name in ("low", "high"))
    if low >= _FULL_HOURS and high <= _MOST_HOURS:
        yield match.start(), match.end(), "full_time"
    elif high <= _PART_HOURS:
        yield match.start(), match.end(), "part_time"
