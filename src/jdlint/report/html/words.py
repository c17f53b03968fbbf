"""How the report calls things."""

from __future__ import annotations

from jdlint.engine.finding import Related

SEVERITY = {"error": "error", "warning": "warning", "info": "note"}
FAMILIES = {
    "STR": "Completeness", "TTL": "Job title", "PAY": "Pay", "LOC": "Place", "REQ": "Requirements", "RSP": "Duties",
    "INC": "Open to everyone", "CUL": "Culture", "LNG": "Language", "APP": "Applying", "LAW": "Law", "SDA": "Structured data",
    "SET": "Across postings", "LNT": "The check itself",
}  # fmt: skip


def family(code: str) -> str:
    """The letters that a rule's code begins with."""
    return code.rstrip("0123456789")


def spoken(name: str) -> str:
    """A rule's name as words: `missing-pay` is "Missing pay"."""
    words = " ".join(name.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:]


def number(value: float) -> str:
    """A number without needless zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def beside(place: Related) -> str:
    """What is said of a further place, with its file where that is another one."""
    return f"{place.path}: {place.message}" if place.path else place.message
