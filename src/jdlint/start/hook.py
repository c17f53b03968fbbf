"""The pre-commit hook: its entry, and how it gets into a file that is there already without touching what stands in it."""

from __future__ import annotations

import re

import yaml

from jdlint.hints import Any

FILE = ".pre-commit-config.yaml"
_COMMENT = re.compile(r"( *)#")


def entry(version: str, source: str | None, files: str | None) -> list[str]:
    """The lines of the entry in `repos`, without indentation. `source` is the address of jdlint's repository.

    Without one, pre-commit installs the package. `files` is the hook's pattern of files; None leaves the hook's own.
    """
    narrowed = [f"files: '{files.replace(chr(39), chr(39) * 2)}'"] if files else []
    if source:
        hook = ["- id: jdlint", *(f"  {line}" for line in narrowed)]
        return [f"- repo: {source}", f"  rev: v{version}", "  hooks:", *(f"    {line}" for line in hook)]
    hook = [
        "- id: jdlint",
        "  name: jdlint",
        "  entry: jdlint check --force-exclude",
        "  language: python",
        f'  additional_dependencies: ["jdlint=={version}"]',
        "  types: [text]",
        *(f"  {line}" for line in narrowed),
        "  require_serial: true",
    ]
    return ["- repo: local", "  hooks:", *(f"    {line}" for line in hook)]


def new_file(lines: list[str]) -> str:
    """A file with the entry alone."""
    return "\n".join(["repos:", *(f"  {line}" for line in lines)]) + "\n"


def has_hook(text: str) -> bool:
    """Whether a file has a hook of jdlint's."""
    try:
        data = yaml.safe_load(text)
        return any(str(hook.get("id", "")).startswith("jdlint") for repo in data["repos"] for hook in repo["hooks"])
    except (yaml.YAMLError, TypeError, KeyError, AttributeError, RecursionError):
        return False


def added(text: str, lines: list[str]) -> str | None:
    """The text with the entry at the end of `repos`, every other line as it was; None where that can't be done safely."""
    try:
        place = _end_of_repos(text)
    except (yaml.YAMLError, RecursionError):
        return None
    if place is None:
        return None
    number, indent = place
    newline = "\r\n" if "\r\n" in text else "\n"
    rows = text.splitlines(keepends=True)
    if number == len(rows) and rows and not rows[-1].endswith(("\n", "\r")):
        rows[-1] += newline
    made = "".join([*rows[:number], *(f"{' ' * indent}{line}{newline}" for line in lines), *rows[number:]])
    return made if _adds(text, made, lines) else None


def _end_of_repos(text: str) -> tuple[int, int] | None:
    """The number of lines before the end of the list `repos`, and how far its dashes are indented; None without such a list."""
    root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return None
    repos = next((value for key, value in root.value if key.value == "repos"), None)
    if not isinstance(repos, yaml.SequenceNode) or repos.flow_style or not repos.value:
        return None
    indent = repos.start_mark.column
    rows = text.splitlines()
    number = min(repos.end_mark.line, len(rows)) if repos.end_mark.column == 0 else len(rows)
    while number and not _belongs(rows[number - 1], indent):
        number -= 1
    return number, indent


def _belongs(row: str, indent: int) -> bool:
    """Whether a line is part of the list: no blank line, and no comment that stands no deeper than its dashes."""
    comment = _COMMENT.match(row)
    return bool(row.strip()) and not (comment and len(comment[1]) <= indent)


def _adds(before: str, after: str, lines: list[str]) -> bool:
    """Whether the change adds the entry to `repos`, and nothing else."""
    old, new = yaml.safe_load(before), yaml.safe_load(after)
    (made,) = yaml.safe_load("\n".join(lines))
    return bool(new == {**old, "repos": [*old["repos"], made]})
