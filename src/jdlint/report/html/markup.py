"""Text becomes HTML here and nowhere else: every value that a template takes is escaped, unless it is markup already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from string import Template

from jdlint.report.frame import safe

_FOLDER = Path(__file__).parent
_PART = re.compile(r'<template id="([\w-]+)">\n?(.*?)\n?</template>', re.DOTALL)
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_WEB = re.compile(r"https?://[^\s]+", re.IGNORECASE)


class Markup(str):
    """HTML, made by this module from templates and escaped values."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """The text as HTML that shows it and does nothing else; characters that could hide or reorder words are visible escapes."""
    shown = text if text.isascii() and text.isprintable() else "\n".join(map(safe, text.split("\n")))
    return Markup(shown.translate(_SIGNS))


def render(part: str, /, **values: str | int) -> Markup:
    """A template of `parts.html` with its values put in. KeyError where one is missing."""
    return fill(_parts()[part], values)


def fill(template: Template, values: Mapping[str, str | int]) -> Markup:
    """A template with its values put in, escaped unless they are markup."""
    return Markup(template.substitute({key: v if isinstance(v, Markup) else escape(str(v)) for key, v in values.items()}))


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """Markup put together; what stands between is text."""
    return Markup(escape(between).join(parts))


NOTHING = Markup()


def link(url: str, text: str) -> Markup:
    """A link to a web page; where the address is none, the text alone."""
    return render("link", url=url, text=text) if _WEB.fullmatch(url) else escape(text)


def resource(name: str) -> str:
    """A file beside this module."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _parts() -> dict[str, Template]:
    return {name: Template(text) for name, text in _PART.findall(resource("parts.html"))}
