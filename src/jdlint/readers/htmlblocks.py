"""HTML tokens to blocks. Works on ranges, so that a Markdown file's HTML goes the same way as a page."""

from __future__ import annotations

import json
import re
from typing import Any

from jdlint.posting.model import Block
from jdlint.readers.compose import Composer, Frame
from jdlint.readers.htmltokens import Token, attributes, tokens
from jdlint.readers.inline import Inline
from html import unescape

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SKIPPED = frozenset(
    "script style template noscript iframe object svg math canvas video audio map head select textarea button datalist output "
    "nav footer aside noembed xmp dialog".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BREAKING = frozenset(
    "address article body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html "
    "legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul blockquote caption".split()
)
_ROW_LIKE = frozenset(("tr", "thead", "tbody", "tfoot"))
_TEXT = re.compile(r"[ \t\n\r\f]+|&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_PRE_TEXT = re.compile(r"\r\n|[\n\r]|&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_HIDING = re.compile(r"""hidden|display\s*:\s*none|visibility\s*:\s*hidden""", re.IGNORECASE)
_HIDING_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACE = " \t\n\r\f"


class HtmlBlocks:
    """Feeds a composer from ranges of HTML. Open elements last from one range to the next."""

    def __init__(self, text: str, composer: Composer, skipped: frozenset[str] = _SKIPPED) -> None:
        self.structured: list[Any] = []
        self.page_title: Block | None = None
        self.outside_main = False  # only h1 counts until <main> opens
        self._text = text
        self._out = composer
        self._skipped = skipped
        self._stack: list[tuple[str, Frame]] = []
        self._open: dict[str, int] = {}
        self._skip = ""
        self._skip_depth = 0
        self._pre = 0
        self._terms: list[bool] = []  # for each open <dl>: whether the last cell was a <dt>
        self._script = ""

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
                self.start(token)
            elif token.kind == "end":
                self.end(token.name)
            else:
                self._raw(token)

    # --- text

    def text(self, start: int, end: int) -> None:
        """Text with entities; white space collapses as a browser shows it, outside <pre>."""
        if self.outside_main and self._out.top.kind != "heading":
            return
        text, inline = self._text, self._out.inline
        pattern = _PRE_TEXT if self._pre else _TEXT
        at = start
        for match in pattern.finditer(text, start, end):
            found, stop = match.start(), match.end()
            first = text[found]
            if first == " " and stop - found == 1 and inline.last != "" and (found > at or inline.last not in _SPACE):
                continue  # a single space between words is its own character
            if found > at:
                inline.add(text[at:found], at, found)
            at = stop
            if first == "&":
                self._entity(inline, match.group(), found, stop)
            elif self._pre:
                inline.newline(found, stop)
            elif inline.last and inline.last not in _SPACE:
                inline.add(" ", found, stop)
        if end > at:
            inline.add(text[at:end], at, end)

    @staticmethod
    def _entity(inline: Inline, entity: str, start: int, end: int) -> None:
        inline.add(unescape(entity), start, end)

    # --- tags

    def start(self, token: Token) -> None:
        """A start tag."""
        name = token.name
        if self._skip:
            if name == self._skip and name not in _VOID and not token.raw.endswith("/"):
                if name == "p":
                    self._skip = ""
                else:
                    self._skip_depth += 1
                    return
            elif self._skip == "p" and name in _BREAKING:
                self._skip = ""
            else:
                return
        raw = token.raw
        if name not in _VOID and self._is_skipped(name, raw, token.end):
            self._skip, self._skip_depth = name, 1
            if name in _BREAKING:
                self._out.flush()
            if name == "script" and "json" in raw and attributes(raw).get("type", "").strip().lower() == "application/ld+json":
                self._script = "json"
            if name == "head":
                self._skip = ""
            return
        if name == "br":
            self._out.inline.newline(token.start, token.end)
        elif name in _BREAKING:
            self._block(name, raw)
        elif name in ("b", "strong"):
            self._out.inline.open_bold()
        elif name == "a":
            href = attributes(raw).get("href", "").strip() if raw else ""
            if href:
                self._out.inline.open_link(href)
        if raw.endswith("/") and name in self._open and name not in _VOID and name != "p":
            self.end(name)

    def _is_skipped(self, name: str, raw: str, after: int) -> bool:
        if name in self._skipped:
            return True
        if name == "header" and "nav" in self._skipped:
            return self._header_holds_nav(after)
        if not raw or not _HIDING.search(raw):
            return False
        found = attributes(raw)
        return "hidden" in found or found.get("aria-hidden", "").lower() == "true" or bool(_HIDING_STYLE.search(found.get("style", "")))

    def _header_holds_nav(self, after: int) -> bool:
        close = self._text.find("</header", after)
        return self._text.find("<nav", after, close if close >= 0 else after) >= 0

    def _block(self, name: str, raw: str) -> None:
        out = self._out
        if name in _HEADINGS:
            self._close_until(_HEADINGS, ())
            self._push(name, out.open_heading(int(name[1])))
            return
        if out.top.kind == "heading":
            if name in ("div", "p", "section", "center", "header", "hgroup") or out.inline.blank:
                if not out.inline.blank and out.inline.last not in _SPACE:
                    pass
                return
            self._close_until(_HEADINGS, ())
        if name == "li":
            self._close_until(("li",), ("ul", "ol", "menu", "dir", "td", "th", "blockquote"))
            self._push(name, out.open_item())
        elif name in ("ul", "ol", "menu", "dir"):
            self._push(name, out.open_list(ordered=name == "ol"))
        elif name == "table":
            self._push(name, out.open_table())
        elif name in _ROW_LIKE or name in ("td", "th"):
            self._table_part(name, raw)
        elif name == "blockquote":
            self._push(name, out.open_quote())
        elif name == "dl":
            frame = out.open_table()
            frame.wide = True
            self._push(name, frame)
            self._terms.append(False)
        elif name in ("dt", "dd"):
            self._term(name)
        elif name == "pre":
            out.flush()
            self._pre += 1
        else:
            if name == "main":
                self.outside_main = False
            out.flush()

    def _table_part(self, name: str, raw: str) -> None:
        self._close_until(("td", "th"), ("table",))
        table = self._nearest("table")
        if table is None:
            self._out.flush()
        elif name == "tr":
            self._out.next_row(table)
        elif name in ("td", "th"):
            span = attributes(raw).get("colspan", "") if "colspan" in raw else ""
            width = int(span) if span.isdecimal() and 0 < int(span) <= 1000 else 1  # noqa: PLR2004  # what HTML allows
            self._push(name, self._out.open_cell(table, header=name == "th", width=width))
        else:
            self._out.flush()

    def _term(self, name: str) -> None:
        """A term and what is said of it are the cells of one row."""
        self._close_until(("dt", "dd"), ("dl",))
        table = self._nearest("dl")
        if table is None:
            self._out.flush()
            return
        if name == "dt":
            self._out.next_row(table)
        else:
            table.column = 0
        self._push(name, self._out.open_cell(table))

    def _nearest(self, name: str) -> Frame | None:
        if not self._open.get(name):
            return None
        return next(frame for tag, frame in reversed(self._stack) if tag == name)

    def _push(self, name: str, frame: Frame) -> None:
        self._stack.append((name, frame))
        self._open[name] = self._open.get(name, 0) + 1

    def _pop(self) -> str:
        name, frame = self._stack.pop()
        self._open[name] -= 1
        self._out.close(frame)
        if name == "dl":
            self._terms.pop()
        return name

    def _close_until(self, names: tuple[str, ...] | frozenset[str], barriers: tuple[str, ...]) -> None:
        """Close the innermost open element of these names, and what is inside it, unless a barrier comes first."""
        for at in range(len(self._stack) - 1, -1, -1):
            name = self._stack[at][0]
            if name in names:
                while len(self._stack) > at:
                    self._pop()
                return
            if name in barriers:
                return
            if not barriers and name not in _HEADINGS:
                return

    def end(self, name: str) -> None:
        """An end tag; one without a start is ignored, or parts text where it names a block."""
        if self._skip:
            if name == self._skip:
                self._skip_depth -= 1
                if self._skip_depth <= 0:
                    self._skip = ""
            return
        if name in ("b", "strong"):
            self._out.inline.close_bold()
        elif name == "a":
            self._out.inline.close_link()
        elif name in _HEADINGS:
            self._close_until(_HEADINGS, ())
            self._out.flush()
        elif self._open.get(name):
            while self._pop() != name:
                pass
        elif name == "br":
            self._out.flush()
        elif name == "pre":
            self._out.flush()
            self._pre = max(0, self._pre - 1)
        elif name in _BREAKING and self._out.top.kind != "heading":
            if name == "main":
                self._out.flush()
                self.outside_main = True
            self._out.flush()

    def _raw(self, token: Token) -> None:
        """The text of script, title and the like."""
        if token.name == "title":
            if self.page_title is None and not self._skip:
                self._page_title(token)
        elif self._script:
            self._script = ""
            try:
                found = json.loads(self._text[token.start : token.end])
            except (ValueError, RecursionError):
                return
            self.structured.extend(found if isinstance(found, list) else [found])

    def _page_title(self, token: Token) -> None:
        title = Composer()
        HtmlBlocks(self._text, title).text(token.start, token.end)
        blocks = title.finish()
        if blocks:
            self.page_title = Block("heading", blocks[0].mapped)
