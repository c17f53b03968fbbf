"""What is made of LanguageTool's matches; the tool is played by a table of words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from jdlint.analysis.grammar.client import Match
from jdlint.analysis.needs import MissingError
from jdlint.checks import grammar
from jdlint.posting.model import LanguageTool, Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.model import Hit, Options

SPELLER = "MORFOLOGIK_RULE_EN_US"
# What is found: the rule, its category, the message and what to write, by the words; a language after `@` limits it to one.
Table = dict[str, tuple[str, str, str, tuple[str, ...]]]


class Played:
    """A session that finds the words of a table, and keeps what it was asked."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.asked: list[tuple[str, ...]] = []

    def check(self, texts: list[str], language: str) -> list[tuple[Match, ...]]:
        self.asked.append((language, *texts))
        return [tuple(self._found(text, language)) for text in texts]

    def _found(self, text: str, language: str) -> list[Match]:
        found = []
        for key, (rule, category, message, replacements) in self.table.items():
            words, _, only = key.partition("@")
            if only in ("", language):
                found += [Match(*m.span(), rule, category, "", message, replacements) for m in re.finditer(re.escape(words), text)]
        return sorted(found)


def slip(*replacements: str, message: str = "Possible spelling mistake found.") -> tuple[str, str, str, tuple[str, ...]]:
    return SPELLER, "TYPOS", message, replacements


def hits(monkeypatch: pytest.MonkeyPatch, check: str, text: str, table: Table, language: str = "auto") -> list[Hit]:
    played = Played(table)
    monkeypatch.setattr(grammar, "session", lambda _: played)
    tool = LanguageTool(enabled=True, language=language)
    posting = Posting(read(text.encode(), "a.md"), Reading(date(2026, 1, 15), languagetool=tool))
    return list(getattr(grammar, check)(posting, Options({})))


def told(found: list[Hit]) -> list[str]:
    return [hit.at.text for hit in found if hit.at is not None]


LEEDS = "# Baker\n\nLocation: Leeds, UK\n\n{}\n"
NOWHERE = "# Baker\n\n{}\n"


def test_a_misspelt_word_has_its_fix_where_one_is_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"oevn": slip("oven", "often"), "recieve": slip("relieve", "receive"), "zzyzx": slip("sizzling")}
    first, second = hits(monkeypatch, "spelling", LEEDS.format("You clean the oevn and recieve zzyzx goods."), table)
    assert told([first, second]) == ["oevn", "recieve"]  # what nothing is near is a name
    assert [edit.text for edit in first.edits] == ["oven"]
    assert second.edits == ()
    assert second.use == ("“relieve”", "“receive”")
    assert first.term == SPELLER


def test_a_capital_may_be_a_names(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"Recieve": slip("Receive"), "recieve": slip("receive"), "Velkro": slip("Velcro"), "velkro": slip("Velcro")}
    text = LEEDS.format("Recieve the goods.\n\nVelkro bakes for hotels.")
    assert told(hits(monkeypatch, "spelling", text, table)) == ["Recieve"]


def test_a_name_that_the_posting_shows_is_no_slip(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"Recieve": slip("Receive"), "recieve": slip("receive")}
    assert told(hits(monkeypatch, "spelling", LEEDS.format("Recieve bakes. You start at Recieve in May."), table)) == []


def test_days_are_slips_whatever_their_capital_but_for_the_employers_name(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"Tusday": slip("Tuesday")}
    assert told(hits(monkeypatch, "spelling", LEEDS.format("We open on Tusday as well."), table)) == ["Tusday"]
    text = "---\ntitle: Baker\ncompany: Tusday Bread\nlocation: Leeds, UK\n---\n\nTusday bakes for hotels.\n"
    assert told(hits(monkeypatch, "spelling", text, table)) == []


AMERICAN = "Possible spelling mistake. “color” is American English."


def test_another_countrys_spelling_is_told_where_the_country_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"color": slip("colour", message=AMERICAN)}
    (hit,) = hits(monkeypatch, "spelling", LEEDS.format("You check the color of the bread."), table)
    assert (hit.variant, hit.severity, hit.values) == ("other", "info", {"whose": "American", "where": "Britain and Ireland"})
    assert [edit.text for edit in hit.edits] == ["colour"]
    assert hits(monkeypatch, "spelling", NOWHERE.format("You check the color of the bread."), table) == []
    assert hits(monkeypatch, "spelling", LEEDS.format("You check the color."), {"color": slip(message=AMERICAN)}) == []


def test_without_a_country_either_spelling_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"colour@en-US": slip("color"), "oevn": slip("oven")}
    assert told(hits(monkeypatch, "spelling", NOWHERE.format("You check the colour and the oevn."), table)) == ["oevn"]


def test_a_language_that_is_named_counts_as_the_country(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"colour@en-US": slip("color", message="“colour” is British English.")}
    (hit,) = hits(monkeypatch, "spelling", NOWHERE.format("You check the colour of the bread."), table, language="en-US")
    assert hit.values == {"whose": "British", "where": "the US"}


def test_kinds_go_by_the_rule_then_the_category(monkeypatch: pytest.MonkeyPatch) -> None:
    table: Table = {
        "do not needs": ("DO_NEEDS", "GRAMMAR", "Wrong form.", ("does not need",)),
        ",,": ("TWO_COMMAS", "PUNCTUATION", "Two commas", (",",)),
        "work place": ("EN_COMPOUNDS_WORK_PLACE", "MISC", "One word.", ("workplace",)),
        "at this point in time": ("WORDY", "REDUNDANCY_X", "Is this wordy?", ("now",)),
    }
    text = LEEDS.format("At work it do not needs to be new,, and the work place is warm at this point in time.")
    assert told(hits(monkeypatch, "grammar", text, table)) == ["do not needs"]
    assert told(hits(monkeypatch, "punctuation", text, table)) == [",,", "work place"]
    (wordy,) = hits(monkeypatch, "style", text, table)
    assert wordy.values == {"says": "Is this wordy? Write “now”.", "category": "redundancy x"}
    assert [edit.text for edit in wordy.edits] == ["now"]


@pytest.mark.parametrize(
    ("message", "replacements", "says"),
    [
        ("Wrong form.", ("does",), "Wrong form; write “does”."),
        ("Wrong form", ("does", "did", "has done", "had"), "Wrong form; write “does” or “did” or “has done”."),
        ("Write “does”.", ("does",), "Write “does”."),
        ("Did you  mean ‘does’?", ("does",), "Did you mean ‘does’?"),
        ("Is it finished?", (), "Is it finished?"),
        ("Said twice", (), "Said twice."),
    ],
)
def test_the_tools_own_words(message: str, replacements: tuple[str, ...], says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table: Table = {"do": ("DO", "GRAMMAR", message, replacements)}
    (hit,) = hits(monkeypatch, "grammar", LEEDS.format("When warm, it do rise at once."), table)
    assert hit.values["says"] == says
    assert len(hit.edits) == (len(replacements) == 1)


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("## Bread it do not need here\n\nYou bake.", "do", "DO"),  # a heading
        ("It do rise.", "do", "DO"),  # too few words for a sentence
        ("The bread of the DO bakery is warm.", "DO", "DO"),  # an abbreviation
        ("You work with 面包 and rolls every day.", "面包", "DO"),
        ("A team with many bread shelf makers in it.", "bread shelf", "EN_COMPOUNDS_A"),  # a hyphen more or less is taste
        ("You lead a ovens team in the bakery.", "a ovens", "A_NNS"),  # half a compound
        ("You keep `it do not` on the list of words.", "do", "DO"),  # code
    ],
)
def test_what_is_not_believed(text: str, words: str, rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table: Table = {words: (rule, "GRAMMAR", "Wrong.", ("bread-shelf",))}
    assert hits(monkeypatch, "grammar", LEEDS.format(text), table) == []
    assert hits(monkeypatch, "punctuation", LEEDS.format(text), table) == []


def test_a_plural_behind_an_article_is_believed_where_no_noun_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    table: Table = {"a ovens": ("A_NNS", "GRAMMAR", "Wrong.", ("an oven",))}
    assert told(hits(monkeypatch, "grammar", LEEDS.format("You clean a ovens with your team every day."), table)) == ["a ovens"]


def test_without_the_tool_nothing_is_judged() -> None:
    posting = Posting(read(b"# Baker\n\nYou bake.\n", "a.md"), Reading(date(2026, 1, 15)))
    with pytest.raises(MissingError, match="needs LanguageTool, which --grammar"):
        list(grammar.spelling(posting, Options({})))
