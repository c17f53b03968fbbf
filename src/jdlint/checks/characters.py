"""Characters that are not what they seem: letters of another alphabet that look like Latin ones, and what nobody sees at all.

Sources: Unicode Technical Standard #39 (mixed scripts, confusables) and Technical Report #36 (bidirectional text). Words in Cyrillic,
Greek, Arabic or Hebrew, formulas, emoji and soft hyphens are fine; what reads as one thing to people and as another to programs is not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Edit, Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.spans import MappedText, Span

# --- what nobody sees

_HIDDEN = lazy(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufeff\uffa0\U000e0000-\U000e007f]+"
)
_LEFT_OUT = lazy("[\u00ad\u200b\u200c\u2060\ufeff]|&(?:#|shy|zw|Zero|NoBreak)")  # what readers may leave out of the text
_JOINERS = "\u200c\u200d"  # which scripts and emoji need, but no Latin letter
_SOFT_HYPHEN = "\u00ad"
_OVERRIDES = frozenset("\u202d\u202e")
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLACK_FLAG = "\U0001f3f4"  # with which tags make the flags of England, Scotland and Wales
_FIRST_TAG = 0xE0000
_TAGS = lazy("[\U000e0020-\U000e007f]{3,}")
_RIGHT_TO_LEFT = lazy("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ADDRESS = lazy(r"(?<=[^\s@])@[^@\s.]+\.\w|(?:https?://|www\.)\S")
_FIGURE = lazy(r"[$£€₹¥]\s?\d|\d[\d.,]{3}")
_OPENING, _CLOSING = "([{<\"'“‘", ".,;:!?)]}>\"'”’"
_IN_FIGURE = lazy(rf"[\d.,$£€₹¥]{_HIDDEN.pattern}[\d.,]")
_REACH = 200  # characters: no word or address is longer on either side of what it hides


def hidden(posting: Posting, options: Options) -> Iterator[Hit]:
    """Invisible characters in a title, an address or a figure; anywhere, those that turn words around or hold a hidden text."""
    title = posting.title
    left_out = _LEFT_OUT.search(posting.source.text) is not None
    own = () if title is None or title.block in posting.texts else (title.block,)
    for block in (*own, *posting.texts):
        for link in block.links:
            if not link.href.isascii() and (found := _HIDDEN.search(link.href)):
                yield Hit(Excerpt(block, link.start, link.end), {"what": _names(found.group()), "href": _shown(link.href)}, variant="link")
        if left_out or not block.text.isascii():
            whole = _Whole(posting, block)
            if whole.hides:
                yield from _hits(whole, title if title is not None and title.block is block else None)


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape  # its table of names takes a while to load

    return unescape(text)


class _Whole:
    """A block's text with the invisible characters that readers leave out of it, so that they tear no word apart."""

    def __init__(self, posting: Posting, block: Block) -> None:
        self.block = block
        self._source = posting.source.text
        self._put: list[int] = []  # where in the text characters were put back
        self._spans: dict[int, Span] = {}  # and where they stand in the source
        parts, at, length = [], 0, 0
        for left, right in pairwise(block.mapped.pieces):
            gap = self._source[left.end : right.start]
            if gap and _HIDDEN.fullmatch(back := _unescaped(gap)):
                parts += [block.text[at : right.plain], back]
                length += right.plain - at
                self._put += range(length, length + len(back))
                self._spans |= dict.fromkeys(range(length, length + len(back)), Span(left.end, right.start))
                at, length = right.plain, length + len(back)
        self.text = "".join([*parts, block.text[at:]])
        self.hides = not self.text.isascii() and _HIDDEN.search(self.text) is not None

    def at(self, start: int, end: int) -> Excerpt:
        """What a range of the text is in the block."""
        return Excerpt(self.block, start - bisect_left(self._put, start), end - bisect_left(self._put, end))

    def without(self, places: list[int]) -> tuple[Edit, ...]:
        """The edits that take characters out."""
        gone = [self._spans.get(at) or self.at(at, at + 1).span for at in places]
        return tuple(Edit(Excerpt.whole(Block("paragraph", MappedText.direct(self._source, *span))), "") for span in dict.fromkeys(gone))


def _hits(whole: _Whole, title: Excerpt | None) -> Iterator[Hit]:
    text = whole.text
    turned = title is not None and bool(_RIGHT_TO_LEFT.search(title.text))
    ends = 0
    for match in _HIDDEN.finditer(text):
        start, end = _word(text, *match.span())
        if start < ends:
            continue
        ends = end
        at, word = whole.at(start, end), text[start:end]
        places = [start + m.start() + i for m in _HIDDEN.finditer(word) for i in range(len(m.group()))]
        if not _OVERRIDES.isdisjoint(word):
            yield Hit(at, _values(word, [c for c in word if c in _OVERRIDES]), variant="turned", term="turned")
        elif (tags := _TAGS.search(word)) and text[start + tags.start() - 1 : start + tags.start()] != _BLACK_FLAG:
            yield _hidden_text(whole, start + tags.start(), tags.group())
        elif title is not None and title.start <= at.start < title.end:
            bad = [i for i in places if _is_out_of_place(text, i, turned=turned)]
            if bad:
                yield Hit(at, _values(word, [text[i] for i in bad]), variant="title", edits=whole.without(bad), term="title")
        elif not _RIGHT_TO_LEFT.search(word):
            plain = _HIDDEN.sub("", word)
            variant = "address" if _ADDRESS.search(plain) else "figure" if _FIGURE.search(plain) and _IN_FIGURE.search(word) else ""
            if variant:
                values = {**_values(word, [text[i] for i in places]), "better": plain}
                yield Hit(at, values, variant=variant, edits=whole.without(places), term=variant)


def _hidden_text(whole: _Whole, start: int, tags: str) -> Hit:
    """A text in letters that are not shown, one for each of ASCII."""
    said = "".join(chr(ord(c) - _FIRST_TAG) for c in tags).rstrip("\x7f")
    at = whole.at(start, start + len(tags))
    return Hit(at, {"said": said, "count": len(tags)}, variant="text", edits=(Edit(at, ""),), term="text")


def _is_out_of_place(text: str, at: int, *, turned: bool) -> bool:
    """Whether a character of a title is one that no title needs; `turned`: some of it is written from right to left."""
    char = text[at]
    if char == _SOFT_HYPHEN or ord(char) >= _FIRST_TAG:
        return False
    if char in _JOINERS:
        return text[at - 1 : at].isascii() and text[at + 1 : at + 2].isascii()
    return not (turned and char in _DIRECTIONS)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The characters without a space around a range, without the marks at their ends."""
    left, right = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    before = left.split()[-1].lstrip(_OPENING) if left and not left[-1].isspace() else ""
    after = right.split()[0].rstrip(_CLOSING) if right and not right[0].isspace() else ""
    return start - len(before), end + len(after)


def _values(word: str, chars: str | list[str]) -> dict[str, object]:
    return {"shown": _shown(word), "what": _names(chars)}


def _names(chars: str | list[str]) -> str:
    """What characters are called, with their numbers."""
    from unicodedata import name  # only where there is something to tell

    named = (f"{name(c, 'character').lower()} (U+{ord(c):04X})" for c in dict.fromkeys(chars))
    return " and ".join(f"a {one}" for one in named)


def _shown(text: str) -> str:
    """The text with its hidden characters as escapes."""
    return _HIDDEN.sub(lambda m: "".join(f"\\u{ord(c):04x}" for c in m.group()), text)


# --- what looks like a Latin letter

# Letters of Cyrillic and Greek, and the Latin ones that look the same in common typefaces (confusables.txt of UTS #39).
_ALIKE = dict(
    zip(
        "асԁеһіјӏорԛѕѵԝхуАВСЕԌНІЈКМОРЅТѴԜХУԚӀҮοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "acdehijlopqsvwxyABCEGHIJKMOPSTVWXYQIYoABEZHIKMNOPTYX",
        strict=True,
    )
)
_OTHER = lazy("[\u0370-\u03ff\u0400-\u052f]")
_WORD = lazy(r"[^\W_]+")
_HOST = lazy(r"(?:https?://|mailto:)?[^/?#]*")
# Letters in bold, italic, circles … that are characters of their own, made for formulas and forms.
_STYLED = lazy(
    "[\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a5\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]"
)
_STYLED_WORDS = lazy(f"{_STYLED.pattern}+(?:[ \u00a0]{_STYLED.pattern}+)*")
_STYLED_WORD = lazy(f"{_STYLED.pattern}{{3}}")  # less may be a formula
_WIDE = lazy("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # with which full-width letters are at home


def lookalikes(posting: Posting, options: Options) -> Iterator[Hit]:
    """Words that mix alphabets and look as if they did not, and words in letters that were made for formulas."""
    for block in posting.texts:
        text = block.text
        for link in block.links:
            if not link.href.isascii() and (host := _HOST.match(link.href)) and _only_looks_latin(host.group()):
                yield Hit(Excerpt(block, link.start, link.end), {"letters": _letters(host.group())}, variant="address", term="address")
        if text.isascii():
            continue
        if _OTHER.search(text):
            yield from _mixed(block)
        if _STYLED_WORD.search(text) and not _WIDE.search(text):
            from unicodedata import normalize

            for match in filter(lambda m: _STYLED_WORD.search(m.group()), _STYLED_WORDS.finditer(text)):
                better = normalize("NFKC", match.group())
                at = Excerpt(block, *match.span())
                yield Hit(at, {"better": better}, variant="styled", edits=(Edit(at, better),), term="styled")


def _mixed(block: Block) -> Iterator[Hit]:
    text = block.text
    if len(_OTHER.findall(text)) * 2 > sum(map(str.isalpha, text)):
        return  # a text in that alphabet
    linked = [link for link in block.links if not link.href.isascii()]
    for match in _WORD.finditer(text):
        word, (start, end) = match.group(), match.span()
        if word.isascii() or not _OTHER.search(word):
            continue
        at = Excerpt(block, start, end)
        if _ADDRESS.search(text[slice(*_word(text, start, end))]):
            if _only_looks_latin(word) and not any(link.start <= start < link.end for link in linked):
                yield Hit(at, {"letters": _letters(word)}, variant="address", term="address")
        elif _only_looks_latin(word) and any(c.isalpha() and c not in _ALIKE for c in word):
            better = "".join(_ALIKE.get(c, c) for c in word)
            yield Hit(at, {"letters": _letters(word), "better": better}, edits=(Edit(at, better),), term="mixed")


def _only_looks_latin(word: str) -> bool:
    """Whether there are letters of another alphabet in a word, and each of them looks like a Latin one."""
    other = _OTHER.findall(word)
    return bool(other) and all(c in _ALIKE for c in other)


def _letters(word: str) -> str:
    """The letters of a word that only look Latin, by the names of their alphabets."""
    from unicodedata import name

    letters = dict.fromkeys(c for c in word if c in _ALIKE)
    return ", ".join(f"{name(c).split()[0].capitalize()} {c} for {_ALIKE[c]}" for c in letters)
