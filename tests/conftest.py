"""What holds for every test."""

from __future__ import annotations

import pytest

_CI = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR")


@pytest.fixture(autouse=True)
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run's output depends on the CI that it runs in; the tests run in none."""
    for name in _CI:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test finds comes from what it tests; tests of the cache ask for one."""
    monkeypatch.setenv("JDLINT_NO_CACHE", "1")
