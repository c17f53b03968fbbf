"""A record to a document: the keys that hold facts become fields, those that hold the posting's text become its blocks."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.posting.fields import field_kind, key_words
from jdlint.posting.model import Document, Structured
from jdlint.posting.tree import Node
from jdlint.readers.parts import Mapped
from jdlint.readers.records import DESCRIPTION, Record, is_long
from jdlint.readers.shapes import is_body, is_title, pointed
from jdlint.text.source import Source

_JDLINT = "jdlint"
_LISTED = frozenset(("responsibilities", "requirements", "preferred", "benefits", "process", "success"))
_LIST = 2  # entries
_LINE_WORDS = 3  # fewer are a name, such as a tool's
# What a part of a posting is called as a heading, where its key says less.
_HEADINGS = {
    "responsibilities": "Responsibilities", "requirements": "Requirements", "preferred": "Nice to have", "benefits": "Benefits",
    "company": "About us", "application": "How to apply", "process": "Hiring process", "equal_opportunity": "Equal opportunity",
    "reporting": "Reports to", "success": "What success looks like", "pay": "Pay", "location": "Location", "employment": "Employment",
}  # fmt: skip
_KEYS = {"employer": "employer", "work_mode": "work mode", "equal_opportunity": "eeo", "company": "about us", "reporting": "reports to"}


def document(source: Source, node: Node, form: str, shape: str, mapped: Mapped) -> Document:
    """The document of one record in the source."""
    made = Record(source)
    if shape == "mapped":
        _mapped(made, node, mapped)
    else:
        _SHAPES.get(shape, _plain)(made, node)
    made.part_bodies()
    own = node.get(_JDLINT)
    if own is not None and shape != "plain":
        made.flat(_JDLINT, own)
    structured = Structured((node,), whole=True) if shape == "schema.org" else Structured()
    blocks = tuple(sorted(made.blocks, key=lambda b: b.span))
    return Document(source, form, blocks, tuple(sorted(made.fields, key=lambda f: f.block.span)), structured=structured)


def _first(node: Node | None) -> Node | None:
    return next(iter(node.items), None) if node is not None else None


def _schema_org(made: Record, job: Node) -> None:
    made.field("title", job.get("title"))
    made.body(job.get("description"))
    for key, heading in (
        ("responsibilities", "Responsibilities"), ("qualifications", "Qualifications"), ("skills", "Skills"), ("jobBenefits", "Benefits"),
        ("experienceRequirements", "Requirements"), ("educationRequirements", "Education"), ("incentiveCompensation", "Incentives"),
        ("employerOverview", "About us"), ("workHours", "Working hours"),
    ):  # fmt: skip
        node = job.get(key)
        if node is not None and node.get("monthsOfExperience") is None:
            made.value_or_text(key, node, heading)
    for one in job.each("hiringOrganization"):
        made.field("employer", one.get("name") if not one.is_leaf else one)
    for key in ("employmentType", "jobLocationType", "datePosted", "validThrough", "applicationContact", "jobStartDate", "url"):
        made.flat(key, job.get(key))
    salary = _first(job.get("baseSalary"))
    if salary is not None and salary.is_leaf:
        made.field("baseSalary", salary)
    elif salary is not None:
        value = salary.get("value")
        inner = value if value is not None and not value.is_leaf else salary
        single = inner.get("value") or value if inner is salary else inner.get("value")
        unit = inner.get("unitText") or salary.get("unitText")
        made.pay(inner.get("minValue") or single, inner.get("maxValue") or single, salary.get("currency"), unit)
    _schema_org_places(made, job)


def _schema_org_places(made: Record, job: Node) -> None:
    for place in job.each("jobLocation"):
        address = place.get("address") or place
        if address.is_leaf:
            made.field("location", address)
        country = address.get("addressCountry")
        named = country.get("name") if country is not None and not country.is_leaf else country
        made.place(address.get("addressLocality"), address.get("addressRegion"), named)
    for limit in job.each("applicantLocationRequirements"):
        made.country(limit.get("name") if not limit.is_leaf else limit)


def _greenhouse(made: Record, job: Node) -> None:
    made.field("title", job.get("title"))
    made.text(job.get("content"))
    made.field("location", job.get("location", "name"))
    made.field("employer", job.get("company_name"))
    made.field("apply_url", job.get("absolute_url"))
    made.field("posted", job.get("first_published"))
    ranges = _first(job.get("pay_input_ranges"))
    if ranges is not None:
        made.pay(ranges.get("min_cents"), ranges.get("max_cents"), ranges.get("currency_type"), None, scale=100)


def _lever(made: Record, job: Node) -> None:
    made.field("title", job.get("text"))
    for names in (("description", "descriptionPlain"), ("additional", "additionalPlain")):
        made.text(next((n for name in names if (n := job.get(name)) is not None and n.text), None))
    if job.get("description") is None and job.get("descriptionPlain") is None:
        made.text(job.get("opening") or job.get("openingPlain"))
        made.text(job.get("descriptionBody") or job.get("descriptionBodyPlain"))
    for one in job.each("lists"):
        title = one.get("text")
        made.text(one.get("content"), title.text if title is not None else "", title)
    made.field("location", job.get("categories", "location"))
    if job.get("categories", "location") is None:
        made.country(job.get("country"))
    made.field("employment_type", job.get("categories", "commitment"))
    mode = job.get("workplaceType")
    if mode is not None and mode.text != "unspecified":
        made.field("work mode", mode)
    pay = job.get("salaryRange")
    if pay is not None:
        made.pay(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("interval"))
    told = job.get("salaryDescription") or job.get("salaryDescriptionPlain")
    made.text(told, "Pay")
    made.field("apply_url", job.get("applyUrl") or job.get("hostedUrl"))


def _ashby(made: Record, job: Node) -> None:
    made.field("title", job.get("title"))
    made.text(next((n for name in ("descriptionHtml", "descriptionPlain") if (n := job.get(name)) is not None and n.text), None))
    made.field("location", job.get("location"))
    for one in job.each("secondaryLocations"):
        made.field("location", one.get("location"))
    made.field("employment_type", job.get("employmentType"))
    mode, remote = job.get("workplaceType"), job.get("isRemote")
    made.field("work mode" if mode is not None and mode.value else "remote", mode if mode is not None and mode.value else remote)
    made.field("apply_url", job.get("applyUrl") or job.get("jobUrl"))
    made.field("posted", job.get("publishedAt"))
    shown = job.get("shouldDisplayCompensationOnJobPostings")
    pay = job.get("compensation")
    if pay is None or (shown is not None and shown.value is False):
        return
    for part in pay.each("summaryComponents"):
        kind = part.get("compensationType")
        if kind is not None and kind.text == "Salary":
            made.pay(part.get("minValue"), part.get("maxValue"), part.get("currencyCode"), part.get("interval"))
            return
    made.field("pay", pay.get("scrapeableCompensationSalarySummary") or pay.get("compensationTierSummary"))


def _workable(made: Record, job: Node) -> None:
    made.field("title", job.get("title"))
    made.body(job.get("description"))
    made.text(job.get("requirements"), "Requirements")
    made.text(job.get("benefits"), "Benefits")
    places = job.get("locations")
    for place in places.items if places is not None and places.value else (job,):
        made.place(place.get("city"), place.get("region") or place.get("state"), place.get("country"))
    made.field("employment_type", job.get("employment_type"))
    mode, remote = job.get("workplace_type"), job.get("telecommuting")
    if mode is not None and mode.text:
        made.field("work mode", mode, mode.text.replace("_", " "))
    elif remote is not None and remote.value is True:
        made.field("remote", remote)
    made.field("apply_url", job.get("application_url") or job.get("url"))
    made.field("posted", job.get("published_on"))


def _mapped(made: Record, job: Node, mapped: Mapped) -> None:
    """What the settings say; of all else, nothing."""
    for fact, place in mapped.items():
        node = pointed(job, place) if fact != "items" else None
        if node is None:
            continue
        if fact == "description":
            made.body(node)
        elif fact in _HEADINGS:
            made.value_or_text(_KEYS.get(fact, fact), node, _HEADINGS[fact])
        else:
            made.flat(_KEYS.get(fact, fact), node)


def _plain(made: Record, job: Node) -> None:
    """Keys that say themselves what they hold."""
    names = [key for key in job.value if is_title(key)] or [key for key in job.value if is_title(key, column=True)]
    for key, node in job.value.items():
        kind = field_kind(key)
        if kind in _LISTED and _is_list_of_lines(node):
            made.listing(node, " ".join(key_words(key)).capitalize())
        elif key == _JDLINT or not any(is_long(n) for n in node.walk() if n.is_leaf):
            made.flat("title" if key in names[:1] else key, node)
        elif is_body(key) and kind in (None, "summary"):
            made.body(node)
        elif kind in _HEADINGS:
            made.text(_leaves(node), " ".join(key_words(key)).capitalize() or _HEADINGS[kind])
        elif kind not in ("meta", "posted", "status", "draft"):
            made.body(_leaves(node), "More" if kind == "deadline" else " ".join(key_words(key)).capitalize() or DESCRIPTION)  # "closing"


def _is_list_of_lines(node: Node) -> bool:
    """Whether a value is a list of texts, most of them more than a name."""
    if not isinstance(node.value, list) or len(node.items) < _LIST or not all(n.text for n in node.items):
        return False
    return sum(len(n.text.split()) >= _LINE_WORDS for n in node.items) * 2 >= len(node.items)


def _leaves(node: Node) -> Node:
    """A node whose texts can be read in turn: itself, or the plain values in it as a list."""
    if node.is_leaf:
        return node
    leaves = [n for n in node.walk() if n.is_leaf]
    return Node(leaves, node.span, node.pointer, node.key_span, node.mapped)


_SHAPES: dict[str, Callable[[Record, Node], None]] = {
    "schema.org": _schema_org, "greenhouse": _greenhouse, "lever": _lever, "ashby": _ashby, "workable": _workable,
}  # fmt: skip
