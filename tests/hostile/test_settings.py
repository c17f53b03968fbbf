"""Settings, rule files and baselines made to do harm: one clear line, no code, no time to speak of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import jdlint
from jdlint.cli.main import main
from jdlint.config.errors import ConfigError
from jdlint.config.load import load
from jdlint.engine.timing import at_most
from jdlint.rules.errors import RuleError
from jdlint.rules.load import load_file
from jdlint.rules.patterns import MOST_PATTERN, PatternError, compile_pattern

SRC = Path(jdlint.__file__).parent
RULE = "code: HSE001\nname: x-y\nkind: {kind}\nseverity: warning\nsummary: A.\nmessage: m\n"
LAUGHS = "ignore: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)
)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.yaml", LAUGHS, "more values than settings may hold"),
        ("a.yaml", "ignore: " + "[" * 5_000 + "]" * 5_000, "nested too deeply"),
        ("a.yaml", "ignore: " + "[" * 50_000 + "]" * 50_000, "nested too deeply"),
        ("a.yaml", "ignore:\n" + "".join(" " * i + "a:\n" for i in range(1, 600)), "nested too deeply"),
        ("a.yaml", "ignore: !!python/object/apply:os.system ['touch pwned']\n", "take no tags"),
        ("a.yaml", "fail-on: !!python/name:os.system\n", "could not determine a constructor"),
        ("a.yaml", "min-score: " + "9" * 5_000, "a number of more than 18 digits"),
        ("a.yaml", "? [a, b]\n: x\n", "a key must be a text"),
        ("a.yaml", "ignore: \0\n", "control characters are not allowed"),
        ("a.yaml", "ignore: &a [*a]\n", "an alias that contains itself"),
        ("a.yaml", "#" * 2_000_001, "too large"),
        ("a.toml", "ignore = " + "[" * 5_000 + "]" * 5_000, "nested too deeply"),
        ("a.toml", ".".join("a" * 5_000) + " = 1", "nested too deeply"),
        ("a.toml", "min-score = " + "9" * 5_000, "not valid TOML"),
        ("a.yaml", "limits: {size: 20XB}", "expected a size"),
        ("a.yaml", "limits: {size: 0}", "expected a size"),
        ("a.yaml", "limits: {seconds: .inf}", "expected a number of seconds"),
        ("a.yaml", "limits: {seconds: .nan}", "expected a number of seconds"),
        ("a.yaml", "limits: {second: 3}", 'did you mean "seconds"?'),
    ],
)
def test_settings_that_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, message: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape(message)) as error:
        load(tmp_path / name)
    assert str(error.value).startswith(name)
    assert "\n" not in str(error.value)
    assert [p.name for p in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("text", "size"), [("500kB", 500_000), ("20MB", 20_000_000), ("1g", 1_000_000_000), ("12", 12), ("7 MB", 7_000_000)]
)
def test_sizes(tmp_path: Path, text: str, size: int) -> None:
    (tmp_path / "a.yaml").write_text(f"limits: {{size: {text}, seconds: 2.5}}", encoding="utf-8")
    found = load(tmp_path / "a.yaml").limits
    assert (found.size, found.seconds) == (size, 2.5)


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("terms", "terms: " + "[" * 5_000 + "]" * 5_000, "nested too deeply"),
        ("terms", "terms: " + "[" * 50_000 + "]" * 50_000, "nested too deeply"),
        ("terms", "terms: !!python/object/apply:os.system ['touch pwned']", "could not determine a constructor"),
        ("terms", LAUGHS, "aliases are not allowed"),
        ("terms", "terms: &a [*a]", "aliases are not allowed"),
        ("terms", "terms:\n" + "".join(f"- {{id: t{i}, forms: [w{i}]}}\n" for i in range(10_001)), "10,000 terms at most"),
        ("terms", "#" * 2_000_001, "too large"),
        ("regex", "patterns:\n" + "".join(f"- {{id: p{i}, pattern: w{i}, anchors: [w{i}]}}\n" for i in range(501)), "500 patterns at most"),
        ("regex", "patterns: [{id: p, pattern: '" + "(a|b)" * 1_001 + "', anchors: [a]}]", "longer than 5,000 characters"),
        ("regex", "patterns: [{id: p, pattern: '((a{1,1000}){1,1000}){1,1000}', anchors: [a]}]", "not a usable regular expression"),
        ("regex", "patterns: [{id: p, pattern: '(?=a)b', anchors: [a]}]", "look-ahead"),
        ("python", "check: 'os:system'\n", "runs code"),
    ],
)
def test_rule_files_that_are_refused(tmp_path: Path, kind: str, text: str, message: str) -> None:
    file = tmp_path / "HSE001-x-y.yaml"
    file.write_text(RULE.format(kind=kind) + text, encoding="utf-8")
    with pytest.raises(RuleError, match=re.escape(message)) as error:
        load_file(file, trusted=False)
    assert str(error.value).startswith(str(file))
    assert "\n" not in str(error.value)
    assert [p.name for p in tmp_path.iterdir()] == [file.name]


def test_a_number_that_is_none_is_no_option(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("rules: {PAY004: {ratio: .nan}}", encoding="utf-8")
    with pytest.raises(ConfigError, match='"ratio" takes a number, not nan'):
        jdlint.lint_text("# Cook\n", config=tmp_path / "a.yaml")


def test_expressions_of_users_run_in_linear_time_and_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(compile_pattern("(a+)+$", trusted=False).spans("a" * 100_000 + "b")) == []
    for wrong in ("(", "(?=a)", "a{2000}", "\\", "[", "(?P<x>a)\\1"):
        with pytest.raises(PatternError):
            compile_pattern(wrong, trusted=False)
    with pytest.raises(PatternError, match="longer than"):
        compile_pattern("a" * (MOST_PATTERN + 1), trusted=False)
    assert capfd.readouterr() == ("", "")


def test_the_ends_of_words_beyond_english_letters() -> None:
    text = "the âge of age, ageß and Äage; age"
    assert [text[a:b] for a, b in compile_pattern(r"\bage\b", trusted=False).spans(text)] == ["age", "age"]
    assert list(compile_pattern("café", trusted=False).spans("a café")) == [(2, 6)]
    for pattern in (r"\bcafé\b", r"caf[éè]\W", r"é\w+"):
        with pytest.raises(PatternError, match="knows English letters only"):
            compile_pattern(pattern, trusted=False)
    assert list(compile_pattern(r"\\bé", trusted=False).spans(r"a \bé")) == [(2, 5)]


def test_nothing_in_the_source_makes_objects_from_data() -> None:
    """YAML through safe loaders alone; no pickle, eval or exec of what is read (marshal: text.compiled tells why)."""
    wrong = re.compile(
        r"\byaml\.(?:load|unsafe_load|full_load|load_all|unsafe_load_all)\(|\bpickle\b|\beval\(|\bexec\(|\bshelve\b|shell=True"
    )
    allowed = {
        ("resources/__init__.py", "yaml.load("): "CSafeLoader",
        ("text/record.py", "exec("): "of numbers alone",
        ("text/record.py", "eval("): "of numbers alone",
    }
    for path in SRC.rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            code = line.partition("#")[0] if "#" in line else line
            for sign in wrong.findall(code):
                reason = allowed.get((path.relative_to(SRC).as_posix(), sign))
                assert reason is not None, f"{path}: {line}"
                assert reason in line
    loaders = {m for p in SRC.rglob("*.py") for m in re.findall(r"yaml\.(\w*Loader)\b", p.read_text(encoding="utf-8"))}
    assert loaders == {"SafeLoader"}


@pytest.mark.parametrize("pattern", ["a*" * 30 + "b", "**/a*/" * 20 + "b", "[a-]" * 200 + "*", "a**" * 40])
def test_patterns_for_paths_take_no_time(
    pattern: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    place = tmp_path.joinpath(*["a" * 20] * 6)
    place.mkdir(parents=True)
    (place / f"{'a' * 200}.md").write_text("# Cook\n\nYou cook.\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text(f"{pattern}\n", encoding="utf-8")
    settings = f"include: ['{pattern}', '*.md']\nexclude: ['{pattern}']\nper-file-ignores: {{'{pattern}': [STR]}}\n"
    (tmp_path / ".jdlint.yaml").write_text(settings, encoding="utf-8")
    with at_most(20):
        assert main(["check", "-q", ".", "--select", "TTL"]) in {0, 2}
    assert "re2" not in capfd.readouterr().err
