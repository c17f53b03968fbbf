"""HTML: a page, or the fragment that a site generator puts into one."""

from __future__ import annotations

import re

from jdlint.posting.model import Document
from jdlint.readers.compose import Composer
from jdlint.readers.frontmatter import front_matter
from jdlint.readers.htmlblocks import HtmlBlocks, structured_of
from jdlint.readers.templates import mask, template_ranges
from jdlint.text.lazy import lazy
from jdlint.text.source import Source

_MAIN = lazy(r"<main[\s>]", re.IGNORECASE)
_ARTICLE = lazy(r"<article[\s>]", re.IGNORECASE)
_BODY = lazy(r"<body[\s>]", re.IGNORECASE)


def read(source: Source) -> Document:
    """The document of an HTML file, front matter included.

    Left out is what a reader of the page does not read as its content: navigation, scripts, forms' controls, asides, footers
    and what is hidden. Where a page has a <main>, or else one <article>, only that and any h1 count.
    """
    front = front_matter(source)
    ranges = template_ranges(source.text[front.end :])
    text = mask(source.text, [(low + front.end, high + front.end) for low, high in ranges])
    composer = Composer()
    reader = HtmlBlocks(text, composer, source.text, main=_main(text, front.end))
    reader.feed(front.end, len(text))
    return Document(source, "html", composer.finish(), front.fields, reader.page_title, structured_of(reader))


def _main(text: str, start: int) -> str:
    """The element that holds the content of a page; "" where all of it counts."""
    if _MAIN.search(text, start):
        return "main"
    return "article" if _BODY.search(text, start) and len(_ARTICLE.findall(text, start)) == 1 else ""
