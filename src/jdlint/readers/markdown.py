"""Markdown: CommonMark with GFM tables, task lists, strike-through and footnotes, and the HTML inside it."""

from __future__ import annotations

import re

import pyromark

from jdlint.hints import Any
from jdlint.posting.model import Document
from jdlint.readers.bytemap import code_points
from jdlint.readers.compose import Composer, Frame
from jdlint.readers.frontmatter import front_matter
from jdlint.readers.htmlblocks import HtmlBlocks, structured_of
from jdlint.readers.htmltokens import attributes, is_slot, tokens
from jdlint.readers.templates import FILLER, mask, original_of, template_ranges
from jdlint.text.lazy import lazy
from jdlint.text.source import Source

_OPTIONS = pyromark.Options
_PARSER = pyromark.Markdown(
    options=_OPTIONS.ENABLE_TABLES
    | _OPTIONS.ENABLE_TASKLISTS
    | _OPTIONS.ENABLE_STRIKETHROUGH
    | _OPTIONS.ENABLE_FOOTNOTES
    | _OPTIONS.ENABLE_DEFINITION_LIST
)
_FILLER_RUN = lazy(f"{FILLER}+")
_LONE_RETURN = lazy(r"\r(?!\n)")
_LINES = lazy(r"[^\r\n]*[\r\n]*")
_ESM = lazy(r"^(?:import|export)\b[^\r\n]*(?:(?:\r\n|\n|\r)[ \t]*[^\s][^\r\n]*)*", re.MULTILINE)
_LONGEST_SETEXT = 150
_FENCE = lazy(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
# "##Duties" and "##Duties##", which were headings before CommonMark and are still to kramdown; "#hiring" is none.
_TIGHT_HEADING = lazy(r"^( {0,3}#{1,5})#(?=[^\W\d_][^\r\n#]*(#?)#*[ \t]*$)", re.MULTILINE)
_UNSEEN_IN_MARKDOWN = frozenset(("script", "style", "template", "noscript", "iframe", "object", "svg", "select", "textarea", "button"))
_TEXT_BREAKING = frozenset(("p", "div", "li", "ul", "ol", "table", "tr", "td", "th", "section", "h1", "h2", "h3", "h4", "h5", "h6"))


def read(source: Source) -> Document:
    """The document of a Markdown file, front matter included."""
    front = front_matter(source)
    body = source.text[front.end :]
    ranges = template_ranges(body)
    if source.path.lower().endswith(".mdx"):
        ranges = sorted([*ranges, *_module_lines(body, ranges)])
    masked = mask(body, ranges)
    if "\r" in masked:
        masked = _LONE_RETURN.sub("\n", masked)  # the parser lets indented code run on over a lone carriage return
    masked, tight = _spaced(masked)
    reader = _Reader(source.text, masked, front.end, tight)
    return Document(source, "md", reader.run(), front.fields, None, structured_of(reader.html))


def _module_lines(body: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The import and export statements of MDX, up to the blank line after each."""
    found = [(m.start(), m.end()) for m in _ESM.finditer(body)]
    return [(low, high) for low, high in found if not any(low < end and start < high for start, end in taken)]


def _spaced(body: str) -> tuple[str, frozenset[int]]:
    """A text in which a space stands for the last mark before each tight heading and the first behind it; and where these begin."""
    if "##" not in body or _FENCE.search(body):  # code may hold any marks
        return body, frozenset()
    found = list(_TIGHT_HEADING.finditer(body))
    signs = list(body) if found else []
    for heading in found:
        signs[heading.end() - 1] = " "
        if heading[2]:
            signs[heading.start(2)] = " "
    return ("".join(signs) if found else body), frozenset(body.index("#", m.start()) for m in found)


class _Reader:
    """Turns the parser's events into a composer's calls. Text, offsets and ranges are those of the whole file."""

    def __init__(self, original: str, body: str, shift: int, tight: frozenset[int]) -> None:
        self._original = original
        self._tight = {at + shift for at in tight}  # headings that lack a mark
        self._text = " " * shift + body  # so that offsets are the file's
        self._body = body
        self._at = code_points(body, shift)
        self._out = Composer()
        self.html = HtmlBlocks(self._text, self._out, original, skipped=_UNSEEN_IN_MARKDOWN)
        self._frames: list[Frame | None] = []
        self._tables: list[Frame] = []
        self._mute = 0  # inside an image or struck-out text
        self._html_from = -1
        self._html_to = -1

    def run(self) -> tuple[Any, ...]:
        """All blocks."""
        event: Any  # a name, or a mapping of one name to its value
        for event, span in _PARSER.events_with_range(self._body):
            if type(event) is str:
                if event != "Rule":
                    self._break(self._at(span["start"]), self._at(span["end"]))
                else:
                    self._out.flush()
                continue
            ((kind, value),) = event.items()
            start, end = self._at(span["start"]), self._at(span["end"])
            if kind == "Text":
                self._add(value, start, end)
            elif kind == "Start":
                self._start(value, start, end)
            elif kind == "End":
                self._end(value, start)
            elif kind == "Code":
                self._inline_code(value, start, end)
            elif kind == "Html":
                self._html_line(start, end)
            elif kind == "InlineHtml":
                self._inline_html(start, end)
        self._flush_html()
        return self._out.finish()

    # --- text

    def _add(self, plain: str, start: int, end: int) -> None:
        if self._mute or self.html.hidden:
            return
        inline = self._out.inline
        if self._out.top.kind == "code" and len(plain) == end - start:
            self._add_code(plain, start)
        elif FILLER in plain and len(plain) == end - start:
            at = 0
            for run in _FILLER_RUN.finditer(plain):
                inline.add(plain[at : run.start()], start + at, start + run.start())
                at = run.end()
            inline.add(plain[at:], start + at, end)
        else:
            inline.add(plain, start, end)

    def _add_code(self, plain: str, start: int) -> None:
        """Lines of a code block, without those that hold template code."""
        for line in _LINES.finditer(plain):
            low, high = start + line.start(), start + line.end()
            if self._original[low:high].split() == line.group().split():
                self._out.inline.add(line.group(), low, high)

    def _inline_code(self, plain: str, start: int, end: int) -> None:
        if self._mute or self.html.hidden:
            return
        raw = self._text[start:end]
        at = raw.find(plain)
        if at >= 0:
            self._add(plain, start + at, start + at + len(plain))
        else:
            self._out.inline.add(plain, start, end)

    def _break(self, start: int, end: int) -> None:
        if not self._mute and not self.html.hidden:
            self._out.inline.newline(start, end)

    # --- structure

    def _start(self, tag: Any, start: int, end: int) -> None:  # noqa: ANN401  # the parser's event, a name or a mapping
        name, value = (tag, None) if type(tag) is str else next(iter(tag.items()))
        out = self._out
        if name == "Strong":
            if not self._mute:
                out.inline.open_bold()
        elif name == "Link":
            if not self._mute:
                out.inline.open_link(self._href(value, start, end))
        elif name == "Image":
            self._mute += not out.inline.in_link  # what stands for a linked picture is the link's text
        elif name == "Strikethrough":
            self._mute += self._text.startswith("~~", start)
        elif name == "Paragraph":
            out.flush()
        elif name == "Emphasis":
            pass
        elif name == "HtmlBlock":
            out.flush()
        else:
            self._open(name, value, start, end)

    def _open(self, name: str, value: Any, start: int, end: int) -> None:  # noqa: ANN401
        out = self._out
        frame: Frame | None = None
        if name == "Item":
            frame = out.open_item()
        elif name == "List":
            frame = out.open_list(ordered=value is not None)
        elif name == "Heading":
            frame = self._heading(value, start, end)
        elif name == "BlockQuote":
            frame = out.open_quote()
        elif name == "CodeBlock":
            frame = out.open_code()
        elif name in ("Table", "DefinitionList"):
            frame = out.open_table()
            frame.wide = True
            self._tables.append(frame)
        elif name in ("TableHead", "TableRow", "DefinitionListTitle"):
            out.next_row(self._tables[-1])
            if name == "DefinitionListTitle":
                frame = out.open_cell(self._tables[-1])
            elif name == "TableHead":
                self._tables[-1].header = True
        elif name == "TableCell":
            frame = out.open_cell(self._tables[-1], header=self._tables[-1].header)
        elif name == "DefinitionListDefinition":
            self._tables[-1].column = 0
            frame = out.open_cell(self._tables[-1])
        else:
            out.flush()
        self._frames.append(frame)

    def _heading(self, value: Any, start: int, end: int) -> Frame | None:  # noqa: ANN401
        """A heading; but several lines, or very long ones, over a row of dashes are a paragraph before a thematic break."""
        self._out.flush()
        raw = self._text[start:end]
        if not raw.startswith("#") and raw.rstrip()[-1:] == "-":
            words = raw.strip().rstrip("-").strip()
            if len(words) > _LONGEST_SETEXT or "\n" in words or "\r" in words:
                return None
        return self._out.open_heading(int(value["level"][1]) + (start in self._tight))

    def _end(self, tag: Any, start: int) -> None:  # noqa: ANN401
        name = tag if type(tag) is str else next(iter(tag))
        out = self._out
        if name == "Strong":
            if not self._mute:
                out.inline.close_bold()
        elif name == "Link":
            if not self._mute:
                out.inline.close_link()
        elif name == "Image":
            self._mute -= self._mute > 0 and not out.inline.in_link
        elif name == "Strikethrough":
            self._mute -= self._text.startswith("~~", start)
        elif name == "Paragraph":
            out.flush()
        elif name == "Emphasis":
            pass
        elif name == "HtmlBlock":
            self._flush_html()
        else:
            self._close(name)

    def _close(self, name: str) -> None:
        out = self._out
        frame = self._frames.pop()
        if frame is None:
            out.flush()
        else:
            out.close(frame)
        if name in ("Table", "DefinitionList"):
            self._tables.pop()
        elif name == "TableHead":
            self._tables[-1].header = False

    def _href(self, value: Any, start: int, end: int) -> str:  # noqa: ANN401
        href: str = value["dest_url"]
        if value["link_type"] == "Email" and not href.startswith("mailto:"):
            return f"mailto:{href}"
        return original_of(self._text, href, self._original, start, end)

    # --- HTML

    def _html_line(self, start: int, end: int) -> None:
        """Lines that follow each other are read together, since a tag may span lines."""
        if start != self._html_to:
            self._flush_html()
            self._html_from = start
        self._html_to = end

    def _flush_html(self) -> None:
        if self._html_from >= 0:
            self.html.feed(self._html_from, self._html_to)
            self._html_from = self._html_to = -1
            if self._out.top.kind != "heading":
                self._out.flush()

    def _inline_html(self, start: int, end: int) -> None:
        if self._mute or self.html.hidden:
            return
        inline = self._out.inline
        for token in tokens(self._text, start, end):
            if is_slot(self._text, token):
                inline.add(self._text[token.start : token.end], token.start, token.end)
            elif token.kind == "start":
                if token.name == "br":
                    self._out.line_break(token.start, token.end)
                    inline = self._out.inline
                elif token.name in _TEXT_BREAKING:
                    inline.newline(token.start, token.end)
                elif token.name in ("b", "strong"):
                    inline.open_bold()
                elif token.name == "a" and (href := attributes(token.raw).get("href", "").strip()):
                    inline.open_link(original_of(self._text, href, self._original, start, end))
            elif token.name in ("b", "strong"):
                inline.close_bold()
            elif token.name == "a":
                inline.close_link()
