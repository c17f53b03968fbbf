"""HTML to tokens with exact offsets, in one pass over the text; what a browser forgives is forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import Literal
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.spans import MappedText

_NAME = lazy(r"[A-Za-z][^\s/>]*")
_PLAIN_TAG = lazy(r"""<(/?)([A-Za-z][^\s/>]*+)([^>"']*+)>""")  # one without quotation marks, as by far the most are
_QUOTED_TAG = lazy(r"""(?>[^>"']|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = lazy(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_ENTITY = lazy(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed"})
_MAX_TAG = 20_000
_NEARBY = 2_000
_ELEMENTS = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
    canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
    figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins
    kbd label legend li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol
    optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source
    span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul
    var video wbr xmp
    """.split()  # noqa: SIM905  # a list to read and to add to
)


class Token(NamedTuple):
    """A run of text, or a tag with its lower-case name; `raw` is the rest of a start tag, attributes unparsed."""

    kind: Literal["text", "start", "end", "raw"]
    start: int
    end: int
    name: str = ""
    raw: str = ""


def unescape(text: str) -> str:
    """`html.unescape`, imported where there is something to do."""
    if "&" not in text:
        return text
    from html import unescape as unescaped  # its table of names takes a while to load

    return unescaped(text)


def without_entities(mapped: MappedText) -> MappedText:
    """A text with each entity in it as what it stands for; each maps to the whole entity."""
    if "&" not in mapped.plain or not _ENTITY.search(mapped.plain):
        return mapped
    return MappedText.decoded(mapped.plain, 0, len(mapped.plain), _ENTITY, unescape).through(mapped)


def attributes(raw: str) -> dict[str, str]:
    """The attributes of a start tag; the first of two with one name holds, as in browsers."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def is_slot(text: str, token: Token) -> bool:
    """Whether a start tag is no tag but a slot for somebody to fill in, such as `<company name>`."""
    if token.kind != "start" or token.name in _ELEMENTS or not token.name.replace("_", "").isalpha():
        return False
    if "=" in token.raw or token.raw.endswith("/"):
        return False
    name = text[token.start + 1 : token.start + 1 + len(token.name)]
    return text.find(f"</{name}", token.end, token.end + _NEARBY) < 0


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of the range [start, end). Comments, declarations and processing instructions are no tokens."""
    at = text_start = start
    last_close = text.rfind(">", start, end)  # after it no `<` can be markup, and looking for its end again and again is no use
    while True:
        at = text.find("<", at, end)
        if not 0 <= at < last_close:
            break
        stop, token = _markup(text, at, end)
        if stop < 0:
            at += 1
            continue
        if at > text_start:
            yield Token("text", text_start, at)
        at = text_start = stop
        if token is None:
            continue
        yield token
        if token.kind == "start" and token.name in _RAW_TEXT and not token.raw.endswith("/"):
            close = _close_of(text, at, end, token.name)
            yield Token("raw", at, close, token.name)
            at = text_start = close
    open_comment = text.find("<!--", text_start, end)
    stop = open_comment if open_comment >= 0 else end
    if stop > text_start:
        yield Token("text", text_start, stop)


def _close_of(text: str, at: int, end: int, name: str) -> int:
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at, end)
    return match.start() if match else end


def _markup(text: str, at: int, end: int) -> tuple[int, Token | None]:
    """The end of the markup at `at` and its token; -1 where the `<` is text."""
    if plain := _PLAIN_TAG.match(text, at, end):
        slash, tag, raw = plain.groups()
        stop = plain.end()
        return stop, tuple.__new__(Token, ("end" if slash else "start", at, stop, tag.lower(), raw))  # half the time of Token(...)
    mark = text[at + 1 : at + 2]
    if mark == "!":
        return _declaration(text, at, end), None
    if mark == "?":
        close = text.find(">", at, end)
        return (close + 1 if close >= 0 else -1), None
    closing = mark == "/"
    name = _NAME.match(text, at + 2 if closing else at + 1, end)
    if name is None:
        if closing and text[at + 2 : at + 3] == ">":
            return at + 3, None
        return -1, None
    close = text.find(">", name.end(), end)
    if close < 0:
        return -1, None
    if not closing and ('"' in text[name.end() : close] or "'" in text[name.end() : close]):
        quoted = _QUOTED_TAG.match(text, name.end(), min(end, at + _MAX_TAG))
        close = quoted.end() - 1 if quoted else close
    kind: Literal["start", "end"] = "end" if closing else "start"
    return close + 1, Token(kind, at, close + 1, name.group().lower(), text[name.end() : close])


def _declaration(text: str, at: int, end: int) -> int:
    if text.startswith("<!--", at):
        if text.startswith(("<!-->", "<!--->"), at):
            return text.index(">", at) + 1
        close = text.find("-->", at + 4, end)
        return close + 3 if close >= 0 else end
    if text.startswith("<![CDATA[", at):
        close = text.find("]]>", at, end)
        return close + 3 if close >= 0 else end
    close = text.find(">", at, end)
    return close + 1 if close >= 0 else -1
