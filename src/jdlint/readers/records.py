"""A record to a document: the keys that hold facts become fields, those that hold the posting's text become its blocks."""

from __future__ import annotations

import re
from collections.abc import Callable

from jdlint.posting.facts.gazetteer import country_name
from jdlint.posting.fields import field_kind, key_words
from jdlint.posting.model import Block, Document, Field, Structured
from jdlint.posting.tree import Node
from jdlint.readers.compose import Composer
from jdlint.readers.htmlblocks import HtmlBlocks
from jdlint.readers.htmltokens import unescape
from jdlint.readers.parts import Mapped
from jdlint.readers.shapes import is_body, is_title, pointed
from jdlint.text.lazy import lazy
from jdlint.text.record import replace
from jdlint.text.source import Source
from jdlint.text.spans import MappedText, Span, TextBuilder

_TAG = lazy(r"</?(?:p|br|div|ul|ol|li|h[1-6]|strong|b|em|i|span|a|table|tr|td|section)\b[^<>]*>", re.IGNORECASE)
_ESCAPED_TAG = lazy(r"&(?:amp;)?lt;/?(?:p|br|div|ul|ol|li|h[1-6]|strong|b|em|span|a)\b", re.IGNORECASE)
_ENTITY = lazy(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MARKDOWN = lazy(r"^(?:#{1,6} \S|\s*[-*+] \S|.*\*\*\S)", re.MULTILINE)
_TWICE = 2  # times that a board escapes its text at most
_LONG = 25  # words: a longer value is text
_JDLINT = "jdlint"
_LISTED = frozenset(("responsibilities", "requirements", "preferred", "benefits", "process", "success"))
_LIST = 2  # entries
_LINE_WORDS = 3  # fewer are a name, such as a tool's
_CODE = 2  # letters of a country's code
# What a part of a posting is called as a heading, where its key says less.
_HEADINGS = {
    "responsibilities": "Responsibilities", "requirements": "Requirements", "preferred": "Nice to have", "benefits": "Benefits",
    "company": "About us", "application": "How to apply", "process": "Hiring process", "equal_opportunity": "Equal opportunity",
    "reporting": "Reports to", "success": "What success looks like", "pay": "Pay", "location": "Location", "employment": "Employment",
}  # fmt: skip
_DESCRIPTION = "Description"
_KEYS = {"employer": "employer", "work_mode": "work mode", "equal_opportunity": "eeo", "company": "about us", "reporting": "reports to"}


def document(source: Source, node: Node, form: str, shape: str, mapped: Mapped) -> Document:
    """The document of one record in the source."""
    made = _Record(source)
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


class _Record:
    """Collects fields and blocks."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.fields: list[Field] = []
        self.blocks: list[Block] = []
        self._bodies: list[tuple[Node, str]] = []
        self._groups = 0

    def field(self, key: str, node: Node | None, text: str | None = None) -> None:
        """A plain value under a key that says what it is; with `text`, what the value means."""
        if node is None or not node.is_leaf or node.value is None:
            return
        block = node.block(key)
        if text is not None and text != block.text:
            block = replace(block, mapped=_whole(text, node.span))
        self.fields.append(Field(key, node.value if text is None else text, block, node.key_span or node.span))

    def flat(self, key: str, node: Node | None) -> None:
        """All plain values below a node, with dotted keys."""
        if node is None:
            return
        if isinstance(node.value, dict):
            for name, below in node.value.items():
                if not name.startswith("@"):
                    self.flat(f"{key}.{name}", below)
        elif isinstance(node.value, list):
            for below in node.value:
                self.flat(key, below)
        else:
            self.field(key, node)

    def text(self, node: Node | None, heading: str = "", key: Node | None = None) -> None:
        """Text in HTML, Markdown or plain lines; under a heading, which stands where the key (or the node `key`) does."""
        for one in node.items if node is not None else ():
            if not one.text:
                continue
            place = key.span if key is not None else (node or one).key_span
            if heading and place is not None:
                mapped = key.mapped() if key is not None else _whole(heading, place)
                block = Block("heading", mapped, level=2, marked="markup", key="" if key is not None else heading, pointer=one.pointer)
                self.blocks.append(block)
                heading = ""
            self._body(one)

    def listing(self, node: Node, heading: str) -> None:
        """A list of lines as the items of a list under a heading."""
        before = len(self.blocks)
        self.text(node, heading)
        for at in range(before, len(self.blocks)):
            if self.blocks[at].kind == "paragraph":
                self.blocks[at] = replace(self.blocks[at], kind="item", level=1)

    def body(self, node: Node | None, heading: str = _DESCRIPTION) -> None:
        """Text without a heading of its own; it may need the one given here, see `part_bodies`."""
        if node is not None:
            self._bodies.append((node, heading))
        self.text(node)

    def part_bodies(self) -> None:
        """Texts without a heading that come after others with one get theirs: they'd belong to what stands above them, else."""
        for node, heading in self._bodies:
            place = node.key_span
            if place is None or not any(n.text for n in node.items) or not any(b.kind == "heading" and b.span < place for b in self.blocks):
                continue
            mapped = _whole(heading, place)
            self.blocks.append(Block("heading", mapped, level=2, marked="markup", key=heading, pointer=node.pointer))

    def _body(self, node: Node) -> None:
        mapped = unescaped(node.mapped())
        for block in blocks_of(mapped.plain):
            group = block.group + self._groups if block.group else 0
            self.blocks.append(replace(block, mapped=block.mapped.through(mapped), pointer=node.pointer, group=group))
        self._groups = max((b.group for b in self.blocks), default=0)

    def value_or_text(self, key: str, node: Node | None, heading: str) -> None:
        """A short value as a field, a long one, or one in HTML, as text under a heading."""
        if node is None:
            return
        if any(is_long(one) for one in node.walk() if one.is_leaf):
            self.text(node, heading)
        else:
            self.flat(key, node)

    def pay(self, low: Node | None, high: Node | None, currency: Node | None, unit: Node | None, scale: int = 1) -> None:
        """Pay in parts. `scale`: how many of the record's units are one of the currency."""
        for key, node in (("pay.min", low or high), ("pay.max", high or low)):
            number = node.value if node is not None and isinstance(node.value, int | float) else None
            self.field(key, node, f"{number / scale:.10g}" if number is not None and scale != 1 else None)
        self.field("pay.currency", currency)
        if unit is not None and unit.text:
            self.field("pay.period", unit, unit.text.casefold().removeprefix("1 ").removeprefix("per-").partition("-")[0])

    def country(self, node: Node | None) -> None:
        """A country, or another place, under a key of its own."""
        self.field("location", node, _land(node))

    def place(self, town: Node | None, state: Node | None, land: Node | None) -> None:
        """A place whose town, state and country have a key each."""
        parts = [n for n in (town, state, land) if n is not None and n.text]
        if not parts:
            return
        spans = [n.span for n in parts]
        name = _land(land)
        text = ", ".join((n is land and name) or n.text for n in parts)
        if spans == sorted(spans):
            builder = TextBuilder()
            for number, node in enumerate(parts):
                if number:
                    gap = Span(spans[number - 1].end, node.span.start)
                    builder.add(", ", gap.start, gap.end - (gap.end - gap.start == len(", ")))
                if node is land and name:
                    builder.add(name, node.span.start, node.span.end - (len(name) == node.span.end - node.span.start))
                    continue
                for piece in (inner := node.mapped()).pieces:
                    builder.add(inner.plain[piece.plain : piece.plain + piece.length], piece.start, piece.end)
            mapped = builder.build()
        else:
            mapped = _whole(text, Span(min(spans).start, max(s.end for s in spans)))
        block = Block("field", mapped, key="location", pointer=parts[0].pointer.rpartition("/")[0])
        self.fields.append(Field("location", text, block, parts[0].key_span or parts[0].span))


def _land(node: Node | None) -> str | None:
    """The name of the country whose code a value is; None for all else."""
    code = node.text if node is not None else ""
    return country_name(code) if len(code) == _CODE and code.isupper() else None


def _whole(text: str, span: Span) -> MappedText:
    """A text that stands for a range as a whole."""
    builder = TextBuilder()
    builder.add(text, span.start, span.end - (span.end - span.start == len(text) > 1))
    return builder.build()


def unescaped(mapped: MappedText) -> MappedText:
    """HTML whose tags are written as entities, as HTML; it maps to where it was read from."""
    for _ in range(_TWICE):
        if _TAG.search(mapped.plain) or not _ESCAPED_TAG.search(mapped.plain):
            break
        mapped = MappedText.decoded(mapped.plain, 0, len(mapped.plain), _ENTITY, unescape).through(mapped)
    return mapped


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text in HTML, Markdown or plain lines."""
    if _TAG.search(text):
        composer = Composer()
        HtmlBlocks(text, composer, text).feed(0, len(text))
        return composer.finish()
    if _MARKDOWN.search(text):
        from jdlint.readers import markdown

        return markdown.read(Source("", text)).blocks
    from jdlint.readers import plaintext

    return plaintext.read(Source("", text)).blocks


def is_long(node: Node) -> bool:
    """Whether a value is text to read, and no short fact."""
    return bool(node.text) and (len(node.text.split()) >= _LONG or _TAG.search(node.text) is not None or "&lt;" in node.text)


# --- the shapes


def _first(node: Node | None) -> Node | None:
    return next(iter(node.items), None) if node is not None else None


def _schema_org(made: _Record, job: Node) -> None:
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


def _schema_org_places(made: _Record, job: Node) -> None:
    for place in job.each("jobLocation"):
        address = place.get("address") or place
        if address.is_leaf:
            made.field("location", address)
        country = address.get("addressCountry")
        named = country.get("name") if country is not None and not country.is_leaf else country
        made.place(address.get("addressLocality"), address.get("addressRegion"), named)
    for limit in job.each("applicantLocationRequirements"):
        made.country(limit.get("name") if not limit.is_leaf else limit)


def _greenhouse(made: _Record, job: Node) -> None:
    made.field("title", job.get("title"))
    made.text(job.get("content"))
    made.field("location", job.get("location", "name"))
    made.field("employer", job.get("company_name"))
    made.field("apply_url", job.get("absolute_url"))
    made.field("posted", job.get("first_published"))
    ranges = _first(job.get("pay_input_ranges"))
    if ranges is not None:
        made.pay(ranges.get("min_cents"), ranges.get("max_cents"), ranges.get("currency_type"), None, scale=100)


def _lever(made: _Record, job: Node) -> None:
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


def _ashby(made: _Record, job: Node) -> None:
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


def _workable(made: _Record, job: Node) -> None:
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


def _mapped(made: _Record, job: Node, mapped: Mapped) -> None:
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


def _plain(made: _Record, job: Node) -> None:
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
            made.body(_leaves(node), "More" if kind == "deadline" else " ".join(key_words(key)).capitalize() or _DESCRIPTION)  # "closing"


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


_SHAPES: dict[str, Callable[[_Record, Node], None]] = {
    "schema.org": _schema_org, "greenhouse": _greenhouse, "lever": _lever, "ashby": _ashby, "workable": _workable,
}  # fmt: skip
