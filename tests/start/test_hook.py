"""The hook's entry in files that are there already."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdlint.start.hook import added, entry, has_hook, new_file

LINES = entry("1.2.3", None, r"^jobs/.*\.md$")
_OTHER = "- repo: https://other.example/hooks\n  rev: v1 # pinned\n  hooks:\n    - id: other\n"


def indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" if line else "\n" for line in text.splitlines())


def test_the_entry_of_the_package_and_of_the_repository() -> None:
    (local,) = yaml.safe_load("\n".join(LINES))
    (hook,) = local["hooks"]
    assert local["repo"] == "local"
    assert hook["additional_dependencies"] == ["jdlint==1.2.3"]
    assert hook["files"] == r"^jobs/.*\.md$"
    (remote,) = yaml.safe_load("\n".join(entry("1.2.3", "https://code.example/jdlint", None)))
    assert remote == {"repo": "https://code.example/jdlint", "rev": "v1.2.3", "hooks": [{"id": "jdlint"}]}
    assert has_hook(new_file(LINES))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("by", [0, 2, 4])
@pytest.mark.parametrize(
    "end", ["", "\n# the end\n", "ci:\n  skip: [other]\n", "\n\nfail_fast: true # stop\n", "      # - id: another\n\n# end\n"]
)
def test_what_stands_in_the_file_stays(by: int, end: str, newline: str) -> None:
    before = f"# our hooks\ndefault_stages: [pre-commit]\nrepos:\n{indented(_OTHER, by)}{end}".replace("\n", newline)
    after = added(before, LINES)
    assert after is not None
    rows = iter(after.splitlines(keepends=True))
    assert all(row in rows for row in before.splitlines(keepends=True))  # each, in order
    assert Counter(after.splitlines()) - Counter(before.splitlines()) == Counter(" " * by + line for line in LINES)
    assert yaml.safe_load(after)["repos"][1] == yaml.safe_load("\n".join(LINES))[0]
    assert has_hook(after)
    assert not has_hook(before)


def test_a_file_without_a_last_line_end_gets_one() -> None:
    after = added("repos:\n- repo: meta\n  hooks:\n  - id: identity", LINES)
    assert after is not None
    assert after.startswith("repos:\n- repo: meta\n  hooks:\n  - id: identity\n- repo: local\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "repos: []\n",
        "repos: [{repo: meta, hooks: [{id: identity}]}]\n",
        "{repos: []}",
        "- a\n",
        "repos:\n",
        "repos: 'x\n",
        "fail_fast: true\n",
    ],
)
def test_what_can_not_be_changed_safely_is_left_alone(text: str) -> None:
    assert added(text, LINES) is None
    assert not has_hook(text)


_words = st.text(st.characters(codec="ascii", categories=["L"]), min_size=1, max_size=8)


@given(
    st.lists(st.tuples(_words, st.sampled_from(["", " # note", "\n# between", "\n"])), min_size=1, max_size=4),
    st.sampled_from([0, 2]),
    st.booleans(),
)
def test_any_block_list_grows_by_the_entry(repos: list[tuple[str, str]], by: int, more: bool) -> None:
    rows = "".join(f"{' ' * by}- repo: x{name}{tail}\n{' ' * by}  hooks: [{{id: x{name}}}]\n" for name, tail in repos if "\n" not in tail)
    rows += f"{' ' * by}- repo: last\n{' ' * by}  hooks: []\n"
    before = f"repos:\n{rows}" + ("minimum_pre_commit_version: '3'\n" if more else "")
    after = added(before, LINES)
    assert after is not None
    assert len(yaml.safe_load(after)["repos"]) == len(yaml.safe_load(before)["repos"]) + 1
    assert "".join(row for row in after.splitlines(keepends=True) if row.strip() not in {line.strip() for line in LINES}) == before
