"""What holds for every test."""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import settings

sys.path.append(str(Path(__file__).resolve().parent.parent / "fuzz"))  # what it makes and what it knows serve tests, too

# How long an example takes says more about the machine than about the code. A run that looks for mutants wants the same examples each time.
settings.register_profile("jdlint", deadline=None)
settings.register_profile("mutation", deadline=None, derandomize=True, database=None)
settings.load_profile("jdlint")

# A shell's background job ignores interrupts (and under nohup, hang-ups), and so would what the tests start.
for _number in (signal.SIGINT, *([signal.SIGHUP, signal.SIGQUIT] if os.name == "posix" else [])):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.default_int_handler if _number == signal.SIGINT else signal.SIG_DFL)

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


@pytest.fixture
def steps() -> Callable[[Callable[[], object]], int]:
    """Counts the functions that are called, Python's own included: what tells of growth without a clock."""

    def counted(work: Callable[[], object]) -> int:
        number = 0

        def count(_frame: FrameType, event: str, _of: object) -> None:
            nonlocal number
            number += event in {"call", "c_call"}

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            work()
        finally:
            sys.setprofile(before)
        return number

    return counted


@pytest.fixture(scope="session")
def close_all() -> Callable[[], None]:
    """Stops every server of LanguageTool that this process started, as its end would, and forgets what they said."""

    def close() -> None:
        from jdlint.analysis.grammar import session

        for opened in session._sessions.values():
            opened.close()
        session.forget_all()

    return close


@pytest.fixture(scope="session")
def languagetool_jars(close_all: Callable[[], None]) -> Iterator[Path]:
    """The folder of LanguageTool's jars. Tests that need a real LanguageTool are skipped without it; CI says that they must not be."""
    named = os.environ.get("JDLINT_LANGUAGETOOL_JARS")
    if not named:
        reason = "needs LanguageTool's jars: tools/languagetool/get, then JDLINT_LANGUAGETOOL_JARS=build/languagetool"
        if os.environ.get("JDLINT_TEST_LANGUAGETOOL"):
            pytest.fail(reason)
        pytest.skip(reason)
    yield Path(named)
    close_all()


def _module(place: Path) -> Any:
    spec = importlib.util.spec_from_file_location(place.stem, place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def little_pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a pipeline of spaCy, trained on a few sentences."""
    module = _module(Path(__file__).with_name("little_pipeline.py"))
    folder: Path = module.train(tmp_path_factory.mktemp("pipeline") / "little")
    return folder


@pytest.fixture(scope="session")
def documents() -> Any:
    """What writes Word and PDF files: `tools/documents.py`."""
    return _module(Path(__file__).resolve().parent.parent / "tools" / "documents.py")
