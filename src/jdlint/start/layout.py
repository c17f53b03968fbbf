"""A draft as Markdown, HTML or plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from jdlint.start.posting import Draft, Items

_MARKUP = re.compile(r"([\\`*_<>~|]|&(?=#?\w+;)|(?<![^ ])#(?=#*$))")  # what Markdown would read as markup; slots keep their brackets


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _marks(items: Items) -> Iterator[str]:
    for number, text in enumerate(items.texts, 1):
        yield f"{f'{number}.' if items.ordered else '-'} {text}"


def markdown(draft: Draft) -> str:
    """CommonMark, with headings and lists."""
    parts = [f"# {_escaped(draft.title)}", "\n".join(f"- **{name}:** {_escaped(text)}" for name, text in draft.facts), draft.lead]
    for section in draft.sections:
        parts.append(f"## {section.heading}")
        parts += [part if isinstance(part, str) else "\n".join(_marks(part)) for part in section.parts]
    return "\n\n".join(parts) + "\n"


def plain(draft: Draft) -> str:
    """Plain text: headings in capitals, a line an item."""
    facts = (("Job title", draft.title), *draft.facts)  # labelled, since a line alone is a title only where its words are known
    parts = ["\n".join(f"{name}: {text}" for name, text in facts), draft.lead]
    for section in draft.sections:
        parts.append(section.heading.upper())
        parts += [part if isinstance(part, str) else "\n".join(_marks(part)) for part in section.parts]
    return "\n\n".join(parts) + "\n"


def page(draft: Draft) -> str:
    """A page of HTML."""
    title = escape(draft.title, quote=False)
    lines = ["<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">', f"<title>{title}</title>", "</head>", "<body>"]
    lines += [f"<h1>{title}</h1>", "<dl>"]
    lines += [f"<dt>{name}</dt><dd>{escape(text, quote=False)}</dd>" for name, text in draft.facts]
    lines += ["</dl>", f"<p>{draft.lead}</p>"]
    for section in draft.sections:
        lines.append(f"<h2>{section.heading}</h2>")
        for part in section.parts:
            lines += [f"<p>{part}</p>"] if isinstance(part, str) else _list(part)
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"


def _list(items: Items) -> list[str]:
    name = "ol" if items.ordered else "ul"
    return [f"<{name}>", *(f"<li>{text}</li>" for text in items.texts), f"</{name}>"]


LAYOUTS: dict[str, Callable[[Draft], str]] = {"md": markdown, "html": page, "txt": plain}
