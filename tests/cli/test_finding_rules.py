"""`jdlint rule`: rules found by words, and narrowed by what they are."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jdlint.cli.finding_rules import Filters, find_rules
from jdlint.cli.main import main
from jdlint.rules.errors import UnknownRuleError
from jdlint.rules.index import shipped_rules


def found(*words: str, **filters: Any) -> list[str]:
    return [entry.code for entry in find_rules(words, Filters(**filters), shipped_rules())]


def test_without_a_word_or_filter_they_are_all() -> None:
    assert found() == sorted(shipped_rules().entries)


def test_filters_narrow_and_add_up() -> None:
    index = shipped_rules().entries
    graver = found(severity=("error", "warning"))
    assert set(graver) == {code for code, entry in index.items() if entry.raw["severity"] != "info"}
    assert found(severity=("error",), family=("pay",)) == [c for c in found(severity=("error",)) if c.startswith("PAY")]
    assert all(index[code].raw.get("fix", "none") != "none" for code in found(fixable=True))
    assert set(found(evidence=("law", "study", "guidance", "convention"))) == set(index)
    assert found("PAY001", "TTL002", severity=("error",)) == ["TTL002"]


def test_words_are_looked_for_in_all_that_a_rule_says() -> None:
    assert "TTL002" in found(search=("salesman",))  # one of its phrases
    assert "PAY001" in found(search=("missing-pay",))
    assert "PAY001" in found(search=("FIGURE says pays",))  # its summary
    assert set(found(search=("degree", "equivalent"))) == set(found(search=("degree equivalent",))) != set(found(search=("degree",)))
    assert found("salary", "history") == found(search=("salary history",))


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"family": ("PYA",)}, 'no family of rules "PYA"; did you mean "PAY"?'),
        ({"search": ("xyzzy",)}, "no rule is like that"),
    ],
)
def test_what_is_not_there_is_told(filters: dict[str, Any], message: str) -> None:
    with pytest.raises(UnknownRuleError, match=message.replace("?", r"\?")):
        found(**filters)


def test_a_search_gives_a_list_as_data_even_of_one_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "--search", "salary history", "--family", "PAY", "--output-format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert isinstance(rows, list)
    assert "PAY009" in {row["code"] for row in rows}
    assert main(["rule", "--family", "pay", "--search", "salary history"]) == 0
    assert "PAY009" in capsys.readouterr().out
    assert main(["rule", "--evidence", "law", "--severity", "info", "--search", "xyzzy"]) == 2
    assert capsys.readouterr().err.startswith("error: no rule is like that")
