"""How to apply: a link, an address, a form, a portal or a place to go, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.patterns import Gated, joined, norms_of, sentence_around
from jdlint.posting.facts.scan import field_values, trimmed
from jdlint.posting.model import Application, Block, Excerpt, Link
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

# A run of such characters is tried from its beginning alone: from each of its places would take time that grows with its square.
_EMAIL = (
    r"(?<![\w.+*-])[\w.+*-]++@[\w*-]+(?:\.[\w*-]+)+"
    r"|(?<![\w.+-])[\w.+-]++ ?(?:\[at\]|\(at\)|(?-i: AT )) ?[\w-]+ ?(?:\[dot\]|\(dot\)|\.|(?-i: DOT )) ?\w+"
)
_URL = joined(r"""
    (?:https?://|www\.)[^\s<>()\"']+[^\s<>()\"'.,;:]|\b(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|net|gov|edu|io|ca|co|eu|de|ie|in
    |us|uk|au|nz|nl|fr|se|jobs|careers|work|app|dev|info|example)(?:/[^\s<>()\"']*[^\s<>()\"'.,;:])?
    """)
_PHONE = r"\+?\(?[\dx*]{2,5}\)?(?:[-. ][\dx*]{3,6}){1,3}\b"
_DESTINATION = lazy(f"(?P<mail>{_EMAIL})|(?P<url>{_URL})|(?P<phone>{_PHONE})", re.IGNORECASE)

_SIGN = lazy(r"[@.:\[(\dx*](?:(?<=@)|(?<=\.)[a-z]{2}|(?<=:)//|(?<=[\[(])at[\])]|(?<=[\dx*])[\dx*])", re.IGNORECASE)
_OWN_PAPERS = joined(r"""
    (?:cvs?|resum[eé]s?|résumés?|cover(?:ing)? letters?|applications?|portfolios?|expressions? of interest)
""")
_PAPERS = joined(r"""
    (?:cv|c\.v\.|resum[eé]s?|résumés?|cover(?:ing)? letters?|applications?(?: (?:form|package|materials?|packet|documents?))?|portfolios?
    |letters? of (?:interest|application|motivation|intent)|expressions? of interest|statements? of interest|motivation letters?
    |(?:work|writing|code|design|teaching) samples?
    |details|proposals?|quotes?)
""")
_SEND = joined(r"""
    (?:send|e-?mail|submit|(?<!looking )(?<!look )forward|mail|post|upload|fax|drop off|hand(?: in)?|bring|share|attach|deliver|return)
""")
_FORM = joined(r"""
    (?:fill (?:in|out|up)|complete|submit|use) (?:the|this|our|an?)(?: \w+){0,4} (?:application|form)\b(?! (?:process|testing
    |development|code|system))
    """)
# Instructions, the plainest first; each needs an address or a named place to go, unless it stands under a heading for applying.
_WAYS = (
    Gated(
        "apply",
        r"""
        \b(?:please |to |can |should |must |may |then |you |and |or |^)?apply (?:here|now|today(?=[:!.]| at| via| by| on
        | through)|online|directly
        |at(?! (?:least|all|scale))|via|through(?! the)|through the (?:link|form|portal|site|website)|using (?:the|our|this)
        |by (?:sending|e-?mail\w*|mail|post|filling|completing|submitting|clicking|phone|calling|visiting|using|replying)
        |on (?:our|the|this|https?|www|linkedin|indeed|greenhouse|lever|workable|seek|usajobs|handshake)|in person
        |for this (?:role|position|job|post)|to this (?:role|position|job|vacancy)|on-?line|with (?:your|a) (?:cv|resume|résumé)
        |below|within|now with|[^.\n]{0,50}? (?:via|through|using|with) the (?:button|form|link|portal))
        """,
    ),
    Gated(
        "apply considered applications application",
        r"""
        \b(?:(?:to (?:be considered|apply)(?: for (?:this|the) (?:\w+ ){1,5})?)\s?[,:]
        |to apply(?=[ ](?:please|visit|send|go|click|e-?mail|complete|fill|submit|for this|for the|or|by|use|see|contact))
        |how to apply\b|apply (?:to|with)\s?:
        |applications? (?:must|should|can|may|are to|will|are|need to) (?:only )?be (?:sent|submitted|made|e-?mailed|accepted
        |completed|addressed
        |filed|received|directed)|applications? (?:to|via|by|through) (?=\S*[@./]|e-?mail|post|our|the)
        |application (?:form|link|portal|website|page|address|information|instructions|procedure|process)\s?:
        |(?:walk in|come in|stop in|visit us|call (?:us )?(?:on|at)?)[^.\n]{0,40}to apply
        |stop by (?:\w+ ){1,4}(?:to apply|apply)|^\W*apply ?[:–-]|applications? (?:forms? )?(?:packs? )?(?:may|can|are)
        [ ](?:be )?(?:picked up|obtained|available|collected|found|downloaded|requested)|apply (?:at|in) (?:the )?(?:shop|store|counter
        |restaurant|office|front desk|branch)
        |click (?:on )?(?:the |here|on|below|apply|this)[^.\n]{0,60}?(?:apply|application|applying)|(?:press|use|via
        |through) the [“"'‘]?apply\b)
        """,
    ),
    Gated(
        "cv c resume resumes resumé résumé résumés letter letters application applications portfolio portfolios interest samples details"
        " proposal proposals quote quotes",
        rf"\b{_SEND}(?:s|ting)? (?:us |me |in |along )?(?:\w+[ ,/&']{{1,2}}){{0,7}}?{_PAPERS}",
    ),
    Gated(
        "sent mailed posted emailed e delivered returned faxed addressed",
        rf"""
        \b(?:{_OWN_PAPERS}|transcripts?|application (?:documents|materials|forms?))\b[^.]{{0,80}}?
        \b(?:sent|mailed|posted|e-?mailed|delivered|returned|faxed|addressed)\s?(?:to|by post|by mail|via)\b
        """,
    ),
    Gated(
        "resume resumes cv cvs application ask",
        r"""
        (?:(?:^|(?<=[.!?:] )|\b(?:please|just|or|to apply,?) )(?:come|stop|drop|swing|walk|pop)(?: on)? (?:by|in|into|past
        |round)\b[^.\n]{0,60}\b(?:resumes?|cvs?|application|apply|ask for)\b
        |\b(?:resumes?|cvs?) (?:to|at|on|in) (?:the )?(?:shop|store|counter|bar|restaurant|office|manager|front desk))
        """,
    ),
    Gated(
        "resume resumes cv cvs résumé résumés",
        r"""
        (?:^|(?<=[.;!] ))(?:(?:mail|send|fax|e-?mail|forward) )?(?:your )?(?:resumes?|cvs?|résumés?)(?: to| may be sent to)?\s?:\s
        """,
    ),
    Gated(
        "send e email mail submit forward",
        rf"""
        \b(?:send|e-?mail|submit|forward)\b[^.\n]{{0,90}} to (?={_EMAIL})
        """,
    ),
    Gated(
        "interested interest interests qualified questions",
        r"""
        \b(?:(?:interested|qualified) (?:candidates?|applicants?|parties|persons?|individuals?)(?: (?:who|with|from) [^.]{0,60})?
        [ ](?:should|can|must|may|are (?:invited|asked|encouraged|requested) to|please|to)\b
        |(?:if (?:you['’]re|you are|this) (?:\w+ ){0,6}interest\w*|interested\?|questions or interest)[^.\n]{0,80}?
        \b(?:send|e-?mail|submit|contact|call|phone|ring|text|whats-?app|write|reach|get in touch|drop|apply|message|fill|complete|click
        |visit|let us know)
        |expressions? of interest (?:to|can|should|may))
        """,
    ),
    Gated(
        "form application submissions submission touch ping email mail message note lines drop write text call ring phone whatsapp",
        rf"""
        \b(?:{_FORM}|submissions? (?:to|via)|(?:send|email) (?:us )?(?:an e-?mail|a message|an? (?:short )?note|a few lines)
        |get in touch (?:with|at|via)|drop (?:us|me) (?:a line|a note|an e-?mail|a message)
        |(?:please |or |^|(?<=[.!?] ))(?:text|call|ring|phone|whats-?app|write to|e-?mail|mail|message|ping)(?: us
        | me)?[: ] ?(?:[A-Z][\w’'-]+:? ){{0,3}}(?:on |at |to )?(?=[+(\dx]|\S+@))
        """,
    ),
)
_ANCHORS = frozenset().union(*(way.words for way in _WAYS))
_LINK_TEXT = lazy(
    joined(r"""
    \b(?:apply|application form|application portal|submit (?:your )?application|start (?:your )?application
    |send (?:us )?(?:your )?(?:cv|resume|application)|view (?:the )?(?:vacancy|job)|job application)\b
    """),
    re.IGNORECASE,
)
_LINK_NOT = lazy(
    r"\b(?:polic|terms|guid|tips|how we|how to apply|before you|faq|privacy|process|accommodation|adjustment|questions)\w*", re.IGNORECASE
)
_NOT_WAY = lazy(
    joined(r"""
    \b(?:polic(?:y|ies)|rules?|terms|restrictions|discounts?|conditions|taxes|fees) (?:may |will |also )?appl(?:y|ies)\b
    |apply (?:your|their|the|knowledge|these|this knowledge|best|critical|new|data|good|sound)\b|appl(?:y|ies) to (?:all|every
    |employees|both)|how to apply (?!for (?:this|the))(?:data|the|your|their|machine|good|new|best|these|\w+ing)\b
    """),
    re.IGNORECASE,
)
_POSTAL = lazy(
    r"\b(?:p\.? ?o\.? ?box \d+|\d{1,5} (?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+){0,3}?"
    r" (?:st|street|ave|avenue|rd|road|blvd|boulevard|drive|dr|lane|ln|way|hwy|highway|square|terrace)\b)",
    re.IGNORECASE,
)
_PLACES_TO_GO = lazy(
    joined(r"""
    \b(?:in person|usajobs|civil service jobs|linkedin|indeed|greenhouse|our (?:careers?|jobs?|web)[ -]?(?:site|page|portal|board)?
    |website|(?:this|the|our|an?) (?:\w+ ){0,3}(?:form|link|portal|button)|careers? (?:page|site|portal)|(?:job|application|recruitment
    |hiring) (?:page|site|portal|system|board)|(?:come|stop|drop|swing|walk|pop)
    [ ](?:by|in)|the button|city hall|(?:through|via|at|on|from) (?-i:[A-Z]{2,}\b|[A-Z][\w’'-]+ [A-Z])|human resources|hr (?:team
    |department)|the (?:\w+ )?(?:shop|store|counter|restaurant|office|reception|front desk)|by (?:post|mail|fax|phone|e-?mail)|online|here
    |below|handshake|nhs jobs|stop by
    |p\.?o\.? box \d+|\d{1,5} (?-i:(?:[A-Z][\w’'.-]* ){1,4}?)(?:street|st|road|rd|avenue|ave|lane|ln|drive|blvd
    |boulevard|way|square|hall|building)|(?-i:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})|(?-i:[A-Z][A-Za-z]{1,},? \d{5}))\b
    """),
    re.IGNORECASE,
)
_MAIL_CUE = lazy(
    r"\b(?:appl(?:y|ication|ications)|interest(?:ed)?|cv|resum\w*|résum\w*|candidates?|position|role|vacancy|job|hiring|careers?)\b",
    re.IGNORECASE,
)
_APPLIES = lazy(r"\b(?:appl(?:y|ying|ications?)|interest\w*|cv|resum\w*|résum\w*|submit|send)\b", re.IGNORECASE)
_ASK = lazy(r"\bquestions?\b", re.IGNORECASE)
_QUESTIONS_ONLY = lazy(
    joined(r"""
    \b(?:questions?|enquir\w+|inquir\w+|accommodat\w+|adjustments?|more information|further information|alternative format
    |assistance|privacy|abuse|fraud|tty)\b
    """),
    re.IGNORECASE,
)


def _leads_away(link: Link) -> bool:
    """Whether a link is none to a place on the page itself."""
    return bool(link.href) and not link.href.startswith("#")


def _plain(href: str) -> str:
    """A mail address without its scheme and subject; other links as they are."""
    return href[len("mailto:") :].partition("?")[0] if href.casefold().startswith("mailto:") else href


_FOR_MORE = lazy(
    r"\b(?:(?:for|if you would like) (?:any )?(?:more|further|additional) (?:information|details|info)\b"
    r"(?! (?:on|about|regarding) (?!(?:the|this) (?:\w+ )?(?:role|job|position|post|vacancy|opportunity)))"
    r"|(?:informal|all) (?:enquiries|inquiries)(?= (?:to|may|can|should|are)\b))",
    re.IGNORECASE,
)
_WORDS_FOR_MORE = frozenset(("information", "details", "info", "enquiries", "inquiries"))
_INSTRUCTS = lazy(r"apply|application|instruction", re.IGNORECASE)
_PHONE_DIGITS = 9
_FARTHEST = 500  # characters from an instruction to its address
_NAMED = 0.8  # a place to go, with no address


class Way(NamedTuple):
    """Words that tell how to apply, where to, and how sure that is."""

    start: int
    end: int
    destination: str | None
    sure: float


def _destination(text: str, start: int, end: int, links: tuple[Link, ...]) -> str | None:
    link = next((k for k in links if start <= k.start < end or k.start <= start < k.end), None)
    if link is not None and link.href and not link.href.startswith("#"):
        return _plain(link.href)
    found = (m for m in _DESTINATION.finditer(text, start, end) if _is_address(m))
    return next((m.group() for m in found), None)


def _is_address(match: re.Match[str]) -> bool:
    """Whether digits are enough for a telephone number; mail and web addresses always are."""
    return match["phone"] is None or sum(c.isdigit() or c in "xX*" for c in match.group()) >= _PHONE_DIGITS


def way_in(text: str, links: tuple[Link, ...] = (), norms: AbstractSet[str] | None = None, *, own_section: bool = False) -> Way | None:
    """The best instruction in a text: one with an address before one that only names where to go, before mere words."""
    best: Way | None = None
    for link in links:
        label = text[link.start : link.end]
        if link.href and _LINK_TEXT.search(label) and not _LINK_NOT.search(label):
            return Way(link.start, link.end, _plain(link.href), 1.0)
    norms = norms_of(text) if norms is None else norms
    for match in sorted([m for way in _WAYS for m in way.finditer(text, norms)], key=re.Match.start):
        if _NOT_WAY.search(text, max(0, match.start() - 20), min(len(text), match.end() + 25)):
            continue
        opened = sentence_around(text, match.start())[0]
        said = text[opened : match.end()]
        if _QUESTIONS_ONLY.search(said) and not _APPLIES.search(said):
            continue
        end = _reach(text, match.end())
        to = _destination(text, match.start(), end, links)
        named = _PLACES_TO_GO.search(text, opened, end)  # "By the linked form, send us your letter"
        letters = _POSTAL.search(text, match.start(), end) if to is None else None
        to = letters.group() if letters else to
        if to is None and named is None and not own_section:
            continue
        sure = 1.0 if to else _NAMED if named else 0.5
        if best is None or sure > best.sure:
            best = Way(match.start(), match.start() + len(match.group().rstrip()), to, sure)
    return best or _bare_address(text, links, own_section=own_section)


def _reach(text: str, end: int) -> int:
    """How far an instruction's address may stand behind its words: to the end of the next sentence."""
    stop = end
    for _ in range(2):
        after = text.find(". ", stop, end + _FARTHEST)
        if after < 0:
            return min(len(text), end + _FARTHEST)
        stop = after + 2
    return stop


def _may_hold_mail(text: str) -> bool:
    """A cheap test: one of the signs that every mail address has."""
    return "@" in text or " AT " in text or "[at]" in (low := text.lower()) or "(at)" in low


def _may_hold_address(text: str) -> bool:
    """A cheap test: a sign that mail addresses, web addresses or telephone numbers have."""
    return _SIGN.search(text) is not None or " AT " in text


def _bare_address(text: str, links: tuple[Link, ...], *, own_section: bool) -> Way | None:
    """An address with no verb: in a section on applying any will do, elsewhere it needs a word about the job."""
    if own_section:
        link = next((k for k in links if _leads_away(k)), None)
        if link is not None:
            return Way(link.start, link.end, _plain(link.href), 0.9)
    if not (_may_hold_address(text) if own_section else _may_hold_mail(text)):
        return None
    match = next((m for m in _DESTINATION.finditer(text) if _is_address(m)), None)
    if match is None or (match["mail"] is None and not own_section):
        return None
    if _QUESTIONS_ONLY.search(text) and not _APPLIES.search(text):
        return None
    if own_section or (_MAIL_CUE.search(text) and not _QUESTIONS_ONLY.search(text)):
        return Way(match.start(), match.end(), match.group(), 0.9 if own_section else 0.6)
    return None


def _candidates(posting: Posting) -> Iterator[tuple[Block, Way]]:
    own: set[Block] = set()
    for section in posting.sections_of_kind("application"):
        for block in (*((section.heading.block,) if section.heading is not None else ()), *section.blocks):
            own.add(block)
            own_section = block.kind != "heading" or any([_leads_away(k) for k in block.links])  # noqa: C419  # "Join us? [Write](/contact)"
            way = way_in(block.text, block.links, posting.norms(block), own_section=own_section) if block.kind != "code" else None
            if way is not None:
                yield block, way
    told = set(posting.body_holding(_ANCHORS))
    for block in posting.blocks:
        if block in own or block.kind == "code" or not (block in told or block.links):
            continue
        way = way_in(block.text, block.links, posting.norms(block))
        if way is not None:
            yield block, way


def _for_questions(posting: Posting) -> Iterator[tuple[Block, Way]]:
    """The contact under "Questions?", which is the way in only where no other is told."""
    for section in posting.sections_of_kind("other"):
        if section.heading is None or not _ASK.search(section.heading.text):
            continue
        for block in section.blocks:
            way = way_in(block.text, block.links, posting.norms(block), own_section=True) if block.kind != "code" else None
            if way is not None:
                yield block, way


def _for_information(posting: Posting) -> Iterator[tuple[Block, Way]]:
    """The address for those who want to know more about the job, which is the way in only where no other is told."""
    for block in posting.prose_holding(_WORDS_FOR_MORE):
        asked = _FOR_MORE.search(block.text) if _may_hold_mail(block.text) else None
        mail = _DESTINATION.search(block.text, asked.end(), asked.end() + _FARTHEST) if asked is not None else None
        if asked is not None and mail is not None and mail["mail"]:
            yield block, Way(asked.start(), asked.end(), mail.group(), _NAMED)


def find_application(posting: Posting) -> Application | None:
    """The way to apply: what the body says first, else the field that holds it."""
    best: tuple[Block, Way] | None = None
    for block, way in _candidates(posting):
        if best is None or way.sure > best[1].sure:
            best = block, way
            if way.sure >= 1:
                break
    fields = [v for v in field_values(posting, "application") if any(c.isalnum() for c in v.text)]
    fields.sort(key=lambda v: _INSTRUCTS.search(v.block.key) is None)  # before the address of whoever posted it
    if best is None and not fields:
        best = next(_for_questions(posting), None) or next(_for_information(posting), None)
    told = bool(fields) and _INSTRUCTS.search(fields[0].block.key) and _DESTINATION.search(fields[0].text)
    if told and best is not None and best[0].kind == "field" and not _INSTRUCTS.search(best[0].key):
        best = None  # the address of whoever posted it, beside a field that says what to do
    if best is not None and (best[1].sure >= _NAMED or not fields):
        block, way = best
        return Application(Excerpt(block, way.start, way.end), way.destination, way.sure)
    if fields:
        match = _DESTINATION.search(fields[0].text)
        return Application(trimmed(fields[0].block), match.group() if match else None)
    return None
