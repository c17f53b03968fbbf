"""Records nobody would write: the keys of job boards and of front matter with values of every kind, at every depth, in every style of writing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from random import Random
from typing import Any

import mutations
import postings
from mutations import chance

# The keys that the shapes of readers.shapes are known by, and those that front matter has.
KEYS = (
    "title", "description", "job_title", "position", "text", "content", "body", "requirements", "responsibilities", "benefits", "qualifications", "skills",
    "salary", "pay", "location", "employment_type", "type", "remote", "deadline", "date", "posted", "draft", "status", "layout", "url", "id", "company", "tags",
    "jdlint", "pay.min", "Job Title", "jobTitle", "a_title", "", "~", "/", "\u202e", "é", "0", "yes", "title\n", " title ", "@id", "$ref",
)  # fmt: skip
SHAPES: dict[str, tuple[str, ...]] = {
    "schema.org": (
        "title", "description", "hiringOrganization", "employmentType", "jobLocationType", "datePosted", "validThrough", "baseSalary", "jobLocation", "applicantLocationRequirements",
        "responsibilities", "qualifications", "skills", "jobBenefits", "experienceRequirements", "educationRequirements", "workHours", "identifier", "directApply",
    ),
    "greenhouse": ("title", "content", "absolute_url", "internal_job_id", "updated_at", "location", "company_name", "first_published", "pay_input_ranges"),
    "lever": ("text", "hostedUrl", "applyUrl", "categories", "descriptionPlain", "description", "lists", "additional", "opening", "salaryRange", "workplaceType", "country"),
    "ashby": ("title", "descriptionHtml", "descriptionPlain", "jobUrl", "applyUrl", "location", "secondaryLocations", "isListed", "isRemote", "compensation", "workplaceType"),
    "workable": ("title", "shortcode", "description", "requirements", "benefits", "employment_type", "telecommuting", "city", "state", "country", "locations", "workplace_type"),
    "plain": ("title", "description", "requirements", "salary", "location", "employment_type", "id", "jdlint", "company"),
}  # fmt: skip
INNER = (
    "name", "address", "addressLocality", "addressRegion", "addressCountry", "value", "minValue", "maxValue", "unitText", "currency", "@type", "min", "max", "interval",
    "min_cents", "max_cents", "currency_type", "text", "content", "location", "commitment", "summaryComponents", "compensationType", "currencyCode", "monthsOfExperience",
    "ignore", "ignore-file", "reason", "city", "region", "country", "compensationTierSummary",
)  # fmt: skip
SCALARS: tuple[Any, ...] = (
    None, True, False, 0, -1, 30000, 10**25, 1.5, 1e300, -0.0, float("inf"), float("nan"), "", " ", "Cook", "2026-02-30", "2026-01-15", "IE", "GB", "xx", "HOUR", "FULL_TIME",
    "ignore[PAY001] agreed", "PAY001", "1" * 500, "null", "~", "- x", "a: b", "#no", "*a", "&a", "!!python/name:os.system", "%", "@x", "`", "0x1F", "1_000", "12:30:45", "on",
    "\\", '"', "'", "''", "\n", "\t", "\r\n", "\\ud800", "\u2028", "&lt;p&gt;Cook&lt;/p&gt;", "&amp;lt;b&amp;gt;x", "<p>", "<script>", "</p", "&#0;", "per-year-salary", "1 YEAR",
)  # fmt: skip
ENDLESS = (
    "0x" + "f" * 5000,
    "1:" + "59:" * 3000 + "59",
    "1" + "0" * 400,
    "-0b" + "1" * 20_000,
)  # numbers that Python reads in some of these forms, and writes in none
SIGNS = {
    "json": ("{", "}", "[", "]", '"', ":", ",", "\\u0041", "\\ud800", "\\udc00", "\\ud83d\\ude00", "\\n", "\\x", "null", "true", "1e999", "-", "01", '"title": ', "//", "NaN", "\\"),
    "yaml": (
        "- ", ": ", "? ", "&a ", "*a", "!!str ", "!!int ", "!!python/object:os.system ", "!!timestamp ", "'", '"', "\\x41", "\\U0010ffff", "\\U00110000", "[", "]", "{", "}", ">-\n  ", "|\n  ",
        "|2-\n", "\n---\n", "\n...\n", "# x\n", "~", "<<: ", "%YAML 1.1\n", "\t", "=", "!!binary ", "!!set {a}", "0o7", ".inf", "\\\n  ", "''",
    ),
    "toml": ("[", "]", "[[a]]\n", "=", '"""', "'''", '"', "'", "\\u0041", "\\U0010ffff", "\\ud800", "\\e", "# x\n", ".", "{", "}", ",", "\n[a.b]\n", "1979-05-27T07:32:00Z", "inf", "0x1", "1_0", "true", "\\\n"),
    "csv": (",", ";", "\t", "|", '"', '""', "\n", '"\n', "title,description\n", "\r", ",,,"),
}  # fmt: skip
_LISTED = ("jobs", "postings", "results", "items", "data", "@graph", "content", "itemListElement", "x")
_DEEPEST = 4


def data(rng: Random, form: str) -> bytes:
    """A file of records, or a text with front matter."""
    front, _, is_front = form.partition("-")
    whole = _FORMS[front](rng) if not is_front else ""
    if is_front:
        whole = _front(rng, front)
    signs = SIGNS["json" if front == "jsonl" else front]
    whole = mutations.text(rng, whole, signs, rng.choice((0, 0, 1, 2, 4)))
    found = mutations.encoded(rng, whole)
    return mutations.damaged(rng, found) if chance(rng, 0.08) else found


def prose(rng: Random) -> str:
    """A posting's text, as a value: in HTML, Markdown or plain lines, sometimes with its tags as entities, twice."""
    found = postings.written(rng, rng.choice(("html", "md", "txt")), 1)
    for _ in range(rng.choice((0, 0, 0, 1, 2, 3))):
        found = found.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return found


def scalar(rng: Random) -> Any:  # noqa: ANN401  # whatever a format can hold
    """A plain value: a text of the posting, a label's value, something odd."""
    kind = rng.random()
    if kind < 0.35:  # noqa: PLR2004
        return rng.choice(SCALARS) if kind > 0.002 else rng.choice(ENDLESS)  # noqa: PLR2004
    if kind < 0.5:  # noqa: PLR2004
        return rng.choice(postings.LABELS).partition(": ")[2]
    return postings.phrase(rng) if kind < 0.95 else prose(rng)  # noqa: PLR2004


def value(rng: Random, depth: int = 0) -> Any:  # noqa: ANN401  # as above
    """A value of any kind, with values in it."""
    kind = rng.random()
    if kind < 0.65 or depth == _DEEPEST:  # noqa: PLR2004
        return scalar(rng)
    if kind < 0.8:  # noqa: PLR2004
        return [value(rng, depth + 1) for _ in range(rng.randrange(4))]
    return {rng.choice(INNER if chance(rng, 0.8) else KEYS): value(rng, depth + 1) for _ in range(rng.randrange(4))}


def record(rng: Random, shape: str = "") -> dict[str, Any]:
    """One posting as a record of some shape, with keys left out, of the wrong kind, or foreign."""
    shape = shape or rng.choice(tuple(SHAPES))
    found: dict[str, Any] = {}
    for key in SHAPES[shape]:
        kind = rng.random()
        if key in {"title", "text"}:
            found[key] = rng.choice(postings.TITLES) if kind < 0.9 else value(rng)  # noqa: PLR2004
        elif "descri" in key or key == "content":
            found[key] = prose(rng) if kind < 0.9 else value(rng)  # noqa: PLR2004
        elif kind < 0.3:  # noqa: PLR2004
            found[key] = value(rng)
    if shape == "schema.org":
        found["@type"] = rng.choice(("JobPosting", "JobPosting", "schema:JobPosting", ["JobPosting", "Thing"], 1))
    for _ in range(rng.choice((0, 0, 1, 3))):
        found[rng.choice(KEYS)] = value(rng)
    if chance(rng, 0.2):
        rows = list(found.items())
        rng.shuffle(rows)
        found = dict(rows)
    return found


def tree(rng: Random) -> Any:  # noqa: ANN401  # as above
    """A file's whole content: one posting, several in a list or under a key, deep inside, or none."""
    kind = rng.randrange(8)
    if kind < 4:  # noqa: PLR2004
        return record(rng)
    if kind == 4:  # noqa: PLR2004
        return [record(rng) for _ in range(rng.randrange(4))]
    if kind == 5:  # noqa: PLR2004
        return {rng.choice(_LISTED): [record(rng) for _ in range(rng.randrange(3))], "title": scalar(rng)}
    if kind == 6:  # noqa: PLR2004
        found: Any = record(rng)
        for _ in range(rng.choice((1, 2, 3, 10, 150, 300))):
            found = {rng.choice(_LISTED): found} if chance(rng, 0.5) else [found]
        return found
    return value(rng)


def _json(rng: Random) -> str:
    return json.dumps(tree(rng), ensure_ascii=chance(rng, 0.5), indent=rng.choice((None, None, 2, "\t")))


def _jsonl(rng: Random) -> str:
    rows = [
        json.dumps(record(rng, "plain") if chance(rng, 0.9) else value(rng), ensure_ascii=chance(rng, 0.5))
        for _ in range(rng.choice((1, 1, 2, 3)))
    ]
    return rng.choice(("\n", "\n", "\r\n", "\n\n", "\r")).join(rows)


def _yaml(rng: Random) -> str:
    whole = yaml_text(rng, tree(rng))
    return (
        rng.choice(("", "", "---\n", "%YAML 1.1\n---\n", "# jobs\n"))
        + whole
        + rng.choice(("", "", "\n...\n", "\n---\n" + yaml_text(rng, record(rng))))
    )


def yaml_text(rng: Random, found: Any, indent: int = 0) -> str:  # noqa: ANN401  # as above
    """YAML, each value in one of the styles that there are, whether that suits it or not."""
    pad = "  " * indent
    if isinstance(found, dict) and found:
        if chance(rng, 0.05):
            return json.dumps(found, default=str)
        rows = []
        for key, below in found.items():
            name = key if key.isidentifier() and chance(rng, 0.8) else rng.choice((json.dumps(key), f"'{key}'", key, f"? {key}\n{pad}"))
            anchor = rng.choice(("&a ", "*a #", "!!str ", "&b ")) if chance(rng, 0.03) else ""
            inner = yaml_text(rng, below, indent + 1)
            is_nested = isinstance(below, dict | list) and bool(below) and not inner.startswith(("{", "["))
            rows.append(f"{pad}{name}:{' ' + anchor if anchor else ''}{chr(10) if is_nested else ' '}{inner}")
        return "\n".join(rows)
    if isinstance(found, list) and found:
        if chance(rng, 0.2):
            return json.dumps(found, default=str)
        return "\n".join(f"{pad}- {yaml_text(rng, below, indent + 1).lstrip()}" for below in found)
    return _yaml_scalar(rng, found, "  " * max(1, indent))


def _yaml_scalar(rng: Random, found: Any, pad: str) -> str:  # noqa: ANN401  # as above
    if not isinstance(found, str):
        return hex(found) if isinstance(found, int) and not isinstance(found, bool) and chance(rng, 0.3) else str(found)
    style = rng.randrange(6)
    lines = found.splitlines() or [""]
    if style == 0:
        return json.dumps(found, ensure_ascii=chance(rng, 0.5))
    if style == 1:
        return "'" + ("\n\n" + pad).join(line.replace("'", "''") for line in lines) + "'"
    if style in {2, 3}:
        return rng.choice("|>") + rng.choice(("", "-", "+", "2")) + "\n" + "\n".join(pad + line for line in lines)
    if style == 4:  # noqa: PLR2004
        return '"' + ("\\\n" + pad).join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines) + '"'
    return ("\n" + pad).join(lines)


def _csv(rng: Random) -> str:
    keys = [*rng.sample(SHAPES["plain"], rng.randrange(2, 7)), *rng.choices(KEYS, k=rng.choice((0, 0, 1)))]
    if chance(rng, 0.9) and "title" not in keys:
        keys[0] = "title"
    file = io.StringIO()
    delimiter = rng.choice(",,,;\t|")
    writer = csv.writer(
        file, delimiter=delimiter, quoting=rng.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)), lineterminator=rng.choice(("\n", "\r\n"))
    )
    writer.writerow(keys)
    for _ in range(rng.choice((0, 1, 1, 2))):
        row = [prose(rng) if key == "description" else scalar(rng) for key in keys]
        writer.writerow(row[: len(row) - chance(rng, 0.05)])
    return file.getvalue()


def toml_text(rng: Random, found: dict[str, Any]) -> str:
    """TOML of a record, each value in one of the styles that there are."""
    plain = [f"{_toml_key(rng, key)} = {_toml_value(rng, below)}" for key, below in found.items() if not isinstance(below, dict)]
    tables = []
    for key, below in found.items():
        if isinstance(below, dict):
            mark = rng.choice(("[{}]", "[{}]", "[[{}]]"))
            rows = "\n".join(f"{_toml_key(rng, k)} = {_toml_value(rng, v)}" for k, v in below.items())
            tables.append(mark.format(_toml_key(rng, key)) + "\n" + rows)
    return "\n".join([*plain, *tables])


def _toml_key(rng: Random, key: str) -> str:
    return key if key.isidentifier() and key.isascii() and chance(rng, 0.8) else json.dumps(key)


def _toml_value(rng: Random, found: Any) -> str:  # noqa: ANN401  # as above
    if isinstance(found, list):
        return "[" + ", ".join(_toml_value(rng, below) for below in found) + rng.choice(("", ",", "\n")) + "]"
    if isinstance(found, dict):
        return "{" + ", ".join(f"{_toml_key(rng, key)} = {_toml_value(rng, below)}" for key, below in found.items()) + "}"
    if not isinstance(found, str):
        return str(found).lower() if found is not None else '""'
    style = rng.randrange(5)
    if style == 0 and "'" not in found and "\n" not in found:
        return f"'{found}'"
    if style == 1 and "'''" not in found:
        return f"'''{rng.choice(('', chr(10)))}{found}'''"
    if style == 2:  # noqa: PLR2004
        escaped = found.replace("\\", "\\\\").replace('"', '\\"')
        return f'"""{rng.choice(("", chr(10)))}{escaped.replace(" ", rng.choice((" ", " " + chr(92) + chr(10) + "   ")), 1)}"""'
    if style == 3:  # noqa: PLR2004
        return rng.choice(("2026-01-15", "2026-01-15T10:00:00Z", "07:32:00", "1_000", "0xff", "+1.5e3", "inf", "nan"))
    return json.dumps(found, ensure_ascii=False).replace("\x7f", "")


def fields(rng: Random) -> dict[str, Any]:
    """What front matter says."""
    found = {rng.choice(KEYS): value(rng, 2) for _ in range(rng.randrange(1, 6))}
    if chance(rng, 0.3):
        found["jdlint"] = rng.choice(
            (
                "ignore[PAY001] agreed",
                {"ignore": ["PAY001", "LOC001"]},
                {"ignore": "PAY001", "reason": "x"},
                {"ignore-file": ["PAY"]},
                [1],
                None,
            )
        )
    return found


def _front(rng: Random, kind: str) -> str:
    """A text with front matter before it, whose fences are sometimes torn."""
    body = postings.written(rng, "md", 1)
    found = fields(rng)
    if kind == "json":
        return json.dumps(found, indent=rng.choice((None, 2)), ensure_ascii=chance(rng, 0.5)) + rng.choice(("\n", "\n\n", "", ";")) + body
    fence = "---" if kind == "yaml" else "+++"
    inner = yaml_text(rng, found) if kind == "yaml" else toml_text(rng, found)
    closing = fence if chance(rng, 0.9) else rng.choice(("...", "", "--- ", "+++", "---x", fence * 2))
    return f"{rng.choice(('', '', chr(10), ' '))}{fence}{rng.choice(('', '', ' ', 'x'))}\n{inner}\n{closing}\n{body}"


_FORMS: dict[str, Callable[[Random], str]] = {"json": _json, "jsonl": _jsonl, "yaml": _yaml, "csv": _csv}
