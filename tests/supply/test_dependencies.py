"""What an installation brings: every package for a reason, under a licence that goes with ours, and for development at a pinned version."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(PYPROJECT)
LOCK = ROOT / "requirements" / "dev.txt"
LOWEST = ROOT / "requirements" / "lowest.txt"
PERMISSIVE = (
    "MIT", "MIT License", "MIT-0", "BSD", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "ISC License (ISCL)", "Zlib",
    "CC0-1.0", "Apache-2.0", "Apache License, Version 2.0", "Apache Software License", "PSF-2.0", "PSFL", "CNRI-Python",
    "Python Software Foundation License", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)", "Unlicense", "The Unlicense (Unlicense)",
)  # fmt: skip
# Packages whose metadata leave the licence open, or offer several: the one that we take.
CHOSEN = {
    "pyphen": "Mozilla Public License 1.1 (MPL 1.1)",  # of three, GPL and LGPL being the others
    "pyromark": "MIT",  # by the licence file that its wheel holds
}


def installed() -> dict[str, Distribution]:
    """All packages of the default install, by name."""
    found: dict[str, Distribution] = {}
    waiting = ["jdlint"]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found:
            continue
        found[name] = distribution(name)
        asked = map(Requirement, found[name].requires or ())
        waiting += [r.name for r in asked if r.marker is None or r.marker.evaluate({**default_environment(), "extra": ""})]
    return found


def licences(package: Distribution) -> list[str]:
    """What the metadata say of the licence: all that hold at once."""
    told = package.metadata
    if expression := told.get("License-Expression"):
        return [part.split(" OR ")[0].strip("() ") for part in expression.split(" AND ")]
    named = [c.split(" :: ")[-1] for c in told.get_all("Classifier") or () if c.startswith("License :: ")]
    return named or [part.strip() for part in (told.get("License") or "").split(" AND ")]


@pytest.mark.parametrize("name", sorted(installed()))
def test_licences_go_with_ours(name: str) -> None:
    package = installed()[name]
    if name in CHOSEN:
        files = [f for f in package.files or () if "licen" in f.name.lower()]
        texts = " ".join(Path(str(f.locate())).read_text(encoding="utf-8") for f in files)
        assert CHOSEN[name] in (*licences(package), *(["MIT"] if "Permission is hereby granted, free of charge" in texts else []))
    else:
        assert set(licences(package)) <= set(PERMISSIVE), licences(package)


def test_what_is_chosen_is_still_there() -> None:
    assert set(CHOSEN) <= set(installed())


def requirement_lines() -> Iterator[str]:
    """The lines of pyproject.toml that name a package to install."""
    table, inside = "", False
    for line in PYPROJECT.splitlines():
        if line.startswith("["):
            table = line
        elif line == "]":
            inside = False
        elif line.endswith("= ["):
            inside = line == "dependencies = [" or table == "[project.optional-dependencies]"
        elif inside:
            yield line


def test_every_dependency_has_its_reason() -> None:
    lines = list(requirement_lines())
    groups = [PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"].values()]
    assert len(lines) == sum(map(len, groups))
    assert [line for line in lines if not re.search(r"\", # \S.{4,}", line)] == []


def pinned(lock: Path = LOCK) -> dict[str, list[Version]]:
    """The versions in a lock; a package may have several, for several Pythons."""
    found: dict[str, list[Version]] = {}
    for name, version in re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(Version(version))
    return found


def test_the_lock_keeps_up_with_what_is_asked_for() -> None:
    """A failure here is mended by `tools/lock`."""
    versions = pinned()
    project = PROJECT["project"]
    asked = [Requirement(text) for text in (*project["dependencies"], *project["optional-dependencies"]["dev"])]
    kept = {str(r) for r in asked if any(map(r.specifier.contains, versions.get(canonicalize_name(r.name), ())))}
    lacking = {str(r) for r in asked if r.name != "jdlint"} - kept
    assert lacking == set(), "run tools/lock"


def test_the_lowest_versions_are_tried_and_are_to_be_had() -> None:
    """`.ci/lowest` tries what is pinned here; a bound that no file stands at is no bound. Mended by `tools/lock`."""
    project = PROJECT["project"]
    extras = project["optional-dependencies"]
    asked = [Requirement(t) for t in project["dependencies"] + [r for n, rs in extras.items() if n not in ("dev", "docs") for r in rs]]
    bounds = {canonicalize_name(r.name): [Version(s.version) for s in r.specifier if s.operator == ">="] for r in asked}
    held = pinned(LOWEST)
    assert {name: held.get(name) for name in bounds} == bounds, "run tools/lock"


@pytest.mark.parametrize("lock", [LOCK, LOWEST], ids=lambda f: f.stem)
def test_every_pin_has_a_hash_and_names_no_place(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pins = re.split(r"^(?=[\w.-]+(?:\[[^\]]*\])?==)", text, flags=re.MULTILINE)[1:]
    assert len(pins) == sum(map(len, pinned(lock).values())) > 50
    assert all("--hash=sha256:" in pin for pin in pins)
    assert "://" not in text
    assert "--index-url" not in text


HEAVY = {"spacy", "textstat"}
WITHOUT = """
import sys
sys.modules.update(dict.fromkeys({heavy}))  # as if they were not there
from jdlint.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_the_lighter_way_of_the_readme_leaves_out_the_large_packages_alone() -> None:
    """Their sizes stand beside it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (named,) = re.findall(r"^pip install --no-deps \. && pip install (.+)$", readme, re.MULTILINE)
    assert {canonicalize_name(name) for name in named.split()} == {
        canonicalize_name(Requirement(text).name) for text in PROJECT["project"]["dependencies"]
    } - HEAVY
    assert re.search(r"about \d+ MB, of which spaCy takes \d+ and textstat \d+", readme)


def test_without_the_large_packages_the_other_rules_judge_and_those_are_named_as_skipped(tmp_path: Path) -> None:
    sentence = "The successful candidate will be responsible for the preparation of administrative documentation in the organisation. "
    (tmp_path / "posting.md").write_text(f"# Salesman\n\n## Duties\n\n{sentence * 12}\n", encoding="utf-8")
    command = [sys.executable, "-c", WITHOUT.replace("{heavy}", repr(HEAVY))]
    command += ["check", "--isolated", "--select", "ALL", "--output-format", "json", "posting.md"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert "TTL002" in {finding["code"] for finding in told["files"][0]["findings"]}
    reasons = {name: row["reason"] for row in told["summary"]["skipped"] for name in HEAVY if name in row["reason"].casefold()}
    assert set(reasons) == HEAVY, told["summary"]["skipped"]


def test_whoever_finds_a_weakness_is_told_where_to_report_it() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "## Reporting" in text
    assert "privately" in text
    for file in re.findall(r"`((?:\.ci|\.github|tools|requirements)/[\w./-]+)`", text):
        assert (ROOT / file).exists(), file
