"""Sentences that say who the employer is or what it does, however they are put."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain

from jdlint.posting.cues import cues, forms
from jdlint.posting.facts.patterns import joined, listed
from jdlint.text.lazy import lazy
from jdlint.text.words import fold

# "Elm House (Leeds) is a": a name in capitals, what may stand in brackets, and the verb. No word of a name goes on for ever.
_NAME = r"(?P<name>[A-Z0-9](?<!\w.)[\w&.'’-]{0,60}(?: (?:[A-Z&+][\w&.'’-]{0,60}|of|the|and|for)){0,7})(?: \([^()\n]{1,40}\))?"
_ASIDE = (
    r"(?:, (?:which|who|an?|the|part|formerly|previously|now|once|one of|based|founded|established|located|headquartered|trading)"
    r" [^.\n]{3,120},)?"
)
_KIND = (
    r"(?:company|firm|business|organi[sz]ation|charity|non-?profit|agency|department|division|bureau|ministry|council|board|authority"
    r"|district|school|college|university|academy|institute|hospital|clinic|practice|surgery|trust|hospice|care home|nursing home|hotel"
    r"|hostel|resort|restaurant|caf[eé]|kitchen|bakery|bistro|pub|bar|brewery|winery|shop|store|salon|spa|studio|gallery|museum|theat(?:re|er)"
    r"|library|archive|farm|nursery|vineyard|workshop|garage|factory|plant|mill|lab|laboratory|start-?up|consultancy|co-?op(?:erative)?"
    r"|society|association|foundation|network|project|programme|program|initiative|church|parish|cent(?:re|er)|publisher|provider"
    r"|manufacturer|maker|retailer|marketplace|collective|union|observatory|group|unit|team|faculty|station|channel|newspaper|magazine|label|fund)"
)
_IS_A = lazy(
    _NAME + r"(?:,? (?:is|are) (?:now |currently |proud to be )?(?:an?|the|one of|part of|home to) (?!\w+ (?:plus|must)\b)"
    r"(?!(?:[\w-]+,? ){0,4}(?:position|role|job|post|vacancy|appointment|internship)\b)"
    r"(?!(?i:equal|affirmative|eeo)\b)"
    r"|,? (?:is|are) (?:focused on|dedicated to|devoted to) "
    r"|,? (?:has|have) been (?:appointed|commissioned|contracted|funded|chosen|entrusted) (?:by|to|with) "
    r"|, (?:an?|the|one of) [^.\n]{3,120}?,? (?:seeks|needs|is (?:now |currently )?(?:seeking|looking|hiring|searching|recruiting))\b)"
)
_ASIDE_KIND = lazy(rf"(?:\b(?:[Aa]t|[Jj]oin|[Ff]or|[Bb]y) |^\W*){_NAME}, (?:an?|one of the|part of the) (?:[\w&'’-]+ ){{0,6}}{_KIND}\b")
_OF_A_KIND = lazy(rf"(?:(?!(?:of|in|for|on|who|that|member)\b)[\w&'’-]+ ){{0,4}}{_KIND}\b(?! (?:members?|players?|leaders?|lead))")
_BEHIND_NAME = (" is ", " are ", " been ", ", a ", ", an ", ", the ")  # one stands in each match of the former, and of these in the latter
_BEFORE_KIND = (", a ", ", an ", ", one of ", ", part of ")
_DOES = lazy(
    rf"\W*{_NAME}(?: (?:in|at|near) [A-Z][\w’'-]+)?{_ASIDE},?"
    r"(?: (?:also|now|currently|proudly|has|have))? (?P<verb>[a-z]{3,})\b"  # "has supplied", too
)
_WE = lazy(
    r"\W*(?:(?:as|at|here at|since|for|from|in|together|every|with|today)\b[^,.\n]{1,60}, )?(?:and )?we "
    r"(?:have (?P<done>[a-z]+ed)\b|(?:have |also |now |currently |mainly |proudly )?(?P<verb>[a-z]{3,})\b)",
    re.IGNORECASE,
)
_BEING = lazy(
    joined(rf"""
    \W*(?:(?:Hi|Hello|Hey)\b[^.!?\n]{{0,20}}[.!?,]? |(?:As|At|Here at|Together|Today)\b[^,.\n]{{1,60}}, )?
    (?:we(?:['’]re|[ ]are)|I run|I own)[ ](?:also |now |currently )?(?:(?:an?|the)\b
    |one of|part of|based
    |located|home to|known for|focused on|dedicated to
    |(?!(?:look|seek|hir|recruit|search|accept|ask|need|expand|grow|giv|offer|pay|tak|want|hop|try|review|interview)\w*ing\b)
    (?:[a-z]+ing\b|(?-i:[A-Z]))|\d)
    |\W*(?:the|our)[ ](?:[\w'’-]+[ ]){{0,3}}{_KIND}s?\b(?:[ ](?:in|of|at|on)[ ][^,.\n]{{2,40}}?)?,?[ ](?:(?:is|are|has been|was)[ ]
    (?!\w+\W*$|(?:now |currently )?(?:looking|seek|hiring|recruit|search|closed|open|commit|required|respons
    |for[ ](?:an?|one|two|three|\d)))|has|have
    |(?P<verb>[a-z]{{3,}}s)\b)
    |\W*we[ ](?:now[ ]|currently[ ])?have[ ](?:an?[ ]|over[ ]|more than[ ])?(?:[\w/&'’-]+[ ]){{0,3}}
    (?:locations?|stores|shops|restaurants|branches|offices|sites|employees|pupils|students|beds|rooms|clients|customers)\b
    |\W*everything we do\b
    |\W*our[ ](?:\w+[ ])?(?:clients|customers|guests|members|funders|partners|residents|patients|students|readers)[ ]
    (?:includes?|range from|come from)\b
    |\W*(?:together,?[ ])?(?:they|it)[ ](?:also[ ])?(?:(?:forms?|makes?[ ]up|constitutes?)[ ](?:one of[ ])?the[ ]
    |(?:is|are)[ ]one of the[ ](?:leading|few|\w+est)\b)
    |\W*(?:with )?(?:over|more than|about|around|some|our)?[ ]?(?:\d[\d,.]*\+?|two|three|four|five|six|seven|eight|nine|ten|a dozen
    |hundreds of)[ ]
    (?:people|employees|staff|colleagues|teachers|volunteers|members)(?:[ ](?:who|work)|,)
    """),
    re.IGNORECASE,
)
# What says so further on in the first line; the engine leaps to the first letter.
_BEING_THERE = lazy(
    joined(rf"""
    [iofw](?<!\w.)(?:(?<=i)(?:(?P<mine>[ ](?:run|own)\b)|t(?:[ ]is|['’]s)[ ]our[ ](?:responsibility|mission|task|duty|aim|job)\b
    |n the same family\b)
    |(?<=o)ur[ ](?:[\w-]+[ ]){{0,4}}team[ ](?:that|which|who)\b
    |(?:(?<=o)ut of|(?<=f)rom)[ ]our[ ](?:\w+[ ]){{1,3}}{_KIND}\b
    |(?<=w)(?:as|ere)[ ](?:founded|established|set up|formed)\b)
    """),
    re.IGNORECASE,
)
_FAR, _NEAR = 200, 80  # characters before the words
_OFFICE = lazy(
    r"\W*(?:(?:Headed|Led|Founded|Created|Established|Run|Governed|Located|Based|With|Under)\b[^.;\n]{3,80}, )?"
    r"[Tt]he (?P<name>\w+(?: \w+){0,2} of (?:\w+ ){0,4}?\w+)"
    r" (?:administers|conducts|serves|operates|regulates|advises|maintains|oversees|is (?:charged with|responsible for))\b"
)
_BODIES = ("Office of", "Department of", "Division of", "Bureau of", "Board of", "Ministry of", "Commission of", "Agency of")
_TO_APPLICANTS = lazy(
    joined(r"""
    \b(?:you|your|you['’](?:ll|re)|applicants?|applications?|candidates?|résumés?|resumes?|cvs?|interviews?|this (?:role|position
    |post|job|vacancy)
    |(?:any|every|each)[ ]team[ ]member|(?:hybrid|flexible|remote|blended|part-time)[ ]work\w*
    |equal|affirmative|regardless|regard|discriminat\w+|accommodations?|e-verify|salary|wages?|insurance|bonus\w*|vacation|holidays?)\b
    """),
    re.IGNORECASE,
)
_SURE_VERBS = listed(
    """
    helps builds provides develops makes manages supports offers operates serves delivers runs specialises specializes designs
    sells manufactures connects enables empowers creates improves works cares teaches employs
    """
)
_HIRING = listed(
    """
    offer need hire recruit review interview contact apply process participate accept require reserve assess evaluate schedule
    keep use understand learn grow find receive respond encourage check screen select ask join become inform notify record adjust
    qualify observe verify include report post place enter submit select complete meet follow give send share order open propose
    define recommend represent order seek search expect hope prefer
    """
)
_OF_PEOPLE = ("er", "or", "ist", "ers", "ors", "ists")  # "The Community Organiser"


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """What organisations do, in the first person and in the third: the verbs of duties, but those of hiring."""
    data = cues()
    does = {*data.plain, *data.employers} - _HIRING
    return frozenset(does), frozenset(form for verb in does for form in forms(verb) if form.endswith("s") and form != verb)


def describes_employer(sentence: str, title: AbstractSet[str] = frozenset()) -> bool:
    """Whether a sentence says what some named organisation or "we" are or do: "Elm House is a care home", "We make bread".

    `title` holds the folded words of the job's title, which name no employer.
    """
    if _names_one(sentence, title):
        return True
    we = _WE.match(sentence)
    if we is not None and (we["done"] or we["verb"] in _verbs()[0]):
        return not _TO_APPLICANTS.search(sentence)
    being = _BEING.match(sentence)
    told = _tells_further_on(sentence) if being is None else being["verb"] is None or being["verb"] in _verbs()[1]
    return told and not _TO_APPLICANTS.search(sentence)


def _tells_further_on(sentence: str) -> bool:
    line = sentence.split("\n", 1)[0]
    return any(m.start() <= (_NEAR if m["mine"] else _FAR) for m in _BEING_THERE.finditer(line))


def _names_one(sentence: str, title: AbstractSet[str]) -> bool:
    does = _DOES.match(sentence)
    if does is not None and _names_employer(does["name"].split(), title):
        verb, name = does["verb"], does["name"]
        last = name.rpartition(" ")[2].casefold()  # "The County Archives hold", and no "Library Assistants"
        several = last.endswith(("s", "ia")) and verb in _verbs()[0] and last.removesuffix("s") not in cues().jobs
        certain = verb in _SURE_VERBS
        if certain or (" " in name.removeprefix("The ") and (several or verb in _verbs()[1]) and not _TO_APPLICANTS.search(sentence)):
            return True
    told = _IS_A.finditer(sentence) if any([words in sentence for words in _BEHIND_NAME]) else ()  # noqa: C419  # a generator takes twice as long
    aside = _ASIDE_KIND.finditer(sentence) if any([words in sentence for words in _BEFORE_KIND]) else ()  # noqa: C419
    if any(_names_employer(m["name"].split(), frozenset() if _OF_A_KIND.match(sentence, m.end()) else title) for m in chain(told, aside)):
        return True
    office = _OFFICE.match(sentence)
    if office is not None and office["name"].startswith(_BODIES) and fold(office["name"].rpartition(" ")[2]) not in cues().jobs:
        return True
    return office is not None and bool(title) and title.isdisjoint(fold(w) for w in office["name"].split() if len(w) > len("the"))


def _names_employer(name: list[str], title: AbstractSet[str]) -> bool:
    """Whether capitalised words name an organisation and no job: "Elm House", not "The Ward Manager" or "This"."""
    data = cues()
    folded = [fold(w) for w in name]
    if folded[0] in data.no_names or folded[0] in data.duty or folded[0].endswith("ly") or data.jobs.intersection(folded):
        return False
    if all(w in title for w in folded if w != "the") and (len(name) > 1 or folded[-1].endswith(_OF_PEOPLE)):
        return False
    return not (folded[0] == "the" and folded[-1].endswith(_OF_PEOPLE))
