"""What the keys of a record mean: schema.org's JobPosting, the public feeds of four job boards, a map in the settings, or plain keys.

The feeds are those that the boards publish: Greenhouse (Job Board API), Lever (Postings API), Ashby (Job Posting API), Workable
(account jobs).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jdlint.posting.fields import key_words
from jdlint.posting.tree import Node
from jdlint.readers.jsonld import is_job_posting
from jdlint.readers.parts import Mapped
from jdlint.text.record import NamedTuple

# Keys for a posting's title and text, as plain words, where nobody says what the keys mean.
_TITLES = frozenset(("title", "job title", "position title", "role title", "posting title", "vacancy title"))
_COLUMNS = frozenset(("position", "role", "job", "vacancy", "job name", "position name", "role name"))  # titles in a table's head
_TEXTS = frozenset(
    ("description", "job description", "content", "body", "text", "html", "description html", "job text", "posting text",
     "full description", "posting", "responsibilities", "requirements", "qualifications", "duties", "details", "summary", "job details",
     "advert", "ad text")
)  # fmt: skip
_LISTS = ("jobs", "postings", "positions", "vacancies", "results", "items", "data", "content", "@graph", "itemListElement")
_FEW = 25  # words of a posting's text
IDS = ("id", "identifier", "shortcode", "requisition_id", "reference", "ref", "slug", "uuid", "absolute_url", "hostedUrl", "jobUrl", "url")


class Found(NamedTuple):
    """A posting in a tree, and what its keys mean."""

    node: Node
    shape: str


def _has(node: Node, *names: str) -> bool:
    return isinstance(node.value, dict) and any(name in node.value for name in names)


def _is_text(node: Node | None) -> bool:
    return node is not None and bool(node.text)


_BOARDS: tuple[tuple[str, Callable[[Node], bool]], ...] = (
    ("schema.org", is_job_posting),
    ("greenhouse", lambda n: _is_text(n.get("title")) and _has(n, "absolute_url") and _has(n, "content", "internal_job_id", "updated_at")),
    (
        "lever",
        lambda n: _is_text(n.get("text")) and _has(n, "hostedUrl", "applyUrl") and _has(n, "categories", "descriptionPlain", "lists"),
    ),
    ("ashby", lambda n: _is_text(n.get("title")) and _has(n, "descriptionHtml", "descriptionPlain") and _has(n, "jobUrl", "applyUrl")),
    (
        "workable",
        lambda n: _is_text(n.get("title")) and _has(n, "shortcode") and _has(n, "description", "employment_type", "telecommuting"),
    ),
)


def shape_of(node: Node, mapped: Mapped) -> str:
    """What a record's keys mean; "" where it is no posting."""
    if not isinstance(node.value, dict):
        return ""
    if mapped:
        return "mapped" if _is_text(pointed(node, mapped["title"])) else ""
    for name, is_one in _BOARDS:
        if is_one(node):
            return name
    if not any(is_title(key) and below.text for key, below in node.value.items()):
        return ""
    told = sum(len(leaf.text.split()) for key, below in node.value.items() if is_body(key) for leaf in below.walk())
    return "plain" if told >= _FEW else ""


def row_shape(node: Node, mapped: Mapped, *, sure: bool) -> str:
    """What a row's keys mean in a table; where somebody is `sure` that it is one of postings, a title will do."""
    found = shape_of(node, mapped)
    if found or mapped or not sure or not isinstance(node.value, dict):
        return found
    return "plain" if any(is_title(key, column=True) and below.text for key, below in node.value.items()) else ""


def is_title(key: str, *, column: bool = False) -> bool:
    """Whether a key, or the head of a table's column, names the job's title."""
    words = _words(key)
    return words in _TITLES or (column and words in _COLUMNS)


def is_body(key: str) -> bool:
    """Whether a key holds the posting's text, or a part of it."""
    return _words(key) in _TEXTS


def _words(key: str) -> str:
    return " ".join(key_words(key.replace(".", " ")))


def pointed(node: Node, place: str) -> Node | None:
    """What stands under a key, or where a JSON pointer (RFC 6901) points to from the record."""
    if not place.startswith("/"):
        return node.get(place)
    found: Node | None = node
    for part in place.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if found is not None and isinstance(found.value, list):
            found = found.value[int(name)] if name.isdecimal() and int(name) < len(found.value) else None
        else:
            found = found.get(name) if found is not None else None
    return found


def postings(top: Node, mapped: Mapped) -> Iterator[Found]:
    """The postings in a tree: the top, the entries of a list, or of a list under one of the keys that hold such lists."""
    if "items" in mapped:
        rows = pointed(top, mapped["items"])
        for node in rows.items if rows is not None else ():
            if shape := shape_of(node, mapped):
                yield Found(node, shape)
        return
    todo = [top]
    while todo:
        node = todo.pop()
        shape = shape_of(node, mapped)
        if shape:
            if not _is_draft(node, shape):
                yield Found(node, shape)
        elif isinstance(node.value, list):
            todo += reversed(node.value)
        elif isinstance(node.value, dict):
            below = [found for name in (*_LISTS, "item") if (found := node.get(name)) is not None and not found.is_leaf]
            todo += reversed(below)


def _is_draft(node: Node, shape: str) -> bool:
    listed = node.get("isListed")
    return shape == "ashby" and listed is not None and listed.value is False


def name_of(node: Node, fallback: str) -> str:
    """What tells a posting from the others of its file, wherever in it it stands."""
    for key in IDS:
        found = node.get(key)
        found = found.get("value") if found is not None and not found.is_leaf else found
        if found is not None and found.is_leaf and found.value not in (None, "", True, False):
            return f"{key}={found.value}"
    return fallback
