"""Places of work, and places that are none."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.gazetteer import fold_place, gazetteer, is_town
from jdlint.posting.facts.geography import recognise
from jdlint.posting.facts.place_values import in_title, in_value
from jdlint.posting.facts.places import jurisdictions
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str) -> Posting:
    return Posting(read(text.encode(), "driver.md"), Reading(as_of=date(2026, 1, 15)))


def places(text: str) -> list[str]:
    return [p.at.text for p in posting(text).places]


NAMES = [
    ("Eastern Cape, South Africa", [("ZA", "EC", None)]),
    ("across Africa", [(None, None, None)]),
    ("Denver, CO", [("US", "CO", "Denver")]),
    ("Omaha, NE 68102", [("US", "NE", "Omaha")]),
    ("80120, CO", [("US", "CO", None)]),
    ("Aurora, Colorado", [("US", "CO", "Aurora")]),
    ("Harford County, Maryland", [("US", "MD", None)]),
    ("Manchester, UK", [("GB", "ENG", "Manchester")]),
    ("Manchester, NH", [("US", "NH", "Manchester")]),
    ("London or Leeds", [("GB", "ENG", "London"), ("GB", "ENG", "Leeds")]),
    ("London, Ontario", [("CA", "ON", "London")]),
    ("Brighton, East Sussex, England", [("GB", "ENG", "Brighton")]),
    ("Washington, DC", [("US", "DC", "Washington")]),
    ("New York, NY", [("US", "NY", "New York")]),
    ("Atlanta, Georgia, USA", [("US", "GA", "Atlanta")]),
    ("Montréal, Québec", [("CA", "QC", "Montréal")]),
    ("München, Germany", [("DE", "BY", "München")]),
    ("Cork, Ireland", [("IE", None, "Cork")]),
    ("Melbourne, Victoria, Australia", [("AU", "VIC", "Melbourne")]),
    ("Bengaluru, Karnataka", [("IN", "KA", "Bengaluru")]),
    ("Dublin, Ireland", [("IE", None, "Dublin")]),
    ("Remote (US/Canada)", [("US", None, None), ("CA", None, None)]),
    ("US-CO-Boulder", [("US", "CO", "Boulder")]),
    ("Sydney NSW 2000", [("AU", "NSW", "Sydney")]),
    ("Glasgow, Scotland", [("GB", "SCT", "Glasgow")]),
    ("Thurston County – Olympia, WA", [("US", "WA", "Olympia")]),
    ("UTC±3", [(None, None, None)]),
    ("the contiguous 48 states", [("US", None, None)]),
    ("Eastern and Central time zones", [(None, None, None)]),
    ("Europe", [(None, None, None)]),
    ("Toronto, Ottawa and Halifax", [("CA", "ON", "Toronto"), ("CA", "ON", "Ottawa"), ("CA", "NS", "Halifax")]),
    ("Singapore", [("SG", None, None)]),
    ("USA - MA - Cambridge", [("US", "MA", "Cambridge")]),
    ("Canada - Ontario - Ottawa", [("CA", "ON", "Ottawa")]),
    ("UK - London", [("GB", "ENG", "London")]),
    ("Leeds - London", [("GB", "ENG", "Leeds"), ("GB", "ENG", "London")]),
    ("between Mountain Time and Central European Time zones", [(None, None, None)]),
    ("a time zone between Pacific and Eastern", [(None, None, None)]),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names_are_recognised(text: str, wanted: list[tuple[str | None, str | None, str | None]]) -> None:
    assert [(s.country, s.region, s.city) for s in recognise(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "the University",
        "the Enterprise team",
        "join us in may",
        "a man of letters",
        "Perm position",
        "the office",
        "Most days",
        "she is nice",
        "",
    ],
)
def test_words_that_are_no_names(text: str) -> None:
    assert not recognise(text)


VALUES = [
    ("western cape", ["western cape"]),
    ("london or remote", ["london"]),
    ("Elmsea, and wider as we grow", ["Elmsea"]),
    ("somewhere nice", []),
    ("1200 mill lane", ["1200 mill lane"]),
    ("Leeds", ["Leeds"]),
    ("Millbrook", ["Millbrook"]),  # a town that no table lists
    ("12 Harbour Street, Galway", ["12 Harbour Street, Galway"]),
    ("Round Rock, TX 78664", ["Round Rock, TX 78664"]),
    ("NW corner of Elm and 5th", ["NW corner of Elm and 5th"]),
    ("Corner of Hill St & Oak Ave, Denver", ["Corner of Hill St & Oak Ave, Denver"]),
    ("9th & Vine", ["9th & Vine"]),
    ("40 Pine St & 1200 W. 9th Ave", ["40 Pine St", "1200 W. 9th Ave"]),
    ("Level 2, 90 George Street, Sydney NSW 2000", ["Level 2, 90 George Street, Sydney NSW 2000"]),
    ("Remote", []),
    ("Remote, Canada", ["Canada"]),
    ("Remote within the United States", ["United States"]),
    ("Chicago, IL or remote", ["Chicago, IL"]),
    ("Paris; Lyon; Lille", ["Paris", "Lyon", "Lille"]),
    ("Ottawa, Toronto, Montreal", ["Ottawa", "Toronto", "Montreal"]),
    ("Anywhere", []),
    ("Worldwide", []),
    ("Multiple locations", []),
    ("TBD", []),
    ("Flexible", []),
    ("[City, state]", []),
    ("anywhere (prefer a time zone between Lisbon and Athens)", []),
    ("Fully remote, members currently in Spain and Peru", []),
]


@pytest.mark.parametrize(("text", "wanted"), VALUES)
def test_a_location_value(text: str, wanted: list[str]) -> None:
    assert [text[a:b] for a, b, _ in in_value(text)] == wanted


SENTENCES = [
    ("You are based at Harbour Trust's Denver office.", ["Denver"]),
    ("The primary work location for this role will be Harbour Hill Community College.", ["Harbour Hill Community College"]),
    ("The job location will be Denver, CO.", ["Denver, CO"]),
    ("The county requires its employees to live in the state of Nevada.", ["Nevada"]),
    ("You are based anywhere between Eastern and Central European time zones.", ["Eastern and Central European time zones"]),
    ("This position is based in Denver, CO.", ["Denver, CO"]),
    ("The role is located in Cardiff.", ["Cardiff"]),
    ("You will work at our clinic in Limerick.", ["Limerick"]),
    ("We are hiring a baker in Portland, Oregon.", ["Portland, Oregon"]),
    ("You work from our Leeds office.", ["Leeds"]),
    ("The job is in Perth, Australia.", ["Perth, Australia"]),
    ("Candidates must live in Ontario.", ["Ontario"]),
    ("You can be based anywhere in the United Kingdom.", ["United Kingdom"]),
    ("This remote job is open to people residing in Canada.", ["Canada"]),
    ("Join our team in Mumbai or Pune.", ["Mumbai", "Pune"]),
    ("The post holder will be working in Belfast, Derry and Lisburn.", ["Belfast", "Derry", "Lisburn"]),
    ("We have an opening for a nurse in Adelaide.", ["Adelaide"]),
    ("Our kitchen is in Bristol.", ["Bristol"]),
    ("You must reside within the contiguous 48 states.", ["contiguous 48 states"]),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_a_sentence_gives_the_place(text: str, wanted: list[str]) -> None:
    assert places(f"# Baker\n\n{text}") == wanted


LOOKALIKES = [
    "Our client's Leeds office trusts us.",
    "The Enterprise Agreement of the University sets the hours.",
    "European customers like our bread.",
    "You report to the head baker, who lives in Lyon.",
    "Our employees travel to Denver.",
    "The work location is Great for walks.",
    "Our clients in London and Paris trust us.",
    "You hold a degree from the University of Manchester.",
    "You read the Washington Post every day.",
    "U.S. citizenship is required.",
    "You speak English, Spanish or German.",
    "You report to Georgia, our head cook.",
    "Our founder was born in Naples.",
    "You know the laws of Texas.",
    "Travel to Chicago twice a year.",
    "We serve families across Kansas.",
    "You are licensed in Ohio.",
    "Trade with customers in China is yours.",
    "The Boston Symphony is our neighbour.",
    "Partners in Kenya and Uganda send us data.",
    "Experience with elections in Florida helps.",
    "We have sold tea since the Lisbon fair.",
    "He studied at Cambridge University.",
    "Our projects in Ghana run until May.",
    "The Houston Chronicle wrote about us.",
    "Sales in Asia grew.",
    "Colleagues in Berlin help you by telephone.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_place_of_work(text: str) -> None:
    assert places(f"# Baker\n\n{text}") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Baker\n\nLeeds · Part-time · from March\n\nYou bake.", ["Leeds"]),
        ("# Baker\n\n- Columbus, Ohio, United States\n- Full-time\n\nYou bake.", ["Columbus, Ohio, United States"]),
        ("# Baker\n\n**Town:** Bradford\n\nYou bake.", ["Bradford"]),
        ("# Baker\n\nBranch: Leeds\n\nYou bake.", ["Leeds"]),
        ("# Baker\n\nLocation: St Anne's School & Sixth Form College\n\nYou bake.", ["St Anne's School & Sixth Form College"]),
        (
            "# Baker\n\nSite: Kitchen, Elm Hospital and Ash Hospital\n\nYou bake.",
            ["Kitchen, Elm Hospital and Ash Hospital"],
        ),
        ("# Baker\n\nLocation: Elmby, Ashby and Oakby\n\nYou bake.", ["Elmby, Ashby", "Oakby"]),
        ("# Baker\n\n## Benefits\n\n- 100% remote within Europe\n- Bread\n", ["Europe"]),
        ("# Baker\n\n## Benefits\n\n- A trip to our office in Leeds\n- Bread\n", []),
        ("# Baker\n\nRemote (UK or Ireland)\n\nYou bake.", ["UK", "Ireland"]),
        ("# Baker\n\nThe Elm Hotel, 12 Elm Street, Leeds\n\nYou bake.", ["Leeds"]),
        ("# Baker\n\nLeeds, £12.50 per hour\n\nYou bake.", ["Leeds"]),
        ("# Baker\n\nLeeds City Centre\n\nYou bake.", ["Leeds"]),
        ("# Baker\n\nMultiple locations across Scotland\n\nYou bake.", ["Scotland"]),
        ("# Baker\n\nLocation: Elm Hall and Ash House, Leeds\n\nYou bake.", ["Elm Hall and Ash House, Leeds"]),
        ("# Baker\n\nLocation: Leeds and Elmby\n\nYou bake.", ["Leeds", "Elmby"]),
        ("# Baker\n\nLocation: Bread Department\n\nYou bake.", []),
        ("# Baker\n\n## Location\n\nLeeds\n\nApply now\n\n## Duties\n\nYou bake.", ["Leeds"]),
        ("# Baker\n\nLocation: South Africa -- City of Cape Town -- Elmby\n\nYou bake.", ["South Africa -- City of Cape Town -- Elmby"]),
        ("# Baker\n\nSchool: Elm Primary School, Leeds\n\nYou bake.", ["Leeds"]),
        ("# Baker\n\nHead office: Leeds\n\nYou bake.", []),
        ("# Baker\n\nLanguages: Irish\n\nReports to: Georgia\n\nYou bake.", []),
        ("# Baker\n\n📍 Remote (Canada)\n\nYou bake.", ["Canada"]),
        ("# Baker\n\n📍 London, UK\n\nYou bake.", ["London, UK"]),
        ("# Baker\n\nElm Care Home, Northallerton\n\nYou bake.", ["Northallerton"]),
        ("# Baker\n\nLocation: Leeds, with travel across Yorkshire\n\nYou bake.", ["Leeds"]),
        ("# Baker\n\nLocation: Kenya (Nairobi)\n\nYou bake.", ["Kenya (Nairobi)"]),
        ("# Baker\n\nLocation: Auckland Central, New Zealand\n\nYou bake.", ["Auckland Central, New Zealand"]),
        ("# Baker\n\nLocation: Victoria Island, Lagos\n\nYou bake.", ["Victoria Island, Lagos"]),
        ("# Baker\n\nLocation: Remote (must live in OR, WA or CA)\n\nYou bake.", ["OR", "WA", "CA"]),
        ("# Baker\n\nLocation: Salem, OR or Remote\n\nYou bake.", ["Salem, OR"]),
        ("# Baker\n\nLocation: Salem / 2 days from home\n\nYou bake.", ["Salem"]),
        ("# Baker\n\nLocation: the Netherlands\n\nYou bake.", ["Netherlands"]),
        ("# Baker\n\nElm County Bakeries\nOttawa, Ontario\n\nCity: Ottawa, ON\n\nYou bake.", ["Ottawa, ON", "Ottawa, Ontario"]),
        ("# Baker\n\nClonmel\n\nYou bake.", ["Clonmel"]),
        ("# Baker\n\nParkville VIC, Australia University of Elm Full time $78,324\n\nYou bake.", ["Parkville VIC, Australia"]),
        ("# Baker\n\nLocation: Elm High School\n\n21 Cedar Rd, Acton\n\nYou bake.", ["Elm High School", "Acton"]),
        ("# Baker\n\nBread Remote / Hialeah, FL Full-time\n\nYou bake.", ["Hialeah, FL"]),
        ("# Baker\n\nLocation of Post / Elm Hospital\n\nYou bake.", ["Elm Hospital"]),
        ("# Baker\n\nLocation: Parkersburg, WV, Ohio, & PA\n\nYou bake.", ["Parkersburg, WV", "Ohio", "PA"]),
        ("# Baker\n\nJob location: Toronto - Elm and Adelaide\n\nYou bake.", ["Toronto - Elm and Adelaide"]),
        ("# Baker\n\nLocation: Leeds - Bradford and Hull\n\nYou bake.", ["Leeds", "Bradford", "Hull"]),
        ("# Baker\n\nLocation: US-CO-Boulder-49 Elm Circle Boulder 80301\n\nYou bake.", ["US-CO-Boulder-49 Elm Circle Boulder 80301"]),
        ("# Baker\n\nLocation: Elm Pavilion\n\nThe Elm Pavilion is an old house. You bake.", ["Elm Pavilion"]),
        ("# Baker\n\n### Location: Bradford, West Yorkshire\n\n### Hours\n\nYou bake.", ["Bradford, West Yorkshire"]),
        ("# Baker\n\n**Location of post:** Elm Hospital, Millbrook. There is one vacancy now.\n\nYou bake.", ["Elm Hospital, Millbrook"]),
        ("# Baker\n\nWe are a not-for-profit centre in the heart of Millbrook.\n\nYou bake.", ["Millbrook"]),
        ("# Baker\n\n**Centre:** Kimberley Hospital\n\nYou bake.", ["Kimberley Hospital"]),
        ("# Baker\n\n**Location:** Bristol | **Team:** Bakery\n\nYou bake.", ["Bristol"]),
        ("# Baker\n\n**Location:** Multiple locations - Boise, ID; Reno, NV\n\nYou bake.", ["Boise, ID", "Reno, NV"]),
        ("# Baker\n\n**Work location:** In person\n\n## Ability to commute\n\n- Portland, OR 97205 (required)", ["Portland, OR 97205"]),
        ("# Baker\n\nThe Grand Hotel, Harrogate\n\nYou bake.", ["Harrogate"]),
        ("# Baker\n\n**Location:** Home-based with monthly travel to Birmingham\n\nYou bake.", []),
        ("# Baker\n\nJoin Riverside Bakery in Dayton! You bake.", ["Dayton"]),
        ("# Baker\n\n**Location:**\n\n133 Mill Lane\n\nForest Hill, MD 21050", ["Forest Hill, MD 21050"]),
    ],
)
def test_where_postings_state_the_place(text: str, wanted: list[str]) -> None:
    assert places(text) == wanted


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("# Driver\n\nLocation: Hamilton\n\nYou have the right to work in New Zealand.", "NZ"),  # Ontario's is the better known
        ("# Driver\n\nLocation: Marlborough\n\nYou have the right to work in New Zealand.", "NZ"),  # the table has that of Massachusetts
        ("# Driver\n\nLocation: Lisbon\n\nWe drive in Lisbon. Our sister firm is in France.", "PT"),
        ("# Driver\n\nLocation: Marlborough, MA\n\nYou have the right to work in New Zealand.", "US"),
        ("# Driver\n\nLocation: Leeds and Hamilton\n\nYou drive.", "CA"),
    ],
)
def test_a_town_lies_in_the_country_that_the_posting_names(text: str, land: str) -> None:
    assert [p.country for p in posting(text).places if p.city][-1] == land


def test_a_town_that_an_employer_is_based_in_is_guessed() -> None:
    assert places("# Driver\n\nWe are an Elmsteadby-based charity that feeds the valley.") == ["Elmsteadby"]
    assert places("# Driver\n\nWe build a Python-based stack for vans.") == []


@pytest.mark.parametrize("value", ["Not specified", "To be confirmed", "TBA", "Unknown"])
def test_words_in_place_of_a_place(value: str) -> None:
    assert places(f"# Driver\n\nLocation: {value}\n\nYou drive.") == []


def test_a_mode_in_two_words_is_no_place() -> None:
    assert places("# Clerk\n\nWork arrangement: On Site\n\nThe job is in Leeds.") == ["Leeds"]


def test_headquarters_of_a_remote_employer_are_none() -> None:
    assert places("# Clerk\n\nThis is a fully remote role. Our headquarters are in Dallas.") == []


def test_an_address_for_applications_is_none() -> None:
    assert places("# Clerk\n\n## How to apply\n\nPost your CV to 4 High Street, Leeds.") == []


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Organiser - Pittsburgh, PA", ["Pittsburgh, PA"]),
        ("Nurse (Leeds)", ["Leeds"]),
        ("Teacher, Galway", ["Galway"]),
        ("Cook in Austin, TX", ["Austin, TX"]),
        ("Driver | Toronto", ["Toronto"]),
        ("Paris Correspondent", []),
        ("Litter picker - Temp - Ayr / Girvan", ["Ayr", "Girvan"]),
        ("Cook, cruise ship, Skye and Lochalsh", ["Skye and Lochalsh"]),
        ("Administrator – St Anne's, Elmstead", ["St Anne's, Elmstead"]),
        ("Nurse (Clonmel)", ["Clonmel"]),
        ("Manager, Clonmel Consulting", []),
        ("Nurse", []),
        ("Analyst (INFOSEC) - PERM", []),
    ],
)
def test_places_in_titles(title: str, wanted: list[str]) -> None:
    assert [title[s.start : s.end] for s in in_title(title)] == wanted


def test_a_town_of_a_field_is_known_again_in_the_text() -> None:
    text = "---\ntitle: Milker (Ballyduff)\nlocation:\n  city: Ballyduff\n  state: WI\n---\n\nJoin us at Ballyduff Dairy."
    found = posting(text).places
    assert [(p.at.text, p.country, p.region) for p in found] == [
        ("Ballyduff", "US", "WI"), ("WI", "US", "WI"), ("Ballyduff", None, None), ("Ballyduff", None, None),
    ]  # fmt: skip


def test_positions_are_those_of_the_source() -> None:
    text = "# Cook\n\n**Location:** Austin, **TX** 78701"
    place = posting(text).places[0]
    assert (place.city, place.region, place.at.span.start) == ("Austin", "TX", text.index("Austin"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("**Location:** Denver, CO", ("us-co",)),
        ("**Location:** London or Toronto", ("gb-eng", "ca-on")),
        ("**Location:** Remote (US)", ("us",)),
        ("**Location:** Dublin, Ireland", ("ie",)),
        ("**Location:** Millbrook", ()),
    ],
)
def test_jurisdictions(text: str, wanted: tuple[str, ...]) -> None:
    assert jurisdictions(posting(f"# Cook\n\n{text}")) == wanted


def test_folding_drops_accents_and_marks() -> None:
    assert fold_place("Saint-Étienne, d’Or") == "saint etienne d’or"


def test_the_table_is_whole() -> None:
    table = gazetteer()
    assert len(table.names) > 5000
    assert table.names["georgia"].region == "GA"
    assert all(len(known.country) == 2 for known in table.names.values())


def test_small_towns_are_names_of_nothing_else() -> None:
    assert is_town("clonmel")
    assert is_town("saint albans park") == is_town("st albans park")
    assert not any(is_town(name) for name in ("best", "miller", "martha", "delphi", "", "zzz"))


IN_OTHER_WORDS = [
    ("First you will be based in the Clonmel or Nenagh yards.", ["Clonmel", "Nenagh"]),
    ("The Pine Grill – Spanish Fort/Causeway location is looking for cooks.", ["Spanish Fort"]),
    ("We seek a clerk for our Annapolis, MD, location.", ["Annapolis, MD"]),
    ("Your Customer Service colleagues will be based in Galway.", ["Galway"]),
    ("Work must be performed in or near Annapolis, MD.", ["Annapolis, MD"]),
    ("You will be required to work at St Anne’s, Elmby and sometimes at St Jude’s, Ashby.", ["St Anne’s, Elmby", "St Jude’s, Ashby"]),
    ("The post is based at Marlow House.", ["Marlow House"]),
    ("You will be based at our stock unit at Marlow House, Ipswich.", ["Ipswich"]),
    ("Come and work with us in sunny Torquay!", ["Torquay"]),
    ("Our Naas branch has an opening.", ["Naas"]),
    ("Join our friendly and established Chapel Hill practice.", ["Chapel Hill"]),
    ("You will be working mostly within Leeds.", ["Leeds"]),
    ("A leading Ballarat law firm seeks a clerk.", ["Ballarat"]),
    ("Dublin city centre restaurant is hiring.", ["Dublin"]),
    ("We are a family bakery in Wodonga looking for a baker.", ["Wodonga"]),
    ("Our school is in the village of Ambleside.", ["Ambleside"]),
    ("Elmby (Cork, Ireland) makes software for farms.", ["Cork, Ireland"]),
    ("Chef required, Ennis, Co. Clare.", ["Ennis, Co. Clare"]),
    ("You'll work either from New York or Washington, DC, in a newsroom.", ["New York", "Washington, DC"]),
    ("You may work in either Leeds or Bradford.", ["Leeds", "Bradford"]),
    ("The post is in Cork or Limerick.", ["Cork", "Limerick"]),
    ("You will work from our Chicago office.", ["Chicago"]),
    ("You'll be working out of either our Austin or Denver office.", ["Austin", "Denver"]),
    ("Join our team in Porto, Portugal.", ["Porto, Portugal"]),
    ("Boston residency required.", ["Boston"]),
    ("Boston residency is a condition of employment.", ["Boston"]),
    ("Must reside in Boston.", ["Boston"]),
    ("You must be a resident of Ohio.", ["Ohio"]),
    ("Residents of Maine only.", ["Maine"]),
    ("You need to be in easy reach of Leeds.", ["Leeds"]),
    ("You must be within an hour's drive of Reno, NV.", ["Reno, NV"]),
    ("The post is split between our Bristol and Cardiff sites.", ["Bristol", "Cardiff"]),
    ("Our shop is located at 45 King Street, Bath.", ["Bath"]),
    ("We are at the corner of Pine and 3rd, beside the bank.", ["the corner of Pine and 3rd"]),
    ("We're hiring in Galway, Cork or other parts of Ireland.", ["Galway", "Cork", "Ireland"]),
    ("Candidates need to live within an hour of Leeds.", ["Leeds"]),
    ("Applicants have to be based in Scotland.", ["Scotland"]),
    ("We can only employ people who live in Canada.", ["Canada"]),
    ("100% in office in Kaukauna, WI.", ["Kaukauna, WI"]),
    ("Little Pines Child Care in Duluth, MN is looking for a teacher.", ["Duluth, MN"]),
    ("We milk 400 cows outside Fond du Lac, WI, and need another pair of hands.", ["Fond du Lac, WI"]),
    ("Our client, a food distributor in Wakefield, needs drivers.", ["Wakefield"]),
    ("Brunswick Electrical Pty Ltd, Melbourne VIC", ["Melbourne VIC"]),
    ("St Brigid's Primary School, Leeds LS7", ["Leeds LS7"]),
    ("St Brigid's Primary School\nLeeds LS7 4PQ", ["Leeds LS7 4PQ"]),
    ("Maple & Rye · Toronto, ON", ["Toronto, ON"]),
    ("Casa Abierta, Tucson, Arizona. Full-time, exempt.", ["Tucson, Arizona"]),
    ("Where you'll work: our lab in Guelph, Ontario", ["Guelph, Ontario"]),
    ("Location: Nairobi, Kenya with 30% travel to the field", ["Nairobi, Kenya"]),
    ("Residency in Ohio is required.", ["Ohio"]),
    ("A family firm covering Cardiff and Newport.", ["Cardiff", "Newport"]),
    ("Place of work: Uppsala. Starting date: by agreement.", ["Uppsala"]),
    ("The clinic is on Main Street in Galway.", ["Galway"]),
    ("You can work from our office in Berlin or remotely from anywhere in Germany.", ["Berlin", "Germany"]),
    ("Location: Dublin 2", ["Dublin 2"]),
    ("Location: London SE1", ["London SE1"]),
    ("Location: Perth WA", ["Perth WA"]),
    ("Location: Pune/Hyderabad", ["Pune", "Hyderabad"]),
    ("1 vacancy in the following location: Moab, UT", ["Moab, UT"]),
]


@pytest.mark.parametrize(("text", "wanted"), IN_OTHER_WORDS)
def test_the_place_in_other_words(text: str, wanted: list[str]) -> None:
    assert places(f"# Clerk\n\n{text}\n\nYou will keep the books and answer calls from suppliers.") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "City residency required within six months of hire.",
        "Proof of residency is required.",
        "You must have lived in the UK for three years to be vetted.",
        "Residents of our home are over 80.",
        "You will visit customers in Leeds or Bradford.",
        "We were founded in Porto in 1990.",
        "Our products sell in Boston, MA.",
        "You hold a degree from Austin College.",
        "Write reports in Word or Excel.",
        "You will be based in the Finance Department.",
        "We help at Zion Episcopal Church.",
        "The First Church of Corsicana needs a clerk.",
        "The Parish Administrator is in charge.",
        "You know our RESTful API, MS SQL and more.",
        "A DVM, MS or the like is wanted.",
        "We teach games to kids in Brooklyn.",
        "The Mayo Clinic wrote about us.",
        "You will attend training in Birmingham for two weeks.",
        "Our parent company is based in Toledo.",
        "The head office positions will be based in Pretoria.",
        "Our bread is grown locally in Marlborough.",
        "Interviews will be held at Elm County Library.",
        "Speak to suppliers in Mexico.",
        "Store: keep the store tidy",
        "We act for Leeds County in court.",
    ],
)
def test_other_words_that_give_no_place(text: str) -> None:
    assert places(f"# Clerk\n\n{text}\n\nYou will keep the books and answer calls from suppliers.") == []


@pytest.mark.parametrize(
    ("field", "text", "wanted"),
    [
        ("state: TX", "You'll be working out of our Austin office.", ["TX", "Austin"]),
        ("location: Remote", "Join our team in Porto, Portugal.", ["Porto, Portugal"]),
        ("state: WI", "This job is 100% in office in Racine, WI.", ["WI", "Racine, WI"]),
        ("location: UK", "You will be based at our Leeds clinic.", ["UK", "Leeds"]),
        ("location: Hybrid", "The role is based in Cork.", ["Cork"]),
        ("location: Office", "Our practice is in Sligo.", ["Sligo"]),
        ("country: Canada", "Our shop is in Halifax.", ["Canada", "Halifax"]),
        ("location: Leeds", "Our firm is based in Boston, MA.", ["Leeds"]),
        ("location: Remote", "Our firm is based in Boston, MA.", []),
        ("location: Leeds", "Our customers are in London.", ["Leeds"]),
        ("state: TX", "We sell to shops in Chicago.", ["TX"]),
    ],
)
def test_the_text_adds_what_a_field_lacks(field: str, text: str, wanted: list[str]) -> None:
    assert places(f"---\ntitle: Nurse\n{field}\n---\n\n{text}") == wanted


def test_a_range_of_time_zones_in_the_bracket_of_a_long_value_is_the_region() -> None:
    value = "Remote, we would love hours that overlap with those of our other tutors (they work from UTC-5 through UTC+2)"
    assert places(f"---\ntitle: Tutor\nlocation: {value}\n---\n\nYou teach Greek.") == ["UTC-5 through UTC+2"]


def test_a_zone_that_is_wished_for_is_the_region_where_the_value_names_no_other() -> None:
    assert places("---\ntitle: Tutor\nlocation: preferred in the US/Pacific time zone\n---\n\nYou teach Greek.") == ["US/Pacific time zone"]
    assert places("---\ntitle: Tutor\nlocation: anywhere (ideally in a European time zone)\n---\n\nYou teach Greek.") == []


def test_a_long_value_without_a_range_gives_no_zone() -> None:
    value = "Remote, we would love hours that overlap with those of our other tutors, who meet at ten in the morning"
    assert places(f"---\ntitle: Tutor\nlocation: {value}\n---\n\nYou teach Greek.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We gladly consider candidates in other parts of Canada.", ["Canada"]),
        ("You may work remotely from Leeds or from anywhere else in the UK.", ["Leeds", "UK"]),
        ("People living elsewhere in Ireland are welcome.", ["Ireland"]),
        ("This is open to the UK only.", ["UK"]),
        ("US-based applicants only, please.", ["US"]),
        ("Our customers live in other parts of Canada.", []),
        ("We also run shops elsewhere in Ireland.", []),
        ("You travel to sites elsewhere in Canada.", []),
        ("You look after farms elsewhere in Canada.", []),
    ],
)
def test_the_rest_of_a_country_counts_where_people_may_live_there(text: str, wanted: list[str]) -> None:
    assert places(f"# Tutor\n\nThis is a remote job. {text}") == wanted


def test_a_description_in_the_front_matter_gives_places_too() -> None:
    text = "---\ntitle: Tutor\ndescription: We are hiring a tutor in Cork or Limerick.\n---\n\nYou teach."
    assert places(text) == ["Cork", "Limerick"]


def test_towns_listed_with_the_first_one_are_guessed_with_it() -> None:
    assert places("# Tutor\n\nOur tutors teach Greek in Leeds, Bradford and Sheffield.") == ["Leeds", "Bradford", "Sheffield"]


@pytest.mark.parametrize(
    ("value", "country", "region", "city"),
    [
        ("US, IL, Peoria", "US", "IL", "Peoria"),
        ("US, CO, Aurora", "US", "CO", "Aurora"),
        ("US, IL, Aurora", "US", "IL", "Aurora"),  # the table's Aurora is another
        ("GB, LDS, Leeds", "GB", "ENG", "Leeds"),
        ("IE, , Ballina", "IE", None, "Ballina"),
        ("NZ, N, Auckland", "NZ", None, "Auckland"),
    ],
)
def test_a_place_in_the_order_of_a_file(value: str, country: str, region: str | None, city: str) -> None:
    for text in (f"---\ntitle: Driver\nlocation: {value}\n---\nYou drive.\n", f"# Driver\n\n{value}\n\nYou drive the van to the farms.\n"):
        (place,) = posting(text).places
        assert (place.country, place.region, place.city, place.at.text) == (country, region, city, value)


@pytest.mark.parametrize("value", ["XX, 1, Peoria", "IT, HR, Payroll and more of the same kind", "US, IL"])
def test_other_capitals_are_no_file(value: str) -> None:
    assert all(p.city != "Peoria" or p.country != "XX" for p in posting(f"---\nlocation: {value}\n---\nYou drive.\n").places)


@pytest.mark.parametrize("value", ["ZAR 200 000 - 300 000", "$40,000", "EUR 31.000", "£13 an hour"])
def test_money_is_no_place(value: str) -> None:
    assert places(f"# Driver\n\nLocation: {value}\n\nYou drive the van to the farms.\n") == []


def test_a_list_of_towns_that_no_table_knows() -> None:
    text = "# Carer\n\n## Location of the post\n\nKilbrack, Templemore Cross, Ardnagrow, Shanbally.\n\nYou visit people at home.\n"
    assert places(text) == ["Kilbrack", "Templemore Cross", "Ardnagrow", "Shanbally"]


def test_a_county_by_its_short_form_and_a_province() -> None:
    assert [(s.country, s.region) for s in recognise("Co. Mayo")] == [("IE", "MO")]
    assert [(s.country, s.region) for s in recognise("in South Ayrshire, Scotland")] == [("GB", "SCT")]
    assert [(s.country, s.region) for s in recognise("Gauteng")] == [("ZA", "GP")]


@pytest.mark.parametrize(
    ("line", "mode"),
    [
        ("Remote / Hialeah, FL", "remote"),
        ("Leeds, England (Hybrid)", "hybrid"),
        ("Hybrid | Leeds", "hybrid"),
        ("Hybrid – Leeds", "hybrid"),
        ("Remote – UK", "remote"),
        ("Leeds", "onsite"),
    ],
)
def test_a_mode_beside_the_place_in_a_line_of_facts(line: str, mode: str) -> None:
    found = posting(f"# Baker\n\nBread {line}\n\nYou bake.\n" if "/" in line else f"# Baker\n\n{line}\n\nYou bake.\n")
    assert found.work_mode is not None
    assert found.work_mode.value == mode


def test_a_mode_alone_on_its_line_heads_nothing() -> None:
    found = posting("Stock Clerk\n\nRustenburg\n\nOn-site\n\nFull time\n\nDuties\n\n- Count the stock\n- Order more\n")
    assert (found.work_mode and found.work_mode.value, [p.at.text for p in found.places]) == ("onsite", ["Rustenburg"])
    assert [s.kind for s in found.sections if s.heading] == ["responsibilities"]
