"""Writes Word and PDF files from plain words: the ones in examples/, and what tests need.

    python tools/documents.py     # writes examples/{good,bad}/*.docx and *.pdf anew

The files come out the same every time, byte by byte.
"""
# ruff: noqa: E501, ISC004  # the postings are prose

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINK = f"{_R}/hyperlink"
_EPOCH = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_STYLES = f"""{HEAD}<w:styles xmlns:w="{_W}">
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/></w:style>
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House heading"/><w:basedOn w:val="Normal"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""
_NUMBERING = f"""{HEAD}<w:numbering xmlns:w="{_W}">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""


def run(text: str, *, bold: bool = False, size: int = 0) -> str:
    """A run of characters; `size` in half points."""
    look = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*runs: str, style: str = "", number: int = 0, level: int = 0) -> str:
    """A paragraph; `number` is a list's (1 bullets, 2 numbers), `level` counts from 0. A run that is no markup is plain text."""
    look = (f"<w:pStyle w:val={quoteattr(style)}/>" if style else "") + (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    )
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table of plain cells."""
    cells = ("".join(f"<w:tc>{cell if cell.startswith('<') else para(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def commented(inner: str, number: int) -> str:
    """Content with a comment anchored to it."""
    return f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'


def link(text: str, number: str) -> str:
    """A link by the number of its address."""
    return f'<w:hyperlink r:id="{number}">{run(text)}</w:hyperlink>'


def docx(
    *body: str, links: Mapping[str, str] | None = None, comments: Sequence[str] = (), parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """A Word file. `parts` replace or add parts by their names."""
    return packed(docx_parts(*body, links=links, comments=comments) | dict(parts or {}))


def docx_parts(*body: str, links: Mapping[str, str] | None = None, comments: Sequence[str] = ()) -> dict[str, str | bytes]:
    """The parts of a Word file by their names."""
    rows = "".join(
        f'<Relationship Id={quoteattr(i)} Type="{_LINK}" Target={quoteattr(t)} TargetMode="External"/>' for i, t in (links or {}).items()
    )
    notes = "".join(f'<w:comment w:id="{n}">{para(text)}</w:comment>' for n, text in enumerate(comments))
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
            for name, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("comments", "comments"))
        )
        + "</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{"".join(body)}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}'
        + "".join(f'<Relationship Id="own{kind}" Type="{_R}/{kind}" Target="{kind}.xml"/>' for kind in ("styles", "numbering", "comments"))
        + "</Relationships>",
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _NUMBERING,
        "word/comments.xml": f'{HEAD}<w:comments xmlns:w="{_W}">{notes}</w:comments>',
    }


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of the parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, method)
    return file.getvalue()


# --- PDF

_PAGE = (595, 842)  # A4 in points
_LEFT, _TOP, _RIGHT, _FOOT = 72, 770, 523, 70
_NARROW, _BROAD = frozenset("ijl.,:;'|!ftI ()"), frozenset("mwMW@")


class Text(NamedTuple):
    """Words that are drawn at a place, in points from the left and from the bottom."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False
    angle: bool = False  # upwards


class Address(NamedTuple):
    """A link over a rectangle."""

    href: str
    box: tuple[float, float, float, float]


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf(*pages: Sequence[Text | Address], picture: Sequence[int] = (), extra: str = "") -> bytes:
    """A PDF file of pages with texts and links; `picture` are the numbers of pages that show one. `extra` goes into the trailer."""
    objects: list[bytes] = [b"", b""]

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    fonts = [add(f"<</Type/Font/Subtype/Type1/BaseFont/{n}/Encoding/WinAnsiEncoding>>".encode()) for n in ("Helvetica", "Helvetica-Bold")]
    dot = add(b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\0\nendstream")
    kids = []
    for number, page in enumerate(pages, 1):
        drawn = b"BT\n"
        for text in (t for t in page if isinstance(t, Text)):
            turn = "0 1 -1 0" if text.angle else "1 0 0 1"
            drawn += f"/F{int(text.bold)} {text.size} Tf {turn} {text.x:.2f} {text.y:.2f} Tm (".encode() + _escaped(text.text) + b") Tj\n"
        drawn += b"ET" + (b" q 200 0 0 200 100 300 cm /I Do Q" if number in picture else b"")
        content = add(f"<</Length {len(drawn)}>>stream\n".encode() + drawn + b"\nendstream")
        links = [
            add(f"<</Type/Annot/Subtype/Link/Rect[{' '.join(map(str, a.box))}]/A<</S/URI/URI({a.href})>>>>".encode())
            for a in page if isinstance(a, Address)
        ]  # fmt: skip
        notes = " ".join(f"{n} 0 R" for n in links)
        kids.append(
            add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_PAGE[0]} {_PAGE[1]}]/Contents {content} 0 R/Annots[{notes}]"
                f"/Resources<</Font<</F0 {fonts[0]} 0 R/F1 {fonts[1]} 0 R>>/XObject<</I {dot} 0 R>>>>>>".encode()
            )
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj".encode() + content + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    tail = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{extra}>>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    return out + head + table + tail


def width(text: str, size: float) -> float:
    """About how wide a text is in Helvetica."""
    return sum(0.28 if c in _NARROW else 0.86 if c in _BROAD else 0.69 if c.isupper() else 0.55 for c in text) * size


def wrapped(text: str, size: float, room: float) -> list[str]:
    """A text in lines that fit."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def laid_out(*parts: str, head: str = "", foot: str = "") -> list[list[Text]]:
    """Pages of a text, as a word processor lays it out: `# ` begins a title, `## ` a heading, `- ` an item, all else a paragraph."""
    pages: list[list[Text]] = [[]]
    y = float(_TOP)
    for part in parts:
        mark, _, rest = part.partition(" ")
        size, bold, text, left = {
            "#": (20, True, rest, _LEFT), "##": (13, True, rest, _LEFT), "-": (11, False, rest, _LEFT + 30)
        }.get(mark, (11, False, part, _LEFT))  # fmt: skip
        y -= 0.9 * size
        for number, line in enumerate(wrapped(text, size, _RIGHT - left)):
            if y < _FOOT + 20:
                pages.append([])
                y = _TOP
            if mark == "-" and not number:
                pages[-1].append(Text(_LEFT + 14, y, "•"))
            pages[-1].append(Text(left, y, line, size, bold))
            y -= 1.3 * size
    for number, page in enumerate(pages, 1):
        page.extend([Text(_LEFT, 810, head, 9)] if head else [])
        page.extend([Text(_LEFT, 40, foot.format(number, len(pages)), 9)] if foot else [])
    return pages


GOOD_DOCX = (
    para("Dental Nurse", style="Title"),
    para(run("Place: ", bold=True), run("our practice on South Mall, Cork, Ireland")),
    para(run("Hours: ", bold=True), run("full-time, permanent, 37.5 hours a week")),
    para(run("Salary: ", bold=True), run("€34,000–€38,000 a year, reviewed each April")),
    para(run("Apply by: ", bold=True), run("15 January 2027")),
    para("About the role", style="Heading1"),
    para(
        "You will assist two dentists and a hygienist in a practice with four chairs, from the first patient at nine to the last at five. "
        "You spend most of the day beside the chair, and the rest of it keeping instruments and records in order. You report to Orla "
        "Byrne, who manages the practice and has worked here for eleven years."
    ),
    para("About us", style="Heading1"),
    para(
        "Riverside Dental Practice has looked after families in Cork since 1998. Twelve people work here, and half of our patients come to "
        "us because a neighbour told them to."
    ),
    para("What you will do", style="Heading1"),
    para("Set up the surgery before each patient and clean it afterwards", number=1),
    para("Pass instruments and mix materials during treatment", number=1),
    para("Sterilise instruments and log each cycle", number=1),
    para("Take X-rays once you have finished the course that we pay for", number=1),
    para("Explain to patients how to care for a new filling or crown", number=1),
    para("Order supplies every second Friday", number=1),
    para("What you bring", style="Heading1"),
    para("A QQI level 5 certificate in dental nursing, or equivalent experience beside the chair", number=1),
    para("One year of work in a dental practice", number=1),
    para("Clear spoken English, so that nervous patients understand you", number=1),
    para("Good to have, and we can teach it", style="Heading1"),
    para("Experience with digital X-ray software", number=1),
    para("First aid training", number=1),
    para("What we offer", style="Heading1"),
    para("Twenty-five days of leave and all public holidays", number=1),
    para("A pension to which we add 5% of your salary", number=1),
    para("Registration fees and two courses a year, paid by us", number=1),
    para("No weekends, and one late evening every second week", number=1),
    para("How to apply", style="Heading1"),
    para(
        "Send your CV to ", link("jobs@riversidedental.example", "rId9"),
        ". We answer within a week. A first talk by phone takes fifteen minutes; then we invite you for an hour at the practice, where you "
        "meet the team. If you need the interview arranged differently, tell Orla on the phone.",
    ),
    para("Equal opportunity", style="Heading1"),
    para(
        "We welcome applications from everyone, whatever your gender, civil status, family status, sexual orientation, religion, age, "
        "disability, race or membership of the Traveller community."
    ),
)  # fmt: skip
GOOD_LINKS = {"rId9": "mailto:jobs@riversidedental.example"}

BAD_DOCX = (
    para("Dental Nurse (Girl Friday) – URGENT!!!", style="Title"),
    para(run("Place: ", bold=True), run("Cork, Ireland")),
    para(run("Salary: ", bold=True), run("competitive, depending on experience")),
    para(run("About the role", bold=True)),
    para("Our dental nurse is the heart of the practice. She will assist two dentists and must be young at heart and available 24/7."),
    para(run("Duties", bold=True)),
    para("Set up the surgery before each patient", number=1),
    para("Sterilisation of instruments", number=1),
    para("Other duties as assigned", number=1),
    para(run("Requirements", bold=True)),
    para("Degree in dental nursing", number=1),
    para("Native English speaker", number=1),
    para("No more than 3 years of experience", number=1),
    para(commented(run("A rockstar of the sterile room"), 0), number=1),
    para("Good communication skills etc.", number=1),
    para(run("How to apply", bold=True)),
    para("Send your CV with a photo to ", link("jobs@riversidedental.example", "rId9"), " by [DATE]."),
)
BAD_COMMENTS = ("jdlint: ignore[LNG004] The team chose this word together.",)


GOOD_PDF = (
    "# Bus Driver",
    "Harbour Lines, Halifax, Nova Scotia, Canada. Full-time, permanent, on site at our depot in Burnside.",
    "Pay: $27.40 to $31.10 an hour, from your first day of training",
    "Apply by: 29 January 2027",
    "## About the job",
    "You will drive city routes on the Dartmouth side with buses that carry up to 55 people. Shifts are eight hours, and the roster is out "
    "four weeks ahead, so that you can plan your life around it. You report to Samir Haddad, who leads the depot and drives one route a "
    "week himself.",
    "## About us",
    "Harbour Lines has carried people around the harbour since 1974. Two hundred and ten drivers work from two depots, and most of those who "
    "left last year retired.",
    "## What you will do",
    "- Drive your route safely and on time, in every season",
    "- Help passengers who use a wheelchair, a walker or a stroller to board and to get off",
    "- Answer questions about fares and connections",
    "- Check the bus before and after your shift, and report faults in the app on your tablet",
    "- Stay calm and call control when something goes wrong on board",
    "## What you bring",
    "- A class 2 licence with air brake endorsement, or the wish to earn one in our paid six-week course",
    "- Two years of driving any vehicle without a suspension",
    "- English at a level that lets you give directions over the radio",
    "## Good to have, and we can teach it",
    "- French, or another language that our passengers speak",
    "- Experience in serving customers",
    "## What we offer",
    "- Health and dental insurance for you and your family from the first month",
    "- A defined benefit pension",
    "- Three weeks of vacation, four after five years",
    "- Free travel on all our lines",
    "## How to apply",
    "Send your resume to jobs@harbourlines.example. We call everyone within ten days. If we both want to go on, you spend a morning at the "
    "depot: a short drive, a talk with Samir, and coffee with the drivers on break. Tell us on the phone if you need anything arranged "
    "differently. We use no automated tools to screen applications, and this is an existing vacancy.",
    "## Equal opportunity",
    "We hire drivers of every background, and welcome applications from Indigenous people, people with disabilities, women, racialized people "
    "and people of every gender and orientation.",
)
BAD_PDF = (
    "# BUS DRIVER $$$",
    "Harbour Lines, Halifax, Nova Scotia, Canada",
    "Pay: up to $31 an hour",
    "## About the job",
    "We are looking for a dynamic salesman of public transport. The ideal candidate is a recent graduate who wants to work hard and play hard "
    "in a team that feels like a family, and who has no problem with long hours, split shifts or a roster that comes out the evening before.",
    "## Duties",
    "- Driving",
    "- Various tasks as needed",
    "- Passengers are helped to board",
    "## Requirements",
    "- Must be able-bodied",
    "- Canadian experience required",
    "- Clean criminal record",
    "- Excellent communication skills and more",
    "## How to apply",
    "Apply before 05/02/2027 at our office.",
)


def main() -> None:
    """Write the examples."""
    folder = Path(__file__).resolve().parent.parent / "examples"
    (folder / "good" / "dental-nurse.docx").write_bytes(docx(*GOOD_DOCX, links=GOOD_LINKS))
    (folder / "bad" / "dental-nurse.docx").write_bytes(docx(*BAD_DOCX, links=GOOD_LINKS, comments=BAD_COMMENTS))
    for name, parts in (("good", GOOD_PDF), ("bad", BAD_PDF)):
        pages = laid_out(*parts, head="Harbour Lines - Careers", foot="Page {} of {}")
        (folder / name / "bus-driver.pdf").write_bytes(pdf(*pages))


if __name__ == "__main__":
    main()
