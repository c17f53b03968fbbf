"""The pages of the documentation that are made from the rules and the code when the site is built, so that they can't drift.

A hook of mkdocs (`mkdocs.yml`). `pages()` gives each page's Markdown by its path in `docs/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from jdlint.analysis.needs import MissingError
from jdlint.cli.group import cli
from jdlint.cli.main import COMMANDS
from jdlint.config.decode import KEYS, form
from jdlint.config.given import variable
from jdlint.config.schema import ABOUT
from jdlint.engine.testing import findings
from jdlint.report.frame import safe
from jdlint.report.html.words import FAMILIES
from jdlint.rules.index import RuleIndex, shipped_rules
from jdlint.rules.load import Example, RuleDoc, load_file
from jdlint.rules.model import Rule, Term
from jdlint.rules.select import codes
from jdlint.rules.wording import all_terms

QUESTIONS = {
    "STR": "Is everything there that a candidate needs?",
    "TTL": "Does the title say what the job is?",
    "PAY": "Does it say what the job pays, and in what?",
    "LOC": "Where is the work, and how much of it is remote?",
    "REQ": "Is what is asked for needed, clear and possible?",
    "RSP": "Do the duties show what the work is?",
    "INC": "Does the wording shut people out who could do the work?",
    "CUL": "Phrases that put people off, or promise nothing.",
    "LNG": "Does it read well?",
    "APP": "Can one apply, and until when?",
    "LAW": "What the law of the job's place asks a posting to say. No legal advice.",
    "SDA": "What search engines read.",
    "SET": "What differs or repeats in a folder of postings.",
    "LNT": "Findings about files and comments; always on.",
}
EVIDENCE = {
    "law": "a law or a regulator names it",
    "study": "published research supports it; the sources say how far",
    "guidance": "official or professional guidance asks for it",
    "convention": "custom: careful editors do it so, and no study is claimed",
}
_FIX = {"none": "none", "safe": "`--fix` makes it", "unsafe": "`--fix --unsafe-fixes` makes it, since it may change the meaning"}
_CONFIDENCE = {"high": "high", "medium": "medium: now and then the context makes it right", "low": "low: look twice"}
_HTML = {"html": "an HTML page", "txt": "plain text", "md": ""}
_SPECIAL = re.compile(r"([\\*_\[\]#|~])")
_CODE = re.compile(r"(`[^`]*`)")
_MARKED = re.compile(r"&gt;&gt;(?!&gt;)(.*?)&lt;&lt;", re.DOTALL)
_TERMS = 60  # so many terms are shown in a table; of longer lists the rule's file has all
FIELDS = re.compile(r"\{[a-z_]+\}")
_PARAGRAPH = re.compile(r"\n\s*\n")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and put the families and rules into the navigation (mkdocs calls this)."""
    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    assert config.nav is not None  # noqa: S101  # mkdocs.yml has one
    for item in config.nav:
        if "Rules" in item:
            item["Rules"] = rules_nav()
    return files


def pages() -> dict[str, str]:
    """All generated pages by path."""
    index = shipped_rules()
    docs = {code: load_file(index.entries[code].path) for code in sorted(index.entries)}
    made = {f"rules/{code}.md": rule_page(doc, _profiles(code, index)) for code, doc in docs.items()}
    made |= {f"rules/{family.lower()}/index.md": family_page(family, docs, index) for family in _families(docs)}
    made["rules/index.md"] = rules_page(docs, index)
    made["reference/commands.md"] = commands_page()
    made["reference/settings.md"] = settings_page()
    made["reference/formats.md"] = formats_page()
    return made


def rules_nav() -> list[Any]:
    """The navigation below "Rules"."""
    index = shipped_rules()
    docs = {code: index.entries[code] for code in sorted(index.entries)}
    families: list[Any] = [
        {FAMILIES[f]: [f"rules/{f.lower()}/index.md", *({f"{c} {e.name}": f"rules/{c}.md"} for c, e in docs.items() if c.startswith(f))]}
        for f in _families(docs)
    ]
    return ["rules/index.md", *families]


def _families(rules: Any) -> list[str]:  # noqa: ANN401  # a mapping by code
    """The families that have rules, in the order of the table."""
    there = {code[:3] for code in rules}
    unknown = there - (FAMILIES.keys() & QUESTIONS.keys())
    if unknown:
        message = f"tools/docs_site.py or report/html/words.py knows no family {', '.join(sorted(unknown))}"
        raise ValueError(message)
    return [family for family in FAMILIES if family in there]


def _profiles(code: str, index: RuleIndex) -> list[str]:
    return [name for name in sorted(index.profiles) if code in codes(name, index)]


def text(words: str) -> str:
    """Plain text as Markdown; what stands in backticks is code."""
    return "".join(
        part if part.startswith("`") and part.endswith("`") else _SPECIAL.sub(r"\\\1", escape(part, quote=False))
        for part in _CODE.split(words)
    )


def cell(words: str) -> str:
    """Plain text in a table."""
    return " ".join(text(words).split()).replace("|", "\\|").replace("\\\\|", "\\|")


def rules_page(docs: dict[str, RuleDoc], index: RuleIndex) -> str:
    """The page over all families."""
    rows = ["# Rules", "", f"{len(docs)} rules, each with its reason, its sources and examples that are its tests.", ""]
    rows += ["| family | what it asks | rules | in `recommended` |", "| --- | --- | ---: | ---: |"]
    for family in _families(docs):
        name, question = FAMILIES[family], QUESTIONS[family]
        mine = [c for c in docs if c.startswith(family)]
        usual = sum("recommended" in _profiles(c, index) or docs[c].rule.kind == "internal" for c in mine)
        rows.append(f"| [{family}]({family.lower()}/index.md) {name} | {question} | {len(mine)} | {usual} |")
    rows += ["", "## How strong the evidence is", "", *(f"- **{name}**: {words}" for name, words in EVIDENCE.items())]
    rows += ["", "A finding is advice on wording, not legal advice.", ""]
    return "\n".join(rows)


def family_page(family: str, docs: dict[str, RuleDoc], index: RuleIndex) -> str:
    """A family's rules in a table."""
    name, question = FAMILIES[family], QUESTIONS[family]
    rows = [f"# {family}: {name}", "", question, "", "| rule | what it is about | severity | in |", "| --- | --- | --- | --- |"]
    for code, doc in docs.items():
        if code.startswith(family):
            rule = doc.rule
            where = "always on" if rule.kind == "internal" else ", ".join(_profiles(code, index)) or "no profile"
            rows.append(f"| [{code} {rule.name}](../{code}.md) | {cell(rule.summary)} | {rule.severity} | {where} |")
    return "\n".join([*rows, ""])


def rule_page(doc: RuleDoc, profiles: list[str]) -> str:
    """The page of a rule."""
    rule = doc.rule
    parts = [f"# {rule.code} {rule.name}", text(rule.summary), _facts(rule, profiles)]
    if rule.status == "preview":
        parts.append("!!! note\n    This rule is a preview: it may still change.")
    for heading, body in (
        ("Why", "\n\n".join(" ".join(text(p).split()) for p in _PARAGRAPH.split(doc.why))),
        ("What it says", _messages(rule)),
        ("Before and after" if any(e.good for e in doc.examples) else "What is found", _examples(doc, "bad")),
        ("Fine as it is", _examples(doc, "ok")),
        ("Known gaps", _examples(doc, "todo")),
        ("Phrases", _terms(rule)),
        ("Options", _options(rule)),
        ("Leave it out", _off(rule)),
        ("Sources", _sources(doc)),
    ):
        if body:
            parts += [f"## {heading}", body]
    return "\n\n".join(parts) + "\n"


def _facts(rule: Rule, profiles: list[str]) -> str:
    rows = {
        "severity": rule.severity,
        "in": "always on" if rule.kind == "internal" else ", ".join(f"`{p}`" for p in profiles) or "no profile",
        "evidence": f"{rule.evidence}: {EVIDENCE[rule.evidence]}",
        "confidence": _CONFIDENCE[rule.confidence],
        "fix": _FIX[rule.fix],
        "since": rule.since,
    }
    if rule.needs:
        rows["needs"] = ", ".join(rule.needs)
    if rule.provided_by:
        rows["silent where"] = f"the settings say `provided: [{rule.provided_by}]`"
    if rule.supersedes:
        rows["instead of"] = ", ".join(f"[{code}]({code}.md)" for code in rule.supersedes)
    return "\n".join(["| rule | " + rule.code + " |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows.items())])


def _messages(rule: Rule) -> str:
    """The messages of a rule whose examples can't show them."""
    return text(rule.message) if rule.kind == "internal" and not FIELDS.search(rule.message) else ""


def _examples(doc: RuleDoc, verdict: str) -> str:
    return "\n\n".join("\n\n".join(_example(doc.rule, e)) for e in doc.examples if e.verdict == verdict)


def _example(rule: Rule, example: Example) -> Iterator[str]:
    """An example as it stands in its file, what jdlint says of it, and what a fix makes of it."""
    told = [f"as {_HTML[example.format]}"] if _HTML.get(example.format, "") else []
    told += [f"with `{name}: {value}`" for name, value in (example.options or {}).items()]
    if told:
        yield f"{', '.join(told).capitalize()}:"
    yield _posting(example.text, "bad" if example.verdict == "bad" else "ok")
    if example.verdict == "bad":
        yield from (f"> {text(message)}" for message in _said(rule, example))
    if example.good is not None:
        yield "Instead:"
        yield _posting(example.good, "ok")


def _said(rule: Rule, example: Example) -> list[str]:
    """What jdlint says of an example; nothing where the rule needs what is not installed here."""
    try:
        return list(dict.fromkeys(f.message for f in findings(rule, example)))
    except MissingError:
        return []


def _posting(words: str, tone: str) -> str:
    """A piece of a posting as it stands in its file, the flagged words marked."""
    visible = "\n".join(map(safe, words.strip("\n").split("\n")))
    shown = _MARKED.sub(r"<mark>\1</mark>", escape(visible, quote=False))
    shown = re.sub(r"\n(?=\n)", "\n&#8203;", shown)  # a blank line would end the block
    return f'<pre class="posting {tone}">{shown}</pre>'


def _terms(rule: Rule) -> str:
    terms = [t for t in all_terms(rule) if t.forms]
    if not terms:
        return ""
    rows = ["| phrase | write instead | severity |", "| --- | --- | --- |", *(_term(rule, term) for term in terms[:_TERMS])]
    if len(terms) > _TERMS:
        rows += ["", f"And {len(terms) - _TERMS} more, which `jdlint rule {rule.code}` lists."]
    return "\n".join(rows)


def _term(rule: Rule, term: Term) -> str:
    forms = ", ".join(term.forms[:4]) + (" …" if len(term.forms) > 4 else "")  # noqa: PLR2004  # enough to see what is meant
    return f"| {cell(forms)} | {cell(', '.join(term.use)) or '–'} | {term.severity or rule.severity} |"


def _options(rule: Rule) -> str:
    if not rule.options:
        return ""
    rows = ["| option | what it means | type | default |", "| --- | --- | --- | --- |"]
    rows += [f"| `{o.name}` | {cell(o.help)} | {o.type} | {cell(_value(o.default)) or '–'} |" for o in rule.options]
    values = {o.name: list(o.default) if isinstance(o.default, tuple) else o.default for o in rule.options}
    return "\n".join([*rows, "", _yaml({"rules": {rule.code: values}})])


def _value(value: Any) -> str:  # noqa: ANN401  # an option's default
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)


def _yaml(data: Any) -> str:  # noqa: ANN401  # what YAML can hold
    return f"```yaml\n{yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=None, width=100)}```"


def _off(rule: Rule) -> str:
    if rule.kind == "internal":
        return "It is always on. `ignore-findings` in the settings leaves single findings out."
    comment = f"<!-- jdlint: ignore[{rule.code}] the reason -->"
    return "\n\n".join([
        "In the settings, for all postings, or only less grave:", f"```yaml\nignore: [{rule.code}]\nseverity: {{{rule.code}: info}}\n```",
        "In a posting, at the words or on the heading above them:", f"```markdown\n{comment}\n```",
    ])  # fmt: skip


def _sources(doc: RuleDoc) -> str:
    return "\n".join(
        f"- [{text(s.title)}]({s.url})" + (f" ({s.year})" if s.year else "") if s.url else f"- {text(s.title)}" for s in doc.sources
    )


def commands_page() -> str:
    """What each command takes."""
    parts = ["# Commands", "`jdlint PATH` is short for `jdlint check PATH`. Exit codes: 0 nothing to mend, 1 findings, 2 something failed."]
    for name, (where, _) in COMMANDS.items():
        module, _, attribute = where.partition(":")
        parts += _command(getattr(import_module(module), attribute), f"jdlint {name}")
    return "\n\n".join(parts) + "\n"


def _command(command: click.Command, path: str) -> Iterator[str]:
    yield f"{'##' if path.count(' ') == 1 else '###'} {path}"
    context = click.Context(command, info_name=path, **cli.context_settings)  # a command keeps what it makes of the first
    yield f"```text\n{' '.join([path, *command.collect_usage_pieces(context)])}\n```"
    yield from (" ".join(text(paragraph).split()) for paragraph in _PARAGRAPH.split(command.help or ""))
    options = [o for o in command.params if isinstance(o, click.Option) and not o.hidden]
    if options:
        rows = ["| option | what it does |", "| --- | --- |"]
        yield "\n".join([*rows, *(f"| {_names(o, context)} | {cell(o.help or '')} |" for o in options)])
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None  # noqa: S101  # the group lists it
            yield from _command(inner, f"{path} {name}")


def _names(option: click.Option, context: click.Context) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    metavar = "" if option.is_flag or option.count else option.make_metavar(context).replace("|", " ")
    return f"{names} {cell(metavar)}".strip()


_SETTINGS_HEAD = """\
# Settings

`.jdlint.yaml`, or `[tool.jdlint]` in `pyproject.toml`. The nearest file above the posting holds, up to the top of the repository;
there is no cascade, but a file can build on others with `extends`. An unknown key or code is an error that names its place and the
nearest name. `jdlint config` shows what holds for a file, and where it was said.

What is said later goes first: the file, then variables of the environment, then `--config KEY=VALUE`, then the other options.
A list in a variable is parted by commas.
"""
_HOLDS = {"list": "a list", "mapping": "keys with values", "value": "a value"}


def settings_page() -> str:
    """What each setting means, from the code that reads them."""
    rows = ["| key | what it means | holds | variable |", "| --- | --- | --- | --- |"]
    for key in KEYS:
        name = f"`{variable(key)}`" if form(key) != "mapping" else "–"
        rows.append(f"| `{key}` | {cell(ABOUT[key])} | {_HOLDS[form(key)]} | {name} |")
    example = "## An example\n\nThe README's own, which a test loads:\n\n" + _readme(r"<!-- settings -->\n(```yaml\n.*?^```)")
    return "\n\n".join([_SETTINGS_HEAD.rstrip(), "## All keys", "\n".join(rows), example]) + "\n"


def formats_page() -> str:
    """The README's part on reports, and where the JSON contract is told."""
    part = _readme(r"^## Reports\n(.*?)^## ")
    return f"# Report formats\n{re.sub(r'[(]docs/', '(../', part)}\nThe keys of `json` and `jsonl`: [JSON](json.md).\n"


def _readme(pattern: str) -> str:
    """A part of the README; ValueError where it is no longer there."""
    text = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
    match = re.search(pattern, text, re.DOTALL | re.MULTILINE)
    if match is None:
        message = f"README.md has no {pattern}"
        raise ValueError(message)
    return match[1]
