"""A settings file to start from: what was chosen, and in comments what else there is."""

from __future__ import annotations

import json

from jdlint.config.decode import check_keys, decode
from jdlint.config.errors import At
from jdlint.config.model import Settings
from jdlint.config.tree import parse_value
from jdlint.engine.rulesets import build
from jdlint.start.survey import Survey
from jdlint.text.record import dataclass

_PROFILE = {
    "recommended": "the rules to start from: recommended has those that are useful nineteen times in twenty, strict has all",
    "strict": "the rules to start from: strict has all, recommended those that are useful nineteen times in twenty",
}
_FAIL = {
    "error": "a finding of this severity fails the check; write warning or info to be stricter",
    "warning": "findings of this severity and graver ones fail the check",
    "info": "every finding fails the check",
    "never": "findings are reported and fail nothing",
}
_TAIL = """
# What else there is (the documentation tells more):
# ignore: [LNG006]                  # rules to leave out, by code, prefix or name
# severity: {CUL003: warning}       # weigh a rule otherwise
# vocabulary: [Rockstar Games]      # words of the house that are no findings
# sections:                         # headings of the house
#   responsibilities: [Your mission]
# per-file-ignores:
#   "jobs/internships/*": [REQ004]
# rules:                            # options of a rule: `jdlint rule REQ001` lists them
#   REQ001: {max-items: 12}
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose: a profile, parts that the site's template adds, jurisdictions, the severity that fails."""

    profile: str = "recommended"
    provided: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    fail_on: str = "error"


def settings_text(choice: Choice, found: Survey) -> str:
    """The file's text. ConfigError where the choice can't be used."""
    rows = [
        "# Settings of jdlint, the linter for job postings.",
        _row("extends", [choice.profile], _PROFILE.get(choice.profile, "")),
        _row("fail-on", choice.fail_on, _FAIL[choice.fail_on]),
    ]
    if found.include:
        rows.append(_row("include", found.include, "where the postings are; without it, jdlint tells postings from other files itself"))
    rows.append(_provided(choice, found))
    if choice.jurisdictions:
        rows.append(_row("jurisdictions", list(choice.jurisdictions), "whose law on pay and advertising holds"))
    text = "\n".join(rows) + "\n" + _TAIL
    _check(text)
    return text


def _check(text: str) -> None:
    """ConfigError where a run with these settings would fail."""
    tree = parse_value(text, At("jdlint init"))
    check_keys(tree)
    build(Settings(**decode(tree)))


def _row(key: str, value: object, comment: str) -> str:
    """A line of YAML: JSON is YAML too, and quotes what needs quotes."""
    line = f"{key}: {json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value}"
    return f"# {comment}\n{line}" if comment else line


def _provided(choice: Choice, found: Survey) -> str:
    about = "parts that the site's template adds to every posting, so that none of them is reported as missing"
    if choice.provided:
        return _row("provided", list(choice.provided), about)
    seen = [part for part in found.lacking if part != "process"]
    hint = f"; none of {found.postings} postings has {', '.join(seen)}: does the template?" if seen else ""
    return f"# {about}{hint}\n# provided: [{', '.join(seen) or 'application, equal_opportunity'}]"
