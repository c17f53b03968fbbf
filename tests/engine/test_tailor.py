"""A house's own phrases: accepted, added and weighed in the settings, with every mistake named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.api import lint_text
from jdlint.config.errors import ConfigError

TEXT = "# Cook\n\nWe **zoom\nout** to be a rockstar kitchen. Use your wheelhouse.\n\n> We zoom out.\n"
HOUSE = """\
code: HSE001
name: buzz
kind: terms
severity: info
summary: Words that say little.
message: "`{match}` says little; write {use}"
where: [~quote]
fix: safe
terms:
  - {id: star, forms: [rockstar, rock star], use: [good]}
"""
WIDE = """\
code: HSE002
name: wide
kind: regex
severity: warning
summary: Words that say less.
message: "`{match}` says less"
patterns:
  - {id: wheel, pattern: "wheelhouses?", anchors: [wheelhouse]}
unless-sentence: [ship]
"""


@pytest.fixture
def lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # noqa: ANN201
    monkeypatch.chdir(tmp_path)
    Path("house").mkdir()
    Path("house/HSE001-buzz.yaml").write_text(HOUSE, encoding="utf-8")
    Path("house/HSE002-wide.yaml").write_text(WIDE, encoding="utf-8")

    def lint(settings: str, text: str = TEXT) -> list[tuple[str, str, str, str]]:
        Path(".jdlint.yaml").write_text(f"select: [HSE]\nrule-paths: [house]\n{settings}\n", encoding="utf-8")
        return [(f.code, f.severity, f.match, f.term) for f in lint_text(text, config=".jdlint.yaml").findings]

    return lint


STAR, WHEEL = ("HSE001", "info", "rockstar", "star"), ("HSE002", "warning", "wheelhouse", "wheel")


def test_nothing_said_changes_nothing(lint) -> None:  # noqa: ANN001
    assert lint("") == [STAR, WHEEL]
    assert lint("rules: {HSE001: {accept: , add: [], term-severity: {}}}") == [STAR, WHEEL]


@pytest.mark.parametrize("accept", ["[star]", "rockstar", "[ROCK STAR, rockstar kitchen]", "[a rockstar]"])
def test_a_term_or_a_phrase_is_accepted(lint, accept: str) -> None:  # noqa: ANN001
    assert lint(f"rules: {{buzz: {{accept: {accept}}}}}") == [WHEEL]


@pytest.mark.parametrize(("code", "severity"), [("HSE001", "info"), ("HSE002", "warning")])
def test_a_phrase_is_added_to_rules_of_both_kinds(lint, code: str, severity: str) -> None:  # noqa: ANN001
    found = lint(f"rules: {{{code}: {{add: Zoom-out}}}}")
    quoted = [(code, severity, "zoom out", "zoom-out")] if code == "HSE002" else []  # `where` of the rule holds
    assert sorted(found) == sorted([STAR, WHEEL, (code, severity, "zoom\nout", "zoom-out"), *quoted])


def test_an_added_phrase_obeys_guards_and_vocabulary(lint) -> None:  # noqa: ANN001
    text = "# Cook\n\nOn a ship, zoom out. We zoom out at Zoom Out Ltd."
    settings = "rules: {HSE002: {add: [zoom out]}}\n"
    assert [f[2] for f in lint(settings, text)] == ["zoom out", "Zoom Out"]
    assert [f[2] for f in lint(settings + "vocabulary: [zoom out ltd]", text)] == ["zoom out"]


def test_a_literal_phrase_is_no_expression(lint) -> None:  # noqa: ANN001
    assert lint('rules: {HSE001: {add: ["zo+m out", "z.*m out"]}}') == [STAR, WHEEL]


def test_an_added_phrase_brings_its_severity_and_what_to_write(lint) -> None:  # noqa: ANN001
    settings = "rules: {HSE001: {add: [{forms: [kitchen, zoom out], use: [galley, ward], severity: error}, wheelhouse]}}"
    assert ("HSE001", "error", "kitchen", "kitchen") in lint(settings)
    by_match = {f.match: f for f in lint_text(TEXT, config=".jdlint.yaml", ignore=["HSE002"]).findings}
    assert by_match["kitchen"].message == "`kitchen` says little; write galley or ward"
    assert by_match["kitchen"].fix is not None
    assert by_match["wheelhouse"].message.endswith("that your settings add to this rule: Words that say little.")
    assert by_match["wheelhouse"].fix is None


def test_a_term_weighs_what_the_settings_say(lint) -> None:  # noqa: ANN001
    rules = "rules: {HSE001: {term-severity: {star: warning}}, wide: {term-severity: {wheel: info}}}"
    wanted = [("HSE001", "warning", "rockstar", "star"), ("HSE002", "info", "wheelhouse", "wheel")]
    assert lint(rules) == wanted
    assert lint(rules + "\nseverity: {HSE: error}") == wanted  # what is said of the term is nearer than what is said of its rule


def test_an_added_phrase_can_be_weighed_and_accepted_like_others(lint) -> None:  # noqa: ANN001
    Path("base.yaml").write_text("rules: {HSE001: {add: [zoom out], accept: [star]}}", encoding="utf-8")
    extends = "extends: base.yaml\nrules: {HSE001: "
    assert lint(extends + "{add: [{forms: kitchen}], term-severity: {zoom-out: error}}}") == [
        ("HSE001", "error", "zoom\nout", "zoom-out"), ("HSE001", "info", "kitchen", "kitchen"), WHEEL,
    ]  # fmt: skip
    assert lint(extends + "{accept: [zoom-out]}}") == [WHEEL]


def test_a_rule_may_have_an_option_of_that_name(lint) -> None:  # noqa: ANN001
    text = "# Cook\n\nYou run the ZQX and the QXZ every day."
    settings = "extend-select: [LNG007]\nrules: {LNG007: {accept: [%s]}}"
    assert [f[2] for f in lint(settings % "ZQX", text)] == ["QXZ"]
    assert [f[2] for f in lint(settings % "QXZ", text)] == ["ZQX"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("rules: {HSE001: {accept: [stra]}}", '3:27: HSE001 has no term "stra"; did you mean "star"? (jdlint rule HSE001 lists them)'),
        ("rules: {HSE002: {term-severity: {whel: info}}}", '3:34: HSE002 has no term "whel"; did you mean "wheel"?'),
        ("rules: {HSE001: {term-severity: {star: eror}}}", '3:40: unknown severity "eror"; did you mean "error"?'),
        ("rules: {HSE001: {term-severity: [star]}}", "3:33: expected terms with their severity, such as `synergy: warning`"),
        ("rules: {HSE001: {accept: [star, 3]}}", "3:33: expected a text"),
        ("rules: {HSE001: {add: [zest, '--']}}", "3:30: expected a word or several"),
        ("rules: {HSE001: {add: [{form: [a]}]}}", '3:25: a phrase has no "form"; did you mean "forms"?'),
        ("rules: {HSE001: {add: [{use: [a]}]}}", "3:24: a phrase needs `forms:`, the ways it is written"),
        ("rules: {HSE001: {add: [{forms: []}]}}", "3:24: a phrase needs `forms:`, the ways it is written"),
        ("rules: {HSE001: {add: [{forms: [a], severity: hi}]}}", '3:47: unknown severity "hi"'),
        ("rules: {HSE001: {acept: [a]}}", '3:18: HSE001 has no option "acept"; did you mean "accept"?'),
        (
            "rules: {PAY001: {add: [a]}}",
            '3:18: "add" is for rules that look for phrases (of kind terms or regex); PAY001 is of kind python',
        ),
        ("rules: {LNG007: {add: [a]}}", '3:18: "add" is for rules that look for phrases'),
        ("rules: {HSE: {accept: [a]}}", '3:9: "HSE" names several rules'),
        ("rules: {HSE003: {accept: [a]}}", '3:9: no rule, prefix or profile "HSE003"'),
    ],
)
def test_mistakes_are_named_with_their_place(lint, line: str, message: str) -> None:  # noqa: ANN001
    with pytest.raises(ConfigError) as error:
        lint(line)
    assert str(error.value).startswith(f".jdlint.yaml:{message}")


def test_pyproject_holds_the_same(lint) -> None:  # noqa: ANN001
    lint("")
    table = '[tool.jdlint]\nselect = ["HSE"]\nrule-paths = ["house"]\n[tool.jdlint.rules.HSE001]\n'
    good = 'accept = ["star"]\nadd = ["kitchen", {forms = ["zoom out"], severity = "error"}]\nterm-severity = {kitchen = "warning"}\n'
    path = Path("pyproject.toml")
    path.write_text(table + good, encoding="utf-8")
    found = [(f.match, f.severity) for f in lint_text(TEXT, config=path).findings if f.code == "HSE001"]
    assert found == [("zoom\nout", "error"), ("kitchen", "warning")]
    path.write_text(table + 'accept = [\n  "star",\n  "stra",\n]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r'pyproject\.toml:7:3: HSE001 has no term "stra"'):
        lint_text(TEXT, config=path)
