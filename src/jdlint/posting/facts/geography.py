"""Names of places in a string: cities with their region and country, wide regions, time zones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jdlint.posting.facts.gazetteer import Known, country_name, fold_place, gazetteer, is_town
from jdlint.posting.facts.patterns import joined, listed
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.words import Word, fold, words
from jdlint.text.words import tokens as folded_words

CITY, COUNTY, REGION, COUNTRY, WIDE = range(5)  # the levels of places, each inside the next
_US = """
    AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV
     NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY
    """
_CA = "AB BC MB NB NL NS ON PE PEI QC SK YT NT NU"
_AU = "NSW VIC QLD TAS ACT"
CODES = {**dict.fromkeys(_US.split(), "US"), **dict.fromkeys(_CA.split(), "CA"), **dict.fromkeys(_AU.split(), "AU")}
_CODE = "|".join(CODES)
_NAME = r"[A-Z][\w’']*(?:\.?[ -](?:(?:of|upon|on|le|la|du|de|sur|the) )?[A-Z][\w’']*){0,3}"
_CITY_CODE = lazy(
    joined(rf"""
    \b(?P<city>(?!(?:{_CODE}),){_NAME})(?P<gap>\.?, ?|\.? (?=(?:{_CODE}|Tx)\.?,? +\d{{4,5}}\b|(?:NSW|VIC|QLD|TAS|ACT)\b))
    (?P<code>{_CODE}|Tx|D\.C\.|N\.Y\.|Calif\.
    |Mass\.|Penn\.)(?![\w’'])(?:, ?(?P=code)\b)*
    """)
)
_MICROSOFT = lazy(
    r" (?:SQL|Office|Word|Excel|Access|Azure|Project|Teams|Windows|Dynamics|Outlook|Power|Visio|SharePoint|Exchange|Server|DOS|\w*365)\b"
)
_DEGREES = frozenset(["MS", "MA", "MD", "PA", "OR", "IN", "ME", "OK", "ID", "AL"])
_LETTERS = 5  # of an acronym at most
_REPEATED = lazy(rf"(?:, ?(?:{_CODE})\b)*(?:, ?\d{{5}}\b)?")
_TAGGED = lazy(r"\b(?P<country>USA|CAN|AUS|[A-Z]{2}) ?[-–] ?(?P<code>[A-Z]{2,3}) ?[-–] ?(?P<city>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)*)")
_LONG_CODES = {"USA": "US", "CAN": "CA", "AUS": "AU"}
# A place as systems write it out, alone on its line: country, region (or none) and town, as in "US, IL, Peoria".
_FILED = lazy(r"(?P<country>[A-Z]{2}), ?(?P<code>[A-Z\d]{1,3})?, ?(?P<city>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3})")
_POST_CODE = lazy(r",? *(?:\d{5}(?:-\d{4})?\b|\d{4}(?!\d)(?=\s*(?:$|[,;.)]))|[A-Z]\d[A-Z] ?\d[A-Z]\d\b|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b)")
_UK_CODE = lazy(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$")
_DISTRICTS = {"GB": lazy(r",? [A-Z]{1,2}\d[A-Z\d]?(?![\w-])"), "IE": lazy(r",? (?:\d{1,2}\b|[A-Z]\d[\dW](?: ?[A-Z\d]{4})?\b)")}
_ZIP_FIRST = lazy(rf"\b\d{{5}}, ?(?P<code>{_CODE})\b(?:, ?(?P=code)\b)*(?:, ?\d{{5}})?")
_COUNTY_NAME = lazy(
    r"\b(?P<city>(?!(?:The|Our|Your|This|Each|Every|Any|A) (?:County|Parish))[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?) (?:County|Parish)"
    r"\b(?!’|')(?:,? (?P<code>[A-Z]{2})\b)?"
)
_ZONE = joined(r"""
    (?:Central European|Eastern|Central|Mountain|Pacific|Atlantic|East Coast|West Coast|[CE]E?S?T|[EPMC][SD]?T|GMT|BST|IST|AEST|US
    |U\.S\.|USA?|European?|American?|North American?|Americas)(?: (?:Standard|Daylight|Summer))?(?: Time\b(?! [Zz]ones?))?
    """)
_WIDE_NAMES = lazy(
    joined(rf"""
    \b(?:(?:contiguous|lower|continental) (?:48|forty-eight)(?: (?:states of the )?(?:United States|states|US
    |U\.S\.)(?: of America)?)?(?: states)?|(?:contiguous|continental) (?:United States|US\b|U\.S\.)|EU\b|EEA|EMEA|APAC|LATAM
    |European Union|Europe\b|North America|South America|Latin America|Asia[ -]Pacific|Asia|(?<!South )Africa|the Americas|Americas|Oceania
    |Middle East|Scandinavia|Nordics|Benelux|DACH|Pacific Northwest|(?:the )?(?:US )?(?:Midwest|East Coast|West Coast|Northeast
    |Southeast|Southwest)(?= (?:US|of the)|\b(?! )|[.,;)]))
    |(?:within )?\d(?:[ -]+\d)?\+?h?(?: hours?)?(?:['’])? (?:of (?:the )?)?time ?zones? of [A-Z]\w+|(?:UTC
    |GMT) ?[+±−–-]/?-? ?\d{{1,2}}(?::\d\d)?(?:,? ?(?:to|through|and|-|–|/) ?(?:(?:UTC|GMT) ?)?[+±−-] ?\d{{1,2}})?
    |\bCES?T ?[±+−-]/?-? ?\d{{1,2}}(?: hours)?|{_ZONE}(?:(?:,| and| or|/| to| through|-|,? and|,? or)? ?(?:{_ZONE}))* [Tt]ime ?[Zz]ones?\b
    |[Tt]ime ?[Zz]ones? (?:anywhere )?(?:between|from|around) (?:the )?{_ZONE}
    (?:(?: and| or|/| to| through|-|,? and) ?(?:the )?(?:{_ZONE}))*\b
    """)
)  # fmt: skip
_ABBREVIATED = {"Tx": "TX", "D.C.": "DC", "N.Y.": "NY", "Calif.": "CA", "Mass.": "MA", "Penn.": "PA", "PEI": "PE"}
_WIDE_WORDS = listed(
    """
    contiguous lower continental eu eea emea apac latam european europe america asia africa americas oceania middle scandinavia
    nordics benelux dach pacific midwest coast northeast southeast southwest timezone timezones zone zones utc gmt cet cest
    """
)
_COUNTY_WORDS = frozenset({"county", "parish"})
_WRITTEN = frozenset({*CODES, "Tx", "Calif", "Mass", "Penn", "D", "N"})
_CODE_WORDS = frozenset(code.casefold() for code in _WRITTEN)
_NATIONS = frozenset({"england", "scotland", "wales", "northern ireland"})
_CAPITALS = frozenset({"us", "un", "uk", "usa", "uae", "ho", "la", "me", "of", "or", "in"})  # names only in capitals
_SMALL = frozenset({"of", "upon", "on", "le", "la", "du", "de", "sur", "the", "and", "under", "in", "am", "an", "del", "do"})
_JOB_WORDS = listed(  # cities, but rarely here
    "perm temp mobile nice most best split reading bath lead sales march university oral deal fleet sale spring enterprise mission union"
    " mentor normal bend metro independence"
)
_TOWN_BEFORE = lazy(
    r"(?:\b(?:[Bb]ased|[Ll]ocated|[Oo]ffices?|[Ss]hops?|[Ss]ites?|[Cc]linic|[Ss]chool|[Hh]otel|live) in|outside|[Nn]ear|"
    r"(?:Street|St|Road|Rd|Lane|Square),) $"
)
_STREET_AFTER = lazy(r" (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Terrace|Quay|Parade|Highway|Hwy)\b")
_TOWN_OF = lazy(
    r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|outside|around|of) |^)"
    r"(?P<town>[A-Z][a-zà-ÿ’'-]{2,}(?: (?:[A-Z][a-zà-ÿ’'-]+|on|upon|under)){0,2}), $"
)
_TOWN_LAST = lazy(r"[,(–—-] ?(?P<town>[A-Z][a-zà-ÿ’'-]{2,}(?: (?:[A-Z][a-zà-ÿ’'-]+|on|upon|under)){0,2}), $")
_NO_TOWNS = listed(
    "january february march april may june july august september october november december europe usa asia africa other remote"
)
_CAPITALISED = lazy(r"[^\W\d_a-z][^\W_]*(?:['’ʼ][^\W_]+)*")
_PARTED = lazy(r"[\s-]+")
_NEXT_NAMES = lazy(r" [A-Z][a-z]+( [A-Z][a-z]+)?")
_QUARTER = lazy(r" [A-Z][a-z]+, ")
_TWIN_GAP = lazy(r" ?[/–-] ?| and ")
_AREA = lazy(rf"(?:,? (?:{_CODE}))? (?:metro(?:politan)?(?: (?:region|area))?|area|region)\b(?:, ?(?:USA?|U\.S\.A?\.?))?")
_GAP = lazy(r"(?:(?: (?:Central|City|CBD|North|South|East|West|Centre|Center|Metro|Downtown))?,? ?|\.?,? ?|,? ?[-–] | ?\()$")


class Spot(NamedTuple):
    """A place named in a text, the characters [start, end) of it."""

    start: int
    end: int
    country: str | None
    region: str | None
    city: str | None
    level: int
    name: str  # folded name of its first part

    @property
    def known(self) -> bool:
        """Whether it is on the map, and no mere time zone or wide region."""
        return self.level != WIDE


def alike(name: str) -> tuple[Known, ...]:
    """All places of a folded name, the likeliest first."""
    table = gazetteer()
    first = table.names.get(name)
    return (*((first,) if first else ()), *table.others.get(name, ()))


def _level(known: Known) -> int:
    return CITY if known.city else COUNTRY if known.region is None else REGION


def _plausible(text: str) -> bool:
    """Whether a text that is in the table is written as a name."""
    if not text[0].isupper() or (text.casefold().replace(".", "") in _CAPITALS and not text.isupper()):
        return False
    return all(part[0].isupper() or part in _SMALL or not part[0].isalpha() for part in _PARTED.split(text) if part)


def _named(text: str, tokens: Sequence[Word]) -> list[Spot]:
    """The names of the table, the longest first."""
    table = gazetteer()
    folded = [w.norm if w.norm.isascii() else fold_place(w.norm) for w in tokens]
    longest = table.longest
    spots: list[Spot] = []
    done = 0
    for at in [at for at, word in enumerate(folded) if word in longest]:
        if at < done or not text[tokens[at].start].isupper():
            continue
        for count in range(min(longest[folded[at]], len(tokens) - at), 0, -1):
            name = " ".join(folded[at : at + count])
            known = table.names.get(name)
            start, end = tokens[at].start, tokens[at + count - 1].end
            if known is None or not _plausible(text[start:end]) or any(c in text[start:end] for c in ",;:|/()\n"):
                continue
            if text[end : end + 1] == "." and name in ("u s", "u k", "u s a", "washington d c"):
                end += 1
            spot = Spot(start, end, known.country, known.region, text[start:end] if known.city else None, _level(known), name)
            longer = _longer(text, spot)
            spots.append(longer or spot)
            done = at + count
            break
    return spots


def _longer(text: str, spot: Spot) -> Spot | None:
    """The small town whose name starts with that of a city: "Lakewood Ranch"."""
    match = _NEXT_NAMES.match(text, spot.end) if spot.level == CITY else None
    while match is not None:
        name = fold_place(text[spot.start : match.end()])
        if is_town(name):
            return Spot(spot.start, match.end(), None, None, text[spot.start : match.end()], CITY, name)
        match = _NEXT_NAMES.match(text, spot.end, match.start(1) - 1) if match[1] else None
    return None


def _coded(text: str, tokens: Sequence[Word]) -> list[Spot]:
    """City and state code ("Omaha, NE 68102"), postal codes, counties; each pattern only where its words stand."""
    spots = []
    norms = {w.norm for w in tokens}
    if not _COUNTY_WORDS.isdisjoint(norms):
        spots += [_county(m) for m in _COUNTY_NAME.finditer(text)]
    if _CODE_WORDS.isdisjoint(norms) or not any([text[w.start : w.end] in _WRITTEN for w in tokens if w.norm in _CODE_WORDS]):  # noqa: C419
        return spots
    for match in _CITY_CODE.finditer(text):
        code = _ABBREVIATED.get(match["code"], match["code"])
        end = match.end()
        zip_code = _POST_CODE.match(text, end)
        if zip_code is None and _is_letters(text, match):
            continue
        if zip_code:
            again = _REPEATED.match(text, zip_code.end())
            end = again.end() if again else zip_code.end()
        spots.append(Spot(match.start(), end, CODES[code], code, match["city"], CITY, fold_place(match["city"])))
    for match in _TAGGED.finditer(text):
        country = _LONG_CODES.get(match["country"], match["country"])
        if CODES.get(match["code"]) == country:
            spots.append(Spot(*match.span(), country, match["code"], match["city"], CITY, fold_place(match["city"])))
    for match in _ZIP_FIRST.finditer(text):
        spots.append(Spot(match.start(), match.end(), CODES[match["code"]], match["code"], None, REGION, ""))
    return spots


def _is_letters(text: str, match: re.Match[str]) -> bool:
    """Whether a state's code is a product's or a degree's letters: "RESTful API, MS SQL", "DVM, MS"."""
    if match["code"] == "MS" and _MICROSOFT.match(text, match.end()):
        return True
    city = match["city"].rpartition(" ")[2]
    short = city.isupper() and len(city) <= _LETTERS and match["code"] in _DEGREES
    return short and not is_town(fold_place(match["city"])) and not alike(fold_place(match["city"]))


def _county(match: re.Match[str]) -> Spot:
    code: str | None = match["code"] if match["code"] in CODES else None
    start = match.start() + (len("The ") if match["city"].startswith("The ") else 0)
    end = match.end() if code or not match["code"] else match.start("code") - 1
    return Spot(start, end, CODES[code] if code else None, code, None, COUNTY, fold_place(match.string[start:end]))


def _wide(text: str) -> list[Spot]:
    found = []
    for match in _WIDE_NAMES.finditer(text):
        country = "US" if re.search(r"48|continental|contiguous", match.group()) else None
        found.append(Spot(*match.span(), country, None, None, WIDE, fold_place(match.group())))
    return found


def _join(text: str, left: Spot, right: Spot) -> Spot | None:
    """One place of a smaller and the larger that contains it, or None where they are two."""
    if right.level == WIDE and left.level == COUNTRY and right.country == left.country and text[left.end : right.start] == ", ":
        return left._replace(end=right.end)
    if right.level == WIDE or not _GAP.match(text[left.end : right.start]) or (left.end == right.start):
        return None
    if left.level == COUNTY and right.level == CITY and right.region and text[left.end : right.start].strip() in ("-", "–"):
        return left._replace(end=right.end, country=right.country, region=right.region, city=right.city, level=CITY)
    if left.level == COUNTY and right.level in (REGION, COUNTRY) and left.region is None:
        return left._replace(end=right.end, country=right.country, region=right.region)
    falling = _falling(text, left, right)
    if falling is not None:
        return falling
    nation = right.country == "GB" and right.name in _NATIONS and left.name not in _NATIONS and left.level == REGION
    for known in (Known(left.country or "", left.region, left.level == CITY), *alike(left.name)):
        level = _level(known)
        inside = known.country == right.country and (
            right.region is None or known.region == right.region or nation or right.country == "GB"
        )
        if inside and (level < right.level or nation):
            city = left.city or (text[left.start : left.end] if known.city else None)
            return left._replace(end=right.end, country=right.country, region=known.region or right.region, city=city, level=level)
    coded = left.region and text[: left.end].endswith(f", {left.region}")  # "Elm, WV, Ohio": two places
    if left.level == CITY and right.level == REGION and "," in text[left.end : right.start] and not coded:
        return left._replace(end=right.end, country=right.country, region=right.region)  # a town of that name that the table lacks
    return None


def _falling(text: str, left: Spot, right: Spot) -> Spot | None:
    """One place whose parts stand from the largest to the smallest: "Canada - Ontario - Ottawa"."""
    mark = text[left.end : right.start].strip()
    if mark not in ("-", "–", "(") or left.level not in (COUNTRY, REGION) or right.level not in (REGION, CITY):
        return None
    for known in alike(right.name):
        if known.country == left.country and left.region in (None, known.region) and _level(known) < left.level:
            city = text[right.start : right.end] if known.city else None
            end = right.end + (mark == "(" and text[right.end : right.end + 1] == ")")
            return left._replace(end=end, region=known.region, city=city, level=_level(known))
    return None


def coverage(text: str, spots: list[Spot]) -> bytearray:
    """Which characters of a text belong to one of the places."""
    covered = bytearray(len(text))
    for spot in spots:
        covered[spot.start : spot.end] = b"\1" * (spot.end - spot.start)
    return covered


def filed(text: str) -> Spot | None:
    """The place that a whole value gives in the order of a file: "GB, LND, London", "IE, , Cork"; None for all else."""
    match = _FILED.fullmatch(text)
    if match is None or country_name(match["country"]) is None:
        return None
    country, city = {"UK": "GB"}.get(match["country"], match["country"]), match["city"]
    known = next((k for k in alike(fold_place(city)) if k.city and k.country == country), None)
    region = match["code"] if match["code"] in gazetteer().codes.get(country, ()) else known and known.region
    return Spot(0, len(text), country, region, city, CITY, fold_place(city))


WIDE_WORDS = _WIDE_WORDS | _COUNTY_WORDS  # one stands in the name of each place that the table lacks


def names_in(text: str) -> list[str]:
    """The words of a text, as written, that open a name of the table, or are the code of a state."""
    capitals = set(_CAPITALISED.findall(" ".join([part for part in set(text.split()) if not part.islower()])))
    return [name for name in capitals if _opens_name(name)]


@lru_cache(maxsize=20_000)  # words recur
def _opens_name(word: str) -> bool:
    folded = fold(word)
    return word in _WRITTEN or (folded if folded.isascii() else fold_place(folded)) in gazetteer().longest


def recognise(text: str, known: Sequence[Word] | None = None) -> list[Spot]:
    """The places in a text, in order; what contains another is part of it ("Leeds, England" is one).

    `known` are its words, where somebody has seen already that there is one of `names_in` or of the `WIDE_WORDS` among them.
    """
    if known is None and WIDE_WORDS.isdisjoint(folded_words(text)) and not names_in(text):
        return []
    tokens = words(text) if known is None else known
    wide = [] if _WIDE_WORDS.isdisjoint([w.norm for w in tokens]) else _wide(text)
    found = sorted((*_coded(text, tokens), *wide), key=lambda s: (s.start, -s.end))
    kept: list[Spot] = []
    for spot in found:
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    covered = coverage(text, kept)
    kept += [s for s in _named(text, tokens) if not any(covered[s.start : s.end])]
    if not kept:
        return []
    kept.sort(key=lambda s: s.start)
    whole: list[Spot] = []
    for spot in kept:
        both = _join(text, whole[-1], spot) if whole else None
        if both is not None:
            whole[-1] = both
        else:
            whole.append(spot)
    places = (s for i, s in enumerate(whole) if _is_meant(text, s) and not _is_quarter(text, s, whole[i + 1 : i + 2]))
    named = [_with_code(text, s) for s in places]
    return _twins(text, [_with_town(text, s, named[i - 1].end if i else 0) for i, s in enumerate(named)])


def _with_town(text: str, spot: Spot, after: int) -> Spot:
    """A region or country with the town before it that no table knows: "in Elmstead, California"."""
    found = _TOWN_OF.search(text, after, spot.start) if spot.level in (REGION, COUNTRY) else None
    if found is None and spot.level in (REGION, COUNTRY):
        found = _TOWN_LAST.search(text, after, spot.start)
        found = found if found is not None and is_town(fold_place(found["town"])) else None
    if found is None or not spot.country or found["town"].casefold() in _NO_TOWNS:
        return spot
    return spot._replace(start=found.start("town"), city=found["town"], level=CITY, name=fold_place(found["town"]))


def _is_quarter(text: str, spot: Spot, following: list[Spot]) -> bool:
    """Whether a name is the first word of a quarter's in the town behind it: "Victoria Island, Lagos"."""
    return any(s.country != spot.country and s.level == CITY and _QUARTER.fullmatch(text, spot.end, s.start) for s in following)


def _is_meant(text: str, spot: Spot) -> bool:
    """Whether a name is that of the place here, and no street's ("George Street") and no plain word ("Reading", "Bath")."""
    if _STREET_AFTER.match(text, spot.end) and spot.level != COUNTY:
        return False
    return spot.name not in _JOB_WORDS or "," in text[spot.start : spot.end] or bool(_TOWN_BEFORE.search(text, 0, spot.start))


def _twins(text: str, spots: list[Spot]) -> list[Spot]:
    """Two towns that are called one area ("Dallas / Fort Worth metro area") are one place."""
    found: list[Spot] = []
    for spot in spots:
        last = found[-1] if found else None
        if last is not None and spot.start < last.end:
            continue  # the country behind the area
        area = _AREA.match(text, spot.end)
        alike = last is not None and last.level == spot.level == CITY and last.region == spot.region
        if area and last and alike and _TWIN_GAP.fullmatch(text[last.end : spot.start]):
            found[-1] = last._replace(end=area.end())
        else:
            found.append(spot)
    return found


def _with_code(text: str, spot: Spot) -> Spot:
    """A place with the postal code behind it, which tells a town of the United Kingdom from those of the same name elsewhere."""
    code = _POST_CODE.match(text, spot.end) if spot.level <= REGION else None
    if code is None and spot.level == CITY and spot.country in _DISTRICTS:
        code = _DISTRICTS[spot.country].match(text, spot.end)  # "Leeds LS7", "Dublin 8"
    if code is None:
        return spot
    if spot.level == CITY and spot.country != "GB" and _UK_CODE.search(code.group()):
        home = next((k for k in alike(spot.name) if k.city and k.country == "GB"), None)
        spot = spot._replace(country="GB", region=home and home.region)
    return spot._replace(end=code.end())
