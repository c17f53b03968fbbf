"""Word documents: what the reader makes of styles, lists, tables, links and comments, and what it refuses."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdlint.posting.model import Document, Reading
from jdlint.posting.posting import Posting
from jdlint.readers import InputError, format_of, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def opened(data: bytes) -> Document:
    return read(data, "a.docx")


def rows(document: Document) -> list[tuple[str, str, int]]:
    return [(b.kind, b.text, b.level) for b in document.blocks]


def test_the_format_is_known_by_name_and_by_content(documents: Any) -> None:
    data = documents.docx(documents.para("Cook"))
    assert format_of("a.DOCX") == "docx"
    assert format_of("-", data) == "docx"
    assert format_of("a.docm") == "docx"


def test_headings_by_style_by_outline_and_by_being_based_on_one(documents: Any) -> None:
    p = documents.para
    found = opened(documents.docx(p("Cook", style="Title"), p("Duties", style="Heading2"), p("Offer", style="House"), p("Text.")))
    assert rows(found) == [("heading", "Cook", 1), ("heading", "Duties", 2), ("heading", "Offer", 2), ("paragraph", "Text.", 0)]


def test_bold_lines_are_headings_to_the_posting(documents: Any) -> None:
    p, r = documents.para, documents.run
    body = (p(r("Your duties", bold=True)), p("Wash pots", number=1), p("Peel carrots", number=1))
    posting = Posting(opened(documents.docx(*body)), Reading(as_of=date(2026, 1, 15)))
    (section,) = posting.sections
    assert (section.kind, section.line, len(section.items)) == ("responsibilities", 1, 2)


def test_bold_comes_from_the_run_its_style_or_the_paragraphs(documents: Any) -> None:
    strong = '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>very</w:t></w:r>'
    off = '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:b w:val="0"/></w:rPr><w:t>not</w:t></w:r>'
    (block,) = opened(documents.docx(documents.para("a ", strong, " b ", off))).blocks
    assert [block.text[a:b] for a, b in block.bold] == ["very"]


def test_a_short_line_in_larger_letters_stands_out(documents: Any) -> None:
    p, r = documents.para, documents.run
    found = opened(documents.docx(p(r("Benefits", size=32)), p("We pay for your lunch and your bus, " * 5)))
    assert found.blocks[0].bold == ((0, 8),)
    assert not found.blocks[1].bold


def test_lists_have_depths_and_groups(documents: Any) -> None:
    p = documents.para
    found = opened(
        documents.docx(
            p("A", number=1), p("A1", number=1, level=1), p("A2", number=1, level=1), p("B", number=1), p("Text"),
            p("C", number=2), p("D", style="ListBullet"), p("E", style="ListBullet", number=0),
        )
    )  # fmt: skip
    items = [(b.text, b.level, b.group, b.ordered) for b in found.blocks if b.kind == "item"]
    assert items == [
        ("A", 1, 1, False), ("A1", 2, 2, False), ("A2", 2, 2, False), ("B", 1, 1, False),
        ("C", 1, 3, True), ("D", 1, 4, False), ("E", 1, 4, False),
    ]  # fmt: skip


def test_numbering_switched_off_is_no_list(documents: Any) -> None:
    raw = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>Text</w:t></w:r></w:p>'
    assert rows(opened(documents.docx(raw))) == [("paragraph", "Text", 0)]


def test_a_numbered_bold_line_is_a_heading_and_typed_bullets_are_a_list(documents: Any) -> None:
    p, r = documents.para, documents.run
    found = opened(documents.docx(p(r("Your duties", bold=True), number=2), p("• Wash pots"), p("• Peel carrots")))
    assert [b.kind for b in found.blocks] == ["paragraph", "item", "item"]


def test_tables_have_rows_and_columns_and_those_of_one_column_are_text(documents: Any) -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>wide</w:t></w:r></w:p></w:tc>'
    raw = f"<w:tbl><w:tr>{wide}<w:tc><w:p><w:r><w:t>right</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    found = opened(documents.docx(documents.table(("Place", "Leeds"), ("Pay", "£13 an hour")), raw, documents.table(("Alone",))))
    cells = [(b.text, b.group, b.row, b.column) for b in found.blocks if b.kind == "cell"]
    assert cells == [
        ("Place", 1, 0, 0),
        ("Leeds", 1, 0, 1),
        ("Pay", 1, 1, 0),
        ("£13 an hour", 1, 1, 1),
        ("wide", 2, 0, 0),
        ("right", 2, 0, 2),
    ]
    assert rows(found)[-1] == ("paragraph", "Alone", 0)


def test_rows_and_cells_are_found_in_what_is_put_around_them(documents: Any) -> None:
    cell = "<w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt>"
    raw = f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell.format('Place')}{cell.format('Leeds')}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    around = f"<w:sdt><w:sdtContent>{documents.para('Cook')}</w:sdtContent></w:sdt>"
    found = opened(documents.docx(around, raw))
    assert [(b.kind, b.text) for b in found.blocks] == [("paragraph", "Cook"), ("cell", "Place"), ("cell", "Leeds")]


MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def test_of_several_forms_of_a_text_one_is_read(documents: Any) -> None:
    two = f"<mc:AlternateContent {MC}><mc:Choice>{{0}}</mc:Choice><mc:Fallback>{{1}}</mc:Fallback></mc:AlternateContent>"
    one, other, empty = documents.para("Cook"), documents.para("Baker"), "<w:p/>"
    assert opened(documents.docx(two.format(one, other))).source.text == "Cook\n"
    assert opened(documents.docx(two.format(empty, other))).source.text == "Baker\n"
    none = f"<mc:AlternateContent {MC}><mc:Choice>{empty}</mc:Choice></mc:AlternateContent>"
    assert opened(documents.docx(none, one)).source.text == "Cook\n"
    within = two.format(documents.run("in the "), documents.run("at the "))
    assert opened(documents.docx(f"<w:p>{within}{documents.run('kitchen')}</w:p>")).source.text == "in the kitchen\n"


def test_links_have_their_addresses(documents: Any) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>here</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = '<w:fldSimple w:instr="HYPERLINK &quot;https://c.example&quot;"><w:r><w:t>there</w:t></w:r></w:fldSimple>'
    data = documents.docx(
        documents.para("Apply ", documents.link("now", "rId9"), ", ", field, ", ", simple), links={"rId9": "https://a.example"}
    )
    (block,) = opened(data).blocks
    assert [(block.text[k.start : k.end], k.href) for k in block.links] == [
        ("now", "https://a.example"), ("here", "https://b.example"), ("there", "https://c.example"),
    ]  # fmt: skip


def test_a_line_is_a_paragraph_or_what_a_break_parts(documents: Any) -> None:
    raw = "<w:p><w:r><w:t>Place</w:t><w:br/><w:t>Leeds</w:t></w:r></w:p>"
    found = opened(documents.docx(documents.para(""), raw, documents.para("End")))
    assert found.source.text == "\nPlace\nLeeds\nEnd\n"
    assert [b.text for b in found.blocks] == ["Place\nLeeds", "End"]
    assert found.source.position(found.blocks[1].span.start) == (4, 1)


def test_what_is_deleted_or_hidden_is_not_read_and_what_is_inserted_is(documents: Any) -> None:
    raw = (
        "<w:p><w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>kept</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert opened(documents.docx(raw)).source.text == "new kept\n"


def test_a_text_box_stands_once_after_its_paragraph(documents: Any) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
    forms = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent {MC}>{forms}</mc:AlternateContent>"
    found = opened(documents.docx(f"<w:p><w:r><w:t>Before</w:t></w:r><w:r>{both}</w:r></w:p>", documents.para("After")))
    assert [b.text for b in found.blocks] == ["Before", "In the box", "After"]


@pytest.mark.parametrize(
    ("comment", "codes"),
    [("jdlint: ignore[LNG004, CUL] so be it", ["LNG004", "CUL"]), ("A word to the editor", None), ("jdlint: hide this", [])],
)
def test_comments_are_suppressions_anchored_to_their_text(documents: Any, comment: str, codes: list[str] | None) -> None:
    body = documents.para("We want a ", documents.commented(documents.run("rockstar"), 0), " cook")
    found = opened(documents.docx(body, comments=(comment,)))
    assert comment not in found.source.text
    if codes is None:
        assert found.directives == ()
    else:
        (directive,) = found.directives
        assert [code for code, _ in directive.codes] == codes
        assert found.source.text[slice(*directive.span)] == "rockstar"


# --- what is refused


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        opened(data)
    assert "\n" not in error.value.message
    return error.value.message


def test_what_is_no_word_document_is_told(documents: Any) -> None:
    assert "no Word document" in refused(b"Just text")
    assert refused(b"%PDF-1.7") == "is no Word document but a PDF; let its name end in .pdf"
    assert "password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word.txt", "Cook")
    assert refused(file.getvalue()) == "is a zip archive, but no Word document"
    assert "holds no text" in refused(documents.docx(documents.para("")))


def test_how_large_a_file_may_be_is_for_the_settings_to_say(documents: Any) -> None:
    file = BytesIO(documents.docx(documents.para("Cook")))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/media/kitchen.bmp", bytes(51_000_000))
    assert opened(file.getvalue()).blocks[0].text == "Cook"


def test_entities_and_document_types_are_refused(documents: Any) -> None:
    for doctype in ('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hosts">]>', "<!DOCTYPE a>"):
        xml = f"{doctype}<w:document {W}><w:body><w:p><w:r><w:t>Cook</w:t></w:r></w:p></w:body></w:document>"
        assert "document type" in refused(documents.docx(parts={"word/document.xml": xml}))
        assert "document type" in refused(documents.docx(parts={"word/document.xml": xml.encode("utf-16")}))


def test_a_bomb_is_refused_before_it_is_unpacked(documents: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "unpacks to more than" in refused(documents.docx(parts={"word/document.xml": " " * 21_000_000}))
    deep = "<w:sdt>" * 300 + "</w:sdt>" * 300
    assert "too deep" in refused(documents.docx(deep))
    monkeypatch.setattr("jdlint.readers.package._MOST_ELEMENTS", 1000)
    assert "too many elements" in refused(documents.docx("<w:p/>" * 1001))


def test_an_archive_of_too_many_files_is_refused(documents: Any) -> None:
    assert "10,0" in refused(documents.docx(parts={f"x{n}": "" for n in range(10_001)}))


def test_an_encrypted_or_damaged_part_is_told(documents: Any) -> None:
    data = documents.docx(documents.para("Cook"))
    name = data.rindex(b"word/document.xml")
    assert "encrypted" in refused(data[: name - 38] + bytes([data[name - 38] | 1]) + data[name - 37 :])
    assert "is damaged" in refused(documents.docx(parts={"word/document.xml": "<w:document"}))
    at = data.index(b"word/document.xml") + 20
    assert refused(data[:at] + bytes(40) + data[at + 40 :])


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_damage_anywhere_is_an_error_or_a_document(documents: Any, data: st.DataObject) -> None:
    whole = bytearray(documents.docx(*documents.GOOD_DOCX, links=documents.GOOD_LINKS))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = opened(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
    except InputError:
        return
    assert found.blocks


@given(
    st.lists(
        st.tuples(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf")), min_size=1, max_size=30), st.integers(0, 2), st.booleans()),
        min_size=1,
        max_size=12,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_block_is_the_text_at_its_place(documents: Any, paragraphs: list[tuple[str, int, bool]]) -> None:
    body = [documents.para(documents.run(text, bold=bold), number=number) for text, number, bold in paragraphs]
    try:
        found = opened(documents.docx(*body))
    except InputError:
        assert not "".join(text for text, _, _ in paragraphs).strip()
        return
    for block in found.blocks:
        assert found.source.text[slice(*block.span)] == block.text
    assert found.source.text.count("\n") == len(paragraphs)
