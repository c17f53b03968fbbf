"""A short run of the fuzzing (`fuzz/run.py` is the long one), of every reader, of settings and of rule files."""

from __future__ import annotations

from pathlib import Path
from random import Random

import house
import invariants
import minimise
import postings
import pytest
import run
import strategies
from hypothesis import HealthCheck, given, settings

# The same inputs each time: a change is not held up by what it did not break, and what the long run finds becomes a test of its own.
FEW = settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
TEXTS = tuple(form for form in postings.TEXTS if "-" not in form)


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF and Parquet files are read here, as in the long run; the tests of their readers have the processes that read them elsewhere."""
    import papers
    import parquets

    from jdlint.readers import parquet, pdfwords

    monkeypatch.setattr(pdfwords, "_asked", pdfwords._asked)
    monkeypatch.setattr(parquet, "opened", parquet.opened)
    papers.read_here()
    parquets.read_here()


@pytest.mark.parametrize("form", postings.FORMS)
def test_no_posting_breaks_a_reader(form: str) -> None:
    @settings(FEW, max_examples=60)
    @given(strategies.files(form))
    def holds(content: bytes) -> None:
        invariants.reads(content, postings.path(form))

    holds()


@pytest.mark.parametrize("form", postings.FORMS)
def test_no_posting_breaks_a_rule(form: str) -> None:
    @settings(FEW, max_examples=10)
    @given(strategies.files(form))
    def holds(content: bytes) -> None:
        invariants.repeats(content, postings.path(form))
        invariants.holds(content, postings.path(form))

    holds()


@settings(FEW, max_examples=60)
@given(strategies.named(*TEXTS))
def test_fixes_hold(file: tuple[str, bytes]) -> None:
    invariants.mends(file[1], file[0])


@settings(FEW, max_examples=60)
@given(strategies.named(*TEXTS))
def test_comments_hold_and_leave_no_trace(file: tuple[str, bytes]) -> None:
    invariants.hides(file[1], file[0])


@FEW
@given(strategies.named(*postings.FORMS))
def test_the_cache_says_the_same(tmp_path_factory: pytest.TempPathFactory, file: tuple[str, bytes]) -> None:
    invariants.keeps(file[1], file[0], tmp_path_factory.mktemp("kept"))


def test_many_processes_say_the_same() -> None:
    rng = Random(7)  # noqa: S311
    forms = [form for form in postings.FORMS if form not in run.APART]
    invariants.same_with_many([(f"{n}-{postings.path(form)}", postings.data(rng, form)) for n in range(4) for form in forms])


def test_an_input_that_breaks_an_invariant_is_seen_and_made_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    import jdlint.readers.markdown as module

    monkeypatch.setattr(module, "read", lambda source: 1 / 0 if "x" in source.text else None)
    with pytest.raises(ZeroDivisionError):
        invariants.reads(b"# Cook x\n", "a.md")
    with pytest.raises(AssertionError):
        invariants.judged(b"# Cook x\n", "a.md")
    fault = minimise.fault("md", b"# Cook x\n", deep=False)
    assert fault.startswith("ZeroDivisionError")
    assert minimise.least(b"# Cook x\n", lambda less: minimise.fault("md", less, deep=False) == fault) == b"x"


def test_a_span_that_is_not_what_it_says_is_seen() -> None:
    from jdlint.posting.model import Block, Document
    from jdlint.text.source import Source
    from jdlint.text.spans import MappedText, Piece

    for piece in (Piece(0, 4, 1, 5), Piece(0, 4, 2, 6), Piece(0, 3, 0, 3), Piece(1, 4, 0, 4)):
        with pytest.raises(AssertionError):
            invariants.exact(Document(Source("a.txt", "Cooks"), "txt", (Block("paragraph", MappedText("Cook", [piece])),)))
    invariants.exact(Document(Source("a.txt", "Cooks"), "txt", (Block("paragraph", MappedText("Cook", [Piece(0, 4, 0, 4)])),)))


def test_the_same_numbers_make_the_same_input() -> None:
    for reader in run.READERS:
        assert run.made(reader, 1, 2) == run.made(reader, 1, 2)
        assert len({run.made(reader, 1, number) for number in range(20)}) > 1


@pytest.mark.parametrize("form", house.FORMS)
def test_settings_and_rules_are_used_or_refused_in_one_line(form: str, tmp_path: Path) -> None:
    used = []

    @settings(FEW, max_examples=150)
    @given(strategies.files(form))
    def holds(content: bytes) -> None:
        used.append(house.holds(form, content, tmp_path, deep=len(used) % 10 == 0))

    holds()
    assert any(used)
    assert not all(used)
