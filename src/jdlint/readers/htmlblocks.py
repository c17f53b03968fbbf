"""HTML tokens to blocks. Works on ranges, so that a Markdown file's HTML goes the same way as a page."""

from __future__ import annotations

import re

from jdlint.posting.model import Block, Structured
from jdlint.readers.compose import Composer, Frame
from jdlint.readers.htmltokens import Token, attributes, is_slot, tokens, unescape
from jdlint.readers.templates import FILLER, original_of
from jdlint.text.lazy import lazy

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_SKIPPED = frozenset(
    """
    script style template noscript iframe object svg math canvas video audio map select textarea button datalist output
    nav footer aside noembed xmp dialog label legend
    """.split()  # noqa: SIM905  # a list to read and to add to
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BREAKING = frozenset(
    """
    address article body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
    hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul
    blockquote caption
    """.split()  # noqa: SIM905  # a list to read and to add to
)
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_LIST_BARRIERS = ("ul", "ol", "menu", "dir", "td", "th", "blockquote")
_TABLE_PARTS = frozenset(("tr", "td", "th", "thead", "tbody", "tfoot", "caption"))
_AT_SPACE = lazy(rf"[ \t\n\r\f{FILLER}]*")
# White space but the single space between two words, which is its own character, and entities.
_TEXT = lazy(
    rf"(?: (?=[ \t\n\r\f{FILLER}])|[\t\n\r\f{FILLER}])[ \t\n\r\f{FILLER}]*"
    r"|&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
_PRE_TEXT = lazy(rf"\r\n|[\n\r]|{FILLER}+|&(?:#[0-9]{{1,7}};?|#[xX][0-9a-fA-F]{{1,6}};?|[A-Za-z][A-Za-z0-9]{{1,31}};?)")
_HIDING = lazy(r"hidden|display|role", re.IGNORECASE)  # cheap: attributes worth a closer look
_HIDING_STYLE = lazy(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_WEIGHTED = frozenset(("b", "strong", "span"))
_WEIGHT = lazy(r"font-weight\s*:\s*(\w+)", re.IGNORECASE)
_BOLD_WEIGHTS = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_UNSEEN_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"))
_SPACE = " \t\n\r\f"
_WIDEST_HEADER = 50_000
_WIDEST_TABLE = 1000


def structured_of(reader: HtmlBlocks) -> Structured:
    """The structured data in the scripts that were met; the modules that read it are imported where there is some."""
    if not reader.structured:
        return Structured()
    from jdlint.readers.jsonld import structured

    return structured(reader.source, reader.structured)


class HtmlBlocks:
    """Feeds a composer from ranges of HTML. Open elements last from one range to the next.

    Elements that only part text (p, div, section) are not kept track of, so their depth and their missing end tags don't matter.
    """

    def __init__(self, text: str, composer: Composer, original: str, *, skipped: frozenset[str] = _SKIPPED, main: str = "") -> None:
        self.structured: list[tuple[int, int]] = []  # the ranges of scripts that hold JSON-LD
        self.page_title: Block | None = None
        self._text = text  # template code masked
        self._original = original
        self._out = composer
        self._skipped = skipped
        self._main = main  # the element that holds the page's content; outside it only h1 counts
        self._outside_main = bool(main)
        self._in_header = False  # the page's header with its navigation: only h1 counts
        self._stack: list[tuple[str, Frame]] = []
        self._open: dict[str, int] = {}
        self._skip = ""
        self._skip_depth = 0
        self._pre = 0
        self._weights: list[tuple[str, bool]] = []
        self._json = False

    @property
    def source(self) -> str:
        """The text that is read, with template code masked."""
        return self._text

    @property
    def hidden(self) -> bool:
        """Whether what follows is inside an element that no reader sees."""
        return bool(self._skip)

    def feed(self, start: int, end: int) -> None:
        """Read the range [start, end) of the text."""
        for token in tokens(self._text, start, end):
            if token.kind == "text":
                if not self._skip:
                    self.text(token.start, token.end)
            elif token.kind == "start":
                if not self._skip or self._ends_skip(token):
                    self._start(token)
            elif token.kind == "end":
                self._end(token.name)
            else:
                self._raw(token)

    # --- text

    def text(self, start: int, end: int) -> None:
        """Text with entities; white space collapses as a browser shows it, outside <pre>."""
        if (self._outside_main or self._in_header) and not (self._out.top.kind == "heading" and self._out.top.level == 1):
            return
        if self._pre:
            self._preformatted(start, end)
            return
        text, inline = self._text, self._out.inline
        at = start
        while at < end:
            if not inline.last or inline.last in _SPACE:  # white space here would open the block, or be the second in a row
                at = _AT_SPACE.match(text, at, end).end()  # type: ignore[union-attr]  # which may be of no length
            mark = _TEXT.search(text, at, end)
            found, stop = mark.span() if mark else (end, end)
            inline.add(text[at:found], at, found)
            if mark and text[found] == "&":
                inline.add(unescape(mark.group()), found, stop)
            elif mark and inline.last and inline.last not in _SPACE:
                inline.add(" ", found, stop)
            at = stop

    def _preformatted(self, start: int, end: int) -> None:
        """Text of a <pre>: line ends count, and a blank line parts paragraphs."""
        at = start
        for match in _PRE_TEXT.finditer(self._text, start, end):
            found, stop = match.span()
            self._out.inline.add(self._text[at:found], at, found)
            at = stop
            if self._text[found] == FILLER:
                continue
            if self._text[found] == "&":
                self._out.inline.add(unescape(match.group()), found, stop)
            elif self._out.inline.last == "\n" and self._out.top.kind not in ("code", "heading"):
                self._out.flush()
            else:
                self._out.inline.newline(found, stop)
        self._out.inline.add(self._text[at:end], at, end)

    # --- what is not read

    def _ends_skip(self, token: Token) -> bool:
        """Whether a start tag inside a skipped element ends it; only a <p> needs no end tag."""
        name = token.name
        if self._skip == "p" and name in _BREAKING:
            self._skip = ""
            return True
        if name == self._skip and not token.raw.endswith("/"):
            self._skip_depth += 1
        return False

    def _is_skipped(self, name: str, raw: str) -> bool:
        if name in self._skipped:
            return True
        if name in _VOID or not raw or not _HIDING.search(raw):
            return False
        found = attributes(raw)
        return (
            "hidden" in found
            or found.get("aria-hidden", "").lower() == "true"
            or bool(_HIDING_STYLE.search(found.get("style", "")))
            or (found.get("role", "").lower() in _UNSEEN_ROLES and "nav" in self._skipped)
        )

    def _begin_skip(self, name: str, raw: str) -> None:
        self._skip, self._skip_depth = name, 1
        if name in _BREAKING:
            self._out.flush()
        self._json = name == "script" and "json" in raw and attributes(raw).get("type", "").strip().lower() == "application/ld+json"

    def _holds_navigation(self, after: int) -> bool:
        close = self._text.find("</header", after, after + _WIDEST_HEADER)
        return close >= 0 and self._text.find("<nav", after, close) >= 0

    # --- tags

    def _start(self, token: Token) -> None:
        name, raw, out = token.name, token.raw, self._out
        if self._is_skipped(name, raw):
            self._begin_skip(name, raw)
        elif name == "br":
            out.line_break(token.start, token.end)
        elif name in _BREAKING:
            if out.top.kind == "heading" and self._stays_in_heading(name):
                if not out.inline.blank:
                    out.inline.newline(token.start, token.end)
            else:
                self._block(token)
        elif name in _WEIGHTED:
            self._open_weight(name, raw)
        elif name == "img":
            if out.inline.in_link and (alt := attributes(raw).get("alt", "").strip()):
                out.inline.add(alt, token.start, token.end)  # what stands for a linked picture is the link's text
        elif name == "a":
            if href := attributes(raw).get("href", "").strip():
                out.inline.open_link(original_of(self._text, href, self._original, token.start, token.end))
        elif name == "code" and self._pre:
            self._push(name, out.open_code())
        elif is_slot(self._text, token):
            self.text(token.start, token.end)

    def _open_weight(self, name: str, raw: str) -> None:
        """Bold by element or by style; editors wrap whole texts in a <b> of normal weight."""
        weight = _WEIGHT.search(raw) if "font-weight" in raw else None
        bold = name != "span" if weight is None else weight.group(1).lower() in _BOLD_WEIGHTS
        self._weights.append((name, bold))
        if bold:
            self._out.inline.open_bold()

    def _close_weight(self, name: str) -> None:
        for at in range(len(self._weights) - 1, max(-1, len(self._weights) - 10), -1):
            if self._weights[at][0] == name:
                for _, bold in self._weights[at:]:
                    if bold:
                        self._out.inline.close_bold()
                del self._weights[at:]
                return

    def _stays_in_heading(self, name: str) -> bool:
        """Wrappers inside a heading are its text; a block after its text shows that its end tag is missing."""
        return name not in _HEADINGS and (name in ("div", "p", "section", "center", "header", "hgroup") or self._out.inline.blank)

    def _block(self, token: Token) -> None:
        name, out = token.name, self._out
        if name in _HEADINGS:
            self._close_heading()
            self._push(name, out.open_heading(int(name[1])))
            return
        self._close_heading()
        if name == "li":
            self._close_until(("li",), _LIST_BARRIERS)
            self._push(name, out.open_item())
        elif name in _LISTS:
            self._push(name, out.open_list(ordered=name == "ol"))
        elif name == "table":
            self._push(name, out.open_table())
        elif name in _TABLE_PARTS:
            self._table_part(name, token.raw)
        elif name == "blockquote":
            self._push(name, out.open_quote())
        elif name == "dl":
            frame = out.open_table()
            frame.wide = True
            self._push(name, frame)
        elif name in ("dt", "dd"):
            self._term(name)
        else:
            self._container(token)

    def _container(self, token: Token) -> None:
        self._out.flush()
        if token.name == "pre":
            self._pre += 1
        elif token.name == self._main:
            self._outside_main = False
        elif token.name == "header" and "nav" in self._skipped and self._holds_navigation(token.end):
            self._in_header = True

    def _table_part(self, name: str, raw: str) -> None:
        table = self._nearest("table")
        if table is None:
            self._out.flush()
            return
        self._close_until(("td", "th", "caption"), ("table",))
        if name == "tr":
            self._out.next_row(table)
        elif name in ("td", "th"):
            span = attributes(raw).get("colspan", "") if "colspan" in raw else ""
            width = int(span) if span.isdecimal() and 0 < int(span) <= _WIDEST_TABLE else 1
            self._push(name, self._out.open_cell(table, header=name == "th", width=width))
        else:
            self._out.flush()

    def _term(self, name: str) -> None:
        """A term and what is said of it are the cells of one row."""
        table = self._nearest("dl")
        if table is None:
            self._out.flush()
            return
        self._close_until(("dt", "dd"), ("dl",))
        if name == "dt":
            self._out.next_row(table)
        else:
            table.column = 0
        self._push(name, self._out.open_cell(table))

    def _end(self, name: str) -> None:
        """An end tag; one without a start is ignored, or parts text where it names a block."""
        if self._skip:
            if name == self._skip:
                self._skip_depth -= 1
                if self._skip_depth <= 0:
                    self._skip = ""
        elif name in _WEIGHTED:
            self._close_weight(name)
        elif name == "a":
            self._out.inline.close_link()
        elif name in _HEADINGS:
            self._close_heading()
        elif self._open.get(name):
            while self._pop() != name:
                pass
        elif name in _BREAKING and self._out.top.kind != "heading":
            self._out.flush()
            if name == "pre":
                self._pre = max(0, self._pre - 1)
            elif name == "header":
                self._in_header = False
            elif name == self._main:
                self._outside_main = True

    # --- open elements

    def _push(self, name: str, frame: Frame) -> None:
        self._stack.append((name, frame))
        self._open[name] = self._open.get(name, 0) + 1

    def _pop(self) -> str:
        name, frame = self._stack.pop()
        self._open[name] -= 1
        self._out.close(frame)
        return name

    def _nearest(self, name: str) -> Frame | None:
        if not self._open.get(name):
            return None
        return next(frame for tag, frame in reversed(self._stack) if tag == name)

    def _close_heading(self) -> None:
        self._out.flush()
        if self._stack and self._stack[-1][0] in _HEADINGS:
            self._pop()

    def _close_until(self, names: tuple[str, ...], barriers: tuple[str, ...]) -> None:
        """Close the innermost open element of these names, and what is inside it, unless a barrier comes first."""
        for at in range(len(self._stack) - 1, -1, -1):
            name = self._stack[at][0]
            if name in names:
                while len(self._stack) > at:
                    self._pop()
                return
            if name in barriers:
                return

    # --- title and JSON-LD

    def _raw(self, token: Token) -> None:
        """The text of script, title and the like."""
        if token.name == "title" and self.page_title is None and not self._skip:
            title = Composer()
            HtmlBlocks(self._text, title, self._original).text(token.start, token.end)
            if blocks := title.finish():
                self.page_title = Block("heading", blocks[0].mapped)
        elif self._json:
            self.structured.append((token.start, token.end))
