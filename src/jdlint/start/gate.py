"""The gate in CI: a workflow for GitHub, a job for GitLab."""

from __future__ import annotations

import re
from pathlib import Path

GITHUB_FILE = ".github/workflows/jdlint.yml"
GITLAB_FILE = ".gitlab/jdlint.gitlab-ci.yml"
GITLAB_MAIN = ".gitlab-ci.yml"
GITLAB_INCLUDE = f"include:\n  - local: {GITLAB_FILE}\n"
_TEMPLATE = Path(__file__).parent / "data" / "gitlab.yml"
_ON_GITHUB = re.compile(r"https://github\.com/(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?")
_HEAD = """\
name: Job postings

on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read
{permissions}
jobs:
  jdlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
"""
_ACTION = """\
      - uses: {name}@v{version}
        with:
          paths: .
          sarif: true
"""
_PACKAGE = """\
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: python -m pip install --quiet "jdlint=={version}"
      - run: jdlint check # annotations on the changed lines, and a summary of the job
"""


def github(version: str, source: str | None) -> str:
    """The workflow: with jdlint's own action where its repository is on GitHub, else with the package."""
    match = _ON_GITHUB.fullmatch(source or "")
    if match:
        permissions = "  security-events: write # for the findings in code scanning\n"
        return _HEAD.format(permissions=permissions) + _ACTION.format(name=match["name"], version=version)
    return _HEAD.format(permissions="") + _PACKAGE.format(version=version)


def gitlab(version: str) -> str:
    """The job, as the template has it, for one version."""
    return _TEMPLATE.read_text(encoding="utf-8").replace('JDLINT_PACKAGE: "jdlint"', f'JDLINT_PACKAGE: "jdlint=={version}"')
