"""What waits in a template's slot is reported as a slot, and not as missing too; what a template puts in is not missing."""

from __future__ import annotations

from jdlint import lint_text

_TEXT = "# Cook\n\nPay: {pay}\n\n## How to apply\n\n{apply}\n\n## Duties\n\n- Make soup\n"


def codes(pay: str, apply: str, *ignore: str) -> set[str]:
    return {f.code for f in lint_text(_TEXT.format(pay=pay, apply=apply), select=["STR007", "STR014", "PAY001"], ignore=ignore).findings}


def test_a_slot_stands_for_what_goes_there() -> None:
    assert codes("£[amount] a year", "Send a CV to [e-mail address]") == {"STR014"}


def test_a_slot_stands_for_nothing_else() -> None:
    assert codes("£[amount] a year", "Send a CV") == {"STR014", "STR007"}
    assert codes("to be agreed with [manager]", "Write to work@crumb.example") == {"STR014"}
    assert codes("", "Send a CV to [e-mail address]") == {"STR014", "PAY001"}


def test_without_the_rule_for_slots_it_is_missing() -> None:
    assert codes("£[amount] a year", "Send a CV to [e-mail address]", "STR014") == {"STR007", "PAY001"}


def test_what_the_page_includes_is_not_missing() -> None:
    assert codes("{% include salary_range.html %}", "{% include apply_button.html %}") == set()
    assert codes("{% include salary_range.html %}", "Soon") == {"STR007"}
    assert codes("{% comment %}{% include salary_range.html %}{% endcomment %}", "Soon") == {"STR007", "PAY001"}
