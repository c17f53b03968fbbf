"""Fixes touch nothing but what they mend, and come to an end."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.config.errors import At
from jdlint.config.lookup import Lookup
from jdlint.config.model import Pick
from jdlint.engine.atomic import ChangedError, overwrite
from jdlint.engine.edits import apply, rewritten
from jdlint.engine.files import Files
from jdlint.engine.finding import Finding, Fix, FixEdit
from jdlint.engine.fix import PASSES, Mended, encode, mend, plan
from jdlint.engine.ignores import add_ignores
from jdlint.engine.result import Result
from jdlint.engine.run import Linter
from jdlint.readers.decode import decode
from jdlint.text.source import Source
from jdlint.text.spans import Span


def linter(*select: str) -> Linter:
    override = {"select": tuple(Pick(s, At("test")) for s in select)} if select else {}
    return Linter(Files(Lookup(isolated=True, override=override), date(2026, 1, 15)))


def finding(*edits: tuple[int, int, str], safe: bool = True) -> Finding:
    start = min(e[0] for e in edits)
    return Finding(
        code="ABC001", name="x", severity="info", confidence="high", message="", path="a.md", span=Span(start, start + 3), line=1, column=1,
        end_line=1, end_column=1, match="x", section=None, fingerprint="", url="",
        fix=Fix(tuple(FixEdit(Span(low, high), text) for low, high, text in edits), safe),
    )  # fmt: skip


def planned(*found: Finding, unsafe: bool = False, text: str = "0123456789") -> str:
    return apply(text, plan(found, Source("a.md", text), unsafe=unsafe).edits)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ((3, 5, "x"), (5, 7, "y"), "012xy789"),  # side by side
        ((5, 7, "y"), (3, 5, "x"), "012xy789"),
        ((3, 5, "x"), (4, 7, "y"), "012x56789"),
        ((3, 5, "x"), (5, 5, "y"), "012x56789"),  # an insertion where the other ends
        ((3, 5, "x"), (3, 3, "y"), "012y3456789"),  # or begins: the insertion comes first
        ((4, 4, "x"), (4, 4, "y"), "0123x456789"),
        ((1, 2, "x"), (5, 5, "y"), "0x234y56789"),
        ((5, 5, "y"), (7, 8, "x"), "01234y56x89"),
    ],
)
def test_edits_that_touch_wait_for_the_next_pass(one: tuple[int, int, str], other: tuple[int, int, str], both: str) -> None:
    assert planned(finding(one), finding(other)) == both


@pytest.mark.parametrize(
    ("encoding", "bom", "mark"),
    [
        ("utf-8", True, b"\xef\xbb\xbf"), ("utf-16-le", True, b"\xff\xfe"), ("utf-16-be", True, b"\xfe\xff"),
        ("utf-8", False, b""), ("utf-16-le", False, b""), ("cp1252", True, b""),
    ],
)  # fmt: skip
def test_a_text_becomes_bytes_as_its_file_was(encoding: str, bom: bool, mark: bytes) -> None:
    assert encode(Source("a.md", "", encoding, bom), "né") == mark + "né".encode(encoding)


def test_an_edit_that_ends_where_one_of_another_finding_begins_is_made_too() -> None:
    assert planned(finding((0, 1, "x"), (4, 6, "z")), finding((2, 4, "y"))) == "x1yz6789"
    assert planned(finding((4, 6, "z"), (2, 4, "y"))) == "01yz6789"


def test_the_first_of_two_that_overlap_wins() -> None:
    assert planned(finding((4, 8, "x")), finding((2, 5, "y"))) == "01y56789"
    assert planned(finding((2, 4, "x")), finding((4, 6, "y"))) == "01xy6789"
    assert planned(finding((2, 2, "x")), finding((2, 4, "y"))) == "01x23456789"
    assert planned(finding((2, 3, "x"), (8, 9, "z")), finding((4, 5, "y")), finding((8, 10, "w"))) == "01x3y567z9"


def test_one_half_of_a_fix_is_none() -> None:
    assert planned(finding((0, 2, "x")), finding((1, 3, "y"), (6, 7, "z"))) == "x23456789"


def test_unsafe_only_where_asked_for() -> None:
    assert planned(finding((0, 1, "x"), safe=False)) == "0123456789"
    assert planned(finding((0, 1, "x"), safe=False), unsafe=True) == "x123456789"


def test_what_changes_nothing_is_no_fix() -> None:
    assert plan([finding((0, 2, "01"))], Source("a.md", "0123")).findings == []


def test_what_the_encoding_cannot_hold_is_left() -> None:
    assert plan([finding((0, 1, "≥"))], Source("a.md", "0123", "cp1252")).findings == []


def test_what_a_finding_becomes() -> None:
    source = Source("a.md", "0123456789")
    assert rewritten(finding((2, 3, "x")), source) == "x34"
    assert rewritten(finding((2, 3, "x"), (8, 9, "z")), source) is None


LINES = [
    "We use javascript and nodejs.", "In order to win, utilize nodejs.", "Cafe &amp; bar, caf&eacute; and nodejs", "- Clean the desk",
    "- Sort the post.", "- Answer **the** phone.", "- Sweep the *floor*.", "## Duties", "# Salesman", "", "Naïve £5 users ,we hope.",
    "We organise and organize.", "<!-- jdlint: ignore[LNG010] -->", "nodejs <!-- jdlint: ignore[LNG010, RSP006, LNG005] -->",
    "| javascript | nodejs |", "|---|---|", "`nodejs` and [github](https://x.example/nodejs)", "<p>We use <b>node</b>js &lt; github</p>",
]  # fmt: skip
ENCODINGS = {"utf-8": b"", "utf-8-sig": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "cp1252": b""}


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    ends = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=14))
    front = draw(st.sampled_from(["", f"---{ends}title: Salesman{ends}jdlint: {{ignore: [LNG010, TTL001]}}{ends}---{ends}"]))
    text = front + ends.join(["You cook.", *lines]) + draw(st.sampled_from(["", ends]))
    encoding = draw(st.sampled_from(list(ENCODINGS)))
    return draw(st.sampled_from(["a.md", "a.html", "a.txt"])), ENCODINGS[encoding] + text.encode(encoding)


@settings(max_examples=60)
@given(files(), st.booleans())
def test_bytes_outside_the_edits_stay(file: tuple[str, bytes], unsafe: bool) -> None:
    path, data = file
    source = decode(data, path)
    assert encode(source, source.text) == data
    result = linter("ALL").judge(linter("ALL").files.open_bytes(data, path))
    edits = plan(result.findings, source, unsafe=unsafe).edits
    new = encode(source, apply(source.text, edits))
    old_at = new_at = 0
    for edit in edits:
        low, high = (len(encode(source, source.text[:offset])) for offset in edit.span)
        kept = low - old_at
        assert new[new_at : new_at + kept] == data[old_at:low]
        old_at, new_at = high, new_at + kept + len(edit.text.encode(source.encoding))
    assert new[new_at:] == data[old_at:]


@settings(max_examples=60)
@given(files(), st.booleans())
def test_mended_once_is_mended(file: tuple[str, bytes], unsafe: bool) -> None:
    path, data = file
    run = linter("ALL")
    mended = mend(run, run.files.open_bytes(data, path), unsafe=unsafe)
    assert isinstance(mended, Mended)
    assert mended.settled
    assert not plan(mended.result.findings, mended.after, unsafe=unsafe).edits
    again = mend(run, run.files.open_bytes(encode(mended.after, mended.after.text), path), unsafe=unsafe)
    assert isinstance(again, Mended)
    assert not again.changed
    assert (mended.after.encoding, mended.after.bom) == (mended.before.encoding, mended.before.bom)


@settings(max_examples=60)
@given(files())
def test_comments_hide_what_is_there_and_taking_them_out_brings_the_file_back(file: tuple[str, bytes]) -> None:
    path, data = file
    run = linter("INC", "TTL", "LNG", "STR", "RSP")
    ignored = add_ignores(run, run.files.open_bytes(data, path), "as agreed")
    assert isinstance(ignored, Mended)
    assert {f.code[:3] for f in ignored.result.findings} <= {"LNT"}
    again = add_ignores(run, run.files.open_bytes(encode(ignored.after, ignored.after.text), path), "as agreed")
    assert isinstance(again, Mended)
    assert not again.changed
    text = ignored.after.text
    for directive in reversed(run.files.open_bytes(encode(ignored.after, text), path).posting.document.directives):  # type: ignore[union-attr]
        low, high = directive.span
        if "as agreed" not in text[low:high]:
            continue
        alone = text[:low].endswith(("\n", "\r")) or not low
        end = next((e for e in ("\r\n", "\n", "\r") if text.startswith(e, high)), "") if alone and text[low - 1 : low] != " " else ""
        text = text[: low - (text[low - 1 : low] == " ")] + text[high + len(end) :]
    assert text == ignored.before.text


EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "bad").glob("*.[mht]*"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
@pytest.mark.parametrize("unsafe", [False, True])
def test_the_flawed_examples_are_mended_for_good(path: Path, unsafe: bool) -> None:
    run = linter()
    mended = mend(run, run.files.open_bytes(path.read_bytes(), str(path)), unsafe=unsafe)
    assert isinstance(mended, Mended)
    assert mended.settled
    left = {(f.code, f.match) for f in mended.result.findings}
    assert not left & {(row.finding.code, row.finding.match) for row in mended.result.fixed if row.finding.match}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_comments_hide_all_there_is_in_the_flawed_examples(path: Path) -> None:
    run = linter("ALL")
    ignored = add_ignores(run, run.files.open_bytes(path.read_bytes(), str(path)))
    assert isinstance(ignored, Mended)
    assert ignored.changed
    assert ignored.result.findings == ()


def test_many_passes() -> None:
    """A fix that always finds more to do is stopped, and says so."""

    class Restless(Linter):
        def judge(self, opened):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            end = len(opened.posting.source.text)
            return Result("a.md", findings=(finding((end, end, "x")),), source=opened.posting.source)

    run = Restless(Files(Lookup(isolated=True)))
    mended = mend(run, run.files.open_bytes(b"text", "a.md"))
    assert isinstance(mended, Mended)
    assert mended.after.text == "text" + "x" * PASSES
    assert not mended.settled


def test_edits_that_spoil_a_file_are_not_made() -> None:
    class Spoiling(Linter):
        def judge(self, opened):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            result = super().judge(opened)
            edit = finding((0, 0, "---\na: [\n---\n"))
            return replace(result, findings=(edit,)) if result.state == "linted" else result

    run = Spoiling(Files(Lookup(isolated=True)))
    mended = mend(run, run.files.open_bytes(b"text", "a.md"))
    assert isinstance(mended, Mended)
    assert not mended.changed


def scripted(**said: Result) -> Linter:
    """A linter that judges a file by its text, as it is told to."""

    class Scripted(Linter):
        def judge(self, opened):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            return replace(said[opened.posting.source.text], source=opened.posting.source)

    return Scripted(Files(Lookup(isolated=True)))


ONE = Result("a.md", findings=(finding((0, 3, "two")),))
UNSAFE = Result("a.md", findings=(finding((0, 3, "two"), safe=False),))
CLEAN = Result("a.md")


def test_each_pass_is_remembered_with_the_text_that_it_mended() -> None:
    two = Result("a.md", findings=(finding((0, 3, "three")),))
    run = scripted(one=ONE, two=two, three=CLEAN)
    mended = mend(run, run.files.open_bytes(b"one", "a.md"))
    assert isinstance(mended, Mended)
    assert (mended.before.text, mended.after.text, mended.settled) == ("one", "three", True)
    assert [(f.finding, f.source.text) for f in mended.result.fixed] == [(ONE.findings[0], "one"), (two.findings[0], "two")]


def test_what_may_change_the_meaning_is_made_only_where_it_is_asked_for() -> None:
    run = scripted(one=UNSAFE, two=CLEAN)
    opened = run.files.open_bytes(b"one", "a.md")
    left, made = mend(run, opened), mend(run, opened, unsafe=True)
    assert isinstance(left, Mended)
    assert isinstance(made, Mended)
    assert (left.after.text, made.after.text) == ("one", "two")
    assert plan(UNSAFE.findings, Source("a.md", "one")) == ([], [])


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (ONE, CLEAN, "two"),
        (ONE, replace(CLEAN, state="passed-over"), "one"),  # no posting any more
        (ONE, replace(CLEAN, broken=True), "one"),  # the linter fails on it
        (replace(ONE, broken=True), replace(CLEAN, broken=True), "two"),  # as it did before
    ],
)
def test_edits_are_taken_back_where_the_file_is_worse_for_them(before: Result, after: Result, text: str) -> None:
    run = scripted(one=before, two=after)
    mended = mend(run, run.files.open_bytes(b"one", "a.md"))
    assert isinstance(mended, Mended)
    assert mended.after.text == text
    assert [f.source.text for f in mended.result.fixed] == (["one"] if text == "two" else [])
    assert mended.result.findings == (() if text == "two" else ONE.findings)


def test_what_was_mended_before_the_file_got_worse_stays_and_is_told() -> None:
    two = Result("a.md", findings=(finding((0, 3, "three")),))
    run = scripted(one=ONE, two=two, three=replace(CLEAN, broken=True))
    mended = mend(run, run.files.open_bytes(b"one", "a.md"))
    assert isinstance(mended, Mended)
    assert (mended.after.text, mended.result.findings) == ("two", two.findings)
    assert [f.source.text for f in mended.result.fixed] == ["one"]


def test_a_text_that_is_passed_over_is_left() -> None:
    run = scripted(one=replace(ONE, state="passed-over"))
    assert isinstance(mend(run, run.files.open_bytes(b"one", "a.md")), Result)


@pytest.mark.parametrize("named", [True, False])
def test_a_mended_file_is_met_as_before(named: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[bool] = []
    opening = Files.open_bytes

    def open_bytes(files: Files, data: bytes, path: str, *, named: bool = True) -> object:
        met.append(named)
        return opening(files, data, path, named=named)

    run = scripted(one=ONE, two=CLEAN)
    opened = run.files.open_bytes(b"one", "a.md", named=named)
    monkeypatch.setattr(Files, "open_bytes", open_bytes)
    mend(run, opened)
    assert met == [named]


def test_a_file_that_cannot_be_read_is_left() -> None:
    assert isinstance(mend(linter(), linter().files.open_bytes(b"\0\0", "a.md")), Result)
    assert isinstance(add_ignores(linter(), linter().files.open_bytes(b"\0\0", "a.md")), Result)


def test_overwriting_keeps_permissions_and_links(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    overwrite(str(link), b"new", b"old")
    assert file.read_bytes() == b"new"
    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_overwriting_what_has_changed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"other")
    with pytest.raises(ChangedError):
        overwrite(str(tmp_path / "a.md"), b"new", b"old")
    assert (tmp_path / "a.md").read_bytes() == b"other"


def test_a_failure_leaves_the_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.md").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        overwrite(str(tmp_path / "a.md"), b"new", b"old")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.md", b"old")]
