"""Word and PDF files nobody would write: whole ones whose parts say odd things, and then some with broken parts, objects or bytes.

What writes them is `tools/documents.py`, as for the tests.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from typing import Any

import mutations
import postings
from mutations import chance


def _writer() -> Any:  # noqa: ANN401  # a module that is in no package
    spec = spec_from_file_location("documents", Path(__file__).parent.parent / "tools" / "documents.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


write = _writer()
XML = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "<w:br/>", "<w:tab/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:p/>",
    '<w:sym w:char="F0B7"/>', '<w:sym w:char="D800"/>', '<w:sym w:char="-1"/>', '<w:sym w:char="11FFFFFF"/>', '<w:gridSpan w:val="٣"/>', '<w:outlineLvl w:val="²"/>', '<w:sz w:val="0"/>',
    '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>', '<w:instrText> HYPERLINK "https://a.example" </w:instrText>',
    '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>', '<w:commentReference w:id="0"/>', "<w:ins>", "</w:ins>", "<w:del>", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>",
    "<mc:AlternateContent>", "<w:txbxContent>", "</w:txbxContent>", "&#0;", "&#x1F;", "&#xD800;", "&#x10FFFF;", "&bogus;", "&lt;", "<![CDATA[x]]>", "<?x y?>", "<!-- x -->", "<!DOCTYPE a>", "<x>",
    'w:val="1"', 'w:val=""', 'w:val="99999999999999999999999"', 'w:val="Heading1"', 'w:id="٣"', "\x00", "\ufeff", "\u202e", ' xml:space="preserve"', 'encoding="UTF-16"', 'encoding="x"', 'version="1.1"',
)  # fmt: skip
WHOLE = (
    *(tag for tag in XML if tag.endswith("/>")), "<w:p><w:r><w:t>Duties</w:t></w:r></w:p>", "<w:r><w:t> x </w:t></w:r>", "<w:t>cook</w:t>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "<w:tr/>", "<w:tc/>",
    "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>", "<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:b w:val='0'/></w:rPr>", "<w:numPr><w:ilvl w:val='20'/><w:numId w:val='1'/></w:numPr>", "<w:tcPr><w:gridSpan w:val='999'/></w:tcPr>",
    "<w:trPr><w:tblHeader/></w:trPr>", "<w:hyperlink r:id='rId9'><w:r><w:t>here</w:t></w:r></w:hyperlink>", "<w:fldSimple w:instr=' HYPERLINK \"https://a.example\" '><w:r><w:t>x</w:t></w:r></w:fldSimple>",
    "<w:drawing><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:drawing>", "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", "<w:basedOn w:val='Heading2'/>", "<w:ins/>",
    "<w:sdt><w:sdtContent/></w:sdt>", "<w:AlternateContent><w:Choice><w:r><w:t>a</w:t></w:r></w:Choice><w:Fallback/></w:AlternateContent>", "x", "&#x2028;", "<!-- x -->", "<?x y?>",
)  # fmt: skip
VALUES = (
    "", "0", "1", "2", "-1", "9", "20", "999999999999999999999", "٣", "²", "true", "off", "bullet", "none", "decimal", "Heading1", "Heading2", "ListBullet", "Title",
    "Normal", "paragraph", "heading 9", "list bullet 3", "List Number 10", "word/styles.xml", "../x", "/", "rId9", "External", "begin", "end", "D800", "F0B7",
)  # fmt: skip
COMMENTS = ("jdlint: ignore[LNG004] agreed", "jdlint: ignore-file[PAY]", "jdlint: ignore", "a note", "jdlint:", "jdlint: disable[ALL]")
_IN_TEXT = ("&#9;", "&#10;", "&#x85;", "&amp;", "&#x10FFFF;", "\u202e", "\u200b", "\u2028", "e\u0301", " ", "")
_WHOLE_ELEMENTS = {"w:p", "w:r", "w:tc", "w:tr", "w:pPr", "w:rPr", "w:style", "w:lvl", "w:num"}
BROKEN = ("", "<x/>", "\x00", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"\xff\xfe<\x00a\x00/\x00>\x00")
STYLES = ("Title", "Heading1", "Heading2", "House", "ListBullet", "Normal", "Nowhere", "")
_NAMES = (
    "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/comments.xml", "_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml",
)  # fmt: skip
DRAWN = (
    b"BT", b"ET", b"Tj", b"TJ", b"'", b'"', b"Tm", b"Td", b"T*", b"Tf", b"Tr", b"Tz", b"Tc", b"Tw", b"TL", b"Ts", b"cm", b"q", b"Q", b"Do", b"/I Do", b"/F0 11 Tf", b"/F9 1 Tf", b"0 Tz", b"3 Tr",
    b"1 0 0 1 72 700 Tm", b"0 0 0 0 0 0 cm", b"1e30 0 0 1e30 0 0 cm", b"-1 0 0 -1 0 0 Tm", b"0.0001 0 0 0.0001 0 0 cm", b"(x) Tj", b"[(a) -500 (b) 9e9 (c)] TJ", b"<0041> Tj", b"<FEFF> Tj", b"(\\", b"(\\777) Tj",
    b"99999999999", b"-1", b"nan", b"0", b"1e38", b"BI", b"ID", b"EI", b"BDC", b"EMC", b"/Artifact BMC", b"W n", b"sh", b"gs", b"d0", b"%",
)  # fmt: skip
OBJECTS = (
    b"null", b"1 0 R", b"2 0 R", b"99 0 R", b"0 0 R", b"-1 0 R", b"[]", b"<<>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>", b"/Count -1", b"/Count 99999", b"/Count 2147483648", b"/Rotate 90", b"/UserUnit 1e9", b"/Rotate 45",
    b"/MediaBox[0 0 0 0]", b"/MediaBox[0 0 1e9 1e9]", b"/MediaBox[595 842 0 0]", b"/MediaBox[nan]", b"/CropBox[0 0 1 1]", b"/Length 0", b"/Length 999999", b"/Length -1", b"/Filter/FlateDecode", b"/Filter/ASCIIHexDecode",
    b"/Filter[/FlateDecode/FlateDecode]", b"/Filter/LZWDecode", b"/Filter/RunLengthDecode", b"/Filter/DCTDecode", b"/Encrypt 1 0 R", b"/Encoding/Identity-H", b"/Subtype/Type0", b"/Subtype/Type3", b"/ToUnicode 5 0 R",
    b"/DescendantFonts[3 0 R]", b"/Widths[1e9]", b"/FirstChar -1", b"/Rect[1e30 -1e30 0 nan]", b"/A<</S/URI/URI(\xff\xfe\x00)>>", b"/A<</S/JavaScript/JS(app.alert(1))>>", b"/A<</S/URI>>", b"/Parent 2 0 R", b"/Prev 0", b"/Prev 9",
    b"/XRefStm 0", b"/Root 2 0 R", b"/Size 0", b"/Size 9999999", b"endobj", b"endstream", b"stream\n", b"obj", b"trailer<<>>", b"startxref\n0\n", b"startxref\n-1\n", b"%%EOF", b"xref\n0 1\n", b"%PDF-9.9", b"<<" * 300, b"[" * 300,
)  # fmt: skip


def data(rng: Random, form: str) -> bytes:
    """A Word or a PDF file."""
    return _docx(rng) if form == "docx" else _pdf(rng)


# --- Word


def _docx(rng: Random) -> bytes:
    body = [_paragraphs(rng, kind, words) for kind, words in postings.outline(rng, rng.choice((0, 1)))]
    comments = [rng.choice(COMMENTS) for _ in range(rng.choice((0, 0, 1, 2)))]
    links = {"rId9": rng.choice(("mailto:a@b.example", "https://a.example/b", "", "\u202e"))}
    parts: dict[str, str | bytes] = write.docx_parts(*body, links=links, comments=comments)
    if chance(rng, 0.7):
        name = "word/document.xml" if chance(rng, 0.6) else rng.choice(_NAMES)
        parts[name] = _changed(rng, str(parts[name]), rng.choice((1, 1, 2, 4)))
    if chance(rng, 0.1):
        name = rng.choice(_NAMES)
        content = parts.pop(name)
        if chance(rng, 0.8):
            parts[rng.choice((name, f"/{name}", name.upper(), name))] = rng.choice((*BROKEN, content))
    made: bytes = write.packed(parts, zipfile.ZIP_DEFLATED if chance(rng, 0.1) else zipfile.ZIP_STORED)
    return _torn(rng, made) if chance(rng, 0.1) else made


_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r'"([^"<>]*)"')


def _changed(rng: Random, xml: str, times: int) -> str:
    """The XML of a part with elements and values put in, doubled or left out; mostly it still is XML."""
    if chance(rng, 0.15):
        return mutations.text(rng, xml, XML, times)
    for _ in range(times):
        tags = [m.span() for m in _TAG.finditer(xml)]
        low, high = rng.choice(tags) if tags else (0, 0)
        kind = rng.choice(("put in", "repeat", "value", "double", "sign"))
        if kind == "put in":
            xml = xml[:high] + rng.choice(WHOLE) + xml[high:]
        elif kind == "repeat" and xml[low:high].endswith("/>"):
            xml = xml[:low] + xml[low:high] * rng.choice((0, 2, 30)) + xml[high:]
        elif kind == "value" and (values := [m.span(1) for m in _VALUE.finditer(xml)]):
            low, high = rng.choice(values)
            xml = xml[:low] + rng.choice(VALUES) + xml[high:]
        elif kind == "double":
            xml = _wrapped(rng, xml, low, high)
        elif (at := xml.find("</w:t>", rng.randrange(len(xml) + 1))) >= 0:
            xml = xml[:at] + rng.choice(_IN_TEXT) + xml[at:]
    return xml


def _wrapped(rng: Random, xml: str, low: int, high: int) -> str:
    """The XML with the element whose tag opens at `low` doubled, left out, or within another; as it was for elements of other names."""
    name = xml[low + 1 : high].split(" ", maxsplit=1)[0].strip("/>")
    end = xml.find(f"</{name}>", high)
    if end < 0 or name not in _WHOLE_ELEMENTS or f"<{name}" in xml[high:end]:
        return xml
    end += len(f"</{name}>")
    element = xml[low:end]
    forms = (element * 2, "", f"<w:ins>{element}</w:ins>", f"<w:sdt><w:sdtContent>{element}</w:sdtContent></w:sdt>")
    return xml[:low] + rng.choice(forms) + xml[end:]


def _xml(text: str) -> str:
    """Text without what XML can't hold."""
    return "".join(c for c in text if c in "\t\n" or " " <= c < "\ud800" or "\ue000" <= c <= "\ufffd" or c > "\uffff")


def _paragraphs(rng: Random, kind: str, words: str) -> str:
    """One part of a posting as a paragraph, a list item or a row of a table, in runs that cut through words."""
    words = _xml(words)
    style = {"title": "Title", "heading": "Heading1", "item": "ListBullet"}.get(kind, "") if chance(rng, 0.7) else rng.choice(STYLES)
    cuts = sorted(rng.randrange(len(words) + 1) for _ in range(rng.choice((0, 0, 1, 3))))
    runs = [
        write.run(words[low:high], bold=chance(rng, 0.2), size=rng.choice((0, 0, 0, 28, 1)))
        for low, high in zip([0, *cuts], [*cuts, len(words)], strict=True)
    ]
    if chance(rng, 0.1):
        runs[0] = write.commented(runs[0], rng.randrange(2))
    if chance(rng, 0.1):
        runs.append(write.link("jobs@bakery.example", rng.choice(("rId9", "rId0"))))
    if chance(rng, 0.15):
        runs.insert(rng.randrange(len(runs) + 1), f"<w:r>{rng.choice(XML[11:19])}</w:r>")
    made: str = write.para(*runs, style=style, number=rng.choice((0, 1, 2, 9)) if kind == "item" else 0, level=rng.choice((0, 0, 1, 7)))
    if kind == "row":
        made = write.table(
            *[
                [made, rng.choice(postings.WORDS[:20]), *["x"] * rng.choice((0, 0, 1))][: rng.choice((1, 2, 3))]
                for _ in range(rng.randrange(1, 3))
            ]
        )
    if chance(rng, 0.05):
        made = f"<w:p><w:r><w:pict><w:txbxContent>{made}</w:txbxContent></w:pict></w:r></w:p>"
    return made


def _torn(rng: Random, made: bytes) -> bytes:
    """Damage to an archive's bytes, mostly in its directory at the end, where all is found from."""
    at = made.rfind(b"PK\x01\x02", 0, max(1, len(made) - rng.randrange(300))) if chance(rng, 0.6) else 0
    return made[: max(0, at)] + mutations.damaged(rng, made[max(0, at) :])


# --- PDF


def _pdf(rng: Random) -> bytes:
    pages = []
    for _ in range(rng.choice((1, 1, 1, 1, 1, 2))):
        parts = [_line(rng, kind, words) for kind, words in postings.outline(rng, rng.choice((0, 1)))]
        pages += write.laid_out(*parts, head=rng.choice(("", "Bay & Sons")), foot=rng.choice(("", "Page {} of {}")))[:2]
    for page in pages:
        if chance(rng, 0.3):
            page.append(
                write.Address(
                    rng.choice(("https://a.example/b", "mailto:a@b.example", "", "x" * 300)),
                    tuple(rng.choice((0, 72, 500, 770, -1)) for _ in range(4)),
                )
            )
        if chance(rng, 0.3):
            rng.shuffle(page)
        for at in range(len(page)):
            if chance(rng, 0.03) and isinstance(page[at], write.Text):
                page[at] = page[at]._replace(
                    size=rng.choice((0, 0.1, 1, 40, 900, -11)),
                    x=rng.choice((-50, 0, 300, 1e6)),
                    angle=chance(rng, 0.5),
                    bold=chance(rng, 0.5),
                )
    made: bytes = write.pdf(
        *pages, picture=rng.choice(((), (), (1,), (2,))), extra=rng.choice(("", "", "/Info 1 0 R", "/Encrypt<<>>", "/ID[(a)(b)]"))
    )
    for _ in range(rng.choice((0, 0, 1, 1, 2, 4))):
        made = rng.choice((_drawn, _drawn, _object, _object, _packed))(rng, made)
    return mutations.damaged(rng, made) if chance(rng, 0.15) else made


def _line(rng: Random, kind: str, words: str) -> str:
    mark = {"title": "# ", "heading": "## ", "item": "- "}.get(kind, "")
    words = words[: rng.choice((8, 20, 20, 40, 120))]
    return mark + words.encode("cp1252", "replace").decode("cp1252") + rng.choice(("", "", "-", "  "))


_STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.DOTALL)
_OBJECT = re.compile(rb"\d+ 0 obj(.*?)endobj", re.DOTALL)


def _part(rng: Random, made: bytes, found: re.Pattern[bytes]) -> tuple[int, int]:
    spans = [m.span(1) for m in found.finditer(made)]
    return rng.choice(spans) if spans else (0, len(made))


def _drawn(rng: Random, made: bytes) -> bytes:
    """What a page draws, with an operator or a number too many, too few, or another one."""
    low, high = _part(rng, made, _STREAM)
    signs = made[low:high].split(b" ")
    at = rng.randrange(len(signs) + 1)
    signs[at : at + rng.choice((0, 0, 1, 1, 6))] = rng.choices(DRAWN, k=rng.choice((0, 1, 1, 2)))
    return made[:low] + b" ".join(signs) + made[high:]


def _object(rng: Random, made: bytes) -> bytes:
    """An object with something put into it, or instead of it."""
    low, high = _part(rng, made, _OBJECT)
    at = rng.randrange(low, high + 1) if chance(rng, 0.5) else made.find(b"/", rng.randrange(low, high + 1), high)
    if at < 0 or chance(rng, 0.1):
        return made[:low] + rng.choice(OBJECTS) + made[high:]
    return made[:at] + rng.choice(OBJECTS) + made[at + rng.choice((0, 0, 0, 5, 12)) :]


def _packed(rng: Random, made: bytes) -> bytes:
    """A stream that is packed, well or badly."""
    low, high = _part(rng, made, _STREAM)
    inner = zlib.compress(made[low:high])
    head = made.rfind(b"<<", 0, low)
    return (
        made[:head]
        + b"<</Filter/FlateDecode "
        + made[head + 2 : low]
        + (mutations.damaged(rng, inner) if chance(rng, 0.5) else inner)
        + made[high:]
    )


def read_here() -> None:
    """Let this process read PDF files itself, in place of one process a file: for those that are watched, and for the long run alone."""
    from jdlint.readers import pdfwords
    from jdlint.readers.errors import InputError

    def asked(content: bytes) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(json.dumps({"pages": list(pdfwords._pages(content))}))
        except InputError as error:
            return {"fault": error.message}
        return found

    pdfwords._asked = asked
