"""Settings files: found, extended, decoded; and every mistake named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.config.errors import ConfigError
from jdlint.config.load import find, load
from jdlint.config.model import Settings


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # noqa: ANN201
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def write(name: str, text: str) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def texts(picks) -> list[str]:  # noqa: ANN001
    return [p.text for p in picks]


def test_no_file_gives_the_defaults() -> None:
    settings = load(None)
    assert settings == Settings()
    assert texts(settings.profiles) == ["recommended"]
    assert settings.select is None


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "select:\nignore:\n"])
def test_an_empty_file_is_as_good_as_none(write, text: str) -> None:  # noqa: ANN001
    found = load(write(".jdlint.yaml", text))
    assert (found.profiles, found.select, found.ignore, found.fail_on) == (Settings().profiles, None, (), "error")


def test_every_key_is_decoded(write) -> None:  # noqa: ANN001
    path = write(
        ".jdlint.yaml",
        """
select: [PAY, missing-title]
extend-select: RSP002
ignore: [PAY004]
severity: {PAY001: error}
fail-on: warning
min-score: 70
jobs: 3
per-file-ignores: {"internal/*.md": [PAY, LOC001]}
include: ["jobs/**"]
exclude: [drafts/]
sections: {responsibilities: [Your Mission, What you will cook]}
fields: {pay: gehalt}
provided: [company]
vocabulary: [Ninja Kitchens]
ignore-findings: [abc123]
rule-paths: [house]
rules:
  RSP002: {max-items: 15}
""",
    )
    found = load(path)
    assert texts(found.select or ()) == ["PAY", "missing-title"]
    assert texts(found.extend_select) == ["RSP002"]
    assert [(p.text, s) for p, s in found.severity] == [("PAY001", "error")]
    assert (found.fail_on, found.min_score, found.jobs) == ("warning", 70, 3)
    assert [(g, texts(p)) for g, p in found.per_file_ignores] == [("internal/*.md", ["PAY", "LOC001"])]
    assert (found.include, found.exclude) == (("jobs/**",), ("drafts/",))
    assert found.headings == {"your mission": "responsibilities", "what you will cook": "responsibilities"}
    assert found.fields == {"gehalt": "pay"}
    assert texts(found.provided) == ["company"]
    assert found.vocabulary == ("Ninja Kitchens",)
    assert found.ignore_findings == {"abc123"}
    assert [p for p, _ in found.rule_paths] == [Path("house")]
    assert [(o.rule.text, o.option.text, o.value) for o in found.options] == [("RSP002", "max-items", 15)]


@pytest.mark.parametrize(
    ("value", "found"),
    [("en_core_web_sm", "en_core_web_sm"), ("./models/ours", "house/models/ours"), ("/srv/models/ours", "/srv/models/ours")],
)
def test_a_trained_pipeline_is_a_package_or_a_folder(write, value: str, found: str) -> None:  # noqa: ANN001
    assert load(write("house/.jdlint.yaml", f"spacy-model: {value}")).spacy_model == found
    assert load(None).spacy_model == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct: [PAY]", '.jdlint.yaml:1:1: unknown setting "selct"; did you mean "select"?'),
        ("ignore: [PAY]\nfail_on: error", '.jdlint.yaml:2:1: unknown setting "fail_on"; did you mean "fail-on"?'),
        ("zzz: 1", '.jdlint.yaml:1:1: unknown setting "zzz"'),
        ("fail-on: eror", '.jdlint.yaml:1:10: unknown value "eror"; did you mean "error"? (one of error, warning, info, never)'),
        ("min-score: 101", ".jdlint.yaml:1:12: expected a whole number from 0 to 100"),
        ("jobs: 0", ".jdlint.yaml:1:7: expected a number of processes from 1 to 256, or auto"),
        ("min-score: true", ".jdlint.yaml:1:12: expected a whole number from 0 to 100"),
        ("severity: {PAY001: hihg}", '.jdlint.yaml:1:20: unknown severity "hihg" (one of error, warning, info)'),
        ("select: {a: b}", ".jdlint.yaml:1:9: expected a text"),
        ("select: [3]", ".jdlint.yaml:1:10: expected a text"),
        ("sections: {companny: [Us]}", '.jdlint.yaml:1:12: unknown section "companny"; did you mean "company"?'),
        ("fields: {salary_range_of_the_job: [x]}", '.jdlint.yaml:1:10: unknown fact "salary_range_of_the_job"'),
        ('vocabulary: [ok, "--"]', ".jdlint.yaml:1:18: expected a word or several"),
        ("rules: [RSP002]", ".jdlint.yaml:1:8: expected rules with their options, such as `RSP002: {max-items: 15}`"),
        ("- a\n- b", ".jdlint.yaml:1:1: expected settings, such as `fail-on: warning`"),
        ("select: [PAY\nignore: x", ".jdlint.yaml:2:7: not valid YAML: "),
        ("ignore: [A]\nignore: [B]", '.jdlint.yaml:2:1: "ignore" is set twice'),
        ("extends: nowhere.yaml", '.jdlint.yaml:1:10: "nowhere.yaml" to extend is not there'),
        ("extends: [3]", ".jdlint.yaml:1:11: expected the name of a profile or a file"),
    ],
)
def test_mistakes_are_named_with_their_place(write, text: str, message: str) -> None:  # noqa: ANN001
    with pytest.raises(ConfigError) as error:
        load(write(".jdlint.yaml", text))
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


TOML = """\
[project]
name = "x"

[tool.jdlint]
fail-on = "warning"
select = [
    "PAY",  # pay
    "LOC",
]

[tool.jdlint.rules.RSP002]
max-items = 3

[tool.jdlint.per-file-ignores]
"a/*.md" = ["PAY"]
"""


def test_pyproject_is_read_with_places(write) -> None:  # noqa: ANN001
    found = load(write("pyproject.toml", TOML))
    assert found.fail_on == "warning"
    assert [(p.text, str(p.at)) for p in found.select or ()] == [("PAY", "pyproject.toml:7:5"), ("LOC", "pyproject.toml:8:5")]
    (option,) = found.options
    assert (option.rule.text, str(option.rule.at)) == ("RSP002", "pyproject.toml:11:2")
    assert (option.option.text, str(option.option.at), option.value) == ("max-items", "pyproject.toml:12:1", 3)
    assert found.per_file_ignores[0][0] == "a/*.md"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[tool.jdlint]\nselct = ["PAY"]\n', 'pyproject.toml:2:1: unknown setting "selct"; did you mean "select"?'),
        ('[tool]\njdlint.selct = ["PAY"]\n', 'pyproject.toml:2:1: unknown setting "selct"; did you mean "select"?'),
        ("[tool.jdlint\n", "pyproject.toml:1:13: not valid TOML: "),
        ("[tool.other]\n", "pyproject.toml: holds no [tool.jdlint] table"),
    ],
)
def test_mistakes_in_toml_are_named_with_their_place(write, text: str, message: str) -> None:  # noqa: ANN001
    with pytest.raises(ConfigError) as error:
        load(write("pyproject.toml", text))
    assert str(error.value).startswith(message)


def test_lists_that_add_up_do_so_over_extended_files(write) -> None:  # noqa: ANN001
    base = "extends: strict\nignore: [PAY]\nselect: [A]\nfail-on: info\nrules: {RSP002: {max-items: 3}}\nrule-paths: [house]"
    write("shared/base.yaml", base)
    found = load(write(".jdlint.yaml", "extends: shared/base.yaml\nignore: INC\nselect: [B]\nrules: {RSP001: {min-items: 1}}"))
    assert texts(found.profiles) == ["strict"]
    assert texts(found.ignore) == ["PAY", "INC"]
    assert texts(found.select or ()) == ["B"]
    assert found.fail_on == "info"
    assert {o.rule.text for o in found.options} == {"RSP001", "RSP002"}
    assert [p for p, _ in found.rule_paths] == [Path("shared/house")]  # beside the file that names it


def test_files_that_extend_each_other_are_an_error(write) -> None:  # noqa: ANN001
    write("a.yaml", "extends: b.yaml")
    write("b.yaml", "ignore: [PAY]\nextends: [recommended, a.yaml]")
    with pytest.raises(ConfigError, match=r"b\.yaml:2:24: .*circle"):
        load(Path("a.yaml"))


def test_the_nearest_file_upwards_holds(write) -> None:  # noqa: ANN001
    outer = write(".jdlint.yaml", "ignore: [PAY]")
    inner = write("jobs/.jdlint.yml", "ignore: [LOC]")
    write("jobs/uk/pyproject.toml", "[tool.other]\n")
    for folder, file in ((".", outer), ("jobs", inner), ("jobs/uk", inner), ("other", outer)):
        found = find(Path(folder))
        assert found is not None
        assert found.resolve() == file.resolve()


def test_the_search_ends_at_the_repository(write) -> None:  # noqa: ANN001
    write(".jdlint.yaml", "ignore: [PAY]")
    write("repo/.git/HEAD", "")
    assert find(Path("repo/jobs")) is None


@pytest.mark.parametrize("name", [".jdlint.yaml", ".jdlint.yml"])
def test_a_folder_or_a_lost_link_in_the_place_of_settings_is_an_error(write, name: str) -> None:  # noqa: ANN001
    write("jobs/a.md", "")
    Path(name).mkdir()
    with pytest.raises(ConfigError, match=rf"^{name}: is a folder; settings are read from a file of this name$"):
        find("jobs")
    Path(name).rmdir()
    Path(name).symlink_to("nowhere.yaml")
    with pytest.raises(ConfigError, match=rf"^{name}: is a link to a file that is not there$"):
        find("jobs")
    Path("pyproject.toml").mkdir()  # not ours to judge
    Path(name).unlink()
    assert find("jobs") is None


@pytest.mark.parametrize("name", ["jdlint.yaml", "jdlint.yml"])
def test_settings_under_a_name_that_is_not_read_are_an_error(write, name: str) -> None:  # noqa: ANN001
    write("jobs/a.md", "")
    file = write(name, "fail-on: warning\n")
    with pytest.raises(ConfigError, match=rf"^{name}: is not read; settings are in \.{name}, with a dot before its name$"):
        find("jobs")
    for other in ("services: {}\n", "- a\n", "a: [\n", ""):  # of somebody else
        file.write_text(other, encoding="utf-8")
        assert find("jobs") is None
    file.write_text("fail-on: warning\n", encoding="utf-8")
    settings = write(".jdlint.yaml", "")
    assert find("jobs") == Path.cwd() / settings


@pytest.mark.parametrize("end", ["\u0085", "\u2028", "\u2029"])
def test_places_count_the_lines_of_editors(write, end: str) -> None:  # noqa: ANN001
    """YAML 1.1 has more line ends than there are lines in an editor."""
    file = write(".jdlint.yaml", f"# a\nvocabulary: ['one{end}two']\nignroe: [PAY001]\n")
    with pytest.raises(ConfigError, match=r'^\.jdlint\.yaml:3:1: unknown setting "ignroe"'):
        load(file)
    file.write_text(f"vocabulary: ['one{end}two']\nignore: [PAY001\nselect: x\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"^\.jdlint\.yaml:3:7: not valid YAML"):
        load(file)


def test_a_file_that_is_no_text(write) -> None:  # noqa: ANN001
    path = write(".jdlint.yaml", "")
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not UTF-8 text"):
        load(path)
    with pytest.raises(ConfigError, match=r"no such file|can't be read"):
        load(Path("missing.yaml"))
