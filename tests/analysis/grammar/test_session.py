"""Asking a server: batches, answers kept, and what happens when it does not answer as it should."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdlint.analysis.grammar import session as module
from jdlint.analysis.grammar.session import Session
from jdlint.analysis.needs import MissingError
from jdlint.posting.model import LanguageTool

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Fake


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")  # nothing listens there: a request that goes by it fails


def session(fake: Fake, *, cached: bool = False, timeout: float = 20) -> Session:
    return Session(LanguageTool(enabled=True, server=fake.address, timeout=timeout, cached=cached))


def test_several_texts_are_one_request_and_each_gets_its_matches(fake: Fake) -> None:
    answers = session(fake).check(["We mkae bread.", "We bake.", "mkae, then mkae again"], "en-US")
    assert [[(m.start, m.end) for m in found] for found in answers] == [[(3, 7)], [], [(0, 4), (11, 15)]]
    assert len(fake.asked) == 1
    assert fake.asked[0]["language"] == "en-US"
    assert "COMMA_COMPOUND_SENTENCE" in fake.asked[0]["disabledRules"]


def test_texts_that_are_too_much_for_one_request_are_several(fake: Fake) -> None:
    texts = [f"{number} {'bread ' * 1000}mkae" for number in range(6)]
    answers = session(fake).check(texts, "en-US")
    assert len(fake.asked) == 3
    assert all(len(asked["text"]) <= 20_000 for asked in fake.asked)
    assert [text[m.start : m.end] for text, found in zip(texts, answers, strict=True) for m in found] == ["mkae"] * 6


def test_what_was_asked_is_not_asked_again(fake: Fake) -> None:
    open_session = session(fake)
    first = open_session.check(["We mkae bread.", "We bake."], "en-US")
    again = open_session.check(["We bake.", "We mkae bread.", "New."], "en-US")
    assert [again[1], again[0]] == first
    assert [asked["text"] for asked in fake.asked] == ["We mkae bread.\n\nWe bake.", "New."]
    open_session.check(["We bake."], "en-GB")
    assert len(fake.asked) == 3


def test_answers_are_kept_for_the_next_run(fake: Fake) -> None:
    first = session(fake, cached=True).check(["We mkae bread.", "We bake."], "en-US")
    assert session(fake, cached=True).check(["We mkae bread.", "We bake."], "en-US") == first
    assert len(fake.asked) == 1


def test_a_damaged_cache_costs_time_and_nothing_else(fake: Fake, tmp_path: Path) -> None:
    first = session(fake, cached=True).check(["We mkae bread."], "en-US")
    (tmp_path / "cache" / "grammar.sqlite").write_bytes(b"no database" * 100)
    assert session(fake, cached=True).check(["We mkae bread."], "en-US") == first
    assert session(fake, cached=True).check(["We mkae bread."], "en-US") == first
    assert session(fake, cached=True).check(["We mkae bread."], "en-US") == first
    assert 2 <= len(fake.asked) <= 3


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.sampled_from("a🍞 é𝒳"), max_size=12), min_size=1, max_size=4), st.integers(0, 12))
def test_matches_are_in_code_points_whatever_stands_around(fake: Fake, around: list[str], at: int) -> None:
    fake.word = "mk🥐ae"
    texts = [f"{number} {text[:at]}{fake.word}{text[at:]}." for number, text in enumerate(around)]
    answers = session(fake).check(texts, "en-US")
    assert [[text[m.start : m.end] for m in found] for text, found in zip(texts, answers, strict=True)] == [[fake.word]] * len(texts)


def test_half_a_character_can_be_asked(fake: Fake) -> None:
    ((found,),) = session(fake).check(["\ud83c mkae"], "en-US")
    assert (found.start, found.end) == (2, 6)


def test_a_server_that_is_too_slow(fake: Fake) -> None:
    fake.delay = 1
    open_session = session(fake, timeout=0.1)
    with pytest.raises(MissingError, match=r"did not answer within 0\.1 seconds; `languagetool: \{timeout: SECONDS\}`") as caught:
        open_session.check(["bread"], "en-US")
    assert caught.value.fatal
    assert len(fake.asked) == 1
    with pytest.raises(MissingError, match="did not answer"):
        open_session.check(["rolls"], "en-US")
    assert len(fake.asked) == 1  # what failed once is not tried again


def test_a_server_that_is_not_there(fake: Fake) -> None:
    fake.close()
    with pytest.raises(MissingError, match="no server answers at http://127"):
        session(fake).check(["bread"], "en-US")


@pytest.mark.parametrize(
    ("garbage", "status"),
    [(b"<html>oops</html>", 200), (b"[]", 200), (b'{"matches": [{}]}', 200), (b"Error: too long", 413), (b"\xff\xfe", 500)],
)
def test_answers_that_are_none(fake: Fake, garbage: bytes, status: int) -> None:
    open_session = session(fake)
    open_session.check(["bread"], "en-US")
    fake.garbage, fake.status = garbage, status
    with pytest.raises(MissingError, match="gave an answer that LanguageTool would not give"):
        open_session.check(["rolls"], "en-US")


def test_a_language_that_the_server_does_not_know(fake: Fake) -> None:
    with pytest.raises(MissingError, match="does not know the language en-ZA"):
        session(fake).check(["bread"], "en-ZA")


def test_the_server_is_named_by_the_settings_or_none_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JDLINT_LANGUAGETOOL_JARS", raising=False)
    with pytest.raises(MissingError, match="neither a server nor a folder of jars is named"):
        Session(LanguageTool(enabled=True)).check(["bread"], "en-US")


def test_a_process_begins_anew_beside_the_one_it_was_forked_from(fake: Fake, close_all: Callable[[], None]) -> None:
    tool = LanguageTool(enabled=True, server=fake.address, cached=False)
    first = module.session(tool)
    try:
        assert module.session(tool) is first
        module.forget_all()
        assert module.session(tool) is not first
    finally:
        close_all()


def test_a_server_of_our_own_is_shared_with_the_processes_below_and_stopped_by_who_started_it(
    fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Path] = []
    stopped: list[str] = []

    class Own:
        address = fake.address

        def __init__(self, tool: LanguageTool, folder: Path) -> None:
            del tool
            started.append(folder)

        def stop(self) -> None:
            stopped.append(self.address)

    (tmp_path / "languagetool-server-6.7.jar").write_bytes(b"")
    monkeypatch.setattr(module, "Server", Own)
    monkeypatch.setenv(module.RUNNING, "another one=http://127.0.0.1:9")
    tool = LanguageTool(enabled=True, jars=str(tmp_path), timeout=20, cached=False)
    above, below = Session(tool), Session(tool)
    assert above.check(["We mkae bread."], "en-US") == below.check(["We mkae bread."], "en-US") != [()]
    assert started == [tmp_path]
    below.close()
    assert stopped == []
    above.close()
    assert stopped == [fake.address]
    assert module.RUNNING not in os.environ
    monkeypatch.setenv(module.RUNNING, "")
    assert above.check(["We bake."], "en-US") == [()]
    assert len(started) == 2
    above.close()


def test_answers_in_memory_are_bounded(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_KNOWN", 2)
    asking = session(fake)
    for text in ("one", "two", "three", "four"):
        asking.check([text], "en-US")
    assert len(fake.asked) == 4
    asking.check(["one"], "en-US")
    assert len(fake.asked) == 5


def test_a_match_that_reaches_into_the_next_text_is_about_none(fake: Fake) -> None:
    fake.word = "mkae\n\nbread"
    assert session(fake).check(["We mkae", "bread. We mkae"], "en-US") == [(), ()]
